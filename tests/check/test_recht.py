from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.check import recht
from macros.corpus.corpus import Corpus
from macros.model.mvt import MvtDocument, MvtPunt
from tests.factory import (
    ZIN,
    RawBlock,
    make_begrip,
    make_bewering,
    make_corpus,
    make_leerpunt,
    make_mvt,
    make_mvtpunt,
    make_spoor,
    make_wet,
    make_wetsvoorstel,
    only,
    pointed_at,
)


@pytest.mark.parametrize("nummers", [{"bwb_id": None}, {"celex": "32016R0679"}])
def test_wet_heeft_nummer_bites(nummers: dict[str, object]) -> None:
    error = only(recht.wet_heeft_nummer, make_corpus(make_wet(**nummers)))
    assert (error.file, error.veld) == ("data/wetten/participatiewet.yml", "bwb_id")
    assert error.wat == "moet een bwb_id of een celex-nummer hebben, en niet allebei"


def test_wet_heeft_nummer_does_not_over_bite() -> None:
    corpus = make_corpus(make_wet(), make_wet("avg", bwb_id=None, celex="32016R0679"))
    assert list(recht.wet_heeft_nummer(corpus)) == []


def test_nummers_uniek_bites() -> None:
    corpus = make_corpus(
        make_wet("a"),
        make_wet("b"),
        make_wetsvoorstel("a"),
        make_wetsvoorstel("b"),
        make_leerpunt("a"),
        make_leerpunt("b"),
        make_mvtpunt("a"),
        make_mvtpunt("b"),
    )
    errors = list(recht.nummers_uniek(corpus))
    assert [(error.file, error.wat) for error in errors] == [
        ("data/wetten/b.yml", "„BWBR0015703” is al van wet:a"),
        ("data/wetsvoorstellen/b.yml", "„36410” is al van wetsvoorstel:a"),
        ("data/leerpunten/b.yml", "„L01” is al van leerpunt:a"),
        ("data/mvt-punten/b.yml", "„a” is al van mvtpunt:a"),
    ]
    points_at = [pointed_at(corpus, error) for error in errors]
    assert points_at == ["BWBR0015703", "'36410'", "L01", "a"]


def test_nummers_uniek_does_not_over_bite() -> None:
    """Two bills whose dossier is unknown are not the same bill."""
    corpus = make_corpus(
        make_wet("a"),
        make_wet("b", bwb_id="BWBR0002471"),
        make_wetsvoorstel("a", dossier=None),
        make_wetsvoorstel("b", dossier=None),
        make_leerpunt("a"),
        make_leerpunt("b", nummer="L02"),
    )
    assert list(recht.nummers_uniek(corpus)) == []


def test_spoor_past_bij_wet_bites() -> None:
    corpus = make_corpus(make_wetsvoorstel(status="aanhangig", wet="wet:participatiewet"))
    error = only(recht.spoor_past_bij_wet, corpus)
    assert (error.veld, error.wat) == ("wet", "noemt een wet, maar de status is „aanhangig”")
    assert pointed_at(corpus, error) == "wet:participatiewet"


def test_spoor_past_bij_wet_does_not_over_bite() -> None:
    """A bill that changed other laws has no law of its own."""
    corpus = make_corpus(
        make_wetsvoorstel("a", status="wet-geworden", wet="wet:participatiewet"),
        make_wetsvoorstel("b", status="wet-geworden"),
        make_wetsvoorstel("c", status="aanhangig", wijzigt=["wet:participatiewet"]),
    )
    assert list(recht.spoor_past_bij_wet(corpus)) == []


def _by_bill(spoor: str, proposal: str) -> Corpus:
    track = make_spoor(
        status=spoor,
        wetsvoorstel="wetsvoorstel:balans",
        stappen=[make_bewering(leidt_tot=spoor)],
    )
    return make_corpus(make_leerpunt(sporen=[track]), make_wetsvoorstel("balans", status=proposal))


@pytest.mark.parametrize(
    ("spoor", "proposal", "remedy"),
    [
        ("in-behandeling", "wet-geworden", "schrijf „aangenomen” of „in-werking”"),
        ("in-werking", "in-behandeling", "schrijf „in-behandeling”"),
        ("aangenomen", "onbekend", "kies een andere status"),
    ],
)
def test_spoor_past_bij_wetsvoorstel_bites(spoor: str, proposal: str, remedy: str) -> None:
    error = only(recht.spoor_past_bij_wetsvoorstel, _by_bill(spoor, proposal))
    assert error.veld == "sporen[1].status"
    assert error.wat == f"is „{spoor}”, maar wetsvoorstel:balans is „{proposal}”"
    assert error.remedy.startswith(remedy)


