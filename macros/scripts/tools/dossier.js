/*
 * /dossier/: the chosen records as one document with one list of sources, on the page, on paper, as ODT and as Markdown.
 * The choice stands in the address (?r=leerpunt:alo-kop,wet:awir) and nowhere else. What can be chosen is read from the
 * list on the page; of each chosen record one script is loaded, which hands its content to KennisbankDossier.ontvang.
 *
 * Everything that needs no page is a pure function at the top, so that Node can test it. There an entry is
 * { id, titel, data } with what macros/exports/dossier_content.py made as data, or macros/site/take_along.py, or none if it
 * did not load. A document is a list of blocks as in odf.js, where a block may also have { mark }. The proof stands in
 * notes: footnotes in the ODT; elsewhere they are numbered, and { id } and { anchor, label } lead there and back.
 */

import { address, encode, file as toPage } from '../shared/address.js';
import { copy } from '../shared/clipboard.js';
import { button, element, later, speaker } from '../shared/dom.js';
import { save } from '../shared/download.js';
import { chosen } from '../shared/luggage.js';
import { numbered } from '../shared/notes.js';
import { saveOdt } from '../shared/takealong.js';

const WAIT = 150; // ms of rest before the results change
const MOST = 40; // records: a longer address does not pass every server
const SHOWN = 8; // results under the field

// ---- without a page -------------------------------------------------------------------------------------------------

/** Ids asked for and a Map of what there is in; { chosen, unknown, left } out: left is how many were too many. */
export function choose(asked, known) {
  const there = asked.filter((id) => known.has(id));
  return { chosen: there.slice(0, MOST), unknown: asked.filter((id) => !known.has(id)), left: Math.max(0, there.length - MOST) };
}

/** Ids, the place of one and a step in; the ids with that one moved. */
export function move(ids, from, step) {
  const moved = ids.slice();
  moved.splice(from + step, 0, ...moved.splice(from, 1));
  return moved;
}

const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Records [{ id, titel, soort }] and what was typed in; those with every word of it, titles that begin so first. */
export function find(records, typed) {
  const asked = plain(typed).trim();
  const words = asked.split(/\s+/);
  if (asked.length < 2) return [];
  const rank = ({ titel }) => (plain(titel).startsWith(asked) ? 0 : plain(titel).includes(asked) ? 1 : 2);
  const found = records.filter(({ titel, soort }) => words.every((word) => plain(`${titel} ${soort}`).includes(word)));
  return found.map((record, i) => ({ record, i, r: rank(record) })).sort((a, b) => a.r - b.r || a.i - b.i).map(({ record }) => record);
}

/** How many were found in; the sentence for the status line. */
export function foundText(count) {
  if (!count) return 'Geen pagina gevonden die in een dossier kan. Probeer een ander woord. Lijsten en hulpmiddelen, zoals de keuzehulp, kunnen er niet in.';
  return `${count} ${count === 1 ? 'pagina past' : 'pagina’s passen'}.${count > SHOWN ? ` De eerste ${SHOWN} staan hieronder.` : ''}`;
}

const heading = (level, text) => ({ type: 'heading', level, text });
const paragraph = (...text) => ({ type: 'paragraph', text });
const bold = (text) => ({ text, bold: true });
const link = (href) => ({ text: href, href });

/** One point of a record and the function that gives a source as pieces in; the pieces of its text, with its proof as a note, out. */
function point({ vooraf, tekst, bewijs, bronnen = [], let_op: caution, betwist, onbekend, aan, levert_op: yields }, source) {
  if (onbekend) return [bold('Hierover is geen openbare bron gevonden.'), ` ${tekst} Vraag dit aan: ${aan}.${yields ? ` ${yields}` : ''}`];
  const pieces = vooraf ? [bold(vooraf), ` ${tekst}`] : [tekst];
  const open = caution && (betwist || !bewijs); // that sources contradict each other, a reader must see at once
  if (betwist) pieces.push(' ', bold(`${betwist}.`));
  if (open) pieces.push(' ', bold('Let op:'), ` ${caution}`);
  const note = bewijs ? [`${bewijs}.`] : [];
  if (caution && !open) note.push(` Let op: ${caution}`);
  for (const code of bronnen) note.push(...(note.length ? [' '] : []), ...source(code));
  if (note.length) pieces.push({ note });
  return pieces;
}

