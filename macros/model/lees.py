"""From a tree of plain values to typed records, with a Dutch message for what does not fit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.load.boom import Bestand
from macros.load.fout import Fout, Pad, Positie, bedoelde_u
from macros.model.basis import SLUG
from macros.model.keuzehulp import SITEPAD

Model = TypeVar("Model", bound=BaseModel)

MAX_FOUTEN = 200
"""More than this in one file is one mistake with many results, or no file of ours."""
SLOTVELDEN = (
    "zoektermen",
    "alledaags",
    "engels",
    "gecontroleerd",
    "controle_voor",
    "onbekend",
    "niet_van_toepassing",
)
"""What has no fixed place between the fields of a record."""
VLAKBIJ = 8
"""Lines; so many take search terms and review, which may stand between two others."""

_SOORTNAAM: Mapping[str, str] = {
    "string_type": "moet tekst zijn; zet aanhalingstekens om een getal of woord als „ja”",
    "int_type": "moet een heel getal zijn",
    "int_parsing": "moet een heel getal zijn",
    "float_type": "moet een getal zijn",
    "float_parsing": "moet een getal zijn",
    "bool_type": "moet true of false zijn",
    "bool_parsing": "moet true of false zijn",
    "tuple_type": "moet een lijst zijn: begin elke regel met een streepje",
    "model_type": "moet een blok met velden zijn",
    "model_attributes_type": "moet een blok met velden zijn",
    "int_from_float": "moet een heel getal zijn",
    "date_from_datetime_parsing": "is geen bestaande dag; schrijf JJJJ-MM-DD",
    "date_parsing": "is geen bestaande dag; schrijf JJJJ-MM-DD",
}


VORMEN: Mapping[str, str] = {
    f"^{SLUG.pattern}$": "kleine-letters-cijfers-en-streepjes",
    r"^https?://[^\s<>\"']+$": "https://www.voorbeeld.nl/pagina",
    r"^[0-9]{5}(-[IVXLC]+)?(-[0-9A-Z]+)?$": "34477-84, 36410-XV-21 of 35010-C",
    r"^ECLI:[A-Z]{2}:[A-Z]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25}$": "ECLI:NL:CRVB:2019:1234",
    r"^BWBR[0-9]{7}$": "BWBR0015703",
    r"^GM[0-9]{4}$": "GM0363",
    r"^3[0-9]{4}[RLD][0-9]{4}$": "32016R0679",
    r"^https://identifier\.overheid\.nl/tooi/id/": "https://identifier.overheid.nl/tooi/id/…",
    r"^http://standaarden\.overheid\.nl/owms/terms/": "http://standaarden.overheid.nl/owms/terms/…",
    r"^[0-9]+$": "alleen cijfers",
    r"^[0-9]+(\.[0-9]+)?$": "„109” of „15.4”, tussen aanhalingstekens",
    r"^[0-9]+[a-z]*([.:][0-9]+[a-z]*)?$": "„36”, „18a” of „8:75”, tussen aanhalingstekens",
    r"^[0-9]+[a-z]*$": "„2” of „2a”, tussen aanhalingstekens",
    r"^[0-9]{4}-[0-9]+$": "2015-236",
    r"^[LV][0-9]{2}$": "L01 of V01",
    r"^(mailto:|https://)\S+$": "mailto:redactie@voorbeeld.nl of https://voorbeeld.nl/verbeteren",
    r"^[A-Za-z0-9][A-Za-z0-9 ’'&-]*$": "Engelse woorden zonder accenten, zoals child benefit",
    r"^https://[a-z0-9.-]+\.[a-z]{2,}(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/$": (
        "https://kennisbank.voorbeeld.nl/ of https://voorbeeld.nl/kennisbank/, met / aan het eind"
    ),
    r"^assets/[a-z]+/[a-z0-9-]+\.(css|js)$": "assets/css/zoeken.css of assets/js/dossier.js",
    r"^[a-m]$": "één letter van a tot en met m",
    r"^[1-4]\.[1-5]\.[0-9]{1,2}$": "„2.4.11”: het nummer van een criterium van WCAG",
    SITEPAD: "map/ of map/pagina/, zonder schuine streep aan het begin",
}
"""Every pattern a field may have, with the words that tell an editor what to write."""


def lees_model(bestand: Bestand, model: type[Model]) -> tuple[Model | None, list[Fout]]:
    """Return the file as an instance of ``model``, or every reason why it is not one."""
    leeg = [
        bestand.fout(pad, "is leeg", "vul het in of laat het veld weg")
        for pad in bestand.lege_waarden()
    ]
    try:
        record = model.model_validate(bestand.waarde)
    except ValidationError as fouten:
        echt = [fout for fout in fouten.errors(include_url=False) if not _is_gevolg(fout)]
        uit = leeg + [_vertaal(bestand, model, fout) for fout in echt[:MAX_FOUTEN]]
        if len(echt) > MAX_FOUTEN:
            wat = f"heeft nog {len(echt) - MAX_FOUTEN} fouten"
            uit.append(bestand.fout((), wat, "verbeter eerst de fouten die er al staan"))
        return None, uit
    return (None, leeg) if leeg else (record, [])


def _vertaal(bestand: Bestand, model: type[BaseModel], fout: ErrorDetails) -> Fout:
    pad: Pad = tuple(fout["loc"])
    context = fout.get("ctx", {})
    soort, invoer = fout["type"], bestand.getypt.get(pad, fout["input"])
    match soort:
        case "missing":
            return _ontbreekt(bestand, model, pad)
        case "extra_forbidden":
            wat, herstel = "is geen bekend veld", _bekende_velden(model, pad)
        case _ if _is_leeg(invoer):
            wat, herstel = "is leeg", "vul het in of laat het veld weg"
        case "literal_error":
            wat = f"heeft een onbekende waarde {_toon(invoer)}"
            herstel = f"kies {_keuzen(str(context['expected']))}"
        case "string_pattern_mismatch":
            wat = f"{_toon(invoer)} heeft niet de juiste vorm"
            herstel = f"schrijf het zo: {VORMEN[context['pattern']]}"
        case "too_long":
            wat = f"is te lang ({len(str(invoer))} tekens)"
            herstel = f"schrijf hoogstens {context['max_length']} tekens"
        case "too_short":
            wat = f"heeft te weinig regels ({context['actual_length']})"
            herstel = f"geef er ten minste {context['min_length']}"
        case "greater_than_equal" | "less_than_equal":
            grens = (
                f"ten minste {context['ge']}" if "ge" in context else f"hoogstens {context['le']}"
            )
            wat, herstel = f"is {_toon(invoer)}", f"schrijf {grens}"
        case _ if soort in _SOORTNAAM:
            wat, herstel = f"{_toon(invoer)} past niet", _SOORTNAAM[soort]
        case _:
            wat, _, herstel = fout["msg"].replace(str(fout["input"]), str(invoer)).partition("; ")
    return bestand.fout(pad, wat, herstel)


def _ontbreekt(bestand: Bestand, model: type[BaseModel], pad: Pad) -> Fout:
    """Return the message about a missing field, at its block or where it usually stands."""
    herstel = f"voeg het veld „{pad[-1]}” toe"
    if len(pad) == 1:
        return fout_bij_gemis(bestand, model, str(pad[0]), "ontbreekt", herstel)
    return bestand.fout(pad, "ontbreekt", herstel)


def fout_bij_gemis(
    bestand: Bestand, model: type[BaseModel], veld: str, wat: str, herstel: str
) -> Fout:
    """Return a message about a field of the record itself that is not there.

    Its block is the whole file, so it is reported where it usually stands: before the next field of
    the model, or, if that stands elsewhere in this file, after the one before it.
    """
    namen = [naam for naam in _veldnamen(model) if naam not in SLOTVELDEN or naam == veld]
    nummer = namen.index(veld)
    plekken = sorted((plek, pad[0]) for pad, plek in bestand.posities.items() if pad)
    aanwezig = {naam for _, naam in plekken}
    erna = [] if veld in SLOTVELDEN else [naam for naam in namen[nummer + 1 :] if naam in aanwezig]
    vorige = [naam for naam in namen[:nummer] if naam in aanwezig][-1:]
    plaats = max((plek for plek, _ in plekken), default=Positie())
    ervoor = max((plek for plek, naam in plekken if naam in vorige), default=Positie())
    if vorige and veld not in SLOTVELDEN:
        plaats = ervoor
    if erna:
        begin = min(plek for plek, naam in plekken if naam == erna[0])
        vlak_voor = max((plek for plek, _ in plekken if plek < begin), default=Positie())
        # What has no fixed place may fill the gap; of those the model lists some before this field.
        tussen = {naam for plek, naam in plekken if ervoor < plek < begin and naam not in vorige}
        erachter = tussen <= {*SLOTVELDEN} & {*_veldnamen(model)[: _veldnamen(model).index(veld)]}
        dichtbij = 0 <= vlak_voor.regel - ervoor.regel <= VLAKBIJ
        plaats = vlak_voor if erachter or dichtbij else ervoor
    return Fout(bestand.naam, plaats.regel, plaats.kolom, veld, wat, herstel)


def _toon(invoer: object) -> str:
    """Return a value as an editor knows it: no Python notation, no page-long quotation."""
    match invoer:
        case dict():
            return "een blok met velden"
        case list():
            return "een lijst"
        case bool():
            return f"„{str(invoer).lower()}”"
        case _:
            return f"„{shorten(str(invoer), 80, placeholder='…')}”"


def _keuzen(verwacht: str) -> str:
    """Return pydantic's ``'a', 'b' or 'c'`` as ``„a”, „b” of „c”``."""
    return re.sub(r"'([^']*)'", r"„\1”", verwacht).replace(" or ", " of ")