@pytest.mark.parametrize(
    ("spoor", "proposal"),
    [
        ("in-behandeling", "in-behandeling"),
        ("aangenomen", "wet-geworden"),
        ("in-werking", "wet-geworden"),
        ("afgewezen", "in-behandeling"),
        ("onbekend", "onbekend"),
    ],
)
def test_spoor_past_bij_wetsvoorstel_does_not_over_bite(spoor: str, proposal: str) -> None:
    assert list(recht.spoor_past_bij_wetsvoorstel(_by_bill(spoor, proposal))) == []


def _track(status: str, **velden: str) -> Corpus:
    return make_corpus(make_leerpunt(sporen=[make_spoor(status=status, **velden)]))


def test_behandeling_noemt_wetsvoorstel_bites() -> None:
    error = only(recht.behandeling_noemt_wetsvoorstel, _track("in-behandeling"))
    assert error.veld == "sporen[1].status"
    assert "noemt geen wetsvoorstel" in error.wat
    assert "„in-voorbereiding”" in error.remedy


@pytest.mark.parametrize("status", ["onbekend", "in-voorbereiding"])
def test_behandeling_noemt_wetsvoorstel_does_not_over_bite(status: str) -> None:
    assert list(recht.behandeling_noemt_wetsvoorstel(_track(status))) == []
    pending = _track("in-behandeling", wetsvoorstel="wetsvoorstel:balans")
    assert list(recht.behandeling_noemt_wetsvoorstel(pending)) == []


def _withdrawn(nummer: str) -> RawBlock:
    return {"toelichting": ZIN, "vervallen_nummers": [nummer]}


def test_a_number_that_was_withdrawn_is_not_used_again() -> None:
    corpus = make_corpus(make_leerpunt(), old_adressen=_withdrawn("L01"))
    error = only(recht.nummers_uniek, corpus)
    assert (error.file, error.veld) == ("data/leerpunten/alo-kop.yml", "nummer")
    assert error.wat == "„L01” was van een leerpunt dat is ingetrokken"
    assert error.remedy == "kies een nummer dat nooit is gebruikt, zoals L02"


def test_the_number_of_another_that_was_withdrawn_is_no_matter() -> None:
    corpus = make_corpus(make_leerpunt(), old_adressen=_withdrawn("L02"))
    assert list(recht.nummers_uniek(corpus)) == []


def test_denkbeeldig_blijft_denkbeeldig_bites() -> None:
    tekst = "De Wet op het sociaal domein regelt dit."
    corpus = make_corpus(make_begrip(uitleg=[make_bewering(tekst=tekst)]))
    error = only(recht.denkbeeldig_blijft_denkbeeldig, corpus)
    assert error.veld == "uitleg[1].tekst"
    assert "zonder te zeggen dat die denkbeeldig is" in error.wat
    assert error.remedy == "schrijf „de denkbeeldige Wet op het sociaal domein”"
    assert pointed_at(corpus, error) == tekst


def test_denkbeeldig_blijft_denkbeeldig_bites_on_an_article() -> None:
    tekst = "Zie artikel 3 van de denkbeeldige Wet op het sociaal domein."
    corpus = make_corpus(make_mvt(staat_vast=[make_bewering(tekst=tekst)]))
    error = only(recht.denkbeeldig_blijft_denkbeeldig, corpus)
    assert error.wat == "geeft de denkbeeldige wet artikelen"
    assert error.remedy == "schrijf „uitgangspunt” in plaats van „artikel”"


@pytest.mark.parametrize("make", [make_mvt, make_mvtpunt])
def test_denkbeeldig_blijft_denkbeeldig_bites_on_a_silent_summary(
    make: Callable[..., MvtDocument | MvtPunt],
) -> None:
    corpus = make_corpus(make(samenvatting="Dit gaat over het doel."))
    error = only(recht.denkbeeldig_blijft_denkbeeldig, corpus)
    assert (error.veld, error.remedy) == ("samenvatting", "noem het woord „denkbeeldig”")
    assert pointed_at(corpus, error) == "Dit gaat over het doel."


