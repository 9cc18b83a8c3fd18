"""The built site for a server: beside each file the same, packed as ``.br`` and ``.gz``.

A server that finds those sends them as they are. So it packs nothing itself while a reader waits,
and can afford to pack well.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

LEAST = 1000
"""In bytes: what is smaller fits in one network packet anyway."""
ENOUGH = 0.9
"""What does not become smaller than this part of itself is left alone: images, fonts, archives."""
MARK = "index.html.gz"
"""What a folder that was made here holds, and the site itself does not."""


def _brotli(inhoud: bytes) -> bytes:
    import brotli  # noqa: PLC0415 - the site is built without it

    # 10 of 11: the last step takes three times as long and saves one per cent more.
    packed: bytes = brotli.compress(inhoud, quality=10)
    return packed


PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".br": _brotli,
    # Without a date or name inside, so the same file gives the same bytes.
    ".gz": lambda inhoud: gzip.compress(inhoud, 9, mtime=0),
}
"""Suffix of each form, as nginx, Apache and Caddy expect it, and how it is made."""


def copy_with_packed(site: Path, new: Path) -> tuple[int, int]:
    """Copy a site into a folder and pack there; return how many files there were, how many packed.

    Dates are kept: from them a server makes the ETag.
    """
    paths = sorted(pad for pad in site.rglob("*") if pad.is_file())
    packed = 0
    for pad in paths:
        doel = new / pad.relative_to(site)
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(pad, doel)
        packed += _pack(doel)
    return len(paths), packed


def _pack(file: Path) -> bool:
    """Write each form that is worth it beside a file; tell whether there was one."""
    inhoud = file.read_bytes()
    if len(inhoud) < LEAST or file.suffix in PACKERS:
        return False
    done = False
    for suffix, pack in PACKERS.items():
        small = pack(inhoud)
        if len(small) <= ENOUGH * len(inhoud):
            file.with_name(file.name + suffix).write_bytes(small)
            done = True
    return done
