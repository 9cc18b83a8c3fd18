"""Tells in a moment that nothing changed since a site was built, without importing the build.

After a build a note is left in ``.cache/``: a fingerprint of all that went in and of all that came
out. Who deletes it, only gets a build more.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.load.cache import FOLDER, Cache

PARTS = ("data", "docs", "macros", "mkdocs.yml")
"""What a build reads of a project."""


def fingerprint(root: Path, parts: Iterable[str]) -> str:
    """Return what changes with the name or contents of any file or folder below these paths.

    Of what cannot be read it is not known that it is the same, so it never is.
    """
    hash_ = hashlib.sha256()
    for part in parts:
        for pad in _paths(root / part):
            try:
                inhoud = pad.read_bytes()
            except OSError:
                folder = pad.is_dir() and not pad.is_symlink()
                inhoud = b"" if folder else os.urandom(16)
            hash_.update(f"{pad.relative_to(root).as_posix()} {len(inhoud)}\n".encode())
            hash_.update(inhoud)
    return hash_.hexdigest()


def _paths(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
    for folder, folders, namen in os.walk(top):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        # An empty folder in the place of a file is another mistake than no file.
        yield from (Path(folder, naam) for naam in sorted([*folders, *namen]))


def inputs(root: Path) -> str:
    """Return the fingerprint of all that a build of this project rests on."""
    around = [
        fingerprint(root, PARTS),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        # The code that runs may be installed from elsewhere.
        code(),
    ]
    return hashlib.sha256("\n".join(around).encode()).hexdigest()


def code() -> str:
    """Return the fingerprint of all that works: our own code, the libraries and Python."""
    ours = fingerprint(Path(__file__).resolve().parents[2], ("macros",))
    return hashlib.sha256("\n".join([ours, sys.version, *_installed()]).encode()).hexdigest()


def left(root: Path) -> Cache:
    """Return what earlier runs on this project left; nothing if it was other code that did.

    Who asks this before importing what works, and saves while ``code`` is the same, leaves nothing
    that other code made.
    """
    return Cache(root / FOLDER / "gemaakt", code())


def _installed() -> Iterator[str]:
    """Yield the name, with its version, of each library and when it was installed."""
    for folder in map(Path, sys.path):
        if folder.name == "site-packages" and folder.is_dir():
            for pad in sorted(folder.glob("*.dist-info")):
                yield f"{pad.name} {pad.stat().st_mtime_ns}"


def _note(root: Path, site: Path) -> Path:
    naam = hashlib.sha256(os.fsencode(site.absolute())).hexdigest()[:16]
    return root / FOLDER / f"gebouwd-{naam}.json"


def is_built(root: Path, site: Path, went_in: str) -> bool:
    """Tell whether ``site`` is what a build with these inputs makes, to the last byte."""
    try:
        known = json.loads(_note(root, site).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(known == _told(site, went_in))


def _told(site: Path, went_in: str) -> dict[str, str]:
    return {"site": str(site.absolute()), "in": went_in, "out": fingerprint(site, ("",))}


def remember(root: Path, site: Path, went_in: str) -> None:
    """Leave the note, if there is a place for it."""
    note = _note(root, site)
    tekst = json.dumps(_told(site, went_in))
    with contextlib.suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        _forget_gone(note.parent)
        new = note.with_name(f"{note.name}.{os.getpid()}")
        new.write_text(tekst, encoding="utf-8")
        new.replace(note)


def _forget_gone(folder: Path) -> None:
    """Remove the notes about sites that are no longer there."""
    for note in folder.glob("gebouwd-*.json"):
        with contextlib.suppress(ValueError, KeyError, TypeError):
            if Path(json.loads(note.read_text(encoding="utf-8"))["site"]).is_dir():
                continue
        note.unlink()
