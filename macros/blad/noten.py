"""Numbered notes: each source on a page gets one number, in order of first mention."""

from __future__ import annotations

from collections.abc import Sequence


class Notes:
    """Collects the sources of one page while it is being written."""

    def __init__(self) -> None:
        self._nummers: dict[str, int] = {}

    def nummer(self, bron_id: str) -> int:
        """Return the number of a source on this page, giving it one if it has none yet."""
        return self._nummers.setdefault(bron_id, len(self._nummers) + 1)

    @property
    def bronnen(self) -> Sequence[str]:
        """Return the ids of the sources in order of their numbers."""
        return list(self._nummers)


class HeadingTwiceError(ValueError):
    """Two parts of one page have a heading with the same anchor; its text is said."""


class Headings:
    """Collects the headings of one page, for the list at its top."""

    def __init__(self) -> None:
        self.lijst: list[tuple[str, str]] = []

    def kop(self, anker: str, tekst: str) -> str:
        """Remember a heading; return nothing, so that a template can call it in passing."""
        if anker in dict(self.lijst):
            raise HeadingTwiceError(tekst)
        self.lijst.append((anker, tekst))
        return ""
