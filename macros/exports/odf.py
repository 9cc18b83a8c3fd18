"""Workbooks and documents after OpenDocument 1.3, which the government uses for editable files.

Every cell of a workbook is text, so that no code loses a zero and nothing is calculated; only a
column of days holds days. The first row stays in sight and has a filter, and long text goes on on
a next line. The same of what a reader chose is made in the browser, by
``macros/scripts/shared/odf.js``; a test compares what both make of one document.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, zip_longest
from xml.sax.saxutils import escape

from macros.blad.document import Block, Heading, Listed, Paragraph, Piece

_MEDIA = "application/vnd.oasis.opendocument."
ODS = f"{_MEDIA}spreadsheet"
ODT = f"{_MEDIA}text"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = (
    "".join(
        f' xmlns:{name}="{_URN}{name}:1.0"'
        for name in ("office", "style", "text", "table", "meta", "manifest")
    )
    + f' xmlns:fo="{_URN}xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r" {2,}|\t|\r\n?|\n")
_SPACES_AT_START = re.compile(r"^ +| {2,}|\t|\r\n?|\n")
_BAD_NAME = re.compile(r"[\[\]*?:/\\']")
_LEVEL = 3
"""Of compression. The highest takes a tenth of the time of all open data, to save a fifth."""
MAX_NAME = 31
"""Of a sheet, in Excel."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and its rows; the first of them is the header if ``header``."""

    name: str
    rows: Sequence[Sequence[str]]
    header: bool = True
    days: Collection[int] = ()
    """The columns that hold days, as JJJJ-MM-DD, counted from 0."""


def workbook(sheets: Iterable[Sheet], title: str, day: date) -> bytes:
    """Return the file; ``day`` is the date of everything in it."""
    sheets = [*sheets]
    for sheet in sheets:
        if len(sheet.name) > MAX_NAME or _BAD_NAME.search(sheet.name):
            raise ValueError(f"„{sheet.name}” kan geen naam van een tabblad zijn")
    made, days = _Cells(_cell), _Cells(_day)
    body = [piece for sheet in sheets for piece in _sheet(sheet, made, days)]
    filters = "".join(_filter(place, sheet) for place, sheet in enumerate(sheets) if sheet.header)
    if filters:
        body.append(f"<table:database-ranges>{filters}</table:database-ranges>".encode())
    return _package(ODS, title, day, _WORKBOOK_STYLES, body, _in_sight(sheets))


def document(blocks: Iterable[Block], title: str, day: date) -> bytes:
    """Return a document; what a piece of its text notes becomes a footnote there."""
    numbers = count(1)
    body = [_block(block, numbers).encode() for block in blocks]
    return _package(ODT, title, day, _DOCUMENT_STYLES, body)


def _package(  # noqa: PLR0913, PLR0917  each is one part of the zip
    type_: str,
    title: str,
    day: date,
    styles: tuple[str, str],
    body: Iterable[bytes],
    settings: str = "",
) -> bytes:
    """Return the zip; ``styles`` are those that a reader can choose and those of the body alone.

    The ``body`` comes as bytes, in pieces: all tables together are eight million signs, which are
    put together once.
    """
    common, automatic = styles
    kind = type_.removeprefix(_MEDIA)
    files = [
        (
            "meta.xml",
            _xml(
                "office:document-meta",
                f"<office:meta><dc:title>{_escaped(title)}</dc:title><dc:language>nl-NL"
                f"</dc:language><dc:date>{day}T12:00:00</dc:date></office:meta>",
            ),
        ),
        ("styles.xml", _xml("office:document-styles", f"<office:styles>{common}</office:styles>")),
        (
            "content.xml",
            _xml(
                "office:document-content",
                f"<office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:{kind}>",
                body,
                f"</office:{kind}></office:body>",
            ),
        ),
    ]
    if settings:
        files.append(("settings.xml", _xml("office:document-settings", settings)))
    entries = [("/", type_), *((name, "text/xml") for name, _ in files)]
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in entries
    )
    files.insert(0, ("mimetype", type_.encode()))
    files.insert(1, ("META-INF/manifest.xml", _xml("manifest:manifest", manifest)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            stored = name == "mimetype"  # first and not compressed, so that a program can look
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=_LEVEL)
    return out.getvalue()


def _xml(root: str, before: str, body: Iterable[bytes] = (), behind: str = "") -> bytes:
    """Return a whole XML file with this root."""
    prefix = root.partition(":")[0]
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}{_NAMESPACES}'
        f' {prefix}:version="1.3">{before}'
    )
    return b"".join((head.encode(), *body, f"{behind}</{root}>".encode()))


