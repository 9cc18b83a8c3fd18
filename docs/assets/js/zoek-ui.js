/*
 * Search in the page: suggestions under the search field of every page (a combobox after the ARIA Authoring Practices)
 * and the results on /zoeken/. Both only add to plain HTML forms: without this script, or without an index, a form still
 * goes to /zoeken/ and its list from A to Z. Nothing is loaded before someone uses the search.
 *
 * Everything that needs no page is a pure function at the top, so that Node can test it.
 */
(function (root, make) {
  'use strict';
  const ui = make(root);
  if (typeof module === 'object' && module.exports) module.exports = ui;
  else ui.begin(root.document);
})(globalThis, function (root) {
  'use strict';

  const SUGGESTIONS = 6;
  const PAGE = 20;
  const LEAST = 2; // letters before suggestions appear
  const WAIT = 150; // ms of rest before we search: long enough not to announce every letter
  const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

  // ---- without a page -------------------------------------------------------------------------------------------------

  /** Date as 2025, 2025-10 or 2025-10-09 in; "9 oktober 2025" out. Anything else comes back as it was. */
  function dateText(date) {
    const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date || '');
    if (!match || (match[2] && !MONTHS[match[2] - 1])) return date || '';
    return [match[3] && String(Number(match[3])), match[2] && MONTHS[match[2] - 1], match[1]].filter(Boolean).join(' ');
  }

  /** Way to the root, address of a page and protocol in; the link out. From file:// a folder needs its index.html. */
  function link(wortel, url, protocol) {
    const address = (wortel || './') + url; // the root comes first, so an address can never be a scheme
    return protocol === 'file:' ? address.replace(/\/(?=[?#]|$)/, '/index.html') : address;
  }

  /** Query string and the facets of the index in; {q, facetten} out. Unknown names and values are left out. */
  function readState(search, facets) {
    const params = new URLSearchParams(search);
    const facetten = {};
    for (const name of Object.keys(facets)) {
      const values = params.getAll(name).filter((value) => Object.prototype.hasOwnProperty.call(facets[name].termen, value));
      if (values.length) facetten[name] = Array.from(new Set(values));
    }
    return { q: params.get('q') || '', facetten };
  }

  /** {q, facetten} in; query string out, empty when there is nothing to say. */
  function writeState({ q, facetten }) {
    const params = new URLSearchParams();
    if (q.trim()) params.set('q', q.trim());
    for (const name of Object.keys(facetten)) for (const value of facetten[name]) params.append(name, value);
    const text = params.toString();
    return text && '?' + text;
  }

  /** Outcome of a search and the question in; the sentence for the status line. */
  function statusText({ totaal, zwak }, q) {
    const about = q.trim() ? ` voor ‘${q.trim().slice(0, 80)}’` : '';
    if (!totaal) return `Geen resultaten${about}.`;
    return `${zwak ? 'Weinig passende resultaten: ' : ''}${totaal} ${totaal === 1 ? 'resultaat' : 'resultaten'}${about}.`;
  }

  /**
   * Key and state {open, active, count} in; what it does to an editable combobox: {open, active, act, own}. "act" is
   * 'kies', 'wis' or nothing; "own" says that the browser must not handle the key as well.
   */
  function keyStep(key, alt, { open, active, count }) {
    const state = (to, act, own) => ({ open, active, act: '', own: false, ...to, ...(act && { act }), ...(own && { own }) });
    if ((key === 'ArrowDown' || key === 'ArrowUp') && count) {
      if (alt) return state({ open: key === 'ArrowDown', active: -1 }, '', true);
      const step = key === 'ArrowDown' ? 1 : -1;
      const from = open ? active : -1;
      const next = from < 0 ? (step > 0 ? 0 : count - 1) : (from + step + count) % count;
      return state({ open: true, active: next }, '', true);
    }
    if (key === 'Enter' && open && active >= 0) return state({ open: false }, 'kies', true);
    if (key === 'Escape') return open ? state({ open: false, active: -1 }, '', true) : state({ active: -1 }, 'wis', true);
    if (key === 'Tab') return state({ open: false, active: -1 });
    if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(key)) return state({ active: -1 });
    return state({});
  }

  // ---- in the page ----------------------------------------------------------------------------------------------------

  /** Tag, properties and children (elements or text) in; the element out. Text stays text: nothing is parsed as HTML. */
  function make(document, tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === true) element.setAttribute(name, '');
      else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ''));
    return element;
  }

  function later(work) {
    let timer = 0;
    return () => {
      root.clearTimeout(timer);
      timer = root.setTimeout(work, WAIT);
    };
  }

  const script = (document, src) => new Promise((resolve, reject) => {
    const element = make(document, 'script', { src });
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => reject(new Error('niet geladen: ' + src)));
    document.head.append(element);
  });

  /** Form with the addresses in; a promise of the searcher. Loads once; after a failure the next call tries again. */
  function loader(document, form) {
    let promise = null;
    const { zoekkern, zoekindex } = form.dataset;
    const load = async () => {
      if (!root.KennisbankZoek) await script(document, zoekkern);
      if (root.location.protocol === 'file:') {
        await script(document, zoekindex.replace(/\.json$/, '.js'));
        return root.KennisbankZoek.maak(root.KennisbankZoek.ontvangen);
      }
      const answer = await root.fetch(zoekindex);
      if (!answer.ok) throw new Error('niet geladen: ' + zoekindex);
      return root.KennisbankZoek.maak(await answer.json());
    };
    return () => {
      promise = promise || load().catch((error) => {
        promise = null;
        throw error;
      });
      return promise;
    };
  }

  const label = (zoeker, soort) => (zoeker.soorten[soort] || {}).label || '';
  const imaginary = (document, hit) => (hit.denkbeeldig ? make(document, 'span', { class: 'kb-denkbeeldig' }, 'denkbeeldig') : '');

  /** The search field of every page in; gives it suggestions. */
  function combobox(document, form, load) {
    const input = form.elements.q;
    const id = input.id + '-lijst';
    const list = make(document, 'div', { id, role: 'listbox', class: 'kb-zoek__lijst', 'aria-label': 'Suggesties', hidden: true });
    const status = make(document, 'p', { role: 'status', class: 'kb-zoek__status' });
    form.append(list, status);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) input.setAttribute(name, value);
    let state = { open: false, active: -1, count: 0 };

    function show(to) {
      state = { ...state, ...to };
      list.hidden = !state.open;
      input.setAttribute('aria-expanded', String(state.open));
      Array.from(list.children).forEach((option, i) => option.setAttribute('aria-selected', String(i === state.active)));
      const option = state.open && list.children[state.active];
      if (option) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      } else input.removeAttribute('aria-activedescendant');
    }

    function fill(zoeker) {
      const q = input.value.trim();
      const outcome = q.length < LEAST ? { treffers: [], totaal: 0 } : zoeker.zoek(q, { maximum: SUGGESTIONS });
      const option = (i, href, ...children) => make(document, 'a', { id: `${id}-${i}`, role: 'option', tabindex: '-1', 'aria-selected': 'false', href }, ...children);
      const options = outcome.treffers.map((hit, i) => option(i, link(form.dataset.wortel, hit.url, root.location.protocol),
        make(document, 'span', { class: 'kb-zoek__titel' }, hit.titel), ' ',
        make(document, 'span', { class: 'kb-zoek__soort' }, [label(zoeker, hit.soort), hit.deel && hit.deel.titel].filter(Boolean).join(', ')), ' ', imaginary(document, hit)));
      if (options.length) {
        const everything = outcome.totaal === 1 ? 'Naar de zoekpagina' : `Alle ${outcome.totaal} resultaten`;
        options.push(option(options.length, form.getAttribute('action') + writeState({ q, facetten: {} }), everything));
      }
      list.replaceChildren(...options);
      status.textContent = q.length < LEAST ? '' : options.length ? `${options.length} suggesties. Kies met pijl omlaag.` : 'Geen suggesties.';
      show({ open: options.length > 0 && document.activeElement === input, active: -1, count: options.length });
    }

    // Without an index there are no suggestions; the form still goes to the search page.
    const refresh = () => load().then(fill, () => show({ open: false, active: -1, count: 0 }));
    input.addEventListener('focus', () => load().catch(() => null));
    input.addEventListener('input', later(refresh));
    input.addEventListener('keydown', (event) => {
      const step = keyStep(event.key, event.altKey, state);
      if (step.own) event.preventDefault();
      if (step.act === 'kies') list.children[state.active].click();
      if (step.act === 'wis') {
        input.value = '';
        list.replaceChildren();
        status.textContent = '';
        step.count = 0;
      }
      show(step);
    });
    list.addEventListener('mousedown', (event) => event.preventDefault()); // keep the focus in the field
    form.addEventListener('focusout', (event) => { if (!form.contains(event.relatedTarget)) show({ open: false, active: -1 }); });
  }

  /** The form of /zoeken/ in; gives it facets and results. */
  function page(document, form, source, load) {
    const at = (name) => document.querySelector(`[data-${name}]`);
    const [facetBox, status, results, help, az] = ['facetten', 'zoekstatus', 'resultaten', 'zoekhulp', 'az'].map(at);
    const input = form.elements.q;
    const more = make(document, 'button', { type: 'button', class: 'kb-meer', hidden: true }, 'Toon meer resultaten');
    const clear = make(document, 'button', { type: 'button', class: 'kb-wis', hidden: true }, 'Wis alle filters');
    const boxes = []; // {input, row, count, facet, value}
    const chosen = () => {
      const facetten = {};
      for (const box of boxes) if (box.input.checked) (facetten[box.facet] = facetten[box.facet] || []).push(box.value);
      return facetten;
    };
    results.after(more);
    az.id = az.id || 'kb-az';

    // Choices start closed, so that the results are in view, unless one of them was chosen.
    function facetSet(name, facet, open) {
      const rows = Object.keys(facet.termen).map((value, i) => {
        const id = `kb-facet-${name}-${i}`;
        const box = { facet: name, value, input: make(document, 'input', { type: 'checkbox', id, name, value }), count: make(document, 'span', { class: 'kb-facet__aantal' }) };
        box.row = make(document, 'div', { class: 'kb-facet__keuze' }, box.input, ' ', make(document, 'label', { for: id }, facet.termen[value], ' ', box.count));
        boxes.push(box);
        return box.row;
      });
      const legend = make(document, 'legend', { class: 'kb-verborgen' }, facet.label);
      return make(document, 'details', { open: Boolean(open) }, make(document, 'summary', null, facet.label), make(document, 'fieldset', { class: 'kb-facet' }, legend, ...rows));
    }

    const item = (zoeker, hit) => make(document, 'li', { class: 'kb-treffer' },
      make(document, 'a', { href: link(source.dataset.wortel, hit.url, root.location.protocol) }, hit.titel + (hit.deel ? ': ' + hit.deel.titel : '')), ' ',
      make(document, 'span', { class: 'kb-treffer__soort' }, label(zoeker, hit.soort)), ' ', imaginary(document, hit),
      make(document, 'p', { class: 'kb-treffer__fragment' }, ...hit.fragment.map((piece) => (piece.gemarkeerd ? make(document, 'mark', null, piece.tekst) : piece.tekst))),
      hit.datum ? make(document, 'p', { class: 'kb-treffer__datum' }, make(document, 'time', { datetime: hit.datum }, dateText(hit.datum))) : '');

    function advise({ suggesties }) {
      const parts = [make(document, 'p', null, 'Probeer een ander of korter woord, of zoek met minder woorden.')];
      if (suggesties.length) {
        const links = suggesties.map((term) => make(document, 'li', null, make(document, 'a', { href: writeState({ q: term, facetten: {} }) }, term)));
        parts.unshift(make(document, 'p', null, 'Bedoelde u een van deze woorden?'), make(document, 'ul', null, ...links));
      }
      help.replaceChildren(...parts, make(document, 'p', null, make(document, 'a', { href: '#' + az.id }, 'Bekijk alles van A tot Z')));
    }

    let shownFor = null;
    function run(zoeker, maximum) {
      const wish = { q: input.value, facetten: chosen() };
      const query = writeState(wish);
      if (shownFor === query + maximum) return; // the same results again would take the focus from a link in them
      shownFor = query + maximum;
      const outcome = zoeker.zoek(wish.q, { facetten: wish.facetten, maximum });
      const asked = query !== '';
      // From file:// a browser refuses to change the address.
      if (root.location.protocol !== 'file:' && query !== root.location.search) root.history.replaceState(null, '', query || root.location.pathname);
      for (const box of boxes) {
        const count = outcome.facetten[box.facet][box.value];
        box.count.textContent = `(${count})`;
        box.row.hidden = !count && !box.input.checked;
      }
      for (const set of facetBox.querySelectorAll('details')) set.hidden = !set.querySelector('.kb-facet__keuze:not([hidden])');
      results.replaceChildren(...(asked ? outcome.treffers.map((hit) => item(zoeker, hit)) : []));
      status.textContent = asked ? statusText(outcome, wish.q) : '';
      help.hidden = !asked || !outcome.zwak;
      if (!help.hidden) advise(outcome);
      az.hidden = asked && !outcome.zwak;
      more.hidden = !asked || outcome.totaal <= outcome.treffers.length;
      clear.hidden = !Object.keys(wish.facetten).length;
    }

    function start(zoeker) {
      const wish = readState(root.location.search, zoeker.facetten);
      facetBox.replaceChildren(...Object.entries(zoeker.facetten).map(([name, facet]) => facetSet(name, facet, wish.facetten[name])), clear);
      input.value = input.value || wish.q;
      for (const box of boxes) box.input.checked = (wish.facetten[box.facet] || []).includes(box.value);
      let shown = PAGE;
      const again = () => { shown = PAGE; run(zoeker, shown); };
      input.addEventListener('input', later(again));
      form.addEventListener('change', again);
      form.addEventListener('submit', (event) => { event.preventDefault(); again(); });
      clear.addEventListener('click', () => { for (const box of boxes) box.input.checked = false; again(); input.focus(); });
      more.addEventListener('click', () => {
        const first = results.children.length;
        shown += PAGE;
        run(zoeker, shown);
        results.children[first].querySelector('a').focus();
      });
      again();
    }

    const go = () => load().then(start, () => {
      status.textContent = 'Zoeken lukt nu niet: het zoekbestand is niet geladen. Gebruik de lijst van A tot Z op deze pagina.';
    });
    if (root.location.search) go(); else form.addEventListener('focusin', go, { once: true });
  }

  /** Document in; starts what this page has. */
  function begin(document) {
    const header = document.querySelector('form.kb-zoek');
    const form = document.getElementById('kb-zoekform');
    const source = [form, header].find((one) => one && one.dataset.zoekindex);
    if (!source) return;
    const load = loader(document, source);
    if (header) {
      if (root.location.protocol === 'file:') header.setAttribute('action', link('', header.getAttribute('action'), 'file:'));
      combobox(document, header, load);
    }
    if (form) page(document, form, source, load);
  }

  return { begin, dateText, link, readState, writeState, statusText, keyStep };
});
