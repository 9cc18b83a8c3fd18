from __future__ import annotations

from datetime import date
from urllib.parse import unquote

import pytest
from jinja2 import UndefinedError

from macros.blad.vragen import vragen_per_veld
from macros.corpus.corpus import Corpus
from macros.model.base import Onbekend
from macros.model.dates import Peildatum
from macros.model.instrument import Instrument
from macros.model.recht import Wetsvoorstel
from macros.pages.record_pages import record_page
from macros.pages.rendering import Writer, environment
from tests.factory import (
    make_bewering,
    make_corpus,
    make_instrument,
    make_organisatie,
    make_wetsvoorstel,
    rebuilt,
)
from tests.pages.helpers import bewering, with_records

RUNNING_TEXT = (
    "{% import 'onderdelen.html.j2' as o %}{{ o.stukken(kb, kb.running_text(tekst), 'kb-adres') }}"
)
PROOF = "{% import 'onderdelen.html.j2' as o %}{{ o.proof(kb.proof(b)) }}"


def _writer_on(corpus: Corpus, peildatum: str) -> Writer:
    site = corpus.site.model_copy(update={"peildatum": peildatum})
    return Writer(rebuilt(corpus, site=site), "proef/")


@pytest.mark.parametrize("stand", ["2024-11-20", "2024-10", "2023", "2019/2023", "2021~"])
def test_more_than_two_years_before_the_day_of_the_content_is_old(
    corpus: Corpus, stand: str
) -> None:
    assert _writer_on(corpus, "2026-11-21").narrator.stand(Peildatum.parse(stand))[1]


@pytest.mark.parametrize(
    "stand", ["2024-11-21", "2024-11", "2024", "2019/2025", "2026", "ongedateerd"]
)
def test_what_may_be_younger_is_not_old(corpus: Corpus, stand: str) -> None:
    assert not _writer_on(corpus, "2026-11-21").narrator.stand(Peildatum.parse(stand))[1]


def test_old_can_be_reckoned_on_a_leap_day(corpus: Corpus) -> None:
    kb = _writer_on(corpus, "2028-02-29")
    assert kb.narrator.stand(Peildatum.parse("2026-02-27"))[1]
    assert not kb.narrator.stand(Peildatum.parse("2026-03-01"))[1]


@pytest.mark.parametrize(("stand", "mark"), [("2020", True), ("2026", False)])
def test_the_mark_old_is_shown_where_it_belongs(corpus: Corpus, stand: str, *, mark: bool) -> None:
    html = (
        environment()
        .from_string(PROOF)
        .render(kb=_writer_on(corpus, "2026-11-21"), b=bewering(stand=stand))
    )
    assert ("ouder dan 2 jaar" in html) is mark


def test_certainty_and_date_stand_in_sight_not_behind_a_hover(corpus: Corpus) -> None:
    kb = _writer_on(corpus, "2026-11-21")
    html = (
        environment()
        .from_string(PROOF)
        .render(kb=kb, b=bewering(zekerheid="afgeleid", stand="2026-03"))
    )
    assert kb.label("zekerheid", "afgeleid") in html
    assert "stand maart 2026" in html
    assert "title=" not in html


def test_the_address_for_mistakes_names_the_page_and_the_data_file(corpus: Corpus) -> None:
    adres = "mailto:a@b.example?subject={titel}%20{pad}"
    site = corpus.site.model_copy(update={"verbeteradres": adres})
    kb = Writer(rebuilt(corpus, site=site), "proef/")
    adres = kb.verbeteradres("data/wetten/a b&c.yml", "Één & wet/regel?")
    assert unquote(adres) == "mailto:a@b.example?subject=Één & wet/regel? data/wetten/a b&c.yml"
    assert adres.count("&") == 0
    assert adres.count("?") == 1


def test_the_permanent_address_is_the_full_one(corpus: Corpus) -> None:
    kb = Writer(corpus, "wetten/awir/")
    assert kb.permanent() == f"{corpus.site.adres}wetten/awir/"
    assert kb.permanent().startswith("https://")


def test_a_typing_error_in_a_template_stops_the_build() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ recrod.titel }}").render(record=None)


def test_values_are_escaped_without_anyone_asking() -> None:
    html = environment().from_string('<a title="{{ w }}">{{ w }}</a>').render(w='"><b>')
    assert html == '<a title="&#34;&gt;&lt;b&gt;">&#34;&gt;&lt;b&gt;</a>'


def test_an_unknown_term_or_record_stops_the_build() -> None:
    kb = Writer(make_corpus(), "proef/")
    with pytest.raises(KeyError):
        kb.label("zekerheid", "misschien")
    with pytest.raises(KeyError):
        kb.record("wet:bestaat-niet")
    with pytest.raises(KeyError):
        kb.gemeente("gemeente:GM9999")


