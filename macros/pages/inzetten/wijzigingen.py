"""What changed, for who comes back: the whole list, to be read, filtered or followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from macros.blad.wijzigingen import doel
from macros.corpus import wijzigingen as gegevens
from macros.corpus.volgorde import alfabetisch
from macros.corpus.wijzigingen import ONDERWERPEN, Wijziging, soorten
from macros.model.datering import MAANDEN
from macros.model.soorten import PER_SOORT
from macros.pages.weergave import Schrijver, teken


def _onderwerpen(kb: Schrijver, lijst: Sequence[Wijziging]) -> Mapping[str, Mapping[str, str]]:
    """Return per kind the records one can follow, by id, with their titles from A to Z."""
    titels = {id_: kb.record(id_).titel for wijziging in lijst for id_ in wijziging.over}
    op_titel = sorted(titels.items(), key=lambda paar: (alfabetisch(paar[1]), paar[0]))
    return {
        PER_SOORT[soort].meervoud: {
            id_: titel for id_, titel in op_titel if id_.startswith(f"{soort}:")
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


def _wat(wijziging: Wijziging) -> str:
    """Return what the script chooses by: day of the month, if any, kind, and other subjects.

    The month stands at its section, and the id of the record follows from kind and link.
    """
    dag = wijziging.datum.notatie()[8:]
    ook = (id_ for id_ in wijziging.over if id_ != wijziging.id_)
    return " ".join((dag, wijziging.soort, *ook))


def _maand(wijziging: Wijziging) -> tuple[int, int]:
    dag = wijziging.datum.eerste_dag()
    return dag.year, dag.month


def wijzigingen(kb: Schrijver) -> Markup:
    """Return every change per year and month, newest first; complete without JavaScript."""
    lijst = gegevens.wijzigingen(kb.corpus)
    per_jaar: dict[int, list[tuple[str, str, list[Wijziging]]]] = {}
    for (jaar, maand), groep in groupby(lijst, key=_maand):
        naam = f"{MAANDEN[maand - 1]} {jaar}"
        per_jaar.setdefault(jaar, []).append((f"{jaar}-{maand:02d}", naam, list(groep)))
    return teken(
        "wijzigingen.html.j2",
        kb,
        aantal=len(lijst),
        per_jaar=per_jaar,
        soorten=soorten(lijst),
        onderwerpen=_onderwerpen(kb, lijst),
        doel=doel,
        wat=_wat,
        soortnamen=_soortnamen(lijst),
    )
