"""From YAML text to a tree of plain values with positions.

The tree is built from PyYAML's C event stream rather than by its constructor, because only then
can this module refuse what makes YAML unsafe or surprising: duplicate keys, anchors and aliases
(alias bombs), tags, more than one document, deep nesting, and words such as ``yes`` that turn into
booleans.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import yaml

from macros.load.fout import Fout, Pad, Positie, veldnaam
from macros.load.tekens import VREEMD, uitleg

MAX_BYTES = 1_000_000
MAX_DIEPTE = 20
MAX_REGELS = MAX_WAARDEN = 20_000
"""Five times what the longest file holds; reading so many takes less than a second."""

CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7}) |={7}$")
CONFLICT_HERSTEL = "kies één van beide teksten en haal de drie regels met tekens weg"
_TE_VEEL = "splits het bestand of haal weg wat er niet hoort"
# Fifteen digits are what a float holds exactly; a longer row of digits is a code, so text.
_HEEL_GETAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_GEBROKEN_GETAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]+")
# As an editor counts lines; what else YAML 1.1 takes for a line break is refused as a character.
_REGELEINDE = re.compile("\r\n|[\n\r]")
# A quote that opens a value or key, and what closes it; after that a value must be at its end.
_OPENT = re.compile(
    r"""(?:^[ ]*(?:-[ ]+)*|[\[{,][ ]*|:[ ]+)(?:"(?:\\.|[^"\\])*(")?|'(?:''|[^'])*(')?)"""
)
_SLUIT = {
    '"': re.compile(r"""(?:\\.|[^"\\])*"(\s*(?:$|[,\]}:]|\#))?"""),
    "'": re.compile(r"""(?:''|[^'])*'(?!')(\s*(?:$|[,\]}:]|\#))?"""),
}
# libyaml speaks English; these are the mistakes that editors make.
_VERTALING: Mapping[str, str] = {
    "mapping values are not allowed in this context": "er staat een dubbele punt te veel",
    "could not find expected ':'": "er ontbreekt een dubbele punt na een veldnaam",
    "found unexpected end of stream": "een aanhalingsteken of haakje is niet gesloten",
    "did not find expected key": "de inspringing of een aanhalingsteken klopt niet",
    "did not find expected '-' indicator": "een regel van de lijst begint niet met een streepje",
    "did not find expected ',' or ']'": "de lijst mist een komma of ]",
    "did not find expected ',' or '}'": "het blok mist een komma of }",
    "did not find expected node content": "er ontbreekt een waarde",
    "did not find expected <document start>": "na het record staat nog iets anders",
    "found character that cannot start any token": "de tekst begint met een teken van YAML zelf",
    "found unknown escape character": "na \\ staat een teken dat YAML niet kent",
    "block sequence entries are not allowed in this context": "er staat een streepje te veel",
}
_VASTE_WOORDEN: Mapping[str, object] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}

Waarde = object


