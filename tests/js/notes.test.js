'use strict';
const assert = require('node:assert/strict');
const { test, describe } = require('node:test');
const { cleanText, numbered } = require('../../macros/scripts/shared/notes.js');

const noot = (...note) => ({ note });
const A = noot('Uit eerste hand, stand 2024. Nota. ', { text: 'https://x.nl/', href: 'https://x.nl/' });
const B = noot('Eigen afleiding. Brief.');
const BLOKKEN = [
  { type: 'heading', level: 1, text: 'Kop' },
  { type: 'paragraph', text: ['Eerst dit.', A, ' Dan ', { text: 'dat', bold: true }, '.', B] },
  { type: 'list', items: [['Een punt dat heel erg lang is en maar doorgaat.', A], 'Los.'] },
  { type: 'list', ordered: true, items: ['Een', 'Twee'] },
];

describe('nummeren', () => {
  const { blocks, notes } = numbered(BLOKKEN);
  test('gelijke noten zijn er één, in volgorde van noemen', () => {
    assert.deepEqual(notes, [A.note, B.note]);
    assert.deepEqual(blocks[1].text, ['Eerst dit.', { n: 1 }, ' Dan ', { text: 'dat', bold: true }, '.', { n: 2 }]);
    assert.deepEqual(blocks[2].items, [['Een punt dat heel erg lang is en maar doorgaat.', { n: 1 }], ['Los.']]);
  });
  test('wat erin ging verandert niet', () => assert.equal(BLOKKEN[1].text[1], A));
});

describe('schone tekst', () => {
  const tekst = cleanText(BLOKKEN);
  test('in de zinnen staat geen bewijs', () => {
    assert.ok(tekst.startsWith('Kop\n\nEerst dit. Dan dat.\n\n- Een punt dat heel erg lang is en maar doorgaat.\n- Los.\n\n1. Een\n2. Twee\n\nNoten\n\n'));
  });
  test('elke noot zegt bij welke woorden zij hoort, en staat er één keer', () => {
    assert.equal(tekst.split('\n\nNoten\n\n')[1], 'Bij ‘Eerst dit.’ en ‘Een punt dat heel erg lang is en …’: Uit eerste hand, stand 2024. Nota. https://x.nl/\n\nBij ‘Dan dat.’: Eigen afleiding. Brief.\n');
  });
  test('zonder noten is er geen kop voor noten', () => assert.equal(cleanText([{ type: 'paragraph', text: 'Tekst.' }]), 'Tekst.\n'));
  test('twee noten achter één zin horen bij dezelfde woorden', () => {
    assert.match(cleanText([{ type: 'paragraph', text: ['Zin.', A, B] }]), /Bij ‘Zin\.’: Uit[^\n]*\n\nBij ‘Zin\.’: Eigen/);
  });
});
