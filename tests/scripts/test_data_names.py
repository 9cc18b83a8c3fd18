"""The attributes that join HTML, scripts and style are one list: macros/scripts/datanamen.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

NAAM = re.compile(r"(?<![\w-])data-([a-z]+(?:-[a-z]+)*)(?![\w-]|-\$)")
DATASET = re.compile(r"dataset\.(\w+)")
DESTRUCTURED = re.compile(r"\{([^{}]*)\}\s*=\s*[\w.]*dataset\b|dataset:\s*\{([^{}]*)\}")
COMPUTED = re.compile(r"\[data-\$\{|dataset\[")
"""A script that makes the name of an attribute from a word; there the word itself counts."""


def _read(paths: Iterable[Path]) -> list[str]:
    return [pad.read_text(encoding="utf-8") for pad in paths]


def _bare(woord: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", woord)


def in_html(teksten: Iterable[str]) -> set[str]:
    """Return the names of attributes in texts."""
    return {naam for tekst in teksten for naam in NAAM.findall(tekst)}


def in_scripts(teksten: Iterable[str]) -> set[str]:
    """Return the names that scripts use, as a selector, by dataset or made of a word."""
    found: set[str] = set()
    for tekst in teksten:
        found |= {*NAAM.findall(tekst), *map(_bare, DATASET.findall(tekst))}
        for parts in DESTRUCTURED.findall(tekst):
            namen = (part.split(":")[0].strip() for part in "".join(parts).split(","))
            found |= {_bare(naam) for naam in namen if naam.isidentifier()}
        if COMPUTED.search(tekst):
            found |= set(re.findall(r"'([a-z]+(?:-[a-z]+)*)'", tekst))
    return found


def sides(root: Path) -> dict[str, set[str]]:
    """Return which names each side uses."""
    macros, docs = root / "macros", root / "docs"
    html = [
        *(pad for soort in ("*.j2", "*.html") for pad in macros.rglob(soort)),
        *docs.rglob("*.md"),
    ]
    scripts = [
        *(macros / "scripts").rglob("*.js"),
        *(pad for pad in (docs / "assets/js").glob("zoek-*.js") if ".min." not in pad.name),
    ]
    return {
        "html": in_html(_read(html)),
        "script": in_scripts(_read(scripts)),
        "stijl": in_html(_read((docs / "assets/css").glob("*.css"))),
        "python": in_html(_read(macros.rglob("*.py"))),
        "proef": in_html(_read((root / "tests").rglob("*.py"))),
    }


def faults(namen: Mapping[str, str], used: Mapping[str, set[str]]) -> list[str]:
    """Return what the list says and is not so, and what is joined and not in the list."""
    out = []
    for naam, way in namen.items():
        from_, naar = way.split(" → ")
        out += [
            f"data-{naam}: niet in {side}"
            for side in (from_, *naar.split(" en "))
            if naam not in used[side]
        ]
    out += [f"data-{naam}: niet in de lijst" for naam in sorted(used["html"] - set(namen))]
    out += [f"data-{naam}: niet in de lijst" for naam in sorted(used["stijl"] - set(namen))]
    return out


def _list(root: Path) -> dict[str, str]:
    lijst: dict[str, str] = json.loads(
        (root / "macros/scripts/datanamen.json").read_text(encoding="utf-8")
    )
    return lijst


def test_each_name_is_used_on_both_sides_and_in_the_list(root: Path) -> None:
    namen = _list(root)
    assert faults(namen, sides(root)) == []
    assert list(namen) == sorted(namen)


@pytest.mark.parametrize(
    ("namen", "finding"),
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
def test_the_gate_sees_a_name_that_joins_nothing(namen: dict[str, str], finding: list[str]) -> None:
    used: dict[str, set[str]] = {"html": {"a"}, "script": {"a"}, "stijl": set()}
    assert faults(namen, used) == finding


def test_scripts_use_names_in_every_way() -> None:
    script = (
        "x.querySelector('[data-een-twee]'); y.dataset.drieVier;"
        " const { vijf, zes: q } = z.dataset;"
        "const { dataset: { zeven } } = z; at('acht') // `[data-${name}]`"
    )
    assert in_scripts([script]) >= {"een-twee", "drie-vier", "vijf", "zes", "zeven", "acht"}
