"""What hand-written pages may pull in, by name. Each is a function of the page's writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from macros.pages.inzetten import overzichten, tekeningen, verwijzingen

Inzet = Callable[..., Markup]

INZETTEN: Mapping[str, Inzet] = {
    "link": verwijzingen.link,
    "instrument": verwijzingen.instrument,
    "leerpunt": verwijzingen.leerpunt,
    "begrip": verwijzingen.begrip,
    "wet": verwijzingen.wet,
    "organisatie": verwijzingen.organisatie,
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
    "leerpunten_per": overzichten.leerpunten_per,
    "gemeententabel": overzichten.gemeententabel,
    "vervallentabel": overzichten.vervallentabel,
    "vocabulaire": overzichten.vocabulaire,
    "openstaand": overzichten.openstaand,
    "nieuwste": overzichten.nieuwste,
    "az": overzichten.az,
    "keten": tekeningen.keten,
    "grafiek": tekeningen.grafiek,
    "grafieken": tekeningen.grafieken,
}
