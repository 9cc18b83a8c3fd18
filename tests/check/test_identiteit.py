from __future__ import annotations

from macros.check import identiteit
from tests.fabriek import (
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_corpus,
    maak_gebeurtenis,
    maak_gemeente,
    maak_leerpunt,
    maak_spoor,
    maak_vervallen,
    maak_vraag,
    maak_wet,
)


def test_id_is_bestandsnaam_bijt() -> None:
    corpus = maak_corpus(onder={"wet:pw": maak_wet("participatiewet")})
    fout = enige(identiteit.id_is_bestandsnaam, corpus)
    assert fout.bestand == "data/wetten/pw.yml"
    assert fout.wat == "is „wet:participatiewet”, maar bestand en map zeggen „wet:pw”"
    assert "hernoem het bestand" in fout.herstel
    assert aangewezen(corpus, fout) == "wet:participatiewet"


def test_id_is_bestandsnaam_bijt_bij_hoofdletters() -> None:
    corpus = maak_corpus(maak_wet("Participatiewet"), maak_bron("n24"))
    kleine, grote = sorted(identiteit.id_is_bestandsnaam(corpus), key=lambda fout: fout.herstel)
    assert (kleine.bestand, grote.bestand) == (
        "data/bronnen/n24.yml",
        "data/wetten/Participatiewet.yml",
    )
    assert "hoofdletters, cijfers en streepjes" in kleine.herstel
    assert "kleine letters, cijfers en streepjes" in grote.herstel


def test_id_is_bestandsnaam_bijt_niet_te_veel() -> None:
    corpus = maak_corpus(maak_wet("wet-studiefinanciering-2000"), maak_bron("ABRVS-2019"))
    assert list(identiteit.id_is_bestandsnaam(corpus)) == []


def test_gemeenten_eenmaal_bijt() -> None:
    corpus = maak_corpus(gemeenten=[maak_gemeente("GM0363"), maak_gemeente("GM0363", naam="A")])
    fout = enige(identiteit.gemeenten_eenmaal, corpus)
    assert fout.bestand == "data/gemeenten.yml"
    assert fout.wat == "cbs „GM0363” staat 2 keer in de tabel"


def test_gemeenten_eenmaal_bijt_bij_dubbele_naam() -> None:
    corpus = maak_corpus(
        gemeenten=[maak_gemeente("GM0363", naam="Bergen"), maak_gemeente("GM0373", naam="Bergen")]
    )
    assert (
        enige(identiteit.gemeenten_eenmaal, corpus).wat == "naam „Bergen” staat 2 keer in de tabel"
    )


def test_gemeenten_eenmaal_bijt_als_een_vervallen_gemeente_nog_bestaat() -> None:
    corpus = maak_corpus(gemeenten=[maak_gemeente("GM0363")], vervallen=[maak_vervallen("GM0363")])
    fout = enige(identiteit.gemeenten_eenmaal, corpus)
    assert fout.bestand == "data/vervallen-gemeenten.yml"
    assert "bestaat nog als gemeente" in fout.wat


def test_gemeenten_eenmaal_bijt_niet_te_veel() -> None:
    """A municipality that merged may keep its name under a new code."""
    corpus = maak_corpus(
        gemeenten=[maak_gemeente("GM0363", naam="Bergen (NH.)"), maak_gemeente("GM0893")],
        vervallen=[maak_vervallen("GM0362", naam="Bergen (NH.)"), maak_vervallen("GM0361")],
    )
    assert list(identiteit.gemeenten_eenmaal(corpus)) == []


def test_titels_uniek_bijt() -> None:
    corpus = maak_corpus(
        maak_wet("a", titel="Participatiewet"), maak_wet("b", titel="participatiewet")
    )
    fout = enige(identiteit.titels_uniek, corpus)
    assert fout.wat == "titel „participatiewet” is al van wet:a"
    assert fout.bestand == "data/wetten/b.yml"
    assert aangewezen(corpus, fout) == "participatiewet"


def test_titels_uniek_bijt_niet_te_veel() -> None:
    """A law and the term for it share a name, and so do two letters to parliament."""
    corpus = maak_corpus(
        maak_wet(titel="Participatiewet"),
        maak_begrip(titel="Participatiewet"),
        maak_bron("K81", titel="Voortgangsbrief"),
        maak_bron("K84", titel="Voortgangsbrief"),
    )
    assert list(identiteit.titels_uniek(corpus)) == []


def test_sleutels_eenmaal_bijt() -> None:
    leerpunt = maak_leerpunt(sporen=[maak_spoor("herstel"), maak_spoor("herstel", titel="Anders")])
    corpus = maak_corpus(leerpunt)
    fout = enige(identiteit.sleutels_eenmaal, corpus)
    assert (fout.veld, fout.wat) == ("sporen[2].sleutel", "sleutel „herstel” komt vaker voor")
    assert aangewezen(corpus, fout) == "herstel"


def test_sleutels_eenmaal_bijt_niet_te_veel() -> None:
    """Another learning may use the same key."""
    een = maak_leerpunt("een", sporen=[maak_spoor("herstel"), maak_spoor("overbrugging")])
    corpus = maak_corpus(een, maak_leerpunt("twee", sporen=[maak_spoor("herstel")]))
    assert list(identiteit.sleutels_eenmaal(corpus)) == []


def test_zoektermen_zinvol_bijt() -> None:
    corpus = maak_corpus(maak_leerpunt(zoektermen=["toeslag", "kop"]))
    fout = enige(identiteit.zoektermen_zinvol, corpus)
    assert (fout.veld, fout.wat) == ("zoektermen", "heeft 2 woorden; 3 is het minimum")
    assert aangewezen(corpus, fout) == "- toeslag"


def test_zoektermen_zinvol_bijt_bij_herhaling() -> None:
    corpus = maak_corpus(
        maak_wet(titel="Participatiewet", zoektermen=["bijstand", "participatieWET"])
    )
    fout = enige(identiteit.zoektermen_zinvol, corpus)
    assert fout.veld == "zoektermen[2]"
    assert fout.wat == "„participatieWET” staat er al, of is gelijk aan de titel"
    assert aangewezen(corpus, fout) == "participatieWET"


def test_zoektermen_zinvol_bijt_niet_te_veel() -> None:
    """Events need no words of their own; the title of a question may be what people type."""
    corpus = maak_corpus(
        maak_gebeurtenis(zoektermen=[]),
        maak_vraag(titel="Telefoonnummer", zoektermen=["telefoonnummer"]),
        maak_wet(zoektermen=["bijstand"]),
        maak_leerpunt(zoektermen=["een", "twee", "drie"], situatie=[maak_bewering()]),
    )
    assert list(identiteit.zoektermen_zinvol(corpus)) == []
