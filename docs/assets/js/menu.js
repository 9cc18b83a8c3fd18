/*
 * The menu on a narrow screen. Without this script "Menu" is a link to the menu in the footer; with it, it is a
 * button that opens the menu in the header. The stylesheet shows and hides: a closed menu is not displayed at all, so
 * nothing in it can take the focus.
 */
(function () {
  'use strict';
  const header = document.querySelector('.kb-kop');
  const link = header.querySelector('.kb-menuknop');
  const menu = document.getElementById('hoofdmenu');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.textContent = link.textContent;
  button.setAttribute('aria-controls', menu.id);

  function show(open) {
    button.setAttribute('aria-expanded', String(open));
    header.classList.toggle('kb-kop--open', open);
  }

  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') === 'false'));
  header.addEventListener('keydown', (event) => {
    // Escape in the search field belongs to its list of suggestions, which says so by preventing the default.
    if (event.key !== 'Escape' || event.defaultPrevented || button.getAttribute('aria-expanded') === 'false') return;
    show(false);
    button.focus();
  });
  show(false);
  link.replaceWith(button);
})();
