/** What comes of a choice, in sight for as long as the choices fill a small screen. */
import { button } from './dom.js';

/**
 * Where the outcome stands in; { node, say } out: a button that leads there, at the edge of a small screen for as long as
 * the choices fill it, and a function that says on it what comes of them. No link: the address holds the choice.
 */
export function outcome(document, target) {
  const node = button(document, '', () => {
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  });
  node.classList.add('kb-uitslag');
  return { node, say: (text) => { node.textContent = text; } };
}
