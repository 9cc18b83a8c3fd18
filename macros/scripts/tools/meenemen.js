/*
 * Beside the document of a page to take along (made at build): a button that copies the same as clean text. What it
 * takes is the first paragraph and the parts whose heading begins with data-begint; see macros/pages/reading.py.
 */
import { element } from '../shared/dom.js';
import { blocksOf, sourcesOf } from '../shared/reading.js';
import { cleaner, origin } from '../shared/takealong.js';

const EXAMPLE = /^Voorbeeldtekst:\s*/; // begins each part of an example; a text that says so at its head need not repeat it

const words = ({ text }) => text.map(({ text: one = '' }) => one).join('');

/** Blocks and how the headings of the chosen parts begin in; those parts out, without the mark of an example. */
export function chosen(blocks, begins) {
  let inside = false;
  return blocks.filter((block) => {
    if (block.type === 'heading' && block.level === 2) inside = words(block).startsWith(begins);
    return inside && !(block.type === 'paragraph' && words(block) === 'Voorbeeldtekst:');
  }).map((block) => {
    if (block.type !== 'paragraph' || !EXAMPLE.test(block.text[0].text || '')) return block;
    const [first, ...rest] = block.text;
    const text = first.text.replace(EXAMPLE, '');
    return { ...block, text: [...(text ? [{ ...first, text: text.charAt(0).toUpperCase() + text.slice(1) }] : []), ...rest] };
  });
}

/** Window in; completes what the page has to take along. */
export function begin(root) {
  const { document } = root;
  const place = document.querySelector('[data-meenemen]');
  const status = element(document, 'p', { role: 'status' });
  const text = () => {
    const blocks = blocksOf(document.querySelector('main'), sourcesOf(document));
    const { titel, begint } = place.dataset;
    return [
      { type: 'heading', level: 1, text: titel },
      blocks.find(({ type }) => type === 'paragraph'),
      ...origin(place, document.querySelector('link[rel="canonical"]').href),
      ...chosen(blocks, begint),
    ];
  };
  place.append(cleaner(root, place, (said) => { status.textContent = said; }, text));
  place.after(status);
}
