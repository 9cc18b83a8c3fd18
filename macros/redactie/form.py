"""A form in the terminal, made from the model: which fields, of what kind, with which choices."""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from annotated_types import MinLen
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from macros.check.adressen import foreign_woorden
from macros.check.coherence import FIXED_CHOICES
from macros.check.recht import DECIDES, free_nummer
from macros.check.timeliness import FINISHED, HALF_JAAR, ONGOING
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical
from macros.model.base import SLUG, Bewering, Record, Term, Verwijzing
from macros.model.dates import Peildatum, dag_in_words, notation_of
from macros.model.instrument import Instrument
from macros.model.kennis import Bron
from macros.model.leerpunt import Groep, Leerpunt, Spoor, Stap, Verdieping
from macros.model.recht import Wetsvoorstel
from macros.model.soorten import PER_SOORT, Bestandsrecord
from macros.model.validate import uitleg_of
from macros.redactie.bronwoorden import add_woorden
from macros.redactie.gesprek import Gesprek
from macros.redactie.jobs import Work
from macros.redactie.velden import EVERYWHERE, OF_ITSELF, Veld, blocks, is_list, velden
from macros.redactie.vinden import candidates, fitting
from macros.redactie.writing import as_tekst

RawBlock = dict[str, Any]
_LAATST = ("zoektermen", "alledaags", "engels", "onbekend", "niet_van_toepassing")
_ACCOUNTED = ("onbekend", "niet_van_toepassing")
"""Asked for where a field stays empty, not by themselves."""
_COUNT_VOORSTELLEN = 4
_PROOF = ("bronnen", "stand", "zekerheid")
"""What a statement often shares with the one before it."""
_NAMES = ("titel", "naam", "kop")
"""The fields from which the key of a part follows."""
_FROM_STEPS: Mapping[type[BaseModel], tuple[str, ...]] = {
    Spoor: ("sleutel", "stand"),
    Groep: ("sleutel",),
    Verdieping: ("sleutel",),
    Stap: ("leidt_tot",),
}
"""What follows from the other answers, so that nobody has to be asked."""
_ANOTHER = "nog een"
_OTHERWISE = "anders"
_FEW = 2
"""So many kinds are named in a question; more are called a record."""


