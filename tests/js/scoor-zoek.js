#!/usr/bin/env node
/*
 * Scores the search on a set of judged questions.
 *
 *   node tests/js/scoor-zoek.js <vragen.jsonl> ... <site|zoekindex.json> [--namen] [--lek] [--afleiders 5000] [--poort] [--mis]
 *
 * The index may be the folder of a built site. One question per line: {"id", "soort", "vraag", "antwoorden": [{"id":
 * "leerpunt:alo-kop", "waarde": 3}]}; "onderwerpen" with "onderwerp" instead of "antwoorden" with "id" is read as well.
 * A question without a good answer has an empty list. An answer counts from waarde 2. --lek drops, per question, the
 * search terms that hand a right page a word it lacks itself. --afleiders adds that many records made of the corpus' own
 * words. --mis lists the questions that missed the top three. --poort does all of it and exits 1 below the gate. --json
 * prints the figures for a program. --namen searches what pages are called only, as suggestions do.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const kern = require('../../docs/assets/js/zoek-kern.js');

const GATE = { s1: 0.9, s3: 0.98, mrr: 0.94, zero: 0.005, categoryS3: 0.95, weak: 0.95, leakLoss: 0.08, distractorLoss: 0.02 };
const RIGHT = 2;
const DISTRACTORS = 5000;

/** JSONL text in; questions out. Throws with the line number when a line is not a question. */
function readQuestions(text) {
  return text.split('\n').map((line, i) => [line.trim(), i + 1]).filter(([line]) => line).map(([line, number]) => {
    let question;
    try {
      question = JSON.parse(line);
    } catch (error) {
      throw new Error(`regel ${number}: geen geldige JSON (${error.message})`);
    }
    const antwoorden = question.antwoorden || question.onderwerpen;
    if (typeof question.vraag !== 'string' || !Array.isArray(antwoorden)) throw new Error(`regel ${number}: "vraag" of "antwoorden" ontbreekt`);
    return { ...question, antwoorden: antwoorden.map((one) => ({ id: one.id || one.onderwerp, waarde: one.waarde })) };
  });
}

/** Folder of a built site in; what the parts of its index are called, as a browser is told. */
function readParts(site) {
  const told = /^KennisbankZoekindex=(\{.*\});\n$/.exec(fs.readFileSync(path.join(site, 'assets/zoekindex.js'), 'utf8'));
  if (!told) throw new Error(`${site}: assets/zoekindex.js noemt geen delen`);
  return JSON.parse(told[1]);
}

/** Folder of a built site and names of parts in; their text. */
const readText = (site, names) => names.map((name) => fs.readFileSync(path.join(site, 'assets', name), 'utf8')).join('');

/** Folder of a built site in; the text of its index of names. */
const readNames = (site) => readText(site, readParts(site).namen);

/** File name of an index, or folder of a built site, in; the index out: with the option of its names only. */
function readIndex(where, { namen = false } = {}) {
  if (!fs.statSync(where).isDirectory()) return JSON.parse(fs.readFileSync(where, 'utf8'));
  const { namen: flag, ...names } = JSON.parse(readNames(where));
  if (namen) return { ...names, namen: flag };
  const texts = JSON.parse(readText(where, readParts(where).teksten)).documenten;
  if (texts.length !== names.documenten.length) throw new Error(`${where}: ${names.documenten.length} namen, ${texts.length} teksten`);
  return { ...names, documenten: names.documenten.map((doc, i) => ({ ...doc, ...texts[i] })) };
}

/** Questions and index in; the ids of answers that the index does not have (a judged page that was renamed or removed). */
function unknownAnswers(questions, index) {
  const ids = new Set(index.documenten.map((doc) => doc.id));
  return questions.flatMap((question) => question.antwoorden.filter((answer) => !ids.has(answer.id)).map((answer) => `${question.id}: ${answer.id}`));
}

/** One question and what the searcher gave in; its marks out. */
function judge(question, outcome) {
  const right = new Set(question.antwoorden.filter((answer) => answer.waarde >= RIGHT).map((answer) => answer.id));
  const place = outcome.treffers.findIndex((hit) => right.has(hit.id)) + 1;
  return {
    question,
    negative: !question.antwoorden.length,
    s1: place === 1,
    s3: place >= 1 && place <= 3,
    rr: place >= 1 && place <= 10 ? 1 / place : 0,
    zero: outcome.totaal === 0,
    weak: outcome.zwak,
    first: outcome.treffers.slice(0, 3).map((hit) => hit.id)
  };
}

const share = (list, test) => (list.length ? list.filter(test).length / list.length : 1);
const mean = (list, value) => (list.length ? list.reduce((sum, item) => sum + value(item), 0) / list.length : 1);

