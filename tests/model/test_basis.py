from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model import basis
from macros.model.basis import Bewering, Record, splits_id
from macros.model.soorten import PER_MAP, PER_SOORT, SOORTEN
from tests.fabriek import maak_begrip, maak_bewering, maak_bron, maak_leerpunt, maak_spoor


def fout_bij(soort: TypeAdapter[Any], waarde: object) -> str:
    with pytest.raises(ValidationError) as gevangen:
        soort.validate_python(waarde)
    return str(gevangen.value.errors()[0]["msg"])


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
def test_tekst_is_schoon(waarde: str, wat: str) -> None:
    assert wat in fout_bij(TypeAdapter(basis.Tekst), waarde)


@pytest.mark.parametrize(
    "waarde", ["café", "€ 5 – 10 ’t ×", "Ελλάδα en Россия", "formulieren invullen", "de maxxx", "a"]
)
def test_gewone_tekst_mag(waarde: str) -> None:
    assert TypeAdapter(basis.Tekst).validate_python(waarde) == waarde


def test_een_zin_eindigt_met_een_leesteken() -> None:
    assert "eindig met een punt" in fout_bij(TypeAdapter(basis.Zin), "Geen zin")
    for geen in ("Een zin…", "Een zin...", "Een zin .."):
        assert "eindig met een punt" in fout_bij(TypeAdapter(basis.Zin), geen)
    for geen in ("een zin.", "„een” zin.", "élke zin."):
        assert "begin met een hoofdletter" in fout_bij(TypeAdapter(basis.Zin), geen)
    for zin in (
        "Een zin.",
        "Een vraag?",
        "Een uitroep!",
        "Élke zin.",
        "3 mei.",
        "’s Avonds.",
        "axe.",
    ):
        assert TypeAdapter(basis.Zin).validate_python(zin) == zin


def test_een_samenvatting_is_kort() -> None:
    soort = TypeAdapter(basis.Samenvatting)
    grens = "A" * (basis.MAX_SAMENVATTING - 1) + "."
    assert soort.validate_python(grens) == grens
    with pytest.raises(ValidationError):
        soort.validate_python("a" + grens)


@pytest.mark.parametrize(
    ("adres", "wat"),
    [
        ("https://10.0.0.1/stuk", "IP-adres"),
        ("https://[::1]/stuk", "IP-adres"),
        ("https://jan:geheim@voorbeeld.nl/", "wachtwoord"),
        ("https://localhost/stuk", "geen domein"),
        ("https://voorbeeld.nl/?a=1&utm_source=mail", "„utm_source”"),
        ("https://voorbeeld.nl/?fbclid=1", "„fbclid”"),
    ],
)
def test_een_adres_wijst_naar_een_plek_die_blijft(adres: str, wat: str) -> None:
    assert wat in fout_bij(TypeAdapter(basis.HttpsAdres), adres)


def test_een_gewoon_adres_mag() -> None:
    for adres in ("https://voorbeeld.nl", "http://a.b.nl:8080/x?y=1#z", "https://x.nl/a@b"):
        assert TypeAdapter(basis.HttpsAdres).validate_python(adres) == adres


def test_een_dag_bestaat_en_is_iso() -> None:
    assert TypeAdapter(basis.Dag).validate_python("2024-02-29") == date(2024, 2, 29)
    for waarde in ("2024-2-9", "29-02-2024", "2024-02-29T00:00", 20240229, "vandaag", None):
        assert "is geen dag; schrijf JJJJ-MM-DD" in fout_bij(TypeAdapter(basis.Dag), waarde)
    with pytest.raises(ValidationError):
        TypeAdapter(basis.Dag).validate_python("2023-02-29")


def test_een_peildatum_van_de_site_is_een_bestaande_dag() -> None:
    assert basis.bestaande_dag("2026-11-21") == "2026-11-21"
    for waarde in ("2026-13-45", "2026-02-29", "21-11-2026"):
        with pytest.raises(ValueError, match="dag"):
            basis.bestaande_dag(waarde)


