from __future__ import annotations

import pytest

from macros.blad.stand import GEEN_BRON, indienen_kan_altijd, stand_van
from macros.corpus.corpus import Corpus
from macros.model.organisatie import Gemeente
from macros.pages.inzetten import INZETTEN
from macros.pages.recordpaginas import gemeentepagina
from macros.pages.weergave import Schrijver
from tests.fabriek import herbouwd, maak_bewering, maak_corpus, maak_gemeente
from tests.pages.hulp import bewering, tekst


def _gemeente(*uitkomsten: str) -> Gemeente:
    vermeldingen = [maak_bewering(uitkomst=uitkomst) for uitkomst in uitkomsten]
    return Gemeente.model_validate(maak_gemeente(vermeldingen=vermeldingen))


@pytest.mark.parametrize(
    ("uitkomsten", "stand"),
    [
        ((), GEEN_BRON),
        (("samenwerkend",), "samenwerkend"),
        (("aangesloten",), "aangesloten"),
        (("samenwerkend", "aangesloten"), "aangesloten"),
    ],
)
def test_the_state_follows_from_what_sources_say(uitkomsten: tuple[str, ...], stand: str) -> None:
    assert stand_van(_gemeente(*uitkomsten)) == stand


def test_there_are_four_states(corpus: Corpus) -> None:
    termen = corpus.vocabulaires["gemeentestand"].termen
    sleutels = {term.sleutel for term in termen}
    assert sleutels == {"aangesloten", "samenwerkend", GEEN_BRON, "vervallen"}
    assert not [term.label for term in termen if term.label.casefold().startswith("niet")]


@pytest.mark.parametrize("uitkomsten", [(), ("samenwerkend",), ("aangesloten",)])
def test_the_page_shows_label_and_explanation(corpus: Corpus, uitkomsten: tuple[str, ...]) -> None:
    gemeente = _gemeente(*uitkomsten)
    term = corpus.term("gemeentestand", stand_van(gemeente))
    assert f"{term.label}. {term.uitleg}" in tekst(gemeentepagina(corpus, gemeente).inhoud)


def test_no_municipality_is_ever_called_not_affiliated(corpus: Corpus) -> None:
    for gemeente in corpus.gemeentetabel.gemeenten:
        pagina = gemeentepagina(corpus, gemeente)
        zichtbaar = f"{pagina.titel} {pagina.omschrijving} {tekst(pagina.inhoud)}".casefold()
        assert "niet aangesloten" not in zichtbaar, gemeente.naam
    tabel = tekst(INZETTEN["gemeententabel"](Schrijver(corpus, "gemeenten/")))
    assert "niet aangesloten" not in tabel.casefold()


def test_a_former_municipality_stands_on_the_page_of_its_successor(corpus: Corpus) -> None:
    oud = corpus.vervallen()[0]
    opvolger = corpus.gemeenten()[oud.opvolgers[0].removeprefix("gemeente:")]
    assert f"{oud.naam} ({oud.cbs})" in tekst(gemeentepagina(corpus, opvolger).inhoud)
    assert oud.naam not in tekst(gemeentepagina(corpus, _gemeente()).inhoud)


def test_everyone_can_submit_rests_on_the_memo_of_april_2024(corpus: Corpus) -> None:
    gevonden = indienen_kan_altijd(corpus)
    assert "bron:N24" in gevonden.bronnen
    assert "niet" in gevonden.tekst
    assert "gemeente" in gevonden.tekst.casefold()


def test_without_that_statement_there_is_no_page(corpus: Corpus) -> None:
    aanhaling = corpus.gemeentetabel.indienen
    assert aanhaling is not None
    anders = {aanhaling.veld: (bewering(tekst="Anders."),)}
    loket = corpus.records[aanhaling.record].model_copy(update=anders)
    with pytest.raises(LookupError, match=r"gemeenten\.yml"):
        indienen_kan_altijd(herbouwd(corpus, [loket]))


def test_without_a_quotation_there_is_no_page() -> None:
    with pytest.raises(LookupError, match="indienen"):
        indienen_kan_altijd(maak_corpus())
