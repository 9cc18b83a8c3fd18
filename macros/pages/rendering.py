"""The Jinja environment and what templates may ask of the corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import TOKEN_DATA, Token, TokenStream
from markupsafe import Markup

from macros.blad import adres, zinnen
from macros.blad.blad import (
    IN_SIGHT,
    BronLine,
    Gaps,
    Note,
    Point,
    Proof,
    RunningText,
    Stuk,
    short_line,
)
from macros.blad.bronnen import dead_link
from macros.blad.narrate import Narrator
from macros.blad.noten import Headings, Notes
from macros.blad.spelling import getal, stuknummer
from macros.corpus.corpus import Corpus
from macros.corpus.read_log import ReadLog
from macros.load.cache import Cache, digest
from macros.model.base import Bewering, Onbekend
from macros.model.dates import dag_in_words
from macros.model.kennis import Begrip
from macros.model.linkcontrole import Linkuitkomst
from macros.model.organisatie import Gemeente
from macros.model.soorten import Bestandsrecord
from macros.model.vocabulaire import Site, VocabulaireTerm
from macros.pages.parts import EDGE

TEMPLATES = Path(__file__).with_name("templates")


_BLOCK = (
    "article|body|caption|div|dl|figure|footer|h[1-6]|head|header|html|link|main|meta|nav|ol|p|script"
    "|section|table|tbody|thead|title|tr|ul"
)
_BEFORE = re.compile(rf"\n+(?=</?(?:{_BLOCK})\b)")
_AFTER = re.compile(rf"(</?(?:{_BLOCK})(?:\s[^<>]*)?>)\n+")
"""A line break where a block begins or ends anyway. Not between what may stand in a line (``li`` of
a path of crumbs, ``details`` of a term): there it is a space that a reader sees."""


def tight(html: str) -> str:
    """Return HTML without the line breaks that only its source shows: a hundred on a long page."""
    return _AFTER.sub(r"\1", _BEFORE.sub("", html))


class _Tight(Extension):
    """Leaves these out of the templates themselves, once; the lines of an error stay right."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Return the tokens of a template, its HTML tight."""
        for token in stream:
            data = token.type == TOKEN_DATA
            yield Token(token.lineno, token.type, tight(token.value)) if data else token


@cache
def environment() -> Environment:
    """Return the environment: everything escaped, an undefined name is an error."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # it would ask the disk for each template of each page
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do", _Tight],
    )
    env.filters["dag"] = dag_in_words
    env.filters["double_titels"] = double_titels
    env.filters["getal"] = getal
    env.filters["short_line"] = short_line
    env.filters["stuknummer"] = stuknummer
    env.globals["zinnen"] = zinnen
    env.globals["in_sight"] = IN_SIGHT
    env.globals["rand"] = EDGE
    return env


class _Compiled(BytecodeCache):
    """Keeps templates as they were compiled; of which text, Jinja itself looks at."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled before, if that is there."""
        known = self._cache.get(digest("sjabloon", bucket.key))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled now."""
        self._cache.put(digest("sjabloon", bucket.key), bucket.bytecode_to_string())


def keep_compiled(cache: Cache) -> None:
    """Keep compiled templates for a next run, and use those of the run before."""
    environment().bytecode_cache = _Compiled(cache)


class _Getiteld(Protocol):
    @property
    def titel(self) -> str: ...


def double_titels(doelen: Iterable[_Getiteld]) -> frozenset[str]:
    """Return the titles that more than one of these links have."""
    aantal = Counter(doel.titel for doel in doelen)
    return frozenset(titel for titel, nth in aantal.items() if nth > 1)


class Writer:
    """What a template needs to write one page: addresses, notes, and what is told of records.

    A page reads the corpus only here, so that ``read`` holds all that it was made of.
    """

    def __init__(self, corpus: Corpus, here: str) -> None:
        self.read = ReadLog()
        self.corpus = corpus.followed(self.read)
        self.here = here
        self.noten = Notes()
        self.headings = Headings()
        self._explained: set[str] = set()
        self.narrator = Narrator(self.corpus)

    def naar(self, pad: str) -> str:
        """Return the relative link from this page to an address from the site root."""
        return adres.relative(self.here, pad)

    def dead_link(self, adres: str | None) -> Linkuitkomst | None:
        """Return what is known of an address where nothing stands any more."""
        return dead_link(self.corpus, adres)

    def record(self, id_: str) -> Bestandsrecord:
        """Return a record by its full id."""
        return self.corpus.records[id_]

    def url(self, id_: str) -> str:
        """Return the relative link to a record or municipality."""
        return self.naar(adres.pad_of(id_))

    def gemeente(self, id_: str) -> Gemeente:
        """Return a municipality by CBS code, with or without ``gemeente:``."""
        return self.corpus.per_cbs[id_.removeprefix("gemeente:")]

    def term(self, as_: str, sleutel: str) -> VocabulaireTerm:
        """Return a vocabulary term."""
        return self.corpus.term(as_, sleutel)

    def label(self, as_: str, sleutel: str) -> str:
        """Return the label of a vocabulary term."""
        return self.narrator.label(as_, sleutel)

    def uitleg(self, as_: str, sleutel: str) -> str:
        """Return the explanation of a vocabulary term."""
        return self.narrator.uitleg(as_, sleutel)

    def point(self, bewering: Bewering) -> Point:
        """Return a statement with its proof, its sources numbered on this page."""
        return self.narrator.point(bewering, self.noten)

    def proof(self, bewering: Bewering) -> Proof:
        """Return only the proof of a statement."""
        return self.narrator.proof(bewering, self.noten)

    def explain(self, id_: str) -> str:
        """Return what a term of the glossary means the first time this page names it."""
        record = self.corpus.records.get(id_)
        if not isinstance(record, Begrip) or id_ in self._explained:
            return ""
        self._explained.add(id_)
        return record.samenvatting

    def refer(self, ids: Sequence[str]) -> Sequence[Note]:
        """Return a mention of each of these sources."""
        return self.narrator.noten(ids, self.noten)

    def gaps(self, vragen: Sequence[Onbekend]) -> Gaps:
        """Return open questions with whom to ask."""
        return Gaps((), tuple(map(self.narrator.open, vragen)))

    def running_text(self, tekst: str) -> RunningText:
        """Return a text in pieces: the website of an organisation is a link."""
        return self.narrator.running_text(tekst) or (Stuk(tekst),)

    def bronnen(self) -> Sequence[BronLine]:
        """Return the sources of the notes so far, in order."""
        return self.narrator.bron_lines(self.noten)

    def verbeteradres(self, data_file: str, titel: str) -> str:
        """Return where a reader reports a mistake in this page, which the report names."""
        return verbeteradres(self.corpus.site, data_file, titel)

    def permanent(self) -> str:
        """Return the full permanent address of this page."""
        return f"{self.corpus.site.adres}{self.here}"


def verbeteradres(site: Site, file: str, titel: str) -> str:
    """Return where a reader reports a mistake in a page, which the report names with its file."""
    adres = site.verbeteradres
    return adres.replace("{pad}", quote(file)).replace("{titel}", quote(titel, safe=""))


def render(template_name: str, writer: Writer, **waarden: object) -> Markup:
    """Render one template for the page of ``writer``."""
    template = environment().get_template(template_name)
    return Markup(template.render(kb=writer, corpus=writer.corpus, **waarden))  # noqa: S704 - escaped by the template
