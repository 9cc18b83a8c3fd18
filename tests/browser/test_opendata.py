"""The open data: try-out, examples run as written, a subject on a page of others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.blad.opendata import SCHEMA_VERSION
from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.model.dates import dag_in_words
from macros.pages.page_macros.opendata import EXAMPLES
from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser

HOST = "https://intranet.invalid/"


def test_the_try_out_shows_what_a_program_gets(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("data/"))
    pagina.get_by_label("Welk bestand?").select_option(label="Leerpunten")
    pagina.get_by_role("button", name="Haal op").click()
    answer = pagina.get_by_role("region", name="Antwoord")
    expect(answer).to_contain_text(f'"schema_versie": "{SCHEMA_VERSION}"')
    expect(answer).to_contain_text('"id": "leerpunt:')
    expect(pagina.get_by_text("Dit is het begin van")).to_be_visible()


def test_the_try_out_works_by_keyboard(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("data/"))
    pagina.get_by_label("Welk bestand?").focus()
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("button", name="Haal op")).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("region", name="Antwoord")).to_be_visible()
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("region", name="Antwoord")).to_be_focused()


def test_without_a_connection_the_try_out_says_what_to_do(
    pagina: Page, adres: Website, complaints: list[str]
) -> None:
    pagina.goto(adres.url("data/"))
    pagina.route("**/api/**", lambda route: route.abort())
    pagina.get_by_role("button", name="Haal op").click()
    expect(pagina.get_by_text("Ophalen lukt hier niet.")).to_be_visible()
    expect(pagina.get_by_role("region", name="Antwoord")).to_be_hidden()
    complaints.clear()


def test_without_javascript_every_file_is_a_link(browser: Browser, adres: Website) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(adres.url("data/"))
    expect(page.get_by_role("link", name="Wetten: JSON", exact=True)).to_be_visible()
    expect(page.get_by_text("Klik in de tabel hierboven op JSON")).to_be_visible()
    page.close()


def test_every_example_that_can_run_here_runs_as_it_is_written(
    corpus: Corpus, adres: Website
) -> None:
    def written(name: str) -> str:
        return EXAMPLES[name](corpus.site).replace(corpus.site.adres, adres.url(""))

    answer = subprocess.run(
        written("curl").split(), capture_output=True, text=True, check=True
    ).stdout
    assert '"titel":"Open vragen"' in answer
    answer = subprocess.run(
        [sys.executable, "-c", written("python")], capture_output=True, text=True, check=True
    ).stdout
    assert " primair 20" in answer


@pytest.fixture
def elsewhere(browser: Browser, corpus: Corpus, built_site: Path) -> Iterator[Page]:
    """Return a page of others, with a strict policy that names only the site."""
    site = corpus.site.adres
    origin = site.rstrip("/")
    context = browser.new_context()
    page = context.new_page()

    def of_the_site(route: Route) -> None:
        path = built_site / route.request.url.removeprefix(site)
        kind = "text/javascript" if path.suffix == ".js" else "application/json"
        route.fulfill(path=path, headers={"Content-Type": kind, "Access-Control-Allow-Origin": "*"})

    def of_others(route: Route) -> None:
        body = "".join(
            f'<p><a href="{site}{path}" data-kennisbank>{path}</a></p>'
            for path in (
                "leerpunten/alo-kop/",
                "mvt-punten/a-doelen/",
                "gemeenten/gm0363/",
                "wetsvoorstellen/proactieve-dienstverlening/",
            )
        )
        script = EXAMPLES["inbedden"](corpus.site).partition("\n")[2]
        policy = f"default-src 'none'; script-src {origin}; connect-src {origin}"
        route.fulfill(
            body=f"<!doctype html><html lang=nl><title>Intranet</title>{body}{script}",
            headers={"Content-Type": "text/html", "Content-Security-Policy": policy},
        )

    page.route(f"{site}**", of_the_site)
    page.route(f"{HOST}**", of_others)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(HOST)
    yield page
    context.close()
    assert complaints == []


def test_a_subject_stands_on_a_page_of_others_with_its_date_and_mark(
    elsewhere: Page, corpus: Corpus
) -> None:
    shown = elsewhere.locator("blockquote.kennisbank")
    expect(shown).to_have_count(4)
    learning, point, town, bill = shown.all()
    for one in (learning, point, town, bill):
        expect(one).to_contain_text(f"bijgewerkt tot en met {dag_in_words(corpus.site.peildag)}")
        expect(one).to_contain_text(corpus.site.afzender)
    expect(learning).to_contain_text(corpus.records["leerpunt:alo-kop"].samenvatting)  # type: ignore[union-attr]
    words = {one.sleutel: one.label.lower() for one in corpus.vocabulaires["zekerheid"].termen}
    for one, id_ in ((learning, "leerpunt:alo-kop"), (point, "mvtpunt:a-doelen")):
        places = corpus.beweringen_per_record[id_]
        assert {place.bewering.zekerheid for place in places}
        for sure in {place.bewering.zekerheid for place in places}:
            expect(one).to_contain_text(words[sure])
    expect(point).to_contain_text(DENKBEELDIG)
    expect(town).to_contain_text("Gemeente Amsterdam")
    expect(bill).to_contain_text("Dit is een voorstel. Het is geen geldend recht.")
    for one in (learning, town):
        expect(one).not_to_contain_text(DENKBEELDIG)
