/*
 * Chooses from the open questions on /vragen/: by whom to ask, kind of subject and instrument. The list and all its words
 * are read from the HTML; nothing else is loaded. The choice stands in the address, and what is left can be taken along.
 */

import { address, strange, strangeText } from '../shared/address.js';
import { csv, SEPARATOR } from '../shared/csv.js';
import { button, element, speaker } from '../shared/dom.js';
import { save } from '../shared/download.js';
import { ods, ODS } from '../shared/odf.js';
import { outcome } from '../shared/outcome.js';

const NAMES = ['aan', 'onderwerp', 'instrument'];
const NOTHING = { aan: '', onderwerp: '', instrument: '' };
const WIDTHS = [10, 5, 6, 6, 4, 5, 7, 2.6, 7, 2.6, 5]; // cm, one per column

// ---- without a page -------------------------------------------------------------------------------------------------

/** Parameters and what may stand behind each name in; the choice out, unknown values left out. */
export function readState(params, known) {
  const wrong = strange(params, known).map(([name]) => name);
  return Object.fromEntries(NAMES.map((name) => [name, wrong.includes(name) ? '' : params.get(name) || '']));
}

/** A question { aan: ['pmm'], onderwerp: ['leerpunt'], instrument: [] } and the choice in; whether it is shown. */
export const passes = (question, state, except) => NAMES.every((name) => name === except || !state[name] || question[name].includes(state[name]));

/** Questions and the choice in; per name and value how many there would be with that value, given the other choices. */
export function counts(questions, state) {
  return Object.fromEntries(NAMES.map((name) => {
    const numbers = {};
    for (const question of questions) {
      if (passes(question, state, name)) for (const value of question[name]) numbers[value] = (numbers[value] || 0) + 1;
    }
    return [name, numbers];
  }));
}

/** How many questions, in all and left, and the words of the choice in; one sentence out. */
export function statusText(left, all, words) {
  if (!words.length) return `${all} vragen.`;
  return `${left ? `${left} van de ${all} vragen` : 'Geen vragen'} (${words.join('; ')}).`;
}

/** The choice in; a file name without its ending: it tells what is in the file. */
export const fileName = (state) => ['vragen', ...NAMES.filter((name) => state[name]).map((name) => `${name}-${state[name]}`)].join('_');

// ---- on the page ----------------------------------------------------------------------------------------------------

