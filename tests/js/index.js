/*
 * All tests of this folder, for `node --test tests/js/`: since Node 22 that runs the folder as a module. Older versions
 * look for the *.test.js files themselves.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');

for (const name of fs.readdirSync(__dirname).sort()) if (name.endsWith('.test.js')) require(path.join(__dirname, name));
