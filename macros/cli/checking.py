"""``kennisbank controleren``: all that has to hold, without what the other commands import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from macros.check.publishing import unfit_to_publish
from macros.check.timeliness import overdue
from macros.cli.telling import ERROR, GOOD
from macros.corpus.corpus import Corpus
from macros.corpus.memory import Memory
from macros.load.cache import Cache
from macros.load.error import counted, report
from macros.pages.rendering import keep_compiled
from macros.site.adressen import not_vastgelegd
from macros.site.inspection import inspect


def check_again(root: Path, cache: Cache) -> tuple[int, str]:
    """Return what a check comes to, with what an earlier run left."""
    keep_compiled(cache)
    return check(root, Memory(cache))


def check(
    root: Path, memory: Memory, *, today: date | None = None, publish: bool = False
) -> tuple[int, str]:
    """Return exit status and text; if asked also of what is overdue or may not go out."""
    corpus, errors = inspect(root, memory)
    if corpus is not None and today is not None:
        errors += overdue(corpus, today)
    if corpus is not None and publish:
        errors += unfit_to_publish(corpus)
        new_adres = not_vastgelegd(corpus, root / "docs")
        if new_adres:
            wat = f"{not_yet(new_adres)}, zoals {new_adres[0]}"
            remedy = "doe eerst kennisbank adressen --vastleggen: dan blijven zij altijd werken"
            errors.append(corpus.error("tabel:gepubliceerd", ("adressen",), wat, remedy))
    if corpus is None or errors:
        return ERROR, report(errors)
    return GOOD, _all_right(corpus)


def not_yet(new_adres: Sequence[str]) -> str:
    """Return how many addresses were not put down yet."""
    return f"{counted(len(new_adres), 'adres is', 'adressen zijn')} nog niet vastgelegd"


def _all_right(corpus: Corpus) -> str:
    return (
        f"Alles klopt: {counted(len(corpus.records), 'record', 'records')}, "
        f"{counted(len(corpus.beweringen), 'bewering', 'beweringen')}, "
        f"{counted(len(corpus.relaties), 'verwijzing', 'verwijzingen')}."
    )
