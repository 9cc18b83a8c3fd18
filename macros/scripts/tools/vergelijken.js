/*
 * /vergelijken/: leaves two to four columns of the tables with all instruments, and says again in the line of each
 * question how far it is answered. With fewer chosen there is nothing to compare, and no table. The instruments and what
 * is known of each are read from the tables. The choice stands in the address: #i=landelijk-maatwerkloket&i=opleiden&rijen=verschil.
 *
 * Everything that needs no page is a pure function at the top, so that Node can test it.
 */

import { address, strange, strangeText } from '../shared/address.js';
import { button, element, speaker } from '../shared/dom.js';
import { underChoice } from '../shared/outcome.js';

const LEAST = 2;
const MOST = 4;
const NARROW = '(max-width: 47.99em)'; // the boxes would push what one compares off the screen
const UNEVEN = 'niet overal even bekend';
const HOW_MANY = 'Kies twee tot vier instrumenten';
const NONE = { keuze: [], verschil: false };

/** Parameters and the slugs of the columns in; { keuze, verschil } out. Unknown and too many are left out. */
export function readState(params, slugs) {
  const asked = Array.from(new Set(params.getAll('i'))).filter((slug) => slugs.includes(slug)).slice(0, MOST);
  return { keuze: slugs.filter((slug) => asked.includes(slug)), verschil: params.get('rijen') === 'verschil' };
}

/** State in; what stands in the address out. */
export const parts = ({ keuze, verschil }) => ({ i: keuze, rijen: verschil ? 'verschil' : '' });

/** Slugs of the chosen columns in; which columns show: with too few to compare, none. */
export const columns = (keuze) => (keuze.length < LEAST ? [] : keuze);

/** How far each cell of a row is filled in, in words, in; what stands under its question. */
export function rowText(cells) {
  return cells.every((cell) => cell === cells[0]) ? `overal ${cells[0]}` : UNEVEN;
}

/** How far each cell of a row is filled in, by name, in; of whom not all is known, behind that it is uneven. */
export function rowDetail(cells) {
  if (new Set(cells.map(([, filling]) => filling)).size === 1) return '';
  return `: ${cells.filter(([, filling]) => filling !== 'bekend').map(([name, filling]) => `${name} ${filling}`).join(', ')}`;
}

/** State, the names by slug and how many rows show and differ in; the sentence for the status line. */
export function statusText({ keuze, verschil }, names, shown, differ) {
  if (!keuze.length) return `${HOW_MANY}. Dan ziet u hier hun antwoorden bij elkaar.`;
  if (keuze.length < LEAST) return `Gekozen: ${names.get(keuze[0])}. Kies er nog minstens één.`;
  const rows = verschil ? ` U ziet alleen de vragen die ${UNEVEN} zijn: ${shown}.` : ` Vragen die ${UNEVEN} zijn: ${differ}.`;
  const full = keuze.length === MOST ? ' Meer dan vier tegelijk kan niet.' : '';
  return `U vergelijkt ${keuze.map((slug) => names.get(slug)).join(', ')}.${full}${rows}`;
}

// ---- in the page ----------------------------------------------------------------------------------------------------

