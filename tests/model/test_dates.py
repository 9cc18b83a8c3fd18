from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.model.dates import Moment, Peildatum, dag_in_words

PEILDATUM = TypeAdapter(Peildatum)


@pytest.mark.parametrize(
    ("notation", "in_woorden", "first", "last"),
    [
        ("2021", "2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02", "februari 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-03-25", "25 maart 2021", date(2021, 3, 25), date(2021, 3, 25)),
        ("2021~", "ongeveer 2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-03~", "ongeveer maart 2021", date(2021, 3, 1), date(2021, 3, 31)),
        ("2020/2021", "2020 – 2021", date(2020, 1, 1), date(2021, 12, 31)),
        ("2020/2021~", "2020 – ongeveer 2021", date(2020, 1, 1), date(2021, 12, 31)),
        (
            "2020-11/2021-02-03",
            "november 2020 – 3 februari 2021",
            date(2020, 11, 1),
            date(2021, 2, 3),
        ),
        ("2021/2021", "2021 – 2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("ongedateerd", "datum onbekend", date.min, date.min),
    ],
)
def test_a_peildatum(notation: str, in_woorden: str, first: date, last: date) -> None:
    peildatum = Peildatum.parse(notation)
    assert str(peildatum) == in_woorden
    assert peildatum.notation() == notation
    assert (peildatum.first_dag(), peildatum.last_dag()) == (first, last)
    assert peildatum.dated is (notation != "ongedateerd")


def test_a_bare_year_comes_in_as_a_number() -> None:
    assert PEILDATUM.validate_python(2021) == Peildatum(Moment(2021))
    assert PEILDATUM.validate_python(Peildatum(Moment(2021))) == Peildatum(Moment(2021))
    assert PEILDATUM.dump_python(Peildatum(Moment(2021, 3))) == "2021-03"


@pytest.mark.parametrize(
    "waarde",
    [
        *(
            "",
            "21",
            "0000",
            "2021-00",
            "2021-00-00",
            "2021-05-00",
            "2020/2021-00",
            "2024-13",
            "2023-02-29",
            "2024-1-1",
            "25-03-2021",
            "maart 2021",
        ),
        *("2021/", "/2021", "2021/2020", "2020/2021/2022", "2021~/x", "2021 ", "~2021"),
        *("Ongedateerd", "2021/ongedateerd", "٢٠٢١", "2021-03-25T00:00"),
        *(19, -2021, 20210325, 2021.5, True, None, ["2021"], {"jaar": 2021}),
    ],
)
def test_what_is_not_a_date_is_explained(waarde: object) -> None:
    with pytest.raises(ValidationError) as caught:
        PEILDATUM.validate_python(waarde)
    (error,) = caught.value.errors()
    assert error["msg"].startswith(f"„{waarde}” is geen datum; schrijf JJJJ, JJJJ-MM of JJJJ-MM-DD")
    assert "ongedateerd" in error["msg"]


@given(st.text("0123456789-/~ ongedateerd", max_size=24))
def test_what_was_read_is_written_back_the_same(tekst: str) -> None:
    try:
        peildatum = Peildatum.parse(tekst)
    except ValueError:
        return
    assert peildatum.notation() == tekst
    assert peildatum.first_dag() <= peildatum.last_dag()


@given(st.dates())
def test_every_day_is_a_peildatum(dag: date) -> None:
    peildatum = Peildatum.parse(dag.isoformat())
    assert peildatum.first_dag() == peildatum.last_dag() == dag


def test_a_day_in_words() -> None:
    assert dag_in_words(date(2026, 11, 1)) == "1 november 2026"
