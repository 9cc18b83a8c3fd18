"""From tree to record: every message in Dutch, at its line, with a remedy."""

from __future__ import annotations

import re
import time

import pytest
from pydantic import BaseModel

from macros.load.error import Error
from macros.model.casusformulier import Casusformulier
from macros.model.instrument import Instrument
from macros.model.kennis import Begrip, Cijfer
from macros.model.keuzehulp import Keuzehulp
from macros.model.kwaliteit import Kwaliteit, Toegankelijkheid
from macros.model.leerpunt import Leerpunt
from macros.model.linkcontrole import Linkcontrole
from macros.model.organisatie import Gemeentetabel, VervallenGemeentetabel
from macros.model.recht import Wet
from macros.model.soorten import SOORTEN
from macros.model.tegelkaart import Tegelkaart
from macros.model.told import Kop
from macros.model.validate import CLOSE_BY, MAX_ERRORS, VORMEN, validate_model
from macros.model.vocabulaire import Site, Synoniemen, Vocabulaire
from tests.factory import (
    SITE,
    ZIN,
    RawBlock,
    as_yaml,
    make_begrip,
    make_bewering,
    make_cijfer,
    make_instrument,
    make_leerpunt,
    make_wet,
    naar_yaml,
    parse,
)

OTHERS: tuple[type[BaseModel], ...] = (
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
    Linkcontrole,
)
ENGELS = re.compile(
    r"\b(input|should|field|value|valid|must|than|required|expected)\b", re.IGNORECASE
)


def as_raw_block(record: BaseModel) -> RawBlock:
    return record.model_dump(mode="json", by_alias=True, exclude_unset=True)


def errors_of(model: type[BaseModel], raw_block: object) -> list[Error]:
    record, errors = validate_model(parse("x.yml", naar_yaml(raw_block)), model)
    assert (record is None) == bool(errors)
    for error in errors:
        assert error.remedy, error
        assert not ENGELS.search(f"{error.wat} {error.remedy}"), error
    return errors


def only_error(model: type[BaseModel], raw_block: object) -> Error:
    errors = errors_of(model, raw_block)
    assert len(errors) == 1, errors
    return errors[0]


def test_a_mistyped_field_is_not_missing_as_well() -> None:
    raw_block = as_raw_block(make_begrip())
    raw_block["uitlegg"] = raw_block.pop("uitleg")
    assert only_error(Begrip, raw_block).remedy.startswith("bedoelde u „uitleg”?")
    raw_block = as_raw_block(make_begrip())
    bewering = make_bewering()
    bewering["zekerheidd"] = bewering.pop("zekerheid")
    raw_block["uitleg"] = [bewering]
    assert only_error(Begrip, raw_block).veld == "uitleg[1].zekerheidd"


def test_a_field_that_is_missing_beside_an_unknown_one_is_told() -> None:
    raw_block = as_raw_block(make_begrip())
    raw_block["xyz"] = raw_block.pop("uitleg")
    assert {one.veld for one in errors_of(Begrip, raw_block)} == {"xyz", "uitleg"}
    # Mistyped and right as well: then nothing is missing, and another field that is, is told.
    raw_block = as_raw_block(make_begrip()) | {"uitlegg": 1}
    del raw_block["groep"]
    assert {one.veld for one in errors_of(Begrip, raw_block)} == {"uitlegg", "groep"}


def test_a_good_record_comes_out_typed() -> None:
    instrument = make_instrument()
    record, errors = validate_model(parse("x.yml", as_yaml(instrument)), Instrument)
    assert errors == []
    assert record == instrument


