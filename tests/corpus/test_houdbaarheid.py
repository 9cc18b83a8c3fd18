"""What is due, when and by whom; the page, the calendar and the command tell the same."""

from __future__ import annotations

from datetime import date

import pytest

from macros.check.tijd import verlopen
from macros.corpus.corpus import Corpus
from macros.corpus.houdbaarheid import groepen, kwartaal_na, termijnen
from macros.exports.controlekalender import controles
from macros.pages.inzetten.houdbaarheid import houdbaarheid
from macros.pages.recordpaginas import recordpagina
from macros.pages.weergave import Schrijver
from tests.fabriek import (
    maak_begrip,
    maak_bron,
    maak_corpus,
    maak_leerpunt,
    maak_spoor,
    maak_wetsvoorstel,
)

LAAT = {"gecontroleerd": {"datum": "2025-11-01", "rol": "redactie"}, "controle_voor": "2026-11-01"}


def _corpus() -> Corpus:
    spoor = maak_spoor("herstel", kijk_opnieuw="2026-12-15", titel="Herstel")
    return maak_corpus(
        maak_bron(),
        maak_begrip("oud", titel="Een oud begrip", **LAAT),
        maak_begrip("vers", titel="Een vers begrip"),
        maak_wetsvoorstel(kijk_opnieuw="2027-01-31"),
        maak_leerpunt(sporen=[spoor]),
    )


def test_alles_wat_een_dag_heeft_staat_er_een_keer_de_eerste_boven() -> None:
    lijst = termijnen(_corpus())
    assert [(een.id_, een.dag) for een in lijst[:3]] == [
        ("begrip:oud", date(2026, 11, 1)),
        ("leerpunt:alo-kop", date(2026, 12, 15)),
        ("wetsvoorstel:voorstel", date(2027, 1, 31)),
    ]
    assert {"tabel:gemeenten", "begrip:vers"} <= {een.id_ for een in lijst}
    assert len({(een.id_, een.pad) for een in lijst}) == len(lijst)


def test_een_controle_is_te_laat_na_haar_dag_en_een_stand_op_haar_dag() -> None:
    corpus = _corpus()
    controle, stand = termijnen(corpus)[:2]
    assert not controle.te_laat(date(2026, 11, 1))
    assert controle.te_laat(date(2026, 11, 2))
    assert stand.te_laat(date(2026, 12, 15))
    assert [fout.bestand for fout in verlopen(corpus, date(2026, 11, 2))] == [
        "data/begrippen/oud.yml"
    ]


def test_de_bladzijde_noemt_wat_te_laat_is_en_wat_dit_kwartaal_komt() -> None:
    html = str(houdbaarheid(Schrijver(_corpus(), "over/houdbaarheid/")))
    laat, _, rest = html.partition('id="dit-kwartaal"')
    nu, _, later = rest.partition('id="daarna"')
    assert "Een oud begrip" in laat
    assert "Herstel" in nu
    assert "15 december 2026" in nu
    assert "Begrippen" in later
    assert "Een oud begrip" not in later


def test_niets_te_laat_wordt_ook_gezegd(corpus: Corpus) -> None:
    html = str(houdbaarheid(Schrijver(corpus, "over/houdbaarheid/")))
    assert "was niets te laat" in html


def test_een_bladzijde_zegt_zelf_dat_haar_controle_te_laat_is() -> None:
    corpus = _corpus()
    oud, vers = (corpus.records[f"begrip:{slug}"] for slug in ("oud", "vers"))
    assert "Die controle is te laat" in recordpagina(corpus, oud).inhoud  # type: ignore[arg-type]  # a begrip
    assert "Die controle is te laat" not in recordpagina(corpus, vers).inhoud  # type: ignore[arg-type]  # idem


def test_de_agenda_noemt_ook_wetsvoorstellen_en_sporen() -> None:
    tekst = controles(_corpus()).inhoud.decode().replace("\r\n ", "")
    assert "SUMMARY:Hoe ver is het? Titel van alo-kop\\, spoor ‘Herstel’" in tekst
    assert "DTSTART;VALUE=DATE:20261215" in tekst


def test_groepen_tellen_per_dag_soort_en_rol() -> None:
    lijst = [een for een in termijnen(_corpus()) if een.soort == "begrip"]
    assert [(groep.naam, len(groep.termijnen)) for groep in groepen(lijst)] == [
        ("Begrippen", 1),
        ("Begrippen", 1),
    ]


@pytest.mark.parametrize(
    ("dag", "grens"),
    [("2026-11-27", "2027-02-27"), ("2026-11-30", "2027-02-28"), ("2026-01-31", "2026-04-30")],
)
def test_een_kwartaal_eindigt_op_een_dag_die_bestaat(dag: str, grens: str) -> None:
    assert kwartaal_na(date.fromisoformat(dag)) == date.fromisoformat(grens)
