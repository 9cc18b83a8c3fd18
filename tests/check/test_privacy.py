from __future__ import annotations

import json
import time
import typing
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.check import privacy
from macros.corpus.corpus import Vindplaats
from macros.load.characters import flatten
from macros.load.personal_data import NAAM, PHONE, is_bsn, personal_data
from macros.model.casusformulier import Gegevenssoort
from tests.check.planted import ADRES, FIXED, INNOCENT, MOBILE, Planted, planted
from tests.conftest import REPORT
from tests.factory import (
    as_yaml,
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    make_organisatie,
    make_wet,
    only,
    parse,
    pointed_at,
)

# Made up: 111222333 passes the eleven-test and was never issued as an example of anyone.
BSN = "111222333"


@pytest.mark.parametrize(
    ("stuk", "soort"),
    [
        ("jan.jansen@voorbeeld.nl", "een e-mailadres"),
        ("06 12 34 56 78", "een telefoonnummer"),
        ("+31612345678", "een telefoonnummer"),
        ("070-1234567", "een telefoonnummer"),
        ("NL91ABNA0417164300", "een IBAN"),
        ("1234 AB 12", "een postcode met huisnummer"),
        ("laan 12a, 1234 AB", "een postcode met huisnummer"),
        ("geboren op 3 mei 1990", "een geboortedatum"),
        ("mevrouw De Vries", "een naam"),
        ("Petra Jansen", "een naam"),
        (BSN, "een BSN"),
        ("1112.22.333", "een BSN"),
    ],
)
def test_geen_persoonsgegevens_bites(stuk: str, soort: str) -> None:
    tekst = f"Meld u bij {stuk} voor hulp."
    corpus = make_corpus(make_begrip(uitleg=[make_bewering(tekst=tekst)]))
    error = only(privacy.geen_persoonsgegevens, corpus)
    assert error.wat == f"„{stuk}” lijkt op {soort}"
    assert error.remedy.startswith("haal het weg, of zet het met een reden in data/privacy-uitz")
    assert pointed_at(corpus, error) == tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "De Participatiewet heeft BWBR0015703 als nummer.",
        "Zie Kamerstukken 34477-84 en 36410-XV-21 en Staatsblad 2015-236.",
        "Zie ECLI:NL:CRVB:2019:1234 en 32016R0679.",
        "Het kostte € 1.234.567.890 in de jaren 2015-2021.",
        "In 2024 ging het om 105 casussen en 342 gemeenten.",
        "De tabel is van 2026-11-21 en telt 123456789 regels.",
        "Dit staat in artikel 18, tweede lid, en in artikel 4:84.",
        "Gemeente GM0363 nam het over per 01-01-2019.",
        "Dat was rond 2024 OM en politie samen.",
    ],
)
def test_geen_persoonsgegevens_does_not_over_bite(tekst: str) -> None:
    corpus = make_corpus(make_wet(waarover=[make_bewering(tekst=tekst)]))
    assert list(privacy.geen_persoonsgegevens(corpus)) == []


def test_geen_persoonsgegevens_leaves_web_addresses_alone() -> None:
    corpus = make_corpus(
        make_bron(url=f"https://voorbeeld.nl/{BSN}", ook_te_vinden=[f"https://archief.nl/{BSN}"]),
        make_organisatie(website=f"https://voorbeeld.nl/{BSN}"),
    )
    assert list(privacy.geen_persoonsgegevens(corpus)) == []


@pytest.mark.parametrize(
    ("cijfers", "expected"),
    [(BSN, True), ("111222334", False), ("000000000", False), ("12345672", True)],
)
def test_a_bsn_passes_the_eleven_test(cijfers: str, expected: bool) -> None:  # noqa: FBT001
    assert is_bsn(cijfers) is expected


@given(st.text())
def test_personal_data_never_falls_over(tekst: str) -> None:
    for finding in personal_data(tekst):
        assert finding.stuk in flatten(tekst)