@pytest.mark.parametrize(
    ("soort", "goed", "fout"),
    [
        (
            TypeAdapter(basis.HttpsAdres),
            ["https://a.nl/b?c=d"],
            ["a.nl", "ftp://a.nl", "https://a.nl/ b"],
        ),
        (
            TypeAdapter(basis.Kamerstuknummer),
            ["34477-84", "36410-XV-21", "35010-C", "34477"],
            ["3447", "34477-", "34 477", "34477-84-1-2"],
        ),
        (
            TypeAdapter(basis.Ecli),
            ["ECLI:NL:CRVB:2019:1234"],
            ["ECLI:NL:CRVB:2019", "NL:CRVB:2019:1", "ecli"],
        ),
        (TypeAdapter(basis.BwbId), ["BWBR0015703"], ["BWBR15703", "bwbr0015703", "BWBV0015703"]),
        (TypeAdapter(basis.CbsCode), ["GM0363"], ["GM363", "0363", "gm0363"]),
    ],
)
def test_de_vorm_van_een_nummer(soort: TypeAdapter[Any], goed: list[str], fout: list[str]) -> None:
    for waarde in goed:
        assert soort.validate_python(waarde) == waarde
    for waarde in fout:
        fout_bij(soort, waarde)


@pytest.mark.parametrize("waarde", ["yes", "no", "aan", 1, 0, 1.0, "true"])
def test_ja_of_nee_is_true_of_false(waarde: object) -> None:
    fout_bij(TypeAdapter(basis.JaNee), waarde)


@pytest.mark.parametrize("waarde", [True, "3", 3.5, 3.0])
def test_een_geheel_getal_is_een_geheel_getal(waarde: object) -> None:
    fout_bij(TypeAdapter(basis.GeheelGetal), waarde)


def test_een_getal_is_geen_tekst() -> None:
    assert TypeAdapter(basis.Getal).validate_python(3) == 3
    for waarde in (True, "3", "3,5"):
        fout_bij(TypeAdapter(basis.Getal), waarde)


def test_een_bron_heet_kort_en_voluit_hetzelfde() -> None:
    kort = Bewering.model_validate(maak_bewering(bronnen=["N24"]))
    assert kort == Bewering.model_validate(maak_bewering(bronnen=["bron:N24"]))
    assert kort.bronnen == ("bron:N24",)


@pytest.mark.parametrize("veld", ["tekst", "bronnen", "stand", "zekerheid"])
def test_een_bewering_zonder_bron_datum_of_zekerheid_bestaat_niet(veld: str) -> None:
    velden = maak_bewering()
    del velden[veld]
    with pytest.raises(ValidationError):
        Bewering.model_validate(velden)


def test_een_bewering_zonder_bronnen_bestaat_niet() -> None:
    with pytest.raises(ValidationError):
        Bewering.model_validate(maak_bewering(bronnen=[]))


def test_een_record_verandert_niet_meer() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        maak_begrip().titel = "Anders"  # type: ignore[misc]


def test_adres_en_slug_volgen_uit_het_id() -> None:
    assert (maak_begrip("alo-kop").slug, maak_begrip("alo-kop").pad) == (
        "alo-kop",
        "begrippen/alo-kop/",
    )
    assert (maak_bron("N24").slug, maak_bron("N24").pad) == ("N24", "bronnen/n24/")


@pytest.mark.parametrize(
    ("tekst", "delen"),
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
def test_splits_id(tekst: str, delen: tuple[str, str] | None) -> None:
    assert splits_id(tekst) == delen


def test_de_status_van_een_leerpunt_volgt_uit_zijn_sporen() -> None:
    sporen = [
        maak_spoor("a", status="loopt"),
        maak_spoor("b", status="opgelost"),
        maak_spoor("c", status="loopt"),
    ]
    assert maak_leerpunt(sporen=sporen).statussen == ("loopt", "opgelost")
    assert maak_leerpunt(sporen=[]).statussen == ("gesignaleerd",)


def test_elke_soort_heeft_een_eigen_naam_map_en_aanduiding() -> None:
    assert len(PER_MAP) == len(PER_SOORT) == len(SOORTEN)
    for model in SOORTEN:
        assert model.enkelvoud
        assert model.meervoud


@pytest.mark.parametrize("model", [soort for soort in SOORTEN if issubclass(soort, Record)])
def test_verplicht_verantwoorde_velden_bestaan(model: type[Record]) -> None:
    """A name that is no field would never be asked for."""
    assert set(model.velden_verplicht_verantwoord) <= set(model.model_fields)
