"""``python -m macros.edge.bouwen MAP``: builds beside the old site and swaps when it is whole."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from mkdocs.__main__ import cli

from macros.site.wissel import SchijfVolFout, vervang

GOED, FOUT, AFGEBROKEN = 0, 1, 130
"""Exit statuses; the last is that of a program that Ctrl+C stops."""


def main(naar: Path) -> int:
    """Build the project in this folder into ``naar``; return the exit status."""
    try:
        vervang(naar, _bouw, _meld)
    except SchijfVolFout as fout:
        _meld(str(fout.strerror))
        return FOUT
    except click.Abort:
        _meld(f"Afgebroken. {naar.name}/ is niet veranderd.")
        return AFGEBROKEN
    except click.ClickException as fout:
        fout.show()
        return fout.exit_code
    return GOED


def _bouw(map_: Path) -> None:
    cli(["build", "--strict", "--site-dir", str(map_)], standalone_mode=False)


def _meld(tekst: str) -> None:
    click.echo(tekst, err=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
