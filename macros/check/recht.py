"""Law: identifiers, tracks, and the imaginary law that must stay imaginary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import MvtDocument, MvtPunt
from macros.model.recht import Wet, Wetsvoorstel

_IMAGINAIR = re.compile(r"wet op het sociaal domein", re.IGNORECASE)
_MERK = re.compile(r"denkbeeldig|fictie|verzonnen|bestaat niet|imaginair", re.IGNORECASE)
_ALSOF_RECHT = re.compile(
    r"\bartikel(en)? \d+ van de (denkbeeldige )?wet op het sociaal", re.IGNORECASE
)


@regel(
    eis="Elke wet heeft een BWB-id, of een CELEX-nummer als zij van de EU is.",
    bereik="wetten",
    herstel="Vul een van beide in, niet allebei.",
)
def wet_heeft_nummer(corpus: Corpus) -> Iterator[Fout]:
    """Each law has a BWB-id, each EU regulation a CELEX number; exactly one of both."""
    for wet in corpus.alle(Wet):
        if (wet.bwb_id is None) == (wet.celex is None):
            wat = "moet een bwb_id of een celex-nummer hebben, en niet allebei"
            yield corpus.fout(
                wet.id, ("bwb_id",), wat, "vul het nummer in dat in het dossier staat"
            )


@regel(
    eis="Een officieel nummer hoort bij één record.",
    bereik="wetten, wetsvoorstellen, leerpunten en de dertien punten",
    herstel="Verbeter het nummer.",
)
def nummers_uniek(corpus: Corpus) -> Iterator[Fout]:
    """Each BWB-id, Kamerstuk dossier, number of a learning and letter belongs to one record."""
    gezien: dict[tuple[str, str], str] = {}
    nummers = (
        [(wet.id, "bwb_id", wet.bwb_id) for wet in corpus.alle(Wet)]
        + [(voorstel.id, "dossier", voorstel.dossier) for voorstel in corpus.alle(Wetsvoorstel)]
        + [(leerpunt.id, "nummer", leerpunt.nummer) for leerpunt in corpus.alle(Leerpunt)]
        + [(punt.id, "letter", punt.letter) for punt in corpus.alle(MvtPunt)]
    )
    for id_, veld, nummer in nummers:
        if nummer is None:
            continue
        if (veld, nummer) in gezien:
            wat = f"„{nummer}” is al van {gezien[veld, nummer]}"
            yield corpus.fout(id_, (veld,), wat, "zoek het juiste nummer op")
        gezien.setdefault((veld, nummer), id_)


@regel(
    eis="Alleen een wetsvoorstel dat wet is geworden, noemt de wet die het werd.",
    bereik="wetsvoorstellen",
    herstel="Verbeter de status, of haal de wet weg.",
)
def spoor_past_bij_wet(corpus: Corpus) -> Iterator[Fout]:
    """Only a bill that became law may name the law it became."""
    for voorstel in corpus.alle(Wetsvoorstel):
        geworden = voorstel.status == "wet-geworden"
        if voorstel.wet is not None and not geworden:
            wat = f"noemt een wet, maar de status is „{voorstel.status}”"
            yield corpus.fout(voorstel.id, ("wet",), wat, "haal de wet weg of pas de status aan")


@regel(
    eis=(
        "Elke tekst die de denkbeeldige wet noemt, zegt dat zij denkbeeldig is. Geen tekst "
        "geeft haar artikelen."
    ),
    bereik="elke tekst",
    herstel="Zet ‘denkbeeldig’ in de zin, of schrijf ‘uitgangspunt’ in plaats van ‘artikel’.",
)
def denkbeeldig_blijft_denkbeeldig(corpus: Corpus) -> Iterator[Fout]:
    """Each text that names the imaginary law says that it is imaginary; none gives it articles."""
    for id_, pad, tekst in corpus.teksten:
        if _IMAGINAIR.search(tekst) and not _MERK.search(tekst):
            wat = "noemt de Wet op het sociaal domein zonder te zeggen dat die denkbeeldig is"
            yield corpus.fout(id_, pad, wat, "schrijf „de denkbeeldige Wet op het sociaal domein”")
        if _ALSOF_RECHT.search(tekst):
            wat = "geeft de denkbeeldige wet artikelen"
            yield corpus.fout(id_, pad, wat, "schrijf „uitgangspunt” in plaats van „artikel”")
    for record in (*corpus.alle(MvtDocument), *corpus.alle(MvtPunt)):
        if not _MERK.search(record.samenvatting):
            wat = "zegt niet dat dit over een denkbeeldige wet gaat"
            yield corpus.fout(record.id, ("samenvatting",), wat, "noem het woord „denkbeeldig”")
