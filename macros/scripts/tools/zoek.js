/*
 * Search in the page: suggestions under the search field of every page and the results on /zoeken/. Both only add to plain
 * HTML forms: without this script, or without an index, a form still goes to /zoeken/ and its list from A to Z. Nothing is
 * loaded before someone uses the search. What is typed goes into the address on submit, behind the #, where no server
 * sees it. The index is built in slices of a few milliseconds: the page keeps answering. There are two: a small one of names
 * and summaries, for suggestions and the first results, and the whole one, with the texts, for /zoeken/. The first question
 * does not wait for either: it is answered from the pages that share the start of a word with it.
 */
import { address, encode, strange, strangeText } from '../shared/address.js';
import { combobox } from '../shared/combobox.js';
import { dateText } from '../shared/dates.js';
import { button, element, later, speaker } from '../shared/dom.js';
import { carry, luggage } from '../shared/luggage.js';

const SUGGESTIONS = 6;
const PAGE = 10;
const LEAST = 2; // letters before suggestions appear
const WAIT = 150; // ms of rest before we search
const NEAR = 80; // pages for the first answer
const BUSY = 'Bezig met zoeken …';
const READING = 'De teksten worden nog doorzocht …';
const PARTLY = 'De teksten zijn niet geladen: u ziet alleen wat in titels, zoekwoorden en samenvattingen staat.';
const LOST = 'Zoeken lukt nu niet: het zoekbestand is niet geladen. Gebruik de lijst van A tot Z op deze pagina.';

// ---- without a page -----------------------------------------------------------------------------------------------------

/** Way to the root, address of a page and protocol in; the link out. From file:// a folder needs its index.html. */
export function link(wortel, url, protocol) {
  const path = (wortel || './') + url; // the root comes first, so an address can never be a scheme
  return protocol === 'file:' ? path.replace(/\/(?=[?#]|$)/, '/index.html') : path;
}

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

/** A promise that lets the page breathe: paint, scroll, take a key. */
const pause = (() => {
  let channel = null;
  const waiting = [];
  return () => new Promise((resolve) => {
    if (!channel) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()();
    }
    waiting.push(resolve);
    channel.port2.postMessage(0);
  });
})();

const script = (document, src) => new Promise((resolve, reject) => {
  const made = element(document, 'script', { src });
  made.addEventListener('load', resolve);
  made.addEventListener('error', () => reject(new Error(`niet geladen: ${src}`)));
  document.head.append(made);
});

/** A promise in, not yet made; a function that gives it. It is made once; after a failure the next call tries again. */
function once(make) {
  let promise = null;
  return () => {
    promise = promise || make().catch((error) => {
      promise = null;
      throw error;
    });
    return promise;
  };
}

/** Words in; the starts by which we look for them: of a short word four letters, of a long one all but its ending. */
const starts = (words) => words.filter((word) => word.length > 2).slice(0, 12).map((word) => word.slice(0, Math.max(4, Math.min(word.length - 2, 6))));

/**
 * Text of an index, a question, the search core and what promises a pause in; promises the same index of the pages that
 * share most with the question: a word says more that is on fewer pages, and one that means the same half as much.
 */
export async function near(text, q, { woorden }, breathe) {
  const [head, ...rest] = text.split('\n');
  const index = JSON.parse(`${head}]}`);
  const own = starts(woorden(q));
  const has = (value) => { const said = JSON.stringify(value); return own.some((start) => said.includes(start)); };
  for (const list of ['synoniemen', 'licht', 'elders']) index[list] = index[list].filter(has);
  await breathe();
  const lines = rest.map((line) => ({ line, low: line.toLowerCase(), share: 0 }));
  for (const start of new Set([...own, ...starts(woorden(JSON.stringify(index.synoniemen.map(Object.values))))])) {
    await breathe();
    const found = lines.filter(({ low }) => low.includes(start));
    for (const one of found) one.share += (own.includes(start) ? 2 : 1) * Math.log(1 + lines.length / found.length);
  }
  const best = lines.filter(({ share }) => share).sort((one, other) => other.share - one.share).slice(0, NEAR);
  index.documenten = best.map(({ line }) => JSON.parse(line.replace(/,$/, '')));
  return index;
}

/** Window and the form with the addresses in; promises of a searcher: one for a first question, of the names, and of all there is. */
function loaders(root, form) {
  const { zoekkern, zoekindex } = form.dataset;
  const disk = root.location.protocol === 'file:'; // where fetch may not read, and nothing is far
  const core = once(() => script(root.document, zoekkern));
  const at = (name) => zoekindex.replace(/[^/]*$/, name);
  const names = async () => at('zoeknamen.json');
  async function whole() {
    await script(root.document, zoekindex); // only this knows the name, which changes with the contents
    return at(root.KennisbankZoekindex);
  }
  async function read(where) {
    const address = await where();
    if (disk) {
      await core(); // its script hands the index to the core
      await script(root.document, address.replace(/\.json$/, '.js'));
      return root.KennisbankZoek.ontvangen;
    }
    const answer = await root.fetch(address);
    if (!answer.ok) throw new Error(`niet geladen: ${address}`);
    if (where === names) come(answer.clone().text());
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    return async () => {
      const { value, done } = await reader.read();
      return decoder.decode(value, { stream: !done });
    };
  }
  let come;
  const copy = new Promise((resolve) => { come = resolve; });
  let before = null; // what goes before building the rest
  let ready = disk;
  const build = (data, breathe) => root.KennisbankZoek.maakRustig(data, breathe, () => root.performance.now());
  const searcher = (where) => once(async () => {
    const [data] = await Promise.all([read(where), core()]);
    await pause();
    return build(data, async () => { await before; await pause(); });
  });
  const all = searcher(whole);
  const short = searcher(names);
  const known = disk ? all : () => short().then((made) => { ready = true; return made; }).catch(() => { come(''); return all(); });
  /** A question in; promises a searcher of a few pages, for a first answer to it; or null, when that of all pages is as near. */
  async function soon(q) {
    known();
    const text = ready ? '' : await copy;
    if (!text) return null;
    await core();
    return (before = near(text, q, root.KennisbankZoek, pause).then((index) => build(index, pause)).catch(() => null)); // a broken index: then the whole one
  }
  return { soon, names: known, all };
}

const label = (zoeker, soort) => (zoeker.soorten[soort] || {}).label || '';
const imaginary = (document, hit) => (hit.denkbeeldig ? element(document, 'span', { class: 'kb-denkbeeldig' }, 'denkbeeldig') : '');

/** The search field of every page in; gives it suggestions, from names and summaries. */
function suggest(root, form, { soon, names: load }) {
  const { document, location } = root;
  const input = form.elements.namedItem('q');
  const list = element(document, 'div', { id: `${input.id}-lijst`, role: 'listbox', class: 'kb-zoek__lijst', 'aria-label': 'Suggesties', hidden: true });
  const status = element(document, 'p', { role: 'status', class: 'kb-zoek__status' });
  const say = speaker(status);
  const page = address(root);
  const everything = () => `${link('', form.getAttribute('action'), location.protocol)}#${encode([['q', input.value.trim()]])}`;
  form.append(list, status);
  const box = combobox(document, input, list, { pick: (i) => list.children[i].click(), clear: () => say('') });

  /** Searcher in, and whether it is but a first one: that shows only what it is sure of. */
  function fill(zoeker, first) {
    const q = input.value.trim();
    if (q.length < LEAST) {
      box.fill([]);
      say('');
      return;
    }
    const { treffers, zwak } = zoeker.zoek(q, { maximum: SUGGESTIONS });
    if (first && (zwak || !treffers.length)) return;
    const option = (href, ...children) => element(document, 'a', { role: 'option', tabindex: '-1', 'aria-selected': 'false', href }, ...children);
    const options = treffers.map((hit) => option(link(form.dataset.wortel, hit.url, location.protocol),
      element(document, 'span', { class: 'kb-zoek__titel' }, hit.titel), ' ',
      element(document, 'span', { class: 'kb-zoek__soort' }, [label(zoeker, hit.soort), hit.deel && hit.deel.titel, hit.via && `via: ${hit.via}`].filter(Boolean).join(', ')), ' ', imaginary(document, hit)));
    if (options.length) options.push(option(everything(), 'Alle resultaten'));
    box.fill(options);
    say(options.length ? `${options.length} suggesties. Kies met pijl omlaag.` : 'Geen suggesties. Met Enter zoekt u ook in de teksten.', { typing: true });
  }

  // Without an index there are no suggestions; the form still goes to the search page.
  input.addEventListener('focus', () => load().catch(() => null));
  input.addEventListener('input', later(async () => {
    const first = await soon(input.value);
    if (first) fill(first, true);
    const shown = first && !list.hidden;
    // What the reader chose from the first ones, or closed, stays as it is.
    load().then((zoeker) => shown && (list.hidden || input.hasAttribute('aria-activedescendant')) || fill(zoeker), box.close);
  }, WAIT));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = carry(new URL(everything(), location.href).href, luggage(page.params()));
  });
}

