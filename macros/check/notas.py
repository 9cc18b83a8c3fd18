"""The memos: no sentence is skipped, and each is really held by the records it points to."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout

TABEL = "tabel:notas"


@regel(
    eis="De zinnen van elke nota zijn genummerd zonder gat: anders zou er een ontbreken.",
    bereik="de twee nota’s",
    herstel="Verbeter het nummer, of voeg de zin toe.",
)
def elke_notazin_telt(corpus: Corpus) -> Iterator[Fout]:
    """The sentences of each memo are numbered 1, 2, 3 …: a gap would hide one."""
    for plaats, nota in enumerate(corpus.notatabel.notas):
        for verwacht, zin in enumerate(nota.zinnen, start=1):
            if zin.nummer != verwacht:
                pad = ("notas", plaats, "zinnen", verwacht - 1, "nummer")
                wat = f"is {zin.nummer}, maar zin {verwacht} is aan de beurt"
                yield corpus.fout(TABEL, pad, wat, "voeg de zin toe die ontbreekt, of hernummer")


@regel(
    eis="Elk veld waar een zin naar wijst, heeft een bewering die op die nota rust.",
    bereik="de twee nota’s",
    herstel="Wijs naar het goede veld, of noem de nota bij de bewering.",
)
def notazin_staat_er_echt(corpus: Corpus) -> Iterator[Fout]:
    """Each field that a sentence points to has a statement that rests on that memo."""
    velden = {
        (plek.van, plek.pad[0], bron)
        for plek in corpus.beweringen
        for bron in plek.bewering.bronnen
    }
    for plaats, nota in enumerate(corpus.notatabel.notas):
        for nummer, zin in enumerate(nota.zinnen):
            for rang, plek in enumerate(zin.staat_in):
                # A record that does not exist is reported as a broken reference.
                if plek.record not in corpus.records:
                    continue
                if (plek.record, plek.veld, nota.bron) not in velden:
                    pad = ("notas", plaats, "zinnen", nummer, "staat_in", rang, "veld")
                    code = nota.bron.removeprefix("bron:")
                    wat = f"bij {plek.record} rust in „{plek.veld}” geen bewering op {code}"
                    herstel = f"zet daar een bewering met bron {code}, of wijs een ander veld aan"
                    yield corpus.fout(TABEL, pad, wat, herstel)
