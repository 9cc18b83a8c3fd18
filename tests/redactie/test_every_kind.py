"""Each kind of record can be asked for to the end, whoever answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.model.soorten import PER_SOORT
from macros.model.validate import validate_model
from macros.redactie.form import Form
from macros.redactie.gesprek import Gesprek
from macros.redactie.jobs import Work
from macros.redactie.writing import as_tekst
from tests.factory import parse

DAG = date(2026, 11, 28)
TRIES: Sequence[str] = (
    *("", "1", "Een zin.", "N24", "2024-05-12", "aap, noot, mies, wim, zus, jet"),
    *("participatiewet", "szw", "12345", "12", "A", "b", "BWBR0099999", "36999", "1, 3, 7"),
    *("41 lid 4", "child benefit", "https://www.voorbeeld.nl/stuk", "waarde"),
)
"""What somebody tries who does not know; the form says no until something fits."""
MOST = 400
"""Answers; who needs more goes round in circles."""


class Robot:
    """Answers each question with the first thing that it takes."""

    def __init__(self, tries: Sequence[str]) -> None:
        self.tries, self.asked, self.attempt, self.count, self.found = tries, "", 0, 0, 0

    def __call__(self, vraag: str) -> str:
        """Return an answer; another one where the same is asked again."""
        self.attempt = self.attempt + 1 if vraag == self.asked else 0
        self.asked, self.count = vraag, self.count + 1
        assert self.count < MOST, vraag
        if vraag.startswith(("Nog een", "Klopt")):
            return ""
        if vraag.startswith("Welke?"):  # not the same twice, where two are asked for
            self.found += 1
            return str(1 + self.found % 2)
        if vraag.startswith("titel"):
            return "Een heel nieuwe zaak"
        assert self.attempt < len(self.tries), f"nothing fits: {vraag}"
        return self.tries[self.attempt]


@pytest.mark.parametrize("begin", [0, 2])
@pytest.mark.parametrize("soort", [soort for soort in PER_SOORT if soort != "bron"])
def test_a_record_of_each_kind_can_be_made(
    soort: str, begin: int, corpus: Corpus, root: Path
) -> None:
    robot = Robot([*TRIES[begin:], *TRIES[:begin]])
    form = Form(Gesprek(robot, lambda _: None), corpus, Work(root), DAG)
    model = PER_SOORT[soort]
    tekst = as_tekst(form.record(model, {}))
    _, errors = validate_model(parse(f"data/{model.mapnaam}/x.yml", tekst), model)
    assert errors == []
