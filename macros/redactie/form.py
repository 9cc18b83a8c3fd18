"""A form in the terminal, made from the model: which fields, of what kind, with which choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any

from pydantic import BaseModel

from macros.check.adressen import foreign_woorden
from macros.check.recht import DECIDES, free_nummer
from macros.check.timeliness import FINISHED, ONGOING, half_jaar_after
from macros.corpus.volgorde import alphabetical
from macros.load.error import did_you_mean
from macros.model.base import (
    MAX_SAMENVATTING,
    SLUG,
    Bewering,
    Onbekend,
    Record,
    Term,
    Verwijzing,
    Zin,
)
from macros.model.dates import Peildatum, dag_in_words, months_after
from macros.model.kennis import Bron, Uitleg
from macros.model.leerpunt import (
    Artikel,
    Betrokkene,
    Leerpunt,
    Spoor,
    Stap,
    Wetverwijzing,
)
from macros.model.organisatie import Vermelding
from macros.model.recht import Wetsvoorstel
from macros.model.soorten import Bestandsrecord
from macros.redactie.asking import NOTHING
from macros.redactie.bronwoorden import add_woorden
from macros.redactie.found import (
    gemeenten_in,
    names_bill,
    organisaties_in,
    wetten_in,
    zinnen_in,
)
from macros.redactie.gesprek import BACK, WHY
from macros.redactie.proving import NAMES, PROOF, Proposal, Proving, Statement, of_which, said
from macros.redactie.road import (
    ALL_AT_ONCE,
    AT_ONCE,
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
from macros.redactie.velden import Veld, blocks, is_list, velden
from macros.redactie.writing import as_tekst

_COUNT_VOORSTELLEN = 4
_PAST_NIET = "past niet"
_NO_DATE = "De bron noemt geen datum."
_NO_DATE_SEEN = "In het deel dat is gezien, staat geen datum."
_DECIDES = {"collegebesluit": "Het college", "raadsbesluit": "De gemeenteraad"}
"""Who decides to join, by the kind of the source."""
_OUTCOMES = (
    ("aangesloten", "er is besloten om aan te sluiten, of zij is aangesloten"),
    ("samenwerkend", "zij werkt samen, of heeft het voornemen om aan te sluiten"),
)


@dataclass
class Form(Proving):
    """Asks for what a record needs; ``jobs`` takes in the sources that are made on the way."""

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
            self.fill(out, "gecontroleerd", checked, f"{dag_in_words(self.dag)}, redactie")
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

    def vermelding(self, gemeente: str) -> RawBlock:
        """Return what a source says of a municipality and PMM: first the source, then what."""
        self.gemeente = gemeente
        out: RawBlock = {"bronnen": self._verwijzingen(("bron",), 1)}
        out["uitkomst"] = self.gesprek.choose("uitkomst", _OUTCOMES, shown=True)
        veld = veld_of(Vermelding, "tekst")
        self.tell(veld)
        out["tekst"] = self._text(veld, "tekst", self._of_college(out))
        self.weigh(Vermelding, out, "")
        self._block(Vermelding, out, label="")
        self.confirm()
        return on_volgorde(Vermelding, out)

    def _of_college(self, out: RawBlock) -> str:
        """Return the sentence on a decision to join: all of it was answered already."""
        if out["uitkomst"] != "aangesloten" or len(out["bronnen"]) != 1:
            return ""
        (code,) = out["bronnen"]
        datum = Peildatum.parse(self.bron(code)[0])
        whole_dag = datum.begin is not None and datum.begin.dag is not None and datum.eind is None
        who = _DECIDES.get(self.bronsoort(code))
        if who is None or not whole_dag:
            return ""
        said = f"{who} van {self.gemeente} besloot op {datum}"
        return f"{said} dat de gemeente zich aansluit bij PMM."

    def empty(self) -> list[tuple[str, Veld, RawBlock]]:
        """Return the fields that are still empty, and the lists of statements that may get more."""
        return [
            (f"{label}.{veld.naam}" if label else veld.naam, veld, out)
            for label, veld, out in self.extra
            if _may_grow(veld) or (veld.naam not in out and veld.naam not in accounted_for(out))
        ]

    def ask_more(self) -> None:
        """Let the editor name the fields that she wants to fill in as well."""
        allowed = self.empty()
        choices = [(naam, veld.uitleg) for naam, veld, _ in allowed]
        chosen = self.gesprek.choose_some("Welke velden? Enter = geen", choices, 0)
        for one, veld, out in allowed:
            if one in chosen and veld.naam in out:
                out[veld.naam] += self._blocks(veld, self._first(veld, blocks(veld.info)[0]))
            elif one in chosen:
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
            if naam == "bronnen" and issubclass(model, Bewering):
                self.prove(model, out, within)
            else:
                self._ask(model, veld, out)
        self._derive(model, out, siblings)
        on_volgorde(model, out)
        if issubclass(model, Bewering):
            self.proved(model, out, within)
        if label is not None:
            grow = [veld for veld in velden(model) if _may_grow(veld) and veld.naam in out]
            self.extra += [(label, veld, out) for veld in (*grow, *rare(model, out))]

    def _ask(self, model: type[BaseModel], veld: Veld, out: RawBlock) -> None:
        """Ask for one field of a block, if it is one that everybody is asked for."""
        naam = veld.naam
        if naam in AT_ONCE.get(model, ()):
            self._at_once(model, out)
        elif naam == "samenvatting":
            out[naam] = self._summary(veld)
        elif veld.required or at_least(model, veld):
            out[naam] = self._vraag(veld, out)
        elif veld.accounted:
            self._of_onbekend(veld, out)
        elif naam in NEARLY_ALWAYS.get(model, ()) and not self._needless(model, naam, out):
            self._if_any(veld, out)

    def _needless(self, model: type[BaseModel], naam: str, out: RawBlock) -> bool:
        """Tell whether nothing that was said gives reason to ask for a field."""
        if (model, naam) != (Spoor, "wetsvoorstel"):
            return False
        said = [out["titel"], *(stap["tekst"] for stap in out["stappen"])]
        return not names_bill(self.corpus, " ".join(said))

    def _summary(self, veld: Veld) -> str:
        """Ask for the summary; what was said first is proposed, as far as it fits."""
        proposal = ""
        for one in self.statements:
            longer = f"{proposal} {one.out['tekst']}".strip()
            if one.within != self.statements[0].within or len(longer) > MAX_SAMENVATTING:
                break
            proposal = longer
        if not proposal:
            self.tell(veld)
        return str(self._text(veld, veld.naam, proposal))

    def _follows(self, model: type[BaseModel], naam: str, out: RawBlock) -> bool:
        """Fill in a field that follows from the answers before it; tell whether it did."""
        if model is Leerpunt and naam == "nummer":
            letter = "V" if out["herkomst"] == "verwant" else "L"
            out["nummer"] = free_nummer(self.corpus, letter)
            self.propose(Leerpunt, out, "nummer")
        elif model is Wetverwijzing and naam == "artikelen" and artikelen_in(out["tekst"]):
            self._propose_artikelen(out)
        elif model is Bron and naam == "aard" and out["bronsoort"] in NATURE:
            out["aard"] = NATURE[out["bronsoort"]]
            self.propose(Bron, out, "aard")
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
        found = self._from_zinnen(blocks(veld.info)[0], veld)
        if found:
            # What no sentence names comes with „meer” at the end.
            out[veld.naam] = found
            return
        soort, _ = element(kop.info)
        asks = veld.uitleg.partition("?")[0] + "?" if "?" in veld.uitleg else ""

        def fits(typed: str) -> bool:
            if typed.casefold() == _PAST_NIET or (asks and not typed):
                return True
            return self._fits(Zin if typed.endswith("?") else soort, typed)

        why = (
            "  Typ wat een openbare bron zegt.",
            "  Zocht u en staat het nergens? Typ dan de vraag, met een vraagteken.",
            f"  Past het niet bij dit record? Typ „{_PAST_NIET}”.",
        )
        self._once(f"  („{WHY}”: als u het niet weet, of als het niet past.)")
        stop = "Enter = gezocht, niet gevonden" if asks else kop.naam
        typed = self.gesprek.vraag(f"{veld.naam} ({stop})", "", fits, why)
        if typed.casefold() == _PAST_NIET:
            self._account("niet_van_toepassing", {"veld": veld.naam}, out)
        elif typed.endswith("?") or not typed:
            self._account("onbekend", {"veld": veld.naam, "vraag": typed or asks}, out)
        else:
            out[veld.naam] = self._blocks(veld, {kop.naam: meant(soort, typed)})

    def _from_zinnen(self, model: type[BaseModel], veld: Veld) -> list[RawBlock]:
        """Return statements on laws or organisations that stand in the sentences typed so far."""
        if model is Wetverwijzing:
            return self._wetten_from_zinnen(veld)
        return self._organisaties_from_zinnen(veld) if model is Betrokkene else []

    def _wetten_from_zinnen(self, veld: Veld) -> list[RawBlock]:
        """Ask of each law in a sentence what it does there; „nee” leaves it out."""
        out: list[RawBlock] = []
        known: list[tuple[str, list[RawBlock]]] = []
        for one in [*self.statements]:
            for wet, artikelen in wetten_in(self.corpus, one.out["tekst"]):
                if (wet.id, artikelen) in known:
                    continue
                known.append((wet.id, artikelen))
                names = f", artikel {artikelen_said(artikelen)}" if artikelen else ""
                short = shorten(one.out["tekst"], 50, placeholder=" …")
                choices = [*self._termen("wetrol"), ("nee", "Deze wet hoort hier niet bij.")]
                rol = self.gesprek.choose(f"rol van {wet.titel}{names} („{short}”)", choices)
                if rol == "nee":
                    continue
                block = {**self._said_in(one), "wet": wet.id, "rol": rol}
                if artikelen:
                    block["artikelen"] = artikelen
                self._block(Wetverwijzing, block, veld.naam, out)
                out.append(block)
        return out

    def _organisaties_from_zinnen(self, veld: Veld) -> list[RawBlock]:
        """Ask which organisations of the sentences have a part in it."""
        first: dict[str, Statement] = {}
        for one in self.statements:
            for organisatie in organisaties_in(self.corpus, one.out["tekst"]):
                first.setdefault(organisatie.slug, one)
            for gemeente in gemeenten_in(self.corpus, one.out["tekst"]):
                first.setdefault(f"gemeente {gemeente}", one)
        if not first:
            return []
        choices = [
            (slug, f"„{shorten(one.out['tekst'], 50, placeholder=' …')}”")
            for slug, one in first.items()
        ]
        choices.append((NOTHING, "geen hiervan"))
        chosen = self.gesprek.choose_some(
            "Welke horen erbij?", choices, proposal=", ".join(first), shown=True
        )
        out: list[RawBlock] = []
        for slug in chosen if NOTHING not in chosen else ():
            # A municipality is no record: her sentence says who she is.
            whom = None if slug.startswith("gemeente ") else f"organisatie:{slug}"
            block = {**self._said_in(first[slug]), "organisatie": whom}
            self._block(Betrokkene, block, veld.naam, out)
            if whom is None:
                del block["organisatie"]
            out.append(block)
        return out

    def _said_in(self, one: Statement) -> RawBlock:
        """Return a statement for another field too: of one sentence there is one proof."""
        kept = ("tekst", *PROOF, "staat_op")
        return {naam: one.out[naam] for naam in kept if naam in one.out}

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
        near = self._involved() if model is Onbekend else []
        if near:
            block["aan"] = near
            self._propose_aan(block)
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
                # Seldom more than one; another can be added at the end.
                out[veld.naam] = []
                self._add(veld, {kop.naam: typed}, out[veld.naam])
        elif isinstance(mark, Verwijzing):
            found = self._search(mark.soorten, several=False, proposal=NOTHING)
            if found:
                out[veld.naam] = found[0]
        else:
            typed = self._text(veld, f"{veld.naam} (Enter = {NOTHING})", may_stop=True)
            if typed:
                out[veld.naam] = typed

    # --- what follows from other answers ------------------------------------------------------

    def _propose_dag(self, model: type[BaseModel], out: RawBlock, naam: str, dag: date) -> None:
        if naam not in out:
            out[naam] = dag.isoformat()
            self.propose(model, out, naam)

    def _propose_slug(self, model: type[Bestandsrecord], out: RawBlock) -> None:
        """Let the title give the address; one that is taken gets a number."""
        occupied = {record.pad for record in self.corpus.every(model)}
        old = self.corpus.old_adressen
        # What stood there before keeps its address: somebody may have kept that.
        vans = [*(row.van for row in old.verhuisd), *(row.van for row in old.ingetrokken)]
        occupied |= {van for van in vans if van.startswith(f"{model.mapnaam}/")}
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

    def _propose_aan(self, block: RawBlock) -> None:
        """Let an open question go to the organisations that this record names."""

        def ask() -> None:
            block["aan"] = self._list(veld_of(Onbekend, "aan"), block)

        self.proposed.append(Proposal(lambda: f"„{block['vraag']}” aan: {said(block['aan'])}", ask))

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
            return f"artikelen{of_which(out)}: {said}"

        self.proposed.append(Proposal(what, ask))

    def _derive(self, model: type[BaseModel], out: RawBlock, siblings: Sequence[RawBlock]) -> None:
        by_itself = FROM_STEPS.get(model, ())
        if "sleutel" in by_itself and "sleutel" not in out:
            named = next(str(out[naam]) for naam in NAMES if naam in out)
            out["sleutel"] = free(slug_of(named), {part["sleutel"] for part in siblings})
        if model in (Spoor, Wetsvoorstel):  # the steps of an instrument are something else
            self._leidt_tot(model, out)
        if "stand" in by_itself:
            self._stand_of_steps(out)
        bill = self._bill(out) if model is Spoor else None
        if bill is not None and bill.wet is not None and "wet" not in out:
            out["wet"] = bill.wet
            self.propose(model, out, "wet")

    def _stand_of_steps(self, spoor: RawBlock) -> None:
        """Let a track be as of its last step, also when that is changed at the end."""
        if "stand" in spoor:
            return

        def follow() -> None:
            stands = (stap["stand"] for stap in spoor["stappen"])
            spoor["stand"] = max(stands, key=Peildatum.parse)

        follow()
        self.following.append(follow)
        self.filled.append(lambda: f"stand{of_which(spoor)}: {said(spoor['stand'])}")

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
            stap = stappen[keys.index(self.gesprek.choose("Welke stap?", choices, shown=True))]
        while stap["zekerheid"] == "afgeleid":
            self.gesprek.zeg(f"  Bij „{status}” hoort een stap die een bron zelf vertelt.")
            self.gesprek.zeg(f"  Noem een bron waarin u die las, of typ {BACK} en kies een andere.")
            stap["bronnen"] = self._verwijzingen(("bron",), 1)
            stap["zekerheid"] = self._proposed_zekerheid(stap["bronnen"])
        self.fill(stap, "leidt_tot", status, status)
        if not Peildatum.parse(stap["stand"]).dated and "opmerking" not in stap:
            read = {"geheel", "bestand"} & {self.bron(code)[2] for code in stap["bronnen"]}
            self.gesprek.zeg("  De lezer ziet bij deze stap waarom er geen datum staat:")
            default = _NO_DATE if read else _NO_DATE_SEEN
            stap["opmerking"] = self._text(veld_of(Stap, "opmerking"), "opmerking", default)
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
        out: list[RawBlock] = []
        self._add(veld, begun, out)
        (model,) = blocks(veld.info)
        if veld.naam in ALL_AT_ONCE.get(veld.model, ()):
            return out
        while (block := self._another(veld, model, out[-1])) is not None:
            self._add(veld, block, out)
        return out

    def _add(self, veld: Veld, begun: RawBlock, out: list[RawBlock]) -> None:
        """Add what has begun to a list; more sentences are as many statements, of one source."""
        (model,) = blocks(veld.info)
        zinnen = zinnen_in(begun["tekst"]) if model in (Bewering, Uitleg, Stap) else []
        shared: tuple[str, ...] = PROOF
        if len(zinnen) > 1:
            what = "bewering"
            if model is Stap:
                # When each step was, its own sentence says.
                what, shared = "stap", tuple(naam for naam in PROOF if naam != "stand")
            self.gesprek.zeg(f"  Dat zijn {len(zinnen)} zinnen: elk wordt een eigen {what}.")
            begun["tekst"] = zinnen[0]
        self._block(model, begun, veld.naam, out)
        out.append(begun)
        for zin in zinnen[1:]:
            block = {"tekst": zin, **{naam: begun[naam] for naam in shared}}
            self._block(model, block, veld.naam, out)
            out.append(block)

    def _another(self, veld: Veld, model: type[BaseModel], last: RawBlock) -> RawBlock | None:
        """Ask for another of a list; the name of a rare field asks for that of the last one."""
        kop = begins(model)
        while True:
            more = {one.naam: one for one in rare(model, last)}
            tekst = f"Nog een bij {veld.naam}? ({'' if kop else 'ja; '}Enter = klaar)"
            also = [f"       {one.naam} – {one.uitleg}" for one in more.values()]
            why = ("  Hoort er nog iets bij de vorige? Typ dan de naam van dat veld:", *also)

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

            typed = self.gesprek.vraag(tekst, "", fits, why if also else ())
            if not typed:
                return None
            naam, behind = _names_field(typed, more)
            if not naam:
                return {kop.naam: meant(element(kop.info)[0], typed)} if kop else {}
            chosen = more[naam]
            last[naam] = (
                meant(element(chosen.info)[0], behind) if behind else self._vraag(chosen, last)
            )
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

        least = f"ten minste {count}, " if count > 1 else ""
        return apart(self.gesprek.vraag(f"{veld.naam} ({least}met komma’s)", proposal, fits))

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

    def lay_bron(self, code: str, out: RawBlock) -> None:
        """Lay a new source ready, as a file."""
        naam = f"data/{Bron.mapnaam}/{code}.yml"
        self.jobs.put_link(naam, as_tekst(on_volgorde(Bron, out)))

    def _block_of_bron(self, out: RawBlock) -> None:
        if "url" not in out and "vindplaats" not in out:
            out["vindplaats"] = self.enkel(veld_of(Bron, "vindplaats"), out)
        out.setdefault("geraadpleegd", self.dag.isoformat())
        self._block(Bron, out)
        if self.whole.get("herkomst") == "pmm" and not self.statements:
            # Only a source about PMM itself can say that this comes from PMM.
            self._if_any(veld_of(Bron, "over_pmm"), out)
        if "id" not in out:
            occupied = {bron.slug for bron in self.corpus.every(Bron)} | {*self.new_bronnen}
            code = code_of(str(out.get("url") or out["uitgever"]), str(out["datum"]), occupied)
            seen = f"{code}, geraadpleegd op {said(out['geraadpleegd'])}"
            self.fill(out, "id", f"bron:{code}", seen)
        code = str(out["id"]).partition(":")[2]
        self.extra += [(code, veld, out) for veld in rare(Bron, out)]

    def may_carry(self, code: str) -> bool:
        """Tell whether a source fits where a point comes from; the check asks for the first."""
        return self._fits_herkomst([code])

    def carries_only(self) -> str:
        """Return which sources alone may carry the first statement of a point."""
        herkomst = self.whole.get("herkomst")
        if herkomst is None or self.statements:
            return ""
        which = "die over PMM zelf gaan" if herkomst == "pmm" else "die niet over PMM zelf gaan"
        return f" in bronnen {which} (de herkomst is „{herkomst}”)"

    def _fits_herkomst(self, codes: Sequence[str]) -> bool:
        herkomst = self.whole.get("herkomst")
        free = herkomst is None or bool(self.statements)
        return free or self._about_pmm(codes) == (herkomst == "pmm")

    def suits(self, codes: Sequence[str]) -> bool:
        """Tell whether the first source fits where a point comes from; say why not."""
        if self._fits_herkomst(codes):
            return True
        herkomst, about = self.whole["herkomst"], self._about_pmm(codes)
        what = "gaat over PMM zelf" if about else "gaat niet over PMM zelf"
        self.gesprek.zeg(f"  {', '.join(codes)} {what}, en de herkomst is „{herkomst}”.")
        self.gesprek.zeg(f"  Kies een andere bron, of typ {BACK} tot u weer bij herkomst bent.")
        return False

    def _about_pmm(self, codes: Sequence[str]) -> bool:
        made = [
            self.new_bronnen[code].get("over_pmm") for code in codes if code in self.new_bronnen
        ]
        known = [one for code in codes if (one := self.corpus.records.get(f"bron:{code}"))]
        return any(made) or any(isinstance(one, Bron) and one.over_pmm for one in known)

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


def _may_grow(veld: Veld) -> bool:
    """Tell whether a field is a list of plain statements, which may always get another."""
    inner = blocks(veld.info)
    plain = len(inner) == 1 and inner[0] in (Bewering, Wetverwijzing, Betrokkene)
    return is_list(veld.info) and plain
