from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model import base
from macros.model.base import Bewering, Record, split_id
from macros.model.soorten import PER_FOLDER, PER_SOORT, SOORTEN
from tests.factory import make_begrip, make_bewering, make_bron, make_leerpunt, make_spoor


def error_at(soort: TypeAdapter[Any], waarde: object) -> str:
    with pytest.raises(ValidationError) as caught:
        soort.validate_python(waarde)
    return str(caught.value.errors()[0]["msg"])


@pytest.mark.parametrize(
    ("waarde", "wat"),
    [
        ("   ", "is leeg; vul het in"),
        ("tekst ", "spatie of lege regel; haal die weg"),
        ("\ntekst", "spatie of lege regel; haal die weg"),
        (unicodedata.normalize("NFD", "café"), "losse accenttekens"),
        ("zacht\u200bteken", "onzichtbaar teken (U+200B); haal het weg"),
        ("rechts\u202enaar links", "onzichtbaar teken"),
        ("bel\x07", "onzichtbaar teken"),
        ("zacht\u00adkoppel", "onzichtbaar teken (U+00AD)"),
        ("woord\u2060lijm", "onzichtbaar teken"),
        ("iso\u2066laat\u2069", "onzichtbaar teken"),
        ("merk\U000e0041", "onzichtbaar teken"),
        ("hangul\u3164vuller", "onzichtbaar teken"),
        ("caf\ufffd", "ging een letter verloren"),
        ("harde\u00a0spatie", "bijzondere spatie (U+00A0)"),
        ("smalle\u2009spatie", "bijzondere spatie"),
        ("twee\nregels", "op één regel, of na >-"),
        ("een\ttab", "regeleinde of tab"),
        ("de Рarticipatiewet", "„Рarticipatiewet” bevat een Griekse of Russische letter"),
        ("Lorem ipsum dolor", "invultekst"),
        ("TODO: bron", "invultekst"),
        ("[invullen]", "invultekst"),
    ],
)
def test_text_is_clean(waarde: str, wat: str) -> None:
    assert wat in error_at(TypeAdapter(base.Tekst), waarde)


@pytest.mark.parametrize(
    "waarde", ["café", "€ 5 – 10 ’t ×", "Ελλάδα en Россия", "formulieren invullen", "de maxxx", "a"]
)
def test_plain_text_is_allowed(waarde: str) -> None:
    assert TypeAdapter(base.Tekst).validate_python(waarde) == waarde


def test_a_sentence_ends_with_a_punctuation_mark() -> None:
    assert "eindig met een punt" in error_at(TypeAdapter(base.Zin), "Geen zin")
    for no in ("Een zin…", "Een zin...", "Een zin .."):
        assert "eindig met een punt" in error_at(TypeAdapter(base.Zin), no)
    for no in ("een zin.", "„een” zin.", "élke zin."):
        assert "begin met een hoofdletter" in error_at(TypeAdapter(base.Zin), no)
    for zin in (
        "Een zin.",
        "Een vraag?",
        "Een uitroep!",
        "Élke zin.",
        "3 mei.",
        "’s Avonds.",
        "axe.",
    ):
        assert TypeAdapter(base.Zin).validate_python(zin) == zin


def test_a_summary_is_short() -> None:
    soort = TypeAdapter(base.Samenvatting)
    bound = "A" * (base.MAX_SAMENVATTING - 1) + "."
    assert soort.validate_python(bound) == bound
    with pytest.raises(ValidationError):
        soort.validate_python("a" + bound)


@pytest.mark.parametrize(
    ("adres", "wat"),
    [
        ("https://10.0.0.1/stuk", "IP-adres"),
        ("https://[::1]/stuk", "IP-adres"),
        ("https://jan:geheim@voorbeeld.nl/", "wachtwoord"),
        ("https://localhost/stuk", "geen domein"),
        ("https://example.org/stuk", "„example.org” is een voorbeeld en bestaat niet; schrijf"),
        ("http://www.Example.com:8080/x", "„www.Example.com” is een voorbeeld"),
        ("https://stuk.test", "„stuk.test” is een voorbeeld"),
        ("https://voorbeeld.nl/?a=1&utm_source=mail", "„utm_source”"),
        ("https://voorbeeld.nl/?fbclid=1", "„fbclid”"),
    ],
)
def test_an_address_points_to_a_place_that_stays(adres: str, wat: str) -> None:
    assert wat in error_at(TypeAdapter(base.HttpsAdres), adres)


def test_a_plain_address_is_allowed() -> None:
    for adres in (
        "https://voorbeeld.nl",
        "http://a.b.nl:8080/x?y=1#z",
        "https://x.nl/a@b",
        "https://test.nl/example.org",
        "https://testexample.org/",
    ):
        assert TypeAdapter(base.HttpsAdres).validate_python(adres) == adres


@pytest.mark.parametrize("adres", ["https://www.voorbeeld.nl/stuk", "www.voorbeeld.nl"])
def test_a_title_is_no_address(adres: str) -> None:
    assert "schrijf hier de titel zelf" in error_at(TypeAdapter(base.Titel), adres)
    for titel in ("Wat www.voorbeeld.nl zegt", "Over http://", "Een titel"):
        assert TypeAdapter(base.Titel).validate_python(titel) == titel


