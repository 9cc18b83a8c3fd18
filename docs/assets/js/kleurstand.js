/*
 * The choice between light, dark and what the system says. Runs before the page is painted, so that a chosen scheme does
 * not flash. Without this script the system decides. Nothing is stored before someone chooses.
 */
(function () {
  'use strict';
  const KEY = 'kb-kleurstand';
  const MODES = { systeem: 'Systeem', licht: 'Licht', donker: 'Donker' };
  const root = document.documentElement;

  // A browser that blocks storage throws already when the property is read; the choice then lasts for this page.
  function storage(work) {
    try {
      return work(window.localStorage);
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }

  function apply(mode) {
    if (mode === 'systeem') delete root.dataset.kleurstand;
    else root.dataset.kleurstand = mode;
  }

  let current = storage((store) => store.getItem(KEY));
  if (current !== 'licht' && current !== 'donker') current = 'systeem';
  apply(current);

  document.addEventListener('DOMContentLoaded', () => {
    const group = document.createElement('div');
    const label = document.createElement('span');
    group.className = 'kb-kleurstand';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', 'kb-kleurstand');
    label.id = 'kb-kleurstand';
    label.textContent = 'Kleuren';
    const buttons = Object.keys(MODES).map((mode) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = MODES[mode];
      button.setAttribute('aria-pressed', String(mode === current));
      button.addEventListener('click', () => {
        apply(mode);
        storage((store) => (mode === 'systeem' ? store.removeItem(KEY) : store.setItem(KEY, mode)));
        for (const one of buttons) one.setAttribute('aria-pressed', String(one === button));
      });
      return button;
    });
    group.append(label, ...buttons);
    document.querySelector('.kb-kop__binnen').append(group);
  });
})();
