"""What is kept word for word is noticed when it changes, and reads well."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.error import Error
from tests import kept


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    monkeypatch.setenv(kept.ANEW, "1")
    kept.same("proef", {"een": "eens\n", "a/twee": "twee\n"})
    monkeypatch.delenv(kept.ANEW)
    return tmp_path


def test_what_is_the_same_passes() -> None:
    kept.same("proef", {"een": "eens\n", "a/twee": "twee\n"})


@pytest.mark.parametrize(
    "made",
    [{"een": "anders\n", "a/twee": "twee\n"}, {"een": "eens\n"}, {"een": "eens\n", "drie": ""}],
    ids=["changed", "gone", "new"],
)
def test_what_changed_is_shown_with_the_command(made: dict[str, str]) -> None:
    with pytest.raises(AssertionError, match="make bewaar"):
        kept.same("proef", made)


def test_another_file_never_reads_the_same() -> None:
    files = ("<a><b>", "<a>\n<b>", "<a>\n\n<b>", "<a><b>\n", '["a","b"]', '["a",\n"b"]', "a\r\n")
    texts = [kept.readable(tekst.encode()) for tekst in files]
    assert len({*texts}) == len(files)
    assert texts[0] == "<a>\n<b>\n"


def test_a_message_that_changed_is_noticed(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = request.node
    said = kept.Said()
    with monkeypatch.context() as patch:
        said.listen(patch)
        Error("data/x.yml", 1, 2, "veld", "is leeg", "vul het in")
    assert said.lines() == ["data/x.yml | 1 | 2 | veld | is leeg | vul het in"]
    monkeypatch.setenv(kept.ANEW, "1")
    kept.as_said(item, said.lines())
    monkeypatch.delenv(kept.ANEW)
    kept.as_said(item, said.lines())
    with pytest.raises(AssertionError, match="make bewaar"):
        kept.as_said(item, ["data/x.yml | 1 | 2 | veld | is weg | vul het in"])
