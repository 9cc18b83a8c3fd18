/*
 * Spreadsheets (ODS) and documents (ODT) made in the browser, after OpenDocument 1.3. Such a file is a zip of a few XML
 * files. The zip only stores and carries one fixed date, so the same content always gives the same bytes.
 *
 *   zip([[name, text or bytes], …])                       → Uint8Array
 *   ods([{ name, rows, widths }], { title })              → Uint8Array
 *       rows: the first is the header; a cell is text, a number, or { text, href }. widths in cm, one per column, or none.
 *   odt([block, …], { title })                            → Uint8Array
 *       block: { type: 'heading', level: 1–6, text } · { type: 'paragraph', text } · { type: 'list', ordered, items: [text] }
 *       text: a string, or a list of strings, { text, bold, href } and { note: text }, which becomes a footnote there.
 *       A new line in a text stays a new line.
 *   ODS, ODT                                 → the media types
 */
const ODF = 'application/vnd.oasis.opendocument.';
export const ODS = ODF + 'spreadsheet';
export const ODT = ODF + 'text';
const NAMESPACES = ['office', 'style', 'text', 'table', 'meta', 'manifest']
  .map((name) => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join('') + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
  + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"';
const STORED_DATE = 0x21; // 1 January 1980, the first day a zip can hold: no clock in a file
const UTF8_NAMES = 0x800;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

/** Bytes in; their CRC-32 out. */
export function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Numbers with their sizes in bytes in; little-endian bytes out. */
function little(...fields) {
  return fields.flatMap(([value, size]) => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 255));
}

export function zip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of files) {
    const path = encoder.encode(name);
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    const shared = little([20, 2], [UTF8_NAMES, 2], [0, 2], [0, 2], [STORED_DATE, 2], [crc32(bytes), 4],
      [bytes.length, 4], [bytes.length, 4], [path.length, 2], [0, 2]);
    const local = Uint8Array.from([...little([0x04034b50, 4]), ...shared, ...path]);
    directory.push(...little([0x02014b50, 4], [20, 2]), ...shared, ...little([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), ...path);
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  parts.push(Uint8Array.from(directory), Uint8Array.from(little([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2],
    [files.length, 2], [directory.length, 4], [offset, 4], [0, 2])));
  const archive = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    archive.set(part, at);
    at += part.length;
  }
  return archive;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in; text that may stand in XML out. What XML 1.0 cannot hold at all is left out, half a sign is marked. */
function escape(text) {
  return String(text).replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (signs) => (signs.length === 2 ? signs : '\ufffd'))
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}

/** Text in; the same with the white space marked that ODF would fold: runs of it, and at the start or end of a paragraph. */
function spaced(text, start, end) {
  return escape(text)
    .replace(start ? /^ +| {2,}/g : / {2,}/g, (run) => `<text:s text:c="${run.length}"/>`)
    .replace(/ $/, end ? '<text:s text:c="1"/>' : ' ')
    .replace(/\t/g, '<text:tab/>')
    .replace(/\r\n?|\n/g, '<text:line-break/>');
}

/** Text, and { made: how many notes there are } if it may have some, in; XML out. */
function inline(text, notes) {
  return (Array.isArray(text) ? text : [text]).map((piece, i, { length }) => {
    const { text: words, bold: heavy, href, note } = typeof piece === 'object' ? piece : { text: piece };
    if (note) {
      notes.made += 1;
      return `<text:note text:id="noot${notes.made}" text:note-class="footnote"><text:note-citation>${notes.made}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${inline(note)}</text:p></text:note-body></text:note>`;
    }
    const plain = spaced(words, i === 0, i === length - 1);
    const inner = heavy ? `<text:span text:style-name="Vet">${plain}</text:span>` : plain;
    return href ? `<text:a xlink:type="simple" xlink:href="${escape(href)}">${inner}</text:a>` : inner;
  }).join('');
}

const style = (name, family, content, more) => `<style:style style:name="${name}" style:family="${family}"${more || ''}>${content}</style:style>`;
const bold = '<style:text-properties fo:font-weight="bold"/>';

/** Name of the root, and what is in it in; a whole XML file out. */
function xml(name, content) {
  const version = name === 'manifest:manifest' ? ' manifest:version="1.3"' : ' office:version="1.3"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${NAMESPACES}${version}>${content}</${name}>`;
}

