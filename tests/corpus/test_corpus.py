from __future__ import annotations

import pytest

from macros.model.kennis import Begrip, Bron
from macros.model.recht import Wet
from tests.fabriek import (
    ZIN,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_corpus,
    maak_gemeente,
    maak_instrument,
    maak_leerpunt,
    maak_vervallen,
    maak_wet,
)

VRAAG = {"veld": "kosten", "vraag": "Wat kost het?", "aan": ["organisatie:pmm"]}


def test_een_verwijzing_is_van_twee_kanten_te_lezen() -> None:
    corpus = maak_corpus(maak_wet(), maak_begrip(zie=["wet:participatiewet"]))
    (relatie,) = corpus.terug["wet:participatiewet"]
    assert relatie in corpus.relaties
    assert (relatie.van, relatie.pad) == ("begrip:maatwerk", ("zie", 0))
    assert relatie.veld == "zie"


def test_een_kapotte_verwijzing_blijft_staan_voor_de_controle() -> None:
    corpus = maak_corpus(maak_begrip(zie=["wet:weg"]))
    assert [relatie.van for relatie in corpus.terug["wet:weg"]] == ["begrip:maatwerk"]


def test_een_gemeente_heet_voluit_gemeente() -> None:
    corpus = maak_corpus(
        gemeenten=[maak_gemeente(buren=["GM0384"]), maak_gemeente("GM0384")],
        vervallen=[maak_vervallen(opvolgers=["GM0384"])],
    )
    naar = {(relatie.van, relatie.veld) for relatie in corpus.terug["gemeente:GM0384"]}
    assert naar == {("gemeente:GM0363", "buren"), ("vervallen:GM0362", "opvolgers")}


def test_beweringen_staan_per_record_en_per_bron() -> None:
    uitleg = [maak_bewering(bronnen=["N24", "K81"]), maak_bewering(bronnen=["K81"])]
    corpus = maak_corpus(maak_bron(), maak_bron("K81"), maak_begrip(uitleg=uitleg))
    paden = [plek.pad for plek in corpus.beweringen_per_record["begrip:maatwerk"]]
    assert paden == [("uitleg", 0), ("uitleg", 1)]
    assert [plek.pad for plek in corpus.beweringen_per_bron["bron:N24"]] == [("uitleg", 0)]
    assert len(corpus.beweringen_per_bron["bron:K81"]) == len(corpus.beweringen) == 2


def test_beweringen_van_gemeenten_tellen_mee() -> None:
    vermelding = maak_bewering(uitkomst="aangesloten")
    corpus = maak_corpus(gemeenten=[maak_gemeente(vermeldingen=[vermelding])])
    (plek,) = corpus.beweringen
    assert (plek.van, plek.pad) == ("gemeente:GM0363", ("vermeldingen", 0))


def test_een_tabel_telt_haar_rijen_niet_dubbel() -> None:
    corpus = maak_corpus(gemeenten=[maak_gemeente(bijzonderheden=[maak_bewering()])])
    assert len(corpus.beweringen) == 1
    bronnen = [relatie.van for relatie in corpus.terug["bron:N24"]]
    tabellen = ["tabel:gemeenten", "tabel:vervallen-gemeenten", "tabel:notas"]
    assert bronnen == ["gemeente:GM0363", *tabellen]


def test_onbekend_termen_en_teksten_worden_verzameld() -> None:
    corpus = maak_corpus(maak_instrument(onbekend=[VRAAG]))
    (van, pad, vraag) = corpus.onbekend[0]
    assert (van, pad, vraag.vraag) == ("instrument:loket", ("onbekend", 0), "Wat kost het?")
    assert ("instrument:loket", ("onbekend", 0, "vraag"), "Wat kost het?") in corpus.teksten
    assert {gebruik.as_ for gebruik in corpus.termen} >= {"ketenplaats", "provincie"}


def test_verwijzingen_en_termen_zijn_geen_lopende_tekst() -> None:
    teksten = {tekst for _, _, tekst in maak_corpus(maak_leerpunt()).teksten}
    assert ZIN in teksten
    assert not {"wet:participatiewet", "bron:N24", "veroorzaakt"} & teksten


def test_opzoeken() -> None:
    corpus = maak_corpus(maak_bron(), maak_wet("b"), maak_wet("a"), maak_begrip())
    assert {wet.id for wet in corpus.alle(Wet)} == {"wet:a", "wet:b"}
    assert [begrip.id for begrip in corpus.alle(Begrip)] == ["begrip:maatwerk"]
    assert isinstance(corpus.bron("bron:N24"), Bron)
    assert corpus.term("provincie", "noord-holland").label == "noord-holland"
    assert list(corpus.gemeenten()) == ["GM0363"]
    assert [rij.cbs for rij in corpus.vervallen()] == ["GM0362"]


def test_wat_er_niet_is_wordt_niet_verzonnen() -> None:
    corpus = maak_corpus(maak_bron(), maak_wet())
    with pytest.raises(KeyError):
        corpus.bron("bron:WEG")
    with pytest.raises(KeyError):
        corpus.bron("wet:participatiewet")
    with pytest.raises(KeyError):
        corpus.term("provincie", "atlantis")


def test_een_fout_in_een_rij_wijst_naar_die_rij() -> None:
    corpus = maak_corpus(gemeenten=[maak_gemeente("GM0363"), maak_gemeente("GM0384")])
    fout = corpus.fout("gemeente:GM0384", ("naam",), "is raar", "kijk na")
    assert (fout.bestand, fout.veld) == ("data/gemeenten.yml", "gemeenten[2].naam")
    assert fout.regel > corpus.fout("gemeente:GM0363", ("naam",), "x").regel
