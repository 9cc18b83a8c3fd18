/*
 * Chooses from the list on /wijzigingen/: since a day, of one kind, about one subject or area of life. The list and all
 * its words are read from the HTML; nothing else is loaded. The choice stands in the address. Each year is a disclosure,
 * with our bookkeeping in another one at its end; both also work without this script.
 *
 * "Onthoud mijn bezoek" is the one thing that is stored, and only after the reader ticked it: up to which day the site
 * was brought up to date at this visit and at the one before. That day belongs to the site and not to the reader, and it
 * is what a next version has to be compared with. Without the tick nothing is written.
 */

import { address, strange, strangeText } from '../shared/address.js';
import { dateText, isDay } from '../shared/dates.js';
import { element, later, speaker } from '../shared/dom.js';
import { outcome } from '../shared/outcome.js';

const REST = 700; // ms
const KEY = 'kb-wijzigingen';
const NAMES = ['sinds', 'onderwerp', 'leefgebied', 'soort', 'ook'];
const NOTHING = Object.fromEntries(NAMES.map((name) => [name, '']));

// ---- without a page -------------------------------------------------------------------------------------------------

/** Parameters and what may stand behind each name in; the choice out, unknown values left out. */
export function readState(params, known) {
  const wrong = strange(params, known).map(([name]) => name);
  return Object.fromEntries(NAMES.map((name) => [name, wrong.includes(name) ? '' : params.get(name) || '']));
}

/**
 * A line { datum, soorten, over }, the choice, and per area of life what belongs to it ({ wonen: ['leerpunt:x'] }) in;
 * whether the line is shown. A month counts up to its last day.
 */
export function passes({ datum, soorten, over }, state, areas) {
  return datum >= state.sinds.slice(0, datum.length)
    && (!state.soort || soorten.includes(state.soort))
    && (!state.onderwerp || over.includes(state.onderwerp))
    && (!state.leefgebied || areas[state.leefgebied].some((id) => over.includes(id)));
}

/** Month, what the line tells ("09 wet+leerpunt leerpunt:x") and address of its first link in; { datum, soorten, over } out. */
export function readLine(month, text, href) {
  const [day, kinds, ...also] = text.split(' ');
  const soorten = kinds.split('+');
  const own = href.split('#')[0].split('/').filter((part) => part && part !== 'index.html').pop();
  return { datum: [month, day].filter(Boolean).join('-'), soorten, over: [`${soorten[0]}:${own}`, ...also] };
}

/** How many lines, how many of our bookkeeping, the choice, and its words in; one sentence out. */
export function statusText(count, quiet, { sinds }, words) {
  const what = count ? `${count} ${count === 1 ? 'wijziging' : 'wijzigingen'}` : 'Geen wijzigingen';
  const also = quiet ? `, en ${quiet} ${quiet === 1 ? 'controle of telling' : 'controles en tellingen'}` : '';
  const since = sinds ? ` sinds ${dateText(sinds)}` : '';
  const rest = words.length ? ` (${words.join('; ')})` : '';
  return `${what}${also}${since}${rest}.`;
}

/** Lines, the newest first, in; out those about the most subjects, if that is more than one besides their own. As in the page macro. */
export const heaviest = (lines, most) => lines.filter(({ over }) => over.length > 2).sort((a, b) => b.over.length - a.over.length).slice(0, most);

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
  const known = { ...Object.fromEntries(NAMES.slice(1).map((name) => [name, values(fields[name])])), sinds: isDay };
  const areas = Object.fromEntries(Array.from(fields.leefgebied.options, ({ value, dataset }) => [value, (dataset.over || '').split(' ')]));
  const years = Array.from(all.querySelectorAll('[data-jaar]'));
  const atFirst = years.filter((year) => year.open);
  const page = address(window);
  const say = speaker(status);
  const lines = [];
  const clear = form.querySelector('[type=reset]');
  const jump = outcome(document, status);
  form.append(jump.node);
  const heavy = all.querySelector('[data-zwaarst] ol');
  const heavyAtFirst = Array.from(heavy.children);

  // A browser that blocks storage throws already when the property is read.
  function storage(work) {
    try {
      return { done: true, value: work(window.localStorage) };
    } catch (error) {
      if (error instanceof window.DOMException) return { done: false, value: null };
      throw error;
    }
  }

  const left = (place) => place.querySelectorAll('[data-wat]:not([hidden])').length;

  function show(state) {
    for (const line of lines) line.node.hidden = !passes(line, state, areas);
    const some = NAMES.some((name) => state[name]);
    let quiet = 0;
    for (const month of all.querySelectorAll('[data-maand]')) month.hidden = !left(month);
    for (const year of years) {
      const own = year.querySelector('[data-boekhouding]');
      const [whole, ours] = [left(year), own ? left(own) : 0];
      year.hidden = !whole;
      year.open = some || atFirst.includes(year);
      year.querySelector('[data-aantal]').textContent = `(${whole - ours})`;
      all.querySelector(`[data-sprong="${year.dataset.jaar}"]`).hidden = !whole;
      if (own) {
        own.hidden = !ours;
        own.open = Boolean(state.ook);
        own.querySelector('[data-aantal]').textContent = `(${ours})`;
      }
      quiet += ours;
    }
    heavy.replaceChildren(...(some ? heaviest(lines.filter(({ node, ours }) => !node.hidden && !ours), heavyAtFirst.length).map(shortLine) : heavyAtFirst));
    heavy.parentElement.hidden = !heavy.children.length;
    clear.classList.toggle('kb-knop--stil', !some);
    const words = NAMES.slice(1).filter((name) => state[name]).map((name) => fields[name].selectedOptions[0].text);
    jump.say(some ? `Bekijk de wijzigingen (${left(all) - quiet})` : '');
    say([statusText(left(all) - quiet, quiet, state, words), strangeText(strange(page.params(), known))].filter(Boolean).join(' '));
  }

  function shortLine({ node, over }) {
    return element(document, 'li', {}, `${node.firstChild.textContent.split(':')[0]}: `, node.querySelector('a').cloneNode(true), ` (raakt ook ${over.length - 1} andere onderwerpen)`);
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
    set(NOTHING);
    page.write(chosen());
  });
  form.addEventListener('click', ({ target }) => {
    if (!target.dataset.sinds) return;
    fields.sinds.value = target.dataset.sinds;
    choose();
  });
  all.querySelector('nav').addEventListener('click', ({ target }) => {
    const jump = target.closest('[data-sprong]');
    if (jump) all.querySelector(`[data-jaar="${jump.dataset.sprong}"]`).open = true;
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
  // In turns of their own: reading and showing at once would hold up a slow phone.
  window.setTimeout(() => {
    for (const node of all.querySelectorAll('[data-wat]')) {
      lines.push({ node, ours: Boolean(node.closest('[data-boekhouding]')), ...readLine(node.closest('[data-maand]').dataset.maand, node.dataset.wat, node.querySelector('a').getAttribute('href')) });
    }
  });
  window.setTimeout(() => {
    // Folded in where it would push the news off the screen, unless something was chosen.
    const choice = all.querySelector('[data-kies]');
    choice.hidden = false;
    choice.open = NAMES.some((name) => state[name]) || window.matchMedia('(min-width: 60em)').matches;
    set(state);
  });
}
