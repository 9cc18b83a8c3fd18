"""``/data/markdown/``: every record as Markdown (CommonMark) with its proof, one file per kind.

One file per kind and not one per record: an assistant reads a kind at once, and eight hundred files
more would weigh on every build and every server. Each record has a heading of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.blad.opendata import KINDS, markdown_path
from macros.blad.zinnen import BRONNEN, DENKBEELDIG, LICENCE_SENTENCE, NO_BRON, NOT_KNOWN
from macros.exports.dossier_content import Thing, as_dossier
from macros.exports.file import Output
from macros.exports.gather import Data
from macros.model.dates import dag_in_words

_SIGNS = re.compile(r"[\\`*_\[\]<>|#&~]")
_LIST = ("-", "+", "=", *"0123456789")
_START = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")


def plain(text: str) -> str:
    """Return text in which nothing means something to Markdown."""
    text = _SIGNS.sub(_escaped, text)
    return _START.sub(_escaped, text) if text.startswith(_LIST) else text


def _escaped(found: re.Match[str]) -> str:
    # Of a number only the sign behind it makes a list; a backslash before a digit would show.
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def markdown_files(data: Data) -> Iterator[Output]:
    """Yield a file per kind that has pages of its own."""
    site = data.corpus.site
    for kind in KINDS.values():
        if not kind.told:
            continue
        lines = [f"# {plain(kind.title)}", ""]
        lines += [f"> {DENKBEELDIG}", ""] if kind.imaginary else []
        lines += [
            (
                f"{plain(site.naam)}, bijgewerkt tot en met {dag_in_words(site.peildag)}. "
                f"{LICENCE_SENTENCE}."
            ),
            plain(site.afzender),
            "",
        ]
        for blad in data.sheets:
            if blad.soort == kind.id_:
                told = data.markdown.get(blad.id)
                lines.append(told or record_as_markdown(site.adres, as_dossier(blad)))
        yield Output(markdown_path(kind), "\n".join(lines).encode())


def record_as_markdown(site: str, thing: Thing) -> str:
    """Return what the dossier tells of one record, which ``site`` has a page about."""
    return "\n".join(_lines(site, thing))


def _lines(site: str, thing: Any) -> Iterator[str]:  # noqa: ANN401  what JSON can hold
    yield from (f"## {plain(thing['titel'])}", "")
    yield from (f"{plain(thing['soort'])}. Pagina: <{site}{thing['pad']}>", "")
    for warning in filter(None, (thing.get("denkbeeldig"), thing.get("let_op"))):
        yield from (f"> {plain(warning)}", "")
    yield from (_point(thing["samenvatting"]), "")
    for label, words in thing.get("kenmerken", ()):
        yield f"- {plain(label)}: {plain(words)}"
    yield ""
    for part in thing.get("secties", ()):
        yield from (f"### {plain(part['kop'])}", "")
        yield from (f"- {_point(point)}" for point in part["punten"])
        yield ""
    if sources := thing.get("bronnen"):
        yield from (f"### {BRONNEN}", "")
        for code, source in sources.items():
            url = f" <{source['url']}>" if "url" in source else ""
            yield f"- {plain(code)}: {plain(source['tekst'])}{url}"
        yield ""
    yield from (plain(thing["controle"]), "")


def _point(point: Any) -> str:  # noqa: ANN401  a part of a dossier, which JSON has
    """Return one statement with its proof, or one open question with whom to ask."""
    if point.get("onbekend"):
        yields = f" {plain(point['levert_op'])}" if "levert_op" in point else ""
        asked = f"{NOT_KNOWN}: {plain(point['tekst'])} {NO_BRON}"
        return f"{asked} Vraag het aan: {plain(point['aan'])}.{yields}"
    words = " ".join(filter(None, (point.get("vooraf"), point["tekst"], point.get("let_op"))))
    proof = point.get("bewijs", "")
    if codes := point.get("bronnen"):
        proof = ", ".join(filter(None, (proof, f"bron {', '.join(codes)}")))
    return f"{plain(words)} ({plain(proof)})" if proof else plain(words)
