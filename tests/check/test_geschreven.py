from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.geschreven import feiten_zonder_bron, lees_geschreven
from macros.corpus.corpus import Corpus
from tests.fabriek import Ruw, aangewezen, maak_corpus, maak_wet, maak_wetsvoorstel


def _corpus(*uitzonderingen: Ruw) -> Corpus:
    reden: Ruw = {"reden": "Daarom niet."}
    lijst = [reden | uitzondering for uitzondering in uitzonderingen]
    return maak_corpus(
        maak_wet(titel="Participatiewet", afkortingen=["PW", "Pwet"]),
        maak_wetsvoorstel(titel="Wet aanpak", afkortingen=["Wams"]),
        uitzonderingen={"uitzonderingen": lijst or [reden | {"pagina": "vrij.md"}]},
    )


def _fouten(tekst: str) -> list[str]:
    paginas = {"pagina.md": tekst, "vrij.md": "Er zijn 12 dingen."}
    return [str(fout).splitlines()[0] for fout in feiten_zonder_bron(_corpus(), paginas)]


@pytest.mark.parametrize(
    ("zin", "woord", "kolom"),
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
def test_een_feit_zonder_bron_valt_op(zin: str, woord: str, kolom: int) -> None:
    regels = [r for r in _fouten(f"Eerst dit.\n\n{zin}\n") if f"„{woord}”" in r]
    assert regels == [f"docs/pagina.md:3:{kolom}  „{woord}” staat hier zonder bron"]


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
def test_wat_geen_feit_is_of_een_bron_heeft_mag(tekst: str) -> None:
    assert _fouten(tekst) == []


def test_ook_de_beschrijving_boven_een_pagina_telt() -> None:
    kop = '---\ntitle: "Wetten"\ndescription: "Alle 55 wetten."\n---\n\nTekst.\n'
    assert _fouten(kop) == ["docs/pagina.md:3:20  „55” staat hier zonder bron"]


def test_een_regelnummer_telt_de_kop_en_de_code_mee() -> None:
    tekst = '---\ntitle: "Wetten"\n---\n\n```\n1\n2\n```\n\nEr zijn 12 wetten.\n'
    assert _fouten(tekst)[0].startswith("docs/pagina.md:10:9 ")


@pytest.mark.parametrize(
    "uitzondering",
    [
        {"pagina": "pagina.md", "woorden": "poort 80"},
        {"pagina": "pagina.md"},
        {"pagina": "map/", "woorden": "poort 80"},
    ],
)
def test_een_uitzondering_geldt_voor_haar_woorden(uitzondering: Ruw) -> None:
    pagina = "map/pagina.md" if uitzondering["pagina"] == "map/" else "pagina.md"
    corpus = _corpus(uitzondering)
    assert feiten_zonder_bron(corpus, {pagina: "Stuur poort 80 door."}) == []


def test_een_uitzondering_geldt_niet_voor_andere_woorden() -> None:
    corpus = _corpus({"pagina": "pagina.md", "woorden": "poort 80"})
    fouten = feiten_zonder_bron(corpus, {"pagina.md": "Stuur poort 80 en 443 door."})
    assert [fout.wat for fout in fouten] == ["„443” staat hier zonder bron"]


def test_een_uitzondering_die_niemand_meer_nodig_heeft_moet_weg() -> None:
    corpus = _corpus({"pagina": "pagina.md", "woorden": "poort 80"}, {"pagina": "weg.md"})
    fouten = feiten_zonder_bron(corpus, {"pagina.md": "Geen getal."})
    assert [(fout.veld, fout.wat) for fout in fouten] == [
        ("uitzonderingen[1].woorden", "deze uitzondering is niet meer nodig"),
        ("uitzonderingen[2].pagina", "„weg.md” bestaat niet in docs/"),
    ]
    assert aangewezen(corpus, fouten[0]) == "poort 80"


def test_zonder_geschreven_paginas_valt_er_niets_te_vinden(tmp_path: Path) -> None:
    assert lees_geschreven(tmp_path) == {}
    assert feiten_zonder_bron(_corpus(), {}) == []


def test_de_echte_paginas_zeggen_niets_zonder_bron(corpus: Corpus, wortel: Path) -> None:
    paginas = lees_geschreven(wortel)
    assert "over/zekerheid.md" in paginas
    assert feiten_zonder_bron(corpus, paginas) == []
