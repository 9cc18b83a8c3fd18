'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { test, describe } = require('node:test');
const FILE = path.join(__dirname, '../../docs/assets/js/dossier-link.js');
require(FILE);
const { read, carry } = globalThis.KennisbankDossierLink;

describe('keuze in het adres', () => {
  test('beide namen, komma’s en herhaling; elk record één keer, in volgorde', () => {
    assert.deepEqual(read('?d=leerpunt:b,wet:a'), ['leerpunt:b', 'wet:a']);
    assert.deepEqual(read('?r=wet:a&r=leerpunt:b,wet:a&q=x'), ['wet:a', 'leerpunt:b']);
    assert.deepEqual(read('?r=wet%3Aa%2Cmvt-x:1,leerpunt:l-2'), ['wet:a', 'leerpunt:l-2']);
  });
  test('wat geen id is valt weg', () => {
    assert.deepEqual(read('?d=../../kwaad,wet:A/B,<b>,:x,wet:,javascript:alert(1),wet:"'), []);
    assert.deepEqual(read(''), []);
  });
});

describe('meenemen', () => {
  const S = 'https://site.nl/map/';
  test('een gewone pagina krijgt d; hekje en andere vragen blijven', () => {
    assert.equal(carry(`${S}wetten/awir/`, ['wet:a', 'leerpunt:b']), `${S}wetten/awir/?d=wet:a,leerpunt:b`);
    assert.equal(carry(`${S}leerpunten/?wet=awir&d=wet:oud#lijst`, ['wet:a']), `${S}leerpunten/?wet=awir&d=wet:a#lijst`);
  });
  test('het dossier krijgt r, met zijn eigen record achteraan', () => {
    assert.equal(carry(`${S}dossier/?r=wet:c`, ['wet:a', 'wet:b']), `${S}dossier/?r=wet:a,wet:b,wet:c`);
    assert.equal(carry(`${S}dossier/?r=wet:a`, ['wet:a', 'wet:b']), `${S}dossier/?r=wet:a,wet:b`);
    assert.equal(carry('file:///tmp/site/dossier/index.html', ['wet:a']), 'file:///tmp/site/dossier/index.html?r=wet:a');
  });
  test('niets gekozen laat geen oude keuze achter', () => assert.equal(carry(`${S}wetten/awir/?d=wet:a`, []), `${S}wetten/awir/`));
});

test('het bestand blijft klein: het staat op elke pagina', () => assert.ok(zlib.gzipSync(fs.readFileSync(FILE), { level: 9 }).length <= 1024));
