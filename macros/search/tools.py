"""Pages on which a reader can do something; the search offers them above the records."""

from __future__ import annotations

from collections.abc import Mapping

TOOLS: Mapping[str, str] = {
    "keuzehulp/": "Keuzehulp",
    "casus-formulier/": "Casus op papier zetten",
    "dossier/": "Dossier samenstellen",
    "vergelijken/": "Instrumenten vergelijken",
    "gemeenten/": "Gemeente opzoeken",
    "leerpunten/": "Leerpunten kiezen",
    "wijzigingen/": "Wijzigingen bekijken",
    "overzicht/": "Alle pagina’s",
}
"""Address of the page and what the button to it says."""
