"""From a corpus to the page model of each record. What holds for many records is made once."""

from __future__ import annotations

import re
import typing
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any

from macros.blad import zinnen
from macros.blad.beweringen import GEWOON, met_komma, omgeving
from macros.blad.blad import (
    Alinea,
    Blad,
    Blok,
    Controle,
    Doel,
    Figuur,
    Gaten,
    Kenmerkregel,
    Links,
    Openvraag,
    Punt,
    Punten,
    Sectie,
    Spoorstand,
    Sporen,
    Stuk,
    Tabel,
    Verband,
)
from macros.blad.naslag import Naslag
from macros.blad.noten import Noten
from macros.blad.schrijfwijze import opzoeken
from macros.corpus.corpus import Relatie
from macros.model.basis import Bewering, Opzoeknummer, Record, Term, Verwijzing
from macros.model.datering import lees_dag
from macros.model.kennis import Bron, Cijfer
from macros.model.leerpunt import Bedrag, Groep, Spoor, Stap, Verdieping
from macros.model.merken import merk_van
from macros.model.soorten import PER_SOORT, Bestandsrecord
from macros.model.vertelling import Kenmerk
from macros.model.vertelling import Sectie as Opzet


class Verteller(Naslag):
    """Tells the records of one corpus."""

    def punt(
        self, bewering: Bewering, noten: Noten, van: Record | None = None, veld: str = ""
    ) -> Punt:
        """Return a statement with everything that is told around it."""
        rond = omgeving(self, bewering, van)
        return Punt(
            bewering.tekst,
            self.bewijs(bewering, noten),
            sleutel(van.id, veld, bewering.tekst) if van else "",
            rond.datum,
            rond.vooraf,
            rond.herhaalt,
            self.lopend(bewering.tekst),
            None,
            rond.nadruk,
            bewering.opmerking or "",
            rond.stukken,
            rond.cellen,
            bewering,
        )

    def verbanden(self, id_: str, getoond: Iterable[str]) -> tuple[Verband, ...]:
        """Return who refers to a record and is not listed yet, by kind; each record once."""
        groepen: dict[str, dict[str, Bestandsrecord]] = defaultdict(dict)
        for relatie in self.corpus.terug.get(id_, ()):
            ander = self.corpus.records.get(relatie.van)
            if ander is None or isinstance(ander, Bron) or ander.id in getoond:
                continue
            if _toont_verband(relatie):
                groepen[ander.soort][ander.id] = ander
        return tuple(
            Verband(
                PER_SOORT[soort].meervoud,
                tuple(self.doel(een.id) for een in sorted(groepen[soort].values(), key=_titel)),
            )
            for soort in PER_SOORT
            if soort in groepen
        )

    def aanduiding(self, record: Record) -> str:
        """Return what stands above the title: the kind, or what this kind says in its place."""
        if not record.aanduiding:
            return record.enkelvoud

        def veld(gevonden: re.Match[str]) -> str:
            return self._waarde(record, gevonden[1])

        return re.sub(r"\{(\w+)\}", veld, record.aanduiding)

    def _waarde(self, record: Record, veld: str) -> str:
        waarde = getattr(record, veld)
        term = merk_van(type(record), veld, Term)
        return self.label(term.as_, waarde) if term else str(waarde)

    def blad(self, record: Record) -> Blad:
        """Return everything that is told of one record."""
        return _Bladschrijver(self, record).blad()


def sleutel(record: str, veld: str, tekst: str) -> str:
    """Return the permanent key of a statement: ``wet:awir#waarover-1a2b3c4d5e``.

    No position in it: a statement put above would give the key of another. A statement that is
    reworded is another statement, and so is one that moves to another field.
    """
    hash_ = blake2b(f"{record}\n{veld}\n{tekst}".encode(), digest_size=5).hexdigest()
    return f"{record}#{veld}-{hash_}"


def _toont_verband(relatie: Relatie) -> bool:
    # Whom a question is put to says nothing about that organisation.
    return relatie.veld not in ("onbekend", "aan")


