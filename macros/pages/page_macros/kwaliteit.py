"""What the site says of itself: accessibility, the sheet per criterion, figures of the tests."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from macros.blad.spelling import getal
from macros.corpus.asking import number_of_questions
from macros.model.base import Record
from macros.model.dates import dag_in_words
from macros.model.kennis import Bron
from macros.model.kwaliteit import Meting
from macros.pages.rendering import Writer, render

GATES: Mapping[str, str] = {
    "axe-alle-paginas": "Toegankelijkheid: elke pagina één keer door axe",
    "axe-alle-staten": "Toegankelijkheid: elke paginasoort in elke staat, breedte en kleurstand",
    "tweede-motor": "Toegankelijkheid: elke paginasoort door een tweede programma (IBM)",
    "focus": "Toegankelijkheid: is de focus zichtbaar?",
    "html": "HTML volgens de keuring van W3C (Nu)",
    "html-na-scripts": "HTML volgens dezelfde keuring, nadat de scripts hebben gewerkt",
    "zonder-javascript": "Zonder JavaScript",
    "privacy": "Privacy en beveiligingsbeleid (CSP): elke pagina één keer",
    "privacy-staten": "Privacy en beveiligingsbeleid (CSP): elke paginasoort in elke staat",
    "xss": "Vijandige tekst in alle gegevens",
    "kopregels": "Kopregels op een echte server",
    "links": "Links binnen de site",
    "gewicht": "Gewicht van een eerste bezoek",
    "zoeken": "Zoeken: vindt een vraag de goede pagina?",
    "zoektaken": "Zoeken op een trage telefoon",
    "taken": "Lange pagina’s op een trage telefoon",
    "offline": "De zip voor een netwerk zonder internet",
    "leesbaarheid": "Leesbaarheid van de uitlegpagina's",
    "lighthouse": "Lighthouse, mobiel",
}
CIJFERS: Mapping[str, str] = {
    "paginas": "Pagina’s",
    "paginas_met_404": "Pagina’s, ook die voor een adres dat niet bestaat",
    "paginasoorten": "Soorten pagina’s",
    "bezoeken": "Bezoeken",
    "metingen": "Metingen",
    "ladingen": "Stukjes vijandige tekst",
    "eerste_goed_examen": "Goed bij de eerste, vragen van een buitenstaander (1 is alles)",
    "eerste_drie_examen": "Goed bij de eerste drie, vragen van een buitenstaander",
    "eerste_goed_afstemvragen": "Goed bij de eerste, vragen waar de bouwers mee oefenden",
    "eerste_drie_afstemvragen": "Goed bij de eerste drie, vragen waar de bouwers mee oefenden",
    "kloof_eerste": "Verschil bij de eerste",
    "kloof_eerste_drie": "Verschil bij de eerste drie",
    "onbeantwoordbaar_gemeld": "Vragen zonder antwoord waarbij het zoeken dat zegt",
    "ten_onrechte_gemeld": "Vragen met een antwoord waarbij het zoeken twijfelt",
    "taken": "Taken van onze scripts",
    "langer_dan_50_ms": "Taken langer dan 50 milliseconden",
    "langste_ms": "De langste taak, in milliseconden",
    "paginas_geopend": "Pagina’s geopend",
    "stops": "Links, knoppen en velden",
    "soorten_gefotografeerd": "Soorten links, knoppen en velden waarvan een foto is vergeleken",
    "interne_links": "Links binnen de site",
    "kopregels": "Kopregels",
    "getest_op": "Getest op",
    "vondsten": "Fouten",
    "fouten": "Fouten",
    "waarschuwingen": "Waarschuwingen",
    "onzeker_niet_bekeken": "Twijfelgevallen die niemand heeft bekeken",
    "te_breed_op_320_px": "Pagina’s die niet passen op een scherm van 320 pixels",
    "zonder_zichtbare_focus": "Zonder goed zichtbare focus",
    "met_verborgen_tekst": "Pagina’s met tekst die zonder JavaScript niet te lezen is",
    "csp_overtredingen": "Overtredingen van het beleid",
    "verzoeken_aan_derden": "Verzoeken aan andere websites",
    "cookies_en_opslag_zonder_keuze": "Cookies en andere opslag zonder uw keuze",
    "fouten_van_scripts": "Fouten van scripts",
    "uitgevoerd": "Stukjes die de browser uitvoerde",
    "gevaarlijke_adressen": "Adressen die code werden",
    "dode_links": "Links naar een pagina die er niet is",
    "dode_ankers": "Links naar een plek die er niet is",
    "kapotte_links": "Links die niet werken",
    "zip_in_kb": "Grootte van de zip, in kB",
    "mediaan_kb": "Gewicht van de middelste pagina, in kB",
    "zwaarste_kb": "Gewicht van de zwaarste pagina, in kB",
    "zwaarste_pagina": "De zwaarste pagina",
    "boven_60_kb": "Pagina’s boven 60 kB",
    "flesch_douma_mediaan": "Leesscore van de middelste pagina (Flesch-Douma; hoog is makkelijk)",
    "flesch_douma_laagste": "Laagste leesscore",
    "woorden_per_zin_gemiddeld": "Woorden per zin, gemiddeld",
}
"""What readers call the figures of the gates, in the order of a table: what was looked at first.

