from __future__ import annotations

import pytest

from macros.check import bronnen
from tests.factory import (
    PMM_BRON,
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    make_leerpunt,
    only,
    pointed_at,
)

BRONNEN = (
    make_bron("PRIM"),
    make_bron("SEC", aard="secundair"),
    make_bron("EIGEN", aard="eigen"),
)


@pytest.mark.parametrize(
    ("velden", "wat"),
    [
        (
            {"bronnen": ["SEC", "EIGEN"], "zekerheid": "primair"},
            "is „primair”, maar geen van de bronnen is een primaire bron",
        ),
        (
            {"bronnen": ["EIGEN"], "zekerheid": "secundair"},
            "is „secundair”, maar rust alleen op eigen vakkennis",
        ),
        (
            {"bronnen": ["PRIM"], "zekerheid": "tegenstrijdig"},
            "is „tegenstrijdig”, maar noemt maar één kant",
        ),
        (
            {"bronnen": ["SEC"], "zekerheid": "tegenstrijdig", "opmerking": "Elders staat 12."},
            "is „tegenstrijdig”, maar noemt maar één kant",
        ),
    ],
)
def test_zekerheid_past_bij_bronnen_bites(velden: dict[str, object], wat: str) -> None:
    corpus = make_corpus(*BRONNEN, make_begrip(uitleg=[make_bewering(**velden)]))
    error = only(bronnen.zekerheid_past_bij_bronnen, corpus)
    assert (error.veld, error.wat) == ("uitleg[1].zekerheid", wat)
    assert error.remedy
    assert pointed_at(corpus, error) == velden["zekerheid"]


@pytest.mark.parametrize(
    "velden",
    [
        {"bronnen": ["SEC", "PRIM"], "zekerheid": "primair"},
        {"bronnen": ["SEC"], "zekerheid": "secundair"},
        {"bronnen": ["PRIM"], "zekerheid": "secundair"},
        {"bronnen": ["EIGEN"], "zekerheid": "afgeleid"},
        {"bronnen": ["EIGEN", "SEC"], "zekerheid": "secundair"},
        {"bronnen": ["PRIM", "SEC"], "zekerheid": "tegenstrijdig"},
        {"bronnen": ["WEG"], "zekerheid": "secundair"},
    ],
)
def test_zekerheid_past_bij_bronnen_does_not_over_bite(velden: dict[str, object]) -> None:
    corpus = make_corpus(*BRONNEN, make_begrip(uitleg=[make_bewering(**velden)]))
    assert list(bronnen.zekerheid_past_bij_bronnen(corpus)) == []


@pytest.mark.parametrize(
    ("tekst", "said"),
    [
        ("De regel geldt nog. Een wijziging is niet gezien.", "niet gezien"),
        ("Het artikel is niet gevonden.", "niet gevonden"),
        ("Van welke groep dat is, is niet apart genoteerd.", "niet apart genoteerd"),
        ("Geen enkele bron noemt een ingang.", "Geen enkele bron"),
        ("Het bericht noemt dit niet in het deel dat is gezien.", "in het deel dat is gezien"),
        ("De jongste vermelding die wij vonden, is van 2022.", "die wij vonden"),
    ],
)
@pytest.mark.parametrize("zekerheid", ["primair", "secundair"])
def test_eigen_bevinding_is_van_ons_bites(tekst: str, said: str, zekerheid: str) -> None:
    bewering = make_bewering(tekst=tekst, bronnen=["PRIM"], zekerheid=zekerheid, stand="2026-11-21")
    corpus = make_corpus(*BRONNEN, make_begrip(uitleg=[bewering]))
    error = only(bronnen.eigen_bevinding_is_van_ons, corpus)
    assert error.veld == "uitleg[1].zekerheid"
    assert error.wat.startswith(f"is „{zekerheid}”, maar de zin zegt „{said}”")
    assert "„opmerking”" in error.remedy
    assert pointed_at(corpus, error) == zekerheid


