from __future__ import annotations

import dataclasses
from urllib.parse import unquote

import pytest
from jinja2 import UndefinedError

from macros.corpus.corpus import Corpus, Relatie
from macros.model.basis import Onbekend
from macros.model.datering import Peildatum
from macros.model.kennis import Bron
from macros.model.recht import Wetsvoorstel
from macros.pages.recordpaginas import recordpagina
from macros.pages.weergave import Schrijver, omgeving, stuknummer, vragen_bij
from tests.fabriek import (
    herbouwd,
    maak_bewering,
    maak_corpus,
    maak_instrument,
    maak_organisatie,
    maak_wetsvoorstel,
)
from tests.pages.hulp import bewering, met_records

BEWIJS = "{% import 'onderdelen.html.j2' as o %}{{ o.bewijs(kb, b) }}"


@pytest.mark.parametrize(
    ("nummer", "geschreven"),
    [
        ("34477", "34 477"),
        ("34477-84", "34 477, nr. 84"),
        ("35010-C", "35 010, C"),
        ("36410-XV-21", "36 410 XV, nr. 21"),
    ],
)
def test_a_kamerstuk_is_written_as_parliament_writes_it(nummer: str, geschreven: str) -> None:
    assert stuknummer(nummer) == geschreven


def _op(corpus: Corpus, peildatum: str) -> Schrijver:
    site = corpus.site.model_copy(update={"peildatum": peildatum})
    return Schrijver(herbouwd(corpus, site=site), "proef/")


@pytest.mark.parametrize("stand", ["2024-11-20", "2024-10", "2023", "2019/2023", "2021~"])
def test_more_than_two_years_before_the_day_of_the_content_is_old(
    corpus: Corpus, stand: str
) -> None:
    assert _op(corpus, "2026-11-21").is_oud(Peildatum.lees(stand))


@pytest.mark.parametrize(
    "stand", ["2024-11-21", "2024-11", "2024", "2019/2025", "2026", "ongedateerd"]
)
def test_what_may_be_younger_is_not_old(corpus: Corpus, stand: str) -> None:
    assert not _op(corpus, "2026-11-21").is_oud(Peildatum.lees(stand))


def test_old_can_be_reckoned_on_a_leap_day(corpus: Corpus) -> None:
    kb = _op(corpus, "2028-02-29")
    assert kb.is_oud(Peildatum.lees("2026-02-27"))
    assert not kb.is_oud(Peildatum.lees("2026-03-01"))


@pytest.mark.parametrize(("stand", "merk"), [("2020", True), ("2026", False)])
def test_the_mark_old_is_shown_where_it_belongs(corpus: Corpus, stand: str, *, merk: bool) -> None:
    html = (
        omgeving().from_string(BEWIJS).render(kb=_op(corpus, "2026-11-21"), b=bewering(stand=stand))
    )
    assert ("ouder dan 2 jaar" in html) is merk


def test_certainty_and_date_stand_in_sight_not_behind_a_hover(corpus: Corpus) -> None:
    kb = _op(corpus, "2026-11-21")
    html = (
        omgeving()
        .from_string(BEWIJS)
        .render(kb=kb, b=bewering(zekerheid="afgeleid", stand="2026-03"))
    )
    assert kb.label("zekerheid", "afgeleid") in html
    assert "stand maart 2026" in html
    assert "title=" not in html


def _verwezen(corpus: Corpus, *relaties: tuple[str, tuple[str | int, ...]]) -> Schrijver:
    """Return a writer for whom these records, by these fields, refer to PMM."""
    naar = "organisatie:pmm"
    terug = {naar: [Relatie(van, pad, naar, ()) for van, pad in relaties]}
    return Schrijver(dataclasses.replace(corpus, terug=terug), "organisaties/pmm/")


def test_relations_name_each_record_once_in_order_of_kind(corpus: Corpus) -> None:
    begrip = next(id_ for id_ in corpus.records if id_.startswith("begrip:"))
    wet = next(id_ for id_ in corpus.records if id_.startswith("wet:"))
    kb = _verwezen(
        corpus,
        (begrip, ("zie", 0)),
        (wet, ("ministeries", 0, "organisatie")),
        (wet, ("ministeries", 1, "organisatie")),
    )
    assert [
        (verband.kop, [record.id for record in verband.records])
        for verband in kb.verbanden("organisatie:pmm")
    ] == [("Wetten", [wet]), ("Begrippen", [begrip])]


def test_a_question_a_source_or_a_table_row_is_no_relation(corpus: Corpus) -> None:
    vraag = next(id_ for id_ in corpus.records if id_.startswith("vraag:"))
    kb = _verwezen(
        corpus,
        (vraag, ("aan", 0)),
        (vraag, ("onbekend", 0, "aan", 0)),
        ("bron:N24", ("zie", 0)),
        ("gemeente:GM0363", ("buren", 0)),
    )
    assert kb.verbanden("organisatie:pmm") == []


def test_a_record_nothing_refers_to_has_no_relations(corpus: Corpus) -> None:
    assert _verwezen(corpus).verbanden("wet:participatiewet") == []


def test_a_record_that_the_page_lists_already_is_not_listed_again(corpus: Corpus) -> None:
    wet, begrip = "wet:participatiewet", "begrip:briefadres"
    kb = _verwezen(corpus, (wet, ("ministeries", 0)), (begrip, ("zie", 0)))
    html = "{% import 'onderdelen.html.j2' as o %}{{ o.links(kb, [wet]) }}"
    omgeving().from_string(html).render(kb=kb, wet=wet)
    (verband,) = kb.verbanden("organisatie:pmm")
    assert [record.id for record in verband.records] == [begrip]


