#!/usr/bin/env node
/*
 * Measures the search: weight, time until ready, time per question.
 *
 *   node tests/js/meet-zoek.js <site|zoekindex.json> [vragen.jsonl ...] [--afleiders 5000]
 *
 * Without a file of questions it makes its own from the titles: whole, half typed, with a typing error, three words.
 * Each question is asked three times and the shortest counts: the rest is the machine doing something else.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { performance } = require('node:perf_hooks');
const kern = require('../../docs/assets/js/zoek-kern.js');
const { readIndex, readQuestions, withDistractors } = require('./scoor-zoek.js');

const SCRIPTS = path.join(__dirname, '../../docs/assets/js');

/** File name in; its size in bytes after gzip -9. */
const gz = (file) => zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length;

/** Numbers and a share in; the value below which that share of the numbers lies. */
function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Index in; questions made from its titles: whole, half typed, two letters swapped, the first three words. */
function questionsFrom(index) {
  return index.documenten.filter((doc, i) => i % 7 === 0).slice(0, 150).flatMap(({ titel }) => {
    const middle = Math.floor(titel.length / 2);
    return [titel, titel.slice(0, middle), titel.slice(0, middle) + titel.slice(middle, middle + 2).split('').reverse().join('') + titel.slice(middle + 2), titel.split(' ').slice(0, 3).join(' ')];
  });
}

/** Index in; the number of words a reader can search for. */
function wordsIn({ documenten }) {
  const texts = documenten.flatMap((doc) => [doc.titel, doc.samenvatting, doc.tekst, ...(doc.zoektermen || []), ...(doc.delen || []).flatMap((deel) => [deel.titel, deel.tekst])]);
  return texts.reduce((sum, text) => sum + (text || '').split(/\s+/).filter(Boolean).length, 0);
}

/** Index and questions in; milliseconds until ready (first, its CPU time, median of five) and per question (p50, p95, longest). */
function measure(index, questions) {
  const ready = [];
  let zoeker;
  let cpu = 0; // of the first time: says more than the clock when the machine is busy
  for (let i = 0; i < 5; i++) {
    const before = process.cpuUsage();
    const start = performance.now();
    zoeker = kern.maak(index);
    ready.push(performance.now() - start);
    if (!i) cpu = process.cpuUsage(before).user / 1000;
  }
  const times = questions.map((question) => Math.min(...[1, 2, 3].map(() => {
    const start = process.cpuUsage();
    zoeker.zoek(question, { maximum: 20 });
    return process.cpuUsage(start).user / 1000;
  })));
  return { first: ready[0], cpu, median: quantile(ready, 0.5), p50: quantile(times, 0.5), p95: quantile(times, 0.95), longest: quantile(times, 1) };
}

function main(args, log) {
  const at = args.indexOf('--afleiders');
  const [file, ...sets] = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));
  if (!file) {
    log('Gebruik: node tests/js/meet-zoek.js <site|zoekindex.json> [vragen.jsonl ...] [--afleiders 5000]');
    return 2;
  }
  const index = readIndex(file);
  const questions = sets.length ? sets.flatMap((set) => readQuestions(fs.readFileSync(set, 'utf8'))).map((one) => one.vraag) : questionsFrom(index);
  for (const name of ['zoek-kern.min.js', 'zoek-ui.js', 'zoekpagina.js']) log(`${name.padEnd(20)} ${String(gz(path.join(SCRIPTS, name))).padStart(6)} bytes gz`);
  const packed = zlib.brotliCompressSync(JSON.stringify(index)).length;
  const words = wordsIn(index);
  log(`${'zoekindex'.padEnd(20)} ${String(packed).padStart(6)} bytes br, ${words} woorden: ${(packed / words).toFixed(2)} kB per 1.000 woorden`);
  const sizes = at < 0 ? [0] : [0, Number(args[at + 1])];
  for (const extra of sizes) {
    const measured = measure(extra ? withDistractors(index, extra) : index, questions);
    log(`\n${index.documenten.length + extra} documenten, ${questions.length} vragen`);
    log(`klaar om te zoeken   eerste keer ${measured.first.toFixed(0)} ms (${measured.cpu.toFixed(0)} ms rekentijd), mediaan ${measured.median.toFixed(0)} ms`);
    log(`rekentijd per vraag  p50 ${measured.p50.toFixed(1)} ms, p95 ${measured.p95.toFixed(1)} ms, langste ${measured.longest.toFixed(1)} ms`);
  }
  return 0;
}

module.exports = { gz, quantile, questionsFrom, measure };
if (require.main === module) process.exitCode = main(process.argv.slice(2), console.log);