/** Window in; makes the comparison of this page work. */
export function begin(root) {
  const { document } = root;
  const home = document.querySelector('[data-vergelijking]');
  if (!home) return;
  const all = home.querySelector('[data-alles]');
  const heads = Array.from(home.querySelector('thead').querySelectorAll('[data-i]'));
  const slugs = heads.map((head) => head.dataset.i);
  const names = new Map(heads.map((head) => [head.dataset.i, head.textContent]));
  // Without a table nothing points at the sources under it.
  const results = Array.from(document.querySelectorAll('[data-vergelijking] :is(h2, table, [data-uitleg], [data-alles]), #bronnen, #bronnen + .kb-laag'));
  // Of every table, each row without its question: what is not of a chosen instrument goes.
  const lines = Array.from(home.querySelectorAll('tr'), (row) => Array.from(row.querySelectorAll('[data-i], td')));
  const rows = Array.from(all.querySelectorAll('[data-rij]'), (row) => ({
    row, mark: row.querySelector('[data-verschil]'), detail: row.querySelector('[data-stand]'), disputed: row.querySelector('[data-betwist]'), cells: Array.from(row.querySelectorAll('[data-vulling]')),
  }));
  const page = address(root);
  const known = { i: slugs, rijen: ['verschil'] };
  const read = () => readState(page.params(), slugs);

  // Firefox would put the boxes back as they were left; the address decides.
  const box = (id) => element(document, 'input', { type: 'checkbox', id });
  const choice = (input, text) => element(document, 'div', { class: 'kb-facet__keuze' }, input, ' ', element(document, 'label', { for: input.id }, text));
  const boxes = slugs.map((slug) => box(`kb-i-${slug}`));
  const only = box('kb-verschil');
  const status = element(document, 'p', { role: 'status' });
  const say = speaker(status);
  const onlyChoice = choice(only, `Toon alleen vragen die ${UNEVEN} zijn`);
  const every = button(document, 'Toon alle antwoorden', () => {
    const open = every.getAttribute('aria-pressed') === 'false';
    every.setAttribute('aria-pressed', String(open));
    for (const { row } of rows) row.open = open;
  });
  every.setAttribute('aria-pressed', 'false');
  every.classList.add('kb-knop--stil');
  const clear = button(document, 'Wis de keuze', () => {
    choose(NONE);
    boxes[0].focus(); // the button goes away; the focus may not
  });
  const short = home.querySelector('h2');
  const fold = element(document, 'details', { class: 'kb-filter', open: '' },
    element(document, 'summary', {}, HOW_MANY),
    element(document, 'fieldset', { class: 'kb-vergelijking__keuze' }, element(document, 'legend', {}, 'Instrumenten'),
      ...slugs.map((slug, i) => choice(boxes[i], names.get(slug)))));
  const ready = button(document, 'Bekijk de vergelijking', () => {
    fold.open = false;
    short.focus();
    short.scrollIntoView();
  });
  ready.classList.add('kb-vergelijking__klaar', 'kb-uitslag');
  clear.classList.add('kb-knop--stil');
  short.tabIndex = -1;
  fold.append(ready, element(document, 'p', { class: 'kb-knoppen' }, clear));
  home.querySelector('[data-zonder-script]').replaceWith(fold, status);
  all.before(onlyChoice, every);

  function show(state) {
    const shown = columns(state.keuze);
    [...results, onlyChoice, every].forEach((node) => { node.hidden = !shown.length; });
    clear.hidden = !state.keuze.length;
    ready.hidden = !shown.length;
    if (shown.length) underChoice(document, ready);
    home.classList.toggle('kb-vergelijking--gekozen', shown.length > 0);
    if (shown.length) lines.forEach((line) => line.forEach((node, i) => { node.hidden = !shown.includes(slugs[i]); }));
    let differ = 0;
    for (const { row, mark, detail, disputed, cells } of shown.length ? rows : []) {
      const filled = cells.flatMap((cell, i) => (cell.hidden ? [] : [[names.get(slugs[i]), cell.dataset.vulling]]));
      mark.textContent = rowText(filled.map(([, filling]) => filling));
      detail.textContent = rowDetail(filled);
      if (disputed) disputed.hidden = !cells.some((cell) => !cell.hidden && cell.querySelector('.kb-tegenstrijdig'));
      const differs = mark.textContent === UNEVEN;
      differ += differs;
      mark.classList.toggle('kb-verschil--ja', differs);
      row.hidden = state.verschil && !differs;
    }
    boxes.forEach((input, i) => {
      input.checked = state.keuze.includes(slugs[i]);
      input.disabled = !input.checked && state.keuze.length === MOST;
    });
    only.checked = state.verschil;
    say([statusText(state, names, rows.filter(({ row }) => !row.hidden).length, differ), strangeText(strange(page.params(), known))].filter(Boolean).join(' '));
  }

  function choose(wish) {
    page.write(parts(wish));
    show(wish);
  }

  home.addEventListener('change', () => choose({ keuze: slugs.filter((_, i) => boxes[i].checked), verschil: only.checked }));
  page.follow(Object.keys(known), () => show(read()));
  show(read());
  if (columns(read().keuze).length && root.matchMedia(NARROW).matches) fold.open = false;
}
