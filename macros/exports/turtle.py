"""The few forms of Turtle and TriG (W3C, 2014) that our graphs need, as text.

A library for graphs would take longer to write ours than the whole site takes to build; the tests
let one read all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from macros.blad.opendata import DATA, LINKED

PREFIXES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AND = " ;\n  "
"""Between two facts about one thing."""
EDTF = "edtf:EDTF-level1"
"""The type of a date as a source gives it, in the words of the Library of Congress."""
_STRING: Mapping[str, str] = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}
_IN_STRING = re.compile(r'[\x00-\x1f"\\\x7f]')
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def text(words: str) -> str:
    """Return words as a literal without a language."""
    # Words that can be printed need no search, and nearly all can.
    if not words.isprintable() or '"' in words or "\\" in words:
        words = _IN_STRING.sub(_escaped, words)
    return f'"{words}"'


def _escaped(found: re.Match[str]) -> str:
    return _STRING.get(found[0]) or f"\\u{ord(found[0]):04X}"


def dutch(words: str) -> str:
    """Return words as a Dutch literal."""
    return f"{text(words)}@nl"


@lru_cache(maxsize=2**15)
def iri(address: str) -> str:
    """Return an address, absolute or below the site."""
    quoted = _NOT_IN_IRI.sub(lambda found: f"%{ord(found[0]):02X}", address)
    return f"<{quoted}>"


def typed(words: str, type_: str) -> str:
    """Return words as a literal of a type, such as ``xsd:date``."""
    return f"{text(words)}^^{type_}"


def resource(subject: str, facts: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return what is said of one thing; a fact without values is left out."""
    return f"{subject} {together(facts)} .\n"


def together(facts: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return facts without the thing of which they are told."""
    return AND.join([f"{name} {', '.join(values)}" for name, values in facts if values])


def head(site: str) -> str:
    """Return the start of a file: every address in it is below ``site``, unless it says more."""
    lines = [f"@base <{site}> .\n", f"@prefix kb: <{site}{LINKED}termen#> .\n"]
    lines.append(f"@prefix lijst: <{site}{LINKED}skos#> .\n")
    lines += [f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items()]
    return "".join(lines)


def dataset() -> str:
    """Return the name of all our data together."""
    return iri(DATA)
