"""A build that remembers gives the same site as one that does not, whatever changed before.

``make stappen`` walks on for 300 steps.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from macros.cli import main
from macros.edge.unchanged import left
from macros.edge.workshop import Workshop
from macros.load.error import Error
from tests.building import build, make_copy

pytestmark = pytest.mark.bouwt
STEPS = int(os.environ.get("KENNISBANK_STAPPEN", "3"))
Site = dict[str, bytes]


def _build(workshop: Workshop) -> tuple[Sequence[Error], Site]:
    """Return what is wrong, and the last site that was shown."""
    site: Site = {}

    def show(made: Mapping[str, bytes], everything: bool) -> None:  # noqa: FBT001 - see Show
        if everything:
            site.update(made)

    return workshop.build(show), site


class Editors:
    """Changes a project at random, each step another kind of change."""

    def __init__(self, root: Path, choose: random.Random) -> None:
        self.root, self.choose = root, choose
        self.number = 0
        self.steps: list[Callable[[], str]] = [
            self.reword,
            self.retitle,
            self.rename,
            self.withdraw,
            self.copy_record,
            self.remove_record,
            self.change_table,
            self.write_page,
            self.new_page,
            self.change_template,
            self.change_theme,
            self.change_style,
            self.break_field,
        ]

    def step(self) -> str:
        """Change something; return what. In each round of steps every kind comes once."""
        if self.number % len(self.steps) == 0:
            self.choose.shuffle(self.steps)
        self.number += 1
        return self.steps[(self.number - 1) % len(self.steps)]()

    def _one(self, pattern: str) -> Path:
        return self.choose.choice(sorted(self.root.glob(pattern)))

    def _replace(self, pad: Path, pattern: str, new: str) -> str:
        tekst = pad.read_text(encoding="utf-8")
        places = [*re.finditer(pattern, tekst, re.MULTILINE)]
        if places:
            place = self.choose.choice(places)
            changed = place.expand(new)
            tekst = tekst[: place.start()] + changed + tekst[place.end() :]
            pad.write_text(tekst, encoding="utf-8")
        return f"{pad.relative_to(self.root)}: {new} ({len(places)} plaatsen)"

    def reword(self) -> str:
        return self._replace(
            self._one("data/*/*.yml"),
            r"^( *(?:- )?(?:tekst|samenvatting): .*?)\.$",
            rf"\1 {self.number}.",
        )

    def retitle(self) -> str:
        return self._replace(self._one("data/*/*.yml"), r"^(titel: .*\w)$", rf"\1 {self.number}")

    def rename(self) -> str:
        pad = self._one("data/begrippen/*.yml")
        return self._kennisbank(
            "hernoem", "--ja", f"begrip:{pad.stem}", f"andere-naam-{self.number}"
        )

    def withdraw(self) -> str:
        pad = self._one("data/begrippen/*.yml")
        return self._kennisbank(
            "trek-in", "--ja", f"begrip:{pad.stem}", "--reden", "Het was een proef."
        )

    def _kennisbank(self, *arguments: str) -> str:
        status = main(["--wortel", str(self.root), *arguments])
        return f"kennisbank {' '.join(arguments)} → {status}"

    def copy_record(self) -> str:
        """Add a record that says the same under another name and title."""
        pad = self._one("data/gebeurtenissen/*.yml")
        new = pad.with_name(f"kopie-{self.number}.yml")
        tekst = pad.read_text(encoding="utf-8")
        tekst = tekst.replace(f"gebeurtenis:{pad.stem}", f"gebeurtenis:{new.stem}")
        tekst = re.sub(r"(?m)^titel: .*$", f"titel: Kopie {self.number}", tekst)
        new.write_text(tekst, encoding="utf-8")
        return f"{new.name} komt erbij"

    def remove_record(self) -> str:
        pad = self._one("data/*/*.yml")
        pad.unlink()
        return f"{pad.relative_to(self.root)} is weg"

    def change_table(self) -> str:
        file = self.choose.choice(["site.yml", "synoniemen.yml", "gemeenten.yml", "keuzehulp.yml"])
        return self._replace(self.root / "data" / file, r"([a-z]{3,})\.$", rf"\1 {self.number}.")

    def write_page(self) -> str:
        pad = self._one("docs/**/*.md")
        macro = self.choose.choice(
            ["", ' {{ aantal("Begrippen") }}', ' {{ instrument("opleiden") }}']
        )
        pad.write_text(
            f"{pad.read_text(encoding='utf-8')}\nNog een zin{macro}.\n", encoding="utf-8"
        )
        return f"{pad.relative_to(self.root)} wordt langer{macro}"

    def new_page(self) -> str:
        woord = "".join("abcdefghij"[int(digit)] for digit in str(self.number))
        naam = f"over/proef-{woord}.md"
        kop = f'---\ntitle: "Proef {woord}"\ndescription: "Een proef."\n---\n\n# Proef\n'
        (self.root / "docs" / naam).write_text(kop, encoding="utf-8")
        self._replace(
            self.root / "mkdocs.yml", r"^( *)- Privacy: privacy.md$", rf"\g<0>\n\1- Proef: {naam}"
        )
        return f"docs/{naam} komt erbij"

    def change_template(self) -> str:
        pad = self._one("macros/pages/templates/*.j2")
        return self._replace(pad, r"<p>", f'<p lang="nl">{"x" * self.number} ')

    def change_theme(self) -> str:
        pad = self.root / "macros/theme/partials/footer.html"
        return self._replace(pad, "<footer", f'<footer data-proef="{self.number}"')

    def change_style(self) -> str:
        pad = self.root / "docs/assets/css/kennisbank.css"
        return self._replace(pad, r"^}$", f"}}\n.x{self.number} {{ color: red; }}")

    def break_field(self) -> str:
        return self._replace(self._one("data/*/*.yml"), r"^samenvatting:", "samenvating:")


def test_whatever_changes_the_site_is_that_of_a_clean_build(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_copy(root, tmp_path / "project")
    # The templates that run here are those of the copy.
    templates = project / "macros/pages/templates"
    monkeypatch.setattr("macros.pages.rendering.TEMPLATES", templates)
    editors = Editors(project, random.Random("stappen"))  # noqa: S311 - the same steps each time
    workshop = Workshop(project)
    errors, site = _build(workshop)
    assert errors == []
    walked, built = [], 0
    saved = tmp_path / "heel"
    for _ in range(STEPS):
        shutil.rmtree(saved, ignore_errors=True)
        make_copy(project, saved)
        walked.append(editors.step())
        errors, now = _build(workshop)
        clean_errors, clean = _build(Workshop(project))
        assert errors == clean_errors, walked
        # What another process makes of what was left on disk.
        assert _build(Workshop(project, left(project))) == (clean_errors, clean), walked
        differ = [pad for pad in now | clean if now.get(pad) != clean.get(pad)]
        assert not differ, (walked, differ[:20])
        if errors:  # an editor mends it; that is a step as well
            for part in ("data", "docs", "macros", "mkdocs.yml"):
                _restore(saved / part, project / part)
            errors, now = _build(workshop)
            assert errors == [], walked
            assert now == site, walked
        else:
            site, built = now, built + 1
    assert built >= STEPS / 3, walked
    uitkomst = build(project, tmp_path / "site")
    assert uitkomst.status == 0, uitkomst.all_exports
    whole = {
        pad.relative_to(uitkomst.map).as_posix(): pad.read_bytes()
        for pad in uitkomst.map.rglob("*")
        if pad.is_file()
    }
    assert whole.keys() == site.keys()
    assert [pad for pad in whole if whole[pad] != site[pad]] == []


def _restore(saved: Path, naar: Path) -> None:
    if saved.is_dir():
        shutil.rmtree(naar)
        shutil.copytree(saved, naar)
    else:
        shutil.copy2(saved, naar)