/** Marks in; the figures over them. */
function figures(marks) {
  return { n: marks.length, s1: share(marks, (m) => m.s1), s3: share(marks, (m) => m.s3), mrr: mean(marks, (m) => m.rr), zero: share(marks, (m) => m.zero), weak: share(marks, (m) => m.weak) };
}

/** Marks in; figures per category, over all answerable questions and over the negatives. */
function summarise(marks) {
  const answerable = marks.filter((mark) => !mark.negative);
  const categories = {};
  for (const soort of Array.from(new Set(answerable.map((mark) => mark.question.soort))).sort()) categories[soort] = figures(answerable.filter((mark) => mark.question.soort === soort));
  return { categories, all: figures(answerable), negatives: figures(marks.filter((mark) => mark.negative)) };
}

const score = (questions, zoeker) => questions.map((question) => judge(question, zoeker.zoek(question.vraag, { maximum: 10 })));

/** A question, the searcher and its index in; per right page the search terms that supply a word the page lacks. */
function leaks(question, zoeker, byId) {
  const found = new Map();
  for (const answer of question.antwoorden.filter((one) => one.waarde >= RIGHT)) {
    const doc = byId.get(answer.id);
    if (!doc) continue;
    const only = new Set();
    for (const woord of zoeker.verklaar(question.vraag, answer.id).woorden) {
      for (const via of woord.via.filter((one) => one.soort !== 'synoniem')) {
        for (const hit of via.gevonden) if (hit.velden.every((veld) => veld === 'zoektermen' || veld === 'gewoon')) only.add(hit.term);
      }
    }
    const dropped = [...(doc.gewoon || []), ...(doc.zoektermen || [])].filter((term) => zoeker.termen(term).some((one) => only.has(one)));
    if (dropped.length) found.set(doc.id, new Set(dropped));
  }
  return found;
}

/**
 * Leaks per question in, with the words of the question; groups of questions that can be tested together: none loses a
 * search term on a page, or with a word, that another one is about. So a few indexes do instead of one per question.
 */
function grouped(list) {
  const groups = [];
  const clash = (one, other) => [...one.dropped.keys()].some((id) => other.dropped.has(id)) || [...one.lost].some((word) => other.words.has(word));
  for (const one of list) {
    const group = groups.find((members) => !members.some((other) => clash(one, other) || clash(other, one)));
    if (group) group.push(one); else groups.push([one]);
  }
  return groups;
}

/** Questions, index and searcher in; marks with the helpful search terms of the right pages removed, per question. */
function scoreLeakTested(questions, index, zoeker) {
  const byId = new Map(index.documenten.map((doc) => [doc.id, doc]));
  const words = (texts) => new Set(texts.flatMap((text) => zoeker.termen(text)));
  const marks = score(questions, zoeker);
  const affected = questions.map((question, place) => {
    const dropped = leaks(question, zoeker, byId);
    return { place, question, dropped, words: words([question.vraag]), lost: words([...dropped.values()].flatMap((terms) => [...terms])) };
  }).filter((one) => one.dropped.size);
  for (const group of grouped(affected)) {
    const dropped = new Map(group.flatMap((one) => [...one.dropped]));
    const kept = (doc, terms) => (terms || []).filter((term) => !dropped.get(doc.id).has(term));
    const documenten = index.documenten.map((doc) => (dropped.has(doc.id) ? { ...doc, gewoon: kept(doc, doc.gewoon), zoektermen: kept(doc, doc.zoektermen) } : doc));
    const without = kern.maak({ ...index, documenten });
    for (const one of group) [marks[one.place]] = score([one.question], without);
  }
  return { marks, affected: affected.length };
}

/** Seed in; a function that gives the same numbers from 0 to 1 on every machine (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Index and number in; the index with that many records added, recombined from the words of the real ones. They are of
 * a kind of their own, as heavy as the lightest real kind: a site grows by its sources and lists, not by its instruments.
 */
function withDistractors(index, number) {
  const random = generator(20261121);
  const split = (text) => (text || '').split(/\s+/).filter(Boolean);
  const titles = index.documenten.flatMap((doc) => split(doc.titel));
  const words = index.documenten.flatMap((doc) => split([doc.titel, doc.samenvatting, doc.tekst, ...(doc.delen || []).map((deel) => deel.tekst)].join(' ')));
  const gewicht = Math.min(...Object.values(index.soorten).map((soort) => soort.gewicht));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (list, least, most) => Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () => pick(list)).join(' ');
  const extra = Array.from({ length: number }, (none, i) => ({
    id: `afleider:${String(i).padStart(5, '0')}`, url: `afleider/${i}/`, titel: some(titles, 3, 7), soort: 'afleider', samenvatting: some(words, 10, 20), koppen: '', tekst: some(words, 30, 70), facetten: {}
  }));
  return { ...index, soorten: { ...index.soorten, afleider: { label: 'Afleider', gewicht } }, documenten: index.documenten.concat(extra) };
}

