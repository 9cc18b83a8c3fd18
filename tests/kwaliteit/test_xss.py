"""No text in ``data/`` is ever executed: in Chromium, with the policy switched off.

The payloads go into every text of every kind that the model lets through, so a new field is covered
by itself. Several payloads share one text: where one of them can run, the gate closes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from jinja2 import Environment
from markupsafe import Markup
from playwright.sync_api import Browser, Page

from macros.corpus.corpus import Corpus
from macros.model.basis import MAX_SAMENVATTING, Record
from macros.model.kennis import Bron
from macros.pages.inzetten import INZETTEN
from macros.pages.pagina import Pagina
from macros.pages.weergave import Schrijver
from macros.search.index import Vertelpagina, als_json, als_script, bouw_index
from macros.search.tekst import delen
from macros.site.omhulsel import (
    CITAAT,
    OMSCHRIJVING,
    PAD,
    TITEL,
    Omhulsel,
    lees_omhulsel,
    menumerk,
)
from tests.bewijs import Bewijs
from tests.bouwen import bouw, kopieer
from tests.fabriek import een_van_elk, maak_corpus
from tests.kwaliteit.opstelling import Website, js, website
from tests.pages.hulp import eerste_bewering, met_records, overal, paginas, vervang

pytestmark = pytest.mark.browser

ATTRIBUUT = '" onmouseover=mis() autofocus onfocus=mis() x="'
SCRIPT = "';mis();//"
LADINGEN = (
    # Elements
    "<script>mis()</script>",
    "<SCRIPT>mis()</SCRIPT>",
    "<script src=data:,mis()></script>",
    "<img src=x onerror=mis()>",
    "<img/src=x/onerror=mis()>",
    "<image href=x onerror=mis()>",
    "<svg onload=mis()>",
    "<svg/onload=mis()>",
    "<svg><script>mis()</script></svg>",
    "<svg><animate onbegin=mis() attributeName=x dur=1s>",
    "<svg><a href=javascript:mis()><text y=9>x",
    "<math><a href=javascript:mis()>x",
    "<body onload=mis()>",
    "<iframe srcdoc='<script>parent.mis()</script>'>",
    "<iframe src=javascript:parent.mis()>",
    "<object data=javascript:mis()>",
    "<embed src=javascript:mis()>",
    "<details open ontoggle=mis()>x",
    "<input autofocus onfocus=mis()>",
    "<select autofocus onfocus=mis()>",
    "<textarea autofocus onfocus=mis()>",
    "<video><source onerror=mis()>",
    "<audio src=x onerror=mis()>",
    "<marquee onstart=mis()>x",
    "<style onload=mis()></style>",
    "<link rel=stylesheet href=data:, onload=mis()>",
    "<meta http-equiv=refresh content='0;javascript:mis()'>",
    "<base href=data:,>",
    "<form action=javascript:mis()><button autofocus>x",
    "<p style='animation:x' onanimationstart=mis()>",
    # Out of an attribute
    ATTRIBUUT,
    "' onmouseover=mis() autofocus onfocus=mis() x='",
    '"><img src=x onerror=mis()>',
    "'><img src=x onerror=mis()>",
    "` onfocus=mis() autofocus",
    # Out of an element, a comment or a script
    "</title><svg onload=mis()>",
    "</textarea><svg onload=mis()>",
    "</script><svg onload=mis()>",
    "--><svg onload=mis()>",
    "]]><svg onload=mis()>",
    "</style><svg onload=mis()>",
    SCRIPT,
    '";mis();//',
    "${mis()}",
    # Addresses, templates and Markdown
    "javascript:mis()",
    "JaVaScRiPt:mis()",
    "java&#115;cript:mis()",
    "data:text/html,<script>mis()</script>",
    "{{ mis() }}{% raw %}",
    "{{ constructor.constructor('mis()')() }}",
    "[x](javascript:mis())",
    "![x](x){: onerror=mis() }",
    "<javascript:mis()>",
    # Already escaped, or escaped twice
    "&lt;img src=x onerror=mis()&gt;",
    "&#60;svg onload=mis()&#62;",
    "\\u003csvg onload=mis()\\u003e",
    "%3Csvg onload=mis()%3E",
    "<<img src=x onerror=mis()>",
    "<scr<script>ipt>mis()</scr</script>ipt>",
)


def _samen() -> Iterator[str]:
    """Put as many payloads in one text as the shortest field takes, with its full stop."""
    tekst = "niet"
    for lading in LADINGEN:
        if len(f"{lading} {tekst}.") > MAX_SAMENVATTING:
            yield tekst
            tekst = "niet"
        tekst = f"{lading} {tekst}"
    yield tekst


SAMEN = tuple(_samen())
"""What goes into one text. A statement that every municipality needs is known by „niet”."""

LUISTER = "window.__mis = 0; window.mis = () => { window.__mis += 1; }; window.print = () => {};"
GEBRUIK = js("gebruik")
ADRESSEN = js("adressen")


def _omhulsel(html: str) -> Omhulsel:
    """Turn a built page about a law back into the shell that pages are filled into."""
    html = re.sub(r"<title>.*?</title>", f"<title>{TITEL}</title>", html, flags=re.DOTALL)
    html = re.sub(r'(<meta name="description" content=)"[^"]*"', rf'\1"{OMSCHRIJVING}"', html)
    html = html.replace(' aria-current="true"', menumerk("wetten/"), 1)
    html = _met_artikel(html, f"<p>kbstempelinhoud</p><p>{CITAAT.titel}: {PAD}</p>")
    return lees_omhulsel(html, {"wetten/": "wetten/"})


def _met_artikel(html: str, inhoud: str) -> str:
    voor, begin, rest = html.partition('<article class="md-typeset kb-artikel">')
    _, einde, na = rest.partition("</article>")
    return f"{voor}{begin}{inhoud}{einde}{na}"


def _vertel(tekst: str, kb: Schrijver) -> str:
    """Return a hand-written page with its macros filled in; what stands around them stays text."""
    env = Environment(autoescape=False)  # noqa: S701 - as the plugin has it; macros return Markup
    macros: dict[str, Callable[..., Markup]] = {
        naam: partial(inzet, kb)
        for naam, inzet in {**INZETTEN, "bewering": eerste_bewering}.items()
    }
    # It finds a count by a label, which now is a payload; a number is all it can return.
    macros["aantal"] = lambda _: Markup("0")
    return env.from_string(tekst.split("---\n", 2)[2]).render(**macros)


class Ziek:
    """A site of which every text is a payload, planted over the real one."""

    def __init__(self, corpus: Corpus, site: Website, docs: Path, lading: str) -> None:
        self.corpus = overal(corpus, lading)
        self.site = site
        self.paden: list[str] = []
        self._plant_records(corpus, lading)
        verteld = self._plant_hulpmiddelen(docs)
        self._plant_index(verteld)

    def _plant(self, pad: str, html: str) -> None:
        self.site.geplant[f"/{pad}"] = html.encode()
        self.paden.append(pad)

    def _plant_records(self, corpus: Corpus, lading: str) -> None:
        """Put the pages of all kinds behind each other in one shell: a hundredth of the time."""
        alles = [str(pagina.inhoud) for pagina in paginas(self.corpus, corpus)]
        pagina = Pagina("wetten/awir/", lading, lading, Markup("".join(alles)), set())  # noqa: S704 - escaped by the templates, which is what is tested
        self._plant(pagina.pad, _omhulsel(self.site.bron(pagina.pad)).vul(pagina))

    def _plant_hulpmiddelen(self, docs: Path) -> list[Vertelpagina]:
        """Plant every page with a script of its own; those without go behind each other in one.

        The search has the script of every page, but with its form it is a tool like those.
        """
        verteld = []
        zonder_script = []
        for bestand in sorted(docs.rglob("*.md")):
            tekst = bestand.read_text(encoding="utf-8")
            pad = bestand.relative_to(docs).as_posix().removesuffix(".md").removesuffix("index")
            pad = f"{pad.rstrip('/')}/"
            if "{{" not in tekst or pad == "/":
                continue
            inhoud = _vertel(tekst, Schrijver(self.corpus, pad))
            verteld.append(Vertelpagina(pad, "Titel", "niet", delen(inhoud)))
            if "\nscripts:" in tekst or 'id="kb-zoekform"' in tekst:
                self._plant(pad, _met_artikel(self.site.bron(pad), inhoud))
            else:
                zonder_script.append(inhoud)
        alles = _met_artikel(self.site.bron("privacy/"), "".join(zonder_script))
        self._plant("privacy/", alles)
        return verteld

    def _plant_index(self, verteld: list[Vertelpagina]) -> None:
        (echt,) = self.site.map_.glob("assets/zoek/*.json")
        json, _ = als_json(bouw_index(self.corpus, verteld))
        self.site.geplant[f"/assets/zoek/{echt.name}"] = json.encode()
        self.site.geplant[f"/assets/zoek/{echt.stem}.js"] = als_script(json).encode()


@pytest.fixture(scope="module")
def open_page(browser: Browser) -> Iterator[Page]:
    """Return a tab in which no policy helps."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
    context.add_init_script(LUISTER)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def uitgevoerd(
    open_page: Page, corpus: Corpus, gebouwde_site: Path, wortel: Path
) -> Mapping[str, list[str]]:
    """Open everything with every payload; return per outcome where it happened."""
    uit: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "fouten": [], "bekeken": []}
    with website(gebouwde_site, kop=False) as site:
        for lading in SAMEN:
            ziek = Ziek(corpus, site, wortel / "docs", lading)
            for pad in ziek.paden:
                _bekijk(open_page, site, pad, uit)
            _zoek(open_page, site, lading, uit)
    return uit


