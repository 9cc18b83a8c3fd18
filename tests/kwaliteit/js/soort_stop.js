// What decides how a focused stop looks: two with the same answer look the same.
(deel) => {
  const knippen = [];
  for (let ouder = deel.parentElement; ouder; ouder = ouder.parentElement) {
    if (getComputedStyle(ouder).overflow !== 'visible') knippen.push(ouder.className || ouder.tagName);
  }
  const stijl = getComputedStyle(deel);
  const vlak = (knoop) => { for (; knoop; knoop = knoop.parentElement) { const kleur = getComputedStyle(knoop).backgroundColor; if (!/, 0\)$/.test(kleur)) return kleur; } return ''; };
  return [deel.tagName, deel.type, deel.className, deel.parentElement.className, stijl.display, stijl.color, vlak(deel), knippen].join('|');
}