@pytest.mark.parametrize("stand", ["2024-04-22", "2021~", "ongedateerd", "2026-10"])
def test_eigen_bevinding_is_van_ons_bites_on_a_stand_before_we_read_the_bron(stand: str) -> None:
    """The factory consulted its sources on 1 November 2026."""
    bewering = make_bewering(
        tekst="Een vervolg is niet gevonden.", bronnen=["SEC"], zekerheid="afgeleid", stand=stand
    )
    corpus = make_corpus(*BRONNEN, make_begrip(uitleg=[bewering]))
    error = only(bronnen.eigen_bevinding_is_van_ons, corpus)
    assert error.veld == "uitleg[1].stand"
    assert error.wat.startswith("ligt vóór 1 november 2026, de dag waarop wij de bron lazen")
    assert pointed_at(corpus, error).strip("'") == stand


@pytest.mark.parametrize(
    "velden",
    [
        {"tekst": "Een vervolg is niet gevonden.", "zekerheid": "afgeleid", "stand": "2026-11"},
        {"tekst": "Dat is niet gevonden.", "zekerheid": "afgeleid", "bronnen": ["WEG"]},
        {"opmerking": "Het rapport zelf is niet gezien."},
        {"tekst": "In 2023 was niet duidelijk wie er over maatwerk beslist."},
        {"tekst": "De gemeente heeft geen bronnen van inkomsten gevonden."},
        {"tekst": "Professionals vonden elkaar niet altijd."},
    ],
)
def test_eigen_bevinding_is_van_ons_does_not_over_bite(velden: dict[str, object]) -> None:
    """What a source itself says it does not know is a fact; a remark is ours already."""
    corpus = make_corpus(
        *BRONNEN, make_begrip(uitleg=[make_bewering(**({"bronnen": ["PRIM"]} | velden))])
    )
    assert list(bronnen.eigen_bevinding_is_van_ons(corpus)) == []


NOTAS = (
    make_bron("N22", datum="2022-06-03", bronsoort="nota"),
    make_bron("N24", datum="2024-04-22", bronsoort="nota"),
    make_bron("K81", datum="2022-07-06"),
)


@pytest.mark.parametrize(
    "velden",
    [
        {"tekst": "De nota van 2022 noemt zeven instrumenten."},
        {"tekst": "Volgens de nota van juni 2022 stopt het programma."},
        {"tekst": "Dat meldt de nota uit 2022."},
        {"opmerking": "Of de nota van 3 juni 2022 dit bedoelde, is niet bevestigd."},
    ],
)
def test_genoemde_nota_is_bron_bites(velden: dict[str, object]) -> None:
    bewering = make_bewering(**({"bronnen": ["K81", "N24"]} | velden))
    corpus = make_corpus(*NOTAS, make_begrip(uitleg=[bewering]))
    error = only(bronnen.genoemde_nota_is_bron, corpus)
    assert error.veld == "uitleg[1].bronnen"
    assert error.wat.startswith("mist N22: de bewering noemt de „nota ")
    assert error.remedy == "voeg N22 toe, of noem die nota hier niet"


@pytest.mark.parametrize(
    "velden",
    [
        {"tekst": "De nota van 2022 noemt zeven instrumenten.", "bronnen": ["K81", "N22"]},
        {"tekst": "De nota van april 2024 gaat over 2023."},
        {"tekst": "De beslisnota van 23 maart 2022 is niet gezien."},
        {"tekst": "Een andere nota van 2019 is kwijt."},
        {"tekst": "De nota noemt het jaar 2022."},
    ],
)
def test_genoemde_nota_is_bron_does_not_over_bite(velden: dict[str, object]) -> None:
    """A memo that is no source of ours cannot be asked for, nor one named without its date."""
    bewering = make_bewering(**({"bronnen": ["K81", "N24"]} | velden))
    corpus = make_corpus(*NOTAS, make_begrip(uitleg=[bewering]))
    assert list(bronnen.genoemde_nota_is_bron(corpus)) == []


