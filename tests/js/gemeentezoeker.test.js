'use strict';
const assert = require('node:assert/strict');
const { describe, test } = require('node:test');
const { changed, parameters } = require('../../macros/scripts/shared/address.js');
const zoeker = require('../../macros/scripts/tools/gemeentezoeker.js');

const place = (naam, rest) => ({
  cbs: 'GM0001', naam, ook: [], provincie: 'utrecht', provincieLabel: 'Utrecht', stand: 'geen-bron', standLabel: 'Geen openbare bron gevonden',
  wanneer: '', bronnen: [], ...rest,
});
const former = (naam, ...naar) => ({ cbs: 'GM0501', naam, tot: '1 januari 2023', naar });
const PLACES = [
  place("'s-Hertogenbosch", { ook: ['Den Bosch'] }), place('Bergen (L)', { ook: ['Bergen (L.)'] }), place('Bergen (NH)'), place('Bergen op Zoom'),
  place('Den Haag', { ook: ["'s-Gravenhage"] }), place('Nuenen, Gerwen en Nederwetten', { ook: ['Nuenen c.a.'] }), place('Oss'), place('Sluis'),
  place('Noardeast-Fryslân'), place('Súdwest-Fryslân'), place('Utrecht'), place('Utrechtse Heuvelrug'), place('Tytsjerksteradiel'), place('Voorne aan Zee'),
  former('Brielle', 'GM1992'), former('Haaren', 'GM0757', 'GM0824'), former('Bergh', 'GM1955'), former("'s-Graveland", 'GM1696'),
];
const found = (typed) => zoeker.find(PLACES, typed).gevonden.map((one) => one.place.naam);

describe('buren', () => {
  test('een grens staat bij een van beide', () => {
    const [a, b, c] = [place('A', { cbs: 'GM0001', buren: ['GM0002'] }), place('B', { cbs: 'GM0002', buren: [] }), place('C', { cbs: 'GM0003', buren: [] })];
    assert.deepEqual([zoeker.areNeighbours(a, b), zoeker.areNeighbours(b, a), zoeker.areNeighbours(a, c)], [true, true, false]);
  });
  test('een vroegere gemeente heeft er geen', () => assert.equal(zoeker.areNeighbours(former('Brielle', 'GM1992'), former('Haaren')), false));
});

describe('zoeken op naam', () => {
  test('hoofdletters, accenten, streepjes, apostrofs en spaties doen er niet toe', () => {
    for (const typed of ["'s-Gravenhage", '’s-Gravenhage', 's Gravenhage', 'SGRAVENHAGE', 'gravenhage', 'den haag', 'DenHaag']) assert.equal(found(typed)[0], 'Den Haag', typed);
    for (const typed of ['Súdwest-Fryslân', 'sudwest fryslan', 'SUDWESTFRYSLAN', 'súdwest friesland']) assert.deepEqual(found(typed), ['Súdwest-Fryslân'], typed);
    assert.deepEqual(found('Den Bosch'), ["'s-Hertogenbosch"]);
    assert.deepEqual(found('hertogenbosch'), ["'s-Hertogenbosch"]);
  });
  test('ook een accent als los teken telt niet', () => assert.deepEqual(found('Su\u0301dwest'), ['Súdwest-Fryslân']));
  test('de naam zelf eerst, dan wat zo begint, dan een later woord, dan midden in een woord', () => {
    assert.deepEqual(found('utrecht'), ['Utrecht', 'Utrechtse Heuvelrug']);
    assert.deepEqual(found('oss'), ['Oss']);
    assert.deepEqual(found('nederwetten'), ['Nuenen, Gerwen en Nederwetten']);
    assert.deepEqual(found('zee'), ['Voorne aan Zee']);
    assert.deepEqual(found('luis'), ['Sluis']);
    assert.deepEqual(found('fryslan'), ['Noardeast-Fryslân', 'Súdwest-Fryslân']);
  });
  test('een gemeente van nu komt voor een vroegere', () => assert.deepEqual(found('bergh'), ['Bergh']));
  test('en dat geldt bij gelijke treffers', () => assert.deepEqual(found('berg'), ['Bergen (L)', 'Bergen (NH)', 'Bergen op Zoom', 'Bergh']));
  test('vertelt langs welke naam iets is gevonden', () => {
    assert.equal(zoeker.find(PLACES, 'gravenh').gevonden[0].via, "'s-Gravenhage");
    assert.equal(zoeker.find(PLACES, 'den haag').gevonden[0].via, '');
  });
  test('een vroegere gemeente wijst naar elke opvolger', () => {
    assert.deepEqual(zoeker.find(PLACES, 'brielle').gevonden[0].place.naar, ['GM1992']);
    assert.deepEqual(zoeker.find(PLACES, 'haaren').gevonden[0].place.naar, ['GM0757', 'GM0824']);
  });
  test('zoekt niet met minder dan twee letters of cijfers', () => {
    for (const typed of ['', 'o', "'", '- -', '\u0301', '日本']) assert.deepEqual(zoeker.find(PLACES, typed), { gevonden: [], bedoeld: false }, typed);
  });
  test('noemt bij een tikfout de naam die er het dichtst bij ligt', () => {
    assert.deepEqual([zoeker.find(PLACES, 'Utrehct').bedoeld, found('Utrehct')[0]], [true, 'Utrecht']);
    assert.equal(found('Tietjerksteradeel')[0], 'Tytsjerksteradiel');
    assert.equal(found('Zuidwest-Friesland')[0], 'Súdwest-Fryslân');
    assert.equal(found('Noordoost-Friesland')[0], 'Noardeast-Fryslân');
  });
  test('maar noemt niets als niets erop lijkt', () => {
    for (const typed of ['Parijs', 'xyz', 'Os!']) assert.equal(zoeker.find(PLACES, typed).bedoeld, false, typed);
    assert.deepEqual(found('Parijs'), []);
  });
});

