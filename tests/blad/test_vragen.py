"""Open questions: each in the list once, and on the page of everyone who can answer it."""

from __future__ import annotations

from collections import Counter

from macros.blad.blad import Links
from macros.blad.narrate import MAX_VRAGEN, Narrator
from macros.blad.vragen import rows, vragen, vragen_to
from macros.corpus.corpus import Corpus
from macros.corpus.counting import tally
from macros.exports.gather import gather
from macros.model.base import Record
from macros.model.kennis import Vraag
from macros.model.organisatie import Organisatie
from tests.factory import make_begrip, make_corpus, make_instrument, make_organisatie, make_wet


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
    expected = [(id_, one.vraag) for id_, _, one in corpus.onbekend]
    expected += [(one.id, one.titel) for one in corpus.every(Vraag)]
    regels = vragen(corpus)
    told = [(at.id, one.vraag) for one in regels for at in (one.at, *one.ook_bij)]
    assert sorted(told) == sorted(expected)
    assert max(Counter((one.vraag, one.aan) for one in regels).values()) == 1
    assert [row["vraag"] for row in rows(corpus)] == [regel.vraag for regel in regels]


def test_the_list_and_the_open_data_tell_the_same_questions_at_the_same_records(
    corpus: Corpus,
) -> None:
    data = gather(corpus)
    in_data = [(one.from_.id, one.text, [o.from_.id for o in one.also]) for one in data.questions]
    in_list = [(one.at.id, one.vraag, [at.id for at in one.ook_bij]) for one in vragen(corpus)]
    assert sorted(in_list) == sorted(in_data)
    per_organisation = Counter(to.id for one in data.questions for to in one.to)
    assert {id_: len(regels) for id_, regels in vragen_to(corpus).items()} == per_organisation


def test_one_question_on_two_pages_has_the_kind_and_the_instrument_of_both() -> None:
    vraag = {"veld": "wat", "vraag": "Wat kost het?", "aan": ["organisatie:szw"]}
    corpus = make_corpus(
        make_organisatie("szw"),
        make_instrument("een", onbekend=[vraag]),
        make_begrip("kosten", onbekend=[vraag]),
        make_wet("een-wet", onbekend=[vraag | {"aan": ["organisatie:een-ander"]}]),
        make_organisatie("een-ander"),
    )
    (one,) = [regel for regel in vragen(corpus) if regel.ook_bij]
    assert (one.at.id, one.soorten) == ("instrument:een", ("instrument", "begrip"))
    assert [doel.id for doel in one.ook_bij] == ["begrip:kosten"]
    assert [doel.id for doel in one.instrumenten] == ["instrument:een"]
    (row,) = [row for row in rows(corpus) if row["ook_bij"]]
    assert row["onderwerp"] == ["Instrumenten", "Begrippen"]
    assert len(vragen(corpus)) == dict(tally(corpus))["Alle open vragen"] == 2


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
