"""The check of links: how often it asks, and what becomes of the answers. No network, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from macros import cli
from macros.blad.bronnen import dead_link, readable_adres
from macros.cli import commands
from macros.corpus.corpus import Corpus
from macros.corpus.ingest import read_corpus
from macros.pages.record_pages import all_pages
from macros.redactie.links import FILE, PAUSE, Answer, adressen, look
from tests.factory import ZIN, make_begrip, make_bewering, make_bron, make_complete_corpus, write
from tests.test_cli import write_docs

DEAD, LIVE = "https://stuk.voorbeeld.nl/weg", "https://archief.voorbeeld.nl/weg"
SHY = "https://schuw.voorbeeld.nl/"


@dataclass
class FakeClock:
    """Stands still until somebody waits."""

    now: float = 0.0
    waited: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float, /) -> None:
        self.waited.append(seconds)
        self.now += seconds


def test_each_website_gets_one_question_per_pause() -> None:
    clock, asked = FakeClock(), []

    def fetch(adres: str) -> Answer:
        asked.append((adres, clock.now))
        return Answer(200)

    every = ["https://a.voorbeeld.nl/1", "https://a.voorbeeld.nl/2", "https://b.voorbeeld.nl/1"]
    assert [adres for adres, _ in look(every, fetch, clock)] == [every[0], every[2], every[1]]
    assert [moment for _, moment in asked] == [0, 0, PAUSE]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    bronnen = [
        make_bron("OUD", url=DEAD, ook_te_vinden=[LIVE]),
        make_bron("SCHUW", url=SHY),
    ]
    begrip = make_begrip(
        "zaak", uitleg=[make_bewering(bronnen=["OUD", "SCHUW"], zekerheid="afgeleid")]
    )
    write(make_complete_corpus(*bronnen, begrip), tmp_path)
    lijst = tmp_path / "data/bronadressen.yml"
    lijst.write_text("woorden: [voorbeeld, stuk, example, schuw, archief]\n", encoding="utf-8")
    write_docs(tmp_path, "Tekst.")
    return tmp_path


def run(
    root: Path, monkeypatch: pytest.MonkeyPatch, answers: Mapping[str, Answer], *more: str
) -> int:
    monkeypatch.setattr(commands, "over_the_net", lambda adres: answers.get(adres, Answer(200)))
    monkeypatch.setattr(commands, "time", FakeClock())
    return cli.main(["--wortel", str(root), "links", *more])


def corpus_of(root: Path) -> Corpus:
    corpus, errors = read_corpus(root)
    assert corpus is not None, errors
    return corpus


GONE = {DEAD: Answer(404), SHY: Answer(0, "geen antwoord (timed out)")}


def test_what_does_not_work_is_written_down_with_the_day_and_the_reason(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, monkeypatch, GONE, "--vandaag", "2026-11-21") == cli.GOOD
    said = capsys.readouterr().out
    assert "stuk.voorbeeld.nl: 1 dood, de website antwoordt met 404" in said
    assert "schuw.voorbeeld.nl: 1 onzeker, geen antwoord (timed out)" in said
    corpus = corpus_of(root)
    assert corpus.linkcontrole.nagekeken == date(2026, 11, 21)
    assert {(one.adres, one.uitkomst) for one in corpus.linkcontrole.uitkomsten} == {
        (DEAD, "dood"),
        (SHY, "onzeker"),
    }


def test_a_dead_link_leads_to_the_archive_and_stays_dead_since_the_first_day(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, monkeypatch, GONE, "--vandaag", "2026-11-20")
    run(root, monkeypatch, GONE, "--vandaag", "2026-11-21")
    corpus = corpus_of(root)
    dead = dead_link(corpus, DEAD)
    assert dead is not None
    assert dead.sinds == date(2026, 11, 20)
    assert readable_adres(corpus, corpus.bron("bron:OUD")) == LIVE
    # Not to tell is not dead.
    assert readable_adres(corpus, corpus.bron("bron:SCHUW")) == SHY
    pages = {pagina.pad: str(pagina.inhoud) for pagina in all_pages(corpus)}
    assert f'href="{DEAD}"' not in pages["bronnen/oud/"]
    assert "Hier stond op 20 november 2026 niets meer." in pages["bronnen/oud/"]
    assert f'href="{LIVE}"' in pages["begrippen/zaak/"]


def test_what_works_again_is_taken_off_and_what_was_not_asked_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, monkeypatch, GONE, "--vandaag", "2026-11-20")
    run(root, monkeypatch, {}, "--vandaag", "2026-11-21", "--website", "schuw.voorbeeld.nl")
    assert [one.adres for one in corpus_of(root).linkcontrole.uitkomsten] == [DEAD]
    run(root, monkeypatch, {}, "--vandaag", "2026-11-21")
    assert "uitkomsten" not in (root / FILE).read_text(encoding="utf-8")


def test_a_website_that_is_not_to_be_asked_is_not_asked(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (root / FILE).open("a", encoding="utf-8") as file:
        file.write(f"niet_nakijken:\n  - website: stuk.voorbeeld.nl\n    reden: {ZIN}\n")
    run(root, monkeypatch, GONE, "--vandaag", "2026-11-21")
    assert f"stuk.voorbeeld.nl niet nagekeken: {ZIN}" in capsys.readouterr().out
    assert [one.adres for one in corpus_of(root).linkcontrole.uitkomsten] == [SHY]


@pytest.mark.parametrize(
    ("answer", "more", "wat"),
    [
        (Answer(200), (), "zeg welke dag het is"),
        (Answer(0, "weg"), ("--vandaag", "2026-11-21"), "geen enkele website gaf antwoord"),
        (Answer(200), ("--vandaag", "2026-11-21", "--website", "x.nl"), "geen adres is van „x.nl”"),
    ],
)
def test_what_cannot_be_asked_changes_nothing(  # noqa: PLR0913, PLR0917  a line of the table each
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: Answer,
    more: tuple[str, ...],
    wat: str,
) -> None:
    before = (root / FILE).read_bytes()
    every = dict.fromkeys(adressen(corpus_of(root)), answer)
    assert run(root, monkeypatch, every, *more) == cli.GEBRUIK
    assert wat in capsys.readouterr().err
    assert (root / FILE).read_bytes() == before