def _bekijk(page: Page, site: Website, pad: str, uit: dict[str, list[str]]) -> None:
    uit["bekeken"].append(pad)
    page.goto(site.url(pad))
    page.evaluate(GEBRUIK)
    page.wait_for_timeout(50)
    if page.evaluate("window.__mis"):
        uit["uitgevoerd"].append(pad)
    uit["adressen"] += [f"/{pad}: {adres}" for adres in page.evaluate(ADRESSEN)]


def _zoek(page: Page, site: Website, lading: str, uit: dict[str, list[str]]) -> None:
    """Ask for a payload; look at results, facets and suggestions made of it, and the question."""
    # Not all of it: where every synonym is the same sentence, that whole sentence has them all.
    page.goto(site.url(f"zoeken/?q={quote(lading.removesuffix(' niet'))}"))
    treffers = page.locator("[data-resultaten] > li")
    treffers.first.wait_for()
    assert "mis()" in treffers.first.inner_text(), "de lading moet in de treffers staan"
    assert "mis()" in page.locator("[data-zoekstatus]").inner_text(), "en de vraag erboven"
    page.evaluate(GEBRUIK)
    # A question that finds little: what is on offer instead are names, so payloads too.
    vraag = page.locator("#kb-zoekform [name=q]")
    vraag.fill("<img src=x onerror=mis()> nixet qqqqq wwwww zzzzz")
    vraag.press("Enter")
    advies = page.locator("[data-zoekhulp]")
    advies.get_by_text("Bedoelde u").wait_for()
    assert "mis()" in advies.inner_text()
    _noteer(page, "zoeken", uit)
    # The field at the top, which that page leaves out.
    page.goto(site.url("privacy/"))
    page.locator("#kb-zoek-q").fill("niet")
    page.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    assert "mis()" in page.locator("#kb-zoek-q-lijst").inner_text()
    _noteer(page, "privacy", uit)


