"""What changed, for who comes back: the whole list, to be read, filtered or followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from macros.blad import facets
from macros.blad.wijzigingen import doel
from macros.corpus import wijzigingen as gather
from macros.corpus.volgorde import alphabetical
from macros.corpus.wijzigingen import ONDERWERPEN, Event, Wijziging, events, soorten
from macros.model.dates import MONTHS
from macros.model.soorten import PER_SOORT
from macros.pages.rendering import Writer, render

HEAVIEST = 5
"""How many of the events that touch most stand on top, before all of them."""


def _onderwerpen(kb: Writer, lijst: Sequence[Wijziging]) -> Mapping[str, Mapping[str, str]]:
    """Return per kind the records one can follow, by id, with their titles from A to Z."""
    titels = {id_: kb.record(id_).titel for wijziging in lijst for id_ in wijziging.over}
    by_titel = sorted(titels.items(), key=lambda pair: (alphabetical(pair[1]), pair[0]))
    return {
        PER_SOORT[soort].meervoud: {
            id_: titel for id_, titel in by_titel if id_.startswith(f"{soort}:")
        }
        for soort in ONDERWERPEN
    }


def _soortnamen(lijst: Sequence[Wijziging]) -> Mapping[str, str]:
    """Return the name of the kind for every record whose title is that of another one as well."""
    per_titel: dict[str, set[str]] = {}
    for wijziging in lijst:
        per_titel.setdefault(wijziging.titel, set()).add(wijziging.id_)
    return {
        id_: PER_SOORT[id_.partition(":")[0]].enkelvoud.lower()
        for ids in per_titel.values()
        if len(ids) > 1
        for id_ in ids
        if id_.partition(":")[0] in PER_SOORT
    }


def touched(event: Event) -> list[str]:
    """Return the ids of what an event is about besides the page that it leads to."""
    return [id_ for id_ in event.over if id_ != event.lead.id_]


def _what(event: Event) -> str:
    """Return what the script chooses by: day of the month, if any, kinds, and other subjects.

    The month stands at its section, and the id of the record follows from first kind and link.
    """
    dag = event.datum.notation()[8:]
    return " ".join((dag, "+".join(event.soorten), *touched(event)))


def _maand(event: Event) -> tuple[int, int]:
    dag = event.datum.first_dag()
    return dag.year, dag.month


def _per_maand(lijst: Iterable[Event]) -> list[tuple[str, str, list[Event]]]:
    """Return the lines of one year per month: ``2025-10``, ``oktober 2025`` and the lines."""
    return [
        (f"{jaar}-{maand:02d}", f"{MONTHS[maand - 1]} {jaar}", list(groep))
        for (jaar, maand), groep in groupby(lijst, key=_maand)
    ]


def _leefgebieden(kb: Writer, lijst: Sequence[Wijziging]) -> Mapping[str, tuple[str, str]]:
    """Return per area of life its name and the learnings with changes that are about it."""
    over = {id_ for wijziging in lijst for id_ in wijziging.over}
    facet = facets.facet(kb.corpus, "leefgebied")
    ids = {
        waarde.sleutel: [point.id for point in waarde.leerpunten if point.id in over]
        for waarde in facet.waarden
    }
    return {
        waarde.sleutel: (waarde.label, " ".join(ids[waarde.sleutel]))
        for waarde in facet.waarden
        if ids[waarde.sleutel]
    }


def heaviest(told: Iterable[Event]) -> list[Event]:
    """Return the events about the most subjects of this site, the newest first of those as many.

    Counted and not judged: what touches more laws, bills, learnings and instruments goes first.
    """
    some = [one for one in told if len(touched(one)) > 1 and not one.boekhouding]
    return sorted(some, key=lambda one: -len(touched(one)))[:HEAVIEST]


def wijzigingen(kb: Writer) -> Markup:
    """Return every event per year, newest first, our bookkeeping folded at the end of each year.

    Complete without JavaScript. The feeds have every change for itself.
    """
    lijst = kb.corpus.once(gather.wijzigingen)
    told = events(lijst)
    per_jaar = []
    for jaar, groep in groupby(told, key=lambda one: _maand(one)[0]):
        regels = list(groep)
        parts = [[one for one in regels if one.boekhouding is quiet] for quiet in (False, True)]
        per_jaar.append((jaar, *((len(part), _per_maand(part)) for part in parts)))
    peildag = kb.corpus.site.peildag
    return render(
        "wijzigingen.html.j2",
        kb,
        aantal=sum(not one.boekhouding for one in told),
        quiet=sum(one.boekhouding for one in told),
        per_jaar=per_jaar,
        heaviest=heaviest(one for one in told if _maand(one)[0] >= peildag.year - 1),
        fast={
            "Dit jaar": f"{peildag.year}-01-01",
            "Dit jaar en vorig jaar": f"{peildag.year - 1}-01-01",
            "De laatste vijf jaar": f"{peildag.year - 4}-01-01",
        },
        soorten=soorten(lijst),
        onderwerpen=_onderwerpen(kb, lijst),
        leefgebieden=_leefgebieden(kb, lijst),
        doel=doel,
        wat=_what,
        touched=touched,
        soortnamen=_soortnamen(lijst),
    )