def test_every_shown_relation_is_a_reference_in_the_data(corpus: Corpus) -> None:
    kb = Schrijver(corpus, "proef/")
    aantal = 0
    for id_, record in corpus.records.items():
        if isinstance(record, Bron):
            continue
        van = {relatie.van for relatie in corpus.terug.get(id_, ())}
        getoond = [ander.id for verband in kb.verbanden(id_) for ander in verband.records]
        assert set(getoond) <= van
        assert len(getoond) == len(set(getoond))
        aantal += len(getoond)
    assert aantal > 0


def test_the_address_for_mistakes_names_the_data_file(corpus: Corpus) -> None:
    site = corpus.site.model_copy(update={"verbeteradres": "mailto:a@b.example?subject={pad}"})
    kb = Schrijver(herbouwd(corpus, site=site), "proef/")
    adres = kb.verbeteradres("data/wetten/a b&c.yml")
    assert adres == "mailto:a@b.example?subject=data/wetten/a%20b%26c.yml"
    assert unquote(adres).endswith("a b&c.yml")


def test_the_permanent_address_is_the_full_one(corpus: Corpus) -> None:
    kb = Schrijver(corpus, "wetten/awir/")
    assert kb.permanent() == f"{corpus.site.adres}wetten/awir/"
    assert kb.permanent().startswith("https://")


def test_a_typing_error_in_a_template_stops_the_build() -> None:
    with pytest.raises(UndefinedError):
        omgeving().from_string("{{ recrod.titel }}").render(record=None)


def test_values_are_escaped_without_anyone_asking() -> None:
    html = omgeving().from_string('<a title="{{ w }}">{{ w }}</a>').render(w='"><b>')
    assert html == '<a title="&#34;&gt;&lt;b&gt;">&#34;&gt;&lt;b&gt;</a>'


def test_an_unknown_term_or_record_stops_the_build() -> None:
    kb = Schrijver(maak_corpus(), "proef/")
    with pytest.raises(KeyError):
        kb.label("zekerheid", "misschien")
    with pytest.raises(KeyError):
        kb.record("wet:bestaat-niet")
    with pytest.raises(KeyError):
        kb.gemeente("gemeente:GM9999")


def test_open_questions_stand_with_their_field_or_at_the_end() -> None:
    def vraag(veld: str) -> dict[str, object]:
        return {"veld": veld, "vraag": f"Wat is {veld}?", "aan": ["organisatie:pmm"]}

    record = maak_instrument(onbekend=[vraag("kosten"), vraag("titel")])
    per_veld = vragen_bij(record, ["kosten", "doel"])
    assert per_veld == {
        "kosten": [Onbekend.model_validate(vraag("kosten"))],
        "": [Onbekend.model_validate(vraag("titel"))],
    }


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        (
            "Kijk op www.a.example.",
            (
                'Kijk op <a class="kb-adres" href="https://www.a.example/" rel="noreferrer">'
                "www.a.example</a>."
            ),
        ),
        ("Kijk op www.b.example.", "Kijk op www.b.example."),
        ("<b>www</b>", "&lt;b&gt;www&lt;/b&gt;"),
    ],
)
def test_the_website_of_an_organisation_becomes_a_link(tekst: str, html: str) -> None:
    organisatie = maak_organisatie(website="https://www.a.example/")
    schrijver = Schrijver(maak_corpus(organisatie, maak_organisatie("zonder")), "proef/")
    assert schrijver.lopend(tekst) == html


def _voorstel(stand: str, status: str = "in-behandeling") -> Wetsvoorstel:
    eerder = maak_bewering(stand="2019")
    stappen = [eerder, maak_bewering(stand=stand), eerder]
    return maak_wetsvoorstel("wams", status=status, stappen=stappen)


@pytest.mark.parametrize("stand", ["2026-05-26", "2026-04", "2025", "2025~"])
def test_a_bill_of_which_nothing_was_found_for_half_a_year_says_so_first(
    corpus: Corpus, stand: str
) -> None:
    voorstel = _voorstel(stand)
    kb = _op(met_records(corpus, voorstel), "2026-11-27")
    assert kb.is_stil(voorstel)
    pagina = recordpagina(kb.corpus, voorstel).inhoud
    melding = pagina.index(f"de laatste stand die wij vonden, is van {Peildatum.lees(stand)}")
    assert pagina.index("<h1") < melding < pagina.index("kb-samenvatting")


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
    voorstel = _voorstel(stand, status)
    kb = _op(met_records(corpus, voorstel), "2026-11-27")
    assert not kb.is_stil(voorstel)
    assert "de laatste stand die wij vonden" not in recordpagina(kb.corpus, voorstel).inhoud


def test_without_any_date_nobody_knows_how_long_it_was_silent(corpus: Corpus) -> None:
    voorstel = maak_wetsvoorstel(status="onbekend", stappen=[maak_bewering(stand="ongedateerd")])
    assert not _op(corpus, "2026-11-27").is_stil(voorstel)


def test_half_a_year_can_be_reckoned_over_new_year_and_into_a_short_month(corpus: Corpus) -> None:
    assert _op(corpus, "2026-02-10").is_stil(_voorstel("2025-08-09"))
    assert not _op(corpus, "2026-02-10").is_stil(_voorstel("2025-08-10"))
    assert _op(corpus, "2026-08-31").is_stil(_voorstel("2026-02-28"))
