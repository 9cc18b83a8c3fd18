"""What is said before and behind a statement: of which law, organisation, step or year it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from macros.blad import adres
from macros.blad.blad import RunningText, Stuk
from macros.blad.lookup import Lookup
from macros.blad.spelling import look_up
from macros.blad.zinnen import WEAK_CHECK
from macros.model.base import Bewering, Verwijzing
from macros.model.instrument import InstrumentRelatie
from macros.model.kennis import Uitleg
from macros.model.leerpunt import Artikel, Bedrag, Betrokkene, Stap, Uitspraak, Wetverwijzing
from macros.model.marks import marked
from macros.model.mvt import Rechtverband
from macros.model.recht import Artikelkern, Verificatie, Wet, Wetsvoorstel


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the text of a statement; the fields are those of ``Point``."""

    datum: str = ""
    lead_in: RunningText = ()
    repeats: bool = False
    emphasis: str = ""
    stukken: RunningText = ()
    cells: tuple[str, ...] = ()


NOTHING_AROUND = Surroundings()
PLAIN: Collection[type[Bewering]] = (Bewering, Uitleg)
"""Kinds of statements with nothing around their text."""


def surroundings_of(lookup: Lookup, bewering: Bewering, from_: object = None) -> Surroundings:  # noqa: C901, PLR0911  one case per kind of statement
    """Return what stands around a statement of the record ``from_``.

    Only kinds of statements that are told in a way of their own have a case; of any other the
    records it points to are named.
    """
    if type(bewering) in PLAIN:
        return NOTHING_AROUND
    match bewering:
        case InstrumentRelatie():
            relatie = lookup.label("instrumentrelatie", bewering.relatie)
            lead_in = Stuk(f"Dit instrument {relatie}: ")
            return Surroundings(lead_in=(lead_in, lookup.link(bewering.naar), Stuk(".")))
        case Wetverwijzing():
            return Surroundings(lead_in=tuple(_wetverwijzing(lookup, bewering)))
        case Artikelkern():
            return Surroundings(lead_in=tuple(_artikelkern(bewering, from_)))
        case Rechtverband():
            return Surroundings(lead_in=tuple(_rechtverband(lookup, bewering)))
        case Stap():
            return _stap(bewering)
        case Uitspraak():
            return Surroundings(lead_in=tuple(_uitspraak(bewering)))
        case Bedrag():
            return Surroundings(cells=(str(bewering.jaar), bewering.bedrag))
        case Verificatie():
            return Surroundings(emphasis=WEAK_CHECK if bewering.zwak else "")
        case Betrokkene(organisatie=str(id_)):
            repeats = lookup.doel(id_).titel in bewering.tekst
            return Surroundings(lead_in=(lookup.link(id_), Stuk(".")), repeats=repeats)
    namen = [id_ for mark, id_ in marked(bewering, Verwijzing) if mark.soorten != ("bron",)]
    return Surroundings(lead_in=tuple(s for id_ in namen for s in (lookup.link(id_), Stuk("."))))


def _plaats(plaats: Artikel) -> str:
    return f"artikel {plaats.artikel}" + (f", lid {plaats.lid}" if plaats.lid else "")


def _wetverwijzing(lookup: Lookup, bewering: Wetverwijzing) -> Iterator[Stuk]:
    yield lookup.link(bewering.wet)
    wet = lookup.corpus.records[bewering.wet]
    bwb_id = wet.bwb_id if isinstance(wet, Wet) else None
    begin = bewering.versie.begin if bewering.versie else None
    datum = begin.iso() if begin and begin.dag else None
    for plaats in bewering.artikelen:
        yield Stuk(", ")
        url = adres.wet_url(bwb_id, artikel=plaats.artikel, datum=datum) if bwb_id else ""
        yield Stuk(_plaats(plaats), url=url)
    yield Stuk(f" ({lookup.label('wetrol', bewering.rol)}).")


def _artikelkern(kern: Artikelkern, wet: object) -> Iterator[Stuk]:
    bwb_id = wet.bwb_id if isinstance(wet, Wet) else None
    for nummer, plaats in enumerate(kern.plaats):
        tekst = _plaats(plaats)
        if nummer:
            yield Stuk(", ")
        else:
            tekst = tekst.capitalize()
        yield Stuk(tekst, url=adres.wet_url(bwb_id, artikel=plaats.artikel) if bwb_id else "")
        if bwb_id:
            yield Stuk(adres.jci(bwb_id, plaats), vorm="code")
    yield Stuk(".")


def _rechtverband(lookup: Lookup, connection: Rechtverband) -> Iterator[Stuk]:
    if connection.wet:
        yield from (lookup.link(connection.wet), Stuk(" (wet)."))
    if connection.wet and connection.wetsvoorstel:
        yield Stuk(" ")
    proposal = lookup.corpus.records.get(connection.wetsvoorstel or "")
    if isinstance(proposal, Wetsvoorstel):
        status = lookup.label("wetsvoorstelstatus", proposal.status).lower()
        yield from (lookup.link(proposal.id), Stuk(f" (wetsvoorstel, {status})."))


def _stap(stap: Stap) -> Surroundings:
    stukken = []
    if stap.kamerstuk:
        tekst, url, _ = look_up("kamerstuk", stap.kamerstuk)
        stukken.append(Stuk(f"Kamerstuk{'' if url else 'dossier'} {tekst}", url=url))
    if stap.staatsblad:
        tekst, url, _ = look_up("staatsblad", stap.staatsblad)
        stukken.append(Stuk(f"Staatsblad {tekst}", url=url))
    datum = str(stap.stand) if stap.stand.dated else ""
    return Surroundings(datum=datum, stukken=tuple(stukken))


def _uitspraak(uitspraak: Uitspraak) -> Iterator[Stuk]:
    yield Stuk(uitspraak.instantie)
    if uitspraak.ecli:
        tekst, url, _ = look_up("ecli", uitspraak.ecli)
        yield from (Stuk(", "), Stuk(tekst, url=url))
    yield Stuk(".")


def with_comma(stukken: Iterable[Stuk]) -> RunningText:
    """Return the pieces with a comma between each."""
    out: list[Stuk] = []
    for stuk in stukken:
        if out:
            out.append(Stuk(", "))
        out.append(stuk)
    return tuple(out)
