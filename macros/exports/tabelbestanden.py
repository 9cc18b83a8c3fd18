"""``/data/``: every table as CSV, all as one workbook, and what they hold (Frictionless)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic_core import to_json

from macros.blad.opendata import DATA, LICENCE, PACKAGE, SCHEMA_VERSION, WORKBOOK, csv_path
from macros.blad.zinnen import DENKBEELDIG, LICENCE_SENTENCE
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.exports.odf import Sheet, workbook
from macros.exports.spreadsheet import csv_bytes
from macros.exports.tables import Table
from macros.model.dates import dag_in_words
from macros.model.vocabulaire import Site


def table_files(corpus: Corpus, tables: Sequence[Table]) -> Iterator[Output]:
    """Yield every file of the tables."""
    for table in tables:
        yield Output(csv_path(table.name), csv_bytes([table.header, *table.rows]))
    site = corpus.site
    sheets = [_read_me(site, tables)]
    sheets += [
        Sheet(
            table.name,
            [table.header, *table.rows],
            days=[place for place, column in enumerate(table.columns) if column.type_ == "date"],
        )
        for table in tables
    ]
    yield Output(WORKBOOK, workbook(sheets, f"{site.naam}: alle gegevens", site.peildag))
    yield Output(PACKAGE, _package(site, tables))


def _read_me(site: Site, tables: Sequence[Table]) -> Sheet:
    rows = [
        [f"{site.naam}: alle gegevens"],
        [site.ondertitel],
        [site.afzender],
        [f"Bijgewerkt tot en met {dag_in_words(site.peildag)}. Versie {site.versie}."],
        [f"Licentie: {LICENCE_SENTENCE}. U mag alles gebruiken, ook zonder naam te noemen."],
        [f"Uitleg bij elk veld: {site.adres}{DATA}"],
        [f"Over de fictieve memorie van toelichting: {DENKBEELDIG}"],
        [""],
        ["Tabblad", "Wat erin staat", "Aantal rijen"],
    ]
    rows += [[table.name, table.says, str(len(table.rows))] for table in tables]
    return Sheet("lees mij", rows, header=False)


def _package(site: Site, tables: Sequence[Table]) -> bytes:
    """Return the description of all tables (Frictionless Data Package 1)."""
    content = {
        "profile": "tabular-data-package",
        "name": "kennisbank",
        "title": f"{site.naam}: alle gegevens",
        "description": f"{site.ondertitel} {site.afzender}",
        "homepage": site.adres + DATA,
        "version": SCHEMA_VERSION,
        "created": f"{site.peildatum}T12:00:00Z",
        "licenses": [{"name": "CC0-1.0", "path": LICENCE, "title": LICENCE_SENTENCE}],
        "resources": [_resource(table) for table in tables],
    }
    return to_json(content) + b"\n"


def _resource(table: Table) -> dict[str, object]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.says,
        "path": csv_path(table.name).removeprefix(DATA),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        # With the mark at the start, by which Excel knows it.
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type_, "description": column.says}
                for column in table.columns
            ],
            "missingValues": [""],
            "primaryKey": list(table.key),
        },
    }
