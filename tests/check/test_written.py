from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.written import facts_without_bron, read_written_pages
from macros.corpus.corpus import Corpus
from tests.factory import RawBlock, make_corpus, make_wet, make_wetsvoorstel, pointed_at


def _corpus(*uitzonderingen: RawBlock) -> Corpus:
    reden: RawBlock = {"reden": "Daarom niet."}
    lijst = [reden | uitzondering for uitzondering in uitzonderingen]
    return make_corpus(
        make_wet(titel="Participatiewet", afkortingen=["PW", "Pwet"]),
        make_wetsvoorstel(titel="Wet aanpak", afkortingen=["Wams"]),
        uitzonderingen={"uitzonderingen": lijst or [reden | {"pagina": "vrij.md"}]},
    )


def _errors(tekst: str) -> list[str]:
    pages = {"pagina.md": tekst, "vrij.md": "Er zijn 12 dingen."}
    return [str(error).splitlines()[0] for error in facts_without_bron(_corpus(), pages)]


@pytest.mark.parametrize(
    ("zin", "woord", "column"),
    [
        ("Er deden 60 gemeenten mee.", "60", 10),
        ("Dat begon op 1 januari 2023.", "1", 14),
        ("Circa 1,5 procent lukt niet.", "1,5", 7),
        ("Dat staat in de Participatiewet.", "Participatiewet", 17),
        ("Daarvoor is de Wams bedoeld.", "Wams", 16),
        ("Dat is Verplichte kost.", "Verplichte", 8),
        ('Er zijn {{ aantal("Wetten") }} wetten, waarvan 3 nieuw.', "3", 48),
        ("Zie [de 7 punten](https://elders.nl/).", "7", 9),
    ],
)
def test_a_fact_without_a_bron_stands_out(zin: str, woord: str, column: int) -> None:
    regels = [r for r in _errors(f"Eerst dit.\n\n{zin}\n") if f"„{woord}”" in r]
    assert regels == [f"docs/pagina.md:3:{column}  „{woord}” staat hier zonder bron"]


@pytest.mark.parametrize(
    "tekst",
    [
        '{{ bewering("organisatie:pmm", "wat", "In 2024") }} Dat zijn er 60.',
        'In 2024 was dat zo. {{ bron("N24") }}',
        '- Aantal: {{ cijfer("gemeenten-2024") }}',
        'Lees de {{ wet("participatiewet", "Participatiewet") }}.',
        "Lees [wat er in 2024 veranderde](../wijzigingen.md).",
        "1. Bel het loket.\n2. Vraag door.",
        "Typ `make test` of `listen 443`.",
        "```\nlisten 443;\n```",
        "<!-- nagekeken in 2026 -->",
        '<p id="deel-2">Een deel.</p>',
        "Een alinea.\n{: .kb-antwoord2 }",
        "De PW is een afkorting van twee letters.",
        "IPv6 en H2O zijn namen.",
        "---\nzoektermen: [nota 2022]\n---\nGewone tekst.",
    ],
)
def test_what_is_not_a_fact_or_has_a_bron_is_allowed(tekst: str) -> None:
    assert _errors(tekst) == []


def test_the_description_above_a_page_counts_too() -> None:
    kop = '---\ntitle: "Wetten"\ndescription: "Alle 55 wetten."\n---\n\nTekst.\n'
    assert _errors(kop) == ["docs/pagina.md:3:20  „55” staat hier zonder bron"]


def test_a_line_number_counts_the_front_matter_and_the_code_too() -> None:
    tekst = '---\ntitle: "Wetten"\n---\n\n```\n1\n2\n```\n\nEr zijn 12 wetten.\n'
    assert _errors(tekst)[0].startswith("docs/pagina.md:10:9 ")


@pytest.mark.parametrize(
    "uitzondering",
    [
        {"pagina": "pagina.md", "woorden": "poort 80"},
        {"pagina": "pagina.md"},
        {"pagina": "map/", "woorden": "poort 80"},
    ],
)
def test_an_exception_holds_for_its_words(uitzondering: RawBlock) -> None:
    pagina = "map/pagina.md" if uitzondering["pagina"] == "map/" else "pagina.md"
    corpus = _corpus(uitzondering)
    assert facts_without_bron(corpus, {pagina: "Stuur poort 80 door."}) == []


def test_an_exception_does_not_hold_for_other_words() -> None:
    corpus = _corpus({"pagina": "pagina.md", "woorden": "poort 80"})
    errors = facts_without_bron(corpus, {"pagina.md": "Stuur poort 80 en 443 door."})
    assert [error.wat for error in errors] == ["„443” staat hier zonder bron"]


def test_an_exception_that_nobody_needs_any_more_must_go() -> None:
    corpus = _corpus({"pagina": "pagina.md", "woorden": "poort 80"}, {"pagina": "weg.md"})
    errors = facts_without_bron(corpus, {"pagina.md": "Geen getal."})
    assert [(error.veld, error.wat) for error in errors] == [
        ("uitzonderingen[1].woorden", "deze uitzondering is niet meer nodig"),
        ("uitzonderingen[2].pagina", "„weg.md” bestaat niet in docs/"),
    ]
    assert pointed_at(corpus, errors[0]) == "poort 80"


def test_without_written_pages_there_is_nothing_to_find(tmp_path: Path) -> None:
    assert read_written_pages(tmp_path) == {}
    assert facts_without_bron(_corpus(), {}) == []


def test_the_real_pages_say_nothing_without_a_bron(corpus: Corpus, root: Path) -> None:
    pages = read_written_pages(root)
    assert "over/zekerheid.md" in pages
    assert facts_without_bron(corpus, pages) == []
