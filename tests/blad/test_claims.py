"""Every statement and every open question is found once, with a key of its own."""

from __future__ import annotations

from collections import Counter

from macros.blad.claims import claims_of, other_claims, questions_of
from macros.blad.narrate import Narrator
from macros.corpus.corpus import Corpus
from macros.model.base import Record
from macros.model.kennis import Vraag


def test_every_statement_is_found_once_at_its_record(corpus: Corpus) -> None:
    narrator = Narrator(corpus)
    found = [claim for record in corpus.every(Record) for claim in claims_of(narrator.blad(record))]
    found += other_claims(corpus)
    assert Counter((c.from_.id, id(c.bewering)) for c in found) == Counter(
        (place.from_, id(place.bewering)) for place in corpus.beweringen
    )
    assert max(Counter(claim.key for claim in found).values()) == 1


def test_every_unknown_and_every_open_question_is_found(corpus: Corpus) -> None:
    narrator = Narrator(corpus)
    found = [
        question
        for record in corpus.every(Record)
        for question in questions_of(narrator, narrator.blad(record))
    ]
    asked = [(id_, vraag.vraag) for id_, _, vraag in corpus.onbekend]
    asked += [(vraag.id, vraag.titel) for vraag in corpus.every(Vraag)]
    assert Counter((q.from_.id, q.text) for q in found) == Counter(asked)
    assert max(Counter(question.key for question in found).values()) == 1
    assert all(question.to for question in found)
