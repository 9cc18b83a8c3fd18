"""What axe leaves undecided, and what of that has been looked at."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.kwaliteit.measuring import Finding


def _has_contrast_on(finding: Finding, widths: tuple[str, ...]) -> bool:
    return finding.regel == "color-contrast" and any(b in finding.state for b in widths)


_PROOF = re.compile(r'<summary>\[\d+\]|<b( class="kb-[a-z]+")?>|<span class="kb-stand">')
"""The summary of a proof, and its words for certainty and date."""
REVIEWED_UNCERTAIN: dict[str, Callable[[Finding], bool]] = {
    "staat achter de lijst met suggesties; zonder de lijst is het gemeten": lambda v: (
        v.state.startswith("suggesties")
    ),
    "staat achter het uitgeklapte „Meer” van het menu; zoals geladen is het gemeten": lambda v: (
        _has_contrast_on(v, ("uitgeklapt, 1280 px",))
        and v.html.startswith(('<h2 id="op-deze-pagina"', '<a href="#'))
    ),
    "tekst in een tekening; zie test_text_in_drawings_has_contrast": lambda v: (
        v.regel == "color-contrast" and v.html.startswith(("<text", "<tspan"))
    ),
    "schuift in een tabel buiten een smal scherm; op 1280 px is het gemeten": lambda v: (
        _has_contrast_on(v, ("320 px", "768 px")) and v.place.endswith("in een tabel")
    ),
    "bewijs dat op een smal scherm over twee regels loopt; op 768 en 1280 px is het gemeten": (
        lambda v: _has_contrast_on(v, ("320 px",)) and _PROOF.match(v.html) is not None
    ),
}
"""What axe cannot decide by itself, why that is no fault, and how to recognise it."""


def unreviewed(findings: list[Finding]) -> list[Finding]:
    """Return the undecided findings that nobody has looked at."""
    return [v for v in findings if not any(reviewed(v) for reviewed in REVIEWED_UNCERTAIN.values())]


def report(findings: list[Finding]) -> str:
    """Return the first findings, a line each."""
    return "\n".join(str(v) for v in sorted(set(findings))[:40])
