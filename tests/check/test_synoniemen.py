from __future__ import annotations

import pytest

from macros.check.synoniemen import synoniem_leidt_ergens_heen
from tests.fabriek import Ruw, aangewezen, enige, maak_begrip, maak_corpus, maak_gemeente

BEGRIP = maak_begrip("knelpunt", titel="Knelpunten in regels", ook=["obstakel"])


@pytest.mark.parametrize(
    ("groep", "veld"),
    [
        ({"termen": ["zwembad", "badhuis"]}, "termen"),
        ({"termen": ["obstakel"], "gebruik": "zwembad"}, "gebruik"),
        ({"termen": ["hobbel"], "gebruik": "knelpunten in zwembaden"}, "gebruik"),
    ],
)
def test_synoniem_leidt_ergens_heen_bijt(groep: Ruw, veld: str) -> None:
    fout = enige(synoniem_leidt_ergens_heen, corpus := maak_corpus(BEGRIP, synoniemen=[groep]))
    assert fout.bestand == "data/synoniemen.yml"
    assert fout.veld == f"synoniemen[1].{veld}"
    assert "staat op geen enkele pagina" in fout.wat
    assert aangewezen(corpus, fout)


def test_synoniem_leidt_ergens_heen_bijt_bij_een_woord_alleen() -> None:
    corpus = maak_corpus(BEGRIP, synoniemen=[{"termen": ["obstakel"]}])
    assert enige(synoniem_leidt_ergens_heen, corpus).wat.startswith("heeft maar één term")


@pytest.mark.parametrize(
    "groep",
    [
        {"termen": ["hobbel", "obstakel"]},
        {"termen": ["hobbel"], "gebruik": "Knelpunt"},
        {"termen": ["hobbel"], "gebruik": "regels knelpunt"},
        {"termen": ["fryslan"], "gebruik": "Súdwest-Fryslân"},
    ],
)
def test_synoniem_leidt_ergens_heen_bijt_niet_te_veel(groep: Ruw) -> None:
    gemeente = maak_gemeente("GM1900", naam="Súdwest-Fryslân")
    corpus = maak_corpus(BEGRIP, gemeenten=[gemeente], synoniemen=[groep])
    assert list(synoniem_leidt_ergens_heen(corpus)) == []
