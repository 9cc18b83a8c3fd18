"""The address of a page: a step for each choice, nothing lost, and nothing that a server sees."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page, expect

from tests.kwaliteit.setup import Website, put_in_dossier, unfold

pytestmark = pytest.mark.browser

PATIENCE = 20
"""Seconds, on a busy machine."""
DOSSIER = "d=leerpunt:alo-kop,wet:awir"


@pytest.fixture(params=["pagina", "firefox_page"], ids=["chromium", "firefox"])
def blad(request: pytest.FixtureRequest) -> Page:
    """Return a page that may not err, in each browser."""
    pagina: Page = request.getfixturevalue(request.param)
    return pagina


def _tick(naam: str, nth: int) -> Callable[[Page], None]:
    def act(pagina: Page) -> None:
        pagina.locator("main details").evaluate_all(
            "delen => delen.forEach((deel) => { deel.open = true; })"
        )
        pagina.locator(naam).nth(nth).check()

    return act


def _choose(naam: str, nth: int) -> Callable[[Page], None]:
    def act(pagina: Page) -> None:
        pagina.locator(naam).select_option(index=nth)

    return act


STAPPEN: dict[str, tuple[Callable[[Page], None], ...]] = {
    "leerpunten/": (
        _tick("[data-facet=leefgebied] input", 0),
        _tick("[data-facet=herkomst] input", 0),
        _tick("[data-facet=status] input", 0),
    ),
    "vergelijken/": (
        _tick(".kb-vergelijking__keuze input", 0),
        _tick(".kb-facet__keuze input", 1),
        _tick(".kb-facet__keuze input", 2),
    ),
    "gemeenten/": (
        _choose("#filter-provincie", 1),
        _choose("#filter-stand", 1),
        _choose("#filter-provincie", 2),
    ),
    "wijzigingen/": (
        _choose("#wijzigingen-soort", 1),
        _choose("#wijzigingen-onderwerp", 1),
        _choose("#wijzigingen-ook", 1),
    ),
    "vragen/": (
        _choose("#vragen-aan", 1),
        _choose("#vragen-onderwerp", 2),
        _choose("#vragen-instrument", 1),
    ),
    "keuzehulp/": (
        lambda pagina: pagina.locator("[data-stap]").first.click(),
        lambda pagina: pagina.locator(".kb-ingang [data-stap]").first.click(),
    ),
}


def _make_ready(pagina: Page, pad: str) -> None:
    """Wait for a form that a script shows in a turn of its own; unfold the table it stands in."""
    if pad == "gemeenten/":
        pagina.locator("summary", has_text="Alle gemeenten in een tabel").click()
        expect(pagina.locator("#filter-provincie")).to_be_visible()
    if pad == "wijzigingen/":
        expect(pagina.locator("#wijzigingen-soort")).to_be_visible()


def _view(pagina: Page) -> str:
    return pagina.locator("main").inner_text()


def _wait_for_view(pagina: Page, view: str) -> None:
    """Wait until the page shows this: the address is there before what it asks for."""
    end = time.monotonic() + PATIENCE
    while (now := _view(pagina)) != view:
        assert time.monotonic() < end, f"{now}\n\nin plaats van\n\n{view}"
        pagina.wait_for_timeout(100)


@pytest.mark.parametrize("pad", STAPPEN)
def test_each_choice_is_a_step_back_and_the_dossier_stays(
    blad: Page, adres: Website, pad: str
) -> None:
    blad.goto(adres.url(f"{pad}#{DOSSIER}"))
    expect(blad.locator(".kb-dossierteller")).to_have_text("Dossier: 2 pagina’s")
    _make_ready(blad, pad)
    adressen, views = [blad.url], [_view(blad)]
    for stap in STAPPEN[pad]:
        stap(blad)
        expect(blad).not_to_have_url(adressen[-1])
        adressen.append(blad.url)
        views.append(_view(blad))
        assert DOSSIER in blad.url
    for back in reversed(range(len(STAPPEN[pad]))):
        blad.go_back()
        expect(blad).to_have_url(adressen[back])
        if pad not in {"leerpunten/", "vergelijken/"}:  # there the test opened what was closed
            _wait_for_view(blad, views[back])
    blad.go_forward()
    expect(blad).to_have_url(adressen[1])
    expect(blad.locator(".kb-dossierteller")).to_have_text("Dossier: 2 pagina’s")


@pytest.mark.parametrize("pad", STAPPEN)
def test_from_disk_too(pagina: Page, built_site: Path, pad: str) -> None:
    pagina.goto((built_site / pad / "index.html").as_uri() + f"#{DOSSIER}")
    begin = pagina.url
    _make_ready(pagina, pad)
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
    _make_ready(blad, "gemeenten/")
    blad.get_by_label("Naam van de gemeente").fill("Jan Geheim")
    blad.get_by_label("Naam bevat").fill("Jan Geheim")
    expect(blad.locator("[data-aantal]")).to_contain_text("Geheim")
    expect(blad).to_have_url(adres.url("gemeenten/"))
    blad.get_by_label("Naam bevat").press("Enter")
    expect(blad).to_have_url(re.compile(r"/gemeenten/#tekst=Jan\+Geheim$"))
    blad.reload()
    expect(blad.get_by_label("Naam bevat")).to_have_value("Jan Geheim")
    blad.locator("tbody a, footer a").last.click()
    blad.wait_for_load_state()
    assert gezien
    assert not [one for one in gezien if "Geheim" in one]


@pytest.mark.parametrize(
    ("pad", "said"),
    [
        ("leerpunten/?wet=bestaat-niet", "wet ‘bestaat-niet’"),
        ("vergelijken/?i=opleiden&i=eenhoorn", "i ‘eenhoorn’"),
        ("gemeenten/?provincie=atlantis", "provincie ‘atlantis’"),
        ("wijzigingen/?sinds=gisteren", "sinds ‘gisteren’"),
        ("vragen/?aan=niemand", "aan ‘niemand’"),
    ],
)
def test_what_is_unknown_in_an_address_is_named(
    pagina: Page, adres: Website, pad: str, said: str
) -> None:
    pagina.goto(adres.url(pad))
    expect(pagina.locator("main").get_by_text("Niet herkend in het adres")).to_contain_text(said)


@pytest.mark.parametrize(
    ("vraag", "chosen", "onbekend"),
    [
        ("?r=leerpunt:alo-kop,%20wet:awir", 2, ""),
        ("?d=leerpunt:alo-kop&r=wet:awir", 2, ""),
        ("?r=wet:awir,bron:N24", 1, "bron:N24"),
        ("#d=wet:awir,../../x", 1, "../../x"),
    ],
)
def test_a_shared_dossier_keeps_or_names_each_page(
    pagina: Page, adres: Website, vraag: str, chosen: int, onbekend: str
) -> None:
    pagina.goto(adres.url(f"dossier/{vraag}"))
    expect(pagina.locator(".kb-dossier__keuze a")).to_have_count(chosen)
    expect(pagina.locator("main").get_by_role("status").first).to_contain_text(onbekend)


def test_a_place_in_the_page_is_found_next_to_a_dossier(blad: Page, adres: Website) -> None:
    blad.goto(adres.url("leerpunten/alo-kop/"))
    place = blad.locator(".kb-bronnen > li").last.get_attribute("id")
    blad.goto(adres.url(f"wetten/awir/#{DOSSIER}"))
    blad.goto(adres.url(f"leerpunten/alo-kop/#{place}&{DOSSIER}"))
    expect(blad.locator(f"#{place}")).to_be_in_viewport()
    expect(blad).to_have_url(re.compile(re.escape(f"#{place}&{DOSSIER}") + "$"))


def test_a_note_and_the_skip_link_are_no_step_of_the_decision_aid(
    blad: Page, adres: Website
) -> None:
    blad.goto(adres.url("keuzehulp/#pad=casus"))
    kop = blad.locator("#vraag-nu")
    kop.evaluate("deel => { deel.merk = 1; }")
    blad.locator(".kb-sprong").focus()
    blad.keyboard.press("Enter")
    expect(blad).to_have_url(re.compile(r"#inhoud&pad=casus$"))
    note = blad.locator("main a[href^='#bron-']").first
    note.evaluate("deel => { for (let d = deel; d; d = d.parentElement) d.open = true; }")
    note.click()
    expect(blad).to_have_url(re.compile(r"#bron-\d+&pad=casus$"))
    assert kop.evaluate("deel => deel.merk === 1 && document.activeElement !== deel")


# ---- walks ---------------------------------------------------------------------------------------


class Stroll:
    """A reader who collects pages and goes anywhere in between."""

    def __init__(self, pagina: Page, seed: int, *, can_go_back: bool) -> None:
        self.pagina = pagina
        self.can_go_back = can_go_back
        self.lot = random.Random(seed)  # noqa: S311  a walk, no secret
        self.deep = 0
        self.spoor: list[str] = []

    def _click(self, selector: str) -> bool:
        links = self.pagina.locator(selector)
        visible = [nr for nr in range(min(links.count(), 40)) if links.nth(nr).is_visible()]
        if not visible:
            return False
        links.nth(self.lot.choice(visible)).click()
        self.pagina.wait_for_load_state()
        self.deep += 1
        return True

    def record(self) -> bool:
        return self._click(
            "main a[href*='wetten/']:not([href^=http]),"
            "main a[href*='leerpunten/']:not([href$=csv], [href$=json], [href^=http])"
        )

    def menu(self) -> bool:
        return self._click(".kb-menu a, .kb-voet__menu a")

    def place(self) -> bool:
        return self._click("main a[href^='#']")

    def filter(self) -> bool:
        return self._click("main input[type=checkbox]:enabled:not([data-onthoud])")

    def search(self) -> bool:
        self.pagina.locator("#kb-zoek-q").fill(self.lot.choice(["schuld", "toeslag", "loket"]))
        self.pagina.locator(".kb-zoek button").click()
        self.pagina.locator("[data-resultaten] > li").first.wait_for()
        self.deep += 1
        return self._click("[data-resultaten] a")

    def back(self) -> bool:
        if not self.deep:
            return False
        self.pagina.go_back()
        self.deep -= 1
        return True

    def stap(self) -> None:
        """Do something that can be done here."""
        soorten = [self.record, self.menu, self.place, self.filter, self.search]
        if self.can_go_back:
            soorten.append(self.back)
        while True:
            act = self.lot.choice(soorten)
            if act():
                self.spoor.append(f"{act.__name__}: {self.pagina.url}")
                return


def _stroll(pagina: Page, begin: str, seed: int, *, can_go_back: bool = True) -> None:
    pagina.goto(begin)
    stroll = Stroll(pagina, seed, can_go_back=can_go_back)
    aantal = 2
    for nummer in range(12):
        stroll.stap()
        put_link = pagina.locator("[data-zet-in-dossier]")
        if nummer in {3, 7} and put_link.count():
            put_in_dossier(pagina)
            stroll.deep += 1
            aantal = pagina.locator(".kb-dossier__keuze > li").count()
        woord = "pagina" if aantal == 1 else "pagina’s"
        expect(pagina.locator(".kb-dossierteller"), "\n".join(stroll.spoor)).to_have_text(
            f"Dossier: {aantal} {woord}"
        )


@pytest.mark.parametrize("seed", range(6))
def test_the_dossier_survives_every_walk(pagina: Page, adres: Website, seed: int) -> None:
    _stroll(pagina, adres.url(f"wetten/awir/#{DOSSIER}"), seed)


def test_the_dossier_goes_along_through_a_picture(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"instrumenten/#{DOSSIER}"))
    pagina.locator("main svg a").first.click()
    pagina.wait_for_url(re.compile(r"/instrumenten/[^/#]+/"))
    assert urldefrag(pagina.url).fragment.endswith(DOSSIER)
    counter = pagina.locator(".kb-dossierteller")
    expect(counter).to_contain_text("2 pagina")


def test_the_dossier_survives_a_walk_in_firefox(firefox_page: Page, adres: Website) -> None:
    # Playwright loses the page when Firefox goes back to another document.
    _stroll(firefox_page, adres.url(f"wetten/awir/#{DOSSIER}"), 101, can_go_back=False)


def test_what_was_added_stays_after_going_back_to_the_results(pagina: Page, adres: Website) -> None:
    blad = pagina  # Playwright loses the page when Firefox goes back to another document
    blad.goto(adres.url("zoeken/?q=maatwerkloket"))
    teller = blad.locator(".kb-dossierteller")
    for nummer in (0, 1):
        blad.locator("[data-resultaten] a").nth(nummer).click()
        put_in_dossier(blad)
        expect(blad.locator(".kb-dossier__keuze > li")).to_have_count(nummer + 1)
        blad.go_back()
        blad.go_back()
        expect(teller).to_have_text(f"Dossier: {nummer + 1} pagina{'’s' if nummer else ''}")


def test_the_title_survives_adding_a_page(blad: Page, adres: Website) -> None:
    blad.goto(adres.url(f"dossier/#{DOSSIER}"))
    blad.get_by_label("Titel van het document").press_sequentially("Nota & bijlage")
    unfold(blad)
    blad.locator("[data-alle] [data-id='instrument:opleiden']").click()
    put_in_dossier(blad)
    expect(blad.locator(".kb-dossier__keuze > li")).to_have_count(3)
    expect(blad.get_by_label("Titel van het document")).to_have_value("Nota & bijlage")
    expect(blad.locator(".kb-dossier__document h2")).to_have_text("Nota & bijlage")


def test_what_was_added_without_leaving_stays_after_going_back(blad: Page, adres: Website) -> None:
    blad.goto(adres.url("wetten/"))
    blad.goto(adres.url("wetten/awir/"))
    blad.locator("[data-zet-in-dossier]").click()
    expect(blad.locator(".kb-dossierteller")).to_have_text("Dossier: 1 pagina")
    expect(blad).to_have_url(adres.url("wetten/awir/#d=wet:awir"))
    blad.reload()
    expect(blad.locator("[data-zet-in-dossier]")).to_have_text("Bekijk dossier (1)")


def _pointed(blad: Page) -> list[str]:
    """Return the lines that show by their outline that the address names them."""
    blad.wait_for_function("document.querySelector('.kb-artikel li.kb-doel')")
    return blad.locator(".kb-artikel li[id]").evaluate_all(  # type: ignore[no-any-return]
        "(regels) => regels.filter((een) => getComputedStyle(een).outlineStyle === 'solid')"
        ".map((een) => een.id)"
    )


def test_a_place_besides_a_dossier_is_pointed_out(blad: Page, adres: Website) -> None:
    blad.goto(adres.url(f"wetten/awir/#bron-3&{DOSSIER}"))
    assert _pointed(blad) == ["bron-3"]
    expect(blad).to_have_url(re.compile(re.escape(f"#bron-3&{DOSSIER}") + "$"))
    blad.evaluate("() => { location.hash = '#bron-1'; }")  # as a link in the page does
    blad.wait_for_function("location.hash.startsWith('#bron-1&')")
    assert _pointed(blad) == ["bron-1"]