/** Summaries in; one Dutch line per figure that is below the gate. */
function failures(base, leak, distracted) {
  const list = [];
  const least = (naam, value, wanted) => { if (!(value >= wanted)) list.push(`${naam}: ${value.toFixed(3)}, nodig is ten minste ${wanted}`); };
  const most = (naam, value, wanted) => { if (!(value <= wanted)) list.push(`${naam}: ${value.toFixed(3)}, mag hoogstens ${wanted} zijn`); };
  least('eerste treffer goed', base.all.s1, GATE.s1);
  least('goed bij de eerste drie', base.all.s3, GATE.s3);
  least('MRR@10', base.all.mrr, GATE.mrr);
  most('vragen zonder treffer', base.all.zero, GATE.zero);
  for (const [soort, one] of Object.entries(base.categories)) least(`goed bij de eerste drie, soort ${soort}`, one.s3, GATE.categoryS3);
  least('onbeantwoordbare vragen als zwak gemeld', base.negatives.weak, GATE.weak);
  if (leak) most('verlies bij de eerste drie zonder helpende zoektermen', base.all.s3 - leak.all.s3, GATE.leakLoss);
  if (distracted) most('verlies bij de eerste drie door afleiders', base.all.s3 - distracted.all.s3, GATE.distractorLoss);
  return list;
}

const row = (naam, one) => [naam.padEnd(24), String(one.n).padStart(4), ...['s1', 's3', 'mrr', 'zero', 'weak'].map((key) => one[key].toFixed(3))].join('  ');

function report(title, summary, log) {
  log(`\n${title}`);
  log([''.padEnd(24), '   n', ' s@1 ', ' s@3 ', ' mrr ', 'nul  ', 'zwak'].join('  '));
  for (const [soort, one] of Object.entries(summary.categories)) log(row(soort, one));
  log(row('alle beantwoordbare', summary.all));
  if (summary.negatives.n) log(row('onbeantwoordbaar', summary.negatives));
}

/** Command-line words in; exit status out. */
function main(args, log) {
  const flag = (naam) => args.includes(naam);
  const at = args.indexOf('--afleiders');
  const files = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));
  const sets = files.filter((file) => file.endsWith('.jsonl'));
  if (!sets.length || files.length !== sets.length + 1) {
    log('Gebruik: node tests/js/scoor-zoek.js <vragen.jsonl> ... <site|zoekindex.json> [--namen] [--lek] [--afleiders 5000] [--poort] [--mis]');
    return 2;
  }
  const gate = flag('--poort');
  const questions = sets.flatMap((file) => readQuestions(fs.readFileSync(file, 'utf8')));
  const index = readIndex(files.find((file) => !sets.includes(file)), { namen: flag('--namen') });
  const unknown = unknownAnswers(questions, index);
  if (unknown.length && !flag('--json')) log(`Deze antwoorden staan niet in de index en tellen als niet gevonden:\n  ${unknown.join('\n  ')}`);
  const zoeker = kern.maak(index);
  const marks = score(questions, zoeker);
  const misses = (title, list) => { if (flag('--mis')) for (const mark of list.filter((one) => (one.negative ? !one.weak : !one.s3 || one.weak))) log(`  ${title} ${mark.question.id} "${mark.question.vraag}"${mark.weak ? ' (zwak)' : ''}: ${mark.first.join(', ')}`); };
  const base = summarise(marks);
  if (flag('--json')) {
    log(JSON.stringify(base));
    return unknown.length ? 1 : 0;
  }
  report(`${questions.length} vragen, ${index.documenten.length} documenten`, base, log);
  misses('gemist', marks);
  let leak = null;
  let distracted = null;
  if (gate || flag('--lek')) {
    const tested = scoreLeakTested(questions, index, zoeker);
    leak = summarise(tested.marks);
    report(`Zonder de helpende zoektermen (${tested.affected} vragen geraakt)`, leak, log);
    misses('gemist zonder zoektermen', tested.marks.filter((mark) => !mark.negative));
  }
  if (gate || at >= 0) {
    const number = at >= 0 ? Number(args[at + 1]) : DISTRACTORS;
    const many = score(questions, kern.maak(withDistractors(index, number)));
    distracted = summarise(many);
    report(`Met ${number} afleiders`, distracted, log);
    misses('gemist tussen afleiders', many.filter((mark) => !mark.negative));
  }
  if (!gate) return unknown.length ? 1 : 0;
  const failed = failures(base, leak, distracted);
  log(failed.length ? `\nOnder de poort:\n  ${failed.join('\n  ')}` : '\nDe poort is gehaald.');
  return failed.length || unknown.length ? 1 : 0;
}

module.exports = { readQuestions, readIndex, readNames, readParts, readText, unknownAnswers, judge, summarise, scoreLeakTested, withDistractors, generator, failures, main };
if (require.main === module) process.exitCode = main(process.argv.slice(2), console.log);
