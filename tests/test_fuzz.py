"""Break the files of ``data/`` and ``docs/`` as text, at random: never a traceback, always a place.

``make fuzz`` breaks many more than the sample of ``make test``; the seed is fixed, so a mutant that
is found once is found again.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros.corpus.corpus import Corpus
from macros.load.boom import lees_tekst
from macros.load.fout import Fout
from macros.load.kop import lees_markdown
from macros.model.lees import VLAKBIJ, lees_model
from macros.model.soorten import PER_MAP
from macros.model.verteld import Kop
from macros.model.vocabulaire import Vocabulaire
from macros.pages.aanroep import aanroepen
from tests.conftest import VERSLAG

ZAAD = 20261127
AANTAL = int(os.environ.get("KENNISBANK_FUZZ", "1500"))
VREEMDE_TEKENS = "\u00a0\u00ad\u200b\u2060\u2028\u3164\ufffd\x07\t"
WAARDEN = (
    "null",
    "[]",
    "{}",
    "2.10",
    "yes",
    "''",
    "١٢٣",
    "2021-00",
    "x" * 9000,
    "&a b",
    "- -",
    "…",
)


def _knip(kans: random.Random, tekst: str) -> tuple[str, int]:
    plek = kans.randrange(1, len(tekst))
    return tekst[:plek], tekst.count("\n", 0, plek) + 1


def _regel_weg(kans: random.Random, tekst: str) -> tuple[str, int]:
    regels = tekst.splitlines(keepends=True)
    nummer = kans.randrange(len(regels))
    return "".join(regels[:nummer] + regels[nummer + 1 :]), nummer + 1


def _regel_dubbel(kans: random.Random, tekst: str) -> tuple[str, int]:
    regels = tekst.splitlines(keepends=True)
    nummer = kans.randrange(len(regels))
    return "".join(regels[: nummer + 1] + regels[nummer:]), nummer + 1


def _teken(tekens: str) -> Callable[[random.Random, str], tuple[str, int]]:
    def doe(kans: random.Random, tekst: str) -> tuple[str, int]:
        plek = kans.randrange(len(tekst))
        return tekst[:plek] + kans.choice(tekens) + tekst[plek:], tekst.count("\n", 0, plek) + 1

    return doe


def _waarde(kans: random.Random, tekst: str) -> tuple[str, int]:
    regels = tekst.splitlines(keepends=True)
    nummer = kans.randrange(len(regels))
    naam, punt, _ = regels[nummer].partition(": ")
    regels[nummer] = f"{naam}{punt or ': '}{kans.choice(WAARDEN)}\n"
    return "".join(regels), nummer + 1


BREKERS: Mapping[str, Callable[[random.Random, str], tuple[str, int]]] = {
    "afgekapt": _knip,
    "regel weg": _regel_weg,
    "regel dubbel": _regel_dubbel,
    "vreemd teken": _teken(VREEMDE_TEKENS),
    "aanhalingsteken": _teken("\"'"),
    "leesteken": _teken(":#[]{},-&*!|>%@`\\"),
    "inspringing": _teken(" \n"),
    "waarde": _waarde,
}


def _lees_docs(tekst: str, naam: str) -> list[Fout]:
    markdown, fouten = lees_markdown(tekst, naam)
    if markdown is None:
        return fouten
    _, meldingen = lees_model(markdown.kop, Kop)
    return [
        *fouten,
        *meldingen,
        *aanroepen(markdown.tekst, naam, markdown.eerste_regel)[1],
    ]


def _lezer(model: type[BaseModel]) -> Callable[[str, str], list[Fout]]:
    def lees(tekst: str, naam: str) -> list[Fout]:
        bestand, fouten = lees_tekst(tekst, naam)
        return fouten if bestand is None else [*fouten, *lees_model(bestand, model)[1]]

    return lees


def _bestanden(wortel: Path, corpus: Corpus) -> list[tuple[Path, Callable[[str, str], list[Fout]]]]:
    lezers: list[tuple[Path, Callable[[str, str], list[Fout]]]] = []
    for map_, model in {**PER_MAP, "vocabulaires": Vocabulaire}.items():
        lezers += [(pad, _lezer(model)) for pad in sorted((wortel / "data" / map_).glob("*.yml"))]
    lezers += [
        (wortel / "data" / f"{naam}.yml", _lezer(type(tabel)))
        for naam, tabel in corpus.tabellen.items()
    ]
    docs = [(pad, _lees_docs) for pad in sorted((wortel / "docs").rglob("*.md"))]
    return [*lezers, *docs * (len(lezers) // (9 * len(docs)) + 1)]


@pytest.mark.parametrize("breker", BREKERS)
def test_wat_er_ook_breekt_er_komt_een_melding_op_een_plaats(
    wortel: Path, corpus: Corpus, breker: str, request: pytest.FixtureRequest
) -> None:
    kans = random.Random(f"{ZAAD} {breker}")  # noqa: S311  a fixed seed, no secret
    bestanden = _bestanden(wortel, corpus)
    telling: Counter[str] = Counter()
    traag = []
    for _ in range(AANTAL // len(BREKERS)):
        pad, lees = kans.choice(bestanden)
        heel = pad.read_text(encoding="utf-8")
        tekst, plaats = BREKERS[breker](kans, heel)
        begin = time.perf_counter()
        fouten = lees(tekst, pad.name)
        if time.perf_counter() - begin > 2:
            traag.append(pad.name)
        hoogste = tekst.count("\n") + 1
        for fout in fouten:
            assert 1 <= fout.regel <= hoogste, (pad, fout)
            assert fout.wat, (pad, fout)
            assert fout.herstel, (pad, fout)
        if not fouten:
            telling["aanvaard"] += 1
        elif any(abs(fout.regel - plaats) <= VLAKBIJ for fout in fouten):
            telling["op de plaats"] += 1
        else:
            telling["elders"] += 1
        if breker == "vreemd teken" and pad.suffix == ".yml":
            assert plaats in {fout.regel for fout in fouten}, (pad, fouten)
    cijfers = ", ".join(f"{naam} {aantal}" for naam, aantal in sorted(telling.items()))
    request.config.stash[VERSLAG].append(f"fuzz, {breker}: {cijfers}")
    assert traag == []
