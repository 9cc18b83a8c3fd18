"""The command ``kennisbank``: check the data, count it, pack the site for a disk."""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from pydantic_core import PydanticCustomError

from macros.check.publiceren import niet_te_publiceren
from macros.check.regels import REGELS
from macros.check.tegenwoordig import zonder_tijd
from macros.check.tijd import verlopen
from macros.corpus.corpus import Corpus
from macros.corpus.tellen import telling
from macros.exports.offline import offline_zip
from macros.load.fout import Fout, verslag
from macros.model.basis import bestaande_dag
from macros.search.zoektermen import zwakke_zoektermen
from macros.site.bouw import uitvoer
from macros.site.keuring import keur, keur_gegevens

GOED, FOUT, GEBRUIK = 0, 1, 2
"""Exit statuses: all holds · the data has mistakes · the command was not understood (argparse)."""


def main(argumenten: list[str] | None = None) -> int:
    """Run one command; return its exit status."""
    _leesbaar_op_elk_scherm()
    opties = _ontleed(argumenten)
    if opties.opdracht == "regels":  # also of use where the data has mistakes
        print(_regels())
        return GOED
    corpus, fouten = _keur(opties)
    if corpus is None or fouten:
        print(verslag(fouten), file=sys.stderr)
        return FOUT
    print(OPDRACHTEN[opties.opdracht](corpus, opties))
    return GOED


def _keur(opties: argparse.Namespace) -> tuple[Corpus | None, list[Fout]]:
    """Return the corpus and all that is wrong; ``controleren`` reads what is told as well."""
    if opties.opdracht != "controleren":
        return keur_gegevens(opties.wortel)
    corpus, fouten = keur(opties.wortel)
    if corpus is not None and opties.vandaag is not None:
        fouten += verlopen(corpus, opties.vandaag)
    if corpus is not None and opties.publiceren:
        fouten += niet_te_publiceren(corpus)
    return corpus, fouten


_UITLEG: Sequence[tuple[str, str]] = (
    (r"argument (\S+): (bestaat niet|„.*)", r"\1: \2"),
    (
        r"argument opdracht: invalid choice: '?(.*?)'? \(choose from (.*)\)",
        r"onbekende opdracht „\1”; kies uit: \2",
    ),
    (r"argument (\S+): expected one argument", r"achter \1 ontbreekt een waarde"),
    (r"the following arguments are required: (.*)", r"er ontbreekt: \1"),
    (r"unrecognized arguments: (.*)", r"onbekend: \1"),
)
"""What argparse says in English, and what an editor reads."""


class _Ontleder(argparse.ArgumentParser):
    """Says in Dutch what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """Say it, with how the command goes, and stop."""
        for engels, nederlands in _UITLEG:
            message = re.sub(f"^{engels}$", nederlands, message)
        gebruik = self.format_usage().replace("usage: ", "gebruik: ", 1)
        self.exit(GEBRUIK, f"{gebruik}{self.prog}: {message}\n")


def _leesbaar_op_elk_scherm() -> None:
    """Print a question mark for a character that the terminal has not, and no traceback."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="replace")


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(bestaande_dag(tekst))
    except PydanticCustomError:
        raise argparse.ArgumentTypeError(
            f"„{tekst}” is geen bestaande dag; schrijf JJJJ-MM-DD"
        ) from None


def _controleren(corpus: Corpus, opties: argparse.Namespace) -> str:
    del opties
    return (
        f"Alles klopt: {len(corpus.records)} records, {len(corpus.beweringen)} beweringen, "
        f"{len(corpus.relaties)} verwijzingen."
    )


def _regels() -> str:
    return "\n\n".join(
        f"{regel.naam}\n  {regel.eis}\n  Waar: {regel.bereik}.\n  Herstel: {regel.herstel}"
        for regel in REGELS
    )


def _tellen(corpus: Corpus, opties: argparse.Namespace) -> str:
    del opties
    return "\n".join(f"{aantal:>6}  {naam}" for naam, aantal in telling(corpus))


