/** The notes of a document (blocks as odf.js takes them), where no word processor numbers them. */

const QUOTED = 8; // words by which a note says what it belongs to

/** Text with its pieces in; its words out. */
export const said = (text) => [text].flat().map((piece) => (typeof piece === 'string' ? piece : piece.text || '')).join('');

/** Blocks in; { blocks, notes } out: in place of each note stands { n }, and notes[n - 1] is its text. Equal notes are one. */
export function numbered(blocks) {
  const known = new Map();
  const number = (piece) => {
    if (!piece.note) return piece;
    const key = JSON.stringify(piece.note);
    if (!known.has(key)) known.set(key, { n: known.size + 1, note: piece.note });
    return { n: known.get(key).n };
  };
  const text = (pieces) => [pieces].flat().map(number);
  const made = blocks.map((block) => (block.items ? { ...block, items: block.items.map(text) } : { ...block, text: text(block.text) }));
  return { blocks: made, notes: Array.from(known.values(), ({ note }) => note) };
}

/** Blocks in; plain text out, without a sign of proof in it. The notes stand at the end, each with the words it belongs to. */
export function cleanText(blocks) {
  const notes = new Map();
  const line = (text) => {
    let before = '';
    let quote = '';
    return [text].flat().map((piece) => {
      const words = said(piece);
      before += words;
      if (!piece.note) return words;
      const all = before.trim().split(/\s+/);
      if (before.trim()) quote = `‘${all.slice(0, QUOTED).join(' ')}${all.length > QUOTED ? ' …' : ''}’`;
      const note = said(piece.note);
      notes.set(note, [...(notes.get(note) || []), quote]);
      before = '';
      return '';
    }).join('');
  };
  const parts = blocks.map(({ type, text, items, ordered }) => (type === 'list' ? items.map((item, i) => `${ordered ? `${i + 1}.` : '-'} ${line(item)}`).join('\n') : line(text)));
  const foot = Array.from(notes, ([note, quotes]) => `Bij ${Array.from(new Set(quotes)).join(' en ')}: ${note}`);
  return `${[...parts, ...(foot.length ? ['Noten', ...foot] : [])].join('\n\n')}\n`;
}
