/*
 * /gemeenten/: the municipality finder (a combobox after the ARIA Authoring Practices), and filters, order and download
 * for the table. Names, states and neighbours come from the table, the list of former names and the templates on
 * the page. What the reader chose stands in the address.
 *
 * Everything that needs no page is a pure function at the top, so that Node can test it. There a municipality is
 * { cbs, naam, ook: [], provincie, stand, … }, a former one { cbs, naam, tot, naar: ['GM1992'] }, and the state of the
 * table { tekst, provincie, stand, sorteer }, where sorteer is a column, with a minus in front for the other way round.
 */

import { address, strange, strangeText } from '../shared/address.js';
import { combobox } from '../shared/combobox.js';
import { csv, SEPARATOR } from '../shared/csv.js';
import { distance } from '../shared/distance.js';
import { button, element, later, speaker } from '../shared/dom.js';
import { save } from '../shared/download.js';
import { withSources } from '../shared/sources.js';

const MOST = 8; // suggestions
const LEAST = 2; // letters before suggestions appear
const WAIT = 150; // ms of rest before a list changes: long enough not to announce every letter
const COLUMNS = ['naam', 'stand', 'wanneer', 'bron', 'provincie'];
const CHOICES = ['tekst', 'provincie', 'stand', 'sorteer']; // of the table, in the address
const isOrder = (text) => COLUMNS.includes(text.replace(/^-/, ''));
const NO_NAME = '\u0000\u0000'; // the key of no name
const CODE = 'GM0000'; // stands in an address where the code of the municipality comes

// ---- without a page -------------------------------------------------------------------------------------------------

/** Words in; one key out, in which case, accents, hyphens, apostrophes and spaces do not count. */
export const key = (text) => text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '').replace(/friesland/g, 'fryslan');

const letters = (text) => (text.match(/[\p{L}\d]/gu) || []).length;

/**
 * What was typed in; the key asked for out. "Gemeente" is no part of a name, and "Haag, Den" is Den Haag. A name in
 * another script is none of ours.
 */
export function asked(typed) {
  if (/(?!\p{Script=Latin})\p{L}/u.test(typed)) return NO_NAME;
  const name = typed.replace(/(?:\bde\s+)?\bgemeente\b/gi, ' ');
  const [whole, last, first] = /^([^,]+),([^,]+)$/.exec(name) || [];
  return key(whole ? `${first} ${last}` : name);
}

/** Name in; the keys by which it is found: of the whole, and from each later word on. */
export function keys(name) {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').split(/[^\p{L}\d]+/u).filter(Boolean);
  return words.map((_, i) => key(words.slice(i).join('')));
}

/** Two places in; whether they are neighbours. The page says so in the row of one of them. */
export const areNeighbours = (a, b) => Boolean(a.buren?.includes(b.cbs) || b.buren?.includes(a.cbs));

const names = (place) => [place.naam, ...(place.ook || [])];

/** Name and key asked for in; 0 the same, 1 begins so, 2 a word begins so, 3 holds it, Infinity not at all. */
function rank(name, asked) {
  const [whole = '', ...later] = keys(name);
  if (whole === asked) return 0;
  if (whole.startsWith(asked)) return 1;
  if (later.some((one) => one.startsWith(asked))) return 2;
  return asked.length > LEAST && whole.includes(asked) ? 3 : Infinity;
}

/**
 * Places and what was typed in; { gevonden: [{ place, via, rang }], bedoeld } out, the best first. "via" is the other
 * name it was found by. With "bedoeld" nothing had these letters and these are the names nearest to it.
 */
export function find(places, typed) {
  const wanted = asked(typed);
  if (wanted.length < LEAST) return { gevonden: [], bedoeld: false };
  const best = (measure) => places.map((place, i) => names(place)
    .map((naam) => ({ place, i, via: naam === place.naam ? '' : naam, rang: measure(naam) }))
    .reduce((a, b) => (b.rang < a.rang ? b : a)))
    .filter(({ rang }) => rang < Infinity)
    .sort((a, b) => a.rang - b.rang || Boolean(a.place.naar) - Boolean(b.place.naar) || a.i - b.i)
    .map(({ place, via, rang }) => ({ place, via, rang }));
  const gevonden = best((naam) => rank(naam, wanted));
  if (gevonden.length) return { gevonden, bedoeld: false };
  const most = Math.round(wanted.length / 4);
  const near = best((naam) => {
    const far = distance(key(naam), wanted, most);
    return far > most ? Infinity : far;
  });
  return { gevonden: near, bedoeld: near.length > 0 };
}

