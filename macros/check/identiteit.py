"""Who is who: ids, names and search terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.model.basis import BRON_SLUG, SLUG, Record, splits_id
from macros.model.kennis import Bron, Gebeurtenis, Vraag
from macros.model.leerpunt import Leerpunt


@regel(
    eis="Het id van een record is zijn soort en zijn bestandsnaam.",
    bereik="elk record",
    herstel="Verbeter het id, of hernoem het bestand.",
)
def id_is_bestandsnaam(corpus: Corpus) -> Iterator[Fout]:
    """Each id is ``soort:slug`` and the slug is the file name; so no id can occur twice."""
    for sleutel, record in corpus.records.items():
        if record.id != sleutel:
            yield corpus.fout(
                sleutel,
                ("id",),
                f"is „{record.id}”, maar bestand en map zeggen „{sleutel}”",
                f"schrijf „{sleutel}” of hernoem het bestand",
            )
        vorm = BRON_SLUG if isinstance(record, Bron) else SLUG
        delen = splits_id(sleutel)
        if delen is None or vorm.fullmatch(delen[1]) is None:
            vormuitleg = (
                "hoofdletters, cijfers en streepjes"
                if vorm is BRON_SLUG
                else ("kleine letters, cijfers en streepjes")
            )
            yield corpus.fout(sleutel, ("id",), "heeft geen geldige naam", f"gebruik {vormuitleg}")


@regel(
    eis="Elke gemeente staat één keer in de tabel, met haar code en haar naam.",
    bereik="gemeenten",
    herstel="Laat er één staan.",
)
def gemeenten_eenmaal(corpus: Corpus) -> Iterator[Fout]:
    """Each municipality stands in one table, once, by code and by name."""
    for veld in ("cbs", "naam"):
        telling = Counter(getattr(gemeente, veld) for gemeente in corpus.gemeentetabel.gemeenten)
        for waarde, aantal in telling.items():
            if aantal > 1:
                wat = f"{veld} „{waarde}” staat {aantal} keer in de tabel"
                yield corpus.fout("tabel:gemeenten", (), wat, "laat er één staan")
    oud = Counter(rij.cbs for rij in corpus.vervallen())
    for cbs, aantal in oud.items():
        if aantal > 1 or cbs in corpus.gemeenten():
            wat = f"cbs „{cbs}” staat vaker in de tabel of bestaat nog als gemeente"
            yield corpus.fout("tabel:vervallen-gemeenten", (), wat, "laat er één staan")


@regel(
    eis="Twee records van één soort heten nooit hetzelfde.",
    bereik="elk record",
    herstel="Geef een van beide een andere titel.",
)
def titels_uniek(corpus: Corpus) -> Iterator[Fout]:
    """Two records of one kind never share a title: a reader could not tell them apart."""
    gezien: dict[tuple[str, str], str] = {}
    for id_, record in corpus.records.items():
        if isinstance(record, Bron):
            continue
        sleutel = (record.soort, record.titel.casefold())
        if sleutel in gezien:
            wat = f"titel „{record.titel}” is al van {gezien[sleutel]}"
            yield corpus.fout(id_, ("titel",), wat, "kies een titel die het verschil laat zien")
        gezien.setdefault(sleutel, id_)


@regel(
    eis="Sleutels binnen een record zijn plaatsen op zijn pagina: elk één keer.",
    bereik="leerpunten en de toelichting",
    herstel="Geef een van beide een andere sleutel.",
)
def sleutels_eenmaal(corpus: Corpus) -> Iterator[Fout]:
    """Keys inside a learning (groups, tracks, sections) are anchors on its page: each once."""
    for leerpunt in corpus.alle(Leerpunt):
        for veld in ("groepen", "sporen", "verdieping"):
            gezien: set[str] = set()
            for nummer, deel in enumerate(getattr(leerpunt, veld)):
                if deel.sleutel in gezien:
                    pad = (veld, nummer, "sleutel")
                    wat = f"sleutel „{deel.sleutel}” komt vaker voor"
                    yield corpus.fout(leerpunt.id, pad, wat, "geef elk deel een eigen sleutel")
                gezien.add(deel.sleutel)


@regel(
    eis="Er zijn genoeg zoektermen, elk één keer, en geen ervan herhaalt de titel.",
    bereik="elk record",
    herstel="Voeg woorden toe die lezers gebruiken.",
)
def zoektermen_zinvol(corpus: Corpus) -> Iterator[Fout]:
    """Enough search terms, each once, and none that repeats the title."""
    for record in corpus.alle(Record):
        if len(record.zoektermen) < record.min_zoektermen:
            wat = f"heeft {len(record.zoektermen)} woorden; {record.min_zoektermen} is het minimum"
            herstel = "voeg woorden toe die lezers zelf zouden typen"
            yield corpus.fout(record.id, ("zoektermen",), wat, herstel)
        gezien = {record.titel.casefold()}
        if isinstance(record, Gebeurtenis | Vraag):
            gezien = set()
        for nummer, term in enumerate(record.zoektermen):
            if term.casefold() in gezien:
                wat = f"„{term}” staat er al, of is gelijk aan de titel"
                yield corpus.fout(record.id, ("zoektermen", nummer), wat, "haal het woord weg")
            gezien.add(term.casefold())
