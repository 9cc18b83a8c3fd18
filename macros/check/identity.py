"""Who is who: ids, names and search terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error
from macros.model.base import BRON_SLUG, SLUG, Record, split_id
from macros.model.kennis import Bron, Gebeurtenis, Vraag
from macros.model.leerpunt import Leerpunt


@regel(
    asks="Het id van een record is zijn soort en zijn bestandsnaam.",
    scope="elk record",
    remedy="Verbeter het id, of hernoem het bestand.",
)
def id_is_bestandsnaam(corpus: Corpus) -> Iterator[Error]:
    """Each id is ``soort:slug`` and the slug is the file name; so no id can occur twice."""
    for sleutel, record in corpus.records.items():
        file = corpus.read[sleutel].file.naam.rpartition("/")[2]
        if not isinstance(record, Bron) and file != file.lower():
            wat = f"de bestandsnaam {file} bevat een hoofdletter"
            remedy = f"hernoem het bestand naar {file.lower()} (kennisbank herstel doet dat)"
            yield corpus.error(sleutel, ("id",), wat, remedy)
            continue
        if record.id != sleutel:
            yield corpus.error(
                sleutel,
                ("id",),
                f"is „{record.id}”, maar bestand en map zeggen „{sleutel}”",
                f"schrijf „{sleutel}” of hernoem het bestand",
            )
        vorm = BRON_SLUG if isinstance(record, Bron) else SLUG
        parts = split_id(sleutel)
        if parts is None or vorm.fullmatch(parts[1]) is None:
            vormuitleg = (
                "hoofdletters, cijfers en streepjes"
                if vorm is BRON_SLUG
                else ("kleine letters, cijfers en streepjes")
            )
            yield corpus.error(sleutel, ("id",), "heeft geen geldige naam", f"gebruik {vormuitleg}")


@regel(
    asks="Elke gemeente staat één keer in de tabel, met haar code en haar naam.",
    scope="gemeenten",
    remedy="Laat er één staan.",
)
def gemeenten_eenmaal(corpus: Corpus) -> Iterator[Error]:
    """Each municipality stands in one table, once, by code and by name."""
    for veld in ("cbs", "naam"):
        tally = Counter(getattr(gemeente, veld) for gemeente in corpus.gemeentetabel.gemeenten)
        for waarde, aantal in tally.items():
            if aantal > 1:
                wat = f"{veld} „{waarde}” staat {aantal} keer in de tabel"
                yield corpus.error("tabel:gemeenten", (), wat, "laat er één staan")
    old = Counter(row.cbs for row in corpus.vervallen())
    for cbs, aantal in old.items():
        if aantal > 1 or cbs in corpus.gemeenten():
            wat = f"cbs „{cbs}” staat vaker in de tabel of bestaat nog als gemeente"
            yield corpus.error("tabel:vervallen-gemeenten", (), wat, "laat er één staan")


@regel(
    asks="Twee records van één soort heten nooit hetzelfde.",
    scope="elk record",
    remedy="Geef een van beide een andere titel.",
)
def titels_uniek(corpus: Corpus) -> Iterator[Error]:
    """Two records of one kind never share a title: a reader could not tell them apart."""
    gezien: dict[tuple[str, str], str] = {}
    for id_, record in corpus.records.items():
        if isinstance(record, Bron):
            continue
        sleutel = (record.soort, record.titel.casefold())
        if sleutel in gezien:
            wat = f"titel „{record.titel}” is al van {gezien[sleutel]}"
            yield corpus.error(id_, ("titel",), wat, "kies een titel die het verschil laat zien")
        gezien.setdefault(sleutel, id_)


@regel(
    asks="Sleutels binnen een record zijn plaatsen op zijn pagina: elk één keer.",
    scope="leerpunten en de toelichting",
    remedy="Geef een van beide een andere sleutel.",
)
def sleutels_eenmaal(corpus: Corpus) -> Iterator[Error]:
    """Keys inside a learning (groups, tracks, sections) are anchors on its page: each once."""
    for leerpunt in corpus.every(Leerpunt):
        for veld in ("groepen", "sporen", "verdieping"):
            gezien: set[str] = set()
            for nummer, part in enumerate(getattr(leerpunt, veld)):
                if part.sleutel in gezien:
                    pad = (veld, nummer, "sleutel")
                    wat = f"sleutel „{part.sleutel}” komt vaker voor"
                    yield corpus.error(leerpunt.id, pad, wat, "geef elk deel een eigen sleutel")
                gezien.add(part.sleutel)


@regel(
    asks="Er zijn genoeg zoektermen, elk één keer, en geen ervan herhaalt de titel.",
    scope="elk record",
    remedy="Voeg woorden toe die lezers gebruiken.",
)
def zoektermen_zinvol(corpus: Corpus) -> Iterator[Error]:
    """Enough search terms, each once, and none that repeats the title."""
    for record in corpus.every(Record):
        if len(record.zoektermen) < record.min_zoektermen:
            wat = f"heeft {len(record.zoektermen)} woorden; {record.min_zoektermen} is het minimum"
            remedy = "voeg woorden toe die lezers zelf zouden typen"
            yield corpus.error(record.id, ("zoektermen",), wat, remedy)
        gezien = {record.titel.casefold()}
        if isinstance(record, Gebeurtenis | Vraag):
            gezien = set()
        for nummer, term in enumerate(record.zoektermen):
            if term.casefold() in gezien:
                wat = f"„{term}” staat er al, of is gelijk aan de titel"
                yield corpus.error(record.id, ("zoektermen", nummer), wat, "haal het woord weg")
            gezien.add(term.casefold())
