"""A form in the terminal, made from the model: which fields, of what kind, with which choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten
from typing import Any

from pydantic import BaseModel

from macros.check.adressen import foreign_woorden
from macros.check.recht import DECIDES, free_nummer
from macros.check.timeliness import FINISHED, ONGOING, half_jaar_after
from macros.corpus.volgorde import alphabetical
from macros.load.error import did_you_mean
from macros.model.base import SLUG, Bewering, Onbekend, Record, Term, Verwijzing, Zin
from macros.model.dates import Peildatum, dag_in_words, months_after
from macros.model.kennis import Bron, Uitleg
from macros.model.leerpunt import (
    Artikel,
    Leerpunt,
    Spoor,
    Stap,
    Wetverwijzing,
)
from macros.model.recht import Wetsvoorstel
from macros.model.soorten import Bestandsrecord
from macros.redactie.asking import NOTHING, Asking
from macros.redactie.bronwoorden import add_woorden
from macros.redactie.road import (
    AT_ONCE,
    CERTAIN,
    FROM_STEPS,
    NATURE,
    NEARLY_ALWAYS,
    accounted_for,
    begins,
    is_text,
    rare,
    road,
)
from macros.redactie.typed import (
    RawBlock,
    apart,
    artikelen_in,
    artikelen_said,
    at_least,
    code_of,
    element,
    free,
    meant,
    on_volgorde,
    slug_of,
    veld_of,
)
from macros.redactie.velden import Veld, blocks, is_list
from macros.redactie.writing import as_tekst

_PROOF = ("bronnen", "stand", "zekerheid")
"""What a statement often shares with the one before it."""
_NAMES = ("titel", "naam", "kop")
"""The fields from which the key of a part follows."""
_COUNT_VOORSTELLEN = 4
_PAST_NIET = "past niet"
_MORE = "meer"
_PARTLY_READ = (
    "  Las u de zin zelf in wat u van de bron zag? Kies dan het nummer, en als zekerheid primair."
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was filled in without a question, and how it is asked when the editor says no."""

    what: Callable[[], str]
    ask: Callable[[], None]