def _titel(record: Bestandsrecord) -> str:
    return record.titel.casefold()


class _Bladschrijver:
    """Writes one page model: counts its notes and remembers which records it has listed."""

    def __init__(self, verteller_: Verteller, record: Record) -> None:
        self.kb = verteller_
        self.record = record
        self.noten = Noten()
        self.getoond: set[str] = set()
        bekend = {veld for opzet in record.secties for veld in opzet.velden}
        self.vragen: dict[str, list[Openvraag]] = defaultdict(list)
        for vraag in record.onbekend:
            self.vragen[vraag.veld if vraag.veld in bekend else ""].append(self.kb.open(vraag))
        self.redenen: dict[str, list[str]] = defaultdict(list)
        for uitleg in record.niet_van_toepassing:
            self.redenen[uitleg.veld].append(f"{zinnen.NIET_VAN_TOEPASSING} {uitleg.reden}")

    def blad(self) -> Blad:
        kb, record = self.kb, self.record
        self.hoofd = hoofdbewering(record)
        antwoord = [deel for opzet in record.secties if opzet.boven for deel in self._sectie(opzet)]
        if self._sporen:
            antwoord.append(self._stand_van_zaken())
        samenvatting = (
            kb.punt(self.hoofd, self.noten, record, self._veld_van_hoofd())
            if self.hoofd
            else Punt(record.samenvatting)
        )
        secties = [
            deel for opzet in record.secties if not opzet.boven for deel in self._sectie(opzet)
        ]
        if self.vragen[""]:
            gaten = Gaten((), tuple(self.vragen[""]))
            secties.append(Sectie("open-vragen", zinnen.NIET_BEKEND, (gaten,)))
        gecontroleerd = record.gecontroleerd
        alle = (*antwoord, *secties)
        _ankers_uniek(record.id, alle)
        return Blad(
            id=record.id,
            soort=record.soort,
            pad=record.pad,
            titel=record.titel,
            aanduiding=kb.aanduiding(record),
            enkelvoud=record.enkelvoud,
            boven=Doel("", record.meervoud, f"{record.mapnaam}/"),
            samenvatting=samenvatting,
            denkbeeldig=record.denkbeeldig,
            stil=self._stil(),
            let_op=zinnen.LET_OP[record.waarschuwing] if record.waarschuwing else "",
            laat_wachten=record.laat_wachten,
            controle=Controle(gecontroleerd.datum, gecontroleerd.rol, record.controle_voor),
            kenmerken=tuple(self._kenmerken()),
            secties=alle,
            verbanden=kb.verbanden(record.id, self.getoond),
            bronnen=kb.bronregels(self.noten),
            databestand=kb.corpus.gelezen[record.id].bestand.naam,
        )

    def _stil(self) -> tuple[str, str] | None:
        stand = self.record.stil_sinds(self.kb.corpus.site.peildag)
        return (zinnen.STIL[0].format(stand=stand), zinnen.STIL[1]) if stand else None

    def _veld_van_hoofd(self) -> str:
        return next(
            veld
            for opzet in self.record.secties
            for veld in opzet.velden
            if isinstance(waarde := getattr(self.record, veld), tuple) and self.hoofd in waarde
        )

    # ---- Features --------------------------------------------------------------------------------

    def _kenmerken(self) -> Iterator[Kenmerkregel]:
        for kenmerk in (*self.record.kenmerken, *self.record.gewone_woorden):
            waarde = getattr(self.record, kenmerk.veld)
            if waarde is not None and waarde != ():
                stukken = tuple(self._kenmerk(kenmerk, waarde))
                yield Kenmerkregel(
                    kenmerk.label, stukken, kenmerk.adres, kenmerk.bijzaak, kenmerk.taal
                )

    def _kenmerk(self, kenmerk: Kenmerk, waarde: Any) -> Iterable[Stuk]:  # noqa: ANN401  a value of any field
        soort = type(self.record)
        waarden = waarde if isinstance(waarde, tuple) else (waarde,)
        if term := merk_van(soort, kenmerk.veld, Term):
            return met_komma(self._term(kenmerk, term.as_, sleutel_) for sleutel_ in waarden)
        if merk_van(soort, kenmerk.veld, Verwijzing):
            return met_komma(self.kb.link(id_) for id_ in waarden)
        if nummer := merk_van(soort, kenmerk.veld, Opzoeknummer):
            tekst, url, site = opzoeken(nummer.register, waarde)
            opent = (Stuk(f" (opent {site})", vorm="klik"),) if site else ()
            return (Stuk(tekst, url=url), *opent)
        if kenmerk.eenheid:
            eenheid = getattr(self.record, kenmerk.eenheid)
            return (Stuk(waarde, vorm="sterk"), Stuk(f" {eenheid}"))
        is_site = kenmerk.veld == "website"
        teksten = [lees_dag(een) if isinstance(een, date) else str(een) for een in waarden]
        return met_komma(Stuk(tekst, url=tekst if is_site else "") for tekst in teksten)

    def _term(self, kenmerk: Kenmerk, as_: str, sleutel_: str) -> Stuk:
        label, uitleg = self.kb.label(as_, sleutel_), self.kb.uitleg(as_, sleutel_)
        match kenmerk.uitleg:
            case "alleen":
                return Stuk(uitleg)
            case "erbij":
                return Stuk(f"{label}: {uitleg}")
        return Stuk(label, pad=f"{kenmerk.lijst}#{sleutel_}" if kenmerk.lijst else None)

    # ---- Headed parts ----------------------------------------------------------------------------

    def _sectie(self, opzet: Opzet) -> Iterator[Sectie]:
        """Yield the part of these fields, if anything is told or missing there.

        A track and a deeper part have a heading each; only the gap then stands under this one.
        """
        blokken: list[Blok] = []
        eigen = False
        for veld in opzet.velden:
            waarde = getattr(self.record, veld)
            if waarde is None or waarde == ():
                continue
            eerste = waarde[0] if isinstance(waarde, tuple) else waarde
            if isinstance(eerste, Spoor | Verdieping):
                eigen = True
                yield from map(self._eigen_sectie, waarde)
            else:
                blokken += self._blokken(opzet, veld, waarde, eerste)
        if len(opzet.velden) > 1:
            blokken = _samen(blokken)
        if blokken and opzet.inleiding:
            blokken.insert(0, Alinea((Stuk(zinnen.INLEIDING[opzet.inleiding]),)))
        redenen = tuple(reden for veld in opzet.velden for reden in self.redenen[veld])
        vragen = tuple(vraag for veld in opzet.velden for vraag in self.vragen[veld])
        if redenen or vragen:
            blokken.append(Gaten(redenen, vragen))
        if blokken:
            kop = opzet.kop if eigen or not opzet.kop_zonder else opzet.kop_zonder
            stijl = opzet.stijl if opzet.stijl in ("antwoord", "vraag") else ""
            yield Sectie(opzet.anker, kop, tuple(blokken), stijl, opzet.velden)

    def _blokken(self, opzet: Opzet, veld: str, waarde: Any, eerste: object) -> Iterable[Blok]:  # noqa: ANN401  a value of any field; a case per type
        match eerste:
            case _ if opzet.stijl == "gaten":
                return ()
            case Bewering() if eerste is waarde:
                return (Punten((self._punt(waarde, veld),), "alineas"),)
            case Bewering():
                return self._beweringen(opzet, veld, waarde)
            case Groep():
                return self._groepen(veld, waarde)
            case _ if merk_van(type(self.record), veld, Verwijzing):
                return self._verwijzingen(opzet, waarde)
            case str():
                bronnen = getattr(self.record, opzet.bronnen) if opzet.bronnen else ()
                noten = self.kb.noten(bronnen, self.noten)
                return (Alinea((Stuk(waarde),), noten=noten),)
        raise TypeError(f"{self.record.id}.{veld}: {type(eerste).__name__} is told nowhere")

    def _punt(self, bewering: Bewering, veld: str) -> Punt:
        return self.kb.punt(bewering, self.noten, self.record, veld)

    def _beweringen(
        self, opzet: Opzet, veld: str, beweringen: Sequence[Bewering]
    ) -> Iterable[Blok]:
        punten = tuple(self._punt(een, veld) for een in beweringen if een is not self.hoofd)
        if not punten:
            return ()
        if isinstance(beweringen[0], Bedrag):
            koppen = ("Jaar", "Bedrag", "Toelichting en bron")
            return (Punten(punten, "tabel", zinnen.BEDRAG_EN_BRON, koppen),)
        if isinstance(beweringen[0], Stap):
            return (Punten(punten, "tijdlijn"),)
        return (Punten(punten, "genummerd" if opzet.geordend and len(punten) > 1 else "lijst"),)

    def _verwijzingen(self, opzet: Opzet, ids: Sequence[str]) -> Iterable[Blok]:
        if opzet.stijl == "cijfers":
            punten = Punten(tuple(map(self._cijfer, ids)))
            let_op = Alinea((Stuk(zinnen.ANDERE_TELWIJZEN),))
            return (let_op, punten) if len(ids) > 1 else (punten,)
        if opzet.stijl == "vraag":
            return (Alinea(met_komma(self.kb.link(id_) for id_ in ids)),)
        self.getoond.update(ids)
        return (Links(tuple(self.kb.doel(id_) for id_ in ids)),)

    def _cijfer(self, id_: str) -> Punt:
        cijfer = self.kb.corpus.records[id_]
        if not isinstance(cijfer, Cijfer):
            raise TypeError(id_)
        bewering = cijfer.beweringen[0]
        figuur = Figuur(cijfer.waarde, cijfer.eenheid, str(cijfer.periode), cijfer.definitie)
        tekst = f"{figuur.waarde} {figuur.eenheid} ({figuur.periode}). {figuur.definitie}"
        return Punt(
            tekst,
            self.kb.bewijs(bewering, self.noten),
            sleutel(cijfer.id, "beweringen", bewering.tekst),
            vooraf=(self.kb.link(id_), Stuk(":")),
            figuur=figuur,
            let_op=bewering.opmerking or "",
            bewering=bewering,
        )

    # ---- Groups and tracks -----------------------------------------------------------------------

    @property
    def _sporen(self) -> Sequence[Spoor]:
        sporen: Sequence[Spoor] = getattr(self.record, "sporen", ())
        return sporen

    def _groepen(self, veld: str, groepen: Sequence[Groep]) -> Iterator[Blok]:
        yield Punten(tuple(self._groep(veld, groep) for groep in groepen))
        if any(spoor.dekt for spoor in self._sporen):
            rijen = tuple(
                (groep.naam, *(_dekking(groep, spoor) for spoor in self._sporen))
                for groep in groepen
            )
            titels = tuple(spoor.titel for spoor in self._sporen)
            yield Tabel(zinnen.GROEP_EN_SPOOR, ("Groep", *titels), rijen)

    def _groep(self, veld: str, groep: Groep) -> Punt:
        naam = Stuk(groep.naam, vorm="sterk")
        if groep.toelichting is None:
            return Punt("", vooraf=(naam,))
        bewering = groep.toelichting
        return Punt(
            bewering.tekst,
            self.kb.bewijs(bewering, self.noten),
            sleutel(self.record.id, f"{veld}.{groep.sleutel}", bewering.tekst),
            vooraf=(naam, Stuk(":")),
            lopend=self.kb.lopend(bewering.tekst),
            let_op=bewering.opmerking or "",
            bewering=bewering,
        )

    def _eigen_sectie(self, deel: Spoor | Verdieping) -> Sectie:
        if isinstance(deel, Verdieping):
            veld = f"verdieping.{deel.sleutel}"
            punten = tuple(self._punt(bewering, veld) for bewering in deel.beweringen)
            return Sectie(deel.sleutel, deel.kop, (Punten(punten),), velden=("verdieping",))
        stand = self._spoorstand(deel)
        veld = f"sporen.{deel.sleutel}"
        blokken: list[Blok] = [Sporen((stand,))]
        blokken.append(Punten(tuple(self._punt(stap, veld) for stap in deel.stappen), "tijdlijn"))
        for vooraf, id_ in (("Wetsvoorstel:", deel.wetsvoorstel), ("Wet:", deel.wet)):
            if id_:
                blokken.append(Alinea((self.kb.link(id_),), vooraf))
        return Sectie(stand.anker, f"Spoor: {deel.titel}", tuple(blokken), velden=("sporen",))

    def _spoorstand(self, spoor: Spoor) -> Spoorstand:
        namen = {groep.sleutel: groep.naam for groep in getattr(self.record, "groepen", ())}
        dekking = (
            (zinnen.DEKT, spoor.dekt),
            (zinnen.DEKT_NIET, spoor.dekt_niet),
            (zinnen.DEKKING_ONBEKEND, spoor.dekking_onbekend),
        )
        return Spoorstand(
            f"spoor-{spoor.sleutel}",
            spoor.titel,
            self.kb.label("spoorstatus", spoor.status),
            str(spoor.stand),
            self.kb.uitleg("spoorstatus", spoor.status),
            tuple(
                (vooraf, ", ".join(namen[sleutel_] for sleutel_ in sleutels))
                for vooraf, sleutels in dekking
                if sleutels
            ),
        )

    def _stand_van_zaken(self) -> Sectie:
        sporen = Sporen(tuple(map(self._spoorstand, self._sporen)), kort=True)
        return Sectie(
            "stand-van-zaken",
            zinnen.WAT_IS_ERMEE_GEDAAN,
            (sporen,),
            "antwoord",
            ("sporen",),
            samenvatting=True,
        )


