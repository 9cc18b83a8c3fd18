/*
 * Reads the text of a part of the page to take along, with the proof as notes: blocks as odf.js takes them. The same
 * rules are in macros/pages/reading.py, for what is made at build; a test compares what both make of one page.
 *
 *   blocksOf(element, sources)     → [block, …]
 *   sourcesOf(document)            → Map of '#bron-1' → pieces: the list at the foot of the page in words
 */
const BLOCK = /^(H[1-6]|P|[UO]L|LI|D[LTD]|DIV|SECTION|ARTICLE|MAIN|DETAILS|FIGURE|FIGCAPTION)$/;
const LEFT_OUT = 'button, nav, script, svg, footer, [role="status"], .kb-acties, .kb-laag > summary, .kb-knoppen, .kb-bronnen, [data-stap], [data-niet-meenemen]';
const REMARK = '.kb-opmerking'; // behind a proof it belongs to that

const squeezed = (text) => text.replace(/\s+/g, ' ').trim().replace(/ ,/g, ',');
const plain = (element) => squeezed(element.textContent);
const isText = ({ nodeType }) => nodeType === 3;
const nodesOf = (element) => Array.from(element.childNodes).filter(({ nodeType }) => nodeType === 1 || nodeType === 3);
const isBlock = (node) => BLOCK.test(node.nodeName) && !node.matches('.kb-bewijs, .kb-term');

/** A link in; its address on the site out, also in a copy on a disk. */
function address(link) {
  const base = link.ownerDocument.querySelector('link[rel="canonical"]').href;
  return new URL(link.getAttribute('href').replace(/(^|\/)index\.html(?=$|[?#])/, '$1'), base).href;
}

/** Pieces in; the same with white space as HTML shows it, and none before a note or at the ends, out. */
function tidy(pieces) {
  const made = [];
  const last = () => made[made.length - 1];
  const trim = () => {
    while (made.length && !last().note) {
      last().text = last().text.replace(/ $/, '');
      if (last().text) return;
      made.pop();
    }
  };
  for (const piece of pieces) {
    if (piece.note) {
      trim();
      made.push(piece);
      continue;
    }
    const { bold, href } = piece;
    let text = piece.text.replace(/[ \t\r\n\f]+/g, ' ');
    if (!last() || (last().text || '').endsWith(' ')) text = text.replace(/^ /, '');
    if (last() && !last().note && Boolean(last().bold) === Boolean(bold) && (last().href || '') === (href || '')) last().text += text;
    else if (text) made.push({ text, ...(bold && { bold }), ...(href && { href }) });
  }
  trim();
  return made;
}

/** Document in; each source of the list at its foot in words, with where it can be read, out. */
export function sourcesOf(document) {
  return new Map(Array.from(document.querySelectorAll('.kb-bronnen > li'), (item) => {
    const own = item.querySelector('a');
    const href = address(item.querySelector('a[rel="noreferrer"]') || own);
    const text = nodesOf(item).filter(isText).map(({ data }) => data).join('');
    return [`#${item.id}`, [{ text: `${squeezed(plain(own) + text)} ` }, { text: href, href }]];
  }));
}

/**
 * The proof of a statement, folded in or in running text (see onderdelen.html.j2), the mark before it and the remark behind
 * it in; the pieces with its note out. That sources contradict each other, and the remark on it, a reader must see at once.
 */
function proof(element, mark, remark, sources) {
  const folded = element.nodeName === 'DETAILS';
  const label = element.querySelector(folded ? 'summary b' : '.kb-zekerheid');
  const made = [];
  let remarks = [];
  let said;
  if (folded) {
    const inside = element.lastElementChild;
    const [stand] = nodesOf(inside);
    said = [plain(label), squeezed(stand.data).replace(/\.$/, ''), mark].filter(Boolean).join(', ');
    remarks = Array.from(inside.querySelectorAll('p'), plain);
  } else {
    said = squeezed(nodesOf(element).map((node) => {
      if (isText(node)) return node.data;
      if (node.matches('a')) return '';
      return node.matches('.kb-oud') ? `, ${plain(node)}` : plain(node);
    }).join(''));
  }
  if (label.matches('.kb-tegenstrijdig')) made.push({ text: ` ${plain(label)}.`, bold: true }, { text: ` ${remark}` });
  else if (remark) remarks.push(remark);
  const named = Array.from(element.querySelectorAll('a'), (link) => sources.get(link.getAttribute('href')) || []);
  const note = [...[`${said}.`, ...remarks].map((text) => ({ text: `${text} ` })), ...named.flatMap((source) => [...source, { text: ' ' }])];
  return [...made, { note: tidy(note) }, { text: ' ' }];
}

function elementPieces(element, bold, sources) {
  const link = element.getAttribute('href') || '';
  if (element.matches(LEFT_OUT)) return [];
  if (element.matches('.kb-noot')) return [{ note: tidy(sources.get(link)) }];
  if (element.matches('.kb-term')) return [{ text: plain(element.firstElementChild), bold }];
  if (element.matches('a')) return [{ text: plain(element), bold, href: link.startsWith('#') ? '' : address(element) }];
  const inside = pieces(nodesOf(element), bold || element.matches('strong, b'), sources);
  return BLOCK.test(element.nodeName) ? [{ text: ' ', bold }, ...inside] : inside;
}

/** Nodes, whether they stand in bold text, and the sources in; their running text out. */
function pieces(nodes, bold, sources) {
  let mark = '';
  return nodes.flatMap((node) => {
    if (isText(node)) return [{ text: node.data, bold }];
    const { nextElementSibling: next, previousElementSibling: before } = node;
    if (node.matches('.kb-oud')) mark = plain(node);
    else if (node.matches('.kb-bewijs')) {
      const made = proof(node, mark, next && next.matches(REMARK) ? plain(next) : '', sources);
      mark = '';
      return made;
    } else if (!(before && before.matches('.kb-bewijs') && node.matches(REMARK))) return elementPieces(node, bold, sources);
    return [];
  });
}

/** An element and the sources of its page in; its text as blocks out. */
export function blocksOf(parent, sources) {
  const made = [];
  let loose = [];
  const read = (nodes) => tidy(pieces(nodes, false, sources));
  const paragraph = (nodes) => {
    const text = read(nodes);
    if (text.length) made.push({ type: 'paragraph', text });
  };
  const flush = () => {
    paragraph(loose);
    loose = [];
  };
  for (const node of nodesOf(parent)) {
    if (isText(node) || !isBlock(node)) {
      loose.push(node);
      continue;
    }
    flush();
    if (node.matches(LEFT_OUT)) continue;
    const { nodeName } = node;
    if (/^H[1-6]$/.test(nodeName)) made.push({ type: 'heading', level: Number(nodeName[1]), text: read(nodesOf(node)) });
    else if (node.matches('p, dt, .kb-alinea')) paragraph(nodesOf(node));
    else if (node.matches('ul, ol')) {
      const items = Array.from(node.children).filter((one) => one.matches('li')).map((item) => read(nodesOf(item)));
      made.push({ type: 'list', ...(nodeName === 'OL' && { ordered: true }), items });
    } else made.push(...blocksOf(node, sources));
  }
  flush();
  return made;
}
