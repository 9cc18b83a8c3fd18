"""What one can choose by, how many there are, and which date counts."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.blad.facetten import (
    FACETTEN,
    ZONDER_DATUM,
    facet,
    facetten,
    rijen,
    waarden_van,
)
from macros.blad.kaart import jongste_datum
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import leerpunten
from macros.model.leerpunt import Leerpunt
from tests.fabriek import (
    maak_bewering,
    maak_corpus,
    maak_leerpunt,
    maak_organisatie,
    maak_spoor,
    maak_wet,
)


def _datum(*beweringen: dict[str, object], **velden: object) -> str | None:
    kaal = {"wetten": [], "organisaties": [], "omvang": [], "sporen": []} | velden
    punt = maak_leerpunt(situatie=list(beweringen), **kaal)
    datum = jongste_datum(maak_corpus(punt), punt)
    return datum.notatie() if datum else None


@pytest.mark.parametrize(
    ("standen", "jongst"),
    [
        (["2024", "2019-05"], "2024"),
        (["2025", "2025-10-09", "2025-01-01"], "2025-10-09"),
        (["2026-01-08", "2025-12-31"], "2026-01-08"),
        (["2019/2025~", "2024-12"], "2019/2025~"),
        (["ongedateerd", "2018"], "2018"),
        (["ongedateerd"], None),
    ],
)
def test_the_latest_date_counts(standen: list[str], jongst: str | None) -> None:
    assert _datum(*(maak_bewering(stand=stand) for stand in standen)) == jongst


def test_a_step_counts_and_an_own_inference_does_not() -> None:
    spoor = maak_spoor(stappen=[maak_bewering(stand="2025-03")])
    eigen = maak_bewering(stand="2026-11-21", zekerheid="afgeleid")
    assert _datum(maak_bewering(), eigen, sporen=[spoor]) == "2025-03"
    assert _datum(eigen) is None


def test_without_a_date_a_learning_stands_under_its_own_choice() -> None:
    punt = maak_leerpunt(
        situatie=[maak_bewering(stand="ongedateerd")],
        wetten=[],
        organisaties=[],
        omvang=[],
        sporen=[],
    )
    assert waarden_van(maak_corpus(punt), punt)["jaar"] == (ZONDER_DATUM,)


def test_a_law_named_twice_counts_once() -> None:
    twee = [maak_bewering(wet="wet:awb", rol=rol) for rol in ("veroorzaakt", "begrenst")]
    punt = maak_leerpunt(wetten=twee)
    corpus = maak_corpus(punt, maak_wet("awb"), maak_organisatie())
    (waarde,) = facet(corpus, "wet").waarden
    assert (waarde.sleutel, waarde.id_, waarde.leerpunten) == ("awb", "wet:awb", [punt])


def test_an_organisation_without_a_record_is_no_choice() -> None:
    punt = maak_leerpunt(organisaties=[maak_bewering()])
    corpus = maak_corpus(punt, maak_wet(), maak_organisatie())
    assert facet(corpus, "organisatie").waarden == []


def test_every_learning_stands_under_each_of_its_values(corpus: Corpus) -> None:
    for een in facetten(corpus):
        onder = Counter(punt.id for waarde in een.waarden for punt in waarde.leerpunten)
        for punt in corpus.alle(Leerpunt):
            assert onder[punt.id] == len(set(waarden_van(corpus, punt)[een.naam])), een.naam


def test_no_choice_is_empty_or_double(corpus: Corpus) -> None:
    gezien = facetten(corpus)
    assert [een.naam for een in gezien] == list(FACETTEN)
    for een in gezien:
        sleutels = [waarde.sleutel for waarde in een.waarden]
        assert len(sleutels) == len(set(sleutels)) > 0
        assert all(waarde.leerpunten and waarde.label for waarde in een.waarden)


def test_years_run_back_and_undated_comes_last(corpus: Corpus) -> None:
    jaren = [waarde.sleutel for waarde in facet(corpus, "jaar").waarden]
    gedateerd = [jaar for jaar in jaren if jaar != ZONDER_DATUM]
    assert gedateerd == sorted(gedateerd, reverse=True)
    assert ZONDER_DATUM not in jaren[:-1]


def test_an_unknown_facet_is_refused(corpus: Corpus) -> None:
    with pytest.raises(LookupError, match="maand"):
        facet(corpus, "maand")


def test_there_is_one_row_per_learning_in_words(corpus: Corpus) -> None:
    alles = rijen(corpus)
    assert [rij["nummer"] for rij in alles] == [punt.nummer for punt in leerpunten(corpus)]
    (alo,) = [rij for rij in alles if rij["nummer"] == "L07"]
    assert alo["adres"] == f"{corpus.site.adres}leerpunten/alo-kop/"
    assert "Participatiewet" in alo["wet"]
    assert alo["herkomst"] == "PMM"
    assert "N24" in alo["bronnen"]
