"""A page whose list is too long goes on over more pages, and nothing of it is lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise, takewhile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.edge.making import build_whole
from macros.exports.file import Output
from macros.load.cache import Cache
from macros.pages.parts import EDGE
from macros.site import parts
from macros.site.parts import in_parts
from tests.building import build, make_copy
from tests.kept import Said, readable
from tests.kwaliteit.setup import Website, website
from tests.kwaliteit.test_weight import MAX_KB, first_visit
from tests.scale import vergroot
from tests.site.built import Pagina, Site
from tests.site.test_links import every_link

HEAD = (
    '<html><head><title>Lijst - Site</title><meta property="og:title" content="Lijst">'
    '<meta name="description" property="og:description" content="Alles.">'
    '<link rel="canonical" href="https://site.nl/lijst/">'
    '<script src="../assets/js/pagina.js" defer></script>'
    '<script src="../assets/js/kies.js" defer></script></head><body>'
    '<a href="#inhoud">Naar de inhoud</a><main id="inhoud"><article class="md-typeset">'
)
TAIL = (
    '<details class="kb-citeer"><summary>Citeer</summary></details></article></main></body></html>'
)


def _page(content: str) -> str:
    return f"{HEAD}<h1>Lijst</h1>{content}{TAIL}"


def _items(aantal: int, begin: int = 0) -> str:
    return "".join(
        f'<li id="i{n}"><a href="../x/{n}/">Nummer {n}</a> {"woord " * 20}</li>'
        for n in range(begin, begin + aantal)
    )


def _cut(content: str, most: int = 2_000) -> Mapping[str, str]:
    files = in_parts("lijst/", "lijst/index.html", _page(content), most)
    return {file.pad: file.inhoud.decode() for file in files}


def _one(where: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = where.css_first(selector)
    assert found is not None, selector
    return found


def _pages(files: Mapping[str, str]) -> list[LexborHTMLParser]:
    return [LexborHTMLParser(html) for pad, html in files.items() if pad.endswith("index.html")]


LONG = (
    '<p>Begin. <a href="#i39">Laatste</a></p>\n<h2 id="k">Kop</h2>'
    f'<ul class="a">{EDGE}{_items(40)}{EDGE}</ul>\n<p>Slot.</p>'
)


def test_a_page_that_fits_stays_as_it_is() -> None:
    html = _page(LONG)
    expected = [Output("lijst/index.html", html.replace(EDGE, "").encode())]
    assert in_parts("lijst/", "lijst/index.html", html) == expected


def test_what_has_no_list_stays_whole_however_long() -> None:
    assert len(_cut(f"<ul>{_items(40)}</ul>")) == 1


def test_every_entry_stands_on_one_page_in_its_order() -> None:
    pages = _pages(_cut(LONG))
    assert len(pages) > 2
    found = [str(node.attributes["id"]) for page in pages for node in page.css("ul.a > li")]
    assert found == [f"i{n}" for n in range(40)]


def test_no_page_is_longer_than_the_bound() -> None:
    for page in _pages(_cut(LONG)):
        html = str(page.html)
        content = re.sub(r'<nav class="kb-sprongen".*?</nav>', "", html)
        content = content[content.index("<article") : content.index('<details class="kb-citeer"')]
        assert len(content.encode()) <= 2_000 + len("<h1>Lijst, bladzijde 2 van 5</h1>")


def test_a_next_page_has_its_own_title_address_and_heading() -> None:
    first, second, *_ = pages = _pages(_cut(LONG))
    of = f"bladzijde 2 van {len(pages)}"
    assert _one(second, "title").text() == f"Lijst, {of} - Site"
    assert _one(second, "h1").text() == f"Lijst, {of}"
    assert _one(second, "link[rel=canonical]").attributes["href"] == "https://site.nl/lijst/2/"
    assert _one(second, "h2").text() == "Kop"
    assert _one(second, "h2").attributes.get("id") is None, "the place is on the first page"
    assert _one(first, "title").text() == "Lijst - Site"


def test_what_is_no_list_stays_on_the_first_page() -> None:
    first, *rest = _pages(_cut(LONG))
    assert [node.text() for node in first.css("article > p")] == ["Begin. Laatste", "Slot."]
    assert not any(page.css("article > p") for page in rest)


def test_links_lead_where_they_led() -> None:
    first, second, *_ = pages = _pages(_cut(LONG))
    assert _one(first, "article p a").attributes["href"] == f"{len(pages)}/#i39"
    assert _one(first, "li a").attributes["href"] == "../x/0/"
    assert (_one(second, "ul.a li a").attributes["href"] or "").startswith("../../x/")
    assert _one(second, "script").attributes["src"] == "../../assets/js/pagina.js"
    assert _one(second, "body > a").attributes["href"] == "#inhoud"


def test_pages_lead_to_each_other_without_a_script() -> None:
    _, second, *_ = pages = _pages(_cut(LONG))
    top, under = second.css('nav[aria-label^="Bladzijden"]')
    for nav in (top, under):
        assert _one(nav, "[rel=prev]").attributes["href"] == "../"
        assert _one(nav, "[rel=next]").attributes["href"] == "../3/"
        assert _one(nav, "[aria-current=page]").text() == "2"
        assert len(nav.css("li")) == len(pages) + 2


def test_what_was_begun_goes_on_below_its_heading_and_open() -> None:
    groups = "".join(
        f'<details data-jaar="{year}"><summary><h3 id="j{year}">{year}</h3></summary>'
        f'<section data-maand="1"><h4>Januari {year}</h4><ul>{_items(20, year)}</ul></section>'
        "</details>"
        for year in (100, 200)
    )
    pages = _pages(_cut(f"<div data-lijst>{EDGE}{groups}{EDGE}</div>", 6_000))
    assert len(pages) > 1
    for page in pages[1:]:
        assert all("open" in node.attributes for node in page.css("[data-jaar]"))
        for year in page.css("[data-jaar]"):
            name = year.attributes["data-jaar"]
            assert _one(year, "summary h3").text() == name
            assert _one(year, "section h4").text() == f"Januari {name}"
    ids = [str(node.attributes["id"]) for page in pages for node in page.css("[id^=j]")]
    assert ids == ["j100", "j200"]


def test_the_head_of_a_table_stands_above_each_part() -> None:
    rows = "".join(f"<tr><th>{n}</th><td>{'woord ' * 30}</td></tr>" for n in range(30))
    head = "<caption>Tabel</caption><thead><tr><th>N</th></tr></thead>"
    table = f"<table>{head}<tbody>{EDGE}{rows}{EDGE}</tbody></table>"
    pages = _pages(_cut(table))
    assert all(_one(page, "caption").text() == "Tabel" for page in pages)
    assert all(page.css("thead") for page in pages)
    assert sum(len(page.css("tbody tr")) for page in pages) == 30


def test_notes_go_to_the_pages_that_refer_to_them_with_their_number() -> None:
    lines = "".join(
        f'<li>{"woord " * 20}<a href="#bron-{n % 7 + 1}">[{n % 7 + 1}]</a></li>' for n in range(40)
    )
    notes = "".join(f'<li id="bron-{n}">Bron {n}</li>' for n in range(1, 9))
    foot = (
        '<h2 id="bronnen">Bronnen</h2><details class="kb-laag"><summary><span>8 bronnen</span>'
        f'</summary><ol class="kb-bronnen">{notes}</ol></details>'
    )
    pages = _pages(
        _cut(f'<p><a href="#bron-8">[8]</a></p><ul class="a">{EDGE}{lines}{EDGE}</ul>{foot}', 2_500)
    )
    assert len(pages) > 2
    for page in pages:
        asked = {str(a.attributes["href"])[1:] for a in page.css("a[href^='#bron-']")}
        there = {str(li.attributes["id"]): li for li in page.css("ol.kb-bronnen li")}
        assert asked == there.keys() != set()
        assert all(li.attributes["value"] == id_[5:] for id_, li in there.items())
        assert _one(page, "summary span").text() == f"{len(there)} bronnen"


def test_a_tool_gets_the_rest_as_data_and_begins_later() -> None:
    options = "".join(f'<option value="{n}">Keuze &amp; {n}</option>' for n in range(500))
    files = _cut(f'<form><select><option value="">Alle</option>{options}</select></form>{LONG}')
    first, *rest = _pages(files)
    own = _one(first, "script[data-delen]").attributes
    assert own["src"] == "../assets/js/delen.js"
    assert own["data-hulpmiddel"] == "../assets/js/kies.js"
    assert own["data-delen"] == str(1 + len(rest))
    assert not any(page.css("script[src*=kies]") for page in rest)
    assert len(first.css("option")) == 1
    data = [
        json.loads(text.removeprefix("KennisbankDelen.ontvang(").removesuffix(");\n"))
        for pad, text in files.items()
        if pad.endswith("deel.js")
    ]
    assert [one["deel"] for one in data] == [*range(2, len(rest) + 2)]
    assert data[0]["keuzes"][0][7] == ["option", {"value": "7"}, "Keuze & 7"]
    tag, attributes, *items = data[0]["knopen"][0]
    assert (tag, attributes) == ("+ul", {"class": "a"})
    assert items[0][2][1]["href"].startswith("../x/"), "as seen from the first page"
    there = [item[1]["id"] for one in data for item in one["knopen"][0][2:]]
    assert there == [str(li.attributes["id"]) for page in rest for li in page.css("ul.a > li")]


@pytest.mark.parametrize(("facet", "stays"), [(' data-facet="wet"', 50), ("", 500)])
def test_of_the_choices_of_a_facet_the_first_stay(facet: str, stays: int) -> None:
    choices = "".join(f'<li><label><input value="{n}">Keuze {n}</label></li>' for n in range(500))
    tool = f"<details{facet}><summary>Kies</summary><ul>{choices}</ul></details>"
    first, *_ = _pages(_cut(f"<form>{tool}</form>{LONG}"))
    assert len(first.css("details li")) == stays


def test_the_pages_are_word_for_word_as_they_were() -> None:
    options = "".join(f'<option value="{n}">Keuze {n}</option>' for n in range(400))
    choices = "".join(f'<li><label><input value="{n}">Keuze {n}</label></li>' for n in range(300))
    facet = f'<details data-facet="x"><summary>Kies</summary><ul>{choices}</ul></details>'
    groups = "".join(
        f'<section data-g="{n}"><h3 id="g{n}">{n}</h3><ul>{_items(7, n)}</ul></section>'
        for n in (100, 200)
    )
    notes = '<ol class="kb-bronnen"><li id="bron-1">Een</li><li id="bron-2">Twee</li></ol>'
    refers = '<p>Zie <a href="#bron-2">[2]</a>.</p>'
    tool = f"<form><select><option>Alle</option>{options}</select>{facet}</form>"
    for content in (LONG, f"{tool}<div data-lijst>{EDGE}{groups}{EDGE}</div>{refers}{notes}"):
        for pad, tekst in _cut(content).items():
            Said.note([f"=== {pad}", *readable(tekst.encode()).splitlines()])


def test_what_is_around_the_content_goes_along() -> None:
    crumbs = '<nav class="kb-kruimels"><ol><li><a href="..">Home</a></li></ol></nav>'
    foot = '<footer class="kb-paginavoet"><p>Adres: <b>https://site.nl/lijst/</b></p></footer>'
    marked = _page(f"{crumbs}{LONG}{foot}").replace('md-typeset"', 'md-typeset kb-met-inhoud"')
    files = in_parts("lijst/", "lijst/index.html", marked, 2_500)
    first, second, *_ = _pages({file.pad: file.inhoud.decode() for file in files})
    assert _one(first, "nav [aria-current=page]").attributes["href"] == "./"
    assert _one(second, ".kb-kruimels a").attributes["href"] == "../.."
    assert _one(second, ".kb-paginavoet b").text() == "https://site.nl/lijst/2/"
    assert "kb-met-inhoud" in str(_one(first, "article").attributes["class"])
    assert "kb-met-inhoud" not in str(_one(second, "article").attributes["class"])
    assert len(second.css("h1")) == 1


def test_a_place_that_moved_begins_on_the_first_page() -> None:
    groups = "".join(f'<h2 id="g{n}">Groep {n}</h2><ul>{_items(9, n)}</ul>' for n in (100, 200))
    jumps = '<ul><li><a href="#g100">1</a></li><li><a href="#g200">2</a></li></ul>'
    files = _cut(f"{jumps}<div>{EDGE}{groups}{EDGE}</div>")
    first, *rest = _pages(files)
    lead = _one(first, "a#g200").attributes["href"]
    there = next(nth for nth, page in enumerate(rest, start=2) if page.css("h2#g200"))
    assert lead == f"{there}/#g200"
    headings = [[h2.text() for h2 in page.css("h2")] for page in (first, *rest)]
    assert headings[0] == ["Groep 100"]
    assert headings[-1] == ["Groep 200"], "not what stood under another heading before it"
    assert len([page for page in rest if page.css("h2#g200")]) == 1


def test_a_tool_gets_new_headings_and_knows_where_the_list_goes_on() -> None:
    groups = "".join(
        f'<section data-g="{n}"><h3 id="g{n}">{n}</h3><ul>{_items(30, n)}</ul></section>'
        for n in (100, 200)
    )
    files = _cut(f"<div data-lijst>{EDGE}{groups}{EDGE}</div>", 4_000)
    (first, *_), texts = _pages(files), [files[pad] for pad in files if pad.endswith("deel.js")]
    assert [str(node.tag) for node in first.css("[data-vervolg]")] == ["div", "section", "ul", "li"]
    assert sum(text.count('["h3",{"id":"g200"}') for text in texts) == 1
    assert not any('["h3",{"id":"g100"}' in text for text in texts), "it is on the first page"


def test_the_notes_of_a_page_count_for_its_size_once() -> None:
    note = f'<li id="bron-1">{"bron " * 100}</li>'
    lines = "".join(f'<li>{"woord " * 10}<a href="#bron-1">[1]</a></li>' for _ in range(80))
    files = _cut(f'<ul class="a">{EDGE}{lines}{EDGE}</ul><ol class="kb-bronnen">{note}</ol>', 2_500)
    counts = [len(page.css("ul.a > li")) for page in _pages(files)]
    assert counts[1] == (2_500 - len(note)) // (len(lines) // 80)


@pytest.fixture(scope="module")
def everywhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the real site with a bound so low that every long list is cut."""
    folder = tmp_path_factory.mktemp("laag") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setattr(parts, "MOST", 12_000)
        patch.setattr(parts, "MOST_AT", {})
        assert build_whole(folder, Cache()) == 0
    return Site(folder)


