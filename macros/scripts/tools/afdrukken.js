/*
 * Paper shows what is folded in. A stylesheet says so to browsers that know ::details-content (Chrome 131, Firefox 143,
 * Safari 18.4); in an older one this opens what is closed while it prints.
 */

/** Window in; makes it print everything. */
export function begin(window) {
  if (window.CSS.supports('selector(::details-content)')) return;
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...window.document.querySelectorAll('main details:not([open])')];
    for (const one of opened) one.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
}
