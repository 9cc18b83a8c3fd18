"""The data are looked at while the editor answers: she hears of a mistake at the next question."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.corpus.memory import Memory
from macros.redactie.looking import Looking, WrongDataError
from tests.factory import as_yaml, make_bron


def test_where_all_holds_every_question_is_asked(copy: Path) -> None:
    looking = Looking(copy, Memory())
    looking.wait()
    assert looking.before(lambda vraag: f"{vraag}!")("Klopt het?") == "Klopt het?!"


def test_a_mistake_that_was_there_stops_the_next_question(copy: Path) -> None:
    pad = copy / "data/begrippen/zaak.yml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace("begrip:maatwerk", "begrip:maatwrk"), encoding="utf-8")
    looking = Looking(copy, Memory())
    looking.wait()
    with pytest.raises(WrongDataError) as stopped:
        looking.before(lambda _: "ja")("Klopt het?")
    assert any("maatwrk" in str(error) for error in stopped.value.errors)


def test_a_file_that_goes_meanwhile_is_left_to_the_check_at_the_end(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("macros.redactie.looking.inspect", gone)
    looking = Looking(copy, Memory())
    looking.wait()
    assert looking.before(lambda _: "ja")("Klopt het?") == "ja"


def test_a_source_that_waits_for_its_first_use_is_no_mistake_yet(copy: Path) -> None:
    bron = make_bron("WACHT", titel="Een stuk dat wacht")
    (copy / "data/bronnen/WACHT.yml").write_text(as_yaml(bron), encoding="utf-8")
    looking = Looking(copy, Memory())
    looking.wait()
    assert looking.before(lambda _: "ja")("Klopt het?") == "ja"
