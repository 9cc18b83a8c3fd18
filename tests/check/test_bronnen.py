from __future__ import annotations

import pytest

from macros.check import bronnen
from tests.fabriek import (
    PMM_BRON,
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_corpus,
    maak_leerpunt,
)

BRONNEN = (
    maak_bron("PRIM"),
    maak_bron("SEC", aard="secundair"),
    maak_bron("EIGEN", aard="eigen"),
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
def test_zekerheid_past_bij_bronnen_bijt(velden: dict[str, object], wat: str) -> None:
    corpus = maak_corpus(*BRONNEN, maak_begrip(uitleg=[maak_bewering(**velden)]))
    fout = enige(bronnen.zekerheid_past_bij_bronnen, corpus)
    assert (fout.veld, fout.wat) == ("uitleg[1].zekerheid", wat)
    assert fout.herstel
    assert aangewezen(corpus, fout) == velden["zekerheid"]


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
def test_zekerheid_past_bij_bronnen_bijt_niet_te_veel(velden: dict[str, object]) -> None:
    corpus = maak_corpus(*BRONNEN, maak_begrip(uitleg=[maak_bewering(**velden)]))
    assert list(bronnen.zekerheid_past_bij_bronnen(corpus)) == []


@pytest.mark.parametrize(
    ("tekst", "gezegd"),
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
def test_eigen_bevinding_is_van_ons_bijt(tekst: str, gezegd: str, zekerheid: str) -> None:
    bewering = maak_bewering(tekst=tekst, bronnen=["PRIM"], zekerheid=zekerheid, stand="2026-11-21")
    corpus = maak_corpus(*BRONNEN, maak_begrip(uitleg=[bewering]))
    fout = enige(bronnen.eigen_bevinding_is_van_ons, corpus)
    assert fout.veld == "uitleg[1].zekerheid"
    assert fout.wat.startswith(f"is „{zekerheid}”, maar de zin zegt „{gezegd}”")
    assert "„opmerking”" in fout.herstel
    assert aangewezen(corpus, fout) == zekerheid


@pytest.mark.parametrize("stand", ["2024-04-22", "2021~", "ongedateerd", "2026-10"])
def test_eigen_bevinding_is_van_ons_bijt_op_de_dag_van_de_bron(stand: str) -> None:
    """The factory consulted its sources on 1 November 2026."""
    bewering = maak_bewering(
        tekst="Een vervolg is niet gevonden.", bronnen=["SEC"], zekerheid="afgeleid", stand=stand
    )
    corpus = maak_corpus(*BRONNEN, maak_begrip(uitleg=[bewering]))
    fout = enige(bronnen.eigen_bevinding_is_van_ons, corpus)
    assert fout.veld == "uitleg[1].stand"
    assert fout.wat.startswith("ligt vóór 1 november 2026, de dag waarop wij de bron lazen")
    assert aangewezen(corpus, fout).strip("'") == stand


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
def test_eigen_bevinding_is_van_ons_bijt_niet_te_veel(velden: dict[str, object]) -> None:
    """What a source itself says it does not know is a fact; a remark is ours already."""
    corpus = maak_corpus(
        *BRONNEN, maak_begrip(uitleg=[maak_bewering(**({"bronnen": ["PRIM"]} | velden))])
    )
    assert list(bronnen.eigen_bevinding_is_van_ons(corpus)) == []


NOTAS = (
    maak_bron("N22", datum="2022-06-03", bronsoort="nota"),
    maak_bron("N24", datum="2024-04-22", bronsoort="nota"),
    maak_bron("K81", datum="2022-07-06"),
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
def test_genoemde_nota_is_bron_bijt(velden: dict[str, object]) -> None:
    bewering = maak_bewering(**({"bronnen": ["K81", "N24"]} | velden))
    corpus = maak_corpus(*NOTAS, maak_begrip(uitleg=[bewering]))
    fout = enige(bronnen.genoemde_nota_is_bron, corpus)
    assert fout.veld == "uitleg[1].bronnen"
    assert fout.wat.startswith("mist N22: de bewering noemt de „nota ")
    assert fout.herstel == "voeg N22 toe, of noem die nota hier niet"


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
def test_genoemde_nota_is_bron_bijt_niet_te_veel(velden: dict[str, object]) -> None:
    """A memo that is no source of ours cannot be asked for, nor one named without its date."""
    bewering = maak_bewering(**({"bronnen": ["K81", "N24"]} | velden))
    corpus = maak_corpus(*NOTAS, maak_begrip(uitleg=[bewering]))
    assert list(bronnen.genoemde_nota_is_bron(corpus)) == []


@pytest.mark.parametrize(
    ("veld", "zin", "gezegd"),
    [
        ("opmerking", "De bron noemt geen nummer.", "De bron noemt geen"),
        ("opmerking", "De bron zegt er hier niet bij wie.", "De bron zegt er hier niet"),
        ("tekst", "Het kan. De bronnen geven geen getal.", "De bronnen geven geen"),
    ],
)
@pytest.mark.parametrize("bronnen_", [["DEEL"], ["PRIM", "KOPPEN"]])
def test_zwijgen_vraagt_lezen_bijt(veld: str, zin: str, gezegd: str, bronnen_: list[str]) -> None:
    bewering = maak_bewering(**({"bronnen": bronnen_, "zekerheid": "secundair"} | {veld: zin}))
    corpus = maak_corpus(*BRONNEN, *GLIMP[1:3], maak_begrip(uitleg=[bewering]))
    fout = enige(bronnen.zwijgen_vraagt_lezen, corpus)
    assert fout.veld == f"uitleg[1].{veld}"
    assert fout.wat == f"zegt „{gezegd}”, maar {bronnen_[-1]} is niet helemaal gelezen"
    assert "geziene deel" in fout.herstel
    assert aangewezen(corpus, fout) == zin


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
def test_zwijgen_vraagt_lezen_bijt_niet_te_veel(velden: dict[str, object]) -> None:
    corpus = maak_corpus(*BRONNEN, *GLIMP[2:3], maak_begrip(uitleg=[maak_bewering(**velden)]))
    assert list(bronnen.zwijgen_vraagt_lezen(corpus)) == []


def test_bron_is_vindbaar_bijt() -> None:
    corpus = maak_corpus(maak_bron(url=None))
    fout = enige(bronnen.bron_is_vindbaar, corpus)
    assert fout.wat == "heeft geen url en geen vindplaats"
    assert fout.herstel == "voeg „url” of „vindplaats” toe"
    assert aangewezen(corpus, fout) == "bron:N24"


def test_bron_is_vindbaar_bijt_niet_te_veel() -> None:
    """A book has no address."""
    corpus = maak_corpus(maak_bron(), maak_bron("BOEK", url=None, vindplaats="Boek, hoofdstuk 2."))
    assert list(bronnen.bron_is_vindbaar(corpus)) == []


def test_elke_bron_gebruikt_bijt() -> None:
    corpus = maak_corpus(maak_bron(), maak_bron("K84"), maak_begrip())
    fout = enige(bronnen.elke_bron_gebruikt, corpus)
    assert (fout.bestand, fout.wat) == (
        "data/bronnen/K84.yml",
        "deze bron wordt nergens gebruikt",
    )
    assert fout.herstel == "noem K84 bij een bewering of verwijder het bestand"


def test_elke_bron_gebruikt_bijt_niet_te_veel() -> None:
    """Being named by a table of municipalities is enough."""
    corpus = maak_corpus(
        maak_bron(),
        maak_bron("TOOI"),
        maak_bron("K84"),
        maak_begrip(),
        tabel={"bronnen": ["TOOI", "K84"]},
    )
    assert list(bronnen.elke_bron_gebruikt(corpus)) == []


def test_pmm_leerpunt_heeft_pmm_bron_bijt() -> None:
    situatie = [maak_bewering(bronnen=["CBS"]), maak_bewering(bronnen=[PMM_BRON])]
    corpus = maak_corpus(maak_bron(), maak_leerpunt(herkomst="pmm", situatie=situatie))
    fout = enige(bronnen.pmm_leerpunt_heeft_pmm_bron, corpus)
    assert (fout.veld, aangewezen(corpus, fout)) == ("herkomst", "pmm")
    assert "geen bron van de eerste situatie gaat over PMM" in fout.wat


def test_pmm_leerpunt_heeft_pmm_bron_bijt_niet_te_veel() -> None:
    """Other sources may stand beside it; other origins need none."""
    corpus = maak_corpus(
        maak_bron(),
        maak_bron("CBS"),
        maak_leerpunt(herkomst="pmm", situatie=[maak_bewering(bronnen=["CBS", PMM_BRON])]),
        maak_leerpunt("ander", herkomst="ander", situatie=[maak_bewering(bronnen=["CBS"])]),
    )
    assert list(bronnen.pmm_leerpunt_heeft_pmm_bron(corpus)) == []


def test_verwant_leerpunt_niet_aan_pmm_bijt() -> None:
    corpus = maak_corpus(maak_bron(), maak_leerpunt(herkomst="verwant"))
    fout = enige(bronnen.verwant_leerpunt_niet_aan_pmm, corpus)
    assert (fout.veld, aangewezen(corpus, fout)) == ("herkomst", "verwant")
    assert "rust op een bron over PMM" in fout.wat


def test_verwant_leerpunt_niet_aan_pmm_bijt_niet_te_veel() -> None:
    corpus = maak_corpus(
        maak_bron(),
        maak_bron("CBS"),
        maak_leerpunt(herkomst="verwant", situatie=[maak_bewering(bronnen=["CBS"])]),
        maak_leerpunt("eigen", herkomst="pmm"),
    )
    assert list(bronnen.verwant_leerpunt_niet_aan_pmm(corpus)) == []


GLIMP = (
    maak_bron("KAFT", gezien="titelblad"),
    maak_bron("KOPPEN", gezien="inhoudsopgave"),
    maak_bron("DEEL", gezien="begin"),
    maak_bron("SEC", aard="secundair", gezien="titelblad"),
)


@pytest.mark.parametrize(
    ("bron", "wat", "herstel"),
    [
        ("KAFT", "van KAFT is de tekst niet gelezen", "voeg dan „staat_op: titelblad” toe"),
        ("KOPPEN", "van KOPPEN is de tekst niet gelezen", "„staat_op: inhoudsopgave” of"),
    ],
)
def test_primair_is_gelezen_bijt(bron: str, wat: str, herstel: str) -> None:
    corpus = maak_corpus(*GLIMP, maak_begrip(uitleg=[maak_bewering(bronnen=[bron])]))
    fout = enige(bronnen.primair_is_gelezen, corpus)
    assert (fout.veld, fout.wat) == ("uitleg[1].zekerheid", f"is „primair”, maar {wat}")
    assert herstel in fout.herstel
    assert aangewezen(corpus, fout) == "primair"


@pytest.mark.parametrize(
    ("bronnen_", "staat_op"),
    [("DEEL", "titelblad"), ("KAFT", "inhoudsopgave"), ("SEC", "titelblad")],
)
def test_primair_is_gelezen_bijt_als_dat_deel_niet_is_gezien(bronnen_: str, staat_op: str) -> None:
    bewering = maak_bewering(bronnen=[bronnen_], zekerheid="secundair", staat_op=staat_op)
    corpus = maak_corpus(*GLIMP, maak_begrip(uitleg=[bewering]))
    fout = enige(bronnen.primair_is_gelezen, corpus)
    assert fout.veld == "uitleg[1].staat_op"
    assert aangewezen(corpus, fout) == staat_op


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
def test_primair_is_gelezen_bijt_niet_te_veel(velden: dict[str, object]) -> None:
    corpus = maak_corpus(*GLIMP, maak_begrip(uitleg=[maak_bewering(**velden)]))
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
def test_buitenkant_is_gezegd_bijt(velden: dict[str, object], wat: str, zekerheid: str) -> None:
    bewering = maak_bewering(**velden, zekerheid=zekerheid)
    corpus = maak_corpus(*GLIMP, maak_begrip(uitleg=[bewering]))
    fout = enige(bronnen.buitenkant_is_gezegd, corpus)
    assert (fout.veld, fout.wat) == ("uitleg[1].zekerheid", f"is „{zekerheid}”, maar {wat}")
    assert "schrijf „afgeleid”" in fout.herstel
    assert "„staat_op”" in fout.herstel
    assert "„opmerking”" in fout.herstel
    assert aangewezen(corpus, fout) == zekerheid


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
def test_buitenkant_is_gezegd_bijt_niet_te_veel(velden: dict[str, object]) -> None:
    corpus = maak_corpus(*GLIMP, maak_begrip(uitleg=[maak_bewering(**velden)]))
    assert list(bronnen.buitenkant_is_gezegd(corpus)) == []


def test_begrip_is_omschreven_bijt() -> None:
    corpus = maak_corpus(maak_begrip(uitleg=[maak_bewering()]))
    fout = enige(bronnen.begrip_is_omschreven, corpus)
    assert fout.veld == "uitleg[1].zekerheid"
    assert "schrijf „afgeleid”" in fout.herstel
    assert "„bron_omschrijft: true”" in fout.herstel
    assert aangewezen(corpus, fout) == "primair"


def test_begrip_is_omschreven_bijt_bij_tegenspraak() -> None:
    uitleg = maak_bewering(zekerheid="afgeleid", bron_omschrijft=True)
    fout = enige(bronnen.begrip_is_omschreven, maak_corpus(maak_begrip(uitleg=[uitleg])))
    assert (fout.veld, fout.wat) == (
        "uitleg[1].bron_omschrijft",
        "spreekt „zekerheid: afgeleid” tegen",
    )


def test_begrip_is_omschreven_bijt_niet_te_veel() -> None:
    """Only the first explanation is the meaning; the next are facts about the term."""
    corpus = maak_corpus(
        maak_begrip(uitleg=[maak_bewering(bron_omschrijft=True), maak_bewering()]),
        maak_begrip("ander", uitleg=[maak_bewering(zekerheid="afgeleid")]),
        maak_begrip("derde", uitleg=[maak_bewering(zekerheid="secundair")]),
    )
    assert list(bronnen.begrip_is_omschreven(corpus)) == []
