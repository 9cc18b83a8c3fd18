"""What hand-written pages may pull in, by name. Each is a function of the page's writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from macros.pages.inzetten import (
    dossier,
    gemeenten,
    hosting,
    hulpmiddelen,
    kwaliteit,
    leerpunten,
    notas,
    overzichten,
    privacy,
    regels,
    tekeningen,
    vergelijken,
    verwijzingen,
    wijzigingen,
)

Inzet = Callable[..., Markup]

INZETTEN: Mapping[str, Inzet] = {
    "link": verwijzingen.link,
    "instrument": verwijzingen.instrument,
    "leerpunt": verwijzingen.leerpunt,
    "begrip": verwijzingen.begrip,
    "wet": verwijzingen.wet,
    "organisatie": verwijzingen.organisatie,
    "website": verwijzingen.website,
    "bron": verwijzingen.bron,
    "cijfer": verwijzingen.cijfer,
    "bewering": verwijzingen.bewering,
    "beweringen": verwijzingen.beweringen,
    "onbekend": verwijzingen.onbekend,
    "noten": verwijzingen.noten,
    "site": verwijzingen.site,
    "aantal": verwijzingen.aantal,
    "bij_naam_bekend": verwijzingen.bij_naam_bekend,
    "denkbeeldig": verwijzingen.denkbeeldig,
    "overzicht": overzichten.overzicht,
    "leerpunten_per": leerpunten.leerpunten_per,
    "catalogus": leerpunten.catalogus,
    "dekking": leerpunten.dekking,
    "gemeentezoeker": gemeenten.gemeentezoeker,
    "gemeententabel": gemeenten.gemeententabel,
    "vroegere_namen": gemeenten.vroegere_namen,
    "vervallentabel": gemeenten.vervallentabel,
    "tegelkaart": gemeenten.tegelkaart,
    "vocabulaire": overzichten.vocabulaire,
    "openstaand": overzichten.openstaand,
    "nieuwste": overzichten.nieuwste,
    "notas": notas.notas,
    "mvt_geheel": overzichten.mvt_geheel,
    "az": overzichten.az,
    "keten": tekeningen.keten,
    "grafiek": tekeningen.grafiek,
    "grafieken": tekeningen.grafieken,
    "keuzehulp": hulpmiddelen.keuzehulp,
    "keuzehulp_alles": hulpmiddelen.keuzehulp_alles,
    "casusformulier": hulpmiddelen.casusformulier,
    "kopregeltabel": hosting.kopregeltabel,
    "serverinstelling": hosting.serverinstelling,
    "toegankelijkheidsverklaring": kwaliteit.toegankelijkheidsverklaring,
    "wcag": kwaliteit.wcag,
    "kwaliteit": kwaliteit.kwaliteit,
    "volledigheid": kwaliteit.volledigheid,
    "vergelijking": vergelijken.vergelijking,
    "dossier": dossier.dossier,
    "regels": regels.regels,
    "eigenaar": privacy.eigenaar,
    "adressen_met_naam": privacy.adressen_met_naam,
    "wijzigingen": wijzigingen.wijzigingen,
}

LIJSTEN = frozenset(
    {
        "adressen_met_naam",
        "az",
        "catalogus",
        "dekking",
        "gemeententabel",
        "gemeentezoeker",
        "grafiek",
        "grafieken",
        "keuzehulp_alles",
        "leerpunten_per",
        "mvt_geheel",
        "nieuwste",
        "noten",
        "openstaand",
        "overzicht",
        "tegelkaart",
        "vervallentabel",
        "vroegere_namen",
    }
)
"""Macros that repeat what has a page of its own: a search should lead to that page, not here."""
