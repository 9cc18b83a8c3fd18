#!/usr/bin/env node
/*
 * Makes docs/assets/js/ from the modules in this folder: classic scripts, which run from disk as well and under a strict
 * Content-Security-Policy. The site is built without Node, so what this makes is committed; a test makes it again.
 *
 *   make scripts                       writes all
 *   node macros/scripts/bundle.js DIR  writes all to DIR
 *
 * A bundle holds tools, and each tool is a module with a function `begin(window)` that shared/guard.js starts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari15.4'];

/** Bundle → its tools: [module in tools/, what a reader calls it]. */
export const BUNDLES = {
  kleurstand: [
    ['kleurstand', 'Het kiezen van kleuren'],
    ['zoekvraag', 'Het zoekveld'],
  ],
  'zoek-ui': [['zoek', 'Het zoeken']],
  zoekpagina: [['zoekpagina', 'Het zoeken']],
  pagina: [
    ['waak', 'Het waken over de hulpmiddelen'],
    ['menu', 'Het menu'],
    ['dossierlink', 'Het meenemen van een dossier'],
    ['kopieer', 'Het kopiëren'],
    ['afdrukken', 'Het afdrukken'],
    ['noten', 'De weg terug van een bron'],
    ['acties', 'De knoppen onder de titel'],
    ['lagen', 'Het openen van delen'],
  ],
  casusformulier: [['casusformulier', 'Het formulier']],
  catalogus: [['catalogus', 'Het filteren van de leerpunten']],
  delen: [['delen', 'Het laden van de hele lijst']],
  dossier: [['dossier', 'Het samenstellen van een dossier']],
  gemeentezoeker: [['gemeentezoeker', 'De gemeentezoeker']],
  meenemen: [['meenemen', 'Het kopiëren als schone tekst']],
  keuzehulp: [['keuzehulp', 'De keuzehulp']],
  vergelijken: [['vergelijken', 'Het vergelijken']],
  vragen: [['vragen', 'Het kiezen uit de vragen']],
  wijzigingen: [['wijzigingen', 'Het kiezen uit de wijzigingen']],
  probeer: [['probeer', 'Het proberen van de API']],
  inbedden: [['inbedden', 'Het inbedden']],
};

/** For the pages of others, which have none of the places that the guard of this site writes in. */
const ELSEWHERE = ['inbedden'];

/** What every page has; the rest waits until the page stands. */
const AT_ONCE = ['kleurstand', 'zoek-ui', 'zoekpagina', 'pagina'];

/** Of every page and of the heaviest: there every byte counts. Elsewhere names stay, so that who reads a script in the browser, or plants a fault in it for a test, knows it again. */
const HEAVY = ['kleurstand', 'zoek-ui', 'zoekpagina', 'pagina', 'gemeentezoeker', 'wijzigingen', 'inbedden', 'casusformulier'];

/** Name of a bundle in; its text out. */
export function bundle(name) {
  const tools = BUNDLES[name];
  const starts = AT_ONCE.includes(name) ? 'start' : 'startLater';
  const lines = tools.flatMap(([file, called], i) => [
    `import { begin as begin${i} } from './tools/${file}.js';`,
    ELSEWHERE.includes(name) ? `begin${i}(globalThis);` : `${starts}(${JSON.stringify(name)}, ${JSON.stringify(called)}, begin${i});`,
  ]);
  if (!ELSEWHERE.includes(name)) lines.unshift(`import { ${starts} } from './shared/guard.js';`);
  const { outputFiles: [{ text }] } = buildSync({
    stdin: { contents: lines.join('\n'), resolveDir: HERE, sourcefile: `${name}.js` },
    banner: { js: `/*! Gemaakt met make scripts uit macros/scripts/tools/: ${tools.map(([file]) => file).join(', ')}. Wijzig het daar. */` },
    absWorkingDir: HERE,
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    legalComments: 'none',
    logLevel: 'warning',
    minifyIdentifiers: HEAVY.includes(name),
    minifySyntax: HEAVY.includes(name),
    minifyWhitespace: true,
    target: BROWSERS,
    write: false,
  });
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = process.argv[2] || path.join(HERE, '../../docs/assets/js');
  mkdirSync(target, { recursive: true });
  for (const name of Object.keys(BUNDLES)) writeFileSync(path.join(target, `${name}.js`), bundle(name));
}
