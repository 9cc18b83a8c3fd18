'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test, describe } = require('node:test');
const kern = require('../../docs/assets/js/zoek-kern.js');
const voorbeeld = require('./voorbeeldindex.js');
const scoor = require('./scoor-zoek.js');

const vraag = (soort, tekst, ...ids) => ({ id: tekst, soort, vraag: tekst, antwoorden: ids.map((id) => ({ id, waarde: 3 })) });
const vragen = [
  vraag('exact', 'kostendelersnorm', 'begrip:kostendelersnorm'), vraag('exact', 'participatiewet', 'wet:participatiewet'), vraag('exact', 'BWBR0022751', 'wet:kindgebonden-budget'),
  vraag('typo', 'beslagvije voet', 'begrip:beslagvrije-voet'), vraag('typo', 'moratroium', 'begrip:moratorium'),
  vraag('compound', 'huur toeslag', 'wet:huurtoeslag', 'leerpunt:medebewoner'), vraag('compound', 'wanbetalerspremie', 'leerpunt:zorgpremie'),
  vraag('abbreviation', 'LMM', 'instrument:maatwerkloket'), vraag('abbreviation', 'LET', 'instrument:escalatieteam'),
  vraag('synonym', 'stufi', 'wet:studiefinanciering'), vraag('synonym', 'huis uit gezet', 'begrip:ontruiming'), vraag('synonym', 'gevangenis', 'begrip:detentie'),
  vraag('question', 'kan ik een casus indienen als mijn gemeente niet is aangesloten', 'instrument:maatwerkloket'),
  vraag('negative', 'zwemles kleuters'), vraag('negative', 'hypotheekrenteaftrek'), vraag('negative', 'rijbewijs verlengen')
];

/** Questions and index in (what to run main on) plus options; status and output. */
function run(lines, index, ...options) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zoek-'));
  fs.writeFileSync(path.join(folder, 'vragen.jsonl'), lines.map((one) => JSON.stringify(one)).join('\n'));
  fs.writeFileSync(path.join(folder, 'index.json'), JSON.stringify(index));
  const output = [];
  const status = scoor.main([path.join(folder, 'vragen.jsonl'), path.join(folder, 'index.json'), ...options], (line) => output.push(line));
  fs.rmSync(folder, { recursive: true });
  return { status, output: output.join('\n') };
}

describe('de maat', () => {
  const uitkomst = (...ids) => ({ treffers: ids.map((id) => ({ id })), totaal: ids.length, zwak: false });
  test('plaats een, drie en tien', () => {
    const een = vraag('x', 'q', 'a');
    assert.deepEqual([1, 2, 3, 4].map((place) => scoor.judge(een, uitkomst(...['b', 'c', 'd'].slice(0, place - 1), 'a'))).map(({ s1, s3, rr }) => [s1, s3, rr]), [[true, true, 1], [false, true, 1 / 2], [false, true, 1 / 3], [false, false, 1 / 4]]);
    assert.equal(scoor.judge(een, uitkomst('b')).rr, 0);
  });
  test('waarde 1 is geen goed antwoord, waarde 2 wel', () => {
    assert.equal(scoor.judge({ antwoorden: [{ id: 'a', waarde: 1 }] }, uitkomst('a')).s1, false);
    assert.equal(scoor.judge({ antwoorden: [{ id: 'a', waarde: 2 }] }, uitkomst('a')).s1, true);
  });
  test('ook de vorm met onderwerpen, meer dan een bestand en een gebouwde site worden gelezen', () => {
    assert.deepEqual(scoor.readQuestions('{"vraag": "a", "onderwerpen": [{"onderwerp": "begrip:mvt", "waarde": 2}]}')[0].antwoorden, [{ id: 'begrip:mvt', waarde: 2 }]);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zoek-'));
    const sets = ['a', 'b'].map((naam) => path.join(folder, `${naam}.jsonl`));
    for (const set of sets) fs.writeFileSync(set, JSON.stringify(vraag('exact', 'kostendelersnorm', 'begrip:kostendelersnorm')));
    fs.mkdirSync(path.join(folder, 'assets/zoek'), { recursive: true });
    const wijzer = path.join(folder, 'assets/zoekindex.js');
    fs.writeFileSync(wijzer, 'KennisbankZoekindex="zoek/x.json";\n');
    assert.throws(() => scoor.readIndex(folder), /noemt geen delen/);
    fs.writeFileSync(wijzer, 'KennisbankZoekindex={"namen":["zoek/n1.json","zoek/n2.json"],"teksten":["zoek/t.json"]};\n');
    const { documenten, ...kop } = voorbeeld;
    const [begin, ...lines] = `${JSON.stringify({ ...kop, namen: true, documenten: [] }).slice(0, -2)}\n${documenten.map(({ tekst, koppen, delen, ...one }) => JSON.stringify(one)).join(',\n')}\n]}`.split('\n');
    const put = (name, text) => fs.writeFileSync(path.join(folder, 'assets/zoek', name), text);
    put('n1.json', `${begin}\n${lines[0]}\n`);
    put('n2.json', lines.slice(1).join('\n'));
    put('t.json', '{"documenten":[]}');
    assert.throws(() => scoor.readIndex(folder), /namen, 0 teksten/);
    put('t.json', JSON.stringify({ documenten: documenten.map(({ tekst, koppen, delen }) => ({ tekst, koppen, delen })) }));
    assert.deepEqual(JSON.parse(JSON.stringify(scoor.readIndex(folder))), JSON.parse(JSON.stringify(voorbeeld)));
    assert.equal(scoor.readIndex(folder, { namen: true }).namen, true);
    const output = [];
    assert.equal(scoor.main([...sets, folder], (line) => output.push(line)), 0);
    assert.match(output.join('\n'), /2 vragen/);
    fs.rmSync(folder, { recursive: true });
  });
  test('een kapotte regel of een verdwenen pagina wordt genoemd', () => {
    assert.throws(() => scoor.readQuestions('{"vraag": "a", "antwoorden": []}\n{kapot'), /regel 2/);
    assert.throws(() => scoor.readQuestions('{"vraag": "a"}'), /regel 1/);
    assert.deepEqual(scoor.unknownAnswers([vraag('x', 'q', 'begrip:mvt', 'begrip:weg')], voorbeeld), ['q: begrip:weg']);
    const { status, output } = run([vraag('x', 'q', 'begrip:weg')], voorbeeld);
    assert.equal(status, 1);
    assert.match(output, /q: begrip:weg[^]*alle beantwoordbare/);
  });
});

