from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path

import brotli
import pytest

from macros.exports.precompressed import LEAST, copy_with_packed

TEXT = b"<p>Wat zegt de bron?</p>\n" * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "wetten/awir").mkdir(parents=True)
    (folder / "wetten/awir/index.html").write_bytes(TEXT)
    (folder / "klein.txt").write_bytes(TEXT[: LEAST - 1])
    (folder / "sitemap.xml.gz").write_bytes(gzip.compress(TEXT * 100, mtime=0))
    (folder / "beeld.png").write_bytes(hashlib.shake_128(b"beeld").digest(5000))
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {
        pad.relative_to(folder).as_posix(): pad.read_bytes()
        for pad in folder.rglob("*")
        if pad.is_file()
    }


def _pack(site: Path, naam: str) -> Path:
    new = site.with_name(naam)
    new.mkdir()
    copy_with_packed(site, new)
    return new


def test_beside_a_file_stands_the_same_packed(site: Path) -> None:
    files = _files(_pack(site, "nieuw"))
    assert brotli.decompress(files["wetten/awir/index.html.br"]) == TEXT
    assert gzip.decompress(files["wetten/awir/index.html.gz"]) == TEXT


def test_what_is_small_or_packed_already_is_only_copied(site: Path) -> None:
    files = _files(_pack(site, "nieuw"))
    assert sorted(set(files) - set(_files(site))) == [
        "wetten/awir/index.html.br",
        "wetten/awir/index.html.gz",
    ]
    assert {naam: files[naam] for naam in _files(site)} == _files(site)


def test_the_same_site_gives_the_same_bytes_whatever_its_date(site: Path) -> None:
    once = _files(_pack(site, "een"))
    os.utime(site / "wetten/awir/index.html", (0, 0))
    assert _files(_pack(site, "twee")) == once


def test_a_file_keeps_its_date(site: Path) -> None:
    os.utime(site / "klein.txt", (1e9, 1e9))
    assert (_pack(site, "nieuw") / "klein.txt").stat().st_mtime == 1e9


def test_it_tells_how_much_it_did(site: Path) -> None:
    new = site.with_name("nieuw")
    new.mkdir()
    assert copy_with_packed(site, new) == (4, 1)
