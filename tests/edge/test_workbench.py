"""What a build that stays at work hands over, keeps and tells; the making itself is played."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import pytest
from mkdocs.exceptions import Abort

from macros.edge import surroundings, workshop
from macros.edge.blame import place_of
from macros.edge.unchanged import code
from macros.edge.workshop import Workshop, from_exception
from macros.exports.file import Output
from macros.load.cache import Cache
from macros.load.error import Error
from macros.site.register import DuplicatePathError
from macros.site.shell import ShellError
from macros.site.take_along import TakeAlongError
from macros.site.told import Surroundings

AROUND = Surroundings((), "", {}, {}, {})
PAGES, REST = [Output("a.html", b"a"), Output("b.html", b"b")], [Output("c.json", b"c")]
Play = dict[str, Callable[..., Any]]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Return the parts of a build, each played by something that can be replaced."""
    parts: Play = {
        "inspect": lambda *_: (object(), []),
        "surroundings": lambda *_: AROUND,
        "whole_site": lambda *_, **__: (iter(PAGES), iter(REST)),
    }
    for naam in parts:
        monkeypatch.setattr(workshop, naam, lambda *a, naam=naam, **o: parts[naam](*a, **o))
    return parts


def _counted(ran: list[Path]) -> Callable[[Path, object], Surroundings]:
    """Return what plays MkDocs, and writes down that it ran."""

    def run(root: Path, _: object) -> Surroundings:
        ran.append(root)
        return AROUND

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for naam in ("docs/index.md", "macros/pages/templates/a.j2", "mkdocs.yml"):
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).write_text(naam)
    return tmp_path


def _build(shop: Workshop) -> tuple[Sequence[Error], list[tuple[dict[str, bytes], bool]]]:
    shown: list[tuple[dict[str, bytes], bool]] = []

    def show(made: Mapping[str, bytes], everything: bool) -> None:  # noqa: FBT001 - see Show
        shown.append((dict(made), everything))

    return shop.build(show), shown


def test_the_pages_come_first_and_then_everything(project: Path, play: Play) -> None:
    assert play
    pages = {"a.html": b"a", "b.html": b"b"}
    assert _build(Workshop(project)) == ([], [(pages, False), ({**pages, "c.json": b"c"}, True)])


def test_what_is_wrong_in_the_data_is_told_in_order_and_once(project: Path, play: Play) -> None:
    first, last = (Error("data/a.yml", regel, 1, "", "is fout", "doe dat") for regel in (1, 2))
    for corpus in (None, object()):
        play["inspect"] = lambda *_, corpus=corpus: (corpus, [last, first, last])
        assert _build(Workshop(project)) == ([first, last], [])
    play["inspect"] = lambda *_: (None, [])
    assert _build(Workshop(project)) == ([], [])


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (Abort("\nHet menu klopt niet.\n    Herstel\n  het menu."), "Herstel het menu."),
        (click.ClickException("Het menu klopt niet."), "zie de melding"),
        (ShellError("Het menu klopt niet."), "zie de melding"),
        (DuplicatePathError("Het menu klopt niet.\n kies"), "kies"),
        (TakeAlongError("Het menu klopt niet.\n kies"), "kies"),
    ],
    ids=["abort", "click", "shell", "twice", "along"],
)
def test_what_the_assembler_says_is_a_message(
    error: Exception, remedy: str, project: Path, play: Play
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    play["whole_site"] = refuse
    ((told,), shown) = _build(Workshop(project))
    assert told == Error("mkdocs.yml", 1, 1, "", "Het menu klopt niet.", remedy)
    assert shown == []


def test_any_other_mistake_is_told_at_its_place(project: Path, play: Play) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise KeyError("sleutel")

    play["whole_site"] = refuse
    ((told,), _) = _build(Workshop(project))
    assert told.wat == "KeyError: 'sleutel'"
    assert (told.file, told.regel, told.column) == ("macros", 1, 1)
    assert told.remedy == "herstel deze regel; meer staat in het venster waarin make serve draait"


def test_what_mkdocs_makes_is_made_again_where_it_may_differ(project: Path, play: Play) -> None:
    ran: list[Path] = []
    play["surroundings"] = _counted(ran)
    shop = Workshop(project)
    _build(shop)
    _build(shop)
    assert ran == [project]
    (project / "docs/index.md").write_text("anders")
    _build(shop)
    assert ran == [project, project]


def test_with_other_templates_it_begins_anew_but_reads_nothing_again(
    project: Path, play: Play
) -> None:
    assert play
    shop = Workshop(project)
    _build(shop)
    before = shop.memory
    _build(shop)
    assert shop.memory is before
    (project / "macros/pages/templates/a.j2").write_text("anders")
    _build(shop)
    assert shop.memory is not before
    assert shop.memory.readings is before.readings


@pytest.mark.parametrize("same", [True, False])
def test_only_what_this_code_made_is_left(project: Path, play: Play, *, same: bool) -> None:
    assert play
    place = project / "hier"
    cache = Cache(place, code() if same else "andere code")
    cache.put(b"sleutel", b"waarde")
    _build(Workshop(project, cache))
    assert place.exists() is same


def test_a_build_for_once_asks_mkdocs_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Path] = []
    monkeypatch.setattr(surroundings, "_run", _counted(ran))

    class Remembering:
        cache = Cache()

    def ask(root: Path) -> Surroundings:
        return surroundings.surroundings(root, Remembering)  # type: ignore[arg-type]  # its cache only

    assert ask(project) == ask(project) == AROUND
    assert len(ran) == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    ask(project)
    assert len(ran) == 2
    for naam in ("data/site.yml", "macros/theme/x.html", "mkdocs.yml", "docs/nieuw.md"):
        (project / naam).parent.mkdir(parents=True, exist_ok=True)
        (project / naam).write_text("anders")
        ask(project)
    assert len(ran) == 6
    (project / "macros/pages/templates/a.j2").write_text("anders")
    ask(project)
    assert len(ran) == 6


def _raised(act: Callable[[], object]) -> Exception:
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError


def test_a_mistake_is_where_it_says_or_else_where_our_own_code_was(tmp_path: Path) -> None:
    said = SyntaxError("kapot", (str(tmp_path / "macros/x.py"), 7, 1, ""))
    assert place_of(said, tmp_path) == ("macros/x.py", 7)
    installed = SyntaxError("kapot", (str(tmp_path / ".venv/lib/x.py"), 7, 1, ""))
    assert place_of(installed, tmp_path) == (str(tmp_path / ".venv/lib/x.py"), 7)
    here = Path(__file__)
    place = place_of(_raised(lambda: Path("bestaat niet").read_text()), here.parent)
    line = here.read_text(encoding="utf-8").splitlines().index("        act()") + 1
    assert place[0] == here.name
    assert place[1] > line
    assert place_of(_raised(lambda: int("x")), here.parents[2])[0] == "tests/edge/test_workbench.py"
    assert place_of(_raised(lambda: int("x")), tmp_path) == ("macros", 1)
    nameless = SyntaxError("kapot", (None, 7, 1, ""))
    assert place_of(nameless, tmp_path) == ("macros", 1)
    assert from_exception(said, tmp_path).regel == 7
