"""Nothing is silently missing: no empty kind, no field without an answer or a question."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error
from macros.model.base import Record
from macros.model.mvt import MvtDocument
from macros.model.soorten import SOORTEN
from macros.model.validate import error_for_missing

SWITCH_FIELDS = ("onbekend", "niet_van_toepassing", "id", "titel", "samenvatting", "zoektermen")


@regel(
    asks="Van elke soort is er ten minste één record.",
    scope="alle mappen",
    remedy="Zet de bestanden terug.",
)
def geen_lege_soort(corpus: Corpus) -> Iterator[Error]:
    """Each kind has records: an empty folder means something was lost, not unknown."""
    for soort in SOORTEN:
        aantal = len(corpus.every(soort))
        if aantal == 0:
            wat = f"data/{soort.mapnaam}/ bevat geen enkel record"
            yield corpus.error("tabel:site", (), wat, "zet de bestanden terug")
        if soort is MvtDocument and aantal > 1:
            wat = "er is meer dan één record over het document zelf"
            yield corpus.error(corpus.every(soort)[1].id, ("id",), wat, "laat er één staan")


@regel(
    asks=(
        "Elk verplicht veld is ingevuld, staat onder ‘onbekend’ of is niet van toepassing met"
        " een reden."
    ),
    scope="elk record",
    remedy="Kies een van de drie.",
)
def velden_verantwoord(corpus: Corpus) -> Iterator[Error]:
    """Each required field is answered, or listed as unknown, or as not applicable with a reason."""
    for record in corpus.every(Record):
        onbekend = {vraag.veld for vraag in record.onbekend}
        nvt = {uitleg.veld for uitleg in record.niet_van_toepassing}
        for veld in record.velden_verplicht_verantwoord:
            filled = bool(getattr(record, veld))
            if not filled and veld not in onbekend | nvt:
                wat = "is niet ingevuld en niet verantwoord"
                remedy = (
                    "vul het in, zet het onder „onbekend” met een vraag, "
                    "of onder „niet_van_toepassing” met een reden"
                )
                file = corpus.read[record.id].file
                yield error_for_missing(file, type(record), veld, wat, remedy)
            if veld in nvt and (filled or veld in onbekend):
                wat = f"„{veld}” staat onder niet_van_toepassing, maar is ook ingevuld of onbekend"
                yield corpus.error(record.id, ("niet_van_toepassing",), wat, "kies één van beide")
        yield from _twice(corpus, record)
        for nummer, uitleg in enumerate(record.niet_van_toepassing):
            velden = set(type(record).model_fields) - set(SWITCH_FIELDS)
            if uitleg.veld not in velden:
                pad = ("niet_van_toepassing", nummer, "veld")
                remedy = f"kies uit: {', '.join(sorted(velden))}"
                yield corpus.error(record.id, pad, f"„{uitleg.veld}” is geen veld", remedy)


def _twice(corpus: Corpus, record: Record) -> Iterator[Error]:
    """Yield what is accounted for again; a field may have more open questions, each once."""
    asked: set[tuple[str, str]] = set()
    for nummer, open_ in enumerate(record.onbekend):
        if (one := (open_.veld, open_.vraag.casefold())) in asked:
            wat = f"staat al bij „{open_.veld}” onder onbekend"
            remedy = "haal deze weg, of stel een andere vraag"
            yield corpus.error(record.id, ("onbekend", nummer, "vraag"), wat, remedy)
        asked.add(one)
    gezien: set[str] = set()
    for nummer, uitleg in enumerate(record.niet_van_toepassing):
        if uitleg.veld in gezien:
            pad = ("niet_van_toepassing", nummer, "veld")
            yield corpus.error(record.id, pad, f"„{uitleg.veld}” staat hier al", "haal deze weg")
        gezien.add(uitleg.veld)
