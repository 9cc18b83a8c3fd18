"""What MkDocs makes, as long as nothing changes that reaches it, without importing MkDocs."""

from __future__ import annotations

import os
from pathlib import Path

from macros.corpus.corpus import Corpus
from macros.edge.unchanged import fingerprint
from macros.load.cache import digest
from macros.site.told import Surroundings

AROUND = ("docs", "macros/theme", "mkdocs.yml", "data/site.yml")
"""What MkDocs makes something of; nothing else of the project reaches it."""


def surroundings(root: Path, corpus: Corpus) -> Surroundings:
    """Return the told pages, the shell and the other files; raise ``Abort`` for what is wrong."""
    mark = fingerprint(root, AROUND)
    key = digest("mkdocs", str(root.resolve()), mark, os.environ.get("SOURCE_DATE_EPOCH", ""))
    return corpus.cache.recall(key, lambda: _run(root, corpus))


def _run(root: Path, corpus: Corpus) -> Surroundings:
    from macros.edge.around import run_mkdocs  # noqa: PLC0415 - it takes longer than all else here

    return run_mkdocs(root, corpus.site)
