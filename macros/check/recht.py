"""Law: identifiers, tracks, and the imaginary law that must stay imaginary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error, Pad
from macros.model.leerpunt import Leerpunt, Spoor
from macros.model.mvt import MvtDocument, MvtPunt
from macros.model.recht import Wet, Wetsvoorstel

_IMAGINARY = re.compile(r"wet op het sociaal domein", re.IGNORECASE)
_MARK = re.compile(r"denkbeeldig|fictie|verzonnen|bestaat niet|imaginair", re.IGNORECASE)
_AS_IF_RECHT = re.compile(
    r"\bartikel(en)? \d+ van de (denkbeeldige )?wet op het sociaal", re.IGNORECASE
)


@regel(
    asks="Elke wet heeft een BWB-id, of een CELEX-nummer als zij van de EU is.",
    scope="wetten",
    remedy="Vul een van beide in, niet allebei.",
)
def wet_heeft_nummer(corpus: Corpus) -> Iterator[Error]:
    """Each law has a BWB-id, each EU regulation a CELEX number; exactly one of both."""
    for wet in corpus.every(Wet):
        if (wet.bwb_id is None) == (wet.celex is None):
            wat = "moet een bwb_id of een celex-nummer hebben, en niet allebei"
            yield corpus.error(
                wet.id, ("bwb_id",), wat, "vul het nummer in dat in het dossier staat"
            )


@regel(
    asks="Een officieel nummer hoort bij één record, ook als het andere is ingetrokken.",
    scope="wetten, wetsvoorstellen, leerpunten en de dertien punten",
    remedy="Verbeter het nummer.",
)
def nummers_uniek(corpus: Corpus) -> Iterator[Error]:
    """Each BWB-id, Kamerstuk dossier, number of a learning and letter belongs to one record."""
    gezien: dict[tuple[str, str], str] = {}
    nummers = (
        [(wet.id, "bwb_id", wet.bwb_id) for wet in corpus.every(Wet)]
        + [(proposal.id, "dossier", proposal.dossier) for proposal in corpus.every(Wetsvoorstel)]
        + [(leerpunt.id, "nummer", leerpunt.nummer) for leerpunt in corpus.every(Leerpunt)]
        + [(point.id, "letter", point.letter) for point in corpus.every(MvtPunt)]
    )
    for id_, veld, nummer in nummers:
        if nummer is None:
            continue
        if (veld, nummer) in gezien:
            wat = f"„{nummer}” is al van {gezien[veld, nummer]}"
            yield corpus.error(id_, (veld,), wat, "zoek het juiste nummer op")
        gezien.setdefault((veld, nummer), id_)
    way = {*corpus.old_adressen.vervallen_nummers}
    for leerpunt in corpus.every(Leerpunt):
        if leerpunt.nummer in way:
            wat = f"„{leerpunt.nummer}” was van een leerpunt dat is ingetrokken"
            remedy = "kies een nummer dat nooit is gebruikt, zoals"
            free = free_nummer(corpus, leerpunt.nummer[0])
            yield corpus.error(leerpunt.id, ("nummer",), wat, f"{remedy} {free}")


def free_nummer(corpus: Corpus, letter: str) -> str:
    """Return the next number of a learning that no other has or had."""
    nummers = {leerpunt.nummer for leerpunt in corpus.every(Leerpunt)}
    nummers |= {*corpus.old_adressen.vervallen_nummers}
    highest = max((int(one[1:]) for one in nummers if one[0] == letter), default=0)
    return f"{letter}{highest + 1:02d}"


@regel(
    asks="Alleen een wetsvoorstel dat wet is geworden, noemt de wet die het werd.",
    scope="wetsvoorstellen",
    remedy="Verbeter de status, of haal de wet weg.",
)
def spoor_past_bij_wet(corpus: Corpus) -> Iterator[Error]:
    """Only a bill that became law may name the law it became."""
    for proposal in corpus.every(Wetsvoorstel):
        is_law = proposal.status == "wet-geworden"
        if proposal.wet is not None and not is_law:
            wat = f"noemt een wet, maar de status is „{proposal.status}”"
            yield corpus.error(proposal.id, ("wet",), wat, "haal de wet weg of pas de status aan")


_OF_BILL = {
    "in-behandeling": "in-behandeling",
    "aangenomen": "wet-geworden",
    "in-werking": "wet-geworden",
}
"""Status of a track that goes by a bill → what the bill is then; others say nothing of it."""


def fits_bill(spoor: str, bill: str) -> bool | None:
    """Tell whether the status of a track fits that of its bill; None if it says nothing of it."""
    return _OF_BILL[spoor] == bill if spoor in _OF_BILL else None


@regel(
    asks="Een spoor zegt van zijn wetsvoorstel hetzelfde als het wetsvoorstel zelf.",
    scope="sporen met een wetsvoorstel",
    remedy="Pas de status van het spoor aan, met de stap die dat vertelt.",
)
def spoor_past_bij_wetsvoorstel(corpus: Corpus) -> Iterator[Error]:
    """A track is not pending when its bill is law, nor law when its bill is pending."""
    for leerpunt in corpus.every(Leerpunt):
        for nummer, spoor in enumerate(leerpunt.sporen):
            proposal = corpus.records.get(spoor.wetsvoorstel or "")
            if not isinstance(proposal, Wetsvoorstel):
                continue
            if fits_bill(spoor.status, proposal.status) is False:
                wat = f"is „{spoor.status}”, maar {proposal.id} is „{proposal.status}”"
                fits = [f"„{one}”" for one, bill in _OF_BILL.items() if bill == proposal.status]
                choose = f"schrijf {' of '.join(fits)}" if fits else "kies een andere status"
                remedy = f"{choose}, met de stap die dat vertelt; of verbeter het wetsvoorstel"
                yield corpus.error(leerpunt.id, ("sporen", nummer, "status"), wat, remedy)


DECIDES = frozenset(
    {
        "aangenomen",
        "aangepast",
        "afgewezen",
        "elders-ondergebracht",
        "in-werking",
        "instrument",
        "wet-geworden",
    }
)
"""Statuses that something happened for: a step with a date and a source tells what."""


@regel(
    asks=(
        "De status van een spoor of wetsvoorstel rust op een stap met een datum en een bron: de "
        "laatste stap met ‘leidt_tot’ noemt deze status."
    ),
    scope="sporen en wetsvoorstellen",
    remedy="Zet ‘leidt_tot’ bij de stap die de status vertelt, of verander de status.",
)
def status_rust_op_stap(corpus: Corpus) -> Iterator[Error]:
    """What is decided rests on a dated step that says so, and no later step says otherwise."""
    voorstellen: list[tuple[str, Pad, Spoor | Wetsvoorstel]] = [
        (proposal.id, (), proposal) for proposal in corpus.every(Wetsvoorstel)
    ]
    sporen = [
        (leerpunt.id, ("sporen", nummer), spoor)
        for leerpunt in corpus.every(Leerpunt)
        for nummer, spoor in enumerate(leerpunt.sporen)
    ]
    for id_, pad, part in (*voorstellen, *sporen):
        dragend = [
            (stap.stand, nummer) for nummer, stap in enumerate(part.stappen) if stap.leidt_tot
        ]
        if not dragend:
            if part.status in DECIDES:
                wat = f"is „{part.status}”, maar geen stap vertelt dat"
                remedy = f"zet „leidt_tot: {part.status}” bij de stap waarmee dit zo werd"
                yield corpus.error(id_, (*pad, "status"), wat, f"{remedy}, of verander de status")
            continue
        _, nummer = max(dragend, key=lambda one: (one[0].first_dag(), one[1]))
        stap, place = part.stappen[nummer], (*pad, "stappen", nummer)
        as_ = "spoorstatus" if isinstance(part, Spoor) else "wetsvoorstelstatus"
        if stap.leidt_tot != part.status and (as_, stap.leidt_tot) not in corpus.per_term:
            wat = f"„{stap.leidt_tot}” is geen status; een stap leidt tot de status van dit spoor"
            remedy = f"schrijf „{part.status}”, of kies uit data/vocabulaires/{as_}.yml"
            yield corpus.error(id_, (*place, "leidt_tot"), f"{wat} of voorstel", remedy)
        elif stap.leidt_tot != part.status:
            wat = f"is „{stap.leidt_tot}”, en de status is „{part.status}”"
            yield corpus.error(id_, (*place, "leidt_tot"), wat, "maak die twee gelijk")
        if not stap.stand.dated and stap.opmerking is None:
            wat = "is ongedateerd, en de status rust op deze stap"
            remedy = "zoek de datum op, of zeg in „opmerking” waarom die er niet is"
            yield corpus.error(id_, (*place, "stand"), wat, remedy)
        if stap.zekerheid == "afgeleid":
            wat = "is „afgeleid”, en de status rust op deze stap"
            yield corpus.error(
                id_, (*place, "zekerheid"), wat, "noem een stap die een bron vertelt"
            )


_IS_WET = re.compile(
    r"\bis (?:\S+ ){0,6}wet geworden\b|\b(?:wet|zij|hij|het) geldt sinds\b"
    r"|\bis (?:nu )?in werking\b|\bde wet van [0-9]{4}\b"
    r"|\b(?:ging|trad) (?:\S+ ){0,6}in(?: werking)?\b",
    re.IGNORECASE,
)
_IS_NO_WET = re.compile(
    r"\b(?:nog )?in behandeling\b|\bnog geen wet\b|\b(?:uitkomst|afloop) is (?:nog )?niet\b"
    r"|\bis het aangenomen\b|\bnooit wet geworden\b",
    re.IGNORECASE,
)


@regel(
    asks="De samenvatting van een wetsvoorstel zegt niets anders dan zijn status.",
    scope="wetsvoorstellen",
    remedy="Verbeter de samenvatting of de status.",
)
def samenvatting_past_bij_status(corpus: Corpus) -> Iterator[Error]:
    """The summary of a bill does not call it law before it is, nor pending when it is."""
    for proposal in corpus.every(Wetsvoorstel):
        is_law = proposal.status == "wet-geworden"
        match = (_IS_NO_WET if is_law else _IS_WET).search(proposal.samenvatting)
        if match is not None:
            wat = f"zegt „{match[0]}”, maar de status is „{proposal.status}”"
            remedy = "maak samenvatting en status gelijk"
            yield corpus.error(proposal.id, ("samenvatting",), wat, remedy)


@regel(
    asks=(
        "Elke tekst die de denkbeeldige wet noemt, zegt dat zij denkbeeldig is. Geen tekst "
        "geeft haar artikelen."
    ),
    scope="elke tekst",
    remedy="Zet ‘denkbeeldig’ in de zin, of schrijf ‘uitgangspunt’ in plaats van ‘artikel’.",
)
def denkbeeldig_blijft_denkbeeldig(corpus: Corpus) -> Iterator[Error]:
    """Each text that names the imaginary law says that it is imaginary; none gives it articles."""
    for id_, pad, tekst in corpus.teksten:
        if _IMAGINARY.search(tekst) and not _MARK.search(tekst):
            wat = "noemt de Wet op het sociaal domein zonder te zeggen dat die denkbeeldig is"
            yield corpus.error(id_, pad, wat, "schrijf „de denkbeeldige Wet op het sociaal domein”")
        if _AS_IF_RECHT.search(tekst):
            wat = "geeft de denkbeeldige wet artikelen"
            yield corpus.error(id_, pad, wat, "schrijf „uitgangspunt” in plaats van „artikel”")
    for record in (*corpus.every(MvtDocument), *corpus.every(MvtPunt)):
        if not _MARK.search(record.samenvatting):
            wat = "zegt niet dat dit over een denkbeeldige wet gaat"
            yield corpus.error(record.id, ("samenvatting",), wat, "noem het woord „denkbeeldig”")
