/*
 * The choice between light, dark and what the system says. Runs before the page is painted, so that a chosen scheme does
 * not flash. Without this script the system decides. Nothing is stored before someone chooses.
 */
import { button, element } from '../shared/dom.js';

const KEY = 'kb-kleurstand';
const MODES = { systeem: 'Systeem', licht: 'Licht', donker: 'Donker' };

/** Window in; applies the stored choice and puts the buttons in the footer. */
export function begin(window) {
  const { document } = window;
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
    const buttons = Object.keys(MODES).map((mode) => button(document, MODES[mode], () => {
      apply(mode);
      storage((store) => (mode === 'systeem' ? store.removeItem(KEY) : store.setItem(KEY, mode)));
      buttons.forEach((one, i) => one.setAttribute('aria-pressed', String(Object.keys(MODES)[i] === mode)));
    }));
    buttons.forEach((one, i) => one.setAttribute('aria-pressed', String(Object.keys(MODES)[i] === current)));
    const group = element(document, 'div', { class: 'kb-kleurstand', role: 'group', 'aria-labelledby': 'kb-kleurstand' },
      element(document, 'span', { id: 'kb-kleurstand' }, 'Kleuren'), ...buttons);
    document.querySelector('.kb-voet__afzender').append(group);
  });
}
