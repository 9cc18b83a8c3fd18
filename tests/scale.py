"""``python -m tests.scale N MAP``: adds N valid records to ``MAP/data``, to measure growth with.

Each is a copy of a real record with the same fields, statements and sources. What it refers to is
mostly of its own copy of the data, sometimes of another, and for hubs half the time the real
record, so that hubs grow along. Titles and search terms get a number. Never for the site itself.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from macros.load.tree import read_file
from macros.model.soorten import PER_FOLDER

LEFT_OUT = frozenset({"instrument", "mvt", "mvtpunt", "grafiek"})
"""Of these there is a fixed number."""
HUB = 60
"""Who is named so often is a hub."""
_ID = re.compile(r"([a-z]+):([A-Za-z0-9-]+)")
RawBlock = dict[str, Any]
Naam = tuple[str, str]
"""Kind and file name."""


@dataclass(frozen=True)
class _Copy:
    """Copies of the data as far as they go; the last one holds only some records."""

    real: dict[Naam, RawBlock]
    hubs: frozenset[Naam]
    chosen: dict[Naam, list[int]]

    @cached_property
    def places(self) -> Mapping[Naam, int]:
        """Return a number for each record, so that each copy gets numbers of its own."""
        return {naam: place for place, naam in enumerate(self.real)}

    def refer(self, naam: Naam, nth: int, choose: random.Random) -> Naam:
        """Return which copy of a record is named in its place."""
        calls = self.chosen.get(naam, [])
        if not calls or (naam in self.hubs and choose.random() < 0.5):
            return naam
        itself = nth in calls and choose.random() < 0.75
        return _genummerd(naam, nth if itself else choose.choice(calls))

    def make(self, naam: Naam, nth: int) -> RawBlock:
        """Return one copy, with everything of which there may be only one changed."""
        choose = random.Random(f"{naam} {nth}")  # noqa: S311 - the same data each time, no secret
        new: RawBlock = self._otherwise(self.real[naam], nth, choose)
        soort, slug = naam[0], _genummerd(naam, nth)[1]
        new["id"] = f"{soort}:{slug}"
        for veld in ("titel", "afkorting"):
            if veld in new and soort != "bron":
                kop, point = re.fullmatch(r"(.*?)([.?]?)", new[veld]).groups()  # type: ignore[union-attr]
                new[veld] = f"{kop} kopie {nth}{point}"
        for veld in ("zoektermen", "alledaags", "afkortingen", "ook"):
            if veld in new:
                new[veld] = [f"{term} kopie {nth}" for term in new[veld]]
        getal = nth * len(self.real) + self.places[naam]
        unique = {
            "bwb_id": f"BWBR9{getal:06d}",
            "dossier": f"{40000 + getal % 59999}",
            "celex": f"3{getal % 9999:04d}R{getal // 9999:04d}",
            "website": f"https://www.{slug}.nl/",
            "url": f"https://zoek.officielebekendmakingen.nl/{slug.lower()}-{getal}",
        }
        new |= {veld: waarde for veld, waarde in unique.items() if veld in new}
        return new

    def _otherwise(self, waarde: Any, nth: int, choose: random.Random, veld: str = "") -> Any:  # noqa: ANN401
        if isinstance(waarde, dict):
            return {naam: self._otherwise(part, nth, choose, naam) for naam, part in waarde.items()}
        if isinstance(waarde, list):
            return [self._otherwise(part, nth, choose, veld) for part in waarde]
        if isinstance(waarde, str) and veld == "bronnen":
            return self.refer(("bron", waarde), nth, choose)[1]
        if isinstance(waarde, str) and (match := _ID.fullmatch(waarde)):
            return ":".join(self.refer((match[1], match[2]), nth, choose))
        return waarde


def _genummerd(naam: Naam, nth: int) -> Naam:
    return naam[0], f"{naam[1]}-{'G' if naam[0] == 'bron' else 'g'}{nth}"


def _named(waarde: object, veld: str = "") -> Iterator[Naam]:
    if isinstance(waarde, dict):
        for naam, part in waarde.items():
            if naam != "id":
                yield from _named(part, naam)
    elif isinstance(waarde, list):
        for part in waarde:
            yield from _named(part, veld)
    elif isinstance(waarde, str) and veld == "bronnen":
        yield "bron", waarde
    elif isinstance(waarde, str) and (match := _ID.fullmatch(waarde)):
        yield match[1], match[2]


def _read(root: Path) -> dict[Naam, RawBlock]:
    real: dict[Naam, RawBlock] = {}
    for mapnaam, model in PER_FOLDER.items():
        if model.soort in LEFT_OUT:
            continue
        for pad in sorted((root / "data" / mapnaam).glob("*.yml")):
            file, errors = read_file(pad, root)
            assert file is not None, errors
            assert isinstance(file.waarde, dict)
            real[model.soort, pad.stem] = file.waarde
    return real


def vergroot(root: Path, aantal: int) -> None:
    """Write ``aantal`` extra records below ``root``: the same ones each time."""
    real = _read(root)
    tally = Counter(naam for raw_block in real.values() for naam in _named(raw_block))
    namen = sorted(real)
    random.Random(0).shuffle(namen)  # noqa: S311 - idem
    row = [(namen[place % len(namen)], 1 + place // len(namen)) for place in range(aantal)]
    chosen: dict[Naam, list[int]] = {}
    for naam, nth in row:
        chosen.setdefault(naam, []).append(nth)
    hubs = frozenset(naam for naam, calls in tally.items() if calls >= HUB)
    copy = _Copy(real, hubs, chosen)
    nummers = count(100)
    new = {_genummerd(naam, nth): copy.make(naam, nth) for naam, nth in row}
    for raw_block in new.values():
        if "nummer" in raw_block:
            raw_block["nummer"] = f"{raw_block['nummer'][0]}{next(nummers)}"
    _give_each_bron_a_place(new)
    folders = {model.soort: mapnaam for mapnaam, model in PER_FOLDER.items()}
    for (soort, slug), raw_block in new.items():
        tekst = yaml.dump(
            raw_block, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000
        )
        (root / "data" / folders[soort] / f"{slug}.yml").write_text(tekst, encoding="utf-8")


def _give_each_bron_a_place(new: dict[Naam, RawBlock]) -> None:
    """Let a term of the same copy rest on each source that nothing rests on yet."""
    named = {naam for raw_block in new.values() for naam in _named(raw_block)}
    places = [
        raw_block["uitleg"][-1]["bronnen"]
        for (soort, _), raw_block in new.items()
        if soort == "begrip"
    ]
    over = [naam for naam in new if naam[0] == "bron" and naam not in named]
    for nummer, (_, slug) in enumerate(over):
        places[nummer % len(places)].append(slug)


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401
        del data
        return True


if __name__ == "__main__":
    vergroot(Path(sys.argv[2]), int(sys.argv[1]))
