"""Finding what a command is about: a record by id, name or a few words of its title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from macros.corpus.corpus import Corpus
from macros.load.error import Pad, did_you_mean
from macros.model.dates import Peildatum
from macros.model.kennis import Bron
from macros.model.soorten import Bestandsrecord
from macros.redactie.jobs import CommandError

MEEST = 9
"""So many are offered to choose from."""
_GUESSED = "De titel is afgeleid uit het webadres"
"""How a source says that nobody read its title."""
MOST_BRONNEN = 3
"""So many sources: of each more is told."""


def record_of(corpus: Corpus, typed: str) -> Bestandsrecord:
    """Return the record an editor means by its id, its file or its bare name, if only one fits."""
    naam = typed.removeprefix("data/").removesuffix(".yml")
    passend = [
        record
        for id_, record in corpus.records.items()
        if naam in (id_, record.slug, f"{record.mapnaam}/{record.slug}")
    ]
    if len(passend) == 1:
        return passend[0]
    if passend:
        ids = ", ".join(record.id for record in passend)
        raise CommandError(f"„{typed}” kan meer betekenen", f"kies uit: {ids}")
    hint = did_you_mean(naam, [*corpus.records, *(one.slug for one in corpus.records.values())])
    raise CommandError(f"„{typed}” bestaat niet", hint or "schrijf het id, zoals begrip:briefadres")


def candidates(corpus: Corpus, soorten: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return id and title of every record of these kinds, or of all; municipalities too."""
    every = [(record.id, record.titel, record.soort) for record in corpus.records.values()]
    every += [
        (f"gemeente:{gemeente.cbs}", gemeente.naam, "gemeente")
        for gemeente in corpus.gemeentetabel.gemeenten
    ]
    kinds = set(soorten)
    return [(id_, titel) for id_, titel, soort in every if not kinds or soort in kinds]


def fitting(among: Iterable[tuple[str, str]], woorden: str) -> list[tuple[str, str]]:
    """Return the ones that hold all these words, or else most; whatever their capitals."""
    gezocht = woorden.casefold().split()
    found = []
    for id_, titel in among:
        tekst = f"{id_} {titel}".casefold()
        absent = sum(woord not in tekst for woord in gezocht)
        if absent < len(gezocht):
            slug = id_.partition(":")[2].casefold()
            rank = (slug != woorden.casefold(), not slug.startswith(gezocht[0]), len(titel), id_)
            found.append((absent, rank, id_, titel))
    least = min((absent for absent, *_ in found), default=0)
    best = sorted(one for one in found if one[0] == least)
    return [(id_, titel) for *_, id_, titel in best[:MEEST]]


@dataclass(frozen=True, slots=True)
class _Findable:
    """What a source is found by: what it is itself, and the statements that rest on it."""

    own: str
    carried: Sequence[str]


def findable_bronnen(corpus: Corpus) -> Mapping[str, _Findable]:
    """Return of every source by which words it is found."""
    carried: dict[str, list[str]] = defaultdict(list)
    for place in corpus.beweringen:
        for id_ in place.bewering.bronnen:
            carried[id_].append(place.bewering.tekst)
    return {
        bron.id: _Findable(
            _own(bron.slug, bron.model_dump(mode="json")).casefold(), carried.get(bron.id, ())
        )
        for bron in corpus.every(Bron)
    }


def _own(code: str, bron: Mapping[str, object]) -> str:
    said = (bron.get(naam) for naam in ("titel", "uitgever", "url", "kamerstuk", "ecli"))
    datum = str(bron["datum"])
    in_words = str(Peildatum.parse(bron["datum"]))
    return " ".join([code, datum, in_words, *(str(one) for one in said if one)])


@dataclass(frozen=True, slots=True)
class Found:
    """What some words find among the sources, the best first."""

    rows: list[tuple[str, str]]
    """Code, and what the source is."""
    more: int
    """How many others they find as well."""
    whole: bool
    """Whether every word was found; else most of them."""


