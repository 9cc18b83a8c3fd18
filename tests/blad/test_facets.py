"""What one can choose by, how many there are, and which date counts."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.blad.bronnen import voluit
from macros.blad.card import youngest_datum
from macros.blad.facets import (
    FACETS,
    WITHOUT_DATUM,
    facet,
    facets,
    rows,
    waarden_of,
)
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import leerpunten
from macros.model.leerpunt import Leerpunt
from tests.factory import (
    make_bewering,
    make_corpus,
    make_leerpunt,
    make_organisatie,
    make_spoor,
    make_wet,
)


def _datum(*beweringen: dict[str, object], **velden: object) -> str | None:
    bare = {"wetten": [], "organisaties": [], "omvang": [], "sporen": []} | velden
    point = make_leerpunt(situatie=list(beweringen), **bare)
    datum = youngest_datum(make_corpus(point), point)
    return datum.notation() if datum else None


@pytest.mark.parametrize(
    ("standen", "youngest"),
    [
        (["2024", "2019-05"], "2024"),
        (["2025", "2025-10-09", "2025-01-01"], "2025-10-09"),
        (["2026-01-08", "2025-12-31"], "2026-01-08"),
        (["2019/2025~", "2024-12"], "2019/2025~"),
        (["ongedateerd", "2018"], "2018"),
        (["ongedateerd"], None),
    ],
)
def test_the_latest_date_counts(standen: list[str], youngest: str | None) -> None:
    assert _datum(*(make_bewering(stand=stand) for stand in standen)) == youngest


def test_a_step_counts_and_an_own_inference_does_not() -> None:
    spoor = make_spoor(stappen=[make_bewering(stand="2025-03")])
    own = make_bewering(stand="2026-11-21", zekerheid="afgeleid")
    assert _datum(make_bewering(), own, sporen=[spoor]) == "2025-03"
    assert _datum(own) is None


def test_without_a_date_a_learning_stands_under_its_own_choice() -> None:
    point = make_leerpunt(
        situatie=[make_bewering(stand="ongedateerd")],
        wetten=[],
        organisaties=[],
        omvang=[],
        sporen=[],
    )
    assert waarden_of(make_corpus(point), point)["jaar"] == (WITHOUT_DATUM,)


def test_a_law_named_twice_counts_once() -> None:
    two = [make_bewering(wet="wet:awb", rol=rol) for rol in ("veroorzaakt", "begrenst")]
    point = make_leerpunt(wetten=two)
    corpus = make_corpus(point, make_wet("awb"), make_organisatie())
    (waarde,) = facet(corpus, "wet").waarden
    assert (waarde.sleutel, waarde.id_, waarde.leerpunten) == ("awb", "wet:awb", [point])


def test_an_organisation_without_a_record_is_no_choice() -> None:
    point = make_leerpunt(organisaties=[make_bewering()])
    corpus = make_corpus(point, make_wet(), make_organisatie())
    assert facet(corpus, "organisatie").waarden == []


def test_every_learning_stands_under_each_of_its_values(corpus: Corpus) -> None:
    for one in facets(corpus):
        under = Counter(point.id for waarde in one.waarden for point in waarde.leerpunten)
        for point in corpus.every(Leerpunt):
            assert under[point.id] == len(set(waarden_of(corpus, point)[one.naam])), one.naam


def test_no_choice_is_empty_or_double(corpus: Corpus) -> None:
    gezien = facets(corpus)
    assert [one.naam for one in gezien] == list(FACETS)
    for one in gezien:
        sleutels = [waarde.sleutel for waarde in one.waarden]
        assert len(sleutels) == len(set(sleutels)) > 0
        assert all(waarde.leerpunten and waarde.label for waarde in one.waarden)


def test_years_run_back_and_undated_comes_last(corpus: Corpus) -> None:
    jaren = [waarde.sleutel for waarde in facet(corpus, "jaar").waarden]
    dated = [jaar for jaar in jaren if jaar != WITHOUT_DATUM]
    assert dated == sorted(dated, reverse=True)
    assert WITHOUT_DATUM not in jaren[:-1]


def test_an_unknown_facet_is_refused(corpus: Corpus) -> None:
    with pytest.raises(LookupError, match="maand"):
        facet(corpus, "maand")


def test_there_is_one_row_per_learning_in_words(corpus: Corpus) -> None:
    everything = rows(corpus)
    assert [row["nummer"] for row in everything] == [point.nummer for point in leerpunten(corpus)]
    (alo,) = [row for row in everything if row["nummer"] == "L07"]
    assert alo["adres"] == f"{corpus.site.adres}leerpunten/alo-kop/"
    assert "Participatiewet" in alo["wet"]
    assert alo["herkomst"] == "PMM"
    assert voluit(corpus, "bron:N24") in alo["bronnen"]
