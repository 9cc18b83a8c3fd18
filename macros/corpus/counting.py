"""Counts that must never be typed by hand."""

from __future__ import annotations

from collections import Counter

from macros.corpus.asking import number_of_questions
from macros.corpus.corpus import Corpus
from macros.model.leerpunt import Leerpunt
from macros.model.organisatie import Organisatie
from macros.model.recht import Wet
from macros.model.soorten import SOORTEN


def tally(corpus: Corpus) -> list[tuple[str, int]]:
    """Return name and number per kind, with the subdivisions readers ask for."""
    regels = []
    for soort in SOORTEN:
        records = corpus.every(soort)
        regels.append((soort.meervoud, len(records)))
        regels += [(f"  waarvan {naam}", aantal) for naam, aantal in _breakdown(corpus, soort)]
    vermeldingen = sum(len(gemeente.vermeldingen) for gemeente in corpus.gemeentetabel.gemeenten)
    regels += [
        ("Gemeenten", len(corpus.gemeentetabel.gemeenten)),
        ("  vermeldingen van gemeenten met datum en bron", vermeldingen),
        ("Vervallen gemeenten", len(corpus.vervallen())),
        ("Beweringen met bron en datum", len(corpus.beweringen)),
        ("Uitdrukkelijk onbekend", len(corpus.onbekend)),
        ("Alle open vragen", number_of_questions(corpus)),
        ("Verwijzingen", len(corpus.relaties)),
    ]
    return regels


def _breakdown(corpus: Corpus, soort: type) -> list[tuple[str, int]]:
    if soort is Leerpunt:
        herkomst = Counter(leerpunt.herkomst for leerpunt in corpus.every(Leerpunt))
        return [(corpus.term("herkomst", sleutel).label, n) for sleutel, n in herkomst.items()]
    if soort is Organisatie:
        soorten = Counter(record.organisatiesoort for record in corpus.every(Organisatie))
        return [
            (corpus.term("organisatiesoort", sleutel).label, n) for sleutel, n in soorten.items()
        ]
    if soort is Wet:
        with_bwb = sum(wet.bwb_id is not None for wet in corpus.every(Wet))
        return [("met geverifieerd BWB-id", with_bwb)]
    return []