/** Window in; makes the list of questions choosable when the page has one. */
export function begin(root) {
  const { document } = root;
  const all = document.querySelector('[data-vragen]');
  if (!all) return;
  const form = all.querySelector('[data-filter]');
  const groups = Array.from(all.querySelectorAll('[data-soort]'));
  const fields = Object.fromEntries(NAMES.map((name) => [name, form.elements.namedItem(name)]));
  const names = Object.fromEntries(NAMES.map((name) => [name, new Map(Array.from(fields[name].options, ({ value, text }) => [value, text]))]));
  const known = Object.fromEntries(NAMES.map((name) => [name, Array.from(names[name].keys()).filter(Boolean)]));
  const { adres, site, peildatum, licentie } = all.dataset;
  const list = (text) => text.split(' ').filter(Boolean);
  const questions = Array.from(all.querySelectorAll('[data-aan]'), (node) => ({
    node, aan: list(node.dataset.aan), onderwerp: list(node.dataset.onderwerp), instrument: list(node.dataset.instrument),
  }));
  const say = speaker(all.querySelector('[data-stand]'));
  const page = address(root);
  const clear = form.querySelector('[type=reset]');
  const jump = outcome(document, all.querySelector('[data-stand]'));
  form.append(jump.node);
  let state = NOTHING;

  const words = () => NAMES.filter((name) => state[name]).map((name) => names[name].get(state[name]));
  const shown = () => questions.filter(({ node }) => !node.hidden);

  function rows() {
    const label = (name, question) => question[name].map((value) => names[name].get(value)).join(SEPARATOR);
    const text = (node, selector) => (node.querySelector(selector) ? node.querySelector(selector).textContent : '');
    const table = shown().map((question) => {
      const { node } = question;
      const place = node.closest('[data-bij]');
      return [text(node, '[data-vraag]'), label('aan', question), text(place, 'a'), Array.from(node.querySelectorAll('[data-ook-bij] a'), (link) => link.textContent).join(SEPARATOR), label('onderwerp', question), label('instrument', question), text(node, '[data-levert-op]'), place.dataset.op, adres + place.dataset.bij, peildatum, words().join('; ')];
    });
    return [['vraag', 'aan', 'bij', 'ook_bij', 'onderwerp', 'instrument', 'levert_op', 'gecontroleerd_op', 'adres', 'peildatum', 'filters'], ...table];
  }

  function saveOds() {
    const [head, ...rest] = rows();
    const address_ = head.indexOf('adres');
    const linked = rest.map((row) => row.map((cell, i) => (i === address_ ? { text: cell, href: cell } : cell)));
    const about = [['Over dit bestand', ''], ['Filters', words().join('; ') || 'geen: alle vragen'], ['Aantal vragen', rest.length], ['Peildatum', peildatum],
      ['Bron', { text: site, href: `${adres}vragen/` }], ['Licentie', licentie], ['Let op', 'Niet gevonden in openbare bronnen betekent niet dat het er niet is.']];
    const sheets = [{ name: 'Vragen', rows: [head, ...linked], widths: WIDTHS }, { name: 'Toelichting', rows: about, widths: [4, 14] }];
    save(root, `${fileName(state)}.ods`, ods(sheets, { title: `Open vragen, ${site}` }), ODS);
  }

  function show(wish) {
    state = wish;
    const some = NAMES.some((name) => state[name]);
    for (const question of questions) question.node.hidden = !passes(question, state);
    const left = (place) => place.querySelectorAll('[data-aan]:not([hidden])').length;
    for (const part of all.querySelectorAll('[data-bij]')) part.hidden = !left(part);
    for (const group of groups) {
      group.hidden = !left(group);
      group.open = some;
      group.querySelector('[data-aantal]').textContent = `(${left(group)})`;
    }
    const numbers = counts(questions, state);
    for (const name of NAMES) {
      fields[name].value = state[name];
      for (const option of fields[name].options) {
        const number = numbers[name][option.value] || 0;
        if (option.value) option.textContent = `${names[name].get(option.value)} (${number})`;
      }
    }
    clear.classList.toggle('kb-knop--stil', !some);
    jump.say(some ? `Bekijk de vragen (${shown().length} van de ${questions.length})` : '');
    say([statusText(shown().length, questions.length, words()), strangeText(strange(page.params(), known))].filter(Boolean).join(' '));
  }

  function choose(wish) {
    page.write(wish);
    show(wish);
  }

  form.addEventListener('input', () => choose(Object.fromEntries(NAMES.map((name) => [name, fields[name].value]))));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    choose(NOTHING);
  });
  all.querySelector('[data-bewaren]').before(element(document, 'div', { class: 'kb-catalogus__knoppen kb-filter', role: 'group', 'aria-label': 'Bewaar deze selectie' },
    element(document, 'span', {}, 'Bewaar deze selectie:'), button(document, 'ODS (rekenblad)', saveOds),
    button(document, 'CSV', () => save(root, `${fileName(state)}.csv`, csv(rows()), 'text/csv;charset=utf-8'))));
  page.follow(NAMES, () => show(readState(page.params(), known)));
  form.hidden = false;
  show(readState(page.params(), known));
  // Who comes with a choice comes for what is left of the list, not for the organisations above it.
  // Not before the page stands: to know at once where the form is takes a slow phone a quarter of a second.
  if (NAMES.some((name) => state[name])) root.setTimeout(() => root.scrollBy(0, form.getBoundingClientRect().top), 250);
}
