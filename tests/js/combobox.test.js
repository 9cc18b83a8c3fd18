'use strict';
const assert = require('node:assert/strict');
const { describe, test } = require('node:test');
const { keyStep } = require('../../macros/scripts/shared/combobox.js');

describe('toetsen', () => {
  const step = (pressed, state, alt = false) => keyStep(pressed, alt, { open: true, active: -1, count: 3, ...state });
  test('pijlen gaan rond', () => {
    assert.equal(step('ArrowDown', {}).active, 0);
    assert.equal(step('ArrowDown', { active: 2 }).active, 0);
    assert.equal(step('ArrowUp', {}).active, 2);
    assert.equal(step('ArrowUp', { active: 0 }).active, 2);
    assert.deepEqual([step('ArrowDown', { open: false }).open, step('ArrowDown', { open: false, active: 1 }).active], [true, 0]);
    assert.equal(step('ArrowDown', { count: 0 }).own, false);
  });
  test('met Alt opent en sluit de lijst zonder te kiezen', () => {
    assert.deepEqual([step('ArrowDown', { open: false }, true).open, step('ArrowDown', { open: false }, true).active], [true, -1]);
    assert.equal(step('ArrowUp', { active: 1 }, true).open, false);
  });
  test('Enter kiest alleen wat is aangewezen', () => {
    assert.deepEqual(step('Enter', { active: 1 }), { open: false, active: 1, act: 'kies', own: true });
    assert.deepEqual([step('Enter', {}).act, step('Enter', {}).own], ['', false]);
    assert.equal(step('Enter', { open: false, active: 1 }).act, '');
  });
  test('Escape sluit eerst de lijst en wist daarna', () => {
    assert.deepEqual([step('Escape', {}).open, step('Escape', {}).act], [false, '']);
    assert.deepEqual([step('Escape', { open: false }).act, step('Escape', { open: false }).own], ['wis', true]);
  });
  test('Escape in een leeg veld is voor wat eromheen staat', () => assert.deepEqual([step('Escape', { open: false, empty: true }).act, step('Escape', { open: false, empty: true }).own], ['', false]));
  test('Tab sluit, andere toetsen doen niets bijzonders', () => {
    assert.deepEqual([step('Tab', { active: 1 }).open, step('Tab', {}).own], [false, false]);
    assert.equal(step('ArrowLeft', { active: 1 }).active, -1);
    assert.deepEqual(step('a', { active: 1 }), { open: true, active: 1, act: '', own: false });
  });
});
