#!/usr/bin/env node
/*
 * Asks every name and word of readers of the index as a question, and prints those whose page is not among the first three:
 * such a word leads its reader astray.
 *
 *   node tests/js/eigenaars.js <site|zoekindex.json>
 *
 * Prints one line of JSON: {"n", "eerste", "drie", "verdwaald": [[id, word, what came first], ...]}.
 */
'use strict';
const kern = require('../../docs/assets/js/zoek-kern.js');
const { readIndex } = require('./scoor-zoek.js');

/** Index in; how many words lead to a page that owns them, first and in the first three, and the ones that do not. */
function astray(index) {
  const zoeker = kern.maak(index);
  const wordsOf = (doc) => [...(doc.gewoon || []), ...(doc.zoektermen || [])];
  const owners = new Map();
  for (const doc of index.documenten) for (const word of wordsOf(doc)) owners.set(word.toLowerCase(), (owners.get(word.toLowerCase()) || new Set()).add(doc.id));
  const uitkomst = { n: 0, eerste: 0, drie: 0, verdwaald: [] };
  for (const doc of index.documenten.filter((one) => one.soort !== 'gemeente')) {
    for (const word of wordsOf(doc)) {
      const right = owners.get(word.toLowerCase());
      const found = zoeker.zoek(word, { maximum: 3 }).treffers.map((hit) => hit.id);
      uitkomst.n++;
      if (right.has(found[0])) uitkomst.eerste++;
      if (found.some((id) => right.has(id))) uitkomst.drie++;
      else uitkomst.verdwaald.push([doc.id, word, found.join(' ')]);
    }
  }
  return uitkomst;
}

module.exports = { astray };
if (require.main === module) console.log(JSON.stringify(astray(readIndex(process.argv[2]))));