def test_open_questions_stand_with_their_field_or_at_the_end() -> None:
    def vraag(veld: str) -> dict[str, object]:
        return {"veld": veld, "vraag": f"Wat is {veld}?", "aan": ["organisatie:pmm"]}

    record = make_instrument(onbekend=[vraag("kosten"), vraag("titel")])
    per_veld = vragen_per_veld(record, ["kosten", "doel"])
    assert per_veld == {
        "kosten": [Onbekend.model_validate(vraag("kosten"))],
        "": [Onbekend.model_validate(vraag("titel"))],
    }


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        (
            "Kijk op www.a.stad.nl.",
            (
                'Kijk op <a class="kb-adres" href="https://www.a.stad.nl/" rel="noreferrer">'
                "www.a.stad.nl</a>."
            ),
        ),
        ("Kijk op www.b.stad.nl.", "Kijk op www.b.stad.nl."),
        ("<b>www</b>", "&lt;b&gt;www&lt;/b&gt;"),
    ],
)
def test_the_website_of_an_organisation_becomes_a_link(tekst: str, html: str) -> None:
    organisatie = make_organisatie(website="https://www.a.stad.nl/")
    kb = Writer(make_corpus(organisatie, make_organisatie("zonder")), "proef/")
    assert environment().from_string(RUNNING_TEXT).render(kb=kb, tekst=tekst) == html


def test_two_organisations_on_one_host_are_one_link() -> None:
    one = make_organisatie("een", website="https://www.a.stad.nl/team/een")
    two = make_organisatie("twee", website="https://www.a.stad.nl/")
    kb = Writer(make_corpus(one, two), "proef/")
    html = environment().from_string(RUNNING_TEXT).render(kb=kb, tekst="Kijk op www.a.stad.nl.")
    assert html.count("<a ") == html.count("</a>") == 1
    assert 'href="https://www.a.stad.nl/"' in html


@pytest.mark.parametrize("tekst", ["anders-a.stad.nl", "www.a.stad.nl-b.nl", "mail.a.stad.nl"])
def test_a_longer_name_that_holds_the_host_of_an_organisation_is_no_link(tekst: str) -> None:
    kb = Writer(make_corpus(make_organisatie(website="https://a.stad.nl/")), "proef/")
    assert environment().from_string(RUNNING_TEXT).render(kb=kb, tekst=tekst) == tekst


def _proposal(stand: str, status: str = "in-behandeling") -> Wetsvoorstel:
    earlier = make_bewering(stand="2019")
    stappen = [earlier, make_bewering(stand=stand), earlier]
    return make_wetsvoorstel("wams", status=status, stappen=stappen)


@pytest.mark.parametrize("stand", ["2026-05-26", "2026-04", "2025", "2025~"])
def test_a_bill_of_which_nothing_was_found_for_half_a_year_says_so_first(
    corpus: Corpus, stand: str
) -> None:
    proposal = _proposal(stand)
    kb = _writer_on(with_records(corpus, proposal), "2026-11-27")
    assert proposal.quiet_since(kb.corpus.site.peildag)
    pagina = record_page(kb.corpus, proposal).inhoud
    message = pagina.index(f"de laatste stand die wij vonden, is van {Peildatum.parse(stand)}")
    assert pagina.index("<h1") < message < pagina.index("kb-samenvatting")


@pytest.mark.parametrize(
    ("stand", "status"),
    [
        ("2026-05-27", "in-behandeling"),
        ("2026-05", "in-behandeling"),
        ("2026", "in-behandeling"),
        ("2020", "wet-geworden"),
    ],
)
def test_a_bill_with_recent_news_or_an_end_does_not(
    corpus: Corpus, stand: str, status: str
) -> None:
    proposal = _proposal(stand, status)
    kb = _writer_on(with_records(corpus, proposal), "2026-11-27")
    assert not proposal.quiet_since(kb.corpus.site.peildag)
    assert "de laatste stand die wij vonden" not in record_page(kb.corpus, proposal).inhoud


def test_without_any_date_nobody_knows_how_long_it_was_silent() -> None:
    proposal = make_wetsvoorstel(status="onbekend", stappen=[make_bewering(stand="ongedateerd")])
    assert proposal.quiet_since(date(2026, 11, 27)) is None


def test_half_a_year_can_be_reckoned_over_new_year_and_into_a_short_month() -> None:
    assert _proposal("2025-08-09").quiet_since(date(2026, 2, 10))
    assert not _proposal("2025-08-10").quiet_since(date(2026, 2, 10))
    assert _proposal("2026-02-28").quiet_since(date(2026, 8, 31))


@pytest.mark.parametrize(("ketenplaats", "waiting"), [("loket", True), ("randvoorwaarde", False)])
def test_where_one_waits_the_page_points_to_what_does_not_wait(
    corpus: Corpus, ketenplaats: str, *, waiting: bool
) -> None:
    instrument = corpus.records["instrument:landelijk-maatwerkloket"]
    otherwise = instrument.model_copy(update={"ketenplaats": ketenplaats})
    assert isinstance(otherwise, Instrument)
    pagina = record_page(with_records(corpus, otherwise), otherwise).inhoud
    assert ('href="../../termijnen-lopen-door/"' in pagina) is waiting
