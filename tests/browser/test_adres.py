"""The address of a page: a step for each choice, nothing lost, and nothing that a server sees."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page, expect

from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

DOSSIER = "d=leerpunt:alo-kop,wet:awir"


@pytest.fixture(params=["pagina", "vos"], ids=["chromium", "firefox"])
def blad(request: pytest.FixtureRequest) -> Page:
    """Return a page that may not err, in each browser."""
    pagina: Page = request.getfixturevalue(request.param)
    return pagina


def _vink(naam: str, keer: int) -> Callable[[Page], None]:
    def doe(pagina: Page) -> None:
        pagina.locator("main details").evaluate_all(
            "delen => delen.forEach((deel) => { deel.open = true; })"
        )
        pagina.locator(naam).nth(keer).check()

    return doe


def _kies(naam: str, keer: int) -> Callable[[Page], None]:
    def doe(pagina: Page) -> None:
        pagina.locator(naam).select_option(index=keer)

    return doe


STAPPEN: dict[str, tuple[Callable[[Page], None], Callable[[Page], None]]] = {
    "leerpunten/": (
        _vink("[data-facet=leefgebied] input", 0),
        _vink("[data-facet=herkomst] input", 0),
    ),
    "vergelijken/": (_vink(".kb-vergelijking__keuze input", 0), _vink(".kb-facet__keuze input", 1)),
    "gemeenten/": (_kies("#filter-provincie", 1), _kies("#filter-stand", 1)),
    "wijzigingen/": (_kies("#wijzigingen-soort", 1), _kies("#wijzigingen-onderwerp", 1)),
    "keuzehulp/": (
        lambda pagina: pagina.locator("[data-stap]").first.click(),
        lambda pagina: pagina.locator(".kb-ingang [data-stap]").first.click(),
    ),
}


def _zicht(pagina: Page) -> str:
    return pagina.locator("main").inner_text()


@pytest.mark.parametrize("pad", STAPPEN)
def test_each_choice_is_a_step_back_and_the_dossier_stays(
    blad: Page, adres: Website, pad: str
) -> None:
    blad.goto(adres.url(f"{pad}#{DOSSIER}"))
    expect(blad.locator(".kb-dossierteller")).to_have_text("Dossier: 2 pagina’s")
    adressen, zichten = [blad.url], [_zicht(blad)]
    for stap in STAPPEN[pad]:
        stap(blad)
        expect(blad).not_to_have_url(adressen[-1])
        adressen.append(blad.url)
        zichten.append(_zicht(blad))
        assert DOSSIER in blad.url
    for terug in (1, 0):
        blad.go_back()
        expect(blad).to_have_url(adressen[terug])
        if pad not in {"leerpunten/", "vergelijken/"}:  # there the test opened what was closed
            assert _zicht(blad) == zichten[terug]
    blad.go_forward()
    expect(blad).to_have_url(adressen[1])
    expect(blad.locator(".kb-dossierteller")).to_have_text("Dossier: 2 pagina’s")


@pytest.mark.parametrize("pad", STAPPEN)
def test_from_disk_too(pagina: Page, gebouwde_site: Path, pad: str) -> None:
    pagina.goto((gebouwde_site / pad / "index.html").as_uri() + f"#{DOSSIER}")
    begin = pagina.url
    for stap in STAPPEN[pad]:
        stap(pagina)
    assert DOSSIER in pagina.url
    for _ in STAPPEN[pad]:
        pagina.go_back()
    expect(pagina).to_have_url(begin)


def test_what_is_typed_stays_out_of_the_address_and_off_the_server(
    blad: Page, adres: Website
) -> None:
    gezien: list[str] = []
    blad.on(
        "request",
        lambda vraag: gezien.append(urldefrag(vraag.url)[0] + vraag.headers.get("referer", "")),
    )
    blad.goto(adres.url("gemeenten/"))
    blad.get_by_label("Naam van de gemeente").fill("Jan Geheim")
    blad.get_by_label("Naam bevat").fill("Jan Geheim")
    expect(blad.locator("[data-aantal]")).to_contain_text("Geheim")
    assert blad.url == adres.url("gemeenten/")
    blad.get_by_label("Naam bevat").press("Enter")
    expect(blad).to_have_url(re.compile(r"/gemeenten/#tekst=Jan\+Geheim$"))
    blad.reload()
    expect(blad.get_by_label("Naam bevat")).to_have_value("Jan Geheim")
    blad.locator("tbody a, footer a").last.click()
    blad.wait_for_load_state()
    assert gezien
    assert not [een for een in gezien if "Geheim" in een]


@pytest.mark.parametrize(
    ("pad", "gezegd"),
    [
        ("leerpunten/?wet=bestaat-niet", "wet ‘bestaat-niet’"),
        ("vergelijken/?i=opleiden&i=eenhoorn", "i ‘eenhoorn’"),
        ("gemeenten/?provincie=atlantis", "provincie ‘atlantis’"),
        ("wijzigingen/?sinds=gisteren", "sinds ‘gisteren’"),
    ],
)
def test_what_is_unknown_in_an_address_is_named(
    pagina: Page, adres: Website, pad: str, gezegd: str
) -> None:
    pagina.goto(adres.url(pad))
    expect(pagina.locator("main").get_by_text("Niet herkend in het adres")).to_contain_text(gezegd)


@pytest.mark.parametrize(
    ("vraag", "gekozen", "onbekend"),
    [
        ("?r=leerpunt:alo-kop,%20wet:awir", 2, ""),
        ("?d=leerpunt:alo-kop&r=wet:awir", 2, ""),
        ("?r=wet:awir,bron:N24", 1, "bron:N24"),
        ("#d=wet:awir,../../x", 1, "../../x"),
    ],
)
def test_a_shared_dossier_keeps_or_names_each_page(
    pagina: Page, adres: Website, vraag: str, gekozen: int, onbekend: str
) -> None:
    pagina.goto(adres.url(f"dossier/{vraag}"))
    expect(pagina.locator(".kb-dossier__keuze a")).to_have_count(gekozen)
    expect(pagina.locator("main").get_by_role("status").first).to_contain_text(onbekend)


def test_a_place_in_the_page_is_found_next_to_a_dossier(blad: Page, adres: Website) -> None:
    blad.goto(adres.url("leerpunten/alo-kop/"))
    plek = blad.locator(".kb-bronnen > li").last.get_attribute("id")
    blad.goto(adres.url(f"wetten/awir/#{DOSSIER}"))
    blad.goto(adres.url(f"leerpunten/alo-kop/#{plek}&{DOSSIER}"))
    expect(blad.locator(f"#{plek}")).to_be_in_viewport()
    assert blad.url.endswith(f"#{plek}&{DOSSIER}")


def test_a_note_and_the_skip_link_are_no_step_of_the_decision_aid(
    blad: Page, adres: Website
) -> None:
    blad.goto(adres.url("keuzehulp/#pad=casus"))
    kop = blad.locator("#vraag-nu")
    kop.evaluate("deel => { deel.merk = 1; }")
    blad.locator(".kb-sprong").focus()
    blad.keyboard.press("Enter")
    expect(blad).to_have_url(re.compile(r"#inhoud&pad=casus$"))
    noot = blad.locator("main a[href^='#bron-']").first
    noot.evaluate("deel => { for (let d = deel; d; d = d.parentElement) d.open = true; }")
    noot.click()
    expect(blad).to_have_url(re.compile(r"#bron-\d+&pad=casus$"))
    assert kop.evaluate("deel => deel.merk === 1 && document.activeElement !== deel")


# ---- walks ---------------------------------------------------------------------------------------


class Wandeling:
    """A reader who collects pages and goes anywhere in between."""

    def __init__(self, pagina: Page, seed: int, *, kan_terug: bool) -> None:
        self.pagina = pagina
        self.kan_terug = kan_terug
        self.lot = random.Random(seed)  # noqa: S311  a walk, no secret
        self.diep = 0
        self.spoor: list[str] = []

    def _klik(self, kiezer: str) -> bool:
        links = self.pagina.locator(kiezer)
        zichtbaar = [nr for nr in range(min(links.count(), 40)) if links.nth(nr).is_visible()]
        if not zichtbaar:
            return False
        links.nth(self.lot.choice(zichtbaar)).click()
        self.pagina.wait_for_load_state()
        self.diep += 1
        return True

    def record(self) -> bool:
        return self._klik(
            "main a[href*='wetten/']:not([href^=http]),"
            "main a[href*='leerpunten/']:not([href$=csv], [href$=json], [href^=http])"
        )

    def menu(self) -> bool:
        return self._klik(".kb-menu a, .kb-voet__menu a")

    def plek(self) -> bool:
        return self._klik("main a[href^='#']")

    def filter(self) -> bool:
        return self._klik("main input[type=checkbox]:enabled:not([data-onthoud])")

    def zoek(self) -> bool:
        self.pagina.locator("#kb-zoek-q").fill(self.lot.choice(["schuld", "toeslag", "loket"]))
        self.pagina.locator(".kb-zoek button").click()
        self.pagina.locator("[data-resultaten] > li").first.wait_for()
        self.diep += 1
        return self._klik("[data-resultaten] a")

    def terug(self) -> bool:
        if not self.diep:
            return False
        self.pagina.go_back()
        self.diep -= 1
        return True

    def stap(self) -> None:
        """Do something that can be done here."""
        soorten = [self.record, self.menu, self.plek, self.filter, self.zoek]
        if self.kan_terug:
            soorten.append(self.terug)
        while True:
            doe = self.lot.choice(soorten)
            if doe():
                self.spoor.append(f"{doe.__name__}: {self.pagina.url}")
                return


def _wandel(pagina: Page, begin: str, seed: int, *, kan_terug: bool = True) -> None:
    pagina.goto(begin)
    tocht = Wandeling(pagina, seed, kan_terug=kan_terug)
    aantal = 2
    for nummer in range(12):
        tocht.stap()
        zet = pagina.locator("[data-zet-in-dossier]")
        if nummer in {3, 7} and zet.count():
            zet.click()
            tocht.diep += 1
            pagina.locator(".kb-dossier__keuze").wait_for()
            aantal = pagina.locator(".kb-dossier__keuze > li").count()
        woord = "pagina" if aantal == 1 else "pagina’s"
        expect(pagina.locator(".kb-dossierteller"), "\n".join(tocht.spoor)).to_have_text(
            f"Dossier: {aantal} {woord}"
        )


@pytest.mark.parametrize("seed", range(6))
def test_the_dossier_survives_every_walk(pagina: Page, adres: Website, seed: int) -> None:
    _wandel(pagina, adres.url(f"wetten/awir/#{DOSSIER}"), seed)


def test_the_dossier_survives_a_walk_in_firefox(vos: Page, adres: Website) -> None:
    # Playwright loses the page when Firefox goes back to another document.
    _wandel(vos, adres.url(f"wetten/awir/#{DOSSIER}"), 101, kan_terug=False)


def test_what_was_added_stays_after_going_back_to_the_results(pagina: Page, adres: Website) -> None:
    blad = pagina  # Playwright loses the page when Firefox goes back to another document
    blad.goto(adres.url("zoeken/?q=maatwerkloket"))
    teller = blad.locator(".kb-dossierteller")
    for nummer in (0, 1):
        blad.locator("[data-resultaten] a").nth(nummer).click()
        blad.locator("[data-zet-in-dossier]").click()
        expect(blad.locator(".kb-dossier__keuze > li")).to_have_count(nummer + 1)
        blad.go_back()
        blad.go_back()
        expect(teller).to_have_text(f"Dossier: {nummer + 1} pagina{'’s' if nummer else ''}")


def test_the_title_survives_adding_a_page(blad: Page, adres: Website) -> None:
    blad.goto(adres.url(f"dossier/#{DOSSIER}"))
    blad.get_by_label("Titel van het document").press_sequentially("Nota & bijlage")
    blad.locator("[data-alle] [data-id='instrument:opleiden']").click()
    blad.locator("[data-zet-in-dossier]").click()
    expect(blad.locator(".kb-dossier__keuze > li")).to_have_count(3)
    expect(blad.get_by_label("Titel van het document")).to_have_value("Nota & bijlage")
    expect(blad.locator(".kb-dossier__document h2")).to_have_text("Nota & bijlage")
