"""Words of ``data/bronadressen.yml``: one list over many lines, of which the layout stays.

ruamel.yaml would write such a list on a single line, so the text is changed and not the tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.redactie.jobs import Work
from macros.redactie.writing import Block

FILE = "data/bronadressen.yml"
_ROW = re.compile(r"^(woorden:\s*\[)([^\]]*)\]", re.MULTILINE)


def add_woorden(jobs: Work, woorden: Sequence[str]) -> None:
    """Let the list hold these words as well."""
    match = _ROW.search(jobs.parse(FILE))
    if match is None:
        jobs.bewerk(FILE, lambda tree: tree["woorden"].extend(woorden))
        return
    _replace(jobs, match, ", ".join([match[2].rstrip(), *woorden]))


def fetch_woorden(jobs: Work, woorden: Sequence[str]) -> None:
    """Take these words out of the list."""
    match = _ROW.search(jobs.parse(FILE))
    if match is None:
        jobs.bewerk(FILE, lambda tree: _fetch(tree, woorden))
        return
    inner = match[2]
    for woord in map(re.escape, woorden):
        inner = re.sub(rf"(?<![\w-]){woord}\s*,\s*|,\s*{woord}(?=\s*(?:,|$))", "", inner, count=1)
    _replace(jobs, match, inner)


def _replace(jobs: Work, match: re.Match[str], inner: str) -> None:
    tekst = match.string
    jobs.put_link(FILE, f"{tekst[: match.start(2)]}{inner}{tekst[match.end(2) :]}")


def _fetch(tree: Block, woorden: Sequence[str]) -> None:
    for woord in woorden:
        tree["woorden"].remove(woord)
