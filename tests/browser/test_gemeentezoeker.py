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

from macros.blad.stand import stand_of
from macros.corpus.corpus import Corpus
from macros.model.organisatie import Gemeente
from tests.chromium import patient
from tests.kwaliteit.setup import Website
from tests.office import Office

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
AMSTERDAM, DORDRECHT, TEXEL = "GM0363", "GM0505", "GM0448"
BRIELLE, HAAREN = "GM0501", "GM0788"


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    yield context
    context.close()


PHONE: ViewportSize = {"width": 360, "height": 740}


def _open(pagina: Page, adres: Website, vraag: str = "", *, table: bool = False) -> None:
    """Open the page once its scripts are ready; with ``table`` unfold the table as well."""
    pagina.goto(adres.url(f"gemeenten/{vraag}"))
    form = pagina.locator("form.kb-gemeentefilter")
    expect(form).not_to_have_attribute("hidden", "")
    if table:
        pagina.locator("summary", has_text="Alle gemeenten in een tabel").click()
        expect(form).to_be_visible()


def _veld(pagina: Page) -> Locator:
    return pagina.get_by_role("combobox", name="Naam van de gemeente")


def _message(pagina: Page) -> Locator:
    return pagina.locator("[data-melding]")


def _options(pagina: Page) -> Locator:
    return pagina.get_by_role("listbox", name="Gemeenten").get_by_role("option")


def _antwoord(pagina: Page) -> Locator:
    return pagina.locator("[data-antwoord]")


def _rows(pagina: Page) -> list[str]:
    """Return the codes of the rows in sight, in order."""
    rows = pagina.locator("[data-gemeententabel] tbody tr:visible")
    return rows.evaluate_all("rijen => rijen.map(rij => rij.id.toUpperCase())")  # type: ignore[no-any-return]


def _vraag(pagina: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(pagina.url).fragment)


def _stand(corpus: Corpus, gemeente: Gemeente) -> str:
    return corpus.term("gemeentestand", stand_of(gemeente)).label


def _download(pagina: Page, folder: Path) -> Path:
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Download deze rijen (CSV)").click()
    doel = folder / download.value.suggested_filename
    download.value.save_as(doel)
    return doel


def _read(file: Path) -> list[dict[str, str]]:
    inhoud = file.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(inhoud, newline=""), strict=True, delimiter=";"))


def test_by_keyboard_from_letters_to_answer(pagina: Page, adres: Website, corpus: Corpus) -> None:
    _open(pagina, adres)
    veld = _veld(pagina)
    veld.focus()
    pagina.keyboard.type("dordr")
    expect(veld).to_have_attribute("aria-expanded", "true")
    expect(_message(pagina)).to_have_text("1 gemeente past. Kies met pijl omlaag.")
    assert veld.get_attribute("aria-activedescendant") is None
    pagina.keyboard.press("ArrowDown")
    option = _options(pagina).first
    expect(option).to_have_attribute("aria-selected", "true")
    assert veld.get_attribute("aria-activedescendant") == option.get_attribute("id")
    pagina.keyboard.press("Enter")
    expect(veld).to_have_value("Dordrecht")
    expect(veld).to_be_focused()
    expect(veld).to_have_attribute("aria-expanded", "false")
    gemeente = corpus.gemeenten()[DORDRECHT]
    label = _stand(corpus, gemeente)
    message = f"Dordrecht: {label[0].lower()}{label[1:]}. Het antwoord staat hieronder."
    expect(_message(pagina)).to_have_text(message)
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
        term = corpus.term("gemeentestand", stand_of(gemeente))
        antwoord = _antwoord(pagina)
        expect(antwoord).to_contain_text(f"{term.label}. {term.uitleg}")
        for vermelding in gemeente.vermeldingen:
            expect(antwoord).to_contain_text(vermelding.tekst)
            expect(antwoord).to_contain_text(f"stand {vermelding.stand}")
        expect(antwoord).to_contain_text("U kunt de casus indienen, ook als uw gemeente niet is")
        loket = antwoord.get_by_role("link", name="Naar het Landelijk Maatwerkloket")
        expect(loket).to_have_attribute("href", "../instrumenten/landelijk-maatwerkloket/")
        report_link = antwoord.get_by_role("link", name="Meld een verbetering, met bron")
        assert cbs in (report_link.get_attribute("href") or "")
        pagina_link = antwoord.get_by_role("link", name="Naar de pagina van de gemeente")
        expect(pagina_link).to_have_attribute("href", f"{cbs.lower()}/")


