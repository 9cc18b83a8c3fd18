"""Reads the index of a built site, which stands there in parts, and writes another in its place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from macros.search.parts import SearchIndex
from macros.site.build import WIJZER, search_files


def part_names(site: Path) -> Mapping[str, Sequence[str]]:
    """Return what the site tells that its parts are called, of names and of texts."""
    told = (site / WIJZER).read_text(encoding="utf-8")
    found = re.fullmatch(r"KennisbankZoekindex=(\{.*\});\n", told)
    assert found, told
    return {
        naam: [f"assets/{pad}" for pad in paths] for naam, paths in json.loads(found[1]).items()
    }


def read_index(site: Path) -> dict[str, Any]:
    """Return the whole index of a built site."""
    names, texts = (
        json.loads("".join((site / pad).read_text(encoding="utf-8") for pad in paths))
        for paths in part_names(site).values()
    )
    joined = zip(names["documenten"], texts["documenten"], strict=True)
    del names["namen"]
    return cast("dict[str, Any]", names | {"documenten": [one | other for one, other in joined]})


def write_index(site: Path, index: SearchIndex) -> None:
    """Put an index in the place of that of a built site."""
    for old in (site / "assets/zoek").iterdir():
        old.unlink()
    for _, file in search_files(index):
        file.write(site)