/** The form of /zoeken/ in; gives it filters and results. */
function results(root, form, source, { names: load, all }) {
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
    hit.via && element(document, 'p', { class: 'kb-treffer__via' }, `Gevonden via: ${hit.via}`),
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

  /** Hits in; shows them. Who stood on one that is still there, stands on it again. */
  function show(hits) {
    const page = (link) => link.getAttribute('href').split('#')[0];
    const stood = list.contains(document.activeElement) && page(document.activeElement);
    list.replaceChildren(...hits.map(item));
    const first = list.children[next];
    if (first) {
      first.querySelector('a').focus();
      next = -1;
    }
    if (first || stood === false) return;
    const links = Array.from(list.querySelectorAll('a'));
    (links.find((one) => page(one) === stood) || links[0] || input).focus();
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

  function start(zoeker) {
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
    const typed = input.value;
    const ready = restore();
    if (!page.get('q') && typed) {
      input.value = typed; // typed while the index was loading
      run({ typing: true });
    }
    page.follow(names, restore);
    return ready;
  }

  /** The searcher of all texts in; what was asked is searched again. */
  function complete(zoeker) {
    searcher = zoeker;
    whole = true;
    return run();
  }

  let going = null;
  const go = () => {
    if (!going) {
      if (page.params().size || input.value) say(BUSY);
      going = load().then((zoeker) => {
        whole = load === all;
        if (!whole) all().then(complete, () => { waiting = PARTLY; run(); });
        return start(zoeker);
      }, () => {
        going = null;
        say(LOST);
      });
    }
    return going;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go().then(() => searcher && submit());
  });
  if (['q', 'soort', 'leefgebied', 'wet', 'organisatie', 'status'].some((name) => page.get(name))) go();
  else form.addEventListener('focusin', go, { once: true });
}

/** Window in; starts what this page has. */
export function begin(root) {
  const { document } = root;
  const header = document.querySelector('form.kb-zoek');
  const form = document.getElementById('kb-zoekform');
  const source = [form, header].find((one) => one && one.dataset.zoekindex);
  if (!source) return;
  const load = loaders(root, source);
  if (form) {
    header.hidden = true; // one field on this page
    results(root, form, source, load);
  } else suggest(root, header, load);
}
