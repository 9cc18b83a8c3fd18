"""How a kind of record is told: its features and its headed parts, declared beside its fields.

A kind says here which field stands under which heading. How a field is told follows from its type
and its marks, and is worked out once, in ``macros/blad``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LetOp = Literal["voorstel", "verkend", "ander-initiatief", "telwijze", "waarde-van-anderen"]
"""What a reader must not mistake a record for; ``macros.blad.zinnen`` has the sentence."""

Uitleg = Literal["", "erbij", "alleen"]
"""Whether a feature that is a term tells its label, its label and explanation, or only the last."""

Inleiding = Literal["", "waarden-van-anderen"]
"""What has to be read before a part; ``macros.blad.zinnen`` has the sentence."""

Stijl = Literal["", "antwoord", "vraag", "alinea", "cijfers", "gaten"]
"""``antwoord`` and ``vraag`` stand above the features: the reader acts on them. ``alinea`` is a
paragraph of links, ``cijfers`` tells the figures a field points to, and ``gaten`` only what is
missing: the field itself is told as a feature."""


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """One feature: a label and the field that holds it."""

    label: str
    veld: str
    uitleg: Uitleg = ""
    lijst: str = ""
    """Page on which each term has a heading of its own, if there is one."""
    eenheid: str = ""
    """Field with the unit that belongs to a figure."""
    adres: bool = False
    """An identifier that may be broken anywhere."""
    taal: str = ""
    """Language of the value when that is not Dutch (WCAG 3.1.2)."""
    bijzaak: bool = False
    """Of use to programs, or to who searches; a dossier leaves it out."""


@dataclass(frozen=True, slots=True)
class Sectie:
    """One headed part: the fields that stand under it, in order."""

    kop: str
    velden: tuple[str, ...]
    anker: str
    stijl: Stijl = ""
    geordend: bool = False
    bronnen: str = ""
    """Field with the sources of a part that holds no statements."""
    inleiding: Inleiding = ""
    kop_zonder: str = ""
    """Heading when the field is empty and only the gap is told."""

    @property
    def boven(self) -> bool:
        """Tell whether the reader acts on this: it stands above the features."""
        return self.stijl in ("antwoord", "vraag")


def sectie(  # noqa: PLR0913  each option is one way in which a part may differ
    kop: str,
    *velden: str,
    anker: str = "",
    stijl: Stijl = "",
    geordend: bool = False,
    bronnen: str = "",
    inleiding: Inleiding = "",
    kop_zonder: str = "",
) -> Sectie:
    """Return a headed part; its anchor is the name of its first field, if not told."""
    return Sectie(
        kop,
        velden,
        anker or velden[0].replace("_", "-"),
        stijl=stijl,
        geordend=geordend,
        bronnen=bronnen,
        inleiding=inleiding,
        kop_zonder=kop_zonder,
    )