@pytest.mark.parametrize(
    ("veld", "zin", "said"),
    [
        ("opmerking", "De bron noemt geen nummer.", "De bron noemt geen"),
        ("opmerking", "De bron zegt er hier niet bij wie.", "De bron zegt er hier niet"),
        ("tekst", "Het kan. De bronnen geven geen getal.", "De bronnen geven geen"),
    ],
)
@pytest.mark.parametrize("bronnen_", [["DEEL"], ["PRIM", "KOPPEN"]])
def test_zwijgen_vraagt_lezen_bites(veld: str, zin: str, said: str, bronnen_: list[str]) -> None:
    bewering = make_bewering(**({"bronnen": bronnen_, "zekerheid": "secundair"} | {veld: zin}))
    corpus = make_corpus(*BRONNEN, *GLIMPSE[1:3], make_begrip(uitleg=[bewering]))
    error = only(bronnen.zwijgen_vraagt_lezen, corpus)
    assert error.veld == f"uitleg[1].{veld}"
    assert error.wat == f"zegt „{said}”, maar {bronnen_[-1]} is niet helemaal gelezen"
    assert "geziene deel" in error.remedy
    assert pointed_at(corpus, error) == zin


@pytest.mark.parametrize(
    "velden",
    [
        {"bronnen": ["PRIM"], "opmerking": "De bron noemt geen nummer."},
        {"bronnen": ["DEEL"], "opmerking": "In het geziene deel noemt de bron geen nummer."},
        {"bronnen": ["DEEL"], "opmerking": "De bron noemt geen nummer in het geziene deel."},
        {"bronnen": ["DEEL"], "opmerking": "De bron noemt geen naam, voor zover gelezen."},
        {"bronnen": ["DEEL"], "opmerking": "De bron noemt dit als eis, niet als raad."},
        {"bronnen": ["WEG"], "opmerking": "De bron noemt geen nummer."},
    ],
)
def test_zwijgen_vraagt_lezen_does_not_over_bite(velden: dict[str, object]) -> None:
    corpus = make_corpus(*BRONNEN, *GLIMPSE[2:3], make_begrip(uitleg=[make_bewering(**velden)]))
    assert list(bronnen.zwijgen_vraagt_lezen(corpus)) == []


def test_bron_is_vindbaar_bites() -> None:
    corpus = make_corpus(make_bron(url=None))
    error = only(bronnen.bron_is_vindbaar, corpus)
    assert error.wat == "heeft geen url en geen vindplaats"
    assert error.remedy == "voeg „url” of „vindplaats” toe"
    assert pointed_at(corpus, error) == "bron:N24"


def test_bron_is_vindbaar_does_not_over_bite() -> None:
    """A book has no address."""
    corpus = make_corpus(make_bron(), make_bron("BOEK", url=None, vindplaats="Boek, hoofdstuk 2."))
    assert list(bronnen.bron_is_vindbaar(corpus)) == []


def test_elke_bron_gebruikt_bites() -> None:
    corpus = make_corpus(make_bron(), make_bron("K84"), make_begrip())
    error = only(bronnen.elke_bron_gebruikt, corpus)
    assert (error.file, error.wat) == (
        "data/bronnen/K84.yml",
        "deze bron wordt nergens gebruikt",
    )
    assert error.remedy == "noem K84 bij een bewering of verwijder het bestand"


def test_elke_bron_gebruikt_does_not_over_bite() -> None:
    """Being named by a table of municipalities is enough."""
    corpus = make_corpus(
        make_bron(),
        make_bron("TOOI"),
        make_bron("K84"),
        make_begrip(),
        table={"bronnen": ["TOOI", "K84"]},
    )
    assert list(bronnen.elke_bron_gebruikt(corpus)) == []


def test_pmm_leerpunt_heeft_pmm_bron_bites() -> None:
    situatie = [make_bewering(bronnen=["CBS"]), make_bewering(bronnen=[PMM_BRON])]
    leerpunt = make_leerpunt(herkomst="pmm", situatie=situatie)
    corpus = make_corpus(make_bron(), make_bron("CBS"), leerpunt)
    error = only(bronnen.pmm_leerpunt_heeft_pmm_bron, corpus)
    assert (error.veld, pointed_at(corpus, error)) == ("herkomst", "pmm")
    assert "geen bron van de eerste situatie gaat over PMM" in error.wat


