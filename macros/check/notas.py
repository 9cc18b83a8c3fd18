"""The memos: no sentence is skipped, and each is really held by the records it points to."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error

TABLE = "tabel:notas"


@regel(
    asks="De zinnen van elke nota zijn genummerd zonder gat: anders zou er een ontbreken.",
    scope="de twee nota’s",
    remedy="Verbeter het nummer, of voeg de zin toe.",
)
def elke_notazin_telt(corpus: Corpus) -> Iterator[Error]:
    """The sentences of each memo are numbered 1, 2, 3 …: a gap would hide one."""
    for plaats, nota in enumerate(corpus.notatabel.notas):
        for expected, zin in enumerate(nota.zinnen, start=1):
            if zin.nummer != expected:
                pad = ("notas", plaats, "zinnen", expected - 1, "nummer")
                wat = f"is {zin.nummer}, maar zin {expected} is aan de beurt"
                yield corpus.error(TABLE, pad, wat, "voeg de zin toe die ontbreekt, of hernummer")


@regel(
    asks="Elk veld waar een zin naar wijst, heeft een bewering die op die nota rust.",
    scope="de twee nota’s",
    remedy="Wijs naar het goede veld, of noem de nota bij de bewering.",
)
def notazin_staat_er_echt(corpus: Corpus) -> Iterator[Error]:
    """Each field that a sentence points to has a statement that rests on that memo."""
    velden = {
        (place.from_, place.pad[0], bron)
        for place in corpus.beweringen
        for bron in place.bewering.bronnen
    }
    for plaats, nota in enumerate(corpus.notatabel.notas):
        for nummer, zin in enumerate(nota.zinnen):
            for rank, place in enumerate(zin.staat_in):
                # A record that does not exist is reported as a broken reference.
                if place.record not in corpus.records:
                    continue
                if (place.record, place.veld, nota.bron) not in velden:
                    pad = ("notas", plaats, "zinnen", nummer, "staat_in", rank, "veld")
                    code = nota.bron.removeprefix("bron:")
                    wat = f"bij {place.record} rust in „{place.veld}” geen bewering op {code}"
                    remedy = f"zet daar een bewering met bron {code}, of wijs een ander veld aan"
                    yield corpus.error(TABLE, pad, wat, remedy)
