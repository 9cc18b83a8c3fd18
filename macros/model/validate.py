"""From a tree of plain values to typed records, with a Dutch message for what does not fit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.load.error import Error, Pad, Position, did_you_mean, nearest, veldnaam
from macros.load.tree import YamlFile
from macros.model.base import SLUG
from macros.model.keuzehulp import SITE_PATH

Model = TypeVar("Model", bound=BaseModel)

MAX_ERRORS = 200
"""More than this in one file is one mistake with many results, or no file of ours."""
TRAILING_FIELDS = (
    "zoektermen",
    "alledaags",
    "engels",
    "gecontroleerd",
    "controle_voor",
    "onbekend",
    "niet_van_toepassing",
)
"""What has no fixed place between the fields of a record."""
CLOSE_BY = 8
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
    r"^[LV][0-9]{2,5}$": "L01 of V01",
    r"^(mailto:|https://)\S+$": "mailto:redactie@voorbeeld.nl of https://voorbeeld.nl/verbeteren",
    r"^[A-Za-z0-9][A-Za-z0-9 ’'&-]*$": "Engelse woorden zonder accenten, zoals child benefit",
    r"^https://[a-z0-9.-]+\.[a-z]{2,}(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/$": (
        "https://kennisbank.voorbeeld.nl/ of https://voorbeeld.nl/kennisbank/, met / aan het eind"
    ),
    r"^assets/[a-z]+/[a-z0-9-]+\.(css|js)$": "assets/css/zoeken.css of assets/js/dossier.js",
    r"^[a-z0-9.-]+\.[a-z]{2,}$": "www.voorbeeld.nl",
    r"^[a-m]$": "één letter van a tot en met m",
    r"^[1-4]\.[1-5]\.[0-9]{1,2}$": "„2.4.11”: het nummer van een criterium van WCAG",
    SITE_PATH: "map/ of map/pagina/, zonder schuine streep aan het begin",
}
"""Every pattern a field may have, with the words that tell an editor what to write."""


def validate_model(file: YamlFile, model: type[Model]) -> tuple[Model | None, list[Error]]:
    """Return the file as an instance of ``model``, or every reason why it is not one."""
    empty = [file.error(pad, *_empty(model, pad)) for pad in file.empty_waarden()]
    try:
        record = model.model_validate(file.waarde)
    except ValidationError as errors:
        every = errors.errors(include_url=False)
        meant = {pad for error in every if (pad := _meant(model, error)) is not None}
        real = [
            error
            for error in every
            if not (_is_gevolg(error) or (error["type"] == "missing" and error["loc"] in meant))
        ]
        out = empty + [_translate(file, model, error) for error in real[:MAX_ERRORS]]
        if len(real) > MAX_ERRORS:
            wat = f"heeft nog {len(real) - MAX_ERRORS} fouten"
            out.append(file.error((), wat, "verbeter eerst de fouten die er al staan"))
        return None, out
    return (None, empty) if empty else (record, [])


def _meant(model: type[BaseModel], error: ErrorDetails) -> Pad | None:
    """Return the field that an unknown one most likely is: that is not missing but mistyped."""
    if error["type"] != "extra_forbidden":
        return None
    *inside, typed = error["loc"]
    naam = nearest(str(typed), _velden(model, tuple(inside)))
    return (*inside, naam) if naam else None


def _translate(file: YamlFile, model: type[BaseModel], error: ErrorDetails) -> Error:
    pad: Pad = tuple(error["loc"])
    match error["type"]:
        case "missing":
            return _missing(file, model, pad)
        case "extra_forbidden":
            # Its name is wrong, and its value may begin on the next line.
            place = file.keys.get(pad, file.position(pad))
            return file.error_at(place, pad, "is geen bekend veld", _known_velden(model, pad))
        case "geen_zin" if pad in file.ends:
            # Where the full stop has to come.
            return file.error_at(file.ends[pad], pad, *uitleg_of(error, error["input"]))
    if _is_empty(error["input"]):
        return file.error(pad, *_empty(model, pad))
    return file.error(pad, *uitleg_of(error, file.typed.get(pad, error["input"])))


def _empty(model: type[BaseModel], pad: Pad) -> tuple[str, str]:
    """Return the message about a value that is there but says nothing."""
    if not pad or isinstance(pad[-1], int):
        return "is leeg", "vul het in of haal de regel weg"
    inner = _model_on(model, pad[:-1])
    if inner is not None and _is_required(inner, pad[-1]):
        return "is leeg", "vul het in; dit veld is verplicht"
    return "is leeg", "vul het in of laat het veld weg"


def _is_required(model: type[BaseModel], veld: str) -> bool:
    return any(
        info.is_required() and veld == (info.alias or naam)
        for naam, info in model.model_fields.items()
    )


def uitleg_of(error: ErrorDetails, entered: object) -> tuple[str, str]:
    """Return what is wrong with one value, and what to write instead."""
    context = error.get("ctx", {})
    soort = error["type"]
    match soort:
        case _ if _is_empty(entered):
            wat, remedy = "is leeg", "vul het in of laat het veld weg"
        case "literal_error":
            wat = f"heeft een onbekende waarde {_show(entered)}"
            remedy = f"kies {_choices(str(context['expected']))}"
        case "string_pattern_mismatch":
            wat = f"{_show(entered)} heeft niet de juiste vorm"
            remedy = f"schrijf het zo: {VORMEN[context['pattern']]}"
        case "too_long":
            wat = f"is te lang ({len(str(entered))} tekens)"
            remedy = f"schrijf hoogstens {context['max_length']} tekens"
        case "too_short":
            wat = f"heeft te weinig regels ({context['actual_length']})"
            remedy = f"geef er ten minste {context['min_length']}"
        case "greater_than_equal" | "less_than_equal":
            bound = (
                f"ten minste {context['ge']}" if "ge" in context else f"hoogstens {context['le']}"
            )
            wat, remedy = f"is {_show(entered)}", f"schrijf {bound}"
        case _ if soort in _SOORTNAAM:
            wat, remedy = f"{_show(entered)} past niet", _SOORTNAAM[soort]
        case _:
            wat, _, remedy = error["msg"].replace(str(error["input"]), str(entered)).partition("; ")
    return wat, remedy


def _missing(file: YamlFile, model: type[BaseModel], pad: Pad) -> Error:
    """Return the message about a missing field, at its block or where it usually stands."""
    remedy = f"voeg het veld „{pad[-1]}” toe"
    if len(pad) == 1:
        return error_for_missing(file, model, str(pad[0]), "ontbreekt", remedy)
    inner = _model_on(model, pad[:-1])
    namen = _usual_order(inner) if inner is not None else []
    before_it = [(*pad[:-1], naam) for naam in namen[: namen.index(str(pad[-1]))]] if namen else []
    # In a block: behind the fields that usually stand before it.
    ends = [
        place
        for path, place in _ends(file).items()
        if any(path[: len(part)] == part for part in before_it)
    ]
    plaats = max(ends, default=file.position(pad))
    return Error(file.naam, plaats.regel, plaats.column, veldnaam(pad), "ontbreekt", remedy)


def _ends(file: YamlFile) -> Mapping[Pad, Position]:
    """Return where each value ends; of a block or list, where it begins."""
    return {pad: file.ends.get(pad, place) for pad, place in file.positions.items() if pad}


def error_for_missing(
    file: YamlFile, model: type[BaseModel], veld: str, wat: str, remedy: str
) -> Error:
    """Return a message about a field of the record itself that is not there.

    Its block is the whole file, so it is reported where it usually stands: before the next field of
    the model, or, if that stands elsewhere in this file, after the one before it.
    """
    namen = [naam for naam in _veldnamen(model) if naam not in TRAILING_FIELDS or naam == veld]
    nummer = namen.index(veld)
    places = sorted((place, pad[0]) for pad, place in _ends(file).items())
    present = {naam for _, naam in places}
    after_it = (
        [] if veld in TRAILING_FIELDS else [naam for naam in namen[nummer + 1 :] if naam in present]
    )
    previous = [naam for naam in namen[:nummer] if naam in present][-1:]
    plaats = max((place for place, _ in places), default=Position())
    if veld in TRAILING_FIELDS:
        plaats = _between_others(file, model, veld, plaats)
    before_it = max((place for place, naam in places if naam in previous), default=Position())
    # Where all that should follow is missing as well, the file was cut off: it goes at the end.
    follow = {naam for naam in namen[nummer + 1 :] if _is_required(model, naam)}
    cut_off = bool(follow) and not after_it
    if previous and veld not in TRAILING_FIELDS and not cut_off:
        plaats = before_it
    if after_it:
        begin = min(place for place, naam in places if naam == after_it[0])
        just_before = max((place for place, _ in places if place < begin), default=Position())
        # What has no fixed place may fill the gap; of those the model lists some before this field.
        between = {
            naam for place, naam in places if before_it < place < begin and naam not in previous
        }
        behind = between <= {*TRAILING_FIELDS} & {
            *_veldnamen(model)[: _veldnamen(model).index(veld)]
        }
        # A name between them that no model knows is most likely this one, mistyped.
        mistyped = between - {*_veldnamen(model)}
        plaats = just_before if behind or mistyped else before_it
    return Error(file.naam, plaats.regel, plaats.column, veld, wat, remedy)


def _between_others(
    file: YamlFile, model: type[BaseModel], veld: str, otherwise: Position
) -> Position:
    """Return where a field without a fixed place goes, beside the one it always stands next to."""
    namen = _veldnamen(model)
    nummer = namen.index(veld)
    ends = sorted((place, pad[0]) for pad, place in _ends(file).items())
    before = [place for place, naam in ends if naam == namen[nummer - 1]]
    if before and namen[nummer - 1] in TRAILING_FIELDS and _is_required(model, namen[nummer - 1]):
        return max(before)
    after = namen[nummer + 1] if nummer + 1 < len(namen) else ""
    if after in TRAILING_FIELDS and (after,) in file.keys:
        begin = file.keys[after,]
        return max((place for place, _ in ends if place < begin), default=begin)
    return otherwise


def _show(entered: object) -> str:
    """Return a value as an editor knows it: no Python notation, no page-long quotation."""
    match entered:
        case dict():
            return "een blok met velden"
        case list():
            return "een lijst"
        case bool():
            return f"„{str(entered).lower()}”"
        case _:
            return f"„{shorten(str(entered), 80, placeholder='…')}”"


def _choices(expected: str) -> str:
    """Return pydantic's ``'a', 'b' or 'c'`` as ``„a”, „b” of „c”``."""
    return re.sub(r"'([^']*)'", r"„\1”", expected).replace(" or ", " of ")