def veldkoppen(soort: type[Record]) -> list[tuple[str, str]]:
    """Return field and heading of each part below the features that holds plain statements."""
    return [
        (veld, opzet.kop)
        for opzet in soort.secties
        if not opzet.boven
        for veld in opzet.velden
        if typing.get_args(soort.model_fields[veld].annotation)[:1] == (Bewering,)
    ]


def hoofdbewering(record: Record) -> Bewering | None:
    """Return the statement that is the summary, word for word: a page says it once.

    Nothing above the features: what a reader has to do stays where it is told.
    """
    return next(
        (
            bewering
            for opzet in record.secties
            if not opzet.boven
            for veld in opzet.velden
            if isinstance(waarde := getattr(record, veld), tuple)
            for bewering in waarde
            if isinstance(bewering, Bewering)
            and bewering.tekst == record.samenvatting
            and type(bewering) in GEWOON
        ),
        None,
    )


def _dekking(groep: Groep, spoor: Spoor) -> str:
    if groep.sleutel in spoor.dekt:
        return "ja"
    return "nee" if groep.sleutel in spoor.dekt_niet else "niet bekend"


def _samen(blokken: Sequence[Blok]) -> list[Blok]:
    """Return blocks of several fields as one list, where they are of the same form."""
    uit: list[Blok] = []
    for blok in blokken:
        match uit[-1:], blok:
            case [Links(doelen)], Links():
                uit[-1] = Links((*doelen, *blok.doelen))
            case [Punten(punten, vorm)], Punten():
                uit[-1] = Punten((*punten, *blok.punten), vorm)
            case _:
                uit.append(blok)
    return uit


def _ankers_uniek(id_: str, secties: Sequence[Sectie]) -> None:
    ankers = [sectie.anker for sectie in secties]
    for anker in ankers:
        if ankers.count(anker) > 1:
            raise ValueError(f"{id_}: twee koppen met het anker „{anker}”")