/** A block of a page that was taken along in; the same one level lower, as a part of a document, out. */
const lower = (block) => (block.type === 'heading' ? { ...block, level: block.level + 1 } : block);

/** Entries, what the site tells { adres, naam, afzender, versie, bijgewerkt } and a title in; the document out. */
export function compose(entries, site, title) {
  const source = (data) => (code) => {
    const { tekst, url, pad } = data.bronnen[code];
    return [`${tekst} `, link(url || site.adres + pad)];
  };
  const fiction = entries.map(({ titel, data }, i) => data && data.denkbeeldig && { name: `${i + 1}. ${titel}`, text: data.denkbeeldig }).filter(Boolean);
  const blocks = [
    heading(1, title),
    paragraph(`Samengesteld met de ${site.naam}, versie ${site.versie}, bijgewerkt tot en met ${site.bijgewerkt}. ${site.afzender}`),
    paragraph('Adres van dit dossier: ', link(permanent(site, entries.map(({ id }) => id)))),
  ];
  if (fiction.length) {
    blocks.push({ ...paragraph(bold('Denkbeeldig.'), ` Deze delen gaan over een denkbeeldige wet: ${fiction.map(({ name }) => name).join('; ')}. ${fiction[0].text}`), mark: true });
  }
  blocks.push(paragraph('In de noten staat bij elke bewering hoe zeker zij is, van wanneer zij is en uit welke bron zij komt. De uitleg staat op ', link(`${site.adres}over/zekerheid/`), '.'));
  entries.forEach(({ id, titel, data }, i) => {
    blocks.push(heading(2, `${i + 1}. ${titel}${data && data.denkbeeldig ? ' (denkbeeldig)' : ''}`));
    if (!data) {
      blocks.push(paragraph(bold('Deze pagina kon niet worden geladen.'), ` Zij hoort wel bij dit dossier: ${id}.`));
      return;
    }
    if (data.blokken) {
      blocks.push(paragraph('Volledige pagina: ', link(site.adres + data.pad)), ...data.blokken.map(lower));
      return;
    }
    if (data.denkbeeldig) blocks.push({ ...paragraph(bold('Denkbeeldig.'), ` ${data.denkbeeldig}`), mark: true });
    blocks.push(paragraph(bold(`${data.soort}.`), ' ', ...point(data.samenvatting, source(data))));
    if (data.let_op) blocks.push(paragraph(bold(data.let_op)));
    if (data.kenmerken) blocks.push({ type: 'list', items: data.kenmerken.map(([name, value]) => [bold(`${name}:`), ` ${value}`]) });
    blocks.push(paragraph(`${data.controle} Volledige pagina: `, link(site.adres + data.pad)));
    for (const { kop, punten } of data.secties || []) blocks.push(heading(3, kop), { type: 'list', items: punten.map((one) => point(one, source(data))) });
  });
  return blocks;
}

/** Blocks in; the same with numbers in place of notes, and the notes at the end, out. */
export function withNotes(blocks) {
  const { blocks: text, notes } = numbered(blocks);
  const words = (note) => note.map((one) => one.text || one).join('');
  const mark = (one) => (one.n ? { text: `[${one.n}]`, anchor: `dossier-noot-${one.n}`, label: `noot ${one.n}: ${words(notes[one.n - 1])}` } : one);
  const marked = text.map((block) => (block.items ? { ...block, items: block.items.map((item) => item.map(mark)) } : { ...block, text: block.text.map(mark) }));
  const foot = notes.map((note, i) => ({ ...paragraph(`[${i + 1}] `, ...note), id: `dossier-noot-${i + 1}` }));
  return [...marked, ...(foot.length ? [heading(2, 'Noten')] : []), ...foot];
}

