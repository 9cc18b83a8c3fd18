// Puts the focus on everything that can have it; tells what cannot be seen then. Keeps the stops on window.
() => {
  const stops = [], onzichtbaar = [], bedekt = [];
  for (const deel of document.querySelectorAll('a[href], area[href], button, input, select, textarea, summary, [tabindex], iframe, [contenteditable], audio[controls], video[controls]')) {
    if (deel.tabIndex < 0 || deel.disabled) continue;
    deel.focus();
    if (document.activeElement !== deel) continue;
    // A link over several lines has as many boxes: one in view is enough, as a browser thinks when it scrolls.
    const vak = [...deel.getClientRects()].find(({ left, right, top, bottom, width, height }) => width >= 1 && height >= 1
      && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight);
    const naam = deel.outerHTML.slice(0, 120);
    stops.push(deel);
    if (!vak || !deel.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      onzichtbaar.push(naam);
      continue;
    }
    const boven = document.elementFromPoint(vak.left + Math.min(vak.width, innerWidth - vak.left) / 2, vak.top + Math.min(vak.height, innerHeight - vak.top) / 2);
    if (boven && !deel.contains(boven) && !boven.contains(deel) && !(deel.labels && [...deel.labels].includes(boven))) bedekt.push(naam + ' onder ' + boven.outerHTML.slice(0, 80));
  }
  window.__stops = stops;
  document.activeElement.blur();
  scrollTo(0, 0);
  return { aantal: stops.length, onzichtbaar, bedekt };
}