@dataclass
class Form:
    """Asks for what a record needs; ``jobs`` takes in the sources that are made on the way."""

    gesprek: Gesprek
    corpus: Corpus
    jobs: Work
    dag: date
    new_bronnen: dict[str, RawBlock] = field(default_factory=dict)
    filled: list[str] = field(default_factory=list)
    """What was filled in without a question: the editor hears it at the end."""
    previous: RawBlock = field(default_factory=dict)
    """The proof of the last statement."""

    # --- a record -----------------------------------------------------------------------------

    def record(self, model: type[Bestandsrecord], given: Mapping[str, Any]) -> RawBlock:
        """Return all fields of a new record, in the order in which they are written."""
        out: RawBlock = dict(given)
        if "id" not in out:
            titel = str(out.get("titel") or self._vraag(_veld(model, "titel"), out))
            out["titel"] = titel
            out["id"] = f"{model.soort}:{self._slug(model, titel)}"
        self._block(model, out)
        if issubclass(model, Record):
            checked = {"datum": self.dag.isoformat(), "rol": "redactie"}
            self._fill(out, "gecontroleerd", checked, f"{dag_in_words(self.dag)}, redactie")
            self._fill_dag(out, "controle_voor", _jaar_later(self.dag))
        if model is Wetsvoorstel and out["status"] not in FINISHED:
            self._fill_dag(out, "kijk_opnieuw", self.dag + HALF_JAAR)
        for spoor in out.get("sporen", ()):
            proposal = self.corpus.records.get(spoor.get("wetsvoorstel", ""))
            followed = isinstance(proposal, Wetsvoorstel) and proposal.kijk_opnieuw is not None
            if spoor["status"] in ONGOING and not followed:
                self._fill_dag(spoor, "kijk_opnieuw", self.dag + HALF_JAAR)
        return _on_volgorde(model, out)

    def block(self, model: type[BaseModel]) -> RawBlock:
        """Return the fields of one block, such as a statement."""
        out: RawBlock = {}
        self._block(model, out)
        return _on_volgorde(model, out)

    def _block(
        self,
        model: type[BaseModel],
        out: RawBlock,
        another: str = "",
        siblings: Sequence[RawBlock] = (),
    ) -> bool:
        """Ask for the fields of a block; return whether there comes another of its kind."""
        by_itself = _FROM_STEPS.get(model, ())
        every = [veld for veld in velden(model) if veld.naam not in {*OF_ITSELF, *by_itself}]
        every.sort(key=lambda veld: veld.naam in _LAATST)
        # L or V follows from where a learning comes from.
        if model is Leerpunt:
            every.sort(key=lambda veld: (veld.naam != "herkomst", veld.naam != "nummer"))
            every.sort(key=lambda veld: veld.naam != "samenvatting")
        for veld in every:
            if veld.naam in out or veld.naam in _accounted_for(out):
                continue
            if veld.naam == "bronnen" and issubclass(model, Bewering):
                self._bronnen(model, out)
            elif veld.required or _at_least(model, veld):
                out[veld.naam] = self._vraag(veld, out)
            elif veld.accounted:
                self._of_onbekend(veld, out)
        self._derive(model, out, siblings)
        if issubclass(model, Bewering):
            self.previous = {naam: out[naam] for naam in _PROOF}
        return self._more(every, out, another)

    def _more(self, every: Sequence[Veld], out: RawBlock, another: str) -> bool:
        """Offer the fields that may stay empty; return whether there comes another block."""
        skip = {*_ACCOUNTED, *_accounted_for(out)}
        allowed = [veld for veld in every if veld.naam not in {*out, *skip}]
        while allowed or another:
            self.gesprek.zeg("\n  U mag ook invullen:")
            choices = [(veld.naam, veld.uitleg) for veld in allowed]
            choices += [(_ANOTHER, another)] if another else []
            naam = self.gesprek.choose("Verder? (Enter als u klaar bent)", choices, may_stop=True)
            if naam in ("", _ANOTHER):
                return naam == _ANOTHER
            (chosen,) = [veld for veld in allowed if veld.naam == naam]
            out[naam] = self._vraag(chosen, out)
            allowed.remove(chosen)
        return False

    def _of_onbekend(self, veld: Veld, out: RawBlock) -> None:
        """Ask for a field that is answered or accounted for."""
        self.gesprek.zeg(f"\n{veld.naam}: {veld.uitleg}")
        choices = [
            ("invullen", "een openbare bron vertelt het"),
            ("onbekend", "er is gezocht en niets gevonden"),
            ("niet-van-toepassing", "het past niet bij dit record"),
        ]
        chosen = self.gesprek.choose(f"Wat is het bij {veld.naam}?", choices)
        if chosen == "invullen":
            out[veld.naam] = self._vraag(veld, out)
            return
        soort = chosen.replace("-", "_")
        (model,) = blocks(Record.model_fields[soort])
        block: RawBlock = {"veld": veld.naam}
        self._block(model, block)
        out[soort] = [*out.get(soort, ()), _on_volgorde(model, block)]

    # --- what follows from other answers ------------------------------------------------------

    def _fill(self, out: RawBlock, naam: str, waarde: object, said: str) -> None:
        """Fill in a field and remember to say so; what is there stays."""
        if naam not in out:
            out[naam] = waarde
            self.filled.append(f"{naam}{_of_which(out)}: {said}")

    def _fill_dag(self, out: RawBlock, naam: str, dag: date) -> None:
        self._fill(out, naam, dag.isoformat(), dag_in_words(dag))

    def _derive(self, model: type[BaseModel], out: RawBlock, siblings: Sequence[RawBlock]) -> None:
        by_itself = _FROM_STEPS.get(model, ())
        if "sleutel" in by_itself:
            named = next(str(out[naam]) for naam in _NAMES if naam in out)
            sleutel = _free(slug_of(named), {part["sleutel"] for part in siblings})
            self._fill(out, "sleutel", sleutel, sleutel)
        if "stappen" in out:
            self._leidt_tot(model, out)
        if "stand" in by_itself:
            stand = max((stap["stand"] for stap in out["stappen"]), key=Peildatum.parse)
            self._fill(out, "stand", stand, f"{Peildatum.parse(stand)}, van de laatste stap")

    def _leidt_tot(self, model: type[BaseModel], out: RawBlock) -> None:
        """Let the step that made it so carry the status, if it is one that something made."""
        stappen, status = out["stappen"], out["status"]
        if status not in DECIDES or any("leidt_tot" in stap for stap in stappen):
            return
        stap = stappen[0]
        if len(stappen) > 1:
            as_ = "spoorstatus" if model is Spoor else "wetsvoorstelstatus"
            label = self.corpus.per_term[as_, status].label
            choices = [(f"stap {n}", str(stap["tekst"])) for n, stap in enumerate(stappen, start=1)]
            self.gesprek.zeg(f"\nDe status is „{label}”. Welke stap vertelt dat?")
            keys = [key for key, _ in choices]
            stap = stappen[keys.index(self.gesprek.choose("Welke stap?", choices))]
        self._fill(stap, "leidt_tot", status, status)

    # --- one field ----------------------------------------------------------------------------

    def _vraag(self, veld: Veld, until_now: RawBlock) -> object:
        self.gesprek.zeg(f"\n{veld.naam}: {veld.uitleg}")
        inner = blocks(veld.info)
        if inner and is_list(veld.info):
            return self._blocks(veld, inner[0])
        if inner:
            return self.block(inner[0])
        if is_list(veld.info):
            return self._list(veld, until_now)
        return self._enkel(veld, until_now)

    def _blocks(self, veld: Veld, model: type[BaseModel]) -> list[RawBlock]:
        out: list[RawBlock] = []
        more = True
        while more:
            self.gesprek.zeg(f"\n  {veld.naam} {len(out) + 1}")
            block: RawBlock = {}
            more = self._block(model, block, f"nog een bij {veld.naam}", out)
            out.append(_on_volgorde(model, block))
        return out

    def _list(self, veld: Veld, until_now: RawBlock) -> list[str]:
        soort, mark = _element(veld.info)
        at_least = max(_at_least(veld.model, veld), 1)
        if isinstance(mark, Term):
            return self.gesprek.choose_some(veld.naam, self._termen(mark.as_), at_least)
        if isinstance(mark, Verwijzing):
            return self._verwijzingen(mark.soorten, at_least)
        return self._woorden(veld, soort, until_now, at_least)

    def _woorden(self, veld: Veld, soort: object, until_now: RawBlock, at_least: int) -> list[str]:
        proposal = self._voorgestelde_woorden(until_now) if veld.naam == "zoektermen" else ""

        def fits(tekst: str) -> bool:
            woorden = _apart(tekst)
            if len(woorden) < at_least:
                self.gesprek.zeg(f"  Geef er ten minste {at_least}.")
                return False
            return all(self._fits(soort, woord) for woord in woorden)

        return _apart(self.gesprek.vraag(f"{veld.naam}, met komma’s ertussen", proposal, fits))

    def _enkel(self, veld: Veld, until_now: RawBlock | None = None) -> Any:  # noqa: ANN401  any field
        soort, mark = _element(veld.info)
        if isinstance(mark, Term):
            return self.gesprek.choose(veld.naam, self._termen(mark.as_))
        if isinstance(mark, Verwijzing):
            return self.verwijzing(mark.soorten)
        proposal = self._proposal(veld, until_now or {})
        choices = _fixed_choices(soort)
        if choices:
            return self.gesprek.choose(veld.naam, self._explained(veld.naam, choices), proposal)
        if _kern(soort) is bool:
            return self.gesprek.ja(veld.naam, proposal=True)
        return _as_yaml(
            soort,
            self.gesprek.vraag(
                veld.naam, proposal, lambda tekst: self._fits(soort, _as_yaml(soort, tekst))
            ),
        )

    def _fits(self, soort: Any, waarde: object) -> bool:  # noqa: ANN401  any type of a field
        """Tell whether a value can be; say why not."""
        try:
            TypeAdapter(soort).validate_python(waarde)
        except ValidationError as errors:
            wat, remedy = uitleg_of(errors.errors(include_url=False)[-1], waarde)
            said = wat if "„" in wat else f"„{str(waarde)[:60]}”: {wat}"
            self.gesprek.zeg(f"  {said}{f'; {remedy}' if remedy else ''}.")
            return False
        return True

    def _termen(self, as_: str) -> list[tuple[str, str]]:
        """Return the terms of a vocabulary with what each of them means."""
        return [
            (term.sleutel, f"{term.label}: {term.uitleg}")
            for term in self.corpus.vocabulaires[as_].termen
        ]

    def _explained(self, naam: str, choices: Sequence[str]) -> list[tuple[str, str]]:
        """Return choices that stand in the model, with what their vocabulary says of each."""
        fitting = [as_ for as_, every in FIXED_CHOICES.items() if {*choices} <= {*every}]
        as_ = naam if naam in fitting else next(iter(fitting), None)
        found = self.corpus.vocabulaires[as_].termen if as_ else ()
        uitleg = {term.sleutel: term.uitleg for term in found}
        return [(choice, uitleg.get(choice, "")) for choice in choices]

    # --- the proof of a statement -------------------------------------------------------------

    def _bronnen(self, model: type[Bewering], out: RawBlock) -> None:
        """Ask for the sources; Enter takes all proof of the statement before.

        Of a step the day is asked all the same: it is when that step was, not when the other was.
        """
        veld = _veld(model, "bronnen")
        self.gesprek.zeg(f"\n{veld.naam}: {veld.uitleg}")
        same = ""
        if self.previous:
            codes = ", ".join(self.previous["bronnen"])
            stand = Peildatum.parse(self.previous["stand"])
            same = f"zelfde als vorige: {codes}; {stand}; {self.previous['zekerheid']}"
        codes_ = self._verwijzingen(("bron",), 1, same)
        if codes_:
            out["bronnen"] = codes_
        else:
            out |= {n: v for n, v in self.previous.items() if n != "stand" or model is not Stap}

    def _proposed_proof(self, naam: str, codes: Sequence[str]) -> str:
        """Return what the date or the certainty will be, if the sources say so themselves."""
        if codes == self.previous.get("bronnen"):
            return str(self.previous[naam])
        bronnen = [self._bron(code) for code in codes]
        if naam == "stand":
            return bronnen[0][0] if len(bronnen) == 1 else ""
        aard = {one[1] for one in bronnen}
        return "primair" if "primair" in aard else "afgeleid" if aard == {"eigen"} else "secundair"

    def _bron(self, code: str) -> tuple[str, str]:
        """Return the date and the kind of evidence of a source, made now or before."""
        if code in self.new_bronnen:
            made = self.new_bronnen[code]
            return str(made["datum"]), str(made["aard"])
        bron = self.corpus.records[f"bron:{code}"]
        assert isinstance(bron, Bron)  # noqa: S101  its code was just found among them
        return bron.datum.notation(), bron.aard

    # --- a reference --------------------------------------------------------------------------

    def verwijzing(self, soorten: Sequence[str]) -> str:
        """Return the id (of a source: the code) of one record."""
        return self._search(soorten, several=False, proposal="")[0]

    def _verwijzingen(self, soorten: Sequence[str], at_least: int, proposal: str = "") -> list[str]:
        """Return ids of records that the editor finds by words; none if the proposal was taken."""
        out = self._search(soorten, several=True, proposal=proposal)
        while out and len(out) < at_least:
            out += self._search(soorten, several=True, proposal="")
        return list(dict.fromkeys(out))

    def _search(self, soorten: Sequence[str], *, several: bool, proposal: str) -> list[str]:
        what = "woorden uit de titel, of het id"
        if soorten == ("bron",):
            what = "code, woorden uit de titel, of het adres van een nieuwe bron"
        tekst = f"Zoek een {_soortnaam(soorten)} ({what}{'; meer met komma’s' * several})"

        def parts(typed: str) -> list[str]:
            # An address may hold a comma, but no space.
            apart = r",\s+" if "://" in typed else r"\s*,\s*"
            return re.split(apart, typed) if several else [typed]

        def fits(typed: str) -> bool:
            if not typed or (proposal and typed == proposal):
                return bool(typed)
            if all(self._exactly(part, soorten) for part in parts(typed)):
                return True
            if self._passend(typed, soorten):
                return True
            self.gesprek.zeg(
                f"  Niets gevonden bij „{typed}”. Probeer een ander woord, of typ terug."
            )
            return False

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

    def _candidates(self, soorten: Sequence[str]) -> list[tuple[str, str]]:
        new = [(f"bron:{code}", str(bron["titel"])) for code, bron in self.new_bronnen.items()]
        return [*(new if "bron" in soorten else ()), *candidates(self.corpus, soorten)]

    def _exactly(self, typed: str, soorten: Sequence[str]) -> tuple[str, str] | None:
        """Return the one record that is called just this, whatever the capitals; or an address."""
        if soorten == ("bron",) and typed.startswith(("http://", "https://")):
            return typed, ""
        one = typed.casefold()
        found = [
            (id_, titel)
            for id_, titel in self._candidates(soorten)
            if one in (id_.casefold(), id_.partition(":")[2].casefold())
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

    # --- a source -----------------------------------------------------------------------------

    def new_bron(self, given: Mapping[str, Any]) -> str:
        """Ask for a new source, lay it ready in ``jobs`` and return its code."""
        url = given.get("url")
        for bron in self.corpus.every(Bron):
            if url is not None and url in (bron.url, *bron.ook_te_vinden):
                self.gesprek.zeg(f"  Deze bron is er al: {bron.slug} – {bron.titel}")
                return bron.slug
        for code, made in self.new_bronnen.items():
            if url is not None and url == made.get("url"):
                self.gesprek.zeg(f"  Deze bron maakte u net: {code} – {made['titel']}")
                return code
        self.gesprek.zeg("\nEen nieuwe bron")
        out: RawBlock = dict(given)
        self._block_of_bron(out)
        code = str(out["id"]).partition(":")[2]
        self.jobs.put_link(f"data/{Bron.mapnaam}/{code}.yml", as_tekst(_on_volgorde(Bron, out)))
        self.new_bronnen[code] = out
        if url:
            self._woorden_in_adres(str(url))
        return code

    def _block_of_bron(self, out: RawBlock) -> None:
        if "url" not in out and "vindplaats" not in out:
            out["vindplaats"] = self._enkel(_veld(Bron, "vindplaats"))
        self._fill_dag(out, "geraadpleegd", self.dag)
        self._block(Bron, out)
        if "id" not in out:
            occupied = {bron.slug for bron in self.corpus.every(Bron)} | {*self.new_bronnen}
            code = _code(str(out.get("url") or out["uitgever"]), str(out["datum"]), occupied)
            self._fill(out, "id", f"bron:{code}", f"de code is {code}")

    def _woorden_in_adres(self, url: str) -> None:
        foreign = foreign_woorden(self.corpus, url)
        if not foreign:
            return
        self.gesprek.zeg(f"  Nieuwe woorden in het adres: {', '.join(foreign)}.")
        if self.gesprek.ja("Is een daarvan de naam van een mens?", proposal=False):
            self.gesprek.zeg(
                "  Zoek een adres zonder naam. Is dat er niet, lees dan data/bronadressen.yml."
            )
            return
        add_woorden(self.jobs, foreign)

    # --- proposals ----------------------------------------------------------------------------

    def _slug(self, model: type[Bestandsrecord], titel: str) -> str:
        occupied = {record.pad for record in self.corpus.every(model)}

        def fits(slug: str) -> bool:
            if SLUG.fullmatch(slug) is None:
                self.gesprek.zeg("  Gebruik kleine letters, cijfers en streepjes.")
                return False
            if f"{model.mapnaam}/{slug}/" in occupied:
                self.gesprek.zeg(f"  {model.soort}:{slug} bestaat al. Kies een andere naam.")
                return False
            return True

        return self.gesprek.vraag("Naam in het adres", slug_of(titel), fits)

    def _proposal(self, veld: Veld, until_now: RawBlock) -> str:
        if veld.model is Leerpunt and veld.naam == "nummer":
            letter = "V" if until_now.get("herkomst") == "verwant" else "L"
            return free_nummer(self.corpus, letter)
        if veld.model is Instrument and veld.naam == "volgorde":
            return str(len(self.corpus.every(Instrument)) + 1)
        if veld.naam in ("stand", "zekerheid") and "bronnen" in until_now:
            return self._proposed_proof(veld.naam, until_now["bronnen"])
        return ""

    def _voorgestelde_woorden(self, until_now: RawBlock) -> str:
        """Return what readers say for the words of the title, from the list of synonyms."""
        titel = alphabetical(str(until_now.get("titel", "")))
        found: dict[str, None] = {}
        for groep in self.corpus.synoniemen.synoniemen:
            if any(alphabetical(woord) in titel.split() for woord in groep.termen):
                found |= dict.fromkeys(w for w in groep.termen if alphabetical(w) not in titel)
        return ", ".join([*found][:_COUNT_VOORSTELLEN])


# --- small questions about types and texts -------------------------------------------------------


def slug_of(titel: str) -> str:
    """Return a title as the name of a file: small letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _free(base: str, occupied: Collection[object]) -> str:
    """Return a key that no other part has."""
    candidates_ = (base, *(f"{base}-{nummer}" for nummer in range(2, 100)))
    return next(one for one in candidates_ if one not in occupied)


def _apart(tekst: str) -> list[str]:
    return [woord.strip() for woord in tekst.split(",") if woord.strip()]


def _accounted_for(out: RawBlock) -> set[str]:
    """Return the fields of which a record says already why they are empty."""
    return {str(one["veld"]) for naam in _ACCOUNTED for one in out.get(naam, ())}


def _of_which(out: RawBlock) -> str:
    """Return of what something was filled in, if that has a name."""
    named = next((str(out[naam]) for naam in (*_NAMES, "tekst", "url") if naam in out), "")
    return f" van „{shorten(named, 60, placeholder=' …')}”" if named else ""


def _soortnaam(soorten: Sequence[str]) -> str:
    namen = [PER_SOORT[one].enkelvoud.lower() if one in PER_SOORT else one for one in soorten]
    return " of ".join(namen) if len(namen) <= _FEW else "record"


def _code(where: str, datum: str, occupied: Collection[str]) -> str:
    """Return a free code for a source: where it stands and its year."""
    part = urlsplit(where).hostname or where
    naam = part.removeprefix("www.").split(".")[0]
    jaar = re.search(r"[0-9]{4}", datum)
    letters = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKD", naam).upper())[:6] or "BRON"
    return _free(f"{letters}{jaar[0][2:] if jaar else ''}", occupied)


def _veld(model: type[BaseModel], naam: str) -> Veld:
    return next(veld for veld in velden(model) if veld.naam == naam)


def _at_least(model: type[BaseModel], veld: Veld) -> int:
    """Return how many a list has to hold."""
    own = getattr(model, f"min_{veld.naam}", 0)
    lengths = [part.min_length for part in veld.info.metadata if isinstance(part, MinLen)]
    return max([own, *lengths]) if is_list(veld.info) else 0


def _element(info: FieldInfo) -> tuple[Any, Term | Verwijzing | None]:
    """Return the type of one value of a field, and the mark that says what it is."""
    soort: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    if is_list(info):
        soort = typing.get_args(_kern(info.annotation))[0]
    return soort, _mark(soort)


def _mark(soort: object) -> Term | Verwijzing | None:
    parts = typing.get_args(soort)
    put = [part for part in parts if isinstance(part, Term | Verwijzing)]
    inner = [] if typing.get_origin(soort) is Literal else [_mark(part) for part in parts]
    return next((one for one in (*put, *inner) if one is not None), None)


def _kern(soort: object) -> object:
    """Return what an optional or marked type is about."""
    origin = typing.get_origin(soort)
    if origin is Annotated:
        return _kern(typing.get_args(soort)[0])
    if origin is not None and type(None) in typing.get_args(soort):
        return _kern(next(part for part in typing.get_args(soort) if part is not type(None)))
    return soort


def _fixed_choices(soort: object) -> tuple[str, ...]:
    kern = _kern(soort)
    return typing.get_args(kern) if typing.get_origin(kern) is Literal else ()


def _as_yaml(soort: object, tekst: str) -> object:
    """Return what an editor would have typed in the file: a number bare, the rest as text."""
    kern = _kern(soort)
    if kern in (date, Peildatum):
        tekst = notation_of(tekst)
    if kern in (int, Peildatum) and re.fullmatch(r"[0-9]{1,9}", tekst):
        return int(tekst)
    if kern is float and re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", tekst):
        return float(tekst.replace(",", "."))
    return tekst


def _on_volgorde(model: type[BaseModel], velden_: RawBlock) -> RawBlock:
    namen = [info.alias or naam for naam, info in model.model_fields.items()]
    head = ("id", "titel", "samenvatting") if issubclass(model, Record) else ()
    kop = [naam for naam in namen if naam in head]
    ending = [naam for naam in namen if issubclass(model, Record) and naam in EVERYWHERE - {*kop}]
    middle = [naam for naam in namen if naam not in (*kop, *ending)]
    return {naam: velden_[naam] for naam in (*kop, *middle, *ending) if naam in velden_}


def _jaar_later(dag: date) -> date:
    try:
        return dag.replace(year=dag.year + 1)
    except ValueError:  # 29 February
        return dag.replace(year=dag.year + 1, day=28)