/** What the site tells and ids in; the permanent address of that dossier. */
export const permanent = (site, ids) => `${site.adres}dossier/${ids.length ? `#${encode([['d', ids.join()]])}` : ''}`;

/** Blocks in; Markdown (CommonMark) out. A note is called behind its words, and stands at the end. */
export function markdown(blocks) {
  const escape = (text) => text.replace(/[\\`*_[\]<>#&|~]/g, '\\$&');
  const piece = (one) => {
    if (typeof one === 'string') return escape(one);
    if (one.anchor) return ` ${escape(one.text)}`; // the place of a note has no space before it, in Markdown it would join the word
    if (one.href) return one.href === one.text ? `<${one.href}>` : `[${escape(one.text)}](<${one.href}>)`;
    return one.bold ? `**${escape(one.text)}**` : escape(one.text);
  };
  const inline = (text) => [text].flat().map(piece).join('');
  const line = (text) => inline(text).replace(/^[-+]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2'); // would begin a list
  return withNotes(blocks).map(({ type, level, text, items, ordered, mark }) => {
    if (type === 'list') return items.map((item, i) => `${ordered ? `${i + 1}.` : '-'} ${line(item)}\n`).join('');
    if (type === 'heading') return `${'#'.repeat(level)} ${inline(text)}\n`;
    return `${mark ? '> ' : ''}${line(text)}\n`;
  }).join('\n');
}

// ---- in the page ----------------------------------------------------------------------------------------------------

/** Blocks in; elements out, with headings one level lower than in the document: the page has its own title. */
function draw(document, blocks) {
  const inline = (text) => [text].flat().map((one) => {
    if (typeof one === 'string') return one;
    if (one.href) return element(document, 'a', { href: one.href, class: 'kb-adres', rel: 'noreferrer' }, one.text);
    if (one.anchor) return element(document, 'a', { href: `#${one.anchor}`, class: 'kb-noot', 'aria-label': one.label }, one.text);
    return one.bold ? element(document, 'strong', {}, one.text) : one.text;
  });
  return withNotes(blocks).map(({ type, level, text, items, ordered, id, mark }) => {
    if (type === 'list') return element(document, ordered ? 'ol' : 'ul', { class: 'kb-beweringen' }, ...items.map((item) => element(document, 'li', {}, ...inline(item))));
    const properties = { ...(id && { id }), ...(mark && { class: 'kb-denkbeeldig', role: 'note' }) };
    return element(document, type === 'heading' ? `h${level + 1}` : 'p', properties, ...inline(text));
  });
}

