"""From a tree of plain values to typed records, with a Dutch message for what does not fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.load.boom import Bestand
from macros.load.fout import Fout, Pad, bedoelde_u

Model = TypeVar("Model", bound=BaseModel)

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
    "date_from_datetime_parsing": "is geen bestaande dag; schrijf JJJJ-MM-DD",
    "date_parsing": "is geen bestaande dag; schrijf JJJJ-MM-DD",
}


def lees_model(bestand: Bestand, model: type[Model]) -> tuple[Model | None, list[Fout]]:
    """Return the file as an instance of ``model``, or every reason why it is not one."""
    leeg = [
        bestand.fout(pad, "is leeg", "vul het in of laat het veld weg")
        for pad in bestand.lege_waarden()
    ]
    try:
        record = model.model_validate(bestand.waarde)
    except ValidationError as fouten:
        return None, leeg + [_vertaal(bestand, model, fout) for fout in fouten.errors()]
    return (None, leeg) if leeg else (record, [])


def _vertaal(bestand: Bestand, model: type[BaseModel], fout: ErrorDetails) -> Fout:
    pad: Pad = tuple(fout["loc"])
    context = fout.get("ctx", {})
    soort = fout["type"]
    if _is_leeg(fout["input"]) and soort not in ("missing", "extra_forbidden"):
        return bestand.fout(pad, "is leeg", "vul het in of laat het veld weg")
    if soort == "missing":
        return bestand.fout(pad, "ontbreekt", f"voeg het veld „{pad[-1]}” toe")
    if soort == "extra_forbidden":
        bekend = _velden(model, pad[:-1])
        raad = bedoelde_u(str(pad[-1]), bekend)
        mogelijk = f"mogelijke velden: {', '.join(bekend)}"
        return bestand.fout(
            pad, "is geen bekend veld", f"{raad} ({mogelijk})" if raad else mogelijk
        )
    if soort == "literal_error":
        mogelijk = str(context["expected"]).replace(" or ", " of ").replace("'", "„").strip()
        mogelijk = mogelijk.replace("„,", "”,").replace("„ of", "” of")
        mogelijk = mogelijk.removesuffix("„") + "”"
        return bestand.fout(
            pad, f"heeft een onbekende waarde „{fout['input']}”", f"kies {mogelijk}"
        )
    if soort == "string_pattern_mismatch":
        wat = f"„{fout['input']}” heeft niet de juiste vorm"
        return bestand.fout(pad, wat, f"de vorm is {context['pattern']}")
    if soort == "string_too_long":
        wat = f"is te lang ({len(str(fout['input']))} tekens)"
        return bestand.fout(pad, wat, f"schrijf hoogstens {context['max_length']} tekens")
    if soort == "too_short":
        wat = f"heeft te weinig regels ({context['actual_length']})"
        return bestand.fout(pad, wat, f"geef er ten minste {context['min_length']}")
    if soort in ("greater_than_equal", "less_than_equal"):
        grens = context.get("ge", context.get("le"))
        richting = "ten minste" if "ge" in context else "hoogstens"
        return bestand.fout(pad, f"is {fout['input']}", f"schrijf {richting} {grens}")
    if soort in _SOORTNAAM:
        return bestand.fout(pad, f"„{fout['input']}” past niet", _SOORTNAAM[soort])
    wat, _, herstel = fout["msg"].partition("; ")
    return bestand.fout(pad, wat, herstel)


def _is_leeg(waarde: object) -> bool:
    return waarde is None or (isinstance(waarde, str | list | dict) and not waarde)


def _velden(model: type[BaseModel], pad: Pad) -> Sequence[str]:
    """Return the field names of the model that stands at ``pad`` inside ``model``."""
    huidig: Any = model
    for deel in pad:
        if isinstance(deel, str) and isinstance(huidig, type) and issubclass(huidig, BaseModel):
            huidig = _binnenmodel(huidig.model_fields[deel].annotation)
    if isinstance(huidig, type) and issubclass(huidig, BaseModel):
        return [veld.alias or naam for naam, veld in huidig.model_fields.items()]
    return []


def _binnenmodel(annotatie: Any) -> Any:
    """Return the model inside ``tuple[Model, ...]``, ``Model | None`` and the like."""
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        return annotatie
    for deel in getattr(annotatie, "__args__", ()):
        gevonden = _binnenmodel(deel)
        if gevonden is not None:
            return gevonden
    return None
