"""Every address of the site without making its pages, held against those once published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from macros.blad.oudadres import doelpad, omleidingen
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout, Pad, bedoelde_u
from macros.pages.recordpaginas import alle_paden
from macros.pages.verteld import adres_van

_OUD, _LIJST = "tabel:oude-adressen", "tabel:gepubliceerd"


def adressen(corpus: Corpus, docs: Path) -> set[str]:
    """Return the address of every page there is, told and made; that of the front page is empty."""
    verteld = {adres_van(pad.relative_to(docs).as_posix()) for pad in docs.rglob("*.md")}
    return {*alle_paden(corpus), *verteld}


def verdwenen(corpus: Corpus, docs: Path) -> Iterator[Fout]:
    """Yield a message for each address that would break, and for each row about one that is not so.

    What a reader kept, cited or printed has to lead somewhere, for as long as the site stands.
    """
    bestaand = adressen(corpus, docs)
    oud = {een.van: een.naar for een in omleidingen(corpus, bestaand)}
    ingetrokken = {rij.van for rij in corpus.oude_adressen.ingetrokken}
    for nummer, adres in enumerate(corpus.gepubliceerd.adressen):
        if adres not in bestaand and adres not in oud and adres not in ingetrokken:
            wat = f"„{adres}” is gepubliceerd, en daar staat nu niets meer"
            herstel = (
                "gebruik kennisbank hernoem of kennisbank trek-in, of zeg in "
                "data/oude-adressen.yml waar de lezer nu moet zijn"
            )
            yield corpus.fout(_LIJST, ("adressen", nummer), wat, herstel)
    rijen: list[tuple[Pad, str, str | None, str]] = []
    for n, verhuisd in enumerate(corpus.oude_adressen.verhuisd):
        rijen.append((("verhuisd", n), verhuisd.van, verhuisd.naar, "naar"))
    for n, weg in enumerate(corpus.oude_adressen.ingetrokken):
        rijen.append((("ingetrokken", n), weg.van, weg.opvolger, "opvolger"))
    telling = Counter(van for _, van, _, _ in rijen)
    for pad, van, naar, veld in rijen:
        if van in bestaand:
            wat = f"op „{van}” staat een pagina"
            yield corpus.fout(_OUD, (*pad, "van"), wat, "haal deze regel weg")
        if telling[van] > 1:
            yield corpus.fout(_OUD, (*pad, "van"), f"„{van}” staat er vaker", "laat er één staan")
        if naar is not None and doelpad(naar).partition("#")[0] not in bestaand | ingetrokken:
            wat = f"„{naar}” bestaat niet"
            raad = bedoelde_u(doelpad(naar), bestaand)
            herstel = raad or "noem een record, zoals begrip:briefadres, of een adres, zoals over/"
            yield corpus.fout(_OUD, (*pad, veld), wat, herstel)


def niet_vastgelegd(corpus: Corpus, docs: Path) -> list[str]:
    """Return the addresses that the list of published ones does not hold yet."""
    return sorted(adressen(corpus, docs) - {""} - {*corpus.gepubliceerd.adressen})