/** Outcome of find in; the one place that was meant, or nothing. */
export function only({ gevonden, bedoeld }) {
  if (bedoeld || !gevonden.length) return null;
  return gevonden.length === 1 || (gevonden[0].rang === 0 && gevonden[1].rang > 0) ? gevonden[0].place : null;
}

/** Outcome of find in; the sentence for the status line. */
export function findText({ gevonden, bedoeld }, typed) {
  if (asked(typed).length < LEAST) return letters(typed) ? 'Typ ten minste twee letters van de naam.' : '';
  if (bedoeld) return `Geen gemeente heet zo. Bedoelde u ${gevonden.slice(0, MOST).map(({ place }) => place.naam).join(' of ')}?`;
  if (!gevonden.length) return 'Geen gemeente gevonden. Dorpen, wijken en gemeenten die al voor 2000 ophielden, staan hier niet.';
  const shown = gevonden.length > MOST ? ` De eerste ${MOST} staan in de lijst.` : '';
  return `${gevonden.length} ${gevonden.length === 1 ? 'gemeente past' : 'gemeenten passen'}. Kies met pijl omlaag.${shown}`;
}

/** Parameters and the choices { provincie: Map, stand: Map } in; { gemeente, …state } out. Unknown is left out. */
export function readState(params, choices) {
  const known = (name) => (choices[name].has(params.get(name)) ? params.get(name) : '');
  const sorteer = params.get('sorteer') || '';
  return {
    gemeente: (params.get('gemeente') || '').toUpperCase(),
    tekst: params.get('tekst') || '',
    provincie: known('provincie'),
    stand: known('stand'),
    sorteer: isOrder(sorteer) ? sorteer : COLUMNS[0],
  };
}

/** State of the table, without what is typed, in; what stands in the address out. */
export const parts = ({ provincie, stand, sorteer }) => ({ provincie, stand, sorteer: sorteer === COLUMNS[0] ? '' : sorteer });

/** Municipalities in the order of the page, state and choices in; those that pass, in the order asked for. */
export function select(places, { tekst, provincie, stand, sorteer }, choices) {
  const wanted = asked(tekst);
  const left = places.filter((place) => (!provincie || place.provincie === provincie) && (!stand || place.stand === stand)
    && (!wanted || names(place).some((naam) => key(naam).includes(wanted))));
  if (sorteer === COLUMNS[0]) return left;
  const at = (name) => Array.from(choices[name].keys());
  const values = {
    naam: () => 0,
    provincie: (place) => at('provincie').indexOf(place.provincie),
    stand: (place) => at('stand').indexOf(place.stand),
    wanneer: (place) => place.wanneer,
    bron: (place) => place.bronnen.join(SEPARATOR),
  };
  const value = values[sorteer.replace(/^-/, '')];
  const way = sorteer.startsWith('-') ? -1 : 1;
  const ordered = left.map((place, i) => ({ place, i, v: value(place) }));
  ordered.sort((a, b) => {
    if (a.v === '' || b.v === '') return (a.v === '') - (b.v === '') || a.i - b.i; // what is not known always comes last
    return way * (a.v < b.v ? -1 : a.v > b.v ? 1 : a.i - b.i);
  });
  return ordered.map(({ place }) => place);
}

/** State and choices in; the filters in words. */
export const filterWords = ({ tekst, provincie, stand }, choices) => [
  tekst.trim() && `naam bevat ‘${tekst.trim()}’`, provincie && choices.provincie.get(provincie), stand && choices.stand.get(stand),
].filter(Boolean);

/** How many are left, of how many, and the filters in words in; the sentence for the status line. */
export function statusText(left, all, filters) {
  if (!filters.length) return `${all} gemeenten.`;
  return `${left ? `${left} van de ${all} gemeenten` : 'Geen gemeenten'}. Filters: ${filters.join('; ')}.`;
}

/** Day of the data and state in; the name of the file: it tells what is in it. */
export function fileName(peildatum, { tekst, provincie, stand }) {
  const parts = Object.entries({ naam: key(tekst).slice(0, 40), provincie, stand }).filter(([, value]) => value);
  return ['gemeenten', peildatum, ...parts.map((part) => part.join('-'))].join('_') + '.csv';
}

