'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { readPad, writePad, walk } = require('../../macros/scripts/tools/keuzehulp.js');

const graph = { start: 'a', vragen: { a: { ja: 'b', nee: 'einde' }, b: { ja: 'einde', nee: 'anders' } } };

test('readPad and writePad are each other’s reverse', () => {
  for (const keys of [[], ['ja'], ['ja', 'nee', 'weet-niet']]) assert.deepEqual(readPad(writePad(keys).replace('#pad=', '')), keys);
  assert.equal(writePad(['ja', 'nee']), '#pad=ja.nee');
  assert.deepEqual(readPad(''), []);
  assert.deepEqual(readPad('..ja..'), ['ja']);
});

test('walk: from the start along the answers to an outcome', () => {
  assert.deepEqual(walk(graph, []), { steps: [], here: 'a', rest: 0 });
  assert.deepEqual(walk(graph, ['ja', 'nee']), {
    steps: [{ vraag: 'a', antwoord: 'ja' }, { vraag: 'b', antwoord: 'nee' }],
    here: 'anders',
    rest: 0,
  });
});

test('walk: stops where the answers no longer fit, and counts what is left', () => {
  assert.deepEqual(walk(graph, ['ja', 'onzin', 'ja']), { steps: [{ vraag: 'a', antwoord: 'ja' }], here: 'b', rest: 2 });
  assert.deepEqual(walk(graph, ['nee', 'ja']), { steps: [{ vraag: 'a', antwoord: 'nee' }], here: 'einde', rest: 1 });
  assert.deepEqual(walk(graph, ['constructor']), { steps: [], here: 'a', rest: 1 });
});
