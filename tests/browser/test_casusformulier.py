"""The form to put a case on paper: what it warns for, what it keeps, how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, ViewportSize, expect

from macros.corpus.corpus import Corpus
from macros.model.casusformulier import Gegevenssoort
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
PAD = "casus-formulier/"
SITUATIE = "Wat is er aan de hand?"
BSN = "111222333"


@pytest.fixture
def pagina(browser: Browser, adres: Website) -> Iterator[Page]:
    """Return the form on a narrow screen; it takes no error and no request after it was loaded."""
    context = browser.new_context(viewport=SMAL, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    klachten: list[str] = []
    page.on("console", lambda bericht: klachten.append(bericht.text))
    page.on("pageerror", lambda fout: klachten.append(str(fout)))
    page.goto(adres.url(PAD))
    # Of all that belongs to a page a browser gets the icon last.
    page.on("request", lambda v: None if v.url.endswith("favicon.svg") else klachten.append(v.url))
    yield page
    context.close()
    assert klachten == []


@pytest.fixture
def zonder_script(browser: Browser, adres: Website) -> Iterator[Page]:
    context = browser.new_context(viewport=SMAL, java_script_enabled=False)
    page = context.new_page()
    page.goto(adres.url(PAD))
    yield page
    context.close()


def uitkomst(pagina: Page) -> str:
    return pagina.locator("[data-tekst]").text_content() or ""


def past_in_breedte(pagina: Page) -> bool:
    return bool(pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_elke_vraag_heeft_een_naam_en_een_uitleg(pagina: Page, corpus: Corpus) -> None:
    for veld in corpus.casusformulier.velden:
        if veld.soort == "tekst":
            vak = pagina.get_by_role("textbox", name=veld.label, exact=True)
            expect(vak).to_have_accessible_description(veld.uitleg)
        else:
            groep = pagina.get_by_role("group", name=veld.label)
            expect(groep.get_by_role("checkbox")).to_have_count(
                len(corpus.vocabulaires["leefgebied"].termen) - 1
            )
    assert past_in_breedte(pagina)


@pytest.mark.parametrize(
    ("getypt", "soort"),
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
def test_een_persoonsgegeven_geeft_meteen_een_waarschuwing(
    pagina: Page, corpus: Corpus, getypt: str, soort: Gegevenssoort
) -> None:
    waarom = {deel.soort: deel.tekst for deel in corpus.casusformulier.waarschuwingen}
    vak = pagina.get_by_label(SITUATIE)
    vak.press_sequentially(getypt)
    let_op = pagina.locator("#let-op-situatie")
    expect(let_op).to_contain_text(f"lijkt op {soort}. {waarom[soort]}")
    expect(let_op).to_have_role("status")
    assert "let-op-situatie" in (vak.get_attribute("aria-describedby") or "")
    expect(pagina.locator("[data-samen]")).to_contain_text(SITUATIE)
    assert past_in_breedte(pagina)
    vak.fill("De moeder heeft schulden.")
    expect(let_op).to_be_empty()
    expect(pagina.locator("[data-samen]")).to_be_empty()


def test_gewone_woorden_geven_geen_waarschuwing(pagina: Page) -> None:
    vak = pagina.get_by_label(SITUATIE)
    vak.fill(
        "In 2023 en 2024 liep het vast op artikel 36 en Staatsblad 2015-236. "
        "Op 3 mei 2027 dreigt ontruiming."
    )
    vak.blur()
    expect(pagina.locator("#let-op-situatie")).to_be_empty()


def test_met_het_toetsenbord_tot_een_tekst_om_te_kopieren(pagina: Page, corpus: Corpus) -> None:
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
    pagina.get_by_role("button", name="Kopieer de tekst").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("[data-status]")).to_have_text("De tekst is gekopieerd.")
    assert pagina.evaluate("navigator.clipboard.readText()") == tekst


def test_wie_kopieert_hoort_nog_eens_dat_er_een_persoonsgegeven_in_staat(pagina: Page) -> None:
    pagina.get_by_label(SITUATIE).fill("Het nummer is 111222333.")
    pagina.get_by_role("button", name="Kopieer de tekst").click()
    expect(pagina.locator("[data-status]")).to_contain_text("lijkt op een persoonsgegeven")


def test_zonder_klembord_wordt_de_tekst_geselecteerd(pagina: Page) -> None:
    pagina.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    pagina.get_by_label(SITUATIE).fill("De hulp staat stil.")
    pagina.get_by_role("button", name="Kopieer de tekst").click()
    expect(pagina.locator("[data-status]")).to_contain_text("geselecteerd")
    assert "De hulp staat stil." in pagina.evaluate("getSelection().toString()")


def test_weggaan_waarschuwt_alleen_als_er_iets_te_verliezen_is(
    pagina: Page, adres: Website
) -> None:
    vragen: list[str] = []

    def blijf(dialoog: Dialog) -> None:
        vragen.append(dialoog.type)
        dialoog.dismiss()

    pagina.on("dialog", blijf)
    vak = pagina.get_by_label(SITUATIE)
    vak.press_sequentially("a")
    pagina.close(run_before_unload=True)
    pagina.wait_for_timeout(300)
    assert vragen == ["beforeunload"]
    assert not pagina.is_closed()
    vak.fill("")
    pagina.close(run_before_unload=True)
    pagina.wait_for_event("close")
    assert vragen == ["beforeunload"]
    assert adres.bron(PAD).index("kwijt") < adres.bron(PAD).index("data-formulier")


def test_er_blijft_niets_achter(pagina: Page, adres: Website) -> None:
    pagina.get_by_label(SITUATIE).fill("De hulp staat stil.")
    pagina.get_by_label("Wonen").check()
    assert pagina.locator("form:not([role=search])").count() == 0
    bewaard = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert pagina.evaluate(bewaard) == [0, 0, ""]
    assert pagina.context.cookies() == []
    andere = pagina.context.new_page()
    andere.goto(adres.url(PAD))
    assert "De hulp staat stil." not in uitkomst(andere)
    for eigenschap in ("autocomplete=off", "spellcheck=false"):
        assert pagina.locator(f"textarea:not([{eigenschap}])").count() == 0


TERUG = f"location.pathname.endsWith('/{PAD}') && document.readyState === 'complete'"
INGEVULD = """[
  ...[...document.querySelectorAll('textarea, [data-formulier] [type=checkbox]')]
    .map((vak) => (vak.type === 'checkbox' ? vak.checked || '' : vak.value)),
  document.querySelector('[data-tekst]').textContent,
].join('')"""


def weg_en_terug(vos: Page, adres: Website) -> str:
    """Fill in the form, leave it and come back to the page that Firefox kept; return its text.

    Firefox keeps a page only if nothing of it was still loading, such as its icon on a busy
    machine. What it did not keep tells nothing, so then once more.
    """
    vos.on("dialog", lambda dialoog: dialoog.accept())
    for _ in range(5):
        vos.goto(adres.url(PAD))
        vos.get_by_label(SITUATIE).fill(f"Nummer {BSN}")
        vos.get_by_label("Wonen").check()
        vos.evaluate("() => { window.bewaard = true; }")
        vos.goto(adres.url("privacy/"))
        # Not `go_back`, and no locator: the driver waits for a load, and a kept page has none.
        vos.evaluate("() => { setTimeout(() => history.back()); }")
        for _ in range(100):
            vos.wait_for_timeout(100)
            with suppress(Error):  # between two pages there is nothing to ask
                if vos.evaluate(TERUG):
                    break
        if vos.evaluate("window.bewaard === true"):
            return str(vos.evaluate(INGEVULD))
    pytest.fail("Firefox bewaarde de pagina geen enkele keer")


def test_wie_in_firefox_weggaat_en_terugkomt_vindt_niets(vos: Page, adres: Website) -> None:
    assert weg_en_terug(vos, adres) == "U hebt nog niets ingevuld."


def test_de_poort_ziet_tekst_die_firefox_bewaart(
    vos: Page, adres: Website, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(adres.geplant.clear)
    for gebeurtenis in ("pagehide", "pageshow"):
        adres.verander("assets/js/casusformulier.js", f'"{gebeurtenis}"', '"nooit"')
    assert BSN in weg_en_terug(vos, adres)


def test_alles_wissen_vraagt_het_eerst(pagina: Page) -> None:
    pagina.get_by_label(SITUATIE).fill(f"Nummer {BSN}")
    pagina.get_by_label("Wonen").check()
    pagina.once("dialog", lambda dialoog: dialoog.dismiss())
    pagina.get_by_role("button", name="Wis alles").click()
    assert BSN in uitkomst(pagina)
    pagina.once("dialog", lambda dialoog: dialoog.accept())
    pagina.get_by_role("button", name="Wis alles").click()
    assert uitkomst(pagina) == "U hebt nog niets ingevuld."
    expect(pagina.locator("#let-op-situatie")).to_be_empty()
    expect(pagina.get_by_label("Wonen")).not_to_be_checked()
    expect(pagina.get_by_label(SITUATIE)).to_be_focused()


def test_op_papier_staat_alleen_de_tekst(pagina: Page) -> None:
    pagina.get_by_label(SITUATIE).fill("De hulp staat stil.")
    pagina.emulate_media(media="print")
    expect(pagina.locator("[data-tekst]")).to_be_visible()
    for kiezer in ("h1", "#vragen", "[data-kopieer]", "textarea >> nth=0", ".kb-bronnen"):
        expect(pagina.locator(kiezer)).to_be_hidden()


def test_een_leeg_formulier_drukt_vragen_met_lijnen_af(pagina: Page, corpus: Corpus) -> None:
    pagina.emulate_media(media="print")
    expect(pagina.locator("[data-tekst]")).to_be_hidden()
    expect(pagina.locator("textarea").first).to_be_hidden()
    regels = sum(veld.regels for veld in corpus.casusformulier.velden if veld.soort == "tekst")
    expect(pagina.locator("[data-schrijfruimte] > span:visible")).to_have_count(regels)


def test_zonder_script_is_de_lijst_te_lezen_en_te_drukken(
    zonder_script: Page, corpus: Corpus
) -> None:
    expect(zonder_script.get_by_text("U kunt hier nu niet typen.")).to_be_visible()
    for veld in corpus.casusformulier.velden:
        expect(zonder_script.get_by_role("heading", name=veld.label, exact=True)).to_be_visible()
    expect(zonder_script.locator("[data-uitvoer]")).to_be_hidden()
    expect(zonder_script.locator("textarea")).to_have_count(0)
    assert past_in_breedte(zonder_script)
    zonder_script.emulate_media(media="print")
    expect(zonder_script.locator("[data-schrijfruimte] > span").first).to_be_visible()
    expect(zonder_script.locator("[data-formulier] details").first).to_be_hidden()


def test_van_schijf_werkt_het_ook(browser: Browser, gebouwde_site: Path) -> None:
    page = browser.new_page()
    page.goto((gebouwde_site / PAD / "index.html").as_uri())
    page.get_by_label(SITUATIE).fill(f"Nummer {BSN}")
    page.get_by_label(SITUATIE).blur()
    expect(page.locator("#let-op-situatie")).to_contain_text("een BSN")
    assert BSN in uitkomst(page)
    page.close()
