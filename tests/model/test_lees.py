"""From tree to record: every message in Dutch, at its line, with a remedy."""

from __future__ import annotations

import re
import time

import pytest
from pydantic import BaseModel

from macros.load.fout import Fout
from macros.model.casusformulier import Casusformulier
from macros.model.instrument import Instrument
from macros.model.kennis import Begrip, Cijfer
from macros.model.keuzehulp import Keuzehulp
from macros.model.kwaliteit import Kwaliteit, Toegankelijkheid
from macros.model.leerpunt import Leerpunt
from macros.model.lees import MAX_FOUTEN, VLAKBIJ, VORMEN, lees_model
from macros.model.organisatie import Gemeentetabel, VervallenGemeentetabel
from macros.model.recht import Wet
from macros.model.soorten import SOORTEN
from macros.model.tegelkaart import Tegelkaart
from macros.model.verteld import Kop
from macros.model.vocabulaire import Site, Synoniemen, Vocabulaire
from tests.fabriek import (
    SITE,
    ZIN,
    Ruw,
    als_yaml,
    lees,
    maak_begrip,
    maak_bewering,
    maak_cijfer,
    maak_instrument,
    maak_leerpunt,
    maak_wet,
    naar_yaml,
)

ANDERE: tuple[type[BaseModel], ...] = (
    Site,
    Synoniemen,
    Vocabulaire,
    Gemeentetabel,
    VervallenGemeentetabel,
    Keuzehulp,
    Casusformulier,
    Tegelkaart,
    Toegankelijkheid,
    Kwaliteit,
    Kop,
)
ENGELS = re.compile(
    r"\b(input|should|field|value|valid|must|than|required|expected)\b", re.IGNORECASE
)


def als_ruw(record: BaseModel) -> Ruw:
    return record.model_dump(mode="json", by_alias=True, exclude_unset=True)


def fouten_van(model: type[BaseModel], ruw: object) -> list[Fout]:
    record, fouten = lees_model(lees("x.yml", naar_yaml(ruw)), model)
    assert (record is None) == bool(fouten)
    for fout in fouten:
        assert fout.herstel, fout
        assert not ENGELS.search(f"{fout.wat} {fout.herstel}"), fout
    return fouten


def enige_fout(model: type[BaseModel], ruw: object) -> Fout:
    fouten = fouten_van(model, ruw)
    assert len(fouten) == 1, fouten
    return fouten[0]


def test_een_goed_record_komt_er_getypt_uit() -> None:
    instrument = maak_instrument()
    record, fouten = lees_model(lees("x.yml", als_yaml(instrument)), Instrument)
    assert fouten == []
    assert record == instrument


@pytest.mark.parametrize(
    ("velden", "veld", "wat", "herstel"),
    [
        ({"groep": 12}, "groep", "„12” past niet", "moet tekst zijn"),
        ({"groep": True}, "groep", "„true” past niet", "moet tekst zijn"),
        ({"groep": ["a"]}, "groep", "een lijst past niet", "moet tekst zijn"),
        ({"groep": {"a": 1}}, "groep", "een blok met velden past niet", "moet tekst zijn"),
        ({"uitleg": "a"}, "uitleg", "„a” past niet", "moet een lijst zijn"),
        ({"uitleg": ["a"]}, "uitleg[1]", "„a” past niet", "moet een blok met velden zijn"),
        ({"gecontroleerd": "a"}, "gecontroleerd", "„a” past niet", "moet een blok met velden zijn"),
        ({"hoofdlettergevoelig": "yes"}, "hoofdlettergevoelig", "„yes” past niet", "true of false"),
        ({"samenvatting": "Geen zin"}, "samenvatting", "is geen hele zin", "eindig met een punt"),
        (
            {"samenvatting": "A" * 400 + "."},
            "samenvatting",
            "is te lang (401 tekens)",
            "hoogstens 320",
        ),
        ({"titel": " a"}, "titel", "begint of eindigt met een spatie", "haal die weg"),
        ({"controle_voor": "2023-02-30"}, "controle_voor", "„2023-02-30” past niet", "JJJJ-MM-DD"),
        ({"controle_voor": "mei 2027"}, "controle_voor", "„mei 2027” is geen dag", "JJJJ-MM-DD"),
        ({"titel": ""}, "titel", "is leeg", "vul het in of laat het veld weg"),
        ({"voluit": None}, "voluit", "is leeg", "vul het in of laat het veld weg"),
        ({"zie": []}, "zie", "is leeg", "vul het in of laat het veld weg"),
        (
            {"uitlegg": 1},
            "uitlegg",
            "is geen bekend veld",
            "bedoelde u „uitleg”? (mogelijke velden:",
        ),
        ({"xyz": 1}, "xyz", "is geen bekend veld", "mogelijke velden: id, titel"),
    ],
)
def test_een_fout_veld_in_een_begrip(velden: Ruw, veld: str, wat: str, herstel: str) -> None:
    ruw = als_ruw(maak_begrip()) | velden
    fouten = fouten_van(Begrip, ruw)
    assert {fout.veld for fout in fouten} == {veld}
    assert wat in fouten[0].wat
    assert herstel in fouten[0].herstel


