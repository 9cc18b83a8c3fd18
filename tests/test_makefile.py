"""The Makefile where a folder moved, has an odd name or umask, or holds half an install."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

MAKE, GIT = shutil.which("make") or "make", shutil.which("git") or "git"


@pytest.fixture
def project(tmp_path: Path, wortel: Path) -> Path:
    """Return a project with everything installed, as far as make can see."""
    return _maak(tmp_path / "project", wortel)


def _maak(map_: Path, wortel: Path) -> Path:
    (map_ / ".venv/bin").mkdir(parents=True)
    shutil.copy(wortel / "Makefile", map_)
    for naam in ("requirements.lock", "pyproject.toml"):
        (map_ / naam).touch()
    _programma(map_ / ".venv/bin/pip", f"#!{map_}/.venv/bin/python3\n")
    _programma(map_ / ".venv/bin/mkdocs", "#!/bin/sh\nmkdir -p site/a\necho x >site/a/index.html\n")
    (map_ / ".venv/.site-ready").touch()
    return map_


def _programma(pad: Path, tekst: str) -> None:
    pad.write_text(tekst, encoding="utf-8")
    pad.chmod(0o755)


def _make(
    map_: Path, doel: str, umask: int = 0o022, publiceer: str = ""
) -> subprocess.CompletedProcess[str]:
    omgeving = {naam: os.environ[naam] for naam in ("PATH", "HOME") if naam in os.environ}
    omgeving |= {"PUBLICEER": publiceer} if publiceer else {}
    return subprocess.run(
        [MAKE, doel],
        cwd=map_,
        env=omgeving,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_built_can_be_read_by_a_web_server(project: Path) -> None:
    gedaan = _make(project, "site", umask=0o077)
    assert gedaan.returncode == 0, gedaan.stderr
    paden = [project / "site", *(project / "site").rglob("*")]
    assert [oct(stat.S_IMODE(pad.stat().st_mode)) for pad in paden] == ["0o755", "0o755", "0o644"]


@pytest.mark.parametrize("doe", ["verplaats", "kopieer"])
def test_a_folder_that_moved_gets_an_environment_of_its_own(project: Path, doe: str) -> None:
    elders = project.parent / "elders" / "project"
    if doe == "kopieer":
        shutil.copytree(project, elders)
    else:
        elders.parent.mkdir()
        project.rename(elders)
    gedaan = _make(elders, "site")
    assert "hoort niet bij deze map" in gedaan.stdout
    assert not (elders / ".venv/bin/mkdocs").exists()


def test_only_who_publishes_is_asked_for_the_details_of_the_owner(project: Path) -> None:
    _programma(project / ".venv/bin/kennisbank", '#!/bin/sh\necho "gevraagd: $*"\nexit 1\n')
    assert _make(project, "site").returncode == 0
    shutil.rmtree(project / "site")
    gedaan = _make(project, "site", publiceer="1")
    assert "gevraagd: controleren --publiceren" in gedaan.stdout
    assert gedaan.returncode != 0
    assert not (project / "site").exists()


def test_an_install_that_was_broken_off_is_done_again(project: Path) -> None:
    (project / ".venv/bin/pip").write_text("", encoding="utf-8")
    gedaan = _make(project, "site")
    assert "is niet af" in gedaan.stdout
    assert not (project / ".venv/bin/mkdocs").exists()


def test_an_environment_that_is_in_its_place_stays(project: Path) -> None:
    gedaan = _make(project, "site")
    assert "omgeving" not in gedaan.stdout
    assert (project / ".venv/bin/mkdocs").exists()


def test_asking_for_help_removes_nothing(project: Path) -> None:
    (project / ".venv/bin/pip").write_text("", encoding="utf-8")
    assert _make(project, "help").returncode == 0
    assert (project / ".venv/bin/mkdocs").exists()


@pytest.mark.parametrize("naam", ["met spatie", "met:punt", "met$teken"])
def test_a_name_that_make_or_python_cannot_take_is_refused(
    naam: str, tmp_path: Path, wortel: Path
) -> None:
    gedaan = _make(_maak(tmp_path / naam, wortel), "site")
    assert gedaan.returncode != 0
    assert "Geef de map een andere naam" in gedaan.stderr


def test_git_keeps_the_ends_of_lines(wortel: Path) -> None:
    uit = subprocess.run(
        [GIT, "check-attr", "eol", "--", ".ci/venv", "Makefile", "data/site.yml"],
        cwd=wortel,
        capture_output=True,
        text=True,
        check=True,
    )
    assert uit.stdout.count("eol: lf") == 3
