/*
 * The search field of every page: its suggestions, and what the results on /zoeken/ (zoekpagina.js) are made of as well.
 * Both only add to plain HTML forms: without this script, or without an index, a form still goes to /zoeken/ and its list
 * from A to Z. Nothing is loaded before someone uses the search. The index is built in slices of a few milliseconds: the page
 * keeps answering. There are two: a small one of names and summaries, for suggestions and the first results, and the whole
 * one, with the texts, for /zoeken/, where the texts are loaded apart and woven into the names. The first question does not wait for either: it is answered from the pages that share
 * the start of a word with it.
 */
import { address, encode } from '../shared/address.js';
import { combobox } from '../shared/combobox.js';
import { element, later, speaker } from '../shared/dom.js';
import { carry, luggage } from '../shared/luggage.js';

const SUGGESTIONS = 6;
const LEAST = 2; // letters before suggestions appear
export const WAIT = 150; // ms of rest before we search
const NEAR = 80; // pages for the first answer

// ---- without a page -----------------------------------------------------------------------------------------------------

/** Way to the root, address of a page and protocol in; the link out. From file:// a folder needs its index.html. */
export function link(wortel, url, protocol) {
  const path = (wortel || './') + url; // the root comes first, so an address can never be a scheme
  return protocol === 'file:' ? path.replace(/\/(?=[?#]|$)/, '/index.html') : path;
}

// ---- in the page ----------------------------------------------------------------------------------------------------------

/** A promise that lets the page breathe: paint, scroll, take a key. */
export const pause = (() => {
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
  await breathe();
  const own = starts(woorden(q));
  const has = (value) => { const said = JSON.stringify(value); return own.some((start) => said.includes(start)); };
  for (const list of ['synoniemen', 'licht', 'elders']) index[list] = index[list].filter(has);
  await breathe();
  const lines = [];
  for (const line of rest) { // small letters of all at once would hold up a slow phone
    if (lines.length % 300 === 0) await breathe();
    lines.push({ line, low: line.toLowerCase(), share: 0 });
  }
  for (const start of new Set([...own, ...starts(woorden(JSON.stringify(index.synoniemen.map(Object.values))))])) {
    await breathe();
    const found = lines.filter(({ low }) => low.includes(start));
    for (const one of found) one.share += (own.includes(start) ? 2 : 1) * Math.log(1 + lines.length / found.length);
  }
  const best = lines.filter(({ share }) => share).sort((one, other) => other.share - one.share).slice(0, NEAR);
  await breathe();
  index.documenten = best.map(({ line }) => JSON.parse(line.replace(/,$/, '')));
  await breathe();
  return index;
}

/** Pieces of a text in; promises its lines, one by one. */
async function* lines(pieces) {
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    let from = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield rest.slice(from, end);
      from = end + 1;
    }
    rest = rest.slice(from);
  }
  yield rest;
}

/** Pieces of an index of names, and of the texts of the same pages in the same order, in; promises the whole, a line at a time. */
export async function* woven(names, texts) {
  const others = lines(texts);
  for await (const line of lines(names)) {
    const { value } = await others.next();
    if (!value || (line === ']}') !== (value === ']}')) throw new Error('zoekteksten: niet compleet');
    if (line.endsWith('[')) yield `${line.replace('"namen":true,', '')}\n`;
    else if (value[0] !== '{' || value[1] === '}') yield `${line}\n`;
    else yield `${line.slice(0, line.lastIndexOf('}'))},${value.slice(1)}\n`;
  }
}

/** Pieces of a text in; a promise of the first and of what follows. All are asked for at once; two may read them, each at its own pace. */
const flow = (pieces) => pieces.next().then(({ value, done }) => (done ? null : { text: value, rest: flow(pieces) }));

/** Such a promise in; promises the whole text. */
async function gather(first) {
  let text = '';
  for (let one = await first; one; one = await one.rest) text += one.text;
  return text;
}

/** Window and the form with the addresses in; promises of a searcher: one for a first question, of the names, and of all there is. */
export function loaders(root, form) {
  const { zoekkern, zoekindex } = form.dataset;
  const disk = root.location.protocol === 'file:'; // where fetch may not read, and nothing is far
  const core = once(() => script(root.document, zoekkern));
  const at = (name) => zoekindex.replace(/[^/]*$/, name);
  const names = 'zoeknamen.json'; // the only part that is always called the same
  const parts = once(async () => {
    await script(root.document, zoekindex); // only this knows what the others are called, which changes with the contents
    return root.KennisbankZoekindex;
  });
  /** Name of a part in; promises its text, piece by piece. */
  async function* part(name) {
    if (disk) {
      await core(); // the script hands the part to the core
      await script(root.document, at(name.replace(/json$/, 'js')));
      yield root.KennisbankZoek.ontvangen;
      return;
    }
    const answer = await root.fetch(at(name));
    if (!answer.ok) throw new Error(`niet geladen: ${name}`);
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { value, done } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      if (text) yield text; // nothing is the end of all
      if (done) return;
    }
  }
  async function* series(list) {
    for (const name of list) yield* part(name);
  }
  /** All names: the first part tells what the others are called. */
  async function* named() {
    let text = '';
    for await (const piece of part(names)) {
      text += piece;
      yield piece;
    }
    const [, told] = /^\{"delen":(\[[^\]]*\])/.exec(text) || [];
    if (told) yield* series(JSON.parse(told).slice(1));
  }
  let copy = ''; // promises the text of all names
  let before = null; // what goes before building the rest
  let ready = disk;
  function short() {
    let next = flow(named());
    copy = gather(next).catch(() => '');
    return async () => {
      const one = await next;
      if (!one) return '';
      next = one.rest;
      return one.text;
    };
  }
  async function whole() {
    const { namen, teksten } = await parts();
    const text = await copy;
    // Names of an earlier or later build do not go with these texts.
    const pieces = woven(text.startsWith(`{"delen":${JSON.stringify(namen)},`) ? [text] : series(namen), series(teksten));
    return async () => (await pieces.next()).value || '';
  }
  /** Index, or what reads it, and what promises a pause in; promises a searcher. Who waits for it begins a task of its own. */
  async function build(data, breathe) {
    const made = await root.KennisbankZoek.maakRustig(data, breathe, () => root.performance.now());
    await pause();
    return made;
  }
  const searcher = (read) => once(async () => {
    const [data] = await Promise.all([read(), core()]);
    await pause();
    return build(data, async () => { await before; await pause(); });
  });
  const all = searcher(whole);
  const some = searcher(short);
  const known = disk ? all : () => some().then((made) => { ready = true; return made; }).catch(all);
  /** A question in; promises a searcher of a few pages, for a first answer to it; or null, when that of all pages is as near. */
  async function soon(q) {
    known().catch(() => null); // who asks for all of it hears that it failed
    const text = ready ? '' : await copy;
    if (!text) return null;
    await core();
    return (before = near(text, q, root.KennisbankZoek, pause).then((index) => build(index, pause)).catch(() => null)); // a broken index: then the whole one
  }
  return { soon, names: known, all };
}

export const label = (zoeker, soort) => (zoeker.soorten[soort] || {}).label || '';
/** A hit in; the word by which it was found, unless its title says that word. */
export const foundBy = ({ via, titel }) => (via && !titel.toLowerCase().includes(via.toLowerCase()) ? via : '');
export const imaginary = (document, hit) => (hit.denkbeeldig ? element(document, 'span', { class: 'kb-denkbeeldig' }, 'denkbeeldig') : '');

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
      element(document, 'span', { class: 'kb-zoek__soort' }, [label(zoeker, hit.soort), hit.deel && hit.deel.titel, foundBy(hit) && `via: ${foundBy(hit)}`].filter(Boolean).join(', ')), ' ', imaginary(document, hit)));
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

/** Window in; starts the suggestions, where there is no form with results. */
export function begin(root) {
  const form = root.document.querySelector('form.kb-zoek');
  if (form && form.dataset.zoekindex && !root.document.getElementById('kb-zoekform')) suggest(root, form, loaders(root, form));
}
