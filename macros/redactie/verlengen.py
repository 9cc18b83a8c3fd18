"""``verleng``: a record was read again and still holds; the next review moves along."""

from __future__ import annotations

from datetime import date

from macros.check.timeliness import half_jaar_after
from macros.corpus.corpus import Corpus
from macros.model.dates import dag_in_words
from macros.redactie.jobs import CommandError, Work
from macros.redactie.vinden import record_of
from macros.redactie.writing import Block

SITE = "data/site.yml"


def verleng(jobs: Work, corpus: Corpus, typed: str, dag: date) -> None:
    """Write down that a record was checked on ``dag``; the terms stay as long as they were."""
    if typed.startswith("tabel:") and typed in corpus.read:
        id_ = typed
    else:
        id_ = record_of(corpus, typed).id
    naam = corpus.read[id_].file.naam
    found: list[str] = []

    def change(tree: Block) -> None:
        if "geraadpleegd" in tree:
            tree["geraadpleegd"] = dag
            found.append(f"Bron opnieuw gezien op {dag_in_words(dag)}.")
            return
        if "gecontroleerd" not in tree:
            raise CommandError(
                f"{id_} heeft zelf geen controle", "verleng de cijfers die erin staan"
            )
        previous = _dag(tree["gecontroleerd"]["datum"])
        following = _dag(tree["controle_voor"])
        tree["gecontroleerd"]["datum"] = dag
        tree["controle_voor"] = dag + (following - previous)
        found.append(f"De volgende controle is voor {dag_in_words(tree['controle_voor'])}.")
        for block in (tree, *tree.get("sporen", ())):
            if "kijk_opnieuw" in block:
                same_term = dag + (_dag(block["kijk_opnieuw"]) - previous)
                block["kijk_opnieuw"] = min(same_term, half_jaar_after(dag))
                found.append(f"Kijk opnieuw op {dag_in_words(block['kijk_opnieuw'])}.")

    jobs.bewerk(naam, change)
    jobs.done += [f"{id_} is gecontroleerd op {dag_in_words(dag)}.", *found]
    vooruit(jobs, corpus, dag)


def _dag(waarde: object) -> date:
    """Return a day that may stand between quotes."""
    return date.fromisoformat(str(waarde))


def vooruit(jobs: Work, corpus: Corpus, dag: date) -> None:
    """Move the day of the site on, if something is now known of a later day."""
    if dag > corpus.site.peildag:
        jobs.bewerk(SITE, lambda tree: tree.__setitem__("peildatum", dag))
        jobs.done.append(f"De peildatum van de site is verzet naar {dag_in_words(dag)} ({SITE}).")