def test_a_day_exists_and_is_iso() -> None:
    assert TypeAdapter(base.Dag).validate_python("2024-02-29") == date(2024, 2, 29)
    for waarde in ("2024-2-9", "29-02-2024", "2024-02-29T00:00", 20240229, "vandaag", None):
        assert "is geen dag; schrijf JJJJ-MM-DD" in error_at(TypeAdapter(base.Dag), waarde)
    with pytest.raises(ValidationError):
        TypeAdapter(base.Dag).validate_python("2023-02-29")


def test_a_peildatum_of_the_site_is_a_day_that_exists() -> None:
    assert base.existing_dag("2026-11-21") == "2026-11-21"
    for waarde in ("2026-13-45", "2026-02-29", "21-11-2026"):
        with pytest.raises(ValueError, match="dag"):
            base.existing_dag(waarde)


@pytest.mark.parametrize(
    ("soort", "good", "error"),
    [
        (
            TypeAdapter(base.HttpsAdres),
            ["https://a.nl/b?c=d"],
            ["a.nl", "ftp://a.nl", "https://a.nl/ b"],
        ),
        (
            TypeAdapter(base.Kamerstuknummer),
            ["34477-84", "36410-XV-21", "35010-C", "34477"],
            ["3447", "34477-", "34 477", "34477-84-1-2"],
        ),
        (
            TypeAdapter(base.Ecli),
            ["ECLI:NL:CRVB:2019:1234"],
            ["ECLI:NL:CRVB:2019", "NL:CRVB:2019:1", "ecli"],
        ),
        (TypeAdapter(base.BwbId), ["BWBR0015703"], ["BWBR15703", "bwbr0015703", "BWBV0015703"]),
        (TypeAdapter(base.CbsCode), ["GM0363"], ["GM363", "0363", "gm0363"]),
    ],
)
def test_the_form_of_a_number(soort: TypeAdapter[Any], good: list[str], error: list[str]) -> None:
    for waarde in good:
        assert soort.validate_python(waarde) == waarde
    for waarde in error:
        error_at(soort, waarde)


@pytest.mark.parametrize("waarde", ["yes", "no", "aan", 1, 0, 1.0, "true"])
def test_yes_or_no_is_true_or_false(waarde: object) -> None:
    error_at(TypeAdapter(base.JaNee), waarde)


@pytest.mark.parametrize("waarde", [True, "3", 3.5, 3.0])
def test_a_whole_number_is_a_whole_number(waarde: object) -> None:
    error_at(TypeAdapter(base.GeheelGetal), waarde)


def test_a_number_is_not_text() -> None:
    assert TypeAdapter(base.Getal).validate_python(3) == 3
    for waarde in (True, "3", "3,5"):
        error_at(TypeAdapter(base.Getal), waarde)


def test_a_bron_has_the_same_name_in_short_and_in_full() -> None:
    short = Bewering.model_validate(make_bewering(bronnen=["N24"]))
    assert short == Bewering.model_validate(make_bewering(bronnen=["bron:N24"]))
    assert short.bronnen == ("bron:N24",)


@pytest.mark.parametrize("veld", ["tekst", "bronnen", "stand", "zekerheid"])
def test_a_bewering_without_text_bron_stand_or_zekerheid_is_refused(veld: str) -> None:
    velden = make_bewering()
    del velden[veld]
    with pytest.raises(ValidationError):
        Bewering.model_validate(velden)


def test_a_bewering_without_bronnen_is_refused() -> None:
    with pytest.raises(ValidationError):
        Bewering.model_validate(make_bewering(bronnen=[]))


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        make_begrip().titel = "Anders"  # type: ignore[misc]


def test_address_and_slug_follow_from_the_id() -> None:
    assert (make_begrip("alo-kop").slug, make_begrip("alo-kop").pad) == (
        "alo-kop",
        "begrippen/alo-kop/",
    )
    assert (make_bron("N24").slug, make_bron("N24").pad) == ("N24", "bronnen/n24/")


@pytest.mark.parametrize(
    ("tekst", "parts"),
    [
        ("wet:pw", ("wet", "pw")),
        ("bron:N24", ("bron", "N24")),
        ("mvt-punt:a", ("mvt-punt", "a")),
        ("wet:", None),
        ("wet", None),
        ("wet:a:b", None),
        ("wet:a b", None),
        ("Wet:a", None),
    ],
)
def test_split_id(tekst: str, parts: tuple[str, str] | None) -> None:
    assert split_id(tekst) == parts


def test_the_status_of_a_leerpunt_follows_from_its_sporen() -> None:
    sporen = [
        make_spoor("a", status="loopt"),
        make_spoor("b", status="opgelost"),
        make_spoor("c", status="loopt"),
    ]
    assert make_leerpunt(sporen=sporen).statussen == ("loopt", "opgelost")
    assert make_leerpunt(sporen=[]).statussen == ("gesignaleerd",)


def test_every_kind_has_names_and_its_own_prefix_and_folder() -> None:
    assert len(PER_FOLDER) == len(PER_SOORT) == len(SOORTEN)
    for model in SOORTEN:
        assert model.enkelvoud
        assert model.meervoud


@pytest.mark.parametrize("model", [soort for soort in SOORTEN if issubclass(soort, Record)])
def test_fields_that_must_be_accounted_for_exist(model: type[Record]) -> None:
    """A name that is no field would never be asked for."""
    assert set(model.velden_verplicht_verantwoord) <= set(model.model_fields)
