'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { isBsn, personal, warning, compose } = require('../../macros/scripts/tools/casusformulier.js');

const vectors = JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'privacy-vectoren.json'), 'utf8'));

for (const { tekst, verwacht, alleen_formulier: extra = [] } of vectors) {
  test(`personal: ${tekst || '(leeg)'}`, () => {
    assert.deepEqual(personal(tekst).map(([kind]) => kind).sort(), [...verwacht, ...extra].sort());
  });
}

test('a piece that is named stands in the text', () => {
  for (const { tekst } of vectors) for (const [, piece] of personal(tekst)) assert.ok(tekst.includes(piece));
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

test('the script stores nothing and sends nothing', () => {
  const source = fs.readFileSync(path.join(__dirname, '../../docs/assets/js/casusformulier.js'), 'utf8');
  assert.doesNotMatch(source, /localStorage|sessionStorage|indexedDB|cookie|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|innerHTML/);
});
