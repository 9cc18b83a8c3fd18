/*
 * Puts a button behind every element with data-kopieerbaar (what the reader calls it) that copies its text.
 */
import { copy } from '../shared/clipboard.js';
import { button, element } from '../shared/dom.js';

/** Window in; gives the page its copy buttons. */
export function begin(root) {
  const { document } = root;
  for (const source of document.querySelectorAll('[data-kopieerbaar]')) {
    const status = element(document, 'span', { role: 'status' });
    const press = button(document, `Kopieer ${source.dataset.kopieerbaar}`, async () => {
      status.textContent = await copy(root, source.textContent.trim(), source, 'Gekopieerd.');
    });
    source.after(element(document, 'p', {}, press, ' ', status));
  }
}
