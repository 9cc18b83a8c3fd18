/*
 * The bar under the title: copying the address and printing, which both need a script; and copying the address of one
 * statement, in its proof. Copied is the public address, with what the reader chose on the page but without the dossier.
 */
import { changed } from '../shared/address.js';
import { copy } from '../shared/clipboard.js';
import { button, element } from '../shared/dom.js';

const DONE = 'De link is gekopieerd.';

/** Address of the page and its public address in; the address to give to somebody else out. */
export function shared(location, canonical) {
  return new URL(changed(location, { d: '', r: '', titel: '' }).slice(location.pathname.length), canonical).href;
}

/** Window, what gives an address, where it is told and where it is shown if need be; a button out that copies that address. */
function copier(root, given, status, place) {
  return button(root.document, 'Kopieer link', async () => {
    const text = given();
    place.append(status); // not before: a page may have a live region of its own, which is the first
    status.textContent = text;
    const said = await copy(root, text, status, DONE);
    status.textContent = said === DONE ? DONE : text;
    if (said !== DONE) root.getSelection().selectAllChildren(status);
  });
}

/** Window in; completes the bar, if the page has one, and each proof that is opened. */
export function begin(root) {
  const { document } = root;
  const bar = document.querySelector('.kb-acties');
  if (!bar) return;
  const status = element(document, 'span', { role: 'status' });
  const canonical = document.querySelector('link[rel="canonical"]').href;
  const link = copier(root, () => shared(root.location, canonical), status, bar);
  if (!document.querySelector('[data-dossier]')) bar.prepend(link); // a dossier has a button of its own, for its pages too
  bar.append(button(document, 'Print of PDF', () => root.print()));

  document.addEventListener('toggle', ({ target }) => {
    const statement = target.matches('details.kb-bewijs[open]') && target.parentElement.closest('main [id]');
    const place = target.lastElementChild;
    if (!statement || place.querySelector('button')) return;
    const address = () => `${canonical}#${statement.id}`;
    place.append(copier(root, address, element(document, 'span', { role: 'status' }), place));
  }, true);
}
