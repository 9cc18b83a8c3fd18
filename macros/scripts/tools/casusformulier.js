/*
 * Turns the list of questions on /casus-formulier/ into a form that only lives in this page: nothing is stored and
 * nothing is sent, so there is no <form> to submit. It warns while someone types what looks like personal data, and
 * keeps one text up to date to copy or print. Without this script the list can be read and printed.
 *
 * The patterns are those of macros/check/privacy.py; tests/privacy-vectoren.json holds them together.
 */

import { copy } from '../shared/clipboard.js';
import { element } from '../shared/dom.js';

const REST = 1000; // ms without a key before a warning: not at every letter

// ---- without a page -------------------------------------------------------------------------------------------------

const CODE = '[1-9]\\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|[a-z]{2})';
const MONTH = '(?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\\.?';
const DATE = `\\d{1,2}(?:[-/. ]\\d{1,2}[-/. ]| ?${MONTH} ?)(?:\\d{4}|\\d{2})\\b`;
// A whole date with such a year is rarely a deadline. The data may hold one (a law of 15 March 2019), a case should not.
const OLD = '(?:19\\d{2}|20[01]\\d|202[01])';
const OLD_DATE = `\\b\\d{1,2}(?:[-/.]\\d{1,2}[-/.]| ${MONTH} )${OLD}\\b|\\b${OLD}-\\d{2}-\\d{2}\\b`;
const KINDS = [
  ['een e-mailadres', /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/u],
  ['een telefoonnummer', /(?:^|[^\w-])((?:\+31|0031|0)(?:\s?\(0\))?(?:(?:\s?-\s?|\s|\)\s?)?\d){9})(?!\d)/],
  ['een IBAN', /\b[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d ?){9}\d\b/i],
  ['een postcode met huisnummer', new RegExp(`\\b${CODE},?\\s+\\d+[a-z]?\\b|\\b\\d+[a-z]?,?\\s+${CODE}\\b`)],
  ['een geboortedatum', new RegExp(`\\bgeb(?:oren\\b|oortedatum\\b|\\.)\\D{0,20}${DATE}|\\b${DATE} geboren\\b|${OLD_DATE}`, 'i')],
];
const DIGITS = /(?:\d{4}[. ]?\d{2}[. ]?\d{3}|\d{3} \d{3} \d{3}|\d{8})(?!\.?\d)/g;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** 8 or 9 digits in; whether they pass the eleven-test of the burgerservicenummer out. */
export function isBsn(digits) {
  const all = digits.padStart(9, '0');
  return Number(all) > 0 && WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(all[i]), 0) % 11 === 0;
}

/** Text in; the numbers in it out that are not the end of a longer one. Safari reads a look-behind from 16.4 on only. */
function numbers(text) {
  const found = [];
  DIGITS.lastIndex = 0;
  for (let match = DIGITS.exec(text); match; match = DIGITS.exec(text)) {
    if (/\d\.?$/.test(text.slice(Math.max(0, match.index - 2), match.index))) DIGITS.lastIndex = match.index + 1;
    else found.push(match[0]);
  }
  return found;
}

/** Text in; [kind, piece] of each kind of personal data it looks like out. A pattern with a group means the group. */
export function personal(text) {
  const found = [];
  const bsn = numbers(text).find((piece) => isBsn(piece.replace(/\D/g, '')));
  if (bsn) found.push(['een BSN', bsn]);
  for (const [kind, pattern] of KINDS) {
    const match = pattern.exec(text);
    if (match) found.push([kind, match[1] || match[0]]);
  }
  return found;
}

/** Text and the explanation per kind in; the warning out, a line per kind, empty when there is nothing to warn about. */
export function warning(text, reasons) {
  return personal(text).map(([kind, piece]) => `Let op: ‘${piece}’ lijkt op ${kind}. ${reasons[kind]}`).join('\n');
}

/** Heading, last line and [{label, answer}] in; the text to take along out, empty when nothing was filled in. */
export function compose(heading, origin, fields) {
  const given = fields.filter(({ answer }) => answer.trim());
  if (!given.length) return '';
  const open = fields.filter(({ answer }) => !answer.trim()).map(({ label }) => `- ${label}`);
  const parts = [heading, ...given.map(({ label, answer }) => `${label}\n${answer.trim()}`)];
  if (open.length) parts.push(`Nog niet ingevuld:\n${open.join('\n')}`);
  return [...parts, origin].join('\n\n') + '\n';
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
    const box = element(document, 'input', { type: 'checkbox', id: `veld-${key}-${row.dataset.keuze}`, autocomplete: 'off' });
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
  const reasons = {};
  for (const one of form.querySelectorAll('[data-waarschuwing]')) reasons[one.dataset.waarschuwing] = one.textContent;
  let fields = [];

  const leaving = (event) => event.preventDefault();
  function changed() {
    const text = compose(form.dataset.kop, form.dataset.herkomst, fields.map(({ label, read }) => ({ label, answer: read() })));
    pre.textContent = text || 'U hebt nog niets ingevuld.';
    status.textContent = '';
    form.classList.toggle('kb-formulier--ingevuld', Boolean(text));
    // Only while there is something to lose: a page with this listener is not kept for the Back button.
    window.removeEventListener('beforeunload', leaving);
    if (text) window.addEventListener('beforeunload', leaving);
  }

  function judged() {
    const suspect = fields.filter(({ read }) => personal(read()).length).map(({ label }) => `‘${label}’`);
    const sum = suspect.length ? `Kijk nog eens naar: ${suspect.join(', ')}. Daar staat iets dat lijkt op een persoonsgegeven.` : '';
    if (together.textContent !== sum) together.textContent = sum;
  }

  fields = Array.from(form.querySelectorAll('[data-veld]'), (item) => (
    item.querySelector('[data-keuzen]') ? choiceField(document, item, changed) : textField(document, item, reasons, changed, judged)
  ));
  part('kopieer').addEventListener('click', async () => {
    judged();
    status.textContent = await copy(window, pre.textContent, pre, `De tekst is gekopieerd. ${together.textContent}`.trim());
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