class _Merk(Protocol):
    """A mark of PyYAML: of its own parser or of libyaml's."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Bestand:
    """One YAML file, read. ``posities`` maps the path of each value (and key) to its place."""

    naam: str
    waarde: Waarde
    posities: Mapping[Pad, Positie] = field(default_factory=dict)
    getypt: Mapping[Pad, str] = field(default_factory=dict)
    """Numbers that Python writes in another way than the editor did: ``2.10``."""
    opmerkingen: Sequence[tuple[Positie, str]] = ()

    def positie(self, pad: Pad) -> Positie:
        """Return where ``pad`` stands; for a value that is missing, where its parent stands."""
        while pad:
            if pad in self.posities:
                return self.posities[pad]
            pad = pad[:-1]
        return Positie()

    def fout(self, pad: Pad, wat: str, herstel: str = "") -> Fout:
        """Return a message about the value at ``pad``."""
        positie = self.positie(pad)
        return Fout(self.naam, positie.regel, positie.kolom, veldnaam(pad), wat, herstel)

    def lege_waarden(self) -> Iterator[Pad]:
        """Yield the path of every value that is there but says nothing."""
        te_doen: list[tuple[Pad, Waarde]] = [((), self.waarde)]
        while te_doen:
            pad, waarde = te_doen.pop()
            if waarde is None or waarde in ("", [], {}):
                yield pad
            elif isinstance(waarde, dict):
                te_doen += [((*pad, sleutel), deel) for sleutel, deel in waarde.items()]
            elif isinstance(waarde, list):
                te_doen += [((*pad, nummer), deel) for nummer, deel in enumerate(waarde)]


class _BoomFout(Exception):
    """Stops reading one file; carries the message for the editor."""

    def __init__(self, positie: Positie, wat: str, herstel: str) -> None:
        super().__init__(wat)
        self.positie = positie
        self.wat = wat
        self.herstel = herstel


def lees_bestand(pad: Path, wortel: Path) -> tuple[Bestand | None, list[Fout]]:
    """Read one file below ``wortel``; return the tree, or the reasons why there is none."""
    naam = pad.relative_to(wortel).as_posix()
    grootte = pad.stat().st_size
    if grootte > MAX_BYTES:
        wat = f"bestand is te groot ({grootte:,} bytes; hoogstens {MAX_BYTES:,})".replace(",", ".")
        return None, [Fout(naam, 1, 1, "", wat, _TE_VEEL)]
    rauw = pad.read_bytes()
    try:
        tekst = rauw.decode("utf-8")
    except UnicodeDecodeError as fout:
        regel = rauw.count(b"\n", 0, fout.start) + 1
        wat = "bevat een teken dat geen UTF-8 is"
        return None, [Fout(naam, regel, 1, "", wat, "sla het bestand op als UTF-8")]
    return lees_tekst(tekst, naam)


def lees_tekst(tekst: str, naam: str) -> tuple[Bestand | None, list[Fout]]:
    """Read YAML text; ``naam`` is used in messages only."""
    if tekst.count("\n") > MAX_REGELS:
        wat = f"heeft meer dan {MAX_REGELS:,} regels".replace(",", ".")
        return None, [Fout(naam, MAX_REGELS + 1, 1, "", wat, _TE_VEEL)]
    fouten = list(_tekenfouten(tekst, naam))
    if fouten:
        return None, fouten
    bouwer = _Bouwer()
    try:
        for gebeurtenis in yaml.parse(tekst, Loader=yaml.CSafeLoader):
            bouwer.verwerk(gebeurtenis)
    except _BoomFout as fout:
        plaats = fout.positie
        return None, [Fout(naam, plaats.regel, plaats.kolom, "", fout.wat, fout.herstel)]
    except yaml.MarkedYAMLError as fout:
        return None, [_yamlfout(fout, tekst, naam)]
    if not bouwer.klaar:
        return None, [Fout(naam, 1, 1, "", "bestand is leeg", "vul het record in of verwijder het")]
    opmerkingen = bouwer.opmerkingen(_REGELEINDE.split(tekst.removeprefix("\ufeff")))
    bestand = Bestand(naam, bouwer.wortel, bouwer.posities, bouwer.getypt, opmerkingen)
    return bestand, [*bouwer.meldingen(naam), *_afgekapt(bestand, bouwer.kaal)]


def _yamlfout(fout: yaml.MarkedYAMLError, tekst: str, naam: str) -> Fout:
    """Return the message for what libyaml could not read: where the mistake began, not where it
    was noticed.
    """  # noqa: D205
    regels = _REGELEINDE.split(tekst.removeprefix("\ufeff"))
    plaats = _plek(fout.problem_mark or fout.context_mark)
    open_ = _open_aanhaling(regels[: plaats.regel])
    if open_ is not None:
        wat = "is geen geldige YAML: het aanhalingsteken dat hier opent, is niet gesloten"
        herstel = "sluit de tekst met hetzelfde aanhalingsteken, of haal het hier weg"
        return Fout(naam, open_.regel, open_.kolom, "", wat, herstel)
    context = fout.context or ""
    if fout.context_mark and context.startswith(
        ("while parsing a flow", "while scanning a quot", "while scanning a simple")
    ):
        plaats = _plek(fout.context_mark)
    # At the end of the file libyaml may count a line that is not there.
    if plaats.regel > len(regels):
        plaats = Positie(len(regels), len(regels[-1]) + 1)
    vertaling = _VERTALING.get(fout.problem or "")
    wat = f"is geen geldige YAML: {vertaling}" if vertaling else "is geen geldige YAML"
    herstel = "kijk naar inspringing, dubbele punten en aanhalingstekens op deze regel en erboven"
    return Fout(naam, plaats.regel, plaats.kolom, "", wat, herstel)


def _plek(merk: _Merk | None) -> Positie:
    return Positie(merk.line + 1, merk.column + 1) if merk else Positie()


def _open_aanhaling(regels: Sequence[str]) -> Positie | None:
    """Return where a quote opens that nothing closes before another text begins."""
    begin, teken = None, ""
    for nummer, regel in enumerate(regels, start=1):
        vanaf = 0
        if begin is not None:
            sluit = _SLUIT[teken].match(regel)
            if sluit is None:
                continue
            if sluit[1] is None:
                return begin
            begin, vanaf = None, sluit.end()
        elif regel.lstrip().startswith("#"):
            continue
        for match in _OPENT.finditer(regel, vanaf):
            if match[1] is None and match[2] is None:
                kolom = next(n for n in range(match.start(), match.end()) if regel[n] in "\"'")
                begin, teken = Positie(nummer, kolom + 1), regel[kolom]
    return begin


def _afgekapt(bestand: Bestand, kaal: Mapping[int, tuple[int, Pad]]) -> Iterator[Fout]:
    """Yield a message for each unquoted text that YAML cuts off at a ``#``."""
    for plaats, tekst in bestand.opmerkingen:
        if plaats.regel in kaal and kaal[plaats.regel][0] <= plaats.kolom:
            veld = veldnaam(kaal[plaats.regel][1])
            wat = f"eindigt voor „{tekst[:40]}”: wat na # staat, leest YAML niet als tekst"
            herstel = "zet aanhalingstekens om de hele tekst, of de opmerking op een eigen regel"
            yield Fout(bestand.naam, plaats.regel, plaats.kolom, veld, wat, herstel)


