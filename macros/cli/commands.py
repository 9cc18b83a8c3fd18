"""What each command of ``kennisbank`` does: check the data, count it, pack the site for a disk."""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from pydantic_core import PydanticCustomError

from macros.check.regels import REGELS, run_rules
from macros.check.tegenwoordig import without_time
from macros.cli.checking import check, not_yet
from macros.cli.telling import ERROR, GEBRUIK, GOOD, NOTHING, told
from macros.corpus.corpus import Corpus
from macros.corpus.counting import tally
from macros.corpus.houdbaarheid import kwartaal_after, termijnen
from macros.corpus.ingest import read_corpus
from macros.corpus.memory import Memory
from macros.exports.gather import gather
from macros.exports.offline import offline_zip
from macros.exports.opvragen import NotFound, find, questions, show
from macros.exports.precompressed import MARK, copy_with_packed
from macros.load.cache import Cache
from macros.load.error import Error, counted, report
from macros.load.tree import read_file
from macros.model.base import existing_dag
from macros.model.dates import dag_in_words
from macros.model.kwaliteit import Toegankelijkheid
from macros.model.validate import validate_model
from macros.pages.rendering import keep_compiled
from macros.redactie.adreslijst import leg_fixed
from macros.redactie.cms import BACKENDS, LOCAL, write_cms
from macros.redactie.difference import difference
from macros.redactie.form import Form
from macros.redactie.gesprek import BackError, Gesprek, GestoptError
from macros.redactie.herstellen import remedy
from macros.redactie.jobs import BUSY, READING, CommandError, Work
from macros.redactie.links import links, over_the_net
from macros.redactie.looking import Looking, WrongDataError
from macros.redactie.lookup import FILE, lookup
from macros.redactie.maken import (
    CONCEPT,
    bron_adding,
    clear_concept,
    concept,
    concept_bronnen,
    new,
    vermelding,
)
from macros.redactie.schema import CHOICES, keuzebestand, schemabestanden
from macros.redactie.terminal import Terminal
from macros.redactie.verlengen import verleng, vooruit
from macros.redactie.verplaatsen import WHY_VRAGEN, hernoem, touches_vragen, trek_in
from macros.search.zoektermen import weak_zoektermen
from macros.site.adressen import not_vastgelegd
from macros.site.build import all_exports
from macros.site.inspection import inspect, inspect_data
from macros.site.wissel import replace as replace_folder

_FIRST = "Verbeter dit eerst. Er is niets veranderd."
STAP = 50
"""After so many files ``all_exports`` tells how far it is, if somebody looks on."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; return its exit status."""
    options = _parse(arguments)
    if options.opdracht in READS_ITSELF:  # not all of the data, or that of another version too
        return READS_ITSELF[options.opdracht](options)
    if options.opdracht in REDACTIE or options.opdracht == "herstel":
        return _redactie(options)
    return told(*_outcome(options))


def outcome(arguments: Sequence[str], cache: Cache) -> tuple[int, str]:
    """Return what ``controleren`` comes to, with what an earlier run left."""
    keep_compiled(cache)
    return _check(_parse(arguments), Memory(cache))


def _check(options: argparse.Namespace, memory: Memory) -> tuple[int, str]:
    return check(options.wortel, memory, today=options.vandaag, publish=options.publiceren)


def _outcome(options: argparse.Namespace) -> tuple[int, str]:
    if options.opdracht in WITHOUT_DATA:  # also of use where the data has mistakes
        return GOOD, WITHOUT_DATA[options.opdracht]()
    corpus, errors = inspect_data(options.wortel)
    if corpus is None or errors:
        return ERROR, report(errors)
    try:
        return GOOD, COMMANDS[options.opdracht](corpus, options)
    except NotFound as error:
        return NOTHING, str(error)


def _browsers(options: argparse.Namespace) -> int:
    """Print the browsers the site works in as JSON, for the check of scripts and stylesheets.

    They stand in one table. ``make check`` asks for them right after it looked at all the data, so
    only that table is read.
    """
    pad = options.wortel / "data" / Corpus.toegankelijkheid.file_name
    file, errors = read_file(pad, options.wortel)
    table, amiss = (None, []) if file is None else validate_model(file, Toegankelijkheid)
    if table is None or errors or amiss:
        print(report([*errors, *amiss]), file=sys.stderr)
        return ERROR
    browsers = [{"code": code, "vanaf": b.vanaf} for b in table.browsers for code in b.codes]
    print(json.dumps(browsers))
    return GOOD


