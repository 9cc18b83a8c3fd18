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
from macros.corpus.houdbaarheid import kwartaal_na, termijnen
from macros.corpus.tellen import telling
from macros.exports.gegevens import gegevens
from macros.exports.offline import offline_zip
from macros.exports.opvragen import NotFound, find, questions, show
from macros.load.fout import Fout, verslag
from macros.model.basis import bestaande_dag
from macros.model.datering import lees_dag
from macros.redactie.adreslijst import leg_vast
from macros.redactie.formulier import Formulier
from macros.redactie.gesprek import Gesprek, GestoptFout
from macros.redactie.herstellen import herstel
from macros.redactie.maken import bron_toevoegen, concept, nieuw, vermelding
from macros.redactie.naslag import BESTAND, naslag
from macros.redactie.schema import KEUZEN, keuzebestand, schemabestanden
from macros.redactie.verlengen import verleng, vooruit
from macros.redactie.verplaatsen import hernoem, trek_in
from macros.redactie.verschil import verschil
from macros.redactie.werk import OpdrachtFout, Werk
from macros.search.zoektermen import zwakke_zoektermen
from macros.site.adressen import niet_vastgelegd
from macros.site.bouw import uitvoer
from macros.site.keuring import keur, keur_gegevens

GOED, FOUT, GEBRUIK, NIETS = 0, 1, 2, 3
"""Exit statuses: all holds · the data has mistakes · the command was not understood (argparse) ·
nothing answers to the question. The help and ``/data/`` say the same."""


STAP = 50
"""After so many files ``uitvoer`` tells how far it is, if somebody looks on."""


def main(argumenten: list[str] | None = None) -> int:
    """Run one command; return its exit status."""
    _leesbaar_op_elk_scherm()
    opties = _ontleed(argumenten)
    if opties.opdracht in ZONDER_GEGEVENS:  # also of use where the data has mistakes
        print(ZONDER_GEGEVENS[opties.opdracht]())
        return GOED
    if opties.opdracht == "verschil":
        return _verschil(opties)
    if opties.opdracht in REDACTIE or opties.opdracht == "herstel":
        return _redactie(opties)
    corpus, fouten = _keur(opties)
    if corpus is None or fouten:
        print(verslag(fouten), file=sys.stderr)
        return FOUT
    try:
        print(OPDRACHTEN[opties.opdracht](corpus, opties))
    except NotFound as fout:
        print(fout, file=sys.stderr)
        return NIETS
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
        nieuw_adres = niet_vastgelegd(corpus, opties.wortel / "docs")
        if nieuw_adres:
            wat = f"{len(nieuw_adres)} adressen zijn nog niet vastgelegd, zoals {nieuw_adres[0]}"
            herstel = "doe eerst kennisbank adressen --vastleggen: dan blijven zij altijd werken"
            fouten.append(corpus.fout("tabel:gepubliceerd", ("adressen",), wat, herstel))
    return corpus, fouten


# --- what changes the files -----------------------------------------------------------------------


def _verschil(opties: argparse.Namespace) -> int:
    """Print what changed since another version; the data may have mistakes."""
    try:
        regels = verschil(opties.wortel, opties.ref)
    except OpdrachtFout as fout:
        print(fout, file=sys.stderr)
        return FOUT
    print("\n".join(f"- {regel}" for regel in regels) or "Er is niets veranderd in data/.")
    return GOED


def _redactie(opties: argparse.Namespace) -> int:
    """Run a command that changes files: all of it, or nothing at all."""
    werk = Werk(opties.wortel)
    try:
        if opties.opdracht == "herstel":
            herstel(werk)
        else:
            corpus, fouten = keur_gegevens(opties.wortel)
            if corpus is None or fouten:
                print(verslag(fouten), file=sys.stderr)
                print("Verbeter dit eerst. Er is niets veranderd.", file=sys.stderr)
                return FOUT
            gesprek = Gesprek(input, print)
            dag = opties.vandaag or corpus.site.peildag
            REDACTIE[opties.opdracht](Formulier(gesprek, corpus, werk, dag), opties)
            vooruit(werk, corpus, dag)
    except GestoptFout:
        print("\nGestopt. Er is niets veranderd.", file=sys.stderr)
        return FOUT
    except OpdrachtFout as fout:
        print(f"{fout}\nEr is niets veranderd.", file=sys.stderr)
        return GEBRUIK
    return _schrijf(werk, opties)


