/*
 * Search core: BM25+ under a Dutch layer. Pure: no DOM, no network, no clock of its own, so the same file runs in a browser
 * (also from file://) and in Node, and the same index and question always give the same answer.
 *
 *   const zoeker = KennisbankZoek.maak(index);                        // at once
 *   const zoeker = await KennisbankZoek.maakRustig(index, pauze, klok); // in slices of a few milliseconds
 *   zoeker.zoek('geen adres', {facetten: {leefgebied: ['wonen']}, maximum: 20});
 *   zoeker.verklaar('geen adres', 'begrip:briefadres');
 *
 * Index: {versie: 2, soorten: {soort: {label, gewicht}}, facetten: {facet: {label, termen: {waarde: label}}},
 * synoniemen: [[term, ...] or {termen, gebruik}], licht: [word, ...], elders: [word, ...], documenten: [{id, url, titel, soort, samenvatting, koppen, tekst, gewoon,
 * zoektermen, afkortingen, nummers, artikelen, datum, denkbeeldig, doe, facetten: {facet: [waarde]}, delen: [{anker, titel,
 * tekst}]}]}. With "namen" only what pages are called is searched; their summaries are just shown. "gewoon" are names and words that stand on the page, "zoektermen" words that do not; "artikelen" are [wet,
 * artikel] pairs that the page names; "doe" is the name of a tool; "licht" are words that tell little of a subject, however rare they
 * are on the site: whom it is about, what people always say; "elders" are words of things that the site does not treat. The text of a part (deel) is not repeated in "tekst".
 *
 * The stemmer follows Snowball's "dutch" algorithm (snowballstem.org, BSD-3-Clause), written anew for folded text.
 */
