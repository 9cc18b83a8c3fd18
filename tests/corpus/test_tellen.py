from __future__ import annotations

from macros.corpus.tellen import telling
from macros.model.soorten import SOORTEN
from tests.fabriek import (
    een_van_elk,
    maak_bewering,
    maak_corpus,
    maak_gemeente,
    maak_leerpunt,
    maak_organisatie,
    maak_wet,
)


def test_elke_soort_wordt_geteld() -> None:
    geteld = dict(telling(maak_corpus(*een_van_elk())))
    assert {soort.meervoud for soort in SOORTEN} <= set(geteld)
    assert geteld["Cijfers"] == 2
    assert geteld["Wetten"] == geteld["Gemeenten"] == geteld["Vervallen gemeenten"] == 1


def test_de_uitsplitsingen_tellen_op_tot_het_geheel() -> None:
    corpus = maak_corpus(
        maak_leerpunt("a"),
        maak_leerpunt("b", herkomst="verwant"),
        maak_leerpunt("c"),
        maak_organisatie(),
        maak_organisatie("svb", organisatiesoort="uitvoerder"),
        maak_wet(),
        maak_wet("avg", bwb_id=None, celex="32016R0679"),
    )
    geteld = dict(telling(corpus))
    assert (geteld["Leerpunten"], geteld["  waarvan pmm"], geteld["  waarvan verwant"]) == (3, 2, 1)
    assert (geteld["  waarvan ministerie"], geteld["  waarvan uitvoerder"]) == (1, 1)
    assert (geteld["Wetten"], geteld["  waarvan met geverifieerd BWB-id"]) == (2, 1)


def test_beweringen_vermeldingen_en_vragen_worden_geteld() -> None:
    vermelding = maak_bewering(uitkomst="samenwerkend")
    gemeenten = [maak_gemeente(vermeldingen=[vermelding, vermelding]), maak_gemeente("GM0384")]
    vraag = {"veld": "wat", "vraag": "Wat?", "aan": ["organisatie:pmm"]}
    corpus = maak_corpus(maak_organisatie(onbekend=[vraag]), gemeenten=gemeenten)
    geteld = dict(telling(corpus))
    assert geteld["  vermeldingen van gemeenten met datum en bron"] == 2
    assert geteld["Beweringen met bron en datum"] == 3
    assert geteld["Uitdrukkelijk onbekend"] == 1
    assert geteld["Verwijzingen"] == len(corpus.relaties) > 0


def test_een_leeg_corpus_telt_nul() -> None:
    geteld = dict(telling(maak_corpus()))
    assert {geteld[soort.meervoud] for soort in SOORTEN} == {0}
