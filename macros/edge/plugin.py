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

from macros.blad.citing import Citation, leidraad
from macros.blad.opendata import DATA
from macros.corpus.corpus import Corpus
from macros.exports.jsonld import of_data, of_home
from macros.load.error import report
from macros.model.dates import dag_in_words
from macros.pages.acties import with_acties
from macros.pages.page_macros import LISTS, PAGE_MACROS, PageMacro
from macros.pages.rendering import Writer, environment
from macros.pages.table_of_contents import with_table_of_contents
from macros.site import shell
from macros.site.build import WIJZER, SearchIndex, build, search_index
from macros.site.fragments import Fragments
from macros.site.inspection import inspect
from macros.site.register import DuplicatePathError
from macros.site.stijlen import light
from macros.site.take_along import TakeAlongError, take_along
from macros.site.told import DENKBEELDIGE_WET, Told, read_told_page

_UNASKED = ("assets/javascripts/", "assets/stylesheets/", "sitemap.xml")


def _when_code_was_saved() -> Mapping[str, int]:
    """Return when each module was last saved; Python keeps running what it read at the start."""
    folder = Path(__file__).parent.parent
    return {pad.as_posix(): pad.stat().st_mtime_ns for pad in sorted(folder.rglob("*.py"))}


_STARTED_WITH = _when_code_was_saved()


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types there
    """There is nothing to set: ``data/site.yml`` is the place for that."""


class Kennisbank(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # idem
    """One build: the corpus, and what MkDocs has told so far."""

    corpus: Corpus
    index: SearchIndex
    shell: str

    def __init__(self) -> None:
        self.fragments = Fragments()
        self.schrijvers: dict[str, Writer] = {}
        self.told: list[Told] = []
        self.menu_parts: dict[str, str] = {}
        self.occupied: dict[str, str] = {}

    def on_config(self, config: MkDocsConfig) -> None:
        """Read ``data/`` and stop the build if anything in it is wrong; register the macros."""
        environment.cache_clear()  # while serving, a template may have changed
        if _when_code_was_saved() != _STARTED_WITH:
            raise Abort(
                "\nDe code in macros/ is veranderd, maar hier draait nog de oude.\n"
                "    Stop met Ctrl+C en start make serve opnieuw."
            )
        corpus, errors = inspect(Path(config.config_file_path).parent)
        if corpus is None or errors:
            raise Abort(f"\n{report(errors)}")
        self.corpus = corpus
        config.site_name, config.site_url = corpus.site.naam, corpus.site.adres
        config.extra["kb"] = corpus.site
        config.extra["kb_peildatum"] = dag_in_words(corpus.site.peildag)
        config.theme.static_templates.discard("sitemap.xml")
        macros = config.plugins["macros"]
        if not isinstance(macros, MacrosPlugin):
            raise PluginError("mkdocs.yml: onder plugins ontbreekt „macros”")
        macros.register_macros(
            {
                naam: self._macro(macros, naam, page_macro)
                for naam, page_macro in PAGE_MACROS.items()
            }
        )

    def _macro(self, macros: MacrosPlugin, naam: str, page_macro: PageMacro) -> Callable[..., str]:
        def for_this_pagina(*arguments: object, **options: object) -> str:
            # One writer a page, so that the notes of all macros on it count on.
            url = macros.page.url
            if url not in self.schrijvers:
                self.schrijvers[url] = Writer(self.corpus, url)
            html = page_macro(self.schrijvers[url], *arguments, **options)
            return self.fragments.keep(html, lijst=naam in LISTS)

        return for_this_pagina

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
        """Put the HTML of macros where their tokens stand, and keep what the site has to know."""
        del config, files
        if page.url != shell.PAD:
            told = read_told_page(
                html,
                self.fragments,
                pad=page.url,
                menu_title=str(page.title),
                titel=str(page.meta.get("title", page.title)),
                description=str(page.meta.get("description", "")),
                zoektermen=tuple(map(str, page.meta.get("zoektermen", ()))),
                denkbeeldig=page.meta.get(DENKBEELDIGE_WET) is True,
            )
            self.told.append(told)
        whole = with_table_of_contents(self.fragments.fill_in(html))
        return with_acties(whole, Writer(self.corpus, page.url))

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Escape everything in the theme, too (MkDocs does not), and tell what a page is called.

        By now every page has passed ``on_page_content``, so the search index is complete.
        """
        del files
        citations: dict[str, Citation] = {one.pagina.pad: one.citation for one in self.told}
        citations[shell.PAD] = shell.CITATION
        env.autoescape = True
        env.filters["veilig"] = Markup
        env.filters["verwijzing"] = lambda page: leidraad(self.corpus.site, citations[page.url])
        env.filters["verbeteradres"] = lambda page: Writer(self.corpus, page.url).verbeteradres(
            f"docs/{page.file.src_uri}", str(page.meta.get("title", page.title))
        )
        env.filters["menumerk"] = lambda pad: Markup(shell.menumerk(pad))  # noqa: S704 - an address of our own menu
        env.globals["kb_stempel"] = shell.PAD
        env.globals["kb_gegevens"] = {
            "": of_home(self.corpus),
            DATA: of_data(self.corpus),
            shell.PAD: shell.DATA,
        }
        self.index = search_index(self.corpus, self.told)
        config.extra["kb_zoekindex"] = WIJZER

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Keep the shell; an empty text tells MkDocs not to write it."""
        del config
        if page.url != shell.PAD:
            return output
        self.shell = output
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write all that MkDocs does not know of."""
        try:
            empty = shell.read_shell(self.shell, self.menu_parts)
            taken = take_along(self.corpus, Path(config.docs_dir))
            for file in build(self.corpus, self.told, empty, self.index, self.occupied, taken):
                file.write(Path(config.site_dir))
        except (shell.ShellError, DuplicatePathError, TakeAlongError) as error:
            raise Abort(f"\n{error}") from error
