#!/usr/bin/env node
/*
 * Writes docs/assets/js/zoek-kern.min.js: the search core in the form that readers download.
 *
 *   make scripts     or     node tests/js/verklein.js
 *
 * A test makes it again and compares.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { transformSync } = require('esbuild');

const SOURCE = path.join(__dirname, '../../docs/assets/js/zoek-kern.js');
const TARGET = path.join(__dirname, '../../docs/assets/js/zoek-kern.min.js');

/** Source text in; the text that readers download. */
function minified(source) {
  const { code } = transformSync(source, { minify: true, charset: 'utf8', legalComments: 'none', dropLabels: ['DEV'], target: ['chrome109', 'edge109', 'firefox115', 'safari15.4'] });
  return `/*! Gemaakt met make scripts uit zoek-kern.js */\n${code}`;
}

module.exports = { minified, SOURCE, TARGET };
if (require.main === module) fs.writeFileSync(TARGET, minified(fs.readFileSync(SOURCE, 'utf8')));