def test_pmm_leerpunt_heeft_pmm_bron_does_not_over_bite() -> None:
    """Other sources may stand beside it; other origins need none."""
    corpus = make_corpus(
        make_bron(),
        make_bron("CBS"),
        make_leerpunt(herkomst="pmm", situatie=[make_bewering(bronnen=["CBS", PMM_BRON])]),
        make_leerpunt("ander", herkomst="ander", situatie=[make_bewering(bronnen=["CBS"])]),
    )
    assert list(bronnen.pmm_leerpunt_heeft_pmm_bron(corpus)) == []


def test_verwant_leerpunt_niet_aan_pmm_bites() -> None:
    corpus = make_corpus(make_bron(), make_leerpunt(herkomst="verwant"))
    error = only(bronnen.verwant_leerpunt_niet_aan_pmm, corpus)
    assert (error.veld, pointed_at(corpus, error)) == ("herkomst", "verwant")
    assert "rust op een bron over PMM" in error.wat


def test_verwant_leerpunt_niet_aan_pmm_does_not_over_bite() -> None:
    corpus = make_corpus(
        make_bron(),
        make_bron("CBS"),
        make_leerpunt(herkomst="verwant", situatie=[make_bewering(bronnen=["CBS"])]),
        make_leerpunt("eigen", herkomst="pmm"),
    )
    assert list(bronnen.verwant_leerpunt_niet_aan_pmm(corpus)) == []


GLIMPSE = (
    make_bron("KAFT", gezien="titelblad"),
    make_bron("KOPPEN", gezien="inhoudsopgave"),
    make_bron("DEEL", gezien="begin"),
    make_bron("SEC", aard="secundair", gezien="titelblad"),
)


@pytest.mark.parametrize(
    ("bron", "wat", "remedy"),
    [
        ("KAFT", "van KAFT is de tekst niet gelezen", "voeg dan „staat_op: titelblad” toe"),
        ("KOPPEN", "van KOPPEN is de tekst niet gelezen", "„staat_op: inhoudsopgave” of"),
    ],
)
def test_primair_is_gelezen_bites(bron: str, wat: str, remedy: str) -> None:
    corpus = make_corpus(*GLIMPSE, make_begrip(uitleg=[make_bewering(bronnen=[bron])]))
    error = only(bronnen.primair_is_gelezen, corpus)
    assert (error.veld, error.wat) == ("uitleg[1].zekerheid", f"is „primair”, maar {wat}")
    assert remedy in error.remedy
    assert pointed_at(corpus, error) == "primair"


@pytest.mark.parametrize(
    ("bronnen_", "staat_op"),
    [("DEEL", "titelblad"), ("KAFT", "inhoudsopgave"), ("SEC", "titelblad")],
)
def test_primair_is_gelezen_bites_when_that_part_was_not_seen(bronnen_: str, staat_op: str) -> None:
    bewering = make_bewering(bronnen=[bronnen_], zekerheid="secundair", staat_op=staat_op)
    corpus = make_corpus(*GLIMPSE, make_begrip(uitleg=[bewering]))
    error = only(bronnen.primair_is_gelezen, corpus)
    assert error.veld == "uitleg[1].staat_op"
    assert pointed_at(corpus, error) == staat_op


@pytest.mark.parametrize(
    "velden",
    [
        {"bronnen": ["KAFT"], "staat_op": "titelblad"},
        {"bronnen": ["KOPPEN"], "staat_op": "titelblad"},
        {"bronnen": ["KOPPEN"], "staat_op": "inhoudsopgave"},
        {"bronnen": ["KAFT", "DEEL"]},
        {"bronnen": ["KAFT"], "zekerheid": "secundair"},
        {"bronnen": ["KAFT"], "zekerheid": "afgeleid"},
        {"bronnen": ["SEC"], "zekerheid": "secundair"},
        {"bronnen": ["BESTAAT-NIET"]},
    ],
)
def test_primair_is_gelezen_does_not_over_bite(velden: dict[str, object]) -> None:
    corpus = make_corpus(*GLIMPSE, make_begrip(uitleg=[make_bewering(**velden)]))
    assert list(bronnen.primair_is_gelezen(corpus)) == []