@pytest.mark.parametrize(
    ("velden", "veld", "wat", "herstel"),
    [
        (
            {"zekerheid": "zeker"},
            "zekerheid",
            "„zeker”",
            "kies „primair”, „secundair”, „afgeleid” of „tegenstrijdig”",
        ),
        ({"stand": "gisteren"}, "stand", "„gisteren” is geen datum", "schrijf JJJJ"),
        ({"bronnen": "N24"}, "bronnen", "„N24” past niet", "moet een lijst zijn"),
        ({"bron": ["N24"]}, "bron", "is geen bekend veld", "bedoelde u „bronnen”?"),
        ({"bronnen": [7]}, "bronnen[1]", "„7” past niet", "moet tekst zijn"),
    ],
)
def test_een_fout_veld_in_een_bewering(velden: Ruw, veld: str, wat: str, herstel: str) -> None:
    ruw = als_ruw(maak_begrip()) | {"uitleg": [maak_bewering(), maak_bewering(**velden)]}
    fout = enige_fout(Begrip, ruw)
    assert fout.veld == f"uitleg[2].{veld}"
    assert wat in fout.wat
    assert herstel in fout.herstel


@pytest.mark.parametrize(
    ("model", "record", "velden", "wat", "herstel"),
    [
        (Cijfer, maak_cijfer(), {"getal": "105"}, "„105” past niet", "moet een getal zijn"),
        (Cijfer, maak_cijfer(), {"ongeveer": 1}, "„1” past niet", "moet true of false zijn"),
        (Instrument, maak_instrument(), {"volgorde": 1.5}, "„1.5” past niet", "heel getal"),
        (Instrument, maak_instrument(), {"volgorde": True}, "„true” past niet", "heel getal"),
        (Instrument, maak_instrument(), {"volgorde": 0}, "is „0”", "schrijf ten minste 1"),
        (Wet, maak_wet(), {"bwb_id": "BWB1"}, "„BWB1” heeft niet de juiste vorm", "BWBR0015703"),
        (Leerpunt, maak_leerpunt(), {"vorm": "rond"}, "„rond”", "kies „patroon” of „concreet”"),
    ],
)
def test_een_fout_getal_of_nummer(
    model: type[BaseModel], record: BaseModel, velden: Ruw, wat: str, herstel: str
) -> None:
    fout = enige_fout(model, als_ruw(record) | velden)
    assert fout.veld == next(iter(velden))
    assert wat in fout.wat
    assert herstel in fout.herstel


@pytest.mark.parametrize(("jaar", "herstel"), [(1989, "ten minste 1990"), (2101, "hoogstens 2100")])
def test_een_jaar_buiten_de_grenzen(jaar: int, herstel: str) -> None:
    bedragen = [maak_bewering(jaar=jaar, bedrag="€ 5")]
    fout = enige_fout(Leerpunt, als_ruw(maak_leerpunt()) | {"bedragen": bedragen})
    assert (fout.veld, fout.wat, fout.herstel) == (
        "bedragen[1].jaar",
        f"is „{jaar}”",
        f"schrijf {herstel}",
    )


