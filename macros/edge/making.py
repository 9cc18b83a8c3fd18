"""Builds the whole site into a folder, beside what is there, and tells what is wrong."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click
from mkdocs.exceptions import Abort

from macros.corpus.memory import Memory
from macros.edge.surroundings import surroundings
from macros.load.cache import Cache
from macros.load.error import report
from macros.pages.rendering import keep_compiled
from macros.site.build import whole_site
from macros.site.inspection import inspect
from macros.site.register import DuplicatePathError
from macros.site.shell import ShellError
from macros.site.take_along import TakeAlongError
from macros.site.wissel import DiskFullError, replace

GOOD, ERROR, AFGEBROKEN = 0, 1, 130
"""Exit statuses; the last is that of a program that Ctrl+C stops."""


def build_whole(naar: Path, cache: Cache) -> int:
    """Build the project in this folder into ``naar``; return the exit status."""
    try:
        replace(naar, lambda new: _build(new, cache), _announce)
    except DiskFullError as error:
        _announce(str(error.strerror))
        return ERROR
    except click.Abort:
        _announce(f"Afgebroken. {naar.name}/ is niet veranderd.")
        return AFGEBROKEN
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return GOOD


def _build(folder: Path, cache: Cache) -> None:
    root, memory = Path.cwd(), Memory(cache)
    keep_compiled(cache)
    corpus, errors = inspect(root, memory)
    if corpus is None or errors:
        raise Abort(f"\n{report(errors)}")
    try:
        around = surroundings(root, corpus)
        for file in chain(*whole_site(corpus, root / "docs", around, memory)):
            file.write(folder)
    except (ShellError, DuplicatePathError, TakeAlongError) as error:
        raise Abort(f"\n{error}") from error


def _announce(tekst: str) -> None:
    click.echo(tekst, err=True)
