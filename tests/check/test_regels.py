"""The rules as a whole: each is tested both ways, and they run together."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from macros import check
from macros.check.regel import Regel
from macros.check.regels import REGELS, controleer
from macros.model.soorten import Bestandsrecord
from tests.fabriek import (
    een_van_elk,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_corpus,
    maak_wet,
)

NAMEN = [regel.naam for regel in REGELS]


@pytest.mark.parametrize("regel", REGELS, ids=NAMEN)
def test_elke_regel_heeft_beide_tests(regel: Regel) -> None:
    module = regel.controle.__module__.rpartition(".")[2]
    pad = Path(__file__).with_name(f"test_{module}.py")
    assert pad.is_file(), f"schrijf {pad.name}"
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    namen = {knoop.name for knoop in boom.body if isinstance(knoop, ast.FunctionDef)}
    gevraagd = {f"test_{regel.naam}_bijt", f"test_{regel.naam}_bijt_niet_te_veel"}
    assert gevraagd <= namen


def test_elke_regel_doet_mee() -> None:
    """A rule that somebody wrote but forgot to list would never run."""
    geschreven = set()
    for pad in Path(next(iter(check.__path__))).glob("*.py"):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        geschreven |= {
            knoop.name
            for knoop in boom.body
            if isinstance(knoop, ast.FunctionDef)
            and not knoop.name.startswith("_")
            and knoop.returns is not None
            and ast.unparse(knoop.returns) == "Iterator[Fout]"
        }
    assert geschreven == set(NAMEN)
    assert len(NAMEN) == len(set(NAMEN))


@pytest.mark.parametrize("regel", REGELS, ids=NAMEN)
def test_elke_regel_legt_uit_wat_hij_wil(regel: Regel) -> None:
    assert regel.controle.__doc__
    for zin in (regel.eis, regel.herstel):
        assert re.fullmatch(r"[A-Z‘].*[.]", zin), zin
    assert re.fullmatch(r"[a-z].*[a-z]", regel.bereik)


def test_no_two_rules_ask_the_same() -> None:
    assert len({regel.eis for regel in REGELS}) == len(REGELS)


def test_een_kloppend_corpus_geeft_geen_enkele_fout() -> None:
    assert controleer(maak_corpus(*een_van_elk())) == []


def test_alles_tegelijk_en_op_volgorde() -> None:
    fouten = controleer(
        maak_corpus(
            *een_van_elk(),
            maak_wet("algemeen", bwb_id=None, titel="Algemeen", zoektermen=[]),
            maak_begrip("zaak", zie=["wet:weg"], let_op=[maak_bewering(stand=2030)]),
        )
    )
    assert [(fout.bestand, fout.veld) for fout in fouten] == [
        ("data/begrippen/zaak.yml", "let_op[1].stand"),
        ("data/begrippen/zaak.yml", "zie[1]"),
        ("data/wetten/algemeen.yml", "zoektermen"),
        ("data/wetten/algemeen.yml", "bwb_id"),
    ]
    assert all(fout.regel > 0 and fout.kolom > 0 and fout.herstel for fout in fouten)


@pytest.mark.parametrize("regel", REGELS, ids=NAMEN)
def test_een_verkeerd_id_brengt_geen_regel_ten_val(regel: Regel) -> None:
    """Whatever else is wrong with that record, the id is told first and nothing raises."""
    fout_id: dict[str, Bestandsrecord] = {
        "bron:K81": maak_bron("K84", url=None, geraadpleegd="2030-01-01"),
        "wet:b": maak_wet("c", bwb_id=None, zoektermen=[]),
    }
    fouten = controleer(maak_corpus(*een_van_elk(), onder=fout_id), [regel])
    assert [fout.bestand for fout in fouten] == ["data/bronnen/K81.yml", "data/wetten/b.yml"]
    assert {fout.veld for fout in fouten} == {"id"}