def _noteer(page: Page, waar: str, uit: dict[str, list[str]]) -> None:
    if page.evaluate("window.__mis"):
        uit["uitgevoerd"].append(waar)
    uit["adressen"] += page.evaluate(ADRESSEN)


def test_nothing_is_executed(uitgevoerd: Mapping[str, list[str]], bewijs: Bewijs) -> None:
    bewijs(
        "xss",
        ladingen=len(LADINGEN),
        paginas_geopend=len(uitgevoerd["bekeken"]),
        uitgevoerd=len(uitgevoerd["uitgevoerd"]),
        gevaarlijke_adressen=len(uitgevoerd["adressen"]),
    )
    assert len(LADINGEN) >= 40
    assert max(map(len, SAMEN)) < MAX_SAMENVATTING, "anders weigert een kort veld de lading"
    assert not uitgevoerd["uitgevoerd"]


def test_no_address_became_a_script(uitgevoerd: Mapping[str, list[str]]) -> None:
    assert not uitgevoerd["adressen"]


def _zonder_lading(corpus: Corpus, lading: str) -> list[str]:
    """Return the records and sources whose title is no payload."""
    alles: list[Record | Bron] = [*corpus.alle(Record), *corpus.alle(Bron)]
    return [een.id for een in alles if een.titel != lading]


def test_every_text_of_every_kind_held_a_payload(corpus: Corpus) -> None:
    ziek = overal(corpus, SAMEN[0])
    assert ziek.alle(Bron)
    assert _zonder_lading(ziek, SAMEN[0]) == []


def test_the_gate_sees_a_text_without_a_payload(corpus: Corpus) -> None:
    ziek = overal(maak_corpus(*een_van_elk()), SAMEN[0])
    gezond = corpus.alle(Bron)[0]
    assert _zonder_lading(met_records(ziek, gezond), SAMEN[0]) == [gezond.id]


