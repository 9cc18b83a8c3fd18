from __future__ import annotations

from macros.check import quotations
from macros.model.tool import Aanhaling
from tests.factory import (
    ZIN,
    RawBlock,
    make_bewering,
    make_casusformulier,
    make_corpus,
    make_instrument,
    make_keuzehulp,
    make_quotation,
    only,
    pointed_at,
    rebuilt,
)

LOKET = "instrument:loket"
VRAAG: RawBlock = {"veld": "kosten", "vraag": "Wat kost het?", "aan": ["organisatie:pmm"]}


def form(*haalt_aan: RawBlock) -> RawBlock:
    veld: RawBlock = {
        "sleutel": "een",
        "label": "Een?",
        "uitleg": ZIN,
        "haalt_aan": list(haalt_aan),
    }
    return make_casusformulier(velden=[veld])


def test_aanhaling_bestaat_bites() -> None:
    """As when somebody rewords a statement that a tool rests on."""
    corpus = make_corpus(
        make_instrument(), casusformulier=form(make_quotation(LOKET, "doel", "Het was"))
    )
    error = only(quotations.aanhaling_bestaat, corpus)
    assert (error.file, error.veld) == (
        "data/casusformulier.yml",
        "velden[1].haalt_aan[1].begint",
    )
    assert (
        error.wat
        == "„Het was” staat niet aan het begin van een tekst bij instrument:loket, veld doel"
    )
    assert pointed_at(corpus, error) == "Het was"


def test_aanhaling_bestaat_bites_on_a_field_that_cannot_be_quoted() -> None:
    for veld in ("doelen", "titel", "volgorde", "__class__"):
        quotation = make_quotation(LOKET, veld, ZIN)
        corpus = make_corpus(make_instrument(), casusformulier=form(quotation))
        assert f"veld {veld}" in only(quotations.aanhaling_bestaat, corpus).wat


def test_aanhaling_bestaat_bites_when_several_fit() -> None:
    loket = make_instrument(doel=[make_bewering(), make_bewering(stand=2025)])
    corpus = make_corpus(loket, casusformulier=form(make_quotation(LOKET, "doel", "Dit")))
    error = only(quotations.aanhaling_bestaat, corpus)
    assert error.wat == "„Dit” past op 2 teksten bij instrument:loket, veld doel"
    assert error.remedy == "neem meer woorden over, tot er één past"


def test_aanhaling_bestaat_bites_in_the_table_of_gemeenten() -> None:
    small = make_corpus(make_instrument())
    quotation = Aanhaling(record=LOKET, veld="doel", begint="Het was")
    table = small.gemeentetabel.model_copy(update={"indienen": quotation})
    root = small.read["tabel:gemeenten"].file
    error = only(quotations.aanhaling_bestaat, rebuilt(small, gemeenten=table))
    assert (error.file, error.veld) == (root.naam, "indienen.begint")
    good = table.model_copy(update={"indienen": quotation.model_copy(update={"begint": ZIN})})
    assert not list(quotations.aanhaling_bestaat(rebuilt(small, gemeenten=good)))


def test_aanhaling_bestaat_bites_on_an_open_question() -> None:
    loket = make_instrument(onbekend=[VRAAG])
    choice = make_keuzehulp([loket])
    uitkomsten = choice["uitkomsten"]
    assert isinstance(uitkomsten, list)
    uitkomsten[0]["onbekend"] = [{"record": LOKET, "begint": "Wie betaalt"}]
    error = only(quotations.aanhaling_bestaat, make_corpus(loket, keuzehulp=choice))
    assert (error.file, error.veld) == ("data/keuzehulp.yml", "uitkomsten[1].onbekend[1].begint")


def test_aanhaling_bestaat_does_not_over_bite() -> None:
    loket = make_instrument(
        doel=[make_bewering(), make_bewering(tekst="Dat is een zin.")], onbekend=[VRAAG]
    )
    choice = make_keuzehulp([loket])
    uitkomsten = choice["uitkomsten"]
    assert isinstance(uitkomsten, list)
    uitkomsten[0]["onbekend"] = [{"record": LOKET, "begint": "Wat kost"}]
    elsewhere = make_quotation(
        "instrument:weg", "doel", ZIN
    )  # a broken reference has its own message
    corpus = make_corpus(
        loket,
        keuzehulp=choice,
        casusformulier=form(make_quotation(LOKET, "doel", "Dat"), elsewhere),
    )
    assert list(quotations.aanhaling_bestaat(corpus)) == []
