// Text of links, buttons and summaries that is too faint in a state that only a pointer or a key brings about. Every
// rule that asks for that state gets a class in its place, which weighs the same; then everything has that class.
(states) => {
  const NAMES = /:(hover|focus-visible|focus-within|focus|active)(?![\w-])/g;
  const visit = (rules) => {
    for (const rule of rules) {
      if (rule.selectorText && /:(hover|focus|active)/.test(rule.selectorText)) rule.selectorText = rule.selectorText.replace(NAMES, '.staat-$1');
      if (rule.cssRules) visit(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
  document.querySelectorAll('details').forEach((details) => { details.open = true; });
  const classes = states.map((state) => `staat-${state}`);
  document.querySelectorAll('[class*="staat-"]').forEach((node) => node.classList.remove(...[...node.classList].filter((one) => one.startsWith('staat-'))));
  // The states hold for what is pointed at and all around it.
  document.querySelectorAll('body, body *').forEach((node) => node.classList.add(...classes));

  const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const bright = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const faint = new Map();
  let measured = 0;
  const CONTROL = 'a[href], button:not(:disabled), summary, label, [role="option"], [role="button"]';
  for (const node of document.querySelectorAll('body *')) {
    const control = node.closest(CONTROL);
    const says = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!control || !says || node.closest('svg') || !node.checkVisibility()) continue;
    measured += 1;
    const { color, fontSize } = getComputedStyle(node);
    const on = behind(node);
    const [dark, light] = [bright(color), bright(on)].sort((one, other) => one - other);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5 && fontSize !== '0px') faint.set(`${control.localName}.${control.className.replace(/staat-\S+ ?/g, '')} in ${control.parentElement.className.replace(/staat-\S+ ?/g, '')}: ${color} op ${on}`, `${node.textContent.trim().slice(0, 30)} (${ratio.toFixed(2)})`);
  }
  return [measured, [...faint].map(([place, text]) => `${place}: ${text}`)];
}
