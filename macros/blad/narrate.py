"""From a corpus to the page model of each record. What holds for many records is made once."""

from __future__ import annotations

import re
import typing
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any

from macros.blad import zinnen
from macros.blad.beweringen import PLAIN, surroundings_of, with_comma
from macros.blad.blad import (
    Blad,
    Block,
    BronLine,
    Connection,
    Controle,
    Doel,
    Figure,
    Gaps,
    KenmerkLine,
    Links,
    Openvraag,
    Paragraph,
    Point,
    Points,
    Rests,
    Sectie,
    Spoorstand,
    Sporen,
    Stuk,
    Tabel,
)
from macros.blad.lookup import Lookup
from macros.blad.noten import Notes
from macros.blad.spelling import look_up
from macros.blad.vragen import PAD as VRAGEN
from macros.blad.vragen import vragen_per_veld, vragen_to
from macros.corpus.corpus import Relatie
from macros.model.base import Bewering, Opzoeknummer, Record, Term, Verwijzing
from macros.model.dates import OLD_AFTER_YEARS, dag_in_words
from macros.model.kennis import Bron, Cijfer
from macros.model.leerpunt import Bedrag, Groep, Spoor, Stap, Verdieping
from macros.model.marks import mark_of
from macros.model.narration import Kenmerk
from macros.model.narration import Sectie as Layout
from macros.model.organisatie import Organisatie
from macros.model.soorten import PER_SOORT, Bestandsrecord

MAX_VRAGEN = 80
"""More questions than this are told as a number per page that asks them."""


class Narrator(Lookup):
    """Tells the records of one corpus."""

    def point(
        self, bewering: Bewering, noten: Notes, from_: Record | None = None, veld: str = ""
    ) -> Point:
        """Return a statement with everything that is told around it."""
        surroundings = surroundings_of(self, bewering, from_)
        return Point(
            bewering.tekst,
            self.proof(bewering, noten, self._houdbaar(from_, veld) if from_ else OLD_AFTER_YEARS),
            sleutel(from_.id, veld, bewering.tekst) if from_ else "",
            surroundings.datum,
            surroundings.lead_in,
            surroundings.repeats,
            self.running_text(bewering.tekst),
            None,
            surroundings.emphasis,
            bewering.opmerking or "",
            surroundings.stukken,
            surroundings.cells,
            bewering,
        )

    def _houdbaar(self, from_: Record, veld: str) -> int | None:
        """Return after how many years a statement in this field is marked as old, if ever."""
        namen = (layout.houdbaar for layout in from_.secties if veld in layout.velden)
        naam = next(namen, None)
        return self.corpus.term("houdbaarheid", naam).jaren if naam else None

    def connections(self, id_: str, shown: Iterable[str]) -> tuple[Connection, ...]:
        """Return who refers to a record and is not listed yet, by kind; each record once."""
        groepen: dict[str, dict[str, Bestandsrecord]] = defaultdict(dict)
        for relatie in self.corpus.back.get(id_, ()):
            other = self.corpus.records.get(relatie.from_)
            if other is None or isinstance(other, Bron) or other.id in shown:
                continue
            if _shows_connection(relatie):
                groepen[other.soort][other.id] = other
        return tuple(
            Connection(
                PER_SOORT[soort].meervoud,
                tuple(self.doel(one.id) for one in sorted(groepen[soort].values(), key=_titel)),
            )
            for soort in PER_SOORT
            if soort in groepen
        )

    def aanduiding(self, record: Record) -> str:
        """Return what stands above the title: the kind, or what this kind says in its place."""
        if not record.aanduiding:
            return record.enkelvoud

        def veld(found: re.Match[str]) -> str:
            return self._waarde(record, found[1])

        return re.sub(r"\{(\w+)\}", veld, record.aanduiding)

    def _waarde(self, record: Record, veld: str) -> str:
        waarde = getattr(record, veld)
        term = mark_of(type(record), veld, Term)
        return self.label(term.as_, waarde) if term else str(waarde)

    def blad(self, record: Record) -> Blad:
        """Return everything that is told of one record."""
        return _BladWriter(self, record).blad()


def sleutel(record: str, veld: str, tekst: str) -> str:
    """Return the permanent key of a statement: ``wet:awir#waarover-1a2b3c4d5e``.

    No position in it: a statement put above would give the key of another. A statement that is
    reworded is another statement, and so is one that moves to another field.
    """
    hash_ = blake2b(f"{record}\n{veld}\n{tekst}".encode(), digest_size=5).hexdigest()
    return f"{record}#{veld}-{hash_}"


