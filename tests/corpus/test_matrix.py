"""The tables of what is linked to what: counted anew here from the records, another way."""

from __future__ import annotations

import pytest

from macros.corpus import matrix as matrices
from macros.corpus.corpus import Corpus
from macros.corpus.matrix import CONNECTION, Matrix, letters, reden_empty
from macros.model.instrument import Instrument
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import Waarde
from macros.model.recht import Wet
from tests.factory import make_bewering, make_corpus, make_leerpunt, make_waarde, make_wet


def _pairs(corpus: Corpus, from_: str, naar: str, veld: str) -> set[tuple[str, str]]:
    return {
        (relatie.from_, relatie.naar)
        for relatie in corpus.relaties
        if relatie.from_.startswith(f"{from_}:")
        and relatie.naar.startswith(f"{naar}:")
        and relatie.veld == veld
    }


def test_laws_and_learnings_hold_exactly_the_references(corpus: Corpus) -> None:
    matrix = matrices.wetten(corpus)
    pairs = _pairs(corpus, "leerpunt", "wet", "wetten")
    assert set(matrix.cells) == {(wet, point) for point, wet in pairs}
    assert len(matrix.rows) == len(corpus.every(Wet))
    assert len(matrix.columns) == len(corpus.every(Leerpunt))


def test_learnings_and_instruments_hold_exactly_the_references(corpus: Corpus) -> None:
    matrix = matrices.instrumenten(corpus)
    assert set(matrix.cells) == _pairs(corpus, "leerpunt", "instrument", "instrumenten")
    assert len(matrix.columns) == len(corpus.every(Instrument))


def test_values_and_learnings_hold_exactly_the_references(corpus: Corpus) -> None:
    matrix = matrices.waarden(corpus)
    assert set(matrix.cells) == _pairs(corpus, "waarde", "leerpunt", "leerpunten")
    assert len(matrix.rows) == len(corpus.every(Waarde))


@pytest.mark.parametrize("make", [matrices.wetten, matrices.instrumenten, matrices.waarden])
def test_blanks_are_counted(corpus: Corpus, make: object) -> None:
    assert callable(make)
    matrix = make(corpus)
    assert isinstance(matrix, Matrix)
    empty = [
        (row, column)
        for row in matrix.rows
        for column in matrix.columns
        if not matrix.cell(row, column)
    ]
    assert matrix.empty == len(empty)
    assert matrix.boxes == matrix.empty + len(matrix.cells)
    for row in matrix.empty_rows:
        assert sum(one is row for one, _ in empty) == len(matrix.columns)
    for column in matrix.empty_columns:
        assert sum(one is column for _, one in empty) == len(matrix.rows)
    assert len(matrix.empty_rows) == len(matrix.rows) - len({row for row, _ in matrix.cells})
    assert sum(matrix.empty_in(row) for row in matrix.rows) == matrix.empty
    for every, filled, without in (
        (matrix.rows, matrix.filled_rows, matrix.empty_rows),
        (matrix.columns, matrix.filled_columns, matrix.empty_columns),
    ):
        assert [one for one in every if one in filled] == filled
        assert [one for one in every if one not in filled] == without


def test_a_cell_holds_each_role_once_in_order() -> None:
    roles = ("veroorzaakt", "begrenst", "veroorzaakt")
    point = make_leerpunt(wetten=[make_bewering(wet="wet:awb", rol=rol) for rol in roles])
    wet, other = make_wet("awb"), make_wet("avg", bwb_id="BWBR0000001")
    matrix = matrices.wetten(make_corpus(point, wet, other))
    assert list(matrix.cell(wet, point)) == ["veroorzaakt", "begrenst"]
    assert matrix.empty_rows == [other]
    assert matrix.empty_columns == []
    assert (matrix.filled_rows, matrix.filled_columns) == ([wet], [point])
    assert (matrix.empty, matrix.boxes) == (1, 2)


def test_a_value_without_learnings_is_an_empty_row() -> None:
    point, waarde = make_leerpunt(), make_waarde(leerpunten=["leerpunt:alo-kop"])
    matrix = matrices.waarden(make_corpus(point, waarde, make_waarde("rust")))
    assert matrix.cell(waarde, point) == CONNECTION
    assert [row.slug for row in matrix.empty_rows] == ["rust"]


def test_every_role_has_a_letter_of_its_own(corpus: Corpus) -> None:
    roles = letters(corpus, "wetrol")
    assert len(set(roles.values())) == len(corpus.vocabulaires["wetrol"].termen)
    assert roles["veroorzaakt"] == "V"


def test_two_terms_with_the_same_letter_stop_the_build(corpus: Corpus) -> None:
    # aangenomen, aangepast, afgewezen and ambitie all begin with an a
    with pytest.raises(ValueError, match="spoorstatus"):
        letters(corpus, "spoorstatus")


def test_a_blank_tells_why() -> None:
    nvt = make_leerpunt(niet_van_toepassing=[{"veld": "wetten", "reden": "Het is een afspraak."}])
    vraag = {"veld": "wetten", "vraag": "Welke wet?", "aan": ["organisatie:pmm"]}
    assert reden_empty(nvt, "wetten") == "niet van toepassing. Het is een afspraak."
    assert reden_empty(make_leerpunt(onbekend=[vraag]), "wetten") == "open vraag"
    assert reden_empty(make_leerpunt(onbekend=[vraag]), "waarden") == ""