/** Municipalities and what the page tells { adres, peildatum, bronnen: code → in words } in; rows with a header out, as in gemeenten.csv. */
export function rows(places, { adres, peildatum, bronnen }) {
  return [
    ['gemeente', 'cbs', 'andere_namen', 'provincie', 'stand', 'wanneer', 'bronnen', 'adres', 'peildatum'],
    ...places.map((place) => [
      place.naam, place.cbs, place.ook.join(SEPARATOR), place.provincieLabel, place.standLabel, place.wanneer,
      place.bronnen.map((code) => bronnen[code]).join(SEPARATOR), `${adres}gemeenten/${place.cbs.toLowerCase()}/`, peildatum,
    ]),
  ];
}

// ---- in the page ----------------------------------------------------------------------------------------------------

const list = (text) => (text ? text.split(SEPARATOR) : []);
const low = (label) => label.charAt(0).toLowerCase() + label.slice(1);

/**
 * Row of the table, and the keys of the provinces by label, in; the municipality out. Without a source two cells
 * before the last are not there. What only a chosen municipality, an order or a file asks for is read when it is asked.
 */
function readRow(row, provinces) {
  const { dataset, firstElementChild: name } = row; // not `cells`: a collection is slow to walk
  const provincie = row.lastElementChild;
  const stand = name.nextElementSibling;
  const wanneer = stand.nextElementSibling === provincie ? null : stand.nextElementSibling;
  const bron = wanneer && wanneer.nextElementSibling;
  const label = provincie.textContent;
  return {
    row, cbs: row.id.toUpperCase(), naam: name.textContent, ook: list(dataset.ook), provincie: provinces.get(label), provincieLabel: label,
    stand: dataset.stand, standLabel: stand.textContent, wanneer: dataset.wanneer || '',
    get buren() { return dataset.buren.split(' '); },
    get href() { return name.querySelector('a').getAttribute('href'); },
    get wanneerTekst() { return wanneer ? wanneer.textContent : ''; },
    get bronnen() { return bron ? Array.from(bron.querySelectorAll('a'), (link) => link.textContent) : []; },
  };
}

/** Item of the former names in; former municipality out. */
function readFormer(item) {
  const [naam, tot] = Array.from(item.querySelectorAll('span'), (part) => part.textContent);
  return {
    cbs: item.dataset.oud, naam, tot,
    naar: Array.from(item.querySelectorAll('a'), (link) => /gm\d+/.exec(link.getAttribute('href'))[0].toUpperCase()),
  };
}

/** The answer for one place, as elements. */
function answers(document, home, place, byCode) {
  const link = (one) => element(document, 'a', { href: one.href }, one.naam);

  function present(one) {
    const id = `antwoord-${one.cbs}`;
    const content = home.querySelector(`template[data-stand="${one.stand}"]`).content.cloneNode(true);
    const said = home.querySelector(`template[data-vermelding="${one.cbs}"]`);
    if (said) content.querySelector('[data-vermeldingen]').append(said.content.cloneNode(true));
    for (const report of content.querySelectorAll(`a[href*="${CODE}"]`)) report.href = report.getAttribute('href').replace(CODE, one.cbs);
    const neighbours = content.querySelector('[data-buren]');
    neighbours.append(...Array.from(byCode.values()).filter((other) => areNeighbours(one, other)).map((buur) => element(
      document, 'li', {}, link(buur), `: ${low(buur.standLabel)}${buur.wanneer ? ` (${buur.wanneerTekst})` : ''}`)));
    if (!neighbours.children.length) neighbours.replaceWith(element(document, 'p', {}, 'Deze gemeente grenst op de kaart niet aan een andere gemeente.'));
    return element(document, 'section', { class: 'kb-antwoord', 'aria-labelledby': id },
      element(document, 'h2', { id, tabindex: '-1' }, one.naam), content,
      element(document, 'p', {}, element(document, 'a', { href: one.href }, `Naar de pagina van de gemeente ${one.naam}`)));
  }

  if (!place.naar) return [present(place)];
  const now = place.naar.map((cbs) => byCode.get(cbs));
  const id = `antwoord-${place.cbs}`;
  const { vervallen, vervallenUitleg } = home.dataset;
  return [element(document, 'section', { class: 'kb-onbekend', 'aria-labelledby': id },
    element(document, 'h2', { id, tabindex: '-1' }, place.naam),
    element(document, 'p', { class: 'kb-stand--vervallen' }, element(document, 'strong', {}, `${vervallen}.`), ` ${vervallenUitleg}`),
    element(document, 'p', {}, `${place.naam} was een gemeente tot ${place.tot}. Nu: `, ...now.flatMap((one, i) => (i ? [', ', link(one)] : [link(one)])), '.'),
  ), ...now.map(present)];
}

