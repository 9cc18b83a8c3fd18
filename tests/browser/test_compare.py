"""The comparison of instruments in a real browser: mouse, keyboard, narrow, without script.

At the end what else is drawn in another way where there is little room: coverage, the names of
tables, the search field and the buttons under a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from macros.blad.narrate import veld_headings
from macros.corpus.corpus import Corpus
from macros.model.instrument import Instrument
from tests.kwaliteit.setup import Website, unfold

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
SCREENS: dict[str, ViewportSize] = {
    "smal": NARROW,
    "telefoon": {"width": 360, "height": 740},
    "tablet": {"width": 768, "height": 1024},
    "breed": WIDE,
}
FOUR = (
    "vergelijken/?i=landelijk-maatwerkloket&i=landelijk-escalatie-team"
    "&i=overbruggingsprocedure&i=opleiden"
)
MOST_SCREENS = 12
"""As on a record page: phone screens of what is folded in."""
TWO = "vergelijken/?i=landelijk-maatwerkloket&i=opleiden"


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    yield context.new_page()
    context.close()


def _slugs(corpus: Corpus) -> list[str]:
    return [one.slug for one in sorted(corpus.every(Instrument), key=attrgetter("volgorde"))]


def _columns(pagina: Page) -> list[str]:
    """Return the columns of the summary; each of the tables below has the same."""
    kept: list[list[str]] = pagina.locator(".kb-vergelijking table").evaluate_all(
        """tabellen => tabellen.map((tabel) => [...tabel.querySelectorAll('thead [data-i]')]
            .filter((kop) => !kop.hidden).map((kop) => kop.dataset.i))"""
    )
    assert all(columns == kept[0] for columns in kept)
    return kept[0] if pagina.locator("#in-het-kort + table").is_visible() else []


def _open_all(pagina: Page) -> None:
    for row in pagina.locator("[data-rij]:not([open]) > summary:visible").all()[::-1]:
        row.click()


def _rows(pagina: Page) -> list[tuple[str, set[str]]]:
    """Return per row in sight the mark under its question, and how its cells are filled."""
    rows: list[tuple[str, list[str]]] = pagina.locator("[data-rij]:visible").evaluate_all(
        """rijen => rijen.map(rij => [
            rij.querySelector('[data-verschil]').textContent,
            [...rij.querySelectorAll('td')].filter(cel => !cel.hidden)
                .map(cel => cel.dataset.vulling),
        ])"""
    )
    return [(mark, set(fillings)) for mark, fillings in rows]


def _marks_are_right(pagina: Page) -> bool:
    return all(
        mark
        == (f"overal {next(iter(fillings))}" if len(fillings) == 1 else "niet overal even bekend")
        for mark, fillings in _rows(pagina)
    )


def _too_wide(pagina: Page) -> list[str]:
    """Return what is wider than its place, the page itself included: nothing scrolls sideways."""
    return pagina.evaluate(  # type: ignore[no-any-return]
        """() => [document.documentElement, ...document.querySelectorAll('main, main *')]
            .filter((deel) => deel.checkVisibility() && deel.scrollWidth > deel.clientWidth + 1
                && getComputedStyle(deel).display !== 'inline'
                && getComputedStyle(deel).clipPath === 'none')
            .map((deel) => deel.outerHTML.slice(0, 100))"""
    )


def _stacked(pagina: Page) -> bool:
    """Tell whether the first question stands above its answers, each with a name of its own."""
    row = pagina.locator("#in-het-kort + table tbody tr:visible").first
    vraag, antwoord = row.locator("th").bounding_box(), row.locator("td:visible").first
    naam, box = antwoord.locator(".kb-vergelijking__naam"), antwoord.bounding_box()
    assert vraag is not None
    assert box is not None
    under = vraag["y"] + vraag["height"] <= box["y"] + 1
    assert naam.is_visible() is under
    for naam in pagina.locator("[data-rij][open] td:visible > .kb-vergelijking__naam").all():
        assert naam.is_visible() is under
    return under


def test_by_mouse(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("vergelijken/"))
    status = pagina.get_by_role("status").filter(has_text="instrumenten")
    expect(status).to_have_text(
        "Kies twee tot vier instrumenten. Dan ziet u hier hun antwoorden bij elkaar."
    )
    table = pagina.locator("[data-alles]")
    short = pagina.locator("#in-het-kort + table")
    expect(table).to_be_hidden()
    expect(short).to_be_hidden()
    clear_button = pagina.get_by_role("button", name="Wis de keuze")
    alone = pagina.get_by_label("Toon alleen vragen die niet overal even bekend zijn")
    bronnen = pagina.locator("#bronnen + .kb-laag")
    assert [one.is_visible() for one in (clear_button, alone, bronnen)] == [False, False, False]
    expect(pagina.get_by_text("leidt naar een andere website")).to_be_hidden()
    namen = {one.slug: one.titel for one in corpus.every(Instrument)}
    pagina.get_by_label(namen["opleiden"], exact=True).check()
    expect(pagina.get_by_text("Kies er nog minstens één")).to_be_visible()
    expect(table).to_be_hidden()
    pagina.get_by_label(namen["landelijk-maatwerkloket"], exact=True).check()
    assert _columns(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    expect(pagina).to_have_url(adres.url(TWO).replace("?", "#"))
    assert _marks_are_right(pagina)
    every = len(_rows(pagina))
    assert every == len(veld_headings(Instrument))
    assert [one.is_visible() for one in (clear_button, alone, bronnen)] == [True, True, True]
    alone.check()
    different = _rows(pagina)
    assert 0 < len(different) < every
    assert {mark for mark, _ in different} == {"niet overal even bekend"}
    expect(pagina).to_have_url(adres.url(f"{TWO}&rijen=verschil").replace("?", "#"))
    clear_button.click()
    expect(table).to_be_hidden()
    # The button is gone; the focus went back to where choosing starts.
    expect(pagina.locator("[data-vergelijking] input").first).to_be_focused()
    expect(pagina).to_have_url(adres.url("vergelijken/"))


def test_by_keyboard_and_no_more_than_four(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("vergelijken/"))
    pagina.locator("[data-vergelijking] input").first.focus()
    for _ in range(3):
        pagina.keyboard.press("Space")
        pagina.keyboard.press("Tab")
    pagina.keyboard.press("Space")
    assert _columns(pagina) == _slugs(corpus)[:4]
    assert pagina.locator("fieldset input:disabled").count() == 3
    expect(pagina.locator("main").get_by_role("status").first).to_contain_text(
        "Meer dan vier tegelijk kan niet"
    )
    # The focus stays on the box just ticked, and taking it away makes room again.
    pagina.keyboard.press("Space")
    assert _columns(pagina) == _slugs(corpus)[:3]
    assert pagina.locator("fieldset input:disabled").count() == 0


def test_the_address_restores_the_choice(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{TWO}&i=bestaat-niet&rijen=verschil"))
    assert _columns(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    assert pagina.get_by_label("Toon alleen vragen die niet overal even bekend zijn").is_checked()
    assert pagina.locator("fieldset input:checked").count() == 2


def test_cells_belong_to_their_column(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url(TWO))
    loket = corpus.records["instrument:landelijk-maatwerkloket"]
    assert isinstance(loket, Instrument)
    row = pagina.locator("[data-rij]", has=pagina.get_by_text("Waar is het voor?", exact=True))
    row.locator("summary").first.click()
    first = row.locator("td:visible").first
    expect(first).to_contain_text(loket.doel[0].tekst)
    expect(first.locator(".kb-bewijs").first).to_be_visible()


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_scrolls_sideways(pagina: Page, adres: Website, screen: str) -> None:
    pagina.set_viewport_size(SCREENS[screen])
    for pad in ("vergelijken/", TWO, FOUR):
        pagina.goto(adres.url(pad))
        assert _too_wide(pagina) == []
        _open_all(pagina)
        assert _too_wide(pagina) == []
    assert pagina.locator("[data-rij][open]").count() == pagina.locator("[data-rij]").count()
    assert _stacked(pagina) is (screen != "breed")


@pytest.mark.parametrize("screen", ["smal", "breed"])
def test_it_stays_a_table_whatever_it_looks_like(pagina: Page, adres: Website, screen: str) -> None:
    """Other values of ``display`` once took the meaning of a table away in browsers."""
    pagina.set_viewport_size(SCREENS[screen])
    pagina.goto(adres.url(TWO))
    titels = ["Landelijk Maatwerkloket Multiproblematiek", "Opleiden"]
    short = pagina.get_by_role("table", name="In het kort: het nieuwste antwoord per vraag")
    expect(short.get_by_role("columnheader")).to_have_text(["Vraag", *titels])
    row = short.get_by_role("row").filter(has=pagina.get_by_role("rowheader")).first
    expect(row.get_by_role("cell")).to_have_count(2)
    table = pagina.get_by_role("table", name="Waar is het voor?")
    expect(table).to_be_hidden()
    pagina.locator("[data-rij] > summary", has_text="Waar is het voor?").press("Enter")
    expect(table).to_be_visible()
    expect(table.get_by_role("columnheader")).to_have_text(titels)
    expect(table.get_by_role("cell")).to_have_count(2)


def test_the_heading_stays_in_place_and_does_not_cover_what_has_the_focus(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url(FOUR))
    pagina.get_by_role("button", name="Toon alle antwoorden").click()
    # The tallest row: there the head has to stay while one walks through the answers.
    row = pagina.locator("[data-rij]").nth(
        pagina.locator("[data-rij]").evaluate_all(
            "rijen => rijen.map((rij) => rij.offsetHeight)"
            ".reduce((hoogste, hoogte, i, alle) => (hoogte > alle[hoogste] ? i : hoogste), 0)"
        )
    )
    row.locator("td:visible :is(a, summary):visible").last.focus()
    stops = row.locator("td:visible :is(a, summary):visible").count() - 1
    assert stops > 5
    for _ in range(stops):
        pagina.keyboard.press("Shift+Tab")
        free = pagina.evaluate(
            """() => { const at = document.activeElement;
                const head = at.closest('table').querySelector('thead th:not([hidden])');
                return at.getClientRects()[0].top - head.getBoundingClientRect().bottom; }"""
        )
        assert free >= 0
    expect(row.locator("thead [data-i]:visible").first).to_be_in_viewport()


@pytest.mark.parametrize("screen", ["smal", "breed"])
def test_without_a_script_everything_is_there(
    without_script: Page, adres: Website, corpus: Corpus, screen: str
) -> None:
    without_script.set_viewport_size(SCREENS[screen])
    without_script.goto(adres.url(TWO))
    assert _columns(without_script) == _slugs(corpus)
    assert len(_rows(without_script)) == len(veld_headings(Instrument))
    assert _marks_are_right(without_script)
    _open_all(without_script)
    cells = len(_slugs(corpus)) * len(veld_headings(Instrument))
    assert without_script.locator("[data-rij] td:visible").count() == cells
    assert without_script.locator("[data-vergelijking] :is(input, button)").count() == 0
    expect(without_script.get_by_text("Kiezen werkt alleen met JavaScript")).to_be_visible()
    assert _too_wide(without_script) == []
    assert _stacked(without_script)


def _bottom(one: Locator) -> float:
    box = one.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_on_a_phone_every_choice_stands_in_the_first_screen(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    pagina.set_viewport_size(SCREENS["telefoon"])
    pagina.goto(adres.url("vergelijken/"))
    boxes = pagina.locator("[data-vergelijking] .kb-facet__keuze:visible")
    assert boxes.count() == len(_slugs(corpus))
    assert _bottom(boxes.last) <= SCREENS["telefoon"]["height"]


def test_on_a_phone_the_chosen_and_the_summary_stand_in_the_first_screen(
    pagina: Page, adres: Website
) -> None:
    pagina.set_viewport_size(SCREENS["telefoon"])
    pagina.goto(adres.url(TWO))
    pagina.get_by_text("U vergelijkt", exact=False).wait_for()
    short = pagina.locator("#in-het-kort + table")
    assert _bottom(short.locator("tbody th").first) <= SCREENS["telefoon"]["height"]
    choice = pagina.locator("summary", has_text="Kies twee tot vier instrumenten")
    choice.press("Enter")
    expect(pagina.locator("fieldset input").first).to_be_visible()
    # Who has chosen goes on to the summary, and the boxes make room.
    pagina.get_by_role("button", name="Bekijk de vergelijking").press("Enter")
    expect(pagina.locator("fieldset input").first).to_be_hidden()
    expect(pagina.get_by_role("heading", name="In het kort")).to_be_focused()
    expect(pagina.get_by_role("heading", name="In het kort")).to_be_in_viewport()


def test_the_summary_of_the_chosen_stands_above_all_answers(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(SCREENS["telefoon"])
    pagina.goto(adres.url(TWO))
    short = pagina.locator("#in-het-kort + table")
    expect(short.locator("tbody th:visible")).to_have_count(7)
    expect(short.locator("td:visible")).to_have_count(14)
    top, below = short.bounding_box(), pagina.locator("[data-alles]").bounding_box()
    # Folded in, it is not a day's walk to what one looks for.
    assert pagina.evaluate("document.documentElement.scrollHeight") <= MOST_SCREENS * 740
    assert top is not None
    assert below is not None
    assert top["y"] + top["height"] <= below["y"]
    # Rows that do not differ go from all answers only: the summary is one whole.
    pagina.get_by_label("Toon alleen vragen die niet overal even bekend zijn").check()
    expect(short.locator("td:visible")).to_have_count(14)


def test_paper_shows_the_chosen_columns_only(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(TWO))
    pagina.emulate_media(media="print")
    assert _columns(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    expect(pagina.locator("[data-vergelijking] fieldset")).to_be_hidden()
    # Closed on the screen, open on paper.
    heights = pagina.locator("[data-rij] table").evaluate_all(
        "tabellen => tabellen.map((tabel) => tabel.getBoundingClientRect().height)"
    )
    assert all(height > 0 for height in heights)


def test_a_row_tells_in_its_line_of_whom_it_is_known_and_opens_by_keyboard(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url(TWO))
    row = pagina.locator("[data-rij]", has_text="Wat kost het?").first
    expect(row.locator("summary").first).to_contain_text(
        "niet overal even bekend: Landelijk Maatwerkloket Multiproblematiek deels bekend,"
        " Opleiden onbekend"
    )
    every = pagina.get_by_role("button", name="Toon alle antwoorden")
    every.press("Enter")
    expect(every).to_have_attribute("aria-pressed", "true")
    assert pagina.locator("[data-rij]:not([open])").count() == 0
    every.press("Enter")
    assert pagina.locator("[data-rij][open]").count() == 0
    # What the reader opened stays open when another instrument comes beside it.
    row.locator("summary").first.press("Enter")
    pagina.locator("#kb-i-bestuurlijke-afspraken").check()
    expect(row.locator("td:visible")).to_have_count(3)


def test_it_works_from_disk_too(pagina: Page, built_site: Path) -> None:
    pagina.goto((built_site / "vergelijken/index.html").as_uri() + "?i=opleiden")
    pagina.locator("#kb-i-landelijk-maatwerkloket").check()
    assert _columns(pagina) == ["landelijk-maatwerkloket", "opleiden"]


# ---- Coverage ----------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", SCREENS)
def test_the_coverage_matrix_fits_every_screen(pagina: Page, adres: Website, screen: str) -> None:
    pagina.set_viewport_size(SCREENS[screen])
    pagina.goto(adres.url("leerpunten/dekking/"))
    unfold(pagina)
    assert _too_wide(pagina) == []
    wide = screen == "breed"
    for table in pagina.get_by_role("table").all():
        assert table.locator("thead").is_visible() is wide
        filled = table.locator("td:has(a)").first
        assert filled.locator(".kb-matrix__naam").is_visible() is not wide
        assert filled.locator(".kb-matrix__kort").is_visible() is wide
        empty = table.locator("td:empty").first
        assert empty.is_visible() is wide


def test_no_number_is_broken_over_lines_above_a_column(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("leerpunten/dekking/"))
    unfold(pagina)
    regels = pagina.locator("thead a[aria-label]").evaluate_all(
        "koppen => koppen.map((kop) => {"
        " const bereik = document.createRange(); bereik.selectNodeContents(kop);"
        " return bereik.getClientRects().length; })"
    )
    assert set(regels) == {1}


@pytest.mark.parametrize("screen", ["smal", "breed"])
def test_the_coverage_matrix_stays_a_table(pagina: Page, adres: Website, screen: str) -> None:
    pagina.set_viewport_size(SCREENS[screen])
    pagina.goto(adres.url("leerpunten/dekking/"))
    unfold(pagina)
    table = pagina.get_by_role("table", name="Wetten tegenover leerpunten")
    row = table.get_by_role("row").filter(
        has=pagina.get_by_role("rowheader", name="Wet kinderopvang")
    )
    cell = row.get_by_role("cell").filter(has_text="V05")
    expect(cell).to_contain_text("veroorzaakt het knelpunt")
    headings = table.get_by_role("columnheader", name="V05")
    expect(headings).to_have_count(1 if screen == "breed" else 0)


# ---- Little room elsewhere ---------------------------------------------------------------------


@pytest.mark.parametrize("pad", ["cijfers/", "data/", "over/houdbaarheid/"])
def test_the_name_of_a_table_is_not_cut_off(pagina: Page, adres: Website, pad: str) -> None:
    pagina.set_viewport_size(SCREENS["telefoon"])
    pagina.goto(adres.url(pad))
    cut_off = pagina.locator(".kb-tabel caption").evaluate_all(
        "namen => namen.filter((naam) => { const tekst = document.createRange();"
        " tekst.selectNodeContents(naam); return tekst.getBoundingClientRect().right"
        " > naam.closest('.kb-tabel').getBoundingClientRect().right + 1; })"
        ".map((naam) => naam.textContent)"
    )
    assert cut_off == []


def test_on_a_phone_the_button_stands_beside_the_search_field(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(SCREENS["telefoon"])
    pagina.goto(adres.url("zoeken/"))
    field = pagina.locator("#kb-zoekform input[type=search]").bounding_box()
    knop = pagina.locator("#kb-zoekform > button").first.bounding_box()
    assert field is not None
    assert knop is not None
    assert field["y"] <= knop["y"] + knop["height"] / 2 <= field["y"] + field["height"]


@pytest.mark.parametrize("pad", ["", "gemeenten/", "wijzigingen/"])
def test_the_buttons_under_a_title_take_one_row_of_a_phone(
    pagina: Page, adres: Website, pad: str
) -> None:
    pagina.set_viewport_size(SCREENS["telefoon"])
    pagina.goto(adres.url(pad))
    pagina.get_by_role("button", name="Print of PDF").wait_for()
    tops = pagina.locator(".kb-acties > :is(a, button)").evaluate_all(
        "knoppen => knoppen.map((knop) => Math.round(knop.getBoundingClientRect().top))"
    )
    assert len(tops) == 3
    assert len(set(tops)) == 1
