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
from macros.check.recht import fits_bill
from macros.corpus.corpus import Corpus
from macros.model.base import Term, Verwijzing
from macros.model.instrument import Instrument
from macros.model.kennis import Bron
from macros.model.leerpunt import Spoor
from macros.model.recht import Wetsvoorstel
from macros.model.soorten import PER_SOORT
from macros.redactie.gesprek import Gesprek
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
from macros.redactie.vinden import candidates, fitting

NOTHING = "geen"
_PAST_NIET = "past niet"
_OTHERWISE = "anders"
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
    told: set[str] = field(default_factory=set)
    """What was said before, and is not said again."""

    @abstractmethod
    def new_bron(self, given: Mapping[str, Any]) -> str:
        """Ask for a new source and return its code."""

    def _once(self, tekst: str) -> None:
        """Say something that was not said before."""
        if tekst not in self.told:
            self.told.add(tekst)
            self.gesprek.zeg(tekst)

    def tell(self, veld: Veld) -> None:
        """Say what a field is for, the first time."""
        self._once(f"\n{veld.naam}: {veld.uitleg.replace(IN_A_FILE, '')}")

    def _fits(self, soort: Any, tekst: str) -> bool:  # noqa: ANN401  any type of a field
        """Tell whether a value can be; say why not."""
        wrong = why_not(soort, meant(soort, tekst))
        if wrong is not None:
            self.gesprek.zeg(wrong)
        return wrong is None

    def _text(self, veld: Veld, tekst: str, *, may_stop: bool = False) -> Any:  # noqa: ANN401  any field
        soort, _ = element(veld.info)
        typed = self.gesprek.vraag(
            tekst, "", lambda typed: (may_stop and not typed) or self._fits(soort, typed)
        )
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
            if veld.model is Spoor and veld.naam == "status":
                return self._spoorstatus(mark.as_, until_now)
            return self.gesprek.choose(veld.naam, self._termen(mark.as_), proposal)
        if isinstance(mark, Verwijzing):
            return self.verwijzing(mark.soorten)
        proposal = proposal or self._proposal(veld, until_now)
        choices = fixed_choices(soort)
        if choices:
            return self.gesprek.choose(veld.naam, self._explained(veld.naam, choices), proposal)
        if kern(soort) is bool:
            return self.gesprek.ja(veld.naam, proposal=True)
        typed = self.gesprek.vraag(veld.naam, proposal, lambda tekst: self._fits(soort, tekst))
        return meant(soort, typed)

    def _spoorstatus(self, as_: str, spoor: RawBlock) -> str:
        """Ask how far a track is; of a bill only what its own record says can be."""
        bill = self._bill(spoor)
        termen = self._termen(as_)
        proposal = ""
        if bill is not None:
            label = self.corpus.per_term["wetsvoorstelstatus", bill.status].label
            self.gesprek.zeg(f"  Het wetsvoorstel „{bill.titel}” is: {label}.")
            termen = [one for one in termen if fits_bill(one[0], bill.status) is not False]
            termen.sort(key=lambda one: fits_bill(one[0], bill.status) is None)
            same = [sleutel for sleutel, _ in termen if fits_bill(sleutel, bill.status)]
            proposal = same[0] if len(same) == 1 else ""
        return self.gesprek.choose("status", termen, proposal)

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
        """Return the terms of a vocabulary, the first time with what each of them means."""
        known = as_ in self.told
        self.told.add(as_)
        return [
            (term.sleutel, "" if known else f"{term.label}: {term.uitleg}")
            for term in self.corpus.vocabulaires[as_].termen
        ]

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
        if veld.model is Bron and "url" in until_now:
            url = str(until_now["url"])
            if veld.naam == "datum":
                return dag_in(url)
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

    def _verwijzingen(self, soorten: Sequence[str], count: int, proposal: str = "") -> list[str]:
        """Return ids of records that the editor finds by words; none if the proposal was taken."""
        out = dict.fromkeys(self._search(soorten, several=True, proposal=proposal))
        while out and len(out) < count:
            self.gesprek.zeg(f"  Kies er ten minste {count}; u koos: {', '.join(out)}.")
            out |= dict.fromkeys(self._search(soorten, several=True, proposal=""))
        return [*out]

    def _search(self, soorten: Sequence[str], *, several: bool, proposal: str) -> list[str]:
        what = "woorden uit de titel, of het id"
        if soorten == ("bron",):
            what = "code, woorden uit de titel, of het adres van een nieuwe bron"
        tekst = f"Zoek een {_soortnaam(soorten)} ({what}{'; meer met komma’s' * several})"

        def parts(typed: str) -> list[str]:
            # An address may hold a comma, but no space.
            apart_ = r",\s+" if "://" in typed else r"\s*,\s*"
            return re.split(apart_, typed) if several else [typed]

        def fits(typed: str) -> bool:
            if not typed or (proposal and typed == proposal):
                return bool(typed)
            return self._could_be(typed, parts(typed), soorten)

        typed = self.gesprek.vraag(tekst, proposal, fits)
        if proposal and typed == proposal:
            return []
        exact = [self._exactly(part, soorten) for part in parts(typed)]
        if all(exact):
            return [self._take(one, soorten) for one in exact if one is not None]
        choices = [*self._passend(typed, soorten), (_OTHERWISE, "zoek opnieuw")]
        chosen = (
            self.gesprek.choose_some("Welke?", choices)
            if several
            else [self.gesprek.choose("Welke?", choices)]
        )
        found = [one.removeprefix("bron:") for one in chosen if one != _OTHERWISE]
        if _OTHERWISE in chosen:
            found += self._search(soorten, several=several, proposal="")
        return found

    def _could_be(self, typed: str, parts: Sequence[str], soorten: Sequence[str]) -> bool:
        """Tell whether something is found; say why not."""
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
        self.gesprek.zeg(f"  Genomen: {naam} – {titel}")
        return naam

    def _passend(self, woorden: str, soorten: Sequence[str]) -> list[tuple[str, str]]:
        return fitting(self._candidates(soorten), woorden)


def _is_adres(typed: str) -> bool:
    return typed.casefold().startswith(("http://", "https://", "www."))


def _soortnaam(soorten: Sequence[str]) -> str:
    namen = [PER_SOORT[one].enkelvoud.lower() if one in PER_SOORT else one for one in soorten]
    return " of ".join(namen) if len(namen) <= _FEW else "record"