@pytest.mark.parametrize("lading", [lading for lading in LADINGEN if lading.startswith("<")])
def test_a_payload_that_no_browser_runs_proves_nothing(lading: str) -> None:
    """Each element in the list holds something that could run or send the reader elsewhere."""
    assert "mis()" in lading or "data:" in lading


@pytest.mark.parametrize("plek", ["tekst", "attribuut", "script"])
def test_the_gate_closes_where_text_is_not_escaped(
    open_page: Page, kapot: Website, plek: str
) -> None:
    lek = {
        "tekst": SAMEN[0],
        "attribuut": f'<p title="{ATTRIBUUT}">x</p>',
        "script": f"<script>var x = '{SCRIPT}';</script>",
    }
    kapot.plant("kapot/", lek[plek])
    uit: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "bekeken": []}
    _bekijk(open_page, kapot, "kapot/", uit)
    assert uit["uitgevoerd"] == ["kapot/"]


@pytest.mark.parametrize(
    "lek",
    ['<a href="javascript:mis()">x</a>', '<a href=" JavaScript:mis()">x</a>']
    + [f'<img src="{schema}:x" alt="">' for schema in ("data", "vbscript", "file")]
    + ['<form action="javascript:mis()"></form>'],
)
def test_the_gate_sees_an_address_that_became_a_script(
    open_page: Page, kapot: Website, lek: str
) -> None:
    kapot.plant("kapot/", lek)
    uit: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "bekeken": []}
    _bekijk(open_page, kapot, "kapot/", uit)
    assert len(uit["adressen"]) == 1


def test_the_gate_closes_where_the_search_does_not_escape(open_page: Page, kapot: Website) -> None:
    (echt,) = kapot.map_.glob("assets/zoek/*.json")
    ziek = overal(maak_corpus(*een_van_elk()), SAMEN[0])
    json, _ = als_json(bouw_index(ziek, []))
    kapot.geplant[f"/assets/zoek/{echt.name}"] = json.encode()
    kapot.verander(
        "assets/js/zoek-ui.js",
        "return n.append(...o",
        "for (const een of o) if (typeof een === 'string')"
        " n.insertAdjacentHTML('beforeend', een);"
        " return n.append(...o",
    )
    uit: dict[str, list[str]] = {"uitgevoerd": [], "adressen": []}
    _zoek(open_page, kapot, SAMEN[0], uit)
    assert uit["uitgevoerd"]


def test_the_gate_stays_open_where_text_is_escaped(open_page: Page, kapot: Website) -> None:
    kapot.plant("kapot/", "".join(f"<p title='{escape(t)}'>{escape(t)}</p>" for t in SAMEN))
    uit: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "bekeken": []}
    _bekijk(open_page, kapot, "kapot/", uit)
    assert uit == {"uitgevoerd": [], "adressen": [], "bekeken": ["kapot/"]}


@pytest.mark.parametrize("adres", ["javascript:mis()", "data:text/html,x", "vbscript:x", "ftp://x"])
def test_only_allowed_schemes_reach_a_link(corpus: Corpus, adres: str) -> None:
    bron = next(bron for bron in corpus.alle(Bron) if bron.url)
    nieuw, gezet = vervang(bron, lambda _: adres)
    assert ("url",) not in gezet
    assert nieuw.url == bron.url


def test_another_allowed_address_does_reach_a_link(corpus: Corpus) -> None:
    bron = next(bron for bron in corpus.alle(Bron) if bron.url)
    nieuw, _ = vervang(bron, lambda _: "https://a.example/")
    assert nieuw.url == "https://a.example/"


def test_what_the_owner_writes_is_not_executed_either(
    open_page: Page, wortel: Path, tmp_path: Path
) -> None:
    """Name, subtitle and sender stand in the theme, so this takes a build of its own."""
    kopie = kopieer(wortel, tmp_path / "kopie")
    bestand = kopie / "data/site.yml"
    waarden = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    for veld in ("naam", "ondertitel", "afzender", "versie"):
        waarden[veld] = f"{' '.join(SAMEN[::2])}."
    bestand.write_text(yaml.safe_dump(waarden), encoding="utf-8")
    gebouwd = bouw(kopie, tmp_path / "site")
    assert gebouwd.status == 0, gebouwd.uitvoer
    uit: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "bekeken": []}
    with website(gebouwd.map, kop=False) as site:
        for pad in ("", "privacy/", "wetten/awir/", "leerpunten/"):
            assert "mis()" in site.bron(pad)
            _bekijk(open_page, site, pad, uit)
    assert not uit["uitgevoerd"] + uit["adressen"]
