/*
 * For a page whose list goes on over more pages (macros/site/parts.py), and that has a tool which chooses from that list.
 * The tool reads the list from the page, so it begins only when all parts are in there. They are fetched when a reader
 * asks for it, or comes with a choice in the address: as scripts, because a page from disk may not fetch.
 *
 * A part is { deel, knopen, keuzes }: what flows on that page as [tag, attributes, …children], where a tag that begins
 * with + is an element that began on a page before; and, with the first part, what was cut off long lists of choices.
 */

import { address, file, LUGGAGE } from '../shared/address.js';
import { button, element } from '../shared/dom.js';
import { notice } from '../shared/guard.js';

const AT_ONCE = 4; // parts fetched at a time

/** Document, address that links are relative to, protocol and a node in; the element out. */
export function build(document, protocol, [tag, attributes, ...children]) {
  const made = document.createElement(tag.replace('+', ''));
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, name === 'href' ? file(value, protocol) : value);
  made.append(...children.map((child) => (typeof child === 'string' ? child : build(document, protocol, child))));
  return made;
}

/** An element in; that element and the last in it, and the last in that, and so on. */
const path = (one) => (one ? [one, ...path(one.lastElementChild)] : []);

/**
 * The elements behind which the list goes on, from the outside in, and the nodes of a part in; puts them there and gives
 * the elements behind which the next part goes.
 */
export function merge(document, protocol, open, nodes, depth = 0) {
  let now = open;
  for (const node of nodes) {
    if (node[0].startsWith('+')) now = merge(document, protocol, now, node.slice(2).filter(Array.isArray), depth + 1);
    else {
      const made = build(document, protocol, node);
      now[depth].after(made);
      now = [...now.slice(0, depth), ...path(made)];
    }
  }
  return now;
}

/** Window in; says that the list has parts, and begins the tool of this page when they are all there. */
export function begin(root) {
  const { document, location } = root;
  const own = document.querySelector('script[data-delen]');
  if (!own) return;
  const count = Number(own.dataset.delen);
  const parts = new Map();
  const status = element(document, 'p', { role: 'status' });
  const start = button(document, 'Zoek en kies in de hele lijst', () => whole());
  const box = element(document, 'p', { class: 'kb-knoppen', 'data-hele-lijst': true }, start);

  function load(deel) {
    return new Promise((done, failed) => {
      const script = element(document, 'script', { src: `${deel}/deel.js` });
      script.addEventListener('load', done);
      script.addEventListener('error', () => {
        script.remove();
        failed();
      });
      document.head.append(script);
    });
  }

  async function whole() {
    start.disabled = true;
    const left = Array.from({ length: count - 1 }, (_, i) => i + 2).filter((deel) => !parts.has(deel));
    const say = () => { status.textContent = `De hele lijst wordt geladen: ${parts.size + 1} van de ${count} delen.`; };
    say();
    const next = async () => {
      while (left.length) {
        await load(left.shift());
        say();
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, next));
    } catch (error) {
      if (error) throw error;
      status.textContent = 'Niet de hele lijst is geladen. Controleer uw verbinding en probeer het nog eens. Alle bladzijden kunt u wel lezen.';
      start.disabled = false;
      return;
    }
    for (const link of document.querySelectorAll('main a[id]')) { // it stood for a place on a next page, which comes here now
      if (!link.getAttribute('href').endsWith(`#${link.id}`)) continue;
      link.setAttribute('href', `#${link.id}`);
      link.removeAttribute('id');
    }
    let open = Array.from(document.querySelectorAll('[data-vervolg]'));
    for (let deel = 2; deel <= count; deel += 1) {
      const { knopen, keuzes } = parts.get(deel);
      keuzes.forEach((nodes, i) => document.querySelector(`[data-keuzes="${i}"]`).append(...nodes.map((node) => build(document, location.protocol, node))));
      open = merge(document, location.protocol, open, knopen);
    }
    parts.clear();
    for (const nav of document.querySelectorAll('nav[aria-label^="Bladzijden"]')) nav.remove();
    box.remove();
    status.textContent = '';
    document.head.append(element(document, 'script', { src: own.dataset.hulpmiddel }));
  }

  root.KennisbankDelen = { ontvang: (part) => parts.set(part.deel, part) };
  const place = document.querySelector('[data-zonder-script]') || document.querySelector('main [data-stand]') || document.querySelector('main h1');
  place[place.matches('h1') ? 'after' : 'before'](box, status);
  // Who comes with a choice comes for what is left of the list.
  const names = Array.from(address(root).params().keys());
  const tool = document.querySelector('[data-dossier]');
  if (names.some((name) => tool || !LUGGAGE.includes(name))) whole().catch((error) => { notice(document, 'Het laden van de hele lijst'); root.reportError(error); });
}
