"""The rules as a whole: each is tested both ways, and they run together."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from macros import check
from macros.check import regels
from macros.check.regel import Regel
from macros.check.regels import REGELS, run_rules
from macros.load.error import Error
from macros.model.soorten import Bestandsrecord
from tests.factory import (
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    make_leerpunt,
    make_wet,
    one_of_each,
)

NAMEN = [regel.naam for regel in REGELS]


@pytest.mark.parametrize("regel", REGELS, ids=NAMEN)
def test_every_rule_has_both_tests(regel: Regel) -> None:
    module = regel.check.__module__.rpartition(".")[2]
    pad = Path(__file__).with_name(f"test_{module}.py")
    assert pad.is_file(), f"schrijf {pad.name}"
    tree = ast.parse(pad.read_text(encoding="utf-8"))
    namen = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    asked = {f"test_{regel.naam}_bites", f"test_{regel.naam}_does_not_over_bite"}
    assert asked <= namen


def test_every_rule_takes_part() -> None:
    """A rule that somebody wrote but forgot to list would never run."""
    written = set()
    for pad in Path(next(iter(check.__path__))).glob("*.py"):
        tree = ast.parse(pad.read_text(encoding="utf-8"))
        written |= {
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef)
            and not node.name.startswith("_")
            and node.returns is not None
            and ast.unparse(node.returns) == "Iterator[Error]"
        }
    assert written == set(NAMEN)
    assert len(NAMEN) == len(set(NAMEN))


@pytest.mark.parametrize("regel", REGELS, ids=NAMEN)
def test_every_rule_explains_what_it_wants(regel: Regel) -> None:
    assert regel.check.__doc__
    for zin in (regel.asks, regel.remedy):
        assert re.fullmatch(r"[A-Z‘].*[.]", zin), zin
    assert re.fullmatch(r"[a-z].*[a-z]", regel.scope)


def test_no_two_rules_ask_the_same() -> None:
    assert len({regel.asks for regel in REGELS}) == len(REGELS)


def test_a_correct_corpus_gives_no_errors() -> None:
    assert run_rules(make_corpus(*one_of_each())) == []


def test_all_errors_come_at_once_and_in_order() -> None:
    errors = run_rules(
        make_corpus(
            *one_of_each(),
            make_wet("algemeen", bwb_id=None, titel="Algemeen", zoektermen=[]),
            make_begrip("zaak", zie=["wet:weg"], let_op=[make_bewering(stand=2030)]),
        )
    )
    assert [(error.file, error.veld) for error in errors] == [
        ("data/begrippen/zaak.yml", "let_op[1].stand"),
        ("data/begrippen/zaak.yml", "zie[1]"),
        ("data/wetten/algemeen.yml", "zoektermen"),
        ("data/wetten/algemeen.yml", "bwb_id"),
    ]
    assert all(error.regel > 0 and error.column > 0 and error.remedy for error in errors)


def _messages(*records: Bestandsrecord) -> list[tuple[str, str]]:
    known = [record for record in one_of_each() if record.id not in {one.id for one in records}]
    errors = run_rules(make_corpus(*known, *records))
    return [(error.veld, error.wat) for error in errors]


def test_a_mistyped_source_has_one_message() -> None:
    """No bron is left that is primary, and none that is about PMM: both follow from the typo."""
    situatie = make_bewering(bronnen=["N24"], zekerheid="primair")
    good = make_leerpunt(herkomst="pmm", situatie=[situatie])
    assert _messages(good) == []
    typo = make_leerpunt(herkomst="pmm", situatie=[{**situatie, "bronnen": ["N42"]}])
    assert [veld for veld, _ in _messages(typo)] == ["situatie[1].bronnen[1]"]


def test_a_source_that_is_unused_by_a_typo_is_not_to_be_removed() -> None:
    only_here = make_bron("VAL22", titel="Alleen hier")
    good = make_begrip("zaak", let_op=[make_bewering(bronnen=["VAL22"])])
    assert _messages(only_here, good) == []
    typo = make_begrip("zaak", let_op=[make_bewering(bronnen=["VALL22"])])
    assert [veld for veld, _ in _messages(only_here, typo)] == ["let_op[1].bronnen[1]"]
    # What nothing resembles is another matter.
    other = make_begrip("zaak", let_op=[make_bewering(bronnen=["QQQQQ"])])
    assert [veld for veld, _ in _messages(only_here, other)] == ["let_op[1].bronnen[1]", "id"]


def test_what_names_a_source_that_does_not_exist_waits_for_it() -> None:
    unknown = Error("data/a.yml", 2, 1, "notas[1].bron", "onbekende verwijzing „bron:QQ9”", "kies")
    follows = Error("data/b.yml", 7, 1, "x.veld", "er rust geen bewering op QQ9", "zet die erbij")
    other = Error("data/b.yml", 7, 1, "x.veld", "er rust geen bewering op QQ90", "zet die erbij")
    assert regels._follows(follows, unknown)  # noqa: SLF001  one step of the run, apart
    assert not regels._follows(other, unknown)  # noqa: SLF001


def test_what_else_is_wrong_than_a_mistyped_source_is_told_as_well() -> None:
    second = make_bewering(stand=2030)
    typo = make_leerpunt(situatie=[make_bewering(bronnen=["N42"]), second])
    velden = [veld for veld, _ in _messages(typo)]
    assert velden == ["situatie[1].bronnen[1]", "situatie[2].stand"]


@pytest.mark.parametrize("regel", REGELS, ids=NAMEN)
def test_a_wrong_id_brings_no_rule_down(regel: Regel) -> None:
    """Whatever else is wrong with that record, the id is told first and nothing raises."""
    wrong_id: dict[str, Bestandsrecord] = {
        "bron:K81": make_bron("K84", url=None, geraadpleegd="2030-01-01"),
        "wet:b": make_wet("c", bwb_id=None, zoektermen=[]),
    }
    errors = run_rules(make_corpus(*one_of_each(), under=wrong_id), [regel])
    assert [error.file for error in errors] == ["data/bronnen/K81.yml", "data/wetten/b.yml"]
    assert {error.veld for error in errors} == {"id"}
