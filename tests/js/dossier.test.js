'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test, describe } = require('node:test');
const FILE = path.join(__dirname, '../../macros/scripts/tools/dossier.js');
const dossier = require(FILE);

const SITE = { adres: 'https://site.nl/', naam: 'Site', afzender: 'Van ons.', versie: '1', bijgewerkt: '21 november 2026' };
const BRON = { N1: { tekst: 'Nota. Ministerie, 2024.', url: 'https://elders.nl/n1' }, N2: { tekst: 'Brief. Kamer, 2025.', pad: 'bronnen/n2/' } };
const wet = {
  id: 'wet:a', titel: 'Wet A', soort: 'Wet', pad: 'wetten/a/', samenvatting: { tekst: 'Over A.' }, controle: 'Gecontroleerd.',
  kenmerken: [['Onderwerp', 'Inkomen']], bronnen: BRON,
  secties: [{ kop: 'Waarover?', punten: [
    { tekst: 'Een *ster*.', bewijs: 'Uit eerste hand, stand 2024', bronnen: ['N2', 'N1'], let_op: 'Oud.' },
    { onbekend: true, tekst: 'Wat kost het?', aan: 'PMM', levert_op: 'Dan weten wij het.' },
  ] }],
};
const punt = {
  id: 'mvtpunt:p', titel: 'Punt P', soort: 'Punt a van dertien', pad: 'mvt-punten/p/', samenvatting: { tekst: 'Over P.' }, controle: 'Gecontroleerd.',
  denkbeeldig: 'Deze wet bestaat niet.', bronnen: { N1: BRON.N1 },
  secties: [{ kop: 'Wat?', punten: [{ vooraf: 'Wet A (wet).', tekst: 'Raakt dit.', bewijs: 'Eigen afleiding, ongedateerd', bronnen: ['N1'] }] }],
};
const ingang = (data) => ({ id: data.id, titel: data.titel, data });
const woorden = (blokken) => blokken.flatMap(({ text, items }) => items || [text]).map((text) => [text].flat().map((deel) => deel.text || deel).join(''));

