"""Dates: checks are recent promises, and nothing is known from the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout, Pad
from macros.model.basis import Record
from macros.model.datering import Peildatum, lees_dag
from macros.model.hulpmiddel import Hulpmiddel
from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt
from macros.model.organisatie import Tabel
from macros.model.recht import Wetsvoorstel

KLAAR = frozenset({"wet-geworden"})
"""Statuses of a bill after which nothing more happens to it."""
LOOPT = frozenset({"ambitie", "in-behandeling", "aangenomen", "onbekend"})
"""Statuses of a track that can change any day."""
HALF_JAAR = timedelta(days=183)
_VOEG_DAG_TOE = "voeg „kijk_opnieuw” toe, met een dag (JJJJ-MM-DD) binnen een half jaar"


def _peildag(corpus: Corpus) -> date:
    return corpus.site.peildag


@regel(
    eis="De volgende controle komt na de laatste, en de laatste ligt niet na de peildatum.",
    bereik="elk record en elke tabel",
    herstel="Verbeter de datum.",
)
def controle_klopt(corpus: Corpus) -> Iterator[Fout]:
    """The next review comes after the last check, and the last check not after the peildatum."""
    peildag = _peildag(corpus)
    gecontroleerd: list[tuple[str, Record | Tabel | Hulpmiddel]] = [
        *((record.id, record) for record in corpus.alle(Record)),
        ("tabel:gemeenten", corpus.gemeentetabel),
        ("tabel:vervallen-gemeenten", corpus.vervallentabel),
        ("tabel:keuzehulp", corpus.keuzehulp),
        ("tabel:casusformulier", corpus.casusformulier),
        ("tabel:toegankelijkheid", corpus.toegankelijkheid),
    ]
    for id_, record in gecontroleerd:
        if record.gecontroleerd.datum > peildag:
            wat = f"ligt na de peildatum van de site ({lees_dag(peildag)})"
            herstel = "verbeter de datum, of zet de peildatum in data/site.yml vooruit"
            yield corpus.fout(id_, ("gecontroleerd", "datum"), wat, herstel)
        if record.controle_voor <= record.gecontroleerd.datum:
            wat = "ligt niet na de laatste controle"
            yield corpus.fout(id_, ("controle_voor",), wat, "kies een latere datum")


@regel(
    eis="Geen bewering is van na de peildatum, en geen bron is daarna geraadpleegd.",
    bereik="elke bewering en elke bron",
    herstel="Verbeter de datum.",
)
def niets_uit_de_toekomst(corpus: Corpus) -> Iterator[Fout]:
    """No statement was true, and no source seen, after the peildatum of the site."""
    peildag = _peildag(corpus)
    for plek in corpus.beweringen:
        if plek.bewering.stand.eerste_dag() > peildag:
            wat = f"„{plek.bewering.stand}” ligt na de peildatum van de site ({lees_dag(peildag)})"
            herstel = "„stand” is wanneer dit bekend was, niet wanneer iets ingaat"
            yield corpus.fout(plek.van, (*plek.pad, "stand"), wat, herstel)
    for bron in corpus.alle(Bron):
        if bron.geraadpleegd > peildag:
            wat = f"ligt na de peildatum van de site ({lees_dag(peildag)})"
            yield corpus.fout(bron.id, ("geraadpleegd",), wat, "verbeter de datum")


@regel(
    eis=(
        "Een wetsvoorstel dat nog geen wet is, heeft een dag om opnieuw te kijken, binnen een"
        " half jaar."
    ),
    bereik="wetsvoorstellen",
    herstel="Vul ‘kijk_opnieuw’ in.",
)
def wetsvoorstel_kijkt_opnieuw(corpus: Corpus) -> Iterator[Fout]:
    """Each bill that is not law yet has a day to look again, at most half a year ahead."""
    for voorstel in corpus.alle(Wetsvoorstel):
        if voorstel.kijk_opnieuw is None:
            if voorstel.status not in KLAAR:
                wat = "ontbreekt: van een wetsvoorstel verandert de stand zonder dat u het merkt"
                yield corpus.fout(voorstel.id, ("kijk_opnieuw",), wat, _VOEG_DAG_TOE)
        else:
            pad = ("kijk_opnieuw",)
            yield from _binnen_een_half_jaar(corpus, voorstel, pad, voorstel.kijk_opnieuw)


@regel(
    eis=(
        "Een spoor dat nog loopt, heeft een dag om opnieuw te kijken: die van zijn "
        "wetsvoorstel of een eigen."
    ),
    bereik="leerpunten",
    herstel="Vul ‘kijk_opnieuw’ in bij het wetsvoorstel of bij het spoor.",
)
def lopend_spoor_kijkt_opnieuw(corpus: Corpus) -> Iterator[Fout]:
    """Each track that is still going has a day to look again: that of its bill, or its own."""
    for leerpunt in corpus.alle(Leerpunt):
        for nummer, spoor in enumerate(leerpunt.sporen):
            pad = ("sporen", nummer, "kijk_opnieuw")
            voorstel = corpus.records.get(spoor.wetsvoorstel or "")
            van_voorstel = voorstel.kijk_opnieuw if isinstance(voorstel, Wetsvoorstel) else None
            if spoor.kijk_opnieuw is not None and van_voorstel is not None:
                wat = f"staat ook bij {spoor.wetsvoorstel}"
                yield corpus.fout(leerpunt.id, pad, wat, "haal de dag hier weg; die daar telt")
            elif spoor.kijk_opnieuw is not None:
                yield from _binnen_een_half_jaar(corpus, leerpunt, pad, spoor.kijk_opnieuw)
            elif spoor.status in LOOPT and van_voorstel is None:
                wat = f"ontbreekt, en de status van dit spoor is „{spoor.status}”"
                waar = f"bij {spoor.wetsvoorstel}: " if spoor.wetsvoorstel else ""
                yield corpus.fout(leerpunt.id, pad, wat, waar + _VOEG_DAG_TOE)


def _binnen_een_half_jaar(corpus: Corpus, record: Record, pad: Pad, dag: date) -> Iterator[Fout]:
    gecontroleerd = record.gecontroleerd.datum
    if not gecontroleerd < dag <= gecontroleerd + HALF_JAAR:
        wat = f"{lees_dag(dag)} ligt niet in het half jaar na de controle"
        wat += f" van {lees_dag(gecontroleerd)}"
        yield corpus.fout(record.id, pad, wat, "kies een dag in dat half jaar")


def verlopen(corpus: Corpus, vandaag: date) -> list[Fout]:
    """Return what has to be looked at by ``vandaag``: records, bills, tracks; only when asked."""
    fouten = [
        corpus.fout(
            record.id,
            ("controle_voor",),
            f"de controle had voor {lees_dag(record.controle_voor)} gemoeten",
            "lees het record na en verzet de datum",
        )
        for record in corpus.alle(Record)
        if record.controle_voor < vandaag
    ]
    return fouten + [
        corpus.fout(
            id_,
            pad,
            f"de stand moest op {lees_dag(dag)} opnieuw worden bekeken; hier staat die van {stand}",
            "zoek op hoe ver het is, schrijf dat op en verzet de datum",
        )
        for id_, pad, dag, stand in _kijkdagen(corpus)
        if dag <= vandaag
    ]


def _kijkdagen(corpus: Corpus) -> Iterator[tuple[str, Pad, date, Peildatum]]:
    for voorstel in corpus.alle(Wetsvoorstel):
        if voorstel.kijk_opnieuw is not None:
            yield voorstel.id, ("kijk_opnieuw",), voorstel.kijk_opnieuw, voorstel.laatste_stand
    for leerpunt in corpus.alle(Leerpunt):
        for nummer, spoor in enumerate(leerpunt.sporen):
            if spoor.kijk_opnieuw is not None:
                pad = ("sporen", nummer, "kijk_opnieuw")
                yield leerpunt.id, pad, spoor.kijk_opnieuw, spoor.stand
