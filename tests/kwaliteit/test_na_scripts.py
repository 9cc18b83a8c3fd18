"""What a browser makes of a page with its scripts: Nu and a second engine find nothing in it.

The engine is IBM Equal Access: see besluit 010.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bewijs import Bewijs
from tests.kwaliteit.meten import Rondgang, Vondst, rondgang
from tests.kwaliteit.na_scripts import Uitzondering, bezoeken, met_ibm
from tests.kwaliteit.onzeker import verslag
from tests.kwaliteit.opstelling import website
from tests.kwaliteit.test_html import keur, soort

pytestmark = pytest.mark.browser

UITZONDERINGEN = (
    Uitzondering(
        "style_color_misuse Potential_1",
        "stylesheet",
        "vraagt het van elk stijlblad; elk merk heeft een woord, en link-in-text-block van axe en"
        " de ronde in systeemkleuren zien wat alleen kleur heeft",
    ),
    Uitzondering(
        "style_highcontrast_visible Manual_1",
        "stylesheet",
        "vraagt het van elk stijlblad; test_rondgang_staten kijkt in systeemkleuren",
    ),
    Uitzondering(
        "aria_content_in_landmark Fail_1",
        'class="kb-sprong"',
        "een sprong naar de inhoud staat voor alle gebieden; zo vraagt WCAG-techniek G1 het",
    ),
    Uitzondering(
        "aria_keyboard_handler_exists potential_no_keyboard_access",
        'role="combobox"',
        "vraagt alleen; test_toetsenbord bedient het veld met pijlen, Enter en Escape",
    ),
    Uitzondering(
        "input_label_exists Fail_2",
        'role="combobox"',
        "het veld heeft een label; de engine leest geen label bij een veld met een eigen rol",
    ),
    Uitzondering(
        "input_label_visible potential_no_label",
        "<(textarea|input|select)",
        "het label staat voor of boven het veld; alleen bij het zoekveld zegt de knop ernaast het",
    ),
    Uitzondering(
        "list_structure_proper Potential_1",
        "<dl",
        "dt en dd mogen samen in een div staan (HTML, 4.4.9); de engine kent dat niet",
    ),
    Uitzondering(
        "input_fields_grouped Potential_1",
        "<(textarea|input|select)",
        "vraagt het van elk veld; wat bij elkaar hoort, heeft een fieldset of een groep met naam",
    ),
    Uitzondering(
        "fieldset_legend_valid Fail_1",
        'class="kb-facet"',
        "de legenda staat er, voor het oog in de kop van het uitklapdeel",
    ),
    Uitzondering(
        "element_tabbable_role_valid fail_invalid_role",
        'class="kb-tabel',
        "wie een brede tabel met het toetsenbord wil schuiven, moet erop kunnen staan",
    ),
    Uitzondering(
        "form_submit_button_exists Potential_1",
        'class="kb-filter',
        "een keuze filtert de lijst op dezelfde pagina; dat is geen andere context (WCAG 3.2.2)",
    ),
    Uitzondering(
        "select_options_grouped Potential_1",
        "<select",
        "vraagt het van elke lange keuzelijst; provincies en soorten hebben geen groepen",
    ),
    Uitzondering(
        "text_sensory_misuse potential_other",
        "'extra'",
        "een Engels woord voor een plaats; in het Nederlands betekent het meer",
    ),
    Uitzondering(
        "figure_label_exists Fail_1",
        'class="kb-figuur"',
        "de naam is de kop in de figuur; nog een naam werd twee keer voorgelezen",
    ),
    Uitzondering(
        "widget_tabbable_exists fail_no_tabbable",
        'role="listbox"',
        "de focus blijft in het veld, met aria-activedescendant: zo hoort het bij een combobox",
    ),
    Uitzondering(
        "list_markup_review potential_list",
        "data-tekst",
        "de tekst om mee te nemen: streepjes van tekst die men in een mail plakt",
    ),
    Uitzondering(
        "text_whitespace_valid potential_text",
        'class="kb-matrix__kort"',
        "losse letters van verschillende rollen, niet van één woord; voor het oor verborgen",
    ),
    Uitzondering(
        "input_checkboxes_grouped potential_unnamedcheckbox",
        'id="kb-verschil"',
        "één vakje dat bij geen ander hoort",
    ),
)
"""What the engine asks or says that is no fault, and why."""


@pytest.fixture(scope="module")
def doms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the round keeps what the browser held."""
    return tmp_path_factory.mktemp("doms")


@pytest.fixture(scope="module")
def ronde(gebouwde_site: Path, soorten: dict[str, str], chromium_pad: str, doms: Path) -> Rondgang:
    """Return the round over every page type after its scripts, once."""
    with website(gebouwde_site, bewaar=True) as site:
        return rondgang(met_ibm(site), chromium_pad, bezoeken(soorten, doms))


def _over(vondsten: list[Vondst]) -> list[Vondst]:
    return [v for v in vondsten if not any(een.geldt(v) for een in UITZONDERINGEN)]


def test_a_second_engine_finds_nothing(
    ronde: Rondgang, soorten: dict[str, str], bewijs: Bewijs
) -> None:
    over = _over(ronde.axe)
    bewijs("tweede-motor", paginasoorten=len(soorten), metingen=ronde.metingen, vondsten=len(over))
    assert ronde.metingen >= len(soorten)
    assert not over, verslag(over)


def test_each_exception_is_still_needed(ronde: Rondgang) -> None:
    klaar = [een for een in UITZONDERINGEN if not any(een.geldt(v) for v in ronde.axe)]
    assert not klaar, "niet meer nodig; haal de uitzondering weg"


def test_the_html_after_the_scripts_is_right(
    java: str, wortel: Path, ronde: Rondgang, doms: Path, bewijs: Bewijs
) -> None:
    assert ronde.metingen
    meldingen = keur(java, wortel, doms)
    fouten, waarschuwingen = soort(meldingen, "error"), soort(meldingen, "warning")
    paginas = len(list(doms.iterdir()))
    bewijs(
        "html-na-scripts", paginas=paginas, fouten=len(fouten), waarschuwingen=len(waarschuwingen)
    )
    assert not fouten + waarschuwingen, "\n".join((fouten + waarschuwingen)[:20])


GEPLANT = {
    "img_alt_valid": '<img src="../assets/beeld/favicon.svg">',
    "input_label_exists": "<input type='text'>",
    "aria_role_allowed": "<p role='knop'>x</p>",
}


def test_both_gates_close_on_a_planted_fault(
    java: str, wortel: Path, gebouwde_site: Path, chromium_pad: str, tmp_path: Path
) -> None:
    with website(gebouwde_site) as kapot:
        kapot.plant("kapot/", "<script src='../kapot.js'></script>" + "".join(GEPLANT.values()))
        kapot.geplant["/kapot.js"] = (
            b"document.querySelector('article').insertAdjacentHTML('beforeend',"
            b" '<p id=dubbel></p><p id=dubbel></p>')"
        )
        gevonden = rondgang(
            met_ibm(kapot), chromium_pad, bezoeken({"voorpagina": "kapot/"}, tmp_path)
        )
    assert GEPLANT.keys() <= {vondst.regel.split()[0] for vondst in _over(gevonden.axe)}
    assert any("Duplicate ID" in een for een in soort(keur(java, wortel, tmp_path), "error"))
