'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { chosen } = require('../../macros/scripts/tools/meenemen.js');

const kop = (level, text) => ({ type: 'heading', level, text: [{ text }] });
const alinea = (...text) => ({ type: 'paragraph', text });

test('alleen de gekozen delen gaan mee, zonder het merk van een voorbeeld', () => {
  const vet = { text: 'd', bold: true };
  assert.deepEqual(chosen([
    kop(2, 'Uitleg'), alinea({ text: 'x' }),
    kop(2, 'Voorbeeld: a'), kop(3, 'b'), alinea({ text: 'Voorbeeldtekst:' }), { type: 'list', items: [[{ text: 'c' }]] },
    alinea({ text: 'Voorbeeldtekst: ' }, vet, { text: ' e' }), alinea({ text: 'Voorbeeldtekst: tekst.' }, { note: [] }),
    kop(2, 'Uit'), alinea({ text: 'y' }),
  ], 'Voorbeeld: '), [
    kop(2, 'Voorbeeld: a'), kop(3, 'b'), { type: 'list', items: [[{ text: 'c' }]] },
    alinea(vet, { text: ' e' }), alinea({ text: 'Tekst.' }, { note: [] }),
  ]);
});

test('een alinea die met een noot begint, blijft heel', () => {
  const met = alinea({ note: [] }, { text: 'Voorbeeldtekst: x' });
  assert.deepEqual(chosen([kop(2, 'Voorbeeld: a'), met], 'Voorbeeld: ')[1], met);
});
