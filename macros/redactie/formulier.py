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

from macros.check.adressen import vreemde_woorden
from macros.check.tijd import HALF_JAAR, KLAAR, LOOPT
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.model.basis import BRON_SLUG, SLUG, Record, Term, Verwijzing
from macros.model.datering import Peildatum
from macros.model.instrument import Instrument
from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt, Spoor
from macros.model.lees import uitleg_van
from macros.model.recht import Wetsvoorstel
from macros.model.soorten import Bestandsrecord
from macros.redactie.gesprek import Gesprek
from macros.redactie.schrift import als_tekst
from macros.redactie.velden import OVERAL, VAN_ZELF, Veld, blokken, is_lijst, velden
from macros.redactie.vinden import zoek
from macros.redactie.werk import Werk

Ruw = dict[str, Any]
_LAATST = ("zoektermen", "alledaags", "engels", "onbekend", "niet_van_toepassing")
_ZELDEN = frozenset({"onbekend", "niet_van_toepassing"})
"""Asked for where a field stays empty, not by themselves."""
_AANTAL_VOORSTELLEN = 4


@dataclass
class Formulier:
    """Asks for what a record needs; ``werk`` takes in the sources that are made on the way."""

    gesprek: Gesprek
    corpus: Corpus
    werk: Werk
    dag: date
    nieuwe_bronnen: dict[str, str] = field(default_factory=dict)

    # --- a record -----------------------------------------------------------------------------

    def record(self, model: type[Bestandsrecord], gegeven: Mapping[str, Any]) -> Ruw:
        """Return all fields of a new record, in the order in which they are written."""
        uit: Ruw = dict(gegeven)
        if "id" not in uit:
            titel = str(uit.get("titel") or self._vraag(_veld(model, "titel"), uit))
            uit["titel"] = titel
            uit["id"] = f"{model.soort}:{self._slug(model, titel)}"
        self._blok(model, uit)
        if issubclass(model, Record):
            uit.setdefault("gecontroleerd", {"datum": self.dag.isoformat(), "rol": "redactie"})
            uit.setdefault("controle_voor", _jaar_later(self.dag).isoformat())
        if model is Wetsvoorstel and uit["status"] not in KLAAR:
            uit.setdefault("kijk_opnieuw", (self.dag + HALF_JAAR).isoformat())
        for spoor in uit.get("sporen", ()):
            voorstel = self.corpus.records.get(spoor.get("wetsvoorstel", ""))
            gevolgd = isinstance(voorstel, Wetsvoorstel) and voorstel.kijk_opnieuw is not None
            if spoor["status"] in LOOPT and not gevolgd:
                spoor.setdefault("kijk_opnieuw", (self.dag + HALF_JAAR).isoformat())
        return _op_volgorde(model, uit)

    def blok(self, model: type[BaseModel]) -> Ruw:
        """Return the fields of one block, such as a statement."""
        uit: Ruw = {}
        self._blok(model, uit)
        return uit

    def _blok(self, model: type[BaseModel], uit: Ruw) -> None:
        alle = [veld for veld in velden(model) if veld.naam not in VAN_ZELF]
        alle.sort(key=lambda veld: veld.naam in _LAATST)
        for veld in alle:
            if veld.naam in uit:
                continue
            if veld.verplicht or _minstens(model, veld):
                uit[veld.naam] = self._vraag(veld, uit)
            elif veld.verantwoord:
                self._of_onbekend(veld, uit)
        mag = [veld for veld in alle if veld.naam not in uit and veld.naam not in _ZELDEN]
        while mag:
            self.gesprek.zeg("  U mag ook invullen: " + ", ".join(veld.naam for veld in mag) + ".")
            naam = self.gesprek.vraag("Welk veld? (Enter als u klaar bent)")
            gekozen = [veld for veld in mag if veld.naam == naam]
            if not naam:
                break
            if gekozen:
                uit[naam] = self._vraag(gekozen[0], uit)
                mag.remove(gekozen[0])

    def _of_onbekend(self, veld: Veld, uit: Ruw) -> None:
        """Ask for a field that is answered or accounted for."""
        self.gesprek.zeg(f"\n{veld.naam}: {veld.uitleg}")
        keuzen = [
            ("invullen", "een openbare bron vertelt het"),
            ("onbekend", "er is gezocht en niets gevonden"),
            ("niet-van-toepassing", "het past niet bij dit record"),
        ]
        match self.gesprek.kies("Wat is het?", keuzen):
            case "invullen":
                uit[veld.naam] = self._vraag(veld, uit)
            case "onbekend":
                soort = "onbekend"
                blok = self._zonder_veld(soort)
                uit.setdefault(soort, []).append({"veld": veld.naam, **blok})
            case _:
                soort = "niet_van_toepassing"
                blok = self._zonder_veld(soort)
                uit.setdefault(soort, []).append({"veld": veld.naam, **blok})

    def _zonder_veld(self, soort: str) -> Ruw:
        (model,) = blokken(Record.model_fields[soort])
        uit: Ruw = {"veld": "-"}
        self._blok(model, uit)
        del uit["veld"]
        return uit

    # --- one field ----------------------------------------------------------------------------

    def _vraag(self, veld: Veld, tot_nu: Ruw) -> object:
        self.gesprek.zeg(f"\n{veld.naam}: {veld.uitleg}")
        binnen = blokken(veld.info)
        if binnen and is_lijst(veld.info):
            return self._blokken(veld, binnen[0])
        if binnen:
            return self.blok(binnen[0])
        if is_lijst(veld.info):
            return self._lijst(veld, tot_nu)
        return self._enkel(veld, tot_nu)

    def _blokken(self, veld: Veld, model: type[BaseModel]) -> list[Ruw]:
        uit: list[Ruw] = []
        while True:
            self.gesprek.zeg(f"\n  {veld.naam} {len(uit) + 1}")
            uit.append(self.blok(model))
            if not self.gesprek.ja(f"Nog een bij {veld.naam}?", voorstel=False):
                return uit

    def _lijst(self, veld: Veld, tot_nu: Ruw) -> list[object]:
        soort, merk = _element(veld.info)
        minstens = max(_minstens(veld.model, veld), 1)
        if merk is None:
            return self._woorden(veld, soort, tot_nu, minstens)
        uit: list[object] = []
        while True:
            uit.append(self._met_merk(veld, merk))
            if len(uit) >= minstens and not self.gesprek.ja("Nog een?", voorstel=False):
                return uit

    def _woorden(self, veld: Veld, soort: object, tot_nu: Ruw, minstens: int) -> list[object]:
        voorstel = self._voorgestelde_woorden(tot_nu) if veld.naam == "zoektermen" else ""
        while True:
            tekst = self.gesprek.vraag("Met komma’s ertussen", voorstel)
            woorden = [woord.strip() for woord in tekst.split(",") if woord.strip()]
            if len(woorden) < minstens:
                self.gesprek.zeg(f"  Geef er ten minste {minstens}.")
            elif not [woord for woord in woorden if not self._past(soort, woord)]:
                return list(woorden)

    def _enkel(self, veld: Veld, tot_nu: Ruw | None = None) -> Any:  # noqa: ANN401  any field
        soort, merk = _element(veld.info)
        if merk is not None:
            return self._met_merk(veld, merk)
        keuzen = _vaste_keuzen(soort)
        if keuzen:
            as_ = veld.naam if veld.naam in self.corpus.vocabulaires else ""
            uitleg = (
                {t.sleutel: t.uitleg for t in self.corpus.vocabulaires[as_].termen} if as_ else {}
            )
            return self.gesprek.kies(
                f"{veld.naam}", [(keuze, uitleg.get(keuze, "")) for keuze in keuzen]
            )
        if _kern(soort) is bool:
            return self.gesprek.ja(veld.naam, voorstel=True)
        voorstel = self._voorstel(veld, tot_nu or {})
        while True:
            tekst = self.gesprek.vraag(veld.naam, voorstel)
            waarde = _zoals_yaml(soort, tekst)
            if self._past(soort, waarde):
                return waarde

    def _past(self, soort: Any, waarde: object) -> bool:  # noqa: ANN401  any type of a field
        """Tell whether a value can be; say why not."""
        try:
            TypeAdapter(soort).validate_python(waarde)
        except ValidationError as fouten:
            wat, herstel = uitleg_van(fouten.errors(include_url=False)[-1], waarde)
            self.gesprek.zeg(f"  „{str(waarde)[:60]}”: {wat}. {herstel}".rstrip())
            return False
        return True

    def _met_merk(self, veld: Veld, merk: Term | Verwijzing) -> str:
        if isinstance(merk, Term):
            termen = self.corpus.vocabulaires[merk.as_].termen
            return self.gesprek.kies(veld.naam, [(term.sleutel, term.label) for term in termen])
        return self.verwijzing(merk.soorten, veld.naam)

    def verwijzing(self, soorten: Sequence[str], naam: str) -> str:
        """Return the id (of a source: the code) of a record that the editor finds by words."""
        bron = soorten == ("bron",)
        hulp = "code, woorden uit de titel, of het adres van een nieuwe bron" if bron else "woorden"
        while True:
            woorden = self.gesprek.vraag(f"Zoek voor {naam} ({hulp})")
            if bron and woorden.startswith(("http://", "https://")):
                return self.nieuwe_bron({"url": woorden})
            if not woorden:
                continue
            nieuw = [(f"bron:{code}", titel) for code, titel in self.nieuwe_bronnen.items()]
            passend = [een for een in nieuw if bron and woorden.casefold() in een[0].casefold()]
            passend += zoek(self.corpus, woorden, soorten)
            exact = [id_ for id_, _ in passend if woorden in (id_, id_.partition(":")[2])]
            if len(exact) == 1:
                return exact[0].removeprefix("bron:")
            if not passend:
                self.gesprek.zeg("  Niets gevonden. Probeer een ander woord.")
                continue
            gekozen = self.gesprek.kies("Welke?", [*passend, ("anders", "zoek opnieuw")])
            if gekozen != "anders":
                return gekozen.removeprefix("bron:")

    # --- a source -----------------------------------------------------------------------------

    def nieuwe_bron(self, gegeven: Mapping[str, Any]) -> str:
        """Ask for a new source, lay it ready in ``werk`` and return its code."""
        url = gegeven.get("url")
        for bron in self.corpus.alle(Bron):
            if url is not None and url in (bron.url, *bron.ook_te_vinden):
                self.gesprek.zeg(f"  Deze bron is er al: {bron.slug} – {bron.titel}")
                return bron.slug
        self.gesprek.zeg("\nEen nieuwe bron")
        uit: Ruw = dict(gegeven)
        self._blok_van_bron(uit)
        code = str(uit["id"]).partition(":")[2]
        self.werk.zet(f"data/{Bron.mapnaam}/{code}.yml", als_tekst(_op_volgorde(Bron, uit)))
        self.nieuwe_bronnen[code] = uit["titel"]
        if url:
            self._woorden_in_adres(str(url))
        return code

    def _blok_van_bron(self, uit: Ruw) -> None:
        uit.setdefault("geraadpleegd", self.dag.isoformat())
        if "url" not in uit and "vindplaats" not in uit:
            uit["vindplaats"] = self._enkel(_veld(Bron, "vindplaats"))
        self._blok(Bron, uit)
        if "id" in uit:
            return
        bezet = {bron.slug for bron in self.corpus.alle(Bron)} | {*self.nieuwe_bronnen}
        voorstel = _code(str(uit.get("url") or uit["uitgever"]), str(uit["datum"]), bezet)
        while True:
            code = self.gesprek.vraag("Code van de bron, in hoofdletters", voorstel)
            if BRON_SLUG.fullmatch(code) is None:
                self.gesprek.zeg("  Gebruik hoofdletters, cijfers en streepjes.")
            elif code in bezet:
                self.gesprek.zeg(f"  {code} is al een bron. Kies een andere code.")
            else:
                uit["id"] = f"bron:{code}"
                return

    def _woorden_in_adres(self, url: str) -> None:
        vreemd = vreemde_woorden(self.corpus, url)
        if not vreemd:
            return
        self.gesprek.zeg(f"  Nieuwe woorden in het adres: {', '.join(vreemd)}.")
        if self.gesprek.ja("Is een daarvan de naam van een mens?", voorstel=False):
            self.gesprek.zeg(
                "  Zoek een adres zonder naam. Is dat er niet, lees dan data/bronadressen.yml."
            )
            return
        naam = "data/bronadressen.yml"
        # One list over many lines, which ruamel.yaml would write on a single one.
        rij = re.compile(r"^(woorden:\s*\[[^\]]*)\]", re.MULTILINE)
        erbij = "".join(f", {woord}" for woord in vreemd)
        tekst, aantal = rij.subn(rf"\1{erbij}]", self.werk.lees(naam), count=1)
        self.werk.zet(naam, tekst)
        if not aantal:
            self.werk.bewerk(naam, lambda boom: boom["woorden"].extend(vreemd))

    # --- proposals ----------------------------------------------------------------------------

    def _slug(self, model: type[Bestandsrecord], titel: str) -> str:
        bezet = {record.pad for record in self.corpus.alle(model)}
        voorstel = slug_van(titel)
        while True:
            slug = self.gesprek.vraag("Naam in het adres", voorstel)
            if SLUG.fullmatch(slug) is None:
                self.gesprek.zeg("  Gebruik kleine letters, cijfers en streepjes.")
            elif f"{model.mapnaam}/{slug}/" in bezet:
                self.gesprek.zeg(f"  {model.soort}:{slug} bestaat al. Kies een andere naam.")
            else:
                return slug

    def _voorstel(self, veld: Veld, tot_nu: Ruw) -> str:
        if veld.model is Leerpunt and veld.naam == "nummer":
            letter = "V" if tot_nu.get("herkomst") == "verwant" else "L"
            nummers = {leerpunt.nummer for leerpunt in self.corpus.alle(Leerpunt)}
            hoogste = max((int(een[1:]) for een in nummers if een[0] == letter), default=0)
            return f"{letter}{hoogste + 1:02d}"
        if veld.model is Instrument and veld.naam == "volgorde":
            return str(len(self.corpus.alle(Instrument)) + 1)
        if veld.naam in ("geraadpleegd", "stand") and veld.model is not Spoor:
            return self.dag.isoformat() if veld.naam == "geraadpleegd" else ""
        if veld.model is Spoor and veld.naam == "sleutel":
            return slug_van(str(tot_nu.get("titel", "")))
        return ""

    def _voorgestelde_woorden(self, tot_nu: Ruw) -> str:
        """Return what readers say for the words of the title, from the list of synonyms."""
        titel = alfabetisch(str(tot_nu.get("titel", "")))
        gevonden: dict[str, None] = {}
        for groep in self.corpus.synoniemen.synoniemen:
            if any(alfabetisch(woord) in titel.split() for woord in groep.termen):
                gevonden |= dict.fromkeys(w for w in groep.termen if alfabetisch(w) not in titel)
        return ", ".join([*gevonden][:_AANTAL_VOORSTELLEN])


