"""The index that ``zoek-kern.js`` reads: one document a page, with facets, synonyms and sections.

The keys are the contract with the script; ``VERSIE`` goes up when their meaning changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.blad.adres import pad_van
from macros.blad.stand import stand_van
from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from macros.model.kennis import Begrip, Bron, Gebeurtenis
from macros.model.leerpunt import Leerpunt
from macros.model.organisatie import Gemeente, Organisatie
from macros.model.recht import Wet, Wetsvoorstel
from macros.model.soorten import SOORTEN
from macros.search.tekst import Deel

VERSIE = 1
GEWICHTEN: Mapping[str, float] = {
    "pagina": 1.1,
    "instrument": 1.2,
    "leerpunt": 1.1,
    "gebeurtenis": 0.7,
    "bron": 0.4,
    "gemeente": 0.9,
    "vraag": 0.7,
    "cijfer": 0.8,
}
"""Kinds that readers want sooner or later than the rest (1.0)."""

FACETTEN: Mapping[str, str] = {
    "soort": "Soort",
    "leefgebied": "Leefgebied",
    "wet": "Wet",
    "organisatie": "Organisatie",
    "status": "Status",
}

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Vertelpagina:
    """A hand-written page: address, title, description, headed parts, words readers type."""

    pad: str
    titel: str
    omschrijving: str
    delen: Sequence[Deel]
    zoektermen: Sequence[str] = ()

    @property
    def denkbeeldig(self) -> bool:
        """Tell whether the page is about the imaginary law and not about anything that exists."""
        return self.pad.startswith("mvt")


def bouw_index(corpus: Corpus, paginas: Iterable[Vertelpagina]) -> dict[str, object]:
    """Return the whole index as plain values, in a fixed order."""
    documenten = [_pagina(pagina) for pagina in sorted(paginas, key=lambda pagina: pagina.pad)]
    documenten += [_record(corpus, record) for record in corpus.alle(Record)]
    documenten += [_bron(bron) for bron in corpus.alle(Bron)]
    documenten += _gemeenten(corpus)
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
    """
    tekst = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return tekst, hashlib.sha256(tekst.encode()).hexdigest()[:12]


def als_script(tekst: str) -> str:
    """Return the index as a classic script, for pages opened from disk, where fetch is blocked."""
    return f"KennisbankZoek.ontvang({tekst});\n"


def _soorten() -> dict[str, dict[str, object]]:
    namen = {soort.soort: soort.enkelvoud for soort in SOORTEN if soort.soort != "grafiek"}
    namen |= {"gemeente": "Gemeente", "pagina": "Pagina"}
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
            "koppen": " ".join(deel.titel for deel in rest),
            "delen": [
                {"anker": deel.anker, "titel": deel.titel, "tekst": deel.tekst} for deel in rest
            ],
            "denkbeeldig": pagina.denkbeeldig,
        }
    )


def _record(corpus: Corpus, record: Record) -> Document:
    return _zonder_leeg(
        {
            "id": record.id,
            "url": record.pad,
            "titel": record.titel,
            "soort": record.soort,
            "samenvatting": record.samenvatting,
            "tekst": _tekst(corpus, record),
            "zoektermen": list(record.zoektermen) + _namen(record),
            "afkortingen": _afkortingen(record),
            "nummers": _nummers(record),
            "datum": _datum(corpus, record),
            "denkbeeldig": record.denkbeeldig,
            "facetten": _facetten_van(record),
        }
    )


def _tekst(corpus: Corpus, record: Record) -> str:
    """Return every statement on a page, and the questions that stand open there."""
    beweringen = corpus.beweringen_per_record.get(record.id, ())
    zinnen = [plek.bewering.tekst for plek in beweringen]
    return " ".join(zinnen + [open_.vraag for open_ in record.onbekend])


def _namen(record: Record) -> list[str]:
    if isinstance(record, Begrip):
        return [*record.ook, *(naam for naam in (record.voluit, record.meervoud_vorm) if naam)]
    return list(getattr(record, "andere_namen", ()))


def _afkortingen(record: Record) -> list[str]:
    een = getattr(record, "afkorting", None)
    if isinstance(record, Begrip) and record.voluit:
        een = record.titel
    return [*getattr(record, "afkortingen", ()), *([een] if een else [])]


