"""What ``kennisbank toon``, ``search`` and ``vragen`` answer: for people, or as the API has it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from macros.blad.card import Card, cards
from macros.blad.opendata import list_path
from macros.corpus.corpus import Corpus
from macros.exports.dossier_content import as_dossier
from macros.exports.gather import Data, Thing
from macros.exports.jsonbestanden import Json, Writer, envelope
from macros.exports.markdown import record_as_markdown
from macros.load.error import counted, did_you_mean
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


def show(data: Data, id_: str, *, as_json: bool) -> str:
    """Return one thing by its id."""
    things = {thing.id.lower(): thing for group in data.things.values() for thing in group}
    thing = things.get(id_.lower())
    if thing is None:
        guess = did_you_mean(id_, [one.id for one in things.values()])
        raise NotFound(f"„{id_}” bestaat niet; {guess or 'schrijf soort:naam, zoals wet:awir'}")
    if as_json or thing.blad is None:
        return _json(_item(data, thing))
    return record_as_markdown(data.corpus.site.adres, as_dossier(thing.blad))


def _item(data: Data, thing: Thing) -> Json:
    writer = Writer(data)
    head = envelope(data.corpus, list_path(thing.kind.name), thing.title, imaginary=False)
    sources = {source: writer.source(source) for source in thing.sources}
    return head | {"item": writer.item(thing), "bronnen": sources}


def find(corpus: Corpus, question: str, *, as_json: bool) -> str:
    """Return the pages in which most words of a question stand, the best first.

    A plain count, of use in a terminal; the search of the site knows much more of language.
    """
    words = question.casefold().split()
    ranked = sorted(
        ((_score(card, words), card) for card in cards(corpus)),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    best = [card for score, card in ranked if score][:MAX_FOUND]
    if not best:
        raise NotFound(f"niets gevonden bij „{question}”; probeer minder of andere woorden")
    site = corpus.site.adres
    if as_json:
        found = [
            {
                "id": card.id,
                "titel": card.titel,
                "soort": card.soort,
                "samenvatting": card.samenvatting,
                "denkbeeldig": card.denkbeeldig,
                "adres": site + card.pad,
            }
            for card in best
        ]
        return _json({"vraag": question, "peildatum": corpus.site.peildatum, "gevonden": found})
    return "\n".join(
        f"{card.id}  {card.titel}{' (denkbeeldig)' if card.denkbeeldig else ''}\n"
        f"    {card.samenvatting}\n    {site}{card.pad}"
        for card in best
    )


def _score(card: Card, words: Sequence[str]) -> int:
    places = []
    for weight, field in _WEIGHTS:
        value = getattr(card, field)
        places.append((weight, (value if isinstance(value, str) else " ".join(value)).casefold()))
    return sum(max((w for w, text in places if word in text), default=0) for word in words)


def questions(data: Data, to: str | None, *, as_json: bool) -> str:
    """Return the open questions, or those that one can put to one organisation."""
    asked = data.questions
    if to is not None:
        id_ = _organisation(data.corpus, to)
        asked = [one for one in asked if id_ in {naar.id for naar in one.to}]
        if not asked:
            raise NotFound(f"er staan geen vragen open aan {data.corpus.records[id_].titel}")
    if as_json:
        writer = Writer(data)
        items = [writer.question(one) for one in asked]
        return _json(
            {"peildatum": data.corpus.site.peildatum, "aantal": len(items), "items": items}
        )
    lines = []
    for one in asked:
        mark = " (denkbeeldig)" if one.imaginary else ""
        lines.append(f"- {one.text}")
        where = " en ".join(at.titel for at in (one.from_, *(also.from_ for also in one.also)))
        lines.append(f"    Bij: {where}{mark}. Aan: {', '.join(n.titel for n in one.to)}.")
    return "\n".join([*lines, f"{counted(len(asked), 'open vraag', 'open vragen')}."])


def _organisation(corpus: Corpus, name: str) -> str:
    """Return the id of an organisation by its id, short form, title or other name."""
    names: dict[str, str] = {}
    for one in corpus.every(Organisatie):
        for naam in (one.id, one.slug, one.afkorting, one.titel, *one.andere_namen):
            if naam:
                names.setdefault(naam.casefold(), one.id)
    if name.casefold() not in names:
        guess = did_you_mean(name.casefold(), [*names])
        raise NotFound(f"onbekende organisatie „{name}”; {guess or 'kennisbank zoek helpt'}")
    return names[name.casefold()]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)
