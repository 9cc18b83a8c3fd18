"""The build: it succeeds without a warning, gives the same bytes anywhere, and fails in Dutch."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.building import Uitkomst, build, make_copy
from tests.site.built import Site

pytestmark = pytest.mark.bouwt


def test_the_build_succeeds_without_a_warning(uitkomst: Uitkomst) -> None:
    assert uitkomst.status == 0, uitkomst.all_exports
    assert not re.search(r"WARNING|ERROR|Traceback|Deprecat", uitkomst.all_exports), (
        uitkomst.all_exports
    )


def _fingerprints(folder: Path) -> dict[str, str]:
    return {
        pad.relative_to(folder).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in folder.rglob("*")
        if pad.is_file()
    }


def test_another_place_clock_zone_language_and_hash_order_give_the_same_bytes(
    root: Path, built_site: Path, tmp_path: Path
) -> None:
    there = {"TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "4221"}
    elsewhere = build(make_copy(root, tmp_path / "kennisbank"), tmp_path / "b/site", there)
    assert elsewhere.status == 0, elsewhere.all_exports
    first, second = (_fingerprints(folder) for folder in (built_site, elsewhere.map))
    otherwise = {
        naam for naam in first.keys() | second.keys() if first.get(naam) != second.get(naam)
    }
    assert otherwise == set()
    assert len(first) > 1000


def test_nothing_of_the_machine_is_in_the_site(site: Site, root: Path) -> None:
    for naam in site.files:
        inhoud = (site.map / naam).read_bytes()
        assert str(root).encode() not in inhoud, naam
        assert str(site.map).encode() not in inhoud, naam


def test_the_shell_itself_is_no_page(site: Site) -> None:
    assert not [naam for naam in site.files if naam.startswith("stempel")]


def _build_broken(root: Path, tmp_path: Path, file: str, old: str, new: str) -> Uitkomst:
    """Build with a mistake; the site of the build before is still there, and nothing else."""
    previous = tmp_path / "site/index.html"
    previous.parent.mkdir()
    previous.write_text("de vorige")
    broken = make_copy(root, tmp_path / "kapot")
    pad = broken / file
    tekst = pad.read_text(encoding="utf-8")
    assert old in tekst
    pad.write_text(tekst.replace(old, new, 1), encoding="utf-8")
    uitkomst = build(broken, tmp_path / "site")
    assert [*(tmp_path / "site").iterdir()] == [previous]
    assert previous.read_text() == "de vorige"
    assert not (tmp_path / ".site.nieuw").exists()
    return uitkomst


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\nwaarover:", "\nwaarvoor:", "waarvoor — is geen bekend veld"),
        ("\ngroep: ", "\ngroep: eenhoorn-", "groep — onbekende term „eenhoorn-"),
    ],
    ids=["field", "term"],
)
def test_a_mistake_in_the_data_stops_the_build_with_its_place(
    root: Path, tmp_path: Path, old: str, new: str, message: str
) -> None:
    file = "data/wetten/awir.yml"
    uitkomst = _build_broken(root, tmp_path, file, old, new)
    assert uitkomst.status != 0
    assert "Traceback" not in uitkomst.all_exports
    assert re.search(rf"^{re.escape(file)}:\d+:\d+  ", uitkomst.all_exports, re.MULTILINE)
    assert message in uitkomst.all_exports
    assert re.search(r"^\d+ fout(?:en)? gevonden\.", uitkomst.all_exports, re.MULTILINE)


def test_an_unknown_record_in_a_told_page_stops_the_build(root: Path, tmp_path: Path) -> None:
    uitkomst = _build_broken(
        root, tmp_path, "docs/privacy.md", "\n# ", '\n{{ wet("bestaat-niet") }}\n\n# '
    )
    assert uitkomst.status != 0
    assert "wet:bestaat-niet" in uitkomst.all_exports
    assert "privacy" in uitkomst.all_exports
