'use strict';
const assert = require('node:assert/strict');
const { test, describe } = require('node:test');
const { astray } = require('./eigenaars.js');
const voorbeeld = require('./voorbeeldindex.js');

const over = (records) => ({ ...voorbeeld, synoniemen: [], documenten: records.map((record, i) => ({ id: `x:${i}`, url: `x/${i}/`, soort: 'begrip', samenvatting: '', ...record })) });

describe('woorden van lezers', () => {
  test('een woord dat naar een ander leidt, wordt genoemd', () => {
    const records = ['Leren', 'Leren', 'Leren'].map((titel) => ({ titel }));
    const { verdwaald } = astray(over([{ titel: 'Evaluatie', zoektermen: ['leren', 'werkt het'] }, ...records]));
    assert.deepEqual(verdwaald.map(([id, word]) => [id, word]), [['x:0', 'leren']]);
  });
  test('een woord dat twee pagina’s hebben, mag naar elk van beide leiden', () => {
    const { n, drie } = astray(over([{ titel: 'Bezwaar', zoektermen: ['klacht'] }, { titel: 'Ombudsman', zoektermen: ['klacht'] }]));
    assert.deepEqual([n, drie], [2, 2]);
  });
});
