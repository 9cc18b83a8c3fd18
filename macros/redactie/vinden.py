"""Finding what a command is about: a record by id, name or a few words of its title."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any

from macros.corpus.corpus import Corpus
from macros.load.error import Pad, did_you_mean
from macros.model.soorten import Bestandsrecord
from macros.redactie.jobs import CommandError

MEEST = 9
"""So many are offered to choose from."""


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
    """Return the ones that hold all these words, whatever their capitals; the best first."""
    gezocht = woorden.casefold().split()
    found = []
    for id_, titel in among:
        tekst = f"{id_} {titel}".casefold()
        if gezocht and all(woord in tekst for woord in gezocht):
            slug = id_.partition(":")[2].casefold()
            rank = (slug != woorden.casefold(), not slug.startswith(gezocht[0]), len(titel), id_)
            found.append((rank, id_, titel))
    return [(id_, titel) for _, id_, titel in sorted(found)[:MEEST]]


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
