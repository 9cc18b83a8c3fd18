"""A file that was read by an earlier run: where its values stand is only looked up for an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from macros.load.error import Pad, Position
from macros.load.tree import Value, YamlFile, read_bytes


class _Later(Mapping[Pad, Position]):
    """A mapping that is made when somebody looks into it."""

    def __init__(self, make: Callable[[], Mapping[Pad, Position]]) -> None:
        self._make = make

    @cached_property
    def _inhoud(self) -> Mapping[Pad, Position]:
        return self._make()

    def __getitem__(self, pad: Pad) -> Position:
        return self._inhoud[pad]

    def __iter__(self) -> Iterator[Pad]:
        return iter(self._inhoud)

    def __len__(self) -> int:
        return len(self._inhoud)


Kept = tuple[Value, Mapping[Pad, str], Sequence[tuple[Position, str]], bytes]
"""What of a file goes along to a next run: all but the places."""


def to_keep(file: YamlFile) -> Kept:
    """Return what of a file goes along to a next run."""
    return file.waarde, file.typed, file.opmerkingen, file.mark


def as_before(raw: bytes, naam: str, kept: Kept) -> YamlFile:
    """Return the file of which these bytes were read before, without reading them again."""
    waarde, typed, opmerkingen, mark = kept

    @cache
    def read() -> YamlFile:
        file, _ = read_bytes(raw, naam)
        assert file is not None  # noqa: S101  nothing was wrong with it, or it was not kept
        return file

    return YamlFile(
        naam,
        waarde,
        _Later(lambda: read().positions),
        _Later(lambda: read().keys),
        _Later(lambda: read().ends),
        typed,
        opmerkingen,
        mark,
    )