def _schrijf(werk: Werk, opties: argparse.Namespace) -> int:
    """Write what was worked out if the whole holds; ``herstel`` may leave what it cannot mend."""
    if not werk.teksten:
        print("Er is niets veranderd.")
        return GOED
    fouten = werk.fouten()
    if fouten and opties.opdracht != "herstel":
        print(verslag(fouten), file=sys.stderr)
        print(_bewaar_concept(werk, opties), file=sys.stderr)
        return FOUT
    werk.schrijf()
    print("\n".join(werk.gedaan))
    if fouten:
        print(f"Nog {len(fouten)} fouten over: zie kennisbank controleren.")
    return GOED


def _bewaar_concept(werk: Werk, opties: argparse.Namespace) -> str:
    """Keep what an editor filled in, outside ``data/``; return what to do with it."""
    if opties.opdracht != "nieuw":
        return "Er is niets veranderd."
    map_ = opties.wortel / "concept"
    for naam, tekst in werk.teksten.items():
        if tekst is not None:
            doel = map_ / Path(naam).relative_to("data")
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_text(tekst, encoding="utf-8")
    return (
        f"In data/ is niets veranderd. Wat u invulde, staat in {map_}. Verbeter het daar, "
        "en doe dan: kennisbank nieuw <soort> --van <bestand>"
    )


def _nieuw(formulier: Formulier, opties: argparse.Namespace) -> None:
    gegeven: Mapping[str, object] = {}
    if opties.van is not None:
        gegeven = concept(opties.van.read_text(encoding="utf-8"), opties.van.name)
    nieuw(formulier, opties.soort, gegeven)


def _trek_in(formulier: Formulier, opties: argparse.Namespace) -> None:
    trek_in(
        formulier.werk,
        formulier.corpus,
        opties.id,
        reden=opties.reden,
        opvolger=opties.opvolger,
        dag=formulier.dag,
    )


def _verleng(formulier: Formulier, opties: argparse.Namespace) -> None:
    for id_ in opties.id:
        verleng(formulier.werk, formulier.corpus, id_, formulier.dag)


def _leg_adressen_vast(formulier: Formulier, opties: argparse.Namespace) -> None:
    nieuw_adres = niet_vastgelegd(formulier.corpus, opties.wortel / "docs")
    if opties.vastleggen:
        leg_vast(formulier.werk, nieuw_adres)
    else:
        print("\n".join([*nieuw_adres, f"{len(nieuw_adres)} adressen zijn nog niet vastgelegd."]))


REDACTIE: Mapping[str, Callable[[Formulier, argparse.Namespace], None]] = {
    "nieuw": _nieuw,
    "hernoem": lambda formulier, opties: hernoem(
        formulier.werk, formulier.corpus, opties.id, opties.naam, formulier.dag
    ),
    "trek-in": _trek_in,
    "bron-toevoegen": lambda formulier, opties: bron_toevoegen(formulier, opties.adres, opties.bij),
    "vermelding": lambda formulier, opties: vermelding(formulier, opties.gemeente),
    "verleng": _verleng,
    "adressen": _leg_adressen_vast,
}
"""What each command works out; nothing is written before the whole was tried."""


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


