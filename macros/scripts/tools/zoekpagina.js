/*
 * The results on /zoeken/. What is typed goes into the address on submit, behind the #, where no server sees it.
 */
import { address, encode, strange, strangeText } from '../shared/address.js';
import { dateText } from '../shared/dates.js';
import { button, element, later, speaker } from '../shared/dom.js';
import { carry, luggage } from '../shared/luggage.js';
import { foundBy, imaginary, label, link, loaders, pause, WAIT } from './zoek.js';

const PAGE = 10;
const BUSY = 'Bezig met zoeken …';
const READING = 'De teksten worden nog doorzocht …';
const PARTLY = 'De teksten zijn niet geladen: u ziet alleen wat in titels, zoekwoorden en samenvattingen staat.';
const LOST = 'Zoeken lukt nu niet: het zoekbestand is niet geladen. Gebruik de lijst van A tot Z op deze pagina.';

// ---- without a page -----------------------------------------------------------------------------------------------------

/** Parameters of the address and the facets of the index in; { q, facetten } out. Unknown values are left out. */
export function readState(params, facets) {
  const facetten = {};
  for (const name of Object.keys(facets)) {
    const values = params.getAll(name).filter((value) => Object.hasOwn(facets[name].termen, value));
    if (values.length) facetten[name] = Array.from(new Set(values));
  }
  return { q: params.get('q') || '', facetten };
}

/** Outcome of a search and the question in; the sentence for the status line. */
export function statusText({ totaal, zwak }, q) {
  const about = q.trim() ? ` voor ‘${q.trim().slice(0, 80)}’` : '';
  if (!totaal) return `Geen resultaten${about}. Hierover staat niets in deze kennisbank.`;
  const count = `${totaal} ${totaal === 1 ? 'resultaat' : 'resultaten'}`;
  return zwak ? `Hierover staat niets in deze kennisbank, of niet in deze woorden. ${count} in de buurt${about}.` : `${count}${about}.`;
}

/** Number of chosen filters in; the words on the button. */
export const filterText = (count) => (count ? `Filter (${count})` : 'Filter');

/** What the outcome says of an article, and where the texts of laws stand, in; the words and the address of the link, or null. */
export function articleLink(artikel, laws) {
  if (!artikel || !artikel.bwb) return null;
  return {
    text: `Artikel ${artikel.nummer}${artikel.lid ? `, lid ${artikel.lid}` : ''} van de ${artikel.titel} in de wettekst (wetten.overheid.nl)`,
    href: `${laws}${artikel.bwb}#Artikel${encodeURIComponent(artikel.nummer)}`,
  };
}

// ---- in the page ----------------------------------------------------------------------------------------------------------

