"""Each macro gives what its name says, and stops the build when that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from macros.blad.page_macro_error import PageMacroError
from macros.corpus.corpus import Corpus
from macros.corpus.counting import tally
from macros.corpus.volgorde import alphabetical
from macros.model.base import Bewering
from macros.model.kennis import Cijfer, Gebeurtenis, Grafiek, Vraag
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import MvtDocument, MvtPunt, Rechtverband
from macros.model.soorten import PER_FOLDER
from macros.model.vocabulaire import Berichten, Eigenaar
from macros.model.walk import walk
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.page_macros.privacy import VELDEN
from macros.pages.rendering import Writer
from tests.factory import make_bewering, make_corpus, make_gebeurtenis, make_gemeente, rebuilt
from tests.pages.helpers import adressen, one, tekst, tree

LOKET = "landelijk-maatwerkloket"
EXAMPLES: Mapping[str, tuple[str, ...]] = {
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
    "open_voorbeeld": ("curl",),
    "meenemen": ("collegevoorstel",),
    "uitgelicht": ("gemeenten-2024", "casussen-2024", "betrokkenheid-2024"),
}
"""For each macro that needs them: arguments of a call that has to work on the real data."""

BASE = "https://site.example/"


def example(corpus: Corpus, naam: str) -> tuple[str, ...]:
    """Return the arguments of a call that has to work on the real data."""
    if naam == "grafiek":
        return (corpus.every(Grafiek)[0].slug,)
    if naam == "onbekend":
        return next((id_, vraag.veld) for id_, _, vraag in corpus.onbekend)
    return EXAMPLES.get(naam, ())


def _page_macro(corpus: Corpus, naam: str, *arguments: object, here: str = "proef/") -> Markup:
    return PAGE_MACROS[naam](Writer(corpus, here), *arguments)


@pytest.mark.parametrize("naam", sorted(set(PAGE_MACROS) - {"noten"}))
def test_each_macro_gives_markup_with_text(corpus: Corpus, naam: str) -> None:
    uitkomst = _page_macro(corpus, naam, *example(corpus, naam))
    assert isinstance(uitkomst, Markup)
    assert tekst(uitkomst)
    assert "{{" not in uitkomst


@pytest.mark.parametrize("naam", ["instrument", "leerpunt", "begrip", "wet", "organisatie"])
def test_a_link_leads_to_the_record_and_bears_its_title(corpus: Corpus, naam: str) -> None:
    slug = EXAMPLES[naam][0]
    record = corpus.records[f"{naam}:{slug}"]
    html = _page_macro(corpus, naam, slug, here="over/privacy/")
    node = one(html, "a")
    assert urljoin(f"{BASE}over/privacy/", node.attributes["href"] or "") == BASE + record.pad
    # A term is explained where it first stands: its name opens that, and the link follows.
    name = one(html, "summary") if naam == "begrip" else node
    assert name.text() == record.titel
    own_words = _page_macro(corpus, naam, slug, "deze pagina")
    assert one(own_words, "summary" if naam == "begrip" else "a").text() == "deze pagina"
    assert not html.endswith((" ", "\n"))


ERROR: list[tuple[str, tuple[object, ...]]] = [
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
    ("bewering", (f"instrument:{LOKET}", "voor_wie", "Ook gemeenten die", "Bestaat niet")),
    ("beweringen", ("instrument:bestaat-niet", "doel")),
    ("beweringen", (f"instrument:{LOKET}", "zoektermen")),
    ("onbekend", (f"instrument:{LOKET}", "titel")),
    ("aantal", ("Eenhoorns",)),
    ("overzicht", ("eenhoorns",)),
    ("vocabulaire", ("eenhoorns",)),
    ("grafiek", ("bestaat-niet",)),
]


@pytest.mark.parametrize(("naam", "arguments"), ERROR)
def test_what_is_not_there_stops_the_build(
    corpus: Corpus, naam: str, arguments: tuple[object, ...]
) -> None:
    with pytest.raises(PageMacroError):
        _page_macro(corpus, naam, *arguments)


@pytest.mark.parametrize(("naam", "argument"), [("site", "eenhoorn"), ("leerpunten_per", "maand")])
def test_an_unknown_name_of_a_field_stops_the_build(
    corpus: Corpus, naam: str, argument: str
) -> None:
    with pytest.raises(PageMacroError, match=f"„{argument}”; kies uit: "):
        _page_macro(corpus, naam, argument)


def test_a_message_about_a_missing_record_names_it_and_what_is_like_it(corpus: Corpus) -> None:
    with pytest.raises(
        PageMacroError, match=r"wet:participatiewt”; bedoelde u „wet:participatiewet”"
    ):
        _page_macro(corpus, "wet", "participatiewt")


def test_notes_of_all_macros_on_a_page_count_on(corpus: Corpus) -> None:
    kb = Writer(corpus, "proef/")
    nummers = [one(PAGE_MACROS["bron"](kb, code), "a").text() for code in ("N24", "N22", "N24")]
    assert nummers == ["[1]", "[2]", "[1]"]
    noten = tree(PAGE_MACROS["noten"](kb))
    assert [node.attributes["id"] for node in noten.css("li")] == ["bron-1", "bron-2"]
    assert _page_macro(corpus, "noten").strip() == ""


def test_a_figure_stands_with_unit_period_and_proof(corpus: Corpus) -> None:
    cijfer = corpus.records["cijfer:gemeenten-2024"]
    assert isinstance(cijfer, Cijfer)
    html = _page_macro(corpus, "cijfer", "gemeenten-2024")
    assert f"{cijfer.waarde} {cijfer.eenheid} ({cijfer.periode})" in tekst(html)
    assert tree(html).css(".kb-noot")


def test_a_single_statement_is_the_one_asked_for(corpus: Corpus) -> None:
    lijst = corpus.records["mvt:document"].staat_vast  # type: ignore[union-attr]  # the only MvtDocument
    for bewering in lijst:
        html = _page_macro(corpus, "bewering", "mvt:document", "staat_vast", bewering.tekst)
        assert tekst(html).startswith(bewering.tekst)
    html = _page_macro(corpus, "beweringen", "mvt:document", "staat_vast")
    assert len(tree(html).css("li")) == len(lijst)


def test_a_relation_is_told_without_an_instrument_that_is_not_there(corpus: Corpus) -> None:
    where = ("instrument:landelijk-maatwerkregister", "relaties", "Lukt het onderling")
    assert tekst(_page_macro(corpus, "bewering", *where)).startswith("Lukt het onderling niet via ")


def test_two_statements_with_the_same_proof_say_it_once(corpus: Corpus) -> None:
    where, last = ("begrip:veilig-thuis", "uitleg"), "Bellen met Veilig Thuis kan anoniem"
    both = _page_macro(corpus, "bewering", *where, "Bij direct", "Veilig Thuis is bereikbaar")
    assert tekst(both).startswith("Bij direct gevaar: bel 112. Veilig Thuis is bereikbaar op ")
    assert (tekst(both).count("Let op:"), len(tree(both).css(".kb-bewijs"))) == (1, 1)
    html = _page_macro(corpus, "bewering", *where, "Bij direct", last)  # the one has a remark
    assert (tekst(html).count("Let op:"), len(tree(html).css(".kb-bewijs"))) == (1, 2)


def test_an_unknown_is_shown_as_unknown_with_whom_to_ask(corpus: Corpus) -> None:
    id_, veld = example(corpus, "onbekend")
    html = _page_macro(corpus, "onbekend", id_, veld)
    assert "Hierover is geen openbare bron gevonden." in tekst(html)
    assert any("organisaties/" in link for link in adressen(html))


def test_counts_are_those_of_the_command_line(corpus: Corpus) -> None:
    for naam, getal in tally(corpus):
        assert _page_macro(corpus, "aantal", naam.strip()).replace(".", "") == str(getal)
    assert any("." in _page_macro(corpus, "aantal", naam.strip()) for naam, _ in tally(corpus))


def test_known_by_name_never_stands_without_the_official_total() -> None:
    # 3 of 4 have a mention, one not as affiliated; the total is a figure with its own source.
    from tests.factory import make_bron, make_cijfer  # noqa: PLC0415 - only here

    vermelding = make_bewering(uitkomst="aangesloten")
    corpus = make_corpus(
        make_bron(),
        make_cijfer("gemeenten-2024", waarde="112"),
        gemeenten=[
            make_gemeente("GM0001", vermeldingen=[vermelding]),
            make_gemeente("GM0002", vermeldingen=[vermelding, vermelding]),
            make_gemeente("GM0003"),
            make_gemeente("GM0004", vermeldingen=[make_bewering(uitkomst="samenwerkend")]),
        ],
    )
    visible = tekst(_page_macro(corpus, "bij_naam_bekend"))
    assert "2 gemeenten als aangesloten en 1 als samenwerkend" in visible
    assert "112" in visible


def _shown(html: str) -> list[str]:
    return [
        urljoin(f"{BASE}proef/", link).removeprefix(BASE)
        for link in adressen(html)
        if not link.startswith("#")
    ]


FOLDERS = sorted(set(PER_FOLDER) - {"grafieken"})


@pytest.mark.parametrize("mapnaam", FOLDERS)
def test_an_overview_lists_every_record_of_its_kind(corpus: Corpus, mapnaam: str) -> None:
    records = corpus.every(PER_FOLDER[mapnaam])
    shown = [
        pad for pad in _shown(_page_macro(corpus, "overzicht", mapnaam)) if pad.startswith(mapnaam)
    ]
    assert sorted(shown) == sorted(record.pad for record in records)


def test_an_overview_stands_in_the_order_of_its_kind(corpus: Corpus) -> None:
    def volgorde(mapnaam: str) -> list[str]:
        return [
            pad
            for pad in _shown(_page_macro(corpus, "overzicht", mapnaam))
            if pad.startswith(mapnaam)
        ]

    per_pad = {record.pad: record for record in corpus.records.values()}
    letters = [per_pad[pad].letter for pad in volgorde("mvt-punten")]  # type: ignore[union-attr]
    assert letters == sorted(letters)
    assert "".join(letters) == "abcdefghijklm"
    plaatsen = [per_pad[pad].volgorde for pad in volgorde("instrumenten")]  # type: ignore[union-attr]
    assert plaatsen == sorted(plaatsen)
    dates = [per_pad[pad].datum for pad in volgorde("gebeurtenissen")]  # type: ignore[union-attr]
    assert all(not earlier < later for earlier, later in pairwise(dates)), "newest first"


def test_accents_and_capitals_do_not_change_the_order() -> None:
    assert sorted(["Zorg", "Élan", "egel", "Ei"], key=alphabetical) == [
        "egel",
        "Ei",
        "Élan",
        "Zorg",
    ]


@pytest.mark.parametrize("as_", ["leefgebied", "soort", "status", "herkomst", "wet", "organisatie"])
def test_an_axis_shows_each_learning_under_each_of_its_terms(corpus: Corpus, as_: str) -> None:
    html = _page_macro(corpus, "leerpunten_per", as_)
    expected: set[tuple[str, str]] = set()
    for leerpunt in corpus.every(Leerpunt):
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
        expected |= {(term, leerpunt.pad) for term in termen}
    shown = []
    anker = ""
    for node in tree(html).css("h2, a"):
        if node.tag == "h2":
            anker = node.attributes["id"] or ""
        else:
            pad = urljoin(f"{BASE}proef/", node.attributes["href"] or "").removeprefix(BASE)
            if pad.startswith("leerpunten/"):
                shown.append((anker, pad))
    assert sorted(shown) == sorted(expected)


def test_the_table_of_municipalities_adds_up(corpus: Corpus) -> None:
    html = tree(_page_macro(corpus, "gemeententabel"))
    assert len(html.css("tbody tr")) == len(corpus.gemeentetabel.gemeenten)
    tallies = [int(node.text()) for node in html.css(".kb-telling strong")]
    assert sum(tallies) == len(corpus.gemeentetabel.gemeenten)
    bronnen = [v.bronnen for g in corpus.gemeentetabel.gemeenten for v in g.vermeldingen]
    assert len(html.css("tbody td:nth-child(4) a")) == sum(len(lijst) for lijst in bronnen)


def test_the_table_of_former_municipalities_leads_to_each_successor(corpus: Corpus) -> None:
    html = tree(_page_macro(corpus, "vervallentabel"))
    rows = html.css("tbody tr")
    assert len(rows) == len(corpus.vervallen())
    per_cbs = {old.cbs.lower(): old for old in corpus.vervallen()}
    for row in rows:
        old = per_cbs[row.attributes["id"] or ""]
        assert len(row.css("th + td a")) == len(old.opvolgers)


def test_every_open_question_stands_on_the_page_of_questions(corpus: Corpus) -> None:
    visible = tekst(_page_macro(corpus, "openstaand"))
    for _, _, vraag in corpus.onbekend:
        assert " ".join(vraag.vraag.split()) in visible
    for standalone in corpus.every(Vraag):
        assert standalone.titel in visible


def test_the_latest_events_stand_first_and_none_is_in_the_future(corpus: Corpus) -> None:
    per_pad = {event.pad: event for event in corpus.every(Gebeurtenis)}
    events = [per_pad[pad] for pad in _shown(_page_macro(corpus, "nieuwste", 7))]
    days = [event.datum.first_dag() for event in events]
    assert len(days) == 7
    assert days == sorted(days, reverse=True)
    assert max(days).isoformat() <= corpus.site.peildatum
    parent = [e.datum.first_dag() for e in per_pad.values() if e not in events]
    newer = [dag for dag in parent if dag.isoformat() <= corpus.site.peildatum]
    assert max(newer) <= min(days)


def test_an_undated_event_is_no_news() -> None:
    corpus = make_corpus(make_gebeurtenis("ooit", datum="ongedateerd"))
    assert adressen(_page_macro(corpus, "nieuwste")) == []


def test_a_vocabulary_shows_each_term_with_its_explanation(corpus: Corpus) -> None:
    html = tree(_page_macro(corpus, "vocabulaire", "zekerheid"))
    shown = [(dt.text(), dd.text()) for dt, dd in zip(html.css("dt"), html.css("dd"), strict=True)]
    termen = corpus.vocabulaires["zekerheid"].termen
    assert shown == [(term.label, term.uitleg) for term in termen]


def test_a_text_of_the_site_is_escaped(corpus: Corpus) -> None:
    assert _page_macro(corpus, "site", "afzender") == Markup.escape(corpus.site.afzender)


def test_the_whole_memorandum_holds_every_statement_and_calls_each_point_imaginary(
    corpus: Corpus,
) -> None:
    html = _page_macro(corpus, "mvt_geheel", here="mvt/geheel/")
    visible = tekst(html)
    points = corpus.every(MvtPunt)
    headings = [node.text() for node in tree(html).css("h2")]
    by_letter = sorted(points, key=lambda point: point.letter)
    assert headings[1:] == [point.titel for point in by_letter]
    assert visible.count("Denkbeeldig.") == len(points)
    (document,) = corpus.every(MvtDocument)
    for record in (document, *points):
        for _, part, _ in walk(record):
            # The links to real law stand on the page of the point itself.
            if isinstance(part, Bewering) and not isinstance(part, Rechtverband):
                assert part.tekst in visible
        assert all(vraag.vraag in visible for vraag in record.onbekend)


def test_what_the_owner_did_not_fill_in_says_so(corpus: Corpus) -> None:
    empty = "Nog niet ingevuld door de eigenaar van de site."
    html = _html_of("eigenaar", corpus)
    assert html.count(empty) == len(VELDEN) == len(Eigenaar.model_fields)
    full = Eigenaar.model_validate(dict.fromkeys(VELDEN, "Ons <kantoor>."))
    other = rebuilt(corpus, site=corpus.site.model_copy(update={"eigenaar": full}))
    html = _html_of("eigenaar", other)
    assert empty not in html
    assert html.count("Ons &lt;kantoor&gt;.") == len(VELDEN)


def test_the_contact_page_says_who_reads_a_message_and_when(corpus: Corpus) -> None:
    empty = "Nog niet ingevuld door de eigenaar van de site."

    def html(**promised: str) -> str:
        update = {"berichten": Berichten.model_validate(promised)}
        return _html_of("berichten", rebuilt(corpus, site=corpus.site.model_copy(update=update)))

    assert html().count(empty) == 2
    assert corpus.site.contact.removeprefix("mailto:") in tekst(html())
    full = html(lezer="De <redactie>.", antwoord="Binnen een week.")
    assert empty not in full
    assert "De &lt;redactie&gt;." in full
    assert "Binnen een week." in full


def test_the_statement_says_what_the_owner_did_not_fill_in(corpus: Corpus) -> None:
    empty = "Nog niet ingevuld door de eigenaar van de site."
    declaration = corpus.toegankelijkheid
    open_ = [declaration.reikwijdte, declaration.opgesteld, declaration.reactietermijn]
    open_ += [declaration.handhaving, declaration.ondertekenaar]
    open_ += [part for one in declaration.afwijkingen for part in (one.planning, one.alternatief)]
    assert _html_of("toegankelijkheidsverklaring", corpus).count(empty) == open_.count(None)


def _html_of(naam: str, corpus: Corpus) -> str:
    return str(PAGE_MACROS[naam](Writer(corpus, "privacy/")))
