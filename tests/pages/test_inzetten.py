"""Each macro gives what its name says, and stops the build when that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from macros.blad.inzetfout import InzetFout
from macros.corpus.corpus import Corpus
from macros.corpus.tellen import telling
from macros.corpus.volgorde import alfabetisch
from macros.model.basis import Bewering
from macros.model.bladeren import bladeren
from macros.model.kennis import Cijfer, Gebeurtenis, Grafiek, Vraag
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import MvtDocument, MvtPunt, Rechtverband
from macros.model.soorten import PER_MAP
from macros.model.vocabulaire import Eigenaar
from macros.pages.inzetten import INZETTEN
from macros.pages.inzetten.privacy import VELDEN
from macros.pages.weergave import Schrijver
from tests.fabriek import herbouwd, maak_bewering, maak_corpus, maak_gebeurtenis, maak_gemeente
from tests.pages.hulp import adressen, boom, een, tekst

LOKET = "landelijk-maatwerkloket"
VOORBEELDEN: Mapping[str, tuple[str, ...]] = {
    "link": (f"instrument:{LOKET}",),
    "instrument": (LOKET,),
    "leerpunt": ("alo-kop",),
    "begrip": ("maatwerk",),
    "wet": ("awir",),
    "organisatie": ("pmm",),
    "website": ("pmm", "Naar PMM"),
    "bron": ("N24",),
    "cijfer": ("gemeenten-2024",),
    "bewering": (f"instrument:{LOKET}", "voor_wie", "Ook gemeenten die"),
    "beweringen": (f"instrument:{LOKET}", "voor_wie"),
    "site": ("afzender",),
    "aantal": ("Wetten",),
    "overzicht": ("wetten",),
    "leerpunten_per": ("wet",),
    "dekking": ("wetten",),
    "vocabulaire": ("zekerheid",),
    "serverinstelling": ("nginx",),
}
"""For each macro that needs them: arguments of a call that has to work on the real data."""

BASIS = "https://site.example/"


def voorbeeld(corpus: Corpus, naam: str) -> tuple[str, ...]:
    """Return the arguments of a call that has to work on the real data."""
    if naam == "grafiek":
        return (corpus.alle(Grafiek)[0].slug,)
    if naam == "onbekend":
        return next((id_, vraag.veld) for id_, _, vraag in corpus.onbekend)
    return VOORBEELDEN.get(naam, ())


def _inzet(corpus: Corpus, naam: str, *argumenten: object, hier: str = "proef/") -> Markup:
    return INZETTEN[naam](Schrijver(corpus, hier), *argumenten)


@pytest.mark.parametrize("naam", sorted(set(INZETTEN) - {"noten"}))
def test_each_macro_gives_markup_with_text(corpus: Corpus, naam: str) -> None:
    uitkomst = _inzet(corpus, naam, *voorbeeld(corpus, naam))
    assert isinstance(uitkomst, Markup)
    assert tekst(uitkomst)
    assert "{{" not in uitkomst


@pytest.mark.parametrize("naam", ["instrument", "leerpunt", "begrip", "wet", "organisatie"])
def test_a_link_leads_to_the_record_and_bears_its_title(corpus: Corpus, naam: str) -> None:
    slug = VOORBEELDEN[naam][0]
    record = corpus.records[f"{naam}:{slug}"]
    html = _inzet(corpus, naam, slug, hier="over/privacy/")
    knoop = een(html, "a")
    assert urljoin(f"{BASIS}over/privacy/", knoop.attributes["href"] or "") == BASIS + record.pad
    assert knoop.text() == record.titel
    assert tekst(_inzet(corpus, naam, slug, "deze pagina")) == "deze pagina"
    assert not html.endswith((" ", "\n"))


FOUT: list[tuple[str, tuple[object, ...]]] = [
    ("link", ("wet:bestaat-niet",)),
    ("link", ("bestaat-niet",)),
    ("instrument", ("bestaat-niet",)),
    ("leerpunt", ("bestaat-niet",)),
    ("begrip", ("bestaat-niet",)),
    ("wet", ("bestaat-niet",)),
    ("organisatie", ("bestaat-niet",)),
    ("bron", ("BESTAAT-NIET",)),
    ("cijfer", ("bestaat-niet",)),
    ("bewering", (f"instrument:{LOKET}", "bestaat_niet", "Het")),
    ("bewering", (f"instrument:{LOKET}", "doel", "Zo begint er geen")),
    ("bewering", (f"instrument:{LOKET}", "doel", "Het loket")),  # two begin so
    ("bewering", (f"instrument:{LOKET}", "titel", "Landelijk")),
    ("beweringen", ("instrument:bestaat-niet", "doel")),
    ("beweringen", (f"instrument:{LOKET}", "zoektermen")),
    ("onbekend", (f"instrument:{LOKET}", "titel")),
    ("aantal", ("Eenhoorns",)),
    ("overzicht", ("eenhoorns",)),
    ("vocabulaire", ("eenhoorns",)),
    ("grafiek", ("bestaat-niet",)),
]


@pytest.mark.parametrize(("naam", "argumenten"), FOUT)
def test_what_is_not_there_stops_the_build(
    corpus: Corpus, naam: str, argumenten: tuple[object, ...]
) -> None:
    with pytest.raises(InzetFout):
        _inzet(corpus, naam, *argumenten)


@pytest.mark.parametrize(("naam", "argument"), [("site", "eenhoorn"), ("leerpunten_per", "maand")])
def test_an_unknown_name_of_a_field_stops_the_build(
    corpus: Corpus, naam: str, argument: str
) -> None:
    with pytest.raises(InzetFout, match=f"„{argument}”; kies uit: "):
        _inzet(corpus, naam, argument)


def test_a_message_about_a_missing_record_names_it_and_what_is_like_it(corpus: Corpus) -> None:
    with pytest.raises(InzetFout, match=r"wet:participatiewt”; bedoelde u „wet:participatiewet”"):
        _inzet(corpus, "wet", "participatiewt")


def test_notes_of_all_macros_on_a_page_count_on(corpus: Corpus) -> None:
    kb = Schrijver(corpus, "proef/")
    nummers = [een(INZETTEN["bron"](kb, code), "a").text() for code in ("N24", "N22", "N24")]
    assert nummers == ["[1]", "[2]", "[1]"]
    noten = boom(INZETTEN["noten"](kb))
    assert [knoop.attributes["id"] for knoop in noten.css("li")] == ["bron-1", "bron-2"]
    assert _inzet(corpus, "noten").strip() == ""


def test_a_figure_stands_with_unit_period_and_proof(corpus: Corpus) -> None:
    cijfer = corpus.records["cijfer:gemeenten-2024"]
    assert isinstance(cijfer, Cijfer)
    html = _inzet(corpus, "cijfer", "gemeenten-2024")
    assert f"{cijfer.waarde} {cijfer.eenheid} ({cijfer.periode})" in tekst(html)
    assert boom(html).css(".kb-noot")


def test_a_single_statement_is_the_one_asked_for(corpus: Corpus) -> None:
    lijst = corpus.records["mvt:document"].staat_vast  # type: ignore[union-attr]  # the only MvtDocument
    for bewering in lijst:
        html = _inzet(corpus, "bewering", "mvt:document", "staat_vast", bewering.tekst)
        assert tekst(html).startswith(bewering.tekst)
    html = _inzet(corpus, "beweringen", "mvt:document", "staat_vast")
    assert len(boom(html).css("li")) == len(lijst)


def test_an_unknown_is_shown_as_unknown_with_whom_to_ask(corpus: Corpus) -> None:
    id_, veld = voorbeeld(corpus, "onbekend")
    html = _inzet(corpus, "onbekend", id_, veld)
    assert "Hierover is geen openbare bron gevonden." in tekst(html)
    assert any("organisaties/" in link for link in adressen(html))


def test_counts_are_those_of_the_command_line(corpus: Corpus) -> None:
    for naam, getal in telling(corpus):
        assert _inzet(corpus, "aantal", naam.strip()).replace(".", "") == str(getal)
    assert any("." in _inzet(corpus, "aantal", naam.strip()) for naam, _ in telling(corpus))


def test_known_by_name_never_stands_without_the_official_total() -> None:
    # 3 of 4 have a mention, one not as affiliated; the total is a figure with its own source.
    from tests.fabriek import maak_bron, maak_cijfer  # noqa: PLC0415 - only here

    vermelding = maak_bewering(uitkomst="aangesloten")
    corpus = maak_corpus(
        maak_bron(),
        maak_cijfer("gemeenten-2024", waarde="112"),
        gemeenten=[
            maak_gemeente("GM0001", vermeldingen=[vermelding]),
            maak_gemeente("GM0002", vermeldingen=[vermelding, vermelding]),
            maak_gemeente("GM0003"),
            maak_gemeente("GM0004", vermeldingen=[maak_bewering(uitkomst="samenwerkend")]),
        ],
    )
    zichtbaar = tekst(_inzet(corpus, "bij_naam_bekend"))
    assert "2 gemeenten als aangesloten en 1 als samenwerkend" in zichtbaar
    assert "112" in zichtbaar


def _getoond(html: str) -> list[str]:
    return [
        urljoin(f"{BASIS}proef/", link).removeprefix(BASIS)
        for link in adressen(html)
        if not link.startswith("#")
    ]


MAPPEN = sorted(set(PER_MAP) - {"grafieken"})


@pytest.mark.parametrize("mapnaam", MAPPEN)
def test_an_overview_lists_every_record_of_its_kind(corpus: Corpus, mapnaam: str) -> None:
    records = corpus.alle(PER_MAP[mapnaam])
    getoond = [
        pad for pad in _getoond(_inzet(corpus, "overzicht", mapnaam)) if pad.startswith(mapnaam)
    ]
    assert sorted(getoond) == sorted(record.pad for record in records)


def test_an_overview_stands_in_the_order_of_its_kind(corpus: Corpus) -> None:
    def volgorde(mapnaam: str) -> list[str]:
        return [
            pad for pad in _getoond(_inzet(corpus, "overzicht", mapnaam)) if pad.startswith(mapnaam)
        ]

    per_pad = {record.pad: record for record in corpus.records.values()}
    letters = [per_pad[pad].letter for pad in volgorde("mvt-punten")]  # type: ignore[union-attr]
    assert letters == sorted(letters)
    assert "".join(letters) == "abcdefghijklm"
    plaatsen = [per_pad[pad].volgorde for pad in volgorde("instrumenten")]  # type: ignore[union-attr]
    assert plaatsen == sorted(plaatsen)
    datums = [per_pad[pad].datum for pad in volgorde("gebeurtenissen")]  # type: ignore[union-attr]
    assert all(not eerder < later for eerder, later in pairwise(datums)), "newest first"


def test_accents_and_capitals_do_not_change_the_order() -> None:
    assert sorted(["Zorg", "Élan", "egel", "Ei"], key=alfabetisch) == ["egel", "Ei", "Élan", "Zorg"]


@pytest.mark.parametrize("as_", ["leefgebied", "soort", "status", "herkomst", "wet", "organisatie"])
def test_an_axis_shows_each_learning_under_each_of_its_terms(corpus: Corpus, as_: str) -> None:
    html = _inzet(corpus, "leerpunten_per", as_)
    verwacht: set[tuple[str, str]] = set()
    for leerpunt in corpus.alle(Leerpunt):
        termen = {
            "leefgebied": leerpunt.leefgebieden,
            "soort": leerpunt.soorten,
            "status": leerpunt.statussen,
            "herkomst": (leerpunt.herkomst,),
            "wet": tuple(v.wet.partition(":")[2] for v in leerpunt.wetten),
            "organisatie": tuple(
                o.organisatie.partition(":")[2] for o in leerpunt.organisaties if o.organisatie
            ),
        }[as_]
        verwacht |= {(term, leerpunt.pad) for term in termen}
    getoond = []
    anker = ""
    for knoop in boom(html).css("h2, a"):
        if knoop.tag == "h2":
            anker = knoop.attributes["id"] or ""
        else:
            pad = urljoin(f"{BASIS}proef/", knoop.attributes["href"] or "").removeprefix(BASIS)
            if pad.startswith("leerpunten/"):
                getoond.append((anker, pad))
    assert sorted(getoond) == sorted(verwacht)


def test_the_table_of_municipalities_adds_up(corpus: Corpus) -> None:
    html = boom(_inzet(corpus, "gemeententabel"))
    assert len(html.css("tbody tr")) == len(corpus.gemeentetabel.gemeenten)
    tellingen = [int(knoop.text()) for knoop in html.css(".kb-telling strong")]
    assert sum(tellingen) == len(corpus.gemeentetabel.gemeenten)
    bronnen = [v.bronnen for g in corpus.gemeentetabel.gemeenten for v in g.vermeldingen]
    assert len(html.css("tbody td:last-child a")) == sum(len(lijst) for lijst in bronnen)


def test_the_table_of_former_municipalities_leads_to_each_successor(corpus: Corpus) -> None:
    html = boom(_inzet(corpus, "vervallentabel"))
    rijen = html.css("tbody tr")
    assert len(rijen) == len(corpus.vervallen())
    per_cbs = {oud.cbs.lower(): oud for oud in corpus.vervallen()}
    for rij in rijen:
        oud = per_cbs[rij.attributes["id"] or ""]
        assert len(rij.css("th + td a")) == len(oud.opvolgers)


def test_every_open_question_stands_on_the_page_of_questions(corpus: Corpus) -> None:
    zichtbaar = tekst(_inzet(corpus, "openstaand"))
    for _, _, vraag in corpus.onbekend:
        assert " ".join(vraag.vraag.split()) in zichtbaar
    for los in corpus.alle(Vraag):
        assert los.titel in zichtbaar


def test_the_latest_events_stand_first_and_none_is_in_the_future(corpus: Corpus) -> None:
    per_pad = {event.pad: event for event in corpus.alle(Gebeurtenis)}
    events = [per_pad[pad] for pad in _getoond(_inzet(corpus, "nieuwste", 7))]
    dagen = [event.datum.eerste_dag() for event in events]
    assert len(dagen) == 7
    assert dagen == sorted(dagen, reverse=True)
    assert max(dagen).isoformat() <= corpus.site.peildatum
    ouder = [e.datum.eerste_dag() for e in per_pad.values() if e not in events]
    nieuwer = [dag for dag in ouder if dag.isoformat() <= corpus.site.peildatum]
    assert max(nieuwer) <= min(dagen)


def test_an_undated_event_is_no_news() -> None:
    corpus = maak_corpus(maak_gebeurtenis("ooit", datum="ongedateerd"))
    assert adressen(_inzet(corpus, "nieuwste")) == []


def test_a_vocabulary_shows_each_term_with_its_explanation(corpus: Corpus) -> None:
    html = boom(_inzet(corpus, "vocabulaire", "zekerheid"))
    getoond = [
        (dt.text(), dd.text()) for dt, dd in zip(html.css("dt"), html.css("dd"), strict=True)
    ]
    termen = corpus.vocabulaires["zekerheid"].termen
    assert getoond == [(term.label, term.uitleg) for term in termen]


def test_a_text_of_the_site_is_escaped(corpus: Corpus) -> None:
    assert _inzet(corpus, "site", "afzender") == Markup.escape(corpus.site.afzender)


def test_the_whole_memorandum_holds_every_statement_and_calls_each_point_imaginary(
    corpus: Corpus,
) -> None:
    html = _inzet(corpus, "mvt_geheel", hier="mvt/geheel/")
    zichtbaar = tekst(html)
    punten = corpus.alle(MvtPunt)
    koppen = [knoop.text() for knoop in boom(html).css("h2")]
    op_letter = sorted(punten, key=lambda punt: punt.letter)
    assert koppen[1:] == [punt.titel for punt in op_letter]
    assert zichtbaar.count("Denkbeeldig.") == len(punten)
    (document,) = corpus.alle(MvtDocument)
    for record in (document, *punten):
        for _, deel, _ in bladeren(record):
            # The links to real law stand on the page of the point itself.
            if isinstance(deel, Bewering) and not isinstance(deel, Rechtverband):
                assert deel.tekst in zichtbaar
        assert all(vraag.vraag in zichtbaar for vraag in record.onbekend)


def test_what_the_owner_did_not_fill_in_says_so(corpus: Corpus) -> None:
    leeg = "Nog niet ingevuld door de eigenaar van de site."
    html = _html_van("eigenaar", corpus)
    assert html.count(leeg) == len(VELDEN) == len(Eigenaar.model_fields)
    vol = Eigenaar.model_validate(dict.fromkeys(VELDEN, "Ons <kantoor>."))
    ander = herbouwd(corpus, site=corpus.site.model_copy(update={"eigenaar": vol}))
    html = _html_van("eigenaar", ander)
    assert leeg not in html
    assert html.count("Ons &lt;kantoor&gt;.") == len(VELDEN)


def test_the_statement_says_what_the_owner_did_not_fill_in(corpus: Corpus) -> None:
    leeg = "Nog niet ingevuld door de eigenaar van de site."
    verklaring = corpus.toegankelijkheid
    open_ = [verklaring.reikwijdte, verklaring.opgesteld, verklaring.reactietermijn]
    open_ += [verklaring.handhaving, verklaring.ondertekenaar]
    open_ += [deel for een in verklaring.afwijkingen for deel in (een.planning, een.alternatief)]
    assert _html_van("toegankelijkheidsverklaring", corpus).count(leeg) == open_.count(None)


def _html_van(naam: str, corpus: Corpus) -> str:
    return str(INZETTEN[naam](Schrijver(corpus, "privacy/")))
