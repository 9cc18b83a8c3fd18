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

from macros.load.cache import digest
from macros.load.characters import FOREIGN, uitleg
from macros.load.error import Error, Pad, Position, veldnaam

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_REGELS = MAX_WAARDEN = 20_000
"""Five times what the longest file holds; reading so many takes less than a second."""

CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7}) |={7}$")
CONFLICT_REMEDY = "kies één van beide teksten en haal de drie regels met tekens weg"
_TOO_MUCH = "splits het bestand of haal weg wat er niet hoort"
# Fifteen digits are what a float holds exactly; a longer row of digits is a code, so text.
_WHOLE_GETAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_GEBROKEN_GETAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]+")
# As an editor counts lines; what else YAML 1.1 takes for a line break is refused as a character.
_LINE_BREAK = re.compile("\r\n|[\n\r]")
# A quote that opens a value or key, and what closes it; after that a value must be at its end.
_OPENS = re.compile(
    r"""(?:^[ ]*(?:-[ ]+)*|[\[{,][ ]*|:[ ]+)(?:"(?:\\.|[^"\\])*(")?|'(?:''|[^'])*(')?)"""
)
_CLOSES = {
    '"': re.compile(r"""(?:\\.|[^"\\])*"(\s*(?:$|[,\]}:]|\#))?"""),
    "'": re.compile(r"""(?:''|[^'])*'(?!')(\s*(?:$|[,\]}:]|\#))?"""),
}
# libyaml speaks English; these are the mistakes that editors make.
_TRANSLATION: Mapping[str, str] = {
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
_FIXED_WOORDEN: Mapping[str, object] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}

Value = object


