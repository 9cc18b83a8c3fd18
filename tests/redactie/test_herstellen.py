"""``remedy`` mends what changes no meaning, and leaves everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.redactie.herstellen import hersteld, remedy
from macros.redactie.jobs import Work


@pytest.mark.parametrize(
    ("broken", "good"),
    [
        ("a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        ("\ufeffa: b\n", "a: b\n"),
        ("a:\u00a0b\u200b\n", "a: b\n"),
        ("bronnen: [“N24”, ‘K84’]\n", "bronnen: [N24, K84]\n"),
        ("wet: „wet:awir”\n", "wet: wet:awir\n"),
        ("lijst:\n  – een\n", "lijst:\n  - een\n"),
        ("a:\n\tb: c\n", "a:\n  b: c\n"),
        ("a: cafe\u0301\n", "a: café\n"),
        ("a: b  \n\n\n", "a: b\n"),
    ],
)
def test_what_carries_no_meaning_is_mended(broken: str, good: str) -> None:
    assert hersteld(broken, yaml=True) == good


@pytest.mark.parametrize(
    "good",
    [
        "tekst: Zij noemt dit „maatwerk” en ‘doorbraak’.\n",
        "tekst: Een zin – met een streep.\n",
        "tekst: „Maatwerk” is een woord.\n",
    ],
)
def test_punctuation_in_a_sentence_stays(good: str) -> None:
    assert hersteld(good, yaml=True) == good


def test_the_real_data_need_no_mending(root: Path) -> None:
    jobs = Work(root)
    remedy(jobs)
    assert jobs.done == []


def test_names_with_a_capital_or_txt_are_mended(tmp_path: Path) -> None:
    folder = tmp_path / "data/begrippen"
    folder.mkdir(parents=True)
    (folder / "Briefadres.yml").write_text("a: b\n", encoding="utf-8")
    (folder / "awb.yml.txt").write_text("a: b\n", encoding="utf-8")
    jobs = Work(tmp_path)
    remedy(jobs)
    jobs.write()
    assert sorted(pad.name for pad in folder.iterdir()) == ["awb.yml", "briefadres.yml"]
