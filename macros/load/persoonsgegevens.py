"""What looks like a person's data: BSN, IBAN, phone, e-mail, address, date of birth, name.

The patterns stand in ``persoonsgegevens.json``, in the common part of the regular expressions of
Python and JavaScript: the form in the browser warns by the same ones. They read text as ``plat``
returns it. ``tests/privacy-vectoren.json`` holds both to the same answers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from macros.load.tekens import plat

BSN, IBAN, TELEFOON, MAIL = "een BSN", "een IBAN", "een telefoonnummer", "een e-mailadres"
ADRES, GEBOORTE, NAAM = "een postcode met huisnummer", "een geboortedatum", "een naam"
SOORTEN = (BSN, IBAN, TELEFOON, MAIL, ADRES, GEBOORTE, NAAM)

_KAAL = re.compile(r"[a-z:/._-]*")
"""A word or key: nothing of a person fits in it."""
_CIJFERS = re.compile(r"[0-9]")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_PAST = 1
"""What remains of an IBAN after division by 97 (ISO 13616)."""


@dataclass(frozen=True, slots=True)
class Vondst:
    """A piece of text that looks like personal data of one kind."""

    soort: str
    stuk: str


@cache
def _gegevens(bestand: str) -> Mapping[str, object]:
    tekst = resources.files("macros.load").joinpath(bestand).read_text(encoding="utf-8")
    inhoud: Mapping[str, object] = json.loads(tekst)
    return inhoud


@cache
def patroon(naam: str) -> re.Pattern[str]:
    """Return one pattern; a capital in its name says that capitals count."""
    bron = _gegevens("persoonsgegevens.json")[naam]
    assert isinstance(bron, str)  # noqa: S101  the file is ours
    return re.compile(_met_delen(bron), 0 if naam[0].isupper() else re.IGNORECASE)


def _met_delen(bron: str) -> str:
    """Put in the parts that patterns share: ``<dag>`` is what the pattern ``_dag`` says."""
    gegevens = _gegevens("persoonsgegevens.json")
    while (deel := re.search(r"<([a-z]+)>", bron)) is not None:
        bron = bron.replace(deel[0], str(gegevens[f"_{deel[1]}"]))
    return bron


@cache
def _namen(welke: str) -> frozenset[str]:
    lijst = _gegevens("namen.json")[welke]
    assert isinstance(lijst, list)  # noqa: S101  the file is ours
    return frozenset(lijst)


def is_bsn(cijfers: str) -> bool:
    """Tell whether 8 or 9 digits pass the eleven-test of the burgerservicenummer (Wabb)."""
    cijfers = cijfers.zfill(len(_GEWICHTEN))
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, cijfers, strict=True))
    return som % 11 == 0 and int(cijfers) > 0


def is_iban(tekst: str) -> bool:
    """Tell whether letters and digits pass the test of ISO 13616."""
    omgekeerd = tekst[4:] + tekst[:4]
    return int("".join(str(int(teken, 36)) for teken in omgekeerd)) % 97 == _PAST


@lru_cache(maxsize=200_000)
def persoonsgegevens(tekst: str) -> tuple[Vondst, ...]:
    """Return what looks like personal data in ``tekst``, kind by kind, each piece once."""
    if tekst.isascii() and _KAAL.fullmatch(tekst):
        return ()
    vlak = plat(tekst)
    cijfers = _CIJFERS.search(vlak) is not None
    gevonden: dict[Vondst, None] = {}
    for soort, zoek in _ZOEKERS:
        if cijfers or soort in (MAIL, NAAM):
            for stuk in zoek(vlak):
                gevonden[Vondst(soort, stuk.strip(" ,.;:()"))] = None
                # What is part of one number is not the start of another.
                vlak = vlak.replace(stuk, " … ")
    return tuple(gevonden)


def _mail(vlak: str) -> Iterator[str]:
    if patroon("apenstaart").search(vlak):
        for naam in ("mail", "mailinwoorden"):
            yield from (match[0] for match in patroon(naam).finditer(vlak))


def _iban(vlak: str) -> Iterator[str]:
    lengten = _gegevens("persoonsgegevens.json")["_ibanlengten"]
    assert isinstance(lengten, dict)  # noqa: S101  the file is ours
    for match in patroon("iban").finditer(vlak):
        lengte = lengten.get(match[2][:2].upper(), 0)
        eind, tekens = 0, ""
        while eind < len(match[2]) and len(tekens) < lengte:
            tekens += match[2][eind] if match[2][eind].isalnum() else ""
            eind += 1
        if lengte and len(tekens) == lengte and is_iban(tekens):
            yield match[2][:eind]


def _telefoon(vlak: str) -> Iterator[str]:
    for naam in ("telefoon", "mobielkaal"):
        for match in patroon(naam).finditer(vlak):
            if not patroon("datumvoor").match(match[2]):
                yield match[2]


def _bsn(vlak: str) -> Iterator[str]:
    for match in patroon("bsn").finditer(vlak):
        cijfers = re.sub("[^0-9]", "", match[3])
        dag = patroon("datumkaal").fullmatch(match[3])
        # In the address of a page a row of digits is the number of an article.
        if match[2] or (is_bsn(cijfers) and not dag and "://" not in vlak):
            yield match[3]


def _adres(vlak: str) -> Iterator[str]:
    for naam in ("Postcode", "Postcodena", "Huisnummer"):
        for match in patroon(naam).finditer(vlak):
            ervoor = vlak[max(0, match.start() - 60) : match.start() + 1]
            if not patroon("geenhuis").search(f"{ervoor}{match[0]}"):
                yield match[0]


def _geboorte(vlak: str) -> Iterator[str]:
    for naam in ("geboren", "geborenna"):
        for match in patroon(naam).finditer(vlak):
            om = vlak[max(0, match.start() - 20) : match.end() + 20]
            if not patroon("grens").search(om):
                yield match[0]


def _naam(vlak: str) -> Iterator[str]:  # noqa: C901  each way to write a name is one pattern
    for match in patroon("Aanhef").finditer(vlak):
        if _is_naam(match[3], vlak[match.end() :]):
            yield match[0]
    for match in patroon("Functie").finditer(vlak):
        if _is_achternaam(match[3]) and _is_naam(match[3], vlak[match.end() :]):
            yield match[0]
    for eerste in patroon("Hoofdletterwoord").finditer(vlak):
        if eerste[0] in _namen("voornamen") and not vlak[: eerste.start()].endswith(("-", ".")):
            match_ = patroon("Vervolg").match(vlak, eerste.end())
            if match_ and _is_naam(match_[1], vlak[match_.end() :]):
                yield f"{eerste[0]}{match_[0]}"
    for match in patroon("Voorletters").finditer(vlak):
        if _laatste(match[3]) in _namen("achternamen") and _is_naam(match[3], vlak[match.end() :]):
            yield match[0]
    for match in patroon("Omgekeerd").finditer(vlak):
        if _laatste(match[1]) in _namen("achternamen") and (
            match[2].endswith(".") or match[2] in _namen("voornamen")
        ):
            yield match[0]


def _laatste(naam: str) -> str:
    return naam.rsplit(" ", maxsplit=1)[-1].split("-", maxsplit=1)[0]


def _is_naam(naam: str, erna: str) -> bool:
    """Tell whether what stands in the place of a name is one, and not a street or a subject."""
    woord = _laatste(naam)
    if patroon("Instelling").match(erna):
        return False
    if patroon("straat").search(naam) and woord not in _namen("achternamen"):
        return False
    return woord.lower() not in _geen_naam()


def _is_achternaam(naam: str) -> bool:
    """After a function a subject may follow; only what is known or built as a name counts."""
    eerste = naam.split(" ", maxsplit=1)[0]
    bekend = _namen("voornamen") | _namen("achternamen")
    return (
        eerste.split("-")[0] in bekend
        or _laatste(naam) in bekend
        or patroon("Tussenvoegsel").match(naam) is not None
        or "." in eerste
    )


@cache
def _geen_naam() -> frozenset[str]:
    return frozenset(str(_gegevens("persoonsgegevens.json")["_geennaam"]).split())


_ZOEKERS: tuple[tuple[str, Callable[[str], Iterator[str]]], ...] = (
    (MAIL, _mail),
    (IBAN, _iban),
    (TELEFOON, _telefoon),
    (BSN, _bsn),
    (ADRES, _adres),
    (GEBOORTE, _geboorte),
    (NAAM, _naam),
)
