"""``nieuw``, ``bron-toevoegen`` and ``vermelding``: what an editor adds, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.corpus.corpus import Corpus, Plek
from macros.load.boom import lees_tekst
from macros.load.fout import bedoelde_u, veldnaam, verslag
from macros.model.organisatie import Vermelding
from macros.model.soorten import PER_MAP, PER_SOORT, Bestandsrecord
from macros.redactie.formulier import Formulier
from macros.redactie.gesprek import Gesprek
from macros.redactie.schrift import Blok, als_tekst, nieuw_blok
from macros.redactie.vinden import daar, record_van, zoek
from macros.redactie.werk import OpdrachtFout

GEMEENTEN = "data/gemeenten.yml"


def soort_van(naam: str) -> type[Bestandsrecord]:
    """Return the kind an editor means, by its name or by that of its folder."""
    bekend = {**PER_MAP, **PER_SOORT}
    if naam in bekend:
        return bekend[naam]
    raad = bedoelde_u(naam, bekend) or f"kies uit: {', '.join(PER_SOORT)}"
    raise OpdrachtFout(f"„{naam}” is geen soort", raad)


def nieuw(formulier: Formulier, soort: str, gegeven: Mapping[str, Any]) -> str:
    """Ask for a new record and lay it ready; return its file."""
    model = soort_van(soort)
    if model is PER_SOORT["bron"]:
        raise OpdrachtFout(
            "een bron hoort bij een bewering", "gebruik kennisbank bron-toevoegen <adres>"
        )
    velden = formulier.record(model, gegeven)
    naam = f"data/{model.mapnaam}/{str(velden['id']).partition(':')[2]}.yml"
    if (formulier.werk.wortel / naam).exists():
        raise OpdrachtFout(f"{naam} bestaat al", "kies een andere naam, of wijzig dat bestand")
    formulier.werk.zet(naam, als_tekst(velden))
    formulier.werk.gedaan.append(f"{velden['id']} staat in {naam}.")
    return naam


def bron_toevoegen(formulier: Formulier, url: str, bij: str | None) -> None:
    """Ask for a new source and for the statement that rests on it."""
    corpus, gesprek = formulier.corpus, formulier.gesprek
    code = formulier.nieuwe_bron({"url": url})
    id_ = record_van(corpus, bij).id if bij else _zoek_record(corpus, gesprek)
    plekken: dict[str, Plek] = {
        veldnaam(plek.pad): plek for plek in corpus.beweringen_per_record[id_]
    }
    if not plekken:
        raise OpdrachtFout(f"{id_} heeft geen beweringen", "kies een ander record met --bij")
    keuzen = [(naam, plek.bewering.tekst) for naam, plek in plekken.items()]
    plek = plekken[gesprek.kies("Welke bewering rust op deze bron?", keuzen)]
    plaats = corpus.gelezen[id_]

    def verander(boom: Blok) -> None:
        daar(boom, (*plaats.pad, *plek.pad, "bronnen")).append(code)

    formulier.werk.bewerk(plaats.bestand.naam, verander)
    formulier.werk.gedaan.append(f"Bron {code} staat bij {id_}, {veldnaam(plek.pad)}.")


def vermelding(formulier: Formulier, gemeente: str) -> None:
    """Ask what a public source says of a municipality and PMM, and write it down with her."""
    corpus = formulier.corpus
    passend = zoek(corpus, gemeente.removeprefix("gemeente:"), ("gemeente",))
    if not passend:
        raise OpdrachtFout(
            f"„{gemeente}” is geen gemeente", "schrijf de naam of de code, zoals GM0363"
        )
    precies = [id_ for id_, naam in passend if naam.casefold() == gemeente.casefold()]
    id_ = precies[0] if precies else passend[0][0]
    if len(passend) > 1 and not precies:
        id_ = formulier.gesprek.kies("Welke gemeente?", passend)
    plaats = corpus.gelezen[id_]
    naam = corpus.per_cbs[id_.partition(":")[2]].naam
    formulier.gesprek.zeg(f"Wat zegt een openbare bron over {naam} en PMM?")
    velden = formulier.blok(Vermelding)

    def verander(boom: Blok) -> None:
        rij = daar(boom, plaats.pad)
        rij.setdefault("vermeldingen", []).append(nieuw_blok(velden))

    formulier.werk.bewerk(GEMEENTEN, verander)
    formulier.werk.gedaan.append(f"De vermelding staat bij {naam} in {GEMEENTEN}.")


def concept(tekst: str, naam: str) -> Mapping[str, Any]:
    """Return the fields of a draft that an editor filled in before."""
    bestand, fouten = lees_tekst(tekst, naam)
    if bestand is None or fouten or not isinstance(bestand.waarde, dict):
        raise OpdrachtFout(f"{naam} is niet te lezen", verslag(fouten) or "schrijf velden")
    return bestand.waarde


def _zoek_record(corpus: Corpus, gesprek: Gesprek) -> str:
    while True:
        woorden = gesprek.vraag("Bij welk record hoort deze bron? (woorden uit de titel)")
        passend = (
            [een for een in zoek(corpus, woorden) if not een[0].startswith("bron:")]
            if woorden
            else []
        )
        if passend:
            gekozen = gesprek.kies("Welk record?", [*passend, ("anders", "zoek opnieuw")])
            if gekozen != "anders":
                return gekozen
        else:
            gesprek.zeg("  Niets gevonden. Probeer een ander woord.")