# --- what changes the files -----------------------------------------------------------------------


def _difference(options: argparse.Namespace) -> int:
    """Print what changed since another version; the data may have mistakes."""
    try:
        regels = difference(options.wortel, options.ref)
    except CommandError as error:
        print(error, file=sys.stderr)
        return ERROR
    print("\n".join(f"- {regel}" for regel in regels) or "Er is niets veranderd in data/.")
    return GOOD


def _redactie(options: argparse.Namespace) -> int:
    """Run a command that changes files: all of it, or nothing at all."""
    memory = Memory()
    jobs = Work(options.wortel, memory)
    try:
        if options.opdracht == "herstel":
            remedy(jobs)
        else:
            _tell_busy(READING if options.opdracht in ASKS_FIRST else BUSY)
            asks = options.opdracht in USES_BRONNEN
            # Who is asked first whether it may, waits for one check: that of the whole after it.
            check = not asks and options.opdracht not in ASKS_FIRST
            corpus = _read(options.wortel, memory, check=check)
            looking = Looking(options.wortel, memory) if asks else None
            jobs = _work_out(corpus, options, memory, looking)
    except WrongDataError as error:
        print(report(error.errors), file=sys.stderr)
        print(_FIRST, file=sys.stderr)
        return ERROR
    except GestoptError:
        print("\nGestopt. Er is niets veranderd.", file=sys.stderr)
        return ERROR
    except CommandError as error:
        print(f"{error}\nEr is niets veranderd.", file=sys.stderr)
        return GEBRUIK
    return _write(jobs, options)


def _tell_busy(what: str = BUSY) -> None:
    print(what, file=sys.stderr, flush=True)


def _tell_step(what: str) -> None:
    """Say how far a check is, to who waits for it."""
    print(f"  {what} …", file=sys.stderr, flush=True)


def _read(root: Path, memory: Memory, *, check: bool) -> Corpus:
    """Return the data; raise ``WrongDataError`` if they cannot be read, or are not right."""
    corpus, errors = read_corpus(root, memory.readings)
    if corpus is not None and check:
        errors = run_rules(corpus)
    if corpus is None or errors:
        raise WrongDataError(errors)
    return corpus


def clock() -> date:
    """Return the day it is: a command may look at the clock, a build may not."""
    return datetime.now().astimezone().date()


def _work_out(
    corpus: Corpus, options: argparse.Namespace, memory: Memory, looking: Looking | None
) -> Work:
    """Return what a command changes; „terug” begins anew with every answer but the last."""
    keeps_no_day = options.opdracht not in WRITES_THE_DAY
    dag = options.vandaag or (corpus.site.peildag if keeps_no_day else clock())
    again: list[str] = []
    terminal = Terminal()
    while True:
        parse = terminal.ask if looking is None else looking.before(terminal.ask)
        gesprek = Gesprek(parse, print, again, refused=terminal.refused)
        jobs = Work(options.wortel, memory)
        form = Form(gesprek, corpus, jobs, dag)
        try:
            REDACTIE[options.opdracht](form, options)
        except BackError:
            again = gesprek.given[:-1]
            continue
        if jobs.teksten:
            vooruit(jobs, corpus, dag)
        if looking is not None:
            looking.wait()
        return jobs


def _write(jobs: Work, options: argparse.Namespace) -> int:
    """Write what was worked out if the whole holds; ``remedy`` may leave what it cannot mend."""
    if not jobs.teksten:
        print("Er is niets veranderd.")
        return GOOD
    if options.opdracht in ASKS_FIRST and not (options.ja or _sure(jobs)):
        print("Er is niets veranderd.", file=sys.stderr)
        return ERROR
    _tell_busy()
    errors = jobs.errors(_tell_step if options.opdracht in ASKS_FIRST else None)
    if errors and options.opdracht in ASKS_FIRST:
        before = inspect(options.wortel, jobs.memory)[1]
        if before:
            print(report(before), file=sys.stderr)
            print(_FIRST, file=sys.stderr)
            return ERROR
    if errors and options.opdracht != "herstel":
        print(report([_at_concept(one, jobs, options) for one in errors]), file=sys.stderr)
        print(_keep_concept(jobs, options), file=sys.stderr)
        return ERROR
    jobs.write()
    if options.opdracht == "nieuw" and options.van is not None:
        clear_concept(jobs, options.van)
    print("\n".join(jobs.done))
    if errors:
        print(f"Nog {counted(len(errors), 'fout', 'fouten')} over: zie kennisbank controleren.")
    return GOOD


