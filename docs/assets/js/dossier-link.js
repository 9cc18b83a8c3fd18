/* Takes a dossier along while reading: ?d=leerpunt:alo-kop,wet:awir on any page. Nothing is stored. */
(function (root) {
  'use strict';
  /** Query string in; the ids in it, each once. */
  function read(search) {
    const params = new URLSearchParams(search);
    const all = [...params.getAll('d'), ...params.getAll('r')].join().split(',');
    return Array.from(new Set(all)).filter((id) => /^[a-z]+:[a-z0-9-]+$/.test(id));
  }

  /** Address and ids in; the address with them. That of the dossier keeps its own, behind them. */
  function carry(href, ids) {
    const url = new URL(href);
    const [name, own] = /\/dossier\/(index\.html)?$/.test(url.pathname) ? ['r', read(url.search)] : ['d', []];
    for (const old of ['d', 'r']) url.searchParams.delete(old);
    const all = Array.from(new Set([...ids, ...own])).join();
    if (all) url.search += `${url.search && '&'}${name}=${all}`;
    return url.href;
  }

  root.KennisbankDossierLink = { read, carry };
  const { document, location } = root;
  if (!document) return; // in Node

  const start = read(location.search);
  const ids = () => (root.KennisbankDossier ? root.KennisbankDossier.keuze() : start);
  const home = document.querySelector('.kb-woordmerk').href;
  const add = document.querySelector('[data-zet-in-dossier]');
  if (add && start[0]) {
    add.href = carry(add.href, start);
    add.textContent += ` (bij de ${start.length} die u al koos)`;
  }
  function follow({ target }) {
    const link = target.closest('a[href]');
    if (link && link !== add && ids()[0] && link.pathname !== location.pathname && /(\/|\.html)$/.test(link.pathname) && link.href.startsWith(home)) link.href = carry(link.href, ids());
  }
  document.addEventListener('click', follow, true);
  document.addEventListener('auxclick', follow, true);
  document.addEventListener('submit', ({ target }) => {
    if (!target.matches('.kb-zoek') || !ids()[0]) return;
    const field = target.d || document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'd', value: ids() });
    target.append(field);
  });
})(globalThis);
