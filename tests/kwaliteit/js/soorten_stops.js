// Every stop on the page with what decides how it looks with the focus: two with the same answer look the same. Nothing
// gets the focus here, which would cost a layout per stop. Keeps the stops on window.
() => {
  const vlak = (knoop) => {
    for (; knoop; knoop = knoop.parentElement) {
      const kleur = getComputedStyle(knoop).backgroundColor;
      if (!/, 0\)$/.test(kleur)) return kleur;
    }
    return '';
  };
  const knippen = (deel) => {
    const namen = [];
    for (let ouder = deel.parentElement; ouder; ouder = ouder.parentElement) {
      if (getComputedStyle(ouder).overflow !== 'visible') namen.push(ouder.className || ouder.tagName);
    }
    return namen;
  };
  window.__stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((deel) => deel.tabIndex >= 0 && !deel.disabled && deel.checkVisibility({ visibilityProperty: true }));
  return window.__stops.map((deel) => {
    const stijl = getComputedStyle(deel);
    return [deel.tagName, deel.type, deel.className, deel.parentElement.className, stijl.display, stijl.color, vlak(deel), knippen(deel)].join('|');
  });
}
