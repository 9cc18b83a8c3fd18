"""``python -m tests.schaal N MAP``: adds N valid records to ``MAP/data``, to measure growth with.

Each is a copy of a real record with the same fields, statements and sources. What it refers to is
mostly of its own copy of the data, sometimes of another, and for hubs half the time the real
record, so that hubs grow along. Titles and search terms get a number. Never for the site itself.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from macros.load.boom import lees_bestand
from macros.model.soorten import PER_MAP

NIET = frozenset({"instrument", "mvt", "mvtpunt", "grafiek"})
"""Of these there is a fixed number."""
HUB = 60
"""Who is named so often is a hub."""
_ID = re.compile(r"([a-z]+):([A-Za-z0-9-]+)")
Ruw = dict[str, Any]
Naam = tuple[str, str]
"""Kind and file name."""


@dataclass(frozen=True)
class _Kopie:
    """Copies of the data as far as they go; the last one holds only some records."""

    echt: dict[Naam, Ruw]
    hubs: frozenset[Naam]
    gekozen: dict[Naam, list[int]]

    def verwijs(self, naam: Naam, keer: int, kies: random.Random) -> Naam:
        """Return which copy of a record is named in its place."""
        keren = self.gekozen.get(naam, [])
        if not keren or (naam in self.hubs and kies.random() < 0.5):
            return naam
        zelf = keer in keren and kies.random() < 0.75
        return _genummerd(naam, keer if zelf else kies.choice(keren))

    def maak(self, naam: Naam, keer: int) -> Ruw:
        """Return one copy, with everything of which there may be only one changed."""
        kies = random.Random(f"{naam} {keer}")  # noqa: S311 - the same data each time, no secret
        nieuw: Ruw = self._anders(self.echt[naam], keer, kies)
        soort, slug = naam[0], _genummerd(naam, keer)[1]
        nieuw["id"] = f"{soort}:{slug}"
        for veld in ("titel", "afkorting"):
            if veld in nieuw and soort != "bron":
                kop, punt = re.fullmatch(r"(.*?)([.?]?)", nieuw[veld]).groups()  # type: ignore[union-attr]
                nieuw[veld] = f"{kop} kopie {keer}{punt}"
        for veld in ("zoektermen", "alledaags", "afkortingen", "ook"):
            if veld in nieuw:
                nieuw[veld] = [f"{term} kopie {keer}" for term in nieuw[veld]]
        getal = kies.randrange(10**6)
        uniek = {
            "bwb_id": f"BWBR9{getal:06d}",
            "dossier": f"{40000 + getal % 59999}",
            "celex": f"3{getal % 9999:04d}R{getal // 9999:04d}",
            "website": f"https://www.{slug}.nl/",
            "url": f"https://zoek.officielebekendmakingen.nl/{slug.lower()}-{getal}",
        }
        nieuw |= {veld: waarde for veld, waarde in uniek.items() if veld in nieuw}
        return nieuw

    def _anders(self, waarde: Any, keer: int, kies: random.Random, veld: str = "") -> Any:  # noqa: ANN401
        if isinstance(waarde, dict):
            return {naam: self._anders(deel, keer, kies, naam) for naam, deel in waarde.items()}
        if isinstance(waarde, list):
            return [self._anders(deel, keer, kies, veld) for deel in waarde]
        if isinstance(waarde, str) and veld == "bronnen":
            return self.verwijs(("bron", waarde), keer, kies)[1]
        if isinstance(waarde, str) and (match := _ID.fullmatch(waarde)):
            return ":".join(self.verwijs((match[1], match[2]), keer, kies))
        return waarde


def _genummerd(naam: Naam, keer: int) -> Naam:
    return naam[0], f"{naam[1]}-{'G' if naam[0] == 'bron' else 'g'}{keer}"


def _genoemd(waarde: object, veld: str = "") -> Iterator[Naam]:
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            if naam != "id":
                yield from _genoemd(deel, naam)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _genoemd(deel, veld)
    elif isinstance(waarde, str) and veld == "bronnen":
        yield "bron", waarde
    elif isinstance(waarde, str) and (match := _ID.fullmatch(waarde)):
        yield match[1], match[2]


def _lees(wortel: Path) -> dict[Naam, Ruw]:
    echt: dict[Naam, Ruw] = {}
    for mapnaam, model in PER_MAP.items():
        if model.soort in NIET:
            continue
        for pad in sorted((wortel / "data" / mapnaam).glob("*.yml")):
            bestand, fouten = lees_bestand(pad, wortel)
            assert bestand is not None, fouten
            assert isinstance(bestand.waarde, dict)
            echt[model.soort, pad.stem] = bestand.waarde
    return echt


def vergroot(wortel: Path, aantal: int) -> None:
    """Write ``aantal`` extra records below ``wortel``: the same ones each time."""
    echt = _lees(wortel)
    telling = Counter(naam for ruw in echt.values() for naam in _genoemd(ruw))
    namen = sorted(echt)
    random.Random(0).shuffle(namen)  # noqa: S311 - idem
    rij = [(namen[plek % len(namen)], 1 + plek // len(namen)) for plek in range(aantal)]
    gekozen: dict[Naam, list[int]] = {}
    for naam, keer in rij:
        gekozen.setdefault(naam, []).append(keer)
    hubs = frozenset(naam for naam, keren in telling.items() if keren >= HUB)
    kopie = _Kopie(echt, hubs, gekozen)
    nummers = count(100)
    nieuw = {_genummerd(naam, keer): kopie.maak(naam, keer) for naam, keer in rij}
    for ruw in nieuw.values():
        if "nummer" in ruw:
            ruw["nummer"] = f"{ruw['nummer'][0]}{next(nummers)}"
    _geef_elke_bron_een_plek(nieuw)
    mappen = {model.soort: mapnaam for mapnaam, model in PER_MAP.items()}
    for (soort, slug), ruw in nieuw.items():
        tekst = yaml.dump(ruw, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
        (wortel / "data" / mappen[soort] / f"{slug}.yml").write_text(tekst, encoding="utf-8")


def _geef_elke_bron_een_plek(nieuw: dict[Naam, Ruw]) -> None:
    """Let a term of the same copy rest on each source that nothing rests on yet."""
    genoemd = {naam for ruw in nieuw.values() for naam in _genoemd(ruw)}
    plekken = [
        ruw["uitleg"][-1]["bronnen"] for (soort, _), ruw in nieuw.items() if soort == "begrip"
    ]
    over = [naam for naam in nieuw if naam[0] == "bron" and naam not in genoemd]
    for nummer, (_, slug) in enumerate(over):
        plekken[nummer % len(plekken)].append(slug)


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401
        del data
        return True


if __name__ == "__main__":
    vergroot(Path(sys.argv[2]), int(sys.argv[1]))
