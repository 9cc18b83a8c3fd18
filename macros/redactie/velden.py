"""What each field is for, in words for an editor: for the form, the reference and the schemas.

A field that stands under a heading on the page is explained by that heading, unless more is said
here. ``Klasse.veld`` goes before ``veld``.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.base import Record
from macros.model.organisatie import Gemeente
from macros.model.soorten import SOORTEN

UITLEG: Mapping[str, str] = {
    "id": "De soort en de naam van het bestand, zoals begrip:briefadres.",
    "titel": "De kop van de pagina.",
    "samenvatting": "Het antwoord in een of twee zinnen. Alles erin staat ook in een bewering.",
    "zoektermen": "Wat een inwoner of een collega zou typen. Niet de titel, en elk woord één keer.",
    "alledaags": "Hoe een inwoner of een gehaaste lezer het zegt.",
    "engels": "Wat iemand in het Engels zou typen.",
    "gecontroleerd": "Wanneer het record is nagekeken, en door welke rol.",
    "controle_voor": "De dag waarvoor het record opnieuw moet worden nagekeken.",
    "onbekend": "Wat geen openbare bron vertelt: de vraag, en wie u het kunt vragen.",
    "niet_van_toepassing": "Velden die niet bij dit record passen, met de reden.",
    "tekst": "Eén feit, in een hele zin in uw eigen woorden.",
    "bronnen": "De codes van de bronnen, zoals N24. Een code is de bestandsnaam in data/bronnen/.",
    "stand": "Wanneer dit klopte: de datum van de bron, of die waarover zij spreekt.",
    "zekerheid": "primair, secundair, afgeleid of tegenstrijdig.",
    "staat_op": "Als u de tekst niet las: staat het op titelblad of inhoudsopgave?",
    "opmerking": "Een hele zin met een waarschuwing. De lezer ziet die achter ‘Let op’.",
    "datum": "De dag.",
    "veld": "De naam van het veld waar het om gaat.",
    "vraag": "De vraag waarop geen antwoord is gevonden.",
    "aan": "De organisatie aan wie u het kunt vragen.",
    "levert_op": "Wat de lezer eraan heeft als het antwoord er is.",
    "reden": "Waarom.",
    "sleutel": "Een korte naam met kleine letters en streepjes. Hij komt in het adres.",
    "naam": "Hoe het heet.",
    "status": "Hoe ver het is.",
    "stappen": "Wat er is gebeurd: elke stap is één zin, met een datum en een bron.",
    "organisatie": "Het record van de organisatie. Leeg bij een groep, zoals alle gemeenten.",
    "wet": "Het record van de wet.",
    "wetsvoorstel": "Het record van het wetsvoorstel.",
    "afkorting": "De afkorting, als die gewoon is.",
    "afkortingen": "De afkortingen.",
    "andere_namen": "Hoe het ook heet of heette.",
    "eigenaar": "Van wie het is.",
    "kamerstuk": "Het nummer van het Kamerstuk, zoals 34477-84.",
    "ecli": "Het nummer van de uitspraak, zoals ECLI:NL:CRVB:2018:1600.",
    "kijk_opnieuw": "De dag waarop u opnieuw kijkt hoe ver het is, binnen een half jaar.",
    "groep": "De groep waar het bij hoort in de lijst.",
    "beweringen": "Wat de bronnen zeggen.",
    "zie": "Andere records die hierbij horen.",
    "verwarring": "Waar dit niet mee verward moet worden.",
    "recht": "Wat echt recht of een echt wetsvoorstel hier al zegt.",
    "kop": "De kop boven dit deel.",
    "Controle.datum": "De dag van de controle.",
    "Controle.rol": "Wie het nakeek: een rol, nooit een naam.",
    "NietVanToepassing.reden": "Waarom dit veld hier niet past, in een hele zin.",
    "Instrument.ketenplaats": "Waar in de keten van PMM dit instrument staat.",
    "Instrument.volgorde": "De plaats in de rij van instrumenten, vanaf 1.",
    "InstrumentRelatie.relatie": "Hoe dit instrument samenhangt met het andere.",
    "InstrumentRelatie.naar": "Het andere instrument.",
    "Leerpunt.nummer": "L en twee cijfers voor PMM, V voor verwant. Nooit hergebruikt.",
    "Leerpunt.herkomst": "Komt dit van PMM, of is het verwant?",
    "Leerpunt.aard": "Is het een knelpunt, of wat anders?",
    "Leerpunt.vorm": "Gaat het om een patroon, of om een concreet punt?",
    "Leerpunt.soorten": "Waar het aan ligt, zoals wet of uitvoering.",
    "Leerpunt.leefgebieden": "Over welke delen van het leven het gaat.",
    "Leerpunt.situatie": "Wat gaat er mis, en wat merkt de inwoner? Eén feit per zin.",
    "Leerpunt.organisaties": "Wie zijn erbij betrokken? Eén organisatie per zin.",
    "Leerpunt.sporen": "De wegen naar een oplossing, elk met een eigen naam, status en stappen.",
    "Leerpunt.cijfers": "De cijfers die hierbij horen.",
    "Leerpunt.verdieping": "Een deel met een eigen kop, voor wie meer wil weten.",
    "Leerpunt.verwant": "Andere leerpunten die hierop lijken.",
    "Leerpunt.instrumenten": "De instrumenten van PMM die hierbij horen.",
    "Groep.toelichting": "Wie bij deze groep hoort, als bewering.",
    "Wetverwijzing.artikelen": "De artikelen waar het om gaat.",
    "Wetverwijzing.versie": "Van welke dag de tekst van de wet is.",
    "Wetverwijzing.rol": "Veroorzaakt de wet het punt, lost zij het op, of iets anders?",
    "Artikel.artikel": "Het nummer van het artikel, tussen aanhalingstekens.",
    "Artikel.lid": "Het nummer van het lid, tussen aanhalingstekens.",
    "Spoor.wetsvoorstel": "Het wetsvoorstel waar dit spoor over loopt.",
    "Spoor.titel": "Hoe dit spoor heet.",
    "Stap.stand": "Wanneer dit gebeurde: dag, maand of jaar. Zegt de bron dat niet: ongedateerd.",
    "Spoor.stand": "Tot wanneer bekend is hoe het met dit spoor staat.",
    "Spoor.dekt": "De groepen voor wie dit spoor helpt.",
    "Spoor.dekt_niet": "De groepen voor wie dit spoor niet helpt.",
    "Spoor.dekking_onbekend": "De groepen van wie niet bekend is of het helpt.",
    "Stap.leidt_tot": "De status die met deze stap begon. De laatste telt.",
    "Stap.staatsblad": "Jaar en nummer van het Staatsblad, zoals 2015-236.",
    "Bedrag.jaar": "Het jaar waarvoor het bedrag geldt.",
    "Bedrag.bedrag": "Het bedrag, zoals de bron het schrijft.",
    "Uitspraak.instantie": "Welke rechter.",
    "Wet.bwb_id": "Het nummer in het Basiswettenbestand, zoals BWBR0015703.",
    "Wet.celex": "Het nummer van een Europese verordening, zoals 32016R0679.",
    "Artikelkern.plaats": "Welk artikel, en zo nodig welk lid.",
    "Verificatie.codes": "Hoe het nummer is nagekeken: A, B, C of D.",
    "Verificatie.zwak": "true als het nummer niet zeker is.",
    "Wetsvoorstel.dossier": "Het nummer van het dossier van de Kamer, zoals 36410.",
    "Wetsvoorstel.wet": "De wet die het werd. Leeg zolang het geen wet is.",
    "Wetsvoorstel.wijzigt": "De wetten die het wil wijzigen.",
    "Wetsvoorstel.organisaties": "De organisaties die erbij betrokken zijn.",
    "Verkenning.leerpunten": "De leerpunten die hierbij horen.",
    "Verkenning.begrippen": "De begrippen die hierbij horen.",
    "Organisatie.organisatiesoort": "Wat voor organisatie het is.",
    "Organisatie.tooi": "Het adres in TOOI, het register van namen van de overheid.",
    "Organisatie.owms": "Het adres in de oudere lijst OWMS.",
    "Organisatie.roo_id": "Het nummer in het Register van Overheidsorganisaties.",
    "Organisatie.website": "Het adres van de website.",
    "Begrip.voluit": "De lange vorm, als de titel een afkorting is.",
    "Begrip.ook": "Andere woorden voor hetzelfde.",
    "Begrip.meervoud_vorm": "Het meervoud.",
    "Begrip.hoofdlettergevoelig": "true als het woord met kleine letters iets anders betekent.",
    "Uitleg.bron_omschrijft": "true als de bron zelf zegt wat het woord betekent.",
    "Cijfer.waarde": "Het cijfer, zoals de bron het schrijft: 105, ruim de helft.",
    "Cijfer.getal": "Het getal voor een grafiek, als de bron een getal geeft.",
    "Cijfer.ongeveer": "true als de bron zegt dat het ongeveer zo is.",
    "Cijfer.eenheid": "Wat er is geteld, zoals casussen.",
    "Cijfer.definitie": "Wat het cijfer precies telt, in een hele zin.",
    "Cijfer.telwijze": "Hoe er is geteld. Alleen gelijke telwijzen mogen naast elkaar.",
    "Cijfer.periode": "Over welke tijd het cijfer gaat.",
    "Cijfer.teller": "Bij een deel: wat er is geteld.",
    "Cijfer.noemer": "Bij een deel: waarvan het een deel is.",
    "Cijfer.onderwerp": "Waar het cijfer over gaat.",
    "Grafiek.cijfers": "De cijfers in de grafiek, ten minste twee, met dezelfde telwijze.",
    "Gebeurtenis.datum": "Wanneer het gebeurde.",
    "Gebeurtenis.thema": "Bij welk thema van de tijdlijn het hoort.",
    "Gebeurtenis.gaat_over": "De records waar het over gaat.",
    "Vraag.gezocht": "Waar en hoe er is gezocht, in een hele zin.",
    "Vraag.over": "De records waar de vraag over gaat.",
    "MvtPunt.letter": "De letter van het punt, van a tot en met m.",
    "MvtPunt.vraag": "De vraag die dit punt moet beantwoorden, als bewering.",
    "MvtPunt.bouwsteen": "Waar de Schrijfwijzer het zet, als bewering.",
    "MvtPunt.waarden": "De waarden die hier op het spel staan.",
    "MvtPunt.leerpunten": "De leerpunten die dit punt raken.",
    "Waardenkader.kadersoort": "Wat voor kader het is.",
    "Waarde.leerpunten": "De leerpunten die deze waarde raken.",
    "VolgensWie.kader": "Het waardenkader waar de waarde in staat.",
    "Schuring.met": "De waarde waarmee het kan schuren.",
    "Gemeente.cbs": "De code van het CBS, zoals GM0363.",
    "Gemeente.naam": "De naam in het register TOOI.",
    "Gemeente.provincie": "De provincie.",
    "Gemeente.streeknamen": "Hoe de gemeente heet in een andere taal van haar streek.",
    "Gemeente.buren": "De codes van de buurgemeenten.",
    "Gemeente.vermeldingen": "Wat openbare bronnen zeggen over deze gemeente en PMM.",
    "Gemeente.bijzonderheden": "Wat een lezer verder moet weten.",
    "Streeknaam.taal": "De taal.",
    "Vermelding.uitkomst": "Is de gemeente aangesloten, of werkt zij samen?",
    "Bron.titel": "De titel van het stuk, zoals die er zelf staat.",
    "Bron.uitgever": "De organisatie die het uitgaf. Geen naam van een mens.",
    "Bron.datum": "De datum van het stuk.",
    "Bron.bronsoort": "Wat voor stuk het is.",
    "Bron.aard": "Hoe dicht de bron bij het feit staat.",
    "Bron.url": "Het adres op internet, zonder naam van een mens erin.",
    "Bron.ook_te_vinden": "Andere adressen van hetzelfde stuk, zoals een archief.",
    "Bron.vindplaats": "In woorden waar het stuk is, als er geen adres is.",
    "Bron.gezien": "Hoeveel u er echt van hebt gelezen.",
    "Bron.geraadpleegd": "De dag waarop u het stuk zag.",
    "Bron.over_pmm": "Waarom deze bron over PMM zelf gaat, in een hele zin.",
}


@dataclass(frozen=True, slots=True)
class Veld:
    """One field of a model: its name in YAML, what it is, what it is for."""

    model: type[BaseModel]
    naam: str
    info: FieldInfo
    uitleg: str
    required: bool
    accounted: bool
    """May be left out only with an entry under ``onbekend`` or ``niet_van_toepassing``."""


def velden(model: type[BaseModel]) -> list[Veld]:
    """Return the fields of a model in order."""
    accounted = getattr(model, "velden_verplicht_verantwoord", ())
    return [
        Veld(
            model,
            info.alias or naam,
            info,
            uitleg_of(model, info.alias or naam),
            info.is_required(),
            naam in accounted,
        )
        for naam, info in model.model_fields.items()
    ]


def uitleg_of(model: type[BaseModel], naam: str) -> str:
    """Return what a field is for; raise ``KeyError`` for one that nobody explained."""
    for class_name in model.__mro__:
        if (sleutel := f"{class_name.__name__}.{naam}") in UITLEG:
            return UITLEG[sleutel]
    for sectie in getattr(model, "secties", ()):
        if naam in sectie.velden and sectie.kop:
            return str(sectie.kop)
    return UITLEG[naam]


def models() -> list[type[BaseModel]]:
    """Return every model of which an editor types the fields: each kind, and the blocks in it."""
    found: dict[type[BaseModel], None] = {}
    to_do: list[type[BaseModel]] = [Gemeente, *reversed(SOORTEN)]
    while to_do:
        model = to_do.pop()
        if model not in found:
            found[model] = None
            inner = [part for info in model.model_fields.values() for part in blocks(info)]
            to_do += reversed(inner)
    return [*found]


def blocks(info: FieldInfo) -> list[type[BaseModel]]:
    """Return the models that stand inside the value of a field."""
    return list(_in(info.annotation))


def _in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        if part is not types.NoneType:
            yield from _in(part)


def is_list(info: FieldInfo) -> bool:
    """Tell whether a field holds a list."""
    return typing.get_origin(_kern(info.annotation)) is tuple


def _kern(annotation: object) -> object:
    """Return what an optional or marked type is about."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _kern(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return _kern(next(d for d in typing.get_args(annotation) if d is not types.NoneType))
    return annotation


OF_ITSELF = frozenset({"id", "gecontroleerd", "controle_voor"})
"""What a command fills in by itself."""
EVERYWHERE = frozenset(Record.model_fields)
"""What every record has."""
