// A second engine, IBM Equal Access: the address of its source and the rules to leave out in; what it doubts or refuses out.
async ([bron, zonder]) => {
  const MEEST = 6;
  if (typeof ace !== 'object') {
    await new Promise((klaar, mislukt) => {
      const script = document.createElement('script');
      Object.assign(script, { src: bron, onload: klaar, onerror: mislukt });
      document.head.append(script);
    });
  }
  // It compares every element with every other one. Of a long list the first lines stand for the rest, as one page stands
  // for its type; axe has seen them all.
  for (const lijst of document.querySelectorAll('main *')) {
    const { tagName } = lijst.firstElementChild || {};
    const gelijk = Array.from(lijst.children).filter((deel) => deel.tagName === tagName && tagName !== 'P');
    const getoond = gelijk.filter((deel) => deel.getClientRects().length || deel.closest('svg'));
    if (getoond.length > MEEST) for (const deel of gelijk.slice(gelijk.indexOf(getoond[MEEST]))) deel.remove();
  }
  const checker = new ace.Checker();
  const richtlijn = checker.getGuidelines().find(({ id }) => id === 'WCAG_2_2');
  for (const { rules } of richtlijn.checkpoints) {
    for (const regel of rules || []) if (zonder.includes(regel.id)) regel.enabled = false;
  }
  checker.addGuideline(richtlijn);
  const { results } = await checker.check(document, ['WCAG_2_2']);
  return results.filter(({ value }) => value[1] !== 'PASS')
    .map(({ ruleId, reasonId, path, message, snippet }) => [`${ruleId} ${reasonId}`, `${path.dom} ${message}`, snippet.slice(0, 300)]);
}
