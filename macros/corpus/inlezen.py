"""From the folder ``data/`` to a corpus, or to every reason why there is none."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from macros.corpus.corpus import Corpus, Vindplaats, bouw_corpus
from macros.load.boom import lees_bestand
from macros.load.fout import Fout, bedoelde_u
from macros.model.casusformulier import Casusformulier
from macros.model.keuzehulp import Keuzehulp
from macros.model.kwaliteit import Kwaliteit, Toegankelijkheid
from macros.model.lees import lees_model
from macros.model.organisatie import Gemeentetabel, VervallenGemeentetabel
from macros.model.soorten import PER_MAP, Bestandsrecord
from macros.model.tegelkaart import Tegelkaart
from macros.model.vocabulaire import Site, Synoniemen, Vocabulaire

Model = TypeVar("Model", bound=BaseModel)

VOCABULAIRES = "vocabulaires"
LOSSE_BESTANDEN = (
    "site.yml",
    "gemeenten.yml",
    "vervallen-gemeenten.yml",
    "synoniemen.yml",
    "keuzehulp.yml",
    "casusformulier.yml",
    "tegelkaart.yml",
    "toegankelijkheid.yml",
    "kwaliteit.yml",
)


class _Lezer:
    """Reads files below one root and keeps what went wrong."""

    def __init__(self, wortel: Path) -> None:
        self.wortel = wortel
        self.fouten: list[Fout] = []
        self.gelezen: dict[str, Vindplaats] = {}

    def model(self, pad: Path, model: type[Model], sleutel: str) -> Model | None:
        """Read one file as ``model``; remember under ``sleutel`` where it was read."""
        if not pad.is_file():
            naam = pad.relative_to(self.wortel).as_posix()
            self.fouten.append(Fout(naam, 1, 1, "", "bestand ontbreekt", "maak het aan"))
            return None
        bestand, fouten = lees_bestand(pad, self.wortel)
        self.fouten += fouten
        if bestand is None:
            return None
        uitkomst, fouten = lees_model(bestand, model)
        self.fouten += fouten
        if uitkomst is not None:
            self.gelezen[sleutel] = Vindplaats(bestand)
        return uitkomst


def lees_corpus(wortel: Path) -> tuple[Corpus | None, list[Fout]]:
    """Read ``wortel/data``; return the corpus (None if any file failed) and all messages."""
    lezer = _Lezer(wortel)
    data = wortel / "data"
    lezer.fouten += _onbekende_paden(data, wortel)
    vocabulaires = _lees_vocabulaires(lezer, data)
    records = _lees_records(lezer, data)
    site = lezer.model(data / "site.yml", Site, "tabel:site")
    gemeenten = lezer.model(data / "gemeenten.yml", Gemeentetabel, "tabel:gemeenten")
    vervallen = lezer.model(
        data / "vervallen-gemeenten.yml", VervallenGemeentetabel, "tabel:vervallen-gemeenten"
    )
    synoniemen = lezer.model(data / "synoniemen.yml", Synoniemen, "tabel:synoniemen")
    keuzehulp = lezer.model(data / "keuzehulp.yml", Keuzehulp, "tabel:keuzehulp")
    formulier = lezer.model(data / "casusformulier.yml", Casusformulier, "tabel:casusformulier")
    tegels = lezer.model(data / "tegelkaart.yml", Tegelkaart, "tabel:tegelkaart")
    toegankelijk = lezer.model(
        data / "toegankelijkheid.yml", Toegankelijkheid, "tabel:toegankelijkheid"
    )
    kwaliteit = lezer.model(data / "kwaliteit.yml", Kwaliteit, "tabel:kwaliteit")
    if site is None or gemeenten is None or vervallen is None or synoniemen is None:
        return None, lezer.fouten
    if keuzehulp is None or formulier is None or tegels is None:
        return None, lezer.fouten
    if toegankelijk is None or kwaliteit is None or lezer.fouten:
        return None, lezer.fouten
    tabel = lezer.gelezen["tabel:gemeenten"].bestand
    for nummer, rij in enumerate(gemeenten.gemeenten):
        lezer.gelezen[f"gemeente:{rij.cbs}"] = Vindplaats(tabel, ("gemeenten", nummer))
    tabel = lezer.gelezen["tabel:vervallen-gemeenten"].bestand
    for nummer, oud in enumerate(vervallen.gemeenten):
        lezer.gelezen[f"vervallen:{oud.cbs}"] = Vindplaats(tabel, ("gemeenten", nummer))
    corpus = bouw_corpus(
        site=site,
        records=records,
        vocabulaires=vocabulaires,
        gemeentetabel=gemeenten,
        vervallentabel=vervallen,
        synoniemen=synoniemen,
        keuzehulp=keuzehulp,
        casusformulier=formulier,
        tegelkaart=tegels,
        toegankelijkheid=toegankelijk,
        kwaliteit=kwaliteit,
        gelezen=lezer.gelezen,
    )
    return corpus, []


def _onbekende_paden(data: Path, wortel: Path) -> list[Fout]:
    """Return a message for each file in ``data/`` that nothing would read."""
    fouten = []
    mappen = (*PER_MAP, VOCABULAIRES)
    for pad in sorted(data.rglob("*")):
        if pad.is_dir():
            continue
        delen = pad.relative_to(data).parts
        los = len(delen) == 1 and delen[0] in LOSSE_BESTANDEN
        record = len(delen) == 2 and delen[0] in mappen and pad.suffix == ".yml"  # noqa: PLR2004
        if not los and not record:
            herstel = (
                f"{bedoelde_u(delen[0], mappen)} (mappen: {', '.join(mappen)}; eindig op .yml)"
            )
            naam = pad.relative_to(wortel).as_posix()
            fouten.append(Fout(naam, 1, 1, "", "dit bestand hoort hier niet", herstel.strip()))
    return fouten


def _lees_vocabulaires(lezer: _Lezer, data: Path) -> dict[str, Vocabulaire]:
    gevonden = {}
    for pad in sorted((data / VOCABULAIRES).glob("*.yml")):
        vocabulaire = lezer.model(pad, Vocabulaire, f"vocabulaire:{pad.stem}")
        if vocabulaire is not None:
            gevonden[pad.stem] = vocabulaire
    return gevonden


def _lees_records(lezer: _Lezer, data: Path) -> dict[str, Bestandsrecord]:
    """Read every record; the key is kind and file name, so that a wrong or double id shows."""
    records: dict[str, Bestandsrecord] = {}
    for mapnaam, model in PER_MAP.items():
        for pad in sorted((data / mapnaam).glob("*.yml")):
            sleutel = f"{model.soort}:{pad.stem}"
            record = lezer.model(pad, model, sleutel)
            if record is not None:
                records[sleutel] = record
    return records
