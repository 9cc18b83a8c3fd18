"""``new``, ``bron-toevoegen`` and ``vermelding``: what an editor adds, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.check.adressen import foreign_woorden
from macros.corpus.corpus import Place
from macros.load.error import did_you_mean, report, veldnaam
from macros.load.tree import read_yaml
from macros.model.kennis import Bron
from macros.model.soorten import PER_FOLDER, PER_SOORT, Bestandsrecord
from macros.redactie import bronwoorden
from macros.redactie.form import Form
from macros.redactie.jobs import CommandError, Work
from macros.redactie.vinden import record_of, search, there
from macros.redactie.writing import Block, as_tekst, new_block

GEMEENTEN = "data/gemeenten.yml"
_UNKNOWN = "Er is nog geen openbare bron over"
CONCEPT = "concept"
"""The folder beside ``data/`` for what an editor filled in that is not right yet."""


def soort_of(naam: str) -> type[Bestandsrecord]:
    """Return the kind an editor means, by its name or by that of its folder."""
    known = {**PER_FOLDER, **PER_SOORT}
    if naam in known:
        return known[naam]
    hint = did_you_mean(naam, known) or f"kies uit: {', '.join(PER_SOORT)}"
    raise CommandError(f"„{naam}” is geen soort", hint)


def new(form: Form, soort: str, given: Mapping[str, Any]) -> str:
    """Ask for a new record and lay it ready; return its file."""
    model = soort_of(soort)
    if model is PER_SOORT["bron"]:
        raise CommandError(
            "een bron hoort bij een bewering", "gebruik kennisbank bron-toevoegen <adres>"
        )
    velden = form.record(model, given)
    naam = f"data/{model.mapnaam}/{str(velden['id']).partition(':')[2]}.yml"
    if (form.jobs.root / naam).exists():
        raise CommandError(f"{naam} bestaat al", "kies een andere naam, of wijzig dat bestand")
    form.jobs.put_link(naam, as_tekst(velden))
    form.jobs.done.append(f"{velden['id']} staat in {naam}.")
    return naam


def bron_adding(form: Form, url: str, at: str | None) -> None:
    """Ask for a new source and for the statement that rests on it."""
    corpus, gesprek = form.corpus, form.gesprek
    code = form.new_bron({"url": url})
    if at is None:
        gesprek.zeg("\nBij welk record hoort deze bron?")
        at = form.verwijzing([soort for soort in PER_SOORT if soort != "bron"])
    id_ = record_of(corpus, at).id
    places: dict[str, Place] = {
        veldnaam(place.pad): place for place in corpus.beweringen_per_record[id_]
    }
    if not places:
        raise CommandError(f"{id_} heeft geen beweringen", "kies een ander record met --bij")
    choices = [(naam, place.bewering.tekst) for naam, place in places.items()]
    place = places[gesprek.choose("Welke bewering rust op deze bron?", choices, shown=True)]
    form.confirm()
    plaats = corpus.read[id_]

    def change(tree: Block) -> None:
        there(tree, (*plaats.pad, *place.pad, "bronnen")).append(code)

    form.jobs.bewerk(plaats.file.naam, change)
    form.jobs.done.append(f"Bron {code} staat bij {id_}, {veldnaam(place.pad)}.")


def vermelding(form: Form, gemeente: str) -> None:
    """Ask what a public source says of a municipality and PMM, and write it down with her."""
    corpus = form.corpus
    passend = search(corpus, gemeente.removeprefix("gemeente:"), ("gemeente",))
    if not passend:
        raise CommandError(
            f"„{gemeente}” is geen gemeente", "schrijf de naam of de code, zoals GM0363"
        )
    exactly = [id_ for id_, naam in passend if naam.casefold() == gemeente.casefold()]
    id_ = exactly[0] if exactly else passend[0][0]
    if len(passend) > 1 and not exactly:
        id_ = form.gesprek.choose("Welke gemeente?", passend, shown=True)
    plaats = corpus.read[id_]
    known = corpus.per_cbs[id_.partition(":")[2]]
    naam = known.naam
    form.gesprek.zeg(f"Van {naam} is bekend:" if known.vermeldingen else f"{_UNKNOWN} {naam}.")
    for one in known.vermeldingen:
        codes = ", ".join(bron.removeprefix("bron:") for bron in one.bronnen)
        form.gesprek.zeg(f"  {one.tekst} ({codes})")
    form.gesprek.zeg(f"Welke openbare bron zegt iets over {naam} en PMM?")
    velden = form.vermelding(naam)

    def change(tree: Block) -> None:
        row = there(tree, plaats.pad)
        row.setdefault("vermeldingen", []).append(new_block(velden))

    form.jobs.bewerk(GEMEENTEN, change)
    form.jobs.done.append(f"De vermelding staat bij {naam} in {GEMEENTEN}.")


def concept(tekst: str, naam: str) -> Mapping[str, Any]:
    """Return the fields of a draft that an editor filled in before."""
    file, errors = read_yaml(tekst, naam)
    if file is None or errors or not isinstance(file.waarde, dict):
        raise CommandError(f"{naam} is niet te lezen", report(errors) or "schrijf velden")
    return file.waarde


def concept_bronnen(form: Form, given: Mapping[str, Any]) -> None:
    """Lay ready the new sources that a draft rests on: they wait beside it."""
    folder = form.jobs.root / CONCEPT
    tekst = as_tekst(given)
    for pad in sorted((folder / Bron.mapnaam).glob("*.yml")):
        naam = f"data/{Bron.mapnaam}/{pad.name}"
        if (form.jobs.root / naam).exists() or not re.search(rf"\b{pad.stem}\b", tekst):
            continue
        made = concept(pad.read_text(encoding="utf-8"), pad.name)
        form.jobs.put_link(naam, pad.read_text(encoding="utf-8"))
        form.new_bronnen[pad.stem] = dict(made)
        # The editor said of these words that they are no name; of others she did not.
        said = folder / Path(bronwoorden.FILE).name
        known = concept(said.read_text(encoding="utf-8"), said.name) if said.exists() else {}
        foreign = foreign_woorden(form.corpus, str(made.get("url", "")))
        words = [woord for woord in foreign if woord in known.get("woorden", ())]
        if words:
            bronwoorden.add_woorden(form.jobs, words)


def clear_concept(jobs: Work, draft: Path) -> None:
    """Take away a draft that was written, with the sources and words that waited beside it."""
    folder = jobs.root / CONCEPT
    if not draft.resolve().is_relative_to(folder.resolve()):
        return
    draft.unlink()
    for naam in jobs.teksten:
        if naam.startswith(f"data/{Bron.mapnaam}/"):
            (folder / Path(naam).relative_to("data")).unlink(missing_ok=True)
    if not [*folder.glob("*/*.yml")]:
        # What stands beside the drafts is a copy of a table as it was to be.
        for copy in folder.glob("*.yml"):
            copy.unlink()
    for part in (*folder.glob("*"), folder):
        if part.is_dir() and not any(part.iterdir()):
            part.rmdir()
    jobs.done.append(f"Uit {CONCEPT}/ is weg wat nu in data/ staat.")
