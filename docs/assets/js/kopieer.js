/*
 * Puts a button behind every element with data-kopieerbaar (what the reader calls it) that copies its text.
 */
(function () {
  'use strict';
  for (const source of document.querySelectorAll('[data-kopieerbaar]')) {
    const row = document.createElement('p');
    const button = document.createElement('button');
    const status = document.createElement('span');
    button.type = 'button';
    button.textContent = `Kopieer ${source.dataset.kopieerbaar}`;
    status.setAttribute('role', 'status');
    const select = () => {
      window.getSelection().selectAllChildren(source);
      status.textContent = 'Kopiëren lukt hier niet vanzelf. De tekst is geselecteerd: druk op Ctrl+C, of op Cmd+C op een Mac.';
    };
    button.addEventListener('click', () => {
      // There is no clipboard on a page without https.
      if (!navigator.clipboard) return select();
      return navigator.clipboard.writeText(source.textContent.trim()).then(() => { status.textContent = 'Gekopieerd.'; }, select);
    });
    row.append(button, ' ', status);
    source.after(row);
  }
})();
