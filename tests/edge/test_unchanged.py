"""Where nothing changed nothing is built; whatever differs is seen."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.edge.unchanged import inputs, is_built, remember
from macros.load.cache import FOLDER
from tests.building import Uitkomst, build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a site that was just built."""
    for naam in ("data/a.yml", "docs/b.md", "macros/c.py", "mkdocs.yml", "site/x/index.html"):
        pad = tmp_path / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(naam)
    remember(tmp_path, tmp_path / "site", inputs(tmp_path))
    return tmp_path


def _is_built(project: Path) -> bool:
    return is_built(project, project / "site", inputs(project))


def test_what_was_just_built_is_built(project: Path) -> None:
    assert _is_built(project)
    os.utime(project / "data/a.yml", (1, 1))
    (project / "macros/__pycache__").mkdir()
    (project / "macros/__pycache__/c.pyc").write_text("x")
    (project / "elders.txt").write_text("x")
    assert _is_built(project)


def _fold(pad: Path) -> None:
    pad.unlink()
    pad.mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "data": lambda root: (root / "data/a.yml").write_text("anders"),
    "docs": lambda root: (root / "docs/nieuw.md").write_text(""),
    "code": lambda root: (root / "macros/c.py").unlink(),
    "menu": lambda root: (root / "mkdocs.yml").write_text("mkdocs.yml "),
    "name": lambda root: (root / "data/a.yml").rename(root / "data/b.yml"),
    "site": lambda root: (root / "site/x/index.html").write_text("site/x/index.htmk"),
    "less of the site": lambda root: (root / "site/x/index.html").unlink(),
    "more of the site": lambda root: (root / "site/y.html").write_text(""),
    "a folder in the place of a file": lambda root: _fold(root / "data/a.yml"),
    "a folder more": lambda root: (root / "data/leeg").mkdir(),
    "a link to nowhere": lambda root: (root / "data/b.yml").symlink_to("weg.yml"),
    "a link to a folder": lambda root: (root / "data/b").symlink_to(root),
    "no cache": lambda root: next((root / FOLDER).iterdir()).unlink(),
    "a broken cache": lambda root: next((root / FOLDER).iterdir()).write_text("[1"),
    "a strange cache": lambda root: next((root / FOLDER).iterdir()).write_text("[1]"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_differs_is_seen(project: Path, change: Callable[[Path], object]) -> None:
    change(project)
    assert not _is_built(project)


def test_what_cannot_be_read_is_never_the_same(project: Path) -> None:
    (project / "data/b.yml").symlink_to("weg.yml")
    remember(project, project / "site", inputs(project))
    assert not _is_built(project)


def test_another_date_or_library_is_seen(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as other:
        other.setenv("SOURCE_DATE_EPOCH", "7")
        assert not _is_built(project)
    library = tmp_path / "elders/site-packages/nieuw-1.dist-info"
    library.mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(library.parent)])
    assert not _is_built(project)


def test_the_note_of_a_site_that_is_gone_goes_too(project: Path) -> None:
    other = project / "tweede"
    (project / "site").rename(other)
    remember(project, other, inputs(project))
    assert len([*(project / FOLDER).iterdir()]) == 1


def test_it_imports_nothing_of_the_build() -> None:
    command = (
        "import sys, macros.edge.unchanged, macros.edge.building;"
        "print([one for one in ('mkdocs', 'pydantic', 'jinja2', 'yaml') if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.bouwt
def test_a_second_build_leaves_the_site_as_it_is(root: Path, uitkomst: Uitkomst) -> None:
    before = (uitkomst.map / "index.html").stat()
    started = time.monotonic()
    again = build(root, uitkomst.map)
    assert again.status == 0
    assert again.all_exports == f"Er is niets veranderd: {uitkomst.map.name}/ is al bij.\n"
    assert (uitkomst.map / "index.html").stat() == before
    assert time.monotonic() - started < uitkomst.seconds / 3
