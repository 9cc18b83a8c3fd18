"""The accessibility statement does not promise more than was found out."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout

BESTAND = "tabel:toegankelijkheid"

_AANTALLEN = {
    "1.1": "1", "1.2": "1 2 3 4 5", "1.3": "1 2 3 4 5", "1.4": "1 2 3 4 5 10 11 12 13",
    "2.1": "1 2 4", "2.2": "1 2", "2.3": "1", "2.4": "1 2 3 4 5 6 7 11", "2.5": "1 2 3 4 7 8",
    "3.1": "1 2", "3.2": "1 2 3 4 6", "3.3": "1 2 3 4 7 8", "4.1": "2 3",
}  # fmt: skip
WCAG_AA = tuple(
    f"{richtlijn}.{nummer}" for richtlijn, reeks in _AANTALLEN.items() for nummer in reeks.split()
)
"""The 55 success criteria of WCAG 2.2, level A and AA (4.1.1 has been withdrawn)."""


@regel(
    eis="Elk criterium van WCAG op niveau A en AA staat één keer in de lijst, op volgorde.",
    bereik="toegankelijkheid",
    herstel="Vul de lijst aan.",
)
def alle_criteria_verantwoord(corpus: Corpus) -> Iterator[Fout]:
    """Every criterion of level A and AA is in the list once, in order, and nothing else is."""
    nummers = [criterium.nummer for criterium in corpus.toegankelijkheid.criteria]
    if nummers != list(WCAG_AA):
        dubbel = {nummer for nummer in nummers if nummers.count(nummer) > 1}
        waar = ", ".join(sorted({*nummers} ^ {*WCAG_AA} | dubbel)) or "de volgorde"
        wat = f"wijkt af van de 55 criteria van WCAG 2.2 A en AA, bij: {waar}"
        herstel = "noem elk criterium één keer, in de volgorde van WCAG"
        yield corpus.fout(BESTAND, ("criteria",), wat, herstel)


@regel(
    eis="Status A of B vraagt een rapport van een ander, en status A ook een lijst zonder fouten.",
    bereik="toegankelijkheid",
    herstel="Kies de status die te bewijzen is.",
)
def status_vraagt_onderzoek(corpus: Corpus) -> Iterator[Fout]:
    """Status A or B takes a report by someone else; A takes a clean sheet as well."""
    verklaring = corpus.toegankelijkheid
    if verklaring.status in ("A", "B") and verklaring.onderzoek is None:
        wat = f"status {verklaring.status} kan niet zonder onafhankelijk onderzoek"
        yield corpus.fout(
            BESTAND, ("status",), wat, "vul „onderzoek” in, of kies een lagere status"
        )
    open_ = [c.nummer for c in verklaring.criteria if c.uitkomst in ("fout", "niet-onderzocht")]
    if verklaring.status == "A" and open_:
        wat = f"status A kan niet zolang dit niet in orde is: {', '.join(open_)}"
        yield corpus.fout(BESTAND, ("status",), wat, "kies een lagere status")


@regel(
    eis="Bij elk criterium dat niet gehaald is, staat een afwijking met een maatregel.",
    bereik="toegankelijkheid",
    herstel="Voeg de afwijking toe, of haal haar weg.",
)
def fout_heeft_maatregel(corpus: Corpus) -> Iterator[Fout]:
    """What fails has a deviation with a measure; a deviation is about something that may fail."""
    verklaring = corpus.toegankelijkheid
    genoemd = {nummer for afwijking in verklaring.afwijkingen for nummer in afwijking.criteria}
    for plaats, criterium in enumerate(verklaring.criteria):
        if criterium.uitkomst == "fout" and criterium.nummer not in genoemd:
            wat = f"{criterium.nummer} heeft een fout, maar staat niet bij de afwijkingen"
            herstel = "zet onder „afwijkingen” de oorzaak, het gevolg en de maatregel"
            yield corpus.fout(BESTAND, ("criteria", plaats, "uitkomst"), wat, herstel)
    in_orde = {c.nummer for c in verklaring.criteria if c.uitkomst in ("geen-fout", "nvt")}
    for plaats, afwijking in enumerate(verklaring.afwijkingen):
        for nummer in afwijking.criteria:
            if nummer in in_orde:
                wat = f"{nummer} is een afwijking, maar heet bij de criteria in orde"
                herstel = "zet de uitkomst daar op „fout” of „niet-onderzocht”"
                yield corpus.fout(BESTAND, ("afwijkingen", plaats, "criteria"), wat, herstel)
