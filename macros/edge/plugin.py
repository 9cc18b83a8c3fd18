"""The MkDocs plugin: it fetches the shell and the told pages, and hands them to ``macros.site``.

MkDocs makes one for each build, so what a build knows lives and ends with its plugin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs_macros.plugin import MacrosPlugin

from macros.blad.citeren import Citaat, leidraad
from macros.corpus.corpus import Corpus
from macros.load.fout import verslag
from macros.model.datering import lees_dag
from macros.pages.inhoudsopgave import met_inhoudsopgave
from macros.pages.inzetten import INZETTEN, LIJSTEN, Inzet
from macros.pages.weergave import Schrijver, omgeving
from macros.site import omhulsel
from macros.site.bouw import Zoekindex, bouw, zoekindex
from macros.site.fragmenten import Fragmenten
from macros.site.keuring import keur
from macros.site.register import DubbelPadFout
from macros.site.verteld import DENKBEELDIGE_WET, Verteld, lees_verteld

_ONGEVRAAGD = ("assets/javascripts/", "assets/stylesheets/", "sitemap.xml")


def _stand_van_de_code() -> Mapping[str, int]:
    """Return when each module was last saved; Python keeps running what it read at the start."""
    map_ = Path(__file__).parent.parent
    return {pad.as_posix(): pad.stat().st_mtime_ns for pad in sorted(map_.rglob("*.py"))}


_BEGONNEN_MET = _stand_van_de_code()


class Instellingen(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types there
    """There is nothing to set: ``data/site.yml`` is the place for that."""


class Kennisbank(BasePlugin[Instellingen]):  # type: ignore[no-untyped-call]  # idem
    """One build: the corpus, and what MkDocs has told so far."""

    corpus: Corpus
    index: Zoekindex
    omhulsel: str

    def __init__(self) -> None:
        self.fragmenten = Fragmenten()
        self.schrijvers: dict[str, Schrijver] = {}
        self.verteld: list[Verteld] = []
        self.menudelen: dict[str, str] = {}
        self.bezet: dict[str, str] = {}

    def on_config(self, config: MkDocsConfig) -> None:
        """Read ``data/`` and stop the build if anything in it is wrong; register the macros."""
        omgeving.cache_clear()  # while serving, a template may have changed
        if _stand_van_de_code() != _BEGONNEN_MET:
            raise Abort(
                "\nDe code in macros/ is veranderd, maar hier draait nog de oude.\n"
                "    Stop met Ctrl+C en start make serve opnieuw."
            )
        corpus, fouten = keur(Path(config.config_file_path).parent)
        if corpus is None or fouten:
            raise Abort(f"\n{verslag(fouten)}")
        self.corpus = corpus
        config.site_name, config.site_url = corpus.site.naam, corpus.site.adres
        config.extra["kb"] = corpus.site
        config.extra["kb_peildatum"] = lees_dag(corpus.site.peildag)
        config.theme.static_templates.discard("sitemap.xml")
        macros = config.plugins["macros"]
        if not isinstance(macros, MacrosPlugin):
            raise PluginError("mkdocs.yml: onder plugins ontbreekt „macros”")
        macros.register_macros(
            {naam: self._macro(macros, naam, inzet) for naam, inzet in INZETTEN.items()}
        )

    def _macro(self, macros: MacrosPlugin, naam: str, inzet: Inzet) -> Callable[..., str]:
        def voor_deze_pagina(*argumenten: object, **opties: object) -> str:
            # One writer a page, so that the notes of all macros on it count on.
            url = macros.page.url
            if url not in self.schrijvers:
                self.schrijvers[url] = Schrijver(self.corpus, url)
            html = inzet(self.schrijvers[url], *argumenten, **opties)
            return self.fragmenten.bewaar(html, lijst=naam in LIJSTEN)

        return voor_deze_pagina

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Publish nothing of Material that no page asks for; let the shell join the pages.

        Left out are 2.3 MB of scripts, source maps and search dictionaries, and the template of a
        sitemap: exports/sitemap.py writes ours.
        """
        for bestand in list(files):
            if bestand.src_dir != config.docs_dir and bestand.src_uri.startswith(_ONGEVRAAGD):
                files.remove(bestand)
        self.bezet = {
            bestand.dest_uri: f"{Path(bestand.src_dir or '').name}/{bestand.src_uri}"
            for bestand in files
        }
        pad = f"{omhulsel.PAD.removesuffix('/')}.md"
        files.append(File.generated(config, pad, content=omhulsel.TEKST))

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Remember to which part of the menu each page belongs: the address of its first page."""
        del config, files
        for deel in nav.items:
            if isinstance(deel, Section):
                paginas = [kind.url for kind in deel.children if isinstance(kind, Page)]
                self.menudelen.update(dict.fromkeys(paginas, paginas[0]))

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the HTML of macros where their tokens stand, and keep what the site has to know."""
        del config, files
        if page.url != omhulsel.PAD:
            verteld = lees_verteld(
                html,
                self.fragmenten,
                pad=page.url,
                menutitel=str(page.title),
                titel=str(page.meta.get("title", page.title)),
                omschrijving=str(page.meta.get("description", "")),
                zoektermen=tuple(map(str, page.meta.get("zoektermen", ()))),
                denkbeeldig=page.meta.get(DENKBEELDIGE_WET) is True,
            )
            self.verteld.append(verteld)
        return met_inhoudsopgave(self.fragmenten.vul_in(html))

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Escape everything in the theme, too (MkDocs does not), and name the search index.

        By now every page has passed ``on_page_content`` and none has been rendered, so the index is
        complete and its name, which carries its hash, can still go into the shell.
        """
        del files
        citaten: dict[str, Citaat] = {een.pagina.pad: een.citaat for een in self.verteld}
        citaten[omhulsel.PAD] = omhulsel.CITAAT
        env.autoescape = True
        env.filters["veilig"] = Markup
        env.filters["verwijzing"] = lambda page: leidraad(self.corpus.site, citaten[page.url])
        env.filters["menumerk"] = lambda pad: Markup(omhulsel.menumerk(pad))  # noqa: S704 - an address of our own menu
        env.globals["kb_stempel"] = omhulsel.PAD
        self.index = zoekindex(self.corpus, self.verteld)
        config.extra["kb_zoekindex"] = self.index.pad

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Keep the shell; an empty text tells MkDocs not to write it."""
        del config
        if page.url != omhulsel.PAD:
            return output
        self.omhulsel = output
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write all that MkDocs does not know of."""
        try:
            leeg = omhulsel.lees_omhulsel(self.omhulsel, self.menudelen)
            for bestand in bouw(self.corpus, self.verteld, leeg, self.index, self.bezet):
                bestand.schrijf(Path(config.site_dir))
        except (omhulsel.OmhulselFout, DubbelPadFout) as fout:
            raise Abort(f"\n{fout}") from fout
