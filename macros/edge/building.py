"""``python -m macros.edge.building MAP``: builds beside the old site and swaps when it is whole.

With ``--profiel`` it tells, too, what each step took of the time of the processor.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from macros.edge.unchanged import inputs, is_built, left, remember
from macros.load.garbage import collect_seldom

GOOD, GEBRUIK = 0, 2
"""Exit statuses, with those of ``making``."""
STAPPEN: Sequence[tuple[str, str, str]] = (
    ("gegevens inlezen", "corpus/ingest.py", "read_corpus"),
    ("… waarvan YAML", "load/tree.py", "read_bytes"),
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
    ("… waarvan open data", "exports/all_exports.py", "open_data"),
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
    collect_seldom()
    naar = Path(folders[0])
    root, went_in = Path.cwd(), inputs(Path.cwd())
    profiled = "--profiel" in arguments
    if not profiled and is_built(root, naar, went_in):
        _announce(f"Er is niets veranderd: {naar.name}/ is al bij.")
        return GOOD
    # Only now: importing takes longer than seeing that nothing changed.
    cache = left(root)
    from macros.edge.making import build_whole  # noqa: PLC0415

    if profiled:
        profile = cProfile.Profile(time.process_time)
        status = profile.runcall(build_whole, naar, cache)
        _announce("\n".join(_report(profile)))
    else:
        status = build_whole(naar, cache)
    # Who saved something meanwhile, gets a build more.
    if inputs(root) == went_in:
        cache.save()
        if status == GOOD:
            remember(root, naar, went_in)
    return status


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
    print(tekst, file=sys.stderr)  # noqa: T201 - for who started it


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
