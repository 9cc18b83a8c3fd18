"""Nothing is silently missing: no empty kind, no field without an answer or a question."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.model.basis import Record
from macros.model.lees import fout_bij_gemis
from macros.model.mvt import MvtDocument
from macros.model.soorten import SOORTEN

SCHAKELVELDEN = ("onbekend", "niet_van_toepassing", "id", "titel", "samenvatting", "zoektermen")


@regel(
    eis="Van elke soort is er ten minste één record.",
    bereik="alle mappen",
    herstel="Zet de bestanden terug.",
)
def geen_lege_soort(corpus: Corpus) -> Iterator[Fout]:
    """Each kind has records: an empty folder means something was lost, not unknown."""
    for soort in SOORTEN:
        aantal = len(corpus.alle(soort))
        if aantal == 0:
            wat = f"data/{soort.mapnaam}/ bevat geen enkel record"
            yield corpus.fout("tabel:site", (), wat, "zet de bestanden terug")
        if soort is MvtDocument and aantal > 1:
            wat = "er is meer dan één record over het document zelf"
            yield corpus.fout(corpus.alle(soort)[1].id, ("id",), wat, "laat er één staan")


@regel(
    eis=(
        "Elk verplicht veld is ingevuld, staat onder ‘onbekend’ of is niet van toepassing met"
        " een reden."
    ),
    bereik="elk record",
    herstel="Kies een van de drie.",
)
def velden_verantwoord(corpus: Corpus) -> Iterator[Fout]:
    """Each required field is answered, or listed as unknown, or as not applicable with a reason."""
    for record in corpus.alle(Record):
        onbekend = {vraag.veld for vraag in record.onbekend}
        nvt = {uitleg.veld for uitleg in record.niet_van_toepassing}
        for veld in record.velden_verplicht_verantwoord:
            gevuld = bool(getattr(record, veld))
            if not gevuld and veld not in onbekend | nvt:
                wat = "is niet ingevuld en niet verantwoord"
                herstel = (
                    "vul het in, zet het onder „onbekend” met een vraag, "
                    "of onder „niet_van_toepassing” met een reden"
                )
                bestand = corpus.gelezen[record.id].bestand
                yield fout_bij_gemis(bestand, type(record), veld, wat, herstel)
            if veld in nvt and (gevuld or veld in onbekend):
                wat = f"„{veld}” staat onder niet_van_toepassing, maar is ook ingevuld of onbekend"
                yield corpus.fout(record.id, ("niet_van_toepassing",), wat, "kies één van beide")
        for nummer, uitleg in enumerate(record.niet_van_toepassing):
            velden = set(type(record).model_fields) - set(SCHAKELVELDEN)
            if uitleg.veld not in velden:
                pad = ("niet_van_toepassing", nummer, "veld")
                herstel = f"kies uit: {', '.join(sorted(velden))}"
                yield corpus.fout(record.id, pad, f"„{uitleg.veld}” is geen veld", herstel)
