/*
 * The decision aid on one page. The questions and outcomes stand in the page itself, under "Alle vragen en uitkomsten";
 * this script shows one at a time and keeps the answers in the address (#pad=casus.ja.nee), so that a result can be
 * shared. Without it the first question leads to pages of its own.
 */

import { address, changed, file } from '../shared/address.js';
import { copy } from '../shared/clipboard.js';
import { button, element } from '../shared/dom.js';
import { blocksOf, sourcesOf } from '../shared/reading.js';
import { origin, takers } from '../shared/takealong.js';

// ---- without a page -------------------------------------------------------------------------------------------------

/** What the address says in; the keys of the answers out. */
export const readPad = (text) => text.split('.').filter(Boolean);

/** Keys of answers in; the link to them out, within the page. */
export const writePad = (keys) => `#pad=${keys.map(encodeURIComponent).join('.')}`;

/**
 * {start, vragen: {vraag: {antwoord: naar}}} and keys in; the steps taken and where they end out. Keys that fit no
 * answer are left out, with all that follows; ``rest`` counts them.
 */
export function walk(graph, keys) {
  const steps = [];
  let here = graph.start;
  for (const key of keys) {
    const answers = graph.vragen[here];
    if (!answers || !Object.prototype.hasOwnProperty.call(answers, key)) break;
    steps.push({ vraag: here, antwoord: key });
    here = answers[key];
  }
  return { steps, here, rest: keys.length - steps.length };
}

const TITLE = 'Uitkomst van de keuzehulp';

/** Keys of answers in; the attributes of a link to them out. */
const step = (keys) => ({ href: writePad(keys), 'data-stap': keys.join('.') });

// ---- on the page ----------------------------------------------------------------------------------------------------

/** A part of the page in; copies of what it holds out, with headings of a lower number and without ids. */
function copies(document, part) {
  const copy = part.cloneNode(true);
  for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
  for (const heading of copy.querySelectorAll('h4')) heading.replaceWith(element(document, 'h3', {}, heading.textContent));
  return Array.from(copy.childNodes);
}

/** The list of everything in; the graph and the parts of each question and outcome out. */
function read(all, start) {
  const graph = { start, vragen: {} };
  const questions = {};
  const outcomes = {};
  for (const section of all.querySelectorAll('[data-vraag]')) {
    const answers = {};
    const key = section.dataset.vraag;
    graph.vragen[key] = {};
    for (const item of section.querySelectorAll('[data-antwoord]')) {
      graph.vragen[key][item.dataset.antwoord] = item.dataset.naar;
      answers[item.dataset.antwoord] = { tekst: item.querySelector('[data-tekst]').textContent, waarom: item.querySelector('[data-waarom]') };
    }
    questions[key] = { kop: section.querySelector('[data-kop]').textContent, uitleg: section.querySelector('[data-uitleg]'), answers };
  }
  for (const section of all.querySelectorAll('[data-uitkomst]')) {
    outcomes[section.dataset.uitkomst] = { kop: section.querySelector('[data-kop]').textContent, inhoud: section.querySelector('[data-inhoud]'), pad: section.dataset.pad };
  }
  return { graph, questions, outcomes };
}