def _tekenfouten(tekst: str, naam: str) -> list[Fout]:
    fouten = []
    # Some editors start a file with a byte order mark; to YAML it is not part of the text.
    zonder_bom = tekst.removeprefix("\ufeff")
    for nummer, regel in enumerate(_REGELEINDE.split(zonder_bom), start=1):
        kolom = regel.find("\t") + 1
        if kolom:
            fouten.append(
                Fout(
                    naam, nummer, kolom, "", "bevat een tab", "spring in met spaties, twee per stap"
                )
            )
        vreemd = VREEMD.search(regel)
        if vreemd:
            wat, herstel = uitleg(vreemd[0])
            fouten.append(Fout(naam, nummer, vreemd.start() + 1, "", wat, herstel))
        if CONFLICT.match(regel):
            wat, herstel = "hier staat nog een conflict van git", CONFLICT_HERSTEL
            fouten.append(Fout(naam, nummer, 1, "", wat, herstel))
        if not unicodedata.is_normalized("NFC", regel):
            wat = "bevat een letter met een los accentteken (geen Unicode NFC)"
            fouten.append(Fout(naam, nummer, 1, "", wat, "typ de letter met accent opnieuw"))
    return fouten


@dataclass(slots=True)
class _Niveau:
    """A collection that is still open, with the key that waits for its value."""

    inhoud: dict[str, object] | list[object]
    pad: Pad
    sleutel: str | None = None


