/*
 * The catalogue of learnings on /leerpunten/: filters, order and export of what the page already shows. The list, the
 * facets and their words are read from the HTML; nothing else is loaded. The chosen filters stand in the address.
 *
 * Everything that needs no page is a pure function at the top, so that Node can test it. There a state is
 * { filters: { wet: ['awir'] }, volgorde: 'nummer' } and a learning { nummer, titel, …, waarden: { wet: ['awir'] } }.
 */

import { address, strange, strangeText } from '../shared/address.js';
import { csv, SEPARATOR } from '../shared/csv.js';
import { button, element, speaker } from '../shared/dom.js';
import { save } from '../shared/download.js';
import { ods, ODS } from '../shared/odf.js';
import { withSources } from '../shared/sources.js';
import { outcome } from '../shared/outcome.js';

const VOLGORDES = { nummer: 'Nummer', titel: 'Titel', datum: 'Jongste bewering eerst' };
export const NO_FILTERS = 'geen: alle leerpunten';
const LONGEST_NAME = 100; // of a file: longer ones do not fit every disk
const WIDTHS = [1.6, 7, 10, 2, 2.4, 2.2, 4, 4, 5, 5, 4, 1.8, 2.6, 14, 8, 2.6, 6]; // cm, one per column

// ---- without a page -------------------------------------------------------------------------------------------------

/** Parameters and the facets [{ naam, waarden: Map key → label }] in; the state out. What is unknown is left out. */
export function readState(params, facets) {
  const filters = {};
  for (const { naam, waarden } of facets) {
    const values = Array.from(waarden.keys()).filter((value) => params.getAll(naam).includes(value));
    if (values.length) filters[naam] = values;
  }
  const volgorde = params.get('volgorde');
  return { filters, volgorde: Object.hasOwn(VOLGORDES, volgorde) ? volgorde : 'nummer' };
}

/** State and facets in; what stands in the address out. */
export const parts = ({ filters, volgorde }, facets) => ({
  ...Object.fromEntries(facets.map(({ naam }) => [naam, filters[naam] || []])), volgorde: volgorde === 'nummer' ? '' : volgorde,
});

/** One learning in; whether it passes all filters: within a facet one value is enough. `except` is a facet to skip. */
const passes = (item, filters, except) => Object.keys(filters).every((naam) => naam === except
  || filters[naam].some((value) => item.waarden[naam].includes(value)));

/** Learnings by number, as the page has them, and state in; what is left, in the order asked for. What is equal stays by number. */
export function select(items, { filters, volgorde }) {
  const left = items.filter((item) => passes(item, filters));
  const newest = (item) => (item.datum ? `${item.waarden.jaar[0]} ${item.datum}` : '');
  if (volgorde === 'titel') left.sort((a, b) => a.titel.localeCompare(b.titel, 'nl', { numeric: true }));
  if (volgorde === 'datum') left.sort((a, b) => (newest(a) === newest(b) ? 0 : newest(a) < newest(b) ? 1 : -1));
  return left;
}

/** Learnings, facets and filters in; per facet and value how many there would be with that value, given the others. */
export function counts(items, facets, filters) {
  return Object.fromEntries(facets.map(({ naam, waarden }) => {
    const others = items.filter((item) => passes(item, filters, naam));
    return [naam, Object.fromEntries(Array.from(waarden.keys(), (value) => [value, others.filter((item) => item.waarden[naam].includes(value)).length]))];
  }));
}

/** Facets and filters in; the filters in words. */
export function filterText(facets, filters) {
  const chosen = facets.filter(({ naam }) => filters[naam]);
  return chosen.map(({ naam, label, waarden }) => `${label}: ${filters[naam].map((value) => waarden.get(value)).join(' of ')}`).join('; ') || NO_FILTERS;
}

/** Filters and number of learnings, in all and left, in; the sentence for the status line. */
export function statusText(left, all, text) {
  const number = left ? `${left} van de ${all} leerpunten` : 'Geen leerpunten met deze filters';
  return text === NO_FILTERS ? `${all} leerpunten.` : `${number}. Filters: ${text}.`;
}

/** Filters in; file name without its ending: it tells what is in the file. */
export function fileName(filters) {
  const parts = Object.keys(filters).map((naam) => `_${naam}-${filters[naam].join('+')}`);
  const name = 'leerpunten' + parts.join('');
  return name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) + '_enz' : name;
}

