from __future__ import annotations

import pytest

from macros.check import samenhang
from tests.fabriek import (
    ZIN,
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_corpus,
    maak_gemeente,
    maak_instrument,
    maak_leerpunt,
    maak_organisatie,
    maak_spoor,
    maak_vocabulaire,
    maak_vraag,
    maak_wet,
)

GROEPEN = [
    {"sleutel": "weduwen", "naam": "Weduwen"},
    {"sleutel": "gedetineerden", "naam": "Partners van gedetineerden"},
]


def test_verwijzingen_bestaan_bijt() -> None:
    corpus = maak_corpus(
        maak_bron(), maak_wet(), maak_organisatie(), maak_begrip(zie=["wet:participatiewt"])
    )
    fout = enige(samenhang.verwijzingen_bestaan, corpus)
    assert (fout.bestand, fout.veld) == ("data/begrippen/maatwerk.yml", "zie[1]")
    assert "onbekende verwijzing „wet:participatiewt”" in fout.wat
    assert fout.herstel.startswith("bedoelde u „wet:participatiewet”? (kies uit ")
    assert aangewezen(corpus, fout) == "wet:participatiewt"


def test_verwijzingen_bestaan_bijt_bij_een_verkeerde_soort() -> None:
    vraag = maak_vraag(aan=["wet:participatiewet"])
    corpus = maak_corpus(maak_bron(), maak_organisatie(), maak_begrip(), maak_wet(), vraag)
    fout = enige(samenhang.verwijzingen_bestaan, corpus)
    assert (fout.veld, fout.herstel) == ("aan[1]", "(kies uit data/organisaties/)")
    assert "(verwacht: organisatie)" in fout.wat


@pytest.mark.parametrize("bron", ["N25", "bron:N25"])
def test_verwijzingen_bestaan_bijt_bij_een_onbekende_bron(bron: str) -> None:
    corpus = maak_corpus(maak_bron(), maak_begrip(uitleg=[maak_bewering(bronnen=[bron])]))
    fout = enige(samenhang.verwijzingen_bestaan, corpus)
    assert fout.veld == "uitleg[1].bronnen[1]"
    assert fout.herstel == "bedoelde u „bron:N24”? (kies uit data/bronnen/)"
    assert aangewezen(corpus, fout) == "bron:N25"


def test_verwijzingen_bestaan_bijt_bij_een_onbekende_buurgemeente() -> None:
    gemeente = maak_gemeente(buren=["GM9999"])
    corpus = maak_corpus(maak_bron(), maak_begrip(), gemeenten=[gemeente])
    fout = enige(samenhang.verwijzingen_bestaan, corpus)
    assert (fout.bestand, fout.veld) == ("data/gemeenten.yml", "gemeenten[1].buren[1]")
    assert fout.herstel.endswith("(kies uit data/gemeenten.yml)")
    assert aangewezen(corpus, fout) == "GM9999"


def test_verwijzingen_bestaan_bijt_niet_te_veel() -> None:
    """Sources go by their short name, municipalities by their bare code."""
    corpus = maak_corpus(
        maak_bron(),
        maak_wet(),
        maak_organisatie(),
        maak_begrip(zie=["wet:participatiewet"], uitleg=[maak_bewering(bronnen=["bron:N24"])]),
        gemeenten=[maak_gemeente(buren=["GM0384"]), maak_gemeente("GM0384", buren=["GM0363"])],
    )
    assert list(samenhang.verwijzingen_bestaan(corpus)) == []


def test_geen_dubbele_verwijzing_bijt() -> None:
    corpus = maak_corpus(maak_begrip(uitleg=[maak_bewering(bronnen=["N24", "bron:N24"])]))
    fout = enige(samenhang.geen_dubbele_verwijzing, corpus)
    assert (fout.veld, fout.wat) == (
        "uitleg[1].bronnen[2]",
        "„bron:N24” staat twee keer in deze lijst",
    )
    assert aangewezen(corpus, fout) == "bron:N24"


