"""Every address of the site, once: two makers of one file would silently overwrite each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.exports.file import Output


class DuplicatePathError(ValueError):
    """Two makers write one file; the message names the file and both."""


class Register:
    """Who writes what. Begins with the files that are there already."""

    def __init__(self, occupied: Mapping[str, str]) -> None:
        self._who = dict(occupied)

    def claim(self, pad: str, who: str) -> None:
        """Give ``pad`` to ``who``; raise ``DuplicatePathError`` if it is somebody else's."""
        if pad in self._who:
            raise DuplicatePathError(
                f"{pad} wordt door twee gemaakt: {self._who[pad]} en {who}\n"
                "    geef een van beide een ander adres"
            )
        self._who[pad] = who

    def claimed(self, files: Iterable[tuple[str, Output]]) -> Iterator[Output]:
        """Yield the files that are handed in with who made them, each claimed."""
        for who, file in files:
            self.claim(file.pad, who)
            yield file
