from __future__ import annotations

import pytest

from macros.check import coherence
from macros.model.vocabulaire import Vocabulaire
from tests.factory import (
    ZIN,
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    make_gemeente,
    make_instrument,
    make_leerpunt,
    make_organisatie,
    make_spoor,
    make_vocabulaire,
    make_vraag,
    make_wet,
    only,
    pointed_at,
)

GROEPEN = [
    {"sleutel": "weduwen", "naam": "Weduwen"},
    {"sleutel": "gedetineerden", "naam": "Partners van gedetineerden"},
]


def test_verwijzingen_bestaan_bites() -> None:
    corpus = make_corpus(
        make_bron(), make_wet(), make_organisatie(), make_begrip(zie=["wet:participatiewt"])
    )
    error = only(coherence.verwijzingen_bestaan, corpus)
    assert (error.file, error.veld) == ("data/begrippen/maatwerk.yml", "zie[1]")
    assert "onbekende verwijzing „wet:participatiewt”" in error.wat
    assert error.remedy.startswith("bedoelde u „wet:participatiewet”? (kies uit ")
    assert pointed_at(corpus, error) == "wet:participatiewt"


def test_verwijzingen_bestaan_bites_on_a_wrong_kind() -> None:
    vraag = make_vraag(aan=["wet:participatiewet"])
    corpus = make_corpus(make_bron(), make_organisatie(), make_begrip(), make_wet(), vraag)
    error = only(coherence.verwijzingen_bestaan, corpus)
    assert (error.veld, error.remedy) == ("aan[1]", "(kies uit data/organisaties/)")
    assert "(verwacht: organisatie)" in error.wat


@pytest.mark.parametrize("bron", ["N25", "bron:N25"])
def test_verwijzingen_bestaan_bites_on_an_unknown_bron(bron: str) -> None:
    corpus = make_corpus(make_bron(), make_begrip(uitleg=[make_bewering(bronnen=[bron])]))
    error = only(coherence.verwijzingen_bestaan, corpus)
    assert error.veld == "uitleg[1].bronnen[1]"
    assert error.remedy == "bedoelde u „bron:N24”? (kies uit data/bronnen/)"
    assert pointed_at(corpus, error) == "bron:N25"


def test_verwijzingen_bestaan_bites_on_an_unknown_neighbour() -> None:
    gemeente = make_gemeente(buren=["GM9999"])
    corpus = make_corpus(make_bron(), make_begrip(), gemeenten=[gemeente])
    error = only(coherence.verwijzingen_bestaan, corpus)
    assert (error.file, error.veld) == ("data/gemeenten.yml", "gemeenten[1].buren[1]")
    assert error.remedy.endswith("(kies uit data/gemeenten.yml)")
    assert pointed_at(corpus, error) == "GM9999"


def test_verwijzingen_bestaan_does_not_over_bite() -> None:
    """Sources go by their short name, municipalities by their bare code."""
    corpus = make_corpus(
        make_bron(),
        make_wet(),
        make_organisatie(),
        make_begrip(zie=["wet:participatiewet"], uitleg=[make_bewering(bronnen=["bron:N24"])]),
        gemeenten=[make_gemeente(buren=["GM0384"]), make_gemeente("GM0384", buren=["GM0363"])],
    )
    assert list(coherence.verwijzingen_bestaan(corpus)) == []


def test_geen_dubbele_verwijzing_bites() -> None:
    corpus = make_corpus(make_begrip(uitleg=[make_bewering(bronnen=["N24", "bron:N24"])]))
    error = only(coherence.geen_dubbele_verwijzing, corpus)
    assert (error.veld, error.wat) == (
        "uitleg[1].bronnen[2]",
        "„bron:N24” staat twee keer in deze lijst",
    )
    assert pointed_at(corpus, error) == "bron:N24"


def test_geen_dubbele_verwijzing_bites_when_a_record_names_itself() -> None:
    corpus = make_corpus(make_begrip(zie=["begrip:maatwerk"]))
    error = only(coherence.geen_dubbele_verwijzing, corpus)
    assert (error.veld, error.wat) == ("zie[1]", "verwijst naar zichzelf")
    assert pointed_at(corpus, error) == "begrip:maatwerk"


def test_geen_dubbele_verwijzing_does_not_over_bite() -> None:
    """A law may both cause and solve; two statements share a source; PMM answers for itself."""
    vraag = {"veld": "rol_in_pmm", "vraag": "Welke rol?", "aan": ["organisatie:pmm"]}
    corpus = make_corpus(
        make_leerpunt(
            wetten=[
                make_bewering(wet="wet:participatiewet", rol="veroorzaakt"),
                make_bewering(wet="wet:participatiewet", rol="lost-op"),
            ]
        ),
        make_organisatie(onbekend=[vraag]),
    )
    assert list(coherence.geen_dubbele_verwijzing(corpus)) == []


