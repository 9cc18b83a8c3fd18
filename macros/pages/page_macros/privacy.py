"""What ``/privacy/`` shows: who answers for the site, and which addresses hold a name."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.model.kennis import Bron
from macros.pages.rendering import Writer, render

VELDEN: Mapping[str, str] = {
    "verantwoordelijke": "Wie is verantwoordelijk?",
    "contact": "Hoe bereikt u de verantwoordelijke?",
    "functionaris": "Wie houdt toezicht op gegevensbescherming (functionaris)?",
    "doel": "Waarvoor zijn de gegevens?",
    "grondslag": "Waarom mag dat van de wet (grondslag)?",
    "ontvangers": "Wie krijgt de gegevens nog meer?",
    "bewaartermijn": "Hoe lang blijven de gegevens bewaard?",
    "rechten": "Welke rechten hebt u?",
    "klacht": "Waar kunt u een klacht indienen?",
}
"""The fields of ``Eigenaar`` as questions of a reader, in the order of AVG article 13."""


def eigenaar(kb: Writer) -> Markup:
    """Return what the owner says after AVG article 13, or that it was not filled in."""
    velden = kb.corpus.site.eigenaar.model_dump()
    return render(
        "eigenaar.html.j2", kb, velden=[(naam, velden[veld]) for veld, naam in VELDEN.items()]
    )


def adressen_met_naam(kb: Writer) -> Markup:
    """Return each source whose address holds the name of a person, with why it has no other."""
    bronnen = kb.corpus.every(Bron)
    rows = [
        (bron, one.reden)
        for one in kb.corpus.bronadressen.met_naam
        for bron in bronnen
        if one.adres in {bron.url, *bron.ook_te_vinden}
    ]
    return render("adressen_met_naam.html.j2", kb, rows=rows)
