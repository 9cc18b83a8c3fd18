"""What an editor's commands ask, say and change where they work on the example, word for word."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt
from macros.model.soorten import SOORTEN, Bestandsrecord
from macros.redactie.difference import between
from macros.redactie.form import Form
from macros.redactie.gesprek import WHY, Gesprek
from macros.redactie.jobs import CommandError, Work
from macros.redactie.maken import bron_adding, vermelding
from macros.redactie.verlengen import verleng
from macros.redactie.verplaatsen import hernoem, trek_in
from macros.redactie.writing import as_tekst
from tests.example import EXAMPLE, example
from tests.kept import same
from tests.redactie.test_every_kind import TRIES, Robot
from tests.whole.test_faults import CHANGES, EVERY_HOW_MANY, walked

DAY = date(2026, 11, 28)
FEW = 4
REASON = "Het stond hier dubbel."


def _hernoem(jobs: Work, record: Bestandsrecord) -> None:
    hernoem(jobs, example(), record.id, "NIEUW" if isinstance(record, Bron) else "nieuw", DAY)


def _trek_in(jobs: Work, record: Bestandsrecord) -> None:
    trek_in(jobs, example(), record.id, reden=REASON, opvolger=None, dag=DAY)


def _volg_op(jobs: Work, record: Bestandsrecord) -> None:
    after_it = [*example().every(type(record))][-1].id
    trek_in(jobs, example(), record.id, reden=REASON, opvolger=after_it, dag=DAY)


def _verleng(jobs: Work, record: Bestandsrecord) -> None:
    """And the others of its kind that have to be looked at again."""
    again = [one for one in example().every(type(record)) if _looked_at_again(one)]
    for id_ in dict.fromkeys(one.id for one in (record, *again)):
        verleng(jobs, example(), id_, DAY)


def _looked_at_again(record: Bestandsrecord) -> bool:
    return "kijk_opnieuw" in repr(record.model_dump(exclude_none=True))


ACTS: Mapping[str, Callable[[Work, Bestandsrecord], None]] = {
    "hernoem": _hernoem,
    "trek-in": _trek_in,
    "volg-op": _volg_op,
    "verleng": _verleng,
}


def _told(jobs: Work) -> Iterator[str]:
    yield from (*jobs.done, *jobs.lost, *jobs.changes())
    for naam, tekst in sorted(jobs.teksten.items()):
        pad = EXAMPLE / naam
        old = pad.read_text(encoding="utf-8") if pad.exists() else ""
        lines = (old.splitlines(), (tekst or "").splitlines())
        if tekst is not None:
            yield from unified_diff(*lines, naam, naam, n=0, lineterm="")


@pytest.mark.parametrize("act", ACTS)
def test_what_becomes_of_a_record_of_each_kind(act: str) -> None:
    made = {}
    for soort in SOORTEN:
        # One that others name, but few of them: each file that changes takes time.
        few = [one for one in example().every(soort) if len(example().back[one.id]) <= FEW]
        if not few:
            continue
        record = max(few, key=lambda one: len(example().back[one.id]))
        jobs = Work(EXAMPLE)
        try:
            ACTS[act](jobs, record)
            lines = [*_told(jobs)]
        except CommandError as error:
            lines = [str(error)]
        made[soort.soort] = "\n".join(lines) + "\n"
    same(f"redactie/{act}", made)


@pytest.mark.parametrize("naam", CHANGES)
def test_how_a_change_is_told(naam: str) -> None:
    files = {place.file.naam: place.file for place in example().read.values()}
    old: dict[str, Any] = {pad: file.waarde for pad, file in files.items()}
    new: dict[str, Any] = {}
    for pad, tree in old.items():
        rng = random.Random(pad)  # noqa: S311 - a sample, no secret
        new[pad] = walked(
            tree,
            (),
            lambda place, waarde, r=rng: (  # type: ignore[misc]
                CHANGES[naam](example(), place, waarde, None)
                if r.randrange(EVERY_HOW_MANY) == 0
                else waarde
            ),
        )
    new["data/begrippen/nieuw.yml"] = new.pop("data/begrippen/molen.yml")
    del new["data/wetten/brug-wet.yml"], old["data/bronnen/V2.yml"]
    same(f"verschil/{naam}", {"verschil": "\n".join(between(old, new)) + "\n"})


DATED = "Op 3 maart 2024 zei Koudesluis dat artikel 41 lid 4 van Koude boot bij de brug past."
"""A sentence of which the day, the law and who said it can be proposed."""


@pytest.mark.parametrize("soort", [soort.soort for soort in SOORTEN if soort.soort != "bron"])
def test_what_the_form_asks(soort: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    said: list[str] = []
    model = next(one for one in SOORTEN if one.soort == soort)
    made = {}
    ways = {"0": TRIES, "2": (*TRIES[2:], *TRIES[:2]), "zin": (DATED, *TRIES)}
    for naam, way in ways.items():
        tries = ["V10" if one == "N24" else one for one in way]
        robot = Robot(tries)

        def answer(vraag: str, robot: Robot = robot) -> str:
            # A point of PMM begins with a source about PMM, another not.
            given = robot(vraag).replace("N24", "V13").replace("IGSD", "V10")
            said.append(f"{vraag}{given}")
            return given

        form = Form(Gesprek(answer, said.append), example(), Work(tmp_path), DAY)
        try:
            record = as_tekst(form.record(model, {}))
        except AssertionError:  # of the robot: it tried all it knows
            record = "…"
        made[f"{soort}-{naam}"] = "\n".join([*said, "", record])
        said.clear()
    same(f"formulier/{soort}", made)


SOURCES = (
    "https://www.voorbeeld.nl/stuk",
    "https://www.zwartewaterland.nl/bestuur/2026/11/12/besluit-pmm",
    "V13",
)
"""With what a talk begins: a new source of a stranger or of the place itself, or a known one."""


def _nothing_known(form: Form, _: str) -> None:
    vermelding(form, "Zwartewaterland")


def _much_known(form: Form, _: str) -> None:
    vermelding(form, "GM0014")


def _no_place(form: Form, _: str) -> None:
    vermelding(form, "Nergens")


def _more_places(form: Form, _: str) -> None:
    vermelding(form, "e")


def _bron(form: Form, source: str) -> None:
    bron_adding(form, source, example().every(Leerpunt)[0].id)


def _bron_somewhere(form: Form, source: str) -> None:
    bron_adding(form, source, None)


TALKS: Mapping[str, Callable[[Form, str], None]] = {
    "niets-bekend": _nothing_known,
    "veel-bekend": _much_known,
    "geen-plaats": _no_place,
    "meer-plaatsen": _more_places,
    "bron": _bron,
    "bron-ergens": _bron_somewhere,
}


AT_THE_END = (
    *(
        "n",
        "99",
        "iets anders",
        "1 opmerking: Let op.",
        "1 opmerking:",
        "1 kop: x",
        "9 opmerking: x",
    ),
    *("V13 primair", "alles uit V13 secundair", "V13 zeker", "2", "1, 2", "1", "meer", "J"),
)
"""What somebody answers who is not sure yet of what she sees."""


class Curious(Robot):
    """Asks of each question first why it is asked; writes down what was said."""

    def __init__(self, source: str, outcome: str, said: list[str]) -> None:
        super().__init__(["V10" if one == "N24" else one for one in TRIES])
        self.source, self.outcome, self.said = source, outcome, said
        self.known: set[str] = set()
        self.at_the_end = [*AT_THE_END]

    def __call__(self, vraag: str) -> str:
        given = WHY
        if vraag in self.known:
            given = super().__call__(vraag).replace("N24", self.source).replace("IGSD", "V10")
            if vraag.startswith("Klopt") and self.at_the_end:
                given = self.at_the_end.pop(0)
            if vraag.startswith("uitkomst"):
                given = self.outcome
            if vraag.startswith("bronsoort"):  # a decision of the college, or of the council
                given = str(int(self.outcome) + 1)
        self.known.add(vraag)
        self.said.append(f"{vraag}{given}")
        return given


@pytest.mark.parametrize("talk", TALKS)
def test_what_a_talk_on_a_source_says_and_writes(talk: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    made = {}
    for source, outcome in zip(SOURCES, ("1", "1", "2"), strict=True):
        said: list[str] = []
        jobs = Work(tmp_path)
        robot = Curious(source, outcome, said)
        try:
            TALKS[talk](Form(Gesprek(robot, said.append), example(), jobs, DAY), source)
            said += _told(jobs)
        except CommandError as error:
            said.append(str(error))
        except AssertionError:  # of the robot: it tried all it knows
            said.append("…")
        made[source.rpartition("/")[2]] = "\n".join(said) + "\n"
    same(f"bron/{talk}", made)
