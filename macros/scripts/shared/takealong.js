/*
 * Taking a text along: as a document (ODT) and as clean text, both with the proof as notes and with who made it. The
 * document of a page to take along as a whole is made at build, by the same rules: macros/site/take_along.py.
 */
import { copy } from './clipboard.js';
import { button, element } from './dom.js';
import { save } from './download.js';
import { cleanText } from './notes.js';
import { odt, ODT } from './odf.js';

/** What holds the data of the site (`site_data` in onderdelen.html.j2) and an address in; the paragraphs that say where a text comes from out. */
export function origin(holder, href) {
  const { naam, versie, bijgewerkt, afzender } = holder.dataset;
  return [
    { type: 'paragraph', text: `Uit de ${naam}, versie ${versie}, bijgewerkt tot en met ${bijgewerkt}. ${afzender}` },
    { type: 'paragraph', text: ['Adres: ', { text: href, href }] },
  ];
}

/** Window, name of the file, title and blocks in; saves the document. */
export function saveOdt(root, name, title, blocks) {
  save(root, name, odt(blocks, { title }), ODT);
}

/** Window, place below which the text may have to be shown, and the text in; a promise out of what to say after copying. */
export async function copyClean(root, place, text) {
  const { document } = root;
  // Selected for who has no clipboard: a reader sees what to copy.
  const box = element(document, 'textarea', { class: 'kb-verborgen', readonly: true, tabindex: '-1', rows: '10', 'aria-label': 'De schone tekst' });
  box.value = text;
  place.after(box);
  const said = await copy(root, text, box, DONE);
  if (said === DONE) box.remove();
  else box.removeAttribute('class');
  return said;
}

const DONE = 'De schone tekst is gekopieerd. De bronnen staan eronder.';
const MADE = 'Het document is gedownload. De bronnen staan in voetnoten.';

/** Window, place, how the page speaks and what gives { name, title, blocks } in; the two buttons out. */
export function takers(root, place, say, given) {
  return [
    button(root.document, 'Download ODT', () => {
      const { name, title, blocks } = given();
      saveOdt(root, name, title, blocks);
      say(MADE);
    }),
    cleaner(root, place, say, () => given().blocks),
  ];
}

/** Window, place, how the page speaks and what gives blocks in; the button that copies them as clean text out. */
export function cleaner(root, place, say, given) {
  return button(root.document, 'Kopieer als schone tekst', async () => {
    say(await copyClean(root, place, cleanText(given())));
  });
}