@pytest.mark.parametrize(
    ("velden", "wat"),
    [
        ({"bronnen": ["KAFT"]}, "van KAFT is alleen het titelblad gezien"),
        ({"bronnen": ["SEC"]}, "van SEC is alleen het titelblad gezien"),
        (
            {"bronnen": ["KOPPEN", "KAFT"]},
            "van KOPPEN en KAFT is alleen de inhoudsopgave en het titelblad gezien",
        ),
        (
            {"bronnen": ["KOPPEN"], "opmerking": "De wet is later gewijzigd."},
            "van KOPPEN is alleen de inhoudsopgave gezien",
        ),
        (
            {"bronnen": ["KOPPEN"], "opmerking": "De inhoudsopgave is lang. De rest is gezien."},
            "van KOPPEN is alleen de inhoudsopgave gezien",
        ),
    ],
)
@pytest.mark.parametrize("zekerheid", ["secundair", "tegenstrijdig"])
def test_buitenkant_is_gezegd_bites(velden: dict[str, object], wat: str, zekerheid: str) -> None:
    bewering = make_bewering(**velden, zekerheid=zekerheid)
    corpus = make_corpus(*GLIMPSE, make_begrip(uitleg=[bewering]))
    error = only(bronnen.buitenkant_is_gezegd, corpus)
    assert (error.veld, error.wat) == ("uitleg[1].zekerheid", f"is „{zekerheid}”, maar {wat}")
    assert "schrijf „afgeleid”" in error.remedy
    assert "„staat_op”" in error.remedy
    assert "„opmerking”" in error.remedy
    assert pointed_at(corpus, error) == zekerheid


@pytest.mark.parametrize(
    "velden",
    [
        {"bronnen": ["KOPPEN"], "zekerheid": "afgeleid"},
        {"bronnen": ["KOPPEN"], "zekerheid": "secundair", "staat_op": "inhoudsopgave"},
        {
            "bronnen": ["KOPPEN"],
            "zekerheid": "secundair",
            "opmerking": "Van dit stuk is alleen de inhoudsopgave gezien.",
        },
        {
            "bronnen": ["KAFT"],
            "zekerheid": "secundair",
            "opmerking": "Alleen de titel van deze paragraaf is gelezen.",
        },
        {"bronnen": ["KOPPEN", "DEEL"], "zekerheid": "secundair"},
        {"bronnen": ["DEEL"], "zekerheid": "secundair"},
        {"bronnen": ["BESTAAT-NIET"], "zekerheid": "secundair"},
    ],
)
def test_buitenkant_is_gezegd_does_not_over_bite(velden: dict[str, object]) -> None:
    corpus = make_corpus(*GLIMPSE, make_begrip(uitleg=[make_bewering(**velden)]))
    assert list(bronnen.buitenkant_is_gezegd(corpus)) == []


def test_begrip_is_omschreven_bites() -> None:
    corpus = make_corpus(make_begrip(uitleg=[make_bewering()]))
    error = only(bronnen.begrip_is_omschreven, corpus)
    assert error.veld == "uitleg[1].zekerheid"
    assert "schrijf „afgeleid”" in error.remedy
    assert "„bron_omschrijft: true”" in error.remedy
    assert pointed_at(corpus, error) == "primair"


def test_begrip_is_omschreven_bites_on_contradiction() -> None:
    uitleg = make_bewering(zekerheid="afgeleid", bron_omschrijft=True)
    error = only(bronnen.begrip_is_omschreven, make_corpus(make_begrip(uitleg=[uitleg])))
    assert (error.veld, error.wat) == (
        "uitleg[1].bron_omschrijft",
        "spreekt „zekerheid: afgeleid” tegen",
    )


def test_begrip_is_omschreven_does_not_over_bite() -> None:
    """Only the first explanation is the meaning; the next are facts about the term."""
    corpus = make_corpus(
        make_begrip(uitleg=[make_bewering(bron_omschrijft=True), make_bewering()]),
        make_begrip("ander", uitleg=[make_bewering(zekerheid="afgeleid")]),
        make_begrip("derde", uitleg=[make_bewering(zekerheid="secundair")]),
    )
    assert list(bronnen.begrip_is_omschreven(corpus)) == []
