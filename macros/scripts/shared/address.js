/**
 * The one place that reads and writes the address of a page.
 *
 * What a reader chooses or types stands behind the `#`, as `#wet=awir&soort=wet`: no browser sends that part to a server,
 * so it is in no log and in no Referer, and it may be changed on a page from disk as well. Links from before, with the
 * same names behind a `?`, keep working: a name is read from the `?` until it is written, then it moves behind the `#`.
 *
 * A place in the page comes first: `#bron-3&wet=awir`. Names that a script does not own stay as they are. So a page
 * keeps what another script put there, and `d` (shared/luggage.js) goes along over the whole site.
 *
 *   const page = address(window);
 *   page.get('q')                      text or '', the first value
 *   page.getAll('wet')                 all values
 *   page.write({ q: 'schuld', wet: ['awir', 'wgs'], sorteer: '' })   a step: Back undoes it; '' or [] takes a name away
 *   page.write({ tekst }, { step: false })                           the same step, other words
 *   page.follow(['q', 'wet'], show)    show() after Back, Forward or a link in the page changed one of these names
 *
 * Write what is typed when the reader submits it, not at each letter: an address ends in the history of the browser.
 */

const OURS = { kb: 1 }; // the state of every history entry we have seen: what has none was made by a link in the page
let before = ''; // the hash when we last looked
export const LUGGAGE = ['d', 'titel']; // goes along over the whole site: the chosen pages of a dossier, and its title
export const WRITTEN = 'kb-adres'; // the event after a script wrote the address

/** Hash in; { anchor, params } out. The anchor is the piece without a name. */
export function split(hash) {
  const pieces = hash.replace(/^#/, '').split('&').filter(Boolean);
  return {
    anchor: pieces.find((piece) => !piece.includes('=')) || '',
    params: new URLSearchParams(pieces.filter((piece) => piece.includes('=')).join('&')),
  };
}

/** The names and values of a list of pairs in; text for an address out, readable where that is allowed. */
export function encode(pairs) {
  const safe = (text) => encodeURIComponent(text).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%20/g, '+');
  return Array.from(pairs, ([name, value]) => `${safe(name)}=${safe(value)}`).join('&');
}

/** Anchor and parameters in; hash out, the luggage last, empty when there is nothing. */
export function join(anchor, params) {
  const goesAlong = ([name]) => LUGGAGE.includes(name);
  const pairs = Array.from(params);
  const text = [anchor, encode([...pairs.filter((pair) => !goesAlong(pair)), ...pairs.filter(goesAlong)])].filter(Boolean).join('&');
  return text && `#${text}`;
}

/** Address (location or URL) in; all its parameters out: a name behind the # goes before the same behind the ?. */
export function parameters({ search, hash }) {
  const { params } = split(hash);
  const all = new URLSearchParams(params);
  const here = new Set(params.keys());
  for (const [name, value] of new URLSearchParams(search)) if (!here.has(name)) all.append(name, value);
  return all;
}

/** Address and { name: value or values } in; the path, query and hash out in which those names have those values. */
export function changed({ pathname, search, hash }, changes) {
  const query = new URLSearchParams(search);
  const { anchor, params } = split(hash);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    params.delete(name);
    for (const one of [value].flat()) if (one) params.append(name, one);
  }
  const rest = encode(query);
  return pathname + (rest && `?${rest}`) + join(anchor, params);
}

/** Parameters and what may stand behind each name, { wet: ['awir', …], sinds: isDay }, in; [name, value] of all else out. */
export function strange(params, known) {
  const fits = (rule, value) => (typeof rule === 'function' ? rule(value) : rule.includes(value));
  return Array.from(params).filter(([name, value]) => Object.hasOwn(known, name) && value && !fits(known[name], value));
}

/** What strange gave in; the sentence that says so, or nothing. */
export function strangeText(pairs) {
  if (!pairs.length) return '';
  return `Niet herkend in het adres, en dus niet gebruikt: ${pairs.map(([name, value]) => `${name} ‘${value.slice(0, 80)}’`).join(', ')}.`;
}

/**
 * Hash, whether a link in the page made it, and the hash before in; the hash out as it must be. A link to a place in the
 * page leaves out all names, and Back has the luggage of that time: both get what is true now.
 */
export function settled(hash, fresh, before) {
  const { anchor, params } = split(hash);
  const old = split(before).params;
  const bare = fresh && !encode(params);
  const names = new Set([...(bare ? old.keys() : []), ...(fresh && params.has(LUGGAGE[0]) ? [] : LUGGAGE)]);
  for (const name of names) {
    params.delete(name);
    for (const value of old.getAll(name)) params.append(name, value);
  }
  return join(anchor, params);
}

const isOurs = ({ state }) => Boolean(state && state.kb);
const claim = ({ history, location }, hash) => history.replaceState(OURS, '', location.pathname + location.search + hash);

/** Window in; puts the hash as it must be after Back, Forward or a link in the page. */
function settle(root) {
  const { history, location } = root;
  const fresh = !isOurs(history);
  const hash = settled(location.hash, fresh, before);
  if (fresh || hash !== location.hash) claim(root, hash);
  before = location.hash;
}

/** Link to a page and protocol in; the link out. From disk nothing turns a folder into the page in it. */
export const file = (href, protocol) => (protocol === 'file:' ? href.replace(/\/(?=[?#]|$)/, '/index.html') : href);

/** Window in; the address of this page out. */
export function address(root) {
  const { history, location } = root;
  const now = () => parameters(location);
  const keep = () => { before = location.hash; };
  keep();
  if (!isOurs(history)) claim(root, location.hash);
  root.addEventListener(WRITTEN, keep);
  return {
    get: (name) => now().get(name) || '',
    getAll: (name) => now().getAll(name).filter(Boolean),
    params: now,
    write(changes, { step = true } = {}) {
      const old = now();
      const same = Object.entries(changes).every(([name, value]) => encode([value].flat().filter(Boolean).map((one) => [name, one])) === encode(old.getAll(name).filter(Boolean).map((one) => [name, one])));
      if (same) return;
      history[step ? 'pushState' : 'replaceState'](OURS, '', changed(location, changes));
      root.dispatchEvent(new root.Event(WRITTEN));
    },
    /** Goes to the place in the page that the address names besides other things, which a browser does not find. */
    land() {
      const { hash } = location;
      const { anchor } = split(hash);
      if (!anchor || hash === `#${anchor}`) return;
      location.replace(`#${anchor}`); // as a link would: the focus, the scrolling and :target
      claim(root, hash);
    },
    follow(names, show) {
      const read = () => encode(Array.from(now()).filter(([name]) => names.includes(name)));
      let seen = read();
      const look = () => {
        settle(root);
        if (read() === seen) return;
        seen = read();
        show();
      };
      root.addEventListener('popstate', look);
      root.addEventListener('hashchange', look);
      root.addEventListener(WRITTEN, () => { seen = read(); });
    },
  };
}
