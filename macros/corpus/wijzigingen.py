"""What changed and when, reckoned from the dates in the data: no clock, no history of files.

Three kinds of dates tell something to a reader who comes back: the day something happened (a step
on a track, a court decision, an event), the day as of which statements hold, and the day a record
was checked. Left out are dates less exact than a month, what is only planned, and our own
inferences, whose date tells when they were made and not when anything happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.model.basis import Bewering, Record
from macros.model.datering import Moment, Peildatum
from macros.model.kennis import Gebeurtenis
from macros.model.leerpunt import Leerpunt, Stap, Uitspraak
from macros.model.recht import Verificatie, Wetsvoorstel
from macros.model.soorten import PER_SOORT

Aanleiding = Literal["gebeurtenis", "stap", "uitspraak", "stand", "controle"]
VOLGORDE: Mapping[Aanleiding, int] = {
    "gebeurtenis": 0,
    "stap": 1,
    "uitspraak": 2,
    "stand": 3,
    "controle": 4,
}
"""Within a day: first what happened, then what we did."""
GEMEENTE = "gemeente"
SOORTNAMEN: Mapping[str, str] = {
    soort: model.meervoud + (" (denkbeeldig)" if model.denkbeeldig else "")
    for soort, model in PER_SOORT.items()
    if issubclass(model, Record)
} | {GEMEENTE: "Gemeenten"}
"""Kinds that changes are filtered by, with their names for readers."""
ONDERWERPEN = ("instrument", "leerpunt", "wet", "wetsvoorstel")
"""Kinds of records by which a reader follows changes, wherever else these stand, too."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One line of the list: what happened with one record on one date.

    The sentence is date, ``aanhef``, ``titel`` (a link on the page), ``slot`` and the statements.
    ``sleutel`` tells lines of one record, date and occasion apart. It holds no text and no number,
    so that rewording or adding a statement makes no new change of an old one.
    """

    datum: Peildatum
    aanleiding: Aanleiding
    soort: str
    id_: str
    titel: str
    aanhef: str = "bij "
    slot: str = ": "
    sleutel: str = ""
    anker: str = ""
    beweringen: Sequence[Bewering] = ()
    over: Sequence[str] = ()
    denkbeeldig: bool = False

    @property
    def onderwerp(self) -> str:
        """Return the title, marked where it is about the imaginary law."""
        return f"{self.titel} (denkbeeldig)" if self.denkbeeldig else self.titel

    @property
    def opschrift(self) -> str:
        """Return the sentence up to the statements, as a title."""
        return f"{self.datum}: {self.aanhef}{self.onderwerp}{self.slot}".rstrip(" .:")

    def zin(self) -> str:
        """Return the whole sentence: ``9 oktober 2025: bij X, spoor ‘Y’: Er kwam een nota.``."""
        teksten = " ".join(bewering.tekst for bewering in self.beweringen)
        return f"{self.datum}: {self.aanhef}{self.onderwerp}{self.slot}{teksten}".rstrip()


def wijzigingen(corpus: Corpus) -> list[Wijziging]:
    """Return every change up to the day of the site, newest first."""
    peildag = corpus.site.peildag
    gevonden = [
        *_gebeurtenissen(corpus),
        *_stappen(corpus),
        *_uitspraken(corpus),
        *_standen(corpus),
        *_controles(corpus),
    ]
    return sorted((een for een in gevonden if _telt(een.datum, peildag)), key=_rang)


def soorten(lijst: Sequence[Wijziging]) -> Mapping[str, str]:
    """Return the kinds that have changes, with their names, from A to Z."""
    aanwezig = {wijziging.soort for wijziging in lijst}
    namen = [(soort, naam) for soort, naam in SOORTNAMEN.items() if soort in aanwezig]
    return dict(sorted(namen, key=lambda paar: alfabetisch(paar[1])))


def _rang(wijziging: Wijziging) -> tuple[int, int, int, str, str, str]:
    return (
        -wijziging.datum.eerste_dag().toordinal(),
        # "April 2025" may be any day of that month, so it stands below the days.
        -len(wijziging.datum.notatie()),
        VOLGORDE[wijziging.aanleiding],
        alfabetisch(wijziging.titel),
        wijziging.id_,
        wijziging.sleutel,
    )


def _telt(datum: Peildatum, peildag: date) -> bool:
    """Tell whether a date is exact enough and not still to come."""
    begin = datum.begin
    if begin is None or datum.eind is not None or begin.ongeveer or begin.maand is None:
        return False
    return begin.eerste_dag() <= peildag


def _van(record: Record, aanleiding: Aanleiding, datum: Peildatum) -> Wijziging:
    return Wijziging(
        datum,
        aanleiding,
        record.soort,
        record.id,
        record.titel,
        over=(record.id,),
        denkbeeldig=record.denkbeeldig,
    )


def _met(wijziging: Wijziging, beweringen: Sequence[Bewering], *over: str | None) -> Wijziging:
    """Return the change with its statements, and everything these are about."""
    genoemd = [getattr(deel, naam, None) for deel in beweringen for naam in ("wet", "wetsvoorstel")]
    alles = dict.fromkeys(id_ for id_ in (*wijziging.over, *over, *genoemd) if id_)
    volgbaar = tuple(id_ for id_ in alles if id_.partition(":")[0] in ONDERWERPEN)
    return replace(wijziging, beweringen=tuple(beweringen), over=volgbaar)


def _per_datum(beweringen: Iterable[Bewering]) -> Mapping[Peildatum, list[Bewering]]:
    """Group statements by date, without our own inferences."""
    per_datum: dict[Peildatum, list[Bewering]] = defaultdict(list)
    for bewering in beweringen:
        if bewering.zekerheid != "afgeleid":
            per_datum[bewering.stand].append(bewering)
    return per_datum


def _gebeurtenissen(corpus: Corpus) -> Iterator[Wijziging]:
    for event in corpus.alle(Gebeurtenis):
        basis = _van(event, "gebeurtenis", event.datum)
        basis = replace(basis, aanhef="op de tijdlijn: ", slot=". ")
        yield _met(basis, event.beweringen, *event.gaat_over)


def _stappen(corpus: Corpus) -> Iterator[Wijziging]:
    """Yield the steps of each track of a learning, and of each bill, one change per day."""
    for leerpunt in corpus.alle(Leerpunt):
        for spoor in leerpunt.sporen:
            for datum, stappen in _per_datum(spoor.stappen).items():
                basis = replace(
                    _van(leerpunt, "stap", datum),
                    sleutel=spoor.sleutel,
                    slot=f", spoor ‘{spoor.titel}’: ",
                    anker=f"spoor-{spoor.sleutel}",
                )
                yield _met(basis, stappen, spoor.wet, spoor.wetsvoorstel)
    for voorstel in corpus.alle(Wetsvoorstel):
        for datum, stappen in _per_datum(voorstel.stappen).items():
            basis = replace(_van(voorstel, "stap", datum), anker="stappen")
            yield _met(basis, stappen, voorstel.wet)


def _uitspraken(corpus: Corpus) -> Iterator[Wijziging]:
    for leerpunt in corpus.alle(Leerpunt):
        for datum, uitspraken in _per_datum(leerpunt.rechtspraak).items():
            basis = _van(leerpunt, "uitspraak", datum)
            basis = replace(basis, slot=", rechtspraak: ", anker="rechtspraak")
            yield _met(basis, uitspraken)


def _standen(corpus: Corpus) -> Iterator[Wijziging]:
    """Yield per record and date how many other statements hold as of that date.

    These are counted and not quoted: that a statement holds as of a day does not mean that it
    became true on that day. How we verified a law is left out: that day is one of ours.
    """
    for record in corpus.alle(Record):
        if isinstance(record, Gebeurtenis):
            continue  # its own date says more than those of its statements
        plekken = corpus.beweringen_per_record.get(record.id, ())
        rest = (
            plek.bewering
            for plek in plekken
            if not isinstance(plek.bewering, Stap | Uitspraak | Verificatie)
        )
        for datum, beweringen in _per_datum(rest).items():
            samen = _met(_van(record, "stand", datum), beweringen)
            yield replace(samen, beweringen=(), slot=_aantal(beweringen))
    for gemeente in corpus.gemeentetabel.gemeenten:
        id_ = f"{GEMEENTE}:{gemeente.cbs}"
        plekken = corpus.beweringen_per_record.get(id_, ())
        for datum, beweringen in _per_datum(plek.bewering for plek in plekken).items():
            titel = f"Gemeente {gemeente.naam}"
            yield Wijziging(datum, "stand", GEMEENTE, id_, titel, slot=_aantal(beweringen))


def _aantal(beweringen: Sequence[Bewering]) -> str:
    n = len(beweringen)
    return f" {'staat 1 bewering' if n == 1 else f'staan {n} beweringen'} met deze datum."


def _controles(corpus: Corpus) -> Iterator[Wijziging]:
    """Yield per day, role and kind which records were checked, or which not if these are fewer."""
    groepen: dict[tuple[date, str, str], list[Record]] = defaultdict(list)
    for record in corpus.alle(Record):
        controle = record.gecontroleerd
        groepen[controle.datum, controle.rol, record.soort].append(record)
    for (dag, rol, soort), records in groepen.items():
        gezien = {record.id for record in records}
        alle = corpus.alle(PER_SOORT[soort])
        rest = [een.titel for een in alle if isinstance(een, Record) and een.id not in gezien]
        namen = [record.titel for record in records]
        yield _controle(dag, rol, soort, _op_alfabet(namen), _op_alfabet(rest))
    tabel = corpus.gemeentetabel
    namen = [gemeente.naam for gemeente in tabel.gemeenten]
    controle = tabel.gecontroleerd
    yield _controle(controle.datum, controle.rol, GEMEENTE, namen, ())


def _op_alfabet(namen: Iterable[str]) -> list[str]:
    return sorted(namen, key=alfabetisch)


def _controle(
    dag: date, rol: str, soort: str, wel: Sequence[str], niet: Sequence[str]
) -> Wijziging:
    totaal = len(wel) + len(niet)
    welke = f", {len(wel)} van de {totaal}"
    if not niet:
        welke = f", alle {totaal}" if totaal > 1 else ""
    elif len(niet) < len(wel):
        welke += f". Niet: {', '.join(niet)}"
    else:
        welke += f": {', '.join(wel)}"
    return Wijziging(
        Peildatum(Moment(dag.year, dag.month, dag.day)),
        "controle",
        soort,
        "",
        SOORTNAMEN[soort].lower(),
        aanhef=f"controle door de {rol}: ",
        slot=f"{welke}.",
        sleutel=rol,
    )
