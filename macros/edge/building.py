"""``python -m macros.edge.building MAP``: builds beside the old site and swaps when it is whole.

With ``--profiel`` it tells, too, what each step took of the time of the processor.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import time
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click
from mkdocs.exceptions import Abort

from macros.corpus.memory import Memory
from macros.edge.around import run_mkdocs
from macros.load.error import report
from macros.site.build import whole_site
from macros.site.inspection import inspect
from macros.site.register import DuplicatePathError
from macros.site.shell import ShellError
from macros.site.wissel import DiskFullError, replace

GOOD, ERROR, GEBRUIK, AFGEBROKEN = 0, 1, 2, 130
"""Exit statuses; the last is that of a program that Ctrl+C stops."""
STAPPEN: Sequence[tuple[str, str, str]] = (
    ("gegevens inlezen", "corpus/ingest.py", "read_corpus"),
    ("… waarvan YAML", "load/tree.py", "read_file"),
    ("… waarvan het model", "model/validate.py", "validate_model"),
    ("regels", "check/regels.py", "run_rules"),
    ("geschreven pagina's controleren", "pages/told.py", "check_told"),
    ("persoonsgegevens buiten data", "check/privacy.py", "personal_data_outside_data"),
    ("zoekindex", "site/build.py", "search_index"),
    ("geschreven pagina's maken", "site/told.py", "tell"),
    ("recordpagina's maken", "site/build.py", "_recall"),
    ("omhulsel vullen", "site/shell.py", "fill"),
    ("dossiers", "exports/dossier.py", "dossier"),
    ("verwijzingen", "exports/citation_files.py", "citation_files"),
    ("andere bestanden", "exports/all_exports.py", "every_export"),
    ("schrijven", "exports/file.py", "write"),
    ("MkDocs: pagina's lezen", "commands/build.py", "_populate_page"),
    ("MkDocs: pagina's maken", "commands/build.py", "_build_page"),
    ("vergelijken met de vorige", "site/wissel.py", "_keep_dates"),
)
"""What readers call a step, and the function that does it; a test sees that each is there."""


def main(arguments: Sequence[str]) -> int:
    """Build the project in this folder into the folder that is named; return the exit status."""
    folders = [one for one in arguments if one != "--profiel"]
    if len(folders) != 1 or folders[0].startswith("-"):
        _announce("gebruik: python -m macros.edge.building [--profiel] MAP")
        return GEBRUIK
    naar = Path(folders[0])
    if "--profiel" not in arguments:
        return _build_whole(naar)
    profile = cProfile.Profile(time.process_time)
    status = profile.runcall(_build_whole, naar)
    _announce("\n".join(_report(profile)))
    return status


def _build_whole(naar: Path) -> int:
    try:
        replace(naar, _build, _announce)
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


def _build(folder: Path) -> None:
    root, memory = Path.cwd(), Memory()
    corpus, errors = inspect(root, memory)
    if corpus is None or errors:
        raise Abort(f"\n{report(errors)}")
    try:
        for file in chain(*whole_site(corpus, run_mkdocs(root, corpus.site), memory)):
            file.write(folder)
    except (ShellError, DuplicatePathError) as error:
        raise Abort(f"\n{error}") from error


def _report(profile: cProfile.Profile) -> list[str]:
    """Return what each step took. Counting makes all slower: read how these are to each other."""
    times = {
        (Path(file).parts[-2:], function): together
        for (file, _, function), (*_, together, _) in pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]  # not in typeshed
        if len(Path(file).parts) > 1
    }
    whole = max(times.values())
    regels = [
        (naam, times.get((Path(file).parts, function), 0.0)) for naam, file, function in STAPPEN
    ]
    return [
        f"{seconds:8.2f} s {seconds / whole:5.0%}  {naam}"
        for naam, seconds in [*regels, ("samen", whole)]
    ]


def _announce(tekst: str) -> None:
    click.echo(tekst, err=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
