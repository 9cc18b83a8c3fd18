"""What an earlier run left gives the same messages and the same data as reading all anew."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.corpus.ingest import Readings, read_corpus
from macros.corpus.memory import Memory
from macros.load.cache import Cache
from macros.load.error import Error, Pad, Position
from macros.load.tree import YamlFile
from macros.pages.rendering import environment, keep_compiled
from macros.site.inspection import inspect
from tests.factory import make_complete_corpus, write
from tests.test_cli import write_docs

WRONG = [
    "\n",
    "  ",
    "onzin: 1\n",
    "- x\n",
    "# vraag het jan.jansen@voorbeeld.nl\n",
    "{{ begrip('weg') }}",
    "'",
    "#",
    ":",
    "begrip:",
    "2.10",
    "<<<<<<< HEAD\n",
]
"""What comes to stand where it does not belong."""

Outcome = tuple[Corpus | None, Sequence[Error]]


def _places(file: YamlFile) -> Sequence[Mapping[Pad, Position]]:
    return file.positions, file.keys, file.ends


def _parts(corpus: Corpus | None) -> object:
    """Return all that was read, with the place of each value."""
    if corpus is None:
        return None
    files = {plaats.file.naam: plaats.file for plaats in corpus.read.values()}
    read = [
        (one.naam, one.waarde, one.mark, one.typed, one.opmerkingen, *map(dict, _places(one)))
        for one in files.values()
    ]
    return corpus.records, corpus.vocabulaires, corpus.tables, corpus.teksten, read


def _same(one: Outcome, other: Outcome) -> bool:
    return list(one[1]) == list(other[1]) and _parts(one[0]) == _parts(other[0])


def _edit(root: Path, choose: random.Random) -> str:
    """Take something away, put something in or do both, somewhere in one file."""
    pad = choose.choice(sorted([*root.glob("data/**/*.yml"), *root.glob("docs/**/*.md")]))
    tekst = pad.read_text(encoding="utf-8")
    if choose.random() < 0.5:  # something that may well be right
        new = re.sub(r"(?m)^((?:titel|samenvatting): \w+)", r"\1 nog", tekst, count=1)
        pad.write_text(f"{new}\n", encoding="utf-8")
        return f"{pad.name}: nog"
    begin = choose.randrange(len(tekst) + 1)
    until = choose.choice([begin, begin, min(len(tekst), begin + choose.randrange(1, 40))])
    new = choose.choice([*WRONG, ""])
    pad.write_text(tekst[:begin] + new + tekst[until:], encoding="utf-8")
    return f"{pad.name}: {tekst[begin:until]!r} → {new!r}"


# The first steps will do while one works; ``make test`` walks on.
@pytest.mark.parametrize("steps", [9, pytest.param(25, marks=pytest.mark.bouwt)])
def test_whatever_an_editor_does_a_check_says_what_a_first_check_says(
    steps: int, tmp_path: Path
) -> None:
    write(make_complete_corpus(), tmp_path)
    write_docs(tmp_path, '{{ begrip("maatwerk") }}')
    choose = random.Random("opnieuw")  # noqa: S311 - the same steps each time
    file, walked, right = tmp_path / ".cache/hier", [], 0
    for number in range(steps):
        before = {pad: pad.read_bytes() for pad in tmp_path.glob("*/**/*.*") if pad.is_file()}
        walked.append(_edit(tmp_path, choose) if number else "")
        clean = inspect(tmp_path)
        cache = Cache(file, "merk")
        environment.cache_clear()
        keep_compiled(cache)
        assert _same(inspect(tmp_path, Memory(cache)), clean), walked
        cache.save()
        assert _same(inspect(tmp_path, Memory(Cache(file, "merk"))), clean), walked
        right += not clean[1]
        if clean[1] and choose.random() < 0.6:  # an editor mends it
            for pad, inhoud in before.items():
                pad.write_bytes(inhoud)
    environment.cache_clear()
    assert steps / 8 < right < steps - steps / 8, (right, walked)


def test_all_data_come_back_as_they_were_read(
    root: Path, corpus: Corpus, memory: Memory, read_before: Path
) -> None:
    memory.cache.save()
    again = Cache(read_before, "merk")
    assert _same(read_corpus(root, Readings(again)), (corpus, []))
    again.save()
    before = read_before.read_bytes()
    once_more = Cache(read_before, "merk")
    read_corpus(root, Readings(once_more))
    once_more.save()
    assert read_before.read_bytes() == before


def test_what_was_read_before_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(make_complete_corpus(), tmp_path)
    cache = Cache(tmp_path / "hier", "merk")
    read_corpus(tmp_path, Readings(cache))
    read: list[object] = []
    monkeypatch.setattr("macros.load.later.read_bytes", lambda *given: read.append(given))
    monkeypatch.setattr("macros.corpus.ingest.read_bytes", lambda *given: read.append(given))
    corpus, _ = read_corpus(tmp_path, Readings(cache))
    assert corpus is not None
    assert read == []
