"""No record costs more because others exist: work is counted, not timed, so any machine will do.

Not the told pages, whose lists and tables grow with what they list.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from macros.check.regels import controleer
from macros.corpus.inlezen import lees_corpus
from macros.corpus.volgorde import alfabetisch
from macros.pages.verteld import controleer_verteld
from macros.pages.weergave import omgeving
from macros.search.index import bouw_index
from macros.site.bouw import exports
from tests.bewijs import Bewijs
from tests.bouwen import kopieer
from tests.schaal import vergroot

pytestmark = pytest.mark.bouwt  # slow, like what needs the built site

EXTRA = (0, 300, 900)
"""Records more than there are."""
RUIM = 1.25
"""How much more a record may cost among many than among few: lists differ, and sorting takes
``n log n``. Where each record looks at all others it is about 1.45."""


def _werk(doe: Callable[[], object]) -> int:
    """Return how many functions were called."""
    profiel = cProfile.Profile()
    profiel.enable()
    try:
        doe()
    finally:
        profiel.disable()
    aantal: int = pstats.Stats(profiel).total_calls  # type: ignore[attr-defined]  # not in typeshed
    return aantal


def groei(werk: Sequence[int], extra: Sequence[int]) -> float:
    """Return what a later record costs, in times what an earlier one does."""
    (a, b, c), (van, midden, tot) = werk, extra
    eerder, later = (b - a) / (midden - van), (c - b) / (tot - midden)
    return later / eerder


def _per_stap(wortel: Path) -> Mapping[str, int]:
    alfabetisch.cache_clear()
    for naam in omgeving().list_templates():
        omgeving().get_template(naam)  # compiled once, however many records there are
    corpus, fouten = lees_corpus(wortel)
    assert corpus is not None, fouten[:3]
    assert controleer(corpus) == [], "the extra records are valid"
    heel, _ = lees_corpus(wortel)  # what is made once has not been made yet
    assert heel is not None
    controleer_verteld(heel, wortel)  # and what that makes once for all pages
    stappen: Mapping[str, Callable[[], object]] = {
        "inlezen": lambda: lees_corpus(wortel),
        "regels": lambda: controleer(heel),
        "recordpagina's en bestanden": lambda: _op(exports(heel, [], None)),
        "zoekindex": lambda: bouw_index(heel, []),
    }
    return {naam: _werk(doe) for naam, doe in stappen.items()}


def _op(dingen: Iterable[object]) -> None:
    for _ in dingen:
        pass


@pytest.fixture(scope="module")
def werk(wortel: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[int]]:
    """Return per step how much work it is with each number of records."""
    maten = []
    for extra in EXTRA:
        kopie = kopieer(wortel, tmp_path_factory.mktemp("groei") / f"{extra}")
        vergroot(kopie, extra)
        maten.append(_per_stap(kopie))
    return {naam: [maat[naam] for maat in maten] for naam in maten[0]}


def test_each_step_is_linear(werk: Mapping[str, Sequence[int]], bewijs: Bewijs) -> None:
    gemeten = {naam: round(groei(aantallen, EXTRA), 2) for naam, aantallen in werk.items()}
    bewijs("groei", **{f"{naam} ×": keer for naam, keer in gemeten.items()})
    assert {naam: keer for naam, keer in gemeten.items() if keer > RUIM} == {}


@pytest.mark.parametrize(("macht", "ruim"), [(1, True), (2, False)], ids=["linear", "quadratic"])
def test_the_measure_tells_a_line_from_a_square(macht: int, *, ruim: bool) -> None:
    def stap(aantal: int) -> None:
        for _ in range(aantal**macht):
            abs(0)

    extra = [deel // 100 for deel in EXTRA]
    werk = [_werk(partial(stap, 8 + aantal)) for aantal in extra]
    assert (groei(werk, extra) <= RUIM) is ruim
