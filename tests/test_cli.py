from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.cli import ERROR, GEBRUIK, GOOD, NOTHING, main
from macros.cli.commands import COMMANDS
from macros.exports.gather import gather
from macros.exports.opvragen import questions
from macros.pages.rendering import environment
from tests.example import EXAMPLE, example
from tests.factory import (
    make_begrip,
    make_bewering,
    make_complete_corpus,
    make_corpus,
    one_of_each,
    write,
)

Output = pytest.CaptureFixture[str]


PAGINA = """\
---
title: "Voorpagina"
description: "Wat hier staat."
zoektermen: [een, twee, drie, vier, vijf, zes, zeven, acht]
---

# Voorpagina

{inzet}

Er waren 105 casussen.
"""
"""The claim without a source is one that the exception in the made data is about."""


def write_docs(root: Path, page_macro: str) -> None:
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text(PAGINA.replace("{inzet}", page_macro), encoding="utf-8")


@pytest.fixture
def good(tmp_path: Path) -> str:
    write(make_complete_corpus(), tmp_path)
    write_docs(tmp_path, '{{ begrip("maatwerk") }}')
    return str(tmp_path)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    begrip = make_begrip("zaak", zie=["wet:participatiewt"], zoektermen=[], titel="Maatwerk")
    other = make_begrip("x", titel="MAATWERK")
    write(make_complete_corpus(begrip, other), tmp_path)
    write_docs(tmp_path, "Tekst.")
    return str(tmp_path)


def test_controleren_says_how_much_is_right(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "controleren"]) == GOOD
    out, error = capsys.readouterr()
    assert out.startswith("Alles klopt: 18 records, ")
    assert error == ""


def test_publishing_refuses_the_data_of_an_example(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "controleren", "--publiceren"]) == ERROR
    error = capsys.readouterr().err
    assert "data/site.yml:" in error
    assert "eigenaar.grondslag" in error


def test_controleren_names_every_error_with_its_line_and_counts_them(
    broken: str, capsys: Output
) -> None:
    assert main(["--wortel", broken, "controleren"]) == ERROR
    out, error = capsys.readouterr()
    assert out == ""
    regels = error.splitlines()
    assert regels[0].startswith("data/begrippen/zaak.yml:")
    assert "titel — titel „Maatwerk” is al van begrip:x" in error
    assert "zie[1] — onbekende verwijzing „wet:participatiewt”" in error
    assert "    bedoelde u „wet:participatiewet”?" in error
    assert regels[-1] == "2 fouten gevonden."


def test_what_cannot_be_read_gives_a_message_too(tmp_path: Path, capsys: Output) -> None:
    assert main(["--wortel", str(tmp_path / "weg"), "controleren"]) == ERROR
    error = capsys.readouterr().err
    assert error.startswith(
        "data:1:1  deze map ontbreekt hier\n    ga naar de map van de kennisbank"
    )
    assert error.endswith("1 fout gevonden.\n")


def test_a_missing_file_gives_a_message(good: str, capsys: Output) -> None:
    (Path(good) / "data/site.yml").unlink()
    assert main(["--wortel", good, "controleren"]) == ERROR
    assert "data/site.yml:1:1  bestand ontbreekt" in capsys.readouterr().err


def test_controleren_reads_the_written_pages_too(good: str, capsys: Output) -> None:
    pagina = Path(good) / "docs/index.md"
    pagina.write_text(PAGINA.replace("{inzet}", '{{ begrip("maatwrk") }}'), encoding="utf-8")
    assert main(["--wortel", good, "controleren"]) == ERROR
    error = capsys.readouterr().err
    assert error.startswith("docs/index.md:9:1  onbekend record „begrip:maatwrk”\n    bedoelde u")


@pytest.mark.parametrize(
    ("dag", "unread", "bills"),
    [("2027-04-30", False, False), ("2027-05-01", False, True), ("2027-05-02", True, True)],
)
def test_vandaag_reports_what_was_not_reread_in_time(
    good: str, capsys: Output, *, dag: str, unread: bool, bills: bool
) -> None:
    uitkomst = ERROR if bills else GOOD
    assert main(["--wortel", good, "controleren", "--vandaag", dag]) == uitkomst
    error = capsys.readouterr().err
    assert ("de controle had voor 1 mei 2027 gemoeten" in error) is unread
    assert ("de stand moest op 1 mei 2027 opnieuw worden bekeken" in error) is bills


