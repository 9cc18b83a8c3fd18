from __future__ import annotations

import pytest

from macros.check.synoniemen import synoniem_leidt_ergens_heen
from tests.factory import RawBlock, make_begrip, make_corpus, make_gemeente, only, pointed_at

BEGRIP = make_begrip("knelpunt", titel="Knelpunten in regels", ook=["obstakel"])


@pytest.mark.parametrize(
    ("groep", "veld"),
    [
        ({"termen": ["zwembad", "badhuis"]}, "termen"),
        ({"termen": ["obstakel"], "gebruik": "zwembad"}, "gebruik"),
        ({"termen": ["hobbel"], "gebruik": "knelpunten in zwembaden"}, "gebruik"),
    ],
)
def test_synoniem_leidt_ergens_heen_bites(groep: RawBlock, veld: str) -> None:
    error = only(synoniem_leidt_ergens_heen, corpus := make_corpus(BEGRIP, synoniemen=[groep]))
    assert error.file == "data/synoniemen.yml"
    assert error.veld == f"synoniemen[1].{veld}"
    assert "staat op geen enkele pagina" in error.wat
    assert pointed_at(corpus, error)


def test_synoniem_leidt_ergens_heen_bites_on_a_single_word() -> None:
    corpus = make_corpus(BEGRIP, synoniemen=[{"termen": ["obstakel"]}])
    assert only(synoniem_leidt_ergens_heen, corpus).wat.startswith("heeft maar één term")


@pytest.mark.parametrize(
    "groep",
    [
        {"termen": ["hobbel", "obstakel"]},
        {"termen": ["hobbel"], "gebruik": "Knelpunt"},
        {"termen": ["hobbel"], "gebruik": "regels knelpunt"},
        {"termen": ["fryslan"], "gebruik": "Súdwest-Fryslân"},
    ],
)
def test_synoniem_leidt_ergens_heen_does_not_over_bite(groep: RawBlock) -> None:
    gemeente = make_gemeente("GM1900", naam="Súdwest-Fryslân")
    corpus = make_corpus(BEGRIP, gemeenten=[gemeente], synoniemen=[groep])
    assert list(synoniem_leidt_ergens_heen(corpus)) == []
