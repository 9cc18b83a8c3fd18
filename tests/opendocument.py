"""Judges ODS and ODT by OpenDocument 1.3, with nothing of the site.

The schemas are those of OASIS. They are read by Jing, which the HTML checker of the tests brings.
What a schema cannot say of a package and of styles is checked here.
"""

from __future__ import annotations

import io
import struct
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
_MANIFEST = f"{_URN}manifest:1.0}}"
_STYLE = f"{_URN}style:1.0}}"
_TEXT = f"{_URN}text:1.0}}"
_IDS = (f"{_TEXT}id", "{http://www.w3.org/XML/1998/namespace}id")
_LISTING = "META-INF/manifest.xml"
_ROOTS = {
    _LISTING: f"{_MANIFEST}manifest",
    **{
        f"{name}.xml": f"{_URN}office:1.0}}document-{name}"
        for name in ("content", "styles", "meta", "settings")
    },
}
"""Each file that a schema describes, and the element it has to begin with."""
_NEEDED = {*_ROOTS} - {"settings.xml"}
_DATE_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}date-style"
_DEFINED = (f"{_STYLE}style", f"{_TEXT}list-style", _DATE_STYLE)
_EXTRA_FIELD = slice(28, 30)
"""Where a file in a zip says how long its extra field is (APPNOTE.TXT, 4.3.7)."""

Trees = Mapping[str, ET.Element]
Archives = Mapping[str, zipfile.ZipFile]


@dataclass(frozen=True)
class OpenDocument:
    """The standard, with a Java to read its schemas."""

    java: str
    root: Path

    def faults(self, *files: Path) -> dict[str, list[str]]:
        """Return what is wrong with each ODS or ODT, by its name; nothing if all is well."""
        found: dict[str, list[str]] = defaultdict(list)
        sound: dict[str, zipfile.ZipFile] = {}
        for file in files:
            content = file.read_bytes()
            archive = zipfile.ZipFile(io.BytesIO(content))
            try:
                trees = {
                    name: ET.fromstring(archive.read(name))  # noqa: S314 - our own file
                    for name in _ROOTS
                    if name in archive.namelist()
                }
            except ET.ParseError as error:
                found[file.name].append(f"geen XML: {error}")
                continue
            found[file.name] += [*_zip(content, archive), *_package(archive, trees)]
            for name, tree in trees.items():
                found[file.name] += _ids(name, tree)
            found[file.name] += _styles(trees)
            sound[file.name] = archive
        for name, fault in self._schema(sound):
            found[name].append(fault)
        return {name: faults for name, faults in found.items() if faults}

    def check(self, *files: Path) -> None:
        """Fail when one of these files is not as the standard wants it."""
        assert files
        assert not (faults := self.faults(*files)), faults

    def _schema(self, archives: Archives) -> Iterator[tuple[str, str]]:
        """Yield what the schemas refuse: the file, and what is said of it."""
        parts = [
            f"{name}/{part}"
            for name, archive in archives.items()
            for part in _ROOTS
            if part in archive.namelist()
        ]
        with TemporaryDirectory() as folder:
            for name, archive in archives.items():
                archive.extractall(Path(folder) / name)
            for schema, manifest in (("manifest-schema", True), ("schema", False)):
                chosen = [part for part in parts if part.endswith(_LISTING) == manifest]
                for line in self._jing(folder, schema, chosen) if chosen else ():
                    said = line.removeprefix(f"{folder}/")
                    yield said.partition("/")[0], said

    def _jing(self, folder: str, schema: str, parts: Sequence[str]) -> list[str]:
        jar = self.root / "node_modules/vnu-jar/build/dist/vnu.jar"
        driver = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
        file = self.root / f"tests/odf/OpenDocument-v1.3-{schema}.rng"
        # -i: this schema breaks the rules of RELAX NG for ids, so these are compared here.
        command = [self.java, "-cp", str(jar), driver, "-i", str(file), *parts]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        said = [line for line in (done.stdout + done.stderr).splitlines() if line]
        # At a fatal error it leaves the other files unread.
        assert bool(said) == bool(done.returncode), (done.returncode, said)
        assert not any("fatal:" in line for line in said), said
        return said