# --- small questions about types and texts -------------------------------------------------------


def slug_van(titel: str) -> str:
    """Return a title as the name of a file: small letters, digits and hyphens."""
    kaal = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def _code(waar: str, datum: str, bezet: Iterable[str]) -> str:
    """Return a free code for a source: where it stands and its year."""
    deel = urlsplit(waar).hostname or waar
    naam = deel.removeprefix("www.").split(".")[0]
    jaar = re.search(r"[0-9]{4}", datum)
    letters = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKD", naam).upper())[:6] or "BRON"
    basis = f"{letters}{jaar[0][2:] if jaar else ''}"
    kandidaten = (basis, *(f"{basis}-{nummer}" for nummer in range(2, 100)))
    return next(code for code in kandidaten if code not in {*bezet})


def _veld(model: type[BaseModel], naam: str) -> Veld:
    return next(veld for veld in velden(model) if veld.naam == naam)


def _minstens(model: type[BaseModel], veld: Veld) -> int:
    """Return how many a list has to hold."""
    eigen = getattr(model, f"min_{veld.naam}", 0)
    lengten = [deel.min_length for deel in veld.info.metadata if isinstance(deel, MinLen)]
    return max([eigen, *lengten]) if is_lijst(veld.info) else 0


def _element(info: FieldInfo) -> tuple[Any, Term | Verwijzing | None]:
    """Return the type of one value of a field, and the mark that says what it is."""
    soort: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    if is_lijst(info):
        soort = typing.get_args(_kern(info.annotation))[0]
    return soort, _merk(soort)


