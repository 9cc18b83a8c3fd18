"""Lists of records, computed: by kind, by axis, as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from markupsafe import Markup

from macros.blad import adres
from macros.blad.inzetfout import kies
from macros.blad.vertellen import veldkoppen
from macros.corpus.volgorde import alfabetisch
from macros.model.basis import Onbekend
from macros.model.kennis import Gebeurtenis, Vraag
from macros.model.mvt import MvtDocument, MvtPunt
from macros.model.soorten import PER_MAP, Bestandsrecord
from macros.pages.alfabet import letterpad, per_letter
from macros.pages.weergave import Schrijver, teken, vragen_bij


@dataclass(frozen=True, slots=True)
class Groep:
    """Records under one heading; ``anker`` is the fragment other pages link to.

    ``pad`` is the address of the page with only this group, if there is one.
    """

    anker: str
    kop: str
    uitleg: str
    records: Sequence[Bestandsrecord]
    pad: str = ""


def _op_titel(record: Bestandsrecord) -> str:
    return alfabetisch(record.titel)


_VOLGORDE: Mapping[str, str] = {
    "instrumenten": "volgorde",
    "leerpunten": "nummer",
    "mvt-punten": "letter",
    "gebeurtenissen": "datum",
}
"""Folders whose records have an order of their own, and the field that gives it."""

_AS: Mapping[str, tuple[str, str]] = {
    "wetten": ("wetgroep", "groep"),
    "wetsvoorstellen": ("wetsvoorstelstatus", "status"),
    "organisaties": ("organisatiesoort", "organisatiesoort"),
    "waardenkaders": ("kadersoort", "kadersoort"),
    "cijfers": ("cijferonderwerp", "onderwerp"),
    "bronnen": ("bronsoort", "bronsoort"),
    "leerpunten": ("herkomst", "herkomst"),
}
"""Folders whose overview is grouped: the vocabulary, and the field that holds its term."""


def overzicht(kb: Schrijver, mapnaam: str) -> Markup:
    """Return every record of one folder, in a fixed order, grouped where a vocabulary does so."""
    volgorde = attrgetter(_VOLGORDE[mapnaam]) if mapnaam in _VOLGORDE else _op_titel
    records = sorted(kb.corpus.alle(kies("map", PER_MAP, mapnaam)), key=volgorde)
    if mapnaam == "begrippen":
        groepen = _per_letter(records)
    elif mapnaam == "gebeurtenissen":
        groepen = _per_jaar(reversed(records))
    elif mapnaam in _AS:
        groepen = _per_term(kb, *_AS[mapnaam], records)
    else:
        groepen = [Groep("", "", "", records)]
    return teken("overzicht.html.j2", kb, groepen=groepen, mapnaam=mapnaam)


def _per_term(kb: Schrijver, as_: str, veld: str, records: Iterable[Bestandsrecord]) -> list[Groep]:
    """Group records by the term, or each of the terms, that stands in ``veld``."""
    per_sleutel: dict[str, list[Bestandsrecord]] = defaultdict(list)
    for record in records:
        waarde = getattr(record, veld)
        for sleutel in waarde if isinstance(waarde, tuple) else (waarde,):
            per_sleutel[sleutel].append(record)
    return [
        Groep(term.sleutel, term.label, term.uitleg, per_sleutel[term.sleutel])
        for term in kb.corpus.vocabulaires[as_].termen
        if per_sleutel[term.sleutel]
    ]


def _per_letter(records: Iterable[Bestandsrecord]) -> list[Groep]:
    per_letter: dict[str, list[Bestandsrecord]] = defaultdict(list)
    for record in records:
        per_letter[alfabetisch(record.titel)[0].upper()].append(record)
    return [Groep(letter.lower(), letter, "", per_letter[letter]) for letter in sorted(per_letter)]


def _per_jaar(records: Iterable[Bestandsrecord]) -> list[Groep]:
    per_jaar: dict[str, list[Bestandsrecord]] = defaultdict(list)
    for record in records:
        if isinstance(record, Gebeurtenis):
            begin = record.datum.begin
            per_jaar[str(begin.jaar) if begin else "Ongedateerd"].append(record)
    return [Groep(f"jaar-{jaar.lower()}", jaar, "", lijst) for jaar, lijst in per_jaar.items()]


def vocabulaire(kb: Schrijver, as_: str) -> Markup:
    """Return the terms of one axis with their explanation."""
    keuzelijst = kies("keuzelijst", kb.corpus.vocabulaires, as_)
    return teken("vocabulaire.html.j2", kb, vocabulaire=keuzelijst)


def openstaand(kb: Schrijver) -> Markup:
    """Return every unknown on any record, grouped by record, with whom to ask."""
    per_record: dict[str, list[Onbekend]] = defaultdict(list)
    for id_, _, vraag in kb.corpus.onbekend:
        per_record[id_].append(vraag)
    rijen = sorted(
        ((kb.corpus.records[id_], vragen) for id_, vragen in per_record.items()),
        key=lambda rij: (rij[0].soort, _op_titel(rij[0])),
    )
    los = sorted(kb.corpus.alle(Vraag), key=_op_titel)
    return teken("openstaand.html.j2", kb, rijen=rijen, los=los)


def nieuwste(kb: Schrijver, hoeveel: int = 5) -> Markup:
    """Return the latest dated events; what is only planned is not news."""
    peildag = kb.corpus.site.peildag
    events = [
        event
        for event in kb.corpus.alle(Gebeurtenis)
        if event.datum.gedateerd and event.datum.eerste_dag() <= peildag
    ]
    events.sort(key=lambda event: (event.datum.eerste_dag(), event.id), reverse=True)
    return teken("nieuwste.html.j2", kb, gebeurtenissen=events[:hoeveel])


def az(kb: Schrijver) -> Markup:
    """Return the way to all titles and search terms from A to Z, one page a letter."""
    letters = [
        (letter, kb.naar(letterpad(letter)), len(ingangen))
        for letter, ingangen in per_letter(kb.corpus).items()
    ]
    return teken("az.html.j2", kb, letters=letters, wettekst=adres.wet_url(""))


def mvt_geheel(kb: Schrijver) -> Markup:
    """Return what is known of the fictitious memorandum and its points, as one document."""
    (document,) = kb.corpus.alle(MvtDocument)
    secties = veldkoppen(MvtDocument)
    return teken(
        "mvt_geheel.html.j2",
        kb,
        document=document,
        secties=secties,
        vragen=vragen_bij(document, {veld for veld, _ in secties}),
        punten=sorted(kb.corpus.alle(MvtPunt), key=attrgetter("letter")),
    )
