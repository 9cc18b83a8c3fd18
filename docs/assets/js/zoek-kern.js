/*
 * Search core: MiniSearch (BM25+) under a Dutch layer. Pure: no DOM, no network, no clock, so the same file runs in a
 * browser (also from file://) and in Node, and the same index and question always give the same answer.
 *
 *   const zoeker = KennisbankZoek.maak(index);
 *   zoeker.zoek('geen adres', {facetten: {leefgebied: ['wonen']}, maximum: 20});
 *   zoeker.verklaar('geen adres', 'begrip:briefadres');
 *
 * Index: {versie: 1, soorten: {soort: {label, gewicht}}, facetten: {facet: {label, termen: {waarde: label}}},
 * synoniemen: [[term, ...] or {termen, gebruik}], documenten: [{id, url, titel, soort, samenvatting, koppen, tekst,
 * zoektermen, afkortingen, nummers, datum, denkbeeldig, facetten: {facet: [waarde]}, delen: [{anker, titel, tekst}]}]}.
 * The text of a part (deel) is not repeated in "tekst".
 *
 * The stemmer follows Snowball's "dutch" algorithm (snowballstem.org, BSD-3-Clause), written anew for folded text.
 */
(function (root, make) {
  'use strict';
  if (typeof module === 'object' && module.exports) module.exports = make(() => require('./lib/minisearch.js'));
  else root.KennisbankZoek = make(() => root.MiniSearch);
})(globalThis, function (engineClass) {
  'use strict';

  const MAX_CHARS = 1000; // of a question: longer input is a pasted page, not a question
  const MAX_WORDS = 16;
  const MAX_WORD_LENGTH = 60;
  const WEAK = 0.6; // below this share of the question (by information) the best page is "weak"
  const BODY = 0.8; // a word that a page has in its text only says less than one in its title, summary or search terms
  const TAIL = 0.04; // hits that score less than this share of the best one are left out
  const LENGTH = 180; // characters of a fragment
  const BOOST = { titel: 3, zoektermen: 3, samenvatting: 1.5, tekst: 1 }; // headings count as summary, labels as text
  const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

  // "let" is absent on purpose: it is the name of an instrument. So are "geen", "niet" and "zonder": they change meaning.
  const STOP = new Set(('de het een en of maar want dus als dan dat die dit deze er hier daar wie wat waar welke welk ' +
    'wanneer waarom hoe hoeveel ik jij je u hij zij ze we wij jullie mij me mijn uw zijn haar hun ons onze hem ' +
    'zich zelf van in op te aan met voor door bij uit om over naar tot tegen tussen na af onder per via is ben bent was ' +
    'waren wordt worden werd geweest heeft heb hebt hebben had hadden kan kunnen kun kon mag mogen moet moeten ' +
    'wil wilt willen zal zullen zou zouden gaat gaan doe doet doen krijg krijgt krijgen kreeg gekregen komt komen maakt ' +
    'ook al nog wel nu toch dus weer meer veel heel erg te zo toe iets iemand alle alles elkaar zoals omdat ' +
    'voordat nadat zodat sinds tijdens terwijl daarom elk elke ieder iedereen even eerst graag nodig ' +
    'betekent werkt kwam kwamen deed gedaan staat staan stond geeft geven lukt blijft gebeurt morgen vandaag').split(' '));
  // With the stop words, corpus words that are no compound parts: they would cut "terugkeer" in two.
  const PARTICLE = new Set('terug heen samen boven buiten binnen achter langs rond mede niet vast verder heden eren baar loos lijk'.split(' '));
  const LINKS = ['', 's', 'e', 'en', 'n'];

  // ---- words ----------------------------------------------------------------------------------------------------------

  /** Text in; the same text in lower case, without accents, with the spellings of one thing made one. */
  function fold(text) {
    let folded = String(text).toLowerCase();
    if (/[^\x00-\x7f]/.test(folded)) folded = folded.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[\u2018\u2019]/g, "'").replace(/ß/g, 'ss');
    if (!/['&.\d]/.test(folded)) return folded;
    return folded.replace(/([a-z])'(?=[a-z])/g, '$1') // zzp'er
      .replace(/([a-z])&(?=[a-z])/g, '$1en') // J&V, JenV
      .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1') // m.v.t.
      .replace(/\b(\d{1,3})\.(?=\d{3}\b)|\b(\d\d)\s(?=\d{3}\b)/g, '$1$2'); // 3.480, 34 477
  }

  /** Text in; its words in order. A hyphenated word gives its pieces and, for the index, the pieces joined. */
  function tokens(text, joined) {
    const list = [];
    for (const match of fold(text).match(WORD) || []) {
      if (match.indexOf('-') < 0) list.push(match);
      else {
        const pieces = match.split('-');
        list.push(...pieces);
        if (joined) list.push(pieces.join(''));
      }
    }
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
    let w = word.replace(/^y|([aeiouy])y/g, (m, v) => (v || '') + 'Y').replace(/([aeiouy])i(?=[aeiouy])/g, '$1I');
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
    w = w.replace(/([^aeiouy])(aa|ee|oo|uu)([^aeiouyI])$/, (m, c, v, d) => c + v[0] + d).toLowerCase();
    return w.replace(/kinder$/, 'kind').replace(/([b-df-hj-np-tv-z])\1$/, '$1') // gezinn
      .replace(/([aeiouylnr])z$/, '$1s').replace(/([aeiouylnr])v$/, '$1f') // huiz, briev, but not awbz
      .replace(/(..[^ijy])s$/, '$1').replace(/([^aeiouy])e$/, '$1'); // mens(en), clausule(s), foto's
  }

  /** Text in; one string that is equal for all ways to write the same name: "ALO-kop", "alo kop", "Alokop". */
  const key = (text) => tokens(text).join('');

  /**
   * Text in; the identifiers in it, most precise first: BWB-id, ECLI, CBS code, Kamerstuk. "34 477, nr. 84"
   * gives 34477-84 and then its dossier 34477.
   */
  function identifiers(text) {
    const folded = fold(text);
    let m = /\bbwb([a-z]?)\W?(\d{5,7})\b/.exec(folded);
    if (m) return ['bwb' + (m[1] || 'r') + m[2].padStart(7, '0')];
    m = /\becli\W*[a-z]{2}\W*([a-z]{2,7})\W*(\d{4})\W*([a-z]*\d\w*)/.exec(folded);
    if (m) return ['ecli' + m[1] + m[2] + m[3]];
    m = /\bgm\W?(\d{1,4})\b/.exec(folded);
    if (m) return ['gm' + m[1].padStart(4, '0')];
    m = /\b(\d{5})(?!\d)((?:[\s,.;:-]+(?:nrs?\b[\s.]*)?(?:[a-z]{1,5}|\d{1,4})\b){0,2})/.exec(folded);
    if (!m) return [];
    const parts = (m[2].match(/[a-z\d]+/g) || []).filter((part) => !/^nrs?$/.test(part));
    const found = [];
    for (let n = parts.length; n >= 0; n--) found.push([m[1]].concat(parts.slice(0, n)).join('-'));
    return found;
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

  /** Counts of corpus words in (Map word -> times); what we can ask of that vocabulary. */
  function vocabulary(counts) {
    const stems = new Map();
    const splits = new Map();
    const stemOf = (word) => {
      let found = stems.get(word);
      if (found === undefined) stems.set(word, found = stem(word));
      return found;
    };
    const isPart = (word, least) => (word.length > 3 || word === 'wet') && counts.get(word) >= least && !PARTICLE.has(word) && !STOP.has(word);
    const words = [...counts.keys()].sort();
    const masks = words.map(letterMask);

    // The best way to cut in two: the one whose rarer half is the commonest.
    function halves(word, least) {
      let best = null;
      let score = 0;
      for (let i = 4; i <= word.length - 3; i++) {
        const head = word.slice(0, i);
        if (!isPart(head, least)) continue;
        for (const link of LINKS) {
          if (!word.startsWith(link, i)) continue;
          const tail = word.slice(i + link.length);
          if (!isPart(tail, least)) continue;
          const value = Math.min(counts.get(head), counts.get(tail));
          if (value > score) { score = value; best = [head, tail]; }
        }
      }
      return best;
    }

    /** Word in; its parts (corpus words, two or else three), or an empty list. */
    function split(word, least) {
      if (word.length < 7 || number(word)) return [];
      const memo = least + word;
      let parts = splits.get(memo);
      if (parts) return parts;
      parts = halves(word, least);
      for (let i = 4; !parts && i <= word.length - 8; i++) {
        if (!isPart(word.slice(0, i), least)) continue;
        for (const link of LINKS) {
          const rest = !parts && word.startsWith(link, i) && halves(word.slice(i + link.length), least);
          if (rest) parts = [word.slice(0, i)].concat(rest);
        }
      }
      splits.set(memo, parts = parts || []);
      return parts;
    }

    return {
      stemOf,
      split,
      has: (word) => counts.has(word),
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
        let low = 0;
        for (let high = words.length; low < high;) {
          const middle = (low + high) >> 1;
          if (words[middle] < start) low = middle + 1; else high = middle;
        }
        let end = low;
        while (end < words.length && words[end].startsWith(start)) end++;
        return words.slice(low, end).filter((word) => word !== start).sort((a, b) => counts.get(b) - counts.get(a) || compare(a, b)).slice(0, 40);
      },
      /** Unknown word in; the nearest corpus words as [word, distance], nearest first. */
      near(word, limit) {
        const mask = letterMask(word);
        const found = [];
        for (let i = 0; i < words.length; i++) {
          const other = words[i];
          if (Math.abs(other.length - word.length) > limit || other.length < 4 || bits(masks[i] ^ mask) > 2 * limit) continue;
          const d = distance(word, other, limit);
          if (d <= limit) found.push([other, d + (other[0] === word[0] ? 0 : 0.5)]);
        }
        return found.sort((a, b) => a[1] - b[1] || counts.get(b[0]) - counts.get(a[0]) || compare(a[0], b[0])).slice(0, 6);
      }
    };
  }

  // ---- the searcher ---------------------------------------------------------------------------------------------------

  /** Index in; a searcher out. Throws an Error when the index is not one of ours. */
  function maak(index) {
    if (!index || index.versie !== 1 || !Array.isArray(index.documenten)) throw new Error('zoekindex: onbekend of beschadigd');
    const docs = index.documenten.map((doc) => ({ zoektermen: [], afkortingen: [], nummers: [], delen: [], ...doc }));
    const facets = index.facetten || {};
    const facetNames = Object.keys(facets);
    const counts = new Map();
    const gather = (text) => {
      const words = tokens(text || '', true);
      for (const word of words) counts.set(word, (counts.get(word) || 0) + 1);
      return words;
    };
    const typeOf = (doc) => own(index.soorten, doc.soort) || {};
    const valuesOf = (doc, facet) => own(doc.facetten, facet) || (facet === 'soort' ? [doc.soort] : []);
    const features = (doc) => facetNames.flatMap((facet) => valuesOf(doc, facet).map((value) => own(facets[facet].termen, value)));

    const prepared = docs.map((doc) => ({
      titel: gather(doc.titel),
      zoektermen: gather([...doc.zoektermen, ...doc.afkortingen, ...doc.nummers].join('\n')),
      samenvatting: gather([doc.samenvatting, doc.koppen].join('\n')),
      tekst: gather([typeOf(doc).label, doc.tekst, ...features(doc)].join('\n')),
      delen: doc.delen.map((deel) => gather(deel.titel + '\n' + deel.tekst))
    }));
    // A synonym is a word one may type: it is no typing error, and one may make a typing error in it.
    const groups = (index.synoniemen || []).map((group) => (group.termen ? group : { termen: group }));
    for (const word of tokens(groups.map((group) => group.termen.join('\n')).join('\n'))) if (!counts.has(word)) counts.set(word, 0);
    const vocab = vocabulary(counts);
    const { stemOf, split } = vocab;
    const phrase = (text) => content(tokens(text)).map(stemOf);
    const synonyms = groups.map(({ termen, gebruik }) => ({ termen: termen.map(phrase), gebruik: gebruik && phrase(gebruik) }));

    const expanded = new Map();
    const expand = (word) => {
      let list = expanded.get(word);
      if (!list) expanded.set(word, list = vocab.expand(word));
      return list;
    };
    const terms = (words) => {
      const list = [];
      for (const word of content(words)) for (const term of expand(word)) list.push(term);
      return list;
    };
    const engine = new (engineClass())({
      fields: Object.keys(BOOST),
      stringifyField: (value) => value,
      tokenize: (value) => value,
      processTerm: (term) => term,
      searchOptions: { boost: BOOST, tokenize: (value) => [value] }
    });
    const phrases = new Map(); // first stem of a title or search term -> [[document, all its stems]]
    const named = new Map(); // name or identifier -> [[document, level]]; names with a space in front are stems
    const stemKey = (stems) => ' ' + stems.sort().join(' ');
    const put = (map, at, item) => {
      const list = map.get(at);
      if (list) list.push(item); else map.set(at, [item]);
    };
    const name = (text, id, level) => text && put(named, text, [id, level]);
    prepared.forEach((fields, id) => {
      const doc = docs[id];
      const delen = fields.delen.map((words) => terms(words));
      const titel = terms(fields.titel);
      const zoektermen = terms(fields.zoektermen);
      const samenvatting = terms(fields.samenvatting);
      engine.add({ id, titel, zoektermen, samenvatting, tekst: terms(fields.tekst).concat(...delen) });
      if (delen.length) {
        fields.eigen = new Set(titel.concat(terms(tokens(doc.samenvatting, true))));
        fields.delen = delen.map((list) => new Set(list));
      }
      fields.naam = key(doc.titel);
      name(fields.naam, id, 2);
      name(stemKey(phrase(doc.titel)), id, 1.9);
      name(key(doc.titel.replace(/ \(.*/, '')), id, 2); // "Landelijk Escalatie Team (LET)"
      for (const text of doc.afkortingen) name(key(text), id, 2);
      for (const text of [doc.titel, ...doc.zoektermen, ...doc.afkortingen]) {
        const stems = phrase(text);
        put(phrases, stems[0], [id, stems]);
        if (text !== doc.titel) name(stemKey(stems), id, 1);
      }
      for (const text of doc.nummers) {
        name(key(text), id, 3);
        identifiers(text).forEach((number, i) => name('#' + number, id, i ? 2.5 : 3));
      }
    });
    const lookups = new Map(); // term -> [[document, score, how much that says]]: one lookup per term, kept for the next question

    function lookup(term) {
      let hits = lookups.get(term);
      if (!hits) lookups.set(term, hits = engine.search(term).map((hit) => [hit.id, hit.score, hit.match[term].some((field) => field !== 'tekst') ? 1 : BODY]));
      return hits;
    }

    const known = (word) => lookup(stemOf(word)).length > 0;

    // A word we do not know as the verb form that we do know: "aangemeld" is "aanmeld(en)", "terugbetaald" "terugbetal(en)".
    function conjugated(word) {
      const bare = word.replace(/^(.{0,5}?)ge(?=.{3})/, '$1');
      return [bare, word.replace(/[dt]$/, ''), bare.replace(/[dt]$/, '')].find((form) => form !== word && known(form)) || '';
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
    function waysFor(words) {
      const ways = [];
      const add = (van, tot, soort, termen, gewicht, kwaliteit) => ways.push({ van, tot, soort, termen, gewicht, kwaliteit });
      const meant = words.map((word) => [stemOf(word)]); // what a word may stand for; synonyms look here
      const instead = []; // names that say the whole question in other words
      words.forEach((word, i) => {
        const isKnown = known(word);
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
        const form = isKnown || word.length < 6 ? '' : conjugated(word);
        if (form) {
          add(i, i, 'vervoeging', [stemOf(form)], 0.9, 0.95);
          meant[i][0] = stemOf(form);
        } else if (!isKnown && !vocab.has(word) && !parts.length && !number(word) && word.length > 4) {
          const near = vocab.near(word, word.length < 8 ? 1 : 2);
          for (const [other, d] of near) add(i, i, 'tikfout', [stemOf(other)], 0.9 - 0.2 * d, 0.95 - 0.1 * d);
          if (near.length) meant[i][0] = stemOf(near[0][0]);
          const piece = near.length ? '' : half(word);
          if (piece) add(i, i, 'samenstelling', [stemOf(piece)], 0.5 * piece.length / word.length, 0.6 * piece.length / word.length);
        }
        for (let j = i + 1; j < words.length && j < i + 3; j++) {
          const joined = ['', 's'].map((link) => words.slice(i, j + 1).join(link)).find(known);
          if (joined) add(i, j, 'samenvoeging', [stemOf(joined)], 1, 1);
        }
      });
      for (const { termen, gebruik } of synonyms) {
        termen.forEach((term, t) => {
          const places = new Set(term.map((part) => meant.findIndex((stems) => stems.includes(part))));
          if (places.has(-1)) return;
          for (const other of gebruik ? [gebruik] : termen.filter((x, o) => o !== t)) {
            for (const i of places) add(i, i, 'synoniem', other, 0.8, 0.9);
            if (places.size === words.length) instead.push(stemKey([...other]));
          }
        });
      }
      return { ways, meant, instead };
    }

    /** Question in; every document that has anything to do with it, best first, and how we got there. */
    function rank(vraag) {
      const text = question(vraag);
      const words = [...new Set(content(tokens(text)))].filter((word) => word.length <= MAX_WORD_LENGTH).slice(0, MAX_WORDS);
      const { ways, meant, instead } = waysFor(words);
      const n = docs.length;
      const score = words.map(() => new Float64Array(n));
      const quality = words.map(() => new Float64Array(n));
      const rarity = words.map((word) => {
        const df = lookup(stemOf(word)).length;
        return Math.log(1 + (n - df + 0.5) / (df + 0.5));
      });
      const whole = rarity.reduce((a, b) => a + b, 0);
      for (const { van, tot, soort, termen, gewicht, kwaliteit } of ways) {
        const credit = (id, value, share, says) => {
          for (let i = van; i <= tot; i++) {
            score[i][id] = Math.max(score[i][id], value * gewicht * share);
            quality[i][id] = Math.max(quality[i][id], kwaliteit * says);
          }
        };
        if (termen.length === 1) {
          for (const [id, value, says] of lookup(termen[0])) credit(id, value, 1, says);
          continue;
        }
        const sums = new Map(); // document -> [score, terms found, how much these say]
        for (const term of termen) {
          for (const [id, value, says] of lookup(term)) {
            const sum = sums.get(id) || [0, 0, 0];
            sums.set(id, [sum[0] + value, sum[1] + 1, sum[2] + says]);
          }
        }
        for (const [id, [value, matched, says]] of sums) {
          const share = matched / termen.length;
          if (share === 1 || soort !== 'synoniem') credit(id, value, share, says / termen.length); // half a synonym is another word
        }
      }
      const pins = new Map();
      const pin = (id, level) => pins.set(id, Math.max(level, pins.get(id) || 0));
      for (const form of [key(text), stemKey(meant.map((stems) => stems[0]))]) for (const [id, level] of named.get(form) || []) pin(id, level);
      for (const form of instead) for (const [id] of named.get(form) || []) pin(id, 1);
      identifiers(text).forEach((number, i) => {
        for (const [id, level] of named.get('#' + number) || []) if (!i || level === 3) pin(id, i ? 2.2 : level);
      });
      // A page of which the question holds a whole name or search term: by how much of the question that is.
      const inside = new Map();
      const places = new Map(meant.flatMap((stems, i) => stems.map((one) => [one, i])));
      for (const first of places.keys()) {
        for (const [id, stems] of phrases.get(first) || []) {
          if (!stems.every((one) => places.has(one))) continue;
          const share = [...new Set(stems.map((one) => places.get(one)))].reduce((sum, i) => sum + rarity[i], 0) / whole;
          inside.set(id, Math.max(share, inside.get(id) || 0));
        }
      }
      const hits = [];
      let best = 0;
      for (let id = 0; id < n; id++) {
        let total = 0;
        let covered = 0;
        for (let i = 0; i < words.length; i++) {
          total += score[i][id];
          covered += quality[i][id] * rarity[i];
        }
        const level = pins.get(id) || 0;
        if (!total && !level) continue;
        const dekking = level > 1 ? 1 : covered / whole;
        const gewicht = (typeOf(docs[id]).gewicht || 1) * (level === 1 ? 1.5 : 1 + (inside.get(id) || 0) / 2);
        const value = Math.round(total * dekking * dekking * gewicht * 1e6) / 1e6;
        best = Math.max(best, value);
        hits.push({ id, score: value, pin: level > 1 ? level : 0, dekking, gewicht });
      }
      hits.sort((a, b) => b.pin - a.pin || b.score - a.score || compare(docs[a.id].id, docs[b.id].id));
      return { words, ways, rarity, hits: hits.filter((hit) => hit.pin || hit.score >= TAIL * best) };
    }

    const browse = () => docs.map((doc, id) => ({ id, score: 0, pin: 0, dekking: 1 }))
      .sort((a, b) => compare(prepared[a.id].naam, prepared[b.id].naam) || compare(docs[a.id].id, docs[b.id].id));

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
    function partFor(doc, fields, { words, ways, rarity }) {
      const perWord = words.map((word, i) => ways.filter((way) => way.van <= i && way.tot >= i));
      const covers = (has) => perWord.reduce((sum, list, i) => sum + rarity[i] * list.reduce((most, way) =>
        (way.kwaliteit > most ? Math.max(most, way.kwaliteit * way.termen.filter(has).length / way.termen.length) : most), 0), 0);
      const named = (term) => fields.eigen.has(term);
      const own = covers(named);
      let most = own + 1e-9;
      let found = null;
      fields.delen.forEach((set, i) => {
        const kop = terms(tokens(doc.delen[i].titel, true));
        const heading = covers((term) => kop.includes(term));
        const value = covers((term) => named(term) || set.has(term)) + (heading > own ? heading : 0);
        if (value > most) { most = value; found = doc.delen[i]; }
      });
      return found;
    }

    const pieces = new Map(); // a word as written -> the terms it is found by
    function marks(piece, wanted) {
      let list = pieces.get(piece);
      if (!list) pieces.set(piece, list = tokens(piece, true).flatMap(expand));
      return list.some((term) => wanted.has(term));
    }

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

    const names = new Map(); // word -> the shortest name that holds it; filled when first needed
    /** Words of a question in; names and search terms of the corpus that look like the ones we do not know. */
    function suggest(words) {
      if (!names.size) {
        for (const text of docs.flatMap((doc) => [doc.titel, ...doc.zoektermen, ...doc.afkortingen])) {
          for (const word of tokens(text)) if (!names.has(word) || names.get(word).length > text.length) names.set(word, text);
        }
      }
      const strange = words.filter((word) => word.length > 3 && !number(word) && !known(word));
      const near = strange.flatMap((word) => vocab.near(word, word.length < 6 ? 1 : 2).map((pair) => names.get(pair[0])));
      return [...new Set(near.filter(Boolean))].slice(0, 5);
    }

    function zoek(vraag, keuze) {
      const { facetten, maximum = 20 } = keuze ?? {};
      const ranked = question(vraag) ? rank(vraag) : { words: [], ways: [], rarity: [], hits: browse() };
      const { left, tally } = filter(ranked.hits, facetten);
      const wanted = new Set(ranked.ways.flatMap((way) => way.termen));
      const zwak = !left.length || left[0].dekking < WEAK;
      return {
        treffers: left.slice(0, maximum).map(({ id, score, pin, dekking }) => {
          const doc = docs[id];
          const deel = doc.delen.length && !pin ? partFor(doc, prepared[id], ranked) : null;
          return {
            id: doc.id,
            url: doc.url + (deel ? '#' + deel.anker : ''),
            titel: doc.titel,
            soort: doc.soort,
            score,
            zwak: dekking < WEAK,
            fragment: fragment(deel ? [deel.tekst, doc.samenvatting] : [doc.samenvatting, doc.tekst], wanted),
            deel: deel && { anker: deel.anker, titel: deel.titel },
            datum: doc.datum,
            denkbeeldig: Boolean(doc.denkbeeldig)
          };
        }),
        totaal: left.length,
        zwak,
        facetten: tally,
        suggesties: zwak ? suggest(ranked.words) : []
      };
    }

    /** Question and document id in; why that document is where it is, or null for an unknown id. */
    function verklaar(vraag, docId) {
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
            const found = way.termen.map((term) => [term, engine.search(term).find((hit) => hit.id === id)]).filter((pair) => pair[1]);
            return {
              soort: way.soort,
              termen: way.termen,
              gevonden: found.map(([term, hit]) => ({ term, velden: hit.match[term] })),
              score: found.reduce((sum, pair) => sum + pair[1].score, 0) * way.gewicht * found.length / way.termen.length,
              kwaliteit: way.kwaliteit * found.length / way.termen.length
            };
          }).filter((way) => way.gevonden.length).sort((a, b) => b.score - a.score)
        }))
      };
    }

    return { zoek, verklaar, aantal: docs.length, termen: (text) => terms(tokens(text || '', true)), soorten: index.soorten || {}, facetten: facets };
  }

  const kern = {
    maak, stam: stem, woorden: tokens, nummers: identifiers,
    /** Called by the script form of the index (zoekindex-<hash>.js), for file://, where fetch may not read. */
    ontvang(index) { kern.ontvangen = index; },
    ontvangen: null
  };
  return kern;
});
