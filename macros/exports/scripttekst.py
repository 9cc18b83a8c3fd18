"""Data as the text of a script."""

from __future__ import annotations

import json

_GEVAARLIJK = {teken: f"\\u{ord(teken):04x}" for teken in "<\u2028\u2029"}
"""These stand only inside texts, where JSON may write them so. No ``</script>`` can then arise."""


def scripttekst(ding: object) -> str:
    """Return what JSON can hold as an expression of JavaScript."""
    tekst = json.dumps(ding, ensure_ascii=False, separators=(",", ":"))
    for teken, ontsnapt in _GEVAARLIJK.items():
        tekst = tekst.replace(teken, ontsnapt)
    return tekst