def test_geen_dubbele_verwijzing_bijt_als_een_record_zichzelf_noemt() -> None:
    corpus = maak_corpus(maak_begrip(zie=["begrip:maatwerk"]))
    fout = enige(samenhang.geen_dubbele_verwijzing, corpus)
    assert (fout.veld, fout.wat) == ("zie[1]", "verwijst naar zichzelf")
    assert aangewezen(corpus, fout) == "begrip:maatwerk"


def test_geen_dubbele_verwijzing_bijt_niet_te_veel() -> None:
    """A law may both cause and solve; two statements share a source; PMM answers for itself."""
    vraag = {"veld": "rol_in_pmm", "vraag": "Welke rol?", "aan": ["organisatie:pmm"]}
    corpus = maak_corpus(
        maak_leerpunt(
            wetten=[
                maak_bewering(wet="wet:participatiewet", rol="veroorzaakt"),
                maak_bewering(wet="wet:participatiewet", rol="lost-op"),
            ]
        ),
        maak_organisatie(onbekend=[vraag]),
    )
    assert list(samenhang.geen_dubbele_verwijzing(corpus)) == []


def test_termen_bestaan_bijt() -> None:
    kort = {"wetrol": maak_vocabulaire("wetrol", ["veroorzaakt", "lost-op"])}
    wet = maak_bewering(wet="wet:participatiewet", rol="verorzaakt")
    corpus = maak_corpus(maak_leerpunt(wetten=[wet]), vocabulaires=kort)
    fout = enige(samenhang.termen_bestaan, corpus)
    assert (fout.veld, fout.wat) == ("wetten[1].rol", "onbekende term „verorzaakt”")
    assert fout.herstel == "bedoelde u „veroorzaakt”? (kies uit data/vocabulaires/wetrol.yml)"
    assert aangewezen(corpus, fout) == "verorzaakt"


def test_termen_bestaan_bijt_niet_te_veel() -> None:
    """Terms of another vocabulary do not matter, nor do terms nobody uses."""
    ruim = {"wetrol": maak_vocabulaire("wetrol", ["veroorzaakt", "lost-op", "begrenst"])}
    corpus = maak_corpus(maak_leerpunt(), maak_instrument(), vocabulaires=ruim)
    assert list(samenhang.termen_bestaan(corpus)) == []


def test_termen_gebruikt_bijt() -> None:
    ruim = {"wetrol": maak_vocabulaire("wetrol", ["veroorzaakt", "lost-op"])}
    corpus = maak_corpus(maak_leerpunt(), vocabulaires=ruim)
    fout = enige(samenhang.termen_gebruikt, corpus)
    assert fout.bestand == "data/vocabulaires/wetrol.yml"
    assert (fout.veld, fout.wat) == ("termen[2].sleutel", "term „lost-op” wordt nergens gebruikt")
    assert aangewezen(corpus, fout) == "lost-op"


def test_termen_gebruikt_bijt_bij_dubbele_term() -> None:
    dubbel = {"wetrol": maak_vocabulaire("wetrol", ["veroorzaakt", "veroorzaakt"])}
    fouten = list(samenhang.termen_gebruikt(maak_corpus(maak_leerpunt(), vocabulaires=dubbel)))
    assert [fout.veld for fout in fouten] == ["termen[1].sleutel", "termen[2].sleutel"]
    assert {fout.wat for fout in fouten} == {"„veroorzaakt” staat er vaker"}


def test_termen_gebruikt_bijt_bij_andere_bestandsnaam() -> None:
    corpus = maak_corpus(
        maak_leerpunt(), vocabulaires={"wetrol": maak_vocabulaire("rol", ["veroorzaakt"])}
    )
    fout = enige(samenhang.termen_gebruikt, corpus)
    assert (fout.veld, fout.wat) == ("as", "is „rol”, maar het bestand heet wetrol.yml")
    assert aangewezen(corpus, fout) == "rol"


def test_termen_gebruikt_bijt_niet_te_veel() -> None:
    """Fixed choices are explained even when today no record makes that choice."""
    corpus = maak_corpus(maak_leerpunt())
    assert "tegenstrijdig" in {term.sleutel for term in corpus.vocabulaires["zekerheid"].termen}
    assert list(samenhang.termen_gebruikt(corpus)) == []


