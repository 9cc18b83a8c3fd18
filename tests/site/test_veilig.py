"""Nothing on a page calls a stranger, and nothing needs more than ``script-src 'self'``."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tests.site.gebouwd import NIET_GEVONDEN, Pagina, Site

LADENDE_RELATIES = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"}
NAAMRUIMTEN = {"www.w3.org", "purl.org"}
"""In the names of XML namespaces, which nobody fetches."""
RELATIES = LADENDE_RELATIES | {"canonical", "license", "alternate", "search"}


def _geladen(pagina: Pagina) -> set[str]:
    """Return every address that a browser fetches by itself, and that scripts fetch."""
    boom = pagina.boom
    adressen = {
        knoop.attributes[kenmerk] or ""
        for kenmerk in ("src", "srcset", "poster", "data", "background")
        for knoop in boom.css(f"[{kenmerk}]")
    }
    adressen |= {knoop.attributes["href"] or "" for knoop in boom.css("use[href], image[href]")}
    for knoop in boom.css("link[href]"):
        if set((knoop.attributes.get("rel") or "").split()) & LADENDE_RELATIES:
            adressen.add(knoop.attributes["href"] or "")
    for knoop in boom.css("[data-zoekindex]"):
        adressen |= {knoop.attributes[f"data-{naam}"] or "" for naam in ("zoekindex", "zoekkern")}
    return {adres for adres in adressen if not adres.startswith("#")}


def test_everything_a_page_loads_is_a_file_of_the_site(site: Site) -> None:
    for pagina in site:
        for adres in _geladen(pagina):
            delen = urlsplit(adres)
            assert not delen.scheme, (pagina.url, adres)
            assert not delen.netloc, (pagina.url, adres)
            doel = pagina.doel(adres)
            assert doel is not None
            assert doel in site.bestanden, (pagina.url, adres)
            if pagina.url != NIET_GEVONDEN:
                assert not adres.startswith("/"), (pagina.url, adres)


def test_nothing_is_embedded(site: Site) -> None:
    for pagina in site:
        gevonden = pagina.boom.css("iframe, frame, object, embed, base, applet, portal")
        assert gevonden == [], pagina.url


def test_there_is_no_script_or_style_inside_a_page(site: Site) -> None:
    for pagina in site:
        boom = pagina.boom
        assert [k for k in boom.css("script") if not k.attributes.get("src")] == [], pagina.url
        assert [k for k in boom.css("script") if k.text().strip()] == [], pagina.url
        assert boom.css("style") == [], pagina.url
        assert boom.css("[style]") == [], pagina.url


def test_no_attribute_or_address_holds_script(site: Site) -> None:
    for pagina in site:
        # First the quick look at the text; only what it suspects is parsed.
        if re.search(r"<[^>]*\son[a-z]+\s*=", pagina.html, re.IGNORECASE):
            for knoop in pagina.boom.css("*"):
                assert not [k for k in knoop.attributes if k.startswith("on")], pagina.url
        for knoop in pagina.boom.css("[href], [src], [action], [formaction]"):
            for kenmerk in ("href", "src", "action", "formaction"):
                adres = (knoop.attributes.get(kenmerk) or "").strip().casefold()
                assert not adres.startswith(("javascript:", "data:", "vbscript:")), pagina.url


def test_forms_stay_on_the_site(site: Site) -> None:
    for pagina in site:
        for knoop in pagina.boom.css("form[action]"):
            doel = pagina.doel(knoop.attributes["action"] or "")
            assert doel is not None, pagina.url
            assert site.bestaat(doel), (pagina.url, doel)


def test_stylesheets_load_nothing_from_elsewhere(site: Site) -> None:
    stijlbladen = [naam for naam in site.bestanden if naam.endswith(".css")]
    assert stijlbladen
    for naam in stijlbladen:
        css = (site.map / naam).read_text(encoding="utf-8")
        ver = re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']*", css)
        assert ver == [], naam


def test_our_scripts_name_no_other_host(site: Site) -> None:
    scripts = {
        doel
        for pagina in site
        for adres in _geladen(pagina)
        if (doel := pagina.doel(adres)) is not None and doel.endswith(".js")
    }
    assert len(scripts) > 3
    for naam in scripts:
        script = (site.map / naam).read_text(encoding="utf-8")
        hosts = set(re.findall(r"[\"'`](?:https?:)?//([a-z0-9.-]+)", script))
        assert hosts <= NAAMRUIMTEN, naam


def test_links_in_the_head_are_of_a_known_kind(site: Site) -> None:
    for pagina in site:
        for knoop in pagina.boom.css("link"):
            relaties = set((knoop.attributes.get("rel") or "").split())
            assert relaties <= RELATIES, (pagina.url, relaties)
        assert pagina.boom.css('meta[http-equiv="refresh"]') == [], pagina.url


def test_links_that_leave_the_site_do_not_tell_from_where(site: Site) -> None:
    for pagina in site:
        for knoop in pagina.boom.css('article a[href^="http"]'):
            relaties = (knoop.attributes.get("rel") or "").split()
            assert "noreferrer" in relaties, (pagina.url, knoop.html)


def test_no_link_opens_a_window(site: Site) -> None:
    for pagina in site:
        assert pagina.boom.css("[target]") == [], pagina.url
