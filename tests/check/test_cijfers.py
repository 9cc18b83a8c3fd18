from __future__ import annotations

import pytest

from macros.check import cijfers
from tests.fabriek import aangewezen, enige, maak_cijfer, maak_corpus, maak_grafiek


@pytest.mark.parametrize("anders", [{"telwijze": "geschat"}, {"eenheid": "huishoudens"}])
def test_grafiek_telt_hetzelfde_bijt(anders: dict[str, str]) -> None:
    corpus = maak_corpus(maak_grafiek(), maak_cijfer(), maak_cijfer("casussen-2024", **anders))
    fout = enige(cijfers.grafiek_telt_hetzelfde, corpus)
    assert (fout.bestand, fout.veld) == ("data/grafieken/casussen.yml", "cijfers[2]")
    assert "„cijfer:casussen-2024” telt" in fout.wat
    assert fout.herstel == "zet cijfers met een andere telwijze nooit in één grafiek"
    assert aangewezen(corpus, fout) == "cijfer:casussen-2024"


def test_grafiek_telt_hetzelfde_bijt_niet_te_veel() -> None:
    """Figures outside the chart may count otherwise; an unknown figure is for another rule."""
    corpus = maak_corpus(
        maak_grafiek(cijfers=["cijfer:casussen-2023", "cijfer:casussen-2024", "cijfer:weg"]),
        maak_cijfer(),
        maak_cijfer("casussen-2024", periode=2024, waarde="ruim 100"),
        maak_cijfer("huishoudens", telwijze="geschat", eenheid="huishoudens"),
    )
    assert list(cijfers.grafiek_telt_hetzelfde(corpus)) == []


def test_grafiek_heeft_getallen_bijt() -> None:
    corpus = maak_corpus(
        maak_grafiek(), maak_cijfer(getal=None, waarde="ruim 100"), maak_cijfer("casussen-2024")
    )
    fout = enige(cijfers.grafiek_heeft_getallen, corpus)
    assert (fout.veld, fout.wat) == ("cijfers[1]", "„cijfer:casussen-2023” heeft geen getal")
    assert fout.herstel == "laat dit cijfer weg"
    assert aangewezen(corpus, fout) == "cijfer:casussen-2023"


def test_grafiek_heeft_getallen_bijt_niet_te_veel() -> None:
    """Nought is a number, and a figure without one is fine outside a chart."""
    corpus = maak_corpus(
        maak_grafiek(),
        maak_cijfer(getal=0, waarde="0"),
        maak_cijfer("casussen-2024"),
        maak_cijfer("helft", getal=None, waarde="ruim de helft"),
    )
    assert list(cijfers.grafiek_heeft_getallen(corpus)) == []


def test_grafiek_heeft_een_waarde_per_jaar_bijt() -> None:
    tweede = maak_cijfer("casussen-2024", periode="2023-05-01")
    corpus = maak_corpus(maak_grafiek(), maak_cijfer(), tweede)
    fout = enige(cijfers.grafiek_heeft_een_waarde_per_jaar, corpus)
    assert fout.veld == "cijfers[2]"
    assert fout.wat == "„cijfer:casussen-2024” en „cijfer:casussen-2023” gaan allebei over 2023"
    assert aangewezen(corpus, fout) == "cijfer:casussen-2024"


def test_grafiek_heeft_een_waarde_per_jaar_bijt_niet_te_veel() -> None:
    """Another year is another bar, and outside the chart a year may have more figures."""
    corpus = maak_corpus(
        maak_grafiek(),
        maak_cijfer(),
        maak_cijfer("casussen-2024", periode=2024),
        maak_cijfer("gemeld", periode=2023),
    )
    assert list(cijfers.grafiek_heeft_een_waarde_per_jaar(corpus)) == []
