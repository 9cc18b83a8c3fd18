#!/usr/bin/env node
/*
 * Tells an editor what a question finds, and why.
 *
 *   node tests/js/verklaar-zoek.js <site|zoekindex.json> "vraag" [record-id]
 *
 * Prints the first ten pages; per word of the question how it was found and in which field. With a record id: only that
 * page, also when it is not among the ten.
 */
'use strict';
const kern = require('../../docs/assets/js/zoek-kern.js');
const { readIndex } = require('./scoor-zoek.js');

const HITS = 10;
const WAYS = {
  exact: 'zo geschreven', samenstelling: 'als deel van een samenstelling', voorvoegsel: 'als begin van een woord', vervoeging: 'als vorm van een werkwoord',
  tikfout: 'als tikfout', samenvoeging: 'aaneen geschreven', synoniem: 'via een synoniem'
};

/** One word of an explanation in; the line about it. */
function wordLine({ woord, via }) {
  if (!via.length) return `  ${woord}: staat niet op deze pagina`;
  const { soort, gevonden } = via[0];
  const fields = [...new Set(gevonden.flatMap((one) => one.velden))].join(', ');
  const terms = gevonden.map((one) => one.term).join(' + ');
  return `  ${woord}: ${WAYS[soort]}${terms === woord ? '' : ` (${terms})`}, in ${fields}`;
}

/** Searcher, question and perhaps the id of one record in; the lines to print. */
function explain(zoeker, vraag, id) {
  const { treffers, totaal, zwak, suggesties } = zoeker.zoek(vraag, { maximum: HITS });
  const lines = [`${totaal} resultaten${zwak ? ', geen daarvan past goed' : ''}${suggesties.length ? `; lijkt op: ${suggesties.join(', ')}` : ''}`];
  for (const one of id ? [id] : treffers.map((hit) => hit.id)) {
    const uitleg = zoeker.verklaar(vraag, one);
    if (!uitleg) return [`${one} staat niet in de index`];
    const { plaats, score, vastgezet, dekking, woorden } = uitleg;
    lines.push('', plaats
      ? `${plaats}. ${one}  (score ${score.toFixed(1)}, dekt ${Math.round(dekking * 100)}% van de vraag${vastgezet ? ', vastgezet: de vraag is een naam of nummer van deze pagina' : ''})`
      : `${one}: niet gevonden`, ...woorden.map(wordLine));
  }
  return lines;
}

/** Command-line words in; exit status out. */
function main([where, vraag, id], log) {
  if (!where || !vraag) {
    log('Gebruik: node tests/js/verklaar-zoek.js <site|zoekindex.json> "vraag" [record-id]');
    return 2;
  }
  for (const line of explain(kern.maak(readIndex(where)), vraag, id)) log(line);
  return 0;
}

module.exports = { explain, main };
if (require.main === module) process.exitCode = main(process.argv.slice(2), console.log);
