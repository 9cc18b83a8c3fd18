'use strict';
const assert = require('node:assert/strict');
const { describe, test } = require('node:test');
const { speaker } = require('../../macros/scripts/shared/dom.js');

/** A live region that remembers all it said. */
function region() {
  let text = '';
  const said = [];
  return { said, get textContent() { return text; }, set textContent(value) { text = value; said.push(value); } };
}

describe('een meldregel', () => {
  test('spreekt pas als de lezer een tel niet typt', ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const place = region();
    const say = speaker(place);
    for (const text of ['9 gevonden', '5 gevonden', '2 gevonden']) {
      say(text, { typing: true });
      mock.timers.tick(900);
    }
    assert.deepEqual(place.said, []);
    mock.timers.tick(100);
    assert.deepEqual(place.said, ['2 gevonden']);
  });
  test('zegt hetzelfde geen twee keer', () => {
    const place = region();
    const say = speaker(place);
    for (const text of ['2 gevonden', '2 gevonden', '3 gevonden', '2 gevonden']) say(text);
    assert.deepEqual(place.said, ['2 gevonden', '3 gevonden', '2 gevonden']);
  });
  test('wat meteen wordt gezegd, neemt de plaats in van wat nog wachtte', ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const place = region();
    const say = speaker(place);
    say('oud', { typing: true });
    say('nieuw');
    mock.timers.tick(5000);
    assert.deepEqual(place.said, ['nieuw']);
  });
});