def anchors(record: str, veld: str, beweringen: Iterable[Bewering]) -> Mapping[str, str]:
    """Return for each text the part of its key by which a page has that statement."""
    return {b.tekst: sleutel(record, veld, b.tekst).partition("#")[2] for b in beweringen}


def _shows_connection(relatie: Relatie) -> bool:
    # Whom a question is put to says nothing about that organisation.
    return relatie.veld not in ("onbekend", "aan")


def _titel(record: Bestandsrecord) -> str:
    return record.titel.casefold()


class _BladWriter:
    """Writes one page model: counts its notes and remembers which records it has listed."""

    def __init__(self, narrator: Narrator, record: Record) -> None:
        self.narrator = narrator
        self.record = record
        self.noten = Notes()
        self.shown: set[str] = set()
        known = {veld for layout in record.secties for veld in layout.velden}
        self.vragen: dict[str, list[Openvraag]] = defaultdict(list)
        for veld, vragen in vragen_per_veld(record, known).items():
            self.vragen[veld] = list(map(self.narrator.open, vragen))
        self.redenen: dict[str, list[str]] = defaultdict(list)
        for uitleg in record.niet_van_toepassing:
            self.redenen[uitleg.veld].append(f"{zinnen.NIET_VAN_TOEPASSING} {uitleg.reden}")

    def blad(self) -> Blad:
        narrator, record = self.narrator, self.record
        self.main = main_bewering(record)
        antwoord = [
            part for layout in record.secties if layout.above for part in self._sectie(layout)
        ]
        if self._sporen:
            antwoord.append(self._state_of_affairs())
        samenvatting = (
            narrator.point(self.main, self.noten, record, self._veld_of_main())
            if self.main
            else Point(record.samenvatting, running_text=narrator.running_text(record.samenvatting))
        )
        secties = [
            part for layout in record.secties if not layout.above for part in self._sectie(layout)
        ]
        if self.vragen[""]:
            gaps = Gaps((), tuple(self.vragen[""]))
            secties.append(Sectie("open-vragen", zinnen.NOT_KNOWN, (gaps,)))
        secties += self._vragen_to()
        gecontroleerd = record.gecontroleerd
        every = (*antwoord, *secties)
        _require_unique_ankers(record.id, every)
        return Blad(
            id=record.id,
            soort=record.soort,
            pad=record.pad,
            titel=record.titel,
            aanduiding=narrator.aanduiding(record),
            enkelvoud=record.enkelvoud,
            above=Doel("", record.meervoud, f"{record.mapnaam}/"),
            samenvatting=samenvatting,
            denkbeeldig=record.denkbeeldig,
            quiet=self._quiet(),
            let_op=zinnen.LET_OP[record.waarschuwing] if record.waarschuwing else "",
            makes_reader_wait=record.makes_reader_wait,
            check=Controle(gecontroleerd.datum, gecontroleerd.rol, record.controle_voor),
            kenmerken=tuple(self._kenmerken()),
            secties=every,
            connections=narrator.connections(record.id, self.shown),
            bronnen=self._bronnen((samenvatting, *(p for part in every for p in part.points))),
            rests=self._rests(samenvatting, every),
            data_file=narrator.corpus.read[record.id].file.naam,
        )

    def _bronnen(self, points: Iterable[Point]) -> tuple[BronLine, ...]:
        """Return the sources, each with the way back to the first statement that rests on it."""
        back: dict[str, str] = {}
        for point in points:
            for note in point.proof.noten if point.proof else ():
                back.setdefault(note.id, point.anker)
        regels = self.narrator.bron_lines(self.noten)
        return tuple(replace(regel, back=back.get(regel.id, "")) for regel in regels)

    def _rests(self, samenvatting: Point, secties: Sequence[Sectie]) -> Rests:
        """Count what all that is told rests on."""
        points = [samenvatting, *(point for sectie in secties for point in sectie.points)]
        bewezen = [point.proof for point in points if point.proof]
        bronnen = [self.narrator.corpus.bron(id_) for id_ in self.noten.bronnen]
        dated = [bron.datum for bron in bronnen if bron.datum.dated]
        return Rests(
            bronnen=len(bronnen),
            youngest=max(dated).maand if dated else "",
            old=sum(proof.old for proof in bewezen),
            beweringen=len(bewezen),
            vragen=len(self.record.onbekend),
            asked=len(self.narrator.corpus.once(vragen_to).get(self.record.id, ())),
        )

    def _vragen_to(self) -> Iterator[Sectie]:
        """Yield what this organisation could answer: each question leads to where it is asked."""
        regels = self.narrator.corpus.once(vragen_to).get(self.record.id, ())
        if regels:
            record = self.record
            short = record.afkorting if isinstance(record, Organisatie) else ""
            choose = Stuk(zinnen.VRAGEN_KIEZEN, pad=f"{VRAGEN}?aan={self.record.slug}")
            aantal = Stuk(zinnen.VRAGEN_COUNT.format(aantal=len(regels)))
            if len(regels) > MAX_VRAGEN:
                counts = Counter(regel.at for regel in regels)
                pairs = [(doel, f"{doel.titel}: {n}") for doel, n in counts.items()]
            else:
                pairs = [(regel.at, regel.naam) for regel in regels]
            doelen = tuple(Doel(doel.id, tekst, doel.pad) for doel, tekst in pairs)
            blocks = (
                Paragraph((aantal, choose, Stuk("."))),
                Links(doelen, zinnen.tel(len(regels), "vraag")),
            )
            yield Sectie("vragen-aan", zinnen.VRAGEN_TO.format(naam=short or record.titel), blocks)

    def _quiet(self) -> tuple[str, str] | None:
        stand = self.record.quiet_since(self.narrator.corpus.site.peildag)
        return (zinnen.QUIET[0].format(stand=stand), zinnen.QUIET[1]) if stand else None

    def _veld_of_main(self) -> str:
        return next(
            veld
            for layout in self.record.secties
            for veld in layout.velden
            if isinstance(waarde := getattr(self.record, veld), tuple) and self.main in waarde
        )

    # ---- Features --------------------------------------------------------------------------------

    def _kenmerken(self) -> Iterator[KenmerkLine]:
        for kenmerk in (*self.record.kenmerken, *self.record.gewone_woorden):
            waarde = getattr(self.record, kenmerk.veld)
            if waarde is not None and waarde != ():
                stukken = tuple(self._kenmerk(kenmerk, waarde))
                yield KenmerkLine(
                    kenmerk.label, stukken, kenmerk.adres, kenmerk.bijzaak, kenmerk.taal
                )

    def _kenmerk(self, kenmerk: Kenmerk, waarde: Any) -> Iterable[Stuk]:  # noqa: ANN401  a value of any field
        soort = type(self.record)
        waarden = waarde if isinstance(waarde, tuple) else (waarde,)
        if term := mark_of(soort, kenmerk.veld, Term):
            return with_comma(self._term(kenmerk, term.as_, sleutel_) for sleutel_ in waarden)
        if mark_of(soort, kenmerk.veld, Verwijzing):
            return with_comma(self.narrator.link(id_) for id_ in waarden)
        if nummer := mark_of(soort, kenmerk.veld, Opzoeknummer):
            tekst, url, site = look_up(nummer.register, waarde)
            opens = (Stuk(f" (opent {site})", vorm="klik"),) if site else ()
            return (Stuk(tekst, url=url), *opens)
        if kenmerk.eenheid:
            eenheid = getattr(self.record, kenmerk.eenheid)
            return (Stuk(waarde, vorm="sterk"), Stuk(f" {eenheid}"))
        is_site = kenmerk.veld == "website"
        teksten = [dag_in_words(one) if isinstance(one, date) else str(one) for one in waarden]
        return with_comma(Stuk(tekst, url=tekst if is_site else "") for tekst in teksten)

    def _term(self, kenmerk: Kenmerk, as_: str, sleutel_: str) -> Stuk:
        label, uitleg = self.narrator.label(as_, sleutel_), self.narrator.uitleg(as_, sleutel_)
        match kenmerk.uitleg:
            case "alleen":
                return Stuk(uitleg)
            case "erbij":
                return Stuk(f"{label}: {uitleg}")
        return Stuk(label, pad=f"{kenmerk.lijst}#{sleutel_}" if kenmerk.lijst else None)

    # ---- Headed parts ----------------------------------------------------------------------------

    def _sectie(self, layout: Layout) -> Iterator[Sectie]:
        """Yield the part of these fields, if anything is told or missing there.

        A track and a deeper part have a heading each; only the gap then stands under this one.
        """
        blocks: list[Block] = []
        own = False
        for veld in layout.velden:
            waarde = getattr(self.record, veld)
            if waarde is None or waarde == ():
                continue
            first = waarde[0] if isinstance(waarde, tuple) else waarde
            if isinstance(first, Spoor | Verdieping):
                own = True
                yield from map(self._own_sectie, waarde)
            else:
                blocks += self._blocks(layout, veld, waarde, first)
        if len(layout.velden) > 1:
            blocks = _combined(blocks)
        if blocks and layout.inleiding:
            blocks.insert(0, Paragraph((Stuk(zinnen.INLEIDING[layout.inleiding]),)))
        redenen = tuple(reden for veld in layout.velden for reden in self.redenen[veld])
        vragen = tuple(vraag for veld in layout.velden for vraag in self.vragen[veld])
        if redenen or vragen:
            blocks.append(Gaps(redenen, vragen))
        if blocks:
            kop = layout.kop if own or not layout.kop_zonder else layout.kop_zonder
            stijl = layout.stijl if layout.stijl in ("antwoord", "vraag") else ""
            yield Sectie(
                layout.anker, kop, tuple(blocks), stijl, layout.velden, voorop=layout.voorop
            )

    def _blocks(self, layout: Layout, veld: str, waarde: Any, first: object) -> Iterable[Block]:  # noqa: ANN401  a value of any field; a case per type
        match first:
            case _ if layout.stijl == "gaten":
                return ()
            case Bewering() if first is waarde:
                return (Points((self._point(waarde, veld),), "alineas"),)
            case Bewering():
                return self._beweringen(layout, veld, waarde)
            case Groep():
                return self._groepen(veld, waarde)
            case _ if mark_of(type(self.record), veld, Verwijzing):
                return self._verwijzingen(layout, waarde)
            case str():
                bronnen = getattr(self.record, layout.bronnen) if layout.bronnen else ()
                noten = self.narrator.noten(bronnen, self.noten)
                return (Paragraph((Stuk(waarde),), noten=noten),)
        raise TypeError(f"{self.record.id}.{veld}: {type(first).__name__} is told nowhere")

    def _point(self, bewering: Bewering, veld: str) -> Point:
        return self.narrator.point(bewering, self.noten, self.record, veld)

    def _beweringen(
        self, layout: Layout, veld: str, beweringen: Sequence[Bewering]
    ) -> Iterable[Block]:
        points = tuple(self._point(one, veld) for one in beweringen if one is not self.main)
        if not points:
            return ()
        if isinstance(beweringen[0], Bedrag):
            headings = ("Jaar", "Bedrag", "Toelichting en bron")
            return (Points(points, "tabel", zinnen.BEDRAG_AND_BRON, headings),)
        if isinstance(beweringen[0], Stap):
            return (Points(points, "tijdlijn"),)
        return (Points(points, "genummerd" if layout.geordend and len(points) > 1 else "lijst"),)

    def _verwijzingen(self, layout: Layout, ids: Sequence[str]) -> Iterable[Block]:
        if layout.stijl == "cijfers":
            points = Points(tuple(map(self._cijfer, ids)))
            let_op = Paragraph((Stuk(zinnen.OTHER_WAYS_OF_COUNTING),))
            return (let_op, points) if len(ids) > 1 else (points,)
        if layout.stijl == "vraag":
            return (Paragraph(with_comma(self.narrator.link(id_) for id_ in ids)),)
        self.shown.update(ids)
        return (Links(tuple(self.narrator.doel(id_) for id_ in ids)),)

    def _cijfer(self, id_: str) -> Point:
        cijfer = self.narrator.corpus.records[id_]
        if not isinstance(cijfer, Cijfer):
            raise TypeError(id_)
        bewering = cijfer.beweringen[0]
        figure = Figure(cijfer.waarde, cijfer.eenheid, str(cijfer.periode), cijfer.definitie)
        tekst = f"{figure.waarde} {figure.eenheid} ({figure.periode}). {figure.definitie}"
        return Point(
            tekst,
            self.narrator.proof(bewering, self.noten, None),
            sleutel(cijfer.id, "beweringen", bewering.tekst),
            lead_in=(self.narrator.link(id_), Stuk(":")),
            figure=figure,
            let_op=bewering.opmerking or "",
            bewering=bewering,
        )

    # ---- Groups and tracks -----------------------------------------------------------------------

    @property
    def _sporen(self) -> Sequence[Spoor]:
        sporen: Sequence[Spoor] = getattr(self.record, "sporen", ())
        return sporen

    def _groepen(self, veld: str, groepen: Sequence[Groep]) -> Iterator[Block]:
        yield Points(tuple(self._groep(veld, groep) for groep in groepen))
        if any(spoor.dekt for spoor in self._sporen):
            rows = tuple(
                (groep.naam, *(_coverage(groep, spoor) for spoor in self._sporen))
                for groep in groepen
            )
            titels = tuple(spoor.titel for spoor in self._sporen)
            yield Tabel(zinnen.GROEP_AND_SPOOR, ("Groep", *titels), rows)

    def _groep(self, veld: str, groep: Groep) -> Point:
        naam = Stuk(groep.naam, vorm="sterk")
        if groep.toelichting is None:
            return Point("", lead_in=(naam,))
        bewering = groep.toelichting
        return Point(
            bewering.tekst,
            self.narrator.proof(bewering, self.noten, None),
            sleutel(self.record.id, f"{veld}.{groep.sleutel}", bewering.tekst),
            lead_in=(naam, Stuk(":")),
            running_text=self.narrator.running_text(bewering.tekst),
            let_op=bewering.opmerking or "",
            bewering=bewering,
        )

    def _own_sectie(self, part: Spoor | Verdieping) -> Sectie:
        if isinstance(part, Verdieping):
            veld = f"verdieping.{part.sleutel}"
            points = tuple(self._point(bewering, veld) for bewering in part.beweringen)
            return Sectie(part.sleutel, part.kop, (Points(points),), velden=("verdieping",))
        stand = self._spoorstand(part)
        veld = f"sporen.{part.sleutel}"
        blocks: list[Block] = [Sporen((stand,))]
        blocks.append(Points(tuple(self._point(stap, veld) for stap in part.stappen), "tijdlijn"))
        for lead_in, id_ in (("Wetsvoorstel:", part.wetsvoorstel), ("Wet:", part.wet)):
            if id_:
                blocks.append(Paragraph((self.narrator.link(id_),), lead_in))
        return Sectie(stand.anker, f"Spoor: {part.titel}", tuple(blocks), velden=("sporen",))

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
            self.narrator.label("spoorstatus", spoor.status),
            str(spoor.stand),
            self.narrator.uitleg("spoorstatus", spoor.status),
            tuple(
                (lead_in, ", ".join(namen[sleutel_] for sleutel_ in sleutels))
                for lead_in, sleutels in dekking
                if sleutels
            ),
        )

    def _state_of_affairs(self) -> Sectie:
        sporen = Sporen(tuple(map(self._spoorstand, self._sporen)), short=True)
        return Sectie(
            "stand-van-zaken",
            zinnen.WHAT_WAS_DONE,
            (sporen,),
            "antwoord",
            ("sporen",),
            samenvatting=True,
        )


