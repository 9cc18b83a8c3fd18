"""Lists of records, computed: by kind, by axis, as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from macros.blad import adres
from macros.blad.blad import Doel
from macros.blad.narrate import veld_headings
from macros.blad.page_macro_error import choose
from macros.blad.vragen import Vraagregel, soortnaam, vragen, vragen_per_veld, vragen_to
from macros.blad.zinnen import LICENCE_SENTENCE
from macros.corpus.volgorde import alphabetical
from macros.model.kennis import Gebeurtenis
from macros.model.mvt import MvtDocument, MvtPunt
from macros.model.soorten import PER_FOLDER, Bestandsrecord
from macros.pages.alphabet import letter_path, per_letter
from macros.pages.rendering import Writer, render


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


def _by_titel(record: Bestandsrecord) -> str:
    return alphabetical(record.titel)


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


def overzicht(kb: Writer, mapnaam: str) -> Markup:
    """Return every record of one folder, in a fixed order, grouped where a vocabulary does so."""
    volgorde = attrgetter(_VOLGORDE[mapnaam]) if mapnaam in _VOLGORDE else _by_titel
    records = sorted(kb.corpus.every(choose("map", PER_FOLDER, mapnaam)), key=volgorde)
    if mapnaam == "begrippen":
        groepen = _per_letter(records)
    elif mapnaam == "gebeurtenissen":
        groepen = _per_jaar(reversed(records))
    elif mapnaam in _AS:
        groepen = _per_term(kb, *_AS[mapnaam], records)
    else:
        groepen = [Groep("", "", "", records)]
    return render("overzicht.html.j2", kb, groepen=groepen, mapnaam=mapnaam)


def _per_term(kb: Writer, as_: str, veld: str, records: Iterable[Bestandsrecord]) -> list[Groep]:
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
        per_letter[alphabetical(record.titel)[0].upper()].append(record)
    return [Groep(letter.lower(), letter, "", per_letter[letter]) for letter in sorted(per_letter)]


def _per_jaar(records: Iterable[Bestandsrecord]) -> list[Groep]:
    per_jaar: dict[str, list[Bestandsrecord]] = defaultdict(list)
    for record in records:
        if isinstance(record, Gebeurtenis):
            begin = record.datum.begin
            per_jaar[str(begin.jaar) if begin else "Ongedateerd"].append(record)
    return [Groep(f"jaar-{jaar.lower()}", jaar, "", lijst) for jaar, lijst in per_jaar.items()]


def vocabulaire(kb: Writer, as_: str) -> Markup:
    """Return the terms of one axis with their explanation."""
    choice_list = choose("keuzelijst", kb.corpus.vocabulaires, as_)
    return render("vocabulaire.html.j2", kb, vocabulaire=choice_list)


def openstaand(kb: Writer) -> Markup:
    """Return every open question, per kind of record, to choose from by whom to ask."""
    every = kb.corpus.once(vragen)
    instrumenten = {doel.id: doel.titel for regel in every for doel in regel.instrumenten}
    return render(
        "openstaand.html.j2",
        kb,
        aantal=len(every),
        per_soort=[
            (soort, groep[0].soortnaam, [(at, list(lijst)) for at, lijst in groupby(groep, _at)])
            for soort, leden in groupby(every, attrgetter("soort"))
            if (groep := list(leden))
        ],
        soorten=[
            (soort, soortnaam(soort))
            for soort in dict.fromkeys(soort for regel in every for soort in regel.soorten)
        ],
        per_organisatie=kb.corpus.once(vragen_to),
        instrumenten=dict(sorted(instrumenten.items(), key=lambda pair: alphabetical(pair[1]))),
        licence=LICENCE_SENTENCE,
    )


def _at(regel: Vraagregel) -> Doel:
    return regel.at


def nieuwste(kb: Writer, hoeveel: int = 5) -> Markup:
    """Return the latest dated events; what is only planned is not news."""
    peildag = kb.corpus.site.peildag
    events = [
        event
        for event in kb.corpus.every(Gebeurtenis)
        if event.datum.dated and event.datum.first_dag() <= peildag
    ]
    events.sort(key=lambda event: (event.datum.first_dag(), event.id), reverse=True)
    return render("nieuwste.html.j2", kb, gebeurtenissen=events[:hoeveel])


def az(kb: Writer) -> Markup:
    """Return the way to all titles and search terms from A to Z, one page a letter."""
    letters = [
        (letter, kb.naar(letter_path(letter)), len(entrances))
        for letter, entrances in kb.corpus.once(per_letter).items()
    ]
    return render("az.html.j2", kb, letters=letters, wettekst=adres.wet_url(""))


def mvt_geheel(kb: Writer) -> Markup:
    """Return what is known of the fictitious memorandum and its points, as one document."""
    (document,) = kb.corpus.every(MvtDocument)
    secties = veld_headings(MvtDocument)
    return render(
        "mvt_geheel.html.j2",
        kb,
        document=document,
        secties=secties,
        vragen=vragen_per_veld(document, {veld for veld, _ in secties}),
        points=sorted(kb.corpus.every(MvtPunt), key=attrgetter("letter")),
    )