def test_vaste_keuzen_uitgelegd_bijt() -> None:
    kort = {"vorm": maak_vocabulaire("vorm", ["concreet", "patroon"])}
    corpus = maak_corpus(vocabulaires=kort)
    fout = enige(samenhang.vaste_keuzen_uitgelegd, corpus)
    assert fout.bestand == "data/vocabulaires/vorm.yml"
    assert fout.wat == "heeft de termen concreet, patroon"
    assert fout.herstel == "het model kent, in deze volgorde: patroon, concreet"


def test_vaste_keuzen_uitgelegd_bijt_als_het_bestand_ontbreekt() -> None:
    corpus = maak_corpus()
    assert isinstance(corpus.vocabulaires, dict)
    del corpus.vocabulaires["aard"]
    fout = enige(samenhang.vaste_keuzen_uitgelegd, corpus)
    assert fout.wat == "data/vocabulaires/aard.yml ontbreekt"


def test_vaste_keuzen_uitgelegd_bijt_niet_te_veel() -> None:
    """Other vocabularies are free."""
    vrij = {"wetrol": maak_vocabulaire("wetrol", ["wat-dan-ook"])}
    assert list(samenhang.vaste_keuzen_uitgelegd(maak_corpus(vocabulaires=vrij))) == []


def test_sporen_kennen_hun_groepen_bijt() -> None:
    corpus = maak_corpus(maak_leerpunt(groepen=GROEPEN, sporen=[maak_spoor(dekt=["weduwe"])]))
    fout = enige(samenhang.sporen_kennen_hun_groepen, corpus)
    assert (fout.veld, fout.wat) == ("sporen[1].dekt[1]", "onbekende groep „weduwe”")
    assert fout.herstel == "bedoelde u „weduwen”? (kies uit groepen hierboven)"
    assert aangewezen(corpus, fout) == "weduwe"


def test_sporen_kennen_hun_groepen_bijt_bij_twee_lijsten() -> None:
    spoor = maak_spoor(dekt=["weduwen"], dekt_niet=["gedetineerden", "weduwen"])
    corpus = maak_corpus(maak_leerpunt(groepen=GROEPEN, sporen=[spoor]))
    fout = enige(samenhang.sporen_kennen_hun_groepen, corpus)
    assert fout.veld == "sporen[1].dekt_niet[2]"
    assert fout.wat == "groep „weduwen” staat bij dit spoor op twee plaatsen"


def test_sporen_kennen_hun_groepen_bijt_niet_te_veel() -> None:
    """Each track divides the groups anew."""
    sporen = [
        maak_spoor("een", dekt=["weduwen"], dekt_niet=["gedetineerden"]),
        maak_spoor("twee", dekking_onbekend=["weduwen", "gedetineerden"]),
        maak_spoor("drie"),
    ]
    corpus = maak_corpus(maak_leerpunt(groepen=GROEPEN, sporen=sporen))
    assert list(samenhang.sporen_kennen_hun_groepen(corpus)) == []


def test_buren_wederzijds_bijt() -> None:
    corpus = maak_corpus(gemeenten=[maak_gemeente(buren=["GM0384"]), maak_gemeente("GM0384")])
    fout = enige(samenhang.buren_wederzijds, corpus)
    assert fout.veld == "gemeenten[1].buren[1]"
    assert fout.wat == "„GM0384” noemt GM0363 niet als buur"
    assert aangewezen(corpus, fout) == "GM0384"


def test_buren_wederzijds_bijt_niet_te_veel() -> None:
    """A neighbour that does not exist is the business of another rule."""
    corpus = maak_corpus(
        gemeenten=[
            maak_gemeente(buren=["GM0384", "GM9999"]),
            maak_gemeente("GM0384", buren=["GM0363"]),
            maak_gemeente("GM0405", bijzonderheden=[maak_bewering(tekst=ZIN)]),
        ]
    )
    assert list(samenhang.buren_wederzijds(corpus)) == []
