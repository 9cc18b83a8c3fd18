"""Finding what a command is about: a record by id, name or a few words of its title."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any

from macros.corpus.corpus import Corpus
from macros.load.fout import Pad, bedoelde_u
from macros.model.soorten import Bestandsrecord
from macros.redactie.werk import OpdrachtFout

MEEST = 9
"""So many are offered to choose from."""


def record_van(corpus: Corpus, getypt: str) -> Bestandsrecord:
    """Return the record an editor means by its id, its file or its bare name, if only one fits."""
    naam = getypt.removeprefix("data/").removesuffix(".yml")
    passend = [
        record
        for id_, record in corpus.records.items()
        if naam in (id_, record.slug, f"{record.mapnaam}/{record.slug}")
    ]
    if len(passend) == 1:
        return passend[0]
    if passend:
        ids = ", ".join(record.id for record in passend)
        raise OpdrachtFout(f"„{getypt}” kan meer betekenen", f"kies uit: {ids}")
    raad = bedoelde_u(naam, [*corpus.records, *(een.slug for een in corpus.records.values())])
    raise OpdrachtFout(
        f"„{getypt}” bestaat niet", raad or "schrijf het id, zoals begrip:briefadres"
    )


def zoek(corpus: Corpus, woorden: str, soorten: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return id and title of what fits these words best, of these kinds; municipalities too."""
    gezocht = woorden.casefold().split()
    kandidaten = [(record.id, record.titel, record.soort) for record in corpus.records.values()]
    kandidaten += [
        (f"gemeente:{gemeente.cbs}", gemeente.naam, "gemeente")
        for gemeente in corpus.gemeentetabel.gemeenten
    ]
    kinds = set(soorten)
    gevonden = []
    for id_, titel, soort in kandidaten:
        if kinds and soort not in kinds:
            continue
        tekst = f"{id_} {titel}".casefold()
        if all(woord in tekst for woord in gezocht):
            slug = id_.partition(":")[2].casefold()
            rang = (slug != woorden.casefold(), not slug.startswith(gezocht[0]), len(titel), id_)
            gevonden.append((rang, id_, titel))
    return [(id_, titel) for _, id_, titel in sorted(gevonden)[:MEEST]]


def daar(boom: Any, pad: Pad) -> Any:  # noqa: ANN401  a tree of YAML
    """Return what stands at a path in a tree."""
    for deel in pad:
        boom = boom[deel]
    return boom


def zet_daar(boom: MutableMapping[str, Any], pad: Pad, waarde: object) -> None:
    """Put a value at a path in a tree."""
    daar(boom, pad[:-1])[pad[-1]] = waarde


def haal_weg(boom: MutableMapping[str, Any], pad: Pad) -> None:
    """Take a value out of a tree, with the list or block that is empty then."""
    while pad:
        ouder: Any = daar(boom, pad[:-1])
        del ouder[pad[-1]]
        if len(ouder):
            return
        pad = pad[:-1]
