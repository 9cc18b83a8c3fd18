'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { test, describe } = require('node:test');
const odf = require('../../macros/scripts/shared/odf.js');

const FILE = path.join(__dirname, '../../macros/scripts/shared/odf.js');
const text = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Zip in; [[name, bytes]] out, read from the central directory and checked against the local headers. */
function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  const files = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
    const crc = view.getUint32(at + 16, true);
    const size = view.getUint32(at + 24, true);
    const length = view.getUint16(at + 28, true);
    const name = text(bytes.subarray(at + 46, at + 46 + length));
    const local = view.getUint32(at + 42, true);
    assert.equal(view.getUint32(local, true), 0x04034b50);
    assert.equal(view.getUint16(local + 8, true), 0, 'opgeslagen, niet ingepakt');
    assert.equal(view.getUint32(local + 14, true), crc);
    assert.equal(text(bytes.subarray(local + 30, local + 30 + length)), name);
    const content = bytes.subarray(local + 30 + length, local + 30 + length + size);
    assert.equal(zlib.crc32(content), crc, `crc van ${name}`);
    files.push([name, content]);
    at += 46 + length;
  }
  assert.equal(at, end);
  return files;
}

const parts = (bytes) => Object.fromEntries(unzip(bytes).map(([name, content]) => [name, text(content)]));

describe('zip', () => {
  test('geeft terug wat erin ging, ook bytes en letters met een teken', () => {
    const files = [['a.txt', 'één'], ['map/é.bin', Uint8Array.of(0, 255, 10)], ['leeg', '']];
    const out = unzip(odf.zip(files));
    assert.deepEqual(out.map(([name]) => name), ['a.txt', 'map/é.bin', 'leeg']);
    assert.equal(text(out[0][1]), 'één');
    assert.deepEqual([...out[1][1]], [0, 255, 10]);
    assert.equal(out[2][1].length, 0);
  });
  test('dezelfde inhoud geeft dezelfde bytes', () => assert.deepEqual(odf.zip([['a', 'b']]), odf.zip([['a', 'b']])));
  test('crc32 klopt met die van zlib', () => {
    for (const sample of ['', '123456789', 'ë'.repeat(999)]) assert.equal(odf.crc32(new TextEncoder().encode(sample)), zlib.crc32(sample));
  });
});

