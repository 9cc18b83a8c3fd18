'use strict';
const assert = require('node:assert/strict');
const { describe, test } = require('node:test');
const { changed, join, parameters, settled, split, strange, strangeText } = require('../../macros/scripts/shared/address.js');
const { carry, chosen, luggage } = require('../../macros/scripts/shared/luggage.js');

const at = (href) => new URL(href, 'https://site.nl/map/');
const pairs = (href) => Array.from(parameters(at(href)), (pair) => pair.join('='));

describe('lezen', () => {
  test('achter het hekje gaat voor, een oude link blijft werken', () => {
    assert.deepEqual(pairs('?wet=awir&wet=wgs&q=x'), ['wet=awir', 'wet=wgs', 'q=x']);
    assert.deepEqual(pairs('?wet=awir&q=x#wet=pw'), ['wet=pw', 'q=x']);
    assert.deepEqual(pairs('#lijst&q=twee+woorden%26&wet=awir'), ['q=twee woorden&', 'wet=awir']);
    assert.deepEqual(pairs('#lijst'), []);
  });
  test('een plek in de pagina staat ernaast', () => {
    assert.equal(split('#bron-3&wet=awir').anchor, 'bron-3');
    assert.equal(split('#wet=awir').anchor, '');
    assert.equal(join('bron-3', new URLSearchParams('wet=awir')), '#bron-3&wet=awir');
    assert.equal(join('', new URLSearchParams()), '');
  });
});

describe('schrijven', () => {
  test('wat een ander schreef blijft staan', () => {
    assert.equal(changed(at('x/?utm=1#lijst&d=wet:a,wet:b&q=x'), { q: 'y z' }), '/map/x/?utm=1#lijst&q=y+z&d=wet:a,wet:b');
    assert.equal(changed(at('x/?wet=awir&utm=1'), { wet: ['pw', 'wgs'] }), '/map/x/?utm=1#wet=pw&wet=wgs');
  });
  test('niets neemt een naam weg, ook achter het vraagteken', () => {
    assert.equal(changed(at('x/?q=a#q=b&wet=pw'), { q: '', wet: [] }), '/map/x/');
  });
  test('heen en terug, met alles wat iemand kan typen', () => {
    for (const text of ['a&b=c#d', '100% & meer', 'één ‘x’', 'a+b', '<b>', 'een:twee,drie']) {
      assert.equal(parameters(at(changed(at('x/'), { q: text }))).get('q'), text);
    }
  });
});

describe('na Terug of een link in de pagina', () => {
  test('een link naar een plek in de pagina houdt alles', () => {
    assert.equal(settled('#bron-3', true, '#wet=awir&d=wet:a'), '#bron-3&wet=awir&d=wet:a');
    assert.equal(settled('#bron-4', true, '#bron-3&wet=awir'), '#bron-4&wet=awir');
  });
  test('een link met een eigen keuze houdt het dossier', () => {
    assert.equal(settled('#pad=casus.ja', true, '#pad=casus&d=wet:a&titel=T'), '#pad=casus.ja&d=wet:a&titel=T');
    assert.equal(settled('#d=wet:b', true, '#d=wet:a&titel=T'), '#d=wet:b');
  });
  test('Terug brengt de keuze van toen met het dossier van nu', () => {
    assert.equal(settled('#wet=awir&d=wet:a', false, '#wet=pw&d=wet:a,wet:b'), '#wet=awir&d=wet:a,wet:b');
    assert.equal(settled('', false, '#wet=pw&d=wet:b'), '#d=wet:b');
    assert.equal(settled('#inhoud', false, '#inhoud&wet=pw'), '#inhoud');
    assert.equal(settled('#d=wet:a', false, ''), '');
  });
});

test('wat niet bestaat in een adres wordt genoemd', () => {
  const found = strange(parameters(at('#wet=awir&wet=xyz&soort=&utm=1')), { wet: ['awir'], soort: ['wet'] });
  assert.deepEqual(found, [['wet', 'xyz']]);
  assert.equal(strangeText(found), 'Niet herkend in het adres, en dus niet gebruikt: wet ‘xyz’.');
  assert.equal(strangeText([]), '');
});

describe('het dossier in het adres', () => {
  const ids = (href) => chosen(parameters(at(href)));
  test('beide namen, komma’s, spaties en herhaling; elk record één keer, in volgorde', () => {
    assert.deepEqual(ids('?d=leerpunt:b,wet:a'), ['leerpunt:b', 'wet:a']);
    assert.deepEqual(ids('?r=wet:a&r=leerpunt:b,wet:a&q=x'), ['wet:a', 'leerpunt:b']);
    assert.deepEqual(ids('?r=leerpunt:alo-kop,%20wet:awir'), ['leerpunt:alo-kop', 'wet:awir']);
    assert.deepEqual(ids('#d=wet:a&titel=x'), ['wet:a']);
    assert.deepEqual(ids('?r=wet:b#d=wet:a'), ['wet:a', 'wet:b']);
  });
  test('wat geen pagina is valt niet stil weg', () => assert.deepEqual(ids('?r=bron:N24,x%3Cb%3E,,'), ['bron:N24', 'x<b>']));
});

describe('meenemen', () => {
  const S = 'https://site.nl/map/';
  const bag = (d, titel = '') => ({ d, titel });
  test('een link krijgt het dossier achter het hekje; de rest blijft', () => {
    assert.equal(carry(`${S}wetten/awir/`, bag('wet:a,leerpunt:b')), `${S}wetten/awir/#d=wet:a,leerpunt:b`);
    assert.equal(carry(`${S}leerpunten/?wet=awir#lijst`, bag('wet:a', 'Mijn stuk')), `${S}leerpunten/?wet=awir#lijst&d=wet:a&titel=Mijn+stuk`);
  });
  test('het dossier houdt zijn eigen record achteraan', () => {
    assert.equal(carry(`${S}dossier/?r=wet:c`, bag('wet:a,wet:b')), `${S}dossier/#d=wet:a,wet:b,wet:c`);
    assert.equal(carry(`${S}dossier/?r=wet:a`, bag('wet:a,wet:b')), `${S}dossier/#d=wet:a,wet:b`);
    assert.equal(carry('file:///tmp/site/dossier/index.html?r=wet:a', bag('')), 'file:///tmp/site/dossier/index.html#d=wet:a');
  });
  test('niets gekozen laat geen oude keuze achter', () => assert.equal(carry(`${S}wetten/awir/?d=wet:a`, bag('')), `${S}wetten/awir/`));
  test('lezen', () => assert.deepEqual(luggage(parameters(at('?r=wet:a#titel=T'))), { d: 'wet:a', titel: 'T' }));
});
