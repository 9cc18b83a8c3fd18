/*
 * What is folded in on a page: opens it when an address points into it, opens all proof at once, and marks in "Op deze
 * pagina" where one reads. Without this script every part opens by itself.
 */
import { split } from '../shared/address.js';
import { button } from '../shared/dom.js';

/** Element in; opens everything that it is folded in, and what it is itself the summary of. */
export function unfold(target) {
  for (let one = target && target.closest('details'); one; one = one.parentElement.closest('details')) one.open = true;
}

function follow(root) {
  const { document, location } = root;
  const arrive = () => {
    const target = document.getElementById(split(location.hash).anchor);
    if (!target) return;
    unfold(target);
    const next = target.nextElementSibling; // a heading stands before what is folded in under it
    if (next && next.matches('.kb-laag')) next.open = true;
    target.scrollIntoView();
  };
  root.addEventListener('hashchange', arrive);
  document.addEventListener('click', ({ target }) => { // the hash is there already: no event comes
    const link = target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) arrive();
    const head = target.closest('h2'); // who clicks the words of a heading means what is under it
    const under = head && head.nextElementSibling;
    if (under && under.matches('.kb-laag')) under.open = !under.open;
  });
  if (split(location.hash).anchor) arrive();
}

function proofs(document) {
  const place = document.querySelector('[data-rust]');
  const all = Array.from(document.querySelectorAll('main .kb-bewijs')).filter((one) => one.localName === 'details');
  if (!place || !all.length) return;
  const toggle = button(document, 'Toon alle bewijs', () => {
    const open = toggle.getAttribute('aria-pressed') === 'false';
    toggle.setAttribute('aria-pressed', String(open));
    for (const one of all) {
      one.open = open;
      if (open) unfold(one);
    }
  });
  toggle.setAttribute('aria-pressed', 'false');
  place.append(' ', toggle);
}

/** Window in; folds the list of headings in where it stands above the text and not beside it. */
function compact(root) {
  const list = root.document.querySelector('.kb-inhoud details');
  if (list && root.matchMedia('(max-width: 71.99em)').matches) list.open = false;
}

function mark(root) {
  const links = Array.from(root.document.querySelectorAll('.kb-inhoud a'));
  const heads = links.map((link) => root.document.getElementById(link.hash.slice(1)));
  if (!links.length) return;
  const look = () => {
    const top = root.innerHeight / 3;
    const at = heads.reduce((last, head, i) => (head.getBoundingClientRect().top <= top ? i : last), -1);
    links.forEach((link, i) => {
      if (i === at) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  };
  let waits = false;
  root.addEventListener('scroll', () => {
    if (waits) return;
    waits = true;
    root.requestAnimationFrame(() => { waits = false; look(); });
  }, { passive: true });
  // When the page has been drawn: asked before, it lays out a long page at once, and a frame that waits for a script of ours
  // holds up a slow phone.
  root.setTimeout(look, 250);
}

/** Window in; serves what is folded in. */
export function begin(root) {
  follow(root);
  proofs(root.document);
  compact(root);
  mark(root);
}
