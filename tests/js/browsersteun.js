/*
 * Which features of our CSS and JavaScript are missing in a browser that the site says it works in?
 *
 *   kennisbank browsers | node tests/js/browsersteun.js docs/assets
 *
 * The list comes in on stdin, so that data/toegankelijkheid.yml is the only place that holds it. What browsers can do is
 * told by MDN's browser-compat-data. Parsers of others read the files; here stands only which name a thing has with MDN.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const acorn = require('acorn');
const acornWalk = require('acorn-walk');
const csstree = require('css-tree');
const { RegExpParser, visitRegExpAST } = require('@eslint-community/regexpp');
const mdn = require('@mdn/browser-compat-data');

/*
 * What may be missing, because a reader without it misses nothing but comfort. A name stands for all that begins with it.
 * A line that nothing needs any more is a fault.
 */
const MISSABLE = {
  'css.selectors.has': 'zonder staat de inhoudsopgave boven de tekst, en drukt een dossier of formulier ook de uitleg af',
  'css.at-rules.container': 'zonder staan in een vak van de matrix de naam en het teken naast elkaar',
  'css.properties.container-type': 'zie css.at-rules.container',
  'css.at-rules.page': 'alleen de marge en het nummer van een bladzijde op papier',
  'css.at-rules.media.forced-colors': 'zo’n browser heeft geen systeemkleuren',
  'css.properties.forced-color-adjust': 'zo’n browser heeft geen systeemkleuren',
  'css.at-rules.media.scripting': 'alleen dat de plaats van een formulier vrij blijft tot zijn script er is',
  'css.selectors.details-content': 'alleen op papier, en daar opent macros/scripts/tools/afdrukken.js wat dicht is',
  'css.properties.content-visibility': 'zie css.selectors.details-content',
  'css.properties.text-wrap': 'alleen waar een kop afbreekt',
  'css.properties.break-after': 'alleen waar een bladzijde op papier afbreekt',
  'css.properties.orphans': 'alleen waar een bladzijde op papier afbreekt',
  'css.properties.widows': 'alleen waar een bladzijde op papier afbreekt',
  updateCurrentEntry: 'zonder brengt Terug het dossier van toen in plaats van dat van nu',
  'css.properties.hyphens': 'alleen waar een woord afbreekt',
  'css.properties.align-content': 'de rijen van een vak met keuzen staan dan verder uit elkaar',
  'css.properties.resize': 'een telefoon heeft geen hoek om aan te trekken',
  'css.properties.cursor': 'een telefoon heeft geen muis',
  // Material's stylesheet
  'css.properties.color-adjust': 'de oude naam, naast de nieuwe; alleen op papier',
  'css.properties.scrollbar-color': 'alleen hoe een schuifbalk eruitziet',
  'css.properties.scrollbar-width': 'alleen hoe een schuifbalk eruitziet',
  'css.selectors.-webkit-scrollbar': 'alleen hoe een schuifbalk eruitziet',
  'css.selectors.-webkit-scrollbar-thumb': 'alleen hoe een schuifbalk eruitziet',
  'beforeunload (event)': 'iOS kent geen waarschuwing bij het verlaten van een pagina',
  'javascript.regular_expressions.lookbehind_assertion': 'nog te verhelpen in de zoekkern: het zoeken start niet in Safari voor 16.4',
  'auxclick (event)': 'alleen de middelste muisknop: de link opent dan zonder het dossier',
};

const SYNTAX = {
  StaticBlock: 'javascript.classes.static.initialization_blocks',
  PropertyDefinition: 'javascript.classes.public_class_fields',
  PrivateIdentifier: 'javascript.classes.private_class_fields',
  ChainExpression: 'javascript.operators.optional_chaining',
  ImportExpression: 'javascript.operators.import',
};

function entry(name) {
  let found = mdn;
  for (const part of name.split('.')) {
    found = found?.[part];
    if (found === undefined) return null;
  }
  return found.__compat ?? null;
}

function number(version) {
  const [major, minor = '0'] = version.replace('≤', '').split('.');
  return Number(major) * 1000 + Number(minor);
}