describe('namen zoals mensen ze typen', () => {
  test('het woord gemeente telt niet mee', () => {
    for (const typed of ['Gemeente Utrecht', 'de gemeente utrecht', 'Utrecht (gemeente)', 'gemeente  Utrecht']) assert.equal(found(typed)[0], 'Utrecht', typed);
  });
  test('omgedraaid', () => {
    assert.equal(found('Bosch, Den')[0], "'s-Hertogenbosch");
    assert.equal(found('Hertogenbosch, ’s')[0], "'s-Hertogenbosch");
  });
  test('een ander schrift is nooit een van onze namen', () => {
    for (const typed of ['Утрехт', 'Утrecht', '乌特勒支', 'أوترخت', 'Ουτρέχτη']) {
      assert.deepEqual(found(typed), [], typed);
      assert.match(zoeker.findText(zoeker.find(PLACES, typed), typed), /^Geen gemeente gevonden\./, typed);
      assert.deepEqual(zoeker.select(PLACES, { tekst: typed, provincie: '', stand: '', sorteer: 'naam' }, CHOICES), [], typed);
    }
  });
  test('wie te weinig typt, hoort dat', () => {
    for (const typed of ['u', 'gemeente']) assert.equal(zoeker.findText(zoeker.find(PLACES, typed), typed), 'Typ ten minste twee letters van de naam.');
    assert.equal(zoeker.findText(zoeker.find(PLACES, ''), ''), '');
  });
});

describe('Toon', () => {
  const only = (typed) => (zoeker.only(zoeker.find(PLACES, typed)) || {}).naam;
  test('kiest wat precies zo heet, of wat als enige past', () => {
    assert.equal(only('utrecht'), 'Utrecht');
    assert.equal(only('brie'), 'Brielle');
    assert.equal(only('den bosch'), "'s-Hertogenbosch");
  });
  test('raadt nooit', () => {
    for (const typed of ['berg', 'fryslan', 'Utrehct', 'Parijs', '']) assert.equal(only(typed), undefined, typed);
  });
});

describe('de melding', () => {
  const text = (typed) => zoeker.findText(zoeker.find(PLACES, typed), typed);
  test('telt', () => {
    assert.match(text('brie'), /^1 gemeente past\./);
    assert.match(text('berg'), /^4 gemeenten passen\. Kies met pijl omlaag\.$/);
    assert.match(zoeker.findText(zoeker.find(Array.from({ length: 9 }, (_, i) => place(`Dorp ${i}`)), 'dorp'), 'dorp'), /De eerste 8 staan in de lijst\.$/);
  });
  test('zegt wat te doen als er niets is', () => {
    assert.match(text('Parijs'), /^Geen gemeente gevonden\./);
    assert.match(text('Utrehct'), /Bedoelde u Utrecht\?$/);
  });
});

const CHOICES = {
  provincie: new Map([['drenthe', 'Drenthe'], ['utrecht', 'Utrecht']]),
  stand: new Map([['aangesloten', 'Genoemd als aangesloten'], ['geen-bron', 'Geen openbare bron gevonden']]),
};
const NOTHING = { tekst: '', provincie: '', stand: '', sorteer: 'naam' };

describe('het adres', () => {
  test('leest terug wat het schreef, behalve wat iemand typt', () => {
    const state = { provincie: 'drenthe', stand: 'geen-bron', sorteer: '-wanneer' };
    const adres = new URL(changed(new URL('https://x/#gemeente=gm0363&tekst=a'), zoeker.parts({ ...state, tekst: 'b' })), 'https://x/');
    assert.deepEqual(zoeker.readState(parameters(adres), CHOICES), { gemeente: 'GM0363', tekst: 'a', ...state });
    assert.equal(changed(adres, { gemeente: '', tekst: '', ...zoeker.parts(NOTHING) }), '/');
  });
  test('slaat over wat niet bestaat', () => {
    assert.deepEqual(zoeker.readState(new URLSearchParams('provincie=atlantis&stand=niet&sorteer=--naam&constructor=1'), CHOICES), { gemeente: '', ...NOTHING });
  });
});

