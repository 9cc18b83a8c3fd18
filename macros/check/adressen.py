"""Names of people in the addresses of sources: each is told of on the privacy page, with why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout

ADRESVELDEN = frozenset({"url", "ook_te_vinden", "website"})
VRIJE_VELDEN = ADRESVELDEN | {"grondslag", "tooi", "owms"}
"""Fields that hold addresses and identifiers of organisations, not prose."""

_WOORD = re.compile(r"[^\W\d_]{4,}")


def _woorden(tekst: str) -> set[str]:
    return set(_WOORD.findall(tekst.casefold()))


@regel(
    eis=(
        "In het adres van een bron staat geen naam van een mens, of het staat met een reden op de "
        "pagina Privacy."
    ),
    bereik="adressen van bronnen en websites",
    herstel="Neem een adres zonder naam, of zeg in data/bronadressen.yml waarom dat niet kan.",
)
def adres_zonder_naam(corpus: Corpus) -> Iterator[Fout]:
    """Each word in an address is known; what holds the name of a person is told of, and in use.

    A name that is also a word of our texts, or of three letters, is for the editor to see.
    """
    adressen = [(id_, pad, tekst) for id_, pad, tekst in corpus.teksten if ADRESVELDEN & {*pad}]
    bekend = set(corpus.bronadressen.woorden)
    for _, pad, tekst in corpus.teksten:
        if not VRIJE_VELDEN & {*pad}:
            bekend |= _woorden(tekst)
    met_naam = {een.adres for een in corpus.bronadressen.met_naam}
    for id_, pad, adres in adressen:
        if adres in met_naam:
            continue
        for woord in sorted(_woorden(adres.partition("://")[2]) - bekend):
            wat = f"„{woord}” in dit adres staat nergens anders: is het de naam van een mens?"
            herstel = (
                "zo nee: zet het bij woorden in data/bronadressen.yml; "
                "zo ja: neem een ander adres, of zet het daar bij met_naam, met de reden"
            )
            yield corpus.fout(id_, pad, wat, herstel)
    gebruikt = {adres for _, _, adres in adressen}
    for nummer, een in enumerate(corpus.bronadressen.met_naam):
        if een.adres not in gebruikt:
            wat = "geen bron heeft dit adres nog"
            yield corpus.fout(
                "tabel:bronadressen", ("met_naam", nummer, "adres"), wat, "haal deze regel weg"
            )