def test_each_note_in_the_answer_leads_to_a_source(pagina: Page, adres: Website) -> None:
    _open(pagina, adres, f"?gemeente={DORDRECHT}")
    noten = _antwoord(pagina).locator("a[href^='#bron-']")
    assert noten.count() > 1
    for note in noten.all():
        expect(pagina.locator(note.get_attribute("href") or "#")).to_have_count(1)


def test_neighbours_stand_there_with_their_own_state(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    _open(pagina, adres, f"?gemeente={AMSTERDAM}")
    regels = _antwoord(pagina).locator("[data-buren] li")
    buren = [corpus.gemeenten()[cbs] for cbs in corpus.gemeenten()[AMSTERDAM].buren]
    expected = []
    for neighbour in buren:
        when = ", ".join(str(vermelding.stand) for vermelding in neighbour.vermeldingen)
        stand = _stand(corpus, neighbour)
        tekst = f"{neighbour.naam}: {stand[0].lower()}{stand[1:]}"
        expected.append(f"{tekst} ({when})" if when else tekst)
    assert sorted(regels.all_inner_texts()) == sorted(expected)
    assert any("samenwerkend" in regel for regel in expected)
    _open(pagina, adres, f"?gemeente={TEXEL}")
    expect(_antwoord(pagina)).to_contain_text("grenst op de kaart niet aan een andere gemeente")


@pytest.mark.parametrize(
    ("typed", "naam"),
    [
        ("s gravenhage", "Den Haag"),
        ("SUDWEST FRYSLAN", "Súdwest-Fryslân"),
        ("den bosch", "'s-Hertogenbosch"),
        ("nederwetten", "Nuenen, Gerwen en Nederwetten"),
        ("Brielle", "Brielle"),
    ],
)
def test_other_spellings_lead_to_the_same_place(
    pagina: Page, adres: Website, typed: str, naam: str
) -> None:
    _open(pagina, adres)
    _veld(pagina).fill(typed)
    pagina.get_by_role("button", name="Toon").click()
    expect(_antwoord(pagina).get_by_role("heading", level=2).first).to_have_text(naam)


def test_on_a_phone_the_field_stands_in_the_first_screen_and_the_map_comes_next(
    browser: Browser, adres: Website
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    pagina = patient(context.new_page())
    _open(pagina, adres)
    field = pagina.get_by_role("button", name="Toon", exact=True).bounding_box()
    assert field is not None
    assert field["y"] + field["height"] <= PHONE["height"]
    card = pagina.locator(".kb-tegels").bounding_box()
    assert card is not None
    assert card["y"] + card["height"] <= 2 * PHONE["height"]
    screens = pagina.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
    context.close()
    assert screens <= 9


def test_on_a_desktop_the_map_stands_beside_the_field_and_the_answer(
    pagina: Page, adres: Website
) -> None:
    _open(pagina, adres, f"#gemeente={AMSTERDAM}")
    answer, card = _antwoord(pagina).bounding_box(), pagina.locator(".kb-tegels").bounding_box()
    field = _veld(pagina).bounding_box()
    assert answer is not None
    assert card is not None
    assert field is not None
    assert card["x"] >= answer["x"] + answer["width"]
    assert card["y"] < field["y"]
    assert card["y"] + card["height"] <= WIDE["height"]


def test_the_table_is_folded_until_someone_asks_for_it(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    form = pagina.locator("form.kb-gemeentefilter")
    expect(form).to_be_hidden()
    fold = pagina.locator("summary", has_text="Alle gemeenten in een tabel")
    fold.press("Enter")
    expect(form).to_be_visible()
    # What points at it opens it: a link on the page, and a choice in the address.
    _open(pagina, adres)
    pagina.get_by_role("link", name="een tabel met alle gemeenten").click()
    expect(form).to_be_visible()
    for choice in ("#provincie=utrecht", "#sorteer=-stand", "#tekst=texel", "#gm0448"):
        pagina.goto("about:blank")
        _open(pagina, adres, choice)
        expect(form).to_be_visible()


def test_back_to_a_filter_opens_the_table(pagina: Page, adres: Website) -> None:
    _open(pagina, adres, "#provincie=utrecht")
    fold = pagina.locator("details:has([data-gemeententabel])")
    pagina.get_by_label("Provincie", exact=True).select_option("drenthe")
    fold.evaluate("(deel) => { deel.open = false; }")
    pagina.go_back()
    expect(fold).to_have_attribute("open", "")


def test_a_former_municipality_shows_every_successor(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    _open(pagina, adres, f"?gemeente={BRIELLE}")
    headings = _antwoord(pagina).get_by_role("heading", level=2)
    assert headings.all_inner_texts() == ["Brielle", "Voorne aan Zee"]
    term = corpus.term("gemeentestand", "vervallen")
    expect(_antwoord(pagina)).to_contain_text(f"{term.label}. {term.uitleg}")
    expect(_message(pagina)).to_have_text(
        "Brielle bestaat niet meer als gemeente. Nu: Voorne aan Zee."
    )
    _open(pagina, adres, f"?gemeente={HAAREN}")
    (haaren,) = [old for old in corpus.vervallen() if old.cbs == HAAREN]
    opvolgers = [corpus.gemeenten()[cbs] for cbs in haaren.opvolgers]
    assert len(opvolgers) > 1
    assert headings.all_inner_texts() == ["Haaren", *(gemeente.naam for gemeente in opvolgers)]
    for gemeente in opvolgers:
        part = _antwoord(pagina).get_by_role("region", name=gemeente.naam, exact=True)
        expect(part).to_contain_text(_stand(corpus, gemeente))
    expect(pagina.locator(".kb-tegels__keuze:visible")).to_have_count(len(opvolgers))


def test_the_mouse_chooses_from_the_list(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    _veld(pagina).click()
    pagina.keyboard.type("bergen")
    _options(pagina).filter(has_text="Bergen op Zoom").click()
    expect(_veld(pagina)).to_have_value("Bergen op Zoom")
    expect(_options(pagina)).to_have_count(0)
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
    expect(_message(pagina)).to_contain_text("Geen gemeente gevonden")
    veld.fill("Amstredam")
    veld.press("Enter")
    expect(_message(pagina)).to_have_text("Geen gemeente heet zo. Bedoelde u Amsterdam?")
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
    expect(_message(pagina)).to_have_text("")


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
    expect(_message(pagina)).to_contain_text("niet gevonden")
    expect(_antwoord(pagina)).to_be_hidden()


def test_the_table_filters_and_says_how_many_are_left(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    _open(pagina, adres, table=True)
    gemeenten = corpus.gemeentetabel.gemeenten
    assert len(_rows(pagina)) == len(gemeenten)
    pagina.get_by_label("Provincie", exact=True).select_option("drenthe")
    drenthe = {gemeente.cbs for gemeente in gemeenten if gemeente.provincie == "drenthe"}
    tally = pagina.locator("[data-aantal]")
    expect(tally).to_have_text(
        f"{len(drenthe)} van de {len(gemeenten)} gemeenten. Filters: Drenthe."
    )
    assert tally.get_attribute("role") == "status"
    assert set(_rows(pagina)) == drenthe
    pagina.get_by_label("Naam bevat").fill("zzz")
    expect(tally).to_contain_text("Geen gemeenten.")
    assert _rows(pagina) == []
    pagina.get_by_role("button", name="Wis de filters").click()
    expect(tally).to_have_text(f"{len(gemeenten)} gemeenten.")
    assert len(_rows(pagina)) == len(gemeenten)
    assert _vraag(pagina) == {}


def test_the_table_sorts_by_keyboard(pagina: Page, adres: Website, corpus: Corpus) -> None:
    _open(pagina, adres, table=True)
    by_naam = _rows(pagina)
    headings = pagina.locator("[data-gemeententabel] thead th")
    expect(headings.first).to_have_attribute("aria-sort", "ascending")
    stand = headings.get_by_role("button", name="Stand")
    stand.press("Enter")
    expect(headings.nth(1)).to_have_attribute("aria-sort", "ascending")
    expect(pagina.locator("th[aria-sort]")).to_have_count(1)
    volgorde = [term.sleutel for term in corpus.vocabulaires["gemeentestand"].termen]
    plaatsen = [volgorde.index(stand_of(corpus.gemeenten()[cbs])) for cbs in _rows(pagina)]
    assert plaatsen == sorted(plaatsen)
    stand.press("Space")
    expect(headings.nth(1)).to_have_attribute("aria-sort", "descending")
    assert _vraag(pagina) == {"sorteer": ["-stand"]}
    expect(stand).to_be_focused()
    headings.get_by_role("button", name="Gemeente").press("Enter")
    assert _rows(pagina) == by_naam


def test_the_address_brings_everything_back(pagina: Page, adres: Website, corpus: Corpus) -> None:
    _open(pagina, adres, table=True)
    pagina.get_by_label("Stand van een gemeente").select_option("samenwerkend")
    pagina.get_by_label("Naam bevat").fill("EN")
    pagina.get_by_label("Naam bevat").press("Enter")
    pagina.wait_for_url("**tekst=EN**")  # or the rows leave while the mouse is on its way
    pagina.locator("thead").get_by_role("button", name="Provincie").click()
    _veld(pagina).fill("texel")
    _veld(pagina).press("Enter")
    pagina.wait_for_url("**gemeente=GM0448**")
    rows, vraag = _rows(pagina), _vraag(pagina)
    assert set(vraag) == {"gemeente", "stand", "tekst", "sorteer"}
    pagina.reload()
    expect(_veld(pagina)).to_have_value("Texel")
    expect(pagina.get_by_label("Naam bevat")).to_have_value("EN")
    assert (_rows(pagina), _vraag(pagina)) == (rows, vraag)
    assert {stand_of(corpus.gemeenten()[cbs]) for cbs in rows} == {"samenwerkend"}


def test_the_csv_holds_exactly_the_filtered_rows(
    pagina: Page, adres: Website, corpus: Corpus, tmp_path: Path
) -> None:
    _open(pagina, adres, "?provincie=zuid-holland&stand=samenwerkend&sorteer=-naam")
    file = _download(pagina, tmp_path)
    peildatum = corpus.site.peildatum
    expected = f"gemeenten_{peildatum}_provincie-zuid-holland_stand-samenwerkend.csv"
    assert file.name == expected
    rows = _read(file)
    assert [row["cbs"] for row in rows] == _rows(pagina)
    assert 0 < len(rows) < len(corpus.gemeenten())
    for row in rows:
        gemeente = corpus.gemeenten()[row["cbs"]]
        assert row["stand"] == _stand(corpus, gemeente)
        assert row["wanneer"] == " | ".join(v.stand.notation() for v in gemeente.vermeldingen)


def test_without_filters_the_csv_is_the_one_beside_the_page(
    pagina: Page, adres: Website, built_site: Path, corpus: Corpus, tmp_path: Path
) -> None:
    _open(pagina, adres, table=True)
    file = _download(pagina, tmp_path)
    assert file.name == f"gemeenten_{corpus.site.peildatum}.csv"
    assert file.read_bytes() == (built_site / "gemeenten/gemeenten.csv").read_bytes()
    bare = pagina.get_by_role("link", name="gemeenten.csv")
    expect(bare).to_have_attribute("href", "gemeenten.csv")


def test_a_filter_typed_just_before_the_download_counts(
    pagina: Page, adres: Website, tmp_path: Path
) -> None:
    _open(pagina, adres, table=True)
    pagina.get_by_label("Naam bevat").fill("texel")
    assert [row["cbs"] for row in _read(_download(pagina, tmp_path))] == [TEXEL]


def test_libreoffice_opens_the_csv(
    pagina: Page, adres: Website, office: Office, tmp_path: Path
) -> None:
    _open(pagina, adres, "?provincie=fryslan")
    file = _download(pagina, tmp_path)
    command = [
        office.programma,
        f"-env:UserInstallation={office.profile.as_uri()}",
        "--headless",
        # What the window for opening a CSV proposes: semicolon, double quote, UTF-8.
        "--infilter=csv:59,34,76",
        "--convert-to",
        "ods",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    sheets = office.sheets(tmp_path / f"{file.stem}.ods", tmp_path / "bladen")
    (rows,) = sheets.values()
    opened = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    columns = ("gemeente", "cbs", "provincie", "stand", "adres")
    for row, meant in zip(opened, _read(file), strict=True):
        assert [row[column] for column in columns] == [meant[column] for column in columns]


def test_the_map_is_one_picture_with_a_name_and_no_tab_stops(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    card = pagina.get_by_role("img", name="Kaart van Nederland met één vakje per gemeente")
    expect(card).to_be_visible()
    assert card.locator("a, [tabindex]").count() == 0


def test_a_square_says_its_name_under_the_pointer(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    _open(pagina, adres)
    box = pagina.locator(f'.kb-tegels [data-cbs="{AMSTERDAM}"]')
    label = _stand(corpus, corpus.gemeenten()[AMSTERDAM])
    for _ in range(2):
        box.hover()
        assert box.locator("title").all_text_contents() == [f"Amsterdam: {label.lower()}"]
        pagina.mouse.move(0, 0)


def test_a_click_on_a_square_gives_the_answer(pagina: Page, adres: Website) -> None:
    _open(pagina, adres)
    pagina.locator(f'.kb-tegels [data-cbs="{AMSTERDAM}"]').click()
    kop = _antwoord(pagina).get_by_role("heading", level=2)
    expect(kop).to_have_text("Amsterdam")
    expect(kop).to_be_focused()
    box = pagina.locator(f'.kb-tegels [data-cbs="{AMSTERDAM}"]').bounding_box()
    ring = pagina.locator(".kb-tegels__keuze:visible").bounding_box()
    assert box is not None
    assert ring is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert ring["x"] < middle[0] < ring["x"] + ring["width"]
    assert ring["y"] < middle[1] < ring["y"] + ring["height"]


def test_the_map_shows_its_states_in_forced_colours(browser: Browser, adres: Website) -> None:
    context = browser.new_context(viewport=WIDE, forced_colors="active")
    pagina = patient(context.new_page())
    _open(pagina, adres)
    fillings = {
        stand: pagina.locator(f"#tegel-{stand}").evaluate(
            "groep => Array.from(groep.children, deel => getComputedStyle(deel).fill)"
        )
        for stand in ("aangesloten", "samenwerkend", "geen-bron")
    }
    context.close()
    canvas, tekst = fillings["geen-bron"][0], fillings["aangesloten"][0]
    assert canvas != tekst
    assert fillings == {
        "aangesloten": [tekst, canvas],
        "samenwerkend": [canvas, tekst],
        "geen-bron": [canvas],
    }


@pytest.mark.parametrize("vraag", ["", f"?gemeente={HAAREN}&stand=samenwerkend"])
def test_at_320_pixels_nothing_sticks_out(browser: Browser, adres: Website, vraag: str) -> None:
    context = browser.new_context(viewport=NARROW, has_touch=True)
    pagina = patient(context.new_page())
    _open(pagina, adres, vraag)
    assert pagina.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    _veld(pagina).clear()
    _veld(pagina).tap()
    pagina.keyboard.type("nuenen")
    option = _options(pagina).first
    expect(option).to_be_visible()
    place = option.bounding_box()
    assert place is not None
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= NARROW["width"]
    assert place["height"] >= 44
    option.tap()
    expect(_antwoord(pagina).get_by_role("heading", level=2)).to_contain_text("Nuenen")
    assert pagina.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    context.close()


def test_without_a_script_table_list_and_map_do_the_job(
    without_script: BrowserContext, adres: Website, corpus: Corpus
) -> None:
    pagina = without_script.new_page()
    pagina.goto(adres.url("gemeenten/"))
    expect(pagina.locator("form.kb-gemeentezoeker")).to_be_hidden()
    expect(pagina.locator("form.kb-gemeentefilter")).to_be_hidden()
    rows = pagina.locator("[data-gemeententabel] tbody tr")
    assert rows.count() == len(corpus.gemeenten())
    pagina.locator("summary", has_text="Wie een bron noemt, per provincie").click()
    instead = pagina.get_by_text("Zoeken werkt hier nu niet.")
    expect(instead).to_be_visible()
    instead.get_by_role("link").click()
    expect(rows.first).to_be_visible()  # the address opens what is folded around it
    lijst = pagina.get_by_role("navigation", name="Genoemde gemeenten per provincie")
    named = [one.naam for one in corpus.gemeenten().values() if one.vermeldingen]
    assert sorted(lijst.get_by_role("link").all_inner_texts()) == sorted(named)
    expect(lijst.get_by_role("link", name=named[0], exact=True)).to_be_visible()
    expect(rows.get_by_role("link", name="Amsterdam", exact=True)).to_be_visible()
    pagina.locator("summary", has_text="Vroegere namen van A tot Z").click()
    namen = pagina.get_by_role("navigation", name="Vroegere namen en andere schrijfwijzen")
    regel = namen.locator("li").filter(has_text="Brielle")
    regel.get_by_role("link", name="Voorne aan Zee").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Voorne aan Zee")


def test_from_disk(pagina: Page, built_site: Path, corpus: Corpus, tmp_path: Path) -> None:
    file = (built_site / "gemeenten/index.html").as_uri()
    pagina.goto(f"{file}?gemeente={BRIELLE}&provincie=drenthe")
    expect(_antwoord(pagina)).to_contain_text("Voorne aan Zee")
    assert {corpus.gemeenten()[cbs].provincie for cbs in _rows(pagina)} == {"drenthe"}
    _veld(pagina).fill("amsterdam")
    _veld(pagina).press("Enter")
    expect(_antwoord(pagina).get_by_role("heading", level=2)).to_have_text("Amsterdam")
    assert [row["cbs"] for row in _read(_download(pagina, tmp_path))] == _rows(pagina)
