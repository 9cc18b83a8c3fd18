from __future__ import annotations

from macros.check import identity
from tests.factory import (
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    make_gebeurtenis,
    make_gemeente,
    make_leerpunt,
    make_spoor,
    make_vervallen,
    make_vraag,
    make_wet,
    only,
    pointed_at,
)


def test_id_is_bestandsnaam_bites() -> None:
    corpus = make_corpus(under={"wet:pw": make_wet("participatiewet")})
    error = only(identity.id_is_bestandsnaam, corpus)
    assert error.file == "data/wetten/pw.yml"
    assert error.wat == "is „wet:participatiewet”, maar bestand en map zeggen „wet:pw”"
    assert "hernoem het bestand" in error.remedy
    assert pointed_at(corpus, error) == "wet:participatiewet"


def test_id_is_bestandsnaam_bites_on_capitals() -> None:
    corpus = make_corpus(make_wet("Participatiewet"), make_bron("n24"))
    small, large = sorted(identity.id_is_bestandsnaam(corpus))
    assert (small.file, large.file) == (
        "data/bronnen/n24.yml",
        "data/wetten/Participatiewet.yml",
    )
    assert "hoofdletters, cijfers en streepjes" in small.remedy
    assert "hernoem het bestand naar participatiewet.yml" in large.remedy


def test_id_is_bestandsnaam_does_not_over_bite() -> None:
    corpus = make_corpus(make_wet("wet-studiefinanciering-2000"), make_bron("ABRVS-2019"))
    assert list(identity.id_is_bestandsnaam(corpus)) == []


def test_gemeenten_eenmaal_bites() -> None:
    corpus = make_corpus(gemeenten=[make_gemeente("GM0363"), make_gemeente("GM0363", naam="A")])
    error = only(identity.gemeenten_eenmaal, corpus)
    assert error.file == "data/gemeenten.yml"
    assert error.wat == "cbs „GM0363” staat 2 keer in de tabel"


def test_gemeenten_eenmaal_bites_on_a_duplicate_name() -> None:
    corpus = make_corpus(
        gemeenten=[make_gemeente("GM0363", naam="Bergen"), make_gemeente("GM0373", naam="Bergen")]
    )
    assert only(identity.gemeenten_eenmaal, corpus).wat == "naam „Bergen” staat 2 keer in de tabel"


def test_gemeenten_eenmaal_bites_when_a_former_gemeente_still_exists() -> None:
    corpus = make_corpus(gemeenten=[make_gemeente("GM0363")], vervallen=[make_vervallen("GM0363")])
    error = only(identity.gemeenten_eenmaal, corpus)
    assert error.file == "data/vervallen-gemeenten.yml"
    assert "bestaat nog als gemeente" in error.wat


def test_gemeenten_eenmaal_does_not_over_bite() -> None:
    """A municipality that merged may keep its name under a new code."""
    corpus = make_corpus(
        gemeenten=[make_gemeente("GM0363", naam="Bergen (NH.)"), make_gemeente("GM0893")],
        vervallen=[make_vervallen("GM0362", naam="Bergen (NH.)"), make_vervallen("GM0361")],
    )
    assert list(identity.gemeenten_eenmaal(corpus)) == []


def test_titels_uniek_bites() -> None:
    corpus = make_corpus(
        make_wet("a", titel="Participatiewet"), make_wet("b", titel="participatiewet")
    )
    error = only(identity.titels_uniek, corpus)
    assert error.wat == "titel „participatiewet” is al van wet:a"
    assert error.file == "data/wetten/b.yml"
    assert pointed_at(corpus, error) == "participatiewet"


def test_titels_uniek_does_not_over_bite() -> None:
    """A law and the term for it share a name, and so do two letters to parliament."""
    corpus = make_corpus(
        make_wet(titel="Participatiewet"),
        make_begrip(titel="Participatiewet"),
        make_bron("K81", titel="Voortgangsbrief"),
        make_bron("K84", titel="Voortgangsbrief"),
    )
    assert list(identity.titels_uniek(corpus)) == []


def test_sleutels_eenmaal_bites() -> None:
    leerpunt = make_leerpunt(sporen=[make_spoor("herstel"), make_spoor("herstel", titel="Anders")])
    corpus = make_corpus(leerpunt)
    error = only(identity.sleutels_eenmaal, corpus)
    assert (error.veld, error.wat) == ("sporen[2].sleutel", "sleutel „herstel” komt vaker voor")
    assert pointed_at(corpus, error) == "herstel"


def test_sleutels_eenmaal_does_not_over_bite() -> None:
    """Another learning may use the same key."""
    one = make_leerpunt("een", sporen=[make_spoor("herstel"), make_spoor("overbrugging")])
    corpus = make_corpus(one, make_leerpunt("twee", sporen=[make_spoor("herstel")]))
    assert list(identity.sleutels_eenmaal(corpus)) == []


def test_zoektermen_zinvol_bites() -> None:
    corpus = make_corpus(make_leerpunt(zoektermen=["toeslag", "kop"]))
    error = only(identity.zoektermen_zinvol, corpus)
    assert (error.veld, error.wat) == ("zoektermen", "heeft 2 woorden; 3 is het minimum")
    assert pointed_at(corpus, error) == "- toeslag"


def test_zoektermen_zinvol_bites_on_repetition() -> None:
    corpus = make_corpus(
        make_wet(titel="Participatiewet", zoektermen=["bijstand", "participatieWET"])
    )
    error = only(identity.zoektermen_zinvol, corpus)
    assert error.veld == "zoektermen[2]"
    assert error.wat == "„participatieWET” staat er al, of is gelijk aan de titel"
    assert pointed_at(corpus, error) == "participatieWET"


def test_zoektermen_zinvol_does_not_over_bite() -> None:
    """Events need no words of their own; the title of a question may be what people type."""
    corpus = make_corpus(
        make_gebeurtenis(zoektermen=[]),
        make_vraag(titel="Telefoonnummer", zoektermen=["telefoonnummer"]),
        make_wet(zoektermen=["bijstand"]),
        make_leerpunt(zoektermen=["een", "twee", "drie"], situatie=[make_bewering()]),
    )
    assert list(identity.zoektermen_zinvol(corpus)) == []
