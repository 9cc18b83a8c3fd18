"""What looks like a person's data: BSN, IBAN, phone, e-mail, address, date of birth, name.

The patterns stand in ``personal_data.json``, in the common part of the regular expressions of
Python and JavaScript: the form in the browser warns by the same ones. They read text as ``flatten``
returns it. ``tests/privacy-vectoren.json`` holds both to the same answers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from macros.load.characters import flatten

BSN, IBAN, PHONE, MAIL = "een BSN", "een IBAN", "een telefoonnummer", "een e-mailadres"
ADRES, BIRTH, NAAM = "een postcode met huisnummer", "een geboortedatum", "een naam"
SOORTEN = (BSN, IBAN, PHONE, MAIL, ADRES, BIRTH, NAAM)

_BARE = re.compile(r"[a-z:/._-]*")
"""A word or key: nothing of a person fits in it."""
_CIJFERS = re.compile(r"[0-9]")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_VALID_REMAINDER = 1
"""What remains of an IBAN after division by 97 (ISO 13616)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of text that looks like personal data of one kind."""

    soort: str
    stuk: str


@cache
def _data(file: str) -> Mapping[str, object]:
    tekst = resources.files("macros.load").joinpath(file).read_text(encoding="utf-8")
    inhoud: Mapping[str, object] = json.loads(tekst)
    return inhoud


@cache
def pattern(naam: str) -> re.Pattern[str]:
    """Return one pattern; a capital in its name says that capitals count."""
    bron = _data("persoonsgegevens.json")[naam]
    assert isinstance(bron, str)  # noqa: S101  the file is ours
    return re.compile(_with_shared_parts(bron), 0 if naam[0].isupper() else re.IGNORECASE)


def _with_shared_parts(bron: str) -> str:
    """Put in the parts that patterns share: ``<dag>`` is what the pattern ``_dag`` says."""
    gather = _data("persoonsgegevens.json")
    while (part := re.search(r"<([a-z]+)>", bron)) is not None:
        bron = bron.replace(part[0], str(gather[f"_{part[1]}"]))
    return bron


@cache
def _namen(which: str) -> frozenset[str]:
    lijst = _data("namen.json")[which]
    assert isinstance(lijst, list)  # noqa: S101  the file is ours
    return frozenset(lijst)


def is_bsn(cijfers: str) -> bool:
    """Tell whether 8 or 9 digits pass the eleven-test of the burgerservicenummer (Wabb)."""
    cijfers = cijfers.zfill(len(_WEIGHTS))
    summed = sum(weight * int(cijfer) for weight, cijfer in zip(_WEIGHTS, cijfers, strict=True))
    return summed % 11 == 0 and int(cijfers) > 0


def is_iban(tekst: str) -> bool:
    """Tell whether letters and digits pass the test of ISO 13616."""
    rearranged = tekst[4:] + tekst[:4]
    return (
        int("".join(str(int(character, 36)) for character in rearranged)) % 97 == _VALID_REMAINDER
    )


@lru_cache(maxsize=200_000)
def personal_data(tekst: str) -> tuple[Finding, ...]:
    """Return what looks like personal data in ``tekst``, kind by kind, each piece once."""
    if tekst.isascii() and _BARE.fullmatch(tekst):
        return ()
    flat = flatten(tekst)
    cijfers = _CIJFERS.search(flat) is not None
    found: dict[Finding, None] = {}
    for soort, search in _FINDERS:
        if cijfers or soort in (MAIL, NAAM):
            for stuk in search(flat):
                found[Finding(soort, stuk.strip(" ,.;:()"))] = None
                # What is part of one number is not the start of another.
                flat = flat.replace(stuk, " … ")
    return tuple(found)


def _mail(flat: str) -> Iterator[str]:
    if pattern("apenstaart").search(flat):
        for naam in ("mail", "mailinwoorden"):
            yield from (match[0] for match in pattern(naam).finditer(flat))


def _iban(flat: str) -> Iterator[str]:
    lengths = _data("persoonsgegevens.json")["_ibanlengten"]
    assert isinstance(lengths, dict)  # noqa: S101  the file is ours
    for match in pattern("iban").finditer(flat):
        lengte = lengths.get(match[2][:2].upper(), 0)
        eind, characters = 0, ""
        while eind < len(match[2]) and len(characters) < lengte:
            characters += match[2][eind] if match[2][eind].isalnum() else ""
            eind += 1
        if lengte and len(characters) == lengte and is_iban(characters):
            yield match[2][:eind]


def _phone(flat: str) -> Iterator[str]:
    for naam in ("telefoon", "mobielkaal"):
        for match in pattern(naam).finditer(flat):
            if not pattern("datumvoor").match(match[2]):
                yield match[2]


def _bsn(flat: str) -> Iterator[str]:
    for match in pattern("bsn").finditer(flat):
        cijfers = re.sub("[^0-9]", "", match[3])
        dag = pattern("datumkaal").fullmatch(match[3])
        # In the address of a page a row of digits is the number of an article.
        if match[2] or (is_bsn(cijfers) and not dag and "://" not in flat):
            yield match[3]


def _adres(flat: str) -> Iterator[str]:
    for naam in ("Postcode", "Postcodena", "Huisnummer"):
        for match in pattern(naam).finditer(flat):
            before_it = flat[max(0, match.start() - 60) : match.start() + 1]
            if not pattern("geenhuis").search(f"{before_it}{match[0]}"):
                yield match[0]


def _birth(flat: str) -> Iterator[str]:
    for naam in ("geboren", "geborenna"):
        for match in pattern(naam).finditer(flat):
            around = flat[max(0, match.start() - 20) : match.end() + 20]
            if not pattern("grens").search(around):
                yield match[0]


def _naam(flat: str) -> Iterator[str]:  # noqa: C901  each way to write a name is one pattern
    for match in pattern("Aanhef").finditer(flat):
        if _is_naam(match[3], flat[match.end() :]):
            yield match[0]
    for match in pattern("Functie").finditer(flat):
        if _is_surname(match[3]) and _is_naam(match[3], flat[match.end() :]):
            yield match[0]
    for first in pattern("Hoofdletterwoord").finditer(flat):
        if first[0] in _namen("voornamen") and not flat[: first.start()].endswith(("-", ".")):
            match_ = pattern("Vervolg").match(flat, first.end())
            if match_ and _is_naam(match_[1], flat[match_.end() :]):
                yield f"{first[0]}{match_[0]}"
    for match in pattern("Voorletters").finditer(flat):
        if _last_part(match[3]) in _namen("achternamen") and _is_naam(
            match[3], flat[match.end() :]
        ):
            yield match[0]
    for match in pattern("Omgekeerd").finditer(flat):
        if _last_part(match[1]) in _namen("achternamen") and (
            match[2].endswith(".") or match[2] in _namen("voornamen")
        ):
            yield match[0]


def _last_part(naam: str) -> str:
    return naam.rsplit(" ", maxsplit=1)[-1].split("-", maxsplit=1)[0]


def _is_naam(naam: str, after_it: str) -> bool:
    """Tell whether what stands in the place of a name is one, and not a street or a subject."""
    woord = _last_part(naam)
    if pattern("Instelling").match(after_it):
        return False
    if pattern("straat").search(naam) and woord not in _namen("achternamen"):
        return False
    return woord.lower() not in _no_names()


def _is_surname(naam: str) -> bool:
    """After a function a subject may follow; only what is known or built as a name counts."""
    first = naam.split(" ", maxsplit=1)[0]
    known = _namen("voornamen") | _namen("achternamen")
    return (
        first.split("-")[0] in known
        or _last_part(naam) in known
        or pattern("Tussenvoegsel").match(naam) is not None
        or "." in first
    )


@cache
def _no_names() -> frozenset[str]:
    return frozenset(str(_data("persoonsgegevens.json")["_geennaam"]).split())


_FINDERS: tuple[tuple[str, Callable[[str], Iterator[str]]], ...] = (
    (MAIL, _mail),
    (IBAN, _iban),
    (PHONE, _phone),
    (BSN, _bsn),
    (ADRES, _adres),
    (BIRTH, _birth),
    (NAAM, _naam),
)