describe('de tabel', () => {
  const rows = [
    place('Assen', { provincie: 'drenthe', wanneer: '2022-03', stand: 'aangesloten', bronnen: ['SW22'] }),
    place('Baarn'), place('Coevorden', { provincie: 'drenthe' }),
    place('De Bilt', { ook: ['Bilthoven'], wanneer: '2020', stand: 'aangesloten', bronnen: ['N24', 'VJ20'] }),
  ];
  const chosen = (state) => zoeker.select(rows, { ...NOTHING, ...state }, CHOICES).map((row) => row.naam);
  test('filtert op naam, andere naam, provincie en stand, en op alles samen', () => {
    assert.deepEqual(chosen({}), ['Assen', 'Baarn', 'Coevorden', 'De Bilt']);
    assert.deepEqual(chosen({ tekst: 'DEB' }), ['De Bilt']);
    assert.deepEqual(chosen({ tekst: 'bilthoven' }), ['De Bilt']);
    assert.deepEqual(chosen({ provincie: 'drenthe' }), ['Assen', 'Coevorden']);
    assert.deepEqual(chosen({ stand: 'aangesloten' }), ['Assen', 'De Bilt']);
    assert.deepEqual(chosen({ tekst: 'a', provincie: 'drenthe', stand: 'aangesloten' }), ['Assen']);
    assert.deepEqual(chosen({ tekst: 'zzz' }), []);
    assert.deepEqual(chosen({ tekst: ' - ' }).length, 4);
  });
  test('sorteert op elke kolom, twee kanten op; de woordenlijst bepaalt de volgorde van de stand', () => {
    assert.deepEqual(chosen({ sorteer: '-naam' }), ['De Bilt', 'Coevorden', 'Baarn', 'Assen']);
    assert.deepEqual(chosen({ sorteer: 'provincie' }), ['Assen', 'Coevorden', 'Baarn', 'De Bilt']);
    assert.deepEqual(chosen({ sorteer: 'stand' }), ['Assen', 'De Bilt', 'Baarn', 'Coevorden']);
    assert.deepEqual(chosen({ sorteer: '-stand' }), ['Coevorden', 'Baarn', 'De Bilt', 'Assen']);
  });
  test('wat niet bekend is, staat altijd achteraan', () => {
    assert.deepEqual(chosen({ sorteer: 'wanneer' }), ['De Bilt', 'Assen', 'Baarn', 'Coevorden']);
    assert.deepEqual(chosen({ sorteer: '-wanneer' }), ['Assen', 'De Bilt', 'Baarn', 'Coevorden']);
    assert.deepEqual(chosen({ sorteer: 'bron' }), ['De Bilt', 'Assen', 'Baarn', 'Coevorden']);
  });
  test('zegt hoeveel er over zijn', () => {
    const text = (left, state) => zoeker.statusText(left, 342, zoeker.filterWords({ ...NOTHING, ...state }, CHOICES));
    assert.equal(text(342, {}), '342 gemeenten.');
    assert.equal(text(2, { provincie: 'drenthe', tekst: ' as ' }), '2 van de 342 gemeenten. Filters: naam bevat ‘as’; Drenthe.');
    assert.equal(text(0, { stand: 'aangesloten' }), 'Geen gemeenten. Filters: Genoemd als aangesloten.');
  });
});

describe('het bestand', () => {
  test('de naam noemt de peildatum en de filters', () => {
    assert.equal(zoeker.fileName('2026-11-21', NOTHING), 'gemeenten_2026-11-21.csv');
    assert.equal(zoeker.fileName('2026-11-21', { tekst: "'s-Grav/..", provincie: 'drenthe', stand: 'geen-bron' }), 'gemeenten_2026-11-21_naam-sgrav_provincie-drenthe_stand-geen-bron.csv');
    assert.ok(zoeker.fileName('2026-11-21', { ...NOTHING, tekst: 'a'.repeat(900) }).length < 100);
  });
  test('heeft de kolommen van gemeenten.csv', () => {
    const [kop, rij] = zoeker.rows([place('Nuenen', { ook: ['a', 'b'], wanneer: '2020', bronnen: ['N24', 'VJ20'] })], { adres: 'https://x.example/', peildatum: '2026-11-21' });
    assert.deepEqual(kop, ['gemeente', 'cbs', 'andere_namen', 'provincie', 'stand', 'wanneer', 'bronnen', 'adres', 'peildatum']);
    assert.deepEqual(rij, ['Nuenen', 'GM0001', 'a | b', 'Utrecht', 'Geen openbare bron gevonden', '2020', 'N24 | VJ20', 'https://x.example/gemeenten/gm0001/', '2026-11-21']);
  });
  test('heeft ook zonder rijen een kop', () => assert.equal(zoeker.rows([], { adres: '', peildatum: '' }).length, 1));
});
