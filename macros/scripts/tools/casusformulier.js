/*
 * Turns the list of questions on /casus-formulier/ into a form that only lives in this page: nothing is stored and
 * nothing is sent, so there is no <form> to submit. It warns while someone types what looks like personal data, and
 * keeps one text up to date to copy, print or take along as a document that this page makes. Why a question is asked, with
 * its proof, stands there in a note. Without this script the list can be read and printed.
 *
 * It warns for what the data may not hold either (shared/personal.js), and for a whole date of long ago.
 */

import { copy } from '../shared/clipboard.js';
import { element } from '../shared/dom.js';
import { said } from '../shared/notes.js';
import { personal } from '../shared/personal.js';
import { plain } from '../shared/plainchars.js';
import { blocksOf, sourcesOf } from '../shared/reading.js';
import { origin, saveOdt } from '../shared/takealong.js';

const REST = 1000; // ms without a key before a warning: not at every letter

// ---- without a page -------------------------------------------------------------------------------------------------

const DAY = '[0-3]?[0-9]';
const MONTH = '(?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\\.?';
const YEAR = '(?:19[0-9]{2}|20[01][0-9]|202[01])';
const BIRTH = 'een geboortedatum';
/** A whole date with such a year is rarely a deadline. The data may hold one (a law of 15 March 2019), a case should not. */
const OLD_DATE = new RegExp(`\\b${DAY}(?:[-/.][01]?[0-9][-/.]| ${MONTH} )${YEAR}\\b|\\b${YEAR}[-/.][01]?[0-9][-/.]${DAY}\\b`, 'i');

/** Text in; [kind, piece] of what does not belong in a case out, one of each kind. */
export function suspect(text) {
  const found = new Map();
  for (const [kind, piece] of personal(text)) if (!found.has(kind)) found.set(kind, piece);
  const old = OLD_DATE.exec(plain(text));
  if (old && !found.has(BIRTH)) found.set(BIRTH, old[0]);
  return Array.from(found);
}

/** Text and the explanation per kind in; the warning out, a line per kind in that order, empty when there is nothing to warn about. */
export function warning(text, reasons) {
  const order = Object.keys(reasons);
  return suspect(text).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([kind, piece]) => `Let op: ‘${piece}’ lijkt op ${kind}. ${reasons[kind]}`).join('\n');
}

/** Heading, last line and [{label, answer, note}] in; the text to take along out, empty when nothing was filled in. */
export function compose(heading, last, fields) {
  const given = fields.filter(({ answer }) => answer.trim());
  if (!given.length) return '';
  const open = fields.filter(({ answer }) => !answer.trim()).map(({ label }) => `- ${label}`);
  const parts = [heading, ...given.map(({ label, answer }) => `${label}\n${answer.trim()}`)];
  if (open.length) parts.push(`Nog niet ingevuld:\n${open.join('\n')}`);
  const notes = given.filter(({ note }) => note).map(({ label, note }) => `Bij ‘${label}’: ${said(note)}`);
  if (notes.length) parts.push('Noten', ...notes);
  return [...parts, last].join('\n\n') + '\n';
}

/** The same, and the paragraphs that say where it comes from, in; a document out, with the notes behind the labels. */
export function compiled(heading, last, fields, from) {
  const given = fields.filter(({ answer }) => answer.trim());
  const open = fields.filter(({ answer }) => !answer.trim()).map(({ label }) => label);
  return [
    { type: 'heading', level: 1, text: heading },
    ...given.flatMap(({ label, answer, note }) => [
      { type: 'heading', level: 2, text: note ? [label, { note }] : label },
      { type: 'paragraph', text: answer.trim() },
    ]),
    ...(open.length ? [{ type: 'heading', level: 2, text: 'Nog niet ingevuld' }, { type: 'list', items: open }] : []),
    { type: 'paragraph', text: last },
    ...from,
  ];
}

/** Statements as blocks in; one note that says why a question is asked out, or nothing. */
export function reason(blocks) {
  const items = blocks.filter(({ type }) => type === 'list').flatMap(({ items: all }) => all);
  const said = items.flatMap((item) => [' ', ...item.flatMap((piece) => (piece.note ? [' (', ...piece.note, ')'] : [piece]))]);
  return said.length ? ['Waarom deze vraag?', ...said] : null;
}

// ---- on the page ----------------------------------------------------------------------------------------------------

