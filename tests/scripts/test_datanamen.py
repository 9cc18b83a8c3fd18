"""The attributes that join HTML, scripts and style are one list: macros/scripts/datanamen.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

NAAM = re.compile(r"(?<![\w-])data-([a-z]+(?:-[a-z]+)*)(?![\w-]|-\$)")
DATASET = re.compile(r"dataset\.(\w+)")
UITGEPAKT = re.compile(r"\{([^{}]*)\}\s*=\s*[\w.]*dataset\b|dataset:\s*\{([^{}]*)\}")
BEREKEND = re.compile(r"\[data-\$\{|dataset\[")
"""A script that makes the name of an attribute from a word; there the word itself counts."""


def _lees(paden: Iterable[Path]) -> list[str]:
    return [pad.read_text(encoding="utf-8") for pad in paden]


def _kaal(woord: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", woord)


def in_html(teksten: Iterable[str]) -> set[str]:
    """Return the names of attributes in texts."""
    return {naam for tekst in teksten for naam in NAAM.findall(tekst)}


def in_scripts(teksten: Iterable[str]) -> set[str]:
    """Return the names that scripts use, as a selector, by dataset or made of a word."""
    gevonden: set[str] = set()
    for tekst in teksten:
        gevonden |= {*NAAM.findall(tekst), *map(_kaal, DATASET.findall(tekst))}
        for delen in UITGEPAKT.findall(tekst):
            namen = (deel.split(":")[0].strip() for deel in "".join(delen).split(","))
            gevonden |= {_kaal(naam) for naam in namen if naam.isidentifier()}
        if BEREKEND.search(tekst):
            gevonden |= set(re.findall(r"'([a-z]+(?:-[a-z]+)*)'", tekst))
    return gevonden


def kanten(wortel: Path) -> dict[str, set[str]]:
    """Return which names each side uses."""
    macros, docs = wortel / "macros", wortel / "docs"
    html = [
        *(pad for soort in ("*.j2", "*.html") for pad in macros.rglob(soort)),
        *docs.rglob("*.md"),
    ]
    scripts = [
        *(macros / "scripts").rglob("*.js"),
        *(pad for pad in (docs / "assets/js").glob("zoek-*.js") if ".min." not in pad.name),
    ]
    return {
        "html": in_html(_lees(html)),
        "script": in_scripts(_lees(scripts)),
        "stijl": in_html(_lees((docs / "assets/css").glob("*.css"))),
        "python": in_html(_lees(macros.rglob("*.py"))),
        "proef": in_html(_lees((wortel / "tests").rglob("*.py"))),
    }


def mis(namen: Mapping[str, str], gebruikt: Mapping[str, set[str]]) -> list[str]:
    """Return what the list says and is not so, and what is joined and not in the list."""
    uit = []
    for naam, weg in namen.items():
        van, naar = weg.split(" → ")
        uit += [
            f"data-{naam}: niet in {kant}"
            for kant in (van, *naar.split(" en "))
            if naam not in gebruikt[kant]
        ]
    uit += [f"data-{naam}: niet in de lijst" for naam in sorted(gebruikt["html"] - set(namen))]
    uit += [f"data-{naam}: niet in de lijst" for naam in sorted(gebruikt["stijl"] - set(namen))]
    return uit


def _lijst(wortel: Path) -> dict[str, str]:
    lijst: dict[str, str] = json.loads(
        (wortel / "macros/scripts/datanamen.json").read_text(encoding="utf-8")
    )
    return lijst


def test_each_name_is_used_on_both_sides_and_in_the_list(wortel: Path) -> None:
    namen = _lijst(wortel)
    assert mis(namen, kanten(wortel)) == []
    assert list(namen) == sorted(namen)


@pytest.mark.parametrize(
    ("namen", "vondst"),
    [
        ({"a": "html → script"}, []),
        ({}, ["data-a: niet in de lijst"]),
        (
            {"a": "html → script", "b": "html → script"},
            ["data-b: niet in html", "data-b: niet in script"],
        ),
        ({"a": "html → stijl"}, ["data-a: niet in stijl"]),
    ],
)
def test_the_gate_sees_a_name_that_joins_nothing(namen: dict[str, str], vondst: list[str]) -> None:
    gebruikt: dict[str, set[str]] = {"html": {"a"}, "script": {"a"}, "stijl": set()}
    assert mis(namen, gebruikt) == vondst


def test_scripts_use_names_in_every_way() -> None:
    script = (
        "x.querySelector('[data-een-twee]'); y.dataset.drieVier;"
        " const { vijf, zes: q } = z.dataset;"
        "const { dataset: { zeven } } = z; at('acht') // `[data-${name}]`"
    )
    assert in_scripts([script]) >= {"een-twee", "drie-vier", "vijf", "zes", "zeven", "acht"}