def test_without_vandaag_nobody_looks_at_the_calendar(good: str) -> None:
    assert main(["--wortel", good, "controleren"]) == GOOD


def test_tellen_counts(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "tellen"]) == GOOD
    regels = capsys.readouterr().out.splitlines()
    assert "     2  Cijfers" in regels
    assert "     1  Gemeenten" in regels


def test_zoektermen_names_the_file_of_what_is_hard_to_find(tmp_path: Path, capsys: Output) -> None:
    begrip = make_begrip("zaak", zoektermen=["dossier"], titel="Zaak")
    write(make_corpus(*one_of_each(), begrip), tmp_path)
    assert main(["--wortel", str(tmp_path), "zoektermen"]) == GOOD
    regels = capsys.readouterr().out.splitlines()
    assert "data/begrippen/zaak.yml  1 van de 3 zoektermen" in regels
    assert regels[-1] == f"{len(regels) - 1} records hebben weinig zoektermen."


def test_tellen_refuses_what_is_wrong(broken: str, capsys: Output) -> None:
    assert main(["--wortel", broken, "tellen"]) == ERROR
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "wat"),
    [
        ([], "er ontbreekt: opdracht"),
        (["bouwen"], "onbekende opdracht „bouwen”; kies uit: "),
        (["controleren", "--vandaag", "morgen"], "„morgen” is geen bestaande dag; schrijf JJJJ-MM"),
        (["controleren", "--vandaag", "2026-02-30"], "„2026-02-30” is geen bestaande dag"),
        (["controleren", "--vandaag", "20261121"], "„20261121” is geen bestaande dag"),
        (["controleren", "--vandaag"], "achter --vandaag ontbreekt een waarde"),
        (["controleren", "--wat"], "onbekend: --wat"),
    ],
)
def test_a_command_that_nobody_knows(arguments: list[str], wat: str, capsys: Output) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == GEBRUIK
    error = capsys.readouterr().err
    assert wat in error
    assert error.startswith("gebruik: kennisbank")
    assert not re.search(r"argument|invalid|usage|expected|choose", error)


def test_on_a_screen_without_quotation_marks_the_command_itself_passes_on_its_outcome(
    root: Path, broken: str
) -> None:
    command = [sys.executable, "-m", "macros.cli", "--wortel", broken, "controleren"]
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=root, capture_output=True, check=False, env=environment)
    assert done.returncode == ERROR
    assert done.stderr.endswith(b"2 fouten gevonden.\n")
    assert b"Traceback" not in done.stderr