describe('pakket', () => {
  for (const [name, bytes, type] of [
    ['ods', odf.ods([{ name: 'A', rows: [['a']] }], { title: 'T' }), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['odt', odf.odt([], { title: 'T' }), 'application/vnd.oasis.opendocument.text'],
  ]) {
    test(`${name}: mimetype staat voorop op zijn vaste plaats`, () => {
      assert.equal(unzip(bytes)[0][0], 'mimetype');
      assert.equal(text(bytes.subarray(30, 38 + type.length)), 'mimetype' + type);
    });
    test(`${name}: het manifest noemt elk bestand, en het document is Nederlands`, () => {
      const files = parts(bytes);
      for (const file of ['content.xml', 'styles.xml', 'meta.xml']) assert.ok(files['META-INF/manifest.xml'].includes(`full-path="${file}"`) && files[file]);
      assert.ok(files['META-INF/manifest.xml'].includes(`manifest:full-path="/" manifest:media-type="${type}"`));
      assert.match(files['meta.xml'], /<dc:title>T<\/dc:title><dc:language>nl-NL</);
      assert.match(files['styles.xml'], /fo:language="nl"/);
    });
  }
});

describe('tekst', () => {
  const content = (value) => /<text:p>(.*?)<\/text:p>/s.exec(parts(odf.ods([{ name: 'A', rows: [[value]] }], { title: '' }))['content.xml'])[1];
  test('tekens van XML worden geen opmaak', () => assert.equal(content('<b> & "c" ]]>'), '&lt;b&gt; &amp; &quot;c&quot; ]]&gt;'));
  test('wat XML niet kan bevatten valt weg', () => assert.equal(content('a\u0000b\u000bc\ufffe\ud800d'), 'abc\ufffdd'));
  test('witruimte blijft bewaard', () => {
    assert.equal(content(' a  b\nc\r\nd\te f'), '<text:s text:c="1"/>a<text:s text:c="2"/>b<text:line-break/>c<text:line-break/>d<text:tab/>e f');
    assert.equal(content('a '), 'a<text:s text:c="1"/>');
    assert.equal(content('a  '), 'a<text:s text:c="2"/>');
  });
  test('een adres met een aanhalingsteken breekt niet uit', () => assert.match(content({ text: 't', href: 'https://x.nl/?a="&b' }), /xlink:href="https:\/\/x\.nl\/\?a=&quot;&amp;b">t<\/text:a>/));
});

describe('rekenblad', () => {
  const xml = parts(odf.ods([{ name: 'Een & "twee"', rows: [['k', 'l'], ['=1+1', 3.5]], widths: [2, 4.5] }, { name: 'B', rows: [['x']] }], { title: '' }))['content.xml'];
  test('elk blad heeft zijn naam en zijn kop', () => {
    assert.equal(xml.match(/<table:table /g).length, 2);
    assert.match(xml, /table:name="Een &amp; &quot;twee&quot;"/);
    assert.equal(xml.match(/<table:table-header-rows>/g).length, 2);
  });
  test('een getal is een getal, tekst die op een formule lijkt blijft tekst', () => {
    assert.match(xml, /office:value-type="float" office:value="3.5"><text:p>3.5</);
    assert.match(xml, /office:value-type="string"><text:p>=1\+1</);
    assert.ok(!xml.includes('table:formula'));
  });
  test('kolommen hebben hun breedte', () => assert.match(xml, /style:column-width="4.5cm"/));
});

describe('document', () => {
  const xml = parts(odf.odt([
    { type: 'heading', level: 2, text: 'Kop' },
    { type: 'paragraph', text: ['Een ', { text: 'vet', bold: true }, ' en ', { text: 'link', href: 'https://x.nl/', bold: true }] },
    { type: 'list', items: ['a'] },
    { type: 'list', ordered: true, items: ['b', ['c']] },
  ], { title: '' }))['content.xml'];
  test('koppen hebben hun niveau', () => assert.match(xml, /<text:h text:style-name="Heading_20_2" text:outline-level="2">Kop</));
  test('vet en links', () => assert.match(xml, /Een <text:span text:style-name="Vet">vet<\/text:span> en <text:a xlink:type="simple" xlink:href="https:\/\/x\.nl\/"><text:span text:style-name="Vet">link</));
  test('lijsten met punten en met nummers', () => {
    assert.match(xml, /<text:list text:style-name="Punten"><text:list-item>/);
    assert.match(xml, /<text:list text:style-name="Nummers">(<text:list-item>.*?){2}<\/text:list>/);
  });
  test('een noot staat op haar plaats, met een eigen nummer', () => {
    const noot = (tekst) => ({ note: [tekst, { text: 'https://x.nl/', href: 'https://x.nl/' }] });
    const body = parts(odf.odt([{ type: 'paragraph', text: ['Eerst.', noot('Bron <a>. '), ' Dan.'] }, { type: 'list', items: [['Punt.', noot('Bron b. ')]] }], { title: '' }))['content.xml'];
    assert.match(body, />Eerst\.<text:note text:id="noot1" text:note-class="footnote"><text:note-citation>1<\/text:note-citation><text:note-body><text:p text:style-name="Footnote">Bron &lt;a&gt;\. <text:a [^>]*>https:\/\/x\.nl\/<\/text:a><\/text:p><\/text:note-body><\/text:note> Dan\.</);
    assert.match(body, />Punt\.<text:note text:id="noot2"/);
  });
  test('een onbekend blok is een fout', () => assert.throws(() => odf.odt([{ type: 'tekening' }], { title: '' }), /onbekend blok: tekening/));
});
