/*
 * On the search page: the question of the address stands in the field from the first paint, while the index still loads.
 * Runs in the head, before there is a field, and puts the question there as soon as the field is read.
 */
/** Window in; puts the question in the field of the search page when that is there. */
export function begin(root) {
  const { document, location } = root;
  if (!/\/zoeken\/(?:index\.html)?$/.test(location.pathname)) return;
  // As shared/address.js reads it, which is too much to wait for before the first paint.
  const q = [location.hash, location.search].map((part) => new URLSearchParams(part.slice(1)).get('q')).find(Boolean);
  if (!q) return;
  const watch = new root.MutationObserver(() => {
    const field = document.getElementById('kb-zoekform-q');
    const status = document.querySelector('[data-zoekstatus]');
    if (field && !field.value) field.value = q;
    if (status && !status.textContent) status.textContent = 'Bezig met zoeken …';
    if (status || document.readyState !== 'loading') watch.disconnect();
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
}
