from __future__ import annotations

import csv
import io
import json

from macros.blad.facetten import rijen
from macros.blad.zinnen import LICENTIE
from macros.corpus.corpus import Corpus
from macros.exports.leerpuntenlijst import GEEN_FILTERS, leerpunten
from macros.exports.rekenblad import SCHEIDING
from macros.exports.uitvoer import alle_uitvoer
from macros.model.leerpunt import Leerpunt
from tests.fabriek import maak_corpus, maak_leerpunt, maak_organisatie, maak_wet


def _inhoud(corpus: Corpus, einde: str) -> str:
    (een,) = [uitvoer for uitvoer in leerpunten(corpus) if uitvoer.pad.endswith(einde)]
    return een.inhoud.decode("utf-8-sig")


def _csv(corpus: Corpus) -> list[dict[str, str]]:
    inhoud = _inhoud(corpus, ".csv")
    return list(csv.DictReader(io.StringIO(inhoud, newline=""), delimiter=";"))


def test_both_files_are_written_with_the_site(corpus: Corpus) -> None:
    paden = {uitvoer.pad for _, uitvoer in alle_uitvoer(corpus, [])}
    assert {"leerpunten/leerpunten.csv", "leerpunten/leerpunten.json"} <= paden


def test_the_csv_holds_every_learning_and_says_that_nothing_was_filtered(corpus: Corpus) -> None:
    gelezen = _csv(corpus)
    assert sorted(rij["nummer"] for rij in gelezen) == sorted(
        punt.nummer for punt in corpus.alle(Leerpunt)
    )
    assert {rij["filters"] for rij in gelezen} == {GEEN_FILTERS}
    for rij, bedoeld in zip(gelezen, rijen(corpus), strict=True):
        for kolom, cel in bedoeld.items():
            assert rij[kolom] == (cel if isinstance(cel, str) else SCHEIDING.join(cel))


def test_the_csv_keeps_commas_and_quotes_apart() -> None:
    punt = maak_leerpunt(titel='Zegt "ja", of nee; of niets')
    inhoud = _inhoud(maak_corpus(punt, maak_wet(), maak_organisatie()), ".csv")
    assert '"Zegt ""ja"", of nee; of niets"' in inhoud
    assert inhoud.count("\r\n") == 2


def test_the_json_tells_date_source_and_licence(corpus: Corpus) -> None:
    gelezen = json.loads(_inhoud(corpus, ".json"))
    assert gelezen["peildatum"] == corpus.site.peildatum
    assert gelezen["bron"] == f"{corpus.site.adres}leerpunten/"
    assert gelezen["licentie"] == LICENTIE
    assert [punt["nummer"] for punt in gelezen["leerpunten"]] == [
        rij["nummer"] for rij in rijen(corpus)
    ]
    assert all(isinstance(punt["wet"], list) for punt in gelezen["leerpunten"])
