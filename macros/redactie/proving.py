"""The proof of each statement, and what the editor sees of it all before it is written."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from pydantic import BaseModel

from macros.check.bronnen import SEEN_OUTSIDE
from macros.model.base import Bewering
from macros.model.dates import Peildatum
from macros.model.kennis import Uitleg
from macros.model.leerpunt import Stap
from macros.redactie.asking import Asking
from macros.redactie.road import CERTAIN, is_text, rare
from macros.redactie.typed import (
    RawBlock,
    apart,
    artikelen_said,
    element,
    fixed_choices,
    meant,
    on_volgorde,
    veld_of,
)
from macros.redactie.velden import Veld
from macros.redactie.vinden import bron_fields

PROOF = ("bronnen", "stand", "zekerheid")
"""What a statement often shares with the one before it."""
NAMES = ("titel", "naam", "kop")
"""The fields from which the key of a part follows."""
_MORE = "meer"
_READ_IT_THERE = " Las u de zinnen daar zelf? Typ: {code} primair"
_HOW_TO_ANSWER = (
    "  Enter: zo wordt het geschreven. Een nummer: dat vraag ik opnieuw.",
    "  Een code en een zekerheid, zoals N24 primair: dat geldt dan voor alle zinnen uit die bron.",
    "  Een nummer en een veld, zoals 3 opmerking: Let op. Dan komt dat erbij.",
    f"  {_MORE}: een veld erbij dat nog leeg is, of nog een zin.",
    "  Staat een zin niet in de bron? Typ haar nummer en noem een andere bron of zekerheid.",
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was filled in without a question, and how it is asked when the editor says no."""

    what: Callable[[], str]
    ask: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the record, with the field it stands in."""

    model: type[Bewering]
    within: str
    out: RawBlock


@dataclass
class Proving(Asking):
    """Asks for sources and weighs them; shows at the end all that was said, and on what."""

    made: list[str] = field(default_factory=list)
    """The sources that were made in this talk; others came with a draft, and stay as they are."""
    filled: list[Callable[[], str]] = field(default_factory=list)
    """What follows from the other answers: the editor hears it at the end."""
    following: list[Callable[[], None]] = field(default_factory=list)
    """What has to be worked out again after something was changed at the end."""
    proposed: list[Proposal] = field(default_factory=list)
    """What was filled in and may have to be otherwise: the editor says so at the end."""
    extra: list[tuple[str, Veld, RawBlock]] = field(default_factory=list)
    """Fields that may stay empty, with the block they belong to."""
    statements: list[Statement] = field(default_factory=list)
    previous: dict[str, RawBlock] = field(default_factory=dict)
    """The proof of the last statement of each list."""
    main: RawBlock = field(default_factory=dict)
    """The proof of the first statement: what Enter brings everywhere after."""
    whole: RawBlock = field(default_factory=dict)
    """The record that is being made."""
    last_bronnen: list[str] = field(default_factory=list)
    """The sources of the last statement of all."""

    @abstractmethod
    def empty(self) -> list[tuple[str, Veld, RawBlock]]:
        """Return the fields that may be filled in, or get more."""

    @abstractmethod
    def ask_more(self) -> None:
        """Let the editor fill in some of these."""

    @abstractmethod
    def lay_bron(self, code: str, out: RawBlock) -> None:
        """Lay a new source ready."""

    @abstractmethod
    def suits(self, codes: Sequence[str]) -> bool:
        """Tell whether a statement may rest on these sources here; say why not."""

    # --- the proof of a statement -------------------------------------------------------------

    def prove(self, model: type[Bewering], out: RawBlock, within: str) -> None:
        """Ask for the sources of a statement; Enter takes those of the one before it.

        That is the one before in the same list, else the first of the record. Of a step the day is
        asked all the same, and none is proposed but what its own sentence names: it is when that
        step was, not when somebody wrote of it.
        """
        default = self.previous.get(within) or self.main
        same = self._proof_said(model, default) if default else ""
        again = self.last_bronnen if default.get("bronnen") != self.last_bronnen else []
        found = self._verwijzingen(("bron",), 1, same, again)
        while found and not self.suits(found):
            found = self._verwijzingen(("bron",), 1, same, again)
        if found:
            out["bronnen"] = found
        else:
            out |= {n: v for n, v in default.items() if n != "stand" or model is not Stap}
        self.weigh(model, out, within)

    def _proof_said(self, model: type[Bewering], proof: RawBlock) -> str:
        when = "" if model is Stap else f"{Peildatum.parse(proof['stand'])}; "
        return f"{', '.join(proof['bronnen'])}; {when}{proof['zekerheid']}"

    def weigh(self, model: type[Bewering], out: RawBlock, within: str) -> None:
        """Fill in what the sources say of date and certainty; ask what they do not say."""
        self.last_bronnen = out["bronnen"]
        stand = "" if model is Stap else self.proposed_stand(out["bronnen"])
        if "stand" not in out and not stand:
            veld = veld_of(model, "stand")
            self.tell(veld)
            out["stand"] = self.enkel(veld, out)
        out.setdefault("stand", meant(Peildatum, stand))
        if "zekerheid" not in out:
            out["zekerheid"] = self._proposed_zekerheid(out["bronnen"])
        if model is Uitleg and within not in self.previous and out["zekerheid"] == "primair":
            self.tell(veld_of(model, "bron_omschrijft"))
            if self.gesprek.ja("Zegt de bron zelf wat het woord betekent?", proposal=False):
                out["bron_omschrijft"] = True
            else:
                out["zekerheid"] = "afgeleid"

    def proved(self, model: type[Bewering], out: RawBlock, within: str) -> None:
        """Remember a statement, and its proof for the next one."""
        self.previous[within] = {naam: out[naam] for naam in PROOF}
        self.main = self.main or self.previous[within]
        self.statements.append(Statement(model, within, out))

    def proposed_stand(self, codes: Sequence[str]) -> str:
        """Return of when a statement is, if its source says so; our own knowledge is of today."""
        if len(codes) != 1:
            return ""
        datum, aard, _ = self.bron(codes[0])
        if aard == "eigen":
            return self.dag.isoformat()
        return datum if Peildatum.parse(datum).dated else ""

    def _proposed_zekerheid(self, codes: Sequence[str]) -> str:
        """Return how sure it is; only who read it all has it first-hand."""
        bronnen = {code: self.bron(code) for code in codes}
        if {aard for _, aard, _ in bronnen.values()} == {"eigen"}:
            return "afgeleid"
        primary = [gezien for _, aard, gezien in bronnen.values() if aard == "primair"]
        certain = {CERTAIN.get(gezien, "secundair") for gezien in primary} or {"secundair"}
        order = ("primair", "secundair", "afgeleid")
        return next(one for one in order if one in certain)

    def _partly_read(self, one: Statement) -> dict[str, str]:
        """Return what was seen of the primary sources that a statement is not first-hand of."""
        out: dict[str, str] = {}
        for code in one.out["bronnen"] if one.out["zekerheid"] != "primair" else ():
            _, aard, gezien = self.bron(code)
            if aard == "primair" and self._read_partly(code):
                label = self.corpus.per_term["gezien", gezien].label.lower()
                own = "" if gezien in SEEN_OUTSIDE else _READ_IT_THERE.format(code=code)
                out[code] = f"  {code}: {label}.{own}"
        return out

    def _read_partly(self, code: str) -> bool:
        """Tell whether a source was not read whole: who uses it says that her sentence is there."""
        _, aard, gezien = self.bron(code)
        return aard != "eigen" and CERTAIN.get(gezien) != "primair"

    def bron(self, code: str) -> tuple[str, str, str]:
        """Return date, nature and what was seen of a source, made now or before."""
        made = bron_fields(self.corpus, code, self.new_bronnen)
        return str(made["datum"]), str(made["aard"]), str(made["gezien"])

    def bronsoort(self, code: str) -> str:
        """Return the kind of a source, made now or before."""
        return str(bron_fields(self.corpus, code, self.new_bronnen)["bronsoort"])

    # --- what was filled in -------------------------------------------------------------------

    def fill(self, out: RawBlock, naam: str, waarde: object, said: str) -> None:
        """Fill in a field and remember to say so; what is there stays."""
        if naam not in out:
            out[naam] = waarde
            self.filled.append(lambda: f"{naam}{self.of_part(out)}: {said}")

    def propose(self, model: type[BaseModel], out: RawBlock, naam: str) -> None:
        """Remember that a field was filled in, and may have to be otherwise."""

        def ask() -> None:
            veld = veld_of(model, naam)
            self.tell(veld)
            out[naam] = self.enkel(veld, out, str(out[naam]))

        row = Proposal(lambda: f"{naam}{self.of_part(out)}: {said(out[naam])}", ask)
        self.proposed.append(row)

    def of_part(self, out: RawBlock) -> str:
        """Return of which part of the record something is; of the whole that need not be said."""
        return "" if out is self.whole else of_which(out)

    # --- the end ------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Let the editor see every statement with its proof and what was filled in.

        She may change each of it, all that comes from one source, or add more. After a change only
        what is different is shown.
        """
        shown: set[tuple[str, str]] = set()
        while self.statements or self.proposed or self.filled or self.empty():
            self._show(self._rows(), shown)
            more = f"; {_MORE}" if self.empty() else ""
            codes = {code: None for one in self.statements for code in one.out["bronnen"]}
            partly = ", ".join(filter(self._read_partly, codes))
            there = f", en staat elke zin in {partly}" if partly else ""
            tekst = f"Klopt dit zo{there}? (Enter = ja; nummer = anders{more})"
            answer = self.gesprek.vraag(tekst, "ja", self._is_answer, _HOW_TO_ANSWER)
            if answer.casefold() in ("j", "ja"):
                break
            self._change(answer)
        for code in self.made:
            self.lay_bron(code, self.new_bronnen[code])
        for every in (self.statements, self.proposed, self.filled, self.following, self.extra):
            every.clear()

    def _show(self, rows: Sequence[tuple[str, str]], shown: set[tuple[str, str]]) -> None:
        """Show what was not shown yet; of a row below another proof only the number."""
        known = {row for _, row in shown}
        above: dict[str, list[str]] = {}
        for kop, row in rows:
            if (kop, row) not in shown:
                above.setdefault(kop, []).append(row)
        shown |= {*rows}
        for kop, below in above.items():
            if kop:
                self.gesprek.zeg(kop)
            moved = [row.split()[0] for row in below if row in known]
            if moved:
                self.gesprek.zeg(f"  nu ook {', '.join(moved)}")
            for row in below:
                if row not in known:
                    self.gesprek.zeg(row)

    def _change(self, answer: str) -> None:
        """Do what the editor asks for at the end, and work out again what follows from it."""
        same, added = self._all_of(answer), self._added(answer)
        if answer.casefold() == _MORE:
            self.ask_more()
        elif added is not None:
            one, veld, tekst = added
            one.out[veld.naam] = meant(element(veld.info)[0], tekst)
            on_volgorde(one.model, one.out)
        elif same is not None:
            code, zekerheid = same
            for one in self.statements:
                if code in one.out["bronnen"]:
                    one.out["zekerheid"] = zekerheid
        else:
            for part in apart(answer):
                self._ask_again(int(part) - 1)
        for follow in self.following:
            follow()

    def _rows(self) -> list[tuple[str, str]]:
        """Return each statement with its proof above it, and what was filled in, with numbers."""
        groups: dict[str, list[str]] = {}
        partly: dict[str, str] = {}
        for nummer, one in enumerate(self.statements, start=1):
            proof = self._proof_said(Bewering, one.out)
            row = f"  {nummer:>2}  {self._statement_said(one)}"
            groups.setdefault(proof, []).append(row)
            partly |= self._partly_read(one)
        rows = [(f"\n{proof}:", row) for proof, below in groups.items() for row in below]
        rows += [("", row) for row in partly.values()]
        begin = len(self.statements) + 1
        own = [f"  {n:>2}  {one.what()}" for n, one in enumerate(self.proposed, start=begin)]
        own += [f"   –  {one()}" for one in self.filled]
        return [*rows, *(("\nZelf ingevuld:", row) for row in own)]

    def _statement_said(self, one: Statement) -> str:
        """Return a statement in short: where it stands, what it says, of which law or whom."""
        same = next(
            n for n, o in enumerate(self.statements, 1) if o.out["tekst"] == one.out["tekst"]
        )
        first = self.statements[same - 1] is one
        tekst = shorten(str(one.out["tekst"]), 45, placeholder=" …") if first else f"zin {same}"
        about = [said(one.out[naam]) for naam in ("wet", "rol", "organisatie") if one.out.get(naam)]
        if one.out.get("artikelen"):
            about.insert(1, f"artikel {artikelen_said(one.out['artikelen'])}")
        within = f"{one.within}: " if one.within else ""
        note = f"; opmerking: {one.out['opmerking']}" if "opmerking" in one.out else ""
        return within + tekst + (f" ({', '.join(about)})" if about else "") + note

    def _ask_again(self, index: int) -> None:
        if index >= len(self.statements):
            self.proposed[index - len(self.statements)].ask()
            return
        one = self.statements[index]
        codes = ", ".join(one.out["bronnen"])
        one.out["bronnen"] = self._verwijzingen(("bron",), 1, codes) or one.out["bronnen"]
        for naam in ("stand", "zekerheid"):
            veld = veld_of(one.model, naam)
            self.tell(veld)
            one.out[naam] = self.enkel(veld, one.out, str(one.out[naam]))
        on_volgorde(one.model, one.out)

    def _all_of(self, answer: str) -> tuple[str, str] | None:
        """Return the source and the certainty of an answer such as „N24 primair”."""
        match = re.fullmatch(r"(?:alles uit )?(\S+?):?\s+(\w+)", answer.strip())
        if match is None:
            return None
        codes = {code.casefold(): code for one in self.statements for code in one.out["bronnen"]}
        code, zekerheid = codes.get(match[1].casefold()), match[2].casefold()
        choices = fixed_choices(veld_of(Bewering, "zekerheid").info.annotation)
        return (code, zekerheid) if code and zekerheid in choices else None

    def _added(self, answer: str) -> tuple[Statement, Veld, str] | None:
        """Return what is added to which statement by an answer such as „3 opmerking: Let op.”."""
        match = re.fullmatch(r"([0-9]+)\s+(\w+)\s*:\s*(.+)", answer.strip())
        if match is None or not 1 <= int(match[1]) <= len(self.statements):
            return None
        one = self.statements[int(match[1]) - 1]
        fields = [veld for veld in rare(one.model, {}) if is_text(veld)]
        named = next((veld for veld in fields if veld.naam == match[2].casefold()), None)
        return None if named is None else (one, named, match[3])

    def _can_be(self, code: str, zekerheid: str) -> bool:
        """Tell whether all that comes from a source can be so sure; say why not."""
        _, aard, gezien = self.bron(code)
        if zekerheid == "primair" and (aard != "primair" or gezien in SEEN_OUTSIDE):
            label = self.corpus.per_term["gezien", gezien].label.lower()
            why = f"van {code} is de tekst niet gelezen ({label})"
            if aard != "primair":
                why = f"{code} is geen primaire bron (aard: {aard})"
            self.gesprek.zeg(f"  Dat kan niet: {why}.")
            return False
        return True

    def _is_answer(self, typed: str) -> bool:
        if typed.casefold() in ("j", "ja") or (typed.casefold() == _MORE and self.empty()):
            return True
        most = len(self.statements) + len(self.proposed)
        parts = apart(typed)
        if parts and all(p.isdecimal() and 1 <= int(p) <= most for p in parts):
            return True
        added = self._added(typed)
        if added is not None:
            _, veld, tekst = added
            return self._fits(element(veld.info)[0], tekst)
        same = self._all_of(typed)
        if same is not None:
            return self._can_be(*same)
        if typed.casefold() in ("n", "nee"):
            self.gesprek.zeg("  Welke zin niet? Typ haar nummer en noem een andere bron.")
            return False
        self.gesprek.zeg("  Typ Enter, het nummer van wat anders moet, of een code en zekerheid.")
        return False


def of_which(out: RawBlock) -> str:
    """Return of what something was filled in, if that has a name."""
    named = next((str(out[naam]) for naam in (*NAMES, "tekst", "url") if naam in out), "")
    return f" van „{shorten(named, 30, placeholder=' …')}”" if named else ""


def said(waarde: Any) -> str:  # noqa: ANN401  any field
    """Return a value as one says it."""
    try:
        return str(Peildatum.parse(waarde))
    except ValueError:
        return ", ".join(waarde) if isinstance(waarde, list) else str(waarde)
