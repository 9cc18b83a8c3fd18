/* On every page, and first: says in the page when another script does not come, cannot be read here, or breaks. */
import { watch } from '../shared/guard.js';

/** Window in; watches over the other scripts. */
export const begin = watch;