/** Window and document in; starts the decision aid when the page has one. */
export function begin(window) {
  const { document } = window;
  const stage = document.querySelector('[data-keuzehulp]');
  const all = document.querySelector('[data-alles]');
  if (!stage || !all) return;
  const { graph, questions, outcomes } = read(all, stage.dataset.start);
  const make = (name, attributes, ...children) => element(document, name, attributes, ...children);
  const page = address(window);
  const title = document.title;
  const canonical = document.querySelector('link[rel="canonical"]').href;
  const status = make('p', { role: 'status', class: 'kb-verborgen' });
  const card = make('section', { 'aria-labelledby': 'vraag-nu' });
  const path = make('section', { 'aria-labelledby': 'uw-weg' });

  /** Address of what is shown in; the outcome with the answers that led to it as one text out. */
  function whole(href) {
    const sources = sourcesOf(document);
    return [
      { type: 'heading', level: 1, text: TITLE },
      ...blocksOf(make('div', {}, document.getElementById('van-wie').cloneNode(true)), sources),
      ...origin(stage, href),
      ...blocksOf(card, sources),
      ...blocksOf(path, sources),
    ];
  }

  function question(key, keys) {
    const { uitleg, answers } = questions[key];
    const options = Object.entries(answers);
    return [
      ...copies(document, uitleg),
      make('ul', {}, ...options.map(([answer, { tekst }]) => make('li', { class: 'kb-ingang' }, make('a', step([...keys, answer]), tekst)))),
      make('details', {}, make('summary', {}, 'Waarom doet uw antwoord ertoe?'),
        make('dl', {}, ...options.flatMap(([, { tekst, waarom }]) => [make('dt', {}, tekst), make('dd', {}, ...copies(document, waarom))]))),
    ];
  }

  function outcome(key, keys) {
    const { inhoud, pad } = outcomes[key];
    // The address of the answers alone: a dossier goes along with the reader, not with this outcome.
    const here = new URL(changed({ pathname: window.location.pathname, search: '', hash: '' }, { pad: keys.join('.') }), window.location.href).href;
    const shown = make('span', { class: 'kb-adres' }, here);
    const take = button(document, 'Kopieer het adres', async () => { status.textContent = await copy(window, here, shown, 'Het adres is gekopieerd.'); });
    const print = button(document, 'Druk deze uitkomst af', () => window.print());
    const place = make('p', { class: 'kb-knoppen' }, take, ' ', print);
    const say = (text) => { status.textContent = text; };
    // Of the public address also in a copy on a disk: who gets the text can open it.
    const given = () => ({ name: `keuzehulp_${key}.odt`, title: TITLE, blocks: whole(`${canonical}${new URL(here).hash}`) });
    place.append(...takers(window, place, say, given));
    return [
      ...copies(document, inhoud),
      make('section', { 'data-niet-meenemen': true },
        make('h3', {}, 'Bewaren of delen'),
        make('p', {}, 'Adres van deze uitkomst, met uw antwoorden: ', shown),
        make('p', {}, make('a', { href: file(pad, window.location.protocol) }, 'Deze uitkomst als vaste pagina')),
        place),
    ];
  }

  function taken({ vraag, antwoord }, index, keys) {
    const { kop, answers } = questions[vraag];
    const { tekst, waarom } = answers[antwoord];
    const change = make('a', { ...step(keys.slice(0, index)), 'aria-label': `Wijzig uw antwoord op vraag ${index + 1}: ${kop}` }, 'Wijzig');
    return make('li', {}, `${kop} `, make('strong', {}, `${tekst}.`), ' ', change, ...copies(document, waarom));
  }

  /** Draws what the address says. The focus only moves when the reader did something. */
  function show(moved) {
    const { steps, here, rest } = walk(graph, readPad(page.get('pad')));
    const keys = steps.map(({ antwoord }) => antwoord);
    const ended = Object.prototype.hasOwnProperty.call(outcomes, here);
    const text = ended ? `Uitkomst: ${outcomes[here].kop}` : `Vraag ${steps.length + 1}: ${questions[here].kop}`;
    const heading = make('h2', { id: 'vraag-nu', tabindex: '-1' }, text);
    card.classList.toggle('kb-antwoord', ended);
    card.replaceChildren(heading, ...(ended ? outcome(here, keys) : question(here, keys)));
    path.hidden = !steps.length;
    path.replaceChildren(
      make('h2', { id: 'uw-weg' }, 'Uw antwoorden'),
      make('ol', {}, ...steps.map((one, index) => taken(one, index, keys))),
      make('p', {}, make('a', step([]), 'Begin opnieuw')),
    );
    document.title = steps.length ? `${text} - ${title}` : title;
    status.textContent = rest ? 'Een deel van het adres past niet bij de vragen. U gaat verder bij de laatste vraag die past.' : '';
    // On paper only the sources of what is shown, each under the number it has on screen.
    for (const note of document.querySelectorAll('.kb-bronnen > li')) {
      note.value = Number(note.id.replace('bron-', ''));
      note.classList.toggle('kb-niet-drukken', !stage.querySelector(`a[href="#${note.id}"]`));
    }
    if (moved) {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView(); // at the top: the answers have to be in sight too
    }
  }

  stage.addEventListener('click', (event) => {
    const link = event.target.closest('[data-stap]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain) return;
    event.preventDefault();
    page.write({ pad: link.dataset.stap });
    show(true);
  });
  page.follow(['pad'], () => show(true));
  all.classList.add('kb-niet-drukken');
  stage.replaceChildren(status, card, path);
  show(false);
}
