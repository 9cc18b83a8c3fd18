from __future__ import annotations

import csv
import io
from collections.abc import Set as AbstractSet

from macros.blad.bronnen import voluit
from macros.corpus.corpus import Corpus
from macros.exports.gemeenten import COLUMNS, gemeenten
from macros.exports.spreadsheet import SEPARATOR
from tests.factory import (
    make_bewering,
    make_bron,
    make_corpus,
    make_gemeente,
    make_vocabulaire,
)


def _rows(corpus: Corpus) -> list[dict[str, str]]:
    inhoud = gemeenten(corpus).inhoud.decode("utf-8-sig")
    assert inhoud.count("\n") == inhoud.count("\r\n")
    return list(csv.DictReader(io.StringIO(inhoud, newline=""), delimiter=";"))


def _small(**velden: object) -> Corpus:
    standen = ["aangesloten", "samenwerkend", "geen-bron", "vervallen"]
    return make_corpus(
        make_bron(),
        make_bron("VJ20"),
        gemeenten=[make_gemeente(**velden)],
        vocabulaires={"gemeentestand": make_vocabulaire("gemeentestand", standen)},
    )


def test_the_file_is_written_with_the_site(exported: AbstractSet[str]) -> None:
    assert "gemeenten/gemeenten.csv" in exported


def test_the_file_says_that_it_is_utf8(corpus: Corpus) -> None:
    assert gemeenten(corpus).inhoud.startswith(b"\xef\xbb\xbfgemeente;")


def test_every_municipality_stands_in_it_once(corpus: Corpus) -> None:
    rows = _rows(corpus)
    assert tuple(rows[0]) == COLUMNS
    assert sorted(row["cbs"] for row in rows) == sorted(corpus.gemeenten())
    for row in rows:
        gemeente = corpus.gemeenten()[row["cbs"]]
        assert row["gemeente"] == gemeente.naam
        assert row["andere_namen"] == SEPARATOR.join(gemeente.andere_namen)
        assert row["adres"] == f"{corpus.site.adres}gemeenten/{gemeente.cbs.lower()}/"


def test_no_state_without_date_and_source_and_none_that_says_no(corpus: Corpus) -> None:
    for row in _rows(corpus):
        known = row["stand"] != corpus.term("gemeentestand", "geen-bron").label
        assert bool(row["wanneer"]) is known
        assert bool(row["bronnen"]) is known
        assert "niet" not in row["stand"].casefold()


def test_a_row_tells_each_mention_with_the_precision_of_its_source() -> None:
    vermeldingen = [
        make_bewering(uitkomst="samenwerkend", stand=2020, bronnen=["VJ20"]),
        make_bewering(uitkomst="aangesloten", stand="2024-04", bronnen=["N24", "VJ20"]),
    ]
    small = _small(vermeldingen=vermeldingen)
    (row,) = _rows(small)
    assert (row["stand"], row["wanneer"]) == ("aangesloten", "2020 | 2024-04")
    bronnen = row["bronnen"].split(SEPARATOR)
    assert bronnen == [voluit(small, f"bron:{code}") for code in ("VJ20", "N24", "VJ20")]
    assert row["peildatum"] == "2026-11-21"


def test_a_name_with_a_comma_or_a_quote_stays_one_cell() -> None:
    (row,) = _rows(_small(naam='Nuenen, "Gerwen" en Nederwetten', andere_namen=["A, B", "C"]))
    assert row["gemeente"] == 'Nuenen, "Gerwen" en Nederwetten'
    assert row["andere_namen"] == "A, B | C"


def test_no_cell_is_a_formula(corpus: Corpus) -> None:
    """A spreadsheet would run a cell that begins so."""
    for row in _rows(corpus):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]
