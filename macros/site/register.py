"""Every address of the site, once: two makers of one file would silently overwrite each other."""

from __future__ import annotations

from collections.abc import Mapping


class DubbelPadFout(ValueError):
    """Two makers write one file; the message names the file and both."""


class Register:
    """Who writes what. Begins with the files that are there already."""

    def __init__(self, bezet: Mapping[str, str]) -> None:
        self._wie = dict(bezet)

    def meld(self, pad: str, wie: str) -> None:
        """Give ``pad`` to ``wie``; raise ``DubbelPadFout`` if it is somebody else's already."""
        if pad in self._wie:
            raise DubbelPadFout(
                f"{pad} wordt door twee gemaakt: {self._wie[pad]} en {wie}\n"
                "    geef een van beide een ander adres"
            )
        self._wie[pad] = wie
