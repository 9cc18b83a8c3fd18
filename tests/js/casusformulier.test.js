'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { suspect, warning, compose, compiled, reason } = require('../../macros/scripts/tools/casusformulier.js');
const { isBsn, personal } = require('../../macros/scripts/shared/personal.js');
const { plain } = require('../../macros/scripts/shared/plainchars.js');

const read = (name) => JSON.parse(fs.readFileSync(path.join(__dirname, '..', name), 'utf8'));
const vectors = read('privacy-vectoren.json');
const kinds = (found) => Array.from(new Set(found.map(([kind]) => kind))).sort();

for (const { in: text, uit } of read('tekens-vectoren.json')) {
  test(`plain: ${JSON.stringify(text)}`, () => assert.equal(plain(text), uit));
}

for (const { tekst, verwacht } of vectors) {
  test(`personal: ${tekst || '(leeg)'}`, () => assert.deepEqual(kinds(personal(tekst)), verwacht));
}

test('a piece that is named stands in the text, and each kind is named once', () => {
  for (const { tekst } of vectors) {
    const found = suspect(tekst);
    for (const [, piece] of found) assert.ok(plain(tekst).includes(piece), piece);
    assert.equal(found.length, kinds(found).length);
  }
});

for (const text of ['Moeder (03-05-1990) en vader.', 'Moeder, 3 mei 1990, en vader.', 'Het kind: 2015-05-03.', 'Het kind: 1980/02/01.', 'Op 3\u00a0mei\u00a01990 al.', 'Op 03\u201105\u20111990 al.']) {
  test(`suspect: a whole date of long ago, which the data may hold: ${text}`, () => {
    assert.deepEqual(kinds(personal(text)), []);
    assert.deepEqual(kinds(suspect(text)), ['een geboortedatum']);
  });
}

for (const text of ['De ontruiming is op 3 mei 2027.', 'Sinds mei 1990 woont zij hier.', 'Zie Staatsblad 2015-236.', 'Het besluit is van 12-03-2025.']) {
  test(`suspect: no birthday: ${text}`, () => assert.deepEqual(suspect(text), []));
}

test('a long text takes no time', () => {
  for (const piece of ['x', '1', '1 ', 'a@', 'Jan ', 'NL91', '1234 AB ', '06 ']) {
    const begin = performance.now();
    suspect(piece.repeat(20000 / piece.length));
    assert.ok(performance.now() - begin < 2000, piece);
  }
});

test('isBsn: the eleven-test', () => {
  assert.equal(isBsn('111222333'), true);
  assert.equal(isBsn('12345672'), true);
  assert.equal(isBsn('111222334'), false);
  assert.equal(isBsn('000000000'), false);
});

test('warning: names the piece, the kind and why, once for each kind', () => {
  const reasons = { 'een BSN': 'Haal het weg.', 'een e-mailadres': 'Noem de functie.' };
  assert.equal(warning('Nummer 111222333', reasons), 'Let op: ‘111222333’ lijkt op een BSN. Haal het weg.');
  assert.match(warning('111222333 van a@b.nl', reasons), /een BSN\. Haal het weg\.\nLet op: .* een e-mailadres/);
  assert.equal(warning('Niets aan de hand', reasons), '');
});

test('compose: what was filled in, what was not, and whose list it is', () => {
  const fields = [{ label: 'Wat?', answer: ' Dit. \n' }, { label: 'Wie?', answer: '  ' }];
  assert.equal(compose('Kop', 'Onze lijst.', fields), 'Kop\n\nWat?\nDit.\n\nNog niet ingevuld:\n- Wie?\n\nOnze lijst.\n');
  assert.equal(compose('Kop', 'Onze lijst.', [fields[0]]), 'Kop\n\nWat?\nDit.\n\nOnze lijst.\n');
  assert.equal(compose('Kop', 'Onze lijst.', [fields[1]]), '');
});

const NOTE = ['Waarom deze vraag?', ' ', 'Omdat.', ' (', 'Bron. ', { text: 'https://x.nl/', href: 'https://x.nl/' }, ')'];
const FIELDS = [{ label: 'Wat?', answer: ' Dit.\nEn dat. \n', note: NOTE }, { label: 'Wie?', answer: ' ', note: NOTE }];

test('compose: why a question was asked stands below the answers, not in them', () => {
  assert.equal(compose('Kop', 'Onze lijst.', FIELDS), 'Kop\n\nWat?\nDit.\nEn dat.\n\nNog niet ingevuld:\n- Wie?\n\nNoten\n\nBij ‘Wat?’: Waarom deze vraag? Omdat. (Bron. https://x.nl/)\n\nOnze lijst.\n');
});

test('compiled: the same as a document, with the note behind the question', () => {
  const from = [{ type: 'paragraph', text: 'Uit de site.' }];
  assert.deepEqual(compiled('Kop', 'Onze lijst.', FIELDS, from), [
    { type: 'heading', level: 1, text: 'Kop' },
    { type: 'heading', level: 2, text: ['Wat?', { note: NOTE }] },
    { type: 'paragraph', text: 'Dit.\nEn dat.' },
    { type: 'heading', level: 2, text: 'Nog niet ingevuld' },
    { type: 'list', items: ['Wie?'] },
    { type: 'paragraph', text: 'Onze lijst.' },
    ...from,
  ]);
});

test('reason: the statements of a question in one note, each with its proof', () => {
  const item = ['Omdat.', { note: ['Bron. ', { text: 'https://x.nl/', href: 'https://x.nl/' }] }];
  assert.deepEqual(reason([{ type: 'paragraph', text: 'x' }, { type: 'list', items: [item] }]), NOTE);
  assert.equal(reason([]), null);
});

test('the script stores nothing and sends nothing', () => {
  const source = fs.readFileSync(path.join(__dirname, '../../docs/assets/js/casusformulier.js'), 'utf8');
  assert.doesNotMatch(source, /localStorage|sessionStorage|indexedDB|cookie|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|innerHTML/);
});