describe('de lekproef', () => {
  test('neemt precies de zoekterm weg die het ontbrekende woord levert', () => {
    const zoeker = kern.maak(voorbeeld);
    const { affected, marks } = scoor.scoreLeakTested([vraag('x', 'eenoudertoeslag', 'leerpunt:alo-kop'), vraag('x', 'kostendelersnorm', 'begrip:kostendelersnorm')], voorbeeld, zoeker);
    assert.equal(affected, 1);
    assert.equal(zoeker.zoek('eenoudertoeslag').treffers[0].id, 'leerpunt:alo-kop');
    assert.equal(marks[0].s1, false);
    assert.equal(marks[1].s1, true);
  });
});

describe('de lekproef in groepen', () => {
  test('geeft hetzelfde als elke vraag apart', () => {
    const zoeker = kern.maak(voorbeeld);
    const plaatsen = (list) => scoor.scoreLeakTested(list, voorbeeld, zoeker).marks.map((mark) => mark.rr);
    assert.deepEqual(plaatsen(vragen), vragen.flatMap((one) => plaatsen([one])));
  });
});

describe('de afleiders', () => {
  test('elke keer dezelfde, met alleen woorden van het corpus', () => {
    const een = scoor.withDistractors(voorbeeld, 50);
    assert.deepEqual(een, scoor.withDistractors(voorbeeld, 50));
    assert.equal(een.documenten.length, voorbeeld.documenten.length + 50);
    const eigen = new Set(voorbeeld.documenten.flatMap((doc) => doc.titel.split(/\s+/)));
    for (const doc of een.documenten.slice(-50)) for (const woord of doc.titel.split(' ')) assert.ok(eigen.has(woord));
  });
});

describe('de poort', () => {
  test('een goede uitkomst gaat erdoor', () => {
    const { status, output } = run(vragen, voorbeeld, '--poort', '--afleiders', '200');
    assert.equal(status, 0, output);
    assert.match(output, /De poort is gehaald/);
  });
  test('een slechte vraag houdt tegen en staat erbij', () => {
    const { status, output } = run([...vragen, vraag('exact', 'moratorium', 'gemeente:amsterdam')], voorbeeld, '--poort', '--afleiders', '10', '--mis');
    assert.equal(status, 1);
    assert.match(output, /Onder de poort/);
    assert.match(output, /gemist moratorium/);
  });
  test('elke grens bijt', () => {
    const goed = { s1: 1, s3: 1, mrr: 1, zero: 0, weak: 0 };
    const met = (all, rest) => ({ all: { ...goed, ...all }, categories: { exact: goed }, negatives: { ...goed, weak: 1 }, ...rest });
    assert.deepEqual(scoor.failures(met({}), met({}), met({})), []);
    assert.deepEqual(scoor.failures(met({ s1: 0.9, s3: 0.98, mrr: 0.94, zero: 0.005 }, { negatives: { weak: 0.95 } }), met({ s3: 0.93 }), met({ s3: 0.97 })), []);
    const regels = [
      [met({ s1: 0.89 })], [met({ s3: 0.97 })], [met({ mrr: 0.93 })], [met({ zero: 0.006 })], [met({}, { categories: { typo: { ...goed, s3: 0.94 } } })], [met({}, { negatives: { weak: 0.94 } })],
      [met({}), met({ s3: 0.91 })], [met({}), null, met({ s3: 0.97 })]
    ];
    for (const [basis, lek, afgeleid] of regels) assert.equal(scoor.failures(basis, lek, afgeleid).length, 1, JSON.stringify([basis, lek, afgeleid]));
  });
  test('zonder bestanden: uitleg', () => assert.equal(scoor.main([], () => null), 2));
});
