"""Proof steps back but never away; a long page is folded, with a line of each part in sight."""

from __future__ import annotations

import pytest

from macros.blad.blad import KORT
from macros.blad.vertellen import Verteller
from macros.blad.zinnen import BETWIST, tel
from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from macros.model.instrument import Instrument
from macros.model.kennis import Begrip
from macros.pages.acties import met_acties
from macros.pages.recordpaginas import recordpagina
from tests.fabriek import herbouwd
from tests.pages.hulp import bewering, boom, een, met_records

TEGENSTRIJDIG = "Bronnen spreken elkaar tegen"


def _met(corpus: Corpus, soort: type[Record], **velden: object) -> Record:
    leeg = {"onbekend": (), "niet_van_toepassing": ()}
    return corpus.alle(soort)[0].model_copy(update=leeg | velden)


def _html(corpus: Corpus, record: Record) -> str:
    return recordpagina(met_records(corpus, record), record).inhoud


def test_of_proof_the_number_the_year_and_the_mark_stand_in_sight(corpus: Corpus) -> None:
    een_ = bewering(tekst="Merk.", stand="2021-03-25", zekerheid="secundair", opmerking="Zie.")
    html = _html(corpus, _met(corpus, Begrip, uitleg=(een_,), let_op=()))
    (bewijs,) = (knoop for knoop in boom(html).css("li > details.kb-bewijs"))
    kop = bewijs.css_first("summary")
    assert kop is not None
    assert kop.text() == "[1] 2021 Uit tweede hand let op"
    dicht = bewijs.css_first("div")
    assert dicht is not None
    for tekst in ("stand 25 maart 2021", "Let op: Zie.", "[1] "):
        assert tekst in dicht.text()
    assert "open" not in bewijs.attributes


def test_what_sources_contradict_is_said_in_words_at_once(corpus: Corpus) -> None:
    een_ = bewering(tekst="Merk.", zekerheid="tegenstrijdig", opmerking="De een zegt ja.")
    html = _html(corpus, _met(corpus, Begrip, uitleg=(een_,), let_op=()))
    punt = een(html, ".kb-beweringen > li")
    for dicht in punt.css("details > div"):
        dicht.decompose()
    assert TEGENSTRIJDIG in punt.text()
    assert "De een zegt ja." in punt.text()


@pytest.mark.parametrize(
    ("veld", "stand", "merk"),
    [("kosten", "2020", True), ("kosten", "2026", False), ("herkomst", "2020", False)],
)
def test_old_is_marked_only_where_a_reader_acts(
    corpus: Corpus, veld: str, stand: str, *, merk: bool
) -> None:
    record = _met(corpus, Instrument, **{veld: (bewering(tekst="Merk.", stand=stand),)})
    (punt,) = (li for li in boom(_html(corpus, record)).css("li") if "Merk." in li.text())
    assert bool(punt.css(".kb-oud")) is merk


def test_the_vocabulary_says_after_how_many_years(corpus: Corpus) -> None:
    lijst = corpus.vocabulaires["houdbaarheid"]
    termen = tuple(term.model_copy(update={"jaren": 9}) for term in lijst.termen)
    langer = {"houdbaarheid": lijst.model_copy(update={"termen": termen})}
    record = _met(corpus, Instrument, kosten=(bewering(stand="2015"), bewering(stand="2020")))
    pagina = recordpagina(herbouwd(met_records(corpus, record), vocabulaires=langer), record)
    kosten = boom(pagina.inhoud).css("#kosten ~ ul > li, #kosten ~ details > ul > li")
    assert [li.css_first(".kb-oud") is not None for li in kosten] == [True, False]
    assert "ouder dan 9 jaar" in kosten[0].text()


def test_a_short_page_folds_only_its_sources(corpus: Corpus) -> None:
    kort = _met(corpus, Begrip, uitleg=(bewering(tekst="Een.", bronnen=["DIVBA"]),), let_op=())
    lagen = boom(_html(corpus, kort)).css("details.kb-laag")
    assert len(lagen) == 1
    assert lagen[0].css(".kb-bronnen")


def test_a_long_page_is_folded_and_says_what_is_behind(corpus: Corpus) -> None:
    lang = "Dit is een lange zin. " * 4
    punten = tuple(
        bewering(tekst=f"{lang}Nummer {nummer}.", bronnen=["DIVBA"]) for nummer in range(40)
    )
    betwist = (bewering(tekst="Twist.", zekerheid="tegenstrijdig"),)
    record = _met(corpus, Begrip, uitleg=punten, let_op=betwist)
    pagina = boom(_html(corpus, record))
    assert not pagina.css("#uitleg ~ details")  # the first stays open
    (laag,) = pagina.css("#let-op ~ details")
    kop = laag.css_first("summary")
    assert kop is not None
    assert "Twist." in kop.text()
    assert BETWIST in kop.text()


def test_folding_is_not_for_what_is_read_first(corpus: Corpus) -> None:
    vertel = Verteller(corpus)
    gevouwen = 0
    for record in corpus.alle(Record):
        blad = vertel.blad(record)
        gevouwen += len(blad.dicht) > 1
        assert not blad.dicht & {sectie.anker for sectie in (*blad.antwoord, *blad.voorop)}
        open_ = [sectie for sectie in blad.lichaam if sectie.anker not in blad.dicht]
        assert blad.voorop or not blad.lichaam or open_[0] == blad.lichaam[0]
        for sectie in blad.lichaam:
            assert sectie.regel, (record.id, sectie.anker)
    assert 10 < gevouwen < len(corpus.alle(Record)) / 2, KORT


def test_each_record_says_once_what_it_rests_on(corpus: Corpus) -> None:
    record = _met(
        corpus,
        Begrip,
        samenvatting="Anders.",
        uitleg=(bewering(stand="2020"), bewering(tekst="Twee.", stand="2026")),
        let_op=(),
    )
    (regel,) = boom(_html(corpus, record)).css("[data-rust]")
    delen = regel.text().split(" · ")
    assert delen[0] == "1 bron"
    assert delen[1].startswith("jongste ")
    assert [deel.strip() for deel in delen[2:]] == [
        "1 van 2 beweringen ouder dan twee jaar",
        "geen vragen open",
    ]


@pytest.mark.parametrize(
    ("aantal", "tekst"), [(0, "geen bronnen"), (1, "1 bron"), (9, "9 bronnen")]
)
def test_a_number_stands_with_its_noun(aantal: int, tekst: str) -> None:
    assert tel(aantal, "bron") == tekst


def test_a_source_leads_back_to_the_text(corpus: Corpus) -> None:
    for soort in (Begrip, Instrument):
        pagina = boom(recordpagina(corpus, corpus.alle(soort)[0]).inhoud)
        ids = {knoop.attributes["id"] for knoop in pagina.css("[id]")}
        terug = [knoop.attributes["href"] for knoop in pagina.css(".kb-bronnen a[href^='#']")]
        assert terug
        assert {str(doel).removeprefix("#") for doel in terug} <= ids


def test_the_actions_stand_under_the_title_once(corpus: Corpus) -> None:
    record = corpus.alle(Begrip)[0]
    html = recordpagina(corpus, record).inhoud
    assert boom(html).css_first("h1 + .kb-acties [data-zet-in-dossier]") is not None
    verteld = met_acties("<h1>Een</h1><p>Twee</p>")
    assert boom(verteld).css_first("h1 + .kb-acties > a[href='#citeer']") is not None
    assert met_acties("<p>kbstempelinhoud</p>") == "<p>kbstempelinhoud</p>"
