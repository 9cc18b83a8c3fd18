"""No personal data, wherever it stands: texts, keys, comments, addresses, file names, images."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.boom import Bestand
from macros.load.fout import Fout, Pad
from macros.load.persoonsgegevens import Vondst, persoonsgegevens

_UITZONDERINGEN = "tabel:privacy-uitzonderingen"
_HERSTEL = "haal het weg, of zet het met een reden in data/privacy-uitzonderingen.yml"
_TEKSTSOORTEN = frozenset({".md", ".svg"})
_BEELDSOORTEN = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_PNG_TEKST = (b"tEXt", b"zTXt", b"iTXt", b"eXIf")
_PNG_KOP = b"\x89PNG\r\n\x1a\n"


@regel(
    eis=(
        "Nergens in data/ staat iets dat op een persoonsgegeven lijkt: BSN, e-mailadres, "
        "telefoonnummer, IBAN, postcode met huisnummer, geboortedatum of naam van een persoon."
    ),
    bereik="elke tekst, opmerking en bestandsnaam",
    herstel="Haal het weg, of zet het met een reden in data/privacy-uitzonderingen.yml.",
)
def geen_persoonsgegevens(corpus: Corpus) -> Iterator[Fout]:
    """Nothing in the data looks like personal data."""
    mag = _uitgezonderd(corpus)
    for bestand in _bestanden(corpus):
        for plaats, vondst in _in_bestand(bestand):
            if vondst not in mag:
                yield Fout(bestand.naam, *plaats, *_melding(vondst), _HERSTEL)


def persoonsgegevens_buiten_data(corpus: Corpus, wortel: Path) -> list[Fout]:
    """Return what looks like personal data in ``docs/``, and each exception without a use."""
    mag = _uitgezonderd(corpus)
    gebruikt = {vondst for bestand in _bestanden(corpus) for _, vondst in _in_bestand(bestand)}
    fouten = []
    docs = wortel / "docs"
    for pad in sorted(pad for pad in docs.rglob("*") if pad.is_file()):
        naam = pad.relative_to(wortel).as_posix()
        gevonden = [((1, 1), vondst) for vondst in persoonsgegevens(pad.stem)]
        if pad.suffix in _TEKSTSOORTEN:
            gevonden += _in_tekst(pad.read_text(encoding="utf-8", errors="replace"))
        for plaats, vondst in gevonden:
            gebruikt.add(vondst)
            if vondst not in mag:
                fouten.append(Fout(naam, *plaats, *_melding(vondst), _HERSTEL))
        if pad.suffix in _BEELDSOORTEN and _heeft_metagegevens(pad.read_bytes()):
            wat = "het beeld bevat metagegevens: daarin kan staan wie het maakte, en waar"
            fouten.append(Fout(naam, 1, 1, "", wat, "sla het op zonder metagegevens (EXIF, XMP)"))
    for nummer, uitzondering in enumerate(corpus.geen_personen.uitzonderingen):
        if Vondst(uitzondering.soort, uitzondering.stuk) not in gebruikt:
            pad_ = ("uitzonderingen", nummer, "stuk")
            wat = f"„{uitzondering.stuk}” komt nergens meer voor als {uitzondering.soort}"
            fouten.append(corpus.fout(_UITZONDERINGEN, pad_, wat, "haal de uitzondering weg"))
    return fouten


def _melding(vondst: Vondst) -> tuple[str, str]:
    return "", f"„{vondst.stuk}” lijkt op {vondst.soort}"


def _uitgezonderd(corpus: Corpus) -> set[Vondst]:
    return {Vondst(een.soort, een.stuk) for een in corpus.geen_personen.uitzonderingen}


def _bestanden(corpus: Corpus) -> Iterator[Bestand]:
    """Yield each file of ``data/`` once, but for the list of exceptions itself."""
    eigen = corpus.gelezen[_UITZONDERINGEN].bestand.naam
    bestanden = {plaats.bestand.naam: plaats.bestand for plaats in corpus.gelezen.values()}
    yield from (bestand for naam, bestand in bestanden.items() if naam != eigen)


def _in_bestand(bestand: Bestand) -> Iterator[tuple[tuple[int, int], Vondst]]:
    """Yield what looks like personal data in the name, keys, values and comments of one file."""
    for vondst in persoonsgegevens(Path(bestand.naam).stem):
        yield (1, 1), vondst
    for plaats, tekst in bestand.opmerkingen:
        for vondst in persoonsgegevens(tekst):
            yield (plaats.regel, plaats.kolom), vondst
    te_doen: list[tuple[Pad, object]] = [((), bestand.waarde)]
    while te_doen:
        pad, waarde = te_doen.pop()
        if isinstance(waarde, dict):
            te_doen += [((*pad, sleutel), deel) for sleutel, deel in waarde.items()]
            te_doen += [((*pad, sleutel), sleutel) for sleutel in waarde]
        elif isinstance(waarde, list):
            te_doen += [((*pad, nummer), deel) for nummer, deel in enumerate(waarde)]
        elif waarde is not None:
            for vondst in persoonsgegevens(bestand.getypt.get(pad, str(waarde))):
                plek = bestand.positie(pad)
                yield (plek.regel, plek.kolom), vondst


def _in_tekst(tekst: str) -> list[tuple[tuple[int, int], Vondst]]:
    """Return what looks like personal data in running text, also where a line is broken."""
    regels = tekst.split("\n")
    gevonden: dict[Vondst, int] = {}
    for nummer, regel_ in enumerate(regels, start=1):
        for vondst in persoonsgegevens(regel_):
            gevonden.setdefault(vondst, nummer)
    for nummer, (regel_, volgende) in enumerate(pairwise(regels), start=1):
        for vondst in persoonsgegevens(f"{regel_} {volgende}"):
            gevonden.setdefault(vondst, nummer)
    return [((nummer, 1), vondst) for vondst, nummer in gevonden.items()]


def _heeft_metagegevens(rauw: bytes) -> bool:
    """Tell whether a PNG, JPEG or WebP holds texts about where it comes from."""
    if rauw.startswith(_PNG_KOP):
        plek = len(_PNG_KOP)
        while plek + 8 <= len(rauw):
            lengte, soort = struct.unpack_from(">I4s", rauw, plek)
            if soort in _PNG_TEKST:
                return True
            plek += 12 + lengte
        return False
    if rauw.startswith(b"\xff\xd8"):
        return (
            b"Exif\0\0" in rauw or b"http://ns.adobe.com/xap/" in rauw or b"\xff\xfe" in rauw[:4096]
        )
    return b"EXIF" in rauw[:65536] or b"XMP " in rauw[:65536]
