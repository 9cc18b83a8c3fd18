"""What is said before and behind a statement: of which law, organisation, step or year it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from macros.blad import adres
from macros.blad.blad import Lopend, Stuk
from macros.blad.naslag import Naslag
from macros.blad.schrijfwijze import opzoeken
from macros.blad.zinnen import ZWAKKE_CONTROLE
from macros.model.basis import Bewering, Verwijzing
from macros.model.instrument import InstrumentRelatie
from macros.model.kennis import Uitleg
from macros.model.leerpunt import Artikel, Bedrag, Betrokkene, Stap, Uitspraak, Wetverwijzing
from macros.model.merken import gemerkt
from macros.model.mvt import Rechtverband
from macros.model.recht import Artikelkern, Verificatie, Wet, Wetsvoorstel


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What stands around the text of a statement; the fields are those of ``Punt``."""

    datum: str = ""
    vooraf: Lopend = ()
    herhaalt: bool = False
    nadruk: str = ""
    stukken: Lopend = ()
    cellen: tuple[str, ...] = ()


GEEN = Omgeving()
GEWOON: Collection[type[Bewering]] = (Bewering, Uitleg)
"""Kinds of statements with nothing around their text."""


def omgeving(naslag: Naslag, bewering: Bewering, van: object = None) -> Omgeving:  # noqa: C901, PLR0911  one case per kind of statement
    """Return what stands around a statement of the record ``van``.

    Only kinds of statements that are told in a way of their own have a case; of any other the
    records it points to are named.
    """
    if type(bewering) in GEWOON:
        return GEEN
    match bewering:
        case InstrumentRelatie():
            relatie = naslag.label("instrumentrelatie", bewering.relatie)
            vooraf = Stuk(f"Dit instrument {relatie}: ")
            return Omgeving(vooraf=(vooraf, naslag.link(bewering.naar), Stuk(".")))
        case Wetverwijzing():
            return Omgeving(vooraf=tuple(_wetverwijzing(naslag, bewering)))
        case Artikelkern():
            return Omgeving(vooraf=tuple(_artikelkern(bewering, van)))
        case Rechtverband():
            return Omgeving(vooraf=tuple(_rechtverband(naslag, bewering)))
        case Stap():
            return _stap(bewering)
        case Uitspraak():
            return Omgeving(vooraf=tuple(_uitspraak(bewering)))
        case Bedrag():
            return Omgeving(cellen=(str(bewering.jaar), bewering.bedrag))
        case Verificatie():
            return Omgeving(nadruk=ZWAKKE_CONTROLE if bewering.zwak else "")
        case Betrokkene(organisatie=str(id_)):
            herhaalt = naslag.doel(id_).titel in bewering.tekst
            return Omgeving(vooraf=(naslag.link(id_), Stuk(".")), herhaalt=herhaalt)
    namen = [id_ for merk, id_ in gemerkt(bewering, Verwijzing) if merk.soorten != ("bron",)]
    return Omgeving(vooraf=tuple(s for id_ in namen for s in (naslag.link(id_), Stuk("."))))


def _plaats(plaats: Artikel) -> str:
    return f"artikel {plaats.artikel}" + (f", lid {plaats.lid}" if plaats.lid else "")


def _wetverwijzing(naslag: Naslag, bewering: Wetverwijzing) -> Iterator[Stuk]:
    yield naslag.link(bewering.wet)
    wet = naslag.corpus.records[bewering.wet]
    bwb_id = wet.bwb_id if isinstance(wet, Wet) else None
    begin = bewering.versie.begin if bewering.versie else None
    datum = begin.iso() if begin and begin.dag else None
    for plaats in bewering.artikelen:
        yield Stuk(", ")
        url = adres.wet_url(bwb_id, artikel=plaats.artikel, datum=datum) if bwb_id else ""
        yield Stuk(_plaats(plaats), url=url)
    yield Stuk(f" ({naslag.label('wetrol', bewering.rol)}).")


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


def _rechtverband(naslag: Naslag, verband: Rechtverband) -> Iterator[Stuk]:
    if verband.wet:
        yield from (naslag.link(verband.wet), Stuk(" (wet)."))
    if verband.wet and verband.wetsvoorstel:
        yield Stuk(" ")
    voorstel = naslag.corpus.records.get(verband.wetsvoorstel or "")
    if isinstance(voorstel, Wetsvoorstel):
        status = naslag.label("wetsvoorstelstatus", voorstel.status).lower()
        yield from (naslag.link(voorstel.id), Stuk(f" (wetsvoorstel, {status})."))


def _stap(stap: Stap) -> Omgeving:
    stukken = []
    if stap.kamerstuk:
        tekst, url, _ = opzoeken("kamerstuk", stap.kamerstuk)
        stukken.append(Stuk(f"Kamerstuk{'' if url else 'dossier'} {tekst}", url=url))
    if stap.staatsblad:
        tekst, url, _ = opzoeken("staatsblad", stap.staatsblad)
        stukken.append(Stuk(f"Staatsblad {tekst}", url=url))
    datum = str(stap.stand) if stap.stand.gedateerd else ""
    return Omgeving(datum=datum, stukken=tuple(stukken))


def _uitspraak(uitspraak: Uitspraak) -> Iterator[Stuk]:
    yield Stuk(uitspraak.instantie)
    if uitspraak.ecli:
        tekst, url, _ = opzoeken("ecli", uitspraak.ecli)
        yield from (Stuk(", "), Stuk(tekst, url=url))
    yield Stuk(".")


def met_komma(stukken: Iterable[Stuk]) -> Lopend:
    """Return the pieces with a comma between each."""
    uit: list[Stuk] = []
    for stuk in stukken:
        if uit:
            uit.append(Stuk(", "))
        uit.append(stuk)
    return tuple(uit)
