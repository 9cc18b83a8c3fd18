"""A form in the terminal, made from the model: which fields, of what kind, with which choices."""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from annotated_types import MinLen
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from macros.check.adressen import foreign_woorden
from macros.check.recht import free_nummer
from macros.check.timeliness import FINISHED, HALF_JAAR, ONGOING
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical
from macros.model.base import BRON_SLUG, SLUG, Record, Term, Verwijzing
from macros.model.dates import Peildatum
from macros.model.instrument import Instrument
from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt, Spoor
from macros.model.recht import Wetsvoorstel
from macros.model.soorten import Bestandsrecord
from macros.model.validate import uitleg_of
from macros.redactie.bronwoorden import add_woorden
from macros.redactie.gesprek import Gesprek
from macros.redactie.jobs import Work
from macros.redactie.velden import EVERYWHERE, OF_ITSELF, Veld, blocks, is_list, velden
from macros.redactie.vinden import search
from macros.redactie.writing import as_tekst

RawBlock = dict[str, Any]
_LAATST = ("zoektermen", "alledaags", "engels", "onbekend", "niet_van_toepassing")
_ZELDEN = frozenset({"onbekend", "niet_van_toepassing"})
"""Asked for where a field stays empty, not by themselves."""
_COUNT_VOORSTELLEN = 4


