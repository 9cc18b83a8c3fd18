"""Names of people in the addresses of sources: each is told of on the privacy page, with why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error

ADRESVELDEN = frozenset({"url", "ook_te_vinden", "website"})
FREE_VELDEN = ADRESVELDEN | {"grondslag", "tooi", "owms"}
"""Fields that hold addresses and identifiers of organisations, not prose."""

_WOORD = re.compile(r"[^\W\d_]{4,}")


def foreign_woorden(corpus: Corpus, adres: str) -> list[str]:
    """Return the words in an address that stand nowhere in the data: one may be a name."""
    return sorted(_woorden(adres.partition("://")[2]) - _known(corpus))


def needless_woorden(corpus: Corpus, way: Collection[str]) -> list[str]:
    """Return the listed words that only the addresses of records hold that go away."""
    per: dict[bool, set[str]] = {True: set(), False: set()}
    for id_, pad, adres in corpus.teksten:
        if ADRESVELDEN & {*pad}:
            per[id_ in way] |= _woorden(adres)
    return sorted((per[True] - per[False]) & {*corpus.bronadressen.woorden})


def _known(corpus: Corpus) -> set[str]:
    known = set(corpus.bronadressen.woorden)
    for _, pad, tekst in corpus.teksten:
        if not FREE_VELDEN & {*pad}:
            known |= _woorden(tekst)
    return known


def _woorden(tekst: str) -> set[str]:
    return set(_WOORD.findall(tekst.casefold()))


@regel(
    asks=(
        "In het adres van een bron staat geen naam van een mens, of het staat met een reden op de "
        "pagina Privacy."
    ),
    scope="adressen van bronnen en websites",
    remedy="Neem een adres zonder naam, of zeg in data/bronadressen.yml waarom dat niet kan.",
)
def adres_zonder_naam(corpus: Corpus) -> Iterator[Error]:
    """Each word in an address is known; what holds the name of a person is told of, and in use.

    A name that is also a word of our texts, or of three letters, is for the editor to see.
    """
    adressen = [(id_, pad, tekst) for id_, pad, tekst in corpus.teksten if ADRESVELDEN & {*pad}]
    known = _known(corpus)
    met_naam = {one.adres for one in corpus.bronadressen.met_naam}
    for id_, pad, adres in adressen:
        if adres in met_naam:
            continue
        for woord in sorted(_woorden(adres.partition("://")[2]) - known):
            wat = f"„{woord}” in dit adres staat nergens anders: is het de naam van een mens?"
            remedy = (
                "zo nee: zet het bij woorden in data/bronadressen.yml; "
                "zo ja: neem een ander adres, of zet het daar bij met_naam, met de reden"
            )
            yield corpus.error(id_, pad, wat, remedy)
    used = {adres for _, _, adres in adressen}
    for nummer, one in enumerate(corpus.bronadressen.met_naam):
        if one.adres not in used:
            wat = "geen bron heeft dit adres nog"
            yield corpus.error(
                "tabel:bronadressen", ("met_naam", nummer, "adres"), wat, "haal deze regel weg"
            )
