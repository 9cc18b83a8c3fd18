"""Small records for tests: each factory makes a valid one, a test changes only what it is about.

Records are written as YAML and read back by the real loader, so that every message in a test points
to a real line.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import yaml
from annotated_types import MinLen
from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from macros.check.regel import Controle
from macros.check.samenhang import VASTE_KEUZEN
from macros.check.toegankelijkheid import WCAG_AA
from macros.corpus.corpus import Corpus, Vindplaats, bouw_corpus
from macros.load.boom import Bestand, lees_tekst
from macros.load.fout import Fout
from macros.model.basis import Basis, Bewering, Record, Term, Verwijzing
from macros.model.bladeren import bladeren
from macros.model.bronadres import Bronadressen
from macros.model.casusformulier import Casusformulier, Gegevenssoort
from macros.model.datering import Peildatum
from macros.model.instrument import Instrument
from macros.model.kennis import Begrip, Bron, Cijfer, Gebeurtenis, Grafiek, Initiatief, Vraag
from macros.model.keuzehulp import Keuzehulp
from macros.model.kwaliteit import Kwaliteit, Toegankelijkheid
from macros.model.leerpunt import Leerpunt
from macros.model.lees import VORMEN
from macros.model.mvt import MvtDocument, MvtPunt, Waarde, Waardenkader
from macros.model.nota import Notatabel
from macros.model.organisatie import Gemeentetabel, Organisatie, VervallenGemeentetabel
from macros.model.privacy import PrivacyUitzonderingen
from macros.model.recht import Verkenning, Wet, Wetsvoorstel
from macros.model.soorten import PER_SOORT, SOORTEN, Bestandsrecord
from macros.model.tegelkaart import Tegelkaart
from macros.model.uitzondering import Uitzonderingen
from macros.model.vocabulaire import Site, Synoniemen, Vocabulaire

Model = TypeVar("Model", bound=BaseModel)
Ruw = dict[str, object]
"""A block as it stands in YAML."""

PEILDATUM = "2026-11-21"
CONTROLE: Ruw = {
    "gecontroleerd": {"datum": "2026-11-01", "rol": "redactie"},
    "controle_voor": "2027-05-01",
}
PMM_BRON = "N24"
ZIN = "Dit is een zin."


def maak_bewering(**velden: object) -> Ruw:
    """Return a statement as YAML has it."""
    gewoon = {"tekst": ZIN, "bronnen": [PMM_BRON], "stand": 2024, "zekerheid": "primair"}
    return gewoon | velden


def _record(model: type[Model], soort: str, slug: str, gewoon: Ruw, velden: Ruw) -> Model:
    basis: Ruw = {"id": f"{soort}:{slug}", "titel": f"Titel van {slug}"}
    if issubclass(model, Basis) and "zoektermen" in model.model_fields:
        termen = [f"{slug} een", f"{slug} twee", f"{slug} drie"]
        basis |= {"samenvatting": ZIN, "zoektermen": termen} | CONTROLE
    samen = basis | gewoon | velden
    return model.model_validate({veld: waarde for veld, waarde in samen.items() if waarde != []})


def maak_bron(slug: str = PMM_BRON, **velden: object) -> Bron:
    gewoon: Ruw = {
        "uitgever": "Tweede Kamer",
        "datum": "2024-04-22",
        "bronsoort": "kamerstuk",
        "aard": "primair",
        "url": "https://voorbeeld.nl/stuk",
        "gezien": "geheel",
        "geraadpleegd": "2026-11-01",
    }
    if slug == PMM_BRON:
        gewoon["over_pmm"] = ZIN
    return _record(Bron, "bron", slug, gewoon, velden)


def maak_instrument(slug: str = "loket", /, **velden: object) -> Instrument:
    beantwoord = Instrument.velden_verplicht_verantwoord
    gewoon: Ruw = {"ketenplaats": "loket", "volgorde": 1, "nu_doen": [maak_bewering()]}
    gewoon |= {veld: [maak_bewering()] for veld in beantwoord}
    return _record(Instrument, "instrument", slug, gewoon, velden)


def maak_spoor(sleutel: str = "herstel", /, **velden: object) -> Ruw:
    gewoon: Ruw = {
        "sleutel": sleutel,
        "titel": "Herstel",
        "status": "loopt",
        "stand": 2024,
        "stappen": [maak_bewering()],
    }
    return gewoon | velden


def maak_leerpunt(slug: str = "alo-kop", /, **velden: object) -> Leerpunt:
    gewoon: Ruw = {
        "nummer": "L01",
        "herkomst": "pmm",
        "aard": "knelpunt",
        "vorm": "concreet",
        "soorten": ["wet"],
        "leefgebieden": ["inkomen"],
        "situatie": [maak_bewering()],
        "wetten": [maak_bewering(wet="wet:participatiewet", rol="veroorzaakt")],
        "organisaties": [maak_bewering(organisatie="organisatie:pmm")],
        "omvang": [maak_bewering()],
        "sporen": [maak_spoor()],
    }
    return _record(Leerpunt, "leerpunt", slug, gewoon, velden)


def maak_wet(slug: str = "participatiewet", /, **velden: object) -> Wet:
    gewoon: Ruw = {
        "bwb_id": "BWBR0015703",
        "groep": "inkomen",
        "waarover": [maak_bewering()],
        "ministeries": [maak_bewering(organisatie="organisatie:pmm")],
        "verificatie": maak_bewering(codes=["A"]),
    }
    return _record(Wet, "wet", slug, gewoon, velden)


def maak_wetsvoorstel(slug: str = "voorstel", /, **velden: object) -> Wetsvoorstel:
    gewoon: Ruw = {
        "dossier": "36410",
        "status": "aanhangig",
        "kijk_opnieuw": "2027-05-02",
        "waarover": [maak_bewering()],
        "stappen": [maak_bewering()],
        "afloop": [maak_bewering()],
    }
    return _record(Wetsvoorstel, "wetsvoorstel", slug, gewoon, velden)


def maak_verkenning(slug: str = "time-out", /, **velden: object) -> Verkenning:
    gewoon: Ruw = {"idee": [maak_bewering()], "reden_gestopt": [maak_bewering()]}
    return _record(Verkenning, "verkenning", slug, gewoon, velden)


def maak_organisatie(slug: str = "pmm", /, **velden: object) -> Organisatie:
    gewoon: Ruw = {"organisatiesoort": "ministerie", "rol_in_pmm": [maak_bewering()]}
    return _record(Organisatie, "organisatie", slug, gewoon, velden)


def maak_begrip(slug: str = "maatwerk", /, **velden: object) -> Begrip:
    gewoon: Ruw = {
        "groep": "werken",
        "uitleg": [maak_bewering(bron_omschrijft=True)],
        "alledaags": [f"gewoon {slug}"],
    }
    return _record(Begrip, "begrip", slug, gewoon, velden)


def maak_cijfer(slug: str = "casussen-2023", /, **velden: object) -> Cijfer:
    gewoon: Ruw = {
        "waarde": "105",
        "getal": 105,
        "eenheid": "casussen",
        "definitie": ZIN,
        "telwijze": "geteld",
        "periode": 2023,
        "onderwerp": "casussen",
        "beweringen": [maak_bewering()],
    }
    return _record(Cijfer, "cijfer", slug, gewoon, velden)


def maak_grafiek(slug: str = "casussen", /, **velden: object) -> Grafiek:
    cijfers = ["cijfer:casussen-2023", "cijfer:casussen-2024"]
    return _record(Grafiek, "grafiek", slug, {"samenvatting": ZIN, "cijfers": cijfers}, velden)


def maak_gebeurtenis(slug: str = "start", /, **velden: object) -> Gebeurtenis:
    gewoon: Ruw = {"datum": "2019-10-29", "thema": "pmm", "beweringen": [maak_bewering()]}
    return _record(Gebeurtenis, "gebeurtenis", slug, gewoon, velden)


def maak_initiatief(slug: str = "kafka", /, **velden: object) -> Initiatief:
    gewoon: Ruw = {"eigenaar": [maak_bewering()], "verzamelt": [maak_bewering()]}
    return _record(Initiatief, "initiatief", slug, gewoon, velden)


def maak_vraag(slug: str = "nummer", /, **velden: object) -> Vraag:
    gewoon: Ruw = {"aan": ["organisatie:pmm"], "levert_op": ZIN, "gezocht": ZIN}
    return _record(Vraag, "vraag", slug, gewoon, velden)


def maak_mvt(slug: str = "document", /, **velden: object) -> MvtDocument:
    gewoon: Ruw = {"samenvatting": "De wet is denkbeeldig.", "staat_vast": [maak_bewering()]}
    return _record(MvtDocument, "mvt", slug, gewoon, velden)


def maak_mvtpunt(slug: str = "a-doel", /, **velden: object) -> MvtPunt:
    gewoon: Ruw = {
        "samenvatting": "De wet is denkbeeldig.",
        "letter": "a",
        "vraag": maak_bewering(),
        "beweringen": [maak_bewering()],
        "recht": [maak_bewering(wet="wet:participatiewet")],
    }
    return _record(MvtPunt, "mvtpunt", slug, gewoon, velden)


def maak_waardenkader(slug: str = "kader", /, **velden: object) -> Waardenkader:
    gewoon: Ruw = {
        "eigenaar": "Iemand",
        "kadersoort": "overheid",
        "kern": [maak_bewering()],
        "verhouding": [maak_bewering()],
    }
    return _record(Waardenkader, "waardenkader", slug, gewoon, velden)


def maak_waarde(slug: str = "respect", /, **velden: object) -> Waarde:
    gewoon: Ruw = {"volgens_wie": [maak_bewering(kader="waardenkader:kader")]}
    return _record(Waarde, "waarde", slug, gewoon, velden)


def maak_gemeente(cbs: str = "GM0363", /, **velden: object) -> Ruw:
    return {"cbs": cbs, "naam": f"Gemeente {cbs}", "provincie": "noord-holland"} | velden


def maak_vervallen(cbs: str = "GM0362", /, **velden: object) -> Ruw:
    gewoon: Ruw = {
        "cbs": cbs,
        "naam": f"Oude gemeente {cbs}",
        "vervallen_per": "2019-01-01",
        "wijziging": "opgegaan in een andere gemeente",
        "opvolgers": ["GM0363"],
    }
    return gewoon | velden


def maak_vocabulaire(as_: str, sleutels: Iterable[str]) -> Vocabulaire:
    """Return a vocabulary with these terms."""
    gewoon: Ruw = {"uitleg": ZIN}
    termen = [
        {"sleutel": sleutel, "label": sleutel, "alledaags": [f"gewoon {sleutel}"]} | gewoon
        for sleutel in sleutels
    ]
    return Vocabulaire.model_validate({"as": as_, "titel": as_, "uitleg": ZIN, "termen": termen})


def maak_antwoord(sleutel: str, naar: str, /, **velden: object) -> Ruw:
    return {"sleutel": sleutel, "tekst": f"Antwoord {sleutel}", "naar": naar} | velden


def maak_keuzevraag(sleutel: str, /, **antwoorden: str) -> Ruw:
    """Return a question; each keyword is an answer and where that leads."""
    lijst = [maak_antwoord(antwoord, naar) for antwoord, naar in antwoorden.items()]
    return {"sleutel": sleutel, "vraag": f"Vraag {sleutel}?", "antwoorden": lijst}


def maak_uitkomst(sleutel: str, /, **velden: object) -> Ruw:
    return {"sleutel": sleutel, "titel": f"Uitkomst {sleutel}"} | velden


def maak_keuzehulp(records: Iterable[Bestandsrecord] = ()) -> Ruw:
    """Return a decision aid of one question, in which each instrument is an outcome."""
    onderbouwd: dict[str, Ruw] = {
        record.slug: {"haalt_aan": [maak_aanhaling(record.id, "nu_doen", record.nu_doen[0].tekst)]}
        for record in records
        if isinstance(record, Instrument)
    } or {"weg": {}}
    vraag = maak_keuzevraag("begin") | {
        "antwoorden": [
            maak_antwoord(f"antwoord-{nummer}", slug, **onderbouwd[slug])
            for nummer, slug in enumerate([*onderbouwd, *onderbouwd])
        ]
    }
    uitkomsten = [
        maak_uitkomst(slug, **velden, **({"instrument": f"instrument:{slug}"} if velden else {}))
        for slug, velden in onderbouwd.items()
    ]
    return {"start": "begin", "vragen": [vraag], "uitkomsten": uitkomsten} | CONTROLE


def maak_aanhaling(record: str, veld: str, begint: str) -> Ruw:
    return {"record": record, "veld": veld, "begint": begint}


def maak_casusformulier(**velden: object) -> Ruw:
    gewoon: Ruw = {
        "kop": "Casus",
        "herkomst": ZIN,
        "velden": [{"sleutel": "situatie", "label": "Wat is er?", "uitleg": ZIN}],
        "waarschuwingen": [
            {"soort": soort, "tekst": ZIN} for soort in typing.get_args(Gegevenssoort)
        ],
    }
    return gewoon | CONTROLE | velden


def maak_notas(records: Iterable[Bestandsrecord] = ()) -> Ruw:
    """Return a table of one memo of one sentence, held by the first term there is."""
    begrip = next((record.id for record in records if isinstance(record, Begrip)), None)
    plek = {"record": begrip or "begrip:maatwerk", "veld": "uitleg"}
    zin = {"nummer": 1, "inhoud": ZIN, "staat_in": [plek]}
    return {"notas": [{"bron": PMM_BRON, "zinnen": [zin]}]}


def maak_tegelkaart(codes: Iterable[str] = ("GM0363",), /, **velden: object) -> Ruw:
    """Return a map of one row, with a square for each code."""
    tegels = [{"gemeente": cbs, "x": x, "y": 0} for x, cbs in enumerate(dict.fromkeys(codes))]
    return {"toelichting": ZIN, "breedte": len(tegels), "hoogte": 1, "tegels": tegels} | velden


def maak_toegankelijkheid(**velden: object) -> Ruw:
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
    gewoon: Ruw = {
        "status": "geen",
        "uitleg": ZIN,
        "hiaten": [ZIN],
        "browsers": [{"naam": "Chrome", "vanaf": "109", "codes": ["chrome", "edge"]}],
        "criteria": criteria,
    }
    return gewoon | CONTROLE | velden


KWALITEIT: Ruw = {
    "versie": "1",
    "peildatum": PEILDATUM,
    "metingen": [{"poort": "html", "cijfers": [{"naam": "fouten", "waarde": "0"}]}],
}


def maak(model: type[Model], slug: str = "proef", /, **velden: object) -> Model:
    """Return a record of any kind, with what its fields ask for and no more."""
    soort = str(getattr(model, "soort", ""))
    gewoon = {
        veld.alias or naam: _waarde(veld.annotation, veld.metadata)
        for naam, veld in model.model_fields.items()
        if veld.is_required() and naam not in Record.model_fields
    }
    for veld in getattr(model, "velden_verplicht_verantwoord", ()):
        annotatie = model.model_fields[veld].annotation
        gewoon.setdefault(veld, _waarde(annotatie, model.model_fields[veld].metadata))
    if issubclass(model, Grafiek):
        gewoon["samenvatting"] = ZIN
    return _record(model, soort, slug, gewoon, velden)


def _waarde(annotatie: object, metadata: Sequence[object]) -> object:  # noqa: C901, PLR0911  a case per type
    """Return a value that a field of this type takes, as YAML has it."""
    velden = [merk for merk in metadata if isinstance(merk, FieldInfo)]
    for merk in [*metadata, *(deel for veld in velden for deel in veld.metadata)]:
        match merk:
            case Verwijzing(("bron",)):
                return PMM_BRON
            case Verwijzing(soorten):
                return next(record.id for record in _gewone_records() if record.soort in soorten)
            case Term(as_):
                return VASTE_KEUZEN.get(as_, ("proef",))[0]
            case _ if (patroon := str(getattr(merk, "pattern", None))) in VORMEN:
                woorden = re.split(r"[ ,„”:]+", VORMEN[patroon])
                return next((woord for woord in woorden if re.match(patroon, woord)), "1")
            case AfterValidator(func=func) if func.__name__ == "_hele_zin":
                return ZIN
    delen = typing.get_args(annotatie)
    match typing.get_origin(annotatie):
        case typing.Annotated:
            return _waarde(delen[0], delen[1:])
        case typing.Literal:
            return delen[0]
        case soort if soort is tuple:
            aantal = next((m.min_length for m in metadata if isinstance(m, MinLen)), 1)
            return [_waarde(delen[0], ()) for _ in range(aantal)]
        case typing.Union | types.UnionType:
            return _waarde(delen[0], metadata)
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        if issubclass(annotatie, Bewering):
            gewoon = maak_bewering()
            return gewoon | {
                naam: _waarde(veld.annotation, veld.metadata)
                for naam, veld in annotatie.model_fields.items()
                if veld.is_required() and naam not in gewoon
            }
        return {
            veld.alias or naam: _waarde(veld.annotation, veld.metadata)
            for naam, veld in annotatie.model_fields.items()
            if veld.is_required()
        }
    waarden: Mapping[object, object] = {
        str: "Een tekst",
        int: 1,
        float: 1.0,
        bool: False,
        date: CONTROLE["controle_voor"],
        Peildatum: "2024-03",
    }
    return waarden[annotatie]


def een_van_elk() -> list[Bestandsrecord]:
    """Return a small corpus in which everything fits: at least one record of each kind."""
    gewoon = _gewone_records()
    rest = [soort for soort in SOORTEN if soort.soort not in {record.soort for record in gewoon}]
    return [*gewoon, *map(maak, rest)]


def _gewone_records() -> list[Bestandsrecord]:
    return [
        maak_bron(),
        maak_instrument(),
        maak_leerpunt(),
        maak_wet(),
        maak_wetsvoorstel(),
        maak_verkenning(),
        maak_organisatie(),
        maak_begrip(),
        maak_cijfer(),
        maak_cijfer("casussen-2024"),
        maak_grafiek(),
        maak_gebeurtenis(),
        maak_initiatief(),
        maak_vraag(),
        maak_mvt(),
        maak_mvtpunt(),
        maak_waardenkader(),
        maak_waarde(),
    ]


def maak_corpus(  # noqa: PLR0913  every argument is one part of data/
    *records: Bestandsrecord,
    onder: Mapping[str, Bestandsrecord] | None = None,
    gemeenten: Sequence[Ruw] = (),
    vervallen: Sequence[Ruw] = (),
    vocabulaires: Mapping[str, Vocabulaire] | None = None,
    tabel: Mapping[str, object] | None = None,
    keuzehulp: Ruw | None = None,
    casusformulier: Ruw | None = None,
    tegelkaart: Ruw | None = None,
    toegankelijkheid: Ruw | None = None,
    synoniemen: Sequence[Ruw] = (),
    notas: Ruw | None = None,
    uitzonderingen: Ruw | None = None,
    indienen: Ruw | None = None,
    bronadressen: Ruw | None = None,
) -> Corpus:
    """Index ``records``, plus those in ``onder`` under another id than they carry themselves.

    Vocabularies hold just the terms in use, unless given. ``tabel`` changes both tables of
    municipalities.
    """
    inhoud = {record.id: record for record in records} | dict(onder or {})
    tabelvelden: Ruw = {"bronnen": [PMM_BRON], "stand": 2024, "toelichting": ZIN} | CONTROLE
    tabelvelden |= dict(tabel or {})
    gemeentetabel = Gemeentetabel.model_validate(
        tabelvelden
        | ({"indienen": indienen} if indienen else {})
        | {"gemeenten": list(gemeenten) or [maak_gemeente()]}
    )
    vervallentabel = VervallenGemeentetabel.model_validate(
        tabelvelden | {"gemeenten": list(vervallen) or [maak_vervallen()]}
    )
    assen = _assen([*inhoud.values(), gemeentetabel, vervallentabel])
    assen |= dict(vocabulaires or {})
    keuze = Keuzehulp.model_validate(keuzehulp or maak_keuzehulp(inhoud.values()))
    formulier = Casusformulier.model_validate(casusformulier or maak_casusformulier())
    codes_ = [gemeente.cbs for gemeente in gemeentetabel.gemeenten]
    tegels = Tegelkaart.model_validate(tegelkaart or maak_tegelkaart(codes_))
    groepen = Synoniemen.model_validate({"synoniemen": list(synoniemen) or SYNONIEMEN})
    verklaring = Toegankelijkheid.model_validate(toegankelijkheid or maak_toegankelijkheid())
    kwaliteit = Kwaliteit.model_validate(KWALITEIT)
    tabellen: dict[str, BaseModel] = {
        "site": Site.model_validate(SITE),
        "gemeenten": gemeentetabel,
        "vervallen-gemeenten": vervallentabel,
        "synoniemen": groepen,
        "keuzehulp": keuze,
        "casusformulier": formulier,
        "tegelkaart": tegels,
        "toegankelijkheid": verklaring,
        "kwaliteit": kwaliteit,
        "privacy-uitzonderingen": PrivacyUitzonderingen.model_validate(GEEN_PERSOON),
        "docs-uitzonderingen": Uitzonderingen.model_validate(uitzonderingen or UITZONDERING),
        "bronadressen": Bronadressen.model_validate(bronadressen or BRONADRESSEN),
        "notas": Notatabel.model_validate(notas or maak_notas(inhoud.values())),
    }
    gelezen = {sleutel: Vindplaats(_bestand(sleutel, model)) for sleutel, model in inhoud.items()}
    for naam, model in tabellen.items():
        gelezen[f"tabel:{naam}"] = Vindplaats(lees(f"data/{naam}.yml", als_yaml(model)))
    for naam, vocabulaire in assen.items():
        bestand = lees(f"data/vocabulaires/{naam}.yml", als_yaml(vocabulaire))
        gelezen[f"vocabulaire:{naam}"] = Vindplaats(bestand)
    return bouw_corpus(records=inhoud, vocabulaires=assen, tabellen=tabellen, gelezen=gelezen)


def herbouwd(
    corpus: Corpus,
    records: Iterable[Bestandsrecord] = (),
    vocabulaires: Mapping[str, Vocabulaire] | None = None,
    **tabellen: BaseModel,
) -> Corpus:
    """Index a corpus again with these records, vocabularies and tables in the place of its own."""
    return bouw_corpus(
        records={**corpus.records, **{record.id: record for record in records}},
        vocabulaires={**corpus.vocabulaires, **(vocabulaires or {})},
        tabellen={**corpus.tabellen, **tabellen},
        gelezen=corpus.gelezen,
    )


GEEN_PERSOON: Ruw = {
    "uitzonderingen": [
        {"stuk": "redactie@kennisbank.example", "soort": "een e-mailadres", "reden": ZIN}
    ]
}
BRONADRESSEN: Ruw = {"woorden": ["voorbeeld", "stuk"]}
UITZONDERING: Ruw = {"uitzonderingen": [{"pagina": "index.md", "reden": ZIN}]}
SITE: Ruw = {
    "naam": "Kennisbank",
    "ondertitel": ZIN,
    "afzender": ZIN,
    "adres": "https://kennisbank.example/",
    "peildatum": PEILDATUM,
    "versie": "1",
    "verbeteradres": "https://kennisbank.example/verbeter",
    "contact": "mailto:redactie@kennisbank.example",
}
SYNONIEMEN: Sequence[Ruw] = [{"termen": ["zin", "volzin"]}]
"""Leads to every record, for each of them holds ``ZIN``."""


def _assen(modellen: Iterable[BaseModel]) -> dict[str, Vocabulaire]:
    """Return the vocabularies that these records need, and those that the model fixes."""
    gebruikt = {naam: list(keuzen) for naam, keuzen in VASTE_KEUZEN.items()}
    for model in modellen:
        for _, waarde, merk in bladeren(model):
            if isinstance(merk, Term) and waarde not in gebruikt.setdefault(merk.as_, []):
                gebruikt[merk.as_].append(str(waarde))
    return {naam: maak_vocabulaire(naam, sleutels) for naam, sleutels in gebruikt.items()}


def als_yaml(model: BaseModel) -> str:
    """Return a record as an editor would have typed it."""
    ruw = model.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return naar_yaml(ruw)


ALTIJD = "Ook een gemeente die niet is aangesloten, mag indienen."
INDIENEN: Ruw = {"record": "instrument:loket", "veld": "voor_wie", "begint": ALTIJD}


def maak_volledig(*records: Bestandsrecord) -> Corpus:
    """Index one of each and ``records``, with all that a build asks for."""
    loket = maak_instrument(voor_wie=[maak_bewering(tekst=ALTIJD)])
    eigen = [loket if record.id == loket.id else record for record in een_van_elk()]
    return maak_corpus(*eigen, *records, indienen=INDIENEN)


def naar_yaml(waarde: object) -> str:
    """Return plain values as YAML."""
    tekst: str = yaml.dump(
        waarde, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )
    return tekst


def lees(naam: str, tekst: str) -> Bestand:
    """Read YAML that has to be right."""
    bestand, fouten = lees_tekst(tekst, naam)
    assert bestand is not None, fouten
    assert fouten == []
    return bestand


def _bestand(sleutel: str, model: BaseModel) -> Bestand:
    soort, _, slug = sleutel.partition(":")
    return lees(f"data/{PER_SOORT[soort].mapnaam}/{slug}.yml", als_yaml(model))


def schrijf(corpus: Corpus, wortel: Path) -> None:
    """Write every file of a made corpus below ``wortel``."""
    for plaats in corpus.gelezen.values():
        pad = wortel / plaats.bestand.naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(naar_yaml(plaats.bestand.waarde), encoding="utf-8")


def enige(regel: Controle, corpus: Corpus) -> Fout:
    """Run one rule; return the only message it has."""
    fouten = list(regel(corpus))
    assert len(fouten) == 1, fouten
    return fouten[0]


def aangewezen(corpus: Corpus, fout: Fout) -> str:
    """Return the text from the place that a message points to, up to the end of that line."""
    for plaats in corpus.gelezen.values():
        if plaats.bestand.naam == fout.bestand:
            regels = naar_yaml(plaats.bestand.waarde).splitlines()
            return regels[fout.regel - 1][fout.kolom - 1 :]
    raise AssertionError(fout.bestand)
