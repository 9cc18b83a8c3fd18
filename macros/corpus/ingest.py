"""From the folder ``data/`` to a corpus, or to every reason why there is none."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from macros.corpus.corpus import TABLES, Corpus, Vindplaats, Walked, build_corpus
from macros.load.cache import Cache, digest
from macros.load.error import Error, did_you_mean
from macros.load.later import as_before, to_keep
from macros.load.tree import MAX_BYTES, YamlFile, read_bytes, read_file
from macros.model.soorten import PER_FOLDER, Bestandsrecord
from macros.model.validate import validate_model
from macros.model.vocabulaire import Vocabulaire

Model = TypeVar("Model", bound=BaseModel)

VOCABULAIRES = "vocabulaires"


Reading = tuple[YamlFile | None, BaseModel | None, Sequence[Error]]
"""What came of one file: its tree, what it says as a model, and what is wrong with it."""


class Readings:
    """What came of each file when it was last read, with its bytes then, and what stood in it.

    ``cache`` holds what an earlier run read.
    """

    def __init__(self, cache: Cache | None = None) -> None:
        self.cache = cache or Cache()
        self.files: dict[tuple[str, type[BaseModel]], tuple[bytes, Reading]] = {}
        self.walked: Walked = {}


class _Reader:
    """Reads files below one root and keeps what went wrong."""

    def __init__(self, root: Path, readings: Readings) -> None:
        self.root, self.readings = root, readings
        self.errors: list[Error] = []
        self.read: dict[str, Vindplaats] = {}

    def model(self, pad: Path, model: type[Model], sleutel: str) -> Model | None:
        """Read one file as ``model``; remember under ``sleutel`` where it was read."""
        if not pad.is_file():
            naam = pad.relative_to(self.root).as_posix()
            wat, remedy = "bestand ontbreekt", "maak het aan"
            if pad.is_dir():
                wat, remedy = "is een map, en hier hoort een bestand", "haal de map weg"
            elif pad.is_symlink():
                wat = "is een koppeling naar een bestand dat er niet is"
                remedy = "zet hier het bestand zelf neer, of haal de koppeling weg"
            self.errors.append(Error(naam, 1, 1, "", wat, remedy))
            return None
        file, uitkomst, errors = self._reading(pad, model)
        self.errors += errors
        if file is None or not isinstance(uitkomst, model):
            return None
        self.read[sleutel] = Vindplaats(file)
        return uitkomst

    def _reading(self, pad: Path, model: type[BaseModel]) -> Reading:
        if pad.stat().st_size > MAX_BYTES:
            file, errors = read_file(pad, self.root)
            return file, None, errors
        raw, naam = pad.read_bytes(), pad.relative_to(self.root).as_posix()
        known, reading = self.readings.files.get((naam, model), (None, None))
        if reading is None or known != raw:
            reading = _from_cache(raw, naam, model, self.readings.cache)
            self.readings.files[naam, model] = raw, reading
        return reading


def _from_cache(raw: bytes, naam: str, model: type[BaseModel], cache: Cache) -> Reading:
    """Return what comes of a file; if nothing was wrong with it before, as it was read then."""
    key = digest("lezing", model.__qualname__, naam, raw)
    known = cache.get(key)
    if known is not None:
        kept, uitkomst = pickle.loads(known)  # noqa: S301  the cache holds what we wrote
        return as_before(raw, naam, kept), uitkomst, ()
    file, uitkomst, errors = _read(raw, naam, model)
    if file is not None and not errors:
        cache.put(key, pickle.dumps((to_keep(file), uitkomst), pickle.HIGHEST_PROTOCOL))
    return file, uitkomst, errors


def _read(raw: bytes, naam: str, model: type[BaseModel]) -> Reading:
    file, errors = read_bytes(raw, naam)
    if file is None:
        return None, None, errors
    uitkomst, others = validate_model(file, model)
    # What could not be typed so has one cause; that it does not fit either is no second one.
    told = {(one.regel, one.column, one.veld) for one in errors}
    others = [one for one in others if (one.regel, one.column, one.veld) not in told]
    return file, uitkomst, [*errors, *others]


def read_corpus(root: Path, readings: Readings | None = None) -> tuple[Corpus | None, list[Error]]:
    """Read ``wortel/data``; return the corpus (None if any file failed) and all messages.

    A file that holds the same bytes as in ``readings`` is not read again; what is read is added.
    """
    readings = readings or Readings()
    reader = _Reader(root, readings)
    data = root / "data"
    if not data.is_dir():
        remedy = "ga naar de map van de kennisbank, met data/ en docs/, en probeer het opnieuw"
        return None, [Error("data", 1, 1, "", "deze map ontbreekt hier", remedy)]
    reader.errors += _unknown_paths(data, root)
    vocabulaires = _read_vocabulaires(reader, data)
    records = _read_records(reader, data)
    tables = _read_tables(reader, data)
    if reader.errors:
        return None, reader.errors
    corpus = build_corpus(
        records=records,
        vocabulaires=vocabulaires,
        tables=tables,
        read=reader.read,
        walked=readings.walked,
    )
    return replace(corpus, cache=readings.cache), []


def _unknown_paths(data: Path, root: Path) -> list[Error]:
    """Return a message for each file in ``data/`` that nothing would read."""
    errors = []
    folders = (*PER_FOLDER, VOCABULAIRES)
    tables = {table.file_name for table in TABLES}
    for pad in sorted(data.rglob("*")):
        if pad.is_dir():
            continue
        parts = pad.relative_to(data).parts
        standalone = len(parts) == 1 and parts[0] in tables
        record = len(parts) == 2 and parts[0] in folders and pad.suffix == ".yml"  # noqa: PLR2004
        if not standalone and not record:
            remedy = (
                f"{did_you_mean(parts[0], folders)} (mappen: {', '.join(folders)}; eindig op .yml)"
            )
            naam = pad.relative_to(root).as_posix()
            wat = "dit bestand hoort hier niet"
            if pad.suffixes[-2:] == [".yml", ".txt"]:
                wat = "eindigt op .txt: dat zette uw editor erachter"
                remedy = f"hernoem het naar {pad.stem} (kennisbank herstel doet dat)"
            errors.append(Error(naam, 1, 1, "", wat, remedy.strip()))
    return errors


def _read_tables(reader: _Reader, data: Path) -> dict[str, BaseModel]:
    found = {}
    for table in TABLES:
        model = reader.model(data / table.file_name, table.model, table.id_)
        if model is not None:
            found[table.naam] = model
    return found


def _read_vocabulaires(reader: _Reader, data: Path) -> dict[str, Vocabulaire]:
    found = {}
    for pad in sorted((data / VOCABULAIRES).glob("*.yml")):
        vocabulaire = reader.model(pad, Vocabulaire, f"vocabulaire:{pad.stem}")
        if vocabulaire is not None:
            found[pad.stem] = vocabulaire
    return found


def _read_records(reader: _Reader, data: Path) -> dict[str, Bestandsrecord]:
    """Read every record; the key is kind and file name, so that a wrong or double id shows."""
    records: dict[str, Bestandsrecord] = {}
    for mapnaam, model in PER_FOLDER.items():
        for pad in sorted((data / mapnaam).glob("*.yml")):
            sleutel = f"{model.soort}:{pad.stem}"
            record = reader.model(pad, model, sleutel)
            if record is not None:
                records[sleutel] = record
    return records
