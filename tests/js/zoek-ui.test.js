'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test, describe } = require('node:test');
const ui = require('../../docs/assets/js/zoek-ui.js');
const { facetten } = require('./voorbeeldindex.js');

describe('datum', () => {
  test('dag, maand en jaar in woorden', () => {
    for (const [datum, tekst] of [['2025-10-09', '9 oktober 2025'], ['2025-10', 'oktober 2025'], ['2025', '2025'], ['2024-01-31', '31 januari 2024']]) assert.equal(ui.dateText(datum), tekst);
  });
  test('iets anders blijft zoals het was', () => {
    for (const datum of ['± 2021', '2025-13-01', 'ongedateerd', '']) assert.equal(ui.dateText(datum), datum);
    assert.equal(ui.dateText(undefined), '');
  });
});

describe('adres', () => {
  test('begint altijd bij de wortel en is dus nooit een schema', () => {
    assert.equal(ui.link('../../', 'leerpunten/alo-kop/#omvang', 'https:'), '../../leerpunten/alo-kop/#omvang');
    assert.equal(ui.link('', 'javascript:alert(1)', 'https:'), './javascript:alert(1)');
    assert.equal(ui.link(undefined, '//elders.nl/', 'https:'), './//elders.nl/');
  });
  test('van schijf krijgt een map haar index.html', () => {
    assert.equal(ui.link('../', 'wetten/awb/', 'file:'), '../wetten/awb/index.html');
    assert.equal(ui.link('../', 'wetten/awb/#artikelen', 'file:'), '../wetten/awb/index.html#artikelen');
    assert.equal(ui.link('../', 'bestand.csv', 'file:'), '../bestand.csv');
    assert.equal(ui.link('', '../zoeken/?q=a/', 'file:'), './../zoeken/index.html?q=a/');
  });
});

describe('stand in het adres', () => {
  test('heen en terug', () => {
    const stand = { q: 'geen adres & meer', facetten: { soort: ['wet'], leefgebied: ['inkomen', 'wonen'] } };
    assert.deepEqual(ui.readState(ui.writeState(stand), facetten), stand);
    assert.equal(ui.writeState({ q: 'alo kop', facetten: { leefgebied: ['inkomen', 'wonen'] } }), '?q=alo+kop&leefgebied=inkomen&leefgebied=wonen');
  });
  test('niets te zeggen is een leeg adres', () => assert.equal(ui.writeState({ q: '  ', facetten: {} }), ''));
  test('onbekende namen en waarden vallen weg, dubbele ook', () => {
    assert.deepEqual(ui.readState('?q=x&kleur=rood&soort=__proto__&soort=constructor&soort=wet&soort=wet&__proto__=1', facetten), { q: 'x', facetten: { soort: ['wet'] } });
    assert.deepEqual(ui.readState('', facetten), { q: '', facetten: {} });
  });
});

describe('statusregel', () => {
  test('telt in het enkelvoud en meervoud, en noemt de vraag', () => {
    assert.equal(ui.statusText({ totaal: 12, zwak: false }, 'bijstand'), '12 resultaten voor ‘bijstand’.');
    assert.equal(ui.statusText({ totaal: 1, zwak: false }, ''), '1 resultaat.');
  });
  test('zegt eerlijk dat er weinig of niets is', () => {
    assert.equal(ui.statusText({ totaal: 3, zwak: true }, 'zwemles'), 'Weinig passende resultaten: 3 resultaten voor ‘zwemles’.');
    assert.equal(ui.statusText({ totaal: 0, zwak: true }, 'asdfgh'), 'Geen resultaten voor ‘asdfgh’.');
  });
  test('een heel lange vraag wordt ingekort', () => assert.ok(ui.statusText({ totaal: 0, zwak: true }, 'x'.repeat(10000)).length < 120));
});

describe('toetsen van het zoekveld', () => {
  const dicht = { open: false, active: -1, count: 3 };
  const open = { open: true, active: -1, count: 3 };
  const stap = (key, state, alt) => {
    const { open: isOpen, active, act, own } = ui.keyStep(key, Boolean(alt), state);
    return [isOpen, active, act, own];
  };
  test('pijlen openen de lijst en lopen rond', () => {
    assert.deepEqual(stap('ArrowDown', dicht), [true, 0, '', true]);
    assert.deepEqual(stap('ArrowUp', dicht), [true, 2, '', true]);
    assert.deepEqual(stap('ArrowDown', { ...open, active: 2 }), [true, 0, '', true]);
    assert.deepEqual(stap('ArrowUp', { ...open, active: 0 }), [true, 2, '', true]);
  });
  test('Alt met pijl opent en sluit zonder te kiezen', () => {
    assert.deepEqual(stap('ArrowDown', dicht, true), [true, -1, '', true]);
    assert.deepEqual(stap('ArrowUp', { ...open, active: 1 }, true), [false, -1, '', true]);
  });
  test('zonder suggesties doen pijlen niets', () => assert.deepEqual(stap('ArrowDown', { ...dicht, count: 0 }), [false, -1, '', false]));
  test('Enter kiest alleen een aangewezen suggestie, anders verstuurt het formulier', () => {
    assert.deepEqual(stap('Enter', { ...open, active: 1 }), [false, 1, 'kies', true]);
    assert.deepEqual(stap('Enter', open), [true, -1, '', false]);
  });
  test('Escape sluit eerst en wist daarna', () => {
    assert.deepEqual(stap('Escape', { ...open, active: 1 }), [false, -1, '', true]);
    assert.deepEqual(stap('Escape', dicht), [false, -1, 'wis', true]);
  });
  test('Home, End en zijwaarts gaan terug naar de tekst; Tab gaat verder', () => {
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) assert.deepEqual(stap(key, { ...open, active: 1 }), [true, -1, '', false]);
    assert.deepEqual(stap('Tab', { ...open, active: 1 }), [false, -1, '', false]);
  });
  test('een letter verandert niets', () => assert.deepEqual(stap('a', { ...open, active: 1 }), [true, 1, '', false]));
});

test('geen HTML uit gegevens, geen stijl, geen sneltoets van één letter', () => {
  const source = fs.readFileSync(path.join(__dirname, '../../docs/assets/js/zoek-ui.js'), 'utf8');
  for (const verboden of [/innerHTML/, /outerHTML/, /insertAdjacentHTML/, /document\.write/, /\beval\b/, /new Function/, /\.style\b/, /accesskey/i, /localStorage/, /https?:\/\//]) assert.doesNotMatch(source, verboden);
});