def _in_parts(site: Site) -> dict[str, list[Pagina]]:
    """Return the pages that go on, with those they go on at, in order."""
    going_on: dict[str, list[Pagina]] = {}
    for pad in site.pages:
        first, _, number = pad.rstrip("/").rpartition("/")
        if number == "2" and f"{first}/" in site.pages:
            pads = [f"{first}/", *(f"{first}/{nth}/" for nth in range(2, 1_000))]
            going_on[f"{first}/"] = [
                site.pages[pad] for pad in takewhile(lambda pad: pad in site.pages, pads)
            ]
    return going_on


def _leads_to(pagina: Pagina, first: str) -> Counter[str]:
    """Return to which pages the content of a page leads, and how often; not to its own parts."""
    tree = pagina.tree
    for node in tree.css("nav, .kb-acties, .kb-citeer, .kb-paginavoet, ol.kb-bronnen, h1"):
        node.decompose()
    links = (pagina.doel(str(a.attributes["href"])) for a in tree.css("article a[href]"))
    pads = [link.partition("#")[0] for link in links if link is not None]
    return Counter(pad for pad in pads if re.sub(r"\d+/$", "", pad) != first)


@pytest.mark.bouwt
def test_of_no_page_of_the_site_anything_is_lost(everywhere: Site, site: Site) -> None:
    going_on = _in_parts(everywhere)
    assert {"bronnen/", "vragen/", "zoeken/w/", "bronnen/n24/", "cijfers/"} <= going_on.keys()
    for pad, pages in going_on.items():
        cut = sum((_leads_to(page, pad) for page in pages), Counter[str]())
        whole = _leads_to(site.pages[pad], pad)
        # What a list stands under is said again on the next page.
        assert cut.keys() == whole.keys(), pad
        assert cut >= whole, pad
        under = {pad: (cut[pad], whole[pad]) for pad in cut if cut[pad] != whole[pad]}
        assert all(many - once < len(pages) for many, once in under.values()), under


