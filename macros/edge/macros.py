"""What hand-written pages may call: ``define_env`` only registers."""

from __future__ import annotations

from markupsafe import Markup
from mkdocs_macros.plugin import MacrosPlugin

from macros.edge import werk
from macros.pages import inzetten
from macros.pages.weergave import Schrijver


def define_env(env: MacrosPlugin) -> None:
    """Register every macro of ``pages.inzetten`` under its own name."""
    huidig = werk.huidig()
    schrijvers: dict[str, Schrijver] = {}

    def registreer(naam: str, inzet: inzetten.Inzet) -> None:
        def voor_deze_pagina(*argumenten: object, **opties: object) -> Markup:
            # One writer a page: the notes of all macros on it count on.
            url = env.page.url
            schrijver = schrijvers.setdefault(url, Schrijver(huidig.corpus, url))
            return inzet(schrijver, *argumenten, **opties)

        env.macro(huidig.als_macro(voor_deze_pagina), naam)  # type: ignore[no-untyped-call]  # the plugin has no types

    for naam, inzet in inzetten.INZETTEN.items():
        registreer(naam, inzet)
