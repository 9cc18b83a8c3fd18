from __future__ import annotations

import csv
import io

from macros.corpus.corpus import Corpus
from macros.exports.gemeenten import KOLOMMEN, gemeenten
from macros.exports.rekenblad import SCHEIDING
from macros.exports.uitvoer import alle_uitvoer
from tests.fabriek import (
    maak_bewering,
    maak_bron,
    maak_corpus,
    maak_gemeente,
    maak_vocabulaire,
)


def _rijen(corpus: Corpus) -> list[dict[str, str]]:
    inhoud = gemeenten(corpus).inhoud.decode("utf-8-sig")
    assert inhoud.count("\n") == inhoud.count("\r\n")
    return list(csv.DictReader(io.StringIO(inhoud, newline=""), delimiter=";"))


def _klein(**velden: object) -> Corpus:
    standen = ["aangesloten", "samenwerkend", "geen-bron", "vervallen"]
    return maak_corpus(
        maak_bron(),
        maak_bron("VJ20"),
        gemeenten=[maak_gemeente(**velden)],
        vocabulaires={"gemeentestand": maak_vocabulaire("gemeentestand", standen)},
    )


def test_the_file_is_written_with_the_site(corpus: Corpus) -> None:
    assert "gemeenten/gemeenten.csv" in {uitvoer.pad for _, uitvoer in alle_uitvoer(corpus, [])}


def test_the_file_says_that_it_is_utf8(corpus: Corpus) -> None:
    assert gemeenten(corpus).inhoud.startswith(b"\xef\xbb\xbfgemeente;")


def test_every_municipality_stands_in_it_once(corpus: Corpus) -> None:
    rijen = _rijen(corpus)
    assert tuple(rijen[0]) == KOLOMMEN
    assert sorted(rij["cbs"] for rij in rijen) == sorted(corpus.gemeenten())
    for rij in rijen:
        gemeente = corpus.gemeenten()[rij["cbs"]]
        assert rij["gemeente"] == gemeente.naam
        assert rij["andere_namen"] == SCHEIDING.join(gemeente.andere_namen)
        assert rij["adres"] == f"{corpus.site.adres}gemeenten/{gemeente.cbs.lower()}/"


def test_no_state_without_date_and_source_and_none_that_says_no(corpus: Corpus) -> None:
    for rij in _rijen(corpus):
        bekend = rij["stand"] != corpus.term("gemeentestand", "geen-bron").label
        assert bool(rij["wanneer"]) is bekend
        assert bool(rij["bronnen"]) is bekend
        assert "niet" not in rij["stand"].casefold()


def test_a_row_tells_each_mention_with_the_precision_of_its_source() -> None:
    vermeldingen = [
        maak_bewering(uitkomst="samenwerkend", stand=2020, bronnen=["VJ20"]),
        maak_bewering(uitkomst="aangesloten", stand="2024-04", bronnen=["N24", "VJ20"]),
    ]
    (rij,) = _rijen(_klein(vermeldingen=vermeldingen))
    assert (rij["stand"], rij["wanneer"]) == ("aangesloten", "2020 | 2024-04")
    assert rij["bronnen"] == "VJ20 | N24 | VJ20"
    assert rij["peildatum"] == "2026-11-21"


def test_a_name_with_a_comma_or_a_quote_stays_one_cell() -> None:
    (rij,) = _rijen(_klein(naam='Nuenen, "Gerwen" en Nederwetten', andere_namen=["A, B", "C"]))
    assert rij["gemeente"] == 'Nuenen, "Gerwen" en Nederwetten'
    assert rij["andere_namen"] == "A, B | C"


def test_no_cell_is_a_formula(corpus: Corpus) -> None:
    """A spreadsheet would run a cell that begins so."""
    for rij in _rijen(corpus):
        assert not [cel for cel in rij.values() if cel.startswith(("=", "+", "-", "@", "\t"))]
