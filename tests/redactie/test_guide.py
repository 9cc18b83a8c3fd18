"""The guide for editors: for each task one short part, and no word of it out of date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.check.recht import fits_bill
from macros.cli.commands import COMMANDS, READS_ITSELF, REDACTIE, WITHOUT_DATA
from macros.model.soorten import PER_SOORT

GUIDE = "CONTRIBUTING.md"
PART, WHOLE = 350, 2_926
"""Words at most: of what someone reads for one task, and of the guide as a whole."""
ROAD = 150
"""Words at most of what someone reads for what is added most."""


@pytest.fixture(scope="module")
def guide(root: Path) -> str:
    return (root / GUIDE).read_text(encoding="utf-8")


def _parts(guide: str) -> Mapping[str, str]:
    """Return each part of the guide by its anchor."""
    parts = re.split(r"^(?=## )", guide, flags=re.MULTILINE)[1:]
    return {_anchor(part.partition("\n")[0].removeprefix("## ")): part for part in parts}


def _anchor(kop: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", kop.lower()).replace(" ", "-")


def _begin(guide: str) -> str:
    return guide.partition("\n## ")[0]


def too_long(guide: str) -> list[str]:
    """Return the tasks of the first table whose part is not there, or is not short."""
    parts = _parts(guide)
    rows = re.findall(r"^\| .+ \| \[.+\]\(#(.+)\) \|$", _begin(guide), re.MULTILINE)
    assert rows
    return [one for one in rows if len(parts.get(one, "x " * PART + "x").split()) > PART]


def test_each_task_has_one_short_part(guide: str) -> None:
    assert too_long(guide) == []
    assert len(guide.split()) <= WHOLE


@pytest.mark.parametrize("part", ["een-leerpunt-toevoegen", "een-gemeente-en-pmm"])
def test_what_is_added_most_takes_little_reading(guide: str, part: str) -> None:
    assert len(_parts(guide)[part].split()) <= ROAD


def test_a_long_or_absent_part_is_seen(guide: str) -> None:
    kop = "## Een leerpunt toevoegen\n"
    assert too_long(guide.replace(kop, f"{kop}\n{'woord ' * PART}")) == ["een-leerpunt-toevoegen"]
    assert too_long(guide.replace(kop, "## Iets\n")) == ["een-leerpunt-toevoegen"]


def test_every_link_within_the_guide_leads_somewhere(guide: str) -> None:
    koppen = re.findall(r"^##+ (.+)$", guide, re.MULTILINE)
    anchors = {_anchor(kop) for kop in koppen}
    assert {*re.findall(r"\]\(#(.+?)\)", guide)} <= anchors


def test_every_command_in_the_guide_exists(guide: str) -> None:
    named = {*re.findall(r"bin/kennisbank ([a-z-]+)", guide)}
    assert named
    assert named <= {*COMMANDS, *REDACTIE, *READS_ITSELF, *WITHOUT_DATA, "herstel"}


def test_every_kind_that_the_guide_offers_exists(guide: str) -> None:
    part = _parts(guide)["iets-anders-toevoegen"]
    (row,) = re.findall(r"^Zo ook met (.+?)\.", part, re.MULTILINE)
    assert {*re.findall(r"`(.+?)`", row)} <= {*PER_SOORT}


def test_what_the_guide_says_of_a_bill_is_what_the_check_asks(guide: str) -> None:
    part = _parts(guide)["een-leerpunt-toevoegen"]
    assert "Ligt het nog bij de Kamer, dan is de status `in-behandeling`" in part
    assert fits_bill("in-behandeling", "in-behandeling")
    assert "is het al wet, dan `aangenomen` of `in-werking`" in part
    assert fits_bill("aangenomen", "wet-geworden")
    assert fits_bill("in-werking", "wet-geworden")
    assert fits_bill("in-voorbereiding", "wet-geworden") is None
