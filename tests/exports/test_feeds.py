"""Programs that others made read the feeds, the calendars, the Markdown and the signposts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from markdown_it import MarkdownIt

from macros.blad.opendata import KINDS, markdown_path
from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.exports.findable import signposts
from macros.exports.gather import Data
from macros.exports.markdown import plain
from macros.exports.review_calendar import checks
from macros.exports.wijzigingen import feeds
from macros.model.base import Record

SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_a_feed_reader_reads_every_feed_without_a_complaint(
    corpus: Corpus, files: Mapping[str, bytes]
) -> None:
    all_feeds = {file.pad: file.inhoud for file in feeds(corpus)}
    all_feeds |= {pad: inhoud for pad, inhoud in files.items() if pad.endswith(".xml")}
    for pad, inhoud in all_feeds.items():
        read = feedparser.parse(inhoud)
        assert not read.bozo, (pad, read.get("bozo_exception"))
        assert read.version == "atom10"
        ids = [entry.id for entry in read.entries]
        assert len(ids) == len(set(ids)), pad
        for entry in read.entries:
            assert entry.title, pad
            assert entry.link.startswith(corpus.site.adres), pad
            assert entry.updated_parsed, pad


def test_the_feeds_of_questions_hold_every_question(data: Data, files: Mapping[str, bytes]) -> None:
    asked: Counter[tuple[str, str]] = Counter()
    for pad, inhoud in files.items():
        if pad.startswith("wijzigingen/vragen-aan/"):
            name = pad.rpartition("/")[2].removesuffix(".xml")
            asked.update((name, entry.title) for entry in feedparser.parse(inhoud).entries)
    assert asked == Counter(
        (naar.id.partition(":")[2], one.text) for one in data.questions for naar in one.to
    )


def test_a_question_about_the_imaginary_law_says_so(data: Data, files: Mapping[str, bytes]) -> None:
    marked = {one.text for one in data.questions if one.imaginary}
    assert marked
    for pad, inhoud in files.items():
        if pad.startswith("wijzigingen/vragen-aan/"):
            for entry in feedparser.parse(inhoud).entries:
                assert (DENKBEELDIG in entry.content[0].value) == (entry.title in marked)


def test_a_calendar_program_reads_the_calendar(corpus: Corpus) -> None:
    events = Calendar.from_ical(checks(corpus).inhoud).walk("VEVENT")
    found = {event.decoded("dtstart") for event in events}
    until = {record.controle_voor - timedelta(days=1) for record in corpus.every(Record)}
    assert until <= found
    for event in events:
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        assert str(event["url"]).startswith(corpus.site.adres)
    uids = [str(event["uid"]) for event in events]
    assert len(set(uids)) == len(uids)


def test_the_signposts_are_what_others_expect(corpus: Corpus) -> None:
    post = {file.pad: file.inhoud.decode() for file in signposts(corpus)}
    robots = RobotFileParser()
    robots.parse(post["robots.txt"].splitlines())
    assert robots.can_fetch("*", f"{corpus.site.adres}wetten/awir/")
    assert robots.site_maps() == [f"{corpus.site.adres}sitemap.xml"]
    search = ET.fromstring(post["opensearch.xml"])  # noqa: S314 - our own file
    assert search.tag == f"{SEARCH}OpenSearchDescription"
    assert len(search.findtext(f"{SEARCH}ShortName") or "") <= 16
    (url,) = search.findall(f"{SEARCH}Url")
    assert url.attrib["template"] == f"{corpus.site.adres}zoeken/#q={{searchTerms}}"


def test_every_address_of_the_signpost_for_assistants_is_a_file(
    corpus: Corpus, files: Mapping[str, bytes]
) -> None:
    (llms,) = (one.inhoud.decode() for one in signposts(corpus) if one.pad == "llms.txt")
    assert llms.startswith(f"# {corpus.site.naam}\n\n> ")
    assert DENKBEELDIG in llms
    links = {adres.removeprefix(corpus.site.adres) for adres in re.findall(r"\]\(([^)]*)\)", llms)}
    assert links - files.keys() == {"data/", "wijzigingen/atom.xml"}
    assert {pad for pad in files if pad.endswith(".md")} <= links


def _words(markdown: str) -> str:
    """Return what a reader of Markdown sees, with nothing of ours."""
    return "\n".join(
        "".join(one.content for one in token.children or () if one.type == "text")
        for token in MarkdownIt("commonmark").parse(markdown)
        if token.type == "inline"
    )


def test_the_markdown_holds_every_statement_with_its_proof(
    data: Data, files: Mapping[str, bytes]
) -> None:
    lookup = data.corpus
    for kind in (kind for kind in KINDS.values() if kind.told):
        seen = _words(files[markdown_path(kind)].decode())
        assert seen.count(DENKBEELDIG) == (len(data.things[kind.id_]) + 1) * kind.imaginary
        for thing in data.things[kind.id_]:
            assert thing.title in seen
            for claim in thing.claims:
                label = lookup.term("zekerheid", claim.bewering.zekerheid).label
                lines = [line for line in seen.split("\n") if claim.bewering.tekst in line]
                proof = [line for line in lines if f"({label}" in line]
                codes = [id_.partition(":")[2] for id_ in claim.bewering.bronnen]
                assert any(all(code in line for code in codes) for line in proof), claim.key


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1))
def test_markdown_reads_any_text_as_plain_words(text: str) -> None:
    assert _words(f"- {plain(text)}") == text


@pytest.mark.parametrize(
    "text", ["# a", "- a", "1. a", "1) a", "<b>", "[a](b)", "`a`", "a_b_", "&amp;", "==="]
)
def test_markdown_reads_signs_as_signs(text: str) -> None:
    assert _words(f"- {plain(text)}") == text
    assert _words(plain(text)) == text
