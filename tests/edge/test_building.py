"""When there is a build, what it leaves, and the report of where its time goes."""

from __future__ import annotations

import cProfile
import importlib
import io
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from macros.edge import making
from macros.edge.building import GEBRUIK, GOOD, STAPPEN, _report, main
from macros.load.cache import Cache
from macros.load.tree import read_bytes


@pytest.mark.parametrize(("file", "function"), [stap[1:] for stap in STAPPEN])
def test_each_step_of_the_report_is_a_function(file: str, function: str) -> None:
    room = "mkdocs" if file.startswith("commands/") else "macros"
    module = importlib.import_module(f"{room}.{file.removesuffix('.py').replace('/', '.')}")
    class_names = [part for part in vars(module).values() if isinstance(part, type)]
    assert any(function in vars(part) for part in (module, *class_names))


def test_only_a_step_that_ran_has_a_time(root: Path) -> None:
    profile = cProfile.Profile()
    profile.runcall(read_bytes, (root / "data/gemeenten.yml").read_bytes(), "gemeenten.yml")
    regels = {regel[18:]: float(regel.split()[0]) for regel in _report(profile)}
    assert regels["… waarvan YAML"] == regels["samen"] > 0
    assert regels["zoekindex"] == 0


class Play:
    """A project with a build that is played: what it was asked, and what it comes to."""

    def __init__(self, root: Path) -> None:
        self.root, self.status = root, GOOD
        self.built: list[Path] = []
        self.meanwhile = ""

    def build_whole(self, naar: Path, _: Cache) -> int:
        """Make a site of one page, and let an editor save something meanwhile."""
        self.built.append(naar)
        naar.mkdir(exist_ok=True)
        (naar / "index.html").write_text(str(len(self.built)))
        if self.meanwhile:
            (self.root / "data/a.yml").write_text(self.meanwhile)
        return self.status


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.yml").write_text("a")
    monkeypatch.chdir(tmp_path)
    played = Play(tmp_path)
    monkeypatch.setattr(making, "build_whole", played.build_whole)
    return played


Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize("given", [[], ["--profiel"], ["a", "b"], ["--help"], ["-x", "--profiel"]])
def test_what_is_no_folder_is_told(given: list[str], play: Play, capsys: Output) -> None:
    assert main(given) == GEBRUIK
    assert capsys.readouterr().err
    assert play.built == []


def test_nothing_is_built_until_something_changes(play: Play, capsys: Output) -> None:
    for changed, times in (("", 1), ("", 1), ("b", 2), ("", 2)):
        if changed:
            (play.root / "data/a.yml").write_text(changed)
        assert main(["site"]) == GOOD
        assert len(play.built) == times
    assert capsys.readouterr().err.count("Er is niets veranderd: site/ is al bij.") == 2


def test_what_failed_or_was_overtaken_is_built_again(play: Play) -> None:
    play.status = 1
    assert [main(["site"]), main(["site"]), len(play.built)] == [1, 1, 2]
    play.status, play.meanwhile = GOOD, "b"
    assert [main(["site"]), len(play.built)] == [GOOD, 3]
    play.meanwhile = ""
    assert [main(["site"]), len(play.built)] == [GOOD, 4]
    assert [main(["site"]), len(play.built)] == [GOOD, 4]


def test_who_asks_for_the_times_gets_a_build_and_a_line_for_each_step(play: Play) -> None:
    assert main(["site"]) == GOOD
    screen = io.StringIO()
    with redirect_stderr(screen):
        assert main(["--profiel", "site"]) == GOOD
    assert len(play.built) == 2
    lines = [regel[18:] for regel in screen.getvalue().splitlines()]
    assert lines == [*(naam for naam, *_ in STAPPEN), "samen"]
