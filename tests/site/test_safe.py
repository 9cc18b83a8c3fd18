"""Nothing on a page calls a stranger, and nothing needs more than ``script-src 'self'``."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tests.site.built import NOT_FOUND, Pagina, Site

DATA_BLOCK = "application/ld+json"
LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"}
NAMESPACES = {"www.w3.org", "purl.org"}
"""In the names of XML namespaces, which nobody fetches."""
RELATIES = LOADING_RELS | {"canonical", "license", "alternate", "search"}


def _loaded(pagina: Pagina) -> set[str]:
    """Return every address that a browser fetches by itself, and that scripts fetch."""
    tree = pagina.tree
    adressen = {
        node.attributes[kenmerk] or ""
        for kenmerk in ("src", "srcset", "poster", "data", "background")
        for node in tree.css(f"[{kenmerk}]")
    }
    adressen |= {node.attributes["href"] or "" for node in tree.css("use[href], image[href]")}
    for node in tree.css("link[href]"):
        if set((node.attributes.get("rel") or "").split()) & LOADING_RELS:
            adressen.add(node.attributes["href"] or "")
    for node in tree.css("[data-zoekindex]"):
        adressen |= {node.attributes[f"data-{naam}"] or "" for naam in ("zoekindex", "zoekkern")}
    return {adres for adres in adressen if not adres.startswith("#")}


def test_everything_a_page_loads_is_a_file_of_the_site(site: Site) -> None:
    for pagina in site:
        for adres in _loaded(pagina):
            parts = urlsplit(adres)
            assert not parts.scheme, (pagina.url, adres)
            assert not parts.netloc, (pagina.url, adres)
            doel = pagina.doel(adres)
            assert doel is not None
            assert doel in site.files, (pagina.url, adres)
            if pagina.url != NOT_FOUND:
                assert not adres.startswith("/"), (pagina.url, adres)


def test_nothing_is_embedded(site: Site) -> None:
    for pagina in site:
        found = pagina.tree.css("iframe, frame, object, embed, base, applet, portal")
        assert found == [], pagina.url


def test_there_is_no_script_or_style_inside_a_page(site: Site) -> None:
    for pagina in site:
        tree = pagina.tree
        # A block of data is no script: no browser runs it (test_jsonld.py sees that none does).
        scripts = [k for k in tree.css("script") if k.attributes.get("type") != DATA_BLOCK]
        assert [k for k in scripts if not k.attributes.get("src")] == [], pagina.url
        assert [k for k in scripts if k.text().strip()] == [], pagina.url
        assert tree.css("style") == [], pagina.url
        assert tree.css("[style]") == [], pagina.url


def test_no_attribute_or_address_holds_script(site: Site) -> None:
    for pagina in site:
        # First the quick look at the text; only what it suspects is parsed.
        if re.search(r"<[^>]*\son[a-z]+\s*=", pagina.html, re.IGNORECASE):
            for node in pagina.tree.css("*"):
                assert not [k for k in node.attributes if k.startswith("on")], pagina.url
        for node in pagina.tree.css("[href], [src], [action], [formaction]"):
            for kenmerk in ("href", "src", "action", "formaction"):
                adres = (node.attributes.get(kenmerk) or "").strip().casefold()
                assert not adres.startswith(("javascript:", "data:", "vbscript:")), pagina.url


def test_forms_stay_on_the_site(site: Site) -> None:
    for pagina in site:
        for node in pagina.tree.css("form[action]"):
            doel = pagina.doel(node.attributes["action"] or "")
            assert doel is not None, pagina.url
            assert site.exists(doel), (pagina.url, doel)


def test_stylesheets_load_nothing_from_elsewhere(site: Site) -> None:
    stylesheets = [naam for naam in site.files if naam.endswith(".css")]
    assert stylesheets
    for naam in stylesheets:
        css = (site.map / naam).read_text(encoding="utf-8")
        far = re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']*", css)
        assert far == [], naam


def test_our_scripts_name_no_other_host(site: Site) -> None:
    scripts = {
        doel
        for pagina in site
        for adres in _loaded(pagina)
        if (doel := pagina.doel(adres)) is not None and doel.endswith(".js")
    }
    assert len(scripts) > 3
    for naam in scripts:
        script = (site.map / naam).read_text(encoding="utf-8")
        hosts = set(re.findall(r"[\"'`](?:https?:)?//([a-z0-9.-]+)", script))
        assert hosts <= NAMESPACES, naam


def test_links_in_the_head_are_of_a_known_kind(site: Site) -> None:
    for pagina in site:
        for node in pagina.tree.css("link"):
            relaties = set((node.attributes.get("rel") or "").split())
            assert relaties <= RELATIES, (pagina.url, relaties)
        assert pagina.tree.css('meta[http-equiv="refresh"]') == [], pagina.url


def test_links_that_leave_the_site_do_not_tell_from_where(site: Site) -> None:
    for pagina in site:
        for node in pagina.tree.css('article a[href^="http"]'):
            relaties = (node.attributes.get("rel") or "").split()
            assert "noreferrer" in relaties, (pagina.url, node.html)


def test_no_link_opens_a_window(site: Site) -> None:
    for pagina in site:
        assert pagina.tree.css("[target]") == [], pagina.url
