/** The sources in words, for a file made in the page. Fetched when somebody asks for one: no page carries them. */
import { element } from './dom.js';

const FAILED = 'De namen van de bronnen zijn niet geladen. Controleer uw verbinding en probeer het nog eens.';

/** Window and address of the list in; a promise of code → source in words out. A script: a page from disk may not fetch. */
function load(root, src) {
  return new Promise((done, failed) => {
    const script = element(root.document, 'script', { src });
    script.addEventListener('load', () => done(root.KennisbankBronnen));
    script.addEventListener('error', () => {
      script.remove();
      failed();
    });
    root.document.head.append(script);
  });
}

/** Window, address of the list, how the page speaks and what to do in; does it with code → source in words, or says why not. */
export function withSources(root, src, say, work) {
  if (root.KennisbankBronnen) work(root.KennisbankBronnen);
  else load(root, src).then(work, () => say(FAILED));
}
