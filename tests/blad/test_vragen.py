"""Open questions: each in the list once, and on the page of everyone who can answer it."""

from __future__ import annotations

from macros.blad.blad import Links
from macros.blad.vertellen import MAX_VRAGEN, Verteller
from macros.blad.vragen import rijen, vragen, vragen_aan
from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from macros.model.kennis import Vraag
from macros.model.organisatie import Organisatie


def _gevraagd(corpus: Corpus, record: Record) -> list[str]:
    secties = [
        deel for deel in Verteller(corpus).blad(record).secties if deel.anker == "vragen-aan"
    ]
    return [
        doel.titel
        for s in secties
        for blok in s.blokken
        if isinstance(blok, Links)
        for doel in blok.doelen
    ]


def test_every_question_stands_in_the_list_once(corpus: Corpus) -> None:
    verwacht = [een.vraag for _, _, een in corpus.onbekend]
    verwacht += [een.titel for een in corpus.alle(Vraag)]
    assert sorted(regel.vraag for regel in vragen(corpus)) == sorted(verwacht)
    assert [rij["vraag"] for rij in rijen(corpus)] == [regel.vraag for regel in vragen(corpus)]


def test_an_organisation_shows_what_it_could_answer(corpus: Corpus) -> None:
    for record in corpus.alle(Organisatie):
        regels = vragen_aan(corpus).get(record.id, ())
        if len(regels) <= MAX_VRAGEN:
            assert _gevraagd(corpus, record) == [regel.vraag for regel in regels]


def test_too_many_questions_are_numbers_per_page(corpus: Corpus) -> None:
    regels = vragen_aan(corpus)["organisatie:pmm"]
    assert len(regels) > MAX_VRAGEN
    getoond = _gevraagd(corpus, next(een for een in corpus.alle(Organisatie) if een.slug == "pmm"))
    aantallen = [int(tekst.rpartition(": ")[2]) for tekst in getoond]
    assert sum(aantallen) == len(regels)
    assert len(getoond) == len({regel.bij.id for regel in regels})


def test_other_records_show_no_questions_to_themselves(corpus: Corpus) -> None:
    assert not any(id_.partition(":")[0] != "organisatie" for id_ in vragen_aan(corpus))
