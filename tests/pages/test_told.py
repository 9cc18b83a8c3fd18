"""The hand-written pages are checked as strictly as the data: each message at its line."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.load.error import Error
from macros.pages.told import adres_of, check_told
from tests.factory import make_complete_corpus, make_corpus, one_of_each, write

ENGELS = re.compile(r"\b(unknown|unexpected|missing|argument[s]? is|got|expected|invalid)\b")


@pytest.fixture(scope="module")
def small() -> Corpus:
    return make_complete_corpus()


def inspect(corpus: Corpus | None, root: Path, **pages: str) -> list[Error]:
    """Write pages, ``over__privacy`` for ``over/privacy.md``, and return what is wrong."""
    for naam, tekst in pages.items():
        pad = root / "docs" / f"{naam.replace('__', '/').replace('_', '-')}.md"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    errors = check_told(corpus, root)
    for error in errors:
        assert error.remedy, error
        assert not ENGELS.search(f"{error.wat} {error.remedy}"), error
    return errors


KOP = '---\ntitle: "Titel"\ndescription: "Wat hier staat."\n---\n\n'
"""Five lines."""


def test_while_the_data_are_wrong_a_call_that_does_not_fit_is_told(tmp_path: Path) -> None:
    calls = '{{ begrip("weg") }}\n\n{{ begrip() }} {{ begrip("a", "b", "c") }} {{ begrp() }}'
    errors = inspect(None, tmp_path, index=f"{KOP}{calls}\n")
    assert [(error.regel, error.column) for error in errors] == [(8, 1), (8, 16), (8, 44)]


def test_a_good_page_is_allowed(small: Corpus, tmp_path: Path) -> None:
    tekst = (
        KOP + '# Kop\n\n{{ begrip("maatwerk", tekst="dat") }} en {{ aantal("Begrippen") }}'
        "\n\n[hier](#kop) en [daar](over/privacy.md#wat-wij-meten) {: .knop }\n"
    )
    privacy = KOP + "# Privacy\n\n## Wat wij meten\n"
    assert inspect(small, tmp_path, index=tekst, over__privacy=privacy) == []


@pytest.mark.parametrize(
    ("kop", "regel", "veld", "wat"),
    [
        ("description: Cookies: wij plaatsen er geen", 3, "", "een dubbele punt te veel"),
        ('description: "Zin."\nzoektermen: loketwoord', 4, "zoektermen", "past niet"),
        ('description: "Zin."\nzoektermen: [goed, 0123, true]', 4, "zoektermen[3]", "„true”"),
        ('description: "Zin."\nzoektermen: [12, 1.10]', 4, "zoektermen[2]", "„1.10”"),
        ('description: "Zin."\nzoektermn: [a]', 4, "zoektermn", "is geen bekend veld"),
        ('description: "geen zin"', 3, "description", "is geen hele zin"),
        ('description: "Zin {{ aantal() }}."', 3, "description", "bevat een inzet"),
        ("zoektermen: [a]", 2, "description", "ontbreekt"),
        ('description: "Zin."\nscripts: [../x.js]', 4, "scripts[1]", "niet de juiste vorm"),
        ('description: "Zin', 3, "", "niet gesloten"),
    ],
)
def test_the_front_matter_is_as_strict_as_data(  # noqa: PLR0913, PLR0917  a line of the table each
    small: Corpus, tmp_path: Path, kop: str, regel: int, veld: str, wat: str
) -> None:
    errors = inspect(small, tmp_path, index=f'---\ntitle: "Titel"\n{kop}\n---\n\nTekst.\n')
    found = [error for error in errors if error.veld == veld and wat in error.wat]
    assert len(found) == 1, errors
    assert (found[0].file, found[0].regel) == ("docs/index.md", regel)


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [("Tekst.\n", "heeft geen kop"), ('---\ntitle: "x"\n', "de kop is niet gesloten")],
)
def test_a_page_has_front_matter(small: Corpus, tmp_path: Path, tekst: str, wat: str) -> None:
    (error,) = inspect(small, tmp_path, index=tekst)
    assert (error.regel, error.wat) == (1, wat)


TWO_LISTS = '{{ bewering("begrip:maatwerk", "uitleg", "Dit is") }} {{ noten() }}'


@pytest.mark.parametrize(
    ("page_macro", "wat", "remedy"),
    [
        ('{{ begrp("maatwerk") }}', "onbekende inzet „begrp”", "bedoelde u „begrip”?"),
        ('{{ begrip("maatwrk") }}', "onbekend record „begrip:maatwrk”", "bedoelde u"),
        ('{{ begrip("maatwerk", titel="x") }}', "onbekend argument „titel”", "tekst=…"),
        ('{{ begrip("a", "b", "c") }}', "3 argumenten is te veel", 'begrip("slug", tekst=…)'),
        ('{{ begrip("a", slug="b") }}', "„slug” staat er twee keer", "schrijf"),
        ("{{ begrip() }}", "„slug” ontbreekt", "schrijf"),
        ("{{ begrip(3) }}", "„3” past niet bij „slug”", "schrijf"),
        ("{{ nieuwste(true) }}", "„True” past niet", "schrijf"),
        ('{{ bewering("begrip:maatwerk", "uitleg", "Weg") }}', "beginnen 0 beweringen", "eerste w"),
        (
            '{{ bewering("begrip:maatwerk", "uitlg", "W") }}',
            "geen beweringen in het veld",
            "„uitle",
        ),
        ('{{ onbekend("begrip:maatwerk", "uitleg") }}', "geen open vraag", "geen open vragen"),
        ('{{ vocabulaire("eenhoorns") }}', "onbekende keuzelijst „eenhoorns”", "kies uit"),
        ('{{ aantal("Begripen") }}', "onbekende telling", "bedoelde u „Begrippen”"),
        ('{{ bron("N99") }}', "onbekende bron „N99”", "kies uit: N24"),
        ("{{ begrip('maatwerk' }}", "is niet te lezen", "haakjes"),
        ('{{ begrip("maatwerk")', "{{ is niet gesloten", "zet }} achter"),
        ("tekst }}", "}} staat hier zonder begin", "haal het weg"),
        ("{% if x %}", "gebruikt een opdracht", "alleen onze inzetten"),
        ("## Kop {#anker}", "begint hier een opmerking", "spatie tussen"),
        (
            f"{TWO_LISTS} {{{{ noten() }}}}",
            "noten: de kop „Bronnen” staat al op",
            "haal deze inzet",
        ),
        ('{{ bewering("begrip:maatwerk", "uitleg", " ") }}', "„begint” is leeg", "schrijf"),
        ('{{ bewering("begrip:maatwerk", "uitleg", "a\\nb") }}', "beginnen 0", "eerste w"),
        ("{{ now() }}", "onbekende inzet „now”", "kies uit"),
        ("{{ environment }}", "is geen inzet", "met haakjes"),
        ("{{ config.site_url }}", "is geen inzet", "met haakjes"),
        ("{{ ''.__class__.__mro__ }}", "is geen inzet", "met haakjes"),
        ("{{ begrip(config) }}", "iets anders mee dan een tekst", "schrijf het zo"),
        ('{{ begrip("a") | upper }}', "is geen inzet", "met haakjes"),
        ('{{ begrip(*["a"]) }}', "is geen inzet", "met haakjes"),
        ("{{ cycler.__init__.__globals__.os.popen('id') }}", "is geen inzet", "met haakjes"),
    ],
)
def test_a_wrong_page_macro_gives_a_message_on_its_line(
    small: Corpus, tmp_path: Path, page_macro: str, wat: str, remedy: str
) -> None:
    (error,) = inspect(small, tmp_path, index=f"{KOP}# Kop\n\nZie {page_macro}\n")
    assert (error.file, error.regel) == ("docs/index.md", 8)
    assert wat in error.wat
    assert remedy in error.remedy


def test_all_errors_at_once_even_when_the_data_are_wrong(tmp_path: Path) -> None:
    tekst = "---\ntitl: x\ndescription: Zin.\n---\n\n{{ now }}\n\n{{ now }}\n[x](weg.md)\n"
    errors = inspect(None, tmp_path, index=tekst)
    # A mistyped field is one mistake: it is not missing as well.
    assert [error.regel for error in errors] == [2, 6, 8, 9]
    assert errors[0].remedy.startswith("bedoelde u „title”?")


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("zacht\u00adteken", "onzichtbaar teken"),
        ("harde\u00a0spatie", "bijzondere spatie"),
        ("de Р\u0430rticipatiewet en P\u0430rt", "Griekse of Russische"),
        ("<<<<<<< HEAD", "conflict van git"),
        ("[x](weg.md)", "wijst naar niets"),
        ("[x](/index.md)", "wijst naar niets"),
        ("[x](../index.md)", "wijst naar niets"),
        ("[x](#weg)", "heeft geen kop „#weg”"),
        ("![x](assets/beeld/weg.png)", "wijst naar niets"),
    ],
)
def test_what_is_not_allowed_in_the_text_is_reported(
    small: Corpus, tmp_path: Path, tekst: str, wat: str
) -> None:
    (error,) = inspect(small, tmp_path, index=f"{KOP}# Kop\n\n{tekst}\n")
    assert error.regel == 8
    assert wat in error.wat


@pytest.mark.parametrize("naam", ["over ons", "café", "Over", "over_ons"])
def test_the_name_of_a_page_becomes_an_address(small: Corpus, tmp_path: Path, naam: str) -> None:
    pad = tmp_path / "docs" / f"{naam}.md"
    pad.parent.mkdir()
    pad.write_text(KOP, encoding="utf-8")
    (error,) = inspect(small, tmp_path)
    assert error.wat == f"„{naam}” kan geen adres worden"


@pytest.mark.parametrize("naam", ["assets/beeld/foto.docx", "notities.txt", ".DS_Store", "a.yml"])
def test_a_file_that_nobody_uses(small: Corpus, tmp_path: Path, naam: str) -> None:
    pad = tmp_path / "docs" / naam
    pad.parent.mkdir(parents=True)
    pad.write_bytes(b"x")
    (error,) = inspect(small, tmp_path)
    assert (error.file, error.wat) == (f"docs/{naam}", "dit bestand hoort hier niet")


def test_a_page_at_the_address_of_a_record(small: Corpus, tmp_path: Path) -> None:
    (error,) = inspect(small, tmp_path, begrippen__maatwerk=KOP, begrippen__zaak=KOP)
    assert error.file == "docs/begrippen/maatwerk.md"
    assert "hetzelfde adres als data/begrippen/maatwerk.yml: /begrippen/maatwerk/" in error.wat


def test_two_pages_at_one_address(small: Corpus, tmp_path: Path) -> None:
    errors = inspect(small, tmp_path, over=KOP, over__index=KOP)
    assert [error.file for error in errors] == ["docs/over/index.md"]
    assert adres_of("index.md") == ""


def test_the_menu_and_the_pages_belong_together(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "nav:\n  - Home: index.md\n  - Deel:\n      - Weg: over/weg.md\n"
        "not_in_nav: |\n  /besluiten/0*.md\n",
        encoding="utf-8",
    )
    errors = inspect(small, tmp_path, index=KOP, over=KOP, besluiten__001_x=KOP)
    assert [(error.file, error.regel) for error in errors] == [
        ("docs/over.md", 1),
        ("mkdocs.yml", 4),
    ]


def test_very_many_brackets_take_no_time(small: Corpus, tmp_path: Path) -> None:
    for stuk in ("{{ ", "}} ", "{{ x }}", "[x](", '{{ "', "# a\n", "{# ", "](a "):
        begin = time.perf_counter()
        inspect(small, tmp_path, index=KOP + stuk * (90_000 // len(stuk)))
        assert time.perf_counter() - begin < 6, stuk


def test_without_docs_there_is_a_message(small: Corpus, tmp_path: Path) -> None:
    write(small, tmp_path)
    (error,) = inspect(small, tmp_path)
    assert error.wat == "de map docs/ ontbreekt"


def test_the_bewering_quoted_for_every_gemeente_must_exist(tmp_path: Path) -> None:
    without = make_corpus(*one_of_each())
    errors = inspect(without, tmp_path, index=KOP)
    assert [error.file for error in errors] == ["data/gemeenten.yml"]
    assert "haalt geen bewering aan" in errors[0].wat
