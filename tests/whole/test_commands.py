"""What each command says of the example, and what it can be asked, word for word."""

from __future__ import annotations

import argparse
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from gzip import decompress as gunzip
from pathlib import Path

import brotli
import pytest

from macros import cli
from macros.cli import commands
from macros.exports.gather import gather
from macros.model.soorten import SOORTEN
from macros.redactie.cms import BACKENDS, cms_files
from macros.site.build import all_exports
from tests.example import EXAMPLE, example, example_site
from tests.kept import readable, same

PLATFORM = 600
"""So many characters tell of the platform."""
_HASH = re.compile(r"[0-9a-f]{12}")
WRITES = frozenset({"schema", "uitvoer", "formulieren", "offline", "comprimeer"})
"""Commands that write files. What ``uitvoer`` writes is kept with the site."""


def _one_of_each() -> Iterator[str]:
    """Yield the first two records of each kind, and two municipalities."""
    for soort in SOORTEN:
        yield from [record.id for record in example().every(soort)][:2]
    yield from [f"gemeente:{cbs}" for cbs in [*example().gemeenten()][:2]]


def _asked() -> Iterator[Sequence[str]]:
    """Yield each command that writes nothing, with all that it can be given."""
    given: Mapping[str, Sequence[Sequence[str]]] = {
        "toon": [(id_, *end) for id_ in (*_one_of_each(), "wet:x") for end in ((), ("--json",))],
        "zoek": [("brug",), ("grote", "molen", "--json"), ("qqq",)],
        "vragen": [(), ("--json",), ("--aan", "pmm"), ("--aan", "niemand")],
        "verlopen": [(), *(("--vandaag", dag) for dag in ("2027-05-01", "2035-01-01"))],
        "controleren": [(), ("--publiceren",), ("--vandaag", "2035-01-01")],
    }
    for naam in (*commands.WITHOUT_DATA, "browsers", "controleren", *commands.COMMANDS):
        if naam not in WRITES:
            yield from ((naam, *rest) for rest in given.get(naam, [()]))


def test_what_each_command_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Read and gathered once: it is the same for each.
    monkeypatch.setattr(commands, "inspect_data", lambda _: (example(), []))
    monkeypatch.setattr(commands, "gather", cache(gather))
    made = {}
    for asked in _asked():
        status = cli.main(["--wortel", str(EXAMPLE), *asked])
        out, error = capsys.readouterr()
        naam = re.sub(r"[^\w-]+", "_", " ".join(asked))
        made[naam] = readable(f"{out}\n--- {status}\n{error}".encode())
    same("opdrachten", made)


@pytest.mark.parametrize("naam", ["schema", "formulieren"])
def test_what_each_command_writes(
    naam: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "van")
    shutil.copytree(EXAMPLE, tmp_path / "naar")
    naar = ["--naar", str(tmp_path / "naar")] if naam == "formulieren" else []
    wortel = tmp_path / ("van" if naar else "naar")
    assert cli.main(["--wortel", str(wortel), naam, *naar]) == cli.GOOD
    made = {
        pad.relative_to(tmp_path / "naar").as_posix(): readable(pad.read_bytes())
        for pad in sorted((tmp_path / "naar").rglob("*"))
        if pad.is_file() and pad.suffix not in (".js", ".map")
    }
    given = {pad.relative_to(EXAMPLE).as_posix() for pad in EXAMPLE.rglob("*")}
    said = {"gezegd": capsys.readouterr().out.replace(str(tmp_path), "MAP")}
    same(f"geschreven/{naam}", said | {pad: made[pad] for pad in made if pad not in given})


