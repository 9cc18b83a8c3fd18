"""Pictures made at build time: the chain of instruments and charts, each readable as text too."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.blad.inzetfout import kies
from macros.model.instrument import Instrument
from macros.model.kennis import Cijfer, Grafiek
from macros.pages.weergave import Schrijver, teken

BREEDTE = 320
"""Width in SVG units: that of the narrowest screen, so that text stays readable."""
VAKHOOGTE, TUSSENRUIMTE, KOPHOOGTE = 34, 8, 26
BALKHOOGTE, BALKBREEDTE = 22, 190


@dataclass(frozen=True, slots=True)
class Vak:
    """One instrument in the chain."""

    y: int
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class Trede:
    """One place in the chain with its instruments, from ``y`` to ``eind``."""

    y: int
    eind: int
    label: str
    uitleg: str
    vakken: tuple[Vak, ...]


def keten(kb: Schrijver) -> Markup:
    """Return the chain of instruments as a picture and as an ordered list."""
    instrumenten = sorted(kb.corpus.alle(Instrument), key=lambda record: record.volgorde)
    y = 0
    treden = []
    for term in kb.corpus.vocabulaires["ketenplaats"].termen:
        hier = [record for record in instrumenten if record.ketenplaats == term.sleutel]
        begin, y = y, y + KOPHOOGTE
        vakken = []
        for record in hier:
            vakken.append(Vak(y, record))
            y += VAKHOOGTE + TUSSENRUIMTE
        treden.append(Trede(begin, y, term.label, term.uitleg, tuple(vakken)))
        y += KOPHOOGTE
    return teken("keten.html.j2", kb, treden=treden, breedte=BREEDTE, hoogte=y, vakhoogte=VAKHOOGTE)


def grafiek(kb: Schrijver, slug: str) -> Markup:
    """Return one chart as horizontal bars, with the table behind it."""
    grafieken = {een.slug: een for een in kb.corpus.alle(Grafiek)}
    record = kies("grafiek", grafieken, slug)
    cijfers = [cijfer for id_ in record.cijfers if isinstance(cijfer := kb.record(id_), Cijfer)]
    getallen = [cijfer.getal or 0 for cijfer in cijfers]
    schaal = BALKBREEDTE / (max(getallen) or 1)
    stap = BALKHOOGTE + TUSSENRUIMTE
    balken = [
        (nummer * stap, round(getal * schaal), cijfer)
        for nummer, (getal, cijfer) in enumerate(zip(getallen, cijfers, strict=True))
    ]
    return teken(
        "grafiek.html.j2",
        kb,
        grafiek=record,
        balken=balken,
        breedte=BREEDTE,
        hoogte=len(balken) * stap,
        balkhoogte=BALKHOOGTE,
    )


def grafieken(kb: Schrijver) -> Markup:
    """Return every chart."""
    return Markup().join(
        grafiek(kb, record.id.partition(":")[2]) for record in kb.corpus.alle(Grafiek)
    )
