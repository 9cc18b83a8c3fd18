from __future__ import annotations

import pytest

from macros.blad.stand import NO_BRON, indienen_is_always_possible, stand_of
from macros.corpus.corpus import Corpus
from macros.model.organisatie import Gemeente
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.record_pages import gemeente_page
from macros.pages.rendering import Writer
from tests.factory import make_bewering, make_corpus, make_gemeente, rebuilt
from tests.pages.helpers import bewering, tekst


def _gemeente(*uitkomsten: str) -> Gemeente:
    vermeldingen = [make_bewering(uitkomst=uitkomst) for uitkomst in uitkomsten]
    return Gemeente.model_validate(make_gemeente(vermeldingen=vermeldingen))


@pytest.mark.parametrize(
    ("uitkomsten", "stand"),
    [
        ((), NO_BRON),
        (("samenwerkend",), "samenwerkend"),
        (("aangesloten",), "aangesloten"),
        (("samenwerkend", "aangesloten"), "aangesloten"),
    ],
)
def test_the_state_follows_from_what_sources_say(uitkomsten: tuple[str, ...], stand: str) -> None:
    assert stand_of(_gemeente(*uitkomsten)) == stand


def test_there_are_four_states(corpus: Corpus) -> None:
    termen = corpus.vocabulaires["gemeentestand"].termen
    sleutels = {term.sleutel for term in termen}
    assert sleutels == {"aangesloten", "samenwerkend", NO_BRON, "vervallen"}
    assert not [term.label for term in termen if term.label.casefold().startswith("niet")]


@pytest.mark.parametrize("uitkomsten", [(), ("samenwerkend",), ("aangesloten",)])
def test_the_page_shows_label_and_explanation(corpus: Corpus, uitkomsten: tuple[str, ...]) -> None:
    gemeente = _gemeente(*uitkomsten)
    term = corpus.term("gemeentestand", stand_of(gemeente))
    assert f"{term.label}. {term.uitleg}" in tekst(gemeente_page(corpus, gemeente).inhoud)


def test_no_municipality_is_ever_called_not_affiliated(corpus: Corpus) -> None:
    for gemeente in corpus.gemeentetabel.gemeenten:
        pagina = gemeente_page(corpus, gemeente)
        visible = f"{pagina.titel} {pagina.description} {tekst(pagina.inhoud)}".casefold()
        assert "niet aangesloten" not in visible, gemeente.naam
    table = tekst(PAGE_MACROS["gemeententabel"](Writer(corpus, "gemeenten/")))
    assert "niet aangesloten" not in table.casefold()


def test_a_former_municipality_stands_on_the_page_of_its_successor(corpus: Corpus) -> None:
    old = corpus.vervallen()[0]
    opvolger = corpus.gemeenten()[old.opvolgers[0].removeprefix("gemeente:")]
    assert f"{old.naam} ({old.cbs})" in tekst(gemeente_page(corpus, opvolger).inhoud)
    assert old.naam not in tekst(gemeente_page(corpus, _gemeente()).inhoud)


def test_everyone_can_submit_rests_on_the_memo_of_april_2024(corpus: Corpus) -> None:
    found = indienen_is_always_possible(corpus)
    assert "bron:N24" in found.bronnen
    assert "niet" in found.tekst
    assert "gemeente" in found.tekst.casefold()


def test_without_that_statement_there_is_no_page(corpus: Corpus) -> None:
    quotation = corpus.gemeentetabel.indienen
    assert quotation is not None
    otherwise = {quotation.veld: (bewering(tekst="Anders."),)}
    loket = corpus.records[quotation.record].model_copy(update=otherwise)
    with pytest.raises(LookupError, match=r"gemeenten\.yml"):
        indienen_is_always_possible(rebuilt(corpus, [loket]))


def test_without_a_quotation_there_is_no_page() -> None:
    with pytest.raises(LookupError, match="indienen"):
        indienen_is_always_possible(make_corpus())