/** Place and municipalities by code in; the sentence for the status line. */
function answerText(place, byCode) {
  if (!place.naar) return `${place.naam}: ${low(place.standLabel)}. Het antwoord staat hieronder.`;
  return `${place.naam} bestaat niet meer als gemeente. Nu: ${place.naar.map((cbs) => byCode.get(cbs).naam).join(', ')}.`;
}

/** The field with its suggestions. `choose` gets the chosen place, `forget` hears that none fits. Returns a function that sets field and status line. */
function finder(document, form, places, choose, forget) {
  const input = form.querySelector('input');
  const say = speaker(form.querySelector('[data-melding]'));
  const id = input.id + '-lijst';
  const box = element(document, 'div', { id, role: 'listbox', class: 'kb-zoek__lijst', 'aria-label': 'Gemeenten', hidden: '' });
  let outcome = { gevonden: [], bedoeld: false };
  let settled = ''; // what stands in the field since the last choice
  input.after(box);
  const choice = combobox(document, input, box, { pick: (i) => choose(outcome.gevonden[i].place), clear: () => told('', '') });

  function told(text, value) {
    if (value !== undefined) input.value = value;
    settled = input.value;
    say(text);
    choice.fill([]);
  }

  function note({ place, via }) {
    if (place.naar) return `vroegere gemeente, nu ${place.naar.map((cbs) => places.find((one) => one.cbs === cbs).naam).join(', ')}`;
    return via && `ook: ${via}`;
  }

  function fill(how) {
    outcome = find(places, input.value);
    const options = outcome.gevonden.slice(0, MOST).map((found) => element(document, 'div', { role: 'option', 'aria-selected': 'false' },
      element(document, 'span', { class: 'kb-zoek__titel' }, found.place.naam), ' ', element(document, 'span', { class: 'kb-zoek__soort' }, note(found))));
    say(findText(outcome, input.value), how);
    choice.fill(options);
  }

  input.addEventListener('input', later(() => { if (input.value !== settled) fill({ typing: true }); }, WAIT));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    fill();
    const place = only(outcome);
    if (place) {
      choose(place);
      form.scrollIntoView(); // under the keyboard of a phone one would not see that there is an answer
    } else {
      forget();
      input.focus();
      choice.open();
    }
  });
  form.hidden = false;
  form.parentElement.querySelector('[data-zonder-script]').remove();
  return told;
}

/** The table with its filters. */
function table(root, home, places, choices, page) {
  const { document } = root;
  const form = home.querySelector('form');
  const say = speaker(home.querySelector('[data-aantal]'));
  const body = home.querySelector('tbody');
  home.querySelector('[data-zonder-script]').remove(); // here one types a name, and the order can be another
  const heads = Array.from(home.querySelectorAll('thead th'));
  const known = { sorteer: isOrder, ...Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, Array.from(values.keys())])) };
  const inAddress = () => readState(page.params(), choices);
  let state = inAddress();
  /** Who comes with a choice in the address comes for the table. */
  const unfold = () => { if (CHOICES.some((name) => page.get(name))) home.closest('details').open = true; };

  function show(how) {
    const left = select(places, state, choices).map(({ row }) => row);
    const shown = new Set(left);
    for (const { row } of places) row.hidden = !shown.has(row);
    if (left.some((row, i) => row !== body.rows[i])) body.append(...left);
    heads.forEach((head, i) => {
      if (state.sorteer.replace(/^-/, '') === COLUMNS[i]) head.setAttribute('aria-sort', state.sorteer.startsWith('-') ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    say([statusText(left.length, places.length, filterWords(state, choices)), strangeText(strange(page.params(), known))].filter(Boolean).join(' '), how);
  }

  function choose(change) {
    state = { ...state, ...change };
    page.write(parts(state));
    show();
  }

  const typed = () => form.elements.tekst.value;
  const read = () => ({ tekst: typed(), provincie: form.elements.provincie.value, stand: form.elements.stand.value });
  const write = () => { for (const name of ['tekst', 'provincie', 'stand']) form.elements[name].value = state[name]; };
  heads.forEach((head, i) => {
    const sort = button(document, '', () => choose({ sorteer: state.sorteer === COLUMNS[i] ? '-' + COLUMNS[i] : COLUMNS[i] }));
    sort.className = 'kb-sorteer';
    sort.append(...head.childNodes);
    head.append(sort);
  });
  // What is typed filters at once, but stands in the address only after Enter.
  form.elements.tekst.addEventListener('input', later(() => {
    state = { ...state, tekst: typed() };
    show({ typing: true });
  }, WAIT));
  form.addEventListener('change', ({ target }) => { if (target.name !== 'tekst') choose(read()); });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    page.write({ tekst: typed() });
    choose(read());
  });
  form.querySelector('[data-wis]').addEventListener('click', () => {
    page.write({ ...parts({ ...state, provincie: '', stand: '' }), tekst: '' });
    state = { ...state, tekst: '', provincie: '', stand: '' };
    write();
    show();
  });
  form.querySelector('[data-csv]').addEventListener('click', () => {
    state = { ...state, ...read() };
    show();
    withSources(root, home.dataset.bronnenlijst, say, (bronnen) => {
      const chosen = select(places, state, choices);
      save(root, fileName(home.dataset.peildatum, state), csv(rows(chosen, { ...home.dataset, bronnen })), 'text/csv;charset=utf-8');
    });
  });
  page.follow(CHOICES, () => {
    state = inAddress();
    write();
    show();
    unfold();
  });
  unfold();
  write();
  show();
  form.hidden = false;
}

