"""What ``kennisbank toon``, ``zoek`` and ``vragen`` answer: for people, or as the API has it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from macros.blad.kaart import Kaart, kaarten
from macros.blad.opendata import list_path
from macros.corpus.corpus import Corpus
from macros.exports.gegevens import Gegevens, Thing
from macros.exports.jsonbestanden import Json, Writer, envelope
from macros.exports.markdown import record_as_markdown
from macros.load.fout import bedoelde_u
from macros.model.organisatie import Organisatie

MAX_FOUND = 10
_WEIGHTS = (
    (8, "titel"),
    (8, "namen"),
    (8, "afkortingen"),
    (8, "nummers"),
    (4, "alledaags"),
    (4, "zoektermen"),
    (2, "samenvatting"),
    (1, "tekst"),
)
"""How much it counts where a word stands."""


class NotFound(LookupError):
    """Nothing answers to this; the message says what to try."""


def show(data: Gegevens, id_: str, *, as_json: bool) -> str:
    """Return one thing by its id."""
    things = {thing.id.lower(): thing for group in data.things.values() for thing in group}
    thing = things.get(id_.lower())
    if thing is None:
        guess = bedoelde_u(id_, [een.id for een in things.values()])
        raise NotFound(f"„{id_}” bestaat niet; {guess or 'schrijf soort:naam, zoals wet:awir'}")
    if as_json or thing.blad is None:
        return _json(_item(data, thing))
    return "\n".join(record_as_markdown(data.corpus.site.adres, thing.blad))


def _item(data: Gegevens, thing: Thing) -> Json:
    writer = Writer(data)
    head = envelope(data.corpus, list_path(thing.kind.name), thing.title, imaginary=False)
    sources = {source: writer.source(source) for source in thing.sources}
    return head | {"item": writer.item(thing), "bronnen": sources}


def find(corpus: Corpus, question: str, *, as_json: bool) -> str:
    """Return the pages in which most words of a question stand, the best first.

    A plain count, of use in a terminal; the search of the site knows much more of language.
    """
    words = [word for word in question.casefold().split() if word]
    ranked = sorted(
        ((_score(kaart, words), kaart) for kaart in kaarten(corpus)),
        key=lambda paar: (-paar[0], paar[1].id),
    )
    best = [kaart for score, kaart in ranked if score][:MAX_FOUND]
    if not best:
        raise NotFound(f"niets gevonden bij „{question}”; probeer minder of andere woorden")
    site = corpus.site.adres
    if as_json:
        found = [
            {
                "id": kaart.id,
                "titel": kaart.titel,
                "soort": kaart.soort,
                "samenvatting": kaart.samenvatting,
                "denkbeeldig": kaart.denkbeeldig,
                "adres": site + kaart.pad,
            }
            for kaart in best
        ]
        return _json({"vraag": question, "peildatum": corpus.site.peildatum, "gevonden": found})
    return "\n".join(
        f"{kaart.id}  {kaart.titel}{' (denkbeeldig)' if kaart.denkbeeldig else ''}\n"
        f"    {kaart.samenvatting}\n    {site}{kaart.pad}"
        for kaart in best
    )


def _score(kaart: Kaart, words: Sequence[str]) -> int:
    places = []
    for weight, field in _WEIGHTS:
        value = getattr(kaart, field)
        places.append((weight, (value if isinstance(value, str) else " ".join(value)).casefold()))
    return sum(max((w for w, text in places if word in text), default=0) for word in words)


def questions(data: Gegevens, to: str | None, *, as_json: bool) -> str:
    """Return the open questions, or those that one can put to one organisation."""
    asked = data.questions
    if to is not None:
        id_ = _organisation(data.corpus, to)
        asked = [een for een in asked if id_ in {naar.id for naar in een.to}]
        if not asked:
            raise NotFound(f"er staan geen vragen open aan {data.corpus.records[id_].titel}")
    if as_json:
        writer = Writer(data)
        items = [writer.question(een) for een in asked]
        return _json(
            {"peildatum": data.corpus.site.peildatum, "aantal": len(items), "items": items}
        )
    lines = []
    for een in asked:
        mark = " (denkbeeldig)" if een.imaginary else ""
        lines.append(f"- {een.text}")
        lines.append(f"    Bij: {een.van.titel}{mark}. Aan: {', '.join(n.titel for n in een.to)}.")
    return "\n".join([*lines, f"{len(asked)} open vragen."])


def _organisation(corpus: Corpus, name: str) -> str:
    """Return the id of an organisation by its id, short form, title or other name."""
    names: dict[str, str] = {}
    for een in corpus.alle(Organisatie):
        for naam in (een.id, een.slug, een.afkorting, een.titel, *een.andere_namen):
            if naam:
                names.setdefault(naam.casefold(), een.id)
    if name.casefold() not in names:
        guess = bedoelde_u(name.casefold(), [*names])
        raise NotFound(f"onbekende organisatie „{name}”; {guess or 'kennisbank zoek helpt'}")
    return names[name.casefold()]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)