/** One question with lines to write on in; {label, read, clear} with a text box in their place out. */
function textField(document, item, reasons, changed, judged) {
  const key = item.dataset.veld;
  const room = item.querySelector('[data-schrijfruimte]');
  const alert = element(document, 'p', { id: `let-op-${key}`, class: 'kb-waarschuwing', role: 'status' });
  const box = element(document, 'textarea', {
    id: `veld-${key}`,
    rows: item.dataset.regels,
    'aria-describedby': `uitleg-${key} ${alert.id}`,
    autocomplete: 'off', // a browser may bring back what was typed, and we promise that it is gone
    spellcheck: 'false', // some browsers send what they check to a server
  });
  const heading = item.querySelector('[data-label]');
  const label = heading.textContent;
  heading.replaceChildren(element(document, 'label', { for: box.id }, label));
  let timer = 0;
  const check = () => {
    clearTimeout(timer);
    const text = warning(box.value, reasons);
    if (alert.textContent !== text) alert.textContent = text;
    judged();
  };
  box.addEventListener('input', () => {
    changed();
    clearTimeout(timer);
    // Not on leaving the box as well: the warning would push away what the reader is just clicking on.
    timer = setTimeout(check, REST);
  });
  room.classList.add('kb-alleen-druk');
  room.before(box, alert);
  return { label, box, read: () => box.value, clear: () => { box.value = ''; check(); changed(); } };
}

/** One question with a list of choices in; the same with boxes to tick out. */
function choiceField(document, item, changed) {
  const list = item.querySelector('[data-keuzen]');
  const heading = item.querySelector('[data-label]');
  const key = item.dataset.veld;
  heading.id = `label-${key}`;
  const boxes = Array.from(list.children, (row) => {
    const box = element(document, 'input', { type: 'checkbox', id: `veld-${key}-${row.dataset.keuze}` });
    const label = row.textContent.trim();
    row.replaceChildren(box, element(document, 'label', { for: box.id }, label));
    box.addEventListener('change', changed);
    return { box, label };
  });
  const group = element(document, 'div', { role: 'group', 'aria-labelledby': heading.id, 'aria-describedby': `uitleg-${key}` });
  list.before(group);
  group.append(list);
  return {
    label: heading.textContent,
    box: boxes[0].box,
    read: () => boxes.filter(({ box }) => box.checked).map(({ label }) => label).join(', '),
    clear: () => { for (const { box } of boxes) box.checked = false; changed(); },
  };
}

/** Window and document in; starts the form when the page has one. */
export function begin(window) {
  const { document } = window;
  const form = document.querySelector('[data-formulier]');
  if (!form) return;
  const part = (name) => form.querySelector(`[data-${name}]`);
  const [output, pre, together, status] = ['uitvoer', 'tekst', 'samen', 'status'].map(part);
  const { kop, herkomst } = form.dataset;
  const reasons = {};
  for (const one of form.querySelectorAll('[data-waarschuwing]')) reasons[one.dataset.waarschuwing] = one.textContent;
  let fields = [];

  // Read when the answer is there: of all questions at once it would hold up a slow phone.
  let sources = null;
  function noteOf(field) {
    if (!field.why || !field.read().trim()) return null;
    sources = sources || sourcesOf(document);
    field.note = field.note || reason(blocksOf(field.why, sources));
    return field.note;
  }
  const answers = () => fields.map((field) => ({ label: field.label, note: noteOf(field), answer: field.read() }));
  const leaving = (event) => event.preventDefault();
  function changed() {
    const text = compose(kop, herkomst, answers());
    pre.textContent = text || 'U hebt nog niets ingevuld.';
    status.textContent = '';
    form.classList.toggle('kb-formulier--ingevuld', Boolean(text));
    part('odt').disabled = !text;
    // Only while there is something to lose: a page with this listener is not kept for the Back button.
    window.removeEventListener('beforeunload', leaving);
    if (text) window.addEventListener('beforeunload', leaving);
  }

  function judged() {
    const look = fields.filter(({ read }) => suspect(read()).length).map(({ label }) => `‘${label}’`);
    const sum = look.length ? `Kijk nog eens naar: ${look.join(', ')}. Daar staat iets dat lijkt op een persoonsgegeven.` : '';
    if (together.textContent !== sum) together.textContent = sum;
  }

  fields = Array.from(form.querySelectorAll('[data-veld]'), (item) => {
    const field = item.querySelector('[data-keuzen]') ? choiceField(document, item, changed) : textField(document, item, reasons, changed, judged);
    return { ...field, why: item.querySelector('.kb-formulier__waarom') };
  });
  part('kopieer').addEventListener('click', async () => {
    judged();
    status.textContent = await copy(window, pre.textContent, pre, `De tekst is gekopieerd. ${together.textContent}`.trim());
  });
  part('odt').addEventListener('click', () => {
    judged();
    const { href } = document.querySelector('link[rel="canonical"]');
    saveOdt(window, 'casus.odt', kop, compiled(kop, herkomst, answers(), origin(form, href)));
    status.textContent = `Het document is gedownload. ${together.textContent}`.trim();
  });
  part('druk').addEventListener('click', () => window.print());
  part('wis').addEventListener('click', () => {
    if (!window.confirm('Wilt u alles wissen wat u hebt ingevuld?')) return;
    wipe();
    fields[0].box.focus();
  });
  part('zonder-script').remove();
  const wipe = () => { for (const field of fields) field.clear(); };
  // Who comes back finds an empty page, also where the browser kept this one.
  window.addEventListener('pagehide', wipe);
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) wipe(); });
  output.hidden = false;
  changed();
}
