"""``difference``: what changed in meaning since another version, in Dutch sentences for a reviewer.

The old version is read as plain YAML, not by the model: that may have changed as well.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from macros.load.tree import read_yaml
from macros.model.dates import Peildatum
from macros.model.soorten import PER_FOLDER
from macros.redactie.jobs import CommandError

Tree = Mapping[str, Any]
_SEEMS = 0.55
"""Two statements that are at least so much alike are one that was rewritten."""
_NOT = frozenset({"id"})
_OF_EVERYONE = frozenset({"gecontroleerd", "controle_voor"})
"""What records share that have nothing to do with each other."""
_NAMEN: Mapping[str, str] = {
    "stand": "datum",
    "leidt_tot": "status waar de stap toe leidt",
    "gecontroleerd": "controle",
    "controle_voor": "volgende controle",
    "kijk_opnieuw": "dag om opnieuw te kijken",
}
_DATES = frozenset({"stand", "datum", "controle_voor", "kijk_opnieuw", "geraadpleegd", "periode"})


def difference(root: Path, ref: str) -> list[str]:
    """Return a sentence for each thing that changed in ``data/`` since ``ref``."""
    return between(_of_git(root, ref), _of_disk(root))


def between(old: Mapping[str, Tree], new: Mapping[str, Tree]) -> list[str]:
    """Return a sentence for each thing that differs between two versions of all files."""
    renamed = _renamed(old, new)
    ids = {_id(naam): _id(other) for naam, other in renamed.items()}
    regels = [f"{_who(naam, old)} heet nu {_stam(other)}." for naam, other in renamed.items()]
    erbij = [naam for naam in new if naam not in {*old, *renamed.values()}]
    regels += [f"Nieuw: {_who(naam, new)}.{_samenvatting(new[naam])}" for naam in erbij]
    regels += [f"Weg: {_who(naam, old)}." for naam in old if naam not in {*new, *renamed}]
    for naam in old:
        other = renamed.get(naam, naam)
        if other in new:
            who = _who(other, new)
            # What still points to the same record has not changed in meaning.
            before = _with_names(old[naam], ids)
            regels += [f"{who}: {zin}" for zin in _block(before, new[other], "")]
    return regels


def _renamed(old: Mapping[str, Tree], new: Mapping[str, Tree]) -> dict[str, str]:
    """Return which file goes on under which name: a record of the same kind that says the same."""
    way, erbij = [n for n in old if n not in new], [n for n in new if n not in old]
    likeness = {
        (naam, other): _shared(old[naam], new[other])
        for naam in way
        for other in erbij
        if naam.rpartition("/")[0] == other.rpartition("/")[0]
    }
    out: dict[str, str] = {}
    for (naam, other), shared in sorted(likeness.items(), key=lambda one: -one[1]):
        if shared >= _SEEMS and naam not in out and other not in out.values():
            out[naam] = other
    return out


def _shared(old: Tree, new: Tree) -> float:
    """Return which part of the fields of two records is the same."""
    every = {*old, *new} - _NOT - _OF_EVERYONE
    same = [veld for veld in every if old.get(veld) == new.get(veld)]
    return len(same) / max(len(every), 1)


def _with_names(waarde: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401  a tree of YAML
    """Return a tree in which every reference to a renamed record has its new name."""
    if isinstance(waarde, dict):
        return {veld: _with_names(part, ids) for veld, part in waarde.items()}
    if isinstance(waarde, list):
        return [_with_names(part, ids) for part in waarde]
    if isinstance(waarde, str):
        code = ids.get(f"bron:{waarde}", "").partition(":")[2]
        return ids.get(waarde) or code or waarde
    return waarde


# --- reading --------------------------------------------------------------------------------------


def _of_git(root: Path, ref: str) -> dict[str, Tree]:
    """Return every YAML file of ``data/`` as it was, by its path."""
    command = ["git", "-C", str(root), "archive", "--format=tar", ref, "data"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  our own words; git refuses an unknown ref
    except FileNotFoundError:
        raise CommandError("git is hier niet geïnstalleerd", "installeer git") from None
    if done.returncode:
        raise CommandError(
            f"git kent „{ref}” hier niet", "schrijf een tak, versie of nummer, zoals main"
        )
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        teksten = {
            lid.name: file.read().decode("utf-8", "replace")
            for lid in archive.getmembers()
            if lid.name.endswith(".yml") and (file := archive.extractfile(lid)) is not None
        }
    return _read(teksten)


def _of_disk(root: Path) -> dict[str, Tree]:
    paths = sorted((root / "data").rglob("*.yml"))
    return _read(
        {pad.relative_to(root).as_posix(): pad.read_text(encoding="utf-8") for pad in paths}
    )


def _read(teksten: Mapping[str, str]) -> dict[str, Tree]:
    out: dict[str, Tree] = {}
    for naam in sorted(teksten):
        file, _ = read_yaml(teksten[naam], naam)
        if file is not None and isinstance(file.waarde, dict):
            out[naam] = file.waarde
    return out


def _stam(naam: str) -> str:
    return naam.rpartition("/")[2].removesuffix(".yml")


def _id(naam: str) -> str:
    """Return the id of the record in a file, or the file itself for a table."""
    folder = naam.split("/")[1]
    return f"{PER_FOLDER[folder].soort}:{_stam(naam)}" if folder in PER_FOLDER else naam


def _who(naam: str, trees: Mapping[str, Tree]) -> str:
    """Return what a reader calls the record in a file."""
    soort = PER_FOLDER.get(naam.split("/")[1])
    titel = trees[naam].get("titel")
    if soort is None or titel is None:
        return naam
    return f"{soort.enkelvoud} ‘{titel}’"


def _samenvatting(tree: Tree) -> str:
    tekst = tree.get("samenvatting")
    return f" {tekst}" if tekst else ""


# --- comparing ------------------------------------------------------------------------------------


def _block(old: Tree, new: Tree, where: str) -> Iterator[str]:
    """Yield what differs between two blocks, field by field."""
    for veld in dict.fromkeys([*old, *new]):
        if veld not in _NOT:
            yield from _waarde(old.get(veld), new.get(veld), veld, where)


def _waarde(old: object, new: object, veld: str, where: str) -> Iterator[str]:
    if old == new:
        return
    here = f"{where}{_NAMEN.get(veld, veld)}"
    match old, new:
        case [dict(), dict()]:
            yield from _block(old, new, f"{here}, ")
        case _ if _is_list(old) and _is_list(new):
            yield from _list(_row(old), _row(new), veld, where)
        case [None, _]:
            yield f"{here} is erbij gekomen: {_show(new, veld)}."
        case [_, None]:
            yield f"{here} is weg. Er stond: {_show(old, veld)}."
        case _:
            yield f"{here} was {_show(old, veld)} en is nu {_show(new, veld)}."


def _is_list(waarde: object) -> bool:
    return waarde is None or isinstance(waarde, list)


def _row(waarde: object) -> list[Any]:
    return waarde if isinstance(waarde, list) else []


def _list(old: Sequence[Any], new: Sequence[Any], veld: str, where: str) -> Iterator[str]:
    if not any(isinstance(part, dict) for part in (*old, *new)):
        erbij = [one for one in new if one not in old]
        if erbij:
            yield f"{where}{veld}: erbij {_opsomming(erbij)}."
        way = [one for one in old if one not in new]
        if way:
            yield f"{where}{veld}: weg {_opsomming(way)}."
        if sorted(map(str, old)) == sorted(map(str, new)):
            yield f"{where}{veld}: een andere volgorde."
        return
    pairs, standalone = _pairs(old, new)
    for one, other in pairs:
        if one != other:
            yield from _herschreven(one, other, f"{where}{veld}")
    for one in standalone:
        yield f"{where}{veld}: nieuw is {_show(one, veld)}."
    found = [one for one, _ in pairs]
    for one in old:
        if one not in found:
            yield f"{where}{veld}: weg is {_show(one, veld)}."


def _herschreven(old: Tree, new: Tree, where: str) -> Iterator[str]:
    """Yield what changed in one statement or block of a list."""
    naam = _short(new)
    if "tekst" in old and old["tekst"] != new.get("tekst"):
        yield f"{where}: de zin „{old['tekst']}” is nu „{new.get('tekst')}”."
    rest_old = {veld: waarde for veld, waarde in old.items() if veld != "tekst"}
    rest_new = {veld: waarde for veld, waarde in new.items() if veld != "tekst"}
    yield from _block(rest_old, rest_new, f"{where}, bij „{naam}”: ")


def _pairs(old: Sequence[Any], new: Sequence[Any]) -> tuple[list[tuple[Any, Any]], list[Any]]:
    """Match the blocks of two lists: first the same, then the same name, then much alike."""
    over = list(old)
    pairs: list[tuple[Any, Any]] = []
    standalone: list[Any] = []
    for one in new:
        if one in over:
            over.remove(one)
            pairs.append((one, one))
    for one in new:
        if any(one is other for _, other in pairs):
            continue
        candidate = max(over, key=lambda o: _gelijkenis(o, one), default=None)
        if candidate is not None and _gelijkenis(candidate, one) >= _SEEMS:
            over.remove(candidate)
            pairs.append((candidate, one))
        else:
            standalone.append(one)
    return pairs, standalone


def _gelijkenis(old: object, new: object) -> float:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return 0.0
    for veld in ("sleutel", "id", "cbs", "veld", "record", "van"):
        if veld in old and old.get(veld) == new.get(veld):
            return 1.0
    return SequenceMatcher(None, _short(old, 400), _short(new, 400)).ratio()


# --- words ----------------------------------------------------------------------------------------


def _short(tree: object, lengte: int = 60) -> str:
    if not isinstance(tree, dict):
        return str(tree)
    tekst = next((str(tree[v]) for v in ("tekst", "titel", "naam", "vraag") if v in tree), "")
    tekst = tekst or ", ".join(f"{veld} {waarde}" for veld, waarde in tree.items())
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1]}…"


def _show(waarde: object, veld: str) -> str:
    match waarde:
        case dict():
            return f"„{_short(waarde, 300)}”{_proof(waarde)}"
        case list():
            return _opsomming(waarde)
        case bool():
            return "ja" if waarde else "nee"
        case _ if veld in _DATES:
            return _datum(waarde)
        case _:
            return f"„{waarde}”"


def _proof(tree: Tree) -> str:
    """Return where a statement comes from, how sure it is and of when."""
    if "bronnen" not in tree:
        return ""
    bronnen = ", ".join(map(str, tree["bronnen"]))
    return f" ({tree.get('zekerheid')}, {_datum(tree.get('stand'))}, bron {bronnen})"


def _datum(waarde: object) -> str:
    try:
        return str(Peildatum.parse(waarde))
    except ValueError:
        return f"„{waarde}”"


def _opsomming(lijst: Sequence[object]) -> str:
    return ", ".join(_short(one, 300) for one in lijst)
