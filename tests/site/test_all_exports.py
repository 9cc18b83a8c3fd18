"""``kennisbank uitvoer``: every file that is no page, without MkDocs, the same to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli import GOOD, main
from macros.corpus.corpus import Corpus
from macros.site.build import all_exports
from tests.example import EXAMPLE
from tests.site.built import Site


def test_the_exports_are_those_of_the_site(root: Path, corpus: Corpus, site: Site) -> None:
    made = {file.pad: file.inhoud for _, file in all_exports(corpus, root / "docs")}
    assert [pad for pad, inhoud in made.items() if (site.map / pad).read_bytes() != inhoud] == []
    # What is left are pages, what lies in docs/ or in the theme, and the search index.
    over = [
        naam
        for naam in site.files
        if naam not in made and not naam.endswith(".html") and not naam.startswith("assets/")
    ]
    assert over == []


def test_the_command_writes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--wortel", str(EXAMPLE), "uitvoer", "--naar", str(tmp_path / "uit")]) == GOOD
    written = [pad for pad in (tmp_path / "uit").rglob("*") if pad.is_file()]
    assert f"{len(written)} bestanden in" in capsys.readouterr().out
    assert (tmp_path / "uit/sitemap.xml").read_text(encoding="utf-8").startswith("<?xml")
