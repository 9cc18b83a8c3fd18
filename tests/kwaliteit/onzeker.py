"""What axe leaves undecided, and what of that has been looked at."""

from __future__ import annotations

from collections.abc import Callable

from tests.kwaliteit.meten import Vondst


def _contrast_op(vondst: Vondst, breedten: tuple[str, ...]) -> bool:
    return vondst.regel == "color-contrast" and any(b in vondst.staat for b in breedten)


ONZEKER_BEKEKEN: dict[str, Callable[[Vondst], bool]] = {
    "staat achter de lijst met suggesties; zonder de lijst is het gemeten": lambda v: (
        v.staat.startswith("suggesties")
    ),
    "tekst in een tekening; zie test_text_in_drawings_has_contrast": lambda v: (
        v.regel == "color-contrast" and v.html.startswith(("<text", "<tspan"))
    ),
    "schuift in een tabel buiten een smal scherm; op 1280 px is het gemeten": lambda v: (
        _contrast_op(v, ("320 px", "768 px")) and v.plek.endswith("in een tabel")
    ),
}
"""What axe cannot decide by itself, why that is no fault, and how to recognise it."""


def onbekeken(vondsten: list[Vondst]) -> list[Vondst]:
    """Return the undecided findings that nobody has looked at."""
    return [v for v in vondsten if not any(bekeken(v) for bekeken in ONZEKER_BEKEKEN.values())]


def verslag(vondsten: list[Vondst]) -> str:
    """Return the first findings, a line each."""
    return "\n".join(str(v) for v in sorted(set(vondsten))[:40])