def test_te_weinig_regels() -> None:
    ruw: Ruw = {"id": "grafiek:a", "titel": "A", "samenvatting": ZIN, "cijfers": ["cijfer:a"]}
    grafiek = next(soort for soort in SOORTEN if soort.soort == "grafiek")
    fout = enige_fout(grafiek, ruw)
    assert (fout.veld, fout.wat) == ("cijfers", "heeft te weinig regels (1)")
    assert fout.herstel == "geef er ten minste 2"


def test_een_ontbrekend_veld_staat_bij_het_blok_waar_het_hoort() -> None:
    bewering = maak_bewering()
    del bewering["stand"]
    tekst = naar_yaml(als_ruw(maak_begrip()) | {"uitleg": [maak_bewering(), bewering]})
    _, (fout,) = lees_model(lees("x.yml", tekst), Begrip)
    assert (fout.veld, fout.wat) == ("uitleg[2].stand", "ontbreekt")
    assert fout.herstel == "voeg het veld „stand” toe"
    regels = tekst.splitlines()
    assert regels[fout.regel - 1].startswith("- tekst:")
    assert fout.regel > regels.index("uitleg:") + 2


def test_een_veld_van_het_record_dat_ontbreekt_staat_waar_het_hoort() -> None:
    ruw = als_ruw(maak_begrip())
    for veld in ("samenvatting", "groep"):
        tekst = naar_yaml({naam: waarde for naam, waarde in ruw.items() if naam != veld})
        _, (fout,) = lees_model(lees("x.yml", tekst), Begrip)
        stond = naar_yaml(ruw).splitlines()
        regel = next(nummer for nummer, tekst in enumerate(stond) if tekst.startswith(veld))
        assert (fout.veld, fout.wat) == (veld, "ontbreekt")
        assert abs(fout.regel - regel) <= VLAKBIJ


def test_een_afgekapt_bestand_wijst_naar_het_einde() -> None:
    tekst = naar_yaml(als_ruw(maak_begrip()))
    kort = tekst[: tekst.index("gecontroleerd")]
    _, fouten = lees_model(lees("x.yml", kort), Begrip)
    assert {fout.veld for fout in fouten} >= {"gecontroleerd", "controle_voor"}
    assert {fout.regel for fout in fouten if fout.veld == "gecontroleerd"} == {
        len(kort.splitlines())
    }


def test_een_melding_noemt_een_getal_zoals_het_getypt_is() -> None:
    tekst = naar_yaml(als_ruw(maak_begrip())).replace("titel: Titel van maatwerk", "titel: 2.10")
    _, (fout,) = lees_model(lees("x.yml", tekst), Begrip)
    assert "„2.10”" in fout.wat
    tekst = naar_yaml(als_ruw(maak_begrip(uitleg=[maak_bewering(stand=2023)])))
    tekst = tekst.replace("'2023'", "2023.10")
    _, (fout,) = lees_model(lees("x.yml", tekst), Begrip)
    assert "„2023.10”" in fout.wat


def test_twintigduizend_onbekende_velden_zijn_snel_gemeld() -> None:
    onbekend = {f"veld{nummer}": 1 for nummer in range(9_000)}
    begin = time.perf_counter()
    _, fouten = lees_model(lees("x.yml", naar_yaml(als_ruw(maak_begrip()) | onbekend)), Begrip)
    assert time.perf_counter() - begin < 4
    assert len(fouten) == MAX_FOUTEN + 1
    assert fouten[-1].wat == f"heeft nog {9_000 - MAX_FOUTEN} fouten"


def test_alle_fouten_tegelijk_elk_op_de_eigen_regel() -> None:
    ruw = als_ruw(maak_begrip()) | {
        "titel": 3,
        "groep": "",
        "xyz": 1,
        "uitleg": [maak_bewering(stand="x")],
    }
    del ruw["id"]
    fouten = fouten_van(Begrip, ruw)
    velden = {fout.veld for fout in fouten}
    assert velden == {"id", "titel", "groep", "xyz", "uitleg[1].stand"}
    regels = naar_yaml(ruw).splitlines()
    for fout in fouten:
        if fout.veld in ("titel", "groep", "xyz"):
            assert regels[fout.regel - 1].startswith(f"{fout.veld}: ")


