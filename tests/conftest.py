"""What every test may ask for: the project root and the real data, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from macros.corpus.corpus import Corpus
from macros.corpus.inlezen import lees_corpus
from macros.load.fout import verslag

# The same examples on every run: a test that fails today failed yesterday too.
settings.register_profile("huis", derandomize=True, deadline=None, database=None)
settings.load_profile("huis")


@pytest.fixture(scope="session")
def wortel() -> Path:
    """Return the root of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus(wortel: Path) -> Corpus:
    """Return the real data; nobody can change it, so one copy serves all."""
    gelezen, fouten = lees_corpus(wortel)
    assert gelezen is not None, verslag(fouten)
    return gelezen