Lighthouse names its figures after pages.
"""
UITKOMSTEN: Mapping[str, str] = {
    "geen-fout": "geen fout gevonden",
    "fout": "fout",
    "niet-onderzocht": "nog niet onderzocht",
    "nvt": "niet van toepassing",
}
METHODS: Mapping[str, str] = {
    "automatisch": "automatisch",
    "handmatig": "met de hand",
    "beide": "automatisch en met de hand",
    "nvt": "niet nodig",
}


def toegankelijkheidsverklaring(kb: Writer) -> Markup:
    """Return status, deviations, what was not looked at, contact and date."""
    return render(
        "toegankelijkheid.html.j2",
        kb,
        declaration=kb.corpus.toegankelijkheid,
        namen={c.nummer: c.naam for c in kb.corpus.toegankelijkheid.criteria},
    )


PRINCIPLES = {"1": "Waarneembaar", "2": "Bedienbaar", "3": "Begrijpelijk", "4": "Robuust"}
"""The four parts of WCAG, by the first digit of the number of a criterium."""


def wcag(kb: Writer) -> Markup:
    """Return the sheet: every criterion, how it was looked at and what came of it."""
    criteria = kb.corpus.toegankelijkheid.criteria
    counts = {
        label: sum(criterium.uitkomst == sleutel for criterium in criteria)
        for sleutel, label in UITKOMSTEN.items()
    }
    return render(
        "wcag.html.j2",
        kb,
        criteria=criteria,
        counts=counts,
        uitkomsten=UITKOMSTEN,
        methods=METHODS,
        principles=PRINCIPLES,
    )


def waarde(measured: str) -> str:
    """Return a figure as Dutch writes it: ``60188`` → ``60.188``, ``1.2 s`` → ``1,2 s``."""
    return (
        getal(int(measured)) if measured.isdecimal() else re.sub(r"(?<=\d)\.(?=\d)", ",", measured)
    )


def regels(meting: Meting) -> list[tuple[str, str]]:
    """Return the figures of one gate as a reader sees them, in the order of ``CIJFERS``."""
    volgorde = {naam: plaats for plaats, naam in enumerate(CIJFERS)}
    cijfers = sorted(meting.cijfers, key=lambda one: volgorde.get(one.naam, -1))
    return [(CIJFERS.get(one.naam, one.naam), waarde(one.waarde)) for one in cijfers]


def kwaliteit(kb: Writer) -> Markup:
    """Return the figures of the last run of the tests, and for which version they hold."""
    measured = kb.corpus.kwaliteit
    return render(
        "kwaliteit.html.j2",
        kb,
        kwaliteit=measured,
        peildatum=dag_in_words(date.fromisoformat(measured.peildatum)),
        gates=GATES,
        regels=regels,
    )


def volledigheid(kb: Writer) -> Markup:
    """Return how complete and how fresh the data are, counted in this very build."""
    corpus = kb.corpus
    peildatum = corpus.site.peildatum
    records = corpus.every(Record)
    bronnen = corpus.every(Bron)
    cijfers = (
        ("Beweringen met bron en datum", len(corpus.beweringen)),
        (
            "Beweringen met het merk ‘oud’",
            sum(kb.narrator.stand(p.bewering.stand)[1] for p in corpus.beweringen),
        ),
        ("Vragen waarop geen openbare bron antwoord geeft", number_of_questions(corpus)),
        ("Onderwerpen", len(records)),
        (
            "Onderwerpen waarvan de controledatum op de peildatum voorbij was",
            sum(str(record.controle_voor) < peildatum for record in records),
        ),
        ("Bronnen", len(bronnen)),
        ("Bronnen die de redactie geheel heeft gezien", sum(b.gezien == "geheel" for b in bronnen)),
    )
    return render("volledigheid.html.j2", kb, cijfers=cijfers)
