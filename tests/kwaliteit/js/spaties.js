// The four settings of WCAG 1.4.12, all at once. A constructed sheet, because the policy forbids inline style.
() => {
  const blad = new CSSStyleSheet();
  blad.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [blad];
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const afgesneden = [...document.body.querySelectorAll('*')].filter((deel) => {
    if (!deel.innerText || !deel.checkVisibility() || deel.closest('.kb-verborgen, .kb-zoek__status, svg')) return false;
    const { overflowX, overflowY } = getComputedStyle(deel);
    return (['hidden', 'clip'].includes(overflowX) && deel.scrollWidth > deel.clientWidth + 1)
      || (['hidden', 'clip'].includes(overflowY) && deel.scrollHeight > deel.clientHeight + 1);
  }).map((deel) => deel.outerHTML.slice(0, 100));
  return { over, afgesneden };
}
