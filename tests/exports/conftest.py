"""What every test of the open data reads: the real data, and every file made of them, once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.exports.gegevens import Gegevens, gegevens
from macros.exports.uitvoer import open_data


@pytest.fixture(scope="session")
def data(corpus: Corpus) -> Gegevens:
    """Return all that the open data are made of."""
    return gegevens(corpus)


@pytest.fixture(scope="session")
def files(data: Gegevens) -> Mapping[str, bytes]:
    """Return every file of open data by its address."""
    return {bestand.pad: bestand.inhoud for _, bestand in open_data(data)}


@pytest.fixture(scope="session")
def folder(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the same files on disk, for readers that take no bytes."""
    map_ = tmp_path_factory.mktemp("open")
    for pad, inhoud in files.items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_bytes(inhoud)
    return map_