Typed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> Iterator[Typed]:
    """Return how to check a project as one who types it, here and not in a process of its own."""

    def check(folder: str, *more: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kennisbank", "--wortel", folder, "controleren", *more])
        # So that what an earlier check left in this process is not taken for what it left on disk.
        environment.cache_clear()
        return (main(), *capsys.readouterr())

    yield check
    environment.cache_clear()


def test_a_check_again_tells_the_same_until_something_changes(good: str, typed: Typed) -> None:
    note = Path(good) / ".cache/kennisbank/gecontroleerd"
    record = next(Path(good).glob("data/begrippen/*.yml"))
    tekst = record.read_bytes()
    right = typed(good)
    assert right[0] == GOOD
    assert right[1].startswith("Alles klopt: ")
    left = note.stat().st_ino
    assert typed(good) == right
    assert note.stat().st_ino == left
    record.write_bytes(tekst + b"onzin: 1\n")
    wrong = typed(good)
    assert wrong[0] == ERROR
    assert "onzin" in wrong[2]
    assert typed(good) == wrong
    record.write_bytes(tekst)
    note.write_bytes(note.read_bytes()[:-1])
    assert typed(good) == right
    assert typed(good, "--vandaag", "2999-01-01")[0] == ERROR
    assert typed(good) == right


def test_an_answer_that_was_left_is_given_without_looking(root: Path, good: str) -> None:
    command = (
        "import sys, macros.cli; sys.argv[1:] = ['--wortel', sys.argv[1], 'controleren'];"
        "status = macros.cli.main(); print(status, [one for one in "
        "('pydantic', 'jinja2', 'yaml', 'argparse') if one in sys.modules])"
    )
    for imported in ("['pydantic', 'jinja2', 'yaml']", "[]"):
        done = subprocess.run(
            [sys.executable, "-c", command, good],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines()[-1] == f"{GOOD} {imported}"


def test_in_a_wrong_folder_nothing_is_left(tmp_path: Path, typed: Typed) -> None:
    assert typed(str(tmp_path / "weg"))[0] == ERROR
    assert [*tmp_path.iterdir()] == []


def test_offline_packs_the_site(good: str, tmp_path: Path, capsys: Output) -> None:
    site, zip_ = tmp_path / "site", tmp_path / "uit.zip"
    (site / "wetten").mkdir(parents=True)
    (site / "index.html").write_text('<a href="wetten/">Wetten</a>', encoding="utf-8")
    command = ["--wortel", good, "offline", "--site", str(site), "--naar", str(zip_)]
    assert main(command) == GOOD
    with zipfile.ZipFile(zip_) as archive:
        assert archive.read("kennisbank/index.html") == b'<a href="wetten/index.html">Wetten</a>'
    assert "Pak het uit" in capsys.readouterr().out


def test_comprimeer_makes_a_folder_for_a_server_and_replaces_its_own(
    good: str, tmp_path: Path, capsys: Output
) -> None:
    site, naar = tmp_path / "site", tmp_path / "server"
    site.mkdir()
    (site / "index.html").write_text("<p>Wetten</p>" * 200, encoding="utf-8")
    command = ["--wortel", good, "comprimeer", "--site", str(site), "--naar", str(naar)]
    assert main(command) == GOOD
    assert f"1 bestand in {naar}, waarvan 1 ook ingepakt." in capsys.readouterr().out
    (naar / "weg.html").touch()
    assert main(command) == GOOD
    assert {pad.name for pad in naar.iterdir()} == {
        "index.html",
        "index.html.br",
        "index.html.gz",
    }


def test_comprimeer_touches_no_folder_of_something_else(
    good: str, tmp_path: Path, capsys: Output
) -> None:
    site, naar = tmp_path / "site", tmp_path / "van-mij"
    for folder in (site, naar):
        folder.mkdir()
        (folder / "index.html").touch()
    with pytest.raises(SystemExit):
        main(["--wortel", good, "comprimeer", "--site", str(site), "--naar", str(naar)])
    assert "bestaat al en komt niet van deze opdracht" in capsys.readouterr().err
    assert [pad.name for pad in naar.iterdir()] == ["index.html"]


@pytest.mark.parametrize("opdracht", ["offline", "comprimeer"])
def test_what_is_no_site_is_not_packed(
    opdracht: str, good: str, tmp_path: Path, capsys: Output
) -> None:
    naar = tmp_path / "uit"
    with pytest.raises(SystemExit):
        main(["--wortel", good, opdracht, "--site", str(tmp_path), "--naar", str(naar)])
    assert "is geen gebouwde site; doe eerst make site" in capsys.readouterr().err
    assert not naar.exists()


def test_tegenwoordig_names_old_beweringen_without_a_year(tmp_path: Path, capsys: Output) -> None:
    let_op = [make_bewering(tekst="Dat heet zo.", stand="2021-03-25")]
    write(make_corpus(*one_of_each(), make_begrip("zaak", let_op=let_op)), tmp_path)
    assert main(["--wortel", str(tmp_path), "tegenwoordig"]) == GOOD
    regels = capsys.readouterr().out.splitlines()
    assert regels[0].startswith("data/begrippen/zaak.yml:")
    assert regels[0].endswith("let_op[1].tekst — 25 maart 2021: Dat heet zo.")
    assert regels[-1] == "1 oude bewering noemt haar tijd niet in de zin."


def test_browsers_are_named_as_mdn_names_them(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "browsers"]) == GOOD
    assert json.loads(capsys.readouterr().out) == [
        {"code": "chrome", "vanaf": "109"},
        {"code": "edge", "vanaf": "109"},
    ]


def test_only_the_table_of_browsers_is_read_for_them(broken: str, capsys: Output) -> None:
    """What else is wrong was told by ``controleren``, which comes before it."""
    assert main(["--wortel", broken, "browsers"]) == GOOD
    table = Path(broken) / "data/toegankelijkheid.yml"
    tekst = table.read_text(encoding="utf-8")
    table.write_text(tekst.replace("browsers:", "browserz:", 1), encoding="utf-8")
    capsys.readouterr()
    assert main(["--wortel", broken, "browsers"]) == ERROR
    said = capsys.readouterr()
    assert said.out == ""
    assert "bedoelde u „browsers”?" in said.err


def test_show_gives_a_subject_with_its_proof(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "toon", "wet:participatiewet"]) == GOOD
    out = capsys.readouterr().out
    assert out.startswith("## Titel van participatiewet\n")
    assert "(primair, stand 2024" in out
    assert "bron N24" in out


