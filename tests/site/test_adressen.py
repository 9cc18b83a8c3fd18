"""An address that was ever published leads somewhere, and a row about one is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.blad.oudadres import omleidingen
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.pages.recordpaginas import alle_paden, alle_paginas
from macros.site.adressen import adressen, niet_vastgelegd, verdwenen
from tests.fabriek import ZIN, Ruw, een_van_elk, maak_corpus, maak_volledig


def test_de_adressen_zijn_die_van_alle_paginas(corpus: Corpus) -> None:
    assert [*alle_paden(corpus)] == [pagina.pad for pagina in alle_paginas(corpus)]


def test_alles_wat_is_gepubliceerd_werkt(corpus: Corpus, wortel: Path) -> None:
    assert [*verdwenen(corpus, wortel / "docs")] == []


def _fouten(tmp_path: Path, adres: str = "", **oud: list[Ruw]) -> list[Fout]:
    (tmp_path / "docs/over").mkdir(parents=True)
    (tmp_path / "docs/over/index.md").write_text("", encoding="utf-8")
    lijst = ["begrippen/maatwerk/", *([adres] if adres else [])]
    corpus = maak_corpus(
        *een_van_elk(),
        gepubliceerd={"toelichting": ZIN, "adressen": lijst},
        oude_adressen={"toelichting": ZIN, **oud},
    )
    return [*verdwenen(corpus, tmp_path / "docs")]


def test_een_adres_dat_verdween_is_een_fout(tmp_path: Path) -> None:
    (fout,) = _fouten(tmp_path, "begrippen/weg/")
    assert fout.bestand == "data/gepubliceerd.yml"
    assert "„begrippen/weg/” is gepubliceerd" in fout.wat
    assert "kennisbank hernoem" in fout.herstel


@pytest.mark.parametrize("naar", ["begrip:maatwerk", "begrippen/maatwerk/", "over/"])
def test_een_verhuisd_adres_is_goed(tmp_path: Path, naar: str) -> None:
    rij: Ruw = {"van": "begrippen/weg/", "naar": naar, "datum": "2026-11-01"}
    assert _fouten(tmp_path, "begrippen/weg/", verhuisd=[rij]) == []


def test_een_ingetrokken_adres_is_goed(tmp_path: Path) -> None:
    rij: Ruw = {"van": "begrippen/weg/", "titel": "Weg", "datum": "2026-11-01", "reden": ZIN}
    assert _fouten(tmp_path, "begrippen/weg/", ingetrokken=[rij]) == []


@pytest.mark.parametrize(
    "adres",
    ["leerpunten-per-status/weg/", "zoeken/q/", "keuzehulp/weg/", "gemeenten/gm0362/"],
)
def test_wat_met_de_gegevens_komt_en_gaat_leidt_vanzelf_verder(tmp_path: Path, adres: str) -> None:
    assert _fouten(tmp_path, adres) == []


@pytest.mark.parametrize(
    ("rij", "wat"),
    [
        ({"van": "begrippen/maatwerk/", "naar": "over/"}, "staat een pagina"),
        ({"van": "begrippen/weg/", "naar": "begrip:er-niet"}, "bestaat niet"),
        ({"van": "begrippen/weg/", "naar": "er/niet/"}, "bestaat niet"),
    ],
)
def test_een_regel_die_niet_klopt_is_een_fout(tmp_path: Path, rij: Ruw, wat: str) -> None:
    (fout,) = _fouten(tmp_path, verhuisd=[rij | {"datum": "2026-11-01"}])
    assert wat in fout.wat
    assert fout.bestand == "data/oude-adressen.yml"


def test_een_adres_staat_een_keer_bij_de_oude(tmp_path: Path) -> None:
    rij: Ruw = {"van": "begrippen/weg/", "naar": "over/", "datum": "2026-11-01"}
    fouten = _fouten(tmp_path, verhuisd=[rij, rij])
    assert [fout.wat for fout in fouten] == ["„begrippen/weg/” staat er vaker"] * 2


def test_voor_publicatie_is_elk_adres_vastgelegd(tmp_path: Path) -> None:
    corpus = maak_volledig()
    nieuw = niet_vastgelegd(corpus, tmp_path)
    assert "wetten/participatiewet/" in nieuw
    assert "begrippen/maatwerk/" not in nieuw
    assert [*omleidingen(corpus, adressen(corpus, tmp_path))] == []
