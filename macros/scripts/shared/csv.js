/** Lists for a spreadsheet: CSV that a Dutch Excel opens with a double click. macros/exports/spreadsheet.py makes the same. */

export const SEPARATOR = ' | '; // between the values of one cell
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/;

/** Text in; text that no spreadsheet takes for a formula out. */
export const neutral = (text) => (/^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** Rows of text in; CSV out: marked as UTF-8, a semicolon between cells. */
export function csv(rows) {
  const cell = (text) => (/[";\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return `\ufeff${rows.map((row) => `${row.map((text) => cell(neutral(String(text)))).join(';')}\r\n`).join('')}`;
}
