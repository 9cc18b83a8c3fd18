"""No record costs more because others exist: work is counted, not timed, so any machine will do.

Not the told pages, whose lists and tables grow with what they list.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from macros.check.regels import run_rules
from macros.corpus.corpus import Corpus
from macros.corpus.ingest import read_corpus
from macros.corpus.volgorde import alphabetical
from macros.pages.rendering import environment
from macros.pages.told import check_told
from macros.search.index import build_index
from macros.site.build import exports
from tests.building import make_copy
from tests.proof import Proof
from tests.scale import vergroot

pytestmark = pytest.mark.bouwt  # slow, like what needs the built site

EXTRA = (0, 150, 450)
"""Records more than there are."""
AMPLE = 1.12
"""How much more a record may cost among many than among few: lists differ, and sorting takes
``n log n``. Where each record looks at all others it is about 1.25."""


T = TypeVar("T")


def _work(act: Callable[[], T]) -> tuple[int, T]:
    """Return how many functions were called, and what the act gave."""
    profile = cProfile.Profile()
    profile.enable()
    try:
        given = act()
    finally:
        profile.disable()
    aantal: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]  # not in typeshed
    return aantal, given


def groei(jobs: Sequence[int], extra: Sequence[int]) -> float:
    """Return what a later record costs, in times what an earlier one does."""
    (a, b, c), (from_, middle, until) = jobs, extra
    earlier, later = (b - a) / (middle - from_), (c - b) / (until - middle)
    return later / earlier


def _per_stap(root: Path) -> Mapping[str, int]:
    alphabetical.cache_clear()
    reading, (whole, errors) = _work(lambda: read_corpus(root))
    assert whole is not None, errors[:3]
    checking, found = _work(lambda: run_rules(whole))
    assert found == [], "the extra records are valid"
    check_told(whole, root)  # and what that makes once for all pages
    writing, _ = _work(lambda: _writer_on(exports(whole, [], None)))
    indexing, _ = _work(lambda: build_index(whole, []))
    return {
        "inlezen": reading,
        "regels": checking,
        "recordpagina's en bestanden": writing,
        "zoekindex": indexing,
    }


def _writer_on(things: Iterable[object]) -> None:
    for _ in things:
        pass


@pytest.fixture(scope="module")
def jobs(
    root: Path, corpus: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Sequence[int]]:
    """Return per step how much work it is with each number of records."""
    copies = []
    for extra in EXTRA:
        copies.append(make_copy(root, tmp_path_factory.mktemp("groei") / f"{extra}"))
        vergroot(copies[-1], extra)
    # What a process makes once, of each template or each text, is no part of the count.
    for naam in environment().list_templates():
        environment().get_template(naam)
    most, errors = read_corpus(copies[-1])
    assert most is not None, errors[:3]
    run_rules(most)
    _writer_on(exports(corpus, [], None))
    build_index(corpus, [])
    measures = [_per_stap(copy) for copy in copies]
    return {naam: [measure[naam] for measure in measures] for naam in measures[0]}


def test_each_step_is_linear(jobs: Mapping[str, Sequence[int]], proof: Proof) -> None:
    measured = {naam: round(groei(counts, EXTRA), 2) for naam, counts in jobs.items()}
    proof("groei", **{f"{naam} ×": nth for naam, nth in measured.items()})
    assert {naam: nth for naam, nth in measured.items() if nth > AMPLE} == {}


@pytest.mark.parametrize(("macht", "ample"), [(1, True), (2, False)], ids=["linear", "quadratic"])
def test_the_measure_tells_linear_from_quadratic(macht: int, *, ample: bool) -> None:
    def stap(aantal: int) -> None:
        for _ in range(aantal**macht):
            abs(0)

    extra = [part // 100 for part in EXTRA]
    jobs = [_work(partial(stap, 8 + aantal))[0] for aantal in extra]
    assert (groei(jobs, extra) <= AMPLE) is ample