/* The browsers of the list that lack a feature, each with the version that has it. */
function lacking(compat, list) {
  return list.filter(({ code, vanaf }) => {
    const said = [compat.support[code] ?? []].flat();
    return said.length > 0 && !said.some((one) => typeof one.version_added === 'string' && one.version_added !== 'preview'
      && !one.flags && !one.prefix && !one.alternative_name && !(typeof one.version_removed === 'string' && number(one.version_removed) <= number(vanaf)) && number(one.version_added) <= number(vanaf));
  }).map(({ code, vanaf }) => {
    const first = [compat.support[code]].flat().find((one) => !one.flags && !one.prefix && typeof one.version_added === 'string');
    return `${code} ${vanaf} ${first ? `(pas vanaf ${first.version_added})` : '(nooit)'}`;
  });
}

/* Whether a browser has it at all; MDN also lists what was once thought of. */
function exists(compat) {
  return Object.values(compat.support).flat().some((one) => typeof one.version_added === 'string' && !one.flags);
}

/* Every member of an interface or builtin, by its last name. */
function byName() {
  const names = new Map();
  const add = (name, compat) => names.set(name, [...names.get(name) ?? [], compat]);
  const walk = (node, deep) => {
    for (const [name, inner] of Object.entries(node)) {
      if (name === '__compat') continue;
      if (inner.__compat && exists(inner.__compat) && (deep || /^[a-z]/.test(name))) add(name.replace(/_static$/, ''), inner.__compat);
      if (deep < 3) walk(inner, deep + 1);
    }
  };
  walk(mdn.api, 0);
  walk(mdn.javascript.builtins, 0);
  return names;
}
const MEMBERS = byName();

/* CSS functions and units by name, wherever MDN put them under the types. */
function valueParts() {
  const parts = new Map();
  const walk = (node) => {
    for (const [name, inner] of Object.entries(node)) {
      if (name === '__compat') continue;
      if (inner.__compat) parts.set(name, [...parts.get(name) ?? [], inner.__compat]);
      walk(inner);
    }
  };
  walk(mdn.css.types);
  return parts;
}
const VALUES = valueParts();

/* What a stylesheet uses: { name, compats, place, why }. */
function cssUses(text) {
  const uses = [];
  const tree = csstree.parse(text, { positions: true, parseCustomProperty: true });
  const use = (name, node, compat = entry(name)) => { if (compat) uses.push({ name, compat, line: node.loc.start.line }); };

  function value(declaration, into) {
    const put = (name, compat = entry(name)) => { if (compat) into.push({ name, compat }); };
    csstree.walk(declaration.value, (node) => {
      if (node.type === 'Function') for (const compat of VALUES.get(node.name) ?? []) put(`css.types.${node.name}()`, compat);
      else if (node.type === 'Identifier') put(`css.properties.${declaration.property}.${node.name}`);
      else if (node.type === 'Dimension' && /^[sld]v[hwib]$/.test(node.unit)) put('css.types.length.viewport_percentage_units_dynamic');
      else if (node.type === 'Dimension' && /^cq/.test(node.unit)) put('css.types.length.container_query_length_units');
      else if (node.type === 'Operator' && node.value === '/' && declaration.property === 'content') put('css.properties.content.alt_text');
    });
  }

  csstree.walk(tree, function visit(node) {
    // Who asks first whether a browser can do it, has thought of those that cannot.
    if (this.atrule?.name === 'supports' && node !== this.atrule) return;
    if (node.type === 'Atrule') use(`css.at-rules.${node.name}`, node);
    if (node.type === 'Feature') use(`css.at-rules.media.${node.name.replace(/^(min|max)-/, '')}`, node);
    if (node.type === 'FeatureRange') use('css.at-rules.media.range_syntax', node);
    if (node.type === 'NestingSelector') use('css.selectors.nesting', node);
    if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') use(`css.selectors.${node.name}`, node);
    if (node.type === 'SelectorList' && this.rule && node === this.rule.prelude && node.children.size > 1) {
      for (const selector of node.children) {
        csstree.walk(selector, {
          visit: 'PseudoClassSelector',
          enter(pseudo) { uses.push({ name: `css.selectors.${pseudo.name}`, compat: entry(`css.selectors.${pseudo.name}`), line: pseudo.loc.start.line, takesAlong: true }); },
        });
        csstree.walk(selector, {
          visit: 'PseudoElementSelector',
          enter(pseudo) { uses.push({ name: `css.selectors.${pseudo.name}`, compat: entry(`css.selectors.${pseudo.name}`), line: pseudo.loc.start.line, takesAlong: true }); },
        });
      }
    }
    if (node.type === 'Block') {
      const before = new Map();
      for (const declaration of node.children) {
        if (declaration.type !== 'Declaration') continue;
        const { property } = declaration;
        const found = [];
        const prefixed = node.children.some((other) => other.property === `-webkit-${property}`);
        if (prefixed) continue;
        if (!/^-/.test(property)) {
          const own = entry(`css.properties.${property}`);
          if (own) use(`css.properties.${property}`, declaration, own);
        }
        value(declaration, found);
        // A value that is not understood falls back on the one before it, unless it holds a variable: then it is understood too late.
        const late = csstree.find(declaration.value, (inner) => inner.type === 'Function' && inner.name === 'var') !== null;
        for (const one of found) uses.push({ ...one, line: declaration.loc.start.line, fallback: late ? [] : before.get(property) ?? [] });
        before.set(property, [...before.get(property) ?? [], found]);
      }
    }
  });
  return uses.filter((one) => one.compat);
}

