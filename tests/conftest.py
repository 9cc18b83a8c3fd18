"""What every test may ask for: the project root and the real data, read once."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from macros.corpus.corpus import Corpus
from macros.corpus.ingest import read_corpus
from macros.corpus.memory import Memory
from macros.load.cache import Cache
from macros.load.error import report
from macros.load.garbage import collect_seldom
from macros.pages.pagina import Pagina
from macros.pages.record_pages import all_pages
from tests.building import Uitkomst, measures, once
from tests.chromium import OPTIONS
from tests.firefox import start as start_firefox
from tests.kept import Said, as_said, is_kept
from tests.office import Office
from tests.opendocument import OpenDocument
from tests.programs import found
from tests.proof import PROOF_FOLDER, Proof

# The same examples on every run: a test that fails today failed yesterday too.
settings.register_profile("huis", derandomize=True, deadline=None, database=None)
settings.load_profile("huis")
# Not a wait: only how long a busy machine may take before the answer is no.
expect.set_options(timeout=20_000)

REPORT = pytest.StashKey[list[str]]()
"""Lines for who watches the tests; fixtures add to it, whichever process they run in."""


def pytest_configure(config: pytest.Config) -> None:
    """Begin with nothing to tell, and look for garbage as seldom as a build does."""
    collect_seldom()
    config.stash[REPORT] = []


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the built site, so that ``make test-snel`` can leave it out."""
    for item in items:
        if "uitkomst" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.bouwt)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Compare what was said during a test with what was kept: see ``kept.py``."""
    if not is_kept(item):
        return (yield)
    said = Said()
    with pytest.MonkeyPatch.context() as patch:
        said.listen(patch)
        outcome = yield
        said.read_rest(item)
    as_said(item, said.lines())
    return outcome


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the report of a process to the one that prints."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["verslag"] = session.config.stash[REPORT]


class WorkerProcess(Protocol):
    """What pytest-xdist, which has no types, tells of one of its processes."""

    config: pytest.Config


@pytest.hookimpl(optionalhook=True)  # unknown where a run leaves pytest-xdist out
def pytest_testnodedown(node: WorkerProcess) -> None:
    """Take over the report of a process that is done; one that crashed left none."""
    node.config.stash[REPORT].extend(getattr(node, "workeroutput", {}).get("verslag", []))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print figures of the gates, build time and weight under the test results."""
    regels = config.stash[REPORT]
    for regel in sorted(regels):
        terminalreporter.write_line(regel)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the root of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a run would leave what it read of the real data."""
    return tmp_path_factory.mktemp("gelezen") / "hier"


@pytest.fixture(scope="session")
def memory(read_before: Path) -> Memory:
    """Return what was read of the real data, for who would read them again."""
    return Memory(Cache(read_before, "merk"))


@pytest.fixture(scope="session")
def corpus(root: Path, memory: Memory) -> Corpus:
    """Return the real data; nobody can change it, so one copy serves all."""
    read, errors = read_corpus(root, memory.readings)
    assert read is not None, report(errors)
    return read


@pytest.fixture(scope="session")
def every_page(corpus: Corpus) -> Sequence[Pagina]:
    """Return every page that is made of the real data: made once, as that takes seconds."""
    return tuple(all_pages(corpus))


@pytest.fixture(scope="session")
def proof(root: Path, request: pytest.FixtureRequest) -> Proof:
    """Return where the figures of a gate go."""
    return Proof(root / PROOF_FOLDER, request.config.stash[REPORT])


@pytest.fixture(scope="session")
def uitkomst(
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
    request: pytest.FixtureRequest,
) -> Uitkomst:
    """Return the build of the project: one for all tests in all processes."""
    own = tmp_path_factory.getbasetemp()
    # `make test` starts pytest twice, and names a folder that both may use.
    given = os.environ.get("KENNISBANK_GEBOUWD")
    shared = Path(given) if given else own if worker_id == "master" else own.parent
    built, itself = once(root, shared)
    if itself:
        request.config.stash[REPORT] += [f"site: {regel}" for regel in measures(built)]
    return built


@pytest.fixture(scope="session")
def built_site(uitkomst: Uitkomst) -> Path:
    """Return the folder of the site; change nothing in it."""
    assert uitkomst.status == 0, uitkomst.all_exports
    return uitkomst.map


@pytest.fixture(scope="session")
def chromium_pad() -> str:
    """Return the browser that .ci/chromium found."""
    return found("CHROMIUM", "de browser")


@pytest.fixture(scope="session")
def browser_driver() -> Iterator[Playwright]:
    """Return what starts the browsers; Playwright allows only one such loop per thread."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(chromium_pad: str, browser_driver: Playwright) -> Iterator[Browser]:
    """Return one Chromium for all tests."""
    chromium = browser_driver.chromium.launch(executable_path=chromium_pad, args=OPTIONS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def firefox(
    browser_driver: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Return one Firefox, the one that .ci/firefox found, for the tests that ask for it."""
    pad = found("FIREFOX", "Firefox")
    firefox_page = start_firefox(browser_driver, pad, tmp_path_factory.mktemp("firefox"))
    yield firefox_page
    firefox_page.close()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return the LibreOffice that .ci/kantoor found."""
    programma = found("KANTOOR", "LibreOffice")
    return Office(programma, tmp_path_factory.mktemp("kantoor"))


@pytest.fixture(scope="session")
def java() -> str:
    """Return the Java that .ci/java found."""
    return found("JAVA", "Java")


@pytest.fixture(scope="session")
def opendocument(java: str, root: Path) -> OpenDocument:
    """Return the standard to which every ODS and ODT is held."""
    return OpenDocument(java, root)
