"""What a record takes into a dossier: everything its page says, as plain words with their proof.

The headings and fixed sentences are those of the page; tests compare the two word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.corpus.corpus import Corpus
from macros.model.basis import Bewering, Onbekend, Record
from macros.model.datering import lees_dag
from macros.model.instrument import Instrument, InstrumentRelatie
from macros.model.kennis import Begrip, Cijfer, Gebeurtenis, Initiatief, Vraag
from macros.model.leerpunt import (
    Artikel,
    Bedrag,
    Betrokkene,
    Leerpunt,
    Spoor,
    Stap,
    Uitspraak,
    Wetverwijzing,
)
from macros.model.mvt import (
    DENKBEELDIG,
    MvtPunt,
    Rechtverband,
    Schuring,
    VolgensWie,
    Waarde,
    Waardenkader,
)
from macros.model.organisatie import Organisatie
from macros.model.recht import (
    Artikelkern,
    Ministerie,
    Verificatie,
    Verkenning,
    Wet,
    Wetsvoorstel,
)
from macros.pages.adres import pad_van
from macros.pages.secties import SECTIES, hoofdbewering
from macros.pages.weergave import Schrijver, stuknummer, vragen_bij

Ding = dict[str, object]
"""A part of the dossier as JSON has it; empty parts are left out."""
Sectie = tuple[tuple[str, ...], str]
"""The fields under one heading."""

_EERST: Mapping[str, tuple[Sectie, ...]] = {
    "instrument": ((("nu_doen",), "Wat doet u nu?"),),
    "mvtpunt": ((("vraag", "bouwsteen"), "Welke vraag hoort hier beantwoord te worden?"),),
    "waarde": ((("volgens_wie",), "Volgens wie?"),),
}
"""What stands on the page above the sections of ``SECTIES``."""

_RECHT: Sectie = (("recht",), "Wat zegt echt recht al?")
_DAARNA: Mapping[str, tuple[Sectie, ...]] = {
    "instrument": ((("relaties",), "Hoe werkt dit samen met andere instrumenten?"),),
    "leerpunt": (
        (("wetten",), "Welke wetten spelen mee?"),
        (("bedragen",), "Bedragen per jaar"),
        (("rechtspraak",), "Rechtspraak"),
    ),
    "wet": (
        (("ministeries",), "Welk ministerie gaat erover?"),
        (("artikelen",), "Artikelen die bij leerpunten terugkomen"),
        (("verificatie",), "Hoe is het nummer gecontroleerd?"),
    ),
    "wetsvoorstel": ((("stappen",), "Stappen"), (("dossier",), "Kamerstukdossier")),
    "mvtpunt": (_RECHT,),
    "waarde": ((("schuurt_met",), "Waarmee kan deze waarde schuren?"), _RECHT),
}
"""What stands below them."""


def inhoud(corpus: Corpus, record: Record) -> Ding:
    """Return one record for a dossier: title, address, statements per heading and sources."""
    kb = Schrijver(corpus, record.pad)
    hoofd = hoofdbewering(record)
    samenvatting = _punt(kb, hoofd) if hoofd else {"tekst": record.samenvatting}
    secties = [_zonder_leeg(sectie) for sectie in _secties(kb, record) if sectie["punten"]]
    gecontroleerd = record.gecontroleerd
    return _zonder_leeg(
        {
            "id": record.id,
            "titel": record.titel,
            "soort": _soortnaam(kb, record),
            "pad": pad_van(record.id),
            "samenvatting": samenvatting,
            "controle": f"Gecontroleerd op {lees_dag(gecontroleerd.datum)} door de "
            f"{gecontroleerd.rol}. Volgende controle vóór {lees_dag(record.controle_voor)}.",
            "denkbeeldig": DENKBEELDIG if hasattr(record, "denkbeeldig") else "",
            "let_op": _let_op(record),
            "kenmerken": [[naam, waarde] for naam, waarde in _kenmerken(kb, record) if waarde],
            "secties": secties,
            "bronnen": {bron.slug: _bron(kb, bron.id) for _, bron in kb.bronnen()},
        }
    )


def _zonder_leeg(ding: Ding) -> Ding:
    return {sleutel: waarde for sleutel, waarde in ding.items() if waarde}


def _bron(kb: Schrijver, id_: str) -> Ding:
    bron = kb.corpus.bron(id_)
    gezien = kb.label("gezien", bron.gezien)
    tekst = f"{bron.titel}. {bron.uitgever}, {bron.datum}. {gezien}."
    return _zonder_leeg({"tekst": tekst, "url": bron.url, "pad": bron.pad})


# ---- Head ----------------------------------------------------------------------------------------


def _soortnaam(kb: Schrijver, record: Record) -> str:
    match record:
        case Leerpunt():
            aard = kb.label("leerpuntaard", record.aard)
            return f"{aard} {record.nummer} · {kb.label('herkomst', record.herkomst)}"
        case MvtPunt():
            return f"Punt {record.letter} van dertien"
        case Organisatie():
            return kb.label("organisatiesoort", record.organisatiesoort)
    return record.enkelvoud


def _let_op(record: Record) -> str:
    match record:
        case Wetsvoorstel() if not record.wet and record.status != "wet-geworden":
            return "Dit is een voorstel. Het is geen geldend recht."
        case Verkenning():
            return "Dit idee is verkend en niet doorgezet. Het is nooit recht geworden."
        case Initiatief():
            return "Dit initiatief is geen onderdeel van PMM."
        case Cijfer():
            return "Vergelijk dit cijfer alleen met cijfers met dezelfde telwijze."
        case Waarde():
            return "Geen bron schrijft deze waarde toe aan de fictieve memorie van toelichting."
    return ""


def _kenmerken(kb: Schrijver, record: Record) -> Iterator[tuple[str, str]]:  # noqa: C901  one case per kind
    def labels(as_: str, sleutels: Sequence[str]) -> str:
        return ", ".join(kb.label(as_, sleutel) for sleutel in sleutels)

    def met_uitleg(as_: str, sleutel: str) -> str:
        return f"{kb.label(as_, sleutel)}: {kb.uitleg(as_, sleutel)}"

    match record:
        case Leerpunt():
            yield "Herkomst", kb.uitleg("herkomst", record.herkomst)
            yield "Vorm", kb.label("vorm", record.vorm)
            yield "Soort", labels("leerpuntsoort", record.soorten)
            yield "Leefgebied", labels("leefgebied", record.leefgebieden)
            yield "Status", labels("spoorstatus", record.statussen)
        case Instrument():
            yield "Afkorting", record.afkorting or ""
            yield "Ook genoemd", ", ".join(record.andere_namen)
            yield "Plaats in de keten", met_uitleg("ketenplaats", record.ketenplaats)
        case Wet():
            yield "Afkorting", ", ".join(record.afkortingen)
            yield "BWB-id", record.bwb_id or ""
            yield "CELEX-nummer", record.celex or ""
            yield "Onderwerp", kb.label("wetgroep", record.groep)
        case Wetsvoorstel():
            yield "Afkorting", ", ".join(record.afkortingen)
            yield "Kamerstukdossier", stuknummer(record.dossier) if record.dossier else ""
            yield "Status", met_uitleg("wetsvoorstelstatus", record.status)
            yield "Geworden", kb.record(record.wet).titel if record.wet else ""
        case Organisatie():
            yield "Afkorting", record.afkorting or ""
            yield "Ook genoemd", ", ".join(record.andere_namen)
            yield "Website", record.website or ""
        case Begrip():
            yield "Voluit", record.voluit or ""
            yield "Ook", ", ".join(record.ook)
            yield "Groep", kb.label("begripgroep", record.groep)
        case Cijfer():
            yield "Waarde", f"{record.waarde} {record.eenheid}"
            yield "Periode", str(record.periode)
            yield "Definitie", record.definitie
            yield "Telwijze", met_uitleg("telwijze", record.telwijze)
            yield "Teller", record.teller or ""
            yield "Noemer", record.noemer or ""
        case Gebeurtenis():
            yield "Datum", str(record.datum)
            yield "Thema", kb.label("tijdlijnthema", record.thema)
            yield "Kamerstuk", stuknummer(record.kamerstuk) if record.kamerstuk else ""
        case Waardenkader():
            yield "Van wie", record.eigenaar
            yield "Soort kader", kb.label("kadersoort", record.kadersoort)


# ---- Sections ------------------------------------------------------------------------------------


def _secties(kb: Schrijver, record: Record) -> Iterator[Ding]:
    """Yield the headed parts in the order of the page."""
    soort = record.soort
    gewoon: tuple[Sectie, ...] = tuple(((veld,), kop) for veld, kop in SECTIES[soort])
    eerst, daarna = _EERST.get(soort, ()), _DAARNA.get(soort, ())
    getoond = {veld for velden, _ in (*eerst, *gewoon, *daarna) for veld in velden}
    if isinstance(record, Leerpunt):
        getoond.add("sporen")
    vragen = vragen_bij(record, getoond)

    def sectie(velden: Sequence[str], kop: str) -> Ding:
        punten = [punt for veld in velden for punt in _veld(kb, record, veld, vragen.get(veld, ()))]
        return {"kop": kop, "punten": punten}

    for velden, kop in (*eerst, *gewoon):
        yield sectie(velden, kop)
    if isinstance(record, Leerpunt):
        yield from _leerpunt(kb, record)
        over = "Wat is er nog niet bekend over het vervolg?"
        yield sectie(("sporen",), over if record.sporen else "Wat is ermee gedaan?")
    if isinstance(record, Vraag):
        yield from _vraag(kb, record)
    for velden, kop in daarna:
        yield sectie(velden, kop)
    yield {"kop": "Wat niet bekend is", "punten": [_open(kb, v) for v in vragen.get("", ())]}


def _veld(kb: Schrijver, record: Record, veld: str, vragen: Sequence[Onbekend]) -> Iterator[Ding]:
    """Yield what one field says: statements, why it does not apply, what is unknown."""
    waarde = getattr(record, veld)
    hoofd = hoofdbewering(record)
    for deel in waarde if isinstance(waarde, tuple) else (waarde,):
        if isinstance(deel, Bewering) and deel is not hoofd:
            yield _punt(kb, deel)
    for uitleg in record.niet_van_toepassing:
        if uitleg.veld == veld:
            yield {"tekst": f"Niet van toepassing. {uitleg.reden}"}
    for vraag in vragen:
        yield _open(kb, vraag)


def _open(kb: Schrijver, vraag: Onbekend) -> Ding:
    return _zonder_leeg(
        {"onbekend": True, "tekst": vraag.vraag, "aan": _titels(kb, vraag.aan)}
        | {"levert_op": vraag.levert_op}
    )


def _titels(kb: Schrijver, ids: Sequence[str]) -> str:
    return ", ".join(kb.record(id_).titel for id_ in ids)


def _punt(kb: Schrijver, bewering: Bewering, tekst: str | None = None) -> Ding:
    return _zonder_leeg(
        {
            "vooraf": _vooraf(kb, bewering),
            "tekst": tekst or bewering.tekst,
            "bewijs": _bewijs(kb, bewering),
            "bronnen": [bron.slug for _, bron in kb.nummers(bewering)],
            "let_op": bewering.opmerking,
        }
    )


def _bewijs(kb: Schrijver, bewering: Bewering) -> str:
    stand = f"stand {bewering.stand}" if bewering.stand.gedateerd else "datum onbekend"
    oud = ", ouder dan 2 jaar" if kb.is_oud(bewering.stand) else ""
    gezien = f", {kb.label('gezien', bewering.staat_op).lower()}" if bewering.staat_op else ""
    return f"{kb.label('zekerheid', bewering.zekerheid)}, {stand}{oud}{gezien}"


def _vooraf(kb: Schrijver, bewering: Bewering) -> str:  # noqa: C901, PLR0911  one case per kind of statement
    """Return what the page says before a statement: of which law, organisation, year it is."""
    match bewering:
        case InstrumentRelatie():
            relatie = kb.label("instrumentrelatie", bewering.relatie)
            return f"Dit instrument {relatie}: {kb.record(bewering.naar).titel}."
        case Wetverwijzing():
            artikelen = "".join(f", {_artikel(plaats)}" for plaats in bewering.artikelen)
            rol = kb.label("wetrol", bewering.rol)
            return f"{kb.record(bewering.wet).titel}{artikelen} ({rol})."
        case Artikelkern():
            artikelen = ", ".join(_artikel(plaats) for plaats in bewering.plaats)
            return f"{artikelen[0].upper()}{artikelen[1:]}."
        case Ministerie(organisatie=str(id_)) | VolgensWie(kader=id_) | Schuring(met=id_):
            return f"{kb.record(id_).titel}."
        case Rechtverband():
            return _rechtverband(kb, bewering)
        case Stap():
            return _stap(bewering)
        case Uitspraak():
            ecli = f", {bewering.ecli}" if bewering.ecli else ""
            return f"{bewering.instantie}{ecli}."
        case Bedrag():
            return f"{bewering.jaar}: {bewering.bedrag}."
        case Verificatie(zwak=True):
            return "Deze controle is zwak."
        case Betrokkene(organisatie=str(id_)) if kb.record(id_).titel not in bewering.tekst:
            return f"{kb.record(id_).titel}."
    return ""


def _artikel(plaats: Artikel) -> str:
    return f"artikel {plaats.artikel}" + (f", lid {plaats.lid}" if plaats.lid else "")


def _stap(stap: Stap) -> str:
    delen = [str(stap.stand)] if stap.stand.gedateerd else []
    if stap.kamerstuk:
        delen.append(f"Kamerstuk {stuknummer(stap.kamerstuk)}")
    if stap.staatsblad:
        delen.append(f"Staatsblad {stap.staatsblad.replace('-', ', ')}")
    return f"{'; '.join(delen)}:" if delen else ""


def _rechtverband(kb: Schrijver, verband: Rechtverband) -> str:
    delen = [f"{kb.record(verband.wet).titel} (wet)."] if verband.wet else []
    voorstel = kb.record(verband.wetsvoorstel) if verband.wetsvoorstel else None
    if isinstance(voorstel, Wetsvoorstel):
        status = kb.label("wetsvoorstelstatus", voorstel.status).lower()
        delen.append(f"{voorstel.titel} (wetsvoorstel, {status}).")
    return " ".join(delen)


def _leerpunt(kb: Schrijver, leerpunt: Leerpunt) -> Iterator[Ding]:
    cijfers = [kb.record(id_) for id_ in leerpunt.cijfers]
    if cijfers:
        let_op = "Deze cijfers meten niet hetzelfde. Vergelijk ze niet met elkaar."
        punten: list[Ding] = [{"tekst": let_op}] if len(cijfers) > 1 else []
        punten += [_cijfer(kb, cijfer) for cijfer in cijfers if isinstance(cijfer, Cijfer)]
        yield {"kop": "Cijfers", "punten": punten}
    for deel in leerpunt.verdieping:
        yield {"kop": deel.kop, "punten": [_punt(kb, bewering) for bewering in deel.beweringen]}
    groepen: list[Ding] = [
        {"vooraf": f"{groep.naam}:"} | _punt(kb, groep.toelichting)
        if groep.toelichting
        else {"tekst": f"{groep.naam}."}
        for groep in leerpunt.groepen
    ]
    yield {"kop": "Om welke groepen gaat het?", "punten": groepen}
    namen = {groep.sleutel: groep.naam for groep in leerpunt.groepen}
    for spoor in leerpunt.sporen:
        yield _spoor(kb, spoor, namen)


def _cijfer(kb: Schrijver, cijfer: Cijfer) -> Ding:
    tekst = f"{cijfer.waarde} {cijfer.eenheid} ({cijfer.periode}). {cijfer.definitie}"
    return {"vooraf": f"{cijfer.titel}:"} | _punt(kb, cijfer.beweringen[0], tekst)


def _spoor(kb: Schrijver, spoor: Spoor, namen: Mapping[str, str]) -> Ding:
    status = f"{kb.label('spoorstatus', spoor.status)}, stand {spoor.stand}."
    punten: list[Ding] = [
        {"vooraf": "Status:", "tekst": f"{status} {kb.uitleg('spoorstatus', spoor.status)}"}
    ]
    for vooraf, sleutels in (
        ("Voor:", spoor.dekt),
        ("Nog niet voor:", spoor.dekt_niet),
        ("Niet bekend voor:", spoor.dekking_onbekend),
    ):
        if sleutels:
            groepen = ", ".join(namen[sleutel] for sleutel in sleutels)
            punten.append({"vooraf": vooraf, "tekst": f"{groepen}."})
    punten += [_punt(kb, stap) for stap in spoor.stappen]
    for vooraf, id_ in (("Wetsvoorstel:", spoor.wetsvoorstel), ("Wet:", spoor.wet)):
        if id_:
            punten.append({"vooraf": vooraf, "tekst": f"{kb.record(id_).titel}."})
    return {"kop": f"Spoor: {spoor.titel}", "punten": punten}


def _vraag(kb: Schrijver, vraag: Vraag) -> Iterator[Ding]:
    yield {"kop": "Aan wie vraagt u dit?", "punten": [{"tekst": f"{_titels(kb, vraag.aan)}."}]}
    yield {"kop": "Wat levert het antwoord op?", "punten": [{"tekst": vraag.levert_op}]}
    bronnen = [kb.corpus.bron(id_).slug for id_ in vraag.bronnen]
    for id_ in vraag.bronnen:
        kb.noten.nummer(id_)
    gezocht = _zonder_leeg({"tekst": vraag.gezocht, "bronnen": bronnen})
    yield {"kop": "Wat is er gezocht?", "punten": [gezocht]}
