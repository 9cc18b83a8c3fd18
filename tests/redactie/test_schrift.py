"""A file that a command changes keeps every byte that the change is not about."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.boom import lees_tekst
from macros.redactie.schrift import Blok, als_tekst, bewerk

TEKST = """\
# Boven
id: begrip:x  # erachter
titel: 'Een: titel'
samenvatting: Een lange zin die over
  twee regels loopt.

uitleg:
- tekst: "Aangehaald."
  bronnen: [A, B]   # twee
  stand: 2024-04-22
zoektermen:
  - een
  # tussen
  - twee
# Onder
"""


def test_wat_niets_verandert_geeft_dezelfde_bytes() -> None:
    assert bewerk(TEKST, lambda _: None) == TEKST


def test_alleen_de_regel_van_het_veld_verandert() -> None:
    nieuw = bewerk(TEKST, lambda boom: boom.__setitem__("titel", "Anders"))
    assert nieuw == TEKST.replace("'Een: titel'", "Anders")


def test_een_lijst_die_anders_inspringt_blijft_te_lezen() -> None:
    def verander(boom: Blok) -> None:
        boom["uitleg"].append({"tekst": "Nieuw."})

    nieuw = bewerk(TEKST, verander)
    bestand, fouten = lees_tekst(nieuw, "x.yml")
    assert fouten == []
    assert bestand is not None
    assert isinstance(bestand.waarde, dict)
    assert [rij["tekst"] for rij in bestand.waarde["uitleg"]] == ["Aangehaald.", "Nieuw."]
    assert "# tussen" in nieuw


def test_een_nieuw_bestand_ziet_eruit_zoals_een_redacteur_het_typt() -> None:
    velden = {"id": "begrip:x", "datum": "2024-04-22", "bronnen": ["A", "B"], "zin": "Ja: nee."}
    assert als_tekst(velden) == (
        "id: begrip:x\ndatum: 2024-04-22\nbronnen: [A, B]\nzin: 'Ja: nee.'\n"
    )


def _mappen(wortel: Path) -> list[list[Path]]:
    data = wortel / "data"
    mappen = [sorted(map_.glob("*.yml")) for map_ in sorted(data.iterdir()) if map_.is_dir()]
    return [*mappen, sorted(data.glob("*.yml"))]


MAPPEN = _mappen(Path(__file__).resolve().parents[2])


@pytest.mark.parametrize("bestanden", MAPPEN, ids=lambda bestanden: bestanden[0].parent.name)
def test_een_veld_erbij_laat_elk_bestand_verder_zoals_het_was(bestanden: list[Path]) -> None:
    for pad in bestanden:
        tekst = pad.read_text(encoding="utf-8")
        nieuw = bewerk(tekst, lambda boom: boom.__setitem__("proefveld", "nieuw"))
        assert nieuw == f"{tekst}proefveld: nieuw\n", pad