def test_termen_bestaan_bites() -> None:
    short = {"wetrol": make_vocabulaire("wetrol", ["veroorzaakt", "lost-op"])}
    wet = make_bewering(wet="wet:participatiewet", rol="verorzaakt")
    corpus = make_corpus(make_leerpunt(wetten=[wet]), vocabulaires=short)
    error = only(coherence.termen_bestaan, corpus)
    assert (error.veld, error.wat) == ("wetten[1].rol", "onbekende term „verorzaakt”")
    assert error.remedy == "bedoelde u „veroorzaakt”? (kies uit data/vocabulaires/wetrol.yml)"
    assert pointed_at(corpus, error) == "verorzaakt"


def test_termen_bestaan_does_not_over_bite() -> None:
    """Terms of another vocabulary do not matter, nor do terms nobody uses."""
    ample = {"wetrol": make_vocabulaire("wetrol", ["veroorzaakt", "lost-op", "begrenst"])}
    corpus = make_corpus(make_leerpunt(), make_instrument(), vocabulaires=ample)
    assert list(coherence.termen_bestaan(corpus)) == []


def test_termen_gebruikt_bites() -> None:
    ample = {"wetrol": make_vocabulaire("wetrol", ["veroorzaakt", "lost-op"])}
    corpus = make_corpus(make_leerpunt(), vocabulaires=ample)
    error = only(coherence.termen_gebruikt, corpus)
    assert error.file == "data/vocabulaires/wetrol.yml"
    assert (error.veld, error.wat) == ("termen[2].sleutel", "term „lost-op” wordt nergens gebruikt")
    assert pointed_at(corpus, error) == "lost-op"


def test_termen_gebruikt_bites_on_a_duplicate_term() -> None:
    duplicates = {"wetrol": make_vocabulaire("wetrol", ["veroorzaakt", "veroorzaakt"])}
    errors = list(coherence.termen_gebruikt(make_corpus(make_leerpunt(), vocabulaires=duplicates)))
    assert [error.veld for error in errors] == ["termen[1].sleutel", "termen[2].sleutel"]
    assert {error.wat for error in errors} == {"„veroorzaakt” staat er vaker"}


def test_termen_gebruikt_bites_on_another_file_name() -> None:
    corpus = make_corpus(
        make_leerpunt(), vocabulaires={"wetrol": make_vocabulaire("rol", ["veroorzaakt"])}
    )
    error = only(coherence.termen_gebruikt, corpus)
    assert (error.veld, error.wat) == ("as", "is „rol”, maar het bestand heet wetrol.yml")
    assert pointed_at(corpus, error) == "rol"


def test_termen_gebruikt_does_not_over_bite() -> None:
    """Fixed choices are explained even when today no record makes that choice."""
    corpus = make_corpus(make_leerpunt())
    assert "tegenstrijdig" in {term.sleutel for term in corpus.vocabulaires["zekerheid"].termen}
    assert list(coherence.termen_gebruikt(corpus)) == []


def test_vaste_keuzen_uitgelegd_bites() -> None:
    short = {"vorm": make_vocabulaire("vorm", ["concreet", "patroon"])}
    corpus = make_corpus(vocabulaires=short)
    error = only(coherence.vaste_keuzen_uitgelegd, corpus)
    assert error.file == "data/vocabulaires/vorm.yml"
    assert error.wat == "heeft de termen concreet, patroon"
    assert error.remedy == "het model kent, in deze volgorde: patroon, concreet"


def test_vaste_keuzen_uitgelegd_bites_when_the_file_is_missing() -> None:
    corpus = make_corpus()
    assert isinstance(corpus.vocabulaires, dict)
    del corpus.vocabulaires["aard"]
    error = only(coherence.vaste_keuzen_uitgelegd, corpus)
    assert error.wat == "data/vocabulaires/aard.yml ontbreekt"


def test_vaste_keuzen_uitgelegd_does_not_over_bite() -> None:
    """Other vocabularies are free."""
    free = {"wetrol": make_vocabulaire("wetrol", ["wat-dan-ook"])}
    assert list(coherence.vaste_keuzen_uitgelegd(make_corpus(vocabulaires=free))) == []