function jsUses(text, file) {
  const uses = [];
  const tree = acorn.parse(text, { ecmaVersion: 2022, sourceType: file.endsWith('.mjs') ? 'module' : 'script', locations: true });
  const asked = new Set([...text.matchAll(/'(\w+)' in |typeof [\w.]*?(\w+)\b/g)].map(([, one, other]) => one ?? other));
  const use = (name, compat, node) => { if (compat) uses.push({ name, compat, line: node.loc.start.line }); };

  function expression(pattern, flags, node) {
    const at = (what) => use(`javascript.regular_expressions.${what}`, entry(`javascript.regular_expressions.${what}`), node);
    if (flags.includes('v')) { use('javascript.builtins.RegExp.unicodeSets', entry('javascript.builtins.RegExp.unicodeSets'), node); return; }
    if (flags.includes('d')) use('javascript.builtins.RegExp.hasIndices', entry('javascript.builtins.RegExp.hasIndices'), node);
    visitRegExpAST(new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern, 0, pattern.length, flags.includes('u')), {
      onAssertionEnter(assertion) { if (assertion.kind === 'lookbehind') at('lookbehind_assertion'); },
      onCapturingGroupEnter(group) { if (group.name) at('named_capturing_group'); },
      onModifiersEnter() { at('modifier'); },
      onCharacterSetEnter(set) { if (set.kind === 'property') at('unicode_character_class_escape'); },
    });
  }

  acornWalk.fullAncestor(tree, (node, _, ancestors) => {
    const parent = ancestors.at(-2);
    if (SYNTAX[node.type]) use(SYNTAX[node.type], entry(SYNTAX[node.type]), node);
    if (node.type === 'Literal' && node.regex) expression(node.regex.pattern, node.regex.flags, node);
    if (node.type === 'NewExpression' && node.callee.name === 'RegExp' && typeof node.arguments[0]?.value === 'string') expression(node.arguments[0].value, node.arguments[1]?.value ?? '', node);
    if (node.type === 'AssignmentExpression' && ['??=', '||=', '&&='].includes(node.operator)) {
      const name = { '??=': 'nullish_coalescing', '||=': 'logical_or', '&&=': 'logical_and' }[node.operator];
      use(`javascript.operators.${name}_assignment`, entry(`javascript.operators.${name}_assignment`), node);
    }
    if (node.type === 'NewExpression' && node.callee.type === 'Identifier') global(node.callee);
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier') global(node.callee);
    if (node.type === 'CallExpression' && [node.callee.name, node.callee.property?.name].includes('addEventListener') && typeof node.arguments[0]?.value === 'string') {
      const event = MEMBERS.get(`${node.arguments[0].value}_event`);
      if (event) best(`${node.arguments[0].value} (event)`, event, node);
    }
    if (node.type !== 'MemberExpression' || node.computed) return;
    const { name } = node.property;
    // x.name?.() does nothing where it is missing; `'name' in x` asks first.
    if (asked.has(name) || (parent?.type === 'CallExpression' && parent.optional && parent.callee === node)) return;
    if (node.object.type === 'Identifier') {
      const { name: owner } = node.object;
      for (const room of ['javascript.builtins', 'javascript.builtins.Intl', 'api']) {
        for (const form of [name, `${name}_static`]) {
          const compat = entry(`${room}.${owner}.${form}`);
          if (compat) { use(`${owner}.${name}`, compat, node); return; }
        }
      }
    }
    // The methods of arrays are old, those with the same name of iterators are new.
    const iterator = node.object.type === 'CallExpression' && ['values', 'keys', 'entries', 'matchAll'].includes(node.object.callee.property?.name);
    const over = iterator && node.object.callee.object.name !== 'Object' ? entry(`javascript.builtins.Iterator.${name}`) : null;
    if (over) use(`Iterator.${name}`, over, node);
    else if (parent?.type === 'CallExpression' && parent.callee === node && MEMBERS.has(name)) best(name, MEMBERS.get(name), node);
  });

  function global(identifier) {
    if (asked.has(identifier.name)) return;
    const compat = entry(`javascript.builtins.${identifier.name}`) ?? entry(`api.${identifier.name}`);
    use(identifier.name, compat, identifier);
  }
  // Without types one cannot tell whose method it is: only what every owner of that name lacks, counts.
  function best(name, compats, node) { uses.push({ name, compats, line: node.loc.start.line }); }
  return uses;
}

