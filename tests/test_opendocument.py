"""The judge of ODS and ODT refuses what the standard refuses, and nothing else."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.opendocument import OpenDocument

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = (
    "".join(
        f' xmlns:{name}="{_URN}{name}:1.0"' for name in ("office", "style", "text", "table", "meta")
    )
    + f' xmlns:fo="{_URN}xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    f' xmlns:config="{_URN}config:1.0" xmlns:svg="{_URN}svg-compatible:1.0"'
)
_MEDIA = "application/vnd.oasis.opendocument.text"
_NOTE = (
    '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    '<text:note-body><text:p text:style-name="Noot">Bron.</text:p></text:note-body></text:note>'
)


def _document(kind: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-{kind}{_SPACES}'
        f' office:version="1.3">{inside}</office:document-{kind}>'
    )


def _entry(path: str, media: str) -> str:
    return f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'


GOOD = {
    "mimetype": _MEDIA,
    "META-INF/manifest.xml": (
        f'<manifest:manifest xmlns:manifest="{_URN}manifest:1.0" manifest:version="1.3">'
        + _entry("/", _MEDIA)
        + "".join(
            _entry(f"{name}.xml", "text/xml") for name in ("content", "styles", "meta", "settings")
        )
        + _entry("Pictures/een.png", "image/png")
        + "</manifest:manifest>"
    ),
    "meta.xml": _document(
        "meta",
        "<office:meta><dc:title>T</dc:title><meta:editing-cycles>1</meta:editing-cycles>"
        "<dc:date>2026-11-27T12:00:00</dc:date></office:meta>",
    ),
    "settings.xml": _document(
        "settings",
        '<office:settings><config:config-item-set config:name="s"><config:config-item'
        ' config:name="n" config:type="int">1</config:config-item></config:config-item-set>'
        "</office:settings>",
    ),
    "styles.xml": _document(
        "styles",
        '<office:styles><style:style style:name="Noot" style:family="paragraph"/>'
        '<text:notes-configuration text:note-class="footnote" style:num-format="1"/>'
        "</office:styles>",
    ),
    "content.xml": _document(
        "content",
        "<office:automatic-styles/><office:body><office:text>"
        f'<text:h text:outline-level="1">Kop</text:h><text:p>Tekst{_NOTE} en<text:s/>meer</text:p>'
        "<text:list/><table:table><table:table-column/><table:table-row><table:table-cell/>"
        "</table:table-row></table:table><text:section text:name='s'><text:p/></text:section>"
        "</office:text></office:body>",
    ),
    "Pictures/een.png": "geen echte afbeelding",
}


def _zip(files: Mapping[str, str], packed: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            method = zipfile.ZIP_DEFLATED if name == packed else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def _faults(opendocument: OpenDocument, tmp_path: Path, contents: Sequence[bytes]) -> list[str]:
    """Return what is said of each, in order."""
    files = [tmp_path / f"proef-{number}.odt" for number in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    found = opendocument.faults(*files)
    return ["\n".join(found.get(file.name, ())) for file in files]


def test_what_the_standard_allows_is_let_through(
    opendocument: OpenDocument, tmp_path: Path
) -> None:
    allowed = [_zip(GOOD), _zip(GOOD, packed="content.xml")]
    assert _faults(opendocument, tmp_path, allowed) == ["", ""]


PLANTED = [
    # file, what stands there, what is put in its place, what is said of it
    ("content.xml", "<text:s/>", "<text:vet/>", "“vet”"),
    ("content.xml", "<text:s/>", "<text:p>in een alinea</text:p>", "“p”"),
    ("content.xml", "<text:s/>", '<text:s text:kleur="rood"/>', "“kleur”"),
    ("content.xml", "<text:s/>", '<text:s text:c="veel"/>', "“c”"),
    ("content.xml", "<table:table-column/>", "", "“table”"),
    ("content.xml", '"footnote"', '"voetnoot"', "“note-class”"),
    ("content.xml", _NOTE, _NOTE + _NOTE, "id n1 staat er twee keer"),
    ("content.xml", '"Noot"', '"Nood"', "stijl Nood bestaat niet"),
    ("content.xml", ' office:version="1.3"', "", "“version”"),
    ("content.xml", 'version="1.3"', 'version="1.2"', "“version”"),
    ("content.xml", "document-content", "document-styles", "“document-styles”"),
    ("content.xml", "</text:h>", "", "geen XML"),
    ("styles.xml", 'family="paragraph"', 'family="alinea"', "“family”"),
    ("meta.xml", "2026-11-27T12:00:00", "27 november", "“date”"),
    ("settings.xml", '"int"', '"heel getal"', "“type”"),
    ("META-INF/manifest.xml", ' manifest:version="1.3"', "", "“version”"),
    ("META-INF/manifest.xml", _entry("meta.xml", "text/xml"), "", "noemt meta.xml niet"),
    ("META-INF/manifest.xml", "een.png", "twee.png", "Pictures/twee.png, maar dat is er niet"),
    (
        "META-INF/manifest.xml",
        f'"/" manifest:media-type="{_MEDIA}',
        '"/" manifest:media-type="x/y',
        "ander mimetype",
    ),
]


def test_each_planted_fault_is_refused(opendocument: OpenDocument, tmp_path: Path) -> None:
    broken = []
    for file, old, new, _ in PLANTED:
        assert old in GOOD[file]
        broken.append(_zip(GOOD | {file: GOOD[file].replace(old, new)}))
    faults = _faults(opendocument, tmp_path, broken)
    missed = [
        (*plant, fault)
        for plant, fault in zip(PLANTED, faults, strict=True)
        if plant[-1] not in fault
    ]
    assert missed == []


def _extra(content: bytes) -> bytes:
    """Return the zip with an extra field at its first file, as some writers put there."""
    field = struct.pack("<HH", 0xCAFE, 0)
    name_ends = 30 + len("mimetype")
    head = content[:28] + struct.pack("<H", len(field)) + content[30:name_ends]
    rest = content[name_ends:]
    end = rest.rindex(b"PK\x05\x06") + 16
    start = struct.unpack("<I", rest[end : end + 4])[0] + len(field)
    rest = rest[:end] + struct.pack("<I", start) + rest[end + 4 :]
    at = rest.index(b"PK\x01\x02")
    while rest[at : at + 4] == b"PK\x01\x02":
        offset = struct.unpack("<I", rest[at + 42 : at + 46])[0]
        if offset:
            rest = rest[: at + 42] + struct.pack("<I", offset + len(field)) + rest[at + 46 :]
        at += 46 + struct.unpack("<H", rest[at + 28 : at + 30])[0]
    return head + field + rest


def test_each_fault_in_the_package_is_refused(opendocument: OpenDocument, tmp_path: Path) -> None:
    faults = {
        "mimetype is ingepakt": _zip(GOOD, packed="mimetype"),
        "extra veld": _extra(_zip(GOOD)),
        "niet het eerste bestand": _zip({name: GOOD[name] for name in reversed(GOOD)}),
        "styles.xml ontbreekt": _zip({k: v for k, v in GOOD.items() if k != "styles.xml"}),
        "META-INF/manifest.xml ontbreekt": _zip({"mimetype": _MEDIA}),
    }
    for content in faults.values():
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    found = _faults(opendocument, tmp_path, [*faults.values()])
    assert [said for said, fault in zip(faults, found, strict=True) if said not in fault] == []