def bronnen_with(
    corpus: Corpus,
    woorden: str,
    new: Mapping[str, Mapping[str, object]],
    suits: Callable[[str], bool],
) -> Found:
    """Return the sources that these words fit best, of those that may be chosen.

    A source is also found by what rests on it: then one such statement is shown. If none holds all
    the words, it are those that hold most.
    """
    gezocht = woorden.casefold().split()
    if not all(re.search(r"\w", woord) for woord in gezocht):
        return Found([], 0, whole=True)
    made = {f"bron:{code}": _Findable(_own(code, one).casefold(), ()) for code, one in new.items()}
    found: list[tuple[int, int, int, str, str]] = []
    for id_, one in {**corpus.once(findable_bronnen), **made}.items() if gezocht else ():
        if not suits(id_.removeprefix("bron:")):
            continue
        missing = [woord for woord in gezocht if woord not in one.own]
        bearing, absent = _most_of(missing, one.carried)
        if absent < len(gezocht):
            said = f"; draagt „{shorten(bearing, 40, placeholder=' …')}”" if bearing else ""
            found.append((absent, len(missing), -len(one.carried), id_, said))
    least = min((absent for absent, *_ in found), default=0)
    best = sorted(one for one in found if one[0] == least)
    rows = [
        (id_.removeprefix("bron:"), f"{said_of_bron(corpus, id_, new)}{said}")
        for *_, id_, said in best[:MOST_BRONNEN]
    ]
    return Found(rows, len(best) - len(rows), whole=least == 0)


def most_used(corpus: Corpus, suits: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Return the sources that carry most, of those that may be chosen, each with what it is."""
    every = corpus.once(findable_bronnen)
    best = sorted((-len(one.carried), id_) for id_, one in every.items())
    codes = [id_.removeprefix("bron:") for _, id_ in best]
    found = [code for code in codes if suits(code)][:MOST_BRONNEN]
    return [(code, said_of_bron(corpus, f"bron:{code}", {})) for code in found]


def _most_of(words: Sequence[str], texts: Sequence[str]) -> tuple[str, int]:
    """Return the text that holds most of these words, if one does, and how many it lacks."""
    best, least = "", len(words)
    for tekst in texts if words else ():
        bare = tekst.casefold()
        absent = sum(word not in bare for word in words)
        if absent < least:
            best, least = tekst, absent
    return best, least


def bron_fields(
    corpus: Corpus, code: str, new: Mapping[str, Mapping[str, object]]
) -> Mapping[str, object]:
    """Return the fields of a source as they are written, be it made now or there before."""
    if code in new:
        return new[code]
    bron = corpus.records[f"bron:{code}"]
    assert isinstance(bron, Bron)  # noqa: S101  its code was just found among them
    return bron.model_dump(mode="json")


def said_of_bron(corpus: Corpus, id_: str, new: Mapping[str, Mapping[str, object]]) -> str:
    """Return what a source is: title, publisher, date, kind, and how much of it was seen."""
    made = bron_fields(corpus, id_.removeprefix("bron:"), new)
    kind, seen = (
        corpus.per_term[as_, str(made[as_])].label.lower() for as_ in ("bronsoort", "gezien")
    )
    titel = shorten(str(made["titel"]), 60, placeholder=" …")
    uitgever = shorten(str(made["uitgever"]), 24, placeholder=" …")
    own = "; titel uit het adres" if _GUESSED in str(made.get("opmerking")) else ""
    return f"{titel} ({uitgever}; {Peildatum.parse(made['datum'])}; {kind}; {seen}{own})"


def search(corpus: Corpus, woorden: str, soorten: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return id and title of what fits these words best, of these kinds; municipalities too."""
    return fitting(candidates(corpus, soorten), woorden)


def there(tree: Any, pad: Pad) -> Any:  # noqa: ANN401  a tree of YAML
    """Return what stands at a path in a tree."""
    for part in pad:
        tree = tree[part]
    return tree


def sets_there(tree: MutableMapping[str, Any], pad: Pad, waarde: object) -> None:
    """Put a value at a path in a tree."""
    there(tree, pad[:-1])[pad[-1]] = waarde


def fetch_way(tree: MutableMapping[str, Any], pad: Pad) -> None:
    """Take a value out of a tree, with the list or block that is empty then."""
    while pad:
        parent: Any = there(tree, pad[:-1])
        del parent[pad[-1]]
        if len(parent):
            return
        pad = pad[:-1]
