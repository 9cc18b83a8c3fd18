// Puts the focus on everything that can have it; tells what cannot be seen then. Keeps the stops on window.
() => {
  const stops = [], onzichtbaar = [], bedekt = [];
  for (const deel of document.querySelectorAll('a[href], area[href], button, input, select, textarea, summary, [tabindex], iframe, [contenteditable], audio[controls], video[controls]')) {
    if (deel.tabIndex < 0 || deel.disabled) continue;
    deel.focus();
    if (document.activeElement !== deel) continue;
    // An inline link over two lines has two boxes: look at the first.
    const vak = deel.getClientRects()[0];
    const naam = deel.outerHTML.slice(0, 120);
    stops.push(deel);
    if (!vak || vak.width < 1 || vak.height < 1 || vak.right <= 0 || vak.bottom <= 0
        || vak.left >= innerWidth || vak.top >= innerHeight || !deel.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
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
