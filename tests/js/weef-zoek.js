#!/usr/bin/env node
/*
 * Compares the search in the parts of a site, woven as a browser does it, with that in an index in one file.
 *
 *   node tests/js/weef-zoek.js <vragen.jsonl> ... <zoekindex.json> <site>
 *
 * Prints as JSON how many questions were asked, which ones have another answer (places, scores, fragments: all of it), and the
 * milliseconds of CPU until ready, from the parts.
 */
'use strict';
const fs = require('node:fs');
const kern = require('../../docs/assets/js/zoek-kern.js');
const { woven } = require('../../macros/scripts/tools/zoek.js');
const { readIndex, readParts, readQuestions, readText } = require('./scoor-zoek.js');

const CHUNK = 65536; // of a text that comes over the line
const MOST = 50; // hits that are compared

async function* chunks(text) {
  for (let from = 0; from < text.length; from += CHUNK) yield text.slice(from, from + CHUNK);
}

/** Folder of a site in; promises a searcher of its parts. */
async function weave(site) {
  const { namen, teksten } = readParts(site);
  const [names, texts] = [namen, teksten].map((list) => readText(site, list));
  const before = process.cpuUsage();
  const pieces = woven([names], chunks(texts));
  const zoeker = await kern.maakRustig(async () => (await pieces.next()).value || '', () => new Promise(setImmediate), () => performance.now());
  const { user, system } = process.cpuUsage(before);
  return [zoeker, Math.round((user + system) / 1000)];
}

async function main(files, log) {
  const site = files.pop();
  const whole = kern.maak(readIndex(files.pop()));
  const [zoeker, klaar] = await weave(site);
  const questions = files.flatMap((file) => readQuestions(fs.readFileSync(file, 'utf8'))).map((one) => one.vraag);
  const answer = (from, vraag) => JSON.stringify(from.zoek(vraag, { maximum: MOST }));
  log(JSON.stringify({ vragen: questions.length, anders: questions.filter((vraag) => answer(whole, vraag) !== answer(zoeker, vraag)), klaar_ms: klaar }));
}
main(process.argv.slice(2), console.log);