class _Mark(Protocol):
    """A mark of PyYAML: of its own parser or of libyaml's."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class YamlFile:
    """One YAML file, read: each reading is a thing of its own.

    ``positions`` maps the path of each value (and key) to its place.
    """

    naam: str
    waarde: Value
    positions: Mapping[Pad, Position] = field(default_factory=dict)
    keys: Mapping[Pad, Position] = field(default_factory=dict)
    """Where the name of each field stands; its value may begin on a later line."""
    ends: Mapping[Pad, Position] = field(default_factory=dict)
    """Where each text and number ends."""
    typed: Mapping[Pad, str] = field(default_factory=dict)
    """Numbers that Python writes in another way than the editor did: ``2.10``."""
    opmerkingen: Sequence[tuple[Position, str]] = ()
    mark: bytes = b""
    """What differs from every file with another name or text; empty if it was not read as text."""

    def position(self, pad: Pad) -> Position:
        """Return where ``pad`` stands; for a value that is missing, where its parent stands."""
        while pad:
            if pad in self.positions:
                return self.positions[pad]
            pad = pad[:-1]
        return Position()

    def error(self, pad: Pad, wat: str, remedy: str = "") -> Error:
        """Return a message about the value at ``pad``."""
        return self.error_at(self.position(pad), pad, wat, remedy)

    def error_at(self, position: Position, pad: Pad, wat: str, remedy: str = "") -> Error:
        """Return a message about ``pad`` at another place than where its value begins."""
        return Error(self.naam, position.regel, position.column, veldnaam(pad), wat, remedy)

    def empty_waarden(self) -> Iterator[Pad]:
        """Yield the path of every value that is there but says nothing."""
        to_do: list[tuple[Pad, Value]] = [((), self.waarde)]
        while to_do:
            pad, waarde = to_do.pop()
            if waarde is None or waarde in ("", [], {}):
                yield pad
            elif isinstance(waarde, dict):
                to_do += [((*pad, sleutel), part) for sleutel, part in waarde.items()]
            elif isinstance(waarde, list):
                to_do += [((*pad, nummer), part) for nummer, part in enumerate(waarde)]


class _TreeError(Exception):
    """Stops reading one file; carries the message for the editor."""

    def __init__(self, position: Position, wat: str, remedy: str) -> None:
        super().__init__(wat)
        self.position = position
        self.wat = wat
        self.remedy = remedy


def read_file(pad: Path, root: Path) -> tuple[YamlFile | None, list[Error]]:
    """Read one file below ``root``; return the tree, or the reasons why there is none."""
    naam = pad.relative_to(root).as_posix()
    size = pad.stat().st_size
    if size > MAX_BYTES:
        wat = f"bestand is te groot ({size:,} bytes; hoogstens {MAX_BYTES:,})".replace(",", ".")
        return None, [Error(naam, 1, 1, "", wat, _TOO_MUCH)]
    return read_bytes(pad.read_bytes(), naam)


def read_bytes(raw: bytes, naam: str) -> tuple[YamlFile | None, list[Error]]:
    """Read what stood in a file; return the tree, or the reasons why there is none."""
    try:
        tekst = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        regel = raw.count(b"\n", 0, error.start) + 1
        wat = "bevat een teken dat geen UTF-8 is"
        return None, [Error(naam, regel, 1, "", wat, "sla het bestand op als UTF-8")]
    return read_yaml(tekst, naam)


def read_yaml(tekst: str, naam: str) -> tuple[YamlFile | None, list[Error]]:
    """Read YAML text; ``naam`` is used in messages only."""
    if tekst.count("\n") > MAX_REGELS:
        wat = f"heeft meer dan {MAX_REGELS:,} regels".replace(",", ".")
        return None, [Error(naam, MAX_REGELS + 1, 1, "", wat, _TOO_MUCH)]
    errors = list(_character_errors(tekst, naam))
    if errors:
        return None, errors
    builder = _Builder()
    try:
        for gebeurtenis in yaml.parse(tekst, Loader=yaml.CSafeLoader):
            builder.take_in(gebeurtenis)
    except _TreeError as error:
        plaats = error.position
        return None, [Error(naam, plaats.regel, plaats.column, "", error.wat, error.remedy)]
    except yaml.MarkedYAMLError as error:
        return None, [_yaml_error(error, tekst, naam)]
    if not builder.done:
        return None, [
            Error(naam, 1, 1, "", "bestand is leeg", "vul het record in of verwijder het")
        ]
    opmerkingen = builder.opmerkingen(_LINE_BREAK.split(tekst.removeprefix("\ufeff")))
    file = YamlFile(
        naam,
        builder.root,
        builder.positions,
        builder.keys,
        builder.ends,
        builder.typed,
        opmerkingen,
        digest(naam, tekst),
    )
    messages = [*builder.messages(naam), *_cut_off(file, builder.bare)]
    return file, [*messages, *_kromme_codes(file)]


def _yaml_error(error: yaml.MarkedYAMLError, tekst: str, naam: str) -> Error:
    """Return the message for what libyaml could not read: where the mistake began, not where it
    was noticed.
    """  # noqa: D205
    regels = _LINE_BREAK.split(tekst.removeprefix("\ufeff"))
    plaats = _place(error.problem_mark or error.context_mark)
    open_ = _open_quotation(regels[: plaats.regel])
    if open_ is not None:
        wat = "is geen geldige YAML: het aanhalingsteken dat hier opent, is niet gesloten"
        remedy = "sluit de tekst met hetzelfde aanhalingsteken, of haal het hier weg"
        return Error(naam, open_.regel, open_.column, "", wat, remedy)
    began = _began_above(error.problem or "", regels, plaats.regel)
    if began is not None:
        place, wat, remedy = began
        return Error(naam, place.regel, place.column, "", f"is geen geldige YAML: {wat}", remedy)
    context = error.context or ""
    if error.context_mark and context.startswith(
        ("while parsing a flow", "while scanning a quot", "while scanning a simple")
    ):
        plaats = _place(error.context_mark)
    # At the end of the file libyaml may count a line that is not there.
    if plaats.regel > len(regels):
        plaats = Position(len(regels), len(regels[-1]) + 1)
    translation = _TRANSLATION.get(error.problem or "")
    wat = f"is geen geldige YAML: {translation}" if translation else "is geen geldige YAML"
    remedy = "kijk naar inspringing, dubbele punten en aanhalingstekens op deze regel en erboven"
    return Error(naam, plaats.regel, plaats.column, "", wat, remedy)


_OPENER = re.compile(r"[ ]*(?:-[ ]+)*[\w-]+:(?:[ ]+(?P<waarde>\S.*))?$")
# A point of a list that is a code, such as `- wet:awb`, is right as it is.
_NO_SPACE = re.compile(r"(?![ ]*-[ ]+[a-z]+:[a-z0-9-]+$)[ ]*(?:-[ ]+)*[a-z_]+:(?!//)(?=\S)")
_CUT_BY_HASH = re.compile(r"\s(?=#)")


def _began_above(
    problem: str, regels: Sequence[str], noticed: int
) -> tuple[Position, str, str] | None:
    """Return where a mistake began that libyaml notices on a later line, and what it is.

    A text that is not quoted may run on over lines, so a colon without a space, a value without a
    name or a lost dash only shows where the next field begins.
    """
    if problem == "did not find expected key":
        return _lost_dash(regels, noticed) or _cut_by_hash(regels, noticed)
    if problem not in (
        "mapping values are not allowed in this context",
        "could not find expected ':'",
    ):
        return None
    nummer, opener = noticed - 1, None
    while nummer > 0:
        regel = regels[nummer - 1]
        no_space = _NO_SPACE.match(regel)
        if no_space is not None:
            remedy = "zet een spatie achter de dubbele punt"
            return (
                Position(nummer, no_space.end() + 1),
                "na de dubbele punt ontbreekt een spatie",
                remedy,
            )
        opener = _OPENER.match(regel)
        if opener is not None or regel.lstrip().startswith(("-", "#")) or not regel.strip():
            break
        nummer -= 1
    if nummer and nummer < noticed - 1 and opener is not None and opener["waarde"] is None:
        column = len(regels[nummer]) - len(regels[nummer].lstrip()) + 1
        remedy = "zet er de naam van het veld voor, en bij een lijst ook een streepje"
        return Position(nummer + 1, column), "hier staat een tekst zonder veldnaam", remedy
    return None


def _indent(regel: str) -> int:
    return len(regel) - len(regel.lstrip(" "))


def _lost_dash(regels: Sequence[str], noticed: int) -> tuple[Position, str, str] | None:
    """Return the first line of a list that does not begin with a dash, as a later one does."""
    indent = _indent(regels[noticed - 1]) if noticed <= len(regels) else 0
    if not indent or not regels[noticed - 1].lstrip().startswith("- "):
        return None
    nummer = noticed - 1
    while nummer > 0 and (_indent(regels[nummer - 1]) > indent or not regels[nummer - 1].strip()):
        nummer -= 1
    above = regels[nummer - 1] if nummer else ""
    opens = _OPENER.match(above)
    if nummer == noticed - 1 or opens is None or opens["waarde"] or _indent(above) >= indent:
        return None
    if regels[nummer].lstrip().startswith("- "):
        return None
    remedy = "begin het eerste punt van de lijst met een streepje en een spatie"
    wat = "een regel van de lijst begint niet met een streepje"
    return Position(nummer + 1, _indent(regels[nummer]) + 1), wat, remedy


def _cut_by_hash(regels: Sequence[str], noticed: int) -> tuple[Position, str, str] | None:
    """Return where a ``#`` cuts off a text that runs on over the next line."""
    above = regels[noticed - 2] if 1 < noticed <= len(regels) else ""
    cut = _CUT_BY_HASH.search(above)
    if cut is None or _indent(regels[noticed - 1]) <= _indent(above):
        return None
    remedy = "zet aanhalingstekens om de hele tekst"
    return Position(noticed - 1, cut.end() + 1), "wat na # staat, leest YAML niet als tekst", remedy


