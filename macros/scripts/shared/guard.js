/** The one way a script starts: what cannot start, or breaks while it is used, says so in the page. */
import { element } from './dom.js';

const STARTED = 'kbGestart'; // on the window: the files that came as far as starting
const FILE = /\/assets\/js\/([\w-]+)\.js$/;

/** Document and what it is about in; says in the page, once, that it does not work. */
export function notice(document, name) {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => notice(document, name));
    return;
  }
  const text = `${name} werkt niet in deze browser. Wat op de pagina staat, kunt u wel lezen. Herlaad de pagina of gebruik een nieuwere browser.`;
  if (Array.from(document.querySelectorAll('[data-storing]')).some((one) => one.textContent === text)) return;
  const place = document.querySelector('main h1') || document.querySelector('main').firstElementChild;
  place.after(element(document, 'p', { class: 'kb-waarschuwing', role: 'status', 'data-storing': true }, text));
}

function run(root, name, begin) {
  try {
    begin(root);
  } catch (error) {
    notice(root.document, name);
    root.reportError(error);
  }
}

/** File name of the script, what a reader calls it and the function that starts it in; starts it. */
export function start(file, name, begin) {
  const root = globalThis;
  (root[STARTED] = root[STARTED] || []).push(file);
  run(root, name, begin);
}

/** The same, in a turn of its own: together with the first layout of the page it would hold up a slow phone. */
export function startLater(file, name, begin) {
  start(file, name, (root) => { root.setTimeout(run, 0, root, name, begin); });
}

/** Window in; says of every script of this page that did not come, cannot be read here or breaks later, that it does not work. */
export function watch(root) {
  const own = (place) => FILE.test(place || '');
  const all = 'Een hulpmiddel op deze pagina';
  root.addEventListener('error', ({ filename }) => { if (own(filename)) notice(root.document, all); });
  root.addEventListener('unhandledrejection', ({ reason }) => {
    if (/\/assets\/js\/[\w.-]+\.js/.test((reason && reason.stack) || '')) notice(root.document, all);
  });
  root.addEventListener('load', () => {
    const files = Array.from(root.document.scripts, ({ src }) => FILE.exec(src.split('?')[0])).filter(Boolean).map(([, file]) => file);
    if (files.some((file) => !root[STARTED].includes(file))) notice(root.document, all);
  });
}
