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

Message = Callable[[str], None]
_HERE = -100  # AT_FDCWD: paths as they stand
_WISSEL = 2  # RENAME_EXCHANGE
_CAN_NOT = (errno.EINVAL, errno.ENOSYS, errno.EXDEV)


class DiskFullError(OSError):
    """There was no room for what is new; what was there is whole."""


def replace(doel: Path, make: Callable[[Path], None], claim: Message) -> None:
    """Let ``make`` fill an empty folder, and put that in the place of ``doel``.

    A file that comes out the same keeps its date, so that servers and copies do not take it for
    new. Who comes while another is at work, says so with ``claim`` and waits.
    """
    doel = doel.absolute()
    doel.parent.mkdir(parents=True, exist_ok=True)
    with _only(doel, claim):
        new = doel.with_name(f".{doel.name}.nieuw")
        _abort(new)  # of a build that was killed
        try:
            with _readable():
                new.mkdir()
                make(new)
            _keep_dates(doel, new)
        except OSError as error:
            _abort(new)
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                wat = f"De schijf is vol. {doel.name}/ is niet veranderd; maak ruimte vrij"
                raise DiskFullError(error.errno, wat) from error
            raise
        except BaseException:
            _abort(new)
            raise
        if doel.exists():
            _wissel(new, doel, claim)
            _abort(new)
        else:
            new.rename(doel)


@contextmanager
def _only(doel: Path, claim: Message) -> Iterator[None]:
    """Hold the lock of a folder; the system takes it from a process that ends, however it ends."""
    with doel.with_name(f".{doel.name}.slot").open("w") as ending:
        try:
            fcntl.flock(ending, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            claim(f"Een andere bouw is bezig met {doel.name}/; deze wacht.")
            fcntl.flock(ending, fcntl.LOCK_EX)
        yield


@contextmanager
def _readable() -> Iterator[None]:
    """Let a web server read what is made, whatever the user has set."""
    previous = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(previous)


def _abort(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _keep_dates(old: Path, new: Path) -> None:
    for pad in new.rglob("*"):
        previous = old / pad.relative_to(new)
        if previous.is_file() and pad.is_file() and filecmp.cmp(previous, pad, shallow=False):
            modified = previous.stat().st_mtime_ns
            os.utime(pad, ns=(modified, modified))


def _wissel(one: Path, other: Path, claim: Message) -> None:
    """Let two folders change places in one step."""
    libc = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if libc.renameat2(_HERE, paths[0], _HERE, paths[1], _WISSEL) == 0:
        return
    nummer = ctypes.get_errno()
    if nummer not in _CAN_NOT:
        raise OSError(nummer, os.strerror(nummer), str(other))
    claim(f"Dit bestandssysteem wisselt niet in één stap; {other.name}/ is even weg.")
    aside = one.with_name(f".{other.name}.oud")
    _abort(aside)
    other.rename(aside)
    one.rename(other)
    aside.rename(one)