def _place(mark: _Mark | None) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark else Position()


def _open_quotation(regels: Sequence[str]) -> Position | None:
    """Return where a quote opens that nothing closes before another text begins."""
    begin, character = None, ""
    for nummer, regel in enumerate(regels, start=1):
        vanaf = 0
        if begin is not None:
            closes = _CLOSES[character].match(regel)
            if closes is None:
                continue
            if closes[1] is None:
                return begin
            begin, vanaf = None, closes.end()
        elif regel.lstrip().startswith("#"):
            continue
        for match in _OPENS.finditer(regel, vanaf):
            if match[1] is None and match[2] is None:
                column = next(n for n in range(match.start(), match.end()) if regel[n] in "\"'")
                begin, character = Position(nummer, column + 1), regel[column]
    return begin


def _cut_off(file: YamlFile, bare: Mapping[int, tuple[int, Pad]]) -> Iterator[Error]:
    """Yield a message for each unquoted text that YAML cuts off at a ``#``."""
    for plaats, tekst in file.opmerkingen:
        if plaats.regel in bare and bare[plaats.regel][0] <= plaats.column:
            veld = veldnaam(bare[plaats.regel][1])
            wat = f"eindigt voor „{tekst[:40]}”: wat na # staat, leest YAML niet als tekst"
            remedy = "zet aanhalingstekens om de hele tekst, of de opmerking op een eigen regel"
            yield Error(file.naam, plaats.regel, plaats.column, veld, wat, remedy)


_KROM = re.compile(r"[“”„‟‘’‚‛]\S+[“”‟’‛]")
"""One word in curly quotes: a code from a text editor, for which YAML takes the quotes along."""
_BOLLETJE = re.compile(r"^\s*([–—•·])\s")


