"""The decision aid leads every reader somewhere: no dead end, no circle, nothing out of reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error, Pad, did_you_mean
from macros.model.instrument import Instrument
from macros.model.keuzehulp import Antwoord, Keuzehulp, Keuzevraag, Uitkomst

ID = "tabel:keuzehulp"


def _antwoorden(keuzehulp: Keuzehulp) -> Iterator[tuple[Pad, Keuzevraag, Antwoord]]:
    for nummer, vraag in enumerate(keuzehulp.vragen):
        for plaats, antwoord in enumerate(vraag.antwoorden):
            yield ("vragen", nummer, "antwoorden", plaats), vraag, antwoord


def _sleutels(keuzehulp: Keuzehulp) -> Iterator[tuple[Pad, str]]:
    for nummer, vraag in enumerate(keuzehulp.vragen):
        yield ("vragen", nummer, "sleutel"), vraag.sleutel
    for nummer, uitkomst in enumerate(keuzehulp.uitkomsten):
        yield ("uitkomsten", nummer, "sleutel"), uitkomst.sleutel


@regel(
    asks="Elke vraag, elke uitkomst en elk antwoord heeft een eigen sleutel.",
    scope="keuzehulp",
    remedy="Geef een van beide een andere sleutel.",
)
def keuzehulp_sleutels_eenmaal(corpus: Corpus) -> Iterator[Error]:
    """Each question and outcome has an address of its own; so has each answer to one question."""
    gezien: set[str] = set()
    for pad, sleutel in _sleutels(corpus.keuzehulp):
        if sleutel in gezien:
            wat = f"sleutel „{sleutel}” is al van een andere vraag of uitkomst"
            yield corpus.error(ID, pad, wat, "kies een andere sleutel")
        gezien.add(sleutel)
    tally: Counter[tuple[str, str]] = Counter()
    for pad, vraag, antwoord in _antwoorden(corpus.keuzehulp):
        tally[vraag.sleutel, antwoord.sleutel] += 1
        if tally[vraag.sleutel, antwoord.sleutel] > 1:
            wat = f"sleutel „{antwoord.sleutel}” is al van een ander antwoord op deze vraag"
            yield corpus.error(ID, (*pad, "sleutel"), wat, "kies een andere sleutel")


@regel(
    asks="De eerste vraag van de keuzehulp bestaat.",
    scope="keuzehulp",
    remedy="Kies een vraag die er is.",
)
def keuzehulp_start_bestaat(corpus: Corpus) -> Iterator[Error]:
    """The first question is one of the questions."""
    vragen = [vraag.sleutel for vraag in corpus.keuzehulp.vragen]
    if corpus.keuzehulp.start not in vragen:
        wat = f"„{corpus.keuzehulp.start}” is geen vraag"
        remedy = did_you_mean(corpus.keuzehulp.start, vragen) or f"kies uit: {', '.join(vragen)}"
        yield corpus.error(ID, ("start",), wat, remedy)


@regel(
    asks="Elk antwoord leidt naar een vraag of een uitkomst.",
    scope="keuzehulp",
    remedy="Kies een vraag of uitkomst die er is.",
)
def keuzehulp_loopt_nergens_dood(corpus: Corpus) -> Iterator[Error]:
    """Each answer leads to a question or an outcome that exists."""
    known = [sleutel for _, sleutel in _sleutels(corpus.keuzehulp)]
    for pad, _, antwoord in _antwoorden(corpus.keuzehulp):
        if antwoord.naar not in known:
            wat = f"„{antwoord.naar}” is geen vraag en geen uitkomst"
            remedy = f"{did_you_mean(antwoord.naar, known)} (kies uit: {', '.join(known)})"
            yield corpus.error(ID, (*pad, "naar"), wat, remedy.strip())


@regel(
    asks="Elke vraag en elke uitkomst is vanaf het begin te bereiken.",
    scope="keuzehulp",
    remedy="Laat een antwoord ernaartoe leiden, of haal het weg.",
)
def keuzehulp_alles_bereikbaar(corpus: Corpus) -> Iterator[Error]:
    """From the start a reader can come to each question and each outcome."""
    naar = {
        vraag.sleutel: [antwoord.naar for antwoord in vraag.antwoorden]
        for vraag in corpus.keuzehulp.vragen
    }
    reached: set[str] = set()
    open_ = [corpus.keuzehulp.start]
    while open_:
        sleutel = open_.pop()
        if sleutel not in reached:
            reached.add(sleutel)
            open_ += naar.get(sleutel, [])
    for pad, sleutel in _sleutels(corpus.keuzehulp):
        if sleutel not in reached:
            wat = f"niemand kan bij „{sleutel}” komen"
            remedy = "laat een antwoord hierheen leiden, of haal dit weg"
            yield corpus.error(ID, pad, wat, remedy)


@regel(
    asks="Geen antwoord leidt terug naar een vraag die al is gesteld.",
    scope="keuzehulp",
    remedy="Laat het antwoord ergens anders heen leiden.",
)
def keuzehulp_zonder_kring(corpus: Corpus) -> Iterator[Error]:
    """No answer leads back to a question that was already asked."""
    vragen = [vraag.sleutel for vraag in corpus.keuzehulp.vragen]
    graph = TopologicalSorter(
        {
            vraag.sleutel: {antwoord.naar for antwoord in vraag.antwoorden}
            for vraag in corpus.keuzehulp.vragen
        }
    )
    try:
        graph.prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1][::-1]
        # The answer that leads back: to the one of these questions that an editor meets first.
        back = min(cycle, key=vragen.index)
        from_ = vragen.index(dict(zip(cycle[1:], cycle, strict=False))[back])
        namen = [antwoord.naar for antwoord in corpus.keuzehulp.vragen[from_].antwoorden]
        pad = ("vragen", from_, "antwoorden", namen.index(back), "naar")
        wat = f"de vragen gaan in een kring: {' → '.join(cycle)}"
        yield corpus.error(ID, pad, wat, "laat een van deze antwoorden ergens anders heen leiden")


@regel(
    asks="Naar elke vraag leidt precies één weg.",
    scope="keuzehulp",
    remedy="Maak van de vraag twee vragen, of laat één antwoord ernaartoe leiden.",
)
def keuzehulp_vraag_langs_een_weg(corpus: Corpus) -> Iterator[Error]:
    """One way leads to each question, so that its page can show the answers given before it.

    Outcomes may be reached along several ways; their page lists them all.
    """
    vragen = {vraag.sleutel for vraag in corpus.keuzehulp.vragen}
    gezien: set[str] = set()
    for pad, _, antwoord in _antwoorden(corpus.keuzehulp):
        if antwoord.naar in vragen & gezien:
            wat = f"een ander antwoord leidt ook al naar de vraag „{antwoord.naar}”"
            remedy = "maak er een eigen vraag van, of voeg de twee antwoorden samen"
            yield corpus.error(ID, (*pad, "naar"), wat, remedy)
        gezien.add(antwoord.naar)


@regel(
    asks="Elk instrument is een uitkomst van de keuzehulp.",
    scope="keuzehulp",
    remedy="Voeg een uitkomst toe.",
)
def keuzehulp_kent_elk_instrument(corpus: Corpus) -> Iterator[Error]:
    """Each instrument is an outcome: a reader who needs it can find it here."""
    known = {uitkomst.instrument for uitkomst in corpus.keuzehulp.uitkomsten}
    for instrument in corpus.every(Instrument):
        if instrument.id not in known:
            wat = f"{instrument.id} is van geen enkele uitkomst het instrument"
            yield corpus.error(ID, ("uitkomsten",), wat, "voeg een uitkomst toe")


@regel(
    asks="Elk antwoord en elke uitkomst rust op een bewering met een bron.",
    scope="keuzehulp",
    remedy="Haal een bewering aan, of voeg er een toe.",
)
def keuzehulp_is_onderbouwd(corpus: Corpus) -> Iterator[Error]:
    """Each answer and each outcome rests on at least one statement with a source."""
    parts: list[tuple[Pad, Antwoord | Uitkomst]] = [
        (pad, antwoord) for pad, _, antwoord in _antwoorden(corpus.keuzehulp)
    ]
    for nummer, uitkomst in enumerate(corpus.keuzehulp.uitkomsten):
        parts.append((("uitkomsten", nummer), uitkomst))
    for pad, part in parts:
        if not part.haalt_aan and not part.waarom:
            wat = f"bij „{part.sleutel}” staat geen enkele bewering met een bron"
            remedy = "haal er een aan bij „haalt_aan”, of schrijf er een bij „waarom”"
            yield corpus.error(ID, (*pad, "sleutel"), wat, remedy)
