"""Proof steps back but never away; a long page is folded, with a line of each part in sight."""

from __future__ import annotations

import pytest

from macros.blad import zinnen
from macros.blad.blad import SHORT
from macros.blad.narrate import Narrator
from macros.blad.vragen import vragen_to
from macros.blad.zinnen import BETWIST, tel
from macros.corpus.corpus import Corpus
from macros.model.base import Record
from macros.model.instrument import Instrument
from macros.model.kennis import Begrip
from macros.model.leerpunt import Leerpunt
from macros.model.organisatie import Organisatie
from macros.model.recht import Wet
from macros.pages.acties import with_acties
from macros.pages.record_pages import record_page
from macros.pages.rendering import Writer
from tests.factory import rebuilt
from tests.pages.helpers import bewering, one, tree, with_records

TEGENSTRIJDIG = "Bronnen spreken elkaar tegen"


def _with(corpus: Corpus, soort: type[Record], **velden: object) -> Record:
    empty = {"onbekend": (), "niet_van_toepassing": ()}
    return corpus.every(soort)[0].model_copy(update=empty | velden)


def _html(corpus: Corpus, record: Record) -> str:
    return record_page(with_records(corpus, record), record).inhoud


def test_of_proof_the_number_the_year_and_the_mark_stand_in_sight(corpus: Corpus) -> None:
    a = bewering(tekst="Merk.", stand="2021-03-25", zekerheid="secundair", opmerking="Zie.")
    html = _html(corpus, _with(corpus, Begrip, uitleg=(a,), let_op=()))
    (proof,) = (node for node in tree(html).css("li > details.kb-bewijs"))
    kop = proof.css_first("summary")
    assert kop is not None
    assert kop.text() == "[1] 2021 Uit tweede hand let op"
    closed = proof.css_first("div")
    assert closed is not None
    for tekst in ("stand 25 maart 2021", "Let op: Zie.", "[1] "):
        assert tekst in closed.text()
    assert "open" not in proof.attributes


def test_what_sources_contradict_is_said_in_words_at_once(corpus: Corpus) -> None:
    a = bewering(tekst="Merk.", zekerheid="tegenstrijdig", opmerking="De een zegt ja.")
    html = _html(corpus, _with(corpus, Begrip, uitleg=(a,), let_op=()))
    point = one(html, ".kb-beweringen > li")
    for closed in point.css("details > div"):
        closed.decompose()
    assert TEGENSTRIJDIG in point.text()
    assert "De een zegt ja." in point.text()


@pytest.mark.parametrize(
    ("veld", "stand", "mark"),
    [("kosten", "2020", True), ("kosten", "2026", False), ("herkomst", "2020", False)],
)
def test_old_is_marked_only_where_a_reader_acts(
    corpus: Corpus, veld: str, stand: str, *, mark: bool
) -> None:
    record = _with(corpus, Instrument, **{veld: (bewering(tekst="Merk.", stand=stand),)})
    (point,) = (li for li in tree(_html(corpus, record)).css("li") if "Merk." in li.text())
    assert bool(point.css(".kb-oud")) is mark


def test_the_vocabulary_says_after_how_many_years(corpus: Corpus) -> None:
    lijst = corpus.vocabulaires["houdbaarheid"]
    termen = tuple(term.model_copy(update={"jaren": 9}) for term in lijst.termen)
    langer = {"houdbaarheid": lijst.model_copy(update={"termen": termen})}
    record = _with(corpus, Instrument, kosten=(bewering(stand="2015"), bewering(stand="2020")))
    pagina = record_page(rebuilt(with_records(corpus, record), vocabulaires=langer), record)
    kosten = tree(pagina.inhoud).css("#kosten ~ ul > li, #kosten ~ details > ul > li")
    assert [li.css_first(".kb-oud") is not None for li in kosten] == [True, False]
    assert "ouder dan 9 jaar" in kosten[0].text()


def test_a_short_page_folds_only_its_sources(corpus: Corpus) -> None:
    short = _with(corpus, Begrip, uitleg=(bewering(tekst="Een.", bronnen=["DIVBA"]),), let_op=())
    lagen = tree(_html(corpus, short)).css("details.kb-laag")
    assert len(lagen) == 1
    assert lagen[0].css(".kb-bronnen")


def test_a_long_page_is_folded_and_says_what_is_behind(corpus: Corpus) -> None:
    long = "Dit is een lange zin. " * 4
    points = tuple(
        bewering(tekst=f"{long}Nummer {nummer}.", bronnen=["DIVBA"]) for nummer in range(40)
    )
    betwist = (bewering(tekst="Twist.", zekerheid="tegenstrijdig"),)
    record = _with(corpus, Begrip, uitleg=points, let_op=betwist)
    pagina = tree(_html(corpus, record))
    assert not pagina.css("#uitleg ~ details")  # the first stays open
    (laag,) = pagina.css("#let-op ~ details")
    kop = laag.css_first("summary")
    assert kop is not None
    assert "Twist." in kop.text()
    assert BETWIST in kop.text()


