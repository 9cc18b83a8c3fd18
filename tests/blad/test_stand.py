from __future__ import annotations

import pytest

from macros.blad.stand import GEEN_BRON, indienen_kan_altijd, stand_van
from macros.corpus.corpus import Corpus
from macros.model.organisatie import Gemeente
from macros.pages.inzetten import INZETTEN
from macros.pages.recordpaginas import gemeentepagina
from macros.pages.weergave import Schrijver
from tests.fabriek import maak_bewering, maak_gemeente, maak_instrument
from tests.pages.hulp import met_records, tekst

ALTIJD = "Ook een gemeente die niet is aangesloten, kan een casus indienen."


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
    bewering = indienen_kan_altijd(corpus)
    assert "bron:N24" in bewering.bronnen
    assert "niet" in bewering.tekst
    assert "gemeente" in bewering.tekst.casefold()


@pytest.mark.parametrize("veld", ["voor_wie", "voorwaarden", "wanneer_wel"])
def test_the_statement_may_stand_in_any_of_three_fields(corpus: Corpus, veld: str) -> None:
    velden: dict[str, object] = {"voor_wie": [], "voorwaarden": [], "wanneer_wel": []}
    velden[veld] = [maak_bewering(tekst=ALTIJD)]
    loket = maak_instrument("landelijk-maatwerkloket", **velden)
    assert indienen_kan_altijd(met_records(corpus, loket)).tekst == ALTIJD


@pytest.mark.parametrize(
    "bewering", [maak_bewering(tekst=ALTIJD, bronnen=["SDO"]), maak_bewering()]
)
def test_without_that_statement_there_is_no_page(
    corpus: Corpus, bewering: dict[str, object]
) -> None:
    loket = maak_instrument(
        "landelijk-maatwerkloket", voor_wie=[bewering], voorwaarden=[], wanneer_wel=[]
    )
    with pytest.raises(LookupError, match="maatwerkloket"):
        indienen_kan_altijd(met_records(corpus, loket))