def test_denkbeeldig_blijft_denkbeeldig_does_not_over_bite() -> None:
    """Real law has articles, and the social domain may be spoken of."""
    corpus = make_corpus(
        make_mvt(),
        make_mvtpunt(),
        make_begrip(
            uitleg=[
                make_bewering(tekst="De denkbeeldige Wet op het sociaal domein bestaat niet."),
                make_bewering(tekst="Artikel 2.3.5 van de Wmo 2015 geldt in het sociaal domein."),
                make_bewering(tekst="Een wet voor het sociaal domein is vaker geopperd."),
            ]
        ),
    )
    assert list(recht.denkbeeldig_blijft_denkbeeldig(corpus)) == []


def _spoor(status: str, *stappen: dict[str, object]) -> Corpus:
    spoor = make_spoor(status=status, stappen=list(stappen))
    return make_corpus(make_leerpunt(sporen=[spoor]))


def test_status_rust_op_stap_bites() -> None:
    error = only(recht.status_rust_op_stap, _spoor("in-werking", make_bewering()))
    assert error.veld == "sporen[1].status"
    assert "leidt_tot: in-werking" in error.remedy


@pytest.mark.parametrize(
    ("stap", "veld"),
    [
        (make_bewering(leidt_tot="aangenomen"), "leidt_tot"),
        (make_bewering(leidt_tot="in-werking", stand="ongedateerd"), "stand"),
        (make_bewering(leidt_tot="in-werking", zekerheid="afgeleid"), "zekerheid"),
    ],
)
def test_status_rust_op_stap_bites_on_a_step_that_does_not_carry_the_status(
    stap: dict[str, object], veld: str
) -> None:
    error = only(recht.status_rust_op_stap, _spoor("in-werking", stap))
    assert error.veld == f"sporen[1].stappen[1].{veld}"


def test_status_rust_op_stap_bites_when_a_later_step_contradicts_it() -> None:
    first = make_bewering(leidt_tot="aangenomen", stand="2024-01-01")
    later = make_bewering(leidt_tot="in-werking", stand="2025-01-01")
    error = only(recht.status_rust_op_stap, _spoor("aangenomen", later, first))
    assert error.veld == "sporen[1].stappen[1].leidt_tot"


@pytest.mark.parametrize(
    "corpus",
    [
        _spoor("onbekend", make_bewering()),
        _spoor("in-behandeling", make_bewering()),
        _spoor(
            "in-werking",
            make_bewering(leidt_tot="aangenomen", stand=2023),
            make_bewering(leidt_tot="in-werking", stand=2024),
        ),
        _spoor(
            "in-werking",
            make_bewering(leidt_tot="in-werking", stand="ongedateerd", opmerking=ZIN),
        ),
        make_corpus(
            make_wetsvoorstel(
                status="wet-geworden", stappen=[make_bewering(leidt_tot="wet-geworden")]
            )
        ),
    ],
)
def test_status_rust_op_stap_does_not_over_bite(corpus: Corpus) -> None:
    assert list(recht.status_rust_op_stap(corpus)) == []


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        ("in-behandeling", "Dit voorstel is op 1 oktober 2025 wet geworden."),
        ("onbekend", "De wet geldt sinds 1 januari 2025."),
        ("wet-geworden", "Het voorstel is nog in behandeling."),
    ],
)
def test_samenvatting_past_bij_status_bites(status: str, zin: str) -> None:
    proposal = make_wetsvoorstel(status=status, samenvatting=zin)
    error = only(recht.samenvatting_past_bij_status, make_corpus(proposal))
    assert error.veld == "samenvatting"


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        ("wet-geworden", "Het is op 1 oktober 2025 wet geworden."),
        ("in-behandeling", "Op 29 januari 2026 was het nog in behandeling."),
        ("in-behandeling", "Een wetsvoorstel om gemeenten per 1 januari 2027 samen te voegen."),
    ],
)
def test_samenvatting_past_bij_status_does_not_over_bite(status: str, zin: str) -> None:
    proposal = make_wetsvoorstel(status=status, samenvatting=zin)
    assert list(recht.samenvatting_past_bij_status(make_corpus(proposal))) == []


def test_a_step_that_leads_to_what_is_no_status_is_told_which_there_are() -> None:
    error = only(recht.status_rust_op_stap, _spoor("ambitie", make_bewering(leidt_tot="herstel")))
    assert (error.veld, error.wat) == (
        "sporen[1].stappen[1].leidt_tot",
        "„herstel” is geen status; een stap leidt tot de status van dit spoor of voorstel",
    )
    assert error.remedy == "schrijf „ambitie”, of kies uit data/vocabulaires/spoorstatus.yml"
