/*
 * The menu on a narrow screen. Without this script "Menu" is a link to the menu in the footer; with it, it is a
 * button that opens the menu in the header. The stylesheet shows and hides: a closed menu is not displayed at all, so
 * nothing in it can take the focus.
 */
import { element } from '../shared/dom.js';

/** Window in; gives the page its menu button. */
export function begin({ document }) {
  const header = document.querySelector('.kb-kop');
  const link = header.querySelector('.kb-menuknop');
  const menu = document.getElementById('hoofdmenu');
  const toggle = element(document, 'button', { type: 'button', class: link.className, 'aria-controls': menu.id }, link.textContent);

  function show(open) {
    toggle.setAttribute('aria-expanded', String(open));
    toggle.textContent = open ? 'Sluit' : link.textContent;
    header.classList.toggle('kb-kop--open', open);
  }

  // The tools stand in the footer only: a second copy would weigh on every page.
  const tools = document.querySelector('#menu ul + ul');
  if (tools) menu.append(tools.cloneNode(true));
  toggle.addEventListener('click', () => show(toggle.getAttribute('aria-expanded') === 'false'));
  header.addEventListener('keydown', (event) => {
    // Escape in the search field belongs to its list of suggestions, which says so by preventing the default.
    if (event.key !== 'Escape' || event.defaultPrevented || toggle.getAttribute('aria-expanded') === 'false') return;
    show(false);
    toggle.focus();
  });
  show(false);
  link.replaceWith(toggle);
}