@dataclass
class Form(Asking):
    """Asks for what a record needs; ``jobs`` takes in the sources that are made on the way."""

    made: list[str] = field(default_factory=list)
    """The sources that were made in this talk; others came with a draft, and stay as they are."""
    filled: list[str] = field(default_factory=list)
    """What follows from the other answers: the editor hears it at the end."""
    proposed: list[Proposal] = field(default_factory=list)
    """What was filled in and may have to be otherwise: the editor says so at the end."""
    extra: list[tuple[str, Veld, RawBlock]] = field(default_factory=list)
    """Fields that may stay empty, with the block they belong to."""
    previous: dict[str, RawBlock] = field(default_factory=dict)
    """The proof of the last statement of each list."""
    partly_read: bool = False
    """Whether a statement may be first-hand that is not proposed as such."""
    whole: RawBlock = field(default_factory=dict)
    """The record that is being made."""

    # --- a record -----------------------------------------------------------------------------

    def record(self, model: type[Bestandsrecord], given: Mapping[str, Any]) -> RawBlock:
        """Return all fields of a new record, in the order in which they are written."""
        self.whole = out = dict(given)
        if "id" not in out:
            if "titel" not in out:
                out["titel"] = self._vraag(veld_of(model, "titel"), out)
            self._propose_slug(model, out)
        self._block(model, out, label="")
        if issubclass(model, Record):
            checked = {"datum": self.dag.isoformat(), "rol": "redactie"}
            self._fill(out, "gecontroleerd", checked, f"{dag_in_words(self.dag)}, redactie")
            self._propose_dag(model, out, "controle_voor", months_after(self.dag, 12))
        if model is Wetsvoorstel and out["status"] not in FINISHED:
            self._propose_dag(model, out, "kijk_opnieuw", half_jaar_after(self.dag))
        for spoor in out.get("sporen", ()):
            bill = self._bill(spoor)
            if spoor["status"] in ONGOING and (bill is None or bill.kijk_opnieuw is None):
                self._propose_dag(Spoor, spoor, "kijk_opnieuw", half_jaar_after(self.dag))
        self.confirm()
        for spoor in out.get("sporen", ()):
            on_volgorde(Spoor, spoor)
        return on_volgorde(model, out)

    def block(self, model: type[BaseModel]) -> RawBlock:
        """Return the fields of one block, such as a statement."""
        out: RawBlock = {}
        self._block(model, out, label="")
        self.confirm()
        return on_volgorde(model, out)

    def confirm(self) -> None:
        """Let the editor see what was filled in without a question, and change it or add more."""
        while self.proposed or self.filled or self._open():
            if self.proposed or self.filled:
                self.gesprek.zeg("\nZelf ingevuld:")
            for nummer, one in enumerate(self.proposed, start=1):
                self.gesprek.zeg(f"  {nummer:>2}  {one.what()}")
            for said in self.filled:
                self.gesprek.zeg(f"   –  {said}")
            if self.partly_read:
                self.gesprek.zeg(_PARTLY_READ)
            more = f"; {_MORE} = nog een veld" if self._open() else ""
            number = "; een nummer = dat anders" if self.proposed else ""
            tekst = f"Klopt dit zo? (Enter = ja{number}{more})"
            answer = self.gesprek.vraag(tekst, "ja", self._is_answer)
            if answer.casefold() in ("j", "ja"):
                break
            if answer.casefold() == _MORE:
                self._ask_more()
            else:
                for part in apart(answer):
                    self.proposed[int(part) - 1].ask()
        for code in self.made:
            self._lay_bron(code, self.new_bronnen[code])
        self.proposed.clear()
        self.filled.clear()
        self.extra.clear()

    def _is_answer(self, typed: str) -> bool:
        if typed.casefold() in ("j", "ja") or (typed.casefold() == _MORE and self._open()):
            return True
        parts = apart(typed)
        if parts and all(p.isdecimal() and 1 <= int(p) <= len(self.proposed) for p in parts):
            return True
        self.gesprek.zeg("  Typ Enter, of het nummer van wat anders moet.")
        return False

    def _open(self) -> list[tuple[str, Veld, RawBlock]]:
        """Return the fields that are still empty and may be filled in."""
        return [
            (f"{label}.{veld.naam}" if label else veld.naam, veld, out)
            for label, veld, out in self.extra
            if veld.naam not in out and veld.naam not in accounted_for(out)
        ]

    def _ask_more(self) -> None:
        allowed = self._open()
        choices = [(naam, veld.uitleg) for naam, veld, _ in allowed]
        naam = self.gesprek.choose("Welk veld? (Enter als u klaar bent)", choices, may_stop=True)
        for one, veld, out in allowed:
            if one == naam:
                out[veld.naam] = self._vraag(veld, out)
                on_volgorde(veld.model, out)

    # --- a block ------------------------------------------------------------------------------

    def _block(
        self,
        model: type[BaseModel],
        out: RawBlock,
        within: str = "",
        siblings: Sequence[RawBlock] = (),
        label: str | None = None,
    ) -> None:
        """Ask for the fields of a block; with a ``label`` its rare fields are offered at the end.

        ``within`` is the list that it stands in.
        """
        for veld in road(model):
            naam = veld.naam
            if naam in out or naam in accounted_for(out) or self._follows(model, naam, out):
                continue
            if naam in AT_ONCE.get(model, ()):
                self._at_once(model, out)
            elif naam == "bronnen" and issubclass(model, Bewering):
                self._proof(model, out, within)
            elif veld.required or at_least(model, veld):
                out[naam] = self._vraag(veld, out)
            elif veld.accounted:
                self._of_onbekend(veld, out)
            elif naam in NEARLY_ALWAYS.get(model, ()):
                self._if_any(veld, out)
        self._derive(model, out, siblings)
        on_volgorde(model, out)
        if issubclass(model, Bewering):
            self.previous[within] = {naam: out[naam] for naam in _PROOF}
        if label is not None:
            self.extra += [(label, veld, out) for veld in rare(model, out)]

    def _follows(self, model: type[BaseModel], naam: str, out: RawBlock) -> bool:
        """Fill in a field that follows from the answers before it; tell whether it did."""
        if model is Leerpunt and naam == "nummer":
            letter = "V" if out["herkomst"] == "verwant" else "L"
            out["nummer"] = free_nummer(self.corpus, letter)
            self._propose(Leerpunt, out, "nummer")
        elif model is Wetverwijzing and naam == "artikelen" and artikelen_in(out["tekst"]):
            self._propose_artikelen(out)
        elif model is Bron and naam == "aard" and out["bronsoort"] in NATURE:
            out["aard"] = NATURE[out["bronsoort"]]
            self._propose(Bron, out, "aard")
        return naam in out

    def _at_once(self, model: type[BaseModel], out: RawBlock) -> None:
        """Ask for some short choices in one answer."""
        asked = [veld_of(model, naam) for naam in AT_ONCE[model] if naam not in out]
        groups = {veld.naam: self._choices_of(veld) for veld in asked}
        out |= self.gesprek.choose_each({v.naam: v.uitleg for v in asked}, groups)

    def _of_onbekend(self, veld: Veld, out: RawBlock) -> None:
        """Ask for a field that is answered or accounted for."""
        kop = begins(blocks(veld.info)[0]) if blocks(veld.info) else None
        if kop is None:
            self._choose_onbekend(veld, out)
            return
        self.tell(veld)
        self._once(
            "  Staat het in geen openbare bron? Typ dan de vraag, met een vraagteken. "
            f"Past het niet bij dit record? Typ „{_PAST_NIET}”."
        )
        soort, _ = element(kop.info)

        def fits(typed: str) -> bool:
            if typed.casefold() == _PAST_NIET:
                return True
            return self._fits(Zin if typed.endswith("?") else soort, typed)

        typed = self.gesprek.vraag(f"{veld.naam} ({kop.naam})", "", fits)
        if typed.casefold() == _PAST_NIET:
            self._account("niet_van_toepassing", {"veld": veld.naam}, out)
        elif typed.endswith("?"):
            self._account("onbekend", {"veld": veld.naam, "vraag": typed}, out)
        else:
            out[veld.naam] = self._blocks(veld, {kop.naam: meant(soort, typed)})

    def _choose_onbekend(self, veld: Veld, out: RawBlock) -> None:
        self.tell(veld)
        choices = [
            ("invullen", "een openbare bron vertelt het"),
            ("onbekend", "er is gezocht en niets gevonden"),
            ("niet-van-toepassing", "het past niet bij dit record"),
        ]
        chosen = self.gesprek.choose(f"Wat is het bij {veld.naam}?", choices, "invullen")
        if chosen == "invullen":
            out[veld.naam] = self._vraag(veld, out)
        else:
            self._account(chosen.replace("-", "_"), {"veld": veld.naam}, out)

    def _account(self, soort: str, block: RawBlock, out: RawBlock) -> None:
        """Write down why a field stays empty."""
        (model,) = blocks(Record.model_fields[soort])
        self._block(model, block, label=block["veld"])
        out[soort] = [*out.get(soort, ()), block]

    def _if_any(self, veld: Veld, out: RawBlock) -> None:
        """Ask for a field that may stay empty; Enter leaves it so."""
        self.tell(veld)
        inner = blocks(veld.info)
        _, mark = element(veld.info)
        if inner and inner[0] is Artikel:
            artikelen = self._artikelen(veld, may_stop=True)
            if artikelen:
                out[veld.naam] = artikelen
        elif inner:
            kop = begins(inner[0])
            assert kop is not None  # noqa: S101  only lists of statements are asked like this
            typed = self._text(kop, f"{veld.naam} ({kop.naam}; Enter = {NOTHING})", may_stop=True)
            if typed:
                out[veld.naam] = self._blocks(veld, {kop.naam: typed})
        elif isinstance(mark, Verwijzing):
            found = self._search(mark.soorten, several=False, proposal=NOTHING)
            if found:
                out[veld.naam] = found[0]
        else:
            typed = self._text(veld, f"{veld.naam} (Enter = {NOTHING})", may_stop=True)
            if typed:
                out[veld.naam] = typed

    # --- what follows from other answers ------------------------------------------------------

    def _fill(self, out: RawBlock, naam: str, waarde: object, said: str) -> None:
        """Fill in a field and remember to say so; what is there stays."""
        if naam not in out:
            out[naam] = waarde
            self.filled.append(f"{naam}{_of_which(out)}: {said}")

    def _propose(
        self, model: type[BaseModel], out: RawBlock, *namen: str, because: str = ""
    ) -> None:
        """Remember that these fields were filled in, and may have to be otherwise."""

        def what() -> str:
            said = ", ".join(_said(out[naam]) for naam in namen)
            return f"{' en '.join(namen)}{_of_which(out)}: {said}{because}"

        def ask() -> None:
            for naam in namen:
                veld = veld_of(model, naam)
                self.tell(veld)
                out[naam] = self.enkel(veld, out, str(out[naam]))

        self.proposed.append(Proposal(what, ask))

    def _propose_dag(self, model: type[BaseModel], out: RawBlock, naam: str, dag: date) -> None:
        if naam not in out:
            out[naam] = dag.isoformat()
            self._propose(model, out, naam)

    def _propose_slug(self, model: type[Bestandsrecord], out: RawBlock) -> None:
        """Let the title give the address; one that is taken gets a number."""
        occupied = {record.pad for record in self.corpus.every(model)}
        taken = {pad.split("/")[-2] for pad in occupied}
        out["id"] = f"{model.soort}:{free(slug_of(str(out['titel'])), taken)}"

        def fits(slug: str) -> bool:
            if SLUG.fullmatch(slug) is None:
                self.gesprek.zeg("  Gebruik kleine letters, cijfers en streepjes.")
                return False
            if slug in taken:
                self.gesprek.zeg(f"  {model.soort}:{slug} bestaat al. Kies een andere naam.")
                return False
            return True

        def ask() -> None:
            slug = self.gesprek.vraag("Naam in het adres", out["id"].partition(":")[2], fits)
            out["id"] = f"{model.soort}:{slug}"

        what = "naam in het adres"
        self.proposed.append(Proposal(lambda: f"{what}: {out['id'].partition(':')[2]}", ask))

    def _propose_artikelen(self, out: RawBlock) -> None:
        """Take the articles from the sentence that names them."""
        out["artikelen"] = artikelen_in(out["tekst"])

        def ask() -> None:
            found = self._artikelen(veld_of(Wetverwijzing, "artikelen"), may_stop=True)
            out.pop("artikelen")
            if found:
                out["artikelen"] = found
            on_volgorde(Wetverwijzing, out)

        def what() -> str:
            said = artikelen_said(out.get("artikelen", ())) or NOTHING
            return f"artikelen{_of_which(out)}: {said}"

        self.proposed.append(Proposal(what, ask))

    def _derive(self, model: type[BaseModel], out: RawBlock, siblings: Sequence[RawBlock]) -> None:
        by_itself = FROM_STEPS.get(model, ())
        if "sleutel" in by_itself and "sleutel" not in out:
            named = next(str(out[naam]) for naam in _NAMES if naam in out)
            out["sleutel"] = free(slug_of(named), {part["sleutel"] for part in siblings})
        if model in (Spoor, Wetsvoorstel):  # the steps of an instrument are something else
            self._leidt_tot(model, out)
        if "stand" in by_itself:
            stand = max((stap["stand"] for stap in out["stappen"]), key=Peildatum.parse)
            self._fill(out, "stand", stand, f"{Peildatum.parse(stand)}, van de laatste stap")
        bill = self._bill(out) if model is Spoor else None
        if bill is not None and bill.wet is not None and "wet" not in out:
            out["wet"] = bill.wet
            self._propose(model, out, "wet")

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
        on_volgorde(Stap, stap)

    # --- one field ----------------------------------------------------------------------------

    def _vraag(self, veld: Veld, until_now: RawBlock) -> object:
        self.tell(veld)
        inner = blocks(veld.info)
        if inner and inner[0] is Artikel:
            artikelen = self._artikelen(veld, may_stop=False)
            return artikelen if is_list(veld.info) else artikelen[0]
        if inner and is_list(veld.info):
            return self._blocks(veld, self._first(veld, inner[0]))
        if inner:
            block: RawBlock = {}
            self._block(inner[0], block, veld.naam, label=veld.naam)
            return block
        if is_list(veld.info):
            return self._list(veld, until_now)
        return self.enkel(veld, until_now)

    def _first(self, veld: Veld, model: type[BaseModel]) -> RawBlock:
        kop = begins(model)
        return {kop.naam: self._text(kop, f"{veld.naam} ({kop.naam})")} if kop else {}

    def _blocks(self, veld: Veld, begun: RawBlock) -> list[RawBlock]:
        """Ask for the blocks of a list, of which the first has begun."""
        (model,) = blocks(veld.info)
        out: list[RawBlock] = []
        block: RawBlock | None = begun
        while block is not None:
            self._block(model, block, veld.naam, out)
            out.append(block)
            block = self._another(veld, model, block)
        return out

    def _another(self, veld: Veld, model: type[BaseModel], last: RawBlock) -> RawBlock | None:
        """Ask for another of a list; the name of a rare field asks for that of the last one."""
        kop = begins(model)
        while True:
            more = {one.naam: one for one in rare(model, last)}
            also = f"; bij de vorige ook: {', '.join(more)}" if more else ""
            tekst = f"Nog een bij {veld.naam}? ({kop.naam if kop else 'ja'}; Enter = klaar{also})"

            def fits(typed: str, more: Mapping[str, Veld] = more) -> bool:
                naam, tekst = _names_field(typed, more)
                if not typed or (naam and not tekst):
                    return True
                if naam:
                    return self._fits(element(more[naam].info)[0], tekst)
                hint = did_you_mean(typed, more) if " " not in typed else None
                if hint:
                    self.gesprek.zeg(f"  „{typed}” bestaat niet; {hint}")
                    return False
                if kop is None:
                    return typed.casefold() in ("j", "ja")
                return self._fits(element(kop.info)[0], typed)

            typed = self.gesprek.vraag(tekst, "", fits)
            if not typed:
                return None
            naam, said = _names_field(typed, more)
            if not naam:
                return {kop.naam: meant(element(kop.info)[0], typed)} if kop else {}
            chosen = more[naam]
            last[naam] = meant(element(chosen.info)[0], said) if said else self._vraag(chosen, last)
            on_volgorde(model, last)

    def _list(self, veld: Veld, until_now: RawBlock) -> list[str]:
        soort, mark = element(veld.info)
        count = max(at_least(veld.model, veld), 1)
        if isinstance(mark, Term):
            return self.gesprek.choose_some(veld.naam, self._termen(mark.as_), count)
        if isinstance(mark, Verwijzing):
            near = self._involved() if veld.model is Onbekend else []
            found = self._verwijzingen(mark.soorten, count, ", ".join(near))
            return found or near
        return self._woorden(veld, soort, until_now, count)

    def _involved(self) -> list[str]:
        """Return the organisations that this record names: whom an open question goes to."""
        named = (one.get("organisatie") for one in self.whole.get("organisaties", ()))
        return list(dict.fromkeys(str(one) for one in named if one))

    def _woorden(self, veld: Veld, soort: object, until_now: RawBlock, count: int) -> list[str]:
        proposal = self._voorgestelde_woorden(until_now) if veld.naam == "zoektermen" else ""

        def fits(tekst: str) -> bool:
            woorden = apart(tekst)
            if len(woorden) < count:
                self.gesprek.zeg(f"  Geef er ten minste {count}.")
                return False
            return all(self._fits(soort, woord) for woord in woorden)

        return apart(self.gesprek.vraag(f"{veld.naam}, met komma’s ertussen", proposal, fits))

    # --- the proof of a statement -------------------------------------------------------------

    def _proof(self, model: type[Bewering], out: RawBlock, within: str) -> None:
        """Ask for the sources; what they say of date and certainty is proposed at the end.

        Enter takes the proof of the statement before in the same list: one of another kind seldom
        stands in the same place. Of a step the day is asked all the same: it is when that step
        was, not when somebody wrote of it.
        """
        self.tell(veld_of(model, "bronnen"))
        previous = self.previous.get(within)
        same = ""
        if previous:
            codes = ", ".join(previous["bronnen"])
            when = "" if model is Stap else f"{Peildatum.parse(previous['stand'])}; "
            same = f"zelfde als vorige: {codes}; {when}{previous['zekerheid']}"
        found = self._verwijzingen(("bron",), 1, same)
        if previous and not found:
            out |= {n: v for n, v in previous.items() if n != "stand" or model is not Stap}
        else:
            out["bronnen"] = found
        stand = self._proposed_stand(out["bronnen"])
        if "stand" not in out and (model is Stap or not stand):
            veld = veld_of(model, "stand")
            self.tell(veld)
            out["stand"] = self.enkel(veld, out, stand)
        if "zekerheid" in out:
            return
        namen = ("zekerheid",) if "stand" in out else ("stand", "zekerheid")
        out.setdefault("stand", meant(Peildatum, stand))
        out["zekerheid"], because = self._proposed_zekerheid(out["bronnen"])
        if model is Uitleg and within not in self.previous and out["zekerheid"] == "primair":
            self.tell(veld_of(model, "bron_omschrijft"))
            if self.gesprek.ja("Zegt de bron zelf wat het woord betekent?", proposal=False):
                out["bron_omschrijft"] = True
            else:
                out["zekerheid"] = "afgeleid"
        self._propose(model, out, *namen, because=because)

    def _proposed_stand(self, codes: Sequence[str]) -> str:
        """Return of when a statement is, if its source says so; our own knowledge is of today."""
        if len(codes) != 1:
            return ""
        datum, aard, _ = self._bron(codes[0])
        if aard == "eigen":
            return self.dag.isoformat()
        return datum if Peildatum.parse(datum).dated else ""

    def _proposed_zekerheid(self, codes: Sequence[str]) -> tuple[str, str]:
        """Return how sure it is, and why not surer; only who read it all has it first-hand."""
        bronnen = {code: self._bron(code) for code in codes}
        natures = {aard for _, aard, _ in bronnen.values()}
        if natures == {"eigen"}:
            return "afgeleid", ""
        primary = {code: gezien for code, (_, aard, gezien) in bronnen.items() if aard == "primair"}
        if not primary:
            return "secundair", ""
        certain = {CERTAIN.get(gezien, "secundair") for gezien in primary.values()}
        if "primair" in certain:
            return "primair", ""
        code, gezien = next(iter(primary.items()))
        label = self.corpus.per_term["gezien", gezien].label.lower()
        best = "secundair" if "secundair" in certain else "afgeleid"
        self.partly_read = True
        return best, f" (van {code}: {label})"

    def _bron(self, code: str) -> tuple[str, str, str]:
        """Return date, nature and what was seen of a source, made now or before."""
        if code in self.new_bronnen:
            made = self.new_bronnen[code]
            return str(made["datum"]), str(made["aard"]), str(made["gezien"])
        bron = self.corpus.records[f"bron:{code}"]
        assert isinstance(bron, Bron)  # noqa: S101  its code was just found among them
        return bron.datum.notation(), bron.aard, bron.gezien

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
        self.new_bronnen[code] = out
        self.made.append(code)
        if url:
            self._woorden_in_adres(str(url))
        return code

    def _lay_bron(self, code: str, out: RawBlock) -> None:
        naam = f"data/{Bron.mapnaam}/{code}.yml"
        self.jobs.put_link(naam, as_tekst(on_volgorde(Bron, out)))

    def _block_of_bron(self, out: RawBlock) -> None:
        if "url" not in out and "vindplaats" not in out:
            out["vindplaats"] = self.enkel(veld_of(Bron, "vindplaats"), out)
        out.setdefault("geraadpleegd", self.dag.isoformat())
        self._block(Bron, out)
        if self.whole.get("herkomst") == "pmm" and "situatie" not in self.whole:
            # Only a source about PMM itself can say that this comes from PMM.
            self._if_any(veld_of(Bron, "over_pmm"), out)
        if "id" not in out:
            occupied = {bron.slug for bron in self.corpus.every(Bron)} | {*self.new_bronnen}
            code = code_of(str(out.get("url") or out["uitgever"]), str(out["datum"]), occupied)
            said = f"{code}, geraadpleegd op {_said(out['geraadpleegd'])}"
            self._fill(out, "id", f"bron:{code}", said)
        code = str(out["id"]).partition(":")[2]
        self.extra += [(code, veld, out) for veld in rare(Bron, out)]

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

    def _voorgestelde_woorden(self, until_now: RawBlock) -> str:
        """Return what readers say for the words of the title, from the list of synonyms."""
        titel = alphabetical(str(until_now.get("titel", "")))
        found: dict[str, None] = {}
        for groep in self.corpus.synoniemen.synoniemen:
            if any(alphabetical(woord) in titel.split() for woord in groep.termen):
                found |= dict.fromkeys(w for w in groep.termen if alphabetical(w) not in titel)
        return ", ".join([*found][:_COUNT_VOORSTELLEN])


def _names_field(typed: str, more: Mapping[str, Veld]) -> tuple[str, str]:
    """Return the field that an answer names, and the text behind it: „opmerking: Let op.”."""
    naam, colon, tekst = (part.strip() for part in typed.partition(":"))
    if naam.casefold() not in more or (tekst and not is_text(more[naam.casefold()])):
        return "", ""
    return naam.casefold(), tekst if colon else ""


def _of_which(out: RawBlock) -> str:
    """Return of what something was filled in, if that has a name."""
    named = next((str(out[naam]) for naam in (*_NAMES, "tekst", "url") if naam in out), "")
    return f" van „{shorten(named, 45, placeholder=' …')}”" if named else ""


def _said(waarde: object) -> str:
    """Return a value as one says it."""
    try:
        return str(Peildatum.parse(waarde))
    except ValueError:
        return str(waarde)
