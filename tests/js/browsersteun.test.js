'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { missing, report } = require('./browsersteun.js');

const OLD = [{ code: 'chrome', vanaf: '109' }, { code: 'firefox', vanaf: '115' }, { code: 'safari', vanaf: '15.4' }];
const css = (text) => missing(text, 'x.css', OLD).map((one) => one.name);
const js = (text) => missing(text, 'x.js', OLD).map((one) => one.name);

for (const [text, name] of [
  ['a { color: light-dark(#fff, #000); }', 'css.types.light-dark()'],
  ['a { --kleur: light-dark(#fff, #000); }', 'css.types.light-dark()'],
  ['a { color: color-mix(in srgb, red, blue); }', 'css.types.color-mix()'],
  ['a { inline-size: 10cqi; }', 'css.types.length.container_query_length_units'],
  ['a { text-wrap: balance; }', 'css.properties.text-wrap'],
  ['a::before { content: "x" / ""; }', 'css.properties.content.alt_text'],
  ['a { & b { color: red; } }', 'css.selectors.nesting'],
  ['@container (min-width: 1rem) { a { color: red; } }', 'css.at-rules.container'],
  ['@media (width >= 10rem) { a { color: red; } }', 'css.at-rules.media.range_syntax'],
  ['a:has(b) { color: red; }', 'css.selectors.has'],
  // A variable is understood too late to fall back on the line before.
  ['a { color: red; color: light-dark(var(--a), blue); }', 'css.types.light-dark()'],
]) test(`een stijl die een oude browser niet kent: ${text}`, () => assert.ok(css(text).includes(name), css(text).join()));

for (const text of [
  'a { color: red; color: light-dark(red, blue); }',
  'a { -webkit-box-decoration-break: clone; box-decoration-break: clone; }',
  'a::before { content: "x"; content: "x" / ""; }',
  '@supports (color: light-dark(red, blue)) { a { color: light-dark(red, blue); } }',
  ':root { --kb-licht: initial; --kb-donker: ; --kleur: var(--kb-licht, #fff) var(--kb-donker, #000); }',
  '@media (min-width: 10rem) { a:is(b, c):focus-visible { inset: 0; gap: clamp(1rem, 2vw, 3rem); } }',
]) test(`een stijl die werkt: ${text}`, () => assert.deepEqual(css(text), []));

for (const [text, name] of [
  ['text.toWellFormed();', 'toWellFormed'],
  ['Object.groupBy(list, key);', 'Object.groupBy'],
  ['structuredClone(x); new Intl.Segmenter("nl");', 'Intl.Segmenter'],
  ['map.values().filter(Boolean);', 'Iterator.filter'],
  ['/(?<!a)b/.test(x);', 'javascript.regular_expressions.lookbehind_assertion'],
  ['new RegExp("(?<=a)b", "g");', 'javascript.regular_expressions.lookbehind_assertion'],
  ['class A { static { run(); } }', 'javascript.classes.static.initialization_blocks'],
  ['[3].toSorted();', 'toSorted'],
  ['addEventListener("scrollend", run);', 'scrollend (event)'],
]) test(`een script dat een oude browser niet kent: ${text}`, () => assert.ok(js(text).includes(name), js(text).join()));

for (const text of [
  'text.toWellFormed?.();',
  "if ('toSorted' in list) list.toSorted();",
  'const expand = tree.expand(3); list.filter(Boolean).map(String); a ??= b?.c;',
  'list.at(-1); Object.entries(x).filter(Boolean); text.replaceAll("a", "b"); class A { #x = 1; }',
]) test(`een script dat werkt: ${text}`, () => assert.deepEqual(js(text), []));

test('een fout noemt bestand, regel, browser en wat te doen', () => {
  const [fault] = report([['docs/x.css', '\na { color: light-dark(red, blue); }']], OLD, {});
  assert.match(fault, /^docs\/x\.css:2 .*light-dark.*chrome 109 \(pas vanaf 123\).*Zet er/);
});

test('wat mag ontbreken is geen fout, maar neemt geen andere selector mee', () => {
  const missable = { 'css.selectors.has': 'x' };
  assert.deepEqual(report([['x.css', 'a:has(b) { color: red; }']], OLD, missable), []);
  assert.match(report([['x.css', 'a:has(b), c { color: red; } a:has(b) { margin: 0; }']], OLD, missable)[0], /eigen regel/);
});

test('wat mag ontbreken en nergens meer staat, is een fout', () => {
  assert.match(report([['x.css', 'a { color: red; }']], OLD, { 'css.selectors.has': 'x' })[0], /niet meer nodig/);
});
