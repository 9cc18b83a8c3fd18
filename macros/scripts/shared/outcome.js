/** What comes of a choice, right under the choice on a small screen: it is in sight there and lies over nothing. */
import { button } from './dom.js';

/** Document and a button in; puts it under the choice that has the focus, if there is one. */
export function underChoice(document, node) {
  const at = document.activeElement;
  const row = at && at.closest('.kb-facet__keuze, .kb-filter p, form p');
  if (!row || row === node.parentElement) return;
  row.after(node);
  setTimeout(() => node.scrollIntoView({ block: 'nearest' })); // a task of its own: it makes the browser lay out the page
}

/**
 * Where the outcome stands in; { node, say } out: a button that leads there, and a function that says on it what comes of
 * the choices; while nothing is chosen there is no button, as nothing comes of it. No link: the address holds the choice.
 */
export function outcome(document, target) {
  const node = button(document, '', () => {
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  });
  node.classList.add('kb-uitslag');
  node.hidden = true;
  return {
    node,
    say(text) {
      node.textContent = text;
      node.hidden = !text;
      if (text) underChoice(document, node);
    },
  };
}