def _known_velden(model: type[BaseModel], pad: Pad) -> str:
    known = _velden(model, pad[:-1])
    hint = did_you_mean(str(pad[-1]), known)
    possible = f"mogelijke velden: {', '.join(known)}"
    return f"{hint} ({possible})" if hint else possible


def _is_gevolg(error: ErrorDetails) -> bool:
    """Tell whether a list is only "too short" because lines in it are wrong themselves."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _is_empty(waarde: object) -> bool:
    return waarde is None or (isinstance(waarde, str | list | dict) and not waarde)


def _velden(model: type[BaseModel], pad: Pad) -> Sequence[str]:
    """Return the field names of the model that stands at ``pad`` inside ``model``."""
    current = _model_on(model, pad)
    return _veldnamen(current) if current is not None else []


def _model_on(model: type[BaseModel], pad: Pad) -> type[BaseModel] | None:
    """Return the model that stands at ``pad`` inside ``model``; None where no model stands."""
    current: type[BaseModel] | None = model
    for part in pad:
        if isinstance(part, str) and current is not None:
            velden = {info.alias or naam: info for naam, info in current.model_fields.items()}
            current = _inner_model(velden[part].annotation) if part in velden else None
    return current


def _veldnamen(model: type[BaseModel]) -> list[str]:
    return [veld.alias or naam for naam, veld in model.model_fields.items()]


def _usual_order(model: type[BaseModel]) -> list[str]:
    """Return field names as editors write them: what a model adds comes before what it inherits."""
    own = {naam for naam in model.model_fields if naam in vars(model)["__annotations__"]}
    by_name = sorted(model.model_fields.items(), key=lambda item: item[0] not in own)
    return [veld.alias or naam for naam, veld in by_name]


def _inner_model(annotation: object) -> type[BaseModel] | None:
    """Return the model inside ``tuple[Model, ...]``, ``Model | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = map(_inner_model, getattr(annotation, "__args__", ()))
    return next((model for model in found if model is not None), None)