def _bekende_velden(model: type[BaseModel], pad: Pad) -> str:
    bekend = _velden(model, pad[:-1])
    raad = bedoelde_u(str(pad[-1]), bekend)
    mogelijk = f"mogelijke velden: {', '.join(bekend)}"
    return f"{raad} ({mogelijk})" if raad else mogelijk


def _is_gevolg(fout: ErrorDetails) -> bool:
    """Tell whether a list is only "too short" because lines in it are wrong themselves."""
    return fout["type"] == "too_short" and len(fout["input"]) >= fout["ctx"]["min_length"]


def _is_leeg(waarde: object) -> bool:
    return waarde is None or (isinstance(waarde, str | list | dict) and not waarde)


def _velden(model: type[BaseModel], pad: Pad) -> Sequence[str]:
    """Return the field names of the model that stands at ``pad`` inside ``model``."""
    huidig: type[BaseModel] | None = model
    for deel in pad:
        if isinstance(deel, str) and huidig is not None:
            huidig = _binnenmodel(huidig.model_fields[deel].annotation)
    return _veldnamen(huidig) if huidig is not None else []


def _veldnamen(model: type[BaseModel]) -> list[str]:
    return [veld.alias or naam for naam, veld in model.model_fields.items()]


def _binnenmodel(annotatie: object) -> type[BaseModel] | None:
    """Return the model inside ``tuple[Model, ...]``, ``Model | None`` and the like."""
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        return annotatie
    gevonden = map(_binnenmodel, getattr(annotatie, "__args__", ()))
    return next((model for model in gevonden if model is not None), None)
