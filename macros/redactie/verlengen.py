"""``verleng``: a record was read again and still holds; the next review moves along."""

from __future__ import annotations

from datetime import date

from macros.check.tijd import HALF_JAAR
from macros.corpus.corpus import Corpus
from macros.model.datering import lees_dag
from macros.redactie.schrift import Blok
from macros.redactie.vinden import record_van
from macros.redactie.werk import Werk

SITE = "data/site.yml"


def verleng(werk: Werk, corpus: Corpus, getypt: str, dag: date) -> None:
    """Write down that a record was checked on ``dag``; the terms stay as long as they were."""
    if getypt.startswith("tabel:") and getypt in corpus.gelezen:
        id_ = getypt
    else:
        id_ = record_van(corpus, getypt).id
    naam = corpus.gelezen[id_].bestand.naam
    gevonden: list[str] = []

    def verander(boom: Blok) -> None:
        if "geraadpleegd" in boom:
            boom["geraadpleegd"] = dag
            gevonden.append(f"Bron opnieuw gezien op {lees_dag(dag)}.")
            return
        vorige = _dag(boom["gecontroleerd"]["datum"])
        volgende = _dag(boom["controle_voor"])
        boom["gecontroleerd"]["datum"] = dag
        boom["controle_voor"] = dag + (volgende - vorige)
        gevonden.append(f"De volgende controle is voor {lees_dag(boom['controle_voor'])}.")
        for blok in (boom, *boom.get("sporen", ())):
            if "kijk_opnieuw" in blok:
                blok["kijk_opnieuw"] = dag + min(_dag(blok["kijk_opnieuw"]) - vorige, HALF_JAAR)
                gevonden.append(f"Kijk opnieuw op {lees_dag(blok['kijk_opnieuw'])}.")

    werk.bewerk(naam, verander)
    werk.gedaan += [f"{id_} is gecontroleerd op {lees_dag(dag)}.", *gevonden]
    vooruit(werk, corpus, dag)


def _dag(waarde: object) -> date:
    """Return a day that may stand between quotes."""
    return date.fromisoformat(str(waarde))


def vooruit(werk: Werk, corpus: Corpus, dag: date) -> None:
    """Move the day of the site on, if something is now known of a later day."""
    if dag > corpus.site.peildag:
        werk.bewerk(SITE, lambda boom: boom.__setitem__("peildatum", dag))
        werk.gedaan.append(
            f"De peildatum van de site is verzet naar {lees_dag(dag)} ({SITE}): "
            "niets mag van na die dag zijn."
        )
