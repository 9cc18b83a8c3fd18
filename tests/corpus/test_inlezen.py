from __future__ import annotations

from pathlib import Path

import pytest

from macros.corpus.corpus import TABELLEN, Corpus
from macros.corpus.inlezen import lees_corpus
from macros.load.fout import Fout
from tests.fabriek import als_yaml, een_van_elk, maak_corpus, maak_wet, schrijf

LOSSE_BESTANDEN = [tabel.bestandsnaam for tabel in TABELLEN]


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """Return a root with a small ``data/`` in which everything fits."""
    schrijf(maak_corpus(*een_van_elk()), tmp_path)
    return tmp_path


def fouten_van(wortel: Path) -> list[Fout]:
    corpus, fouten = lees_corpus(wortel)
    assert corpus is None
    assert all(fout.regel > 0 and fout.wat and fout.herstel for fout in fouten)
    return fouten


def test_wat_geschreven_is_wordt_gelezen(klein: Path) -> None:
    corpus, fouten = lees_corpus(klein)
    assert fouten == []
    assert isinstance(corpus, Corpus)
    verwacht = maak_corpus(*een_van_elk())
    assert dict(corpus.records) == dict(verwacht.records)
    assert corpus.gemeentetabel == verwacht.gemeentetabel
    assert set(corpus.gelezen) == set(verwacht.gelezen)


def test_een_record_staat_onder_zijn_bestandsnaam(klein: Path) -> None:
    """So that a wrong id in the file shows, and two files can never claim one id."""
    (klein / "data/wetten/pw.yml").write_text(als_yaml(maak_wet()), encoding="utf-8")
    corpus, _ = lees_corpus(klein)
    assert corpus is not None
    assert {"wet:pw", "wet:participatiewet"} <= set(corpus.records)
    assert corpus.gelezen["wet:pw"].bestand.naam == "data/wetten/pw.yml"


def test_alle_fouten_uit_alle_bestanden_tegelijk(klein: Path) -> None:
    data = klein / "data"
    (data / "wetten/leeg.yml").write_text("", encoding="utf-8")
    (data / "begrippen/dubbel.yml").write_text("id: a\nid: b\n", encoding="utf-8")
    (data / "site.yml").unlink()
    fouten = fouten_van(klein)
    assert {fout.bestand for fout in fouten} == {
        "data/wetten/leeg.yml",
        "data/begrippen/dubbel.yml",
        "data/site.yml",
    }
    dubbel = [fout.wat for fout in fouten if fout.bestand == "data/begrippen/dubbel.yml"]
    assert "staat twee keer in hetzelfde blok" in dubbel
    assert "ontbreekt" in dubbel


@pytest.mark.parametrize("naam", LOSSE_BESTANDEN)
def test_een_los_bestand_mag_niet_ontbreken(klein: Path, naam: str) -> None:
    (klein / "data" / naam).unlink()
    (fout,) = fouten_van(klein)
    assert fout == Fout(f"data/{naam}", 1, 1, "", "bestand ontbreekt", "maak het aan")


@pytest.mark.parametrize(
    ("naam", "herstel"),
    [
        ("wetten/pw.yaml", "eindig op .yml"),
        ("weten/pw.yml", "bedoelde u „wetten”?"),
        ("wetten/oud/pw.yml", "mappen:"),
        ("los.yml", "mappen:"),
        ("wetten/.DS_Store", "eindig op .yml"),
    ],
)
def test_een_bestand_dat_niemand_zou_lezen(klein: Path, naam: str, herstel: str) -> None:
    pad = klein / "data" / naam
    pad.parent.mkdir(exist_ok=True)
    pad.write_text("id: wet:pw\n", encoding="utf-8")
    (fout,) = fouten_van(klein)
    assert (fout.bestand, fout.wat) == (f"data/{naam}", "dit bestand hoort hier niet")
    assert herstel in fout.herstel


def test_een_lege_map_breekt_niets(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    fouten = fouten_van(tmp_path)
    assert [fout.bestand for fout in fouten] == [f"data/{naam}" for naam in LOSSE_BESTANDEN]


def test_een_verkeerde_werkmap_is_een_melding(tmp_path: Path) -> None:
    (fout,) = fouten_van(tmp_path)
    assert (fout.bestand, fout.wat) == ("data", "deze map ontbreekt hier")
    assert "ga naar de map van de kennisbank" in fout.herstel


def test_een_verwijzing_naar_niets_en_een_map_die_op_een_record_lijkt(klein: Path) -> None:
    (klein / "data/wetten/weg.yml").symlink_to(klein / "bestaat-niet.yml")
    (klein / "data/wetten/map.yml").mkdir()
    assert [(fout.bestand, fout.wat) for fout in fouten_van(klein)] == [
        ("data/wetten/map.yml", "bestand ontbreekt"),
        ("data/wetten/weg.yml", "bestand ontbreekt"),
    ]