def _verlopen(corpus: Corpus, opties: argparse.Namespace) -> str:
    """Return what is overdue, and what is due in the quarter after that day."""
    vandaag = opties.vandaag or corpus.site.peildag
    grens = kwartaal_na(vandaag)
    alle = [een for een in termijnen(corpus) if een.te_laat(vandaag) or een.dag <= grens]
    regels = [f"{een.dag}  {een.id_}  {een.titel} ({een.rol})" for een in alle]
    regels = [
        f"TE LAAT  {regel}" if een.te_laat(vandaag) else regel
        for een, regel in zip(alle, regels, strict=True)
    ]
    laat = sum(een.te_laat(vandaag) for een in alle)
    slot = (
        f"{laat} te laat op {lees_dag(vandaag)}, {len(alle) - laat} tot en met {lees_dag(grens)}."
    )
    return "\n".join([*regels, slot])


def _schema(corpus: Corpus, opties: argparse.Namespace) -> str:
    """Write what follows from the model, and the ids and terms there are now."""
    bestanden = {**schemabestanden(), BESTAND: naslag(), KEUZEN: keuzebestand(corpus)}
    for naam, tekst in bestanden.items():
        doel = opties.wortel / naam
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(tekst, encoding="utf-8", newline="\n")
    return f"Klaar: {len(bestanden)} bestanden."


def _uitvoer(corpus: Corpus, opties: argparse.Namespace) -> str:
    aantal = 0
    for _, bestand in uitvoer(corpus, opties.wortel / "docs"):
        bestand.schrijf(opties.naar)
        aantal += 1
        if sys.stderr.isatty() and not aantal % STAP:
            print(f"\r{aantal} bestanden …", end="", file=sys.stderr, flush=True)
    return f"Klaar: {aantal} bestanden in {opties.naar}."


def _toon(corpus: Corpus, opties: argparse.Namespace) -> str:
    return show(gegevens(corpus), opties.id, as_json=opties.json)


def _zoek(corpus: Corpus, opties: argparse.Namespace) -> str:
    return find(corpus, " ".join(opties.vraag), as_json=opties.json)


def _vragen(corpus: Corpus, opties: argparse.Namespace) -> str:
    return questions(gegevens(corpus), opties.aan, as_json=opties.json)


def _aanvulling() -> str:
    """Return what a shell has to know to complete the name of a command (bash, and zsh too)."""
    namen = " ".join([*ZONDER_GEGEVENS, "verschil", "herstel", *REDACTIE, *OPDRACHTEN])
    return (
        "# Voor bash:  source <(kennisbank aanvulling)\n"
        "# Voor zsh eerst:  autoload -U bashcompinit && bashcompinit\n"
        f'complete -o default -W "{namen}" kennisbank'
    )


def _offline(corpus: Corpus, opties: argparse.Namespace) -> str:
    dag = corpus.site.peildag
    opties.naar.write_bytes(offline_zip(opties.site, dag))
    return f"Klaar: {opties.naar}. Pak het uit en open kennisbank/index.html."


ZONDER_GEGEVENS: Mapping[str, Callable[[], str]] = {"regels": _regels, "aanvulling": _aanvulling}
"""What each command says that asks nothing of the data."""
OPDRACHTEN: Mapping[str, Callable[[Corpus, argparse.Namespace], str]] = {
    "controleren": _controleren,
    "tellen": _tellen,
    "zoektermen": _zoektermen,
    "tegenwoordig": _tegenwoordig,
    "browsers": _browsers,
    "schema": _schema,
    "verlopen": _verlopen,
    "uitvoer": _uitvoer,
    "offline": _offline,
    "toon": _toon,
    "zoek": _zoek,
    "vragen": _vragen,
}
"""What each command does with a corpus in which all holds; it returns what to print."""


