"""A folder that is replaced as a whole or not at all, whatever happens on the way.

What is new is made beside what is there and takes its place in one step of the file system
(``renameat2(2)`` with ``RENAME_EXCHANGE``). A build that is broken off, killed or out of space
leaves the site as it was.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import filecmp
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Melding = Callable[[str], None]
_HIER = -100  # AT_FDCWD: paths as they stand
_WISSEL = 2  # RENAME_EXCHANGE
_KAN_NIET = (errno.EINVAL, errno.ENOSYS, errno.EXDEV)


class SchijfVolFout(OSError):
    """There was no room for what is new; what was there is whole."""


def vervang(doel: Path, maak: Callable[[Path], None], meld: Melding) -> None:
    """Let ``maak`` fill an empty folder, and put that in the place of ``doel``.

    A file that comes out the same keeps its date, so that servers and copies do not take it for
    new. Who comes while another is at work, says so with ``meld`` and waits.
    """
    doel = doel.absolute()
    doel.parent.mkdir(parents=True, exist_ok=True)
    with _alleen(doel, meld):
        nieuw = doel.with_name(f".{doel.name}.nieuw")
        _weg(nieuw)  # of a build that was killed
        try:
            with _leesbaar():
                nieuw.mkdir()
                maak(nieuw)
            _houd_datums(doel, nieuw)
        except OSError as fout:
            _weg(nieuw)
            if fout.errno in (errno.ENOSPC, errno.EDQUOT):
                wat = f"De schijf is vol. {doel.name}/ is niet veranderd; maak ruimte vrij"
                raise SchijfVolFout(fout.errno, wat) from fout
            raise
        except BaseException:
            _weg(nieuw)
            raise
        if doel.exists():
            _wissel(nieuw, doel, meld)
            _weg(nieuw)
        else:
            nieuw.rename(doel)


@contextmanager
def _alleen(doel: Path, meld: Melding) -> Iterator[None]:
    """Hold the lock of a folder; the system takes it from a process that ends, however it ends."""
    with doel.with_name(f".{doel.name}.slot").open("w") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            meld(f"Een andere bouw is bezig met {doel.name}/; deze wacht.")
            fcntl.flock(slot, fcntl.LOCK_EX)
        yield


@contextmanager
def _leesbaar() -> Iterator[None]:
    """Let a web server read what is made, whatever the user has set."""
    vorige = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(vorige)


def _weg(map_: Path) -> None:
    if map_.exists():
        shutil.rmtree(map_)


def _houd_datums(oud: Path, nieuw: Path) -> None:
    for pad in nieuw.rglob("*"):
        vorige = oud / pad.relative_to(nieuw)
        if vorige.is_file() and pad.is_file() and filecmp.cmp(vorige, pad, shallow=False):
            tijd = vorige.stat().st_mtime_ns
            os.utime(pad, ns=(tijd, tijd))


def _wissel(een: Path, ander: Path, meld: Melding) -> None:
    """Let two folders change places in one step."""
    libc = ctypes.CDLL(None, use_errno=True)
    paden = os.fsencode(een), os.fsencode(ander)
    if libc.renameat2(_HIER, paden[0], _HIER, paden[1], _WISSEL) == 0:
        return
    nummer = ctypes.get_errno()
    if nummer not in _KAN_NIET:
        raise OSError(nummer, os.strerror(nummer), str(ander))
    meld(f"Dit bestandssysteem wisselt niet in één stap; {ander.name}/ is even weg.")
    opzij = een.with_name(f".{ander.name}.oud")
    _weg(opzij)
    ander.rename(opzij)
    een.rename(ander)
    opzij.rename(een)
