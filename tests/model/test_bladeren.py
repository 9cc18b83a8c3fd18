from __future__ import annotations

from macros.model.basis import Bewering, Onbekend, Term, Verwijzing
from macros.model.bladeren import bladeren
from macros.model.leerpunt import Leerpunt
from macros.model.organisatie import Gemeente
from macros.model.vocabulaire import Vocabulaire
from tests.fabriek import (
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_gemeente,
    maak_instrument,
    maak_leerpunt,
    maak_spoor,
    maak_vocabulaire,
)


def verwijzingen(record: Leerpunt | Gemeente) -> dict[tuple[str | int, ...], object]:
    return {pad: waarde for pad, waarde, merk in bladeren(record) if isinstance(merk, Verwijzing)}


def test_verwijzingen_worden_gevonden_hoe_diep_ook() -> None:
    leerpunt = maak_leerpunt(
        cijfers=["cijfer:a"],
        sporen=[maak_spoor(wet="wet:a", stappen=[maak_bewering(bronnen=["K81", "K84"])])],
        onbekend=[{"veld": "x", "vraag": "Wat?", "aan": ["organisatie:pmm"]}],
    )
    gevonden = verwijzingen(leerpunt)
    assert gevonden["cijfers", 0] == "cijfer:a"
    assert gevonden["sporen", 0, "wet"] == "wet:a"
    assert gevonden["sporen", 0, "stappen", 0, "bronnen", 1] == "bron:K84"
    assert gevonden["onbekend", 0, "aan", 0] == "organisatie:pmm"
    assert gevonden["wetten", 0, "wet"] == "wet:participatiewet"


def test_een_verwijzing_weet_welke_soorten_mogen() -> None:
    merken = {pad: merk for pad, _, merk in bladeren(maak_leerpunt())}
    assert merken["wetten", 0, "wet"] == Verwijzing(("wet",))
    assert merken["situatie", 0, "bronnen", 0] == Verwijzing(("bron",))


def test_termen_worden_gevonden_ook_in_lijsten() -> None:
    leerpunt = maak_leerpunt(soorten=["wet", "praktijk"])
    termen = {
        pad: (merk.as_, waarde)
        for pad, waarde, merk in bladeren(leerpunt)
        if isinstance(merk, Term)
    }
    assert termen["soorten", 1] == ("leerpuntsoort", "praktijk")
    assert termen["leefgebieden", 0] == ("leefgebied", "inkomen")
    assert termen["herkomst",] == ("herkomst", "pmm")
    assert termen["wetten", 0, "rol"] == ("wetrol", "veroorzaakt")
    assert termen["sporen", 0, "status"] == ("spoorstatus", "loopt")


def test_gewone_tekst_heeft_geen_merk() -> None:
    gevonden = {
        pad: merk for pad, waarde, merk in bladeren(maak_begrip()) if isinstance(waarde, str)
    }
    for pad in (("id",), ("titel",), ("zoektermen", 0), ("uitleg", 0, "tekst")):
        assert gevonden[pad] is None


def test_beweringen_en_vragen_worden_gevonden_met_hun_pad() -> None:
    vraag = {"veld": "kosten", "vraag": "Wat kost het?", "aan": ["organisatie:pmm"]}
    instrument = maak_instrument(onbekend=[vraag])
    gevonden = {pad: waarde for pad, waarde, _ in bladeren(instrument)}
    assert isinstance(gevonden["nu_doen", 0], Bewering)
    assert isinstance(gevonden["onbekend", 0], Onbekend)
    assert gevonden[()] is instrument


def test_wat_leeg_is_wordt_overgeslagen_maar_nul_en_onwaar_niet() -> None:
    velden = {pad[0] for pad, _, _ in bladeren(maak_begrip()) if pad}
    assert "voluit" not in velden
    assert "zie" not in velden
    assert "hoofdlettergevoelig" in velden


def test_een_pad_draagt_de_naam_die_in_yaml_staat() -> None:
    vocabulaire: Vocabulaire = maak_vocabulaire("vorm", ["a"])
    assert {pad for pad, _, _ in bladeren(vocabulaire)} >= {("as",), ("termen", 0, "sleutel")}


def test_bladeren_begint_waar_men_zegt() -> None:
    gemeente = Gemeente.model_validate(maak_gemeente(buren=["GM0384"]))
    paden = [pad for pad, _, _ in bladeren(gemeente, ("gemeenten", 3))]
    assert paden[0] == ("gemeenten", 3)
    assert ("gemeenten", 3, "buren", 0) in paden


def test_een_bron_heeft_termen_maar_geen_verwijzingen() -> None:
    merken = [merk for _, _, merk in bladeren(maak_bron()) if merk is not None]
    assert merken == [Term("bronsoort"), Term("gezien")]
