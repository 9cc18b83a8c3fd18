"""What the tests of pages and search share: changed copies of a corpus, and parsed HTML."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from markupsafe import Markup
from pydantic import BaseModel, ValidationError
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.corpus.corpus import Corpus, build_corpus
from macros.load.error import Pad
from macros.model.base import Bewering, Record
from macros.model.kennis import Bron
from macros.model.organisatie import Gemeente
from macros.model.soorten import SOORTEN, Bestandsrecord
from macros.model.vocabulaire import Site, Vocabulaire
from macros.model.walk import walk
from macros.pages import record_pages
from macros.pages.alphabet import letter_pages
from macros.pages.facet_pages import facet_pages
from macros.pages.keuzehulp import keuzehulp_pages
from macros.pages.pagina import Pagina
from macros.pages.rendering import Writer, render
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
from tests.factory import make_bewering, rebuilt

Model = TypeVar("Model", bound=BaseModel)
ShapePath = tuple[str, ...]
"""A path in which every number became ``*``: the same for each element of a list."""


def bewering(**velden: object) -> Bewering:
    """Return a statement with a source that exists."""
    return Bewering.model_validate(make_bewering(**velden))


def with_records(corpus: Corpus, *records: Record | Bron) -> Corpus:
    """Return the corpus with these records in the place of those with the same id."""
    return rebuilt(corpus, cast("Sequence[Bestandsrecord]", records))


def page_kinds() -> list[type[Record]]:
    """Return the kinds that have a page written by ``record_page``."""
    return [soort for soort in SOORTEN if issubclass(soort, Record)]


def vorm(pad: Pad) -> ShapePath:
    """Return a path without the numbers in it."""
    return tuple("*" if isinstance(part, int) else part for part in pad)


def covering(corpus: Corpus, soort: type[BaseModel]) -> list[Any]:
    """Return records of one kind that together fill in every field any of them fills in."""
    candidates: Sequence[BaseModel] = (
        corpus.gemeentetabel.gemeenten if soort is Gemeente else corpus.every(soort)
    )
    gezien: set[ShapePath] = set()
    choice = []
    for record in candidates:
        vormen = {vorm(pad) for pad, _, _ in walk(record)}
        if vormen - gezien:
            choice.append(record)
            gezien |= vormen
    return choice


def replace(
    model: Model, new: Callable[[Pad], str], *excluding: str
) -> tuple[Model, dict[Pad, str]]:
    """Return the model with a new text wherever it allows one, and what was put where.

    Left alone are the fields ``excluding``, the id, references and terms (the checks compare those
    with what exists), and what validation refuses: that can never reach a page.
    """
    put = {
        pad: new(pad)
        for pad, waarde, mark in walk(model)
        if mark is None and isinstance(waarde, str) and pad[-1] not in ("id", *excluding)
    }
    while True:
        tree_ = model.model_dump(mode="json", by_alias=True)
        for pad, tekst_ in put.items():
            _put(tree_, pad, tekst_)
        try:
            return type(model).model_validate(tree_), put
        except ValidationError as errors:
            for error in errors.errors():
                # A whole sentence ends with a full stop; anything else refused is left as it was.
                pad = tuple(error["loc"])
                refused = put.pop(pad, "")
                if error["type"] == "geen_zin":
                    put[pad] = f"{refused}."


def _put(tree_: object, pad: Pad, tekst_: str) -> None:
    *way, last = pad
    for part in way:
        tree_ = cast("Any", tree_)[part]
    cast("Any", tree_)[last] = tekst_


def everywhere(corpus: Corpus, tekst_: str) -> Corpus:
    """Return the corpus with this text in every field, of everything, that allows it."""

    def otherwise(part: object) -> object:
        match part:
            case Site():
                # The owner sets the address of the site; it stands before each permanent link.
                return replace(part, lambda _: tekst_, "adres")[0]
            case Vocabulaire():
                return replace(part, lambda _: tekst_, "as")[0]
            case BaseModel():
                return replace(part, lambda _: tekst_, "veld")[0]
            case Mapping():
                return {sleutel: otherwise(waarde) for sleutel, waarde in part.items()}
            case _:
                return part

    parts = inspect.signature(build_corpus).parameters.keys() - {"walked"}
    return build_corpus(**{naam: cast("Any", otherwise(getattr(corpus, naam))) for naam in parts})


def pages(corpus: Corpus, choice: Corpus) -> Iterator[Pagina]:
    """Write the pages of ``corpus``, but of each kind only those that add a field.

    Which those are is reckoned from ``choice``: the same records before anything was replaced.
    """
    for soort in SOORTEN:
        for chosen in covering(choice, soort):
            record = corpus.records[chosen.id]
            if isinstance(record, Bron):
                yield record_pages.bron_page(corpus, record)
            elif isinstance(record, Record):
                yield record_pages.record_page(corpus, record)
    gemeenten = [corpus.gemeenten()[gemeente.cbs] for gemeente in covering(choice, Gemeente)]
    yield from (record_pages.gemeente_page(corpus, gemeente) for gemeente in gemeenten)
    for makings in (keuzehulp_pages, facet_pages, letter_pages):
        yield from (making.make() for making in makings(corpus))


def shell_html(menu_parts: Mapping[str, str]) -> str:
    """Return a small page with every placeholder of the shell in it."""
    menu = "".join(
        f'<li><a href="../../{pad}"{menumerk(pad)}>deel</a></li>'
        for pad in dict.fromkeys(menu_parts.values())
    )
    return (
        f'<!doctype html><title>{TITEL}</title><meta name="description" content="{DESCRIPTION}">'
        f"{DATA}"
        f'<ul>{menu}</ul><article class="kb-artikel{CONTENTS}"><p>kbstempelinhoud</p></article>'
        f"<p>{CITATION.titel}, https://x.example/{PAD}</p>"
    )


def make_shell(menu_parts: Mapping[str, str]) -> Shell:
    """Return a small shell with every placeholder in it."""
    return read_shell(shell_html(menu_parts), menu_parts)


def tree(html: str) -> LexborHTMLParser:
    """Parse HTML the way a browser does."""
    return LexborHTMLParser(html)


def tekst(html: str) -> str:
    """Return the text a reader sees, with single spaces."""
    body = tree(html).body
    assert body is not None
    return " ".join(body.text().split())


def adressen(html: str) -> list[str]:
    """Return the targets of all links."""
    return [node.attributes.get("href") or "" for node in tree(html).css("a[href]")]


def one(html: str, selector: str) -> LexborNode:
    """Return the only element that matches."""
    (node,) = tree(html).css(selector)
    return node


def first_bewering(kb: Writer, id_: str, veld: str, begint: str, en: str = "") -> Markup:
    """Stand in for the macro ``bewering`` where every text is a payload: nothing begins so."""
    del begint, en
    lijst = getattr(kb.corpus.records[id_], veld)
    return render("inzet_delen.html.j2", kb, part="bewering", points=[kb.point(lijst[0])])
