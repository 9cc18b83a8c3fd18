/*
 * Chooses from the list on /wijzigingen/: since a day, of one kind, about one subject. The list and all its words are
 * read from the HTML; nothing else is loaded. The choice stands in the address.
 *
 * "Onthoud mijn bezoek" is the one thing that is stored, and only after the reader ticked it: up to which day the site
 * was brought up to date at this visit and at the one before. That day belongs to the site and not to the reader, and it
 * is what a next version has to be compared with. Without the tick nothing is written.
 */

import { address, strange, strangeText } from '../shared/address.js';
import { dateText, isDay } from '../shared/dates.js';
import { later, speaker } from '../shared/dom.js';

const REST = 700; // ms
const KEY = 'kb-wijzigingen';
const NAMES = ['sinds', 'soort', 'onderwerp'];

// ---- without a page -------------------------------------------------------------------------------------------------

/** Parameters and what may stand behind each name in; the choice out, unknown values left out. */
export function readState(params, known) {
  const wrong = strange(params, known).map(([name]) => name);
  return Object.fromEntries(NAMES.map((name) => [name, wrong.includes(name) ? '' : params.get(name) || '']));
}

/** A line { datum, soort, over } and the choice in; whether the line is shown. A month counts up to its last day. */
export function passes({ datum, soort, over }, state) {
  return datum >= state.sinds.slice(0, datum.length)
    && (!state.soort || soort === state.soort)
    && (!state.onderwerp || over.includes(state.onderwerp));
}

/** Month, what the line tells ("09 wet leerpunt:x") and address of its first link in; { datum, soort, over } out. */
export function readLine(month, text, href) {
  const [day, soort, ...also] = text.split(' ');
  const own = href.split('#')[0].split('/').filter((part) => part && part !== 'index.html').pop();
  return { datum: [month, day].filter(Boolean).join('-'), soort, over: [`${soort}:${own}`, ...also] };
}

/** How many lines, the choice, and the words of the choice in; one sentence out. */
export function statusText(count, { sinds }, words) {
  const what = count ? `${count} ${count === 1 ? 'wijziging' : 'wijzigingen'}` : 'Geen wijzigingen';
  const since = sinds ? ` sinds ${dateText(sinds)}` : '';
  const rest = words.length ? ` (${words.join('; ')})` : '';
  return `${what}${since}${rest}.`;
}

/** What was stored (or null) and the day of this site in; { nu, vorig } to store out. `vorig` is empty at first. */
export function visit(stored, today) {
  const [nu = '', vorig = ''] = (stored || '').split(' ');
  if (!isDay(nu)) return { nu: today, vorig: '' };
  // A second look at the same version is not a new visit: the day to compare with has to stay.
  if (nu === today) return { nu, vorig: isDay(vorig) ? vorig : '' };
  return { nu: today, vorig: nu };
}

// ---- on the page ----------------------------------------------------------------------------------------------------

/** Window and document in; makes the list of changes choosable when the page has one. */
export function begin(window) {
  const { document } = window;
  const all = document.querySelector('[data-wijzigingen]');
  if (!all) return;
  const form = all.querySelector('[data-filter]');
  const status = all.querySelector('[data-stand]');
  const remember = form.querySelector('[data-onthoud]');
  const remembered = form.querySelector('[data-onthouden]');
  const today = all.dataset.peildatum;
  const fields = Object.fromEntries(NAMES.map((name) => [name, form.elements.namedItem(name)]));
  const values = (select) => Array.from(select.options, (option) => option.value).filter(Boolean);
  const known = { sinds: isDay, soort: values(fields.soort), onderwerp: values(fields.onderwerp) };
  const page = address(window);
  const say = speaker(status);
  const lines = Array.from(all.querySelectorAll('[data-wat]'), (node) => ({
    node, ...readLine(node.closest('[data-maand]').dataset.maand, node.dataset.wat, node.querySelector('a').getAttribute('href')),
  }));

  // A browser that blocks storage throws already when the property is read.
  function storage(work) {
    try {
      return { done: true, value: work(window.localStorage) };
    } catch (error) {
      if (error instanceof window.DOMException) return { done: false, value: null };
      throw error;
    }
  }

  function show(state) {
    for (const line of lines) line.node.hidden = !passes(line, state);
    const empty = (section) => !section.querySelector('[data-wat]:not([hidden])');
    for (const section of all.querySelectorAll('[data-maand], [data-jaar]')) section.hidden = empty(section);
    for (const jump of all.querySelectorAll('[data-sprong]')) {
      jump.hidden = all.querySelector(`[data-jaar="${jump.dataset.sprong}"]`).hidden;
    }
    const words = ['soort', 'onderwerp'].filter((name) => state[name]).map((name) => fields[name].selectedOptions[0].text);
    say([statusText(lines.filter(({ node }) => !node.hidden).length, state, words), strangeText(strange(page.params(), known))].filter(Boolean).join(' '));
  }

  function chosen() {
    const state = Object.fromEntries(NAMES.map((name) => [name, fields[name].value]));
    if (!isDay(state.sinds)) state.sinds = '';
    return state;
  }

  function choose() {
    page.write(chosen());
    show(chosen());
  }

  function set(state) {
    for (const name of NAMES) fields[name].value = state[name];
    show(chosen());
  }

  function store() {
    return storage((place) => {
      const { nu, vorig } = visit(place.getItem(KEY), today);
      place.setItem(KEY, `${nu} ${vorig}`.trim());
      return vorig;
    });
  }

  // A day is typed in parts, and each part is a day of its own (0002-01-01): one step once the reader rests.
  const rested = later(() => page.write(chosen()), REST);
  form.addEventListener('input', ({ target }) => {
    if (target === fields.sinds) {
      show(chosen());
      rested();
    } else if (target.name) choose();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault(); // it would also take away the tick, which is no part of the choice
    set({ sinds: '', soort: '', onderwerp: '' });
    page.write(chosen());
  });
  remember.addEventListener('change', () => {
    const { done } = remember.checked ? store() : storage((place) => place.removeItem(KEY));
    if (!done) remember.checked = false;
    if (!done) remembered.textContent = 'Uw browser staat niet toe dat deze site iets bewaart.';
    else remembered.textContent = remember.checked ? `Onthouden: bijgewerkt tot en met ${dateText(today)}.` : 'Gewist.';
  });

  const state = readState(page.params(), known);
  // Only who ticked the box before has something here.
  if (storage((place) => place.getItem(KEY)).value) {
    const previous = store().value;
    remember.checked = true;
    if (previous && !NAMES.some((name) => page.get(name))) {
      page.write({ sinds: previous }, { step: false });
      state.sinds = previous;
      remembered.textContent = `Dit is sinds uw vorige bezoek. De site was toen bijgewerkt tot en met ${dateText(previous)}.`;
    }
  }
  page.follow(NAMES, () => set(readState(page.params(), known)));
  form.hidden = false;
  set(state);
}