def test_sporen_kennen_hun_groepen_bites() -> None:
    corpus = make_corpus(make_leerpunt(groepen=GROEPEN, sporen=[make_spoor(dekt=["weduwe"])]))
    error = only(coherence.sporen_kennen_hun_groepen, corpus)
    assert (error.veld, error.wat) == ("sporen[1].dekt[1]", "onbekende groep „weduwe”")
    assert error.remedy == "bedoelde u „weduwen”? (kies uit groepen hierboven)"
    assert pointed_at(corpus, error) == "weduwe"


def test_sporen_kennen_hun_groepen_bites_on_two_lists() -> None:
    spoor = make_spoor(dekt=["weduwen"], dekt_niet=["gedetineerden", "weduwen"])
    corpus = make_corpus(make_leerpunt(groepen=GROEPEN, sporen=[spoor]))
    error = only(coherence.sporen_kennen_hun_groepen, corpus)
    assert error.veld == "sporen[1].dekt_niet[2]"
    assert error.wat == "groep „weduwen” staat bij dit spoor op twee plaatsen"


def test_sporen_kennen_hun_groepen_does_not_over_bite() -> None:
    """Each track divides the groups anew."""
    sporen = [
        make_spoor("een", dekt=["weduwen"], dekt_niet=["gedetineerden"]),
        make_spoor("twee", dekking_onbekend=["weduwen", "gedetineerden"]),
        make_spoor("drie"),
    ]
    corpus = make_corpus(make_leerpunt(groepen=GROEPEN, sporen=sporen))
    assert list(coherence.sporen_kennen_hun_groepen(corpus)) == []


def test_buren_wederzijds_bites() -> None:
    corpus = make_corpus(gemeenten=[make_gemeente(buren=["GM0384"]), make_gemeente("GM0384")])
    error = only(coherence.buren_wederzijds, corpus)
    assert error.veld == "gemeenten[1].buren[1]"
    assert error.wat == "„GM0384” noemt GM0363 niet als buur"
    assert pointed_at(corpus, error) == "GM0384"


def test_buren_wederzijds_does_not_over_bite() -> None:
    """A neighbour that does not exist is the business of another rule."""
    corpus = make_corpus(
        gemeenten=[
            make_gemeente(buren=["GM0384", "GM9999"]),
            make_gemeente("GM0384", buren=["GM0363"]),
            make_gemeente("GM0405", bijzonderheden=[make_bewering(tekst=ZIN)]),
        ]
    )
    assert list(coherence.buren_wederzijds(corpus)) == []


def test_an_address_in_place_of_a_code_names_the_bron_it_belongs_to() -> None:
    adres = "https://voorbeeld.nl/stuk"
    begrip = make_begrip(uitleg=[make_bewering(bronnen=[adres])])
    error = only(coherence.verwijzingen_bestaan, make_corpus(make_bron(), begrip))
    assert "is een adres, en hier hoort de code van een bron" in error.wat
    assert error.remedy == "schrijf N24: dat is deze bron"
    begrip = make_begrip(uitleg=[make_bewering(bronnen=["https://elders.nl/x"])])
    error = only(coherence.verwijzingen_bestaan, make_corpus(make_bron(), begrip))
    assert "kennisbank bron-toevoegen" in error.remedy


def test_a_term_that_waits_for_an_editor_may_be_unused() -> None:
    termen = [
        {"sleutel": "redactie", "label": "Redactie", "uitleg": ZIN},
        {"sleutel": "jurist", "label": "Jurist", "uitleg": ZIN, "mag_ongebruikt": True},
    ]
    rol = Vocabulaire.model_validate({"as": "rol", "titel": "Rol", "uitleg": ZIN, "termen": termen})
    corpus = make_corpus(make_begrip(), vocabulaires={"rol": rol})
    assert [f for f in coherence.termen_gebruikt(corpus) if "rol.yml" in f.file] == []


def test_houdbaarheid_in_jaren_bites() -> None:
    good = make_vocabulaire("houdbaarheid", ["kosten"])
    without = good.model_copy(
        update={"termen": tuple(one.model_copy(update={"jaren": None}) for one in good.termen)}
    )
    rol = make_vocabulaire("wetrol", ["veroorzaakt"])
    met = rol.model_copy(
        update={"termen": tuple(one.model_copy(update={"jaren": 2}) for one in rol.termen)}
    )
    for vocabulaire, wat in (
        (without, "„kosten” zegt niet na hoeveel jaar"),
        (met, "„veroorzaakt” heeft jaren"),
    ):
        corpus = make_corpus(vocabulaires={vocabulaire.as_: vocabulaire})
        (error,) = coherence.houdbaarheid_in_jaren(corpus)
        assert error.wat == wat


def test_houdbaarheid_in_jaren_does_not_over_bite() -> None:
    assert list(coherence.houdbaarheid_in_jaren(make_corpus())) == []