@dataclass
class Form:
    """Asks for what a record needs; ``jobs`` takes in the sources that are made on the way."""

    gesprek: Gesprek
    corpus: Corpus
    jobs: Work
    dag: date
    new_bronnen: dict[str, str] = field(default_factory=dict)

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
            out.setdefault("gecontroleerd", {"datum": self.dag.isoformat(), "rol": "redactie"})
            out.setdefault("controle_voor", _jaar_later(self.dag).isoformat())
        if model is Wetsvoorstel and out["status"] not in FINISHED:
            out.setdefault("kijk_opnieuw", (self.dag + HALF_JAAR).isoformat())
        for spoor in out.get("sporen", ()):
            proposal = self.corpus.records.get(spoor.get("wetsvoorstel", ""))
            followed = isinstance(proposal, Wetsvoorstel) and proposal.kijk_opnieuw is not None
            if spoor["status"] in ONGOING and not followed:
                spoor.setdefault("kijk_opnieuw", (self.dag + HALF_JAAR).isoformat())
        return _on_volgorde(model, out)

    def block(self, model: type[BaseModel]) -> RawBlock:
        """Return the fields of one block, such as a statement."""
        out: RawBlock = {}
        self._block(model, out)
        return out

    def _block(self, model: type[BaseModel], out: RawBlock) -> None:
        every = [veld for veld in velden(model) if veld.naam not in OF_ITSELF]
        every.sort(key=lambda veld: veld.naam in _LAATST)
        for veld in every:
            if veld.naam in out:
                continue
            if veld.required or _at_least(model, veld):
                out[veld.naam] = self._vraag(veld, out)
            elif veld.accounted:
                self._of_onbekend(veld, out)
        allowed = [veld for veld in every if veld.naam not in out and veld.naam not in _ZELDEN]
        while allowed:
            self.gesprek.zeg(
                "  U mag ook invullen: " + ", ".join(veld.naam for veld in allowed) + "."
            )
            naam = self.gesprek.vraag("Welk veld? (Enter als u klaar bent)")
            chosen = [veld for veld in allowed if veld.naam == naam]
            if not naam:
                break
            if chosen:
                out[naam] = self._vraag(chosen[0], out)
                allowed.remove(chosen[0])

    def _of_onbekend(self, veld: Veld, out: RawBlock) -> None:
        """Ask for a field that is answered or accounted for."""
        self.gesprek.zeg(f"\n{veld.naam}: {veld.uitleg}")
        choices = [
            ("invullen", "een openbare bron vertelt het"),
            ("onbekend", "er is gezocht en niets gevonden"),
            ("niet-van-toepassing", "het past niet bij dit record"),
        ]
        match self.gesprek.choose("Wat is het?", choices):
            case "invullen":
                out[veld.naam] = self._vraag(veld, out)
            case "onbekend":
                soort = "onbekend"
                block = self._without_veld(soort)
                out.setdefault(soort, []).append({"veld": veld.naam, **block})
            case _:
                soort = "niet_van_toepassing"
                block = self._without_veld(soort)
                out.setdefault(soort, []).append({"veld": veld.naam, **block})

    def _without_veld(self, soort: str) -> RawBlock:
        (model,) = blocks(Record.model_fields[soort])
        out: RawBlock = {"veld": "-"}
        self._block(model, out)
        del out["veld"]
        return out

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
        while True:
            self.gesprek.zeg(f"\n  {veld.naam} {len(out) + 1}")
            out.append(self.block(model))
            if not self.gesprek.ja(f"Nog een bij {veld.naam}?", proposal=False):
                return out

    def _list(self, veld: Veld, until_now: RawBlock) -> list[object]:
        soort, mark = _element(veld.info)
        at_least = max(_at_least(veld.model, veld), 1)
        if mark is None:
            return self._woorden(veld, soort, until_now, at_least)
        out: list[object] = []
        while True:
            out.append(self._with_mark(veld, mark))
            if len(out) >= at_least and not self.gesprek.ja("Nog een?", proposal=False):
                return out

    def _woorden(
        self, veld: Veld, soort: object, until_now: RawBlock, at_least: int
    ) -> list[object]:
        proposal = self._voorgestelde_woorden(until_now) if veld.naam == "zoektermen" else ""
        while True:
            tekst = self.gesprek.vraag("Met komma’s ertussen", proposal)
            woorden = [woord.strip() for woord in tekst.split(",") if woord.strip()]
            if len(woorden) < at_least:
                self.gesprek.zeg(f"  Geef er ten minste {at_least}.")
            elif not [woord for woord in woorden if not self._fits(soort, woord)]:
                return list(woorden)

    def _enkel(self, veld: Veld, until_now: RawBlock | None = None) -> Any:  # noqa: ANN401  any field
        soort, mark = _element(veld.info)
        if mark is not None:
            return self._with_mark(veld, mark)
        choices = _fixed_choices(soort)
        if choices:
            as_ = veld.naam if veld.naam in self.corpus.vocabulaires else ""
            uitleg = (
                {t.sleutel: t.uitleg for t in self.corpus.vocabulaires[as_].termen} if as_ else {}
            )
            return self.gesprek.choose(
                f"{veld.naam}", [(choice, uitleg.get(choice, "")) for choice in choices]
            )
        if _kern(soort) is bool:
            return self.gesprek.ja(veld.naam, proposal=True)
        proposal = self._proposal(veld, until_now or {})
        while True:
            tekst = self.gesprek.vraag(veld.naam, proposal)
            waarde = _as_yaml(soort, tekst)
            if self._fits(soort, waarde):
                return waarde

    def _fits(self, soort: Any, waarde: object) -> bool:  # noqa: ANN401  any type of a field
        """Tell whether a value can be; say why not."""
        try:
            TypeAdapter(soort).validate_python(waarde)
        except ValidationError as errors:
            wat, remedy = uitleg_of(errors.errors(include_url=False)[-1], waarde)
            self.gesprek.zeg(f"  „{str(waarde)[:60]}”: {wat}. {remedy}".rstrip())
            return False
        return True

    def _with_mark(self, veld: Veld, mark: Term | Verwijzing) -> str:
        if isinstance(mark, Term):
            termen = self.corpus.vocabulaires[mark.as_].termen
            return self.gesprek.choose(veld.naam, [(term.sleutel, term.label) for term in termen])
        return self.verwijzing(mark.soorten, veld.naam)

    def verwijzing(self, soorten: Sequence[str], naam: str) -> str:
        """Return the id (of a source: the code) of a record that the editor finds by words."""
        bron = soorten == ("bron",)
        helpers = (
            "code, woorden uit de titel, of het adres van een nieuwe bron" if bron else "woorden"
        )
        while True:
            woorden = self.gesprek.vraag(f"Zoek voor {naam} ({helpers})")
            if bron and woorden.startswith(("http://", "https://")):
                return self.new_bron({"url": woorden})
            if not woorden:
                continue
            new = [(f"bron:{code}", titel) for code, titel in self.new_bronnen.items()]
            passend = [one for one in new if bron and woorden.casefold() in one[0].casefold()]
            passend += search(self.corpus, woorden, soorten)
            exact = [id_ for id_, _ in passend if woorden in (id_, id_.partition(":")[2])]
            if len(exact) == 1:
                return exact[0].removeprefix("bron:")
            if not passend:
                self.gesprek.zeg("  Niets gevonden. Probeer een ander woord.")
                continue
            chosen = self.gesprek.choose("Welke?", [*passend, ("anders", "zoek opnieuw")])
            if chosen != "anders":
                return chosen.removeprefix("bron:")

    # --- a source -----------------------------------------------------------------------------

    def new_bron(self, given: Mapping[str, Any]) -> str:
        """Ask for a new source, lay it ready in ``jobs`` and return its code."""
        url = given.get("url")
        for bron in self.corpus.every(Bron):
            if url is not None and url in (bron.url, *bron.ook_te_vinden):
                self.gesprek.zeg(f"  Deze bron is er al: {bron.slug} – {bron.titel}")
                return bron.slug
        self.gesprek.zeg("\nEen nieuwe bron")
        out: RawBlock = dict(given)
        self._block_of_bron(out)
        code = str(out["id"]).partition(":")[2]
        self.jobs.put_link(f"data/{Bron.mapnaam}/{code}.yml", as_tekst(_on_volgorde(Bron, out)))
        self.new_bronnen[code] = out["titel"]
        if url:
            self._woorden_in_adres(str(url))
        return code

    def _block_of_bron(self, out: RawBlock) -> None:
        out.setdefault("geraadpleegd", self.dag.isoformat())
        if "url" not in out and "vindplaats" not in out:
            out["vindplaats"] = self._enkel(_veld(Bron, "vindplaats"))
        self._block(Bron, out)
        if "id" in out:
            return
        occupied = {bron.slug for bron in self.corpus.every(Bron)} | {*self.new_bronnen}
        proposal = _code(str(out.get("url") or out["uitgever"]), str(out["datum"]), occupied)
        while True:
            code = self.gesprek.vraag("Code van de bron, in hoofdletters", proposal)
            if BRON_SLUG.fullmatch(code) is None:
                self.gesprek.zeg("  Gebruik hoofdletters, cijfers en streepjes.")
            elif code in occupied:
                self.gesprek.zeg(f"  {code} is al een bron. Kies een andere code.")
            else:
                out["id"] = f"bron:{code}"
                return

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
        proposal = slug_of(titel)
        while True:
            slug = self.gesprek.vraag("Naam in het adres", proposal)
            if SLUG.fullmatch(slug) is None:
                self.gesprek.zeg("  Gebruik kleine letters, cijfers en streepjes.")
            elif f"{model.mapnaam}/{slug}/" in occupied:
                self.gesprek.zeg(f"  {model.soort}:{slug} bestaat al. Kies een andere naam.")
            else:
                return slug

    def _proposal(self, veld: Veld, until_now: RawBlock) -> str:
        if veld.model is Leerpunt and veld.naam == "nummer":
            return free_nummer(self.corpus, "V" if until_now.get("herkomst") == "verwant" else "L")
        if veld.model is Instrument and veld.naam == "volgorde":
            return str(len(self.corpus.every(Instrument)) + 1)
        if veld.naam in ("geraadpleegd", "stand") and veld.model is not Spoor:
            return self.dag.isoformat() if veld.naam == "geraadpleegd" else ""
        if veld.model is Spoor and veld.naam == "sleutel":
            return slug_of(str(until_now.get("titel", "")))
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


