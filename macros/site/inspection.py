"""All that has to hold before a page is made: one list for the command line and for the build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.check.findable import hard_to_find
from macros.check.privacy import personal_data_outside_data
from macros.check.regels import run_rules
from macros.check.taal import stumbling_pages
from macros.check.written import facts_without_bron, read_written_pages
from macros.corpus.corpus import Corpus
from macros.corpus.ingest import read_corpus
from macros.corpus.memory import Memory
from macros.load.error import Error
from macros.pages.told import check_told
from macros.site.adressen import gone


def inspect_data(root: Path, memory: Memory | None = None) -> tuple[Corpus | None, list[Error]]:
    """Return the corpus, if ``data/`` can be read, and every mistake in it."""
    corpus, errors = read_corpus(root, None if memory is None else memory.readings)
    return corpus, errors if corpus is None else run_rules(corpus)


def _in_silence(what: str) -> None:
    del what


def inspect(
    root: Path, memory: Memory | None = None, tell: Callable[[str], None] | None = None
) -> tuple[Corpus | None, list[Error]]:
    """Return the same with every mistake in ``docs/``: none means that the site builds.

    While the data have mistakes, what macros make of them is left for later. ``tell`` hears which
    part is looked at.
    """
    tell = tell or _in_silence
    tell("1 van 3: de gegevens")
    corpus, errors = inspect_data(root, memory)
    tell("2 van 3: de geschreven pagina’s")
    errors = [*errors, *check_told(corpus, root, data_right=not errors, memory=memory)]
    if corpus is not None:
        tell("3 van 3: bronnen, taal en oude adressen")
        written = read_written_pages(root)
        errors += facts_without_bron(corpus, written)
        errors += hard_to_find(written)
        errors += stumbling_pages(written)
        errors += personal_data_outside_data(corpus, root)
        errors += gone(corpus, root / "docs")
    return corpus, errors
