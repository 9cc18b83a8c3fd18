"""How to refer to a page: in the manner of Dutch lawyers, as BibTeX and as CSL-JSON.

The reference follows the Leidraad voor juridische auteurs (2022): title, name of the site, and for
a source that is kept up to date the day up to which that was done. The Leidraad asks no day of
access, and we have none to give: a page is made without a clock. Version and date already fix the
text; who has to name the day of access adds it, as the page says.

Everywhere the day is that of the site (``peildatum``): what a page says holds together with the
rest of that version. The word "denkbeeldig" stands in the title itself, because that is the one
field that every citation style shows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.model.datering import lees_dag
from macros.model.vocabulaire import Site

_BIBTEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{teken: f"\\{teken}" for teken in "&%$#_{}"},
}
"""What LaTeX reads as a command, and how it is written as a character."""


@dataclass(frozen=True, slots=True)
class Citaat:
    """One page to refer to: its title, and its address from the site root."""

    titel: str
    pad: str

    @property
    def sleutel(self) -> str:
        """Return the name of this page in a list of references."""
        return re.sub(r"[^a-z0-9]+", "-", f"kennisbank/{self.pad}".lower()).strip("-")


def citeertitel(titel: str, *, denkbeeldig: bool) -> str:
    """Return the title to refer by, which says so when the page is about the imaginary law."""
    if not denkbeeldig or "denkbeeldig" in titel.casefold():
        return titel
    return f"{titel} (denkbeeldig)"


def leidraad(site: Site, citaat: Citaat) -> str:
    """Return the reference as one line of text."""
    dag = lees_dag(site.peildag)
    return (
        f"{site.naam}, ‘{citaat.titel}’, versie {site.versie}, "
        f"bijgewerkt tot en met {dag}, {site.adres}{citaat.pad}"
    )


def bibtex(site: Site, citaat: Citaat) -> str:
    """Return the reference as an entry for biblatex, in UTF-8."""
    velden = {
        # Double braces: a name that is not a person's, and a title that keeps its capitals.
        "author": f"{{{_ontsnap(site.naam)}}}",
        "title": f"{{{_ontsnap(citaat.titel)}}}",
        "date": site.peildatum,
        "version": _ontsnap(site.versie),
        "url": f"{site.adres}{citaat.pad}",
        "langid": "dutch",
    }
    regels = [f"  {naam} = {{{waarde}}},\n" for naam, waarde in velden.items()]
    return f"@online{{{citaat.sleutel},\n{''.join(regels)}}}\n"


def _ontsnap(tekst: str) -> str:
    """Return text in which nothing is a command to LaTeX."""
    return "".join(_BIBTEX.get(teken, teken) for teken in " ".join(tekst.split()))


def csl_json(site: Site, citaten: Iterable[Citaat]) -> str:
    """Return the references as CSL-JSON, which Zotero and the like read."""
    lijst = [_csl(site, citaat) for citaat in citaten]
    return json.dumps(lijst, ensure_ascii=False, indent=1) + "\n"


def _csl(site: Site, citaat: Citaat) -> dict[str, object]:
    dag = site.peildag
    return {
        "id": citaat.sleutel,
        "type": "webpage",
        "title": citaat.titel,
        "container-title": site.naam,
        "author": [{"literal": site.naam}],
        "issued": {"date-parts": [[dag.year, dag.month, dag.day]]},
        "version": site.versie,
        "URL": f"{site.adres}{citaat.pad}",
        "language": "nl-NL",
    }