LINKS = "".join(
    f'<a href="{pad}">x</a>'
    for pad in (
        *(
            "wetten/",
            "../",
            ".",
            "..",
            "a/..",
            "a/.",
            "wetten/?a=b",
            "wetten/#c",
            "#c",
            "",
            "b.css",
        ),
        *(
            "https://x.nl/",
            "//x.nl/a/",
            "mailto:x@x.nl",
            "HTTPS://x.nl/",
            "wetten",
            "..?a",
            "a/..#c",
        ),
    )
)
SITE = {
    "index.html": f'<form action="zoeken/"></form>{LINKS}<p>href="wetten/" data-href="wetten/"</p>',
    "wetten/index.html": "<p>Wetten</p>" * 200,
    "assets/a.js": "let a = 1;" * 300,
    "assets/a.js.map": "{}",
    "assets/b.woff2": "x" * 3000,
    "assets/javascripts/c.js": "let c = 1;",
    **dict.fromkeys(
        ("404.html", "_headers", "sitemap.xml", "sitemap.xml.gz", ".well-known/x.txt", "a.map"), "x"
    ),
    "leeg.txt": "",
}


@pytest.mark.parametrize("naam", ["offline", "comprimeer"])
def test_what_is_packed(naam: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, naar = tmp_path / "site", tmp_path / "naar"
    for pad, tekst in SITE.items():
        (site / pad).parent.mkdir(parents=True, exist_ok=True)
        (site / pad).write_text(tekst, encoding="utf-8")
    given = [naam, "--site", str(site), "--naar", str(naar)]
    assert cli.main(["--wortel", str(EXAMPLE), *given]) == cli.GOOD
    lines = [capsys.readouterr().out.replace(str(tmp_path), "MAP")]
    if naam == "offline":
        lines.append(readable(naar.read_bytes()))
        with zipfile.ZipFile(naar) as archive:
            lines += [f"{one.filename} {one.external_attr:o}\n" for one in archive.infolist()]
    for file in sorted(one for one in naar.rglob("*") if one.is_file()):
        raw = file.read_bytes()
        if file.suffix == ".br":
            raw = brotli.decompress(raw)
        elif file.suffix == ".gz" and raw != b"x":
            raw = gunzip(raw)
        lines.append(f"{file.relative_to(naar).as_posix()} {oct(file.stat().st_mode)}\n")
        lines.append(readable(raw[:PLATFORM]))
    same(f"ingepakt/{naam}", {"ingepakt": "".join(lines)})


def test_the_forms_for_each_platform() -> None:
    made = {
        # The rest is the same for each; ``formulieren`` keeps it.
        f"{backend}/{naam}": readable(tekst[:PLATFORM].encode())
        for backend in BACKENDS
        for naam, tekst in cms_files(example(), backend, "groep/project").items()
        if not naam.endswith(".js") and "config" in naam
    }
    same("platforms", made)


def test_the_exports_are_those_of_the_site() -> None:
    site, made = example_site(), [*all_exports(example(), EXAMPLE / "docs")]
    assert [file.pad for _, file in made if file.inhoud != site[file.pad]] == []
    who = sorted({f"{naam}: {file.pad.rpartition('/')[0]}/\n" for naam, file in made})
    same("makers", {"makers": _HASH.sub("…", "".join(who))})


def test_what_can_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    readers: list[argparse.ArgumentParser] = []

    def parse_args(reader: argparse.ArgumentParser, *_: object) -> argparse.Namespace:
        readers.append(reader)
        return argparse.Namespace(opdracht="regels")

    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", parse_args)
    cli.main([])
    (reader,) = readers
    same("vragen", {"kennisbank": "\n".join(_told(reader)) + "\n"})


def _told(reader: argparse.ArgumentParser) -> Iterator[str]:
    yield f"{reader.prog}: {reader.description} {reader.epilog}"
    for one in reader._actions:  # noqa: SLF001 - argparse tells it in no other way, the same in each Python
        if isinstance(one, argparse._SubParsersAction):  # noqa: SLF001 - nor this
            yield from (f"{part.dest}: {part.help}" for part in one._choices_actions)  # noqa: SLF001
            for part in one.choices.values():
                yield from _told(part)
        else:
            names = "/".join(one.option_strings) or one.dest
            default = "" if isinstance(one.default, Path) else one.default
            choices = [*(one.choices or ())]
            yield f"  {names}: {one.help} {default=!s} {choices=} {one.required=} {one.nargs=}"
