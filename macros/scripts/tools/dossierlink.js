/*
 * On every page: takes the dossier along over the links of the site, shows in the header how many pages it has, puts this
 * page in it without leaving it, and goes to the place in the page that an address names besides it.
 */
import { address, file, LUGGAGE, parameters, split, WRITTEN } from '../shared/address.js';
import { element } from '../shared/dom.js';
import { carry, chosen, luggage } from '../shared/luggage.js';

/** Window in; makes the dossier go along. */
export function begin(root) {
  const { document, location } = root;
  const home = document.querySelector('.kb-woordmerk').href.replace(/index\.html$/, '');
  const page = address(root);
  const counter = element(document, 'a', { class: 'kb-dossierteller', href: file(`${home}dossier/`, location.protocol) });
  const add = document.querySelector('[data-zet-in-dossier]');
  const addText = add && add.textContent;
  const own = add && parameters(new URL(add.href)).get('r');
  let there = null;
  document.querySelector('.kb-zoek').before(counter);

  function count() {
    const all = chosen(page.params());
    const { length } = all;
    counter.hidden = !length;
    counter.textContent = `Dossier: ${length} ${length === 1 ? 'pagina' : 'pagina’s'}`;
    if (add) add.textContent = (all.includes(own) ? 'Bekijk dossier' : addText) + (length ? ` (${length})` : '');
  }

  // Whoever reads on stays here; the same link then leads to the dossier, as it does for who opens it in another tab.
  if (add) {
    const status = element(document, 'span', { role: 'status', class: 'kb-verborgen' });
    add.addEventListener('click', (event) => {
      const all = chosen(page.params());
      if (all.includes(own) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      page.write({ d: [...all, own].join(), r: '' }, { step: false });
      add.after(status); // not before: a page may have a live region of its own, which is the first
      status.textContent = 'Deze pagina staat nu in uw dossier.';
    });
  }

  // In the history entry of this page, for the page one goes back to from here. It lasts as long as the tab, as the
  // address does. Without the Navigation API (Firefox before 147, Safari before 26.2) Back brings the dossier of then.
  const { navigation } = root;
  const leave = () => { if (navigation) navigation.updateCurrentEntry({ state: { kb: luggage(page.params()) } }); };

  function arrive(traversed) {
    const { from } = (traversed && navigation && navigation.activation) || {};
    const { kb } = (from && from.getState()) || {};
    page.write({ ...(kb || luggage(page.params())), r: '' }, { step: false });
    changed();
  }

  function changed() {
    leave();
    count();
  }

  function along(link) {
    const written = link.getAttribute('href'); // a link in a picture (SVG) has no address of its own
    const url = new URL(written, document.baseURI);
    // A place on this page; without one the browser opens the page anew, and the dossier has to come along.
    const here = url.hash && url.pathname === location.pathname && url.search === location.search;
    if (here || !/(\/|\.html)$/.test(url.pathname) || !url.href.startsWith(home)) return;
    link.setAttribute('href', carry(url.href, luggage(page.params())));
    root.setTimeout(() => { link.setAttribute('href', written); }); // the dossier may be another one at the next click
  }
  const follow = ({ target }) => {
    const link = target.closest('a[href]');
    if (link) along(link);
  };
  document.addEventListener('click', follow, true);
  document.addEventListener('auxclick', follow, true);
  document.addEventListener('submit', ({ target }) => {
    if (target.method === 'get' && target.action.startsWith(home)) target.action = carry(target.action, luggage(page.params()));
  });

  /** Marks the place that the address names, as :target does: Firefox forgets that one once a script writes the address. */
  function mark() {
    if (there) there.classList.remove('kb-doel');
    there = document.getElementById(split(location.hash).anchor);
    if (there) there.classList.add('kb-doel');
  }

  root.addEventListener(WRITTEN, changed);
  page.follow(LUGGAGE, count);
  root.addEventListener('hashchange', leave); // a new entry of this page has no state yet
  root.addEventListener('pageshow', ({ persisted }) => { if (persisted) arrive(true); });
  const [{ type } = {}] = root.performance.getEntriesByType('navigation');
  arrive(type === 'back_forward');
  // Not before: a browser that is still loading looks for the place itself, and ends with none.
  root.addEventListener('load', () => {
    if (type === 'navigate') page.land();
    mark();
  });
  root.addEventListener('hashchange', mark);
}
