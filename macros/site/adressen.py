"""Every address of the site without making its pages, held against those once published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from macros.blad.oudadres import doelpad, omleidingen
from macros.corpus.corpus import Corpus
from macros.load.error import Error, Pad, did_you_mean
from macros.pages.record_pages import every_paths
from macros.pages.told import adres_of

_OLD, _LIST = "tabel:oude-adressen", "tabel:gepubliceerd"


def adressen(corpus: Corpus, docs: Path) -> set[str]:
    """Return the address of every page there is, told and made; that of the front page is empty."""
    told = {adres_of(pad.relative_to(docs).as_posix()) for pad in docs.rglob("*.md")}
    return {*every_paths(corpus), *told}


def gone(corpus: Corpus, docs: Path) -> Iterator[Error]:
    """Yield a message for each address that would break, and for each row about one that is not so.

    What a reader kept, cited or printed has to lead somewhere, for as long as the site stands.
    """
    existing = adressen(corpus, docs)
    old = {one.van: one.naar for one in omleidingen(corpus, existing)}
    ingetrokken = {row.van for row in corpus.old_adressen.ingetrokken}
    for nummer, adres in enumerate(corpus.gepubliceerd.adressen):
        if adres not in existing and adres not in old and adres not in ingetrokken:
            wat = f"„{adres}” is gepubliceerd, en daar staat nu niets meer"
            remedy = (
                "gebruik kennisbank hernoem of kennisbank trek-in, of zeg in "
                "data/oude-adressen.yml waar de lezer nu moet zijn"
            )
            yield corpus.error(_LIST, ("adressen", nummer), wat, remedy)
    rows: list[tuple[Pad, str, str | None, str]] = []
    for n, verhuisd in enumerate(corpus.old_adressen.verhuisd):
        rows.append((("verhuisd", n), verhuisd.van, verhuisd.naar, "naar"))
    for n, way in enumerate(corpus.old_adressen.ingetrokken):
        rows.append((("ingetrokken", n), way.van, way.opvolger, "opvolger"))
    tally = Counter(from_ for _, from_, _, _ in rows)
    for pad, from_, naar, veld in rows:
        if from_ in existing:
            wat = f"op „{from_}” staat een pagina"
            yield corpus.error(_OLD, (*pad, "van"), wat, "haal deze regel weg")
        if tally[from_] > 1:
            yield corpus.error(
                _OLD, (*pad, "van"), f"„{from_}” staat er vaker", "laat er één staan"
            )
        if naar is not None and doelpad(naar).partition("#")[0] not in existing | ingetrokken:
            wat = f"„{naar}” bestaat niet"
            hint = did_you_mean(doelpad(naar), existing)
            remedy = hint or "noem een record, zoals begrip:briefadres, of een adres, zoals over/"
            yield corpus.error(_OLD, (*pad, veld), wat, remedy)


def not_vastgelegd(corpus: Corpus, docs: Path) -> list[str]:
    """Return the addresses that the list of published ones does not hold yet."""
    return sorted(adressen(corpus, docs) - {""} - {*corpus.gepubliceerd.adressen})
