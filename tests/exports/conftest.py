"""What every test of the open data reads: the real data, and every file made of them, once."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.exports.all_exports import every_export, open_data
from macros.exports.gather import Data, gather


@pytest.fixture(scope="session")
def data(corpus: Corpus) -> Data:
    """Return all that the open data are made of."""
    return gather(corpus)


@pytest.fixture(scope="session")
def exported(corpus: Corpus) -> AbstractSet[str]:
    """Return the address of every export: made once, as that takes seconds."""
    return {file.pad for _, file in every_export(corpus, [])}


@pytest.fixture(scope="session")
def files(data: Data) -> Mapping[str, bytes]:
    """Return every file of open data by its address."""
    return {file.pad: file.inhoud for _, file in open_data(data)}


@pytest.fixture(scope="session")
def folder(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the same files on disk, for readers that take no bytes."""
    folder = tmp_path_factory.mktemp("open")
    for pad, inhoud in files.items():
        (folder / pad).parent.mkdir(parents=True, exist_ok=True)
        (folder / pad).write_bytes(inhoud)
    return folder
