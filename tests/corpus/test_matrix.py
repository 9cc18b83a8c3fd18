"""The tables of what is linked to what: counted anew here from the records, another way."""

from __future__ import annotations

import pytest

from macros.corpus import matrix as matrices
from macros.corpus.corpus import Corpus
from macros.corpus.matrix import VERBAND, Matrix, letters, reden_leeg
from macros.model.instrument import Instrument
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import Waarde
from macros.model.recht import Wet
from tests.fabriek import maak_bewering, maak_corpus, maak_leerpunt, maak_waarde, maak_wet


def _paren(corpus: Corpus, van: str, naar: str, veld: str) -> set[tuple[str, str]]:
    return {
        (relatie.van, relatie.naar)
        for relatie in corpus.relaties
        if relatie.van.startswith(f"{van}:")
        and relatie.naar.startswith(f"{naar}:")
        and relatie.veld == veld
    }


def test_laws_and_learnings_hold_exactly_the_references(corpus: Corpus) -> None:
    matrix = matrices.wetten(corpus)
    paren = _paren(corpus, "leerpunt", "wet", "wetten")
    assert set(matrix.cellen) == {(wet, punt) for punt, wet in paren}
    assert len(matrix.rijen) == len(corpus.alle(Wet))
    assert len(matrix.kolommen) == len(corpus.alle(Leerpunt))


def test_learnings_and_instruments_hold_exactly_the_references(corpus: Corpus) -> None:
    matrix = matrices.instrumenten(corpus)
    assert set(matrix.cellen) == _paren(corpus, "leerpunt", "instrument", "instrumenten")
    assert len(matrix.kolommen) == len(corpus.alle(Instrument))


def test_values_and_learnings_hold_exactly_the_references(corpus: Corpus) -> None:
    matrix = matrices.waarden(corpus)
    assert set(matrix.cellen) == _paren(corpus, "waarde", "leerpunt", "leerpunten")
    assert len(matrix.rijen) == len(corpus.alle(Waarde))


@pytest.mark.parametrize("maak", [matrices.wetten, matrices.instrumenten, matrices.waarden])
def test_blanks_are_counted(corpus: Corpus, maak: object) -> None:
    assert callable(maak)
    matrix = maak(corpus)
    assert isinstance(matrix, Matrix)
    leeg = [
        (rij, kolom)
        for rij in matrix.rijen
        for kolom in matrix.kolommen
        if not matrix.cel(rij, kolom)
    ]
    assert matrix.leeg == len(leeg)
    assert matrix.vakken == matrix.leeg + len(matrix.cellen)
    for rij in matrix.lege_rijen:
        assert sum(een is rij for een, _ in leeg) == len(matrix.kolommen)
    for kolom in matrix.lege_kolommen:
        assert sum(een is kolom for _, een in leeg) == len(matrix.rijen)
    assert len(matrix.lege_rijen) == len(matrix.rijen) - len({rij for rij, _ in matrix.cellen})
    assert sum(matrix.leeg_in(rij) for rij in matrix.rijen) == matrix.leeg
    for alle, gevuld, zonder in (
        (matrix.rijen, matrix.gevulde_rijen, matrix.lege_rijen),
        (matrix.kolommen, matrix.gevulde_kolommen, matrix.lege_kolommen),
    ):
        assert [een for een in alle if een in gevuld] == gevuld
        assert [een for een in alle if een not in gevuld] == zonder


def test_a_cell_holds_each_role_once_in_order() -> None:
    rollen = ("veroorzaakt", "begrenst", "veroorzaakt")
    punt = maak_leerpunt(wetten=[maak_bewering(wet="wet:awb", rol=rol) for rol in rollen])
    wet, ander = maak_wet("awb"), maak_wet("avg", bwb_id="BWBR0000001")
    matrix = matrices.wetten(maak_corpus(punt, wet, ander))
    assert list(matrix.cel(wet, punt)) == ["veroorzaakt", "begrenst"]
    assert matrix.lege_rijen == [ander]
    assert matrix.lege_kolommen == []
    assert (matrix.gevulde_rijen, matrix.gevulde_kolommen) == ([wet], [punt])
    assert (matrix.leeg, matrix.vakken) == (1, 2)


def test_a_value_without_learnings_is_an_empty_row() -> None:
    punt, waarde = maak_leerpunt(), maak_waarde(leerpunten=["leerpunt:alo-kop"])
    matrix = matrices.waarden(maak_corpus(punt, waarde, maak_waarde("rust")))
    assert matrix.cel(waarde, punt) == VERBAND
    assert [rij.slug for rij in matrix.lege_rijen] == ["rust"]


def test_every_role_has_a_letter_of_its_own(corpus: Corpus) -> None:
    rollen = letters(corpus, "wetrol")
    assert len(set(rollen.values())) == len(corpus.vocabulaires["wetrol"].termen)
    assert rollen["veroorzaakt"] == "V"


def test_two_terms_with_the_same_letter_stop_the_build(corpus: Corpus) -> None:
    # aangenomen, aangepast, afgewezen and ambitie all begin with an a
    with pytest.raises(ValueError, match="spoorstatus"):
        letters(corpus, "spoorstatus")


def test_a_blank_tells_why() -> None:
    nvt = maak_leerpunt(niet_van_toepassing=[{"veld": "wetten", "reden": "Het is een afspraak."}])
    vraag = {"veld": "wetten", "vraag": "Welke wet?", "aan": ["organisatie:pmm"]}
    assert reden_leeg(nvt, "wetten") == "niet van toepassing. Het is een afspraak."
    assert reden_leeg(maak_leerpunt(onbekend=[vraag]), "wetten") == "open vraag"
    assert reden_leeg(maak_leerpunt(onbekend=[vraag]), "waarden") == ""
