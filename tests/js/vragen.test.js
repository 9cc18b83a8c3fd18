'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { readState, passes, counts, statusText, fileName } = require('../../macros/scripts/tools/vragen.js');

const NONE = { aan: '', onderwerp: '', instrument: '' };
const ASKED = [
  { aan: ['pmm', 'szw'], onderwerp: ['leerpunt'], instrument: [] },
  { aan: ['pmm'], onderwerp: ['instrument'], instrument: ['opleiden'] },
];

test('readState leaves out what it does not know', () => {
  const known = { aan: ['pmm'], onderwerp: ['leerpunt'], instrument: ['opleiden'] };
  assert.deepEqual(readState(new URLSearchParams('aan=pmm&onderwerp=x&q=1'), known), { ...NONE, aan: 'pmm' });
});

test('passes: every choice has to fit', () => {
  assert.ok(passes(ASKED[0], NONE));
  assert.ok(passes(ASKED[0], { ...NONE, aan: 'szw', onderwerp: 'leerpunt' }));
  assert.ok(!passes(ASKED[0], { ...NONE, aan: 'szw', instrument: 'opleiden' }));
});

test('counts: a value is counted given the other choices', () => {
  assert.deepEqual(counts(ASKED, { ...NONE, aan: 'szw' }), { aan: { pmm: 2, szw: 1 }, onderwerp: { leerpunt: 1 }, instrument: {} });
});

test('statusText and fileName tell the choice', () => {
  assert.equal(statusText(9, 9, []), '9 vragen.');
  assert.equal(statusText(2, 9, ['SZW']), '2 van de 9 vragen (SZW).');
  assert.equal(statusText(0, 9, ['SZW', 'Wetten']), 'Geen vragen (SZW; Wetten).');
  assert.equal(fileName({ ...NONE, aan: 'szw' }), 'vragen_aan-szw');
  assert.equal(fileName(NONE), 'vragen');
});