def _kromme_codes(file: YamlFile) -> Iterator[Error]:
    """Yield a message for each unquoted value that is one word in curly quotes."""
    to_do: list[tuple[Pad, Value]] = [((), file.waarde)]
    while to_do:
        pad, waarde = to_do.pop()
        if isinstance(waarde, dict):
            to_do += [((*pad, sleutel), part) for sleutel, part in waarde.items()]
        elif isinstance(waarde, list):
            to_do += [((*pad, nummer), part) for nummer, part in enumerate(waarde)]
        elif isinstance(waarde, str) and _KROM.fullmatch(waarde):
            wat = f"{waarde} staat tussen gekrulde aanhalingstekens"
            remedy = (
                "haal die weg, of gebruik rechte aanhalingstekens (kennisbank herstel doet dat)"
            )
            yield file.error(pad, wat, remedy)


def _bolletjes(regels: Sequence[str], naam: str) -> Iterator[Error]:
    """Yield a message for each dash or bullet of a text editor where a list should begin."""
    previous = ""
    for nummer, regel in enumerate(regels, start=1):
        match = _BOLLETJE.match(regel)
        if match is not None and (previous.rstrip().endswith(":") or _BOLLETJE.match(previous)):
            wat = f"begint met „{match[1]}”, en een punt van een lijst begint met „-”"
            remedy = "typ een gewoon streepje en een spatie (kennisbank herstel doet dat)"
            yield Error(naam, nummer, match.start(1) + 1, "", wat, remedy)
        previous = regel if regel.strip() else previous


def _character_errors(tekst: str, naam: str) -> list[Error]:
    errors = []
    # Some editors start a file with a byte order mark; to YAML it is not part of the text.
    without_bom = tekst.removeprefix("\ufeff")
    for nummer, regel in enumerate(_LINE_BREAK.split(without_bom), start=1):
        column = regel.find("\t") + 1
        if column:
            errors.append(
                Error(
                    naam,
                    nummer,
                    column,
                    "",
                    "bevat een tab",
                    "spring in met spaties, twee per stap",
                )
            )
        foreign = FOREIGN.search(regel)
        if foreign:
            wat, remedy = uitleg(foreign[0])
            errors.append(Error(naam, nummer, foreign.start() + 1, "", wat, remedy))
        if CONFLICT.match(regel):
            wat, remedy = "hier staat nog een conflict van git", CONFLICT_REMEDY
            errors.append(Error(naam, nummer, 1, "", wat, remedy))
        if not unicodedata.is_normalized("NFC", regel):
            wat = "bevat een letter met een los accentteken (geen Unicode NFC)"
            errors.append(Error(naam, nummer, 1, "", wat, "typ de letter met accent opnieuw"))
    return [*errors, *_bolletjes(_LINE_BREAK.split(without_bom), naam)]


@dataclass(slots=True)
class _Niveau:
    """A collection that is still open, with the key that waits for its value."""

    inhoud: dict[str, object] | list[object]
    pad: Pad
    sleutel: str | None = None


