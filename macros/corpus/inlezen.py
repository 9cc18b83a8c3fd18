"""From the folder ``data/`` to a corpus, or to every reason why there is none."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from macros.corpus.corpus import TABELLEN, Corpus, Vindplaats, bouw_corpus
from macros.load.boom import lees_bestand
from macros.load.fout import Fout, bedoelde_u
from macros.model.lees import lees_model
from macros.model.soorten import PER_MAP, Bestandsrecord
from macros.model.vocabulaire import Vocabulaire

Model = TypeVar("Model", bound=BaseModel)

VOCABULAIRES = "vocabulaires"


class _Lezer:
    """Reads files below one root and keeps what went wrong."""

    def __init__(self, wortel: Path) -> None:
        self.wortel = wortel
        self.fouten: list[Fout] = []
        self.gelezen: dict[str, Vindplaats] = {}

    def model(self, pad: Path, model: type[Model], sleutel: str) -> Model | None:
        """Read one file as ``model``; remember under ``sleutel`` where it was read."""
        if not pad.is_file():
            naam = pad.relative_to(self.wortel).as_posix()
            self.fouten.append(Fout(naam, 1, 1, "", "bestand ontbreekt", "maak het aan"))
            return None
        bestand, fouten = lees_bestand(pad, self.wortel)
        self.fouten += fouten
        if bestand is None:
            return None
        uitkomst, fouten = lees_model(bestand, model)
        self.fouten += fouten
        if uitkomst is not None:
            self.gelezen[sleutel] = Vindplaats(bestand)
        return uitkomst


def lees_corpus(wortel: Path) -> tuple[Corpus | None, list[Fout]]:
    """Read ``wortel/data``; return the corpus (None if any file failed) and all messages."""
    lezer = _Lezer(wortel)
    data = wortel / "data"
    if not data.is_dir():
        herstel = "ga naar de map van de kennisbank, met data/ en docs/, en probeer het opnieuw"
        return None, [Fout("data", 1, 1, "", "deze map ontbreekt hier", herstel)]
    lezer.fouten += _onbekende_paden(data, wortel)
    vocabulaires = _lees_vocabulaires(lezer, data)
    records = _lees_records(lezer, data)
    tabellen = _lees_tabellen(lezer, data)
    if lezer.fouten:
        return None, lezer.fouten
    corpus = bouw_corpus(
        records=records, vocabulaires=vocabulaires, tabellen=tabellen, gelezen=lezer.gelezen
    )
    return corpus, []


def _onbekende_paden(data: Path, wortel: Path) -> list[Fout]:
    """Return a message for each file in ``data/`` that nothing would read."""
    fouten = []
    mappen = (*PER_MAP, VOCABULAIRES)
    tabellen = {tabel.bestandsnaam for tabel in TABELLEN}
    for pad in sorted(data.rglob("*")):
        if pad.is_dir():
            continue
        delen = pad.relative_to(data).parts
        los = len(delen) == 1 and delen[0] in tabellen
        record = len(delen) == 2 and delen[0] in mappen and pad.suffix == ".yml"  # noqa: PLR2004
        if not los and not record:
            herstel = (
                f"{bedoelde_u(delen[0], mappen)} (mappen: {', '.join(mappen)}; eindig op .yml)"
            )
            naam = pad.relative_to(wortel).as_posix()
            fouten.append(Fout(naam, 1, 1, "", "dit bestand hoort hier niet", herstel.strip()))
    return fouten


def _lees_tabellen(lezer: _Lezer, data: Path) -> dict[str, BaseModel]:
    gevonden = {}
    for tabel in TABELLEN:
        model = lezer.model(data / tabel.bestandsnaam, tabel.model, tabel.id_)
        if model is not None:
            gevonden[tabel.naam] = model
    return gevonden


def _lees_vocabulaires(lezer: _Lezer, data: Path) -> dict[str, Vocabulaire]:
    gevonden = {}
    for pad in sorted((data / VOCABULAIRES).glob("*.yml")):
        vocabulaire = lezer.model(pad, Vocabulaire, f"vocabulaire:{pad.stem}")
        if vocabulaire is not None:
            gevonden[pad.stem] = vocabulaire
    return gevonden


def _lees_records(lezer: _Lezer, data: Path) -> dict[str, Bestandsrecord]:
    """Read every record; the key is kind and file name, so that a wrong or double id shows."""
    records: dict[str, Bestandsrecord] = {}
    for mapnaam, model in PER_MAP.items():
        for pad in sorted((data / mapnaam).glob("*.yml")):
            sleutel = f"{model.soort}:{pad.stem}"
            record = lezer.model(pad, model, sleutel)
            if record is not None:
                records[sleutel] = record
    return records
