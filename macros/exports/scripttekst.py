"""Data as the text of a script."""

from __future__ import annotations

from pydantic_core import to_json

_DANGEROUS = {character: f"\\u{ord(character):04x}" for character in "<\u2028\u2029"}
"""These stand only inside texts, where JSON may write them so. No ``</script>`` can then arise."""


def scripttekst(thing: object) -> str:
    """Return what JSON can hold as an expression of JavaScript."""
    tekst = to_json(thing).decode()
    for character, escaped in _DANGEROUS.items():
        tekst = tekst.replace(character, escaped)
    return tekst
