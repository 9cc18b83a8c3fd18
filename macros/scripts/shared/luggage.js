/**
 * The dossier that goes along while reading: its pages as `#d=leerpunt:alo-kop,wet:awir`, its title as `titel`. Nothing is
 * stored. It is no step: Back does not undo it. Old links had `?d=` and, to the dossier, `?r=`.
 */
import { changed, parameters } from './address.js';

/** Parameters in; the ids in them, each once, in order. What is no page of the site is told where it is used. */
export function chosen(params) {
  const all = [...params.getAll('d'), ...params.getAll('r')].join().split(',').map((id) => id.trim());
  return Array.from(new Set(all.filter(Boolean)));
}

/** Parameters of an address in; the luggage { d, titel } out. */
export const luggage = (params) => ({ d: chosen(params).join(), titel: params.get('titel') || '' });

/** Address and luggage in; the address with it. That of the dossier keeps its own pages, behind those. */
export function carry(href, { d, titel }) {
  const url = new URL(href);
  const own = /\/dossier\/(index\.html)?$/.test(url.pathname) ? chosen(parameters(url)) : [];
  const all = Array.from(new Set([...d.split(','), ...own].filter(Boolean)));
  return new URL(changed(url, { d: all.join(), r: '', titel }), url).href;
}
