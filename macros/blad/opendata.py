"""What the site offers as open data and where: kinds, addresses, versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from macros.model.base import Record
from macros.model.kennis import Bron
from macros.model.keuzehulp import Keuzehulp
from macros.model.organisatie import Gemeente, VervallenGemeente
from macros.model.soorten import SOORTEN
from macros.model.vocabulaire import Vocabulaire

SCHEMA_VERSION = "1.3.0"
"""Of the form of the JSON and the tables (semver.org); the data have the version of the site."""
API = "api/v1/"
"""The first number of ``SCHEMA_VERSION`` stands in the address."""
DATA = "data/"
CSV = f"{DATA}csv/"
WORKBOOK = f"{DATA}kennisbank.ods"
PACKAGE = f"{DATA}datapackage.json"
LINKED = f"{DATA}linked/"
TRIG = f"{LINKED}kennisbank.trig"
SKOS = f"{LINKED}skos.ttl"
CATALOGUE = f"{DATA}catalogus.ttl"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
CLAIMS = "beweringen"
QUESTIONS = "open-vragen"
MUNICIPAL_STATES = "gemeentestand"
LEEFGEBIEDEN = "leefgebieden"
CHANGES = "wijzigingen"
INDEX = "index"

CUTS: Mapping[str, str] = {
    QUESTIONS: "Alle open vragen",
    MUNICIPAL_STATES: "Per gemeente wat openbare bronnen zeggen, op de code van het CBS",
    LEEFGEBIEDEN: "Per leefgebied de leerpunten",
    CHANGES: "Alle wijzigingen, de nieuwste eerst",
}
"""The lists of the API that are of no one kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of things: its name in ids, in addresses and for readers."""

    id_: str
    name: str
    title: str
    model: type[BaseModel]
    told: bool = False
    """Whether each thing has a page on which statements stand with their proof."""
    linked: bool = False
    """Whether its things are linked data; terms are so as SKOS, and a chart is made of figures."""
    imaginary: bool = False
    items: bool = False
    """Whether each thing has a file of its own, besides the one of its kind."""


_WITH_ITEMS = ("instrument", "leerpunt", "wet", "wetsvoorstel", "organisatie", "mvtpunt")
"""What others show one by one on pages of their own. Of all else the file of the kind is enough:
a file for each of 1,600 things would double the number of files of the site."""

KINDS: Mapping[str, Kind] = {
    kind.id_: kind
    for kind in (
        *(
            Kind(
                model.soort,
                model.mapnaam,
                model.meervoud,
                model,
                issubclass(model, Record),
                issubclass(model, Record | Bron),
                getattr(model, "denkbeeldig", False),
                model.soort in _WITH_ITEMS,
            )
            for model in SOORTEN
        ),
        Kind("gemeente", "gemeenten", "Gemeenten", Gemeente, linked=True),
        Kind(
            "vervallen",
            "vervallen-gemeenten",
            "Vervallen gemeenten",
            VervallenGemeente,
            linked=True,
        ),
        Kind("tabel", "keuzehulp", "Keuzehulp", Keuzehulp, linked=True),
        Kind("vocabulaire", "vocabulaires", "Vocabulaires", Vocabulaire),
    )
}
"""Every kind of which the data are offered, in the order of every list."""


def list_path(name: str) -> str:
    """Return where the JSON of a kind stands: ``api/v1/leerpunten.json``."""
    return f"{API}{name}.json"


def item_path(kind: Kind, slug: str) -> str:
    """Return where the JSON of one thing stands: ``api/v1/leerpunten/alo-kop.json``."""
    return f"{API}{kind.name}/{slug.lower()}.json"


def schema_path(kind: Kind | str) -> str:
    """Return where the JSON Schema of a kind stands, or that of a list by its name."""
    return f"{API}schema/{kind if isinstance(kind, str) else kind.id_}.json"


def turtle_path(kind: Kind) -> str:
    """Return where the things of a kind stand as linked data."""
    return f"{LINKED}{kind.name}.ttl"


def markdown_path(kind: Kind) -> str:
    """Return where the records of a kind stand as Markdown."""
    return f"{DATA}markdown/{kind.name}.md"


def csv_path(name: str) -> str:
    """Return where the table of a kind stands: ``data/csv/leerpunten.csv``."""
    return f"{CSV}{name}.csv"
