"""What every test may ask for: the project root and the real data, read once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from macros.corpus.corpus import Corpus
from macros.corpus.inlezen import lees_corpus
from macros.load.fout import verslag
from tests.bewijs import BEWIJSMAP, Bewijs
from tests.bouwen import Uitkomst, eenmaal, maten
from tests.chromium import OPTIES
from tests.firefox import start as start_firefox
from tests.kantoor import Kantoor

# The same examples on every run: a test that fails today failed yesterday too.
settings.register_profile("huis", derandomize=True, deadline=None, database=None)
settings.load_profile("huis")
# Not a wait: only how long a busy machine may take before the answer is no.
expect.set_options(timeout=20_000)

VERSLAG = pytest.StashKey[list[str]]()
"""Lines for who watches the tests; fixtures add to it, whichever process they run in."""


def pytest_configure(config: pytest.Config) -> None:
    """Begin with nothing to tell."""
    config.stash[VERSLAG] = []


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the built site, so that ``make test-snel`` can leave it out."""
    for item in items:
        if "uitkomst" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.bouwt)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the report of a process to the one that prints."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["verslag"] = session.config.stash[VERSLAG]


class Werkproces(Protocol):
    """What pytest-xdist, which has no types, tells of one of its processes."""

    config: pytest.Config


@pytest.hookimpl(optionalhook=True)  # unknown where a run leaves pytest-xdist out
def pytest_testnodedown(node: Werkproces) -> None:
    """Take over the report of a process that is done; one that crashed left none."""
    node.config.stash[VERSLAG].extend(getattr(node, "workeroutput", {}).get("verslag", []))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print figures of the gates, build time and weight under the test results."""
    regels = config.stash[VERSLAG]
    for regel in sorted(regels):
        terminalreporter.write_line(regel)


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


@pytest.fixture(scope="session")
def bewijs(wortel: Path, request: pytest.FixtureRequest) -> Bewijs:
    """Return where the figures of a gate go."""
    return Bewijs(wortel / BEWIJSMAP, request.config.stash[VERSLAG])


@pytest.fixture(scope="session")
def uitkomst(
    wortel: Path,
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
    request: pytest.FixtureRequest,
) -> Uitkomst:
    """Return the build of the project: one for all tests in all processes."""
    eigen = tmp_path_factory.getbasetemp()
    gebouwd, zelf = eenmaal(wortel, eigen if worker_id == "master" else eigen.parent)
    if zelf:
        request.config.stash[VERSLAG] += [f"site: {regel}" for regel in maten(gebouwd)]
    return gebouwd


@pytest.fixture(scope="session")
def gebouwde_site(uitkomst: Uitkomst) -> Path:
    """Return the folder of the site; change nothing in it."""
    assert uitkomst.status == 0, uitkomst.uitvoer
    return uitkomst.map


@pytest.fixture(scope="session")
def chromium_pad() -> str:
    """Return the browser that .ci/chromium found."""
    pad = os.environ.get("KENNISBANK_CHROMIUM", "")
    if not pad:
        pytest.skip("KENNISBANK_CHROMIUM is leeg; draai `make test`, dat zoekt de browser op")
    return pad


@pytest.fixture(scope="session")
def spel() -> Iterator[Playwright]:
    """Return what starts the browsers; Playwright allows only one such loop per thread."""
    with sync_playwright() as begonnen:
        yield begonnen


@pytest.fixture(scope="session")
def browser(chromium_pad: str, spel: Playwright) -> Iterator[Browser]:
    """Return one Chromium for all tests."""
    chromium = spel.chromium.launch(executable_path=chromium_pad, args=OPTIES)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def firefox(spel: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return one Firefox, the one that .ci/firefox found, for the tests that ask for it."""
    pad = os.environ.get("KENNISBANK_FIREFOX", "")
    if not pad:
        pytest.skip("KENNISBANK_FIREFOX is leeg; draai `make test`, dat zoekt Firefox op")
    vos = start_firefox(spel, pad, tmp_path_factory.mktemp("firefox"))
    yield vos
    vos.close()


@pytest.fixture(scope="session")
def kantoor(tmp_path_factory: pytest.TempPathFactory) -> Kantoor:
    """Return the LibreOffice that .ci/kantoor found."""
    programma = os.environ.get("KENNISBANK_KANTOOR", "")
    if not programma:
        pytest.skip("KENNISBANK_KANTOOR is leeg; draai `make test`, dat zoekt LibreOffice op")
    return Kantoor(programma, tmp_path_factory.mktemp("kantoor"))
