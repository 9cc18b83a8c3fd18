from __future__ import annotations

from macros.load.fout import Fout, Positie, bedoelde_u, veldnaam, verslag

FOUT = Fout("data/wetten/pw.yml", 14, 11, "wetten[2].wet", "onbekende wet", "kies een andere")


def test_een_fout_noemt_plaats_veld_en_herstel() -> None:
    assert str(FOUT) == (
        "data/wetten/pw.yml:14:11  wetten[2].wet — onbekende wet\n    kies een andere"
    )


def test_een_fout_zonder_veld_of_herstel_laat_geen_gat_achter() -> None:
    assert str(Fout("a.yml", 1, 1, "", "bestand is leeg")) == "a.yml:1:1  bestand is leeg"


def test_veldnaam_telt_vanaf_een() -> None:
    assert veldnaam(()) == ""
    assert veldnaam(("titel",)) == "titel"
    assert veldnaam(("wetten", 1, "artikelen", 0, "lid")) == "wetten[2].artikelen[1].lid"
    assert veldnaam((0, "titel")) == "[1].titel"


def test_bedoelde_u_noemt_het_woord_dat_erop_lijkt() -> None:
    assert bedoelde_u("instrumnten", ["leerpunten", "instrumenten"]) == "bedoelde u „instrumenten”?"


def test_bedoelde_u_zwijgt_als_niets_erop_lijkt() -> None:
    assert bedoelde_u("xyz", ["leerpunten", "instrumenten"]) == ""
    assert bedoelde_u("xyz", []) == ""


def test_verslag_sorteert_telt_en_herhaalt_niets() -> None:
    later = Fout("data/wetten/pw.yml", 100, 1, "", "later")
    eerder = Fout("data/begrippen/z.yml", 7, 1, "", "eerder")
    assert verslag([later, FOUT, eerder, later]).splitlines() == [
        "data/begrippen/z.yml:7:1  eerder",
        "data/wetten/pw.yml:14:11  wetten[2].wet — onbekende wet",
        "    kies een andere",
        "data/wetten/pw.yml:100:1  later",
        "3 fouten gevonden.",
    ]


def test_verslag_kent_het_enkelvoud() -> None:
    assert verslag([FOUT]).splitlines()[-1] == "1 fout gevonden."


def test_een_plaats_telt_vanaf_een() -> None:
    assert Positie() == Positie(regel=1, kolom=1)
