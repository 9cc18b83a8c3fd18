"""The index that ``zoek-kern.js`` reads: one document a page, with facets, synonyms and sections.

The keys are the contract with the script; ``VERSIE`` goes up when their meaning changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.blad.kaart import Kaart, kaarten
from macros.corpus.corpus import Corpus
from macros.model.datering import Peildatum
from macros.model.soorten import SOORTEN
from macros.search.artikelen import genoemde_artikelen
from macros.search.hulpmiddelen import HULPMIDDELEN
from macros.search.leefgebieden import leefgebieden
from macros.search.tekst import Deel
from macros.search.woorden import woorden_op_de_pagina

VERSIE = 2
GEWICHTEN: Mapping[str, float] = {
    "pagina": 1.1,
    "instrument": 1.2,
    "leerpunt": 1.1,
    "gebeurtenis": 0.7,
    "bron": 0.4,
    "gemeente": 0.9,
    "vraag": 0.7,
    "cijfer": 0.8,
    "leefgebied": 0.6,
}
"""Kinds that readers want sooner or later than the rest (1.0)."""

SOORT = "soort"
FACETTEN: Mapping[str, str] = {
    SOORT: "Soort",
    "leefgebied": "Leefgebied",
    "wet": "Wet",
    "organisatie": "Organisatie",
    "status": "Status",
}

"""Name in the index and what readers see, in their order. ``soort`` is the kind of page, and not
what a learning can be chosen by under that name."""

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Vertelpagina:
    """A hand-written page: address, title, description, headed parts, words readers type."""

    pad: str
    titel: str
    omschrijving: str
    delen: Sequence[Deel]
    zoektermen: Sequence[str] = ()
    denkbeeldig: bool = False
    """Whether all of it is about the imaginary law; its front matter says so."""


def bouw_index(corpus: Corpus, paginas: Iterable[Vertelpagina]) -> dict[str, object]:
    """Return the whole index as plain values, in a fixed order."""
    documenten = [_pagina(pagina) for pagina in sorted(paginas, key=lambda pagina: pagina.pad)]
    documenten += [_document(corpus, kaart) for kaart in kaarten(corpus)]
    documenten += leefgebieden(corpus)
    return {
        "versie": VERSIE,
        "soorten": _soorten(),
        "facetten": _facetten(corpus, documenten),
        "synoniemen": [
            {"termen": list(groep.termen), "gebruik": groep.gebruik}
            if groep.gebruik
            else list(groep.termen)
            for groep in corpus.synoniemen.synoniemen
        ],
        "documenten": documenten,
    }


def als_json(index: Mapping[str, object]) -> tuple[str, str]:
    """Return the index as text and the hash for its file name.

    Keys keep the order they were made in, which is fixed: readers see the facets in that order.
    Each document has a line of its own, so that the script can read them a few at a time: reading
    all at once would hold up a slow telephone.
    """
    kop, documenten = dict(index), index.get("documenten")
    tekst = _json(kop)
    if isinstance(documenten, list):
        regels = ",\n".join(map(_json, documenten))
        tekst = f"{_json(kop | {'documenten': []})[:-2]}\n{regels}\n]}}"
    return tekst, hashlib.sha256(tekst.encode()).hexdigest()[:12]


def als_script(tekst: str) -> str:
    """Return the index as a classic script, for pages opened from disk, where fetch is blocked."""
    return f"KennisbankZoek.ontvang({_json(tekst)});\n"


def _json(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


def _soorten() -> dict[str, dict[str, object]]:
    namen = {soort.soort: soort.enkelvoud for soort in SOORTEN if soort.soort != "grafiek"}
    namen |= {"gemeente": "Gemeente", "pagina": "Pagina", "leefgebied": "Leefgebied"}
    return {
        soort: {"label": naam, "gewicht": GEWICHTEN.get(soort, 1.0)}
        for soort, naam in namen.items()
    }


def _facetten(corpus: Corpus, documenten: Sequence[Document]) -> dict[str, object]:
    gebruikt: dict[str, set[str]] = {facet: set() for facet in FACETTEN}
    for document in documenten:
        gebruikt["soort"].add(str(document["soort"]))
        facetten = document.get("facetten")
        if isinstance(facetten, dict):
            for facet, sleutels in facetten.items():
                gebruikt[facet].update(sleutels)
    labels = {
        "soort": {sleutel: str(soort["label"]) for sleutel, soort in _soorten().items()},
        "leefgebied": _labels(corpus, "leefgebied"),
        "status": _labels(corpus, "spoorstatus"),
    }
    for facet in ("wet", "organisatie"):
        labels[facet] = {id_: corpus.records[id_].titel for id_ in sorted(gebruikt[facet])}
    return {
        facet: {
            "label": label,
            "termen": {s: tekst for s, tekst in labels[facet].items() if s in gebruikt[facet]},
        }
        for facet, label in FACETTEN.items()
    }


def _labels(corpus: Corpus, as_: str) -> dict[str, str]:
    return {term.sleutel: term.label for term in corpus.vocabulaires[as_].termen}


def _zonder_leeg(document: Document) -> Document:
    """Leave out what says nothing; the address of the home page is empty and stays."""
    return {sleutel: waarde for sleutel, waarde in document.items() if waarde or sleutel == "url"}


def _pagina(pagina: Vertelpagina) -> Document:
    eerste, *rest = pagina.delen
    return _zonder_leeg(
        {
            "id": f"pagina:{pagina.pad.strip('/') or 'home'}",
            "url": pagina.pad,
            "titel": pagina.titel,
            "soort": "pagina",
            "samenvatting": pagina.omschrijving,
            "tekst": eerste.tekst,
            "zoektermen": list(pagina.zoektermen),
            "doe": HULPMIDDELEN.get(pagina.pad, ""),
            "koppen": " ".join(deel.titel for deel in rest),
            "delen": [
                {"anker": deel.anker, "titel": deel.titel, "tekst": deel.tekst} for deel in rest
            ],
            "denkbeeldig": pagina.denkbeeldig,
        }
    )


def _document(corpus: Corpus, kaart: Kaart) -> Document:
    record = corpus.records.get(kaart.id)
    getoond = woorden_op_de_pagina(kaart, record)
    return _zonder_leeg(
        {
            "id": kaart.id,
            "url": kaart.pad,
            "titel": kaart.titel,
            "soort": kaart.soort,
            "samenvatting": kaart.samenvatting,
            "tekst": kaart.tekst,
            "gewoon": getoond,
            "zoektermen": [term for term in kaart.zoektermen if term not in getoond],
            "afkortingen": list(kaart.afkortingen),
            "nummers": list(kaart.nummers),
            "artikelen": genoemde_artikelen(record),
            "datum": _datum(kaart.datum),
            "denkbeeldig": kaart.denkbeeldig,
            "facetten": {
                facet: kaart.facetten[facet]
                for facet in FACETTEN
                if facet != SOORT and facet in kaart.facetten
            },
        }
    )


def _datum(datum: Peildatum | None) -> str:
    """Return a date as a browser reads it, of a period its end."""
    return (datum.eind or datum.begin).iso() if datum and datum.begin else ""
