"""The form to put a case on paper: what it warns for, what it keeps, how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, ViewportSize, expect

from macros.corpus.corpus import Corpus
from macros.model.casusformulier import Gegevenssoort
from tests.chromium import patient
from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
PAD = "casus-formulier/"
SITUATIE = "Wat is er aan de hand?"
BSN = "111222333"


@pytest.fixture
def pagina(browser: Browser, adres: Website) -> Iterator[Page]:
    """Return the form on a narrow screen; it takes no error and no request after it was loaded."""
    context = browser.new_context(
        viewport=NARROW, permissions=["clipboard-read", "clipboard-write"]
    )
    page = patient(context.new_page())
    complaints: list[str] = []
    page.on("console", lambda entry: complaints.append(entry.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(adres.url(PAD))
    # Of all that belongs to a page a browser gets the icon last.
    page.on(
        "request", lambda v: None if v.url.endswith("favicon.svg") else complaints.append(v.url)
    )
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def without_script(browser: Browser, adres: Website) -> Iterator[Page]:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    page = context.new_page()
    page.goto(adres.url(PAD))
    yield page
    context.close()


def uitkomst(pagina: Page) -> str:
    return pagina.locator("[data-tekst]").text_content() or ""


def fits_in_width(pagina: Page) -> bool:
    return bool(pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_every_question_has_a_name_and_an_explanation(pagina: Page, corpus: Corpus) -> None:
    for veld in corpus.casusformulier.velden:
        if veld.soort == "tekst":
            box = pagina.get_by_role("textbox", name=veld.label, exact=True)
            expect(box).to_have_accessible_description(veld.uitleg)
        else:
            groep = pagina.get_by_role("group", name=veld.label)
            expect(groep.get_by_role("checkbox")).to_have_count(
                len(corpus.vocabulaires["leefgebied"].termen) - 1
            )
    assert fits_in_width(pagina)


@pytest.mark.parametrize(
    ("typed", "soort"),
    [
        (f"Het nummer is {BSN}.", "een BSN"),
        ("Mail naar moeder@voorbeeld.nl", "een e-mailadres"),
        ("Bel 06-12345678", "een telefoonnummer"),
        ("Bel 06\u20111234\u00a05678", "een telefoonnummer"),
        ("Rekening NL91ABNA0417164300", "een IBAN"),
        ("Zij woont op 1234 AB 12", "een postcode met huisnummer"),
        ("De moeder is geboren op 3 mei 1990", "een geboortedatum"),
        ("Moeder (3 mei 1990) en vader", "een geboortedatum"),
    ],
)
def test_personal_data_give_a_warning_at_once(
    pagina: Page, corpus: Corpus, typed: str, soort: Gegevenssoort
) -> None:
    waarom = {part.soort: part.tekst for part in corpus.casusformulier.waarschuwingen}
    box = pagina.get_by_label(SITUATIE)
    box.press_sequentially(typed)
    let_op = pagina.locator("#let-op-situatie")
    expect(let_op).to_contain_text(f"lijkt op {soort}. {waarom[soort]}")
    expect(let_op).to_have_role("status")
    assert "let-op-situatie" in (box.get_attribute("aria-describedby") or "")
    expect(pagina.locator("[data-samen]")).to_contain_text(SITUATIE)
    assert fits_in_width(pagina)
    box.fill("De moeder heeft schulden.")
    expect(let_op).to_be_empty()
    expect(pagina.locator("[data-samen]")).to_be_empty()


def test_plain_words_give_no_warning(pagina: Page) -> None:
    box = pagina.get_by_label(SITUATIE)
    box.fill(
        "In 2023 en 2024 liep het vast op artikel 36 en Staatsblad 2015-236. "
        "Op 3 mei 2027 dreigt ontruiming."
    )
    box.blur()
    expect(pagina.locator("#let-op-situatie")).to_be_empty()


def test_a_text_to_copy_can_be_made_by_keyboard(pagina: Page, corpus: Corpus) -> None:
    pagina.get_by_label(SITUATIE).focus()
    pagina.keyboard.type("De hulp staat stil.")
    for _ in range(3):
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.type") == "checkbox":
            break
    pagina.keyboard.press("Space")
    tekst = uitkomst(pagina)
    assert tekst.startswith(f"{corpus.casusformulier.kop}\n\n{SITUATIE}\nDe hulp staat stil.\n\n")
    assert "Op welke leefgebieden zijn er problemen?\nInkomen\n" in tekst
    assert "Nog niet ingevuld:\n- Wat dreigt er" in tekst
    assert tekst.endswith(f"{corpus.casusformulier.herkomst}\n")
    pagina.get_by_role("button", name="Kopieer als schone tekst").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("[data-status]")).to_have_text("De tekst is gekopieerd.")
    assert pagina.evaluate("navigator.clipboard.readText()") == tekst


def test_copying_warns_again_of_personal_data(pagina: Page) -> None:
    pagina.get_by_label(SITUATIE).fill("Het nummer is 111222333.")
    pagina.get_by_role("button", name="Kopieer als schone tekst").click()
    expect(pagina.locator("[data-status]")).to_contain_text("lijkt op een persoonsgegeven")


def test_without_a_clipboard_the_text_is_selected(pagina: Page) -> None:
    pagina.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    pagina.get_by_label(SITUATIE).fill("De hulp staat stil.")
    pagina.get_by_role("button", name="Kopieer als schone tekst").click()
    expect(pagina.locator("[data-status]")).to_contain_text("geselecteerd")
    assert "De hulp staat stil." in pagina.evaluate("getSelection().toString()")


def test_leaving_warns_only_when_there_is_something_to_lose(pagina: Page, adres: Website) -> None:
    vragen: list[str] = []

    def stay(dialog: Dialog) -> None:
        vragen.append(dialog.type)
        dialog.dismiss()

    pagina.on("dialog", stay)
    box = pagina.get_by_label(SITUATIE)
    box.press_sequentially("a")
    pagina.close(run_before_unload=True)
    pagina.wait_for_timeout(300)
    assert vragen == ["beforeunload"]
    assert not pagina.is_closed()
    box.fill("")
    pagina.close(run_before_unload=True)
    pagina.wait_for_event("close")
    assert vragen == ["beforeunload"]
    assert adres.bron(PAD).index("kwijt") < adres.bron(PAD).index("data-formulier")


def test_nothing_stays_behind(pagina: Page, adres: Website) -> None:
    pagina.get_by_label(SITUATIE).fill("De hulp staat stil.")
    pagina.get_by_label("Wonen").check()
    assert pagina.locator("form:not([role=search])").count() == 0
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert pagina.evaluate(kept) == [0, 0, ""]
    assert pagina.context.cookies() == []
    others = pagina.context.new_page()
    others.goto(adres.url(PAD))
    assert "De hulp staat stil." not in uitkomst(others)
    for attribute in ("autocomplete=off", "spellcheck=false"):
        assert pagina.locator(f"textarea:not([{attribute}])").count() == 0


BACK = f"location.pathname.endsWith('/{PAD}') && document.readyState === 'complete'"
FILLED_IN = """[
  ...[...document.querySelectorAll('textarea, [data-formulier] [type=checkbox]')]
    .map((vak) => (vak.type === 'checkbox' ? vak.checked || '' : vak.value)),
  document.querySelector('[data-tekst]').textContent,
].join('')"""


def away_and_back(firefox_page: Page, adres: Website) -> str:
    """Fill in the form, leave it and come back to the page that Firefox kept; return its text.

    Firefox keeps a page only if nothing of it was still loading, such as its icon on a busy
    machine. What it did not keep tells nothing, so then once more.
    """
    firefox_page.on("dialog", lambda dialog: dialog.accept())
    for _ in range(5):
        firefox_page.goto(adres.url(PAD))
        firefox_page.get_by_label(SITUATIE).fill(f"Nummer {BSN}")
        firefox_page.get_by_label("Wonen").check()
        firefox_page.evaluate("() => { window.bewaard = true; }")
        firefox_page.goto(adres.url("privacy/"))
        # Not `go_back`, and no locator: the driver waits for a load, and a kept page has none.
        firefox_page.evaluate("() => { setTimeout(() => history.back()); }")
        for _ in range(100):
            firefox_page.wait_for_timeout(100)
            with suppress(Error):  # between two pages there is nothing to ask
                if firefox_page.evaluate(BACK):
                    break
        if firefox_page.evaluate("window.bewaard === true"):
            return str(firefox_page.evaluate(FILLED_IN))
    pytest.fail("Firefox bewaarde de pagina geen enkele keer")


def test_leaving_and_coming_back_in_firefox_empties_the_form(
    firefox_page: Page, adres: Website
) -> None:
    assert away_and_back(firefox_page, adres) == "U hebt nog niets ingevuld."


def test_the_gate_sees_text_that_firefox_keeps(
    firefox_page: Page, adres: Website, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(adres.planted.clear)
    for gebeurtenis in ("pagehide", "pageshow"):
        adres.change("assets/js/casusformulier.js", f'"{gebeurtenis}"', '"nooit"')
    assert BSN in away_and_back(firefox_page, adres)


def test_clearing_everything_asks_first(pagina: Page) -> None:
    pagina.get_by_label(SITUATIE).fill(f"Nummer {BSN}")
    pagina.get_by_label("Wonen").check()
    pagina.once("dialog", lambda dialog: dialog.dismiss())
    pagina.get_by_role("button", name="Wis alles").click()
    assert BSN in uitkomst(pagina)
    pagina.once("dialog", lambda dialog: dialog.accept())
    pagina.get_by_role("button", name="Wis alles").click()
    assert uitkomst(pagina) == "U hebt nog niets ingevuld."
    expect(pagina.locator("#let-op-situatie")).to_be_empty()
    expect(pagina.get_by_label("Wonen")).not_to_be_checked()
    expect(pagina.get_by_label(SITUATIE)).to_be_focused()


def test_paper_shows_the_text_only(pagina: Page) -> None:
    pagina.get_by_label(SITUATIE).fill("De hulp staat stil.")
    pagina.emulate_media(media="print")
    expect(pagina.locator("[data-tekst]")).to_be_visible()
    for selector in ("h1", "#vragen", "[data-kopieer]", "textarea >> nth=0", ".kb-bronnen"):
        expect(pagina.locator(selector)).to_be_hidden()


def test_an_empty_form_prints_questions_with_lines(pagina: Page, corpus: Corpus) -> None:
    pagina.emulate_media(media="print")
    expect(pagina.locator("[data-tekst]")).to_be_hidden()
    expect(pagina.locator("textarea").first).to_be_hidden()
    regels = sum(veld.regels for veld in corpus.casusformulier.velden if veld.soort == "tekst")
    expect(pagina.locator("[data-schrijfruimte] > span:visible")).to_have_count(regels)


def test_without_a_script_the_list_can_be_read_and_printed(
    without_script: Page, corpus: Corpus
) -> None:
    expect(without_script.get_by_text("U kunt hier nu niet typen.")).to_be_visible()
    for veld in corpus.casusformulier.velden:
        expect(without_script.get_by_role("heading", name=veld.label, exact=True)).to_be_visible()
    expect(without_script.locator("[data-uitvoer]")).to_be_hidden()
    expect(without_script.locator("textarea")).to_have_count(0)
    assert fits_in_width(without_script)
    without_script.emulate_media(media="print")
    expect(without_script.locator("[data-schrijfruimte] > span").first).to_be_visible()
    expect(without_script.locator("[data-formulier] details").first).to_be_hidden()


def test_it_works_from_disk_too(browser: Browser, built_site: Path) -> None:
    page = patient(browser.new_page())
    page.goto((built_site / PAD / "index.html").as_uri())
    page.get_by_label(SITUATIE).fill(f"Nummer {BSN}")
    page.get_by_label(SITUATIE).blur()
    expect(page.locator("#let-op-situatie")).to_contain_text("een BSN")
    assert BSN in uitkomst(page)
    page.close()
