"""Small records for tests: each factory makes a valid one, a test changes only what it is about.

Records are written as YAML and read back by the real loader, so that every message in a test points
to a real line.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

import yaml
from annotated_types import MinLen
from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from macros.check.coherence import FIXED_CHOICES
from macros.check.regel import Controle
from macros.check.toegankelijkheid import WCAG_AA
from macros.corpus.corpus import Corpus, Vindplaats, Walked, build_corpus
from macros.load.error import Error
from macros.load.tree import YamlFile, read_yaml
from macros.model.adressen import Gepubliceerd, OudeAdressen
from macros.model.base import Basis, Bewering, Record, Term, Verwijzing
from macros.model.bronadres import Bronadressen
from macros.model.casusformulier import Casusformulier, Gegevenssoort
from macros.model.dates import Peildatum
from macros.model.instrument import Instrument
from macros.model.kennis import Begrip, Bron, Cijfer, Gebeurtenis, Grafiek, Initiatief, Vraag
from macros.model.keuzehulp import Keuzehulp
from macros.model.kwaliteit import Kwaliteit, Toegankelijkheid
from macros.model.leerpunt import Leerpunt
from macros.model.linkcontrole import Linkcontrole
from macros.model.mvt import MvtDocument, MvtPunt, Waarde, Waardenkader
from macros.model.nota import Notatabel
from macros.model.organisatie import Gemeentetabel, Organisatie, VervallenGemeentetabel
from macros.model.privacy import PrivacyUitzonderingen
from macros.model.recht import Verkenning, Wet, Wetsvoorstel
from macros.model.soorten import PER_SOORT, SOORTEN, Bestandsrecord
from macros.model.tegelkaart import Tegelkaart
from macros.model.uitzondering import Uitzonderingen
from macros.model.validate import VORMEN
from macros.model.vocabulaire import Site, Synoniemen, Vocabulaire
from macros.model.walk import walk

Model = TypeVar("Model", bound=BaseModel)
RawBlock = dict[str, object]
"""A block as it stands in YAML."""

PEILDATUM = "2026-11-21"
CHECK: RawBlock = {
    "gecontroleerd": {"datum": "2026-11-01", "rol": "redactie"},
    "controle_voor": "2027-05-01",
}
PMM_BRON = "N24"
ZIN = "Dit is een zin."


def make_bewering(**velden: object) -> RawBlock:
    """Return a statement as YAML has it."""
    plain = {"tekst": ZIN, "bronnen": [PMM_BRON], "stand": 2024, "zekerheid": "primair"}
    return plain | velden


def _record(model: type[Model], soort: str, slug: str, plain: RawBlock, velden: RawBlock) -> Model:
    base: RawBlock = {"id": f"{soort}:{slug}", "titel": f"Titel van {slug}"}
    if issubclass(model, Basis) and "zoektermen" in model.model_fields:
        termen = [f"{slug} een", f"{slug} twee", f"{slug} drie"]
        base |= {"samenvatting": ZIN, "zoektermen": termen} | CHECK
    together = base | plain | velden
    return model.model_validate({veld: waarde for veld, waarde in together.items() if waarde != []})


def make_bron(slug: str = PMM_BRON, **velden: object) -> Bron:
    plain: RawBlock = {
        "uitgever": "Tweede Kamer",
        "datum": "2024-04-22",
        "bronsoort": "kamerstuk",
        "aard": "primair",
        "url": "https://voorbeeld.nl/stuk",
        "gezien": "geheel",
        "geraadpleegd": "2026-11-01",
    }
    if slug == PMM_BRON:
        plain["over_pmm"] = ZIN
    return _record(Bron, "bron", slug, plain, velden)


def make_instrument(slug: str = "loket", /, **velden: object) -> Instrument:
    answered = Instrument.velden_verplicht_verantwoord
    plain: RawBlock = {"ketenplaats": "loket", "volgorde": 1, "nu_doen": [make_bewering()]}
    plain |= {veld: [make_bewering()] for veld in answered}
    return _record(Instrument, "instrument", slug, plain, velden)


def make_spoor(sleutel: str = "herstel", /, **velden: object) -> RawBlock:
    plain: RawBlock = {
        "sleutel": sleutel,
        "titel": "Herstel",
        "status": "loopt",
        "stand": 2024,
        "stappen": [make_bewering()],
    }
    return plain | velden


def make_leerpunt(slug: str = "alo-kop", /, **velden: object) -> Leerpunt:
    plain: RawBlock = {
        "nummer": "L01",
        "herkomst": "pmm",
        "aard": "knelpunt",
        "vorm": "concreet",
        "soorten": ["wet"],
        "leefgebieden": ["inkomen"],
        "situatie": [make_bewering()],
        "wetten": [make_bewering(wet="wet:participatiewet", rol="veroorzaakt")],
        "organisaties": [make_bewering(organisatie="organisatie:pmm")],
        "omvang": [make_bewering()],
        "sporen": [make_spoor()],
    }
    return _record(Leerpunt, "leerpunt", slug, plain, velden)


def make_wet(slug: str = "participatiewet", /, **velden: object) -> Wet:
    plain: RawBlock = {
        "bwb_id": "BWBR0015703",
        "groep": "inkomen",
        "waarover": [make_bewering()],
        "ministeries": [make_bewering(organisatie="organisatie:pmm")],
        "verificatie": make_bewering(codes=["A"]),
    }
    return _record(Wet, "wet", slug, plain, velden)


def make_wetsvoorstel(slug: str = "voorstel", /, **velden: object) -> Wetsvoorstel:
    plain: RawBlock = {
        "dossier": "36410",
        "status": "aanhangig",
        "kijk_opnieuw": "2027-05-01",
        "waarover": [make_bewering()],
        "stappen": [make_bewering()],
        "afloop": [make_bewering()],
    }
    return _record(Wetsvoorstel, "wetsvoorstel", slug, plain, velden)


def make_verkenning(slug: str = "time-out", /, **velden: object) -> Verkenning:
    plain: RawBlock = {"idee": [make_bewering()], "reden_gestopt": [make_bewering()]}
    return _record(Verkenning, "verkenning", slug, plain, velden)


def make_organisatie(slug: str = "pmm", /, **velden: object) -> Organisatie:
    plain: RawBlock = {"organisatiesoort": "ministerie", "rol_in_pmm": [make_bewering()]}
    return _record(Organisatie, "organisatie", slug, plain, velden)


def _alledaags(slug: str) -> list[str]:
    return [f"{wijze} {slug}" for wijze in ("gewoon", "hulp met", "vraag over", "recht op")]


def make_begrip(slug: str = "maatwerk", /, **velden: object) -> Begrip:
    plain: RawBlock = {
        "groep": "werken",
        "uitleg": [make_bewering(bron_omschrijft=True)],
        "alledaags": _alledaags(slug),
    }
    return _record(Begrip, "begrip", slug, plain, velden)


def make_cijfer(slug: str = "casussen-2023", /, **velden: object) -> Cijfer:
    plain: RawBlock = {
        "waarde": "105",
        "getal": 105,
        "eenheid": "casussen",
        "definitie": ZIN,
        "telwijze": "geteld",
        "periode": 2023,
        "onderwerp": "casussen",
        "beweringen": [make_bewering()],
    }
    return _record(Cijfer, "cijfer", slug, plain, velden)


def make_grafiek(slug: str = "casussen", /, **velden: object) -> Grafiek:
    cijfers = ["cijfer:casussen-2023", "cijfer:casussen-2024"]
    return _record(Grafiek, "grafiek", slug, {"samenvatting": ZIN, "cijfers": cijfers}, velden)


def make_gebeurtenis(slug: str = "start", /, **velden: object) -> Gebeurtenis:
    plain: RawBlock = {"datum": "2019-10-29", "thema": "pmm", "beweringen": [make_bewering()]}
    return _record(Gebeurtenis, "gebeurtenis", slug, plain, velden)


def make_initiatief(slug: str = "kafka", /, **velden: object) -> Initiatief:
    plain: RawBlock = {"eigenaar": [make_bewering()], "verzamelt": [make_bewering()]}
    return _record(Initiatief, "initiatief", slug, plain, velden)


def make_vraag(slug: str = "nummer", /, **velden: object) -> Vraag:
    plain: RawBlock = {"aan": ["organisatie:pmm"], "levert_op": ZIN, "gezocht": ZIN}
    return _record(Vraag, "vraag", slug, plain, velden)


def make_mvt(slug: str = "document", /, **velden: object) -> MvtDocument:
    plain: RawBlock = {"samenvatting": "De wet is denkbeeldig.", "staat_vast": [make_bewering()]}
    return _record(MvtDocument, "mvt", slug, plain, velden)


def make_mvtpunt(slug: str = "a-doel", /, **velden: object) -> MvtPunt:
    plain: RawBlock = {
        "samenvatting": "De wet is denkbeeldig.",
        "letter": "a",
        "vraag": make_bewering(),
        "beweringen": [make_bewering()],
        "recht": [make_bewering(wet="wet:participatiewet")],
    }
    return _record(MvtPunt, "mvtpunt", slug, plain, velden)


def make_waardenkader(slug: str = "kader", /, **velden: object) -> Waardenkader:
    plain: RawBlock = {
        "eigenaar": "Iemand",
        "kadersoort": "overheid",
        "kern": [make_bewering()],
        "verhouding": [make_bewering()],
    }
    return _record(Waardenkader, "waardenkader", slug, plain, velden)


def make_waarde(slug: str = "respect", /, **velden: object) -> Waarde:
    plain: RawBlock = {"volgens_wie": [make_bewering(kader="waardenkader:kader")]}
    return _record(Waarde, "waarde", slug, plain, velden)


def make_gemeente(cbs: str = "GM0363", /, **velden: object) -> RawBlock:
    return {"cbs": cbs, "naam": f"Gemeente {cbs}", "provincie": "noord-holland"} | velden


def make_vervallen(cbs: str = "GM0362", /, **velden: object) -> RawBlock:
    plain: RawBlock = {
        "cbs": cbs,
        "naam": f"Oude gemeente {cbs}",
        "vervallen_per": "2019-01-01",
        "wijziging": "opgegaan in een andere gemeente",
        "opvolgers": ["GM0363"],
    }
    return plain | velden


def make_vocabulaire(as_: str, sleutels: Iterable[str]) -> Vocabulaire:
    """Return a vocabulary with these terms."""
    plain: RawBlock = {"uitleg": ZIN} | ({"jaren": 2} if as_ == "houdbaarheid" else {})
    termen = [
        {"sleutel": sleutel, "label": sleutel, "alledaags": _alledaags(sleutel)} | plain
        for sleutel in sleutels
    ]
    return Vocabulaire.model_validate({"as": as_, "titel": as_, "uitleg": ZIN, "termen": termen})


def make_antwoord(sleutel: str, naar: str, /, **velden: object) -> RawBlock:
    return {"sleutel": sleutel, "tekst": f"Antwoord {sleutel}", "naar": naar} | velden


def make_keuzevraag(sleutel: str, /, **antwoorden: str) -> RawBlock:
    """Return a question; each keyword is an answer and where that leads."""
    lijst = [make_antwoord(antwoord, naar) for antwoord, naar in antwoorden.items()]
    return {"sleutel": sleutel, "vraag": f"Vraag {sleutel}?", "antwoorden": lijst}


def make_uitkomst(sleutel: str, /, **velden: object) -> RawBlock:
    return {"sleutel": sleutel, "titel": f"Uitkomst {sleutel}"} | velden


def make_keuzehulp(records: Iterable[Bestandsrecord] = ()) -> RawBlock:
    """Return a decision aid of one question, in which each instrument is an outcome."""
    grounded: dict[str, RawBlock] = {
        record.slug: {"haalt_aan": [make_quotation(record.id, "nu_doen", record.nu_doen[0].tekst)]}
        for record in records
        if isinstance(record, Instrument)
    } or {"weg": {}}
    vraag = make_keuzevraag("begin") | {
        "antwoorden": [
            make_antwoord(f"antwoord-{nummer}", slug, **grounded[slug])
            for nummer, slug in enumerate([*grounded, *grounded])
        ]
    }
    uitkomsten = [
        make_uitkomst(slug, **velden, **({"instrument": f"instrument:{slug}"} if velden else {}))
        for slug, velden in grounded.items()
    ]
    return {"start": "begin", "vragen": [vraag], "uitkomsten": uitkomsten} | CHECK


def make_quotation(record: str, veld: str, begint: str) -> RawBlock:
    return {"record": record, "veld": veld, "begint": begint}


def make_casusformulier(**velden: object) -> RawBlock:
    plain: RawBlock = {
        "kop": "Casus",
        "herkomst": ZIN,
        "velden": [{"sleutel": "situatie", "label": "Wat is er?", "uitleg": ZIN}],
        "waarschuwingen": [
            {"soort": soort, "tekst": ZIN} for soort in typing.get_args(Gegevenssoort)
        ],
    }
    return plain | CHECK | velden


def make_notas(records: Iterable[Bestandsrecord] = ()) -> RawBlock:
    """Return a table of one memo of one sentence, held by the first term there is."""
    begrip = next((record.id for record in records if isinstance(record, Begrip)), None)
    place = {"record": begrip or "begrip:maatwerk", "veld": "uitleg"}
    zin = {"nummer": 1, "inhoud": ZIN, "staat_in": [place]}
    return {"notas": [{"bron": PMM_BRON, "zinnen": [zin]}]}


def make_tegelkaart(codes: Iterable[str] = ("GM0363",), /, **velden: object) -> RawBlock:
    """Return a map of one row, with a square for each code."""
    tegels = [{"gemeente": cbs, "x": x, "y": 0} for x, cbs in enumerate(dict.fromkeys(codes))]
    return {"toelichting": ZIN, "breedte": len(tegels), "hoogte": 1, "tegels": tegels} | velden


def make_toegankelijkheid(**velden: object) -> RawBlock:
    """Return a statement in which nothing wrong was found."""
    criteria = [
        {
            "nummer": nummer,
            "naam": f"Criterium {nummer}",
            "niveau": "A",
            "wijze": "automatisch",
            "uitkomst": "geen-fout",
            "toelichting": ZIN,
        }
        for nummer in WCAG_AA
    ]
    plain: RawBlock = {
        "status": "geen",
        "uitleg": ZIN,
        "hiaten": [ZIN],
        "browsers": [{"naam": "Chrome", "vanaf": "109", "codes": ["chrome", "edge"]}],
        "criteria": criteria,
    }
    return plain | CHECK | velden


KWALITEIT: RawBlock = {
    "versie": "1",
    "peildatum": PEILDATUM,
    "metingen": [{"poort": "html", "cijfers": [{"naam": "fouten", "waarde": "0"}]}],
}


def make(model: type[Model], slug: str = "proef", /, **velden: object) -> Model:
    """Return a record of any kind, with what its fields ask for and no more."""
    soort = str(getattr(model, "soort", ""))
    plain = {
        veld.alias or naam: _waarde(veld.annotation, veld.metadata)
        for naam, veld in model.model_fields.items()
        if veld.is_required() and naam not in Record.model_fields
    }
    for veld in getattr(model, "velden_verplicht_verantwoord", ()):
        annotation = model.model_fields[veld].annotation
        plain.setdefault(veld, _waarde(annotation, model.model_fields[veld].metadata))
    if issubclass(model, Grafiek):
        plain["samenvatting"] = ZIN
    return _record(model, soort, slug, plain, velden)


def _waarde(annotation: object, metadata: Sequence[object]) -> object:  # noqa: C901, PLR0911  a case per type
    """Return a value that a field of this type takes, as YAML has it."""
    velden = [mark for mark in metadata if isinstance(mark, FieldInfo)]
    for mark in [*metadata, *(part for veld in velden for part in veld.metadata)]:
        match mark:
            case Verwijzing(("bron",)):
                return PMM_BRON
            case Verwijzing(soorten):
                return next(record.id for record in _gewone_records() if record.soort in soorten)
            case Term(as_):
                return FIXED_CHOICES.get(as_, ("proef",))[0]
            case _ if (pattern := str(getattr(mark, "pattern", None))) in VORMEN:
                woorden = re.split(r"[ ,„”:]+", VORMEN[pattern])
                return next((woord for woord in woorden if re.match(pattern, woord)), "1")
            case AfterValidator(func=func) if func.__name__ == "_whole_zin":
                return ZIN
    parts = typing.get_args(annotation)
    match typing.get_origin(annotation):
        case typing.Annotated:
            return _waarde(parts[0], parts[1:])
        case typing.Literal:
            return parts[0]
        case soort if soort is tuple:
            aantal = next((m.min_length for m in metadata if isinstance(m, MinLen)), 1)
            return [_waarde(parts[0], ()) for _ in range(aantal)]
        case typing.Union | types.UnionType:
            return _waarde(parts[0], metadata)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if issubclass(annotation, Bewering):
            plain = make_bewering()
            return plain | {
                naam: _waarde(veld.annotation, veld.metadata)
                for naam, veld in annotation.model_fields.items()
                if veld.is_required() and naam not in plain
            }
        return {
            veld.alias or naam: _waarde(veld.annotation, veld.metadata)
            for naam, veld in annotation.model_fields.items()
            if veld.is_required()
        }
    waarden: Mapping[object, object] = {
        str: "Een tekst",
        int: 1,
        float: 1.0,
        bool: False,
        date: CHECK["controle_voor"],
        Peildatum: "2024-03",
    }
    return waarden[annotation]


def one_of_each() -> list[Bestandsrecord]:
    """Return a small corpus in which everything fits: at least one record of each kind."""
    plain = _gewone_records()
    rest = [soort for soort in SOORTEN if soort.soort not in {record.soort for record in plain}]
    return [*plain, *map(make, rest)]


def _gewone_records() -> list[Bestandsrecord]:
    return [
        make_bron(),
        make_instrument(),
        make_leerpunt(),
        make_wet(),
        make_wetsvoorstel(),
        make_verkenning(),
        make_organisatie(),
        make_begrip(),
        make_cijfer(),
        make_cijfer("casussen-2024", periode=2024),
        make_grafiek(),
        make_gebeurtenis(),
        make_initiatief(),
        make_vraag(),
        make_mvt(),
        make_mvtpunt(),
        make_waardenkader(),
        make_waarde(),
    ]


def make_corpus(  # noqa: PLR0913  every argument is one part of data/
    *records: Bestandsrecord,
    under: Mapping[str, Bestandsrecord] | None = None,
    gemeenten: Sequence[RawBlock] = (),
    vervallen: Sequence[RawBlock] = (),
    vocabulaires: Mapping[str, Vocabulaire] | None = None,
    table: Mapping[str, object] | None = None,
    keuzehulp: RawBlock | None = None,
    casusformulier: RawBlock | None = None,
    tegelkaart: RawBlock | None = None,
    toegankelijkheid: RawBlock | None = None,
    synoniemen: Sequence[RawBlock] = (),
    notas: RawBlock | None = None,
    uitzonderingen: RawBlock | None = None,
    indienen: RawBlock | None = None,
    bronadressen: RawBlock | None = None,
    linkcontrole: RawBlock | None = None,
    old_adressen: RawBlock | None = None,
    gepubliceerd: RawBlock | None = None,
) -> Corpus:
    """Index ``records``, plus those in ``under`` under another id than they carry themselves.

    Vocabularies hold just the terms in use, unless given. ``table`` changes both tables of
    municipalities.
    """
    inhoud = {record.id: record for record in records} | dict(under or {})
    table_fields: RawBlock = {"bronnen": [PMM_BRON], "stand": 2024, "toelichting": ZIN} | CHECK
    table_fields |= dict(table or {})
    gemeentetabel = Gemeentetabel.model_validate(
        table_fields
        | ({"indienen": indienen} if indienen else {})
        | {"gemeenten": list(gemeenten) or [make_gemeente()]}
    )
    vervallentabel = VervallenGemeentetabel.model_validate(
        table_fields | {"gemeenten": list(vervallen) or [make_vervallen()]}
    )
    axes = _axes([*inhoud.values(), gemeentetabel, vervallentabel])
    axes |= dict(vocabulaires or {})
    choice = Keuzehulp.model_validate(keuzehulp or make_keuzehulp(inhoud.values()))
    form = Casusformulier.model_validate(casusformulier or make_casusformulier())
    codes_ = [gemeente.cbs for gemeente in gemeentetabel.gemeenten]
    tegels = Tegelkaart.model_validate(tegelkaart or make_tegelkaart(codes_))
    groepen = Synoniemen.model_validate({"synoniemen": list(synoniemen) or SYNONIEMEN})
    declaration = Toegankelijkheid.model_validate(toegankelijkheid or make_toegankelijkheid())
    kwaliteit = Kwaliteit.model_validate(KWALITEIT)
    tables: dict[str, BaseModel] = {
        "site": Site.model_validate(SITE),
        "gemeenten": gemeentetabel,
        "vervallen-gemeenten": vervallentabel,
        "synoniemen": groepen,
        "keuzehulp": choice,
        "casusformulier": form,
        "tegelkaart": tegels,
        "toegankelijkheid": declaration,
        "kwaliteit": kwaliteit,
        "privacy-uitzonderingen": PrivacyUitzonderingen.model_validate(NO_PERSON),
        "docs-uitzonderingen": Uitzonderingen.model_validate(uitzonderingen or UITZONDERING),
        "bronadressen": Bronadressen.model_validate(bronadressen or BRONADRESSEN),
        "linkcontrole": Linkcontrole.model_validate(linkcontrole or {"toelichting": ZIN}),
        "oude-adressen": OudeAdressen.model_validate(old_adressen or {"toelichting": ZIN}),
        "gepubliceerd": Gepubliceerd.model_validate(gepubliceerd or GEPUBLICEERD),
        "notas": Notatabel.model_validate(notas or make_notas(inhoud.values())),
    }
    read = {sleutel: Vindplaats(_file(sleutel, model)) for sleutel, model in inhoud.items()}
    for naam, model in tables.items():
        read[f"tabel:{naam}"] = Vindplaats(parse(f"data/{naam}.yml", as_yaml(model)))
    for naam, vocabulaire in axes.items():
        file = parse(f"data/vocabulaires/{naam}.yml", as_yaml(vocabulaire))
        read[f"vocabulaire:{naam}"] = Vindplaats(file)
    return build_corpus(records=inhoud, vocabulaires=axes, tables=tables, read=read)


def rebuilt(
    corpus: Corpus,
    records: Iterable[Bestandsrecord] = (),
    vocabulaires: Mapping[str, Vocabulaire] | None = None,
    **tables: BaseModel,
) -> Corpus:
    """Index a corpus again with these records, vocabularies and tables in the place of its own."""
    return build_corpus(
        records={**corpus.records, **{record.id: record for record in records}},
        vocabulaires={**corpus.vocabulaires, **(vocabulaires or {})},
        tables={**corpus.tables, **tables},
        read=corpus.read,
        walked=_WALKED.setdefault(corpus, {}),
    )


_WALKED: WeakKeyDictionary[Corpus, Walked] = WeakKeyDictionary()
"""What stands in the records of a corpus that tests change again and again."""


NO_PERSON: RawBlock = {
    "uitzonderingen": [
        {"stuk": "redactie@kennisbank.example", "soort": "een e-mailadres", "reden": ZIN}
    ]
}
BRONADRESSEN: RawBlock = {"woorden": ["voorbeeld", "stuk"]}
UITZONDERING: RawBlock = {"uitzonderingen": [{"pagina": "index.md", "reden": ZIN}]}
GEPUBLICEERD: RawBlock = {"toelichting": ZIN, "adressen": ["begrippen/maatwerk/"]}
SITE: RawBlock = {
    "naam": "Kennisbank",
    "ondertitel": ZIN,
    "afzender": ZIN,
    "adres": "https://kennisbank.example/",
    "peildatum": PEILDATUM,
    "versie": "1",
    "verbeteradres": "https://kennisbank.example/verbeter",
    "contact": "mailto:redactie@kennisbank.example",
}
SYNONIEMEN: Sequence[RawBlock] = [{"termen": ["zin", "volzin"]}]
"""Leads to every record, for each of them holds ``ZIN``."""


def _axes(models: Iterable[BaseModel]) -> dict[str, Vocabulaire]:
    """Return the vocabularies that these records need, and those that the model fixes."""
    used = {naam: list(choices) for naam, choices in FIXED_CHOICES.items()}
    for model in models:
        for _, waarde, mark in walk(model):
            if isinstance(mark, Term) and waarde not in used.setdefault(mark.as_, []):
                used[mark.as_].append(str(waarde))
    return {naam: make_vocabulaire(naam, sleutels) for naam, sleutels in used.items()}


def as_yaml(model: BaseModel) -> str:
    """Return a record as an editor would have typed it."""
    return _typed(model.model_dump_json(by_alias=True, exclude_unset=True))


@cache
def _typed(raw: str) -> str:
    """Return it from JSON; remembered, as every made corpus holds the same tables and terms."""
    return naar_yaml(json.loads(raw))


ALWAYS = "Ook een gemeente die niet is aangesloten, mag indienen."
INDIENEN: RawBlock = {"record": "instrument:loket", "veld": "voor_wie", "begint": ALWAYS}


def make_complete_corpus(*records: Bestandsrecord) -> Corpus:
    """Index one of each and ``records``, with all that a build asks for."""
    loket = make_instrument(voor_wie=[make_bewering(tekst=ALWAYS)])
    own = [loket if record.id == loket.id else record for record in one_of_each()]
    return make_corpus(*own, *records, indienen=INDIENEN)


def naar_yaml(waarde: object) -> str:
    """Return plain values as YAML."""
    tekst: str = yaml.dump(
        waarde, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )
    return tekst


@cache
def parse(naam: str, tekst: str) -> YamlFile:
    """Read YAML that has to be right; nobody may change what it says, as others get it too."""
    file, errors = read_yaml(tekst, naam)
    assert file is not None, errors
    assert errors == []
    return file


def _file(sleutel: str, model: BaseModel) -> YamlFile:
    soort, _, slug = sleutel.partition(":")
    return parse(f"data/{PER_SOORT[soort].mapnaam}/{slug}.yml", as_yaml(model))


def write(corpus: Corpus, root: Path) -> None:
    """Write every file of a made corpus below ``root``."""
    # A row of a table stands in the file of that table.
    for naam, file in {one.file.naam: one.file for one in corpus.read.values()}.items():
        pad = root / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(_typed(json.dumps(file.waarde)), encoding="utf-8")


def only(regel: Controle, corpus: Corpus) -> Error:
    """Run one rule; return the only message it has."""
    errors = list(regel(corpus))
    assert len(errors) == 1, errors
    return errors[0]


def pointed_at(corpus: Corpus, error: Error) -> str:
    """Return the text from the place that a message points to, up to the end of that line."""
    for plaats in corpus.read.values():
        if plaats.file.naam == error.file:
            regels = naar_yaml(plaats.file.waarde).splitlines()
            return regels[error.regel - 1][error.column - 1 :]
    raise AssertionError(error.file)
