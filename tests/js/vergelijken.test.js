'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test, describe } = require('node:test');
const FILE = path.join(__dirname, '../../macros/scripts/tools/vergelijken.js');
const vergelijken = require(FILE);

const ALLE = ['a', 'b', 'c', 'd', 'e', 'f'];
const NAMEN = new Map(ALLE.map((slug) => [slug, slug.toUpperCase()]));

describe('stand in het adres', () => {
  test('heen en terug', () => {
    const stand = { keuze: ['b', 'e'], verschil: true };
    assert.deepEqual(vergelijken.parts(stand), { i: ['b', 'e'], rijen: 'verschil' });
    assert.deepEqual(vergelijken.readState(new URLSearchParams('i=b&i=e&rijen=verschil'), ALLE), stand);
  });
  test('niets gekozen is een leeg adres', () => assert.deepEqual(vergelijken.parts({ keuze: [], verschil: false }), { i: [], rijen: '' }));
  test('in de volgorde van de tabel; onbekend en dubbel vallen weg', () => {
    assert.deepEqual(vergelijken.readState(new URLSearchParams('i=e&i=x&i=b&i=e&i=__proto__&rijen=alles'), ALLE), { keuze: ['b', 'e'], verschil: false });
  });
  test('van meer dan vier blijven de eerste vier', () => assert.deepEqual(vergelijken.readState(new URLSearchParams('i=f&i=e&i=d&i=c&i=b&i=a'), ALLE).keuze, ['c', 'd', 'e', 'f']));
});

describe('kolommen en rijen', () => {
  test('met minder dan twee gekozen valt er niets te vergelijken', () => {
    assert.deepEqual(vergelijken.columns([]), []);
    assert.deepEqual(vergelijken.columns(['b']), []);
    assert.deepEqual(vergelijken.columns(['b', 'c']), ['b', 'c']);
  });
  test('gelijk gevuld of niet, in woorden', () => {
    assert.equal(vergelijken.rowText(['bekend', 'bekend']), 'overal bekend');
    assert.equal(vergelijken.rowText(['onbekend', 'onbekend']), 'overal onbekend');
    assert.equal(vergelijken.rowText(['bekend', 'onbekend']), 'niet overal even bekend');
  });
  test('ongelijk gevuld: van wie niet alles bekend is', () => {
    assert.equal(vergelijken.rowDetail([['A', 'bekend'], ['B', 'bekend']]), '');
    assert.equal(vergelijken.rowDetail([['A', 'onbekend'], ['B', 'onbekend']]), '');
    assert.equal(vergelijken.rowDetail([['A', 'bekend'], ['B', 'onbekend'], ['C', 'deels bekend']]), ': B onbekend, C deels bekend');
  });
});

describe('statusregel', () => {
  const zeg = (keuze, verschil = false) => vergelijken.statusText({ keuze, verschil }, NAMEN, 3, 3);
  test('zegt wat er staat en wat nog kan', () => {
    assert.equal(zeg([], true), 'Kies twee tot vier instrumenten. Dan ziet u hier hun antwoorden bij elkaar.');
    assert.equal(zeg(['a']), 'Gekozen: A. Kies er nog minstens één.');
    assert.equal(zeg(['a', 'c'], true), 'U vergelijkt A, C. U ziet alleen de vragen die niet overal even bekend zijn: 3.');
    assert.match(zeg(['a', 'b', 'c', 'd']), /Meer dan vier tegelijk kan niet\./);
  });
});
