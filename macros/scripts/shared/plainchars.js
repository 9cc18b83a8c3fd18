/** What a text says to a reader. macros/load/characters.py does the same; tests/tekens-vectoren.json holds the two together. */

// Default_Ignorable_Code_Point of Unicode 16, with what else prints nothing.
const HIDDEN = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x85\u2028\u2029\t\n\r ]+/g;
const DASH = /[\u058a\u05be\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g;
const DIGIT = /\p{Nd}/u;

/** A digit of any script in; 0 to 9 out. Unicode puts the ten digits of a script in a row, zero first. */
function digit(char) {
  const code = char.codePointAt(0);
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** Text in; the same in plain characters out: nothing hidden, each space a space, each dash a hyphen, each digit 0 to 9. */
export const plain = (text) => text.replace(HIDDEN, '').normalize('NFKC').replace(HIDDEN, '')
  .replace(DASH, '-').replace(SPACES, ' ').replace(/(?![0-9])\p{Nd}/gu, digit);
