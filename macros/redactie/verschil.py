"""``verschil``: what changed in meaning since another version, in Dutch sentences for a reviewer.

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

from macros.load.boom import lees_tekst
from macros.model.datering import Peildatum
from macros.model.soorten import PER_MAP
from macros.redactie.werk import OpdrachtFout

Boom = Mapping[str, Any]
_LIJKT = 0.55
"""Two statements that are at least so much alike are one that was rewritten."""
_NIET = frozenset({"id"})
_NAMEN: Mapping[str, str] = {
    "zekerheid": "zekerheid",
    "stand": "datum",
    "status": "status",
    "leidt_tot": "status waar de stap toe leidt",
    "gecontroleerd": "controle",
    "controle_voor": "volgende controle",
    "kijk_opnieuw": "dag om opnieuw te kijken",
}
_DATUMS = frozenset({"stand", "datum", "controle_voor", "kijk_opnieuw", "geraadpleegd", "periode"})


def verschil(wortel: Path, ref: str) -> list[str]:
    """Return a sentence for each thing that changed in ``data/`` since ``ref``."""
    oud, nieuw = _van_git(wortel, ref), _van_schijf(wortel)
    weg, erbij = [n for n in oud if n not in nieuw], [n for n in nieuw if n not in oud]
    regels: list[str] = []
    hernoemd: dict[str, str] = {}
    for naam in erbij:
        zelfde = [n for n in weg if _kern(oud[n]) == _kern(nieuw[naam]) and n not in hernoemd]
        if zelfde:
            hernoemd[zelfde[0]] = naam
            regels.append(f"{_wie(zelfde[0], oud)} heet nu {_stam(naam)}.")
        else:
            regels.append(f"Nieuw: {_wie(naam, nieuw)}.{_samenvatting(nieuw[naam])}")
    regels += [f"Weg: {_wie(naam, oud)}." for naam in weg if naam not in hernoemd]
    for naam in oud:
        ander = hernoemd.get(naam, naam)
        if ander in nieuw:
            wie = _wie(ander, nieuw)
            regels += [f"{wie}: {zin}" for zin in _blok(oud[naam], nieuw[ander], "")]
    return regels


# --- reading --------------------------------------------------------------------------------------


def _van_git(wortel: Path, ref: str) -> dict[str, Boom]:
    """Return every YAML file of ``data/`` as it was, by its path."""
    opdracht = ["git", "-C", str(wortel), "archive", "--format=tar", ref, "data"]
    try:
        klaar = subprocess.run(opdracht, capture_output=True, check=False)  # noqa: S603  our own words; git refuses an unknown ref
    except FileNotFoundError:
        raise OpdrachtFout("git is hier niet geïnstalleerd", "installeer git") from None
    if klaar.returncode:
        raise OpdrachtFout(
            f"git kent „{ref}” hier niet", "schrijf een tak, versie of nummer, zoals main"
        )
    with tarfile.open(fileobj=io.BytesIO(klaar.stdout)) as archief:
        teksten = {
            lid.name: bestand.read().decode("utf-8", "replace")
            for lid in archief.getmembers()
            if lid.name.endswith(".yml") and (bestand := archief.extractfile(lid)) is not None
        }
    return _gelezen(teksten)


def _van_schijf(wortel: Path) -> dict[str, Boom]:
    paden = sorted((wortel / "data").rglob("*.yml"))
    return _gelezen(
        {pad.relative_to(wortel).as_posix(): pad.read_text(encoding="utf-8") for pad in paden}
    )


def _gelezen(teksten: Mapping[str, str]) -> dict[str, Boom]:
    uit: dict[str, Boom] = {}
    for naam in sorted(teksten):
        bestand, _ = lees_tekst(teksten[naam], naam)
        if bestand is not None and isinstance(bestand.waarde, dict):
            uit[naam] = bestand.waarde
    return uit


def _kern(boom: Boom) -> Boom:
    return {veld: waarde for veld, waarde in boom.items() if veld not in _NIET}


def _stam(naam: str) -> str:
    return naam.rpartition("/")[2].removesuffix(".yml")


def _wie(naam: str, bomen: Mapping[str, Boom]) -> str:
    """Return what a reader calls the record in a file."""
    soort = PER_MAP.get(naam.split("/")[1])
    titel = bomen[naam].get("titel")
    if soort is None or titel is None:
        return naam
    return f"{soort.enkelvoud} ‘{titel}’"


def _samenvatting(boom: Boom) -> str:
    tekst = boom.get("samenvatting")
    return f" {tekst}" if tekst else ""


# --- comparing ------------------------------------------------------------------------------------


def _blok(oud: Boom, nieuw: Boom, waar: str) -> Iterator[str]:
    """Yield what differs between two blocks, field by field."""
    for veld in dict.fromkeys([*oud, *nieuw]):
        if veld not in _NIET:
            yield from _waarde(oud.get(veld), nieuw.get(veld), veld, waar)


def _waarde(oud: object, nieuw: object, veld: str, waar: str) -> Iterator[str]:
    if oud == nieuw:
        return
    hier = f"{waar}{_NAMEN.get(veld, veld)}"
    match oud, nieuw:
        case dict(), dict():
            yield from _blok(oud, nieuw, f"{hier}, ")
        case _ if _is_lijst(oud) and _is_lijst(nieuw):
            yield from _lijst(_rij(oud), _rij(nieuw), veld, waar)
        case None, _:
            yield f"{hier} is erbij gekomen: {_toon(nieuw, veld)}."
        case _, None:
            yield f"{hier} is weg. Er stond: {_toon(oud, veld)}."
        case _:
            yield f"{hier} was {_toon(oud, veld)} en is nu {_toon(nieuw, veld)}."


def _is_lijst(waarde: object) -> bool:
    return waarde is None or isinstance(waarde, list)


def _rij(waarde: object) -> list[Any]:
    return waarde if isinstance(waarde, list) else []


def _lijst(oud: Sequence[Any], nieuw: Sequence[Any], veld: str, waar: str) -> Iterator[str]:
    if not any(isinstance(deel, dict) for deel in (*oud, *nieuw)):
        erbij = [een for een in nieuw if een not in oud]
        if erbij:
            yield f"{waar}{veld}: erbij {_opsomming(erbij)}."
        weg = [een for een in oud if een not in nieuw]
        if weg:
            yield f"{waar}{veld}: weg {_opsomming(weg)}."
        if sorted(map(str, oud)) == sorted(map(str, nieuw)):
            yield f"{waar}{veld}: een andere volgorde."
        return
    paren, los = _paren(oud, nieuw)
    for een, ander in paren:
        if een != ander:
            yield from _herschreven(een, ander, f"{waar}{veld}")
    for een in los:
        yield f"{waar}{veld}: nieuw is {_toon(een, veld)}."
    gevonden = [een for een, _ in paren]
    for een in oud:
        if een not in gevonden:
            yield f"{waar}{veld}: weg is {_toon(een, veld)}."


def _herschreven(oud: Boom, nieuw: Boom, waar: str) -> Iterator[str]:
    """Yield what changed in one statement or block of a list."""
    naam = _kort(nieuw)
    if "tekst" in oud and oud["tekst"] != nieuw.get("tekst"):
        yield f"{waar}: de zin „{oud['tekst']}” is nu „{nieuw.get('tekst')}”."
    rest_oud = {veld: waarde for veld, waarde in oud.items() if veld != "tekst"}
    rest_nieuw = {veld: waarde for veld, waarde in nieuw.items() if veld != "tekst"}
    yield from _blok(rest_oud, rest_nieuw, f"{waar}, bij „{naam}”: ")


def _paren(oud: Sequence[Any], nieuw: Sequence[Any]) -> tuple[list[tuple[Any, Any]], list[Any]]:
    """Match the blocks of two lists: first the same, then the same name, then much alike."""
    over = list(oud)
    paren: list[tuple[Any, Any]] = []
    los: list[Any] = []
    for een in nieuw:
        if een in over:
            over.remove(een)
            paren.append((een, een))
    for een in nieuw:
        if any(een is ander for _, ander in paren):
            continue
        kandidaat = max(over, key=lambda o: _gelijkenis(o, een), default=None)
        if kandidaat is not None and _gelijkenis(kandidaat, een) >= _LIJKT:
            over.remove(kandidaat)
            paren.append((kandidaat, een))
        else:
            los.append(een)
    return paren, los


def _gelijkenis(oud: object, nieuw: object) -> float:
    if not isinstance(oud, dict) or not isinstance(nieuw, dict):
        return 0.0
    for veld in ("sleutel", "id", "cbs", "veld", "record", "van"):
        if veld in oud and oud.get(veld) == nieuw.get(veld):
            return 1.0
    return SequenceMatcher(None, _kort(oud, 400), _kort(nieuw, 400)).ratio()


# --- words ----------------------------------------------------------------------------------------


def _kort(boom: object, lengte: int = 60) -> str:
    if not isinstance(boom, dict):
        return str(boom)
    tekst = next((str(boom[v]) for v in ("tekst", "titel", "naam", "vraag") if v in boom), "")
    tekst = tekst or ", ".join(f"{veld} {waarde}" for veld, waarde in boom.items())
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1]}…"


def _toon(waarde: object, veld: str) -> str:
    match waarde:
        case dict():
            return f"„{_kort(waarde, 300)}”{_bewijs(waarde)}"
        case list():
            return _opsomming(waarde)
        case bool():
            return "ja" if waarde else "nee"
        case _ if veld in _DATUMS:
            return _datum(waarde)
        case _:
            return f"„{waarde}”"


def _bewijs(boom: Boom) -> str:
    """Return where a statement comes from, how sure it is and of when."""
    if "bronnen" not in boom:
        return ""
    bronnen = ", ".join(map(str, boom["bronnen"]))
    return f" ({boom.get('zekerheid')}, {_datum(boom.get('stand'))}, bron {bronnen})"


def _datum(waarde: object) -> str:
    try:
        return str(Peildatum.lees(waarde))
    except ValueError:
        return f"„{waarde}”"


def _opsomming(lijst: Sequence[object]) -> str:
    return ", ".join(_kort(een, 300) for een in lijst)
