from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.check import recht
from macros.model.mvt import MvtDocument, MvtPunt
from tests.fabriek import (
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_corpus,
    maak_leerpunt,
    maak_mvt,
    maak_mvtpunt,
    maak_wet,
    maak_wetsvoorstel,
)


@pytest.mark.parametrize("nummers", [{"bwb_id": None}, {"celex": "32016R0679"}])
def test_wet_heeft_nummer_bijt(nummers: dict[str, object]) -> None:
    fout = enige(recht.wet_heeft_nummer, maak_corpus(maak_wet(**nummers)))
    assert (fout.bestand, fout.veld) == ("data/wetten/participatiewet.yml", "bwb_id")
    assert fout.wat == "moet een bwb_id of een celex-nummer hebben, en niet allebei"


def test_wet_heeft_nummer_bijt_niet_te_veel() -> None:
    corpus = maak_corpus(maak_wet(), maak_wet("avg", bwb_id=None, celex="32016R0679"))
    assert list(recht.wet_heeft_nummer(corpus)) == []


def test_nummers_uniek_bijt() -> None:
    corpus = maak_corpus(
        maak_wet("a"),
        maak_wet("b"),
        maak_wetsvoorstel("a"),
        maak_wetsvoorstel("b"),
        maak_leerpunt("a"),
        maak_leerpunt("b"),
        maak_mvtpunt("a"),
        maak_mvtpunt("b"),
    )
    fouten = list(recht.nummers_uniek(corpus))
    assert [(fout.bestand, fout.wat) for fout in fouten] == [
        ("data/wetten/b.yml", "„BWBR0015703” is al van wet:a"),
        ("data/wetsvoorstellen/b.yml", "„36410” is al van wetsvoorstel:a"),
        ("data/leerpunten/b.yml", "„L01” is al van leerpunt:a"),
        ("data/mvt-punten/b.yml", "„a” is al van mvtpunt:a"),
    ]
    wijst_aan = [aangewezen(corpus, fout) for fout in fouten]
    assert wijst_aan == ["BWBR0015703", "'36410'", "L01", "a"]


def test_nummers_uniek_bijt_niet_te_veel() -> None:
    """Two bills whose dossier is unknown are not the same bill."""
    corpus = maak_corpus(
        maak_wet("a"),
        maak_wet("b", bwb_id="BWBR0002471"),
        maak_wetsvoorstel("a", dossier=None),
        maak_wetsvoorstel("b", dossier=None),
        maak_leerpunt("a"),
        maak_leerpunt("b", nummer="L02"),
    )
    assert list(recht.nummers_uniek(corpus)) == []


def test_spoor_past_bij_wet_bijt() -> None:
    corpus = maak_corpus(maak_wetsvoorstel(status="aanhangig", wet="wet:participatiewet"))
    fout = enige(recht.spoor_past_bij_wet, corpus)
    assert (fout.veld, fout.wat) == ("wet", "noemt een wet, maar de status is „aanhangig”")
    assert aangewezen(corpus, fout) == "wet:participatiewet"


def test_spoor_past_bij_wet_bijt_niet_te_veel() -> None:
    """A bill that changed other laws has no law of its own."""
    corpus = maak_corpus(
        maak_wetsvoorstel("a", status="wet-geworden", wet="wet:participatiewet"),
        maak_wetsvoorstel("b", status="wet-geworden"),
        maak_wetsvoorstel("c", status="aanhangig", wijzigt=["wet:participatiewet"]),
    )
    assert list(recht.spoor_past_bij_wet(corpus)) == []


def test_denkbeeldig_blijft_denkbeeldig_bijt() -> None:
    tekst = "De Wet op het sociaal domein regelt dit."
    corpus = maak_corpus(maak_begrip(uitleg=[maak_bewering(tekst=tekst)]))
    fout = enige(recht.denkbeeldig_blijft_denkbeeldig, corpus)
    assert fout.veld == "uitleg[1].tekst"
    assert "zonder te zeggen dat die denkbeeldig is" in fout.wat
    assert fout.herstel == "schrijf „de denkbeeldige Wet op het sociaal domein”"
    assert aangewezen(corpus, fout) == tekst


def test_denkbeeldig_blijft_denkbeeldig_bijt_bij_een_artikel() -> None:
    tekst = "Zie artikel 3 van de denkbeeldige Wet op het sociaal domein."
    corpus = maak_corpus(maak_mvt(staat_vast=[maak_bewering(tekst=tekst)]))
    fout = enige(recht.denkbeeldig_blijft_denkbeeldig, corpus)
    assert fout.wat == "geeft de denkbeeldige wet artikelen"
    assert fout.herstel == "schrijf „uitgangspunt” in plaats van „artikel”"


@pytest.mark.parametrize("maak", [maak_mvt, maak_mvtpunt])
def test_denkbeeldig_blijft_denkbeeldig_bijt_bij_een_stille_samenvatting(
    maak: Callable[..., MvtDocument | MvtPunt],
) -> None:
    corpus = maak_corpus(maak(samenvatting="Dit gaat over het doel."))
    fout = enige(recht.denkbeeldig_blijft_denkbeeldig, corpus)
    assert (fout.veld, fout.herstel) == ("samenvatting", "noem het woord „denkbeeldig”")
    assert aangewezen(corpus, fout) == "Dit gaat over het doel."


def test_denkbeeldig_blijft_denkbeeldig_bijt_niet_te_veel() -> None:
    """Real law has articles, and the social domain may be spoken of."""
    corpus = maak_corpus(
        maak_mvt(),
        maak_mvtpunt(),
        maak_begrip(
            uitleg=[
                maak_bewering(tekst="De denkbeeldige Wet op het sociaal domein bestaat niet."),
                maak_bewering(tekst="Artikel 2.3.5 van de Wmo 2015 geldt in het sociaal domein."),
                maak_bewering(tekst="Een wet voor het sociaal domein is vaker geopperd."),
            ]
        ),
    )
    assert list(recht.denkbeeldig_blijft_denkbeeldig(corpus)) == []