def _style(name: str, family: str, content: str, more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{content}</style:style>'


def _language(family: str) -> str:
    return (
        f'<style:default-style style:family="{family}"><style:text-properties'
        ' fo:language="nl" fo:country="NL"/></style:default-style>'
    )


_BOLD = '<style:text-properties fo:font-weight="bold"/>'
_WRAPPED = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
_NARROW, _WIDE = 3, 12
"""The width of a column in centimetres."""
_PER_CM = 5
"""Characters that stand in one."""
_WORKBOOK_STYLES = (
    _language("table-cell"),
    "".join(
        _style(
            f"breed{width}",
            "table-column",
            f'<style:table-column-properties style:column-width="{width}cm"/>',
        )
        for width in range(_NARROW, _WIDE + 1)
    )
    + f'<number:date-style xmlns:number="{_URN}datastyle:1.0" style:name="dagnotatie">'
    '<number:year number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text>'
    '<number:day number:style="long"/></number:date-style>'
    + _style("tekst", "table-cell", _WRAPPED)
    + _style("kop", "table-cell", f"{_WRAPPED}{_BOLD}")
    + _style("dag", "table-cell", _WRAPPED, ' style:data-style-name="dagnotatie"'),
)
_LISTED = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm"'
    ' fo:margin-left="0.6cm"/></style:list-level-properties>'
)
_RAISED = '<style:text-properties style:text-position="super 58%"/>'
_DOCUMENT_STYLES = (
    _language("paragraph")
    + _style(
        "Text_20_body",
        "paragraph",
        '<style:paragraph-properties fo:margin-bottom="0.2cm"/>',
        ' style:display-name="Text body"',
    )
    + "".join(
        _style(
            f"Heading_20_{level}",
            "paragraph",
            '<style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"'
            f' fo:keep-with-next="always"/><style:text-properties fo:font-size="{size}pt"'
            ' fo:font-weight="bold"/>',
            f' style:display-name="Heading {level}" style:next-style-name="Text_20_body"'
            f' style:default-outline-level="{level}"',
        )
        for level, size in enumerate((20, 16, 14, 12, 11, 11), start=1)
    )
    + _style(
        "Footnote",
        "paragraph",
        '<style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.6cm"/>'
        '<style:text-properties fo:font-size="9pt"/>',
    )
    + _style("Footnote_20_anchor", "text", _RAISED, ' style:display-name="Footnote anchor"')
    + '<text:notes-configuration text:note-class="footnote"'
    ' text:citation-body-style-name="Footnote_20_anchor" text:default-style-name="Footnote"'
    ' style:num-format="1"/>',
    _style("Vet", "text", _BOLD)
    + '<text:list-style style:name="Punten"><text:list-level-style-bullet text:level="1"'
    f' text:bullet-char="•">{_LISTED}</text:list-level-style-bullet></text:list-style>'
    '<text:list-style style:name="Nummers"><text:list-level-style-number text:level="1"'
    f' style:num-format="1" style:num-suffix=".">{_LISTED}</text:list-level-style-number>'
    "</text:list-style>",
)


def _block(block: Block, numbers: Iterator[int]) -> str:
    body = '<text:p text:style-name="Text_20_body">'
    match block:
        case Heading(level, text):
            return (
                f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
                f"{_inline(text, numbers)}</text:h>"
            )
        case Paragraph(text):
            return f"{body}{_inline(text, numbers)}</text:p>"
        case Listed(items, ordered):
            inside = "".join(
                f"<text:list-item>{body}{_inline(item, numbers)}</text:p></text:list-item>"
                for item in items
            )
            name = "Nummers" if ordered else "Punten"
            return f'<text:list text:style-name="{name}">{inside}</text:list>'


def _inline(pieces: Sequence[Piece], numbers: Iterator[int]) -> str:
    last = len(pieces) - 1
    return "".join(
        _piece(piece, numbers, start=not place, end=place == last)
        for place, piece in enumerate(pieces)
    )


def _piece(piece: Piece, numbers: Iterator[int], *, start: bool, end: bool) -> str:
    if piece.note:
        number = next(numbers)
        return (
            f'<text:note text:id="noot{number}" text:note-class="footnote"><text:note-citation>'
            f"{number}</text:note-citation><text:note-body>"
            f'<text:p text:style-name="Footnote">{_inline(piece.note, numbers)}</text:p>'
            "</text:note-body></text:note>"
        )
    text = _text(piece.text, start=start, end=end)
    if piece.bold:
        text = f'<text:span text:style-name="Vet">{text}</text:span>'
    if piece.href:
        href = _escaped(piece.href)
        text = f'<text:a xlink:type="simple" xlink:href="{href}">{text}</text:a>'
    return text


def _filter(place: int, sheet: Sheet) -> str:
    """Return that each column of a sheet has a filter.

    By this name LibreOffice knows the plain filter of a sheet, also where it writes for Excel.
    """
    last = f"{_letters(len(sheet.rows[0]))}{len(sheet.rows)}"
    range_ = _escaped(f"'{sheet.name}'.A1:'{sheet.name}'.{last}")
    return (
        f'<table:database-range table:name="__Anonymous_Sheet_DB__{place}"'
        f' table:target-range-address="{range_}"'
        ' table:display-filter-buttons="true"/>'
    )