@pytest.mark.parametrize("waarde", [None, 3, "tekst", [], ["a"], {}])
@pytest.mark.parametrize("model", [*SOORTEN, *ANDERE])
def test_een_bestand_dat_geen_blok_is(model: type[BaseModel], waarde: object) -> None:
    assert fouten_van(model, waarde)


def test_een_te_lange_waarde_vult_het_scherm_niet() -> None:
    fout = enige_fout(Begrip, als_ruw(maak_begrip()) | {"controle_voor": 10**14})
    assert len(fout.wat) < 200
    fout = enige_fout(Begrip, als_ruw(maak_begrip()) | {"hoofdlettergevoelig": "woord " * 100})
    assert len(fout.wat) < 120


def test_een_onbekend_veld_diep_in_een_record_kent_zijn_buren() -> None:
    wet = maak_bewering(wet="wet:a", rol="veroorzaakt", artikelen=[{"artikel": "18", "lidd": "2"}])
    fout = enige_fout(Leerpunt, als_ruw(maak_leerpunt()) | {"wetten": [wet]})
    assert fout.veld == "wetten[1].artikelen[1].lidd"
    assert fout.herstel == "bedoelde u „lid”? (mogelijke velden: artikel, lid)"


def test_een_veld_dat_in_yaml_anders_heet_dan_in_de_code() -> None:
    fout = enige_fout(
        Vocabulaire,
        {
            "ass": "vorm",
            "titel": "Vorm",
            "uitleg": ZIN,
            "termen": [{"sleutel": "a", "label": "a", "uitleg": ZIN}],
            "as": "vorm",
        },
    )
    assert "mogelijke velden: as, titel" in fout.herstel


@pytest.mark.parametrize("peildatum", ["2026-13-45", "21-11-2026", "2026"])
def test_de_peildatum_van_de_site_is_een_dag(peildatum: str) -> None:
    fout = enige_fout(Site, SITE | {"peildatum": peildatum})
    assert fout.veld == "peildatum"
    assert "JJJJ-MM-DD" in fout.herstel


def _patronen(schema: object, gezien: set[int]) -> set[str]:
    """Return each pattern in the schema that pydantic runs on."""
    if id(schema) in gezien:
        return set()
    gezien.add(id(schema))
    if isinstance(schema, dict):
        patroon = schema.get("pattern")
        eigen = {patroon} if isinstance(patroon, str) else set()
        return eigen.union(*(_patronen(deel, gezien) for deel in schema.values()))
    if isinstance(schema, list | tuple):
        return set().union(*(_patronen(deel, gezien) for deel in schema))
    return set()


def test_elk_patroon_heeft_een_voorbeeld_en_elk_voorbeeld_een_patroon() -> None:
    gebruikt: set[str] = set()
    for model in (*SOORTEN, *ANDERE):
        gebruikt |= _patronen(model.__pydantic_core_schema__, set())
    assert gebruikt == set(VORMEN)


@pytest.mark.parametrize(
    "adres",
    [
        *("https://voorbeeld.nl", "http://voorbeeld.nl/", "https:///", "https://voorbeeld/"),
        *("https://voorbeeld.nl/?a", "https://voorbeeld.nl/#a", "https://voorbeeld.nl/a b/"),
        *("https://Voorbeeld.nl/", "https://voorbeeld.nl//", "https://jan@voorbeeld.nl/"),
    ],
)
def test_het_adres_van_de_site_begint_elk_adres(adres: str) -> None:
    (fout,) = fouten_van(Site, SITE | {"adres": adres})
    assert fout.veld == "adres"
    assert "met / aan het eind" in fout.herstel


@pytest.mark.parametrize("adres", ["https://a.nl/", "https://a.b.nl:8443/kennis/bank_2/"])
def test_een_goed_adres_van_de_site_mag(adres: str) -> None:
    assert fouten_van(Site, SITE | {"adres": adres}) == []
