#!/usr/bin/env node
/*
 * Writes docs/assets/js/zoek-kern.min.js: the search core in the form that readers download.
 *
 *   node tests/js/verklein.js
 *
 * Run it after each change to zoek-kern.js; a test compares the fingerprint in the first line. Needs npx (terser).
 */
'use strict';
const { createHash } = require('node:crypto');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const TERSER = 'terser@5.51.2';
const SOURCE = path.join(__dirname, '../../docs/assets/js/zoek-kern.js');
const TARGET = path.join(__dirname, '../../docs/assets/js/zoek-kern.min.js');

/** Source text in; the first line that the minified file must have. */
function banner(source) {
  const fingerprint = createHash('sha256').update(source).digest('hex').slice(0, 16);
  return `/*! uit zoek-kern.js ${fingerprint} */\n`;
}

function main() {
  const small = execFileSync('npx', ['--yes', TERSER, SOURCE, '--compress', 'passes=3,inline=1,reduce_funcs=false', '--mangle', '--comments', 'false'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  fs.writeFileSync(TARGET, `${banner(fs.readFileSync(SOURCE, 'utf8'))}${small.trim()}\n`);
}

module.exports = { banner, SOURCE, TARGET };
if (require.main === module) main();
