#!/usr/bin/env node
/*
 * Questions that follow from the index itself, for what must hold over all of a kind:
 *
 *   node tests/js/genereer-vragen.js <artikelen|namen|tikfouten> <site|zoekindex.json>
 *
 * "artikelen" refers to an article of every law in ten forms; "namen" asks for every former, regional and other name of a
 * municipality; "tikfouten" makes two typing errors in the title of every begrip, law and municipality of eight letters or
 * more. The lines have the form that scoor-zoek.js reads.
 */
'use strict';
const { generator, readIndex } = require('./scoor-zoek.js');

const FORMS = [
  (wet, afk) => `artikel 3.1 lid 2 ${wet}`, (wet, afk) => `4:84 ${afk}`, (wet, afk) => `art 44 ${wet.toLowerCase()}`, (wet, afk) => `art. 18, eerste lid, ${afk}`, (wet, afk) => `Wat staat er in artikel 7b van de ${wet}?`,
  (wet, afk) => `${afk} artikel 12`, (wet, afk) => `artikel 2.3.5, tweede lid, onderdeel a, ${wet}`, (wet, afk) => `${wet} art. 30a lid 1 sub b`, (wet, afk) => `artikelen 17 en 18 ${afk}`, (wet, afk) => `artikel IX ${wet}`
];
const answer = (ids) => ids.map((id) => ({ id, waarde: 3 }));

/** Index in; for each law and form a question, with every law of that name as a right answer. */
function articles(index) {
  const laws = index.documenten.filter((doc) => doc.soort === 'wet');
  const named = (name) => laws.filter((doc) => doc.titel === name || (doc.afkortingen || []).includes(name)).map((doc) => doc.id);
  return laws.flatMap((doc) => FORMS.map((form, i) => {
    const short = (doc.afkortingen || [doc.titel])[0];
    return { id: `artikel-${doc.id}-${i}`, soort: `vorm ${String(i + 1).padStart(2, '0')}`, vraag: form(doc.titel, short), antwoorden: answer([...new Set([doc.id, ...named(short)])]) };
  }));
}

/** Index in; for each other name of a municipality a question, with all that have it as right answers. */
function names(index) {
  const places = index.documenten.filter((doc) => doc.soort === 'gemeente');
  const all = new Map();
  for (const doc of places) for (const name of doc.gewoon || []) all.set(name, [...(all.get(name) || []), doc.id]);
  for (const doc of places) if (all.has(doc.titel)) all.get(doc.titel).push(doc.id);
  return [...all].map(([vraag, ids]) => ({ id: `naam-${vraag}`, soort: 'naam', vraag, antwoorden: answer(ids) }));
}

/** Word and random numbers in; the word with one typing error: two letters swapped, one left out, doubled or replaced. */
function wrong(word, random) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + word[at] + word.slice(at);
  return word.slice(0, at) + 'aeinorst'[Math.floor(random() * 8)] + word.slice(at + 1);
}

/** Index in; the titles of what readers look for with two typing errors in their longest word. */
function typos(index) {
  const random = generator(20261127);
  const titles = new Map();
  for (const doc of index.documenten) {
    const title = doc.titel.replace(/ \(.*/, '').toLowerCase();
    if (['begrip', 'wet', 'gemeente', 'instrument', 'organisatie'].includes(doc.soort)) titles.set(title, [...(titles.get(title) || []), doc.id]);
  }
  return [...titles].filter(([title]) => /[a-z]{8}/.test(title)).map(([title, ids]) => {
    const longest = title.match(/[a-z]+/g).sort((a, b) => b.length - a.length)[0];
    return { id: `tikfout-${ids[0]}`, soort: 'tikfout', vraag: title.replace(longest, wrong(wrong(longest, random), random)), antwoorden: answer(ids) };
  });
}

const KINDS = { artikelen: articles, namen: names, tikfouten: typos };

function main([kind, where], log) {
  if (!KINDS[kind] || !where) {
    log('Gebruik: node tests/js/genereer-vragen.js <artikelen|namen|tikfouten> <site|zoekindex.json>');
    return 2;
  }
  for (const question of KINDS[kind](readIndex(where))) log(JSON.stringify(question));
  return 0;
}

module.exports = { articles, names, typos, wrong };
if (require.main === module) process.exitCode = main(process.argv.slice(2), console.log);
