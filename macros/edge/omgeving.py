"""What hand-written pages may call: ``define_env`` only registers."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_macros.plugin import MacrosPlugin

from macros.edge import werk
from macros.pages.inzetten import INZETTEN, LIJSTEN, Inzet


def define_env(env: MacrosPlugin) -> None:
    """Register every function of ``pages.inzetten`` under its own name."""

    def macro(inzet: Inzet, *, lijst: bool) -> Callable[..., str]:
        def voor_deze_pagina(*argumenten: object, **opties: object) -> str:
            huidig = werk.huidig()
            html = inzet(huidig.schrijver(env.page.url), *argumenten, **opties)
            return huidig.bewaar(html, lijst=lijst)

        return voor_deze_pagina

    for naam, inzet in INZETTEN.items():
        env.macro(macro(inzet, lijst=naam in LIJSTEN), naam)  # type: ignore[no-untyped-call]  # the plugin has no types