def _nummers(record: Record) -> list[str]:
    """Return every official number that stands on the page of this record."""
    nummers = []
    match record:
        case Wet():
            nummers = [record.bwb_id or record.celex or ""]
        case Wetsvoorstel():
            nummers = [record.dossier or "", *(stap.kamerstuk or "" for stap in record.stappen)]
        case Leerpunt():
            nummers = [record.nummer]
            nummers += [uitspraak.ecli or "" for uitspraak in record.rechtspraak]
            nummers += [stap.kamerstuk or "" for spoor in record.sporen for stap in spoor.stappen]
        case Gebeurtenis():
            nummers = [record.kamerstuk or ""]
    return list(dict.fromkeys(nummer for nummer in nummers if nummer))


def _datum(corpus: Corpus, record: Record) -> str:
    """Return the youngest date of the statements on a page; empty when none is dated."""
    if isinstance(record, Gebeurtenis):
        return record.datum.notatie() if record.datum.gedateerd else ""
    plekken = corpus.beweringen_per_record.get(record.id, ())
    standen = [plek.bewering.stand for plek in plekken if plek.bewering.stand.gedateerd]
    jongste = max((stand for stand in standen), default=None)
    return str((jongste.eind or jongste.begin).iso()) if jongste and jongste.begin else ""


def _facetten_van(record: Record) -> dict[str, list[str]]:
    facetten: dict[str, list[str]] = {}
    match record:
        case Leerpunt():
            facetten = {
                "leefgebied": list(record.leefgebieden),
                "wet": [verwijzing.wet for verwijzing in record.wetten],
                "organisatie": [b.organisatie for b in record.organisaties if b.organisatie],
                "status": list(record.statussen),
            }
        case Wet():
            facetten = {"wet": [record.id]}
        case Wetsvoorstel():
            facetten = {"wet": list(record.wijzigt), "organisatie": list(record.organisaties)}
        case Organisatie():
            facetten = {"organisatie": [record.id]}
    return {facet: list(dict.fromkeys(termen)) for facet, termen in facetten.items() if termen}


def _bron(bron: Bron) -> Document:
    return _zonder_leeg(
        {
            "id": bron.id,
            "url": bron.pad,
            "titel": bron.titel,
            "soort": "bron",
            "samenvatting": f"{bron.uitgever}, {bron.datum}.",
            "afkortingen": [bron.slug],
            "nummers": [nummer for nummer in (bron.kamerstuk, bron.ecli) if nummer],
            "datum": bron.datum.notatie() if bron.datum.gedateerd else "",
        }
    )


def _gemeente_in_een_zin(corpus: Corpus, gemeente: Gemeente) -> str:
    """Return what most readers come for: where it is, and whether it has joined."""
    provincie = corpus.term("provincie", gemeente.provincie).label
    stand = corpus.term("gemeentestand", stand_van(gemeente)).label
    return f"Gemeente in {provincie}. Aangesloten bij PMM? {stand}."


def _gemeenten(corpus: Corpus) -> list[Document]:
    vroeger: dict[str, list[str]] = {}
    for oud in corpus.vervallen():
        for cbs in oud.opvolgers:
            vroeger.setdefault(cbs, []).extend((oud.naam, oud.cbs))
    return [
        _zonder_leeg(
            {
                "id": f"gemeente:{gemeente.cbs}",
                "url": pad_van(f"gemeente:{gemeente.cbs}"),
                "titel": gemeente.naam,
                "soort": "gemeente",
                "samenvatting": _gemeente_in_een_zin(corpus, gemeente),
                "tekst": " ".join(vermelding.tekst for vermelding in gemeente.vermeldingen),
                "zoektermen": [
                    *gemeente.andere_namen,
                    *(naam for naam in vroeger.get(gemeente.cbs, ()) if not naam.startswith("GM")),
                ],
                "nummers": [
                    gemeente.cbs,
                    *(cbs for cbs in vroeger.get(gemeente.cbs, ()) if cbs.startswith("GM")),
                ],
            }
        )
        for gemeente in corpus.gemeentetabel.gemeenten
    ]
