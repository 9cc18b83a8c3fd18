'use strict';
const assert = require('node:assert/strict');
const { describe, test } = require('node:test');
const { dateText, isDay } = require('../../macros/scripts/shared/dates.js');
const { distance } = require('../../macros/scripts/shared/distance.js');

describe('afstand', () => {
  test('telt letters die anders zijn, ontbreken of te veel zijn', () => {
    for (const [a, b, far] of [['oss', 'oss', 0], ['oss', 'os', 1], ['oss', 'ossa', 1], ['oss', 'uss', 1], ['breda', 'berda', 2], ['', 'ab', 2]]) {
      assert.equal(distance(a, b, 5), far, `${a} ${b}`);
      assert.equal(distance(b, a, 5), far, `${b} ${a}`);
    }
  });
  test('telt niet verder dan gevraagd', () => assert.deepEqual([distance('aaaa', 'bbbb', 1), distance('a', 'aaaaaa', 2)], [2, 3]));
});

describe('datums', () => {
  test('alleen dagen die bestaan', () => {
    for (const day of ['2025-07-01', '2024-02-29']) assert.ok(isDay(day), day);
    for (const other of ['', '2025-7-1', '2025-02-29', '2025-13-01', '2025', 'gisteren', '2025-07-01T00:00']) assert.ok(!isDay(other), other);
  });
  test('in woorden, zo precies als zij zijn', () => {
    assert.deepEqual(['2025', '2025-10', '2025-10-09', '2025-13', 'ooit', ''].map(dateText), ['2025', 'oktober 2025', '9 oktober 2025', '2025-13', 'ooit', '']);
  });
});