/** The form of /zoeken/ in; gives it filters and results. */
function results(root, form, source, { soon, names: load, all }) {
  const { document, location } = root;
  const at = (name) => document.querySelector(`[data-${name}]`);
  const [filters, status, list, help, hints, now, az, intro] = ['facetten', 'zoekstatus', 'resultaten', 'zoekhulp', 'suggesties', 'meteen', 'az', 'zoekintro'].map(at);
  const input = form.elements.namedItem('q');
  const say = speaker(status);
  const page = address(root);
  const href = (url) => link(source.dataset.wortel, url, location.protocol);
  const more = element(document, 'button', { type: 'button', class: 'kb-meer', hidden: true }, 'Toon meer resultaten');
  const open = element(document, 'button', { type: 'button', class: 'kb-filterknop', 'aria-expanded': 'false', 'aria-controls': 'kb-filters', hidden: true }, filterText(0));
  const clear = button(document, 'Wis alle filters', () => { for (const box of boxes) box.input.checked = false; submit(); input.focus(); });
  const boxes = []; // { input, row, count, facet, value }
  const names = ['q'];
  let searcher = null;
  let whole = false; // it searches the texts as well; until then:
  let waiting = READING;
  let shown = PAGE;
  let next = -1; // place of the hit that gets the focus when it is there
  let turn = 0; // of the last search: an older one does not show any more
  list.after(more);
  form.querySelector('[type="submit"]').after(open);
  filters.id = 'kb-filters';
  clear.className = 'kb-wis';

  const chosen = () => {
    const facetten = {};
    for (const box of boxes) if (box.input.checked) (facetten[box.facet] = facetten[box.facet] || []).push(box.value);
    return facetten;
  };

  function facetSet(name, facet) {
    const rows = Object.keys(facet.termen).map((value, i) => {
      const id = `kb-facet-${name}-${i}`;
      const box = { facet: name, value, input: element(document, 'input', { type: 'checkbox', id, name, value }), count: element(document, 'span', { class: 'kb-facet__aantal' }) };
      box.row = element(document, 'div', { class: 'kb-facet__keuze' }, box.input, ' ', element(document, 'label', { for: id }, facet.termen[value], ' ', box.count));
      boxes.push(box);
      return box.row;
    });
    return element(document, 'details', null, element(document, 'summary', null, facet.label),
      element(document, 'fieldset', { class: 'kb-facet' }, element(document, 'legend', { class: 'kb-verborgen' }, facet.label), ...rows));
  }

  const item = (hit) => element(document, 'li', { class: 'kb-treffer' },
    element(document, 'a', { href: href(hit.url) }, hit.titel + (hit.deel ? `: ${hit.deel.titel}` : '')), ' ',
    element(document, 'span', { class: 'kb-treffer__soort' }, label(searcher, hit.soort)), ' ', imaginary(document, hit),
    foundBy(hit) && element(document, 'p', { class: 'kb-treffer__via' }, `Gevonden via: ${foundBy(hit)}`),
    element(document, 'p', { class: 'kb-treffer__fragment' }, ...hit.fragment.map((piece) => (piece.gemarkeerd ? element(document, 'mark', null, piece.tekst) : piece.tekst))),
    hit.datum && element(document, 'p', { class: 'kb-treffer__datum' }, element(document, 'time', { datetime: hit.datum }, dateText(hit.datum))));

  function showTools({ meteen, artikel }) {
    const law = articleLink(artikel, az.dataset.wettekst);
    const parts = meteen.map((tool) => element(document, 'a', { href: href(tool.url) }, tool.titel));
    now.replaceChildren(
      ...(parts.length ? [element(document, 'p', null, 'Doe het meteen: ', ...parts.flatMap((part, i) => (i ? [', ', part] : [part])))] : []),
      ...(law ? [element(document, 'p', null, element(document, 'a', { href: law.href, rel: 'noreferrer' }, law.text))] : []),
    );
    now.hidden = !now.childElementCount;
  }

  function showHelp(outcome, wrong) {
    const { suggesties } = outcome;
    const words = suggesties.map((term) => element(document, 'li', null, element(document, 'a', { href: `#${encode([['q', term]])}` }, term)));
    hints.replaceChildren(
      ...(wrong ? [element(document, 'p', null, wrong)] : []),
      ...(words.length ? [element(document, 'p', null, 'Bedoelde u een van deze woorden?'), element(document, 'ul', null, ...words)] : []),
    );
    for (const part of help.children) part.hidden = part !== hints && !outcome.zwak;
  }

  /** Hits in; shows them. Who stood on one that is still there stands on it again, and else in the same place of the list. */
  function show(hits) {
    const page = (link) => link.getAttribute('href').split('#')[0];
    const stood = list.contains(document.activeElement) && page(document.activeElement);
    const place = Array.from(list.children).findIndex((one) => one.contains(document.activeElement));
    list.replaceChildren(...hits.map(item));
    const first = list.children[next];
    if (first) {
      first.querySelector('a').focus();
      next = -1;
    }
    if (first || stood === false) return;
    const links = Array.from(list.querySelectorAll('a'));
    (links.find((one) => page(one) === stood) || links[Math.min(place, links.length - 1)] || input).focus();
  }

  async function run({ typing = false } = {}) {
    const mine = ++turn;
    const wish = { q: input.value, facetten: chosen() };
    const count = Object.values(wish.facetten).flat().length;
    const asked = Boolean(wish.q.trim() || count);
    open.textContent = filterText(count);
    const outcome = searcher.zoek(wish.q, { facetten: wish.facetten, maximum: shown });
    await pause(); // searching and showing are two tasks
    if (mine !== turn) return;
    for (const box of boxes) {
      const left = outcome.facetten[box.facet][box.value];
      box.count.textContent = whole ? `(${left})` : '';
      box.row.hidden = whole && !left && !box.input.checked;
    }
    for (const set of filters.querySelectorAll('details')) set.hidden = !set.querySelector('.kb-facet__keuze:not([hidden])');
    show(asked ? outcome.treffers : []);
    if (!whole) outcome.zwak = false; // the texts may have it
    say(asked && !whole ? waiting : asked ? statusText(outcome, wish.q) : '', { typing });
    showTools(asked ? outcome : { meteen: [], artikel: null });
    const known = Object.fromEntries(Object.entries(searcher.facetten).map(([name, facet]) => [name, Object.keys(facet.termen)]));
    const wrong = strangeText(strange(page.params(), known));
    help.hidden = !(asked && outcome.zwak) && !wrong;
    if (!help.hidden) showHelp(outcome, wrong);
    az.hidden = asked && !outcome.zwak;
    intro.hidden = asked;
    more.hidden = !asked || outcome.totaal <= outcome.treffers.length;
    clear.hidden = !count;
    return outcome;
  }

  /** A step: the address says what was asked, and Back undoes it. */
  async function submit() {
    shown = PAGE;
    const facetten = chosen();
    page.write(Object.fromEntries(names.map((name) => [name, name === 'q' ? input.value.trim() : facetten[name] || []])));
    const outcome = await run();
    if (outcome && outcome.naar !== null) location.href = carry(new URL(href(outcome.naar), location.href).href, luggage(page.params()));
  }

  function restore() {
    const wish = readState(page.params(), searcher.facetten);
    input.value = wish.q;
    for (const box of boxes) box.input.checked = (wish.facetten[box.facet] || []).includes(box.value);
    shown = PAGE;
    return run();
  }

  async function start(zoeker) {
    searcher = zoeker;
    filters.replaceChildren(...Object.entries(zoeker.facetten).map(([name, facet]) => facetSet(name, facet)), clear);
    filters.hidden = true;
    open.hidden = false;
    names.push(...Object.keys(zoeker.facetten));
    open.addEventListener('click', () => {
      filters.hidden = !filters.hidden;
      open.setAttribute('aria-expanded', String(!filters.hidden));
    });
    input.addEventListener('input', later(() => { shown = PAGE; run({ typing: true }); }, WAIT));
    form.addEventListener('change', (event) => { if (event.target !== input) submit(); });
    more.addEventListener('click', () => {
      next = list.children.length;
      shown += PAGE;
      run();
    });
    await pause(); // making the filters and searching are two tasks
    const typed = input.value;
    const ready = restore();
    if (!page.get('q') && typed) {
      input.value = typed; // typed while the index was loading
      run({ typing: true });
    }
    page.follow(names, restore);
    return ready;
  }

  /** A searcher of more pages, or of all texts, in; what was asked is searched again. */
  function widen(zoeker, texts) {
    searcher = zoeker;
    whole = texts;
    return run();
  }

  /** Before anything is there: shows what a few pages say of the question, when they are sure of it. */
  async function early() {
    const q = input.value || page.get('q');
    const few = searcher || !q ? null : await soon(q);
    if (!few || searcher) return;
    const { totaal, zwak } = few.zoek(q, { maximum: 1 });
    await pause();
    if (totaal && !zwak && !searcher) start(few);
  }

  let going = null;
  const go = () => {
    if (!going) {
      if (page.params().size || input.value) say(BUSY);
      waiting = READING;
      going = load().then((zoeker) => {
        whole = load === all;
        if (!whole) all().then((texts) => widen(texts, true), () => { // who asks again, tries again
          waiting = PARTLY;
          going = null;
          run();
        });
        return searcher ? widen(zoeker, whole) : start(zoeker);
      }, () => {
        going = null;
        say(LOST);
      });
      early();
    }
    return going;
  };
  input.addEventListener('input', later(early, WAIT));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go().then(() => searcher && submit());
  });
  if (['q', 'soort', 'leefgebied', 'wet', 'organisatie', 'status'].some((name) => page.get(name))) go();
  else form.addEventListener('focusin', go, { once: true });
}

/** Window in; starts the results, and takes away the other field: there is one on this page. */
export function begin(root) {
  const { document } = root;
  const header = document.querySelector('form.kb-zoek');
  const form = document.getElementById('kb-zoekform');
  const source = [form, header].find((one) => one && one.dataset.zoekindex);
  if (!form || !source) return;
  header.hidden = true;
  root.setTimeout(results, 0, root, form, source, loaders(root, source)); // with the first layout it would hold up a slow phone
}