def _sure(jobs: Work) -> bool:
    """Show what a command does to which files, and ask whether it may."""
    gesprek = Gesprek(input, print, begun=True)
    gesprek.zeg("Dit gebeurt er:")
    for row in (*jobs.changes(), *sorted(jobs.lost)):
        gesprek.zeg(row)
    if touches_vragen(jobs):
        gesprek.zeg(WHY_VRAGEN)
    try:
        return gesprek.ja("Doorgaan?", proposal=False)
    except GestoptError:
        return False


def _at_concept(error: Error, jobs: Work, options: argparse.Namespace) -> Error:
    """Let a message point at a line that exists: that of the draft, or of what was not written."""
    if jobs.teksten.get(error.file) is None:
        return error
    if options.opdracht == "nieuw":
        return replace(error, file=error.file.replace("data/", f"{CONCEPT}/", 1))
    return replace(error, wat=f"{error.wat} (de regel is die van het bestand na de wijziging)")


def _keep_concept(jobs: Work, options: argparse.Namespace) -> str:
    """Keep what an editor filled in, outside ``data/``; return what to do with it."""
    if options.opdracht != "nieuw":
        return "Er is niets veranderd."
    folder = options.wortel / CONCEPT
    for naam, tekst in jobs.teksten.items():
        if tekst is not None:
            doel = folder / Path(naam).relative_to("data")
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_text(tekst, encoding="utf-8")
    return (
        f"In data/ is niets veranderd. Wat u invulde, staat in {folder}. Verbeter het daar, "
        "en doe dan: kennisbank nieuw <soort> --van <bestand>"
    )


def _new(form: Form, options: argparse.Namespace) -> None:
    given: Mapping[str, object] = {}
    if options.van is not None:
        given = concept(options.van.read_text(encoding="utf-8"), options.van.name)
        concept_bronnen(form, given)
    new(form, options.soort, given)


def _trek_in(form: Form, options: argparse.Namespace) -> None:
    trek_in(
        form.jobs,
        form.corpus,
        options.id,
        reden=options.reden,
        opvolger=options.opvolger,
        dag=form.dag,
    )


def _verleng(form: Form, options: argparse.Namespace) -> None:
    for id_ in options.id:
        verleng(form.jobs, form.corpus, id_, form.dag)


def _leg_adressen_fixed(form: Form, options: argparse.Namespace) -> None:
    new_adres = not_vastgelegd(form.corpus, options.wortel / "docs")
    if options.vastleggen:
        leg_fixed(form.jobs, new_adres)
    else:
        print("\n".join([*new_adres, f"{not_yet(new_adres)}."]))


def _links(form: Form, options: argparse.Namespace) -> None:
    """Ask the websites of others; the day goes into the data, so it has to be said."""
    if options.vandaag is None:
        raise CommandError("zeg welke dag het is", "zet er --vandaag JJJJ-MM-DD achter")
    links(form.jobs, form.corpus, options.website, form.dag, over_the_net, time)


REDACTIE: Mapping[str, Callable[[Form, argparse.Namespace], None]] = {
    "nieuw": _new,
    "hernoem": lambda form, options: hernoem(
        form.jobs, form.corpus, options.id, options.naam, form.dag
    ),
    "trek-in": _trek_in,
    "bron-toevoegen": lambda form, options: bron_adding(form, options.adres, options.bij),
    "vermelding": lambda form, options: vermelding(form, options.gemeente),
    "verleng": _verleng,
    "adressen": _leg_adressen_fixed,
    "links": _links,
}
"""What each command works out; nothing is written before the whole was tried."""


ASKS_FIRST = frozenset({"hernoem", "trek-in"})
"""Commands that touch files an editor did not name: she hears which, and may say no."""
WRITES_THE_DAY = frozenset(
    {"nieuw", "bron-toevoegen", "vermelding", "hernoem", "trek-in", "verleng"}
)
"""Commands that write down on which day something was seen, checked or moved."""
USES_BRONNEN = frozenset({"nieuw", "bron-toevoegen", "vermelding"})
"""Commands that may come to rest on a source that nothing rests on yet."""


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


