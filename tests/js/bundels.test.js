'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { describe, test } = require('node:test');
const { BUNDLES, bundle } = require('../../macros/scripts/bundle.js');

const ROOM = path.join(__dirname, '../../macros/scripts');
const TARGET = path.join(__dirname, '../../docs/assets/js');
const MOST = { pagina: 4500, kleurstand: 1500, inbedden: 1000 }; // bytes after gzip; on every page, or on that of others
const ASKS = ['zoek-ui', 'zoekpagina', 'probeer', 'inbedden']; // the index, or open data; from this site, as its policy allows nothing else
const MOST_OF_A_TOOL = 10240;

for (const name of Object.keys(BUNDLES)) {
  describe(name, () => {
    const text = bundle(name);
    const { length } = zlib.gzipSync(text, { level: 9 });
    test('is wat make scripts ervan maakt', () => assert.equal(fs.readFileSync(path.join(TARGET, `${name}.js`), 'utf8'), text, 'draai make scripts'));
    test('blijft klein', () => assert.ok(length <= (MOST[name] || MOST_OF_A_TOOL), `${length} bytes`));
    test('gebruikt niets wat de oudste browsers niet kennen en de bundelaar niet omzet', () => {
      for (const never of [/\(\?<[!=]/, /toWellFormed|isWellFormed/, /\.toSorted|\.toReversed|\.toSpliced|\.with\(/, /Object\.groupBy|Promise\.withResolvers|structuredClone/]) assert.doesNotMatch(text, never);
    });
    test('doet niets wat de regels van de site verbieden', () => {
      for (const never of [/innerHTML|outerHTML|insertAdjacentHTML/, /\beval\b|new Function/, /\.style\b|setAttribute\("style/, /sessionStorage|document\.cookie|indexedDB/, /XMLHttpRequest|sendBeacon/, /^import /m]) assert.doesNotMatch(text, never);
      if (!ASKS.includes(name)) assert.doesNotMatch(text, /\bfetch\b/);
      if (name === 'inbedden') assert.ok(text.length <= 2048, `${text.length} bytes`);
      // What is stored, is stored because the reader asked for it (docs/privacy.md).
      if (!['kleurstand', 'wijzigingen'].includes(name)) assert.doesNotMatch(text, /localStorage/);
    });
  });
}

test('elk hulpmiddel zit in een bundel', () => {
  const used = Object.values(BUNDLES).flat().map(([file]) => `${file}.js`).sort();
  assert.deepEqual(used, fs.readdirSync(path.join(ROOM, 'tools')).sort());
});
