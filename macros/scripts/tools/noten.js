/*
 * After a note: a link at the source back to the very place in the text one came from. Without this script the Back
 * button of the browser does the same.
 */
import { element } from '../shared/dom.js';

/** Window in; makes notes lead back. */
export function begin({ document }) {
  const back = element(document, 'a', { class: 'kb-terug' }, 'Terug naar de tekst');
  document.addEventListener('click', ({ target }) => {
    const note = target.closest('a.kb-noot');
    const source = note && document.getElementById(note.hash.slice(1));
    if (!source) return;
    const old = document.getElementById('kb-terug');
    if (old) old.removeAttribute('id');
    note.id = 'kb-terug';
    back.href = '#kb-terug';
    source.append(' ', back);
  });
}
