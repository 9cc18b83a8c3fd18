"""Asking for one thing: a text, a date, a choice, an article, a record."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from macros.check.coherence import FIXED_CHOICES
from macros.check.recht import ONLY_WITH_BILL, fits_bill
from macros.corpus.corpus import Corpus
from macros.model.base import Term, Verwijzing
from macros.model.instrument import Instrument
from macros.model.kennis import Bron
from macros.model.leerpunt import Spoor, Stap
from macros.model.recht import Wetsvoorstel
from macros.model.soorten import PER_SOORT
from macros.redactie.found import dag_of, status_of
from macros.redactie.gesprek import WHY, Gesprek
from macros.redactie.jobs import Work
from macros.redactie.typed import (
    IN_A_FILE,
    RawBlock,
    artikelen_of,
    dag_in,
    element,
    fixed_choices,
    kern,
    meant,
    slug_of,
    veld_of,
    why_not,
)
from macros.redactie.velden import Veld
from macros.redactie.vinden import bronnen_with, candidates, fitting, most_used, said_of_bron

NOTHING = "geen"
_OTHERWISE = "anders"
AGAIN = "="
"""What one types for the sources of the statement before."""
_EMPTY = f"Hier is een antwoord nodig; {WHY} legt uit wat."
OWN_WORD = frozenset({"collegebesluit", "raadsbesluit", "raadsbrief", "bericht"})
"""Kinds of source in which a municipality speaks for herself."""
LIKELY = OWN_WORD | {"nieuwsbericht"}
"""Kinds of source that most often tell of a municipality."""
BILL = "wetsvoorstel"
"""What one types at the status of a track to name the bill that it goes by after all."""
NEEDS_BILL = f"Dat kan alleen met een wetsvoorstel. Is dat er? Typ: {BILL}. Past dit wel?"
_WITHOUT_BILL = ("gesignaleerd", "ambitie", "in-voorbereiding", "onbekend")
"""What a track that goes on is, if no bill tells: each is named with what it means."""
_FEW = 2
"""So many kinds are named in a question; more are called a record."""


@dataclass
class Asking(ABC):
    """Asks an editor for one thing, and again until it can be."""

    gesprek: Gesprek
    corpus: Corpus
    jobs: Work
    dag: date
    new_bronnen: dict[str, RawBlock] = field(default_factory=dict)
    gemeente: str = ""
    """The municipality of which something is written down, if it is one."""
    told: set[str] = field(default_factory=set)
    """What was said before, and is not said again."""

    @abstractmethod
    def new_bron(self, given: Mapping[str, Any]) -> str:
        """Ask for a new source and return its code."""

    @abstractmethod
    def may_carry(self, code: str) -> bool:
        """Tell whether the next statement may rest on a source; else it is not offered."""

    @abstractmethod
    def carries_only(self) -> str:
        """Return which sources alone may carry the next statement, if not all of them may."""

    def _once(self, tekst: str) -> None:
        """Say something that was not said before."""
        if tekst not in self.told:
            self.told.add(tekst)
            self.gesprek.zeg(tekst)

    def tell(self, veld: Veld) -> None:
        """Say what a field is for, the first time."""
        self._once(f"\n{veld.uitleg.replace(IN_A_FILE, '')}")

    def _fits(self, soort: Any, tekst: str) -> bool:  # noqa: ANN401  any type of a field
        """Tell whether a value can be; say why not."""
        wrong = why_not(soort, meant(soort, tekst)) if tekst else f"  {_EMPTY}"
        if wrong is not None:
            self.gesprek.zeg(wrong)
        return wrong is None

    def _text(self, veld: Veld, tekst: str, proposal: str = "", *, may_stop: bool = False) -> Any:  # noqa: ANN401  any field
        soort, _ = element(veld.info)

        def fits(typed: str) -> bool:
            return (may_stop and not typed) or self._fits(soort, typed)

        typed = self.gesprek.vraag(tekst, proposal, fits, (f"  {veld.uitleg}",))
        return meant(soort, typed) if typed else ""

    def _artikelen(self, veld: Veld, *, may_stop: bool) -> list[RawBlock]:
        """Ask for articles, each with its paragraph, in one answer."""

        def fits(typed: str) -> bool:
            if (may_stop and not typed) or artikelen_of(typed):
                return True
            self.gesprek.zeg(f"  „{typed}” is geen artikel; typ bijvoorbeeld 41, 18a of 41 lid 4.")
            return False

        stop = f"; Enter = {NOTHING}" if may_stop else ""
        tekst = f"{veld.naam} (zoals 41 lid 4; meer met komma’s{stop})"
        return artikelen_of(self.gesprek.vraag(tekst, "", fits)) or []

    def enkel(self, veld: Veld, until_now: RawBlock, proposal: str = "") -> Any:  # noqa: ANN401  any field
        """Ask for one value, in the way that fits its type."""
        soort, mark = element(veld.info)
        if isinstance(mark, Term):
            return self._term(veld, mark.as_, until_now, proposal)
        if isinstance(mark, Verwijzing):
            return self.verwijzing(mark.soorten)
        proposal = proposal or self._proposal(veld, until_now)
        choices = fixed_choices(soort)
        if choices:
            return self.gesprek.choose(veld.naam, self._explained(veld.naam, choices), proposal)
        if kern(soort) is bool:
            return self.gesprek.ja(veld.naam, proposal=True)
        return self._text(veld, veld.naam, proposal)

    def _term(self, veld: Veld, as_: str, until_now: RawBlock, proposal: str) -> str:
        """Ask for one term of a vocabulary."""
        if veld.model is Bron and veld.naam == "bronsoort":
            return self._bronsoort(proposal)
        if veld.model is Spoor and veld.naam == "status":
            return self._spoorstatus(as_, until_now)
        return self.gesprek.choose(veld.naam, self._termen(as_), proposal)

    def _bronsoort(self, proposal: str) -> str:
        """Ask of what kind a source is; of a municipality first what is likely."""
        every = self._termen("bronsoort")
        likely = [one for one in every if one[0] in LIKELY] if self.gemeente else []
        if likely and not proposal:
            choices = [*likely, (_OTHERWISE, "een ander stuk")]
            chosen = self.gesprek.choose("bronsoort", choices)
            if chosen != _OTHERWISE:
                return chosen
        return self.gesprek.choose("bronsoort", every, proposal)

    def _spoorstatus(self, as_: str, spoor: RawBlock) -> str:
        """Ask how far a track is; only what can be is shown, and its last step may say it."""
        bill = self._bill(spoor)
        termen = self._termen(as_)
        refused: dict[str, str] = {}
        proposal = status_of(str(spoor["stappen"][-1]["tekst"])) if spoor.get("stappen") else ""
        if bill is None:
            meaning = self.corpus.vocabulaires[as_].termen
            fit = [f"  {t.sleutel} – {t.uitleg}" for t in meaning if t.sleutel in _WITHOUT_BILL]
            refused = dict.fromkeys(ONLY_WITH_BILL, "\n  ".join([NEEDS_BILL, *fit]))
            termen = [one for one in termen if one[0] not in ONLY_WITH_BILL]
        else:
            label = self.corpus.per_term["wetsvoorstelstatus", bill.status].label
            self.gesprek.zeg(f"  Het wetsvoorstel „{bill.titel}” is: {label}.")
            termen = [one for one in termen if fits_bill(one[0], bill.status) is not False]
            termen.sort(key=lambda one: fits_bill(one[0], bill.status) is None)
            same = [sleutel for sleutel, _ in termen if fits_bill(sleutel, bill.status)]
            proposal = same[0] if len(same) == 1 else ""
        proposal = proposal if proposal in dict(termen) else ""
        hidden = () if bill else (BILL,)
        chosen = self.gesprek.choose("status", termen, proposal, refused=refused, hidden=hidden)
        if chosen != BILL:
            return chosen
        spoor[BILL] = self._search((BILL,), several=False, proposal="")[0]
        return self._spoorstatus(as_, spoor)

    def _bill(self, spoor: RawBlock) -> Wetsvoorstel | None:
        """Return the bill by which a track goes."""
        bill = self.corpus.records.get(spoor.get("wetsvoorstel", ""))
        return bill if isinstance(bill, Wetsvoorstel) else None

    def _choices_of(self, veld: Veld) -> list[tuple[str, str]]:
        soort, mark = element(veld.info)
        if isinstance(mark, Term):
            return self._termen(mark.as_)
        return self._explained(veld.naam, fixed_choices(soort))

    def _termen(self, as_: str) -> list[tuple[str, str]]:
        """Return the terms of a vocabulary, with what each of them means."""
        found = self.corpus.vocabulaires[as_].termen
        return [(term.sleutel, f"{term.label}: {term.uitleg}") for term in found]

    def _explained(self, naam: str, choices: Sequence[str]) -> list[tuple[str, str]]:
        """Return choices that stand in the model, with what their vocabulary says of each."""
        fits = [as_ for as_, every in FIXED_CHOICES.items() if {*choices} <= {*every}]
        as_ = naam if naam in fits else next(iter(fits), None)
        found = self.corpus.vocabulaires[as_].termen if as_ else ()
        uitleg = {term.sleutel: term.uitleg for term in found}
        return [(choice, uitleg.get(choice, "")) for choice in choices]

    def _proposal(self, veld: Veld, until_now: RawBlock) -> str:
        """Return what Enter gives at this question."""
        if veld.model is Instrument and veld.naam == "volgorde":
            return str(len(self.corpus.every(Instrument)) + 1)
        if veld.model is Stap and veld.naam == "stand":
            return dag_of(str(until_now["tekst"]))
        if veld.model is Bron and "url" in until_now:
            url = str(until_now["url"])
            if veld.naam == "datum":
                return dag_in(url)
            if veld.naam == "uitgever" and until_now.get("bronsoort") in OWN_WORD and self.gemeente:
                return f"Gemeente {self.gemeente}"
            if veld.naam == "uitgever":
                host = urlsplit(url).hostname
                known = self.corpus.every(Bron)
                return next(
                    (b.uitgever for b in known if urlsplit(b.url or "").hostname == host), ""
                )
        return ""

    # --- a reference --------------------------------------------------------------------------

    def verwijzing(self, soorten: Sequence[str]) -> str:
        """Return the id (of a source: the code) of one record."""
        return self._search(soorten, several=False, proposal="")[0]

    def _verwijzingen(
        self, soorten: Sequence[str], count: int, proposal: str = "", again: Sequence[str] = ()
    ) -> list[str]:
        """Return ids of records that the editor finds by words; none if the proposal was taken.

        A sign of ``AGAIN`` stands for those of ``again``: a choice, and not what Enter brings.
        """
        out = dict.fromkeys(self._search(soorten, several=True, proposal=proposal, again=again))
        while out and len(out) < count:
            self.gesprek.zeg(f"  Kies er ten minste {count}; u koos: {', '.join(out)}.")
            out |= dict.fromkeys(self._search(soorten, several=True, proposal=""))
        return [*out]

    def _search(
        self, soorten: Sequence[str], *, several: bool, proposal: str, again: Sequence[str] = ()
    ) -> list[str]:
        signs = {proposal: [], **({AGAIN: [*again]} if again else {})} if proposal or again else {}

        def fits(typed: str) -> bool:
            if not typed:
                self.gesprek.zeg(f"  {_EMPTY}")
                return False
            if typed in signs:
                return True
            return self._could_be(typed, soorten, several=several)

        ask, why = self._how_to_search(soorten, several=several, short=bool(proposal), again=again)
        typed = self.gesprek.vraag(ask, proposal, fits, (f"  {why}",))
        if typed in signs:
            return signs[typed]
        return self._meant_by(typed, soorten, several=several)

    def _how_to_search(
        self, soorten: Sequence[str], *, several: bool, short: bool, again: Sequence[str]
    ) -> tuple[str, str]:
        """Return the question for a record, and what may be typed there."""
        bron = soorten == ("bron",)
        ask = "Bron" if bron else f"Zoek een {_soortnaam(soorten)}"
        what = "code, woorden of adres" if bron else "woorden uit de titel, of het id"
        what += "; meer met komma’s" * several
        same = f"{AGAIN} is weer {', '.join(again)}" if again else ""
        why = f"Typ {what}."
        if bron:
            why += " Een adres dat hier nog niet staat, wordt een nieuwe bron. Eigen kennis: EIGEN."
        inner = [part for part in ("" if short else what, same) if part]
        return f"{ask} ({'; '.join(inner)})" if inner else ask, why

    def _of_found(self, typed: str, soorten: Sequence[str], *, several: bool) -> list[str]:
        """Let the editor choose among what these words find, or search anew with others."""
        chosen, said = self.gesprek.choose_or_say(
            "Welke? (meer: 1,3; of andere woorden)" if several else "Welke? (of andere woorden)",
            self._passend(typed, soorten),
            several=several,
            says=lambda said: self._could_be(said, soorten, several=several),
        )
        if not chosen:
            return self._meant_by(said, soorten, several=several)
        return [one.removeprefix("bron:") for one in chosen]

    def _meant_by(self, typed: str, soorten: Sequence[str], *, several: bool) -> list[str]:
        """Return the records that were named, or chosen among what was found."""
        exact = [self._exactly(part, soorten) for part in _each(typed, several=several)]
        if all(exact):
            return [self._take(one, soorten) for one in exact if one is not None]
        return self._of_found(typed, soorten, several=several)

    def _could_be(self, typed: str, soorten: Sequence[str], *, several: bool) -> bool:
        """Tell whether something is found; say why not."""
        parts = _each(typed, several=several)
        new = soorten == ("bron",)
        adressen = [part for part in parts if new and _is_adres(part)]
        if not all(self._fits(element(veld_of(Bron, "url").info)[0], one) for one in adressen):
            return False
        if all(self._exactly(part, soorten) for part in parts) or self._passend(typed, soorten):
            return True
        otherwise = "plak het adres van een nieuwe bron" if new else "typ terug"
        said = f"Niets gevonden bij „{typed}”. Probeer een ander woord, of {otherwise}."
        self.gesprek.zeg(f"  {said}")
        return False

    def _candidates(self, soorten: Sequence[str]) -> list[tuple[str, str]]:
        new = [(f"bron:{code}", str(bron["titel"])) for code, bron in self.new_bronnen.items()]
        return [*(new if "bron" in soorten else ()), *candidates(self.corpus, soorten)]

    def _exactly(self, typed: str, soorten: Sequence[str]) -> tuple[str, str] | None:
        """Return the one record that is called just this, whatever the capitals; or an address."""
        if soorten == ("bron",) and _is_adres(typed):
            return typed, ""
        one, slug = typed.casefold(), slug_of(typed)
        found = [
            (id_, titel)
            for id_, titel in self._candidates(soorten)
            if one in (id_.casefold(), titel.casefold()) or slug == id_.partition(":")[2].casefold()
        ]
        return found[0] if len(found) == 1 else None

    def _take(self, one: tuple[str, str], soorten: Sequence[str]) -> str:
        id_, titel = one
        if soorten == ("bron",) and not titel:
            return self.new_bron({"url": id_})
        naam = id_.removeprefix("bron:")
        known = soorten == ("bron",)
        said = said_of_bron(self.corpus, id_, self.new_bronnen) if known else titel
        self.gesprek.zeg(f"  Genomen: {naam} – {said}")
        return naam

    def _passend(self, woorden: str, soorten: Sequence[str]) -> list[tuple[str, str]]:
        if soorten == ("bron",):
            found = bronnen_with(self.corpus, woorden, self.new_bronnen, self.may_carry)
            if found.rows and not found.whole:
                new = "of plak het adres van een nieuwe bron"
                self._once(f"  Niet elk woord van „{woorden}” staat erin. Het best passen ({new}):")
            elif found.more:
                self._once(f"  Nog {found.more} andere bij „{woorden}”: typ meer woorden.")
            few = self.carries_only()
            if not found.rows and few and re.search(r"\w", woorden):
                self._once(
                    f"  Niets gevonden bij „{woorden}”{few}. Wat daarvan vaak wordt gebruikt:"
                )
                return most_used(self.corpus, self.may_carry)
            return found.rows
        return fitting(self._candidates(soorten), woorden)


def _each(typed: str, *, several: bool) -> list[str]:
    """Return what was typed with commas between; an address may hold a comma, but no space."""
    apart = r",\s+" if "://" in typed else r"\s*,\s*"
    return re.split(apart, typed) if several else [typed]


def _is_adres(typed: str) -> bool:
    return typed.casefold().startswith(("http://", "https://", "www."))


def _soortnaam(soorten: Sequence[str]) -> str:
    namen = [PER_SOORT[one].enkelvoud.lower() if one in PER_SOORT else one for one in soorten]
    return " of ".join(namen) if len(namen) <= _FEW else "record"
