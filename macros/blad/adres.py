"""Addresses inside the site, always relative, so that any folder or disk can host it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from macros.model.leerpunt import Artikel
from macros.model.soorten import PER_SOORT

WETTEN_NL = "https://wetten.overheid.nl"
RECHTSPRAAK_NL = "https://deeplink.rechtspraak.nl/uitspraak?id="
BEKENDMAKINGEN_NL = "https://zoek.officielebekendmakingen.nl"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:"
GEMEENTEN = "gemeenten"


@lru_cache(maxsize=2**14)
def pad_of(id_: str) -> str:
    """Return the address of a record from its id: ``wet:awir`` → ``wetten/awir/``."""
    soort, _, slug = id_.partition(":")
    mapnaam = GEMEENTEN if soort == "gemeente" else PER_SOORT[soort].mapnaam
    return f"{mapnaam}/{slug.lower()}/"


def facet_path(naam: str, sleutel: str) -> str:
    """Return the address of one choice: ``leerpunten-per-wet/awir/``; of all without a key."""
    return f"leerpunten-per-{naam}/{sleutel}/" if sleutel else f"leerpunten-per-{naam}/"


def relative(from_: str, naar: str) -> str:
    """Return how page ``from_`` links to ``naar`` (both from the site root, with a final slash)."""
    pad, hash_sign, anker = naar.partition("#")
    if pad == from_:
        return f"#{anker}" if hash_sign else "./"
    # Not posixpath.relpath: that asks the disk where we are, for each of a million links.
    folders, doel = from_.split("/")[:-1], pad.split("/")
    together = 0
    for folder, stap in zip(folders, doel[:-1], strict=False):
        if folder != stap:
            break
        together += 1
    way = "../" * (len(folders) - together) + "/".join(doel[together:])
    return f"{way or './'}{hash_sign}{anker}"


def wet_url(bwb_id: str, *, artikel: str | None = None, datum: str | None = None) -> str:
    """Return the link to a law, or to one article, as it read on ``datum`` (JJJJ-MM-DD)."""
    adres = f"{WETTEN_NL}/{bwb_id}"
    if datum is not None:
        adres += f"/{datum}"
    return f"{adres}#Artikel{artikel}" if artikel is not None else adres


def jci(bwb_id: str, plaats: Artikel) -> str:
    """Return the JuriConnect reference (jci 1.3.1) of an article or paragraph of a law."""
    verwijzing = f"jci1.3:c:{bwb_id}&artikel={plaats.artikel}"
    return f"{verwijzing}&lid={plaats.lid}" if plaats.lid else verwijzing


def ecli_url(ecli: str) -> str:
    """Return the link to a court decision."""
    return RECHTSPRAAK_NL + ecli


def celex_url(celex: str) -> str:
    """Return the link to a regulation of the European Union."""
    return EUR_LEX + celex


def kamerstuk_url(nummer: str) -> str | None:
    """Return the link to a Kamerstuk; a dossier without a number has no page of its own."""
    parts: Sequence[str] = nummer.split("-")
    return f"{BEKENDMAKINGEN_NL}/kst-{nummer}.html" if len(parts) > 1 else None


def staatsblad_url(nummer: str) -> str:
    """Return the link to a Staatsblad: ``2020-240``."""
    return f"{BEKENDMAKINGEN_NL}/stb-{nummer}.html"
