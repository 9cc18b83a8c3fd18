"""The MkDocs hook: read the data first, fill the pages, write what MkDocs does not know of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from macros.blad.citeren import Citaat, citeertitel, leidraad
from macros.edge import stempel, stijlblad, werk
from macros.exports.citeerbestanden import citeerbestanden
from macros.exports.uitvoer import alle_uitvoer
from macros.model.datering import lees_dag
from macros.pages.inhoudsopgave import met_inhoudsopgave
from macros.pages.recordpaginas import alle_paginas
from macros.search.index import Vertelpagina, als_json, als_script, bouw_index
from macros.search.tekst import delen

_omhulsel: list[str] = []


def on_config(config: MkDocsConfig) -> None:
    """Read ``data/`` and stop the build if anything in it is wrong."""
    site = werk.begin(Path(config.config_file_path).parent).corpus.site
    config.site_name, config.site_url = site.naam, site.adres
    config.extra["kb"] = site
    config.extra["kb_peildatum"] = lees_dag(date.fromisoformat(site.peildatum))
    config.theme.static_templates.discard("sitemap.xml")  # exports/sitemap.py writes ours


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Put our cut of Material's stylesheet in the place of all that the theme would publish.

    The rest of its assets, 2.3 MB of scripts, source maps and search dictionaries, no page asks
    for. The page that becomes the shell of all record pages joins here, too.
    """
    eigen = [_lees(files, pad) for pad in map(str, config.extra_css)]
    blad = stijlblad.snoei(_materials_stijlblad(config).read_text(encoding="utf-8"), eigen)
    config.extra["kb_stijlblad"] = f"assets/stylesheets/{stijlblad.bestandsnaam(blad)}"
    for bestand in list(files):
        if bestand.src_uri.startswith(("assets/javascripts/", "assets/stylesheets/")):
            files.remove(bestand)
    files.append(File.generated(config, config.extra["kb_stijlblad"], content=blad))
    files.append(stempel.stempelbestand(config))


def _materials_stijlblad(config: MkDocsConfig) -> Path:
    for map_ in config.theme.dirs:
        for pad in Path(map_).glob("assets/stylesheets/main.*.min.css"):
            return pad
    raise PluginError("Material's stylesheet assets/stylesheets/main.*.min.css is missing")


def _lees(files: Files, pad: str) -> str:
    bestand = files.get_file_from_path(pad)
    if bestand is None:
        raise PluginError(f"mkdocs.yml: extra_css noemt {pad}, dat niet in docs/ staat")
    return bestand.content_string


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember to which part of the menu each page belongs: the address of its first page."""
    del config, files
    for deel in nav.items:
        if isinstance(deel, Section):
            paginas = [kind.url for kind in deel.children if isinstance(kind, Page)]
            werk.huidig().menudelen.update(dict.fromkeys(paginas, paginas[0]))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the HTML of macros where their tokens stand, and keep the page's text for the search."""
    del config, files
    huidig = werk.huidig()
    if page.url != stempel.PAD:
        omschrijving = str(page.meta.get("description", ""))
        zoektermen = tuple(map(str, page.meta.get("zoektermen", ())))
        delen_ = delen(huidig.vul_in_voor_zoeken(html))
        pagina = Vertelpagina(page.url, str(page.title), omschrijving, delen_, zoektermen)
        huidig.vertelpaginas.append(pagina)
        titel = citeertitel(str(page.meta.get("title", page.title)), denkbeeldig=pagina.denkbeeldig)
        huidig.citaten[page.url] = Citaat(titel, page.url)
    return met_inhoudsopgave(huidig.vul_in(html))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Escape everything in the theme, too (MkDocs does not), and name the search index.

    By now every page has passed ``on_page_content`` and none has been rendered, so the index is
    complete and its name, which carries its hash, can still go into the shell.
    """
    del files
    env.autoescape = True
    env.filters["veilig"] = Markup
    huidig = werk.huidig()
    env.filters["verwijzing"] = lambda page: leidraad(huidig.corpus.site, huidig.citaten[page.url])
    huidig.zoekindex, hash_ = als_json(bouw_index(huidig.corpus, huidig.vertelpaginas))
    config.extra["kb_zoekindex"] = f"assets/zoek/zoekindex-{hash_}.json"


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep the shell; an empty text tells MkDocs not to write it."""
    del config
    if page.url != stempel.PAD:
        return output
    _omhulsel[:] = [output]
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """Write the record pages, the search index and the exports."""
    site = Path(config.site_dir)
    huidig = werk.huidig()
    zoekindex = config.extra["kb_zoekindex"]
    _schrijf(site / zoekindex, huidig.zoekindex.encode())
    _schrijf((site / zoekindex).with_suffix(".js"), als_script(huidig.zoekindex).encode())
    paden = [pagina.pad for pagina in huidig.vertelpaginas]
    citaten = [huidig.citaten[pad] for pad in paden]
    for pagina in alle_paginas(huidig.corpus):
        html = stempel.stempel(_omhulsel[0], pagina, huidig.menudelen[pagina.boven])
        _schrijf(site / pagina.pad / "index.html", html.encode())
        paden.append(pagina.pad)
        citaten.append(pagina.citaat)
    for citaat in citaten:
        for bestand in citeerbestanden(huidig.corpus.site, citaat):
            _schrijf(site / bestand.pad, bestand.inhoud)
    for uitvoer in alle_uitvoer(huidig.corpus, paden):
        _schrijf(site / uitvoer.pad, uitvoer.inhoud)


def _schrijf(pad: Path, inhoud: bytes) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(inhoud)
