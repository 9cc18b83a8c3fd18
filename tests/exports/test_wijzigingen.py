"""The feeds are Atom as RFC 4287 has it, with ids that outlive a rewording."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from xml.etree import ElementTree as ET

import pytest

from macros.blad.adres import facet_path, pad_of
from macros.blad.facets import facet
from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import soorten, wijzigingen
from macros.exports.file import Output
from macros.exports.wijzigingen import MAX_ENTRIES, feeds
from macros.model.instrument import Instrument
from macros.model.recht import Wet
from macros.model.soorten import Bestandsrecord
from tests.factory import make_bewering, make_bron, make_corpus, make_gebeurtenis, make_mvtpunt

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:kennisbank\.example,2026:[a-z0-9/~%.-]+", re.IGNORECASE)
DATUM = re.compile(r"\d{4}-\d{2}-\d{2}T12:00:00Z")


def _read(all_exports: Output) -> ET.Element:
    return ET.fromstring(all_exports.inhoud)  # noqa: S314 - our own file


def _feed_of_all(*records: Bestandsrecord) -> ET.Element:
    return _read(next(feeds(make_corpus(make_bron(), *records))))


@pytest.fixture(scope="module")
def real(corpus: Corpus) -> dict[str, ET.Element]:
    return {all_exports.pad: _read(all_exports) for all_exports in feeds(corpus)}


def test_the_feeds_are_written_with_the_site(
    corpus: Corpus, real: dict[str, ET.Element], exported: AbstractSet[str]
) -> None:
    assert set(real) <= exported
    per_soort = {f"wijzigingen/{soort}.xml" for soort in soorten(wijzigingen(corpus))}
    per_thing = {
        f"wijzigingen/{record.soort}/{record.slug}.xml"
        for soort in (Wet, Instrument)
        for record in corpus.every(soort)
    }
    per_leefgebied = {pad for pad in real if pad.startswith("wijzigingen/leefgebied/")}
    assert len(per_leefgebied) == len(facet(corpus, "leefgebied").waarden)
    assert set(real) == per_soort | per_thing | per_leefgebied | {"wijzigingen/atom.xml"}


def _one(parent: ET.Element, naam: str) -> ET.Element:
    (kind,) = parent.findall(ATOM + naam)
    return kind


def test_each_feed_has_what_atom_demands(corpus: Corpus, real: dict[str, ET.Element]) -> None:
    ids = set()
    for pad, feed in real.items():
        assert feed.tag == f"{ATOM}feed"
        ids.add(_one(feed, "id").text)
        assert TAG.fullmatch(_one(feed, "id").text or "")
        assert _one(feed, "title").text
        assert DATUM.fullmatch(_one(feed, "updated").text or "")
        assert _one(_one(feed, "author"), "name").text == corpus.site.naam
        links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
        parts = pad.removesuffix(".xml").split("/")
        pagina = "wijzigingen/"
        if len(parts) == 3:
            _, soort, naam = parts
            lid = soort == "leefgebied"
            pagina = facet_path(soort, naam) if lid else pad_of(f"{soort}:{naam}")
        assert links == {
            "self": corpus.site.adres + pad,
            "alternate": corpus.site.adres + pagina,
        }
    assert len(ids) == len(real)


def test_each_message_has_what_atom_demands(corpus: Corpus, real: dict[str, ET.Element]) -> None:
    for pad, feed in real.items():
        entries = feed.findall(f"{ATOM}entry")
        # Of one law or instrument nothing may have changed yet; of a kind something has.
        of_one_thing = pad.count("/") > 1
        assert entries or of_one_thing
        assert len(entries) <= MAX_ENTRIES
        ids = [_one(entry, "id").text or "" for entry in entries]
        assert len(set(ids)) == len(ids)
        for entry, id_ in zip(entries, ids, strict=True):
            assert TAG.fullmatch(id_), id_
            assert _one(entry, "title").text
            assert DATUM.fullmatch(_one(entry, "updated").text or "")
            assert _one(entry, "link").attrib["href"].startswith(corpus.site.adres)
            assert _one(entry, "content").attrib["type"] == "text"
            assert _one(entry, "content").text
            assert _one(entry, "category").attrib.keys() == {"term", "label"}
        dates = [_one(entry, "updated").text or "" for entry in entries]
        assert dates == sorted(dates, reverse=True)


def test_a_message_has_the_same_id_in_every_feed(real: dict[str, ET.Element]) -> None:
    every = {_one(entry, "id").text for entry in real["wijzigingen/atom.xml"].iter(f"{ATOM}entry")}
    standalone = {
        _one(entry, "id").text
        for pad, feed in real.items()
        if pad != "wijzigingen/atom.xml"
        for entry in feed.iter(f"{ATOM}entry")
    }
    assert every <= standalone


def _ids(feed: ET.Element) -> list[str | None]:
    return [_one(entry, "id").text for entry in feed.iter(f"{ATOM}entry")]


def test_rewording_or_a_new_check_makes_no_new_message() -> None:
    old = make_gebeurtenis(titel="Oud", beweringen=[make_bewering(tekst="Zo was het.")])
    new = make_gebeurtenis(titel="Nieuw", beweringen=[make_bewering(tekst="Anders gezegd.")])
    assert _ids(_feed_of_all(old)) == _ids(_feed_of_all(new))
    dates = [_one(entry, "updated").text for entry in _feed_of_all(new).iter(f"{ATOM}entry")]
    assert "2019-10-29T12:00:00Z" in dates


def test_a_message_gives_each_statement_with_certainty_and_source() -> None:
    event = make_gebeurtenis(beweringen=[make_bewering(tekst="Het begon.")])
    contents = [_one(entry, "content").text for entry in _feed_of_all(event).iter(f"{ATOM}entry")]
    assert "Het begon. (primair; bron N24)" in contents


def test_the_imaginary_law_is_named_so_in_title_and_text() -> None:
    point = make_mvtpunt(beweringen=[make_bewering(stand="2025-01-01")])
    feed = _feed_of_all(point)
    entries = [
        entry
        for entry in feed.iter(f"{ATOM}entry")
        if _one(entry, "category").attrib["term"] == "mvtpunt"
    ]
    assert len(entries) == 2
    for entry in entries:
        assert "(denkbeeldig)" in (_one(entry, "title").text or "")
        assert "denkbeeldig" in (_one(entry, "content").text or "")
    assert any(
        "De Wet op het sociaal domein bestaat niet." in (_one(b, "content").text or "")
        for b in entries
    )


def test_signs_of_xml_stay_text() -> None:
    event = make_gebeurtenis(titel='<b>&amp; "x"', beweringen=[make_bewering(tekst="]]> & <i>.")])
    titels = [_one(entry, "title").text for entry in _feed_of_all(event).iter(f"{ATOM}entry")]
    assert '29 oktober 2019: op de tijdlijn: <b>&amp; "x"' in titels


def test_the_same_data_gives_the_same_bytes(corpus: Corpus) -> None:
    assert list(feeds(corpus)) == list(feeds(corpus))
