/** A file made in the page, handed to the reader. */
import { element } from './dom.js';

const ONCE = 1000; // ms: a second click within it is part of a double click
let last = { name: '', at: -ONCE };

/** Window, file name, content and media type in; saves the file, once for a double click. */
export function save(root, name, content, type) {
  const now = root.performance.now();
  if (last.name === name && now - last.at < ONCE) return;
  last = { name, at: now };
  const { document, URL } = root;
  const url = URL.createObjectURL(new root.Blob([content], { type }));
  const link = element(document, 'a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  root.setTimeout(() => URL.revokeObjectURL(url), ONCE);
}
