'use strict';
const WETTEN = 'https://wetten.overheid.nl/';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test, describe } = require('node:test');
const FILES = ['zoek.js', 'zoekpagina.js'].map((name) => path.join(__dirname, '../../macros/scripts/tools', name));
const ui = Object.assign({}, ...FILES.map((file) => require(file)));
const index = require('./voorbeeldindex.js');
const { facetten } = index;

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

test('een treffer zegt door welk woord, als de titel dat niet zegt', () => {
  assert.equal(ui.foundBy({ titel: 'Kindgebonden budget', via: 'child benefit' }), 'child benefit');
  assert.equal(ui.foundBy({ titel: 'Dienst Toeslagen', via: 'toeslagen' }), '');
  assert.equal(ui.foundBy({ titel: 'Dienst Toeslagen' }), '');
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
  const source = FILES.map((file) => fs.readFileSync(file, 'utf8')).join('').replace('https://wetten.overheid.nl/${', '');
  for (const verboden of [/innerHTML/, /outerHTML/, /insertAdjacentHTML/, /document\.write/, /\beval\b/, /new Function/, /\.style\b/, /accesskey/i, /localStorage/, /https?:\/\//]) assert.doesNotMatch(source, verboden);
});

describe('de eerste suggesties', () => {
  const kern = require('../../docs/assets/js/zoek-kern.js');
  const { documenten, ...rest } = index;
  const kop = { licht: [], elders: [], ...rest };
  const text = `${JSON.stringify({ ...kop, documenten: [] }).slice(0, -2)}\n${documenten.map((one) => JSON.stringify(one)).join(',\n')}\n]}`;
  const near = (q, from = text) => ui.near(from, q, kern, () => null);
  const first = async (q) => kern.maak(await near(q)).zoek(q).treffers.map((one) => one.id)[0];

  test('komen van de pagina’s die het begin van een woord delen', async () => {
    const few = await near('briefadres');
    assert.ok(few.documenten.length > 0 && few.documenten.length < documenten.length / 2);
    assert.match(JSON.stringify(few.documenten[0]).toLowerCase(), /briefa/);
  });
  test('zijn dezelfde als die van alle pagina’s', async () => {
    const all = kern.maak(JSON.parse(text));
    for (const { titel } of documenten) assert.equal(await first(titel), all.zoek(titel).treffers[0].id, titel);
  });
  test('kennen een synoniem', async () => {
    const [group] = index.synoniemen;
    const words = group.termen || group;
    assert.ok((await near(words[words.length - 1])).synoniemen.length >= 1);
  });
  test('zijn er niet voor wat nergens staat', async () => {
    for (const q of ['zqxwvzq', '', 'de', '\\"', '😀']) assert.deepEqual((await near(q)).documenten, [], q);
  });
  test('kiezen er hoogstens tachtig, die van het zeldzaamste woord het eerst', async () => {
    const lines = Array.from({ length: 200 }, (none, i) => JSON.stringify({ ...documenten[0], id: `a:${i}`, titel: i === 150 ? 'gewoon zeldzaam' : 'gewoon woord' }));
    const few = await near('gewoon zeldzaam', `${JSON.stringify({ ...kop, documenten: [] }).slice(0, -2)}\n${lines.join(',\n')}\n]}`);
    assert.equal(few.documenten.length, 80);
    assert.equal(few.documenten[0].id, 'a:150');
  });
});

describe('de delen van de index', () => {
  const kern = require('../../docs/assets/js/zoek-kern.js');
  const { documenten, ...kop } = { licht: [], elders: [], ...index };
  const lines = (head, docs) => `${JSON.stringify({ ...head, documenten: [] }).slice(0, -2)}\n${docs.map((one) => JSON.stringify(one)).join(',\n')}\n]}`;
  const names = lines({ ...kop, namen: true }, documenten.map(({ tekst, koppen, delen, ...one }) => one));
  const texts = lines({}, documenten.map(({ tekst, koppen, delen }) => ({ tekst, koppen, delen })));
  async function* cut(text, size) {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
  }
  const weave = async (one, other) => {
    let all = '';
    for await (const piece of ui.woven(one, other)) all += piece;
    return all;
  };

  test('zijn samen het geheel, hoe zij ook over de lijn komen', async () => {
    for (const size of [1, 7, 1000, 1e6]) {
      const whole = JSON.parse(await weave([names], cut(texts, size)));
      assert.deepEqual(whole, JSON.parse(JSON.stringify({ ...kop, documenten })));
      assert.equal(await weave(cut(names, size), [texts]), await weave([names], [texts]));
    }
  });
  test('geven regel voor regel wat de kern leest', async () => {
    const pieces = ui.woven([names], [texts]);
    const zoeker = await kern.maakRustig(async () => (await pieces.next()).value || '', async () => {}, () => 0);
    const heel = kern.maak({ ...kop, documenten });
    for (const { titel } of documenten) assert.deepEqual(zoeker.zoek(titel), heel.zoek(titel));
  });
  test('zijn niets als er een ontbreekt, te kort is of te lang', async () => {
    const wrong = [[], [''], ['{"documenten":[\n'], [texts.slice(0, -2)], [texts.slice(0, texts.length / 2)], [texts.replace('\n', '\n{},\n')], ['{"versie":99}']];
    for (const other of wrong) await assert.rejects(weave([names], other), /niet compleet/, other[0]);
    await assert.rejects(weave([names.slice(0, names.length / 2)], [texts]).then(JSON.parse));
  });
});