(function (root, make) {
  'use strict';
  if (typeof module === 'object' && module.exports) module.exports = make();
  else root.KennisbankZoek = make();
})(globalThis, function () {
  'use strict';

  const MAX_CHARS = 6000; // of a question: longer input is a pasted document, not a question
  const MAX_WORDS = 20;
  const MAX_WORD_LENGTH = 60;
  const MAX_GUESSES = 6; // words in one question that we look up as typing errors
  const WEAK = 0.76; // below this, share of the question (by information) and words found together, the best page is "weak"
  const EACH = 0.2; // what a word found adds to that share: two say more than one
  const LACK = 0.08; // what is taken off for the rarest word that the page lacks, by how much rarer it is than RARE: it may be the subject
  const RARE = 4; // on one page in 55
  const LEAST = [1, 0.7, 0.7, 1, 0.8]; // what a word says by the best field that has it: one word of many, and running text, less
  const TAIL = 0.04; // hits that score less than this share of the best one are left out
  const LENGTH = 180; // characters of a fragment
  const NAME = 3.2; // how much more a page scores of which a name is the whole question
  const AROUND = 1; // what a stop word that a name and the question share says
  const PINNED = 1.2; // and one of which a search term is, in any order or inflection
  const LITERAL = 1.6; // and letter for letter
  const PIECE = 1500; // characters of a text that we read at once
  const TOOL = 0.6; // likeness of the question to a name of a tool from where we offer it
  const BREAK = '\n\u0001\n'; // between texts that are read at once; no rule of `fold` looks past it
  const SLICE = 16; // ms of building before the page may breathe
  const FIELDS = ['titel', 'gewoon', 'zoektermen', 'samenvatting', 'tekst']; // headings count as summary, labels as text
  const BOOST = [3.5, 3, 3, 1.5, 1];
  const BM25 = { k: 1.2, b: [0.7, 0.2, 0.2, 0.7, 0.7], d: 0.5 }; // many words of readers are no reason to weigh each less
  const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|\u0001/gu;

  // "let" is absent on purpose: it is the name of an instrument. So are "geen", "niet" and "zonder": they change meaning.
  const STOP = new Set(('de het een en of maar want dus als dan dat die dit deze er hier daar wie wat waar welke welk wanneer waarom hoe hoeveel ik jij je u hij zij ze we wij ' +
    'jullie mij me mijn uw zijn haar hun ons onze hem zich zelf van in op te aan met voor door bij uit om over naar tot tegen tussen na af onder per via is ' +
    'ben bent was waren wordt worden werd geweest heeft heb hebt hebben had hadden kan kunnen kun kon mag mogen moet moeten wil wilt willen zal zullen zou ' +
    'zouden gaat gaan doe doet doen krijg krijgt krijgen kreeg gekregen komt komen maakt ook al nog wel nu toch weer meer veel heel erg zo toe iets iemand ' +
    'alle alles elkaar zoals omdat voordat nadat zodat sinds tijdens terwijl daarom elk elke ieder iedereen even eerst graag nodig betekent werkt kwam ' +
    'kwamen deed gedaan staat staan stond geeft geven lukt blijft gebeurt morgen vandaag the and for my are to with on an how what when where which who can ' +
    'do does did get you your they their from at it this be been have has not no or if by as will would should could there about into us our were he she ' +
    'his him got because still just so vanwege wegens word ga ging gingen nou hierdoor daardoor waardoor waarvan hiervan daarvan daarop hierop waarop ' +
    'daarna daarbij hierbij waarbij intussen inmiddels ondertussen anders steeds telkens alvast pas zodra hetzelfde dezelfde degene zulke beide after ' +
    'before while since until these those them than then too very really being having its also only more any some every again now already through without ' +
    'waarvoor waarover waarmee daarvoor hierover hiervoor ervoor ervan ermee erover zoiets').split(' '));
  // Of these, the ones with which any question may begin; the others tell apart what asks the same thing: "kan ik hierop vertrouwen".
  const FRAME = new Set('de het een en of in op te aan met voor door bij uit van om over naar tot wat is zijn was betekent dat die dit deze er the and for to on an what it of a'.split(' '));
  // With the stop words, corpus words that are no compound parts: they would cut "terugkeer" in two.
  const PARTICLE = new Set('terug heen samen boven buiten binnen achter langs rond mede niet vast verder heden eren baar loos lijk'.split(' '));
  const LINKS = ['', 's', 'e', 'en', 'n', 'er'];
  // In a main clause the front part of such a verb stands at the end or alone: "ik woon samen", "sluit mij af".
  const BEHIND = /^(?:samen|terug|weg|mee|kwijt|toe|vast|los|stop|af|aan|uit|in|op|over|na|bij)$/;
  const LOOSE = /^(?:samen|terug|weg|kwijt)$/; // no prepositions
  const APART = /^(?:aan|achter|af|bij|door|in|mee|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit|voor|weg)(?=.{5})/; // "tegenspreken", "spreken tegen"

  // Past participles that change their vowel, as they end, and the verb: "ingetrokken" is "intrekken", "afgewezen" "afwijzen".
  const STRONG = ('trokken:trekken nomen:nemen sloten:sluiten schreven:schrijven wezen:wijzen bleven:blijven holpen:helpen vonden:vinden sproken:spreken broken:breken ' +
    'stolen:stelen dwongen:dwingen loren:liezen boden:bieden dreven:drijven stegen:stijgen leden:lijden storven:sterven dwenen:dwijnen drogen:driegen kozen:kiezen ' +
    'zonden:zenden bonden:binden schonken:schenken worpen:werpen bracht:brengen kocht:kopen zocht:zoeken dacht:denken daan:doen slagen:slaan').split(' ').map((pair) => pair.split(':'));

  /** Function of a string in; the same function, that does each string once. */
  function memo(make) {
    const known = new Map();
    return (word) => {
      let found = known.get(word);
      if (found === undefined) known.set(word, found = make(word));
      return found;
    };
  }

  // ---- words ----------------------------------------------------------------------------------------------------------

  // Letters of other alphabets that look like ours: a word that mixes them was pasted or is a joke.
  const TWINS = Object.fromEntries([...'аaеeоoрpсcуyхxіiѕsјjкkмmтtвbнhαaοoεeρpνvκkτtιiυu'].reduce((pairs, letter, i, all) => (i % 2 ? pairs : pairs.concat([[letter, all[i + 1]]])), []));

  // What is not plain ASCII without accents, invisible characters and fancy dashes and quotes; the same few come over and over.
  const ascii = memo((letters) => letters.normalize('NFKD').replace(/[\p{Mn}\p{Default_Ignorable_Code_Point}\ufffd]/gu, '').replace(/\p{Pd}/gu, '-')
    .replace(/[\u2018\u2019\u02bc\u2032]/g, "'").replace(/ß/g, 'ss'));

  /** Text in; the same text in lower case, without accents, invisible characters and fancy dashes and quotes. */
  function plain(text) {
    const lower = String(text).toLowerCase().replace(/`/g, "'");
    if (!/[^\x00-\x7f]/.test(lower)) return lower;
    const found = lower.replace(/[^\x00-\x7f]+/g, ascii);
    if (!/[\u0370-\u04ff]/.test(found)) return found;
    return found.replace(/\S*[\u0370-\u04ff]\S*/g, (word) => (/[a-z]/.test(word) ? Array.from(word, (letter) => TWINS[letter] || letter).join('') : word));
  }

  /** Text in; the same text with the spellings of one thing made one. */
  function fold(text) {
    let folded = plain(text);
    const has = (letter) => folded.includes(letter);
    if (has("'")) folded = folded.replace(/([a-z])'(?=[a-z])/g, '$1'); // zzp'er
    if (has('&')) folded = folded.replace(/([a-z])&(?=[a-z])/g, '$1en'); // J&V, JenV
    if (has('.')) folded = folded.replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1'); // m.v.t.
    return folded.replace(/\b(\d{1,3})\.(?=\d{3}\b)|\b(\d\d)\s(?=\d{3}\b)/g, '$1$2'); // 3.480, 34 477
  }

  /**
   * Texts in, and what to do with each word, with the pieces of a hyphenated word joined, and at the end of each text. In one
   * go: a text costs more than its letters.
   */
  function eachWord(texts, word, tie, end) {
    const folded = fold(texts.join(BREAK) + BREAK);
    for (const match of folded.match(/[^\x00-\x7f]/.test(folded) ? WORD : /[a-z0-9]+(?:-[a-z0-9]+)*|\u0001/g)) {
      if (match === '\u0001') end();
      else if (match.indexOf('-') < 0) word(match);
      else {
        const pieces = match.split('-');
        pieces.forEach(word);
        tie(pieces.join(''));
      }
    }
  }

  /** Text in; its words in order. A hyphenated word gives its pieces, and joined as well when asked. */
  function tokens(text, joined) {
    const list = [];
    const add = (word) => { list.push(word); };
    eachWord([text], add, joined ? add : () => {}, () => {});
    return list;
  }

  const number = (word) => /\d/.test(word);

  /** Words in; the ones that carry meaning, or all of them when none does. */
  function content(words) {
    const kept = words.filter((word) => !STOP.has(word) && (word.length > 1 || number(word)));
    return kept.length ? kept : words;
  }

  const VOWEL = 'aeiouy';
  const isVowel = (letter) => VOWEL.indexOf(letter) >= 0; // "Y" and "I" (consonants, see below) are not in it

  function region(word, from) {
    for (let i = from + 1; i < word.length; i++) if (!isVowel(word[i]) && isVowel(word[i - 1])) return i + 1;
    return word.length;
  }

  /** Folded word in; its stem. Snowball "dutch" plus a few additions of our own, at the end. */
  function stem(word) {
    if (word.length < 3 || number(word)) return word;
    let w = word;
    if (w.indexOf('y') >= 0) w = w.replace(/^y|([aeiouy])y/g, (m, v) => (v || '') + 'Y');
    if (w.indexOf('i', 1) > 0) w = w.replace(/([aeiouy])i(?=[aeiouy])/g, '$1I');
    const first = region(w, 0);
    const r1 = Math.max(first, 3);
    const r2 = region(w, first);
    const undouble = () => { if (/(kk|dd|tt)$/.test(w)) w = w.slice(0, -1); };
    const ends = (suffix, r) => w.endsWith(suffix) && w.length - suffix.length >= r;
    const before = (suffix) => w[w.length - suffix.length - 1] || '';
    const cut = (suffix) => { w = w.slice(0, -suffix.length); };
    const en = (suffix) => {
      if (ends(suffix, r1) && !isVowel(before(suffix)) && !w.slice(0, -suffix.length).endsWith('gem')) { cut(suffix); undouble(); }
    };
    if (w.endsWith('heden')) { if (ends('heden', r1)) w = w.slice(0, -3) + 'id'; } // heden -> heid
    else if (w.endsWith('ene')) en('ene');
    else if (w.endsWith('en')) en('en');
    else for (const s of ['se', 's']) if (w.endsWith(s)) {
      if (ends(s, r1) && !isVowel(before(s)) && before(s) !== 'j') cut(s);
      break;
    }
    let cutE = false;
    const dropE = () => { if (ends('e', r1) && !isVowel(before('e'))) { cut('e'); undouble(); cutE = true; } };
    dropE();
    if (ends('heid', r2) && before('heid') !== 'c') { cut('heid'); en('en'); }
    if (ends('end', r2) || ends('ing', r2)) {
      cut('ing');
      if (ends('ig', r2) && before('ig') !== 'e') cut('ig'); else undouble();
    } else if (ends('ig', r2)) { if (before('ig') !== 'e') cut('ig'); } else if (ends('lijk', r2)) { cut('lijk'); dropE(); } else if (ends('baar', r2)) cut('baar');
    else if (ends('bar', r2) && cutE) cut('bar');
    // From here on by its last letters, without regular expressions: this runs for every word of the site.
    const last = (n) => w[w.length - n] || '';
    const drop = () => { w = w.slice(0, -1); };
    if (last(2) === last(3) && 'aeou'.includes(last(2)) && last(4) && !isVowel(last(4)) && last(1) !== 'I' && !isVowel(last(1))) w = w.slice(0, -2) + last(1);
    w = w.toLowerCase();
    if (w.endsWith('kinder')) w = w.slice(0, -2);
    if (last(1) === last(2) && last(1) >= 'b' && last(1) <= 'z' && !'eiou'.includes(last(1))) drop(); // gezinn
    if ('zv'.includes(last(1)) && 'aeiouylnr'.includes(last(2)) && w.length > 1) w = w.slice(0, -1) + (last(1) === 'z' ? 's' : 'f'); // huiz, briev, but not awbz
    if (last(1) === 's' && w.length > 3 && !'ijy'.includes(last(2))) drop(); // mens(en), clausule(s), foto's
    if (last(1) === 'e' && w.length > 1 && !isVowel(last(2))) drop();
    return w;
  }

  /** Text in; one string that is equal for all ways to write the same name: "ALO-kop", "alo kop", "Alokop". */
  const key = (text) => tokens(text).join('');

  /**
   * Text in; the identifiers in it, most precise first: BWB-id, ECLI, Staatsblad, law of the EU, CBS code, Kamerstuk. "34 477, nr. 84"
   * gives 34477-84 and then its dossier 34477.
   */
  function identifiers(text) {
    const folded = fold(text);
    let m = /\bbwb([a-z]?)\W?(\d{5,7})\b/.exec(folded);
    if (m) return ['bwb' + (m[1] || 'r') + m[2].padStart(7, '0')];
    m = /\becli\W*[a-z]{2}\W*([a-z]{2,7})\W*(\d{4})\W*([a-z]*\d\w*)/.exec(folded);
    if (m) return ['ecli' + m[1] + m[2] + m[3]];
    m = /\b(?:stb|staatsblad)\W*(\d{4})\W*(?:nr\W*)?(\d{1,4})\b/.exec(folded);
    if (m) return ['stb' + m[1] + '-' + m[2]];
    m = /\b(?:verordening|richtlijn|eu|nr)\W*(?:\(\w+\)\W*)?(?:nr\W*)?(\d{4})\/(\d{1,4})\b|\b3(\d{4})[rl](\d{4})\b/.exec(folded);
    if (m) return ['eu' + (m[1] || m[3]) + '-' + Number(m[2] || m[4])];
    m = /\bgm\W?(\d{1,4})\b/.exec(folded);
    if (m) return ['gm' + m[1].padStart(4, '0')];
    m = /\b(\d{5})(?!\d)((?:[\s,.;:-]+(?:nrs?\b[\s.]*)?(?:[a-z]{1,5}|\d{1,4})\b){0,2})/.exec(folded);
    if (!m) return [];
    const parts = (m[2].match(/[a-z\d]+/g) || []).filter((part) => !/^nrs?$/.test(part));
    const found = [];
    for (let n = parts.length; n >= 0; n--) found.push([m[1]].concat(parts.slice(0, n)).join('-'));
    return found;
  }

  // ---- references to articles -----------------------------------------------------------------------------------------

  const ORDINALS = 'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde'.split(' ');
  const NUMERALS = 'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig'.split(' ');
  const NUMBER = '\\d{1,4}(?:[.:]\\d{1,4}){0,2}(?:\\s?(?:bis|ter|quater)\\b|[a-z]{1,3})?';
  const LID = new RegExp(`\\b(?:lid|leden)[\\s.]*(\\d{1,2}[a-z]?)\\b|\\b(${ORDINALS.join('|')})\\s+lid\\b|\\b(\\d{1,2})(?:e|de|ste)\\s+lid\\b`, 'g');
  const PART = /\b(?:aanhef\s+en\s+)?(?:onderdeel|onder|sub|letter)\s*([a-z]|\d{1,2})(?:\u00b0|\b)|\b(?:aanhef|(?:eerste|tweede|derde|laatste)\s+(?:vol)?zin|e\.?\s?v\.?)(?=[\s,;.]|$)/g;
  const STRUCTURE = /(?:\u00a7|\b(?:hoofdstuk|(?:onder)?afdeling|titel|paragraaf|bijlage|boek|chapter)\b)[\s.]*(?:\d{1,2}[a-z]?(?:[.:]\d{1,2}){0,3}[a-z]?|[ivx]{1,5})(?![a-z\d])/;
  const ARTICLE = new RegExp(`\\b(?:artikel(?:en)?|artt?|article|section)\\b[\\s.]*(?:nr[\\s.]*)?(${NUMBER}|[ivxl]{1,6})(?![a-z\\d])(?:(?:\\s*[,-]\\s*|\\s+(?:en|of|t/m|tot en met)\\s+)(${NUMBER})(?![a-z\\d:.]))?`);
  const COLON = /(?<![\d:.])(\d{1,2}:\d{1,4}[a-z]{0,3})(?![a-z\d:])/;
  const DOTTED = /(?<![\d:.])(\d{1,2}(?:\.\d{1,3}){1,2}[a-z]{0,3})(?![a-z\d]|\.\d)/;
  const BARE = /(?<![\d:.-])(\d{1,3}[a-z]{0,2}|\d{1,2}(?:\.\d{1,3}){1,2}[a-z]{0,3})(?![a-z\d:-]|\.\d)/;

  /**
   * Text in; the articles of a law that it names and the text without them: "art. 18, eerste lid, Pw" gives
   * {artikelen: ['18'], lid: '1', rest: 'pw'}. "los" is a number that may be one, if the rest is exactly the name of a law.
   */
  function articles(text) {
    let lid = null;
    let rest = plain(text).replace(/(\d[a-z]{0,2})(lid|onder)/g, '$1 $2').replace(/\b(?:wets)?(a[a-z]{4,8})(?=[\s.]*\d)/g, (all, word) => (distance(word, 'artikel', 2) < 3 ? 'artikel' : all))
      .replace(RegExp(`\\b(artikel|art\\.?)\\s+(${NUMERALS.join('|')})\\b`), (all, word, name) => word + ' ' + (NUMERALS.indexOf(name) + 1))
      .replace(/(\d[a-z]{0,3})\((\d{1,2}[a-z]?)\)/, (all, article, nth) => { lid = nth; return article + ' lid ' + nth; });
    rest = rest.replace(LID, (all, one, word, nth) => { lid = lid || one || nth || String(ORDINALS.indexOf(word) + 1); return ' '; });
    const match = ARTICLE.exec(rest) || COLON.exec(rest) || (lid && (DOTTED.exec(rest) || BARE.exec(rest)));
    const los = match ? null : DOTTED.exec(rest) || BARE.exec(rest);
    const structure = match ? null : STRUCTURE.exec(rest);
    const found = match || structure || los;
    if (!found) return { artikelen: [], lid: null, los: false, rest: '' };
    rest = (rest.slice(0, found.index) + ' ' + rest.slice(found.index + found[0].length)).replace(PART, ' ');
    for (let next = ARTICLE.exec(rest); next; next = ARTICLE.exec(rest)) rest = rest.slice(0, next.index) + ' ' + rest.slice(next.index + next[0].length); // "jo. artikel 7"
    const book = /^(\d{1,2}):/.exec(found[1] || '');
    if (book && /\bbw\b|burgerlijk wetboek/.test(rest)) rest += ' boek ' + book[1];
    rest = rest.replace(/\b(?:van|de|het|uit|in|jo|juncto|lid|staat|zegt|wat|is|art|artikel(?:en)?)\b|[,;()?!]/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '').replace(/\s+/g, ' ');
    return { artikelen: structure ? [] : found.slice(1, 3).filter(Boolean).map((one) => one.replace(/\s/g, '')), lid, los: !match, deel: Boolean(structure), rest };
  }

  /** Folded word in; how it sounds, roughly: "hardhijdsclousule" is "hardheidsclausule". */
  function sound(word) {
    return word.replace(/ei|y/g, 'ij').replace(/au/g, 'ou').replace(/ph/g, 'f').replace(/th/g, 't').replace(/sch(?=[mnlrw]|$)/g, 's').replace(/c(?=[eiy])/g, 's').replace(/ch/g, 'g').replace(/ck|c|q/g, 'k')
      .replace(/x/g, 'ks').replace(/ie/g, 'i').replace(/dt?$/, 't').replace(/v/g, 'f').replace(/z/g, 's').replace(/(.)\1+/g, '$1');
  }

  /** Two words and the largest distance; their edit distance, two swapped letters counting once, or limit + 1. */
  function distance(a, b, limit) {
    let older = [];
    let old = [];
    let row = [];
    for (let j = 0; j <= b.length; j++) old[j] = j;
    for (let i = 1; i <= a.length; i++) {
      row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        if (Math.abs(i - j) > limit) { row[j] = limit + 1; continue; }
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        let value = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, older[j - 2] + 1);
        row[j] = value;
        if (value < least) least = value;
      }
      if (least > limit) return limit + 1;
      older = old;
      old = row;
    }
    return old[b.length];
  }

  const letters = (word) => word.split('').sort().join('');

  function letterMask(word) {
    let mask = 0;
    for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
    return mask;
  }

  function bits(n) {
    let count = 0;
    for (; n; n &= n - 1) count++;
    return count;
  }

  const question = (vraag) => String(vraag ?? '').slice(0, MAX_CHARS).trim();
  const own = (object, name) => (Object.prototype.hasOwnProperty.call(object ?? {}, name) ? object[name] : undefined);
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  // ---- vocabulary -----------------------------------------------------------------------------------------------------

  /** Corpus words in (Map word -> {times}); what we can ask of that vocabulary. */
  function vocabulary(entries) {
    const times = (word) => { const entry = entries.get(word); return entry ? entry.times : 0; };
    const splits = [new Map(), new Map(), new Map()]; // by how often a part must occur
    const stemOfOther = memo(stem);
    const stemOf = (word) => { const entry = entries.get(word); return entry ? entry.stem : stemOfOther(word); };
    function isPart(word, least) {
      const entry = word.length > 3 || word === 'wet' ? entries.get(word) : undefined;
      return entry !== undefined && entry.times >= least && !PARTICLE.has(word) && !STOP.has(word);
    }
    // Made when first needed: all words, the letters in each, and by their first four letters those that may begin a compound.
    let words = null;
    let masks = null;
    let fronts = null;

    /** Word in; the corpus words with which it begins, short ones first. */
    function heads(word, least) {
      if (!fronts) {
        fronts = new Map();
        for (const one of entries.keys()) {
          const four = one.slice(0, 4);
          if (!isPart(one, 0)) continue;
          if (fronts.has(four)) fronts.get(four).push(one); else fronts.set(four, [one]);
        }
      }
      const found = [];
      for (const one of fronts.get(word.slice(0, 4)) || []) if (one.length < word.length - 2 && word.startsWith(one) && times(one) >= least) found.push(one);
      return found.length > 1 ? found.sort((a, b) => a.length - b.length) : found;
    }

    // The best way to cut in two: the one whose rarer half is the commonest.
    function halves(word, least, first = heads(word, least)) {
      let best = null;
      let score = 0;
      for (const head of first) {
        for (const link of LINKS) {
          if (!word.startsWith(link, head.length)) continue;
          const tail = word.slice(head.length + link.length);
          if (!isPart(tail, least)) continue;
          const value = Math.min(times(head), times(tail)) + 0.5; // 0: a word of a synonym only
          if (value > score) { score = value; best = [head, tail]; }
        }
      }
      return best;
    }

    /** Word in; its parts (corpus words, two or else three), or an empty list. */
    function split(word, least) {
      if (word.length < 7 || number(word)) return [];
      let parts = splits[least].get(word);
      if (parts) return parts;
      const first = heads(word, least);
      parts = halves(word, least, first);
      for (const head of parts ? [] : first) {
        for (const link of LINKS) {
          const rest = !parts && word.startsWith(link, head.length) && halves(word.slice(head.length + link.length), least);
          if (rest) parts = [head].concat(rest);
        }
      }
      splits[least].set(word, parts = parts || []);
      return parts;
    }

    const heard = memo(sound);

    return {
      stemOf,
      split,
      has: (word) => entries.has(word),
      /** Word in; the stems to index it under: its own and those of its parts, and of their parts. */
      expand(word) {
        const found = new Set([stemOf(word)]);
        for (const part of split(word, 2)) {
          found.add(stemOf(part));
          for (const piece of split(part, 2)) found.add(stemOf(piece));
        }
        return [...found];
      },
      /** Start of a word in; the commonest corpus words that continue it. */
      startingWith(start) {
        words = words || [...entries.keys()];
        return words.filter((word) => word.startsWith(start) && word !== start).sort((a, b) => times(b) - times(a) || compare(a, b)).slice(0, 40);
      },
      /** Unknown word in; the nearest corpus words as [word, distance], nearest first. */
      near(word, limit) {
        const mask = letterMask(word);
        words = words || [...entries.keys()];
        masks = masks || words.map(letterMask);
        const said = sound(word);
        const found = [];
        for (let i = 0; i < words.length; i++) {
          const other = words[i];
          if (Math.abs(other.length - word.length) > 2 || other.length < 4 || other[0] !== word[0] && bits(masks[i] ^ mask) > 2 * limit) continue;
          if (bits(masks[i] ^ mask) > 6) continue;
          let d = heard(other) === said ? 0.8 : distance(word, other, limit);
          if (d > limit && word.length > 9) d = 0.8 + distance(said, heard(other), 1); // long, and two kinds of errors
          const dropped = other.length > word.length && other[0] === word[0] && other.endsWith(word.slice(-1));
          if (word.length < 5 && d > 0.8 && !dropped && letters(word) !== letters(other)) continue; // short: as it sounds, a letter left out, or two swapped
          if (d <= limit) found.push([other, d + (other[0] === word[0] ? 0 : 0.5)]);
        }
        return found.sort((a, b) => a[1] - b[1] || times(b[0]) - times(a[0]) || compare(a[0], b[0])).slice(0, 6);
      }
    };
  }

  // ---- the searcher ---------------------------------------------------------------------------------------------------

  const WAIT = 'wait'; // what building yields when it needs more of the index

  /**
   * Index in, and what gives its next document (null: not here yet, undefined: that was all); a searcher out, built in small
   * steps: it yields after each. Throws an Error when the index is not one of ours.
   */
  function* build(index, next) {
    if (!index || index.versie !== 2 || !Array.isArray(index.documenten)) throw new Error('zoekindex: onbekend of beschadigd');
    const docs = [];
    const facets = index.facetten || {};
    const facetNames = Object.keys(facets);
    const entries = new Map(); // word -> {word, times, stem, empty, places: for each of its terms where that is, pins: what it names}
    const vocab = vocabulary(entries);
    const { stemOf, split } = vocab;
    const enter = (word) => {
      let entry = entries.get(word);
      if (!entry) entries.set(word, entry = { word, times: 0, stem: stem(word), empty: STOP.has(word) || (word.length < 2 && !number(word)), places: null, pins: undefined });
      entry.times++;
      return entry;
    };
    // All words of the corpus in order, and those of hyphenated words joined. Text i ends in these at ends[i] and ties[i], and
    // begins where the one before it ends; the first is number 1.
    const said = [];
    const joined = [];
    const ends = [0];
    const ties = [0];
    /** Texts in; reads them and gives the number of the first. */
    function read(texts) {
      const first = ends.length;
      eachWord(texts, (word) => { said.push(enter(word)); }, (word) => { joined.push(enter(word)); }, () => { ends.push(said.length); ties.push(joined.length); });
      if (ends.length - first !== texts.length) throw new Error('zoekindex: onbekend of beschadigd');
      return first;
    }
    const wordsOf = (i) => said.slice(ends[i - 1], ends[i]);
    const typeOf = (doc) => own(index.soorten, doc.soort) || {};
    const valuesOf = (doc, facet) => own(doc.facetten, facet) || (facet === 'soort' ? [doc.soort] : []);
    const features = (doc) => facetNames.flatMap((facet) => valuesOf(doc, facet).map((value) => own(facets[facet].termen, value)));
    const named = new Map(); // name or identifier, written as one word -> the documents and levels as numbers; see `pinsOf`
    const silent = new Map(); // stem of a stop word -> the documents with a name of stop words only, which the fields may not tell
    const around = (words) => [...new Set(words.filter((word) => STOP.has(word) && !FRAME.has(word)))];
    const stemKey = (stems) => stems.sort().join(' ');
    const joinPins = (found, one) => (found === undefined ? one : [].concat(found, one));
    const pinFor = (id, level) => id * 1000 + Math.round(level * 100);
    const name = (text, id, level) => text && named.set(text, joinPins(named.get(text), pinFor(id, level)));
    /** The number of a text in; enters it as a name: with its word, or when it has more of these, as written in one. */
    function nameText(i, id, level) {
      const from = ends[i - 1];
      if (ends[i] - from !== 1) name(written(i), id, level);
      else said[from].pins = joinPins(said[from].pins, pinFor(id, level));
    }
    /** Name or identifier, written as one word, in; the documents it stands for, each with how firmly: [[document, level]]. */
    const pinsOf = (text) => [].concat(named.get(text) ?? [], (entries.get(text) || {}).pins ?? []).map((one) => [Math.floor(one / 1000), one % 1000 / 100]);
    function written(i) {
      let text = '';
      for (let j = ends[i - 1]; j < ends[i]; j++) text += said[j].word;
      return text;
    }
    /** Document and number of one of its names in; the number of that text: between plain names and search terms stand the numbers. */
    const placeOf = (id, i) => prepared[id].first + i + (prepared[id].first + i < prepared[id].numbers ? 0 : docs[id].nummers.length);
    function silence(at) {
      for (let j = ends[at - 1]; j < ends[at]; j++) if (!said[j].empty) return false;
      return true;
    }
    const slight = (doc) => typeOf(doc).gewicht < 0.5; // a source may be called anything; it is found, but goes before nothing
    /** Document in; enters what it is called: as it is written, whatever stands between the words. */
    function enlist(id) {
      const doc = docs[id];
      const { texts, first, numbers } = prepared[id];
      const light = slight(doc);
      const title = written(first);
      const short = (text, all) => (text.includes(' (') ? key(text.replace(/ \(.*/, '')) : all); // "Landelijk Escalatie Team (LET)"
      name(title, id, light ? 1.1 : 2);
      name(short(doc.titel, title), id, light ? 1.1 : 2);
      const abbreviations = doc.afkortingen.map(key);
      for (const text of abbreviations) name(text, id, 2);
      if (doc.soort === 'wet') { // "P-wet", "Wmo-wet", "wet Awb"
        const eerste = /^([a-z])[a-z]+wet$/.exec(title);
        for (const one of [...abbreviations, eerste ? eerste[1] : ''].filter(Boolean)) for (const form of [one + 'wet', 'wet' + one]) name(form, id, 2);
      }
      const gemeente = doc.soort === 'gemeente';
      for (let i = 0; i < texts.length; i++) {
        const at = placeOf(id, i);
        if (silence(at)) for (const { stem: one } of wordsOf(at)) silent.set(one, [...silent.get(one) || [], id]);
        if (i) nameText(at, id, texts[i].includes(' ') ? 1.5 : 1.1); // "wat moet ik doen": stop words, but somebody's
        if (!gemeente || i > doc.gewoon.length) continue;
        if (i) nameText(at, id, 1.95); // as it is spelled goes before the stem of another name
        name('gemeente' + short(texts[i], written(at)), id, 2);
      }
      doc.nummers.forEach((text, i) => {
        nameText(numbers + i, id, 3);
        identifiers(text).forEach((one, nth) => name('#' + one, id, nth ? 2.5 : 3));
      });
    }

    const prepared = []; // per document the texts that may name it, the number of the first of them, and of the first of each field
    function take(given) {
      const doc = { gewoon: [], zoektermen: [], afkortingen: [], nummers: [], artikelen: [], delen: [], ...given };
      const texts = [doc.titel, ...doc.gewoon, ...doc.afkortingen, ...doc.zoektermen];
      const { nummers, zoektermen } = doc;
      const first = read([doc.titel, ...doc.gewoon, ...doc.afkortingen, ...nummers, ...zoektermen,
        ...(index.namen ? ['', ''] : [doc.samenvatting || '', doc.koppen || '', typeOf(doc).label || '', ...features(doc)])]);
      const numbers = first + texts.length - zoektermen.length;
      const terms = numbers + nummers.length;
      docs.push(doc);
      prepared.push({ texts, first, numbers, terms, labels: terms + zoektermen.length + 2, long: ends.length, pieces: [], named: [] });
      enlist(docs.length - 1);
      return doc;
    }
    for (let given = next(); given !== undefined; given = next()) {
      if (given === null) { yield WAIT; continue; }
      const doc = take(given);
      const { pieces } = prepared[docs.length - 1]; // per piece of the running text the number of its part, or -1
      for (const [text, part] of [[doc.tekst, -1], ...doc.delen.flatMap((deel, i) => [[deel.titel, i], [deel.tekst, i]])]) {
        for (let from = 0; from < (text || '').length;) { // a long text in pieces, cut at a space
          const end = text.length - from > PIECE ? text.indexOf(' ', from + PIECE) : -1;
          read([text.slice(from, end < 0 ? text.length : end)]);
          pieces.push(part);
          from = end < 0 ? text.length : end;
          yield;
        }
      }
      yield;
    }
    // A synonym is a word one may type, and so is a word of things that stand elsewhere: neither is a typing error of ours.
    const groups = (index.synoniemen || []).map((group) => (group.termen ? group : { termen: group }));
    const phrases = [[]];
    const typed = [...groups.flatMap((group) => group.termen), ...(index.elders || [])];
    const all = [...typed, ...groups.map((group) => group.gebruik || '')];
    for (let i = 0; i < all.length; i += 200) {
      eachWord(all.slice(i, i + 200), (word) => { phrases[phrases.length - 1].push(word); }, () => {}, () => { phrases.push([]); });
      yield;
    }
    for (const word of phrases.slice(0, typed.length).flat()) if (!entries.has(word)) enter(word).times = 0;
    yield;
    const light = new Set((index.licht || []).flatMap((text) => tokens(text)));
    const strangers = new Set(phrases.slice(typed.length - (index.elders || []).length, typed.length).flat().filter((word) => !entries.get(word).times)); // on no page, though its stem may be: "zon" is no "zoon"
    const elsewhere = new Set([...strangers].map(stemOf));
    const synonyms = new Map(); // first stem of a term -> the groups with such a term
    const phrase = () => content(phrases.shift()).map(stemOf);
    const using = phrases.splice(typed.length);
    for (const { termen, gebruik } of groups) {
      const used = using.shift();
      const group = { termen: termen.map(phrase), gebruik: gebruik && content(used).map(stemOf) };
      for (const first of new Set(group.termen.map((term) => term[0]))) synonyms.set(first, [...(synonyms.get(first) || []), group]);
      yield;
    }

    const expand = memo(vocab.expand);
    const terms = (words) => content(words).flatMap(expand);

    // Term -> its places in order, each document and field as one number; per field how many terms each document has.
    const postings = new Map();
    const lengths = FIELDS.map(() => new Float64Array(docs.length)); // now that all are here
    const averages = new Float64Array(FIELDS.length);
    const placesOf = (term) => {
      let places = postings.get(term);
      if (!places) postings.set(term, places = []);
      return places;
    };
    function postOne(id, field, list, from, until) {
      const place = id * 8 + field;
      let length = 0;
      for (let i = from; i < until; i++) {
        const { places } = list[i];
        for (let j = 0; j < places.length; j++) places[j].push(place);
        length += places.length;
      }
      if (!length) for (let i = from; i < until; i++) placesOf(list[i].stem).push(place); // nothing but stop words: then these count
      lengths[field][id] += length;
      averages[field] += length;
    }
    /** Document, field and the numbers of its texts, from and until, in; notes where their words are. */
    function post(id, field, from, until) {
      postOne(id, field, said, ends[from - 1], ends[until - 1]);
      postOne(id, field, joined, ties[from - 1], ties[until - 1]);
    }
    let done = 0;
    for (const entry of entries.values()) {
      entry.places = entry.empty ? [] : vocab.expand(entry.word).map(placesOf);
      if (++done % 100 === 0) yield;
    }
    const parts = new Map(); // document -> per part the places of the terms in it; filled when first needed
    function partOf(id, part) {
      let list = parts.get(id);
      if (!list) {
        parts.set(id, list = docs[id].delen.map(() => new Set()));
        const { long, pieces } = prepared[id];
        pieces.forEach((at, nth) => {
          const i = long + nth;
          if (at >= 0) for (const entry of [...wordsOf(i), ...joined.slice(ties[i - 1], ties[i])]) for (const places of entry.places) list[at].add(places);
        });
      }
      return list[part];
    }

    for (let id = 0; id < docs.length; id++) {
      const { first, terms, labels, long, pieces } = prepared[id];
      [[first, first + 1], [first + 1, terms], [terms, labels - 2], [labels - 2, labels], [labels, long]].forEach(([from, until], field) => post(id, field, from, until));
      for (let i = 0; i < pieces.length; i++) {
        post(id, 4, long + i, long + i + 1);
        yield;
      }
      if (id % 8 === 0) yield;
    }
    for (let field = 0; field < FIELDS.length; field++) averages[field] /= docs.length || 1;

    /** Document and number of one of its names in; that name with its words and stems, and how much it pins a question with the same stems. */
    function nameOf(id, i) {
      const { texts, named: made } = prepared[id];
      if (made[i]) return made[i];
      const at = placeOf(id, i);
      const all = wordsOf(at);
      const kept = silence(at) ? all : all.filter((entry) => !entry.empty);
      const stems = kept.map((entry) => entry.stem);
      const forms = new Map([[stemKey([...stems]), i || slight(docs[id]) ? 1 : 1.9]]);
      if (docs[id].soort === 'gemeente' && i <= docs[id].gewoon.length) forms.set(stemKey([stemOf('gemeente'), ...stems]), 1.9);
      return made[i] = { id, text: texts[i], words: kept.map((entry) => entry.word), stems: [...new Set(stems)], around: around(all.map((entry) => entry.word)), forms };
    }

    /** Stem in; the titles, names and search terms that hold it. */
    function namesWith(stem) {
      const found = [];
      const ids = new Set(silent.get(stem));
      for (const place of postings.get(stem) || []) if (place % 8 < 3) ids.add(place >> 3);
      for (const id of ids) {
        for (let i = 0; i < prepared[id].texts.length; i++) {
          const at = placeOf(id, i);
          let j = ends[at - 1];
          while (j < ends[at] && (said[j].stem !== stem || (said[j].empty && !silence(at)))) j++;
          if (j < ends[at]) found.push(nameOf(id, i));
        }
      }
      return found;
    }
    /** Term in; the documents that have it, scored by BM25+ per field: [[document, score, how much that says, its fields]]. Kept for the next question. */
    const lookup = memo((term) => {
      const places = postings.get(term);
      if (!places) return [];
      const runs = []; // place, times
      const df = new Float64Array(FIELDS.length);
      for (let i = 0; i < places.length;) {
        let end = i + 1;
        while (end < places.length && places[end] === places[i]) end++;
        runs.push([places[i], end - i]);
        df[places[i] % 8]++;
        i = end;
      }
      const hits = [];
      let hit = null;
      for (const [place, times] of runs) {
        const id = Math.floor(place / 8);
        const field = place % 8;
        const idf = Math.log(1 + (docs.length - df[field] + 0.5) / (df[field] + 0.5));
        const { k, b, d } = BM25;
        const value = BOOST[field] * idf * (d + times * (k + 1) / (times + k * (1 - b[field] + b[field] * lengths[field][id] / averages[field])));
        if (!hit || hit[0] !== id) hits.push(hit = [id, 0, 0, []]);
        hit[1] += value;
        hit[2] = Math.max(hit[2], LEAST[field]);
        if (!hit[3].includes(FIELDS[field])) hit[3].push(FIELDS[field]);
      }
      return hits;
    });

    /** Term in; how much it says: a word in few documents says more. Counts without scoring, for the many words of names. */
    const rarityOf = memo((term) => {
      let df = 0;
      let last = -1;
      for (const place of postings.get(term) || []) {
        if (place >> 3 !== last) df++;
        last = place >> 3;
      }
      return Math.log(1 + (docs.length - df + 0.5) / (df + 0.5));
    });

    const onPages = (term) => (postings.get(term) || []).length > 0; // a word of a synonym only is on none
    const known = (word) => onPages(stemOf(word));

    // A word as the form that we do know: "aangemeld" is "aanmeld(en)", "terugbetaald" "terugbetal(en)", "briefje" a "brief".
    function conjugated(word) {
      if (word.length < 4) return '';
      const single = word.replace(/(.)\1$/, '$1');
      if (word.length < 6) return single !== word && !known(word) && known(single) ? single : '';
      const bare = word.replace(/^(.{0,5}?)ge(?=.{3}.*(?:[dt]|en)$|.{2}[dt]$)/, '$1');
      return [single, bare, word.replace(/[dt]$/, ''), bare.replace(/[dt]$/, ''), word.replace(/[dt]en?$/, ''), word.replace(/(?:et|[tp])?jes?$/, '')].find((form) => form !== word && known(form)) || strong(word);
    }

    // The participle of a strong verb as that verb, and the other way round, when we know that form; or nothing.
    function strong(word) {
      for (const [participle, verb] of STRONG) {
        for (const [end, others] of [[participle, [verb]], [verb, ['ge' + participle, participle]]]) {
          const front = word.endsWith(end) && word.slice(0, -end.length);
          const form = front && others.map((other) => front.replace(end === participle ? /ge$/ : /$/, '') + other).find(known);
          if (form) return form;
        }
      }
      return '';
    }

    // The known end or start of a compound that we know only in part.
    function half(word) {
      for (let length = word.length - 2; length > 4; length--) {
        for (const piece of [word.slice(-length), word.slice(0, length)]) if (known(piece) && !STOP.has(piece)) return piece;
      }
      return '';
    }

    /**
     * Words of a question in; all ways to find them (words van..tot by these terms, for this much of the score) and per
     * word the stems it may stand for, the likeliest first, and the names that say all of it in other words.
     */
    function waysFor(words, all) {
      const ways = [];
      const add = (van, tot, soort, termen, gewicht, kwaliteit, heel) => ways.push({ van, tot, soort, termen, gewicht, kwaliteit, heel });
      const meant = words.map((word) => [strangers.has(word) ? '~' + word : stemOf(word)]); // what a word may stand for; synonyms look here
      const sure = words.map((word) => known(word) && !strangers.has(word));
      const forms = [...words]; // as it was probably meant to be written
      let guesses = 0;
      words.forEach((word, i) => {
        const isKnown = sure[i];
        if (isKnown) add(i, i, 'exact', [stemOf(word)], 1, 1);
        let parts = split(word, 2);
        if (!parts.length && !isKnown) parts = split(word, 1);
        if (parts.length) {
          const stems = parts.map(stemOf);
          add(i, i, 'samenstelling', stems, isKnown ? 0.4 : 0.8, isKnown ? 0.6 : 0.9);
          meant[i].push(...stems);
        }
        if (word.length > 2 && (!isKnown || i === words.length - 1)) {
          for (const longer of vocab.startingWith(word)) {
            const share = word.length / longer.length;
            add(i, i, 'voorvoegsel', [stemOf(longer)], 0.7 * share, 0.3 + 0.6 * share);
          }
        }
        const foreign = !isKnown && elsewhere.has(stemOf(word));
        const form = foreign ? '' : conjugated(word);
        const strange = !isKnown && !vocab.has(word) && !foreign && !number(word) && word.length > 3;
        if (form && isKnown) {
          if (stemOf(form) !== stemOf(word)) { add(i, i, 'vervoeging', [stemOf(form)], 0.7, 0.85); meant[i].push(stemOf(form)); }
        } else if (form) {
          add(i, i, 'vervoeging', [stemOf(form)], 0.9, 0.95);
          meant[i][0] = stemOf(form);
          forms[i] = form;
        }
        if (strange && guesses++ < MAX_GUESSES) {
          const other = form || parts.length; // then a typing error only when it is a small one: "bijstant" is no form of "bijstaan"
          const near = vocab.near(word, word.length < 6 || other ? 1 : 2).filter((pair) => !other || pair[1] <= 1);
          for (const [other, d] of near) add(i, i, 'tikfout', [stemOf(other)], 0.9 - 0.2 * d, 0.98 - 1.3 * d / word.length);
          const stems = near.filter((pair) => pair[1] === near[0][1]).map((pair) => stemOf(pair[0]));
          if (near.length && !other) {
            meant[i].splice(0, 1, ...new Set(stems));
            forms[i] = near[0][0];
          } else if (near.length) meant[i].push(...stems);
          else if (!other) {
            const cut = split(word, 0);
            if (cut.length) {
              add(i, i, 'samenstelling', cut.map(stemOf), 0.8, 0.9);
              meant[i].push(...cut.map(stemOf));
            } else {
              const piece = half(word);
              if (piece) add(i, i, 'samenstelling', [stemOf(piece)], 0.5 * piece.length / word.length, 0.6 * piece.length / word.length);
            }
          }
        }
        // "gemeete" is no form of "meten", which hardly stands here, but a "gemeente".
        if (isKnown && !vocab.has(word) && !form && !number(word) && word.length > 5 && rarityOf(stemOf(word)) > 5 && guesses++ < MAX_GUESSES) {
          const commoner = vocab.near(word, 1).map((pair) => stemOf(pair[0])).find((other) => rarityOf(other) < rarityOf(stemOf(word)) - 2);
          if (commoner) {
            add(i, i, 'tikfout', [commoner], 0.7, 0.8);
            meant[i].unshift(commoner);
          }
        }
        const loose = isKnown ? word.replace(APART, '') : '';
        if (loose && loose !== word && known(loose)) add(i, i, 'samenstelling', [stemOf(loose)], 0.3, 0.5);
        else if (!isKnown && !form && !foreign && known(word.replace(APART, ''))) add(i, i, 'samenstelling', [stemOf(word.replace(APART, ''))], 0.7, 0.8);
      });
      words.forEach((word, i) => {
        for (let j = i + 1; j < words.length && j < i + 3 && !number(words[j]) && !number(word); j++) {
          let joined = [words, forms].flatMap((list) => ['', 's'].map((link) => list.slice(i, j + 1).join(link))).find(known);
          let sureness = 1;
          const apart = words.slice(i, j + 1).join('');
          if (!joined && apart.length > 11 && words.slice(i, j + 1).some((one) => !vocab.has(one)) && guesses++ < MAX_GUESSES) { // "kosten deelers norrm"
            [joined] = (vocab.near(apart, 2)[0] || []).slice(0, 1);
            sureness = 0.85;
          }
          if (!joined) continue;
          add(i, j, 'samenvoeging', [stemOf(joined)], sureness, sureness);
          for (let k = i; k <= j; k++) meant[k].push(stemOf(joined));
        }
      });
      all.forEach((front, at) => {
        if (!(at === all.length - 1 ? BEHIND : LOOSE).test(front)) return;
        for (let k = at - 1; k >= 0 && k > at - 6; k--) {
          const i = words.indexOf(all[k]);
          const whole = i < 0 || words[i].length < 3 ? '' : [words[i], words[i] + 'en', conjugated(words[i])].map((form) => front + form).find((form) => form.length > front.length && known(form));
          if (!whole) continue;
          add(i, i, 'samenvoeging', [stemOf(whole)], 0.8, 0.9);
          meant[i].push(stemOf(whole));
          break;
        }
      });
      // A synonym adds weight; for a word that the site has itself it says less than that word.
      const asked = new Set(meant.flat());
      for (const group of new Set([...asked].flatMap((one) => synonyms.get(one) || []))) {
        const { termen, gebruik } = group;
        termen.forEach((term, t) => {
          if (!term.every((part) => asked.has(part))) return;
          const places = new Set(term.map((part) => meant.findIndex((stems) => stems.includes(part))));
          for (const other of gebruik ? [gebruik] : termen.filter((x, o) => o !== t)) {
            const wide = other.length > 1 && places.size === 1 ? 0.8 : 1; // one word for many is a guess
            for (const i of places) add(i, i, 'synoniem', other, (sure[i] ? 0.6 : 0.8) * wide, (sure[i] ? 0.85 : 0.9) * wide, term.includes(meant[i][0]));
          }
        });
      }
      return { ways, meant };
    }

    /** Words of a question in; those that say most, in order, when there are too many: a pasted text names its subject often. */
    function weightiest(words) {
      const unique = [...new Set(words)].filter((word) => word.length <= MAX_WORD_LENGTH);
      if (unique.length <= MAX_WORDS) return unique;
      const times = new Map();
      for (const word of words) times.set(word, (times.get(word) || 0) + 1);
      const value = new Map(unique.map((word) => [word, known(word) ? rarityOf(stemOf(word)) * Math.sqrt(times.get(word)) : 0]));
      const best = new Set([...unique].sort((a, b) => value.get(b) - value.get(a) || compare(a, b)).slice(0, MAX_WORDS));
      return unique.filter((word) => best.has(word));
    }

    /** Question in; what it says of articles of a law that we can find, or null. */
    function reference(text) {
      const found = articles(text);
      if (!(found.artikelen.length || found.deel) || pinsOf(key(text)).length || identifiers(text).length) return null;
      const exact = pinsOf(key(found.rest)).some(([id, level]) => level >= 2 && docs[id].soort === 'wet');
      return found.los && !exact ? null : found;
    }

    /** Words in; the laws whose name or abbreviation they hold, as few as the longest name leaves. */
    function lawsIn(words) {
      for (let length = Math.min(words.length, 6); length; length--) {
        for (let i = 0; i + length <= words.length; i++) {
          const laws = pinsOf(words.slice(i, i + length).join('')).filter(([id, level]) => level >= 2 && docs[id].soort === 'wet');
          if (laws.length) return laws.map((law) => law[0]);
        }
      }
      return [];
    }

    /** Articles, and the laws that the rest of the question may mean, in; the documents that name one of these articles. */
    function naming(found, laws) {
      const wanted = new Set(found.artikelen);
      const same = (artikel) => wanted.has(artikel) || [...wanted].some((one) => one.replace(/^\d+:/, '') === artikel.replace(/^\d+:/, '') && /:/.test(one + artikel));
      const ids = new Map();
      docs.forEach((doc, id) => {
        if (doc.artikelen.some(([wet, artikel]) => (!laws || laws.has(wet)) && same(artikel))) ids.set(id, doc.soort === 'wet' ? 4.5 : 4);
      });
      return ids;
    }

    /** Question in; every document that has anything to do with it, best first, and how we got there. */
    function rank(vraag) {
      const text = question(vraag);
      const found = reference(text);
      const ranked = match(found ? found.rest : text);
      if (!found) return ranked;
      const law = ranked.hits.filter((hit) => docs[hit.id].soort === 'wet' && (hit.pin || (hit.zeker >= WEAK && hit.naam > 0.5)));
      let best = law.filter((hit) => hit.naam === law[0].naam && hit.pin === law[0].pin);
      if (!best.length) { // "hardheidsclausule artikel 47 Awir": the name of a law among other words
        const ids = new Set(lawsIn(tokens(found.rest)));
        best = ranked.hits.filter((hit) => ids.has(hit.id));
      }
      const laws = ranked.words.length ? new Set(best.map((hit) => docs[hit.id].id)) : null;
      if (laws && !laws.size) { // an article of a law that we do not have
        for (const hit of ranked.hits) hit.zeker = 0;
        return ranked;
      }
      const pins = naming(found, laws);
      if (!laws && !pins.size) return match(text); // an article of no law that we know of: then the words themselves
      for (const hit of best) pins.set(hit.id, 5);
      const hits = ranked.hits.filter((hit) => !pins.has(hit.id));
      const before = new Map(ranked.hits.map((hit) => [hit.id, hit]));
      for (const [id, pin] of pins) hits.push({ score: 0, gewicht: 1, naam: 0, ...before.get(id), id, pin, dekking: 1, zeker: 1, artikel: true });
      ranked.hits = hits.sort(order);
      if (best.length && !found.deel) ranked.artikel = { ...found, wet: docs[best[0].id] };
      return ranked;
    }

    const order = (a, b) => b.pin - a.pin || b.score - a.score || compare(docs[a.id].id, docs[b.id].id);

    function match(text) {
      const words = weightiest(content(tokens(text)));
      const { ways, meant } = waysFor(words, tokens(text));
      const n = docs.length;
      const score = words.map(() => new Float64Array(n));
      const quality = words.map(() => new Float64Array(n));
      const weight = words.map((word) => (light.has(word) || (word.length < 3 && !known(word)) ? 0.4 : 1)); // or half a word, not yet typed
      const informs = (termen) => termen.reduce((sum, term) => sum + rarityOf(term), 0);
      const says = words.map((word, i) => { // of a typing error what was meant, of a word that no page has what its synonym says (not that of a part of it)
        const others = known(word) ? [] : ways.filter((way) => way.heel && way.van === i && way.termen.every(onPages)).map((way) => informs(way.termen));
        return Math.min(rarityOf(meant[i][0]), others.length ? Math.max(...others) : Infinity);
      });
      const rarity = says.map((value, i) => weight[i] * value);
      const whole = rarity.reduce((a, b) => a + b, 0);
      for (const { van, tot, soort, termen, gewicht, kwaliteit } of ways) {
        const info = soort === 'synoniem' ? informs(termen) : Infinity; // "andere gemeente" says less than "verhuizen"
        const credit = (id, value, share, proof) => {
          for (let i = van; i <= tot; i++) {
            score[i][id] = Math.max(score[i][id], value * gewicht * share);
            quality[i][id] = Math.max(quality[i][id], kwaliteit * proof * Math.min(1, info / (says[i] || 1)));
          }
        };
        if (termen.length === 1) {
          for (const [id, value, says] of lookup(termen[0])) credit(id, value, 1, says);
          continue;
        }
        const sums = new Map(); // document -> [score, terms found, how much these say]
        for (const term of termen) {
          for (const [id, value, says, fields] of lookup(term)) {
            const sum = sums.get(id) || [0, 0, 0, fields];
            sums.set(id, [sum[0] + value, sum[1] + 1, sum[2] + says, sum[3].filter((one) => fields.includes(one))]);
          }
        }
        for (const [id, [value, matched, says, same]] of sums) {
          const share = matched / termen.length;
          if (soort !== 'synoniem' || (share === 1 && same.length)) credit(id, value, share, says / termen.length); // half a synonym is another word
        }
      }
      const asked = around(tokens(text));
      const pins = new Map();
      const pin = (id, level) => pins.set(id, Math.max(level, pins.get(id) || 0));
      for (const [id, level] of pinsOf(key(text))) pin(id, level);
      identifiers(text).forEach((number, i) => {
        for (const [id, level] of pinsOf('#' + number)) if (!i || level === 3) pin(id, i ? 2.2 : level);
      });
      address(text).forEach((id) => pin(id, 6));

      // How far the question and the best name of a page are the same, by what the words say; as it is spelled counts most.
      const likeness = new Map(); // document -> [likeness, name]
      const places = new Map();
      meant.forEach((stems, i) => stems.forEach((one) => { if (!places.has(one)) places.set(one, i); }));
      const candidates = new Set();
      const said = words.map(() => new Float64Array(n)); // per word how much of the best name with it the question says
      for (const stem of places.keys()) for (const one of namesWith(stem)) candidates.add(one);
      const form = stemKey(meant.map((stems) => stems[0]));
      for (const one of candidates) if (one.forms.has(form)) pin(one.id, one.forms.get(form));
      for (const one of candidates) {
        let all = 0;
        let shared = 0;
        const also = AROUND * one.around.filter((word) => asked.includes(word)).length;
        const hit = new Set();
        for (const stem of one.stems) {
          const weight = rarityOf(stem);
          all += weight;
          const place = places.get(stem);
          if (place === undefined) continue;
          shared += weight * (one.words.includes(words[place]) ? 1 : 0.9);
          hit.add(place);
        }
        const ofName = shared / all;
        for (const place of hit) if (one.stems.includes(meant[place][0])) said[place][one.id] = Math.max(said[place][one.id], ofName);
        const ofQuestion = ([...hit].reduce((sum, i) => sum + rarity[i], 0) + also) / (whole + AROUND * asked.length);
        const ofPhrase = (shared + also) / (all + AROUND * one.around.length);
        const value = 2 * ofPhrase * ofQuestion / (ofPhrase + ofQuestion);
        const old = likeness.get(one.id);
        if (!old || value > old[0]) likeness.set(one.id, [value, one, ofName * ofQuestion]);
      }

      const hits = [];
      let best = 0;
      for (let id = 0; id < n; id++) {
        let total = 0;
        let covered = 0;
        let found = 0;
        let lacking = 0;
        for (let i = 0; i < words.length; i++) {
          total += score[i][id] * weight[i];
          const sure = Math.max(quality[i][id], said[i][id]);
          covered += sure * rarity[i];
          found += sure * weight[i];
          lacking = Math.max(lacking, (1 - sure) * rarity[i]);
        }
        const level = pins.get(id) || 0;
        if (!total && !level) continue;
        const dekking = level > 1 ? 1 : covered / whole;
        const zeker = level > 1 ? 1 : dekking + EACH * found - LACK * Math.max(0, lacking - RARE);
        const [naam, via] = likeness.get(id) || [0, null];
        const gewicht = (typeOf(docs[id]).gewicht || 1) * (1 + NAME * naam * naam) * (!level || level > 1.1 ? 1 : level === 1 ? PINNED : LITERAL);
        const value = Math.round(total * dekking * dekking * gewicht * 1e6) / 1e6;
        best = Math.max(best, value);
        hits.push({ id, score: value, pin: level > 1.1 ? level : 0, dekking, zeker, gewicht, naam, via });
      }
      return { words, ways, rarity, hits: hits.filter((hit) => hit.pin || hit.score >= TAIL * best).sort(order), artikel: null };
    }

    /** Question in; the page of our own site whose address it is, as a list of none or one. */
    function address(text) {
      const path = /^(?:https?:\/\/[^\/]*|file:\/\/|www\.[^\/]*)?\/?([^?#\s]*)/i.exec(text)[1].replace(/index\.html$/, '').replace(/\/?$/, '/').toLowerCase();
      if (path.indexOf('/') === path.length - 1 && !/^\w+:/.test(text)) return [];
      let found = -1;
      docs.forEach((doc, id) => {
        if (doc.url && ('/' + path).endsWith('/' + doc.url) && (found < 0 || doc.url.length > docs[found].url.length)) found = id;
      });
      return found < 0 ? [] : [found];
    }

    const browse = () => docs.map((doc, id) => ({ id, score: 0, pin: 0, dekking: 1, zeker: 1, naam: 0, via: null, titel: key(doc.titel) }))
      .sort((a, b) => compare(a.titel, b.titel) || compare(docs[a.id].id, docs[b.id].id));

    /** Hits and chosen facets in; the hits that remain, and per facet the counts with the other facets applied. */
    function filter(hits, chosen) {
      const wanted = facetNames.map((facet) => [].concat(own(chosen, facet) || []).filter((value) => own(facets[facet].termen, value) !== undefined));
      const tally = {};
      for (const facet of facetNames) tally[facet] = Object.fromEntries(Object.keys(facets[facet].termen).map((value) => [value, 0]));
      const left = hits.filter(({ id }) => {
        const values = facetNames.map((facet) => valuesOf(docs[id], facet));
        const misses = values.filter((list, f) => wanted[f].length && !wanted[f].some((value) => list.includes(value)));
        values.forEach((list, f) => {
          if (misses.length && (misses.length > 1 || misses[0] !== list)) return;
          for (const value of list) if (own(tally[facetNames[f]], value) !== undefined) tally[facetNames[f]][value]++;
        });
        return !misses.length;
      });
      return { left, tally };
    }

    /**
     * The part of a long page that the question is about: it holds most of what the page's own name and summary lack; a
     * heading that holds more than these do goes first. Or null.
     */
    function partFor(id, { words, ways, rarity }) {
      const doc = docs[id];
      const perWord = words.map((word, i) => ways.filter((way) => way.van <= i && way.tot >= i));
      const covers = (has) => perWord.reduce((sum, list, i) => sum + rarity[i] * list.reduce((most, way) =>
        (way.kwaliteit > most ? Math.max(most, way.kwaliteit * way.termen.filter(has).length / way.termen.length) : most), 0), 0);
      const eigen = new Set(terms(tokens(doc.titel + '\n' + doc.samenvatting, true)));
      const named = (term) => eigen.has(term);
      const own = covers(named);
      let most = own + 1e-9;
      let found = null;
      doc.delen.forEach((deel, i) => {
        const set = partOf(id, i);
        const kop = terms(tokens(deel.titel, true));
        const heading = covers((term) => kop.includes(term));
        const value = covers((term) => named(term) || set.has(postings.get(term))) + (heading > own ? heading : 0);
        if (value > most) { most = value; found = deel; }
      });
      return found;
    }

    const foundBy = memo((piece) => tokens(piece, true).flatMap(expand)); // a word as written -> the terms it is found by
    const marks = (piece, wanted) => foundBy(piece).some((term) => wanted.has(term));

    /** Texts in, best first; a fragment of the first that holds a wanted term, where it holds most: [{tekst, gemarkeerd}]. */
    function fragment(texts, wanted) {
      let best = { count: -1 };
      for (const full of texts) {
        if (best.count > 0) break;
        const text = (full || '').slice(0, 8000);
        const spots = [];
        if (wanted.size) {
          for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu)) {
            if (marks(match[0], wanted)) spots.push([match.index, match.index + match[0].length, match[0].toLowerCase()]);
          }
        }
        spots.push([0, 0, '']); // no match: show the start
        for (const [at] of spots) {
          const from = at < LENGTH / 2 ? 0 : text.lastIndexOf(' ', at - LENGTH / 4) + 1;
          const inside = spots.filter((spot) => spot[1] && spot[0] >= from && spot[1] <= from + LENGTH);
          const count = new Set(inside.map((spot) => spot[2])).size;
          if (text && count > best.count) best = { count, text, from, inside };
        }
      }
      if (best.count < 0) return [];
      const { text, from, inside } = best;
      const last = inside.length ? inside[inside.length - 1][1] : from + 1; // never cut in a marked word
      const until = from + LENGTH < text.length ? Math.max(text.lastIndexOf(' ', from + LENGTH), last) : text.length;
      const list = [];
      const push = (tekst, gemarkeerd) => { if (tekst) list.push({ tekst, gemarkeerd }); };
      let done = from;
      if (from) push('… ', false);
      for (const [start, end] of inside) {
        push(text.slice(done, start), false);
        push(text.slice(start, end), true);
        done = end;
      }
      push(text.slice(done, until) + (until < text.length ? ' …' : ''), false);
      return list;
    }

    const shortest = new Map(); // word -> the shortest name that holds it; filled when first needed
    /** Words of a question in; names and search terms of the corpus that look like the ones we do not know. */
    function suggest(words) {
      if (!shortest.size) {
        for (const text of docs.flatMap((doc) => [doc.titel, ...doc.gewoon, ...doc.zoektermen, ...doc.afkortingen])) {
          for (const word of tokens(text)) if (!shortest.has(word) || shortest.get(word).length > text.length) shortest.set(word, text);
        }
      }
      const strange = words.filter((word) => word.length > 3 && !number(word) && !known(word));
      const near = strange.flatMap((word) => vocab.near(word, word.length < 6 ? 1 : 2).map((pair) => shortest.get(pair[0])));
      return [...new Set(near.filter(Boolean))].slice(0, 5);
    }

    /** A hit in; the name or search term that led to it, when no word of it is in the title or summary that the reader sees. */
    function viaOf(doc, { naam, via }, words) {
      if (!via || naam < 0.4 || via.text === doc.titel) return null;
      const seen = new Set(terms(tokens(doc.titel + '\n' + doc.samenvatting, true)));
      return words.some((word) => via.words.includes(word) && seen.has(stemOf(word))) ? null : via.text;
    }

    function zoek(vraag, keuze) {
      const { facetten, maximum = 20 } = keuze ?? {};
      const ranked = question(vraag) ? rank(vraag) : { words: [], ways: [], rarity: [], hits: browse(), artikel: null };
      const { left, tally } = filter(ranked.hits, facetten);
      const wanted = new Set(ranked.ways.flatMap((way) => way.termen));
      const weak = (hit) => hit.zeker < WEAK;
      const zwak = !left.length || weak(left[0]);
      const { artikel } = ranked;
      const treffer = (hit) => {
        const { id, score, pin } = hit;
        const doc = docs[id];
        const kop = hit.artikel && doc.delen.find((deel) => deel.anker === 'artikelen');
        const deel = kop || (doc.delen.length && !pin ? partFor(id, ranked) : null);
        return {
          id: doc.id,
          url: doc.url + (deel ? '#' + deel.anker : ''),
          titel: doc.titel,
          soort: doc.soort,
          score,
          zwak: weak(hit),
          fragment: fragment(deel ? [deel.tekst, doc.samenvatting] : [doc.samenvatting, doc.tekst], wanted),
          deel: deel && { anker: deel.anker, titel: deel.titel },
          via: viaOf(doc, hit, ranked.words),
          datum: doc.datum,
          denkbeeldig: Boolean(doc.denkbeeldig)
        };
      };
      return {
        treffers: left.slice(0, maximum).map(treffer),
        totaal: left.length,
        zwak,
        facetten: tally,
        suggesties: zwak ? suggest(ranked.words) : [],
        meteen: left.filter((hit) => docs[hit.id].doe && (hit.pin || hit.naam >= TOOL)).slice(0, 2).map(({ id }) => ({ id: docs[id].id, url: docs[id].url, titel: docs[id].doe })),
        artikel: artikel && { wet: artikel.wet.id, titel: artikel.wet.titel, nummer: artikel.artikelen[0], lid: artikel.lid, bwb: artikel.wet.nummers.find((one) => /^BWB/.test(one)) || null },
        naar: left.length && left[0].pin === 6 ? docs[left[0].id].url : null
      };
    }

    const zoeker = { zoek, aantal: docs.length, termen: (text) => terms(tokens(text || '', true)), soorten: index.soorten || {}, facetten: facets };
    // Question and document id in; why that document is where it is, or null for an unknown id. Readers do not download this.
    DEV: zoeker.verklaar = (vraag, docId) => {
      const id = docs.findIndex((doc) => doc.id === docId);
      if (id < 0) return null;
      const { words, ways, rarity, hits } = rank(vraag);
      const place = hits.findIndex((hit) => hit.id === id);
      const { score = 0, pin = 0, dekking = 0, gewicht = 0 } = hits[place] || {};
      return {
        id: docId, plaats: place + 1, score, vastgezet: pin > 0, dekking, gewicht,
        woorden: words.map((woord, i) => ({
          woord,
          zeldzaamheid: rarity[i],
          via: ways.filter((way) => way.van <= i && way.tot >= i).map((way) => {
            const found = way.termen.map((term) => [term, lookup(term).find((hit) => hit[0] === id)]).filter((pair) => pair[1]);
            return {
              soort: way.soort,
              termen: way.termen,
              gevonden: found.map(([term, hit]) => ({ term, velden: hit[3] })),
              score: found.reduce((sum, pair) => sum + pair[1][1], 0) * way.gewicht * found.length / way.termen.length,
              kwaliteit: way.kwaliteit * found.length / way.termen.length
            };
          }).filter((way) => way.gevonden.length).sort((a, b) => b.score - a.score)
        }))
      };
    };

    return zoeker;
  }

  const eachOf = (index) => { let i = 0; return () => index.documenten[i++]; };

  /** Index in; a searcher out, at once. */
  function maak(index) {
    const steps = build(index, index && Array.isArray(index.documenten) ? eachOf(index) : null);
    let step;
    do step = steps.next(); while (!step.done);
    return step.value;
  }

  /**
   * Index, its text, or a function that promises the next piece of that text ('' at the end) in, with a function that promises
   * a pause and a clock (ms); a promise of a searcher. No slice of work is much longer than SLICE, on a slow machine as on a
   * fast one, so the page keeps answering while it is built; of a text each document is read as soon as its line is here.
   */
  async function maakRustig(index, pauze, klok) {
    let until = klok() + SLICE;
    let steps = null;
    let searcher = null;
    /** Promises whether the searcher is there; if not, it waits for more of the text. */
    async function run() {
      for (let step = steps.next(); step.value !== WAIT; step = steps.next()) {
        if (step.done) return Boolean(searcher = step.value);
        if (klok() < until) continue;
        await pauze();
        until = klok() + SLICE;
      }
      return false;
    }
    if (typeof index === 'object') {
      steps = build(index, index && eachOf(index));
      await run();
      return searcher;
    }
    let whole = index;
    const more = typeof index === 'function' ? index : () => { const text = whole; whole = ''; return text; };
    let lines = [];
    let at = 0;
    let last = false;
    let rest = '';
    const next = () => {
      if (at < lines.length && lines[at][0] === ']') last = true;
      if (last) return undefined;
      return at < lines.length ? JSON.parse(lines[at++].replace(/,$/, '')) : null;
    };
    for (let text = await more(); text; text = await more()) {
      const parts = (rest + text).split('\n');
      rest = parts.pop();
      if (!steps && parts.length) steps = build(JSON.parse(parts.shift() + ']}'), next);
      lines = parts;
      at = 0;
      if (steps && await run()) return searcher;
    }
    if (!steps) return maakRustig(JSON.parse(rest), pauze, klok); // not one document a line
    lines = [rest];
    at = 0;
    if (await run()) return searcher;
    throw new Error('zoekindex: niet compleet');
  }

  const kern = {
    maak, maakRustig, stam: stem, woorden: tokens, nummers: identifiers, artikelen: articles,
    /** Called by the script form of the index (zoekindex-<hash>.js), for file://, where fetch may not read. */
    ontvang(index) { kern.ontvangen = index; },
    ontvangen: null
  };
  return kern;
});