@pytest.mark.bouwt
def test_all_links_and_places_hold_however_low_the_bound(everywhere: Site) -> None:
    _, dead, without_anker = every_link(everywhere)
    assert (dead, without_anker) == (set(), set())


@pytest.mark.bouwt
def test_the_pages_of_a_list_are_whole_pages(everywhere: Site) -> None:
    for pages in _in_parts(everywhere).values():
        assert len({page.titel for page in pages}) == len(pages)
        for page in pages:
            levels = [level for level, _ in page.headings]
            assert levels[0] == 1, page.url
            assert levels.count(1) == 1, page.url
            assert all(b <= a + 1 for a, b in pairwise(levels)), page.url
            assert len(page.ids) == len(set(page.ids)), page.url
            assert EDGE not in page.html, page.url


EXTRA = 700


@pytest.fixture(scope="module")
def large(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site with more records than there are, of which the longest lists are cut."""
    folder = tmp_path_factory.mktemp("groot")
    copy = make_copy(root, folder / "project")
    vergroot(copy, EXTRA)
    made = build(copy, folder / "site")
    assert made.status == 0, made.all_exports
    return made.map


@pytest.fixture(scope="module")
def adres_large(large: Path) -> Iterator[Website]:
    with website(large) as site:
        yield site


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    one = browser.new_page()
    yield one
    one.close()


@pytest.mark.bouwt
def test_with_more_records_no_page_passes_the_budget(large: Path) -> None:
    sizes: dict[Path, int] = {}
    paths = [file.parent.relative_to(large).as_posix() for file in large.rglob("index.html")]
    weight = {
        pad: first_visit(large, f"{pad}/" if pad != "." else "", sizes) / 1000 for pad in paths
    }
    assert {"wijzigingen/2", "vragen/2"} <= weight.keys()
    assert [(pad, kb) for pad, kb in weight.items() if kb > MAX_KB] == []


@pytest.mark.bouwt
def test_the_pages_after_the_first_are_in_the_sitemap(large: Path) -> None:
    sitemap = (large / "sitemap.xml").read_text(encoding="utf-8")
    assert "/wijzigingen/2/</loc>" in sitemap


@pytest.mark.bouwt
def test_each_link_of_a_page_in_parts_leads_somewhere(large: Path) -> None:
    pages = [large / pad for pad in ("wijzigingen", "vragen", "wijzigingen/2", "vragen/2")]
    broken = []
    for folder in pages:
        html = (folder / "index.html").read_text(encoding="utf-8")
        for adres in re.findall(r'(?<=[\s"])(?:href|src|action)="([^"]*)"', html):
            pad, _, anker = adres.partition("#")
            if re.match(r"[a-z]+:", adres):
                continue
            there = (folder / pad.partition("?")[0]).resolve()
            file = there / "index.html" if there.is_dir() else there
            if not file.is_file() or (
                anker and file.suffix == ".html" and f'id="{anker}"' not in file.read_text("utf-8")
            ):
                broken.append((folder.name, adres))
    assert broken == []


@pytest.mark.bouwt
@pytest.mark.browser
@pytest.mark.parametrize(
    ("pad", "entry"), [("wijzigingen/", "[data-wat]"), ("vragen/", "[data-aan]")]
)
def test_a_tool_finds_the_whole_list(
    pad: str, entry: str, adres_large: Website, large: Path, page: Page
) -> None:
    files = [large / pad / "index.html", *large.glob(f"{pad}[0-9]*/index.html")]
    aantal = sum(
        len(LexborHTMLParser(file.read_text(encoding="utf-8")).css(entry)) for file in files
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(adres_large.url(pad))
    assert page.locator(entry).count() < aantal
    page.get_by_role("button", name="Zoek en kies in de hele lijst").press("Enter")
    expect(page.locator(entry)).to_have_count(aantal)
    expect(page.locator("[data-hele-lijst]")).to_have_count(0)
    ids = page.locator("[id]").evaluate_all("(all) => all.map(({ id }) => id)")
    assert sorted(one for one in set(ids) if ids.count(one) > 1) == []
    # What led to a place on a next page now leads to it here.
    assert page.locator(f"main a[href^='{pad}'], main a[href^='2/#']").count() == 0
    assert errors == []


@pytest.mark.bouwt
@pytest.mark.browser
def test_a_choice_in_the_address_is_made_in_the_whole_list(
    adres_large: Website, page: Page
) -> None:
    page.goto(adres_large.url("vragen/#aan=szw"))
    expect(page.locator("main [data-stand]")).to_contain_text("(Ministerie van Sociale Zaken")
    assert page.locator("[data-aan]:visible").count() > 0


@pytest.mark.bouwt
@pytest.mark.browser
def test_a_part_that_does_not_come_is_told_and_can_be_asked_again(
    adres_large: Website, page: Page
) -> None:
    page.route("**/2/deel.js", lambda route: route.abort())
    page.goto(adres_large.url("vragen/"))
    ask = page.get_by_role("button", name="Zoek en kies in de hele lijst")
    ask.click()
    expect(page.get_by_text("Niet de hele lijst is geladen.")).to_be_visible()
    page.unroute("**/2/deel.js")
    ask.click()
    expect(ask).to_have_count(0)
    expect(page.locator("[data-vragen] form")).to_be_visible()
