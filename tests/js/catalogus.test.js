'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test, describe } = require('node:test');
const { changed, parameters } = require('../../macros/scripts/shared/address.js');
const catalogus = require('../../macros/scripts/tools/catalogus.js');

const FILE = path.join(__dirname, '../../macros/scripts/tools/catalogus.js');
const NAMEN = ['wet', 'leefgebied', 'soort', 'organisatie', 'status', 'herkomst', 'jaar'];
const facet = (naam, label, waarden) => ({ naam, label, waarden: new Map(Object.entries(waarden)) });
const FACETTEN = [
  facet('wet', 'Wet', { awir: 'Algemene wet, "Awir"', pw: 'Participatiewet' }),
  facet('leefgebied', 'Leefgebied', { inkomen: 'Inkomen', wonen: 'Wonen' }),
  facet('soort', 'Soort', { wet: 'Wet' }),
  facet('organisatie', 'Organisatie', {}),
  facet('status', 'Status', { nieuw: 'Nieuw' }),
  facet('herkomst', 'Herkomst', { pmm: 'PMM', verwant: 'Verwant' }),
  facet('jaar', 'Jaar', { 2025: '2025', 2024: '2024', 'zonder-datum': 'Zonder datum' }),
];
const leerpunt = (nummer, titel, datum, jaar, waarden) => ({
  nummer, titel, datum, samenvatting: 'Een zin.', pad: `leerpunten/${nummer}/`, aard: 'Knelpunt', vorm: 'Patroon', bronnen: ['N24', 'SDO'],
  waarden: { ...Object.fromEntries(NAMEN.map((naam) => [naam, []])), status: ['nieuw'], jaar: [jaar], ...waarden },
});
const PUNTEN = [
  leerpunt('L01', 'Éénmalig', '2024-04-22', '2024', { wet: ['awir'], leefgebied: ['inkomen'], herkomst: ['pmm'] }),
  leerpunt('L02', 'zonder', '', 'zonder-datum', { wet: ['awir', 'pw'], leefgebied: ['inkomen', 'wonen'], herkomst: ['pmm'] }),
  leerpunt('V01', 'Dak', '2025-10-09', '2025', { wet: ['pw'], leefgebied: ['wonen'], herkomst: ['verwant'] }),
  leerpunt('V02', 'aan', '2025', '2025', { herkomst: ['verwant'] }),
];
const SITE = { adres: 'https://site.nl/', naam: 'Site', peildatum: '2026-11-21', licentie: 'CC0 1.0' };
const nummers = (filters, volgorde = 'nummer') => catalogus.select(PUNTEN, { filters, volgorde }).map(({ nummer }) => nummer);

describe('stand in het adres', () => {
  test('heen en terug', () => {
    const stand = { filters: { wet: ['awir', 'pw'], leefgebied: ['wonen'] }, volgorde: 'datum' };
    const adres = new URL(changed(new URL('https://x/'), catalogus.parts(stand, FACETTEN)), 'https://x/');
    assert.deepEqual(catalogus.readState(parameters(adres), FACETTEN), stand);
    assert.deepEqual(catalogus.readState(new URLSearchParams('wet=awir&wet=pw&leefgebied=wonen&volgorde=datum'), FACETTEN), stand);
  });
  test('niets gekozen is een leeg adres', () => assert.equal(changed(new URL('https://x/?wet=pw'), catalogus.parts({ filters: {}, volgorde: 'nummer' }, FACETTEN)), '/'));
  test('wat onbekend of dubbel is valt weg', () => {
    const stand = catalogus.readState(new URLSearchParams('wet=pw&wet=pw&wet=<b>&eenhoorn=1&volgorde=toString&leefgebied='), FACETTEN);
    assert.deepEqual(stand, { filters: { wet: ['pw'] }, volgorde: 'nummer' });
  });
});

describe('filteren', () => {
  test('zonder filters alles', () => assert.deepEqual(nummers({}), ['L01', 'L02', 'V01', 'V02']));
  test('binnen een filter is één waarde genoeg', () => assert.deepEqual(nummers({ wet: ['awir', 'pw'] }), ['L01', 'L02', 'V01']));
  test('tussen filters moet alles kloppen', () => assert.deepEqual(nummers({ wet: ['awir', 'pw'], leefgebied: ['wonen'], herkomst: ['pmm'] }), ['L02']));
  test('niets over kan ook', () => assert.deepEqual(nummers({ wet: ['awir'], herkomst: ['verwant'] }), []));
});

