"""``python -m tests.open_data_cost``: what the open data add to a build, in time of the processor.

In a process of its own, as in a build: what a build already has (the data, the page models, the
dossiers, the list of changes) is there before the clock starts. Beside it stands how long a fixed
piece of work takes, for a machine that is slower or busy.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from macros.blad.narrate import Narrator
from macros.corpus.ingest import read_corpus
from macros.corpus.wijzigingen import wijzigingen
from macros.exports.all_exports import open_data
from macros.exports.dossier_content import as_dossier
from macros.exports.gather import gather
from macros.exports.markdown import record_as_markdown
from macros.load.garbage import collect_seldom
from macros.model.base import Record


def _seconds(act: Callable[[], object]) -> float:
    begin = time.process_time()
    act()
    return time.process_time() - begin


def yardstick() -> int:
    """Do a fixed piece of work of the kind that the exports do: texts, tables, joining."""
    seen: dict[str, str] = {}
    for number in range(150_000):
        text = f"bewering {number % 40_000}"
        seen[text] = "".join((seen.get(text, ""), text[-3:]))
    return len("".join(seen.values()))


def main(root: Path) -> str:
    """Return the figures of the project at ``root`` as JSON."""
    collect_seldom()  # as a build does
    corpus, _ = read_corpus(root)
    if corpus is None:
        sys.exit("de gegevens kloppen niet: draai `kennisbank controleren`")
    narrator = Narrator(corpus)
    sheets = [narrator.blad(record) for record in corpus.every(Record)]
    corpus.once(wijzigingen)
    dossiers = {blad.id: as_dossier(blad) for blad in sheets}
    before = _seconds(yardstick)
    made: list[int] = []

    def make() -> None:
        markdown = {id_: record_as_markdown(corpus.site.adres, it) for id_, it in dossiers.items()}
        data = gather(corpus, sheets, markdown)
        made.extend(len(file.inhoud) for _, file in open_data(data))

    cost = _seconds(make)
    measure = (before + _seconds(yardstick)) / 2
    return json.dumps({"cpu": cost, "maat": measure, "bestanden": len(made), "bytes": sum(made)})


if __name__ == "__main__":
    sys.stdout.write(f"{main(Path.cwd())}\n")
