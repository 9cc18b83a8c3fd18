"""What a run made and a next one can use: bytes by key, in one file that may go at any time.

It holds only what would come out the same when made again: all that it rests on stands in the mark
or the key. A file that is not whole, or has another mark, holds nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
from pathlib import Path

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
    """The bytes of one file; what nobody asked for is gone after ``save``."""

    def __init__(self, file: Path, mark: str) -> None:
        self._file, self._mark = file, mark
        self._before = self._read()
        self._now: dict[bytes, bytes] = {}

    def _read(self) -> dict[bytes, bytes]:
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            raw = self._file.read_bytes()
            # Checked first: what is not as we wrote it is not even looked into.
            if raw[:_DIGEST] == digest(raw[_DIGEST:]):
                mark, inhoud = marshal.loads(raw[_DIGEST:])  # noqa: S302  we wrote it ourselves
                if mark == self._mark:
                    return dict(inhoud)
        return {}

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under this key, now or by the run before."""
        if key not in self._now and key in self._before:
            self._now[key] = self._before[key]
        return self._now.get(key)

    def put(self, key: bytes, inhoud: bytes) -> None:
        """Keep this for a next run."""
        self._now[key] = inhoud

    def save(self) -> None:
        """Write the file anew if anything is different, and if there is a place for it."""
        if self._now == self._before:
            return
        raw = marshal.dumps((self._mark, self._now))
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            # Two runs that write at once spoil it at most: that is seen by who reads it.
            new = self._file.with_name(f"{self._file.name}.nieuw")
            new.write_bytes(digest(raw) + raw)
            new.replace(self._file)
            self._before = dict(self._now)