/** Learnings, facets, what the site tells { adres, peildatum, bronnen: code → in words }, the filters in words in; rows with a header out. */
export function table(items, facets, site, text) {
  const words = Object.fromEntries(facets.map(({ naam, waarden }) => [naam, (item) => item.waarden[naam].map((value) => waarden.get(value)).join(SEPARATOR)]));
  const columns = {
    nummer: (item) => item.nummer,
    titel: (item) => item.titel,
    samenvatting: (item) => item.samenvatting,
    herkomst: words.herkomst,
    aard: (item) => item.aard,
    vorm: (item) => item.vorm,
    soort: words.soort,
    leefgebied: words.leefgebied,
    wet: words.wet,
    organisatie: words.organisatie,
    status: words.status,
    jaar: words.jaar,
    jongste_datum: (item) => item.datum,
    bronnen: (item) => item.bronnen.map((code) => site.bronnen[code]).join(SEPARATOR),
    adres: (item) => site.adres + item.pad,
    peildatum: () => site.peildatum,
    filters: () => text,
  };
  return [Object.keys(columns), ...items.map((item) => Object.values(columns).map((column) => column(item)))];
}

/** Rows, what the site tells and the filters in words in; the two sheets of the spreadsheet. */
export function sheets(rows, site, text) {
  const [head, ...rest] = rows;
  const address = head.indexOf('adres');
  const linked = rest.map((row) => row.map((cell, i) => (i === address ? { text: cell, href: cell } : cell)));
  const explanation = [
    ['Over dit bestand', ''],
    ['Filters', text],
    ['Aantal leerpunten', rest.length],
    ['Peildatum', site.peildatum],
    ['Bron', { text: site.naam, href: site.adres + 'leerpunten/' }],
    ['Adres', site.adres + 'leerpunten/'],
    ['Licentie', site.licentie],
    ['Let op', 'De bron en de datum van elke bewering staan op de pagina van het leerpunt, zie de kolom adres.'],
    ['Herkomst', 'Een L is een punt van PMM. Een V is een verwant punt: schrijf dat niet aan PMM toe.'],
  ];
  return [{ name: 'Leerpunten', rows: [head, ...linked], widths: WIDTHS }, { name: 'Toelichting', rows: explanation, widths: [4, 14] }];
}

// ---- in the page ----------------------------------------------------------------------------------------------------

function readItem(node, names) {
  const { nummer, pad, aard, vorm, datum, bronnen } = node.dataset;
  const list = (text) => text.split(' ').filter(Boolean);
  const waarden = Object.fromEntries(names.map((naam) => [naam, list(node.dataset[naam])]));
  return { node, nummer, pad, aard, vorm, datum, waarden, bronnen: list(bronnen), titel: node.querySelector('a').textContent, samenvatting: node.querySelector('p').textContent };
}

/** One facet of links in; the same with checkboxes out: { naam, label, waarden, chosen, choices: Map }. */
function readFacet(document, details) {
  const naam = details.dataset.facet;
  const summary = details.querySelector('summary');
  const waarden = new Map();
  const choices = new Map();
  const set = element(document, 'fieldset', { class: 'kb-facet' }, element(document, 'legend', { class: 'kb-verborgen' }, summary.textContent));
  for (const link of details.querySelectorAll('a[data-waarde]')) {
    const value = link.dataset.waarde;
    const id = `kb-${naam}-${value}`;
    // Firefox would put the boxes back as they were left; the address decides.
    const input = element(document, 'input', { type: 'checkbox', id, name: naam, value });
    const count = element(document, 'span', { class: 'kb-facet__aantal' });
    waarden.set(value, link.textContent);
    choices.set(value, { input, count });
    set.append(element(document, 'div', { class: 'kb-facet__keuze' }, input, ' ', element(document, 'label', { for: id }, link.textContent, ' ', count)));
  }
  const chosen = element(document, 'span', { class: 'kb-facet__aantal' });
  const label = summary.textContent;
  summary.append(' ', chosen);
  details.querySelector('ul').replaceWith(set);
  return { naam, label, waarden, chosen, choices };
}

/** Window in; makes the catalogue of this page work, a facet per turn: all at once would hold up a slow phone. */
export function begin(root) {
  const { document } = root;
  const box = document.querySelector('[data-catalogus]');
  if (!box) return;
  const facets = [];
  const waiting = Array.from(box.querySelectorAll('[data-facet]'));
  const next = () => {
    if (!waiting.length) return catalogue(root, box, facets);
    facets.push(readFacet(document, waiting.shift()));
    return root.setTimeout(next);
  };
  next();
}

