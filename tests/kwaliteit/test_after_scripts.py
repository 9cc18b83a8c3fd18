"""What a browser makes of a page with its scripts: Nu and a second engine find nothing in it.

The engine is IBM Equal Access: see besluit 010.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kwaliteit.after_scripts import Uitzondering, bezoeken, with_ibm
from tests.kwaliteit.measuring import Finding, Round, make_round
from tests.kwaliteit.setup import website
from tests.kwaliteit.test_html import inspect, soort
from tests.kwaliteit.uncertain import report
from tests.proof import Proof

pytestmark = pytest.mark.browser

UITZONDERINGEN = (
    Uitzondering(
        "download_keyboard_controllable Manual_1",
        "<a download",
        "vraagt het van elke download; het is een gewone link, en de browser slaat het bestand op",
    ),
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
    Uitzondering(
        "input_label_visible potential_placeholder_only",
        'id="kb-zoek-q"',
        "de knop „Zoek” staat ernaast en blijft staan: dat is een zichtbaar label (techniek G167)",
    ),
)
"""What the engine asks or says that is no fault, and why."""


@pytest.fixture(scope="module")
def doms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the round keeps what the browser held."""
    return tmp_path_factory.mktemp("doms")


@pytest.fixture(scope="module")
def ronde(built_site: Path, soorten: dict[str, str], chromium_pad: str, doms: Path) -> Round:
    """Return the round over every page type after its scripts, once."""
    with website(built_site, keep=True) as site:
        return make_round(with_ibm(site), chromium_pad, bezoeken(soorten, doms))


def _about(findings: list[Finding]) -> list[Finding]:
    return [v for v in findings if not any(one.applies(v) for one in UITZONDERINGEN)]


def test_a_second_engine_finds_nothing(ronde: Round, soorten: dict[str, str], proof: Proof) -> None:
    over = _about(ronde.axe)
    proof("tweede-motor", paginasoorten=len(soorten), metingen=ronde.metingen, vondsten=len(over))
    assert ronde.metingen >= len(soorten)
    assert not over, report(over)


def test_each_exception_is_still_needed(ronde: Round) -> None:
    done = [one for one in UITZONDERINGEN if not any(one.applies(v) for v in ronde.axe)]
    assert not done, "niet meer nodig; haal de uitzondering weg"


def test_the_html_after_the_scripts_is_right(
    java: str, root: Path, ronde: Round, doms: Path, proof: Proof
) -> None:
    assert ronde.metingen
    messages = inspect(java, root, doms)
    errors, waarschuwingen = soort(messages, "error"), soort(messages, "warning")
    pages = len(list(doms.iterdir()))
    proof("html-na-scripts", paginas=pages, fouten=len(errors), waarschuwingen=len(waarschuwingen))
    assert not errors + waarschuwingen, "\n".join((errors + waarschuwingen)[:20])


PLANTED = {
    "img_alt_valid": '<img src="../assets/beeld/favicon.svg">',
    "input_label_exists": "<input type='text'>",
    "aria_role_allowed": "<p role='knop'>x</p>",
}


def test_both_gates_close_on_a_planted_fault(
    java: str, root: Path, built_site: Path, chromium_pad: str, tmp_path: Path
) -> None:
    with website(built_site) as broken:
        broken.plant("kapot/", "<script src='../kapot.js'></script>" + "".join(PLANTED.values()))
        broken.planted["/kapot.js"] = (
            b"document.querySelector('article').insertAdjacentHTML('beforeend',"
            b" '<p id=dubbel></p><p id=dubbel></p>')"
        )
        found = make_round(
            with_ibm(broken), chromium_pad, bezoeken({"voorpagina": "kapot/"}, tmp_path)
        )
    assert PLANTED.keys() <= {finding.regel.split()[0] for finding in _about(found.axe)}
    assert any("Duplicate ID" in one for one in soort(inspect(java, root, tmp_path), "error"))
