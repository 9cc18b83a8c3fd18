/*
 * What looks like a person's data. The patterns are those of macros/load/persoonsgegevens.json, and what is done with
 * them is what macros/load/personal_data.py does; tests/privacy-vectoren.json holds the two together. Names are left
 * out: the lists that they need are four times what a page may load.
 */

import parts from '../../load/persoonsgegevens.json' with { type: 'json' };
import { plain } from './plainchars.js';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const made = {};

/** Name of a pattern and flags in; the pattern out, with the parts that patterns share. A capital in its name: capitals count. */
function pattern(name, flags = '') {
  let source = parts[name];
  while (/<[a-z]+>/.test(source)) source = source.replace(/<([a-z]+)>/, (_, part) => parts[`_${part}`]);
  return new RegExp(source, `${flags}${/^[A-Z]/.test(name) ? '' : 'i'}`);
}

/** Text and names of patterns in; every match out. */
const all = (text, ...names) => names.flatMap((name) => {
  made[name] = made[name] || pattern(name, 'g');
  return Array.from(text.matchAll(made[name]));
});
const has = (text, name) => pattern(name).test(text);

/** 8 or 9 digits in; whether they pass the eleven-test of the burgerservicenummer out. */
export function isBsn(digits) {
  const nine = digits.padStart(9, '0');
  return Number(nine) > 0 && WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(nine[i]), 0) % 11 === 0;
}

/** Letters and digits in; whether they pass the test of ISO 13616 out. */
const isIban = (text) => Array.from(text.slice(4) + text.slice(0, 4)).reduce((rest, char) => {
  const value = parseInt(char, 36);
  return (rest * (value > 9 ? 100 : 10) + value) % 97;
}, 0) === 1;

/** A match of the pattern for an IBAN in; the IBAN in it out, if any. */
function iban([, , text]) {
  const length = parts._ibanlengten[text.slice(0, 2).toUpperCase()] || 0;
  let end = 0;
  let chars = '';
  for (; end < text.length && chars.length < length; end += 1) if (/[A-Za-z0-9]/.test(text[end])) chars += text[end];
  return length && chars.length === length && isIban(chars) ? [text.slice(0, end)] : [];
}

const around = (text, { 0: found, index }, before, after) => text.slice(Math.max(0, index - before), index + found.length + after);

/** Kind → text in, pieces of that kind out. In this order: what is part of one number is not the start of another. */
const KINDS = {
  'een e-mailadres': (text) => (has(text, 'apenstaart') ? all(text, 'mail', 'mailinwoorden').map(([found]) => found) : []),
  'een IBAN': (text) => all(text, 'iban').flatMap(iban),
  'een telefoonnummer': (text) => all(text, 'telefoon', 'mobielkaal').map((match) => match[2]).filter((found) => pattern('datumvoor', 'g').exec(found)?.index !== 0),
  'een BSN': (text) => all(text, 'bsn').filter(([, , named, found]) => {
    const day = all(found, 'datumkaal').some(([whole]) => whole === found);
    return named || (isBsn(found.replace(/[^0-9]/g, '')) && !day && !text.includes('://'));
  }).map((match) => match[3]),
  'een postcode met huisnummer': (text) => all(text, 'Postcode', 'Postcodena', 'Huisnummer')
    .filter((match) => !has(text.slice(Math.max(0, match.index - 60), match.index + 1) + match[0], 'geenhuis')).map(([found]) => found),
  'een geboortedatum': (text) => all(text, 'geboren', 'geborenna').filter((match) => !has(around(text, match, 20, 20), 'grens')).map(([found]) => found),
};

/** Text in; [kind, piece] of what looks like personal data out, kind by kind, each piece once. A piece is as `plain` writes it. */
export function personal(text) {
  let left = plain(text);
  const found = new Map();
  for (const [kind, seek] of Object.entries(KINDS)) {
    for (const raw of seek(left)) {
      const piece = raw.replace(/^[ ,.;:()]+|[ ,.;:()]+$/g, '');
      found.set(`${kind} ${piece}`, [kind, piece]);
      left = left.split(raw).join(' … ');
    }
  }
  return Array.from(found.values());
}