describe('volgorde', () => {
  test('op titel, zonder te letten op hoofdletters en accenten', () => assert.deepEqual(nummers({}, 'titel'), ['V02', 'V01', 'L01', 'L02']));
  test('jongste eerst; een dag wint van zijn jaar, zonder datum komt achteraan', () => assert.deepEqual(nummers({}, 'datum'), ['V01', 'V02', 'L01', 'L02']));
  test('de lijst zelf blijft zoals zij was', () => assert.deepEqual(PUNTEN.map(({ nummer }) => nummer), ['L01', 'L02', 'V01', 'V02']));
});

describe('aantallen', () => {
  test('per waarde, gegeven de andere filters', () => {
    const aantal = catalogus.counts(PUNTEN, FACETTEN, { wet: ['awir'], leefgebied: ['inkomen'] });
    assert.deepEqual(aantal.wet, { awir: 2, pw: 1 });
    assert.deepEqual(aantal.leefgebied, { inkomen: 2, wonen: 1 });
    assert.deepEqual(aantal.herkomst, { pmm: 2, verwant: 0 });
  });
  test('elk aantal is wat er staat als u alleen die waarde kiest', () => {
    for (const filters of [{}, { wet: ['pw'] }, { herkomst: ['verwant'], jaar: ['2025', '2024'] }]) {
      const aantal = catalogus.counts(PUNTEN, FACETTEN, filters);
      for (const { naam, waarden } of FACETTEN) {
        for (const waarde of waarden.keys()) assert.equal(aantal[naam][waarde], nummers({ ...filters, [naam]: [waarde] }).length, `${naam} ${waarde}`);
      }
    }
  });
});

describe('in woorden', () => {
  test('filters', () => {
    assert.equal(catalogus.filterText(FACETTEN, {}), 'geen: alle leerpunten');
    assert.equal(catalogus.filterText(FACETTEN, { leefgebied: ['inkomen', 'wonen'], wet: ['pw'] }), 'Wet: Participatiewet; Leefgebied: Inkomen of Wonen');
  });
  test('stand', () => {
    assert.equal(catalogus.statusText(4, 4, catalogus.NO_FILTERS), '4 leerpunten.');
    assert.equal(catalogus.statusText(1, 4, 'Wet: X'), '1 van de 4 leerpunten. Filters: Wet: X.');
    assert.equal(catalogus.statusText(0, 4, 'Wet: X'), 'Geen leerpunten met deze filters. Filters: Wet: X.');
  });
  test('naam van het bestand', () => {
    assert.equal(catalogus.fileName({}), 'leerpunten');
    assert.equal(catalogus.fileName({ wet: ['awir', 'pw'], jaar: ['2025'] }), 'leerpunten_wet-awir+pw_jaar-2025');
    assert.ok(catalogus.fileName({ wet: Array(99).fill('lang') }).length < 120);
  });
});

describe('export', () => {
  const rijen = (filters) => catalogus.table(catalogus.select(PUNTEN, { filters, volgorde: 'nummer' }), FACETTEN, SITE, catalogus.filterText(FACETTEN, filters));
  test('één rij per leerpunt, met de filters in de laatste kolom', () => {
    const [kop, ...rest] = rijen({ wet: ['pw'] });
    assert.deepEqual(rest.map(([nummer]) => nummer), ['L02', 'V01']);
    assert.equal(kop.at(-1), 'filters');
    assert.ok(rest.every((rij) => rij.length === kop.length && rij.at(-1) === 'Wet: Participatiewet'));
    assert.equal(rest[0][kop.indexOf('wet')], 'Algemene wet, "Awir" | Participatiewet');
    assert.equal(rest[0][kop.indexOf('adres')], 'https://site.nl/leerpunten/L02/');
    assert.equal(rest[0][kop.indexOf('peildatum')], '2026-11-21');
  });
  test('het rekenblad heeft een blad met toelichting', () => {
    const [lijst, toelichting] = catalogus.sheets(rijen({ wet: ['pw'] }), SITE, 'Wet: Participatiewet');
    assert.equal(lijst.rows.length, 3);
    assert.equal(lijst.widths.length, lijst.rows[0].length);
    assert.deepEqual(lijst.rows[1][14], { text: 'https://site.nl/leerpunten/L02/', href: 'https://site.nl/leerpunten/L02/' });
    assert.equal(toelichting.name, 'Toelichting');
    const regels = Object.fromEntries(toelichting.rows);
    assert.deepEqual([regels.Filters, regels['Aantal leerpunten'], regels.Peildatum, regels.Adres, regels.Licentie], ['Wet: Participatiewet', 2, '2026-11-21', 'https://site.nl/leerpunten/', 'CC0 1.0']);
  });
});
