"""Statements and sources: certainty fits the evidence, and no source is idle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.model.basis import Bewering
from macros.model.datering import MAANDEN, lees_dag
from macros.model.kennis import Begrip, Bron
from macros.model.leerpunt import Leerpunt

MIN_TEGENSTRIJDIG = 2
BUITENKANT: Mapping[str, tuple[str, ...]] = {
    "titelblad": ("titelblad",),
    "inhoudsopgave": ("titelblad", "inhoudsopgave"),
}
"""Per way of seeing in which the text itself was not read: what did show."""
_MET_LIDWOORD = {"titelblad": "het titelblad", "inhoudsopgave": "de inhoudsopgave"}
_BUITENKANT_GEZIEN = re.compile(
    r"\b(?:titels?|titelblad|inhoudsopgaven?|kop(?:pen)?)\b[^.]*\b(?:gezien|gelezen)\b",
    re.IGNORECASE,
)
"""How a remark says that only the outside of a source was seen."""
_NIET_GEVONDEN = re.compile(
    r"\bniet (?:apart )?(?:gevonden|gezien|gelezen|genoteerd|nagezocht|nagegaan|vastgesteld)\b"
    r"|\bgeen (?:enkele |gevonden |gelezen )?bron\b"
    r"|\bin het deel dat is gezien\b"
    r"|\b(?:die|dat) wij (?:vonden|zagen|lazen)\b",
    re.IGNORECASE,
)
"""How a sentence says what our own search did or did not bring up."""
_NOTA_VAN = re.compile(
    rf"\bnota['’]?s? (?:van|uit) (?:\d{{1,2}} )?(?:(?:{'|'.join(MAANDEN)}) )?(\d{{4}})\b"
)
"""How a sentence names a memo, by its date; the year is what tells one from the other."""
_BRON_ZWIJGT = re.compile(
    r"\bde bron(?:nen)? (?:noem|geef|gev|zeg|vermeld)\w* (?:\w+ ){0,3}?(?:geen|niet)\b"
    r"(?![^.]*\b(?:gezien|geziene|gelezen)\b)",
    re.IGNORECASE,
)
"""How a sentence says that a source is silent on something."""
HEEL_GELEZEN = frozenset({"geheel", "bestand"})


def _bronnen(corpus: Corpus, bewering: Bewering) -> list[Bron]:
    gevonden = (corpus.records.get(id_) for id_ in bewering.bronnen)
    return [bron for bron in gevonden if isinstance(bron, Bron)]


def _gaat_over_pmm(corpus: Corpus, leerpunt: Leerpunt) -> bool:
    """Tell whether a source about PMM itself stands under the first situation of a learning."""
    return any(bron.over_pmm for bron in _bronnen(corpus, leerpunt.situatie[0]))


@regel(
    eis=(
        "Een bewering is alleen ‘primair’ als de tekst van de bron is gelezen, of als zij "
        "staat op wat ervan is gezien."
    ),
    bereik="elke bewering",
    herstel="Schrijf ‘secundair’ of ‘afgeleid’, of zeg in ‘staat_op’ waar het staat.",
)
def primair_is_gelezen(corpus: Corpus) -> Iterator[Fout]:
    """First-hand needs a source that was read, or a statement that stands on what was seen of it.

    A title page tells who and when, a table of contents what a report treats. Neither tells what
    the text says, so a statement that rests on one says so in ``staat_op``.
    """
    for plek in corpus.beweringen:
        bewering = plek.bewering
        gezien = {bron.gezien for bron in _bronnen(corpus, plek.bewering) if bron.aard == "primair"}
        zichtbaar = {op for deel in gezien for op in BUITENKANT.get(deel, ())}
        if bewering.staat_op is not None and bewering.staat_op not in zichtbaar:
            wat = f"is „{bewering.staat_op}”, maar bij geen primaire bron hier is alleen dat gezien"
            herstel = "haal „staat_op” weg, of verbeter „gezien” bij de bron"
            yield corpus.fout(plek.van, (*plek.pad, "staat_op"), wat, herstel)
        gelezen = gezien - set(BUITENKANT)
        if bewering.zekerheid == "primair" and gezien and not gelezen and bewering.staat_op is None:
            namen = " en ".join(bron.slug for bron in _bronnen(corpus, plek.bewering))
            wat = f"is „primair”, maar van {namen} is de tekst niet gelezen"
            op = " of ".join(f"„staat_op: {op}”" for op in sorted(zichtbaar))
            herstel = "schrijf „secundair” of „afgeleid”; staat het daar letterlijk, voeg dan"
            herstel += f" {op} toe"
            yield corpus.fout(plek.van, (*plek.pad, "zekerheid"), wat, herstel)


@regel(
    eis=(
        "Wat een bron zegt van wie alleen het titelblad of de inhoudsopgave is gezien, is een "
        "eigen afleiding, staat daar letterlijk, of heeft een opmerking over wat is gezien."
    ),
    bereik="elke bewering die alleen op zulke bronnen rust",
    herstel="Schrijf ‘afgeleid’, vul ‘staat_op’ in, of zeg in ‘opmerking’ wat is gezien.",
)
def buitenkant_is_gezegd(corpus: Corpus) -> Iterator[Fout]:
    """Of a document of which only the outside was seen, nobody here knows what the text says.

    ``primair_is_gelezen`` asks this of what is called first-hand; calling it second-hand instead
    does not make the text read.
    """
    for plek in corpus.beweringen:
        bewering = plek.bewering
        bronnen = _bronnen(corpus, bewering)
        gezien = {bron.gezien for bron in bronnen}
        gezegd = bewering.staat_op or _BUITENKANT_GEZIEN.search(bewering.opmerking or "")
        if not gezien or gezien - set(BUITENKANT) or gezegd:
            continue
        if bewering.zekerheid not in {"primair", "afgeleid"}:
            namen = " en ".join(bron.slug for bron in bronnen)
            deel = " en ".join(_MET_LIDWOORD[deel] for deel in sorted(gezien))
            wat = f"is „{bewering.zekerheid}”, maar van {namen} is alleen {deel} gezien"
            herstel = "schrijf „afgeleid”, vul „staat_op” in als het daar letterlijk staat, of"
            herstel += f" zet in „opmerking” dat alleen {deel} is gezien"
            yield corpus.fout(plek.van, (*plek.pad, "zekerheid"), wat, herstel)


@regel(
    eis="De uitleg van een begrip is alleen ‘primair’ als de bron het woord zelf omschrijft.",
    bereik="begrippen",
    herstel="Schrijf ‘afgeleid’, of zet ‘bron_omschrijft’ erbij.",
)
def begrip_is_omschreven(corpus: Corpus) -> Iterator[Fout]:
    """A meaning is first-hand only if the source gives it; a source that uses a word does not."""
    for begrip in corpus.alle(Begrip):
        for nummer, uitleg in enumerate(begrip.uitleg):
            pad = ("uitleg", nummer)
            if nummer == 0 and uitleg.zekerheid == "primair" and not uitleg.bron_omschrijft:
                wat = "is „primair”, maar er staat niet dat de bron dit woord zelf omschrijft"
                herstel = "schrijf „afgeleid”; geeft de bron de betekenis wel, voeg dan"
                herstel += " „bron_omschrijft: true” toe"
                yield corpus.fout(begrip.id, (*pad, "zekerheid"), wat, herstel)
            if uitleg.bron_omschrijft and uitleg.zekerheid == "afgeleid":
                wat = "spreekt „zekerheid: afgeleid” tegen"
                herstel = "haal „bron_omschrijft” weg, of kies een andere zekerheid"
                yield corpus.fout(begrip.id, (*pad, "bron_omschrijft"), wat, herstel)


@regel(
    eis=(
        "De zekerheid past bij de bronnen: ‘primair’ rust op een primaire bron, eigen "
        "vakkennis is ‘afgeleid’, en ‘tegenstrijdig’ noemt beide kanten."
    ),
    bereik="elke bewering",
    herstel="Kies de zekerheid die past, of voeg een bron toe.",
)
def zekerheid_past_bij_bronnen(corpus: Corpus) -> Iterator[Fout]:
    """First-hand needs a primary source; own knowledge is inference; a contradiction is two."""
    for plek in corpus.beweringen:
        bewering = plek.bewering
        aarden = {bron.aard for bron in _bronnen(corpus, plek.bewering)}
        pad = (*plek.pad, "zekerheid")
        if bewering.zekerheid == "primair" and "primair" not in aarden:
            wat = "is „primair”, maar geen van de bronnen is een primaire bron"
            yield corpus.fout(
                plek.van, pad, wat, "schrijf „secundair” of voeg een primaire bron toe"
            )
        if aarden == {"eigen"} and bewering.zekerheid != "afgeleid":
            wat = f"is „{bewering.zekerheid}”, maar rust alleen op eigen vakkennis"
            yield corpus.fout(plek.van, pad, wat, "schrijf „afgeleid” of voeg een bron toe")
        een_kant = len(bewering.bronnen) < MIN_TEGENSTRIJDIG
        if bewering.zekerheid == "tegenstrijdig" and een_kant:
            wat = "is „tegenstrijdig”, maar noemt maar één kant"
            herstel = "voeg de bron toe die iets anders zegt, of kies een andere zekerheid"
            yield corpus.fout(plek.van, pad, wat, herstel)


@regel(
    eis=(
        "Wat wij niet vonden, is een eigen bevinding: zij is ‘afgeleid’ en heeft als stand de "
        "dag waarop wij keken."
    ),
    bereik="elke bewering",
    herstel="Schrijf ‘afgeleid’ met die dag, of zet het deel in ‘opmerking’.",
)
def eigen_bevinding_is_van_ons(corpus: Corpus) -> Iterator[Fout]:
    """What a search did not bring up is no fact from a source: it is ours, and of that day.

    No source says what we did not find in it, so such a sentence can be neither first-hand nor
    second-hand, and it was not yet so on the day the source appeared.
    """
    for plek in corpus.beweringen:
        bewering = plek.bewering
        gezegd = _NIET_GEVONDEN.search(bewering.tekst)
        if gezegd is None:
            continue
        woorden = f"de zin zegt „{gezegd[0]}”, en dat is een eigen bevinding"
        apart = "haal het uit de zin en zet het in „opmerking”"
        if bewering.zekerheid != "afgeleid":
            wat = f"is „{bewering.zekerheid}”, maar {woorden}"
            yield corpus.fout(
                plek.van, (*plek.pad, "zekerheid"), wat, f"schrijf „afgeleid”, of {apart}"
            )
        gekeken = min((bron.geraadpleegd for bron in _bronnen(corpus, bewering)), default=None)
        if gekeken is not None and bewering.stand.laatste_dag() < gekeken:
            wat = f"ligt vóór {lees_dag(gekeken)}, de dag waarop wij de bron lazen; {woorden}"
            herstel = f"schrijf de dag waarop u keek, of {apart}"
            yield corpus.fout(plek.van, (*plek.pad, "stand"), wat, herstel)


@regel(
    eis="Wie een nota bij haar jaar noemt, ook in de opmerking, noemt haar bij de bronnen.",
    bereik="elke bewering",
    herstel="Voeg de nota toe aan ‘bronnen’.",
)
def genoemde_nota_is_bron(corpus: Corpus) -> Iterator[Fout]:
    """A sentence or remark that leans on a memo has it among its sources, so it can be followed."""
    notas = [bron for bron in corpus.alle(Bron) if bron.bronsoort == "nota"]
    for plek in corpus.beweringen:
        bewering = plek.bewering
        tekst = f"{bewering.tekst} {bewering.opmerking or ''}"
        for gezegd in _NOTA_VAN.finditer(tekst):
            bedoeld = [bron for bron in notas if bron.datum.notatie().startswith(gezegd[1])]
            if bedoeld and not {bron.id for bron in bedoeld} & set(bewering.bronnen):
                namen = " of ".join(bron.slug for bron in bedoeld)
                wat = f"mist {namen}: de bewering noemt de „{gezegd[0]}”"
                herstel = f"voeg {namen} toe, of noem die nota hier niet"
                yield corpus.fout(plek.van, (*plek.pad, "bronnen"), wat, herstel)


@regel(
    eis="Dat een bron ergens over zwijgt, staat er alleen als zij helemaal is gelezen.",
    bereik="elke bewering",
    herstel="Schrijf ‘in het geziene deel’, of lees de hele bron.",
)
def zwijgen_vraagt_lezen(corpus: Corpus) -> Iterator[Fout]:
    """Only of a source that was read to the end can anyone say what is not in it."""
    for plek in corpus.beweringen:
        bewering = plek.bewering
        deels = [bron for bron in _bronnen(corpus, bewering) if bron.gezien not in HEEL_GELEZEN]
        for veld, tekst in (("tekst", bewering.tekst), ("opmerking", bewering.opmerking or "")):
            gezegd = _BRON_ZWIJGT.search(tekst)
            if gezegd and deels:
                namen = " en ".join(bron.slug for bron in deels)
                wat = f"zegt „{gezegd[0]}”, maar {namen} is niet helemaal gelezen"
                herstel = "schrijf „In het geziene deel van de bron staat geen …”"
                yield corpus.fout(plek.van, (*plek.pad, veld), wat, herstel)


@regel(
    eis="Bij elke bron staat een adres of staat in woorden waar zij te vinden is.",
    bereik="bronnen",
    herstel="Vul ‘url’ of ‘vindplaats’ in.",
)
def bron_is_vindbaar(corpus: Corpus) -> Iterator[Fout]:
    """Each source has an address, or words that tell where to find it."""
    for bron in corpus.alle(Bron):
        if bron.url is None and bron.vindplaats is None:
            wat = "heeft geen url en geen vindplaats"
            yield corpus.fout(bron.id, ("id",), wat, "voeg „url” of „vindplaats” toe")


@regel(
    eis="Op elke bron rust iets.",
    bereik="bronnen",
    herstel="Noem de bron bij een bewering, of haal het bestand weg.",
)
def elke_bron_gebruikt(corpus: Corpus) -> Iterator[Fout]:
    """Each source is used: one on which nothing rests does not belong in the register."""
    for bron in corpus.alle(Bron):
        if not corpus.terug.get(bron.id):
            wat = "deze bron wordt nergens gebruikt"
            herstel = f"noem {bron.slug} bij een bewering of verwijder het bestand"
            yield corpus.fout(bron.id, ("id",), wat, herstel)


@regel(
    eis="Een leerpunt dat van PMM komt, heeft bij de eerste situatie een bron over PMM zelf.",
    bereik="leerpunten",
    herstel="Noem de bron die dit zegt, of kies ‘verwant’.",
)
def pmm_leerpunt_heeft_pmm_bron(corpus: Corpus) -> Iterator[Fout]:
    """Each learning with origin PMM has a source about PMM under its first statement."""
    for leerpunt in corpus.alle(Leerpunt):
        if leerpunt.herkomst == "pmm" and not _gaat_over_pmm(corpus, leerpunt):
            wat = "herkomst is „pmm”, maar geen bron van de eerste situatie gaat over PMM"
            yield corpus.fout(
                leerpunt.id, ("herkomst",), wat, "noem de bron die dit zegt, of kies „verwant”"
            )


@regel(
    eis="Een verwant leerpunt wordt niet stil aan PMM toegeschreven.",
    bereik="leerpunten",
    herstel="Kies ‘pmm’ als herkomst, of een andere bron.",
)
def verwant_leerpunt_niet_aan_pmm(corpus: Corpus) -> Iterator[Fout]:
    """No related learning rests on a source about PMM: that would attribute it silently."""
    for leerpunt in corpus.alle(Leerpunt):
        if leerpunt.herkomst == "verwant" and _gaat_over_pmm(corpus, leerpunt):
            wat = "herkomst is „verwant”, maar de eerste situatie rust op een bron over PMM"
            yield corpus.fout(leerpunt.id, ("herkomst",), wat, "kies „pmm” of een andere bron")