@pytest.mark.parametrize(
    ("velden", "veld", "wat", "remedy"),
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
        ({"titel": ""}, "titel", "is leeg", "vul het in; dit veld is verplicht"),
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
def test_a_wrong_field_in_a_begrip(velden: RawBlock, veld: str, wat: str, remedy: str) -> None:
    raw_block = as_raw_block(make_begrip()) | velden
    errors = errors_of(Begrip, raw_block)
    assert {error.veld for error in errors} == {veld}
    assert wat in errors[0].wat
    assert remedy in errors[0].remedy


@pytest.mark.parametrize(
    ("velden", "veld", "wat", "remedy"),
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
def test_a_wrong_field_in_a_bewering(velden: RawBlock, veld: str, wat: str, remedy: str) -> None:
    raw_block = as_raw_block(make_begrip()) | {"uitleg": [make_bewering(), make_bewering(**velden)]}
    error = only_error(Begrip, raw_block)
    assert error.veld == f"uitleg[2].{veld}"
    assert wat in error.wat
    assert remedy in error.remedy


@pytest.mark.parametrize(
    ("model", "record", "velden", "wat", "remedy"),
    [
        (Cijfer, make_cijfer(), {"getal": "105"}, "„105” past niet", "moet een getal zijn"),
        (Cijfer, make_cijfer(), {"ongeveer": 1}, "„1” past niet", "moet true of false zijn"),
        (Instrument, make_instrument(), {"volgorde": 1.5}, "„1.5” past niet", "heel getal"),
        (Instrument, make_instrument(), {"volgorde": True}, "„true” past niet", "heel getal"),
        (Instrument, make_instrument(), {"volgorde": 0}, "is „0”", "schrijf ten minste 1"),
        (Wet, make_wet(), {"bwb_id": "BWB1"}, "„BWB1” heeft niet de juiste vorm", "BWBR0015703"),
        (Leerpunt, make_leerpunt(), {"vorm": "rond"}, "„rond”", "kies „patroon” of „concreet”"),
    ],
)
def test_a_wrong_number_or_code(
    model: type[BaseModel], record: BaseModel, velden: RawBlock, wat: str, remedy: str
) -> None:
    error = only_error(model, as_raw_block(record) | velden)
    assert error.veld == next(iter(velden))
    assert wat in error.wat
    assert remedy in error.remedy


@pytest.mark.parametrize(("jaar", "remedy"), [(1989, "ten minste 1990"), (2101, "hoogstens 2100")])
def test_a_year_out_of_bounds(jaar: int, remedy: str) -> None:
    bedragen = [make_bewering(jaar=jaar, bedrag="€ 5")]
    error = only_error(Leerpunt, as_raw_block(make_leerpunt()) | {"bedragen": bedragen})
    assert (error.veld, error.wat, error.remedy) == (
        "bedragen[1].jaar",
        f"is „{jaar}”",
        f"schrijf {remedy}",
    )


def test_too_few_lines() -> None:
    raw_block: RawBlock = {
        "id": "grafiek:a",
        "titel": "A",
        "samenvatting": ZIN,
        "cijfers": ["cijfer:a"],
    }
    grafiek = next(soort for soort in SOORTEN if soort.soort == "grafiek")
    error = only_error(grafiek, raw_block)
    assert (error.veld, error.wat) == ("cijfers", "heeft te weinig regels (1)")
    assert error.remedy == "geef er ten minste 2"


def test_a_missing_field_is_reported_at_the_block_where_it_belongs() -> None:
    bewering = make_bewering()
    del bewering["stand"]
    tekst = naar_yaml(as_raw_block(make_begrip()) | {"uitleg": [make_bewering(), bewering]})
    _, (error,) = validate_model(parse("x.yml", tekst), Begrip)
    assert (error.veld, error.wat) == ("uitleg[2].stand", "ontbreekt")
    assert error.remedy == "voeg het veld „stand” toe"
    regels = tekst.splitlines()
    # Behind the sources, which usually stand before it.
    assert regels[error.regel - 2 : error.regel] == ["  bronnen:", "  - N24"]
    assert regels[error.regel].startswith("  zekerheid:")
    assert error.regel > regels.index("uitleg:") + 2


def test_a_missing_field_of_the_record_is_reported_where_it_belongs() -> None:
    raw_block = as_raw_block(make_begrip())
    for veld in ("samenvatting", "groep"):
        tekst = naar_yaml({naam: waarde for naam, waarde in raw_block.items() if naam != veld})
        _, (error,) = validate_model(parse("x.yml", tekst), Begrip)
        stood_at = naar_yaml(raw_block).splitlines()
        regel = next(nummer for nummer, tekst in enumerate(stood_at) if tekst.startswith(veld))
        assert (error.veld, error.wat) == (veld, "ontbreekt")
        assert abs(error.regel - regel) <= CLOSE_BY


def test_a_name_that_is_unknown_is_reported_where_it_stands_and_not_its_value() -> None:
    tekst = naar_yaml(as_raw_block(make_begrip())).replace("uitleg:", "uitlg:")
    _, errors = validate_model(parse("x.yml", tekst), Begrip)
    regel = tekst.splitlines().index("uitlg:") + 1
    assert [(error.regel, error.column) for error in errors if error.veld == "uitlg"] == [
        (regel, 1)
    ]


def test_a_full_stop_that_is_missing_is_reported_where_it_has_to_come() -> None:
    tekst = as_yaml(make_begrip()).replace(ZIN, "Een zin die\n  doorloopt", 1)
    _, errors = validate_model(parse("x.yml", tekst), Begrip)
    (error,) = (one for one in errors if one.wat == "is geen hele zin")
    assert tekst.splitlines()[error.regel - 1] == "  doorloopt"


@pytest.mark.parametrize("veld", ["gecontroleerd", "controle_voor"])
def test_a_day_of_review_that_is_missing_goes_beside_the_other(veld: str) -> None:
    raw_block = as_raw_block(make_begrip())
    other = {"gecontroleerd": "controle_voor", "controle_voor": "gecontroleerd"}[veld]
    first = {naam: raw_block[naam] for naam in ("id", other)}
    rest = {naam: waarde for naam, waarde in raw_block.items() if naam not in (*first, veld)}
    _, (error,) = validate_model(parse("x.yml", naar_yaml(first | rest)), Begrip)
    assert error.veld == veld
    assert error.regel <= len(naar_yaml(first).splitlines())


def test_a_cut_off_file_points_to_its_end() -> None:
    tekst = naar_yaml(as_raw_block(make_begrip()))
    short = tekst[: tekst.index("gecontroleerd")]
    _, errors = validate_model(parse("x.yml", short), Begrip)
    assert {error.veld for error in errors} >= {"gecontroleerd", "controle_voor"}
    assert {error.regel for error in errors if error.veld == "gecontroleerd"} == {
        len(short.splitlines())
    }


def test_a_message_quotes_a_number_as_it_was_typed() -> None:
    tekst = naar_yaml(as_raw_block(make_begrip())).replace(
        "titel: Titel van maatwerk", "titel: 2.10"
    )
    _, (error,) = validate_model(parse("x.yml", tekst), Begrip)
    assert "„2.10”" in error.wat
    tekst = naar_yaml(as_raw_block(make_begrip(uitleg=[make_bewering(stand=2023)])))
    tekst = tekst.replace("'2023'", "2023.10")
    _, (error,) = validate_model(parse("x.yml", tekst), Begrip)
    assert "„2023.10”" in error.wat


def test_thousands_of_unknown_fields_are_reported_fast() -> None:
    onbekend = {f"veld{nummer}": 1 for nummer in range(9_000)}
    begin = time.process_time()
    _, errors = validate_model(
        parse("x.yml", naar_yaml(as_raw_block(make_begrip()) | onbekend)), Begrip
    )
    assert time.process_time() - begin < 4
    assert len(errors) == MAX_ERRORS + 1
    assert errors[-1].wat == f"heeft nog {9_000 - MAX_ERRORS} fouten"


def test_all_errors_at_once_each_on_its_own_line() -> None:
    raw_block = as_raw_block(make_begrip()) | {
        "titel": 3,
        "groep": "",
        "xyz": 1,
        "uitleg": [make_bewering(stand="x")],
    }
    del raw_block["id"]
    errors = errors_of(Begrip, raw_block)
    velden = {error.veld for error in errors}
    assert velden == {"id", "titel", "groep", "xyz", "uitleg[1].stand"}
    regels = naar_yaml(raw_block).splitlines()
    for error in errors:
        if error.veld in ("titel", "groep", "xyz"):
            assert regels[error.regel - 1].startswith(f"{error.veld}: ")


@pytest.mark.parametrize("waarde", [None, 3, "tekst", [], ["a"], {}])
@pytest.mark.parametrize("model", [*SOORTEN, *OTHERS])
def test_a_file_that_is_not_a_block(model: type[BaseModel], waarde: object) -> None:
    assert errors_of(model, waarde)


def test_too_long_a_value_does_not_fill_the_screen() -> None:
    error = only_error(Begrip, as_raw_block(make_begrip()) | {"controle_voor": 10**14})
    assert len(error.wat) < 200
    error = only_error(
        Begrip, as_raw_block(make_begrip()) | {"hoofdlettergevoelig": "woord " * 100}
    )
    assert len(error.wat) < 120


def test_an_unknown_field_deep_in_a_record_knows_its_neighbours() -> None:
    wet = make_bewering(wet="wet:a", rol="veroorzaakt", artikelen=[{"artikel": "18", "lidd": "2"}])
    error = only_error(Leerpunt, as_raw_block(make_leerpunt()) | {"wetten": [wet]})
    assert error.veld == "wetten[1].artikelen[1].lidd"
    assert error.remedy == "bedoelde u „lid”? (mogelijke velden: artikel, lid)"


def test_a_field_with_another_name_in_yaml_than_in_the_code() -> None:
    error = only_error(
        Vocabulaire,
        {
            "ass": "vorm",
            "titel": "Vorm",
            "uitleg": ZIN,
            "termen": [{"sleutel": "a", "label": "a", "uitleg": ZIN}],
            "as": "vorm",
        },
    )
    assert "mogelijke velden: as, titel" in error.remedy


@pytest.mark.parametrize("peildatum", ["2026-13-45", "21-11-2026", "2026"])
def test_the_peildatum_of_the_site_is_a_day(peildatum: str) -> None:
    error = only_error(Site, SITE | {"peildatum": peildatum})
    assert error.veld == "peildatum"
    assert "JJJJ-MM-DD" in error.remedy


def _patterns(schema: object, gezien: set[int]) -> set[str]:
    """Return each pattern in the schema that pydantic runs on."""
    if id(schema) in gezien:
        return set()
    gezien.add(id(schema))
    if isinstance(schema, dict):
        pattern = schema.get("pattern")
        own = {pattern} if isinstance(pattern, str) else set()
        return own.union(*(_patterns(part, gezien) for part in schema.values()))
    if isinstance(schema, list | tuple):
        return set().union(*(_patterns(part, gezien) for part in schema))
    return set()


def test_every_pattern_has_an_example_and_every_example_a_pattern() -> None:
    used: set[str] = set()
    for model in (*SOORTEN, *OTHERS):
        used |= _patterns(model.__pydantic_core_schema__, set())
    assert used == set(VORMEN)


@pytest.mark.parametrize(
    "adres",
    [
        *("https://voorbeeld.nl", "http://voorbeeld.nl/", "https:///", "https://voorbeeld/"),
        *("https://voorbeeld.nl/?a", "https://voorbeeld.nl/#a", "https://voorbeeld.nl/a b/"),
        *("https://Voorbeeld.nl/", "https://voorbeeld.nl//", "https://jan@voorbeeld.nl/"),
    ],
)
def test_a_wrong_address_of_the_site_is_refused(adres: str) -> None:
    (error,) = errors_of(Site, SITE | {"adres": adres})
    assert error.veld == "adres"
    assert "met / aan het eind" in error.remedy


@pytest.mark.parametrize("adres", ["https://a.nl/", "https://a.b.nl:8443/kennis/bank_2/"])
def test_a_good_address_of_the_site_is_allowed(adres: str) -> None:
    assert errors_of(Site, SITE | {"adres": adres}) == []
