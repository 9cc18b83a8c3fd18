"""Is my municipality affiliated? In a real browser: keyboard, mouse, narrow, without script."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from macros.blad.stand import stand_van
from macros.corpus.corpus import Corpus
from macros.model.organisatie import Gemeente
from tests.kantoor import Kantoor
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
BREED: ViewportSize = {"width": 1280, "height": 900}
AMSTERDAM, DORDRECHT, TEXEL = "GM0363", "GM0505", "GM0448"
BRIELLE, HAAREN = "GM0501", "GM0788"


@pytest.fixture
def zonder_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=SMAL, java_script_enabled=False)
    yield context
    context.close()


def _open(pagina: Page, adres: Website, vraag: str = "") -> None:
    pagina.goto(adres.url(f"gemeenten/{vraag}"))
    expect(pagina.locator("form.kb-gemeentefilter")).to_be_visible()


def _veld(pagina: Page) -> Locator:
    return pagina.get_by_role("combobox", name="Naam van de gemeente")


def _melding(pagina: Page) -> Locator:
    return pagina.locator("[data-melding]")


def _opties(pagina: Page) -> Locator:
    return pagina.get_by_role("listbox", name="Gemeenten").get_by_role("option")


def _antwoord(pagina: Page) -> Locator:
    return pagina.locator("[data-antwoord]")


def _rijen(pagina: Page) -> list[str]:
    """Return the codes of the rows in sight, in order."""
    rijen = pagina.locator("[data-gemeententabel] tbody tr:visible")
    return rijen.evaluate_all("rijen => rijen.map(rij => rij.id.toUpperCase())")  # type: ignore[no-any-return]


def _vraag(pagina: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(pagina.url).fragment)


def _stand(corpus: Corpus, gemeente: Gemeente) -> str:
    return corpus.term("gemeentestand", stand_van(gemeente)).label


def _download(pagina: Page, map_: Path) -> Path:
    with pagina.expect_download() as gehaald:
        pagina.get_by_role("button", name="Download deze rijen (CSV)").click()
    doel = map_ / gehaald.value.suggested_filename
    gehaald.value.save_as(doel)
    return doel


def _lees(bestand: Path) -> list[dict[str, str]]:
    inhoud = bestand.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(inhoud, newline=""), strict=True, delimiter=";"))


def test_by_keyboard_from_letters_to_answer(pagina: Page, adres: Website, corpus: Corpus) -> None:
    _open(pagina, adres)
    veld = _veld(pagina)
    veld.focus()
    pagina.keyboard.type("dordr")
    expect(veld).to_have_attribute("aria-expanded", "true")
    expect(_melding(pagina)).to_have_text("1 gemeente past. Kies met pijl omlaag.")
    assert veld.get_attribute("aria-activedescendant") is None
    pagina.keyboard.press("ArrowDown")
    optie = _opties(pagina).first
    expect(optie).to_have_attribute("aria-selected", "true")
    assert veld.get_attribute("aria-activedescendant") == optie.get_attribute("id")
    pagina.keyboard.press("Enter")
    expect(veld).to_have_value("Dordrecht")
    expect(veld).to_be_focused()
    expect(veld).to_have_attribute("aria-expanded", "false")
    gemeente = corpus.gemeenten()[DORDRECHT]
    label = _stand(corpus, gemeente)
    melding = f"Dordrecht: {label[0].lower()}{label[1:]}. Het antwoord staat hieronder."
    expect(_melding(pagina)).to_have_text(melding)
    expect(_antwoord(pagina).get_by_role("heading", name="Dordrecht")).to_be_visible()
    assert _vraag(pagina) == {"gemeente": [DORDRECHT]}


def test_the_answer_tells_state_source_date_and_what_one_can_do(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    for cbs in (AMSTERDAM, DORDRECHT, "GM0014", "GM0344", "GM0977"):
        gemeente = corpus.gemeenten().get(cbs)
        if gemeente is None:
            continue
        _open(pagina, adres, f"?gemeente={cbs}")
        term = corpus.term("gemeentestand", stand_van(gemeente))
        antwoord = _antwoord(pagina)
        expect(antwoord).to_contain_text(f"{term.label}. {term.uitleg}")
        for vermelding in gemeente.vermeldingen:
            expect(antwoord).to_contain_text(vermelding.tekst)
            expect(antwoord).to_contain_text(f"stand {vermelding.stand}")
        expect(antwoord).to_contain_text("U kunt de casus indienen, ook als uw gemeente niet is")
        loket = antwoord.get_by_role("link", name="Naar het Landelijk Maatwerkloket")
        expect(loket).to_have_attribute("href", "../instrumenten/landelijk-maatwerkloket/")
        melden = antwoord.get_by_role("link", name="Meld een verbetering, met bron")
        assert cbs in (melden.get_attribute("href") or "")
        pagina_link = antwoord.get_by_role("link", name="Naar de pagina van de gemeente")
        expect(pagina_link).to_have_attribute("href", f"{cbs.lower()}/")


def test_each_note_in_the_answer_leads_to_a_source(pagina: Page, adres: Website) -> None:
    _open(pagina, adres, f"?gemeente={DORDRECHT}")
    noten = _antwoord(pagina).locator("a.kb-noot")
    assert noten.count() > 1
    for noot in noten.all():
        expect(pagina.locator(noot.get_attribute("href") or "#")).to_have_count(1)


def test_neighbours_stand_there_with_their_own_state(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    _open(pagina, adres, f"?gemeente={AMSTERDAM}")
    regels = _antwoord(pagina).locator("[data-buren] li")
    buren = [corpus.gemeenten()[cbs] for cbs in corpus.gemeenten()[AMSTERDAM].buren]
    verwacht = []
    for buur in buren:
        wanneer = ", ".join(str(vermelding.stand) for vermelding in buur.vermeldingen)
        tekst = f"{buur.naam}: {_stand(corpus, buur)[0].lower()}{_stand(corpus, buur)[1:]}"
        verwacht.append(f"{tekst} ({wanneer})" if wanneer else tekst)
    assert sorted(regels.all_inner_texts()) == sorted(verwacht)
    assert any("samenwerkend" in regel for regel in verwacht)
    _open(pagina, adres, f"?gemeente={TEXEL}")
    expect(_antwoord(pagina)).to_contain_text("grenst op de kaart niet aan een andere gemeente")


@pytest.mark.parametrize(
    ("getypt", "naam"),
    [
        ("s gravenhage", "Den Haag"),
        ("SUDWEST FRYSLAN", "Súdwest-Fryslân"),
        ("den bosch", "'s-Hertogenbosch"),
        ("nederwetten", "Nuenen, Gerwen en Nederwetten"),
        ("Brielle", "Brielle"),
    ],
)
def test_other_spellings_lead_to_the_same_place(
    pagina: Page, adres: Website, getypt: str, naam: str
) -> None:
    _open(pagina, adres)
    _veld(pagina).fill(getypt)
    pagina.get_by_role("button", name="Toon").click()
    expect(_antwoord(pagina).get_by_role("heading", level=2).first).to_have_text(naam)


def test_a_former_municipality_shows_every_successor(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    _open(pagina, adres, f"?gemeente={BRIELLE}")
    koppen = _antwoord(pagina).get_by_role("heading", level=2)
    assert koppen.all_inner_texts() == ["Brielle", "Voorne aan Zee"]
    term = corpus.term("gemeentestand", "vervallen")
    expect(_antwoord(pagina)).to_contain_text(f"{term.label}. {term.uitleg}")
    expect(_melding(pagina)).to_have_text(
        "Brielle bestaat niet meer als gemeente. Nu: Voorne aan Zee."
    )
    _open(pagina, adres, f"?gemeente={HAAREN}")
    (haaren,) = [oud for oud in corpus.vervallen() if oud.cbs == HAAREN]
    opvolgers = [corpus.gemeenten()[cbs] for cbs in haaren.opvolgers]
    assert len(opvolgers) > 1
    assert koppen.all_inner_texts() == ["Haaren", *(gemeente.naam for gemeente in opvolgers)]
    for gemeente in opvolgers:
        deel = _antwoord(pagina).get_by_role("region", name=gemeente.naam, exact=True)
        expect(deel).to_contain_text(_stand(corpus, gemeente))
    expect(pagina.locator(".kb-tegels__keuze:visible")).to_have_count(len(opvolgers))


def test_the_mouse_chooses_from_the_list(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    _veld(pagina).click()
    pagina.keyboard.type("bergen")
    _opties(pagina).filter(has_text="Bergen op Zoom").click()
    expect(_veld(pagina)).to_have_value("Bergen op Zoom")
    expect(_opties(pagina)).to_have_count(0)
    expect(_antwoord(pagina).get_by_role("heading", level=2)).to_have_text("Bergen op Zoom")


def test_it_never_guesses(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    veld = _veld(pagina)
    veld.fill("berg")
    veld.press("Enter")
    expect(veld).to_have_attribute("aria-expanded", "true")
    expect(_antwoord(pagina)).to_be_hidden()
    veld.fill("Scheveningen")
    veld.press("Enter")
    expect(_melding(pagina)).to_contain_text("Geen gemeente gevonden")
    veld.fill("Amstredam")
    veld.press("Enter")
    expect(_melding(pagina)).to_have_text("Geen gemeente heet zo. Bedoelde u Amsterdam?")
    expect(_antwoord(pagina)).to_be_hidden()
    assert _vraag(pagina) == {}


def test_escape_closes_and_then_clears(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    veld = _veld(pagina)
    veld.press_sequentially("utr")
    expect(veld).to_have_attribute("aria-expanded", "true")
    veld.press("Escape")
    expect(veld).to_have_attribute("aria-expanded", "false")
    expect(veld).to_have_value("utr")
    veld.press("Escape")
    expect(veld).to_have_value("")
    expect(_melding(pagina)).to_have_text("")


def test_leaving_the_field_closes_the_list(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    veld = _veld(pagina)
    veld.press_sequentially("utr")
    expect(veld).to_have_attribute("aria-expanded", "true")
    veld.press("Tab")
    expect(veld).to_have_attribute("aria-expanded", "false")
    expect(pagina.get_by_role("button", name="Toon")).to_be_focused()


def test_an_unknown_code_in_the_address_is_said(pagina: Page, adres: Website) -> None:
    _open(pagina, adres, "?gemeente=GM9999")
    expect(_melding(pagina)).to_contain_text("niet gevonden")
    expect(_antwoord(pagina)).to_be_hidden()


def test_the_table_filters_and_says_how_many_are_left(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    _open(pagina, adres)
    gemeenten = corpus.gemeentetabel.gemeenten
    assert len(_rijen(pagina)) == len(gemeenten)
    pagina.get_by_label("Provincie", exact=True).select_option("drenthe")
    drenthe = {gemeente.cbs for gemeente in gemeenten if gemeente.provincie == "drenthe"}
    telling = pagina.locator("[data-aantal]")
    expect(telling).to_have_text(
        f"{len(drenthe)} van de {len(gemeenten)} gemeenten. Filters: Drenthe."
    )
    assert telling.get_attribute("role") == "status"
    assert set(_rijen(pagina)) == drenthe
    pagina.get_by_label("Naam bevat").fill("zzz")
    expect(telling).to_contain_text("Geen gemeenten.")
    assert _rijen(pagina) == []
    pagina.get_by_role("button", name="Wis de filters").click()
    expect(telling).to_have_text(f"{len(gemeenten)} gemeenten.")
    assert len(_rijen(pagina)) == len(gemeenten)
    assert _vraag(pagina) == {}


def test_the_table_sorts_by_keyboard(pagina: Page, adres: Website, corpus: Corpus) -> None:
    _open(pagina, adres)
    op_naam = _rijen(pagina)
    koppen = pagina.locator("[data-gemeententabel] thead th")
    expect(koppen.first).to_have_attribute("aria-sort", "ascending")
    stand = koppen.get_by_role("button", name="Stand")
    stand.press("Enter")
    expect(koppen.nth(2)).to_have_attribute("aria-sort", "ascending")
    expect(pagina.locator("th[aria-sort]")).to_have_count(1)
    volgorde = [term.sleutel for term in corpus.vocabulaires["gemeentestand"].termen]
    plaatsen = [volgorde.index(stand_van(corpus.gemeenten()[cbs])) for cbs in _rijen(pagina)]
    assert plaatsen == sorted(plaatsen)
    stand.press("Space")
    expect(koppen.nth(2)).to_have_attribute("aria-sort", "descending")
    assert _vraag(pagina) == {"sorteer": ["-stand"]}
    expect(stand).to_be_focused()
    koppen.get_by_role("button", name="Gemeente").press("Enter")
    assert _rijen(pagina) == op_naam


def test_the_address_brings_everything_back(pagina: Page, adres: Website, corpus: Corpus) -> None:
    _open(pagina, adres)
    pagina.get_by_label("Stand van een gemeente").select_option("samenwerkend")
    pagina.get_by_label("Naam bevat").fill("EN")
    pagina.get_by_label("Naam bevat").press("Enter")
    pagina.wait_for_url("**tekst=EN**")  # or the rows leave while the mouse is on its way
    pagina.locator("thead").get_by_role("button", name="Provincie").click()
    _veld(pagina).fill("texel")
    _veld(pagina).press("Enter")
    pagina.wait_for_url("**gemeente=GM0448**")
    rijen, vraag = _rijen(pagina), _vraag(pagina)
    assert set(vraag) == {"gemeente", "stand", "tekst", "sorteer"}
    pagina.reload()
    expect(_veld(pagina)).to_have_value("Texel")
    expect(pagina.get_by_label("Naam bevat")).to_have_value("EN")
    assert (_rijen(pagina), _vraag(pagina)) == (rijen, vraag)
    assert {stand_van(corpus.gemeenten()[cbs]) for cbs in rijen} == {"samenwerkend"}


def test_the_csv_holds_exactly_the_filtered_rows(
    pagina: Page, adres: Website, corpus: Corpus, tmp_path: Path
) -> None:
    _open(pagina, adres, "?provincie=zuid-holland&stand=samenwerkend&sorteer=-naam")
    bestand = _download(pagina, tmp_path)
    peildatum = corpus.site.peildatum
    verwacht = f"gemeenten_{peildatum}_provincie-zuid-holland_stand-samenwerkend.csv"
    assert bestand.name == verwacht
    rijen = _lees(bestand)
    assert [rij["cbs"] for rij in rijen] == _rijen(pagina)
    assert 0 < len(rijen) < len(corpus.gemeenten())
    for rij in rijen:
        gemeente = corpus.gemeenten()[rij["cbs"]]
        assert rij["stand"] == _stand(corpus, gemeente)
        assert rij["wanneer"] == " | ".join(v.stand.notatie() for v in gemeente.vermeldingen)


def test_without_filters_the_csv_is_the_one_beside_the_page(
    pagina: Page, adres: Website, gebouwde_site: Path, corpus: Corpus, tmp_path: Path
) -> None:
    _open(pagina, adres)
    bestand = _download(pagina, tmp_path)
    assert bestand.name == f"gemeenten_{corpus.site.peildatum}.csv"
    assert bestand.read_bytes() == (gebouwde_site / "gemeenten/gemeenten.csv").read_bytes()
    kaal = pagina.get_by_role("link", name="gemeenten.csv")
    expect(kaal).to_have_attribute("href", "gemeenten.csv")


def test_a_filter_typed_just_before_the_download_counts(
    pagina: Page, adres: Website, tmp_path: Path
) -> None:
    _open(pagina, adres)
    pagina.get_by_label("Naam bevat").fill("texel")
    assert [rij["cbs"] for rij in _lees(_download(pagina, tmp_path))] == [TEXEL]


def test_libreoffice_opens_the_csv(
    pagina: Page, adres: Website, kantoor: Kantoor, tmp_path: Path
) -> None:
    _open(pagina, adres, "?provincie=fryslan")
    bestand = _download(pagina, tmp_path)
    opdracht = [
        kantoor.programma,
        f"-env:UserInstallation={kantoor.profiel.as_uri()}",
        "--headless",
        # What the window for opening a CSV proposes: semicolon, double quote, UTF-8.
        "--infilter=csv:59,34,76",
        "--convert-to",
        "ods",
        "--outdir",
        str(tmp_path),
        str(bestand),
    ]
    subprocess.run(opdracht, capture_output=True, timeout=120, check=True)
    bladen = kantoor.bladen(tmp_path / f"{bestand.stem}.ods", tmp_path / "bladen")
    (rijen,) = bladen.values()
    geopend = [dict(zip(rijen[0], rij, strict=True)) for rij in rijen[1:]]
    kolommen = ("gemeente", "cbs", "provincie", "stand", "adres")
    for rij, bedoeld in zip(geopend, _lees(bestand), strict=True):
        assert [rij[kolom] for kolom in kolommen] == [bedoeld[kolom] for kolom in kolommen]


def test_the_map_is_one_picture_with_a_name_and_no_tab_stops(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    kaart = pagina.get_by_role("img", name="Kaart van Nederland met één vakje per gemeente")
    expect(kaart).to_be_visible()
    assert kaart.locator("a, [tabindex]").count() == 0


def test_a_square_says_its_name_under_the_pointer(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    _open(pagina, adres)
    vak = pagina.locator(f'.kb-tegels [data-cbs="{AMSTERDAM}"]')
    label = _stand(corpus, corpus.gemeenten()[AMSTERDAM])
    for _ in range(2):
        vak.hover()
        assert vak.locator("title").all_text_contents() == [f"Amsterdam: {label.lower()}"]
        pagina.mouse.move(0, 0)


def test_a_click_on_a_square_gives_the_answer(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    pagina.locator(f'.kb-tegels [data-cbs="{AMSTERDAM}"]').click()
    kop = _antwoord(pagina).get_by_role("heading", level=2)
    expect(kop).to_have_text("Amsterdam")
    expect(kop).to_be_focused()
    vak = pagina.locator(f'.kb-tegels [data-cbs="{AMSTERDAM}"]').bounding_box()
    ring = pagina.locator(".kb-tegels__keuze:visible").bounding_box()
    assert vak is not None
    assert ring is not None
    midden = (vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2)
    assert ring["x"] < midden[0] < ring["x"] + ring["width"]
    assert ring["y"] < midden[1] < ring["y"] + ring["height"]


def test_the_map_shows_its_states_in_forced_colours(browser: Browser, adres: Website) -> None:
    context = browser.new_context(viewport=BREED, forced_colors="active")
    pagina = context.new_page()
    _open(pagina, adres)
    vullingen = {
        stand: pagina.locator(f"#tegel-{stand}").evaluate(
            "groep => Array.from(groep.children, deel => getComputedStyle(deel).fill)"
        )
        for stand in ("aangesloten", "samenwerkend", "geen-bron")
    }
    context.close()
    canvas, tekst = vullingen["geen-bron"][0], vullingen["aangesloten"][0]
    assert canvas != tekst
    assert vullingen == {
        "aangesloten": [tekst, canvas],
        "samenwerkend": [canvas, tekst],
        "geen-bron": [canvas],
    }


@pytest.mark.parametrize("vraag", ["", f"?gemeente={HAAREN}&stand=samenwerkend"])
def test_at_320_pixels_nothing_sticks_out(browser: Browser, adres: Website, vraag: str) -> None:
    context = browser.new_context(viewport=SMAL, has_touch=True)
    pagina = context.new_page()
    _open(pagina, adres, vraag)
    assert pagina.evaluate("document.documentElement.scrollWidth") == SMAL["width"]
    _veld(pagina).clear()
    _veld(pagina).tap()
    pagina.keyboard.type("nuenen")
    optie = _opties(pagina).first
    expect(optie).to_be_visible()
    plek = optie.bounding_box()
    assert plek is not None
    assert plek["x"] >= 0
    assert plek["x"] + plek["width"] <= SMAL["width"]
    assert plek["height"] >= 44
    optie.tap()
    expect(_antwoord(pagina).get_by_role("heading", level=2)).to_contain_text("Nuenen")
    assert pagina.evaluate("document.documentElement.scrollWidth") == SMAL["width"]
    context.close()


def test_without_a_script_table_list_and_map_do_the_job(
    zonder_script: BrowserContext, adres: Website, corpus: Corpus
) -> None:
    pagina = zonder_script.new_page()
    pagina.goto(adres.url("gemeenten/"))
    expect(pagina.locator("form.kb-gemeentezoeker")).to_be_hidden()
    expect(pagina.locator("form.kb-gemeentefilter")).to_be_hidden()
    rijen = pagina.locator("[data-gemeententabel] tbody tr")
    assert rijen.count() == len(corpus.gemeenten())
    pagina.locator("summary", has_text="Wie een bron noemt, per provincie").click()
    lijst = pagina.get_by_role("navigation", name="Genoemde gemeenten per provincie")
    genoemd = [een.naam for een in corpus.gemeenten().values() if een.vermeldingen]
    assert sorted(lijst.get_by_role("link").all_inner_texts()) == sorted(genoemd)
    expect(lijst.get_by_role("link", name=genoemd[0], exact=True)).to_be_visible()
    expect(rijen.get_by_role("link", name="Amsterdam", exact=True)).to_be_visible()
    namen = pagina.get_by_role("navigation", name="Vroegere namen en andere schrijfwijzen")
    regel = namen.locator("li").filter(has_text="Brielle")
    regel.get_by_role("link", name="Voorne aan Zee").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Voorne aan Zee")


def test_from_disk(pagina: Page, gebouwde_site: Path, corpus: Corpus, tmp_path: Path) -> None:
    bestand = (gebouwde_site / "gemeenten/index.html").as_uri()
    pagina.goto(f"{bestand}?gemeente={BRIELLE}&provincie=drenthe")
    expect(_antwoord(pagina)).to_contain_text("Voorne aan Zee")
    assert {corpus.gemeenten()[cbs].provincie for cbs in _rijen(pagina)} == {"drenthe"}
    _veld(pagina).fill("amsterdam")
    _veld(pagina).press("Enter")
    expect(_antwoord(pagina).get_by_role("heading", level=2)).to_have_text("Amsterdam")
    assert [rij["cbs"] for rij in _lees(_download(pagina, tmp_path))] == _rijen(pagina)
