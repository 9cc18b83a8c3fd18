"""The Makefile where a folder moved, has an odd name, or holds half an install."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MAKE, GIT = shutil.which("make") or "make", shutil.which("git") or "git"


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """Return a project with everything installed, as far as make can see."""
    return _create(tmp_path / "project", root)


def _create(folder: Path, root: Path) -> Path:
    (folder / ".venv/bin").mkdir(parents=True)
    shutil.copy(root / "Makefile", folder)
    for naam in ("requirements.lock", "pyproject.toml"):
        (folder / naam).touch()
    _programma(folder / ".venv/bin/pip", f"#!{folder}/.venv/bin/python3\n")
    _programma(
        folder / ".venv/bin/python", "#!/bin/sh\nmkdir -p site/a\necho x >site/a/index.html\n"
    )
    (folder / ".venv/.site-ready").touch()
    return folder


def _programma(pad: Path, tekst: str) -> None:
    pad.write_text(tekst, encoding="utf-8")
    pad.chmod(0o755)


def _make(folder: Path, doel: str, publiceer: str = "") -> subprocess.CompletedProcess[str]:
    environment = {naam: os.environ[naam] for naam in ("PATH", "HOME") if naam in os.environ}
    environment |= {"PUBLICEER": publiceer} if publiceer else {}
    return subprocess.run(
        [MAKE, doel],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("act", ["verplaats", "kopieer"])
def test_a_folder_that_moved_gets_an_environment_of_its_own(project: Path, act: str) -> None:
    elsewhere = project.parent / "elders" / "project"
    if act == "kopieer":
        shutil.copytree(project, elsewhere)
    else:
        elsewhere.parent.mkdir()
        project.rename(elsewhere)
    done = _make(elsewhere, "site")
    assert "hoort niet bij deze map" in done.stdout
    assert not (elsewhere / ".venv/bin/python").exists()


def test_only_who_publishes_is_asked_for_the_details_of_the_owner(project: Path) -> None:
    _programma(project / ".venv/bin/kennisbank", '#!/bin/sh\necho "gevraagd: $*"\nexit 1\n')
    assert _make(project, "site").returncode == 0
    shutil.rmtree(project / "site")
    done = _make(project, "site", publiceer="1")
    assert "gevraagd: controleren --publiceren" in done.stdout
    assert done.returncode != 0
    assert not (project / "site").exists()


def test_an_install_that_was_broken_off_is_done_again(project: Path) -> None:
    (project / ".venv/bin/pip").write_text("", encoding="utf-8")
    done = _make(project, "site")
    assert "is niet af" in done.stdout
    assert not (project / ".venv/bin/python").exists()


def test_an_environment_that_is_in_its_place_stays(project: Path) -> None:
    done = _make(project, "site")
    assert "omgeving" not in done.stdout
    assert (project / ".venv/bin/python").exists()


def test_asking_for_help_removes_nothing(project: Path) -> None:
    (project / ".venv/bin/pip").write_text("", encoding="utf-8")
    assert _make(project, "help").returncode == 0
    assert (project / ".venv/bin/python").exists()


@pytest.mark.parametrize("naam", ["met spatie", "met:punt", "met$teken"])
def test_a_name_that_make_or_python_cannot_take_is_refused(
    naam: str, tmp_path: Path, root: Path
) -> None:
    done = _make(_create(tmp_path / naam, root), "site")
    assert done.returncode != 0
    assert "Geef de map een andere naam" in done.stderr


def test_git_keeps_the_ends_of_lines(root: Path) -> None:
    out = subprocess.run(
        [GIT, "check-attr", "eol", "--", ".ci/venv", "Makefile", "data/site.yml"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert out.stdout.count("eol: lf") == 3