def _code(where: str, datum: str, occupied: Iterable[str]) -> str:
    """Return a free code for a source: where it stands and its year."""
    part = urlsplit(where).hostname or where
    naam = part.removeprefix("www.").split(".")[0]
    jaar = re.search(r"[0-9]{4}", datum)
    letters = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKD", naam).upper())[:6] or "BRON"
    base = f"{letters}{jaar[0][2:] if jaar else ''}"
    candidates = (base, *(f"{base}-{nummer}" for nummer in range(2, 100)))
    return next(code for code in candidates if code not in {*occupied})


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
    if kern in (int, Peildatum) and re.fullmatch(r"[0-9]{1,9}", tekst):
        return int(tekst)
    if kern is float and re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", tekst):
        return float(tekst.replace(",", "."))
    return tekst


def _on_volgorde(model: type[BaseModel], velden_: RawBlock) -> RawBlock:
    namen = [info.alias or naam for naam, info in model.model_fields.items()]
    kop = [naam for naam in namen if naam in ("id", "titel", "samenvatting")]
    ending = [naam for naam in namen if issubclass(model, Record) and naam in EVERYWHERE - {*kop}]
    middle = [naam for naam in namen if naam not in (*kop, *ending)]
    return {naam: velden_[naam] for naam in (*kop, *middle, *ending) if naam in velden_}


def _jaar_later(dag: date) -> date:
    try:
        return dag.replace(year=dag.year + 1)
    except ValueError:  # 29 February
        return dag.replace(year=dag.year + 1, day=28)