def _letters(number: int) -> str:
    """Return the name of a column by its number from 1: ``A``, ``Z``, ``AA``."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = f"{chr(ord('A') + rest)}{name}"
    return name


def _in_sight(sheets: Iterable[Sheet]) -> str:
    """Return the settings by which the header of each sheet stays in sight."""
    items = "".join(
        (
            _setting("HorizontalSplitMode", "short", 0),
            _setting("VerticalSplitMode", "short", 2),
            _setting("HorizontalSplitPosition", "int", 0),
            _setting("VerticalSplitPosition", "int", 1),
            _setting("ActiveSplitRange", "short", 2),
            _setting("PositionLeft", "int", 0),
            _setting("PositionRight", "int", 0),
            _setting("PositionTop", "int", 0),
            _setting("PositionBottom", "int", 1),
        )
    )
    tables = "".join(
        f'<config:config-item-map-entry config:name="{_escaped(sheet.name)}">{items}'
        "</config:config-item-map-entry>"
        for sheet in sheets
        if sheet.header
    )
    return (
        f'<office:settings xmlns:config="{_URN}config:1.0"'
        ' xmlns:ooo="http://openoffice.org/2004/office">'
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{_setting('ViewId', 'string', 'view1')}"
        '<config:config-item-map-named config:name="Tables">'
        f"{tables}</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
    )


def _setting(name: str, type_: str, value: object) -> str:
    return (
        f'<config:config-item config:name="{name}" config:type="{type_}">{value}'
        "</config:config-item>"
    )


def _columns(sheet: Sheet) -> Iterator[str]:
    """Yield the columns: as wide as their longest text asks, within bounds."""
    for place, column in enumerate(zip_longest(*sheet.rows, fillvalue="")):
        longest = max(map(len, column))
        width = min(max(-(-longest // _PER_CM), _NARROW), _WIDE)
        style = "dag" if place in sheet.days else "tekst"
        yield (
            f'<table:table-column table:style-name="breed{width}"'
            f' table:default-cell-style-name="{style}"/>'
        )


def _sheet(sheet: Sheet, made: _Cells, made_days: _Cells) -> Iterator[bytes]:
    yield f'<table:table table:name="{_text(sheet.name)}">{"".join(_columns(sheet))}'.encode()
    rows = [*sheet.rows]
    if sheet.header:
        cells = "".join(_cell(cell, ' table:style-name="kop"') for cell in rows.pop(0))
        yield (
            "<table:table-header-rows><table:table-row>"
            f"{cells}</table:table-row></table:table-header-rows>"
        ).encode()
    for row in rows:
        cells_ = [made[cell] for cell in row]
        for place in sheet.days:
            cells_[place] = made_days[row[place]]
        yield b"<table:table-row>%b</table:table-row>" % b"".join(cells_)
    yield b"</table:table>"


class _Cells(dict[str, bytes]):
    """The cells of one workbook by their text: of four cells three repeat another."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, text: str) -> bytes:
        self[text] = made = self.make(text).encode()
        return made


def _day(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    day = date.fromisoformat(text).isoformat()
    return (
        f'<table:table-cell table:style-name="dag" office:value-type="date"'
        f' office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>'
    )


def _cell(text: str, style: str = "") -> str:
    if not text:
        return "<table:table-cell/>"
    return (
        f'<table:table-cell{style} office:value-type="string"><text:p>{_text(text)}</text:p>'
        "</table:table-cell>"
    )


def _text(text: str, *, start: bool = True, end: bool = True) -> str:
    """Return text for XML, with the white space marked that ODF would fold away.

    That is a run of spaces, and one at the ``start`` or the ``end`` of a paragraph.
    """
    plain = text.isprintable()
    marked = _entities(text) if plain else _escaped(text)
    # Otherwise there is nothing to mark; asking is much faster than searching.
    if not plain or "  " in text or text.startswith(" "):
        marked = (_SPACES_AT_START if start else _SPACES).sub(_space, marked)
    return f'{marked[:-1]}<text:s text:c="1"/>' if end and marked.endswith(" ") else marked


def _escaped(text: str) -> str:
    """Return text for XML; raise ``ValueError`` for a character that XML cannot hold."""
    # What is printable, XML can hold; only of the rest it has to be looked up.
    if not text.isprintable() and (strange := _NO_XML.search(text)):
        raise ValueError(f"teken U+{ord(strange[0]):04X} kan niet in ODF: {text[:60]!r}")
    return _entities(text)


def _entities(text: str) -> str:
    return escape(text).replace('"', "&quot;")


def _space(found: re.Match[str]) -> str:
    """Return spaces, a tab or a new line that ODF would otherwise fold away."""
    sign = found[0][0]
    if sign == " ":
        return f'<text:s text:c="{len(found[0])}"/>'
    return "<text:tab/>" if sign == "\t" else "<text:line-break/>"
