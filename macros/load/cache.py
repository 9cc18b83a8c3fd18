"""What a run made and a next one can use: bytes by key, in one file that may go at any time.

It holds only what would come out the same when made again: all that it rests on stands in the mark
or the key. A file that is not whole, or has another mark, holds nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import pickle
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

Thing = TypeVar("Thing")

FOLDER = Path(".cache/kennisbank")
_DIGEST = 32


def digest(*parts: bytes | str) -> bytes:
    """Return what differs where any of the parts does."""
    hash_ = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        hash_.update(b"%d " % len(raw))
        hash_.update(raw)
    return hash_.digest()


class Cache:
    """The bytes of one file; without a file nothing is kept for a next run."""

    def __init__(self, file: Path | None = None, mark: str = "") -> None:
        self._file, self.mark = file, mark
        self._before = self._read()
        self._now: dict[bytes, bytes] = {}

    def _read(self) -> dict[bytes, bytes]:
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            raw = b"" if self._file is None else self._file.read_bytes()
            # Checked first: what is not as we wrote it is not even looked into.
            if raw[:_DIGEST] == digest(raw[_DIGEST:]):
                mark, inhoud = marshal.loads(raw[_DIGEST:])  # noqa: S302  we wrote it ourselves
                if mark == self.mark:
                    return dict(inhoud)
        return {}

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under this key, now or by a run before."""
        if key not in self._now and key in self._before:
            self._now[key] = self._before[key]
        return self._now.get(key)

    def put(self, key: bytes, inhoud: bytes) -> None:
        """Keep this for a next run."""
        self._now[key] = inhoud

    def recall(self, key: bytes, make: Callable[[], Thing]) -> Thing:
        """Return what ``make`` makes, as it was kept if it was made before."""
        known = self.get(key)
        if known is not None:
            thing: Thing = pickle.loads(known)  # noqa: S301  as above
            return thing
        made = make()
        self.put(key, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        return made

    def save(self) -> None:
        """Write the file anew if anything is different, and if there is a place for it.

        What nobody asked for stays, for a run that makes something else, until it is the most.
        """
        unused = {key: one for key, one in self._before.items() if key not in self._now}
        inhoud = self._now if _size(unused) > _size(self._now) else unused | self._now
        if self._file is None or inhoud == self._before:
            return
        raw = marshal.dumps((self.mark, inhoud))
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            # Two runs that write at once spoil it at most: that is seen by who reads it.
            new = self._file.with_name(f"{self._file.name}.nieuw")
            try:
                new.write_bytes(digest(raw) + raw)
                new.replace(self._file)
            finally:
                new.unlink(missing_ok=True)
            self._before, self._now = inhoud, {}


def _size(inhoud: Mapping[bytes, bytes]) -> int:
    return sum(map(len, inhoud.values()))
