"""``/data/catalogus.ttl``: what data there are and where, as DCAT-AP-NL 3.0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.blad.opendata import (
    API,
    CATALOGUE,
    DATA,
    KINDS,
    LICENCE,
    SKOS,
    TRIG,
    WORKBOOK,
    csv_path,
    list_path,
    markdown_path,
    schema_path,
    turtle_path,
)
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.exports.tables import Table
from macros.exports.turtle import dutch, head, iri, resource, text, typed
from macros.model.vocabulaire import Site

_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_FORMATS = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "ttl": ("RDF_TURTLE", "text/turtle"),
    "trig": ("RDF_TRIG", "application/trig"),
    "ods": ("ODS", "application/vnd.oasis.opendocument.spreadsheet"),
    "md": ("TXT", "text/markdown"),
}
"""Ending → its name in the list of file types of the European Union, and its media type."""
_OF_A_FILE = ("dcterms:license", "dcterms:modified", "dcterms:language")
"""What a file says, too, of all that is said of a data set."""
_DUTCH = iri(f"{_EU}language/NLD")
_PUBLIC = iri(f"{_EU}access-right/PUBLIC")
_THEME = iri(f"{_EU}data-theme/GOVE")


def catalogue(corpus: Corpus, tables: Sequence[Table]) -> Output:
    """Return the catalogue: a data set per table, with every form in which it is offered."""
    parts = [head(corpus.site.adres), *_catalogue(corpus, tables), *_of_others(tables)]
    return Output(CATALOGUE, "".join(parts).encode())


def _catalogue(corpus: Corpus, tables: Sequence[Table]) -> Iterator[str]:
    site = corpus.site
    owner, contact = iri("over/#uitgever"), iri("over/#contact")
    names = [_name(table.name) for table in tables]
    day = typed(site.peildatum, "xsd:date")
    about = [
        ("dcterms:publisher", [owner]),
        ("dcterms:creator", [owner]),
        ("dcat:contactPoint", [contact]),
        ("dcterms:language", [_DUTCH]),
        ("dcterms:modified", [day]),
        ("dcterms:license", [iri(LICENCE)]),
    ]
    yield resource(
        iri(f"{CATALOGUE}#catalogus"),
        [
            ("a", ["dcat:Catalog"]),
            ("dcterms:title", [dutch(f"{site.naam}: open data")]),
            ("dcterms:description", [dutch(f"{site.ondertitel} {site.afzender}")]),
            ("foaf:homepage", [iri(DATA)]),
            ("dcat:dataset", [iri(name) for name in (DATA, *names)]),
            ("dcat:service", [iri(API)]),
            *about,
        ],
    )
    yield resource(owner, [("a", ["foaf:Agent"]), ("foaf:name", [dutch(site.naam)])])
    address = "vcard:hasEmail" if site.contact.startswith("mailto:") else "vcard:hasURL"
    yield resource(
        contact,
        [("a", ["vcard:Kind"]), ("vcard:fn", [dutch(site.naam)]), (address, [iri(site.contact)])],
    )
    whole = [WORKBOOK, TRIG]
    yield from _dataset(site, DATA, f"{site.naam}: alle gegevens", site.ondertitel, whole, about)
    for table, name in zip(tables, names, strict=True):
        says = f"{table.says} {site.afzender}"
        files = _files(table.name)
        yield from _dataset(site, name, f"{site.naam}: {table.title}", says, files, about)
    yield resource(
        iri(API),
        [
            ("a", ["dcat:DataService"]),
            ("dcterms:title", [dutch(f"{site.naam}: API")]),
            ("dcterms:description", [dutch("Alle gegevens als JSON, in losse bestanden.")]),
            ("dcterms:identifier", [text(site.adres + API)]),
            ("dcat:theme", [_THEME]),
            ("dcat:keyword", [dutch("open data"), dutch("proactieve dienstverlening")]),
            ("dcat:endpointURL", [iri(API)]),
            ("dcat:endpointDescription", [iri(f"{API}openapi.json")]),
            ("dcat:servesDataset", [iri(name) for name in (DATA, *names)]),
            ("dcterms:accessRights", [_PUBLIC]),
            *about,
        ],
    )


def _of_others(tables: Sequence[Table]) -> Iterator[str]:
    """Yield what the names are that others gave: DCAT-AP asks their class, and reads no other file.

    So a catalogue fits its shapes by itself. Only the theme stays for who reads the list of the
    European Union: a term of ours would have to bring its definition.
    """
    yield resource(_DUTCH, [("a", ["dcterms:LinguisticSystem"])])
    yield resource(_PUBLIC, [("a", ["dcterms:RightsStatement"])])
    yield resource(iri(LICENCE), [("a", ["dcterms:LicenseDocument"])])
    yield resource(iri(DATA), [("a", ["foaf:Document"])])
    for format_, media in _FORMATS.values():
        yield resource(_format(format_), [("a", ["dcterms:MediaTypeOrExtent"])])
        yield resource(_media(media), [("a", ["dcterms:MediaType"])])
    for form in filter(None, (_schema_of(list_path(table.name)) for table in tables)):
        yield resource(iri(form), [("a", ["dcterms:Standard"])])


def _format(name: str) -> str:
    return iri(f"{_EU}file-type/{name}")


def _media(name: str) -> str:
    return iri(_MEDIA + name)


def _name(table: str) -> str:
    return f"{CATALOGUE}#{table}"


def _files(table: str) -> list[str]:
    """Return every file that tells what a table tells."""
    files = [csv_path(table)]
    for kind in KINDS.values():
        if kind.name == table:
            files += [list_path(table)]
            files += [turtle_path(kind)] if kind.linked else []
            files += [markdown_path(kind)] if kind.told else []
            files += [SKOS] if kind.id_ in ("begrip", "vocabulaire") else []
    return files


def _dataset(  # noqa: PLR0913, PLR0917  each is one thing that a data set says
    site: Site,
    name: str,
    title: str,
    says: str,
    files: Sequence[str],
    about: Sequence[tuple[str, Sequence[str]]],
) -> Iterator[str]:
    distributions = [
        iri(f"{name}-{_ending(file)}" if "#" in name else f"{file}#bestand") for file in files
    ]
    yield resource(
        iri(name),
        [
            ("a", ["dcat:Dataset"]),
            ("dcterms:title", [dutch(title)]),
            ("dcterms:description", [dutch(says)]),
            ("dcterms:identifier", [text(site.adres + name)]),
            ("dcat:theme", [_THEME]),
            ("dcterms:accessRights", [_PUBLIC]),
            ("dcat:version", [text(site.versie)]),
            ("dcat:landingPage", [iri(DATA)]),
            ("dcat:distribution", distributions),
            *about,
        ],
    )
    for distribution, file in zip(distributions, files, strict=True):
        format_, media = _FORMATS[file.rpartition(".")[2]]
        form = _schema_of(file)
        yield resource(
            distribution,
            [
                ("a", ["dcat:Distribution"]),
                ("dcterms:title", [dutch(f"{title} ({_ending(file)})")]),
                ("dcat:accessURL", [iri(file)]),
                ("dcat:downloadURL", [iri(file)]),
                ("dcterms:format", [_format(format_)]),
                ("dcat:mediaType", [_media(media)]),
                ("dcterms:conformsTo", [iri(form)] if form else []),
                ("dcat:accessService", [iri(API)] if file.startswith(API) else []),
                *[fact for fact in about if fact[0] in _OF_A_FILE],
            ],
        )


def _schema_of(file: str) -> str:
    """Return the schema that a file of JSON follows."""
    return next((schema_path(kind) for kind in KINDS.values() if list_path(kind.name) == file), "")


def _ending(file: str) -> str:
    return file.rpartition(".")[2] if file != SKOS else "skos"
