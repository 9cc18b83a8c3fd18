from __future__ import annotations

import csv
import io
import json
from collections.abc import Set as AbstractSet

from macros.blad.facets import rows
from macros.blad.zinnen import LICENCE_SENTENCE
from macros.corpus.corpus import Corpus
from macros.exports.leerpunten_list import NO_FILTERS, leerpunten
from macros.exports.spreadsheet import SEPARATOR
from macros.model.leerpunt import Leerpunt
from tests.factory import make_bron, make_corpus, make_leerpunt, make_organisatie, make_wet


def _inhoud(corpus: Corpus, end: str) -> str:
    (one,) = [all_exports for all_exports in leerpunten(corpus) if all_exports.pad.endswith(end)]
    return one.inhoud.decode("utf-8-sig")


def _csv(corpus: Corpus) -> list[dict[str, str]]:
    inhoud = _inhoud(corpus, ".csv")
    return list(csv.DictReader(io.StringIO(inhoud, newline=""), delimiter=";"))


def test_both_files_are_written_with_the_site(exported: AbstractSet[str]) -> None:
    assert exported >= {"leerpunten/leerpunten.csv", "leerpunten/leerpunten.json"}


def test_the_csv_holds_every_learning_and_says_that_nothing_was_filtered(corpus: Corpus) -> None:
    read = _csv(corpus)
    assert sorted(row["nummer"] for row in read) == sorted(
        point.nummer for point in corpus.every(Leerpunt)
    )
    assert {row["filters"] for row in read} == {NO_FILTERS}
    for row, meant in zip(read, rows(corpus), strict=True):
        for column, cell in meant.items():
            assert row[column] == (cell if isinstance(cell, str) else SEPARATOR.join(cell))


def test_the_csv_keeps_commas_and_quotes_apart() -> None:
    point = make_leerpunt(titel='Zegt "ja", of nee; of niets')
    inhoud = _inhoud(make_corpus(point, make_wet(), make_organisatie(), make_bron()), ".csv")
    assert '"Zegt ""ja"", of nee; of niets"' in inhoud
    assert inhoud.count("\r\n") == 2


def test_the_json_tells_date_source_and_licence(corpus: Corpus) -> None:
    read = json.loads(_inhoud(corpus, ".json"))
    assert read["peildatum"] == corpus.site.peildatum
    assert read["bron"] == f"{corpus.site.adres}leerpunten/"
    assert read["licentie"] == LICENCE_SENTENCE
    assert [point["nummer"] for point in read["leerpunten"]] == [
        row["nummer"] for row in rows(corpus)
    ]
    assert all(isinstance(point["wet"], list) for point in read["leerpunten"])
