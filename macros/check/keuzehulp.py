"""The decision aid leads every reader somewhere: no dead end, no circle, nothing out of reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout, Pad, bedoelde_u
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
    eis="Elke vraag, elke uitkomst en elk antwoord heeft een eigen sleutel.",
    bereik="keuzehulp",
    herstel="Geef een van beide een andere sleutel.",
)
def keuzehulp_sleutels_eenmaal(corpus: Corpus) -> Iterator[Fout]:
    """Each question and outcome has an address of its own; so has each answer to one question."""
    gezien: set[str] = set()
    for pad, sleutel in _sleutels(corpus.keuzehulp):
        if sleutel in gezien:
            wat = f"sleutel „{sleutel}” is al van een andere vraag of uitkomst"
            yield corpus.fout(ID, pad, wat, "kies een andere sleutel")
        gezien.add(sleutel)
    telling: Counter[tuple[str, str]] = Counter()
    for pad, vraag, antwoord in _antwoorden(corpus.keuzehulp):
        telling[vraag.sleutel, antwoord.sleutel] += 1
        if telling[vraag.sleutel, antwoord.sleutel] > 1:
            wat = f"sleutel „{antwoord.sleutel}” is al van een ander antwoord op deze vraag"
            yield corpus.fout(ID, (*pad, "sleutel"), wat, "kies een andere sleutel")


@regel(
    eis="De eerste vraag van de keuzehulp bestaat.",
    bereik="keuzehulp",
    herstel="Kies een vraag die er is.",
)
def keuzehulp_start_bestaat(corpus: Corpus) -> Iterator[Fout]:
    """The first question is one of the questions."""
    vragen = [vraag.sleutel for vraag in corpus.keuzehulp.vragen]
    if corpus.keuzehulp.start not in vragen:
        wat = f"„{corpus.keuzehulp.start}” is geen vraag"
        herstel = bedoelde_u(corpus.keuzehulp.start, vragen) or f"kies uit: {', '.join(vragen)}"
        yield corpus.fout(ID, ("start",), wat, herstel)


@regel(
    eis="Elk antwoord leidt naar een vraag of een uitkomst.",
    bereik="keuzehulp",
    herstel="Kies een vraag of uitkomst die er is.",
)
def keuzehulp_loopt_nergens_dood(corpus: Corpus) -> Iterator[Fout]:
    """Each answer leads to a question or an outcome that exists."""
    bekend = [sleutel for _, sleutel in _sleutels(corpus.keuzehulp)]
    for pad, _, antwoord in _antwoorden(corpus.keuzehulp):
        if antwoord.naar not in bekend:
            wat = f"„{antwoord.naar}” is geen vraag en geen uitkomst"
            herstel = f"{bedoelde_u(antwoord.naar, bekend)} (kies uit: {', '.join(bekend)})"
            yield corpus.fout(ID, (*pad, "naar"), wat, herstel.strip())


@regel(
    eis="Elke vraag en elke uitkomst is vanaf het begin te bereiken.",
    bereik="keuzehulp",
    herstel="Laat een antwoord ernaartoe leiden, of haal het weg.",
)
def keuzehulp_alles_bereikbaar(corpus: Corpus) -> Iterator[Fout]:
    """From the start a reader can come to each question and each outcome."""
    naar = {
        vraag.sleutel: [antwoord.naar for antwoord in vraag.antwoorden]
        for vraag in corpus.keuzehulp.vragen
    }
    bereikt: set[str] = set()
    open_ = [corpus.keuzehulp.start]
    while open_:
        sleutel = open_.pop()
        if sleutel not in bereikt:
            bereikt.add(sleutel)
            open_ += naar.get(sleutel, [])
    for pad, sleutel in _sleutels(corpus.keuzehulp):
        if sleutel not in bereikt:
            wat = f"niemand kan bij „{sleutel}” komen"
            herstel = "laat een antwoord hierheen leiden, of haal dit weg"
            yield corpus.fout(ID, pad, wat, herstel)


@regel(
    eis="Geen antwoord leidt terug naar een vraag die al is gesteld.",
    bereik="keuzehulp",
    herstel="Laat het antwoord ergens anders heen leiden.",
)
def keuzehulp_zonder_kring(corpus: Corpus) -> Iterator[Fout]:
    """No answer leads back to a question that was already asked."""
    vragen = [vraag.sleutel for vraag in corpus.keuzehulp.vragen]
    graaf = TopologicalSorter(
        {
            vraag.sleutel: {antwoord.naar for antwoord in vraag.antwoorden}
            for vraag in corpus.keuzehulp.vragen
        }
    )
    try:
        graaf.prepare()
    except CycleError as fout:
        kring: list[str] = fout.args[1][::-1]
        pad = ("vragen", vragen.index(kring[0]), "antwoorden")
        wat = f"de vragen gaan in een kring: {' → '.join(kring)}"
        yield corpus.fout(ID, pad, wat, "laat een van deze antwoorden ergens anders heen leiden")


@regel(
    eis="Naar elke vraag leidt precies één weg.",
    bereik="keuzehulp",
    herstel="Maak van de vraag twee vragen, of laat één antwoord ernaartoe leiden.",
)
def keuzehulp_vraag_langs_een_weg(corpus: Corpus) -> Iterator[Fout]:
    """One way leads to each question, so that its page can show the answers given before it.

    Outcomes may be reached along several ways; their page lists them all.
    """
    vragen = {vraag.sleutel for vraag in corpus.keuzehulp.vragen}
    gezien: set[str] = set()
    for pad, _, antwoord in _antwoorden(corpus.keuzehulp):
        if antwoord.naar in vragen & gezien:
            wat = f"een ander antwoord leidt ook al naar de vraag „{antwoord.naar}”"
            herstel = "maak er een eigen vraag van, of voeg de twee antwoorden samen"
            yield corpus.fout(ID, (*pad, "naar"), wat, herstel)
        gezien.add(antwoord.naar)


@regel(
    eis="Elk instrument is een uitkomst van de keuzehulp.",
    bereik="keuzehulp",
    herstel="Voeg een uitkomst toe.",
)
def keuzehulp_kent_elk_instrument(corpus: Corpus) -> Iterator[Fout]:
    """Each instrument is an outcome: a reader who needs it can find it here."""
    bekend = {uitkomst.instrument for uitkomst in corpus.keuzehulp.uitkomsten}
    for instrument in corpus.alle(Instrument):
        if instrument.id not in bekend:
            wat = f"{instrument.id} is van geen enkele uitkomst het instrument"
            yield corpus.fout(ID, ("uitkomsten",), wat, "voeg een uitkomst toe")


@regel(
    eis="Elk antwoord en elke uitkomst rust op een bewering met een bron.",
    bereik="keuzehulp",
    herstel="Haal een bewering aan, of voeg er een toe.",
)
def keuzehulp_is_onderbouwd(corpus: Corpus) -> Iterator[Fout]:
    """Each answer and each outcome rests on at least one statement with a source."""
    delen: list[tuple[Pad, Antwoord | Uitkomst]] = [
        (pad, antwoord) for pad, _, antwoord in _antwoorden(corpus.keuzehulp)
    ]
    for nummer, uitkomst in enumerate(corpus.keuzehulp.uitkomsten):
        delen.append((("uitkomsten", nummer), uitkomst))
    for pad, deel in delen:
        if not deel.haalt_aan and not deel.waarom:
            wat = f"bij „{deel.sleutel}” staat geen enkele bewering met een bron"
            herstel = "haal er een aan bij „haalt_aan”, of schrijf er een bij „waarom”"
            yield corpus.fout(ID, (*pad, "sleutel"), wat, herstel)
