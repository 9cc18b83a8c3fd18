"""What a build comes to, however it ends: the status, and what is said."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from mkdocs.exceptions import Abort

from macros.edge import making
from macros.edge.making import AFGEBROKEN, ERROR, GOOD, build_whole
from macros.load.cache import Cache
from macros.site.register import DuplicatePathError
from macros.site.shell import ShellError
from macros.site.take_along import TakeAlongError

Build = Callable[[Exception | None], int]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/oud.html").write_text("oud")
    return tmp_path / "site"


@pytest.fixture
def build(site: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Return how to build a site of one page that ends in an error, or in none."""

    def whole(error: Exception | None) -> int:
        def make(folder: Path, _: Cache) -> None:
            (folder / "nieuw.html").write_text("nieuw")
            if error is not None:
                raise error

        monkeypatch.setattr(making, "_build", make)
        return build_whole(site, Cache())

    return whole


def test_what_is_whole_takes_the_place_of_the_old_site(site: Path, build: Build) -> None:
    assert build(None) == GOOD
    assert [pad.name for pad in site.iterdir()] == ["nieuw.html"]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (click.Abort(), AFGEBROKEN),
        (Abort("\nEr is iets mis."), ERROR),
        (OSError(errno.ENOSPC, "vol"), ERROR),
    ],
    ids=["ctrl-c", "mistake", "full"],
)
def test_what_goes_wrong_is_told_and_leaves_the_old_site(
    error: Exception, status: int, site: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(error) == status
    assert "".join(capsys.readouterr())
    assert [pad.name for pad in site.iterdir()] == ["oud.html"]


@pytest.mark.parametrize("kind", [ShellError, DuplicatePathError, TakeAlongError])
def test_what_the_assembler_refuses_is_told_as_a_mistake(
    kind: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "inspect", lambda *_: (object(), []))

    def refuse(*_: object) -> None:
        raise kind("zo niet")

    monkeypatch.setattr(making, "surroundings", refuse)
    with pytest.raises(Abort, match="zo niet"):
        making._build(tmp_path, Cache())  # noqa: SLF001 - a whole build takes as long as a site


def test_while_the_data_are_wrong_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "inspect", lambda *_: (object(), ["data/x.yml:1:1  zo niet"]))
    monkeypatch.setattr(making, "report", "\n".join)
    with pytest.raises(Abort, match="zo niet"):
        making._build(tmp_path, Cache())  # noqa: SLF001 - idem
    monkeypatch.setattr(making, "inspect", lambda *_: (None, []))
    with pytest.raises(Abort):
        making._build(tmp_path, Cache())  # noqa: SLF001 - idem