class _Bouwer:
    """Builds the tree event by event, without recursion."""

    def __init__(self) -> None:
        self.wortel: object = None
        self.klaar = False
        self.posities: dict[Pad, Positie] = {}
        self.getypt: dict[Pad, str] = {}
        self.kaal: dict[int, tuple[int, Pad]] = {}
        """Per line: where the last unquoted text on it ends, if nothing else stands behind it."""
        self._stukken: list[tuple[Positie, Positie]] = []
        self._open: list[_Niveau] = []
        self._dubbel: list[tuple[Positie, Pad]] = []

    def meldingen(self, naam: str) -> list[Fout]:
        """Return the duplicate keys that were met."""
        return [
            Fout(
                naam,
                plaats.regel,
                plaats.kolom,
                veldnaam(pad),
                "staat twee keer in hetzelfde blok",
                "laat er één staan",
            )
            for plaats, pad in self._dubbel
        ]

    def opmerkingen(self, regels: Sequence[str]) -> list[tuple[Positie, str]]:
        """Return the comments: each ``#`` after a space, outside every text."""
        met_hekje = {nummer for nummer, regel in enumerate(regels, start=1) if "#" in regel}
        if not met_hekje:
            return []
        bezet: dict[int, list[tuple[int, int]]] = {}
        for begin, eind in self._stukken:
            for nummer in range(begin.regel, eind.regel + 1):
                if nummer in met_hekje:
                    van = begin.kolom if nummer == begin.regel else 0
                    tot = eind.kolom if nummer == eind.regel else len(regels[nummer - 1]) + 1
                    bezet.setdefault(nummer, []).append((van, tot))
        uit = []
        for nummer in sorted(met_hekje):
            regel = regels[nummer - 1]
            for match in re.finditer(r"(?:^|(?<=\s))#", regel):
                kolom = match.start() + 1
                if not any(van <= kolom < tot for van, tot in bezet.get(nummer, ())):
                    uit.append((Positie(nummer, kolom), regel[match.start() :]))
                    break
        return uit

    def verwerk(self, gebeurtenis: yaml.Event) -> None:
        """Take in one parser event."""
        plaats, eind = _plek(gebeurtenis.start_mark), _plek(gebeurtenis.end_mark)
        if getattr(gebeurtenis, "anchor", None) is not None:
            raise _BoomFout(
                plaats, "gebruikt een anker of verwijzing (& of *)", "schrijf de tekst voluit"
            )
        if getattr(gebeurtenis, "tag", None) is not None:
            raise _BoomFout(plaats, "gebruikt een YAML-tag (!…)", "haal de tag weg")
        match gebeurtenis:
            case yaml.DocumentStartEvent() if self.klaar:
                raise _BoomFout(plaats, "bevat meer dan één document", "één bestand is één record")
            case yaml.MappingStartEvent():
                self._begin({}, plaats)
            case yaml.SequenceStartEvent():
                self._begin([], plaats)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                if plaats != eind:  # a bracket closes, not just an indentation
                    self.kaal.pop(eind.regel, None)
            case yaml.ScalarEvent():
                if len(self._stukken) == MAX_WAARDEN:
                    wat = f"heeft meer dan {MAX_WAARDEN:,} velden en waarden".replace(",", ".")
                    raise _BoomFout(plaats, wat, _TE_VEEL)
                self._stukken.append((plaats, eind))
                self._scalar(gebeurtenis, plaats, eind)

    def _begin(self, inhoud: dict[str, object] | list[object], plaats: Positie) -> None:
        if len(self._open) >= MAX_DIEPTE:
            raise _BoomFout(plaats, "is te diep genest", "controleer de inspringing")
        pad = self._plaats(inhoud, plaats)
        self._open.append(_Niveau(inhoud, pad))

    def _scalar(self, gebeurtenis: yaml.ScalarEvent, plaats: Positie, eind: Positie) -> None:
        niveau = self._open[-1] if self._open else None
        if niveau is not None and isinstance(niveau.inhoud, dict) and niveau.sleutel is None:
            sleutel = gebeurtenis.value
            pad = (*niveau.pad, sleutel)
            if sleutel in niveau.inhoud:
                self._dubbel.append((plaats, pad))
            niveau.sleutel = sleutel
            self.posities[pad] = plaats
            return
        kaal = gebeurtenis.style is None or gebeurtenis.style == ""
        waarde = _kale_waarde(gebeurtenis.value) if kaal else gebeurtenis.value
        pad = self._plaats(waarde, plaats)
        self.kaal.pop(eind.regel, None)
        if isinstance(waarde, float | int) and str(waarde) != gebeurtenis.value:
            self.getypt[pad] = gebeurtenis.value
        elif kaal and isinstance(waarde, str):
            self.kaal[eind.regel] = (eind.kolom, pad)

    def _plaats(self, waarde: object, plaats: Positie) -> Pad:
        """Put a value where it belongs and return its path."""
        if not self._open:
            self.wortel, self.klaar = waarde, True
            return ()
        niveau = self._open[-1]
        if isinstance(niveau.inhoud, list):
            pad: Pad = (*niveau.pad, len(niveau.inhoud))
            niveau.inhoud.append(waarde)
        elif niveau.sleutel is None:
            raise _BoomFout(plaats, "gebruikt een lijst of blok als veldnaam", "schrijf een woord")
        else:
            pad = (*niveau.pad, niveau.sleutel)
            niveau.inhoud[niveau.sleutel] = waarde
            niveau.sleutel = None
        self.posities[pad] = plaats
        return pad


def _kale_waarde(tekst: str) -> object:
    """Return what an unquoted word means; YAML 1.2's core schema without octal, hex and NaN."""
    if tekst in _VASTE_WOORDEN:
        return _VASTE_WOORDEN[tekst]
    if _HEEL_GETAL.fullmatch(tekst):
        return int(tekst)
    if _GEBROKEN_GETAL.fullmatch(tekst):
        return float(tekst)
    return tekst
