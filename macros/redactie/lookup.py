"""``VELDEN.md``: which fields each kind of record has, in Dutch, made from the model."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from macros.model.soorten import SOORTEN
from macros.redactie.velden import Veld, blocks, is_list, models, velden

FILE = "VELDEN.md"
_KOP = """\
# Welke velden heeft een record?

Dit bestand is gemaakt uit het model. Wijzig het niet zelf: `.venv/bin/kennisbank schema` doet dat.

- **verplicht**: zonder dit veld wordt de website niet gebouwd.
- **of verantwoord**: vul het in, of zeg onder `onbekend` of `niet_van_toepassing` waarom niet.
- **lijst**: begin elk punt met een streepje.

Hoe u een record maakt, staat in [CONTRIBUTING.md](CONTRIBUTING.md).
"""


def lookup() -> str:
    """Return the whole reference."""
    return "\n".join([_KOP, *_soorten(), *_blocks()])


def _soorten() -> Iterator[str]:
    for soort in SOORTEN:
        yield f"## {soort.enkelvoud}\n\nMap: `data/{soort.mapnaam}/`\n"
        yield from _table(soort)


def _blocks() -> Iterator[str]:
    yield "## Blokken binnen een record\n"
    for model in models():
        if model not in SOORTEN:
            yield f"### {model.__name__}\n"
            yield from _table(model)


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| Veld | Moet het? | Waarvoor |\n| --- | --- | --- |"
    yield from map(_regel, velden(model))
    yield ""


def _regel(veld: Veld) -> str:
    must = "verplicht" if veld.required else "of verantwoord" if veld.accounted else "mag"
    vorm = [model.__name__ for model in blocks(veld.info)]
    block = f" Blok: {', '.join(dict.fromkeys(vorm))}." if vorm else ""
    lijst = ", lijst" if is_list(veld.info) else ""
    return f"| `{veld.naam}` | {must}{lijst} | {veld.uitleg}{block} |"
