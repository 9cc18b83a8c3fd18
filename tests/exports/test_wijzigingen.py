"""The feeds are Atom as RFC 4287 has it, with ids that outlive a rewording."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import soorten, wijzigingen
from macros.exports.bestand import Uitvoer
from macros.exports.uitvoer import alle_uitvoer
from macros.exports.wijzigingen import MAX_BERICHTEN, feeds
from macros.model.soorten import Bestandsrecord
from tests.fabriek import maak_bewering, maak_bron, maak_corpus, maak_gebeurtenis, maak_mvtpunt

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:kennisbank\.example,2026:[a-z0-9/~%.-]+", re.IGNORECASE)
DATUM = re.compile(r"\d{4}-\d{2}-\d{2}T12:00:00Z")


def _lees(uitvoer: Uitvoer) -> ET.Element:
    return ET.fromstring(uitvoer.inhoud)  # noqa: S314 - our own file


def _alle(*records: Bestandsrecord) -> ET.Element:
    return _lees(next(feeds(maak_corpus(maak_bron(), *records))))


@pytest.fixture(scope="module")
def echte(corpus: Corpus) -> dict[str, ET.Element]:
    return {uitvoer.pad: _lees(uitvoer) for uitvoer in feeds(corpus)}


def test_the_feeds_are_written_with_the_site(corpus: Corpus, echte: dict[str, ET.Element]) -> None:
    assert set(echte) <= {uitvoer.pad for _, uitvoer in alle_uitvoer(corpus, [])}
    per_soort = {f"wijzigingen/{soort}.xml" for soort in soorten(wijzigingen(corpus))}
    assert set(echte) == per_soort | {"wijzigingen/atom.xml"}


def _een(ouder: ET.Element, naam: str) -> ET.Element:
    (kind,) = ouder.findall(ATOM + naam)
    return kind


def test_each_feed_has_what_atom_demands(corpus: Corpus, echte: dict[str, ET.Element]) -> None:
    ids = set()
    for pad, feed in echte.items():
        assert feed.tag == f"{ATOM}feed"
        ids.add(_een(feed, "id").text)
        assert TAG.fullmatch(_een(feed, "id").text or "")
        assert _een(feed, "title").text
        assert DATUM.fullmatch(_een(feed, "updated").text or "")
        assert _een(_een(feed, "author"), "name").text == corpus.site.naam
        links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
        assert links == {
            "self": corpus.site.adres + pad,
            "alternate": f"{corpus.site.adres}wijzigingen/",
        }
    assert len(ids) == len(echte)


def test_each_message_has_what_atom_demands(corpus: Corpus, echte: dict[str, ET.Element]) -> None:
    for feed in echte.values():
        berichten = feed.findall(f"{ATOM}entry")
        assert 0 < len(berichten) <= MAX_BERICHTEN
        ids = [_een(bericht, "id").text or "" for bericht in berichten]
        assert len(set(ids)) == len(ids)
        for bericht, id_ in zip(berichten, ids, strict=True):
            assert TAG.fullmatch(id_), id_
            assert _een(bericht, "title").text
            assert DATUM.fullmatch(_een(bericht, "updated").text or "")
            assert _een(bericht, "link").attrib["href"].startswith(corpus.site.adres)
            assert _een(bericht, "content").attrib["type"] == "text"
            assert _een(bericht, "content").text
            assert _een(bericht, "category").attrib.keys() == {"term", "label"}
        datums = [_een(bericht, "updated").text or "" for bericht in berichten]
        assert datums == sorted(datums, reverse=True)


def test_a_message_has_the_same_id_in_every_feed(echte: dict[str, ET.Element]) -> None:
    alle = {
        _een(bericht, "id").text for bericht in echte["wijzigingen/atom.xml"].iter(f"{ATOM}entry")
    }
    los = {
        _een(bericht, "id").text
        for pad, feed in echte.items()
        if pad != "wijzigingen/atom.xml"
        for bericht in feed.iter(f"{ATOM}entry")
    }
    assert alle <= los


def _ids(feed: ET.Element) -> list[str | None]:
    return [_een(bericht, "id").text for bericht in feed.iter(f"{ATOM}entry")]


def test_rewording_or_a_new_check_makes_no_new_message() -> None:
    oud = maak_gebeurtenis(titel="Oud", beweringen=[maak_bewering(tekst="Zo was het.")])
    nieuw = maak_gebeurtenis(titel="Nieuw", beweringen=[maak_bewering(tekst="Anders gezegd.")])
    assert _ids(_alle(oud)) == _ids(_alle(nieuw))
    datums = [_een(bericht, "updated").text for bericht in _alle(nieuw).iter(f"{ATOM}entry")]
    assert "2019-10-29T12:00:00Z" in datums


def test_a_message_gives_each_statement_with_certainty_and_source() -> None:
    event = maak_gebeurtenis(beweringen=[maak_bewering(tekst="Het begon.")])
    inhouden = [_een(bericht, "content").text for bericht in _alle(event).iter(f"{ATOM}entry")]
    assert "Het begon. (primair; bron N24)" in inhouden


def test_the_imaginary_law_is_named_so_in_title_and_text() -> None:
    punt = maak_mvtpunt(beweringen=[maak_bewering(stand="2025-01-01")])
    feed = _alle(punt)
    berichten = [
        bericht
        for bericht in feed.iter(f"{ATOM}entry")
        if _een(bericht, "category").attrib["term"] == "mvtpunt"
    ]
    assert len(berichten) == 2
    for bericht in berichten:
        assert "(denkbeeldig)" in (_een(bericht, "title").text or "")
        assert "denkbeeldig" in (_een(bericht, "content").text or "")
    assert any(
        "De Wet op het sociaal domein bestaat niet." in (_een(b, "content").text or "")
        for b in berichten
    )


def test_signs_of_xml_stay_text() -> None:
    event = maak_gebeurtenis(titel='<b>&amp; "x"', beweringen=[maak_bewering(tekst="]]> & <i>.")])
    titels = [_een(bericht, "title").text for bericht in _alle(event).iter(f"{ATOM}entry")]
    assert '29 oktober 2019: op de tijdlijn: <b>&amp; "x"' in titels


def test_the_same_data_gives_the_same_bytes(corpus: Corpus) -> None:
    assert list(feeds(corpus)) == list(feeds(corpus))