function odf(type, title, styles, automatic, body) {
  const entry = (path, media) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${media}"/>`;
  const kind = type === ODS ? 'spreadsheet' : 'text';
  const language = (family) => `<style:default-style style:family="${family}"><style:text-properties fo:language="nl" fo:country="NL"/></style:default-style>`;
  return zip([
    ['mimetype', type], // first and unpacked: by this a program knows the file
    ['META-INF/manifest.xml', xml('manifest:manifest', entry('/', type) + ['meta', 'styles', 'content'].map((file) => entry(file + '.xml', 'text/xml')).join(''))],
    ['meta.xml', xml('office:document-meta', `<office:meta><dc:title>${escape(title)}</dc:title><dc:language>nl-NL</dc:language></office:meta>`)],
    ['styles.xml', xml('office:document-styles', `<office:styles>${language(type === ODS ? 'table-cell' : 'paragraph')}${styles}</office:styles>`)],
    ['content.xml', xml('office:document-content', `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body>`)],
  ]);
}

function cell(value, header) {
  const open = `<table:table-cell table:style-name="${header ? 'Kop' : 'Cel'}"`;
  if (typeof value === 'number') return `${open} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  return `${open} office:value-type="string"><text:p>${inline(value)}</text:p></table:table-cell>`;
}

export function ods(sheets, { title }) {
  const row = (cells, header) => `<table:table-row>${cells.map((value) => cell(value, header)).join('')}</table:table-row>`;
  const columns = sheets.map(({ widths }) => (widths || []).map((width, i) => ({ name: `B${String(width).replace('.', '_')}`, width, i })));
  const widths = new Map(columns.flat().map(({ name, width }) => [name, width]));
  const body = sheets.map(({ name, rows: [head, ...rest] }, nr) => `<table:table table:name="${escape(name)}">`
    + (columns[nr].map((column) => `<table:table-column table:style-name="${column.name}"/>`).join('') || `<table:table-column table:number-columns-repeated="${head.length}"/>`)
    + `<table:table-header-rows>${row(head, true)}</table:table-header-rows>${rest.map((cells) => row(cells)).join('')}</table:table>`).join('');
  const wrap = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>';
  const automatic = style('Kop', 'table-cell', wrap + bold) + style('Cel', 'table-cell', wrap)
    + Array.from(widths, ([name, width]) => style(name, 'table-column', `<style:table-column-properties style:column-width="${width}cm"/>`)).join('');
  return odf(ODS, title, '', automatic, body);
}

function block({ type, level, text, ordered, items }, notes) {
  if (type === 'heading') return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inline(text, notes)}</text:h>`;
  if (type === 'paragraph') return `<text:p text:style-name="Text_20_body">${inline(text, notes)}</text:p>`;
  if (type === 'list') return `<text:list text:style-name="${ordered ? 'Nummers' : 'Punten'}">${items.map((item) => `<text:list-item><text:p text:style-name="Text_20_body">${inline(item, notes)}</text:p></text:list-item>`).join('')}</text:list>`;
  throw new TypeError(`onbekend blok: ${type}`);
}

export function odt(blocks, { title }) {
  const listed = '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties>';
  const styles = style('Text_20_body', 'paragraph', '<style:paragraph-properties fo:margin-bottom="0.2cm"/>', ' style:display-name="Text body"')
    + [20, 16, 14, 12, 11, 11].map((size, i) => style(`Heading_20_${i + 1}`, 'paragraph',
      `<style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold"/>`,
      ` style:display-name="Heading ${i + 1}" style:next-style-name="Text_20_body" style:default-outline-level="${i + 1}"`)).join('')
    + style('Footnote', 'paragraph', '<style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.6cm"/><style:text-properties fo:font-size="9pt"/>')
    + style('Footnote_20_anchor', 'text', '<style:text-properties style:text-position="super 58%"/>', ' style:display-name="Footnote anchor"')
    + '<text:notes-configuration text:note-class="footnote" text:citation-body-style-name="Footnote_20_anchor" text:default-style-name="Footnote" style:num-format="1"/>';
  const automatic = style('Vet', 'text', bold)
    + `<text:list-style style:name="Punten"><text:list-level-style-bullet text:level="1" text:bullet-char="•">${listed}</text:list-level-style-bullet></text:list-style>`
    + `<text:list-style style:name="Nummers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${listed}</text:list-level-style-number></text:list-style>`;
  const notes = { made: 0 };
  return odf(ODT, title, styles, automatic, blocks.map((one) => block(one, notes)).join(''));
}
