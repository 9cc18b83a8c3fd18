"""A workbook after OpenDocument 1.3, the standard for editable files of the government.

Every cell is text, so that no code loses a zero and nothing is calculated. The same of what a
reader chose is made in the browser, by ``macros/scripts/shared/odf.js``.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from xml.sax.saxutils import escape

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = (
    "".join(
        f' xmlns:{name}="{_URN}{name}:1.0"' for name in ("office", "style", "text", "table", "meta")
    )
    + f' xmlns:fo="{_URN}xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"^ | (?= )|\t|\n| $")
_BAD_NAME = re.compile(r"[\[\]*?:/\\']")
MAX_NAME = 31
"""Of a sheet, in Excel."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and its rows; the first of them is the header if ``header``."""

    name: str
    rows: Sequence[Sequence[str]]
    header: bool = True


def workbook(sheets: Iterable[Sheet], title: str, day: date) -> bytes:
    """Return the file; ``day`` is the date of everything in it."""
    sheets = [*sheets]
    for sheet in sheets:
        if len(sheet.name) > MAX_NAME or _BAD_NAME.search(sheet.name):
            raise ValueError(f"„{sheet.name}” kan geen naam van een tabblad zijn")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in (
            ("mimetype", MEDIA_TYPE),
            ("META-INF/manifest.xml", _manifest()),
            ("meta.xml", _meta(title, day)),
            ("styles.xml", _styles()),
            ("content.xml", _content(sheets)),
        ):
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            stored = name == "mimetype"  # first and not compressed, so that a program can look
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def _manifest() -> str:
    entries = [("/", MEDIA_TYPE)]
    entries += [(name, "text/xml") for name in ("meta.xml", "styles.xml", "content.xml")]
    inside = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{type_}"/>'
        for path, type_ in entries
    )
    return (
        f'{_DECLARATION}<manifest:manifest xmlns:manifest="{_URN}manifest:1.0"'
        f' manifest:version="1.3">{inside}</manifest:manifest>'
    )


def _meta(title: str, day: date) -> str:
    return (
        f'{_DECLARATION}<office:document-meta{_NAMESPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{_text(title)}</dc:title><dc:language>nl-NL</dc:language>"
        f"<dc:date>{day}T12:00:00</dc:date></office:meta></office:document-meta>"
    )


def _styles() -> str:
    return (
        f'{_DECLARATION}<office:document-styles{_NAMESPACES} office:version="1.3"><office:styles>'
        '<style:default-style style:family="table-cell"><style:text-properties'
        ' fo:language="nl" fo:country="NL"/></style:default-style>'
        "</office:styles></office:document-styles>"
    )


def _content(sheets: Sequence[Sheet]) -> str:
    tables = "".join(piece for sheet in sheets for piece in _sheet(sheet))
    return (
        f'{_DECLARATION}<office:document-content{_NAMESPACES} office:version="1.3">'
        "<office:automatic-styles>"
        '<style:style style:name="kolom" style:family="table-column">'
        '<style:table-column-properties style:column-width="6cm"/></style:style>'
        '<style:style style:name="kop" style:family="table-cell">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        "</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def _sheet(sheet: Sheet) -> Iterator[str]:
    width = max(len(row) for row in sheet.rows)
    yield f'<table:table table:name="{_text(sheet.name)}">'
    yield f'<table:table-column table:style-name="kolom" table:number-columns-repeated="{width}"/>'
    rows = [*sheet.rows]
    if sheet.header:
        cells = "".join(_cell(cell, ' table:style-name="kop"') for cell in rows.pop(0))
        yield (
            "<table:table-header-rows><table:table-row>"
            f"{cells}</table:table-row></table:table-header-rows>"
        )
    for row in rows:
        yield f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"
    yield "</table:table>"


def _cell(text: str, style: str = "") -> str:
    if not text:
        return "<table:table-cell/>"
    return (
        f'<table:table-cell{style} office:value-type="string"><text:p>{_text(text)}</text:p>'
        "</table:table-cell>"
    )


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    """Return text for XML; raise ``ValueError`` for a character that XML cannot hold."""
    if strange := _NO_XML.search(text):
        raise ValueError(f"teken U+{ord(strange[0]):04X} kan niet in een rekenblad: {text[:60]!r}")
    return _SPACES.sub(_space, escape(text, {'"': "&quot;"}))


def _space(found: re.Match[str]) -> str:
    """Return a space, tab or new line that XML would otherwise fold away."""
    return {" ": "<text:s/>", "\t": "<text:tab/>", "\n": "<text:line-break/>"}[found[0]]
