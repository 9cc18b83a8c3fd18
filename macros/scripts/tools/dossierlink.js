/*
 * On every page: takes the dossier along over the links of the site, shows in the header how many pages it has, and goes
 * to the place in the page that an address names besides it.
 */
import { address, LUGGAGE, parameters, WRITTEN } from '../shared/address.js';
import { element } from '../shared/dom.js';
import { carry, chosen, luggage, source } from '../shared/luggage.js';

/** Window in; makes the dossier go along. */
export function begin(root) {
  const { document, location } = root;
  const home = document.querySelector('.kb-woordmerk').href.replace(/index\.html$/, '');
  const page = address(root);
  const counter = element(document, 'a', { class: 'kb-dossierteller', href: `${home}dossier/${location.protocol === 'file:' ? 'index.html' : ''}` });
  const add = document.querySelector('[data-zet-in-dossier]');
  const addText = add && add.textContent;
  document.querySelector('.kb-zoek').before(counter);

  function count() {
    const { length } = chosen(page.params());
    counter.hidden = !length;
    counter.textContent = `Dossier: ${length} ${length === 1 ? 'pagina' : 'pagina’s'}`;
    if (add) add.textContent = length ? `${addText} (bij de ${length} die u al koos)` : addText;
  }

  function arrive(traversed) {
    const { activation } = root.navigation || {}; // without it Back brings back the dossier of that time
    const from = source(traversed, activation && activation.from && activation.from.url, home, location.href);
    page.write({ ...luggage(parameters(new URL(from))), r: '' }, { step: false });
    count();
  }

  function along(link) {
    const here = link.pathname === location.pathname && link.search === location.search;
    if (here || !/(\/|\.html)$/.test(link.pathname) || !link.href.startsWith(home)) return;
    const own = link.href;
    link.href = carry(own, luggage(page.params()));
    root.setTimeout(() => { link.href = own; }); // the dossier may be another one at the next click
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

  root.addEventListener(WRITTEN, count);
  page.follow(LUGGAGE, count);
  root.addEventListener('pageshow', ({ persisted }) => { if (persisted) arrive(true); });
  const [{ type } = {}] = root.performance.getEntriesByType('navigation');
  arrive(type === 'back_forward');
  if (type === 'navigate') page.land();
}