/** The map: a square says its name and can be clicked (list and field do so by keyboard). Returns a function that marks codes. */
function map(document, drawing, byCode, choose) {
  const mark = drawing.querySelector('[data-keuze]');
  const svg = mark.ownerSVGElement;
  svg.classList.add('kb-tegels--kies');
  svg.addEventListener('click', ({ target }) => { if (target.dataset.cbs) choose(target.dataset.cbs); });
  svg.addEventListener('pointerover', ({ target }) => {
    const place = byCode.get(target.dataset.cbs);
    if (!place || target.firstChild) return;
    target.append(document.createElementNS(svg.namespaceURI, 'title'));
    target.firstChild.append(`${place.naam}: ${low(place.standLabel)}`);
  });
  let marks = [];
  return (codes) => {
    for (const one of marks) one.remove();
    marks = codes.map((cbs) => {
      const one = mark.cloneNode();
      const square = svg.querySelector(`[data-cbs="${cbs}"]`);
      for (const name of ['x', 'y']) one.setAttribute(name, square.getAttribute(name));
      one.removeAttribute('visibility');
      return one;
    });
    svg.append(...marks);
  };
}

/** Window in; reads what the page tells of all places, then starts what works with it, in turns of their own. */
export function begin(root) {
  const { document } = root;
  const home = document.querySelector('[data-gemeentezoeker]');
  const tableHome = document.querySelector('[data-gemeententabel]');
  const options = (name) => new Map(Array.from(tableHome.querySelector(`select[name="${name}"]`).options, (one) => [one.value, one.text]).filter(([value]) => value));
  const choices = { provincie: options('provincie'), stand: options('stand') };
  const provinces = new Map(Array.from(choices.provincie, ([value, text]) => [text, value]));
  const present = Array.from(tableHome.querySelectorAll('tbody tr'), (row) => readRow(row, provinces));
  const former = Array.from(document.querySelectorAll('[data-vroegere-namen] [data-oud]'), readFormer);
  root.setTimeout(start, 0, root, home, present, former);
  root.setTimeout(() => table(root, tableHome, present, choices, address(root)));
}

/** The finder and the map. */
function start(root, home, present, former) {
  const { document } = root;
  const places = [...present, ...former];
  const byCode = new Map(places.map((place) => [place.cbs, place]));
  const page = address(root);
  const answer = home.querySelector('[data-antwoord]');

  const mark = map(document, document.querySelector('[data-tegelkaart]'), byCode, (cbs) => {
    choose(byCode.get(cbs));
    answer.querySelector('h2').focus();
  });
  const told = finder(document, home.querySelector('form'), places, choose, () => {
    forget();
    page.write({ gemeente: '' });
  });

  /** No answer may stay under a name that was not found. */
  function forget() {
    answer.replaceChildren();
    answer.hidden = true;
    mark([]);
  }

  function show(place) {
    answer.replaceChildren(...answers(document, home, place, byCode));
    answer.hidden = false;
    told(answerText(place, byCode), place.naam);
    mark(place.naar || [place.cbs]);
  }

  function choose(place) {
    page.write({ gemeente: place.cbs });
    show(place);
  }

  function showAsked() {
    const cbs = page.get('gemeente').toUpperCase();
    if (byCode.has(cbs)) show(byCode.get(cbs));
    else {
      forget();
      told(cbs ? 'De gemeente in het adres van deze pagina is niet gevonden.' : '', '');
    }
  }

  page.follow(['gemeente'], showAsked);
  if (page.get('gemeente')) showAsked();
}