def test_folding_is_not_for_what_is_read_first(corpus: Corpus) -> None:
    tell = Narrator(corpus)
    gevouwen = 0
    for record in corpus.every(Record):
        blad = tell.blad(record)
        gevouwen += len(blad.closed) > 1
        assert not blad.closed & {sectie.anker for sectie in (*blad.antwoord, *blad.voorop)}
        open_ = [sectie for sectie in blad.body if sectie.anker not in blad.closed]
        assert blad.voorop or not blad.body or open_[0] == blad.body[0]
        for sectie in blad.body:
            assert sectie.regel, (record.id, sectie.anker)
    assert 10 < gevouwen < len(corpus.every(Record)) / 2, SHORT


def test_each_record_says_once_what_it_rests_on(corpus: Corpus) -> None:
    record = _with(
        corpus,
        Begrip,
        samenvatting="Anders.",
        uitleg=(bewering(stand="2020"), bewering(tekst="Twee.", stand="2026")),
        let_op=(),
    )
    (regel,) = tree(_html(corpus, record)).css("[data-rust]")
    parts = regel.text().split(" · ")
    assert parts[0] == "1 bron"
    assert parts[1].startswith("jongste ")
    assert [part.strip() for part in parts[2:]] == [
        "1 van 2 beweringen ouder dan twee jaar",
        "geen vragen open",
    ]


def test_whom_one_asks_has_one_number_of_questions(corpus: Corpus) -> None:
    """The line on top, the folded line and what is in it: all count questions."""
    checked = 0
    for organisatie in corpus.every(Organisatie):
        asked = vragen_to(corpus).get(organisatie.id, ())
        if not asked:
            continue
        pagina = tree(record_page(corpus, organisatie).inhoud)
        (rests,) = pagina.css("[data-rust]")
        told = rests.text()
        assert f"{tel(len(asked), 'open vraag')} aan deze organisatie" in told
        assert " over deze organisatie" in told
        assert "vragen open" not in told
        (heading,) = pagina.css("#vragen-aan")
        section = heading.parent
        assert section is not None
        assert f"openbaar antwoord: {len(asked)}." in section.text()
        for folded in section.css("summary > span"):
            assert folded.text() == tel(len(asked), "vraag")
            checked += 1
    assert checked


def test_search_words_and_numbers_for_programs_come_last(corpus: Corpus) -> None:
    checked = 0
    for soort in (Begrip, Organisatie, Wet, Leerpunt):
        for record in corpus.every(soort):
            order = tree(record_page(corpus, record).inhoud).css("h2, dt")
            labels = [node.text().strip() for node in order]
            quiet = {"Ook gezocht als", "In het Engels", "TOOI", "OWMS", "Gewone woorden"}
            for label in quiet.intersection(labels):
                assert labels.index(label) > labels.index(zinnen.BRONNEN), (record.id, label)
                checked += 1
    assert checked > len(corpus.every(Begrip))


def test_a_code_of_an_article_stands_in_the_proof(corpus: Corpus) -> None:
    codes = 0
    for wet in corpus.every(Wet):
        pagina = tree(record_page(corpus, wet).inhoud)
        codes += len(pagina.css(".kb-bewijs > div > .kb-jci"))
        assert len(pagina.css(".kb-jci")) == len(pagina.css(".kb-bewijs > div > .kb-jci")), wet.id
        assert " ." not in pagina.text(), wet.id
    assert codes > len(corpus.every(Wet)) / 2


@pytest.mark.parametrize(
    ("aantal", "tekst"), [(0, "geen bronnen"), (1, "1 bron"), (9, "9 bronnen")]
)
def test_a_number_stands_with_its_noun(aantal: int, tekst: str) -> None:
    assert tel(aantal, "bron") == tekst


def test_a_source_leads_back_to_the_text(corpus: Corpus) -> None:
    for soort in (Begrip, Instrument):
        pagina = tree(record_page(corpus, corpus.every(soort)[0]).inhoud)
        ids = {node.attributes["id"] for node in pagina.css("[id]")}
        back = [node.attributes["href"] for node in pagina.css(".kb-bronnen a[href^='#']")]
        assert back
        assert {str(doel).removeprefix("#") for doel in back} <= ids


def test_the_actions_stand_under_the_title_once(corpus: Corpus) -> None:
    record = corpus.every(Begrip)[0]
    html = record_page(corpus, record).inhoud
    assert tree(html).css_first("h1 + .kb-acties [data-zet-in-dossier]") is not None
    told = with_acties("<h1>Een</h1><p>Twee</p>", Writer(corpus, "over/"))
    assert tree(told).css_first("h1 + .kb-acties > a[href='#citeer']") is not None
    assert tree(told).css_first("[data-zet-in-dossier]") is None
    assert with_acties("<p>kbstempelinhoud</p>", Writer(corpus, "over/")) == (
        "<p>kbstempelinhoud</p>"
    )
    taken = with_acties("<h1>Een</h1>", Writer(corpus, "aansluiten/collegevoorstel/"))
    link = tree(taken).css_first("[data-zet-in-dossier]")
    assert link is not None
    assert link.attributes["href"] == "../../dossier/?r=pagina:collegevoorstel"
