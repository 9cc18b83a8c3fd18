"""Pictures made at build time: the chain of instruments and charts, each readable as text too."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.blad.page_macro_error import choose
from macros.model.instrument import Instrument
from macros.model.kennis import Cijfer, Grafiek
from macros.pages.rendering import Writer, render

BREEDTE = 320
"""Width in SVG units: that of the narrowest screen, so that text stays readable."""
BOX_HEIGHT, SPACING, HEAD_HEIGHT = 34, 8, 26
BAR_HEIGHT, BAR_WIDTH = 22, 190


@dataclass(frozen=True, slots=True)
class Box:
    """One instrument in the chain."""

    y: int
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class Rung:
    """One place in the chain with its instruments, from ``y`` to ``eind``."""

    y: int
    eind: int
    label: str
    uitleg: str
    boxes: tuple[Box, ...]


def keten(kb: Writer) -> Markup:
    """Return the chain of instruments as a picture and as an ordered list."""
    instrumenten = sorted(kb.corpus.every(Instrument), key=lambda record: record.volgorde)
    y = 0
    rungs = []
    for term in kb.corpus.vocabulaires["ketenplaats"].termen:
        here = [record for record in instrumenten if record.ketenplaats == term.sleutel]
        begin, y = y, y + HEAD_HEIGHT
        boxes = []
        for record in here:
            boxes.append(Box(y, record))
            y += BOX_HEIGHT + SPACING
        rungs.append(Rung(begin, y, term.label, term.uitleg, tuple(boxes)))
        y += HEAD_HEIGHT
    return render(
        "keten.html.j2", kb, rungs=rungs, breedte=BREEDTE, hoogte=y, box_height=BOX_HEIGHT
    )


def grafiek(kb: Writer, slug: str) -> Markup:
    """Return one chart as horizontal bars, with the table behind it."""
    grafieken = {one.slug: one for one in kb.corpus.every(Grafiek)}
    record = choose("grafiek", grafieken, slug)
    cijfers = [cijfer for id_ in record.cijfers if isinstance(cijfer := kb.record(id_), Cijfer)]
    getallen = [cijfer.getal or 0 for cijfer in cijfers]
    scale = BAR_WIDTH / (max(getallen) or 1)
    stap = BAR_HEIGHT + SPACING
    bars = [
        (nummer * stap, round(getal * scale), cijfer)
        for nummer, (getal, cijfer) in enumerate(zip(getallen, cijfers, strict=True))
    ]
    return render(
        "grafiek.html.j2",
        kb,
        grafiek=record,
        bars=bars,
        breedte=BREEDTE,
        hoogte=len(bars) * stap,
        bar_height=BAR_HEIGHT,
    )


def grafieken(kb: Writer) -> Markup:
    """Return every chart."""
    return Markup().join(
        grafiek(kb, record.id.partition(":")[2]) for record in kb.corpus.every(Grafiek)
    )