VECTORS = json.loads(
    Path(__file__).parent.with_name("privacy-vectoren.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["tekst"]))
def test_the_examples_of_the_form_give_the_same_findings(vector: dict[str, object]) -> None:
    """``tests/js/casusformulier.test.js`` reads the same file."""
    found = {finding.soort for finding in personal_data(str(vector["tekst"]))}
    assert sorted(found) == vector["verwacht"]


def test_the_examples_cover_every_kind_and_innocent_text() -> None:
    found = {soort for vector in VECTORS for soort in vector["verwacht"]}
    assert found == set(typing.get_args(Gegevenssoort))
    assert any(vector["verwacht"] == [] for vector in VECTORS)


# --- measured ---------------------------------------------------------------------------------

KNOWN_AS = {MOBILE: PHONE, FIXED: PHONE, ADRES: "een postcode met huisnummer"}
"""What the guard calls a planted kind, where that differs."""


def recognised(one: Planted) -> bool:
    soort = KNOWN_AS.get(one.soort, one.soort)
    return any(finding.soort == soort for finding in personal_data(one.tekst))


def test_what_was_planted_is_found(request: pytest.FixtureRequest) -> None:
    """At least 99 % of each kind and 90 % of the names, in both halves."""
    too_few = []
    for half, naam in enumerate(("gebruikt bij het bouwen", "apart gehouden")):
        per_soort: dict[str, list[bool]] = defaultdict(list)
        for one in planted()[half::2]:
            per_soort[one.soort].append(recognised(one))
        cijfers = [f"{soort} {sum(good)}/{len(good)}" for soort, good in per_soort.items()]
        request.config.stash[REPORT].append(f"privacy, {naam}: {', '.join(cijfers)}")
        too_few += [
            soort
            for soort, good in per_soort.items()
            if sum(good) < (0.9 if soort == NAAM else 0.99) * len(good)
        ]
    assert too_few == []
    assert len(planted()) >= 300


@pytest.mark.parametrize("tekst", INNOCENT)
def test_an_innocent_sentence_is_allowed(tekst: str) -> None:
    assert personal_data(tekst) == ()


def test_an_exception_must_be_needed(tmp_path: Path) -> None:
    corpus = make_corpus(make_begrip())
    assert list(privacy.geen_persoonsgegevens(corpus)) == []
    assert privacy.personal_data_outside_data(corpus, tmp_path) == []
    without = corpus.site.model_copy(update={"contact": "https://voorbeeld.nl/"})
    file = parse("data/site.yml", as_yaml(without))
    corpus = replace(corpus, read={**corpus.read, "tabel:site": Vindplaats(file)})
    (error,) = privacy.personal_data_outside_data(corpus, tmp_path)
    assert error.file == "data/privacy-uitzonderingen.yml"
    assert "komt nergens meer voor" in error.wat


def test_personal_data_are_found_in_comments_keys_and_file_names_too() -> None:
    corpus = make_corpus(make_begrip())
    tekst = "# Gebeld met mevrouw Bakker\ntitel: goed\n06-12345678: ook\n"
    file = parse("data/begrippen/111222333.yml", tekst)
    corpus = replace(corpus, read={**corpus.read, "begrip:x": Vindplaats(file)})
    errors = sorted(privacy.geen_persoonsgegevens(corpus))
    assert [(error.regel, error.column) for error in errors] == [(1, 1), (1, 1), (3, 14)]


def test_personal_data_are_found_in_written_pages_and_their_images_too(tmp_path: Path) -> None:
    image = tmp_path / "docs/assets/beeld"
    image.mkdir(parents=True)
    tekst = "---\ntitle: x\nzoektermen: [Petra Jansen]\n---\n\nBel 06\n12345678 nu.\n"
    (tmp_path / "docs/index.md").write_text(tekst, encoding="utf-8")
    (image / "petra-jansen.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\1tEXtx\0\0\0\0")
    (image / "kaal.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0")
    errors = privacy.personal_data_outside_data(make_corpus(make_begrip()), tmp_path)
    assert [(error.file, error.regel) for error in sorted(errors)] == [
        ("docs/assets/beeld/petra-jansen.png", 1),
        ("docs/index.md", 3),
        ("docs/index.md", 6),
    ]


@pytest.mark.parametrize("stuk", ["x", "1", "1 ", "a@", "Jan ", "dhr. ", "NL91", "1234 AB ", "J. "])
def test_a_long_text_takes_no_time(stuk: str) -> None:
    begin = time.process_time()
    personal_data(stuk * (20_000 // len(stuk)))
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    ("zin", "naam"),
    [
        ("Wethouder Jansen-Qwertz zei het.", "Wethouder Jansen-Qwertz"),
        ("Wethouder A. Qwertz zei het.", "Wethouder A. Qwertz"),
        ("Gisteren kwam Willem Jansen.", "Willem Jansen"),
        # What no list knows, and a first name that is the end of another word.
        ("Wethouder Qwertz zei het.", ""),
        ("Het Ridder-Willem Jansenplein.", ""),
    ],
)
def test_a_name_is_known_or_built_as_one(zin: str, naam: str) -> None:
    assert [one.stuk for one in personal_data(zin)] == ([naam] if naam else [])