def veld_headings(soort: type[Record]) -> list[tuple[str, str]]:
    """Return field and heading of each part below the features that holds plain statements."""
    return [
        (veld, layout.kop)
        for layout in soort.secties
        if not layout.above
        for veld in layout.velden
        if typing.get_args(soort.model_fields[veld].annotation)[:1] == (Bewering,)
    ]


def main_bewering(record: Record) -> Bewering | None:
    """Return the statement that is the summary, word for word: a page says it once.

    Nothing above the features: what a reader has to do stays where it is told.
    """
    return next(
        (
            bewering
            for layout in record.secties
            if not layout.above
            for veld in layout.velden
            if isinstance(waarde := getattr(record, veld), tuple)
            for bewering in waarde
            if isinstance(bewering, Bewering)
            and bewering.tekst == record.samenvatting
            and type(bewering) in PLAIN
        ),
        None,
    )


def _coverage(groep: Groep, spoor: Spoor) -> str:
    if groep.sleutel in spoor.dekt:
        return "ja"
    return "nee" if groep.sleutel in spoor.dekt_niet else "niet bekend"


def _combined(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks of several fields as one list, where they are of the same form."""
    out: list[Block] = []
    for block in blocks:
        match out[-1:], block:
            case [[Links(doelen)], Links()]:
                out[-1] = Links((*doelen, *block.doelen))
            case [[Points(points, vorm)], Points()]:
                out[-1] = Points((*points, *block.points), vorm)
            case _:
                out.append(block)
    return out


def _require_unique_ankers(id_: str, secties: Sequence[Sectie]) -> None:
    ankers = [sectie.anker for sectie in secties]
    for anker in ankers:
        if ankers.count(anker) > 1:
            raise ValueError(f"{id_}: twee koppen met het anker „{anker}”")
