"""Per kind of record: which fields become sections of its page, in order, with their headings."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model.basis import Bewering, Record

SECTIES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "instrument": (
        ("doel", "Waar is het voor?"),
        ("voor_wie", "Voor wie is het?"),
        ("wanneer_wel", "Wanneer gebruikt u het?"),
        ("wanneer_niet", "Wanneer niet?"),
        ("voorwaarden", "Welke voorwaarden gelden?"),
        ("stappen", "Hoe gaat het?"),
        ("wie_beslist", "Wie beslist?"),
        ("kosten", "Wat kost het?"),
        ("doorlooptijd", "Hoe lang duurt het?"),
        ("grondslag", "Wat is de juridische grondslag?"),
        ("contact", "Hoe neemt u contact op?"),
        ("status", "Wat is de status?"),
        ("herkomst", "Waar komt het vandaan?"),
        ("bevindingen", "Wat is erover gevonden?"),
        ("verwarring", "Waarmee moet u het niet verwarren?"),
    ),
    "leerpunt": (
        ("situatie", "Wat is er aan de hand?"),
        ("gesignaleerd_door", "Wie heeft het gesignaleerd?"),
        ("organisaties", "Wie zijn erbij betrokken?"),
        ("omvang", "Hoe vaak komt het voor?"),
    ),
    "wet": (
        ("waarover", "Waar gaat deze wet over?"),
        ("verwarring", "Waarmee moet u deze wet niet verwarren?"),
        ("geschiedenis", "Geschiedenis"),
    ),
    "wetsvoorstel": (
        ("waarover", "Waar gaat dit voorstel over?"),
        ("afloop", "Hoe liep het af?"),
        ("verwarring", "Waarmee moet u dit niet verwarren?"),
    ),
    "verkenning": (
        ("idee", "Wat was het idee?"),
        ("reden_gestopt", "Waarom is het gestopt?"),
        ("alternatieven", "Wat is er wel?"),
    ),
    "organisatie": (
        ("wat", "Wat is het?"),
        ("rol_in_pmm", "Welke rol heeft deze organisatie in PMM?"),
        ("maatwerk", "Eigen route voor maatwerk"),
    ),
    "begrip": (
        ("uitleg", "Uitleg"),
        ("let_op", "Let op"),
    ),
    "cijfer": (("beweringen", "Wat zeggen de bronnen?"),),
    "gebeurtenis": (("beweringen", "Wat gebeurde er?"),),
    "initiatief": (
        ("eigenaar", "Van wie is het?"),
        ("verzamelt", "Wat verzamelt het?"),
        ("vindplaats", "Waar vindt u het?"),
        ("band_met_pmm", "Wat is de band met PMM?"),
    ),
    "vraag": (),
    "mvt": (
        ("staat_vast", "Wat staat vast?"),
        ("voorgeschiedenis", "Waar komt het vandaan?"),
        ("niet_gevonden", "Wat is niet gevonden?"),
        ("denkfiguren", "Hoe anderen met dit idee werkten"),
        ("twistpunten", "Waar bronnen elkaar tegenspreken"),
        ("vorm", "Hoe ziet een echte memorie van toelichting eruit?"),
    ),
    "mvtpunt": (("beweringen", "Wat zeggen bronnen hierover?"),),
    "waardenkader": (
        ("kern", "De kern"),
        ("verhouding", "Verhouding tot de fictieve memorie van toelichting"),
        ("verder", "Meer over dit kader"),
    ),
    "waarde": (),
}
"""Only kinds with a page of their own. Fields that are no plain statements have their own block."""


def hoofdbewering(record: Record) -> Bewering | None:
    """Return the statement that is the summary, word for word: a page says it once."""
    return next(
        (
            bewering
            for veld, _ in SECTIES[record.soort]
            for bewering in getattr(record, veld) or ()
            if bewering.tekst == record.samenvatting
        ),
        None,
    )
