#!/usr/bin/env node
/*
 * Our search beside two others on the same build, in the same run: MiniSearch over the same index, with the same stemmer,
 * stop words, boosts, prefixes and typing errors as its manual advises, and Pagefind over the pages of the site.
 *
 *   make bench-zoeken     or     node tests/js/bench-zoek.js <site> <vragen.jsonl> ...
 *
 * Pagefind is written to a folder of its own, beside the site, and asked over HTTP on this machine, as a browser would.
 */
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const MiniSearch = require('minisearch');
const kern = require('../../docs/assets/js/zoek-kern.js');
const { judge, readIndex, readQuestions, summarise } = require('./scoor-zoek.js');

const TOP = 10;

/** Index in; a function from a question to hits, by MiniSearch. */
function miniSearch(index) {
  const join = (...parts) => parts.flat().filter(Boolean).join('\n');
  const words = (text) => kern.woorden(text, true);
  const engine = new MiniSearch({
    fields: ['titel', 'namen', 'samenvatting', 'tekst'],
    tokenize: words,
    processTerm: (word) => kern.stam(word),
    searchOptions: { boost: { titel: 3, namen: 3, samenvatting: 1.5 }, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 4 ? 0.2 : false), tokenize: words },
  });
  engine.addAll(index.documenten.map((doc) => ({
    id: doc.id, titel: doc.titel, namen: join(doc.gewoon, doc.zoektermen, doc.afkortingen, doc.nummers), samenvatting: join(doc.samenvatting, doc.koppen),
    tekst: join(doc.tekst, (doc.delen || []).map((deel) => `${deel.titel}\n${deel.tekst}`)),
  })));
  return async (question) => engine.search(question).map((hit) => ({ id: hit.id }));
}

/** Folder in; a server of its files and its address out. */
function serve(folder) {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (!file.startsWith(folder) || !fs.existsSync(file)) response.writeHead(404).end();
    else response.end(fs.readFileSync(file));
  });
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve([server, `http://127.0.0.1:${server.address().port}/`])); });
}

/** Folder of the site and index in; a function from a question to hits, by Pagefind, and one that ends it. */
async function pagefind(site, index) {
  const { createIndex, close } = await import('pagefind');
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'pagefind-'));
  const made = (await createIndex({ forceLanguage: 'nl' })).index;
  await made.addDirectory({ path: site });
  await made.writeFiles({ outputPath: out });
  await close();
  const [server, base] = await serve(out);
  const copy = path.join(out, 'pagefind.mjs');
  fs.copyFileSync(path.join(out, 'pagefind.js'), copy);
  globalThis.window = globalThis.window || globalThis;
  globalThis.document = globalThis.document || { querySelector: () => ({ getAttribute: () => 'nl' }), currentScript: null };
  globalThis.location = globalThis.location || { origin: 'https://elders.invalid', href: 'https://elders.invalid/' }; // another origin, so that it keeps the whole address
  const engine = await import(`file://${copy}`);
  await engine.options({ basePath: base, baseUrl: '/', noWorker: true });
  await engine.init('nl');
  const ids = new Map(index.documenten.map((doc) => [`/${doc.url}`, doc.id]));
  const ask = async (question) => {
    const { results } = await engine.search(question.slice(0, 200));
    const pages = await Promise.all(results.slice(0, TOP).map((one) => one.data()));
    return pages.map((page) => ({ id: ids.get(page.url.replace(/index\.html$/, '').replace(/#.*/, '')) || page.url }));
  };
  return [ask, () => { server.close(); fs.rmSync(out, { recursive: true, force: true }); }];
}

async function main([site, ...files], log) {
  if (!site || !files.length) {
    log('Gebruik: node tests/js/bench-zoek.js <site> <vragen.jsonl> ...');
    return 2;
  }
  const index = readIndex(site);
  const ours = kern.maak(index);
  const [ask, end] = await pagefind(site, index);
  const engines = { 'deze zoekmachine': async (question) => ours.zoek(question, { maximum: TOP }).treffers, MiniSearch: miniSearch(index), Pagefind: ask };
  log(['vragen'.padEnd(20), 'zoekmachine'.padEnd(18), '   n', ' s@1 ', ' s@3 ', ' mrr ', 'nul  '].join('  '));
  for (const file of files) {
    const questions = readQuestions(fs.readFileSync(file, 'utf8'));
    for (const [name, search] of Object.entries(engines)) {
      const marks = [];
      for (const question of questions) {
        const treffers = (await search(question.vraag)).slice(0, TOP);
        marks.push(judge(question, { treffers, totaal: treffers.length, zwak: false }));
      }
      const { all } = summarise(marks);
      log([path.basename(file, '.jsonl').padEnd(20), name.padEnd(18), String(all.n).padStart(4), ...['s1', 's3', 'mrr', 'zero'].map((key) => all[key].toFixed(3))].join('  '));
    }
  }
  end();
  return 0;
}

module.exports = { miniSearch, main };
if (require.main === module) main(process.argv.slice(2), console.log).then((code) => { process.exitCode = code; });