def _zoektermen(corpus: Corpus, opties: argparse.Namespace) -> str:
    del opties
    regels = [
        f"{corpus.gelezen[record.id].bestand.naam}  {wat}"
        for record, wat in zwakke_zoektermen(corpus)
    ]
    return "\n".join([*regels, f"{len(regels)} records hebben weinig zoektermen."])


def _browsers(corpus: Corpus, opties: argparse.Namespace) -> str:
    """Return the browsers the site works in as JSON, for the check of scripts and stylesheets."""
    del opties
    browsers = corpus.toegankelijkheid.browsers
    return json.dumps([{"code": code, "vanaf": b.vanaf} for b in browsers for code in b.codes])


def _tegenwoordig(corpus: Corpus, opties: argparse.Namespace) -> str:
    """Return the signal: old statements that read as if they are so today, with their line."""
    del opties
    plekken = zonder_tijd(corpus)
    fouten = sorted(
        corpus.fout(plek.van, (*plek.pad, "tekst"), f"{plek.bewering.stand}: {plek.bewering.tekst}")
        for plek in plekken
    )
    regels = [str(fout) for fout in fouten]
    return "\n".join([*regels, f"{len(plekken)} oude beweringen noemen hun tijd niet in de zin."])


def _uitvoer(corpus: Corpus, opties: argparse.Namespace) -> str:
    aantal = 0
    for _, bestand in uitvoer(corpus, opties.wortel / "docs"):
        bestand.schrijf(opties.naar)
        aantal += 1
    return f"Klaar: {aantal} bestanden in {opties.naar}."


def _offline(corpus: Corpus, opties: argparse.Namespace) -> str:
    dag = corpus.site.peildag
    opties.naar.write_bytes(offline_zip(opties.site, dag))
    return f"Klaar: {opties.naar}. Pak het uit en open kennisbank/index.html."


OPDRACHTEN: Mapping[str, Callable[[Corpus, argparse.Namespace], str]] = {
    "controleren": _controleren,
    "tellen": _tellen,
    "zoektermen": _zoektermen,
    "tegenwoordig": _tegenwoordig,
    "browsers": _browsers,
    "uitvoer": _uitvoer,
    "offline": _offline,
}
"""What each command does with a corpus in which all holds; it returns what to print."""


def _ontleed(argumenten: list[str] | None) -> argparse.Namespace:
    lezer = _Ontleder(prog="kennisbank", description="Controleert en telt de gegevens.")
    lezer.add_argument(
        "--wortel", type=Path, default=Path.cwd(), help="map met data/ (standaard: hier)"
    )
    opdrachten = lezer.add_subparsers(dest="opdracht", required=True)
    controleren = opdrachten.add_parser("controleren", help="controleer alle gegevens")
    controleren.add_argument(
        "--vandaag",
        type=_dag,
        help="meld ook wat op deze dag opnieuw bekeken moet zijn: records, wetsvoorstellen, sporen",
    )
    controleren.add_argument(
        "--publiceren",
        action="store_true",
        help="meld ook welke gegevens van de eigenaar nog een voorbeeld zijn of ontbreken",
    )
    opdrachten.add_parser("regels", help="toon alle regels waar de gegevens aan moeten voldoen")
    opdrachten.add_parser("tellen", help="tel de records per soort")
    opdrachten.add_parser("zoektermen", help="toon welke records weinig zoektermen hebben")
    opdrachten.add_parser(
        "tegenwoordig", help="toon oude beweringen die hun tijd niet in de zin noemen"
    )
    opdrachten.add_parser("browsers", help="noem de browsers waarin de site werkt, als JSON")
    alle = opdrachten.add_parser("uitvoer", help="schrijf alle bestanden die geen pagina zijn")
    alle.add_argument("--naar", type=Path, required=True, help="map waar zij in komen")
    offline = opdrachten.add_parser("offline", help="pak de gebouwde site in één zip")
    offline.add_argument("--site", type=Path, required=True, help="map van de gebouwde site")
    offline.add_argument("--naar", type=Path, required=True, help="de zip die ontstaat")
    return lezer.parse_args(argumenten)


if __name__ == "__main__":
    sys.exit(main())
