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
from macros.corpus.read_log import ReadLog
from macros.model.base import MAX_SAMENVATTING, Record
from macros.model.kennis import Bron
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.pagina import Pagina
from macros.pages.rendering import Writer
from macros.search.index import ToldPage, build_index
from macros.search.parts import divide
from macros.search.tekst import parts
from macros.site.build import search_files
from macros.site.shell import (
    CITATION,
    CONTENTS,
    DATA,
    DESCRIPTION,
    PAD,
    TITEL,
    Shell,
    menumerk,
    read_shell,
)
from tests.building import build, make_copy
from tests.factory import make_corpus, one_of_each
from tests.kwaliteit.setup import Website, js, website
from tests.pages.helpers import everywhere, first_bewering, pages, replace, with_records
from tests.proof import Proof

pytestmark = pytest.mark.browser

ATTRIBUUT = '" onmouseover=mis() autofocus onfocus=mis() x="'
SCRIPT = "';mis();//"
PAYLOADS = (
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


def _combined() -> Iterator[str]:
    """Put as many payloads in one text as the shortest field takes, with its full stop."""
    tekst = "niet"
    for payload in PAYLOADS:
        if len(f"{payload} {tekst}.") > MAX_SAMENVATTING:
            yield tekst
            tekst = "niet"
        tekst = f"{payload} {tekst}"
    yield tekst


TOGETHER = tuple(_combined())
"""What goes into one text. A statement that every municipality needs is known by „niet”."""

LISTEN = "window.__mis = 0; window.mis = () => { window.__mis += 1; }; window.print = () => {};"
GEBRUIK = js("gebruik")
ADRESSEN = js("adressen")


def _shell(html: str) -> Shell:
    """Turn a built page about a law back into the shell that pages are filled into."""
    html = re.sub(r"<title>.*?</title>", f"<title>{TITEL}</title>", html, flags=re.DOTALL)
    html = re.sub(r'(<meta name="description"[^>]* content=)"[^"]*"', rf'\1"{DESCRIPTION}"', html)
    html = re.sub(r'<script type="application/ld.json">.*?</script>', DATA, html, flags=re.DOTALL)
    html = html.replace(' aria-current="true"', menumerk("wetten/"), 1)
    html = _with_artikel(html, f"<p>kbstempelinhoud</p><p>{CITATION.titel}: {PAD}</p>", CONTENTS)
    return read_shell(html, {"wetten/": "wetten/"})


def _with_artikel(html: str, inhoud: str, mark: str = "") -> str:
    before, begin, rest = html.partition('<article class="md-typeset kb-artikel')
    _, end, after = rest.partition("</article>")
    return f'{before}{begin}{mark}">{inhoud}{end}{after}'


def _tell(tekst: str, kb: Writer) -> str:
    """Return a hand-written page with its macros filled in; what stands around them stays text."""
    env = Environment(autoescape=False)  # noqa: S701 - as the plugin has it; macros return Markup
    macros: dict[str, Callable[..., Markup]] = {
        naam: partial(page_macro, kb)
        for naam, page_macro in {**PAGE_MACROS, "bewering": first_bewering}.items()
    }
    # It finds a count by a label, which now is a payload; a number is all it can return.
    macros["aantal"] = lambda _: Markup("0")
    return env.from_string(tekst.split("---\n", 2)[2]).render(**macros)


class InfectedSite:
    """A site of which every text is a payload, planted over the real one."""

    def __init__(self, corpus: Corpus, site: Website, docs: Path, payload: str) -> None:
        self.corpus = everywhere(corpus, payload)
        self.site = site
        self.paths: list[str] = []
        self._plant_records(corpus, payload)
        told = self._plant_tools(docs)
        self._plant_index(told)

    def _plant(self, pad: str, html: str) -> None:
        self.site.planted[f"/{pad}"] = html.encode()
        self.paths.append(pad)

    def _plant_records(self, corpus: Corpus, payload: str) -> None:
        """Put the pages of all kinds behind each other in one shell: a hundredth of the time."""
        everything = [str(pagina.inhoud) for pagina in pages(self.corpus, corpus)]
        pagina = Pagina("wetten/awir/", payload, payload, Markup("".join(everything)), ReadLog())  # noqa: S704 - escaped by the templates, which is what is tested
        self._plant(pagina.pad, _shell(self.site.bron(pagina.pad)).fill(pagina))

    def _plant_tools(self, docs: Path) -> list[ToldPage]:
        """Plant every page with a script of its own; those without go behind each other in one.

        The search has the script of every page, but with its form it is a tool like those.
        """
        told = []
        without_script = []
        for file in sorted(docs.rglob("*.md")):
            tekst = file.read_text(encoding="utf-8")
            pad = file.relative_to(docs).as_posix().removesuffix(".md").removesuffix("index")
            pad = f"{pad.rstrip('/')}/"
            if "{{" not in tekst or pad == "/":
                continue
            inhoud = _tell(tekst, Writer(self.corpus, pad))
            told.append(ToldPage(pad, "Titel", "niet", parts(inhoud)))
            if "\nscripts:" in tekst or 'id="kb-zoekform"' in tekst:
                self._plant(pad, _with_artikel(self.site.bron(pad), inhoud))
            else:
                without_script.append(inhoud)
        everything = _with_artikel(self.site.bron("privacy/"), "".join(without_script))
        self._plant("privacy/", everything)
        return told

    def _plant_index(self, told: list[ToldPage]) -> None:
        plant_index(self.site, build_index(self.corpus, told))


def plant_index(site: Website, index: Mapping[str, object]) -> None:
    """Put an index in the place of the one that the search reads."""
    for _, file in search_files(divide(index)):
        site.planted[f"/{file.pad}"] = file.inhoud


@pytest.fixture(scope="module")
def open_page(browser: Browser) -> Iterator[Page]:
    """Return a tab in which no policy helps."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def executed(
    open_page: Page, corpus: Corpus, built_site: Path, root: Path
) -> Mapping[str, list[str]]:
    """Open everything with every payload; return per outcome where it happened."""
    out: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "fouten": [], "bekeken": []}
    with website(built_site, kop=False) as site:
        for payload in TOGETHER:
            ill = InfectedSite(corpus, site, root / "docs", payload)
            for pad in ill.paths:
                _look_at(open_page, site, pad, out)
            _search(open_page, site, payload, out)
    return out


def _look_at(page: Page, site: Website, pad: str, out: dict[str, list[str]]) -> None:
    out["bekeken"].append(pad)
    page.goto(site.url(pad))
    page.evaluate(GEBRUIK)
    page.wait_for_timeout(50)
    if page.evaluate("window.__mis"):
        out["uitgevoerd"].append(pad)
    out["adressen"] += [f"/{pad}: {adres}" for adres in page.evaluate(ADRESSEN)]


def _search(page: Page, site: Website, payload: str, out: dict[str, list[str]]) -> None:
    """Ask for a payload; look at results, facets and suggestions made of it, and the question."""
    # Not all of it: where every synonym is the same sentence, that whole sentence has them all.
    page.goto(site.url(f"zoeken/?q={quote(payload.removesuffix(' niet'))}"))
    hits = page.locator("[data-resultaten] > li")
    hits.first.wait_for()
    # The question stands above the hits once the texts are searched as well.
    page.locator("[data-zoekstatus]").get_by_text("mis()").wait_for()
    assert "mis()" in hits.first.inner_text(), "de lading moet in de treffers staan"
    page.evaluate(GEBRUIK)
    # A question that finds little: what is on offer instead are names, so payloads too.
    vraag = page.locator("#kb-zoekform [name=q]")
    vraag.fill("nixet qqqqq wwwww zzzzz")
    vraag.press("Enter")
    advies = page.locator("[data-zoekhulp]")
    advies.get_by_text("Bedoelde u").wait_for()
    assert "mis()" in advies.inner_text()
    _note_down(page, "zoeken", out)
    # The field at the top, which that page leaves out.
    page.goto(site.url("privacy/"))
    page.locator("#kb-zoek-q").fill("niet")
    page.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    assert "mis()" in page.locator("#kb-zoek-q-lijst").inner_text()
    _note_down(page, "privacy", out)


def _note_down(page: Page, where: str, out: dict[str, list[str]]) -> None:
    if page.evaluate("window.__mis"):
        out["uitgevoerd"].append(where)
    out["adressen"] += page.evaluate(ADRESSEN)


def test_nothing_is_executed(executed: Mapping[str, list[str]], proof: Proof) -> None:
    proof(
        "xss",
        ladingen=len(PAYLOADS),
        paginas_geopend=len(executed["bekeken"]),
        uitgevoerd=len(executed["uitgevoerd"]),
        gevaarlijke_adressen=len(executed["adressen"]),
    )
    assert len(PAYLOADS) >= 40
    assert max(map(len, TOGETHER)) < MAX_SAMENVATTING, "anders weigert een kort veld de lading"
    assert not executed["uitgevoerd"]


def test_no_address_became_a_script(executed: Mapping[str, list[str]]) -> None:
    assert not executed["adressen"]


def _without_payload(corpus: Corpus, payload: str) -> list[str]:
    """Return the records and sources whose title is no payload."""
    everything: list[Record | Bron] = [*corpus.every(Record), *corpus.every(Bron)]
    return [one.id for one in everything if one.titel != payload]


def test_every_text_of_every_kind_held_a_payload(corpus: Corpus) -> None:
    ill = everywhere(corpus, TOGETHER[0])
    assert ill.every(Bron)
    assert _without_payload(ill, TOGETHER[0]) == []


def test_the_gate_sees_a_text_without_a_payload(corpus: Corpus) -> None:
    ill = everywhere(make_corpus(*one_of_each()), TOGETHER[0])
    healthy = corpus.every(Bron)[0]
    assert _without_payload(with_records(ill, healthy), TOGETHER[0]) == [healthy.id]


@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if payload.startswith("<")])
def test_a_payload_that_no_browser_runs_proves_nothing(payload: str) -> None:
    """Each element in the list holds something that could run or send the reader elsewhere."""
    assert "mis()" in payload or "data:" in payload


@pytest.mark.parametrize("place", ["tekst", "attribuut", "script"])
def test_the_gate_closes_where_text_is_not_escaped(
    open_page: Page, broken: Website, place: str
) -> None:
    leak = {
        "tekst": TOGETHER[0],
        "attribuut": f'<p title="{ATTRIBUUT}">x</p>',
        "script": f"<script>var x = '{SCRIPT}';</script>",
    }
    broken.plant("kapot/", leak[place])
    out: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "bekeken": []}
    _look_at(open_page, broken, "kapot/", out)
    assert out["uitgevoerd"] == ["kapot/"]


@pytest.mark.parametrize(
    "leak",
    ['<a href="javascript:mis()">x</a>', '<a href=" JavaScript:mis()">x</a>']
    + [f'<img src="{schema}:x" alt="">' for schema in ("data", "vbscript", "file")]
    + ['<form action="javascript:mis()"></form>'],
)
def test_the_gate_sees_an_address_that_became_a_script(
    open_page: Page, broken: Website, leak: str
) -> None:
    broken.plant("kapot/", leak)
    out: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "bekeken": []}
    _look_at(open_page, broken, "kapot/", out)
    assert len(out["adressen"]) == 1


@pytest.mark.parametrize("script", ["zoek-ui", "zoekpagina"])
def test_the_gate_closes_where_the_search_does_not_escape(
    open_page: Page, broken: Website, script: str
) -> None:
    plant_index(broken, build_index(everywhere(make_corpus(*one_of_each()), TOGETHER[0]), []))
    broken.change(
        f"assets/js/{script}.js",
        re.compile(r"return (\w)\.append\(\.\.\.(\w)"),
        r"for (const een of \2) if (typeof een === 'string')"
        r" \1.insertAdjacentHTML('beforeend', een);"
        r" return \1.append(...\2",
    )
    out: dict[str, list[str]] = {"uitgevoerd": [], "adressen": []}
    _search(open_page, broken, TOGETHER[0], out)
    assert out["uitgevoerd"]


def test_the_gate_stays_open_where_text_is_escaped(open_page: Page, broken: Website) -> None:
    broken.plant("kapot/", "".join(f"<p title='{escape(t)}'>{escape(t)}</p>" for t in TOGETHER))
    out: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "bekeken": []}
    _look_at(open_page, broken, "kapot/", out)
    assert out == {"uitgevoerd": [], "adressen": [], "bekeken": ["kapot/"]}


@pytest.mark.parametrize("adres", ["javascript:mis()", "data:text/html,x", "vbscript:x", "ftp://x"])
def test_only_allowed_schemes_reach_a_link(corpus: Corpus, adres: str) -> None:
    bron = next(bron for bron in corpus.every(Bron) if bron.url)
    new, put = replace(bron, lambda _: adres)
    assert ("url",) not in put
    assert new.url == bron.url


def test_another_allowed_address_does_reach_a_link(corpus: Corpus) -> None:
    bron = next(bron for bron in corpus.every(Bron) if bron.url)
    new, _ = replace(bron, lambda _: "https://a.voorbeeld.nl/")
    assert new.url == "https://a.voorbeeld.nl/"


def test_what_the_owner_writes_is_not_executed_either(
    open_page: Page, root: Path, tmp_path: Path
) -> None:
    """Name, subtitle and sender stand in the theme, so this takes a build of its own."""
    copy = make_copy(root, tmp_path / "kopie")
    file = copy / "data/site.yml"
    waarden = yaml.safe_load(file.read_text(encoding="utf-8"))
    for veld in ("naam", "ondertitel", "afzender", "versie"):
        waarden[veld] = f"{' '.join(TOGETHER[::2])}."
    file.write_text(yaml.safe_dump(waarden), encoding="utf-8")
    built = build(copy, tmp_path / "site")
    assert built.status == 0, built.all_exports
    out: dict[str, list[str]] = {"uitgevoerd": [], "adressen": [], "bekeken": []}
    with website(built.map, kop=False) as site:
        for pad in ("", "privacy/", "wetten/awir/", "leerpunten/"):
            assert "mis()" in site.bron(pad)
            _look_at(open_page, site, pad, out)
    assert not out["uitgevoerd"] + out["adressen"]