def test_show_takes_a_title_as_well(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "toon", "titel van participatiewet"]) == GOOD
    assert capsys.readouterr().out.startswith("## Titel van participatiewet\n")


def test_show_says_that_an_imaginary_wet_is_imaginary(good: str, capsys: Output) -> None:
    point = next(one.id for one in one_of_each() if one.soort == "mvtpunt")
    for extra in ([], ["--json"]):
        assert main(["--wortel", good, "toon", point, *extra]) == GOOD
        assert "Dit is geen recht." in capsys.readouterr().out


def test_show_gives_json_as_the_api(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "toon", "WET:participatiewet", "--json"]) == GOOD
    read = json.loads(capsys.readouterr().out)
    assert read["item"]["id"] == "wet:participatiewet"
    bewering = read["item"]["waarover"][0]
    assert bewering["zekerheid"] == "primair"
    assert set(bewering["bronnen"]) <= read["bronnen"].keys()
    assert read["peildatum"]


def test_search_puts_first_what_has_the_words_in_its_name(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "zoek", "Participatiewet"]) == GOOD
    assert capsys.readouterr().out.startswith("wet:participatiewet  ")
    assert main(["--wortel", good, "zoek", "titel", "participatiewet", "--json"]) == GOOD
    assert json.loads(capsys.readouterr().out)["gevonden"][0]["id"] == "wet:participatiewet"


def test_vragen_gives_the_questions_to_an_organisation(capsys: Output) -> None:
    assert main(["--wortel", str(EXAMPLE), "vragen", "--aan", "KOUDESLUIS", "--json"]) == GOOD
    said = capsys.readouterr().out
    read = json.loads(said)
    data = gather(example())
    assert 0 < read["aantal"] == len(read["items"]) < len(example().onbekend)
    assert all("organisatie:kade-organisatie" in str(one["aan"]) for one in read["items"])
    for aan in ("organisatie:kade-organisatie", "kade-organisatie"):
        assert questions(data, aan, as_json=True) == said.removesuffix("\n")
    assert questions(data, "Koudesluis", as_json=False).endswith(f"{read['aantal']} open vragen.")


@pytest.mark.parametrize(
    ("arguments", "wat"),
    [
        (["toon", "wet:participatiewt"], "bedoelde u „wet:participatiewet”?"),
        (["toon", "niets"], "schrijf soort:naam"),
        (["zoek", "qqqqq"], "niets gevonden bij „qqqqq”"),
        (["vragen", "--aan", "qqqqq"], "onbekende organisatie „qqqqq”"),
    ],
)
def test_what_does_not_exist_has_an_outcome_of_its_own(
    arguments: list[str], wat: str, good: str, capsys: Output
) -> None:
    assert main(["--wortel", good, *arguments]) == NOTHING
    out, error = capsys.readouterr()
    assert out == ""
    assert wat in error


def test_aanvulling_names_each_command_and_works_in_bash(good: str, capsys: Output) -> None:
    assert main(["--wortel", good, "aanvulling"]) == GOOD
    script = capsys.readouterr().out + "\ncomplete -p kennisbank\n"
    done = subprocess.run(
        ["/bin/bash", "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert all(naam in done for naam in ("regels", *COMMANDS))


def test_one_is_not_told_as_many(tmp_path: Path, capsys: Output) -> None:
    weak = make_begrip("zaak", titel="Zaak", zoektermen=["zaak"])
    write(make_complete_corpus(weak), tmp_path)
    write_docs(tmp_path, "Tekst.")
    for opdracht in ("zoektermen", "tegenwoordig", "vragen", "controleren", "tellen"):
        main(["--wortel", str(tmp_path), opdracht])
        said = capsys.readouterr()
        wrong = re.findall(r"(?<![0-9.,])1 [a-z ]*(?:records|beweringen|vragen)\b", said.out)
        assert wrong == [], opdracht
