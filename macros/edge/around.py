"""Runs MkDocs on ``docs/`` and the theme; returns all that it makes, for ``macros.site``."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from macros.edge.plugin import Kennisbank
from macros.model.vocabulaire import Site
from macros.site import shell
from macros.site.told import Surroundings


def run_mkdocs(root: Path, site: Site) -> Surroundings:
    """Return the told pages, the shell and the other files; raise ``Abort`` for what is wrong."""
    with TemporaryDirectory() as folder, _warnings():
        config = load_config(str(root / "mkdocs.yml"), site_dir=folder, strict=True)
        plugin = config.plugins["kennisbank"]
        if not isinstance(plugin, Kennisbank):
            raise Abort("mkdocs.yml: onder plugins ontbreekt „kennisbank”")
        plugin.site = site
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        files = {
            pad.relative_to(folder).as_posix(): pad.read_bytes()
            for pad in sorted(Path(folder).rglob("*"))
            if pad.is_file()
        }
    made = dict.fromkeys(files, "macros/theme")
    occupied = {pad: who for pad, who in plugin.occupied.items() if not pad.startswith(shell.PAD)}
    pages = tuple(plugin.pages.values())
    return Surroundings(pages, plugin.shell, plugin.menu_parts, files, made | occupied)


@contextmanager
def _warnings() -> Iterator[None]:
    """Show what MkDocs warns of, and nothing of its progress."""
    logger, show = logging.getLogger("mkdocs"), logging.StreamHandler()
    show.setFormatter(logging.Formatter("%(levelname)s - %(message)s"))
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(show)
    try:
        yield
    finally:
        logger.removeHandler(show)
