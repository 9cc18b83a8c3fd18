"""The hand-written pages are checked as strictly as the data: each message at its line."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.pages.verteld import adres_van, controleer_verteld
from tests.fabriek import een_van_elk, maak_corpus, maak_volledig, schrijf

ENGELS = re.compile(r"\b(unknown|unexpected|missing|argument[s]? is|got|expected|invalid)\b")


@pytest.fixture(scope="module")
def klein() -> Corpus:
    return maak_volledig()


def keur(corpus: Corpus | None, wortel: Path, **paginas: str) -> list[Fout]:
    """Write pages, ``over__privacy`` for ``over/privacy.md``, and return what is wrong."""
    for naam, tekst in paginas.items():
        pad = wortel / "docs" / f"{naam.replace('__', '/').replace('_', '-')}.md"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    fouten = controleer_verteld(corpus, wortel)
    for fout in fouten:
        assert fout.herstel, fout
        assert not ENGELS.search(f"{fout.wat} {fout.herstel}"), fout
    return fouten


KOP = '---\ntitle: "Titel"\ndescription: "Wat hier staat."\n---\n\n'
"""Five lines."""


def test_de_echte_paginas_kloppen(corpus: Corpus, wortel: Path) -> None:
    assert controleer_verteld(corpus, wortel) == []


def test_een_goede_pagina_mag(klein: Corpus, tmp_path: Path) -> None:
    tekst = (
        KOP + '# Kop\n\n{{ begrip("maatwerk", tekst="dat") }} en {{ aantal("Begrippen") }}'
        "\n\n[hier](#kop) en [daar](over/privacy.md#wat-wij-meten) {: .knop }\n"
    )
    privacy = KOP + "# Privacy\n\n## Wat wij meten\n"
    assert keur(klein, tmp_path, index=tekst, over__privacy=privacy) == []


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
def test_de_kop_is_zo_streng_als_data(  # noqa: PLR0913, PLR0917  a line of the table each
    klein: Corpus, tmp_path: Path, kop: str, regel: int, veld: str, wat: str
) -> None:
    fouten = keur(klein, tmp_path, index=f'---\ntitle: "Titel"\n{kop}\n---\n\nTekst.\n')
    gevonden = [fout for fout in fouten if fout.veld == veld and wat in fout.wat]
    assert len(gevonden) == 1, fouten
    assert (gevonden[0].bestand, gevonden[0].regel) == ("docs/index.md", regel)


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [("Tekst.\n", "heeft geen kop"), ('---\ntitle: "x"\n', "de kop is niet gesloten")],
)
def test_een_pagina_heeft_een_kop(klein: Corpus, tmp_path: Path, tekst: str, wat: str) -> None:
    (fout,) = keur(klein, tmp_path, index=tekst)
    assert (fout.regel, fout.wat) == (1, wat)


@pytest.mark.parametrize(
    ("inzet", "wat", "herstel"),
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
def test_een_inzet_die_niet_kan_geeft_een_melding_op_de_regel(
    klein: Corpus, tmp_path: Path, inzet: str, wat: str, herstel: str
) -> None:
    (fout,) = keur(klein, tmp_path, index=f"{KOP}# Kop\n\nZie {inzet}\n")
    assert (fout.bestand, fout.regel) == ("docs/index.md", 8)
    assert wat in fout.wat
    assert herstel in fout.herstel


def test_alle_fouten_tegelijk_ook_als_de_gegevens_niet_kloppen(tmp_path: Path) -> None:
    tekst = "---\ntitl: x\ndescription: Zin.\n---\n\n{{ now }}\n\n{{ now }}\n[x](weg.md)\n"
    fouten = keur(None, tmp_path, index=tekst)
    assert [fout.regel for fout in fouten] == [2, 2, 6, 8, 9]


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
def test_wat_in_de_tekst_niet_kan(klein: Corpus, tmp_path: Path, tekst: str, wat: str) -> None:
    (fout,) = keur(klein, tmp_path, index=f"{KOP}# Kop\n\n{tekst}\n")
    assert fout.regel == 8
    assert wat in fout.wat


@pytest.mark.parametrize("naam", ["over ons", "café", "Over", "over_ons"])
def test_de_naam_van_een_pagina_wordt_een_adres(klein: Corpus, tmp_path: Path, naam: str) -> None:
    pad = tmp_path / "docs" / f"{naam}.md"
    pad.parent.mkdir()
    pad.write_text(KOP, encoding="utf-8")
    (fout,) = keur(klein, tmp_path)
    assert fout.wat == f"„{naam}” kan geen adres worden"


@pytest.mark.parametrize("naam", ["assets/beeld/foto.docx", "notities.txt", ".DS_Store", "a.yml"])
def test_een_bestand_dat_niemand_gebruikt(klein: Corpus, tmp_path: Path, naam: str) -> None:
    pad = tmp_path / "docs" / naam
    pad.parent.mkdir(parents=True)
    pad.write_bytes(b"x")
    (fout,) = keur(klein, tmp_path)
    assert (fout.bestand, fout.wat) == (f"docs/{naam}", "dit bestand hoort hier niet")


def test_een_pagina_op_het_adres_van_een_record(klein: Corpus, tmp_path: Path) -> None:
    (fout,) = keur(klein, tmp_path, begrippen__maatwerk=KOP, begrippen__zaak=KOP)
    assert fout.bestand == "docs/begrippen/maatwerk.md"
    assert "hetzelfde adres als data/begrippen/maatwerk.yml: /begrippen/maatwerk/" in fout.wat


def test_twee_paginas_op_een_adres(klein: Corpus, tmp_path: Path) -> None:
    fouten = keur(klein, tmp_path, over=KOP, over__index=KOP)
    assert [fout.bestand for fout in fouten] == ["docs/over/index.md"]
    assert adres_van("index.md") == ""


def test_het_menu_en_de_paginas_horen_bij_elkaar(klein: Corpus, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "nav:\n  - Home: index.md\n  - Deel:\n      - Weg: over/weg.md\n"
        "not_in_nav: |\n  /besluiten/0*.md\n",
        encoding="utf-8",
    )
    fouten = keur(klein, tmp_path, index=KOP, over=KOP, besluiten__001_x=KOP)
    assert [(fout.bestand, fout.regel) for fout in fouten] == [
        ("docs/over.md", 1),
        ("mkdocs.yml", 4),
    ]


def test_heel_veel_haakjes_kost_geen_tijd(klein: Corpus, tmp_path: Path) -> None:
    for stuk in ("{{ ", "}} ", "{{ x }}", "[x](", '{{ "', "# a\n", "{# ", "](a "):
        begin = time.perf_counter()
        keur(klein, tmp_path, index=KOP + stuk * (90_000 // len(stuk)))
        assert time.perf_counter() - begin < 6, stuk


def test_zonder_docs_is_er_een_melding(klein: Corpus, tmp_path: Path) -> None:
    schrijf(klein, tmp_path)
    (fout,) = keur(klein, tmp_path)
    assert fout.wat == "de map docs/ ontbreekt"


def test_de_aangehaalde_bewering_van_elke_gemeente_moet_er_zijn(tmp_path: Path) -> None:
    zonder = maak_corpus(*een_van_elk())
    fouten = keur(zonder, tmp_path, index=KOP)
    assert [fout.bestand for fout in fouten] == ["data/gemeenten.yml"]
    assert "haalt geen bewering aan" in fouten[0].wat
