"""The index as it goes over the line: what pages are called, and apart from that their texts.

A browser weaves the two into the whole, line by line (``macros/scripts/tools/zoek.js``), and finds
in it what it would find in one file. Each is one part, or more when it weighs too much for one.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import cast

from macros.search.index import Document, as_json, only_texts, without_texts

ONE = 680_000
"""Bytes up to which an index stays in one part. Names become 4.9 times smaller with brotli."""
MOST = 500_000
"""Bytes of a part when there are more: of one kind only, which may become 3.5 times smaller."""
NEAR = 24
"""Of so many documents on each side of where a part should end, it ends before the same one each
time: when the text of one record changes, only its own part does."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an index, cut between two lines; its name carries the hash of what is in it."""

    pad: str
    tekst: str


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All parts; those of one kind in order are one text."""

    names: Sequence[Part]
    texts: Sequence[Part]


def divide(index: Mapping[str, object]) -> SearchIndex:
    """Return a whole index in parts."""
    ids = [str(one["id"]) for one in cast("Sequence[Document]", index["documenten"])]
    return SearchIndex(
        tuple(_parts("zoeknamen", as_json(without_texts(index)), ids)),
        tuple(_parts("zoekteksten", as_json(only_texts(index)), ids)),
    )


def at_once(names: Sequence[Part]) -> str:
    """Return the first part of the names, which also tells what all of them are called.

    It is asked for by an address that never changes, so it must tell which others go with it.
    """
    return f'{{"delen":{_paths(names)},{names[0].tekst[1:]}'


def as_wijzer(index: SearchIndex) -> str:
    """Return the script that tells what the parts are called, from the folder that it stands in."""
    return (
        f'KennisbankZoekindex={{"namen":{_paths(index.names)},"teksten":{_paths(index.texts)}}};\n'
    )


def _paths(parts: Sequence[Part]) -> str:
    return json.dumps([part.pad.removeprefix("assets/") for part in parts], separators=(",", ":"))


def _parts(naam: str, tekst: str, ids: Sequence[str]) -> Iterator[Part]:
    """Yield a text of one line for the head, one for each document, and one for the end."""
    # Not splitlines: that also cuts at signs that may stand in a text.
    lines = re.findall(r"[^\n]+\n?", tekst)
    ends = list(accumulate(len(line.encode()) for line in lines))
    count = 1 if ends[-1] <= ONE else -(-ends[-1] // MOST)
    wanted = (nth * ends[-1] // count for nth in range(1, count))
    cuts = {0, *(_cut(ends, ids, place) for place in wanted), len(lines)}
    for begin, end in pairwise(sorted(cuts)):
        piece = "".join(lines[begin:end])
        hash_ = hashlib.sha256(piece.encode()).hexdigest()[:12]
        yield Part(f"assets/zoek/{naam}-{hash_}.json", piece)


def _cut(ends: Sequence[int], ids: Sequence[str], place: int) -> int:
    """Return the line to cut before, close to ``place`` in the text."""
    nth = next(i for i, end in enumerate(ends) if end >= place)
    # Line 0 is the head: that of document i is i + 1.
    close = range(max(1, nth - 1 - NEAR), min(len(ids), nth - 1 + NEAR))
    return 1 + min(close, key=lambda i: zlib.crc32(ids[i].encode()))
