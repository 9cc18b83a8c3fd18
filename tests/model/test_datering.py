from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.model.datering import Moment, Peildatum, lees_dag

PEILDATUM = TypeAdapter(Peildatum)


@pytest.mark.parametrize(
    ("notatie", "in_woorden", "eerste", "laatste"),
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
def test_een_peildatum(notatie: str, in_woorden: str, eerste: date, laatste: date) -> None:
    peildatum = Peildatum.lees(notatie)
    assert str(peildatum) == in_woorden
    assert peildatum.notatie() == notatie
    assert (peildatum.eerste_dag(), peildatum.laatste_dag()) == (eerste, laatste)
    assert peildatum.gedateerd is (notatie != "ongedateerd")


def test_een_kaal_jaartal_komt_als_getal_binnen() -> None:
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
def test_wat_geen_datum_is_wordt_uitgelegd(waarde: object) -> None:
    with pytest.raises(ValidationError) as gevangen:
        PEILDATUM.validate_python(waarde)
    (fout,) = gevangen.value.errors()
    assert fout["msg"].startswith(f"„{waarde}” is geen datum; schrijf JJJJ, JJJJ-MM of JJJJ-MM-DD")
    assert "ongedateerd" in fout["msg"]


@given(st.text("0123456789-/~ ongedateerd", max_size=24))
def test_wat_gelezen_is_wordt_zo_teruggeschreven(tekst: str) -> None:
    try:
        peildatum = Peildatum.lees(tekst)
    except ValueError:
        return
    assert peildatum.notatie() == tekst
    assert peildatum.eerste_dag() <= peildatum.laatste_dag()


@given(st.dates())
def test_elke_dag_is_een_peildatum(dag: date) -> None:
    peildatum = Peildatum.lees(dag.isoformat())
    assert peildatum.eerste_dag() == peildatum.laatste_dag() == dag


def test_een_dag_in_woorden() -> None:
    assert lees_dag(date(2026, 11, 1)) == "1 november 2026"
