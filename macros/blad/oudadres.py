"""Addresses where nothing stands any more, and where who comes there has to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from macros.blad.adres import pad_van
from macros.corpus.corpus import Corpus
from macros.model.adressen import Ingetrokken
from macros.model.basis import splits_id
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
    delen = splits_id(naar)
    if delen is not None and delen[0] in (*PER_SOORT, "gemeente"):
        return pad_van(naar)
    return naar


def omleidingen(corpus: Corpus, bestaand: Collection[str]) -> Iterator[Omleiding]:
    """Yield every old address that leads on; ``bestaand`` are the addresses there are."""
    genoemd = set()
    for rij in corpus.oude_adressen.verhuisd:
        genoemd.add(rij.van)
        yield Omleiding(rij.van, doelpad(rij.naar), rij.datum)
    genoemd |= {rij.van for rij in corpus.oude_adressen.ingetrokken}
    vervallen = {rij.cbs.lower() for rij in corpus.vervallen()}
    for van in corpus.gepubliceerd.adressen:
        if van not in bestaand and van not in genoemd:
            naar = _vanzelf(van, vervallen)
            if naar is not None:
                yield Omleiding(van, naar, corpus.site.peildag)


def _vanzelf(van: str, vervallen: Collection[str]) -> str | None:
    gemeente = _GEMEENTE.fullmatch(van)
    if gemeente is not None and gemeente[1] in vervallen:
        return f"gemeenten/vervallen/#{gemeente[1]}"
    for patroon, naar in _VANZELF.items():
        match = re.fullmatch(patroon, van)
        if match is not None:
            return match.expand(naar)
    return None


# --- lines for servers --------------------------------------------------------------------------


def _nginx(van: str, naar: str) -> str:
    return f"location = /{van} {{ return 301 /{naar}; }}"


def _apache(van: str, naar: str) -> str:
    return f"RedirectMatch 301 ^/{re.escape(van)}$ /{naar}"


def _caddy(van: str, naar: str) -> str:
    return f"redir /{van} /{naar} 301"


def _redirects(van: str, naar: str) -> str:
    return f"/{van} /{naar} 301"


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
    regels += [SERVERS[naam](een.van, een.naar) for een in lijst]
    return "\n".join(regels) + "\n"


def soortnaam(rij: Ingetrokken) -> tuple[str, str]:
    """Return address and name of the list on which a withdrawn page stood."""
    map_ = rij.van.partition("/")[0]
    for soort in PER_SOORT.values():
        if soort.mapnaam == map_:
            return f"{map_}/", soort.meervoud
    return "", "Home"
