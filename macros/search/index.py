"""The index that ``zoek-kern.js`` reads: one document a page, with facets, synonyms and sections.

The keys are the contract with the script; ``VERSIE`` goes up when their meaning changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from macros.blad.card import Card, cards
from macros.corpus.corpus import Corpus
from macros.model.dates import Peildatum
from macros.model.soorten import SOORTEN
from macros.search.artikelen import named_artikelen
from macros.search.leefgebieden import leefgebieden
from macros.search.tekst import Part
from macros.search.tools import TOOLS
from macros.search.woorden import woorden_on_the_page

VERSIE = 2
WEIGHTS: Mapping[str, float] = {
    "pagina": 1.1,
    "instrument": 1.2,
    "leerpunt": 1.1,
    "gebeurtenis": 0.7,
    "bron": 0.4,
    "gemeente": 0.9,
    "vraag": 0.7,
    "cijfer": 0.8,
    "leefgebied": 0.6,
    "waarde": 0.7,
    "waardenkader": 0.8,
    "mvtpunt": 0.7,
}
"""Kinds that readers want sooner or later than the rest (1.0)."""

SOORT = "soort"
FACETS: Mapping[str, str] = {
    SOORT: "Soort",
    "leefgebied": "Leefgebied",
    "wet": "Wet",
    "organisatie": "Organisatie",
    "status": "Status",
}

"""Name in the index and what readers see, in their order. ``soort`` is the kind of page, and not
what a learning can be chosen by under that name."""

RUNNING_TEXT = frozenset({"tekst", "koppen", "delen"})
"""What a document holds that is neither its name nor what it is about."""

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class ToldPage:
    """A hand-written page: address, title, description, headed parts, words readers type."""

    pad: str
    titel: str
    description: str
    parts: Sequence[Part]
    zoektermen: Sequence[str] = ()
    denkbeeldig: bool = False
    """Whether all of it is about the imaginary law; its front matter says so."""


def build_index(corpus: Corpus, pages: Iterable[ToldPage]) -> dict[str, object]:
    """Return the whole index as plain values, in a fixed order."""
    documents = [_pagina(pagina) for pagina in sorted(pages, key=lambda pagina: pagina.pad)]
    documents += [_document(corpus, card) for card in cards(corpus)]
    documents += leefgebieden(corpus)
    return {
        "versie": VERSIE,
        "soorten": _soorten(),
        "facetten": _facets(corpus, documents),
        "synoniemen": [
            {"termen": list(groep.termen), "gebruik": groep.gebruik}
            if groep.gebruik
            else list(groep.termen)
            for groep in corpus.synoniemen.synoniemen
        ],
        "licht": list(corpus.synoniemen.licht),
        "elders": list(corpus.synoniemen.elders),
        "documenten": documents,
    }


def without_texts(index: Mapping[str, object]) -> dict[str, object]:
    """Return the index of what pages are called; summaries stay, to be shown and not searched.

    Half as large, so it is there sooner: suggestions and the first results come from it.
    """
    documents = cast("Sequence[Document]", index["documenten"])
    short = [{k: v for k, v in one.items() if k not in RUNNING_TEXT} for one in documents]
    return dict(index) | {"namen": True, "documenten": short}


def only_texts(index: Mapping[str, object]) -> dict[str, object]:
    """Return what ``without_texts`` leaves out, document by document."""
    documents = cast("Sequence[Document]", index["documenten"])
    return {
        "documenten": [{k: v for k, v in one.items() if k in RUNNING_TEXT} for one in documents]
    }


def as_json(index: Mapping[str, object]) -> str:
    """Return an index as text.

    Keys keep the order they were made in, which is fixed: readers see the facets in that order.
    Each document has a line of its own, so that the script can read them a few at a time: reading
    all at once would hold up a slow telephone.
    """
    tekst = _json(index)
    kop = dict(index)
    documents = kop.pop("documenten", None)
    if isinstance(documents, list):
        regels = ",\n".join(map(_json, documents))
        tekst = f"{_json(kop | {'documenten': []})[:-2]}\n{regels}\n]}}"
    return tekst


def as_script(tekst: str) -> str:
    """Return an index, or a part, as a classic script: from disk, fetch is blocked."""
    return f"KennisbankZoek.ontvang({_json(tekst)});\n"


def _json(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


def _soorten() -> dict[str, dict[str, object]]:
    namen = {soort.soort: soort.enkelvoud for soort in SOORTEN if soort.soort != "grafiek"}
    namen |= {"gemeente": "Gemeente", "pagina": "Pagina", "leefgebied": "Leefgebied"}
    return {
        soort: {"label": naam, "gewicht": WEIGHTS.get(soort, 1.0)} for soort, naam in namen.items()
    }


def _facets(corpus: Corpus, documents: Sequence[Document]) -> dict[str, object]:
    used: dict[str, set[str]] = {facet: set() for facet in FACETS}
    for document in documents:
        used["soort"].add(str(document["soort"]))
        facets = document.get("facetten")
        if isinstance(facets, dict):
            for facet, sleutels in facets.items():
                used[facet].update(sleutels)
    labels = {
        "soort": {sleutel: str(soort["label"]) for sleutel, soort in _soorten().items()},
        "leefgebied": _labels(corpus, "leefgebied"),
        "status": _labels(corpus, "spoorstatus"),
    }
    for facet in ("wet", "organisatie"):
        labels[facet] = {id_: corpus.records[id_].titel for id_ in sorted(used[facet])}
    return {
        facet: {
            "label": label,
            "termen": {s: tekst for s, tekst in labels[facet].items() if s in used[facet]},
        }
        for facet, label in FACETS.items()
    }


def _labels(corpus: Corpus, as_: str) -> dict[str, str]:
    return {term.sleutel: term.label for term in corpus.vocabulaires[as_].termen}


def _without_empty(document: Document) -> Document:
    """Leave out what says nothing; the address of the home page is empty and stays."""
    return {sleutel: waarde for sleutel, waarde in document.items() if waarde or sleutel == "url"}


def _pagina(pagina: ToldPage) -> Document:
    first, *rest = pagina.parts
    return _without_empty(
        {
            "id": f"pagina:{pagina.pad.strip('/') or 'home'}",
            "url": pagina.pad,
            "titel": pagina.titel,
            "soort": "pagina",
            "samenvatting": pagina.description,
            "tekst": first.tekst,
            "zoektermen": list(pagina.zoektermen),
            "doe": TOOLS.get(pagina.pad, ""),
            "koppen": " ".join(part.titel for part in rest),
            "delen": [
                {"anker": part.anker, "titel": part.titel, "tekst": part.tekst} for part in rest
            ],
            "denkbeeldig": pagina.denkbeeldig,
        }
    )


def _document(corpus: Corpus, card: Card) -> Document:
    record = corpus.records.get(card.id)
    shown = woorden_on_the_page(card, record)
    return _without_empty(
        {
            "id": card.id,
            "url": card.pad,
            "titel": card.titel,
            "soort": card.soort,
            "samenvatting": card.samenvatting,
            "tekst": card.tekst,
            "gewoon": shown,
            "zoektermen": [term for term in card.zoektermen if term not in shown],
            "afkortingen": list(card.afkortingen),
            "nummers": list(card.nummers),
            "artikelen": named_artikelen(record),
            "datum": _datum(card.datum),
            "denkbeeldig": card.denkbeeldig,
            "facetten": {
                facet: card.facets[facet]
                for facet in FACETS
                if facet != SOORT and facet in card.facets
            },
        }
    )


def _datum(datum: Peildatum | None) -> str:
    """Return a date as a browser reads it, of a period its end."""
    return (datum.eind or datum.begin).iso() if datum and datum.begin else ""
