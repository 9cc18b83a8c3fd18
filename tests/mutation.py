"""Breaking a file in every way an editor might: one small change at a time.

Pure functions on plain values; ``test_mutations`` has the result read and checked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.load.error import Pad, veldnaam
from macros.model.walk import Merk

Soort = Literal["leeg", "verkeerd", "spatie", "naam", "weg", "merk"]


@dataclass(frozen=True)
class Mutation:
    """One change: what was done where, the tree after it, and where the message has to point."""

    soort: Soort
    pad: Pad
    tree: object
    points_to: Pad

    def __str__(self) -> str:
        return f"{self.soort}: {veldnaam(self.pad)}"


def thinned(tree: object, gezien: set[Pad], at_least: int, vorm: Pad = ()) -> object:
    """Return ``tree`` with only those lines of a list that show a field not yet seen.

    Each list keeps its first lines too: ``at_least`` blocks, or two plain values.
    """
    gezien.add(vorm)
    if isinstance(tree, dict):
        return {naam: thinned(part, gezien, at_least, (*vorm, naam)) for naam, part in tree.items()}
    if isinstance(tree, list):
        over: list[object] = []
        for part in tree:
            vormen = {(*vorm, "", *inner) for inner in vormen_of(part)}
            first = len(over) < (at_least if isinstance(part, dict) else 2)
            if first or not vormen <= gezien:
                over.append(thinned(part, gezien, at_least, (*vorm, "")))
        return over
    return tree


def vormen_of(tree: object) -> set[Pad]:
    """Return each field path in ``tree``, with list positions left out."""
    return {tuple("" if isinstance(part, int) else part for part in pad) for pad in paths(tree)}


def paths(tree: object, pad: Pad = ()) -> Iterator[Pad]:
    """Yield the path of every value."""
    yield pad
    if isinstance(tree, dict):
        for naam, part in tree.items():
            yield from paths(part, (*pad, naam))
    elif isinstance(tree, list):
        for nummer, part in enumerate(tree):
            yield from paths(part, (*pad, nummer))


def mutations(
    tree: object, required: Collection[Pad], marks: Mapping[Pad, Merk]
) -> Iterator[Mutation]:
    """Yield every change that the loader or a rule has to notice."""
    for pad in paths(tree):
        if not pad:
            continue
        old = _waarde(tree, pad)
        empty: object = [] if isinstance(old, list) else {} if isinstance(old, dict) else ""
        yield Mutation("leeg", pad, _with(tree, pad, empty), pad)
        otherwise: object = "tekst" if isinstance(old, dict | list) else {"een": "blok"}
        yield Mutation("verkeerd", pad, _with(tree, pad, otherwise), pad)
        if isinstance(old, str):
            yield Mutation("spatie", pad, _with(tree, pad, f"{old} "), pad)
        if pad in marks:
            yield Mutation("merk", pad, _with(tree, pad, f"{old}x"), pad)
        if isinstance(pad[-1], str):
            mistyped = (*pad[:-1], f"{pad[-1]}x")
            yield Mutation("naam", pad, _renamed(tree, pad, mistyped[-1]), mistyped)
            if pad in required:
                yield Mutation("weg", pad, _without(tree, pad), pad[:-1])


def _waarde(tree: object, pad: Pad) -> object:
    for part in pad:
        assert isinstance(tree, dict | list)
        tree = tree[part]  # type: ignore[index]
    return tree


def _with(tree: object, pad: Pad, waarde: object) -> object:
    """Return ``tree`` with ``waarde`` at ``pad``; what lies beside that path is shared."""
    if not pad:
        return waarde
    assert isinstance(tree, dict | list)
    new = tree.copy()
    new[pad[0]] = _with(tree[pad[0]], pad[1:], waarde)  # type: ignore[index]
    return new


def _without(tree: object, pad: Pad) -> object:
    parent = _waarde(tree, pad[:-1])
    assert isinstance(parent, dict)
    over = {naam: part for naam, part in parent.items() if naam != pad[-1]}
    return _with(tree, pad[:-1], over)


def _renamed(tree: object, pad: Pad, new: str | int) -> object:
    parent = _waarde(tree, pad[:-1])
    assert isinstance(parent, dict)
    otherwise = {(new if naam == pad[-1] else naam): part for naam, part in parent.items()}
    return _with(tree, pad[:-1], otherwise)
