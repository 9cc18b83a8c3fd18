"""A small knowledge base of made-up records: ``tests/voorbeeld/``, and all that is made of it.

It holds one or more of every kind, with what makes our code choose: terms, dates, unknowns, weak
proof, the imaginary law. Nothing in it is true. An editor's change of ``data/`` touches nothing
here; a change of the model does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from markdown import Markdown

from macros.corpus.corpus import Corpus
from macros.corpus.memory import Memory
from macros.load.error import report
from macros.load.kop import read_markdown
from macros.model.told import Kop
from macros.model.validate import validate_model
from macros.pages.macro_call import MacroCall, filled_in
from macros.pages.told import adres_of
from macros.site import shell
from macros.site.build import whole_site
from macros.site.fragments import placeholder
from macros.site.inspection import inspect
from macros.site.take_along import EXTENSIONS
from macros.site.told import Surroundings, WrittenPage
from tests.pages.helpers import shell_html

EXAMPLE = Path(__file__).with_name("voorbeeld")


@cache
def example() -> Corpus:
    """Return the example, in which nothing is wrong."""
    corpus, errors = inspect(EXAMPLE)
    assert corpus is not None, report(errors)
    assert not errors, report(errors)
    return corpus


@cache
def example_site() -> Mapping[str, bytes]:
    """Return every file that is made of the example, by address."""
    surroundings, docs = _surroundings(), EXAMPLE / "docs"
    first, rest = whole_site(example(), docs, surroundings, Memory())
    return {file.pad: file.inhoud for files in (first, rest) for file in files}


def _surroundings() -> Surroundings:
    """Return what MkDocs would make: here a shell of a few lines, and the told pages in it."""
    docs = EXAMPLE / "docs"
    pages = [_page(docs, file) for file in sorted(docs.rglob("*.md"))]
    menu_parts = {page.pad: "wetten/" if "/" in page.pad else "" for page in pages}
    return Surroundings(pages, shell_html(menu_parts), menu_parts, {}, {})


def _page(docs: Path, file: Path) -> WrittenPage:
    naam = file.relative_to(docs).as_posix()
    markdown, errors = read_markdown(file.read_text(encoding="utf-8"), naam)
    assert markdown is not None, report(errors)
    kop, errors = validate_model(markdown.kop, Kop)
    assert kop is not None, report(errors)
    calls: list[MacroCall] = []

    def token(call: MacroCall) -> str:
        calls.append(call)
        return placeholder(len(calls) - 1)

    html = Markdown(extensions=[*EXTENSIONS]).convert(filled_in(markdown.tekst, token))
    pad = adres_of(naam)
    return WrittenPage(
        pad=pad,
        file=f"{pad}index.html",
        menu_title=kop.title,
        titel=kop.title,
        description=kop.description,
        zoektermen=kop.zoektermen,
        denkbeeldig=kop.denkbeeldige_wet,
        html=html,
        calls=calls,
        frame=f"<main >{shell.open_frame(html)}</main>{shell.FOOT}<p>voet</p>{shell.FOOT}",
    )
