"""What ``kennisbank comprimeer`` makes is sent as it lies there, by each server of our recipes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.exports.precompressed import copy_with_packed
from tests.kwaliteit.servers import BROTLI, RECEIVED, SERVERS, Errors, Fetch, server
from tests.kwaliteit.setup import faults

PATHS = {
    "/privacy/": ("privacy/index.html", "text/html; charset=utf-8"),
    "/assets/js/pagina.js": ("assets/js/pagina.js", "javascript; charset=utf-8"),
    "/leerpunten/leerpunten.csv": ("leerpunten/leerpunten.csv", "text/csv; charset=utf-8"),
}
"""What a reader asks, in which file it stands, and how its type ends."""


@pytest.fixture(scope="module")
def packed_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return some of the site, packed: packing all of it takes half a minute."""
    some = tmp_path_factory.mktemp("deel")
    for file, _ in [*PATHS.values(), ("404.html", "")]:
        doel = some / file
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(built_site / file, doel)
    site = tmp_path_factory.mktemp("ingepakt")
    copy_with_packed(some, site)
    return site


@pytest.fixture(scope="module", params=SERVERS)
def asked(
    request: pytest.FixtureRequest, packed_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Fetch]]:
    """Run a server on the packed site; return which one, and how to ask it for a path."""
    folder = tmp_path_factory.mktemp(request.param)
    with server(request.param, packed_site, folder) as fetch:
        yield request.param, fetch


def _packed_faults(fetch: Fetch, site: Path, accept: str, suffix: str) -> list[str]:
    """Return what is wrong with the answers to a browser that takes what is packed."""
    where: dict[str, object] = {}
    for pad, (file, type_) in PATHS.items():
        status, head = fetch(pad, Accept_Encoding=accept)
        size = (site / f"{file}{suffix}").stat().st_size
        packed = {".br": "br", ".gz": "gzip", "": None}[suffix]
        where |= {
            f"{pad} status": status == 200,
            f"{pad} ingepakt": head["Content-Encoding"] == packed,
            f"{pad} lengte": head[RECEIVED] == str(size),
            f"{pad} soort": (head["Content-Type"] or "").endswith(type_),
            f"{pad} Vary": [one.lower() for one in head.get_all("Vary", [])] == ["accept-encoding"],
        }
    return faults(where)


def test_who_takes_gzip_gets_the_file_that_lies_there(
    asked: tuple[str, Fetch], packed_site: Path
) -> None:
    assert _packed_faults(asked[1], packed_site, "gzip", ".gz") == []


def test_who_takes_brotli_gets_that(asked: tuple[str, Fetch], packed_site: Path) -> None:
    naam, fetch = asked
    if naam == "nginx" and not BROTLI.is_file():
        pytest.skip(f"{BROTLI} is er niet; draai `make test`, dat zoekt het op")
    assert _packed_faults(fetch, packed_site, "gzip, deflate, br", ".br") == []


def test_who_takes_neither_gets_the_file_itself(
    asked: tuple[str, Fetch], packed_site: Path
) -> None:
    assert _packed_faults(asked[1], packed_site, "identity", "") == []


PLANTED: dict[str, Errors] = {
    "nginx": (("gzip_static on", "gzip_static off"),),
    "apache": (
        ("AddEncoding gzip .gz", ""),
        ("{REQUEST_FILENAME}.gz -f", "{REQUEST_FILENAME}.x -f"),
    ),
    "caddy": (("precompressed br gzip", "precompressed br"),),
}


@pytest.mark.parametrize("naam", SERVERS)
def test_the_gate_sees_a_server_that_packs_again(
    naam: str, packed_site: Path, tmp_path: Path
) -> None:
    with server(naam, packed_site, tmp_path, PLANTED[naam]) as fetch:
        wrong = _packed_faults(fetch, packed_site, "gzip", ".gz")
    assert {f"{pad} lengte" for pad in PATHS} <= set(wrong)


def _etag_faults(fetch: Fetch) -> list[str]:
    """Return what a browser that has a page already gets sent once more."""
    wrong = []
    for pad in PATHS:
        for accept in ("identity", "gzip", "gzip, deflate, br"):
            etag = fetch(pad, Accept_Encoding=accept)[1]["ETag"]
            status, _ = fetch(pad, Accept_Encoding=accept, If_None_Match=etag or '"niets"')
            if status != 304:
                wrong.append(f"{pad} {accept}")
            if fetch(pad, Accept_Encoding=accept, If_None_Match='"anders"')[0] != 200:
                wrong.append(f"{pad} {accept}, maar dat was een andere")
    return wrong


def test_who_has_a_page_gets_no_second_copy(asked: tuple[str, Fetch]) -> None:
    assert _etag_faults(asked[1]) == []


@pytest.mark.parametrize("naam", SERVERS)
def test_nor_where_the_server_packs_itself(naam: str, packed_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "los"
    shutil.copytree(packed_site, site, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    with server(naam, site, tmp_path) as fetch:
        assert fetch("/privacy/")[1]["Content-Encoding"] == "gzip"
        assert _etag_faults(fetch) == []


def test_the_gate_sees_a_server_without_etag(packed_site: Path, tmp_path: Path) -> None:
    error = ("gzip_static on;", "gzip_static on; etag off;")
    with server("nginx", packed_site, tmp_path, [error]) as fetch:
        assert len(_etag_faults(fetch)) == 3 * len(PATHS)
