"""The accessibility statement does not promise more than was found out."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error

FILE = "tabel:toegankelijkheid"

_COUNTS = {
    "1.1": "1", "1.2": "1 2 3 4 5", "1.3": "1 2 3 4 5", "1.4": "1 2 3 4 5 10 11 12 13",
    "2.1": "1 2 4", "2.2": "1 2", "2.3": "1", "2.4": "1 2 3 4 5 6 7 11", "2.5": "1 2 3 4 7 8",
    "3.1": "1 2", "3.2": "1 2 3 4 6", "3.3": "1 2 3 4 7 8", "4.1": "2 3",
}  # fmt: skip
WCAG_AA = tuple(
    f"{guideline}.{nummer}"
    for guideline, sequence in _COUNTS.items()
    for nummer in sequence.split()
)
"""The 55 success criteria of WCAG 2.2, level A and AA (4.1.1 has been withdrawn)."""


@regel(
    asks="Elk criterium van WCAG op niveau A en AA staat één keer in de lijst, op volgorde.",
    scope="toegankelijkheid",
    remedy="Vul de lijst aan.",
)
def alle_criteria_verantwoord(corpus: Corpus) -> Iterator[Error]:
    """Every criterion of level A and AA is in the list once, in order, and nothing else is."""
    nummers = [criterium.nummer for criterium in corpus.toegankelijkheid.criteria]
    if nummers != list(WCAG_AA):
        duplicates = {nummer for nummer in nummers if nummers.count(nummer) > 1}
        where = ", ".join(sorted({*nummers} ^ {*WCAG_AA} | duplicates)) or "de volgorde"
        wat = f"wijkt af van de 55 criteria van WCAG 2.2 A en AA, bij: {where}"
        remedy = "noem elk criterium één keer, in de volgorde van WCAG"
        yield corpus.error(FILE, ("criteria",), wat, remedy)


@regel(
    asks="Status A of B vraagt een rapport van een ander, en status A ook een lijst zonder fouten.",
    scope="toegankelijkheid",
    remedy="Kies de status die te bewijzen is.",
)
def status_vraagt_onderzoek(corpus: Corpus) -> Iterator[Error]:
    """Status A or B takes a report by someone else; A takes a clean sheet as well."""
    declaration = corpus.toegankelijkheid
    if declaration.status in ("A", "B") and declaration.onderzoek is None:
        wat = f"status {declaration.status} kan niet zonder onafhankelijk onderzoek"
        yield corpus.error(FILE, ("status",), wat, "vul „onderzoek” in, of kies een lagere status")
    open_ = [c.nummer for c in declaration.criteria if c.uitkomst in ("fout", "niet-onderzocht")]
    if declaration.status == "A" and open_:
        wat = f"status A kan niet zolang dit niet in orde is: {', '.join(open_)}"
        yield corpus.error(FILE, ("status",), wat, "kies een lagere status")


@regel(
    asks="Bij elk criterium dat niet gehaald is, staat een afwijking met een maatregel.",
    scope="toegankelijkheid",
    remedy="Voeg de afwijking toe, of haal haar weg.",
)
def fout_heeft_maatregel(corpus: Corpus) -> Iterator[Error]:
    """What fails has a deviation with a measure; a deviation is about something that may fail."""
    declaration = corpus.toegankelijkheid
    named = {nummer for afwijking in declaration.afwijkingen for nummer in afwijking.criteria}
    for plaats, criterium in enumerate(declaration.criteria):
        if criterium.uitkomst == "fout" and criterium.nummer not in named:
            wat = f"{criterium.nummer} heeft een fout, maar staat niet bij de afwijkingen"
            remedy = "zet onder „afwijkingen” de oorzaak, het gevolg en de maatregel"
            yield corpus.error(FILE, ("criteria", plaats, "uitkomst"), wat, remedy)
    in_order = {c.nummer for c in declaration.criteria if c.uitkomst in ("geen-fout", "nvt")}
    for plaats, afwijking in enumerate(declaration.afwijkingen):
        for nummer in afwijking.criteria:
            if nummer in in_order:
                wat = f"{nummer} is een afwijking, maar heet bij de criteria in orde"
                remedy = "zet de uitkomst daar op „fout” of „niet-onderzocht”"
                yield corpus.error(FILE, ("afwijkingen", plaats, "criteria"), wat, remedy)
