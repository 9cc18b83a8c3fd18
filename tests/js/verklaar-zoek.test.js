'use strict';
const assert = require('node:assert/strict');
const { test, describe } = require('node:test');
const kern = require('../../docs/assets/js/zoek-kern.js');
const voorbeeld = require('./voorbeeldindex.js');
const { explain, main } = require('./verklaar-zoek.js');

const zoeker = kern.maak(voorbeeld);
const uitleg = (vraag, id) => explain(zoeker, vraag, id).join('\n');

describe('uitleg voor de redacteur', () => {
  test('noemt per pagina hoe elk woord is gevonden, en waar', () => {
    const tekst = uitleg('stufi');
    assert.match(tekst, /1\. wet:studiefinanciering .*dekt \d+%/);
    assert.match(tekst, /stufi: via een synoniem \(.*\), in .*titel/);
    assert.match(uitleg('eenoudertoeslag'), /eenoudertoeslag: zo geschreven.*, in zoektermen/);
    assert.match(uitleg('beslagvije voet'), /beslagvije: als tikfout/);
  });
  test('zegt dat een naam of nummer is vastgezet', () => assert.match(uitleg('GM0363'), /gemeente:amsterdam .*vastgezet/));
  test('zegt het als niets goed past', () => assert.match(uitleg('zwemles kleuters'), /geen daarvan past goed/));
  test('legt ook uit waarom een pagina er niet bij zit', () => {
    assert.match(uitleg('kostendelersnorm', 'gemeente:amsterdam'), /gemeente:amsterdam: niet gevonden\n {2}kostendelersnorm: staat niet op deze pagina/);
    assert.equal(uitleg('kostendelersnorm', 'bestaat:niet'), 'bestaat:niet staat niet in de index');
  });
  test('zonder vraag: het gebruik', () => assert.equal(main([], () => null), 2));
});