/* What is missing where: [{ line, name, browsers, takesAlong }]. */
function missing(text, file, list) {
  const uses = file.endsWith('.css') ? cssUses(text) : jsUses(text, file);
  const found = [];
  for (const one of uses) {
    const per = (one.compats ?? [one.compat]).map((compat) => lacking(compat, list));
    if (per.some((browsers) => browsers.length === 0)) continue;
    if (one.fallback?.some((earlier) => earlier.every(({ compat }) => lacking(compat, list).length === 0))) continue;
    found.push({ line: one.line, name: one.name, browsers: per[0], takesAlong: one.takesAlong ?? false });
  }
  return found;
}

function report(files, list, missable = MISSABLE) {
  const used = new Set();
  const faults = [];
  for (const [file, text] of files) {
    for (const { line, name, browsers, takesAlong } of missing(text, file, list)) {
      if (takesAlong) faults.push(`${file}:${line} ${name} ontbreekt in ${browsers.join(', ')}. Zo’n browser slaat de hele regel over. Zet deze selector in een eigen regel.`);
      else if (Object.keys(missable).some((known) => `${name}.`.startsWith(`${known}.`) && used.add(known))) continue;
      else faults.push(`${file}:${line} ${name} ontbreekt in ${browsers.join(', ')}. Zet er een waarde of aanpak voor die wel werkt, of vraag eerst of de browser het kan.`);
    }
  }
  for (const name of Object.keys(missable)) if (!used.has(name)) faults.push(`tests/js/browsersteun.js: ${name} staat bij MISSABLE, maar is niet meer nodig. Haal de regel weg.`);
  return [...new Set(faults)];
}

function read(folder) {
  return fs.readdirSync(folder, { recursive: true }).sort().filter((name) => /\.(css|m?js)$/.test(name))
    .map((name) => [path.posix.join(folder, name.split(path.sep).join('/')), fs.readFileSync(path.join(folder, name), 'utf8')]);
}

module.exports = { missing, report, read };

if (require.main === module) {
  const list = JSON.parse(fs.readFileSync(0, 'utf8'));
  const files = read(process.argv[2]);
  const faults = report(files, list);
  for (const fault of faults) console.error(fault);
  if (!faults.length) console.log(`De browsers die wij noemen kunnen wat ${files.length} stijlbladen en scripts vragen.`);
  process.exitCode = faults.length ? 1 : 0;
}
