"""What the command refuses, the build refuses, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.corpus.memory import Memory
from macros.site.inspection import inspect
from tests.building import build, make_copy
from tests.factory import make_complete_corpus, write
from tests.test_cli import write_docs


@pytest.mark.bouwt
def test_a_page_that_the_command_refuses_is_not_built(root: Path, tmp_path: Path) -> None:
    zinnen = {
        "docs/over/index.md": "De Participatiewet geldt sinds 1 januari 2015.",
        "docs/privacy.md": "Kies bij meer filters tegelijk.",
    }
    copy = make_copy(root, tmp_path / "kopie")
    for pad, zin in zinnen.items():
        with (copy / pad).open("a", encoding="utf-8") as file:
            file.write(f"\n{zin}\n")
    _, errors = inspect(copy)
    assert {error.file for error in errors} == set(zinnen)
    uitkomst = build(copy, tmp_path / "site")
    assert uitkomst.status != 0
    assert [error.wat for error in errors if error.wat not in uitkomst.all_exports] == []


def test_what_holds_is_not_refused(root: Path, memory: Memory) -> None:
    corpus, errors = inspect(root, memory)
    assert corpus is not None
    assert errors == []


MACROS = '{{ keuzehulp() }} {{ keuzehulp_alles() }} {{ casusformulier() }} {{ begrip("maatwerk") }}'


@pytest.mark.parametrize(
    ("file", "old", "new", "wat"),
    [
        ("keuzehulp.yml", "begint: ", "begint: Weg ", "staat niet aan het begin"),
        ("keuzehulp.yml", "naar: ", "naar: weg-", "is geen vraag en geen uitkomst"),
        ("keuzehulp.yml", "naar: loket", "naar: begin", "in een kring"),
        ("begrippen/maatwerk.yml", "bronnen:\n  - ", "bronnen:\n  - Z", "onbekende verwijzing"),
        ("leerpunten/alo-kop.yml", "wet: wet:", "wet: wet:z", "onbekende verwijzing"),
        ("leerpunten/alo-kop.yml", ": organisatie:", ": organisatie:z", "onbekende verwijzing"),
        ("begrippen/maatwerk.yml", "id: begrip:maatwerk", "id: begrip:ander", "maatwerk"),
    ],
)
def test_what_a_rule_refuses_gives_no_traceback_where_a_page_rests_on_it(
    tmp_path: Path, file: str, old: str, new: str, wat: str
) -> None:
    write(make_complete_corpus(), tmp_path)
    write_docs(tmp_path, MACROS)
    assert inspect(tmp_path)[1] == []
    pad = tmp_path / "data" / file
    tekst = pad.read_text(encoding="utf-8")
    nummer = tekst[: tekst.index(old)].count("\n") + 1
    pad.write_text(tekst.replace(old, new, 1), encoding="utf-8")
    errors = [error for error in inspect(tmp_path)[1] if error.file == f"data/{file}"]
    assert any(wat in str(error) and 0 <= error.regel - nummer <= 1 for error in errors), errors


def test_a_macro_that_does_not_exist_is_told_while_the_data_are_wrong(tmp_path: Path) -> None:
    write(make_complete_corpus(), tmp_path)
    write_docs(tmp_path, "{{ begrp() }}")
    pad = tmp_path / "data/keuzehulp.yml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace("begint: ", "begint: Weg ", 1), encoding="utf-8")
    files = {error.file for error in inspect(tmp_path)[1]}
    assert {"data/keuzehulp.yml", "docs/index.md"} <= files
