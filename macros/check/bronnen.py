"""Statements and sources: certainty fits the evidence, and no source is idle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error
from macros.model.base import Bewering
from macros.model.dates import MONTHS, dag_in_words
from macros.model.kennis import Begrip, Bron
from macros.model.leerpunt import Leerpunt

MIN_TEGENSTRIJDIG = 2
SEEN_OUTSIDE: Mapping[str, tuple[str, ...]] = {
    "titelblad": ("titelblad",),
    "inhoudsopgave": ("titelblad", "inhoudsopgave"),
}
"""Per way of seeing in which the text itself was not read: what did show."""
_WITH_DETERMINER = {"titelblad": "het titelblad", "inhoudsopgave": "de inhoudsopgave"}
_OUTSIDE_GEZIEN = re.compile(
    r"\b(?:titels?|titelblad|inhoudsopgaven?|kop(?:pen)?)\b[^.]*\b(?:gezien|gelezen)\b",
    re.IGNORECASE,
)
"""How a remark says that only the outside of a source was seen."""
_NOT_FOUND = re.compile(
    r"\bniet (?:apart )?(?:gevonden|gezien|gelezen|genoteerd|nagezocht|nagegaan|vastgesteld)\b"
    r"|\bgeen (?:enkele |gevonden |gelezen )?bron\b"
    r"|\bin het deel dat is gezien\b"
    r"|\b(?:die|dat) wij (?:vonden|zagen|lazen)\b",
    re.IGNORECASE,
)
"""How a sentence says what our own search did or did not bring up."""
_NOTA_OF = re.compile(
    rf"\bnota['’]?s? (?:van|uit) (?:\d{{1,2}} )?(?:(?:{'|'.join(MONTHS)}) )?(\d{{4}})\b"
)
"""How a sentence names a memo, by its date; the year is what tells one from the other."""
_BRON_IS_SILENT = re.compile(
    r"\bde bron(?:nen)? (?:noem|geef|gev|zeg|vermeld)\w* (?:\w+ ){0,3}?(?:geen|niet)\b"
    r"(?![^.]*\b(?:gezien|geziene|gelezen)\b)",
    re.IGNORECASE,
)
"""How a sentence says that a source is silent on something."""
WHOLE_READ = frozenset({"geheel", "bestand"})


def _bronnen(corpus: Corpus, bewering: Bewering) -> list[Bron]:
    found = (corpus.records.get(id_) for id_ in bewering.bronnen)
    return [bron for bron in found if isinstance(bron, Bron)]


def _is_about_pmm(corpus: Corpus, leerpunt: Leerpunt) -> bool:
    """Tell whether a source about PMM itself stands under the first situation of a learning."""
    return any(bron.over_pmm for bron in _bronnen(corpus, leerpunt.situatie[0]))


@regel(
    asks=(
        "Een bewering is alleen ‘primair’ als de tekst van de bron is gelezen, of als zij "
        "staat op wat ervan is gezien."
    ),
    scope="elke bewering",
    remedy="Schrijf ‘secundair’ of ‘afgeleid’, of zeg in ‘staat_op’ waar het staat.",
)
def primair_is_gelezen(corpus: Corpus) -> Iterator[Error]:
    """First-hand needs a source that was read, or a statement that stands on what was seen of it.

    A title page tells who and when, a table of contents what a report treats. Neither tells what
    the text says, so a statement that rests on one says so in ``staat_op``.
    """
    for place in corpus.beweringen:
        bewering = place.bewering
        gezien = {
            bron.gezien for bron in _bronnen(corpus, place.bewering) if bron.aard == "primair"
        }
        visible = {op for part in gezien for op in SEEN_OUTSIDE.get(part, ())}
        if bewering.staat_op is not None and bewering.staat_op not in visible:
            wat = f"is „{bewering.staat_op}”, maar bij geen primaire bron hier is alleen dat gezien"
            remedy = "haal „staat_op” weg, of verbeter „gezien” bij de bron"
            yield corpus.error(place.from_, (*place.pad, "staat_op"), wat, remedy)
        read = gezien - set(SEEN_OUTSIDE)
        if bewering.zekerheid == "primair" and gezien and not read and bewering.staat_op is None:
            namen = " en ".join(bron.slug for bron in _bronnen(corpus, place.bewering))
            wat = f"is „primair”, maar van {namen} is de tekst niet gelezen"
            op = " of ".join(f"„staat_op: {op}”" for op in sorted(visible))
            remedy = "schrijf „secundair” of „afgeleid”; staat het daar letterlijk, voeg dan"
            remedy += f" {op} toe"
            yield corpus.error(place.from_, (*place.pad, "zekerheid"), wat, remedy)


@regel(
    asks=(
        "Wat een bron zegt van wie alleen het titelblad of de inhoudsopgave is gezien, is een "
        "eigen afleiding, staat daar letterlijk, of heeft een opmerking over wat is gezien."
    ),
    scope="elke bewering die alleen op zulke bronnen rust",
    remedy="Schrijf ‘afgeleid’, vul ‘staat_op’ in, of zeg in ‘opmerking’ wat is gezien.",
)
def buitenkant_is_gezegd(corpus: Corpus) -> Iterator[Error]:
    """Of a document of which only the outside was seen, nobody here knows what the text says.

    ``primair_is_gelezen`` asks this of what is called first-hand; calling it second-hand instead
    does not make the text read.
    """
    for place in corpus.beweringen:
        bewering = place.bewering
        bronnen = _bronnen(corpus, bewering)
        gezien = {bron.gezien for bron in bronnen}
        said = bewering.staat_op or _OUTSIDE_GEZIEN.search(bewering.opmerking or "")
        if not gezien or gezien - set(SEEN_OUTSIDE) or said:
            continue
        if bewering.zekerheid not in {"primair", "afgeleid"}:
            namen = " en ".join(bron.slug for bron in bronnen)
            part = " en ".join(_WITH_DETERMINER[part] for part in sorted(gezien))
            wat = f"is „{bewering.zekerheid}”, maar van {namen} is alleen {part} gezien"
            remedy = "schrijf „afgeleid”, vul „staat_op” in als het daar letterlijk staat, of"
            remedy += f" zet in „opmerking” dat alleen {part} is gezien"
            yield corpus.error(place.from_, (*place.pad, "zekerheid"), wat, remedy)


@regel(
    asks="De uitleg van een begrip is alleen ‘primair’ als de bron het woord zelf omschrijft.",
    scope="begrippen",
    remedy="Schrijf ‘afgeleid’, of zet ‘bron_omschrijft’ erbij.",
)
def begrip_is_omschreven(corpus: Corpus) -> Iterator[Error]:
    """A meaning is first-hand only if the source gives it; a source that uses a word does not."""
    for begrip in corpus.every(Begrip):
        for nummer, uitleg in enumerate(begrip.uitleg):
            pad = ("uitleg", nummer)
            if nummer == 0 and uitleg.zekerheid == "primair" and not uitleg.bron_omschrijft:
                wat = "is „primair”, maar er staat niet dat de bron dit woord zelf omschrijft"
                remedy = "schrijf „afgeleid”; geeft de bron de betekenis wel, voeg dan"
                remedy += " „bron_omschrijft: true” toe"
                yield corpus.error(begrip.id, (*pad, "zekerheid"), wat, remedy)
            if uitleg.bron_omschrijft and uitleg.zekerheid == "afgeleid":
                wat = "spreekt „zekerheid: afgeleid” tegen"
                remedy = "haal „bron_omschrijft” weg, of kies een andere zekerheid"
                yield corpus.error(begrip.id, (*pad, "bron_omschrijft"), wat, remedy)


@regel(
    asks=(
        "De zekerheid past bij de bronnen: ‘primair’ rust op een primaire bron, eigen "
        "vakkennis is ‘afgeleid’, en ‘tegenstrijdig’ noemt beide kanten."
    ),
    scope="elke bewering",
    remedy="Kies de zekerheid die past, of voeg een bron toe.",
)
def zekerheid_past_bij_bronnen(corpus: Corpus) -> Iterator[Error]:
    """First-hand needs a primary source; own knowledge is inference; a contradiction is two."""
    for place in corpus.beweringen:
        bewering = place.bewering
        natures = {bron.aard for bron in _bronnen(corpus, place.bewering)}
        pad = (*place.pad, "zekerheid")
        if bewering.zekerheid == "primair" and "primair" not in natures:
            wat = "is „primair”, maar geen van de bronnen is een primaire bron"
            yield corpus.error(
                place.from_, pad, wat, "schrijf „secundair” of voeg een primaire bron toe"
            )
        if natures == {"eigen"} and bewering.zekerheid != "afgeleid":
            wat = f"is „{bewering.zekerheid}”, maar rust alleen op eigen vakkennis"
            yield corpus.error(place.from_, pad, wat, "schrijf „afgeleid” of voeg een bron toe")
        one_sided = len(bewering.bronnen) < MIN_TEGENSTRIJDIG
        if bewering.zekerheid == "tegenstrijdig" and one_sided:
            wat = "is „tegenstrijdig”, maar noemt maar één kant"
            remedy = "voeg de bron toe die iets anders zegt, of kies een andere zekerheid"
            yield corpus.error(place.from_, pad, wat, remedy)


@regel(
    asks=(
        "Wat wij niet vonden, is een eigen bevinding: zij is ‘afgeleid’ en heeft als stand de "
        "dag waarop wij keken."
    ),
    scope="elke bewering",
    remedy="Schrijf ‘afgeleid’ met die dag, of zet het deel in ‘opmerking’.",
)
def eigen_bevinding_is_van_ons(corpus: Corpus) -> Iterator[Error]:
    """What a search did not bring up is no fact from a source: it is ours, and of that day.

    No source says what we did not find in it, so such a sentence can be neither first-hand nor
    second-hand, and it was not yet so on the day the source appeared.
    """
    for place in corpus.beweringen:
        bewering = place.bewering
        said = _NOT_FOUND.search(bewering.tekst)
        if said is None:
            continue
        woorden = f"de zin zegt „{said[0]}”, en dat is een eigen bevinding"
        apart = "haal het uit de zin en zet het in „opmerking”"
        if bewering.zekerheid != "afgeleid":
            wat = f"is „{bewering.zekerheid}”, maar {woorden}"
            yield corpus.error(
                place.from_, (*place.pad, "zekerheid"), wat, f"schrijf „afgeleid”, of {apart}"
            )
        gekeken = min((bron.geraadpleegd for bron in _bronnen(corpus, bewering)), default=None)
        if gekeken is not None and bewering.stand.last_dag() < gekeken:
            wat = f"ligt vóór {dag_in_words(gekeken)}, de dag waarop wij de bron lazen; {woorden}"
            remedy = f"schrijf de dag waarop u keek, of {apart}"
            yield corpus.error(place.from_, (*place.pad, "stand"), wat, remedy)


@regel(
    asks="Wie een nota bij haar jaar noemt, ook in de opmerking, noemt haar bij de bronnen.",
    scope="elke bewering",
    remedy="Voeg de nota toe aan ‘bronnen’.",
)
def genoemde_nota_is_bron(corpus: Corpus) -> Iterator[Error]:
    """A sentence or remark that leans on a memo has it among its sources, so it can be followed."""
    notas = [bron for bron in corpus.every(Bron) if bron.bronsoort == "nota"]
    for place in corpus.beweringen:
        bewering = place.bewering
        tekst = f"{bewering.tekst} {bewering.opmerking or ''}"
        for said in _NOTA_OF.finditer(tekst):
            meant = [bron for bron in notas if bron.datum.notation().startswith(said[1])]
            if meant and not {bron.id for bron in meant} & set(bewering.bronnen):
                namen = " of ".join(bron.slug for bron in meant)
                wat = f"mist {namen}: de bewering noemt de „{said[0]}”"
                remedy = f"voeg {namen} toe, of noem die nota hier niet"
                yield corpus.error(place.from_, (*place.pad, "bronnen"), wat, remedy)


@regel(
    asks="Dat een bron ergens over zwijgt, staat er alleen als zij helemaal is gelezen.",
    scope="elke bewering",
    remedy="Schrijf ‘in het geziene deel’, of lees de hele bron.",
)
def zwijgen_vraagt_lezen(corpus: Corpus) -> Iterator[Error]:
    """Only of a source that was read to the end can anyone say what is not in it."""
    for place in corpus.beweringen:
        bewering = place.bewering
        deels = [bron for bron in _bronnen(corpus, bewering) if bron.gezien not in WHOLE_READ]
        for veld, tekst in (("tekst", bewering.tekst), ("opmerking", bewering.opmerking or "")):
            said = _BRON_IS_SILENT.search(tekst)
            if said and deels:
                namen = " en ".join(bron.slug for bron in deels)
                wat = f"zegt „{said[0]}”, maar {namen} is niet helemaal gelezen"
                remedy = "schrijf „In het geziene deel van de bron staat geen …”"
                yield corpus.error(place.from_, (*place.pad, veld), wat, remedy)


@regel(
    asks="Bij elke bron staat een adres of staat in woorden waar zij te vinden is.",
    scope="bronnen",
    remedy="Vul ‘url’ of ‘vindplaats’ in.",
)
def bron_is_vindbaar(corpus: Corpus) -> Iterator[Error]:
    """Each source has an address, or words that tell where to find it."""
    for bron in corpus.every(Bron):
        if bron.url is None and bron.vindplaats is None:
            wat = "heeft geen url en geen vindplaats"
            yield corpus.error(bron.id, ("id",), wat, "voeg „url” of „vindplaats” toe")


@regel(
    asks="Op elke bron rust iets.",
    scope="bronnen",
    remedy="Noem de bron bij een bewering, of haal het bestand weg.",
)
def elke_bron_gebruikt(corpus: Corpus) -> Iterator[Error]:
    """Each source is used: one on which nothing rests does not belong in the register."""
    for bron in corpus.every(Bron):
        if not corpus.back.get(bron.id):
            wat = "deze bron wordt nergens gebruikt"
            remedy = f"noem {bron.slug} bij een bewering of verwijder het bestand"
            yield corpus.error(bron.id, ("id",), wat, remedy)


@regel(
    asks="Een leerpunt dat van PMM komt, heeft bij de eerste situatie een bron over PMM zelf.",
    scope="leerpunten",
    remedy="Noem de bron die dit zegt, of kies ‘verwant’.",
)
def pmm_leerpunt_heeft_pmm_bron(corpus: Corpus) -> Iterator[Error]:
    """Each learning with origin PMM has a source about PMM under its first statement."""
    for leerpunt in corpus.every(Leerpunt):
        # A code that does not exist may be meant for one about PMM; its own message comes first.
        known = all(id_ in corpus.records for id_ in leerpunt.situatie[0].bronnen)
        if leerpunt.herkomst == "pmm" and known and not _is_about_pmm(corpus, leerpunt):
            wat = "herkomst is „pmm”, maar geen bron van de eerste situatie gaat over PMM"
            yield corpus.error(
                leerpunt.id, ("herkomst",), wat, "noem de bron die dit zegt, of kies „verwant”"
            )


@regel(
    asks="Een verwant leerpunt wordt niet stil aan PMM toegeschreven.",
    scope="leerpunten",
    remedy="Kies ‘pmm’ als herkomst, of een andere bron.",
)
def verwant_leerpunt_niet_aan_pmm(corpus: Corpus) -> Iterator[Error]:
    """No related learning rests on a source about PMM: that would attribute it silently."""
    for leerpunt in corpus.every(Leerpunt):
        if leerpunt.herkomst == "verwant" and _is_about_pmm(corpus, leerpunt):
            wat = "herkomst is „verwant”, maar de eerste situatie rust op een bron over PMM"
            yield corpus.error(leerpunt.id, ("herkomst",), wat, "kies „pmm” of een andere bron")
