"""Open questions: each in the list once, and on the page of everyone who can answer it."""

from __future__ import annotations

from macros.blad.blad import Links
from macros.blad.narrate import MAX_VRAGEN, Narrator
from macros.blad.vragen import rows, vragen, vragen_to
from macros.corpus.corpus import Corpus
from macros.model.base import Record
from macros.model.kennis import Vraag
from macros.model.organisatie import Organisatie


def _asked(corpus: Corpus, record: Record) -> list[str]:
    secties = [part for part in Narrator(corpus).blad(record).secties if part.anker == "vragen-aan"]
    return [
        doel.titel
        for s in secties
        for block in s.blocks
        if isinstance(block, Links)
        for doel in block.doelen
    ]


def test_every_question_stands_in_the_list_once(corpus: Corpus) -> None:
    expected = [one.vraag for _, _, one in corpus.onbekend]
    expected += [one.titel for one in corpus.every(Vraag)]
    assert sorted(regel.vraag for regel in vragen(corpus)) == sorted(expected)
    assert [row["vraag"] for row in rows(corpus)] == [regel.vraag for regel in vragen(corpus)]


def test_an_organisation_shows_what_it_could_answer(corpus: Corpus) -> None:
    for record in corpus.every(Organisatie):
        regels = vragen_to(corpus).get(record.id, ())
        if len(regels) <= MAX_VRAGEN:
            assert _asked(corpus, record) == [regel.naam for regel in regels]


def test_too_many_questions_are_numbers_per_page(corpus: Corpus) -> None:
    regels = vragen_to(corpus)["organisatie:pmm"]
    assert len(regels) > MAX_VRAGEN
    shown = _asked(corpus, next(one for one in corpus.every(Organisatie) if one.slug == "pmm"))
    counts = [int(tekst.rpartition(": ")[2]) for tekst in shown]
    assert sum(counts) == len(regels)
    assert len(shown) == len({regel.at.id for regel in regels})


def test_other_records_show_no_questions_to_themselves(corpus: Corpus) -> None:
    assert not any(id_.partition(":")[0] != "organisatie" for id_ in vragen_to(corpus))
