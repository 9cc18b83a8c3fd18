"""Breaking a file in every way an editor might: one small change at a time.

Pure functions on plain values; ``test_mutaties`` has the result read and checked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.load.fout import Pad, veldnaam
from macros.model.bladeren import Merk

Soort = Literal["leeg", "verkeerd", "spatie", "naam", "weg", "merk"]


@dataclass(frozen=True)
class Mutatie:
    """One change: what was done where, the tree after it, and where the message has to point."""

    soort: Soort
    pad: Pad
    boom: object
    wijst_naar: Pad

    def __str__(self) -> str:
        return f"{self.soort}: {veldnaam(self.pad)}"


def uitgedund(boom: object, gezien: set[Pad], minstens: int, vorm: Pad = ()) -> object:
    """Return ``boom`` with only those lines of a list that show a field not yet seen.

    Each list keeps its first lines too: ``minstens`` blocks, or two plain values.
    """
    gezien.add(vorm)
    if isinstance(boom, dict):
        return {
            naam: uitgedund(deel, gezien, minstens, (*vorm, naam)) for naam, deel in boom.items()
        }
    if isinstance(boom, list):
        over: list[object] = []
        for deel in boom:
            vormen = {(*vorm, "", *binnen) for binnen in vormen_van(deel)}
            eerste = len(over) < (minstens if isinstance(deel, dict) else 2)
            if eerste or not vormen <= gezien:
                over.append(uitgedund(deel, gezien, minstens, (*vorm, "")))
        return over
    return boom


def vormen_van(boom: object) -> set[Pad]:
    """Return each field path in ``boom``, with list positions left out."""
    return {tuple("" if isinstance(deel, int) else deel for deel in pad) for pad in paden(boom)}


def paden(boom: object, pad: Pad = ()) -> Iterator[Pad]:
    """Yield the path of every value."""
    yield pad
    if isinstance(boom, dict):
        for naam, deel in boom.items():
            yield from paden(deel, (*pad, naam))
    elif isinstance(boom, list):
        for nummer, deel in enumerate(boom):
            yield from paden(deel, (*pad, nummer))


def mutaties(
    boom: object, verplicht: Collection[Pad], merken: Mapping[Pad, Merk]
) -> Iterator[Mutatie]:
    """Yield every change that the loader or a rule has to notice."""
    for pad in paden(boom):
        if not pad:
            continue
        oud = _waarde(boom, pad)
        leeg: object = [] if isinstance(oud, list) else {} if isinstance(oud, dict) else ""
        yield Mutatie("leeg", pad, _met(boom, pad, leeg), pad)
        anders: object = "tekst" if isinstance(oud, dict | list) else {"een": "blok"}
        yield Mutatie("verkeerd", pad, _met(boom, pad, anders), pad)
        if isinstance(oud, str):
            yield Mutatie("spatie", pad, _met(boom, pad, f"{oud} "), pad)
        if pad in merken:
            yield Mutatie("merk", pad, _met(boom, pad, f"{oud}x"), pad)
        if isinstance(pad[-1], str):
            fout_getypt = (*pad[:-1], f"{pad[-1]}x")
            yield Mutatie("naam", pad, _hernoemd(boom, pad, fout_getypt[-1]), fout_getypt)
            if pad in verplicht:
                yield Mutatie("weg", pad, _zonder(boom, pad), pad[:-1])


def _waarde(boom: object, pad: Pad) -> object:
    for deel in pad:
        assert isinstance(boom, dict | list)
        boom = boom[deel]  # type: ignore[index]
    return boom


def _met(boom: object, pad: Pad, waarde: object) -> object:
    """Return ``boom`` with ``waarde`` at ``pad``; what lies beside that path is shared."""
    if not pad:
        return waarde
    assert isinstance(boom, dict | list)
    nieuw = boom.copy()
    nieuw[pad[0]] = _met(boom[pad[0]], pad[1:], waarde)  # type: ignore[index]
    return nieuw


def _zonder(boom: object, pad: Pad) -> object:
    ouder = _waarde(boom, pad[:-1])
    assert isinstance(ouder, dict)
    over = {naam: deel for naam, deel in ouder.items() if naam != pad[-1]}
    return _met(boom, pad[:-1], over)


def _hernoemd(boom: object, pad: Pad, nieuw: str | int) -> object:
    ouder = _waarde(boom, pad[:-1])
    assert isinstance(ouder, dict)
    anders = {(nieuw if naam == pad[-1] else naam): deel for naam, deel in ouder.items()}
    return _met(boom, pad[:-1], anders)
