"""The MkDocs plugin: it fetches the shell and the told pages, and keeps them for ``macros.site``.

Nothing of ``data/`` passes through MkDocs but what is said of the site itself (``data/site.yml``):
of each call of a macro it only keeps that it stands there. So MkDocs need not run again while
``docs/`` and the theme stay the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
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

from macros.blad.citing import Citation, citeertitel, leidraad
from macros.blad.opendata import DATA
from macros.load.error import Position
from macros.model.dates import dag_in_words
from macros.model.vocabulaire import Site
from macros.pages.macro_call import MacroCall
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.rendering import verbeteradres
from macros.site import shell
from macros.site.build import WIJZER
from macros.site.fragments import placeholder
from macros.site.stijlen import light
from macros.site.told import DENKBEELDIGE_WET, WrittenPage

_UNASKED = ("assets/javascripts/", "assets/stylesheets/", "sitemap.xml")


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types there
    """There is nothing to set: ``data/site.yml`` is the place for that."""


class Kennisbank(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # idem
    """One run of MkDocs, and what it has told so far. ``site`` is set by who starts it."""

    site: Site | None = None
    shell: str

    def __init__(self) -> None:
        self.calls: dict[str, list[MacroCall]] = {}
        self.pages: dict[str, WrittenPage] = {}
        self.menu_parts: dict[str, str] = {}
        self.occupied: dict[str, str] = {}

    def on_config(self, config: MkDocsConfig) -> None:
        """Tell the theme what the site is called; register the macros."""
        if self.site is None:
            raise Abort("MkDocs maakt alleen het omhulsel. Bouw met make site, kijk met make serve")
        config.site_name, config.site_url = self.site.naam, self.site.adres
        config.extra["kb"] = self.site
        config.extra["kb_peildatum"] = dag_in_words(self.site.peildag)
        config.theme.static_templates.discard("sitemap.xml")
        macros = config.plugins["macros"]
        if not isinstance(macros, MacrosPlugin):
            raise PluginError("mkdocs.yml: onder plugins ontbreekt „macros”")
        macros.register_macros({naam: self._macro(macros, naam) for naam in PAGE_MACROS})

    def _macro(self, macros: MacrosPlugin, naam: str) -> Callable[..., str]:
        def on_this_page(*arguments: object, **options: object) -> str:
            calls = self.calls.setdefault(macros.page.url, [])
            calls.append(MacroCall(naam, arguments, options, Position()))
            return placeholder(len(calls) - 1)

        return on_this_page

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Publish nothing of Material that no page asks for; let the shell join the pages.

        Our style sheets go out without their comments.

        Left out are 2.3 MB of scripts, source maps and search dictionaries, and the template of a
        sitemap: exports/sitemap.py writes ours.
        """
        for file in list(files):
            if file.src_dir != config.docs_dir and file.src_uri.startswith(_UNASKED):
                files.remove(file)
        self.occupied = {
            file.dest_uri: f"{Path(file.src_dir or '').name}/{file.src_uri}" for file in files
        }
        for file in list(files):
            if file.src_uri.startswith("assets/css/"):
                files.remove(file)
                light_blad = light(file.content_string)
                files.append(File.generated(config, file.src_uri, content=light_blad))
        pad = f"{shell.PAD.removesuffix('/')}.md"
        files.append(File.generated(config, pad, content=shell.TEKST))

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Remember to which part of the menu each page belongs: the address of its first page."""
        del config, files
        for part in nav.items:
            if isinstance(part, Section):
                pages = [kind.url for kind in part.children if isinstance(kind, Page)]
                self.menu_parts.update(dict.fromkeys(pages, pages[0]))

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the page, in which tokens stand for what macros make; the theme gets a place."""
        del config, files
        if page.url == shell.PAD:
            return html
        self.pages[page.url] = WrittenPage(
            pad=page.url,
            file=page.file.dest_uri,
            menu_title=str(page.title),
            titel=str(page.meta.get("title", page.title)),
            description=str(page.meta.get("description", "")),
            zoektermen=tuple(map(str, page.meta.get("zoektermen", ()))),
            denkbeeldig=page.meta.get(DENKBEELDIGE_WET) is True,
            html=html,
            calls=tuple(self.calls.get(page.url, ())),
        )
        return shell.open_frame(html)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Escape everything in the theme, too (MkDocs does not), and tell what a page is called."""
        del files
        if self.site is None:
            raise PluginError("on_config is overgeslagen")
        env.autoescape = True
        env.filters["veilig"] = Markup
        env.filters["verwijzing"] = partial(self._verwijzing, self.site)
        env.filters["verbeteradres"] = partial(_verbeteradres, self.site)
        env.filters["menumerk"] = lambda pad: Markup(shell.menumerk(pad))  # noqa: S704 - an address of our own menu
        env.globals["kb_stempel"] = shell.PAD
        env.globals["kb_voet"] = shell.FOOT
        env.globals["kb_gegevens"] = dict.fromkeys(("", DATA, shell.PAD), shell.DATA)
        config.extra["kb_zoekindex"] = WIJZER

    def _verwijzing(self, site: Site, page: Page) -> str:
        if page.url == shell.PAD:
            return leidraad(site, shell.CITATION)
        told = self.pages[page.url]
        titel = citeertitel(told.titel, denkbeeldig=told.denkbeeldig)
        return leidraad(site, Citation(titel, told.pad))

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Keep what the theme made; an empty text tells MkDocs not to write it."""
        del config
        if page.url == shell.PAD:
            self.shell = output
        else:
            self.pages[page.url] = replace(self.pages[page.url], frame=output)
        return ""


def _verbeteradres(site: Site, page: Page) -> str:
    return verbeteradres(site, f"docs/{page.file.src_uri}", str(page.meta.get("title", page.title)))