/** Window in; makes the dossier of this page work. */
export function begin(root) {
  const { document } = root;
  const home = document.querySelector('[data-dossier]');
  if (!home) return;
  const page = address(root);
  const file = root.location.protocol === 'file:';
  const site = home.dataset;
  // Hundreds of pages, of which one needs few: what a link says is read when it is asked for.
  const known = new Map(Array.from(document.querySelectorAll('[data-alle] a[data-id]'), (link) => {
    const { id } = link.dataset;
    if (file) link.href = toPage(link.href.replace(/index\.html$/, ''), root.location.protocol); // the copy for a disk has it already
    return [id, {
      id,
      get titel() { return link.textContent; },
      get soort() { return link.nextElementSibling.textContent; },
      get folder() { return link.href.replace(/index\.html$/, ''); },
      get href() { return link.href; },
    }];
  }));
  const loaded = new Map(); // id → what came; null when nothing came
  const begun = choose(chosen(page.params()), known);
  let ids = [];

  const make = (tag, attributes, ...children) => element(document, tag, attributes, ...children);
  const status = make('p', { role: 'status' });
  const list = make('ol', { class: 'kb-dossier__keuze' });
  const field = make('input', { id: 'kb-dossier-zoek', type: 'search', autocomplete: 'off', 'aria-describedby': 'kb-dossier-uitleg' });
  const found = make('p', { role: 'status' });
  const sayFound = speaker(found);
  const results = make('ul', { class: 'kb-dossier__gevonden' });
  const title = make('input', { id: 'kb-dossier-titel', autocomplete: 'off', maxlength: '120', 'aria-describedby': 'kb-dossier-titeluitleg' });
  const link = make('input', { id: 'kb-dossier-link', readonly: '', autocomplete: 'off' });
  const paper = make('section', { class: 'kb-dossier__document', 'aria-label': 'Uw document' });
  const blocks = () => compose(ids.map((id) => ({ id, titel: known.get(id).titel, data: loaded.get(id) })), site, title.value.trim() || 'Dossier');
  const name = (ending) => `dossier_${site.peildatum}.${ending}`;
  const outputs = [
    button(document, 'Download ODT', () => saveOdt(root, name('odt'), title.value.trim() || 'Dossier', blocks())),
    button(document, 'Download Markdown', () => save(root, name('md'), markdown(blocks()), 'text/markdown;charset=utf-8')),
    button(document, 'Druk af of bewaar als pdf', () => root.print()),
  ];
  const share = button(document, 'Kopieer link', async () => { status.textContent = await copy(root, link.value, link, 'De link is gekopieerd.'); });
  let gone = []; // what "Maak leeg" took out: one tap beside the next button may not cost a dossier
  const clear = button(document, 'Maak leeg', () => {
    if (!ids.length) {
      set(gone, `Alles staat weer in het dossier. Aantal pagina’s: ${gone.length}.`);
      return;
    }
    gone = ids;
    set([], 'Het dossier is leeg. Met ‘Zet terug’ komt alles terug.');
    field.focus();
  });

  function row(id, i) {
    const { titel, soort, href } = known.get(id);
    const called = ids.some((other) => other !== id && known.get(other).titel === titel) ? `${titel} (${soort.toLowerCase()})` : titel;
    const act = (text, work, off) => {
      const made = button(document, text, work);
      made.setAttribute('aria-label', `${text}: ${called}`);
      made.disabled = off;
      return made;
    };
    const step = (by, way) => act(way, () => {
      set(move(ids, i, by), `${titel} staat nu op plaats ${i + by + 1} van ${ids.length}.`);
      const buttons = Array.from(list.children[i + by].querySelectorAll('button'));
      const same = buttons.find((one) => one.textContent === way);
      (same.disabled ? buttons.find((one) => !one.disabled) : same).focus();
    }, !ids[i + by]);
    const remove = act('Verwijder', () => {
      set(ids.filter((other) => other !== id), `${titel} is verwijderd.`);
      const next = list.children[Math.min(i, ids.length - 1)];
      (next ? next.querySelector('button:last-child') : field).focus();
    });
    return make('li', {}, make('a', { href }, titel), ' ', make('span', { class: 'kb-soort' }, soort),
      make('span', { class: 'kb-knoppen' }, step(-1, 'Omhoog'), step(1, 'Omlaag'), remove));
  }

  function load(id) {
    if (loaded.get(id) || document.querySelector(`script[data-id="${id}"]`)) return;
    const script = make('script', { src: `${known.get(id).folder}dossier.js`, 'data-id': id });
    script.addEventListener('error', () => {
      script.remove();
      loaded.set(id, null);
      show();
    });
    document.head.append(script);
  }

  function show() {
    const waiting = ids.some((id) => !loaded.has(id));
    for (const one of outputs) one.disabled = waiting || !ids.length;
    share.disabled = !ids.length;
    clear.disabled = !ids.length && !gone.length;
    clear.textContent = !ids.length && gone.length ? 'Zet terug' : 'Maak leeg';
    paper.hidden = waiting || !ids.length;
    paper.replaceChildren(...(paper.hidden ? [] : draw(document, blocks())));
    const missing = ids.filter((id) => loaded.get(id) === null).length;
    if (missing) status.textContent = `Niet alles kon worden geladen. Pagina’s die in het document ontbreken: ${missing}. Herlaad deze pagina om het opnieuw te proberen.`;
  }

  function set(wish, message) {
    ids = wish;
    list.replaceChildren(...ids.map(row));
    page.write({ d: ids.join(), r: '' }, { step: false });
    link.value = file ? permanent(site, ids) : root.location.href;
    status.textContent = message;
    for (const id of ids) load(id);
    show();
  }

  function add(id) {
    const { titel } = known.get(id);
    if (ids.includes(id)) status.textContent = `${titel} staat al in het dossier.`;
    else if (ids.length === MOST) status.textContent = `In een dossier passen ${MOST} pagina’s. Haal er eerst een weg.`;
    else set([...ids, id], `${titel} staat nu in het dossier. Aantal pagina’s: ${ids.length + 1}.`);
  }

  function search() {
    const all = field.value.trim().length > 1 ? find(Array.from(known.values()), field.value) : [];
    sayFound(field.value.trim().length > 1 ? foundText(all.length) : '', { typing: true });
    results.replaceChildren(...all.slice(0, SHOWN).map(({ id, titel, soort }) => {
      const one = button(document, '', () => {
        add(id);
        say();
      });
      // On a phone the message is above the screen: the button itself says that it is done.
      const say = () => {
        one.textContent = ids.includes(id) ? 'Staat erin' : 'Zet erbij';
        one.setAttribute('aria-label', `${one.textContent}: ${titel}`);
      };
      say();
      return make('li', {}, one, ' ', titel, ' ', make('span', { class: 'kb-soort' }, soort));
    }));
  }

  root.KennisbankDossier = {
    ontvang(data) {
      loaded.set(data.id, data);
      show();
    },
  };
  field.addEventListener('input', later(search, WAIT));
  title.value = page.get('titel');
  title.addEventListener('input', show);
  title.addEventListener('change', () => page.write({ titel: title.value.trim() }, { step: false }));
  home.replaceChildren(
    make('section', { class: 'kb-dossier__werk', 'aria-labelledby': 'kb-dossier-keuze' },
      make('h2', { id: 'kb-dossier-keuze' }, 'Uw keuze'), status, list,
      make('p', {}, make('label', { for: field.id }, 'Voeg een pagina toe'), make('br', {}), field),
      make('p', { id: 'kb-dossier-uitleg', class: 'kb-dossier__uitleg' }, 'Typ een woord uit de titel, bijvoorbeeld een wet of een instrument. Of open een pagina uit de lijst onderaan en kies daar ‘Zet in dossier’.'),
      found, results,
      make('p', {}, make('label', { for: title.id }, 'Titel van het document'), make('br', {}), title),
      make('p', { id: 'kb-dossier-titeluitleg', class: 'kb-dossier__uitleg' }, 'De titel komt in het document, en in het adres achter het hekje (#), zodat hij blijft staan als u verder leest. Dat deel gaat niet naar de server, maar wel mee als u de link deelt. Zet er geen namen of gegevens van inwoners in.'),
      make('div', { class: 'kb-knoppen' }, ...outputs),
      make('p', {}, make('label', { for: link.id }, 'Link naar dit dossier'), make('br', {}), link),
      make('div', { class: 'kb-knoppen' }, share, clear)),
    paper,
  );
  const messages = [begun.chosen.length ? `Aantal pagina’s in het dossier: ${begun.chosen.length}.` : 'Het dossier is nog leeg.'];
  if (begun.unknown.length) messages.push(`Deze pagina’s bestaan niet (meer): ${begun.unknown.join(', ')}.`);
  if (begun.left) messages.push(`In een dossier passen ${MOST} pagina’s. De laatste ${begun.left} zijn weggelaten.`);
  set(begun.chosen, messages.join(' '));
}
