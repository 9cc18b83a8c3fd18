"""Dates: checks are recent promises, and nothing is known from the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.corpus.houdbaarheid import Termijn, termijnen
from macros.load.error import Error, Pad
from macros.model.base import Record
from macros.model.dates import dag_in_words, months_after
from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt
from macros.model.organisatie import Tabel
from macros.model.recht import Wetsvoorstel
from macros.model.tool import Hulpmiddel

FINISHED = frozenset({"wet-geworden"})
"""Statuses of a bill after which nothing more happens to it."""
ONGOING = frozenset({"ambitie", "in-voorbereiding", "in-behandeling", "aangenomen", "onbekend"})
"""Statuses of a track that can change any day."""
_HALF = 6
_ADD_DAG = "voeg „kijk_opnieuw” toe, met een dag (JJJJ-MM-DD) binnen een half jaar"


_VOORUIT = "is het vandaag later, zet dan eerst „peildatum” in data/site.yml vooruit"


def half_jaar_after(dag: date) -> date:
    """Return the same day half a year later."""
    return months_after(dag, _HALF)


def _peildag(corpus: Corpus) -> date:
    return corpus.site.peildag


@regel(
    asks="De volgende controle komt na de laatste, en de laatste ligt niet na de peildatum.",
    scope="elk record en elke tabel",
    remedy="Verbeter de datum.",
)
def controle_klopt(corpus: Corpus) -> Iterator[Error]:
    """The next review comes after the last check, and the last check not after the peildatum."""
    peildag = _peildag(corpus)
    gecontroleerd: list[tuple[str, Record | Tabel | Hulpmiddel]] = [
        *((record.id, record) for record in corpus.every(Record)),
        ("tabel:gemeenten", corpus.gemeentetabel),
        ("tabel:vervallen-gemeenten", corpus.vervallentabel),
        ("tabel:keuzehulp", corpus.keuzehulp),
        ("tabel:casusformulier", corpus.casusformulier),
        ("tabel:toegankelijkheid", corpus.toegankelijkheid),
    ]
    for id_, record in gecontroleerd:
        if record.gecontroleerd.datum > peildag:
            wat = f"ligt na de peildatum van de site ({dag_in_words(peildag)})"
            remedy = f"verbeter de datum; {_VOORUIT}"
            yield corpus.error(id_, ("gecontroleerd", "datum"), wat, remedy)
        if record.controle_voor <= record.gecontroleerd.datum:
            wat = "ligt niet na de laatste controle"
            yield corpus.error(id_, ("controle_voor",), wat, "kies een latere datum")


@regel(
    asks="Geen bewering is van na de peildatum, en geen bron is daarna geraadpleegd.",
    scope="elke bewering en elke bron",
    remedy="Verbeter de datum.",
)
def niets_uit_de_toekomst(corpus: Corpus) -> Iterator[Error]:
    """No statement was true, and no source seen, after the peildatum of the site."""
    peildag = _peildag(corpus)
    for place in corpus.beweringen:
        # Of a period the end as well: what holds up to a day to come is not known yet.
        stand = place.bewering.stand
        if max(
            (part.first_dag() for part in (stand.begin, stand.eind) if part), default=peildag
        ) > (peildag):
            wat = f"„{stand}” ligt na de peildatum van de site ({dag_in_words(peildag)})"
            remedy = f"„stand” is wanneer dit bekend was, niet wanneer iets ingaat; {_VOORUIT}"
            yield corpus.error(place.from_, (*place.pad, "stand"), wat, remedy)
    for bron in corpus.every(Bron):
        if bron.geraadpleegd > peildag:
            wat = f"ligt na de peildatum van de site ({dag_in_words(peildag)})"
            yield corpus.error(bron.id, ("geraadpleegd",), wat, f"verbeter de datum; {_VOORUIT}")


@regel(
    asks=(
        "Een wetsvoorstel dat nog geen wet is, heeft een dag om opnieuw te kijken, binnen een"
        " half jaar."
    ),
    scope="wetsvoorstellen",
    remedy="Vul ‘kijk_opnieuw’ in.",
)
def wetsvoorstel_kijkt_opnieuw(corpus: Corpus) -> Iterator[Error]:
    """Each bill that is not law yet has a day to look again, at most half a year ahead."""
    for proposal in corpus.every(Wetsvoorstel):
        if proposal.kijk_opnieuw is None:
            if proposal.status not in FINISHED:
                wat = "ontbreekt: van een wetsvoorstel verandert de stand zonder dat u het merkt"
                yield corpus.error(proposal.id, ("kijk_opnieuw",), wat, _ADD_DAG)
        else:
            pad = ("kijk_opnieuw",)
            yield from _within_half_a_jaar(corpus, proposal, pad, proposal.kijk_opnieuw)


@regel(
    asks=(
        "Een spoor dat nog loopt, heeft een dag om opnieuw te kijken: die van zijn "
        "wetsvoorstel of een eigen."
    ),
    scope="leerpunten",
    remedy="Vul ‘kijk_opnieuw’ in bij het wetsvoorstel of bij het spoor.",
)
def lopend_spoor_kijkt_opnieuw(corpus: Corpus) -> Iterator[Error]:
    """Each track that is still going has a day to look again: that of its bill, or its own."""
    for leerpunt in corpus.every(Leerpunt):
        for nummer, spoor in enumerate(leerpunt.sporen):
            pad = ("sporen", nummer, "kijk_opnieuw")
            proposal = corpus.records.get(spoor.wetsvoorstel or "")
            from_proposal = proposal.kijk_opnieuw if isinstance(proposal, Wetsvoorstel) else None
            if spoor.kijk_opnieuw is not None and from_proposal is not None:
                wat = f"staat ook bij {spoor.wetsvoorstel}"
                yield corpus.error(leerpunt.id, pad, wat, "haal de dag hier weg; die daar telt")
            elif spoor.kijk_opnieuw is not None:
                yield from _within_half_a_jaar(corpus, leerpunt, pad, spoor.kijk_opnieuw)
            elif spoor.status in ONGOING and from_proposal is None:
                wat = f"ontbreekt, en de status van dit spoor is „{spoor.status}”"
                where = f"bij {spoor.wetsvoorstel}: " if spoor.wetsvoorstel else ""
                yield corpus.error(leerpunt.id, pad, wat, where + _ADD_DAG)


def _within_half_a_jaar(corpus: Corpus, record: Record, pad: Pad, dag: date) -> Iterator[Error]:
    gecontroleerd = record.gecontroleerd.datum
    if not gecontroleerd < dag <= half_jaar_after(gecontroleerd):
        wat = f"{dag_in_words(dag)} ligt niet in het half jaar na de controle"
        wat += f" van {dag_in_words(gecontroleerd)}"
        yield corpus.error(record.id, pad, wat, "kies een dag in dat half jaar")


def overdue(corpus: Corpus, today: date) -> list[Error]:
    """Return what has to be looked at by ``today``: records, bills, tracks; only when asked."""
    return [
        corpus.error(one.id_, one.pad, *_to_let(one))
        for one in termijnen(corpus)
        if one.too_late(today)
    ]


def _to_let(one: Termijn) -> tuple[str, str]:
    if one.stand is None:
        wat = f"de controle had voor {dag_in_words(one.dag)} gemoeten"
        return wat, "lees het record na en verzet de datum (kennisbank verleng doet dat)"
    wat = f"de stand moest op {dag_in_words(one.dag)} opnieuw worden bekeken"
    wat += f"; hier staat die van {one.stand}"
    return wat, "zoek op hoe ver het is, schrijf dat op en verzet de datum"
