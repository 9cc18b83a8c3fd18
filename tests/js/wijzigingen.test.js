'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { heaviest, readState, passes, readLine, statusText, visit } = require('../../macros/scripts/tools/wijzigingen.js');

const { isDay } = require('../../macros/scripts/shared/dates.js');

const CHOICES = { sinds: isDay, soort: ['leerpunt', 'wet'], onderwerp: ['leerpunt:alo-kop'], leefgebied: ['wonen'], ook: ['boekhouding'] };
const NONE = { sinds: '', onderwerp: '', leefgebied: '', soort: '', ook: '' };
const AREAS = { wonen: ['leerpunt:alo-kop'], inkomen: [] };

test('readState reads what stands in the address', () => {
  for (const state of [NONE, { sinds: '2025-07-01', onderwerp: 'leerpunt:alo-kop', leefgebied: 'wonen', soort: 'leerpunt', ook: 'boekhouding' }, { ...NONE, soort: 'wet' }]) {
    assert.deepEqual(readState(new URLSearchParams(state), CHOICES), state);
  }
});

test('readState leaves out what it does not know', () => {
  assert.deepEqual(readState(new URLSearchParams('sinds=morgen&soort=constructor&onderwerp=wet:x&q=1'), CHOICES), NONE);
});

test('passes: a month counts up to its last day', () => {
  const line = (datum) => ({ datum, soorten: ['leerpunt'], over: ['leerpunt:alo-kop', 'wet:awir'] });
  const since = (sinds) => ({ ...NONE, sinds });
  assert.ok(passes(line('2025-07-01'), since('2025-07-01'), AREAS));
  assert.ok(!passes(line('2025-06-30'), since('2025-07-01'), AREAS));
  assert.ok(passes(line('2025-07'), since('2025-07-15'), AREAS));
  assert.ok(!passes(line('2025-06'), since('2025-07-15'), AREAS));
  assert.ok(passes(line('2009-01'), NONE, AREAS));
});

test('passes: kind and subject both have to fit', () => {
  const line = { datum: '2025-07-01', soorten: ['wetsvoorstel', 'leerpunt'], over: ['leerpunt:alo-kop', 'wet:awir'] };
  assert.ok(passes(line, { ...NONE, soort: 'leerpunt', onderwerp: 'wet:awir' }, AREAS));
  assert.ok(!passes(line, { ...NONE, soort: 'wet', onderwerp: 'wet:awir' }, AREAS));
  assert.ok(!passes(line, { ...NONE, onderwerp: 'wet:aw' }, AREAS));
  assert.ok(passes(line, { ...NONE, leefgebied: 'wonen' }, AREAS));
  assert.ok(!passes(line, { ...NONE, leefgebied: 'inkomen' }, AREAS));
});

test('readLine: day, kind, and the id out of kind and address, online and from disk', () => {
  for (const href of ['../leerpunten/alo-kop/', '../leerpunten/alo-kop/#spoor-a', '../leerpunten/alo-kop/index.html#spoor-a/b']) {
    assert.deepEqual(readLine('2025-10', '09 leerpunt wet:awir', href), { datum: '2025-10-09', soorten: ['leerpunt'], over: ['leerpunt:alo-kop', 'wet:awir'] });
  }
});

test('readLine: a month without a day', () => {
  assert.deepEqual(readLine('2025-10', ' wet', '../wetten/awir/'), { datum: '2025-10', soorten: ['wet'], over: ['wet:awir'] });
});

test('readLine: an event that stands on pages of more kinds', () => {
  assert.deepEqual(readLine('2025-10', '09 wetsvoorstel+leerpunt leerpunt:x', '../wetsvoorstellen/y/').soorten, ['wetsvoorstel', 'leerpunt']);
  assert.deepEqual(readLine('2025-10', '09 wetsvoorstel+leerpunt leerpunt:x', '../wetsvoorstellen/y/').over, ['wetsvoorstel:y', 'leerpunt:x']);
});

test('statusText: number, day and choice in words', () => {
  assert.equal(statusText(12, 0, NONE, []), '12 wijzigingen.');
  assert.equal(statusText(1, 1, { sinds: '2025-07-01' }, ['Leerpunten']), '1 wijziging, en 1 controle of telling sinds 1 juli 2025 (Leerpunten).');
  assert.equal(statusText(0, 0, NONE, ['Wetten', 'Awir']), 'Geen wijzigingen (Wetten; Awir).');
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

test('heaviest: about most subjects first, the newest first of as many, and nothing about one alone', () => {
  const line = (datum, count) => ({ datum, over: Array.from({ length: count }, (_, i) => `wet:${i}`) });
  const lines = [line('2026', 3), line('2025', 2), line('2024', 4), line('2023', 3)];
  assert.deepEqual(heaviest(lines, 5).map(({ datum }) => datum), ['2024', '2026', '2023']);
  assert.equal(heaviest(Array.from({ length: 9 }, () => line('2026', 3)), 5).length, 5);
});
