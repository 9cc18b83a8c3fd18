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
from macros.corpus.volgorde import alphabetical
from macros.model.base import Bewering, Record
from macros.model.dates import Moment, Peildatum
from macros.model.kennis import Gebeurtenis
from macros.model.leerpunt import Leerpunt, Stap, Uitspraak
from macros.model.recht import Verificatie, Wetsvoorstel
from macros.model.soorten import PER_SOORT

Occasion = Literal["gebeurtenis", "stap", "uitspraak", "stand", "controle"]
VOLGORDE: Mapping[Occasion, int] = {
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

    The sentence is date, ``opening``, ``titel`` (a link on the page), ``ending``, the statements.
    ``sleutel`` tells lines of one record, date and occasion apart. It holds no text and no number,
    so that rewording or adding a statement makes no new change of an old one.
    """

    datum: Peildatum
    occasion: Occasion
    soort: str
    id_: str
    titel: str
    opening: str = "bij "
    ending: str = ": "
    sleutel: str = ""
    anker: str = ""
    beweringen: Sequence[Bewering] = ()
    over: Sequence[str] = ()
    denkbeeldig: bool = False

    @property
    def boekhouding(self) -> bool:
        """Tell whether the line is about our own work: what was checked, how much was counted."""
        return self.occasion in ("stand", "controle") and not self.beweringen

    @property
    def onderwerp(self) -> str:
        """Return the title, marked where it is about the imaginary law."""
        return f"{self.titel} (denkbeeldig)" if self.denkbeeldig else self.titel

    @property
    def caption(self) -> str:
        """Return the sentence up to the statements, as a title."""
        return f"{self.datum}: {self.opening}{self.onderwerp}{self.ending}".rstrip(" .:")

    def zin(self) -> str:
        """Return the whole sentence: ``9 oktober 2025: bij X, spoor ‘Y’: Er kwam een nota.``."""
        teksten = " ".join(bewering.tekst for bewering in self.beweringen)
        return f"{self.datum}: {self.opening}{self.onderwerp}{self.ending}{teksten}".rstrip()


def wijzigingen(corpus: Corpus) -> list[Wijziging]:
    """Return every change up to the day of the site, newest first."""
    peildag = corpus.site.peildag
    found = [
        *_gebeurtenissen(corpus),
        *_stappen(corpus),
        *_uitspraken(corpus),
        *_standen(corpus),
        *_checks(corpus),
    ]
    return sorted((one for one in found if _counts(one.datum, peildag)), key=_rank)


@dataclass(frozen=True, slots=True)
class Event:
    """One event as a reader is told it: the change that tells it, and where else it is a step."""

    lead: Wijziging
    also: Sequence[Wijziging] = ()

    @property
    def datum(self) -> Peildatum:
        """Return the day of all of them."""
        return self.lead.datum

    @property
    def boekhouding(self) -> bool:
        """Tell whether it is about our own work."""
        return self.lead.boekhouding

    @property
    def soorten(self) -> Sequence[str]:
        """Return the kinds of records on whose pages it stands, that of the lead first."""
        return tuple(dict.fromkeys(one.soort for one in (self.lead, *self.also)))

    @property
    def over(self) -> Sequence[str]:
        """Return the records one can follow it by."""
        return tuple(dict.fromkeys(id_ for one in (self.lead, *self.also) for id_ in one.over))


def events(lijst: Sequence[Wijziging]) -> list[Event]:
    """Return the changes as events, in the same order.

    A step on a track stands under what leads its day, the timeline or else the bill, if these share
    a source and a subject: then they tell one event in other words. Two events of the timeline stay
    two, and so do steps that only have each other: one letter can be a step on two tracks.
    """
    leads = sorted(
        (one for one in lijst if one.occasion == "gebeurtenis" or _is_bill(one)), key=_is_bill
    )
    also: dict[Wijziging, list[Wijziging]] = {}
    under: set[Wijziging] = set()
    steps: dict[Peildatum, list[Wijziging]] = defaultdict(list)
    for one in lijst:
        if one.occasion == "stap":
            steps[one.datum].append(one)
    for lead in leads:
        if lead in under:
            continue
        same = [
            one
            for one in steps[lead.datum]
            if one is not lead and one not in under and one not in also and _alike(one, lead)
        ]
        also[lead] = same
        under.update(same)
    return [Event(one, tuple(also.get(one, ()))) for one in lijst if one not in under]


def _is_bill(wijziging: Wijziging) -> bool:
    return wijziging.occasion == "stap" and wijziging.soort == Wetsvoorstel.soort


def _alike(one: Wijziging, other: Wijziging) -> bool:
    """Tell whether two changes share a source and a subject."""
    about, sources = {one.id_, *one.over}, {*_bronnen(one)}
    return not about.isdisjoint({other.id_, *other.over}) and not sources.isdisjoint(
        _bronnen(other)
    )


def _bronnen(wijziging: Wijziging) -> Iterator[str]:
    return (id_ for bewering in wijziging.beweringen for id_ in bewering.bronnen)


def soorten(lijst: Sequence[Wijziging]) -> Mapping[str, str]:
    """Return the kinds that have changes, with their names, from A to Z."""
    present = {wijziging.soort for wijziging in lijst}
    namen = [(soort, naam) for soort, naam in SOORTNAMEN.items() if soort in present]
    return dict(sorted(namen, key=lambda pair: alphabetical(pair[1])))


def _rank(wijziging: Wijziging) -> tuple[int, int, int, str, str, str]:
    return (
        -wijziging.datum.first_dag().toordinal(),
        # "April 2025" may be any day of that month, so it stands below the days.
        -len(wijziging.datum.notation()),
        VOLGORDE[wijziging.occasion],
        alphabetical(wijziging.titel),
        wijziging.id_,
        wijziging.sleutel,
    )


def _counts(datum: Peildatum, peildag: date) -> bool:
    """Tell whether a date is exact enough and not still to come."""
    begin = datum.begin
    if begin is None or datum.eind is not None or begin.ongeveer or begin.maand is None:
        return False
    return begin.first_dag() <= peildag


def _changes_of(record: Record, occasion: Occasion, datum: Peildatum) -> Wijziging:
    return Wijziging(
        datum,
        occasion,
        record.soort,
        record.id,
        record.titel,
        over=(record.id,),
        denkbeeldig=record.denkbeeldig,
    )


def _with(wijziging: Wijziging, beweringen: Sequence[Bewering], *over: str | None) -> Wijziging:
    """Return the change with its statements, and everything these are about."""
    named = [getattr(part, naam, None) for part in beweringen for naam in ("wet", "wetsvoorstel")]
    everything = dict.fromkeys(id_ for id_ in (*wijziging.over, *over, *named) if id_)
    followable = tuple(id_ for id_ in everything if id_.partition(":")[0] in ONDERWERPEN)
    return replace(wijziging, beweringen=tuple(beweringen), over=followable)


def _per_datum(beweringen: Iterable[Bewering]) -> Mapping[Peildatum, list[Bewering]]:
    """Group statements by date, without our own inferences."""
    per_datum: dict[Peildatum, list[Bewering]] = defaultdict(list)
    for bewering in beweringen:
        if bewering.zekerheid != "afgeleid":
            per_datum[bewering.stand].append(bewering)
    return per_datum


def _gebeurtenissen(corpus: Corpus) -> Iterator[Wijziging]:
    for event in corpus.every(Gebeurtenis):
        base = _changes_of(event, "gebeurtenis", event.datum)
        base = replace(base, opening="op de tijdlijn: ", ending=". ")
        yield _with(base, event.beweringen, *event.gaat_over)


def _stappen(corpus: Corpus) -> Iterator[Wijziging]:
    """Yield the steps of each track of a learning, and of each bill, one change per day."""
    for leerpunt in corpus.every(Leerpunt):
        for spoor in leerpunt.sporen:
            for datum, stappen in _per_datum(spoor.stappen).items():
                base = replace(
                    _changes_of(leerpunt, "stap", datum),
                    sleutel=spoor.sleutel,
                    ending=f", spoor ‘{spoor.titel}’: ",
                    anker=f"spoor-{spoor.sleutel}",
                )
                yield _with(base, stappen, spoor.wet, spoor.wetsvoorstel)
    for proposal in corpus.every(Wetsvoorstel):
        for datum, stappen in _per_datum(proposal.stappen).items():
            base = replace(_changes_of(proposal, "stap", datum), anker="stappen")
            yield _with(base, stappen, proposal.wet)


def _uitspraken(corpus: Corpus) -> Iterator[Wijziging]:
    for leerpunt in corpus.every(Leerpunt):
        for datum, uitspraken in _per_datum(leerpunt.rechtspraak).items():
            base = _changes_of(leerpunt, "uitspraak", datum)
            base = replace(base, ending=", rechtspraak: ", anker="rechtspraak")
            yield _with(base, uitspraken)


def _standen(corpus: Corpus) -> Iterator[Wijziging]:
    """Yield per record and date how many other statements hold as of that date.

    These are counted and not quoted: that a statement holds as of a day does not mean that it
    became true on that day. How we verified a law is left out: that day is one of ours. What is
    said of a municipality is quoted: whether it takes part is what readers come back for.
    """
    for record in corpus.every(Record):
        if isinstance(record, Gebeurtenis):
            continue  # its own date says more than those of its statements
        places = corpus.beweringen_per_record.get(record.id, ())
        rest = (
            place.bewering
            for place in places
            if not isinstance(place.bewering, Stap | Uitspraak | Verificatie)
        )
        for datum, beweringen in _per_datum(rest).items():
            together = _with(_changes_of(record, "stand", datum), beweringen)
            yield replace(together, beweringen=(), ending=_count(beweringen))
    for gemeente in corpus.gemeentetabel.gemeenten:
        id_ = f"{GEMEENTE}:{gemeente.cbs}"
        places = corpus.beweringen_per_record.get(id_, ())
        for datum, beweringen in _per_datum(place.bewering for place in places).items():
            yield Wijziging(
                datum,
                "stand",
                GEMEENTE,
                id_,
                f"Gemeente {gemeente.naam}",
                beweringen=tuple(beweringen),
            )


def _count(beweringen: Sequence[Bewering]) -> str:
    n = len(beweringen)
    return f" {'staat 1 bewering' if n == 1 else f'staan {n} beweringen'} met deze datum."


def _checks(corpus: Corpus) -> Iterator[Wijziging]:
    """Yield per day, role and kind which records were checked, or which not if these are fewer."""
    groepen: dict[tuple[date, str, str], list[Record]] = defaultdict(list)
    per_soort: dict[str, list[Record]] = defaultdict(list)
    for record in corpus.every(Record):
        check = record.gecontroleerd
        groepen[check.datum, check.rol, record.soort].append(record)
        per_soort[record.soort].append(record)
    for (dag, rol, soort), records in groepen.items():
        gezien = {record.id for record in records}
        every = per_soort[soort]
        count_not = len(every) - len(records)
        # Who was not seen is only named where they are fewer: else each day would read all others.
        left_out = count_not < len(records)
        which = [one for one in every if one.id not in gezien] if left_out else records
        namen = _alphabetically(record.titel for record in which)
        yield _check(dag, rol, soort, namen, (len(records), count_not))
    table = corpus.gemeentetabel
    namen = [gemeente.naam for gemeente in table.gemeenten]
    check = table.gecontroleerd
    yield _check(check.datum, check.rol, GEMEENTE, namen, (len(namen), 0))


def _alphabetically(namen: Iterable[str]) -> list[str]:
    return sorted(namen, key=alphabetical)


def _check(
    dag: date, rol: str, soort: str, namen: Sequence[str], aantal: tuple[int, int]
) -> Wijziging:
    """Return one check; ``aantal`` is how many were seen and not, ``namen`` the fewer of these."""
    included, left_out = aantal
    total = included + left_out
    which = f", {included} van de {total}"
    if not left_out:
        which = f", alle {total}" if total > 1 else ""
    elif left_out < included:
        which += f". Niet: {', '.join(namen)}"
    else:
        which += f": {', '.join(namen)}"
    return Wijziging(
        Peildatum(Moment(dag.year, dag.month, dag.day)),
        "controle",
        soort,
        "",
        SOORTNAMEN[soort].lower(),
        opening=f"controle door de {rol}: ",
        ending=f"{which}.",
        sleutel=rol,
    )
