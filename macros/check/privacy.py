"""No personal data in the texts: BSN, e-mail, phone, IBAN, postcode with house number, birthday.

``docs/assets/js/casusformulier.js`` knows the same patterns; ``tests/privacy-vectoren.json`` holds
them together. Change one, and the test of the other tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_TELEFOON = re.compile(
    r"(?<![\w-])(?:\+31|0031|0)(?:\s?\(0\))?(?:(?:\s?-\s?|\s|\)\s?)?\d){9}(?!\d)"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d ?){9}\d\b", re.IGNORECASE)
# Small letters only without a space: "in 2023 en 2024" is no address.
_CODE = r"[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|[a-z]{2})"
_POSTCODE = re.compile(rf"\b{_CODE},?\s+\d+[a-z]?\b|\b\d+[a-z]?,?\s+{_CODE}\b")
_NEGEN_CIJFERS = re.compile(
    r"(?<!\d)(?<!\d\.)(?:\d{4}[. ]?\d{2}[. ]?\d{3}|\d{3} \d{3} \d{3}|\d{8})(?!\.?\d)"
)
_MAAND = r"(?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
_DATUM = rf"\d{{1,2}}(?:[-/. ]\d{{1,2}}[-/. ]| ?{_MAAND} ?)(?:\d{{4}}|\d{{2}})\b"
_GEBOORTEDATUM = re.compile(
    rf"\bgeb(?:oren\b|oortedatum\b|\.)\D{{0,20}}{_DATUM}|\b{_DATUM} geboren\b", re.IGNORECASE
)
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
VRIJE_VELDEN = frozenset({"url", "ook_te_vinden", "grondslag", "website", "tooi", "owms"})
"""Fields that hold addresses and identifiers of organisations, not prose."""


def is_bsn(cijfers: str) -> bool:
    """Tell whether 8 or 9 digits pass the eleven-test of the burgerservicenummer (Wabb)."""
    cijfers = cijfers.zfill(len(_GEWICHTEN))
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, cijfers, strict=True))
    return som % 11 == 0 and int(cijfers) > 0


def persoonsgegevens(tekst: str) -> Mapping[str, str]:
    """Return per kind of personal data the piece of ``tekst`` that looks like it."""
    gevonden = {}
    for soort, patroon in (
        ("een e-mailadres", _EMAIL),
        ("een telefoonnummer", _TELEFOON),
        ("een IBAN", _IBAN),
        ("een postcode met huisnummer", _POSTCODE),
        ("een geboortedatum", _GEBOORTEDATUM),
    ):
        match = patroon.search(tekst)
        if match:
            gevonden[soort] = match[0]
    for match in _NEGEN_CIJFERS.finditer(tekst):
        cijfers = re.sub(r"\D", "", match[0])
        if is_bsn(cijfers):
            gevonden["een BSN"] = match[0]
    return gevonden


@regel(
    eis=(
        "In geen enkele tekst staat iets dat op een persoonsgegeven lijkt: BSN, e-mailadres, "
        "telefoonnummer, IBAN, postcode met huisnummer of geboortedatum."
    ),
    bereik="elke tekst",
    herstel="Haal het weg uit de tekst.",
)
def geen_persoonsgegevens(corpus: Corpus) -> Iterator[Fout]:
    """No text in the data looks like personal data."""
    for id_, pad, tekst in corpus.teksten:
        if VRIJE_VELDEN & {*pad}:
            continue
        for soort, stuk in persoonsgegevens(tekst).items():
            yield corpus.fout(id_, pad, f"„{stuk}” lijkt op {soort}", "haal het weg uit de tekst")