class _Builder:
    """Builds the tree event by event, without recursion."""

    def __init__(self) -> None:
        self.root: object = None
        self.done = False
        self.positions: dict[Pad, Position] = {}
        self.keys: dict[Pad, Position] = {}
        self.ends: dict[Pad, Position] = {}
        self.typed: dict[Pad, str] = {}
        self.bare: dict[int, tuple[int, Pad]] = {}
        """Per line: where the last unquoted text on it ends, if nothing else stands behind it."""
        self._stukken: list[tuple[Position, Position]] = []
        self._open: list[_Niveau] = []
        self._duplicates: list[tuple[Position, Pad]] = []

    def messages(self, naam: str) -> list[Error]:
        """Return the duplicate keys that were met."""
        return [
            Error(
                naam,
                plaats.regel,
                plaats.column,
                veldnaam(pad),
                "staat twee keer in hetzelfde blok",
                "laat er één staan",
            )
            for plaats, pad in self._duplicates
        ]

    def opmerkingen(self, regels: Sequence[str]) -> list[tuple[Position, str]]:
        """Return the comments: each ``#`` after a space, outside every text."""
        with_hash_sign = {nummer for nummer, regel in enumerate(regels, start=1) if "#" in regel}
        if not with_hash_sign:
            return []
        occupied: dict[int, list[tuple[int, int]]] = {}
        for begin, eind in self._stukken:
            for nummer in range(begin.regel, eind.regel + 1):
                if nummer in with_hash_sign:
                    from_ = begin.column if nummer == begin.regel else 0
                    until = eind.column if nummer == eind.regel else len(regels[nummer - 1]) + 1
                    occupied.setdefault(nummer, []).append((from_, until))
        out = []
        for nummer in sorted(with_hash_sign):
            regel = regels[nummer - 1]
            for match in re.finditer(r"(?:^|(?<=\s))#", regel):
                column = match.start() + 1
                if not any(from_ <= column < until for from_, until in occupied.get(nummer, ())):
                    out.append((Position(nummer, column), regel[match.start() :]))
                    break
        return out

    def take_in(self, gebeurtenis: yaml.Event) -> None:
        """Take in one parser event."""
        plaats, eind = _place(gebeurtenis.start_mark), _place(gebeurtenis.end_mark)
        if getattr(gebeurtenis, "anchor", None) is not None:
            raise _TreeError(
                plaats, "gebruikt een anker of verwijzing (& of *)", "schrijf de tekst voluit"
            )
        if getattr(gebeurtenis, "tag", None) is not None:
            raise _TreeError(plaats, "gebruikt een YAML-tag (!…)", "haal de tag weg")
        match gebeurtenis:
            case yaml.DocumentStartEvent() if self.done:
                raise _TreeError(plaats, "bevat meer dan één document", "één bestand is één record")
            case yaml.MappingStartEvent():
                self._begin({}, plaats)
            case yaml.SequenceStartEvent():
                self._begin([], plaats)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                if plaats != eind:  # a bracket closes, not just an indentation
                    self.bare.pop(eind.regel, None)
            case yaml.ScalarEvent():
                if len(self._stukken) == MAX_WAARDEN:
                    wat = f"heeft meer dan {MAX_WAARDEN:,} velden en waarden".replace(",", ".")
                    raise _TreeError(plaats, wat, _TOO_MUCH)
                self._stukken.append((plaats, eind))
                self._scalar(gebeurtenis, plaats, eind)

    def _begin(self, inhoud: dict[str, object] | list[object], plaats: Position) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise _TreeError(plaats, "is te diep genest", "controleer de inspringing")
        pad = self._plaats(inhoud, plaats)
        self._open.append(_Niveau(inhoud, pad))

    def _scalar(self, gebeurtenis: yaml.ScalarEvent, plaats: Position, eind: Position) -> None:
        niveau = self._open[-1] if self._open else None
        if niveau is not None and isinstance(niveau.inhoud, dict) and niveau.sleutel is None:
            sleutel = gebeurtenis.value
            pad = (*niveau.pad, sleutel)
            if sleutel in niveau.inhoud:
                self._duplicates.append((plaats, pad))
            niveau.sleutel = sleutel
            self.positions[pad] = self.keys[pad] = plaats
            return
        bare = gebeurtenis.style is None or gebeurtenis.style == ""
        waarde = _bare_waarde(gebeurtenis.value) if bare else gebeurtenis.value
        pad = self._plaats(waarde, plaats)
        self.ends[pad] = eind
        self.bare.pop(eind.regel, None)
        if isinstance(waarde, float | int) and str(waarde) != gebeurtenis.value:
            self.typed[pad] = gebeurtenis.value
        elif bare and isinstance(waarde, str):
            self.bare[eind.regel] = (eind.column, pad)

    def _plaats(self, waarde: object, plaats: Position) -> Pad:
        """Put a value where it belongs and return its path."""
        if not self._open:
            self.root, self.done = waarde, True
            return ()
        niveau = self._open[-1]
        if isinstance(niveau.inhoud, list):
            pad: Pad = (*niveau.pad, len(niveau.inhoud))
            niveau.inhoud.append(waarde)
        elif niveau.sleutel is None:
            raise _TreeError(plaats, "gebruikt een lijst of blok als veldnaam", "schrijf een woord")
        else:
            pad = (*niveau.pad, niveau.sleutel)
            niveau.inhoud[niveau.sleutel] = waarde
            niveau.sleutel = None
        self.positions[pad] = plaats
        return pad


def _bare_waarde(tekst: str) -> object:
    """Return what an unquoted word means; YAML 1.2's core schema without octal, hex and NaN."""
    if tekst in _FIXED_WOORDEN:
        return _FIXED_WOORDEN[tekst]
    if _WHOLE_GETAL.fullmatch(tekst):
        return int(tekst)
    if _GEBROKEN_GETAL.fullmatch(tekst):
        return float(tekst)
    return tekst
