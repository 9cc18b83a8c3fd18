'use strict';
const WETTEN = 'https://wetten.overheid.nl/';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test, describe } = require('node:test');
const FILE = path.join(__dirname, '../../macros/scripts/tools/zoek.js');
const ui = require(FILE);
const { facetten } = require('./voorbeeldindex.js');

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
  const lees = (tekst) => ui.readState(new URLSearchParams(tekst), facetten);
  test('onbekende namen en waarden vallen weg, dubbele ook', () => {
    assert.deepEqual(lees('q=x&kleur=rood&soort=__proto__&soort=constructor&soort=wet&soort=wet&__proto__=1'), { q: 'x', facetten: { soort: ['wet'] } });
    assert.deepEqual(lees(''), { q: '', facetten: {} });
  });
});

describe('statusregel', () => {
  test('telt in het enkelvoud en meervoud, en noemt de vraag', () => {
    assert.equal(ui.statusText({ totaal: 12, zwak: false }, 'bijstand'), '12 resultaten voor ‘bijstand’.');
    assert.equal(ui.statusText({ totaal: 1, zwak: false }, ''), '1 resultaat.');
  });
  test('zegt eerlijk dat er niets is', () => {
    assert.equal(ui.statusText({ totaal: 3, zwak: true }, 'zwemles'), 'Hierover staat niets in deze kennisbank, of niet in deze woorden. 3 resultaten in de buurt voor ‘zwemles’.');
    assert.equal(ui.statusText({ totaal: 0, zwak: true }, 'asdfgh'), 'Geen resultaten voor ‘asdfgh’. Hierover staat niets in deze kennisbank.');
  });
  test('een heel lange vraag wordt ingekort', () => assert.ok(ui.statusText({ totaal: 0, zwak: true }, 'x'.repeat(10000)).length < 160));
});

test('de knop telt de gekozen filters', () => assert.deepEqual([ui.filterText(0), ui.filterText(3)], ['Filter', 'Filter (3)']));

describe('naar de wettekst', () => {
  const artikel = { titel: 'Participatiewet', nummer: '4:84', lid: null, bwb: 'BWBR0015703' };
  test('noemt artikel en lid, en wijst naar dat artikel', () => {
    assert.deepEqual(ui.articleLink({ ...artikel, nummer: '18', lid: '1' }, WETTEN), { text: 'Artikel 18, lid 1 van de Participatiewet in de wettekst (wetten.overheid.nl)', href: 'https://wetten.overheid.nl/BWBR0015703#Artikel18' });
    assert.equal(ui.articleLink(artikel, WETTEN).href, 'https://wetten.overheid.nl/BWBR0015703#Artikel4%3A84');
  });
  test('zonder nummer van de wet is er geen link', () => {
    assert.equal(ui.articleLink({ ...artikel, bwb: null }), null);
    assert.equal(ui.articleLink(null), null);
  });
});

test('geen HTML uit gegevens, geen stijl, geen sneltoets, geen adres van anderen dan de wettekst', () => {
  const source = fs.readFileSync(FILE, 'utf8').replace('https://wetten.overheid.nl/${', '');
  for (const verboden of [/innerHTML/, /outerHTML/, /insertAdjacentHTML/, /document\.write/, /\beval\b/, /new Function/, /\.style\b/, /accesskey/i, /localStorage/, /https?:\/\//]) assert.doesNotMatch(source, verboden);
});
