'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { readState, passes, readLine, statusText, visit } = require('../../macros/scripts/tools/wijzigingen.js');

const { isDay } = require('../../macros/scripts/shared/dates.js');

const CHOICES = { sinds: isDay, soort: ['leerpunt', 'wet'], onderwerp: ['leerpunt:alo-kop'] };
const NONE = { sinds: '', soort: '', onderwerp: '' };

test('readState reads what stands in the address', () => {
  for (const state of [NONE, { sinds: '2025-07-01', soort: 'leerpunt', onderwerp: 'leerpunt:alo-kop' }, { ...NONE, soort: 'wet' }]) {
    assert.deepEqual(readState(new URLSearchParams(state), CHOICES), state);
  }
});

test('readState leaves out what it does not know', () => {
  assert.deepEqual(readState(new URLSearchParams('sinds=morgen&soort=constructor&onderwerp=wet:x&q=1'), CHOICES), NONE);
});

test('passes: a month counts up to its last day', () => {
  const line = (datum) => ({ datum, soort: 'leerpunt', over: ['leerpunt:alo-kop', 'wet:awir'] });
  const since = (sinds) => ({ ...NONE, sinds });
  assert.ok(passes(line('2025-07-01'), since('2025-07-01')));
  assert.ok(!passes(line('2025-06-30'), since('2025-07-01')));
  assert.ok(passes(line('2025-07'), since('2025-07-15')));
  assert.ok(!passes(line('2025-06'), since('2025-07-15')));
  assert.ok(passes(line('2009-01'), NONE));
});

test('passes: kind and subject both have to fit', () => {
  const line = { datum: '2025-07-01', soort: 'leerpunt', over: ['leerpunt:alo-kop', 'wet:awir'] };
  assert.ok(passes(line, { ...NONE, soort: 'leerpunt', onderwerp: 'wet:awir' }));
  assert.ok(!passes(line, { ...NONE, soort: 'wet', onderwerp: 'wet:awir' }));
  assert.ok(!passes(line, { ...NONE, onderwerp: 'wet:aw' }));
});

test('readLine: day, kind, and the id out of kind and address, online and from disk', () => {
  for (const href of ['../leerpunten/alo-kop/', '../leerpunten/alo-kop/#spoor-a', '../leerpunten/alo-kop/index.html#spoor-a/b']) {
    assert.deepEqual(readLine('2025-10', '09 leerpunt wet:awir', href), { datum: '2025-10-09', soort: 'leerpunt', over: ['leerpunt:alo-kop', 'wet:awir'] });
  }
});

test('readLine: a month without a day', () => {
  assert.deepEqual(readLine('2025-10', ' wet', '../wetten/awir/'), { datum: '2025-10', soort: 'wet', over: ['wet:awir'] });
});

test('statusText: number, day and choice in words', () => {
  assert.equal(statusText(12, NONE, []), '12 wijzigingen.');
  assert.equal(statusText(1, { sinds: '2025-07-01' }, ['Leerpunten']), '1 wijziging sinds 1 juli 2025 (Leerpunten).');
  assert.equal(statusText(0, NONE, ['Wetten', 'Awir']), 'Geen wijzigingen (Wetten; Awir).');
});

test('visit: the first time there is nothing to compare with', () => {
  assert.deepEqual(visit(null, '2026-11-21'), { nu: '2026-11-21', vorig: '' });
  for (const broken of ['', 'onzin', '2026-13-01', '{}']) assert.deepEqual(visit(broken, '2026-11-21'), { nu: '2026-11-21', vorig: '' });
});

test('visit: a second look at the same version keeps the day before', () => {
  assert.deepEqual(visit('2026-11-21', '2026-11-21'), { nu: '2026-11-21', vorig: '' });
  assert.deepEqual(visit('2026-11-21 2026-05-01', '2026-11-21'), { nu: '2026-11-21', vorig: '2026-05-01' });
});

test('visit: a new version moves the days on', () => {
  assert.deepEqual(visit('2026-05-01 2026-01-01', '2026-11-21'), { nu: '2026-11-21', vorig: '2026-05-01' });
});
