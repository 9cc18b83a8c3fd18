#!/usr/bin/env node
/*
 * Scores the first suggestions: those that come from a few pages, before all names are indexed.
 *
 *   node tests/js/eerste-suggesties.js <vragen.jsonl> ... <site>
 *
 * Prints as JSON how many questions there are, the share that gets a first answer (one that the search is sure of) and how
 * often the right page is first, and among the first three, of those.
 */
'use strict';
const fs = require('node:fs');
const kern = require('../../docs/assets/js/zoek-kern.js');
const { near } = require('../../macros/scripts/tools/zoek.js');
const { judge, readNames, readQuestions } = require('./scoor-zoek.js');

async function main(files, log) {
  const text = readNames(files.pop());
  const questions = files.flatMap((file) => readQuestions(fs.readFileSync(file, 'utf8'))).filter((one) => one.antwoorden.length);
  const marks = [];
  for (const question of questions) {
    const outcome = kern.maak(await near(text, question.vraag, kern, () => null)).zoek(question.vraag, { maximum: 10 });
    if (outcome.totaal && !outcome.zwak) marks.push(judge(question, outcome));
  }
  const share = (test) => marks.filter(test).length / marks.length;
  log(JSON.stringify({ vragen: questions.length, getoond: marks.length / questions.length, s1: share((one) => one.s1), s3: share((one) => one.s3) }));
}
main(process.argv.slice(2), console.log);