def _merk(soort: object) -> Term | Verwijzing | None:
    delen = typing.get_args(soort)
    gezet = [deel for deel in delen if isinstance(deel, Term | Verwijzing)]
    binnen = [] if typing.get_origin(soort) is Literal else [_merk(deel) for deel in delen]
    return next((een for een in (*gezet, *binnen) if een is not None), None)


def _kern(soort: object) -> object:
    """Return what an optional or marked type is about."""
    oorsprong = typing.get_origin(soort)
    if oorsprong is Annotated:
        return _kern(typing.get_args(soort)[0])
    if oorsprong is not None and type(None) in typing.get_args(soort):
        return _kern(next(deel for deel in typing.get_args(soort) if deel is not type(None)))
    return soort


def _vaste_keuzen(soort: object) -> tuple[str, ...]:
    kern = _kern(soort)
    return typing.get_args(kern) if typing.get_origin(kern) is Literal else ()


def _zoals_yaml(soort: object, tekst: str) -> object:
    """Return what an editor would have typed in the file: a number bare, the rest as text."""
    kern = _kern(soort)
    if kern in (int, Peildatum) and re.fullmatch(r"[0-9]{1,9}", tekst):
        return int(tekst)
    if kern is float and re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", tekst):
        return float(tekst.replace(",", "."))
    return tekst


def _op_volgorde(model: type[BaseModel], velden_: Ruw) -> Ruw:
    namen = [info.alias or naam for naam, info in model.model_fields.items()]
    kop = [naam for naam in namen if naam in ("id", "titel", "samenvatting")]
    slot = [naam for naam in namen if issubclass(model, Record) and naam in OVERAL - {*kop}]
    midden = [naam for naam in namen if naam not in (*kop, *slot)]
    return {naam: velden_[naam] for naam in (*kop, *midden, *slot) if naam in velden_}


def _jaar_later(dag: date) -> date:
    try:
        return dag.replace(year=dag.year + 1)
    except ValueError:  # 29 February
        return dag.replace(year=dag.year + 1, day=28)