/** The list, and what chooses from it. */
function catalogue(root, box, facets) {
  const { document } = root;
  const lists = Array.from(document.querySelectorAll('[data-leerpunten]')); // the second holds what is folded in
  const [list] = lists;
  const inSight = list.children.length;
  const status = document.querySelector('[data-stand]');
  const items = Array.from(document.querySelectorAll('[data-leerpunten] > li'), (node) => readItem(node, facets.map(({ naam }) => naam)));
  const { adres, site: naam, peildatum, licentie, bronnenlijst } = box.dataset;
  const site = { adres, naam, peildatum, licentie };

  const order = element(document, 'select', { id: 'kb-volgorde', autocomplete: 'off' }, ...Object.entries(VOLGORDES).map(([value, text]) => element(document, 'option', { value }, text)));
  const say = speaker(status);
  const page = address(root);
  const known = { ...Object.fromEntries(facets.map(({ naam: name, waarden }) => [name, Array.from(waarden.keys())])), volgorde: Object.keys(VOLGORDES) };
  let shown = [];
  let state = readState(page.params(), facets);

  const rows = (bronnen) => table(shown, facets, { ...site, bronnen }, filterText(facets, state.filters));
  const exportCsv = () => withSources(root, bronnenlijst, say, (bronnen) => save(root, fileName(state.filters) + '.csv', csv(rows(bronnen)), 'text/csv;charset=utf-8'));
  const exportOds = () => withSources(root, bronnenlijst, say, (bronnen) => {
    const title = `Leerpunten, ${site.naam}`;
    save(root, fileName(state.filters) + '.ods', ods(sheets(rows(bronnen), site, filterText(facets, state.filters)), { title }), ODS);
  });
  box.querySelector('[data-zonder-script]').replaceWith(element(document, 'p', {}, 'Achter elke keuze staat hoeveel leerpunten er dan zijn.'));
  const clear = button(document, 'Wis alle filters', () => choose({ filters: {}, volgorde: state.volgorde }));
  const jump = outcome(document, document.getElementById('lijst'));
  box.append(
    element(document, 'p', { class: 'kb-catalogus__knoppen' }, clear),
    element(document, 'p', {}, element(document, 'label', { for: 'kb-volgorde' }, 'Volgorde'), ' ', order),
    jump.node,
  );
  const exports = element(document, 'div', { class: 'kb-catalogus__knoppen kb-filter', role: 'group', 'aria-label': 'Exporteer deze selectie' },
    element(document, 'span', {}, 'Exporteer deze selectie:'), button(document, 'ODS (rekenblad)', exportOds), button(document, 'CSV', exportCsv));
  list.before(exports);

  function show(wish) {
    state = wish;
    shown = select(items, state);
    const numbers = counts(items, facets, state.filters);
    for (const facet of facets) {
      const chosen = state.filters[facet.naam] || [];
      for (const [value, { input, count }] of facet.choices) {
        input.checked = chosen.includes(value);
        count.textContent = `(${numbers[facet.naam][value]})`;
      }
      facet.chosen.textContent = chosen.length ? `(${chosen.length} gekozen)` : '';
    }
    order.value = state.volgorde;
    clear.classList.toggle('kb-knop--stil', !Object.keys(state.filters).length);
    jump.say(Object.keys(state.filters).length ? `Bekijk de lijst (${shown.length} van de ${items.length})` : '');
    for (const item of items) item.node.hidden = !shown.includes(item);
    // Folded in is only the end of the whole list: of what somebody chose, all is in sight.
    const whole = shown.length === items.length && state.volgorde === 'nummer';
    const start = whole ? inSight : shown.length;
    place(list, shown.slice(0, start));
    if (lists[1]) {
      place(lists[1], shown.slice(start));
      lists[1].closest('details').hidden = !whole;
    }
    say([statusText(shown.length, items.length, filterText(facets, state.filters)), strangeText(strange(page.params(), known))].filter(Boolean).join(' '));
  }

  function place(into, some) {
    // To put all in their place again, even where they are, costs the browser a new layout.
    const there = Array.from(into.children).filter((node) => !node.hidden);
    if (some.length !== there.length || some.some(({ node }, i) => node !== there[i])) into.append(...some.map(({ node }) => node));
  }

  function choose(wish) {
    page.write(parts(wish, facets));
    show(wish);
  }

  function read() {
    const filters = {};
    for (const { naam: name, choices } of facets) {
      const values = Array.from(choices.keys()).filter((value) => choices.get(value).input.checked);
      if (values.length) filters[name] = values;
    }
    return { filters, volgorde: order.value };
  }

  box.addEventListener('change', () => choose(read()));
  page.follow(Object.keys(known), () => show(readState(page.params(), facets)));
  root.setTimeout(show, 0, state);
}
