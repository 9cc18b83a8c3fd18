"""How long an editor needs for what is added most, played as someone who takes the shortest road.

Reading: half of the words on the screen at 240 a minute. Typing: 200 characters a minute. An
answer that chooses (Enter, a number, a word of a list): 3 seconds. Waiting for the command: 10
seconds; at a terminal of two busy cores it was 4 to 7 before the first question, 3 to 6 after the
last answer. The time to think is not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
import yaml

from macros.corpus.corpus import Corpus
from macros.redactie.form import Form
from macros.redactie.gesprek import Gesprek
from macros.redactie.jobs import BUSY, Work
from macros.redactie.maken import new, vermelding
from macros.redactie.verlengen import vooruit

DAG = date(2026, 11, 28)
AT_MOST = {"leerpunt": 5.8, "gemeente": 2.1}
"""Minutes."""
WAITS = 10
"""Seconds: a command reads before the first question and checks after the last one."""
_CHOOSES = 0
_TYPES = 1

Row = tuple[str, str, int]
"""How a question begins, what is answered, and whether that is a choice or a text."""

MOVES = (
    "Wie naar een andere gemeente verhuist, raakt de bijzondere bijstand (artikel 35 lid 1 "
    "Participatiewet) kwijt. De nieuwe gemeente beslist opnieuw, en ondertussen wordt niets "
    "betaald."
)
ASKED = (
    "PMM vroeg het ministerie van SZW in 2025 om een afspraak over het overnemen van lopende "
    "bijstand."
)
LEERPUNT: Sequence[Row] = (
    ("titel", "Bijzondere bijstand stopt bij verhuizing", _TYPES),
    ("herkomst", "1, 3, 8", _CHOOSES),
    ("soorten", "1, 2", _CHOOSES),
    ("leefgebieden", "2, 4", _CHOOSES),
    (
        "situatie",
        MOVES,
        _TYPES,
    ),
    ("Bron", "PMM 2025", _TYPES),
    ("Welke", "1", _CHOOSES),
    ("gesignaleerd_door", "PMM signaleerde dit in 2025.", _TYPES),
    ("Bron", "", _CHOOSES),
    ("sporen", "Afspraak over lopende bijstand", _TYPES),
    (
        "stappen",
        ASKED,
        _TYPES,
    ),
    ("Bron", "", _CHOOSES),
    ("stand", "", _CHOOSES),
    ("Nog een bij stappen", "", _CHOOSES),
    ("status [gesignaleerd]", "", _CHOOSES),
    ("Nog een bij sporen", "Voorschot van de gemeente", _TYPES),
    ("stappen", "Gemeenten mogen een voorschot geven (artikel 52 Participatiewet).", _TYPES),
    ("Bron", "", _CHOOSES),
    ("stand", "ongedateerd", _TYPES),
    ("Nog een bij stappen", "", _CHOOSES),
    ("status", "instrument", _CHOOSES),
    ("opmerking [In het deel dat is gezien, staat geen datum.]", "", _CHOOSES),
    ("Nog een bij sporen", "", _CHOOSES),
    ("rol", "1", _CHOOSES),
    ("rol", "3", _CHOOSES),
    ("Welke", "", _CHOOSES),
    ("omvang", "", _CHOOSES),
    ("samenvatting", "", _CHOOSES),
    ("zoektermen", "verhuizen, andere gemeente, voorschot", _TYPES),
    ("Klopt dit zo, en staat elke zin in PMM25?", "", _CHOOSES),
)

GEMEENTE: Sequence[Row] = (
    (
        "Bron",
        "https://www.houten.nl/bestuur/collegebesluiten/2026/11/12/aansluiting-pmm",
        _TYPES,
    ),
    ("titel", "Besluitenlijst college 12 november 2026: aansluiting bij PMM", _TYPES),
    ("bronsoort", "collegebesluit", _CHOOSES),
    ("uitgever", "", _CHOOSES),
    ("datum", "", _CHOOSES),
    ("gezien", "1", _CHOOSES),
    ("Is een daarvan", "", _CHOOSES),
    ("uitkomst", "1", _CHOOSES),
    ("tekst", "", _CHOOSES),
    ("Klopt dit zo", "", _CHOOSES),
)


@dataclass
class Person:
    """Answers each question when it is asked, and counts what that costs."""

    rows: list[Row]
    words: int = 0
    letters: int = 0
    choices: int = 0
    answers: int = 0
    seen: list[str] = field(default_factory=list)

    def look(self, tekst: str) -> None:
        """Read what the screen shows."""
        self.seen.append(tekst)
        self.words += len(tekst.split())

    def answer(self, vraag: str) -> str:
        """Give the next answer, if it belongs to this question."""
        self.look(vraag)
        assert self.rows, f"nobody expected: {vraag}"
        begin, typed, kind = self.rows.pop(0)
        assert vraag.startswith(begin), f"{begin}: {vraag}"
        self.seen[-1] += f"« {typed}"
        self.answers += 1
        self.letters += len(typed)
        self.choices += kind == _CHOOSES
        return typed

    @property
    def seconds(self) -> float:
        """Return how long it takes."""
        read, typed = self.words / 2 / 240 * 60, self.letters / 200 * 60
        return read + typed + 3 * self.choices + WAITS

    def __str__(self) -> str:
        """Return what it cost, in Dutch."""
        return (
            f"{self.answers} antwoorden ({self.choices} keuzen), {self.letters} tekens, "
            f"{self.words} woorden: {self.seconds / 60:.1f} min"
        )


def _play(
    rows: Sequence[Row], corpus: Corpus, jobs: Work, command: Callable[[Form], object]
) -> tuple[Form, Person]:
    person = Person([*rows])
    person.look(BUSY)
    form = Form(Gesprek(person.answer, person.look), corpus, jobs, DAG)
    command(form)
    assert person.rows == []
    vooruit(form.jobs, corpus, DAG)
    for said in (BUSY, *form.jobs.done):
        person.look(said)
    assert [str(one) for one in form.jobs.errors()] == []
    return form, person


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[str, Person], None]:
    """Return how to print what was measured, of a test that holds as well."""

    def print_it(what: str, person: Person) -> None:
        with capsys.disabled():
            print(f"\n{what}: {person}")  # noqa: T201 - what was measured

    return print_it


def _statements(tree: Any) -> list[dict[str, Any]]:  # noqa: ANN401  a tree of YAML
    if isinstance(tree, list):
        return [one for part in tree for one in _statements(part)]
    if not isinstance(tree, dict):
        return []
    own = [tree] if "tekst" in tree else []
    return [*own, *(one for part in tree.values() for one in _statements(part))]


def test_a_leerpunt_with_two_sporen_takes_few_minutes(
    corpus: Corpus, jobs: Work, tell: Callable[[str, Person], None]
) -> None:
    form, person = _play(LEERPUNT, corpus, jobs, lambda form: new(form, "leerpunt", {}))
    tell("leerpunt", person)
    assert person.seconds / 60 <= AT_MOST["leerpunt"]
    (file,) = [naam for naam in form.jobs.teksten if naam.startswith("data/leerpunten/")]
    tree = yaml.safe_load(form.jobs.parse(file))
    # Every statement has its own source, date and certainty, and only the beginning was read.
    statements = _statements(tree)
    assert all({"bronnen", "stand", "zekerheid"} <= {*one} for one in statements)
    assert {(*one["bronnen"], one["zekerheid"]) for one in statements} == {("PMM25", "secundair")}
    assert len(tree["situatie"]) == 2
    assert [(one["wet"], one["artikelen"], one["rol"], one["stand"]) for one in tree["wetten"]] == [
        (
            "wet:participatiewet",
            [{"artikel": "35", "lid": "1"}],
            "veroorzaakt",
            date(2025, 7, 8),
        ),
        ("wet:participatiewet", [{"artikel": "52"}], "geeft-ruimte", "ongedateerd"),
    ]
    assert [one["organisatie"] for one in tree["organisaties"]] == [
        "organisatie:pmm",
        "organisatie:szw",
    ]
    first, second = tree["sporen"]
    assert (first["status"], first["stand"]) == ("gesignaleerd", 2025)
    assert (second["status"], second["stand"]) == ("instrument", "ongedateerd")
    assert second["stappen"][0]["opmerking"]
    assert tree["onbekend"][0]["aan"] == ["organisatie:pmm", "organisatie:szw"]
    assert tree["samenvatting"].startswith("Wie naar een andere gemeente verhuist, raakt")
    assert tree["gecontroleerd"]["datum"] == DAG


def test_the_joining_of_a_gemeente_takes_few_minutes(
    corpus: Corpus, jobs: Work, tell: Callable[[str, Person], None]
) -> None:
    form, person = _play(GEMEENTE, corpus, jobs, lambda form: vermelding(form, "Houten"))
    tell("gemeente", person)
    assert person.seconds / 60 <= AT_MOST["gemeente"]
    bron = yaml.safe_load(form.jobs.parse("data/bronnen/HOUTEN26.yml"))
    assert (bron["aard"], bron["datum"]) == ("primair", date(2026, 11, 12))
    assert bron["uitgever"] == "Gemeente Houten"
    gemeenten = yaml.safe_load(form.jobs.parse("data/gemeenten.yml"))["gemeenten"]
    (houten,) = [one for one in gemeenten if one["naam"] == "Houten"]
    (said,) = houten["vermeldingen"]
    assert said == {
        "tekst": "Het college van Houten besloot op 12 november 2026 dat de gemeente zich "
        "aansluit bij PMM.",
        "bronnen": ["HOUTEN26"],
        "stand": date(2026, 11, 12),
        "zekerheid": "primair",
        "uitkomst": "aangesloten",
    }
