"""What the site says of itself: accessibility, the sheet per criterion, figures of the tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from macros.model.basis import Record
from macros.model.datering import lees_dag
from macros.model.kennis import Bron
from macros.pages.weergave import Schrijver, teken

POORTEN: Mapping[str, str] = {
    "axe-alle-paginas": "Toegankelijkheid: elke pagina één keer door axe",
    "axe-alle-staten": "Toegankelijkheid: elke paginasoort in elke staat, breedte en kleurstand",
    "focus": "Toegankelijkheid: is de focus zichtbaar?",
    "html": "HTML volgens de keuring van W3C (Nu)",
    "zonder-javascript": "Zonder JavaScript",
    "privacy": "Privacy en beveiligingsbeleid (CSP): elke pagina één keer",
    "privacy-staten": "Privacy en beveiligingsbeleid (CSP): elke paginasoort in elke staat",
    "xss": "Vijandige tekst in alle gegevens",
    "kopregels": "Kopregels op een echte server",
    "links": "Links binnen de site",
    "gewicht": "Gewicht van een eerste bezoek",
    "offline": "De zip voor een netwerk zonder internet",
    "leesbaarheid": "Leesbaarheid van de uitlegpagina's",
    "lighthouse": "Lighthouse, mobiel",
}
UITKOMSTEN: Mapping[str, str] = {
    "geen-fout": "geen fout gevonden",
    "fout": "fout",
    "niet-onderzocht": "nog niet onderzocht",
    "nvt": "niet van toepassing",
}
WIJZEN: Mapping[str, str] = {
    "automatisch": "automatisch",
    "handmatig": "met de hand",
    "beide": "automatisch en met de hand",
    "nvt": "–",
}


def toegankelijkheidsverklaring(kb: Schrijver) -> Markup:
    """Return status, deviations, what was not looked at, contact and date."""
    return teken(
        "toegankelijkheid.html.j2",
        kb,
        verklaring=kb.corpus.toegankelijkheid,
        namen={c.nummer: c.naam for c in kb.corpus.toegankelijkheid.criteria},
    )


def wcag(kb: Schrijver) -> Markup:
    """Return the sheet: every criterion, how it was looked at and what came of it."""
    criteria = kb.corpus.toegankelijkheid.criteria
    aantallen = {
        label: sum(criterium.uitkomst == sleutel for criterium in criteria)
        for sleutel, label in UITKOMSTEN.items()
    }
    return teken(
        "wcag.html.j2",
        kb,
        criteria=criteria,
        aantallen=aantallen,
        uitkomsten=UITKOMSTEN,
        wijzen=WIJZEN,
    )


def kwaliteit(kb: Schrijver) -> Markup:
    """Return the figures of the last run of the tests, and for which version they hold."""
    gemeten = kb.corpus.kwaliteit
    peildatum = lees_dag(date.fromisoformat(gemeten.peildatum))
    return teken("kwaliteit.html.j2", kb, kwaliteit=gemeten, peildatum=peildatum, poorten=POORTEN)


def volledigheid(kb: Schrijver) -> Markup:
    """Return how complete and how fresh the data are, counted in this very build."""
    corpus = kb.corpus
    peildatum = corpus.site.peildatum
    records = corpus.alle(Record)
    bronnen = corpus.alle(Bron)
    cijfers = (
        ("Beweringen met bron en datum", len(corpus.beweringen)),
        (
            "Beweringen met het merk ‘oud’",
            sum(kb.is_oud(p.bewering.stand) for p in corpus.beweringen),
        ),
        ("Vragen waarop geen openbare bron antwoord geeft", len(corpus.onbekend)),
        ("Onderwerpen", len(records)),
        (
            "Onderwerpen waarvan de controledatum op de peildatum voorbij was",
            sum(str(record.controle_voor) < peildatum for record in records),
        ),
        ("Bronnen", len(bronnen)),
        ("Bronnen die de redactie geheel heeft gezien", sum(b.gezien == "geheel" for b in bronnen)),
    )
    return teken("volledigheid.html.j2", kb, cijfers=cijfers)