class _Parser(argparse.ArgumentParser):
    """Says in Dutch what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """Say it, with how the command goes, and stop."""
        for engels, dutch in _UITLEG:
            message = re.sub(f"^{engels}$", dutch, message)
        gebruik = self.format_usage().replace("usage: ", "gebruik: ", 1)
        self.exit(GEBRUIK, f"{gebruik}{self.prog}: {message}\n")


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(existing_dag(tekst))
    except PydanticCustomError:
        raise argparse.ArgumentTypeError(
            f"„{tekst}” is geen bestaande dag; schrijf JJJJ-MM-DD"
        ) from None


def _built(tekst: str) -> Path:
    if not Path(tekst, "index.html").is_file():
        raise argparse.ArgumentTypeError(f"„{tekst}” is geen gebouwde site; doe eerst make site")
    return Path(tekst)


def _packed_site(tekst: str) -> Path:
    """Refuse a folder of something else: what is in it would be lost."""
    folder = Path(tekst)
    if folder.exists() and not Path(folder, MARK).is_file():
        raise argparse.ArgumentTypeError(
            f"„{tekst}” bestaat al en komt niet van deze opdracht; kies een andere map"
        )
    return folder


def _regels() -> str:
    return "\n\n".join(
        f"{regel.naam}\n  {regel.asks}\n  Waar: {regel.scope}.\n  Herstel: {regel.remedy}"
        for regel in REGELS
    )


def _count_all(corpus: Corpus, options: argparse.Namespace) -> str:
    del options
    return "\n".join(f"{aantal:>6}  {naam}" for naam, aantal in tally(corpus))


def _zoektermen(corpus: Corpus, options: argparse.Namespace) -> str:
    del options
    regels = [
        f"{corpus.read[record.id].file.naam}  {wat}" for record, wat in weak_zoektermen(corpus)
    ]
    count = counted(len(regels), "record heeft", "records hebben")
    return "\n".join([*regels, f"{count} weinig zoektermen."])


def _tegenwoordig(corpus: Corpus, options: argparse.Namespace) -> str:
    """Return the signal: old statements that read as if they are so today, with their line."""
    del options
    places = without_time(corpus)
    errors = sorted(
        corpus.error(
            place.from_, (*place.pad, "tekst"), f"{place.bewering.stand}: {place.bewering.tekst}"
        )
        for place in places
    )
    regels = [str(error) for error in errors]
    count = counted(len(places), "oude bewering noemt haar", "oude beweringen noemen hun")
    return "\n".join([*regels, f"{count} tijd niet in de zin."])


def _expired(corpus: Corpus, options: argparse.Namespace) -> str:
    """Return what is overdue, and what is due in the quarter after that day."""
    today = options.vandaag or corpus.site.peildag
    bound = kwartaal_after(today)
    every = [one for one in termijnen(corpus) if one.too_late(today) or one.dag <= bound]
    regels = [f"{one.dag}  {one.id_}  {one.titel} ({one.rol})" for one in every]
    regels = [
        f"TE LAAT  {regel}" if one.too_late(today) else regel
        for one, regel in zip(every, regels, strict=True)
    ]
    late = sum(one.too_late(today) for one in every)
    rest = f"{len(every) - late} tot en met {dag_in_words(bound)}."
    ending = f"{late} te laat op {dag_in_words(today)}, {rest}"
    return "\n".join([*regels, ending])


def _schema(corpus: Corpus, options: argparse.Namespace) -> str:
    """Write what follows from the model, and the ids and terms there are now."""
    files = {**schemabestanden(), FILE: lookup(), CHOICES: keuzebestand(corpus)}
    for naam, tekst in files.items():
        doel = options.wortel / naam
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(tekst, encoding="utf-8", newline="\n")
    return f"Klaar: {counted(len(files), 'bestand', 'bestanden')}."


def _write_exports(corpus: Corpus, options: argparse.Namespace) -> str:
    aantal = 0
    for _, file in all_exports(corpus, options.wortel / "docs"):
        file.write(options.naar)
        aantal += 1
        if sys.stderr.isatty() and not aantal % STAP:
            print(f"\r{aantal} bestanden …", end="", file=sys.stderr, flush=True)
    return f"Klaar: {counted(aantal, 'bestand', 'bestanden')} in {options.naar}."


def _formulieren(corpus: Corpus, options: argparse.Namespace) -> str:
    return "\n".join(write_cms(corpus, options.naar, options.platform, options.project))


def _show(corpus: Corpus, options: argparse.Namespace) -> str:
    return show(gather(corpus), options.id, as_json=options.json)


def _search(corpus: Corpus, options: argparse.Namespace) -> str:
    return find(corpus, " ".join(options.vraag), as_json=options.json)


def _vragen(corpus: Corpus, options: argparse.Namespace) -> str:
    return questions(gather(corpus), options.aan, as_json=options.json)


def _aanvulling() -> str:
    """Return what a shell has to know to complete the name of a command (bash, and zsh too)."""
    namen = " ".join([*WITHOUT_DATA, *READS_ITSELF, "herstel", *REDACTIE, *COMMANDS])
    return (
        "# Voor bash:  source <(kennisbank aanvulling)\n"
        "# Voor zsh eerst:  autoload -U bashcompinit && bashcompinit\n"
        f'complete -o default -W "{namen}" kennisbank'
    )


def _offline(corpus: Corpus, options: argparse.Namespace) -> str:
    dag = corpus.site.peildag
    options.naar.write_bytes(offline_zip(options.site, dag))
    return f"Klaar: {options.naar}. Pak het uit en open kennisbank/index.html."


def _comprimeer(corpus: Corpus, options: argparse.Namespace) -> str:
    """Make the folder for a server: the site, and what is worth it packed as well."""
    del corpus
    counts: list[tuple[int, int]] = []
    replace_folder(
        options.naar,
        lambda new: counts.append(copy_with_packed(options.site, new)),
        lambda wat: print(wat, file=sys.stderr),
    )
    [(every, packed)] = counts
    return (
        f"Klaar: {counted(every, 'bestand', 'bestanden')} in {options.naar}, "
        f"waarvan {packed} ook ingepakt."
    )


WITHOUT_DATA: Mapping[str, Callable[[], str]] = {"regels": _regels, "aanvulling": _aanvulling}
"""What each command says that asks nothing of the data."""
READS_ITSELF: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "controleren": lambda options: told(*_check(options, Memory())),
    "verschil": _difference,
    "browsers": _browsers,
}
"""What each command does that reads the data in a way of its own; it returns the exit status."""
COMMANDS: Mapping[str, Callable[[Corpus, argparse.Namespace], str]] = {
    "tellen": _count_all,
    "zoektermen": _zoektermen,
    "tegenwoordig": _tegenwoordig,
    "schema": _schema,
    "verlopen": _expired,
    "formulieren": _formulieren,
    "uitvoer": _write_exports,
    "offline": _offline,
    "comprimeer": _comprimeer,
    "toon": _show,
    "zoek": _search,
    "vragen": _vragen,
}
"""What each command does with a corpus in which all holds; it returns what to print."""


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    reader = _Parser(
        prog="kennisbank",
        description="Controleert, telt, toont en schrijft de gegevens.",
        epilog="Uitkomst: 0 goed, 1 fouten in de gegevens, 2 opdracht niet begrepen, "
        "3 niets gevonden.",
    )
    reader.add_argument(
        "--wortel", type=Path, default=Path.cwd(), help="map met data/ (standaard: hier)"
    )
    commands = reader.add_subparsers(dest="opdracht", required=True)
    controleren = commands.add_parser("controleren", help="controleer alle gegevens")
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
    commands.add_parser("regels", help="toon alle regels waar de gegevens aan moeten voldoen")
    commands.add_parser("tellen", help="tel de records per soort")
    commands.add_parser("zoektermen", help="toon welke records weinig zoektermen hebben")
    commands.add_parser(
        "tegenwoordig", help="toon oude beweringen die hun tijd niet in de zin noemen"
    )
    commands.add_parser(
        "schema", help="schrijf opnieuw wat uit het model volgt: schema’s en VELDEN.md"
    )
    _parse_redactie(commands)
    due = commands.add_parser("verlopen", help="toon wat te laat is en wat dit kwartaal komt")
    due.add_argument("--vandaag", type=_dag, help="standaard: de peildatum van de site")
    changes = commands.add_parser("verschil", help="zeg in zinnen wat er in data/ veranderde")
    changes.add_argument(
        "ref",
        nargs="?",
        default="HEAD",
        help="een tak, versie of nummer van git, zoals main (standaard: de laatste vastgelegde)",
    )
    commands.add_parser("browsers", help="noem de browsers waarin de site werkt, als JSON")
    forms = commands.add_parser("formulieren", help="maak formulieren voor in de browser")
    forms.add_argument("--naar", type=Path, required=True, help="map waar zij in komen")
    forms.add_argument(
        "--platform", choices=BACKENDS, default=LOCAL, help=f"standaard: {LOCAL}, op deze computer"
    )
    forms.add_argument("--project", default="", help="het project daar, zoals groep/kennisbank")
    every = commands.add_parser("uitvoer", help="schrijf alle bestanden die geen pagina zijn")
    every.add_argument("--naar", type=Path, required=True, help="map waar zij in komen")
    offline = commands.add_parser("offline", help="pak de gebouwde site in één zip")
    offline.add_argument("--naar", type=Path, required=True, help="de zip die ontstaat")
    packed = commands.add_parser(
        "comprimeer", help="zet de gebouwde site klaar voor een server, met .br en .gz ernaast"
    )
    packed.add_argument(
        "--naar",
        type=_packed_site,
        required=True,
        help="map die ontstaat; vervangt een vorige",
    )
    for one in (offline, packed):
        one.add_argument("--site", type=_built, required=True, help="map van de gebouwde site")
    show = commands.add_parser("toon", help="toon één onderwerp met al zijn bewijs")
    show.add_argument("id", help="soort:naam, zoals wet:awir of gemeente:GM0363")
    search = commands.add_parser("zoek", help="zoek onderwerpen bij een paar woorden")
    search.add_argument("vraag", nargs="+", help="de woorden")
    vragen = commands.add_parser("vragen", help="toon de open vragen")
    vragen.add_argument("--aan", help="alleen die aan deze organisatie, zoals SZW")
    for one in (show, search, vragen):
        one.add_argument("--json", action="store_true", help="geef JSON, zoals de API")
    commands.add_parser("aanvulling", help="geef wat een shell nodig heeft om aan te vullen")
    return reader.parse_args(arguments)


def _parse_redactie(commands: argparse._SubParsersAction[_Parser]) -> None:
    """Add the commands that change files."""
    parts = {
        naam: commands.add_parser(naam, help=uitleg)
        for naam, uitleg in (
            ("nieuw", "maak een record; u krijgt per veld een vraag"),
            ("hernoem", "geef een record een andere naam; het oude adres blijft werken"),
            ("trek-in", "haal een record weg; op het adres staat waarom"),
            ("bron-toevoegen", "maak van een adres een bron, en zet die bij een bewering"),
            ("vermelding", "schrijf op wat een bron zegt over een gemeente en PMM"),
            ("verleng", "zeg dat records zijn nagekeken en nog kloppen"),
            (
                "links",
                "vraag het internet of de adressen van bronnen nog werken",
            ),
            ("adressen", "toon of bewaar de adressen die altijd moeten blijven werken"),
        )
    }
    for part in parts.values():
        part.add_argument(
            "--vandaag", type=_dag, help="de dag van vandaag (standaard: die van deze computer)"
        )
    parts["nieuw"].add_argument("soort", help="begrip, leerpunt, gebeurtenis, …")
    parts["nieuw"].add_argument("--van", type=Path, help="een concept dat al deels is ingevuld")
    parts["hernoem"].add_argument("id", help="het record, zoals begrip:briefadres")
    parts["hernoem"].add_argument("naam", help="de nieuwe naam, zonder soort")
    parts["trek-in"].add_argument("id", help="het record, zoals begrip:briefadres")
    parts["trek-in"].add_argument("--reden", required=True, help="waarom, in een hele zin")
    parts["trek-in"].add_argument("--opvolger", help="het record dat in de plaats komt")
    for naam in ASKS_FIRST:
        parts[naam].add_argument("--ja", action="store_true", help="vraag niet of het mag")
    parts["bron-toevoegen"].add_argument("adres", help="https://…")
    parts["bron-toevoegen"].add_argument("--bij", help="het record met de bewering")
    parts["vermelding"].add_argument("gemeente", help="naam of code, zoals GM0363")
    parts["verleng"].add_argument("id", nargs="+", help="de records, zoals begrip:briefadres")
    parts["links"].add_argument(
        "--website", action="append", default=[], help="alleen de adressen hiervan; mag vaker"
    )
    parts["adressen"].add_argument(
        "--vastleggen", action="store_true", help="zet de nieuwe adressen in de lijst"
    )
    commands.add_parser("herstel", help="herstel regeleinden, onzichtbare tekens en namen")
