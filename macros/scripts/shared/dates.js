/** Dates in Dutch words, without the clock and the language of the computer. */

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

/** Date as 2025, 2025-10 or 2025-10-09 in; "9 oktober 2025" out. Anything else comes back as it was. */
export function dateText(date) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date || '');
  if (!match || (match[2] && !MONTHS[match[2] - 1])) return date || '';
  return [match[3] && String(Number(match[3])), match[2] && MONTHS[match[2] - 1], match[1]].filter(Boolean).join(' ');
}

/** Text in; whether it is a day that exists, as 2025-07-01. */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
