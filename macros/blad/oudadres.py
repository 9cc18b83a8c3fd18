"""Addresses where nothing stands any more, and where who comes there has to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from macros.blad.adres import pad_of
from macros.corpus.corpus import Corpus
from macros.model.adressen import Ingetrokken
from macros.model.base import split_id
from macros.model.soorten import PER_SOORT

_VANZELF: Mapping[str, str] = {
    r"leerpunten-per-([a-z]+)/[^/]+/": r"leerpunten/per-\1/",
    r"zoeken/[^/]+/": "zoeken/",
    r"keuzehulp/[^/]+/": "keuzehulp/",
}
"""Pages that come and go with the data: who kept the address of one is led to the whole list."""
_GEMEENTE = re.compile(r"gemeenten/(gm[0-9]{4})/")


@dataclass(frozen=True, slots=True)
class Omleiding:
    """One old address that leads on, by addresses from the site root."""

    van: str
    naar: str
    datum: date


def doelpad(naar: str) -> str:
    """Return the address of what a row names: an id, or an address itself."""
    parts = split_id(naar)
    if parts is not None and parts[0] in (*PER_SOORT, "gemeente"):
        return pad_of(naar)
    return naar


def omleidingen(corpus: Corpus, existing: Collection[str]) -> Iterator[Omleiding]:
    """Yield every old address that leads on; ``existing`` are the addresses there are."""
    named = set()
    for row in corpus.old_adressen.verhuisd:
        named.add(row.van)
        yield Omleiding(row.van, doelpad(row.naar), row.datum)
    named |= {row.van for row in corpus.old_adressen.ingetrokken}
    vervallen = {row.cbs.lower() for row in corpus.vervallen()}
    for from_ in corpus.gepubliceerd.adressen:
        if from_ not in existing and from_ not in named:
            naar = _vanzelf(from_, vervallen)
            if naar is not None:
                yield Omleiding(from_, naar, corpus.site.peildag)


def _vanzelf(from_: str, vervallen: Collection[str]) -> str | None:
    gemeente = _GEMEENTE.fullmatch(from_)
    if gemeente is not None and gemeente[1] in vervallen:
        return f"gemeenten/vervallen/#{gemeente[1]}"
    for pattern, naar in _VANZELF.items():
        match = re.fullmatch(pattern, from_)
        if match is not None:
            return match.expand(naar)
    return None


# --- lines for servers --------------------------------------------------------------------------


def _nginx(from_: str, naar: str) -> str:
    return f"location = /{from_} {{ return 301 /{naar}; }}"


def _apache(from_: str, naar: str) -> str:
    return f"RedirectMatch 301 ^/{re.escape(from_)}$ /{naar}"


def _caddy(from_: str, naar: str) -> str:
    return f"redir /{from_} /{naar} 301"


def _redirects(from_: str, naar: str) -> str:
    return f"/{from_} /{naar} 301"


SERVERS: Mapping[str, Callable[[str, str], str]] = {
    "omleidingen/nginx.conf": _nginx,
    "omleidingen/apache.conf": _apache,
    "omleidingen/Caddyfile": _caddy,
    "_redirects": _redirects,
}
"""Per file in the site: one line for each address that leads on."""


def serverregels(naam: str, lijst: Collection[Omleiding]) -> str:
    """Return the lines for one kind of server; without addresses only the first, which tells so."""
    regels = [f"# Oude adressen die naar een nieuw adres leiden: {len(lijst)}."]
    regels += [SERVERS[naam](one.van, one.naar) for one in lijst]
    return "\n".join(regels) + "\n"


def soortnaam(row: Ingetrokken) -> tuple[str, str]:
    """Return address and name of the list on which a withdrawn page stood."""
    folder = row.van.partition("/")[0]
    for soort in PER_SOORT.values():
        if soort.mapnaam == folder:
            return f"{folder}/", soort.meervoud
    return "", "Home"
