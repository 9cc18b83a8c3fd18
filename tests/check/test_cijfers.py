from __future__ import annotations

import pytest

from macros.check import cijfers
from tests.factory import make_cijfer, make_corpus, make_grafiek, only, pointed_at


@pytest.mark.parametrize("otherwise", [{"telwijze": "geschat"}, {"eenheid": "huishoudens"}])
def test_grafiek_telt_hetzelfde_bites(otherwise: dict[str, str]) -> None:
    corpus = make_corpus(make_grafiek(), make_cijfer(), make_cijfer("casussen-2024", **otherwise))
    error = only(cijfers.grafiek_telt_hetzelfde, corpus)
    assert (error.file, error.veld) == ("data/grafieken/casussen.yml", "cijfers[2]")
    assert "„cijfer:casussen-2024” telt" in error.wat
    assert error.remedy == "zet cijfers met een andere telwijze nooit in één grafiek"
    assert pointed_at(corpus, error) == "cijfer:casussen-2024"


def test_grafiek_telt_hetzelfde_does_not_over_bite() -> None:
    """Figures outside the chart may count otherwise; an unknown figure is for another rule."""
    corpus = make_corpus(
        make_grafiek(cijfers=["cijfer:casussen-2023", "cijfer:casussen-2024", "cijfer:weg"]),
        make_cijfer(),
        make_cijfer("casussen-2024", periode=2024, waarde="ruim 100"),
        make_cijfer("huishoudens", telwijze="geschat", eenheid="huishoudens"),
    )
    assert list(cijfers.grafiek_telt_hetzelfde(corpus)) == []


def test_grafiek_heeft_getallen_bites() -> None:
    corpus = make_corpus(
        make_grafiek(), make_cijfer(getal=None, waarde="ruim 100"), make_cijfer("casussen-2024")
    )
    error = only(cijfers.grafiek_heeft_getallen, corpus)
    assert (error.veld, error.wat) == ("cijfers[1]", "„cijfer:casussen-2023” heeft geen getal")
    assert error.remedy == "laat dit cijfer weg"
    assert pointed_at(corpus, error) == "cijfer:casussen-2023"


def test_grafiek_heeft_getallen_does_not_over_bite() -> None:
    """Nought is a number, and a figure without one is fine outside a chart."""
    corpus = make_corpus(
        make_grafiek(),
        make_cijfer(getal=0, waarde="0"),
        make_cijfer("casussen-2024"),
        make_cijfer("helft", getal=None, waarde="ruim de helft"),
    )
    assert list(cijfers.grafiek_heeft_getallen(corpus)) == []


def test_grafiek_heeft_een_waarde_per_jaar_bites() -> None:
    second = make_cijfer("casussen-2024", periode="2023-05-01")
    corpus = make_corpus(make_grafiek(), make_cijfer(), second)
    error = only(cijfers.grafiek_heeft_een_waarde_per_jaar, corpus)
    assert error.veld == "cijfers[2]"
    assert error.wat == "„cijfer:casussen-2024” en „cijfer:casussen-2023” gaan allebei over 2023"
    assert pointed_at(corpus, error) == "cijfer:casussen-2024"


def test_grafiek_heeft_een_waarde_per_jaar_does_not_over_bite() -> None:
    """Another year is another bar, and outside the chart a year may have more figures."""
    corpus = make_corpus(
        make_grafiek(),
        make_cijfer(),
        make_cijfer("casussen-2024", periode=2024),
        make_cijfer("gemeld", periode=2023),
    )
    assert list(cijfers.grafiek_heeft_een_waarde_per_jaar(corpus)) == []