describe('kiezen', () => {
  const bekend = new Map([['wet:a', 1], ['wet:b', 2]]);
  test('onbekend blijft apart', () => assert.deepEqual(dossier.choose(['wet:b', 'wet:x', 'wet:a'], bekend), { chosen: ['wet:b', 'wet:a'], unknown: ['wet:x'], left: 0 }));
  test('meer dan past wordt geteld', () => {
    const ids = Array.from({ length: 43 }, (_, i) => `wet:${i}`);
    const { chosen, left } = dossier.choose(ids, new Map(ids.map((id) => [id, 1])));
    assert.deepEqual([chosen.length, left], [40, 3]);
  });
  test('verplaatsen', () => {
    assert.deepEqual(dossier.move(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b']);
    assert.deepEqual(dossier.move(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
  });
});

describe('vinden', () => {
  const lijst = [{ id: '1', titel: 'De Participatiewet', soort: 'Begrip' }, { id: '2', titel: 'Participatiewet', soort: 'Wet' }, { id: '3', titel: 'Één gezin', soort: 'Leerpunt' }];
  const ids = (woord) => dossier.find(lijst, woord).map(({ id }) => id);
  test('het begin van een titel gaat voor; accenten en hoofdletters tellen niet', () => {
    assert.deepEqual(ids('particip'), ['2', '1']);
    assert.deepEqual(ids('EEN'), ['3']);
  });
  test('alle woorden moeten er zijn, ook in de soort', () => assert.deepEqual(ids('gezin leerpunt'), ['3']));
  test('één letter is te weinig, en niets is niets', () => {
    assert.deepEqual(ids(' p '), []);
    assert.deepEqual(ids('zwembad'), []);
  });
  test('statusregel', () => {
    assert.match(dossier.foundText(0), /Geen pagina/);
    assert.equal(dossier.foundText(1), '1 pagina past.');
    assert.equal(dossier.foundText(9), '9 pagina’s passen. De eerste 8 staan hieronder; de andere komen met ‘Toon alle’.');
  });
});

describe('document', () => {
  const blokken = dossier.compose([ingang(wet), ingang(punt)], SITE, 'Nota');
  test('zegt van wie, van wanneer en waar het staat', () => {
    const tekst = woorden(blokken);
    assert.equal(tekst[0], 'Nota');
    assert.equal(tekst[1], 'Samengesteld met de Site, versie 1, bijgewerkt tot en met 21 november 2026. Van ons.');
    assert.ok(tekst.includes('Adres van dit dossier: https://site.nl/dossier/#d=wet:a,mvtpunt:p'));
    assert.ok(tekst.includes('Gecontroleerd. Volledige pagina: https://site.nl/wetten/a/'));
  });
  const notenIn = (lijst) => lijst.flatMap(({ text, items }) => items || [text]).flat().filter(({ note }) => note).map(({ note }) => note.map((deel) => deel.text || deel).join(''));
  test('in de zin staat geen bewijs, en in de noot alles: zekerheid, datum, let op, bron en adres', () => {
    assert.ok(woorden(blokken).map((een) => een.replace('[object Object]', '')).includes('Een *ster*.'));
    assert.deepEqual(notenIn(blokken), [
      'Uit eerste hand, stand 2024. Let op: Oud. Brief. Kamer, 2025. https://site.nl/bronnen/n2/ Nota. Ministerie, 2024. https://elders.nl/n1',
      'Eigen afleiding, ongedateerd. Nota. Ministerie, 2024. https://elders.nl/n1',
    ]);
  });
  test('dat bronnen elkaar tegenspreken staat in de zin zelf, met de opmerking', () => {
    const [punt] = wet.secties[0].punten;
    const data = { ...wet, secties: [{ kop: 'Kop', punten: [{ ...punt, betwist: 'Tegenstrijdig' }] }] };
    const lijst = dossier.compose([ingang(data)], SITE, 'Nota');
    assert.ok(woorden(lijst).map((een) => een.replace('[object Object]', '')).includes('Een *ster*. Tegenstrijdig. Let op: Oud.'));
    assert.ok(!notenIn(lijst)[0].includes('Let op'));
  });
  test('genummerd staan de noten onderaan, in volgorde van noemen, gelijke één keer', () => {
    const tekst = woorden(dossier.withNotes(dossier.compose([ingang(wet), ingang(punt), ingang(punt)], SITE, 'Nota')));
    assert.ok(tekst.includes('Een *ster*.[1]'));
    assert.equal(tekst.filter((een) => een === 'Wet A (wet). Raakt dit.[2]').length, 2);
    assert.deepEqual(tekst.slice(tekst.indexOf('Noten')).map((een) => een.slice(0, 20)), ['Noten', '[1] Uit eerste hand,', '[2] Eigen afleiding,']);
  });
  test('een tekst van een geschreven pagina gaat heel mee, een niveau lager', () => {
    const pagina = { id: 'pagina:p', titel: 'Tekst', pad: 'a/p/', blokken: [{ type: 'paragraph', text: ['Van ons.'] }, { type: 'heading', level: 2, text: ['Voorbeeld'] }, { type: 'list', ordered: true, items: [['Punt.', { note: ['Bron.'] }]] }] };
    const lijst = dossier.compose([ingang(pagina)], SITE, 'Nota');
    assert.deepEqual(lijst.slice(-3), [pagina.blokken[0], { ...pagina.blokken[1], level: 3 }, pagina.blokken[2]]);
    assert.ok(woorden(lijst).includes('Volledige pagina: https://site.nl/a/p/'));
    assert.match(dossier.markdown(lijst), /\n### Voorbeeld\n\n1\. Punt\. \\\[1\\\]\n\n## Noten\n\n\\\[1\\\] Bron\.\n/);
  });
  test('wat onbekend is staat er als onbekend, met aan wie u het vraagt', () => {
    assert.ok(woorden(blokken).includes('Hierover is geen openbare bron gevonden. Wat kost het? Vraag dit aan: PMM. Dan weten wij het.'));
  });
  test('denkbeeldig staat boven het document, in de kop en onder de kop', () => {
    const tekst = woorden(blokken);
    assert.ok(tekst.includes('2. Punt P (denkbeeldig)'));
    assert.equal(tekst.filter((een) => een.startsWith('Denkbeeldig.')).length, 2);
    assert.match(tekst.find((een) => een.startsWith('Denkbeeldig.')), /2\. Punt P\. Deze wet bestaat niet\.$/);
    assert.ok(!woorden(dossier.compose([ingang(wet)], SITE, 'Nota')).some((een) => /denkbeeldig/i.test(een)));
  });
  test('wat niet geladen is ontbreekt niet stil', () => {
    const tekst = woorden(dossier.compose([{ id: 'wet:a', titel: 'Wet A', data: null }], SITE, 'Nota'));
    assert.ok(tekst.includes('Deze pagina kon niet worden geladen. Zij hoort wel bij dit dossier: wet:a.'));
  });
  test('niets gekozen geeft geen noten', () => assert.ok(!woorden(dossier.withNotes(dossier.compose([], SITE, 'Nota'))).includes('Noten')));
});

describe('Markdown', () => {
  const tekst = dossier.markdown(dossier.compose([ingang(wet), ingang(punt)], SITE, 'Nota [1] <b>'));
  test('koppen, lijsten en links', () => {
    assert.match(tekst, /^# Nota \\\[1\\\] \\<b\\>\n/);
    assert.match(tekst, /\n## 2\. Punt P \(denkbeeldig\)\n/);
    assert.match(tekst, /\n### Waarover\?\n\n- Een \\\*ster\\\*\. \\\[1\\\]\n- \*\*Hierover/);
    assert.match(tekst, /<https:\/\/site\.nl\/wetten\/a\/>/);
  });
  test('het merk denkbeeldig blijft staan', () => assert.equal(tekst.match(/^> \*\*Denkbeeldig\.\*\*/gm).length, 2));
  test('aan het begin van een regel ontstaat geen lijst', () => {
    assert.equal(dossier.markdown([{ type: 'paragraph', text: '2024. Een jaar' }]), '2024\\. Een jaar\n');
    assert.equal(dossier.markdown([{ type: 'paragraph', text: '- streep' }]), '\\- streep\n');
  });
});