def _ontleed(argumenten: list[str] | None) -> argparse.Namespace:
    lezer = _Ontleder(
        prog="kennisbank",
        description="Controleert, telt, toont en schrijft de gegevens.",
        epilog="Uitkomst: 0 goed, 1 fouten in de gegevens, 2 opdracht niet begrepen, "
        "3 niets gevonden.",
    )
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
    opdrachten.add_parser(
        "schema", help="schrijf opnieuw wat uit het model volgt: schema’s en VELDEN.md"
    )
    _ontleed_redactie(opdrachten)
    laat = opdrachten.add_parser("verlopen", help="toon wat te laat is en wat dit kwartaal komt")
    laat.add_argument("--vandaag", type=_dag, help="standaard: de peildatum van de site")
    anders = opdrachten.add_parser("verschil", help="zeg in zinnen wat er in data/ veranderde")
    anders.add_argument("ref", help="een tak, versie of nummer van git, zoals main")
    opdrachten.add_parser("browsers", help="noem de browsers waarin de site werkt, als JSON")
    alle = opdrachten.add_parser("uitvoer", help="schrijf alle bestanden die geen pagina zijn")
    alle.add_argument("--naar", type=Path, required=True, help="map waar zij in komen")
    offline = opdrachten.add_parser("offline", help="pak de gebouwde site in één zip")
    offline.add_argument("--site", type=Path, required=True, help="map van de gebouwde site")
    offline.add_argument("--naar", type=Path, required=True, help="de zip die ontstaat")
    toon = opdrachten.add_parser("toon", help="toon één onderwerp met al zijn bewijs")
    toon.add_argument("id", help="soort:naam, zoals wet:awir of gemeente:GM0363")
    zoek = opdrachten.add_parser("zoek", help="zoek onderwerpen bij een paar woorden")
    zoek.add_argument("vraag", nargs="+", help="de woorden")
    vragen = opdrachten.add_parser("vragen", help="toon de open vragen")
    vragen.add_argument("--aan", help="alleen die aan deze organisatie, zoals SZW")
    for een in (toon, zoek, vragen):
        een.add_argument("--json", action="store_true", help="geef JSON, zoals de API")
    opdrachten.add_parser("aanvulling", help="geef wat een shell nodig heeft om aan te vullen")
    return lezer.parse_args(argumenten)


def _ontleed_redactie(opdrachten: argparse._SubParsersAction[_Ontleder]) -> None:
    """Add the commands that change files."""
    delen = {
        naam: opdrachten.add_parser(naam, help=uitleg)
        for naam, uitleg in (
            ("nieuw", "maak een record; u krijgt per veld een vraag"),
            ("hernoem", "geef een record een andere naam; het oude adres blijft werken"),
            ("trek-in", "haal een record weg; op het adres staat waarom"),
            ("bron-toevoegen", "maak van een adres een bron, en zet die bij een bewering"),
            ("vermelding", "schrijf op wat een bron zegt over een gemeente en PMM"),
            ("verleng", "zeg dat records zijn nagekeken en nog kloppen"),
            ("adressen", "toon of bewaar de adressen die altijd moeten blijven werken"),
        )
    }
    for deel in delen.values():
        deel.add_argument(
            "--vandaag", type=_dag, help="de dag van vandaag (standaard: de peildatum van de site)"
        )
    delen["nieuw"].add_argument("soort", help="begrip, leerpunt, gebeurtenis, …")
    delen["nieuw"].add_argument("--van", type=Path, help="een concept dat al deels is ingevuld")
    delen["hernoem"].add_argument("id", help="het record, zoals begrip:briefadres")
    delen["hernoem"].add_argument("naam", help="de nieuwe naam, zonder soort")
    delen["trek-in"].add_argument("id", help="het record, zoals begrip:briefadres")
    delen["trek-in"].add_argument("--reden", required=True, help="waarom, in een hele zin")
    delen["trek-in"].add_argument("--opvolger", help="het record dat in de plaats komt")
    delen["bron-toevoegen"].add_argument("adres", help="https://…")
    delen["bron-toevoegen"].add_argument("--bij", help="het record met de bewering")
    delen["vermelding"].add_argument("gemeente", help="naam of code, zoals GM0363")
    delen["verleng"].add_argument("id", nargs="+", help="de records, zoals begrip:briefadres")
    delen["adressen"].add_argument(
        "--vastleggen", action="store_true", help="zet de nieuwe adressen in de lijst"
    )
    opdrachten.add_parser("herstel", help="herstel regeleinden, onzichtbare tekens en namen")


if __name__ == "__main__":
    sys.exit(main())
