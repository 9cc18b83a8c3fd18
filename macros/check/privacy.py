"""No personal data, wherever it stands: texts, keys, comments, addresses, file names, images."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.cache import Cache, digest
from macros.load.error import Error, Pad
from macros.load.personal_data import Finding, personal_data
from macros.load.tree import YamlFile

_UITZONDERINGEN = "tabel:privacy-uitzonderingen"
_REMEDY = "haal het weg, of zet het met een reden in data/privacy-uitzonderingen.yml"
_TEXT_KINDS = frozenset({".md", ".svg"})
_IMAGE_KINDS = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_PNG_TEKST = (b"tEXt", b"zTXt", b"iTXt", b"eXIf")
Found = tuple[tuple[tuple[int, int], Finding], ...]
"""Each finding with its line and column."""
_PNG_KOP = b"\x89PNG\r\n\x1a\n"


@regel(
    asks=(
        "Nergens in data/ staat iets dat op een persoonsgegeven lijkt: BSN, e-mailadres, "
        "telefoonnummer, IBAN, postcode met huisnummer, geboortedatum of naam van een persoon."
    ),
    scope="elke tekst, opmerking en bestandsnaam",
    remedy="Haal het weg, of zet het met een reden in data/privacy-uitzonderingen.yml.",
)
def geen_persoonsgegevens(corpus: Corpus) -> Iterator[Error]:
    """Nothing in the data looks like personal data."""
    allowed = _excepted(corpus)
    for naam, plaats, finding in corpus.once(_in_data):
        if finding not in allowed:
            yield Error(naam, *plaats, *_message(finding), _REMEDY)


def personal_data_outside_data(corpus: Corpus, root: Path) -> list[Error]:
    """Return what looks like personal data in ``docs/``, and each exception without a use."""
    allowed = _excepted(corpus)
    used = {finding for _, _, finding in corpus.once(_in_data)}
    errors = []
    docs = root / "docs"
    for pad in sorted(pad for pad in docs.rglob("*") if pad.is_file()):
        naam = pad.relative_to(root).as_posix()
        found = [((1, 1), finding) for finding in personal_data(pad.stem)]
        if pad.suffix in _TEXT_KINDS:
            tekst = pad.read_text(encoding="utf-8", errors="replace")
            found += _in_tekst(tekst, corpus.cache)
        for plaats, finding in found:
            used.add(finding)
            if finding not in allowed:
                errors.append(Error(naam, *plaats, *_message(finding), _REMEDY))
        if pad.suffix in _IMAGE_KINDS and _has_metadata(pad.read_bytes()):
            wat = "het beeld bevat metagegevens: daarin kan staan wie het maakte, en waar"
            errors.append(Error(naam, 1, 1, "", wat, "sla het op zonder metagegevens (EXIF, XMP)"))
    for nummer, uitzondering in enumerate(corpus.no_persons.uitzonderingen):
        if Finding(uitzondering.soort, uitzondering.stuk) not in used:
            pad_ = ("uitzonderingen", nummer, "stuk")
            wat = f"„{uitzondering.stuk}” komt nergens meer voor als {uitzondering.soort}"
            errors.append(corpus.error(_UITZONDERINGEN, pad_, wat, "haal de uitzondering weg"))
    return errors


def _message(finding: Finding) -> tuple[str, str]:
    return "", f"„{finding.stuk}” lijkt op {finding.soort}"


def _excepted(corpus: Corpus) -> set[Finding]:
    return {Finding(one.soort, one.stuk) for one in corpus.no_persons.uitzonderingen}


def _files(corpus: Corpus) -> Iterator[YamlFile]:
    """Yield each file of ``data/`` once, but for the list of exceptions itself."""
    own = corpus.read[_UITZONDERINGEN].file.naam
    files = {plaats.file.naam: plaats.file for plaats in corpus.read.values()}
    yield from (file for naam, file in files.items() if naam != own)


def _in_data(corpus: Corpus) -> list[tuple[str, tuple[int, int], Finding]]:
    """Return what looks like personal data, with the name of its file and its place in it."""
    return [
        (file.naam, plaats, finding)
        for file in _files(corpus)
        for plaats, finding in _in_file(file, corpus.cache)
    ]


def _in_file(file: YamlFile, cache: Cache) -> Found:
    """Return what looks like personal data in one file, as an earlier run found it."""
    if not file.mark:
        return _found_in_file(file)
    return cache.recall(digest("persoonsgegevens", file.mark), lambda: _found_in_file(file))


@lru_cache(maxsize=50_000)
def _found_in_file(file: YamlFile) -> Found:
    return tuple(_look_in_file(file))


def _look_in_file(file: YamlFile) -> Iterator[tuple[tuple[int, int], Finding]]:
    """Yield what looks like personal data in the name, keys, values and comments of one file."""
    for finding in personal_data(Path(file.naam).stem):
        yield (1, 1), finding
    for plaats, tekst in file.opmerkingen:
        for finding in personal_data(tekst):
            yield (plaats.regel, plaats.column), finding
    to_do: list[tuple[Pad, object]] = [((), file.waarde)]
    while to_do:
        pad, waarde = to_do.pop()
        if isinstance(waarde, dict):
            to_do += [((*pad, sleutel), part) for sleutel, part in waarde.items()]
            to_do += [((*pad, sleutel), sleutel) for sleutel in waarde]
        elif isinstance(waarde, list):
            to_do += [((*pad, nummer), part) for nummer, part in enumerate(waarde)]
        elif waarde is not None:
            for finding in personal_data(file.typed.get(pad, str(waarde))):
                place = file.position(pad)
                yield (place.regel, place.column), finding


def _in_tekst(tekst: str, cache: Cache) -> Found:
    """Return what looks like personal data in running text, as an earlier run found it."""
    key = digest("persoonsgegevens in tekst", tekst)
    return cache.recall(key, lambda: _found_in_tekst(tekst))


@lru_cache(maxsize=5_000)
def _found_in_tekst(tekst: str) -> Found:
    """Return what looks like personal data in running text, also where a line is broken."""
    regels = tekst.split("\n")
    found: dict[Finding, int] = {}
    for nummer, regel_ in enumerate(regels, start=1):
        for finding in personal_data(regel_):
            found.setdefault(finding, nummer)
    for nummer, (regel_, following) in enumerate(pairwise(regels), start=1):
        for finding in personal_data(f"{regel_} {following}"):
            found.setdefault(finding, nummer)
    return tuple(((nummer, 1), finding) for finding, nummer in found.items())


def _has_metadata(raw: bytes) -> bool:
    """Tell whether a PNG, JPEG or WebP holds texts about where it comes from."""
    if raw.startswith(_PNG_KOP):
        place = len(_PNG_KOP)
        while place + 8 <= len(raw):
            lengte, soort = struct.unpack_from(">I4s", raw, place)
            if soort in _PNG_TEKST:
                return True
            place += 12 + lengte
        return False
    if raw.startswith(b"\xff\xd8"):
        return b"Exif\0\0" in raw or b"http://ns.adobe.com/xap/" in raw or b"\xff\xfe" in raw[:4096]
    return b"EXIF" in raw[:65536] or b"XMP " in raw[:65536]