def _zip(content: bytes, archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield what is wrong with the zip: part 2 of the standard, chapter 2."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if names[0] != "mimetype" or infos[0].header_offset:
        yield f"mimetype is niet het eerste bestand, maar {names[0]}"
    elif infos[0].compress_type != zipfile.ZIP_STORED:
        yield "mimetype is ingepakt"
    elif struct.unpack("<H", content[_EXTRA_FIELD])[0]:
        yield "mimetype heeft een extra veld"
    if len({*names}) != len(names):
        yield f"een naam staat er twee keer: {names}"
    for info in infos:
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield f"{info.filename} is ingepakt op een manier die ODF niet kent"
        if info.flag_bits & 1:
            yield f"{info.filename} is versleuteld"


def _package(archive: zipfile.ZipFile, trees: Trees) -> Iterator[str]:
    """Yield what does not fit between the manifest and the files: part 2, chapters 2 and 3."""
    names = {*archive.namelist()}
    for name in sorted(_NEEDED - names):
        yield f"{name} ontbreekt"
    for name, tree in trees.items():
        if tree.tag != _ROOTS[name]:
            yield f"{name} begint met {tree.tag}"
    if _LISTING not in trees:
        return
    types = {
        entry.attrib[f"{_MANIFEST}full-path"]: entry.attrib[f"{_MANIFEST}media-type"]
        for entry in trees[_LISTING].iter(f"{_MANIFEST}file-entry")
    }
    if types.get("/") != archive.read("mimetype").decode("ascii"):
        yield f"het manifest noemt een ander mimetype: {types.get('/')}"
    listed = {*types} - {"/"}
    for name in sorted(names - listed - {"mimetype", _LISTING}):
        yield f"het manifest noemt {name} niet"
    for name in sorted(listed - names):
        yield f"het manifest noemt {name}, maar dat is er niet"


def _ids(name: str, tree: ET.Element) -> Iterator[str]:
    """Yield ids that one file gives twice."""
    for key in _IDS:
        seen = set()
        for element in tree.iter():
            id_ = element.attrib.get(key)
            if id_ in seen:
                yield f"{name}: id {id_} staat er twee keer"
            if id_:
                seen.add(id_)


def _styles(trees: Trees) -> Iterator[str]:
    """Yield styles that are asked for and that nobody defines."""
    elements = [(name, element) for name, tree in trees.items() for element in tree.iter()]
    defined = {e.attrib[f"{_STYLE}name"] for _, e in elements if e.tag in _DEFINED}
    for name, element in elements:
        for key, value in element.attrib.items():
            if key.endswith("style-name") and value and value not in defined:
                yield f"{name}: stijl {value} bestaat niet"


@dataclass(frozen=True)
class Told:
    """What a document says: its lines, without the notes, and its footnotes, both in order."""

    lines: list[str]
    notes: list[str]


def told(file: Path) -> Told:
    """Return the text of an ODT."""
    with zipfile.ZipFile(file) as archive:
        tree = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - our own file
    notes = [
        "".join(_words(part) for part in note.iter(f"{_TEXT}p"))
        for note in tree.iter(f"{_TEXT}note")
    ]
    inside = {part for note in tree.iter(f"{_TEXT}note") for part in note.iter()}
    parts = [part for part in tree.iter() if part.tag in {f"{_TEXT}h", f"{_TEXT}p"}]
    return Told([_words(part) for part in parts if part not in inside], notes)


def _words(element: ET.Element) -> str:
    signs = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
    own = signs.get(str(element.tag), element.text or "") * int(element.get(f"{_TEXT}c", "1"))
    return own + "".join(
        ("" if child.tag == f"{_TEXT}note" else _words(child)) + (child.tail or "")
        for child in element
    )
