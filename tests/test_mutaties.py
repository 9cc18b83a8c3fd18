"""Break a real file of every kind, field by field: something must be said, at the right line.

A field that can be broken without anyone noticing is a field that can lie.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pydantic import BaseModel

from macros.check.dekking import velden_verantwoord
from macros.check.identiteit import id_is_bestandsnaam
from macros.check.samenhang import termen_bestaan, verwijzingen_bestaan
from macros.corpus.corpus import TABELLEN, Corpus, Vindplaats, bouw_corpus
from macros.corpus.inlezen import VOCABULAIRES
from macros.load.boom import Bestand, lees_tekst
from macros.load.fout import Fout, Pad, Positie
from macros.model.basis import Record
from macros.model.bladeren import Merk, bladeren
from macros.model.lees import SLOTVELDEN, VLAKBIJ, lees_model
from macros.model.soorten import PER_MAP, Bestandsrecord
from macros.model.vocabulaire import Vocabulaire
from tests.fabriek import naar_yaml
from tests.mutatie import Mutatie, mutaties, uitgedund, vormen_van

LOS = {tabel.bestandsnaam: tabel for tabel in TABELLEN}
SOORTEN: dict[str, type[BaseModel]] = {
    **PER_MAP,
    VOCABULAIRES: Vocabulaire,
    **{naam: tabel.model for naam, tabel in LOS.items()},
}


def test_van_elk_bestand_in_data_wordt_de_soort_gebroken(wortel: Path) -> None:
    data = wortel / "data"
    eerste_deel = {pad.relative_to(data).parts[0] for pad in data.rglob("*.yml")}
    assert eerste_deel == set(SOORTEN)


def voorbeeld(corpus: Corpus, naam: str) -> tuple[str, Bestand]:
    """Return the file of this kind that shows most fields, with the id it is read under."""
    begin = f"data/{naam}" if naam in LOS else f"data/{naam}/"
    kandidaten = {
        sleutel: plaats.bestand
        for sleutel, plaats in corpus.gelezen.items()
        if plaats.bestand.naam.startswith(begin) and not plaats.pad
    }
    sleutel = max(kandidaten, key=lambda kandidaat: len(vormen_van(kandidaten[kandidaat].waarde)))
    return sleutel, kandidaten[sleutel]


def verplicht(record: BaseModel) -> Iterator[Pad]:
    """Yield the path of every field that its model demands."""
    for pad, waarde, _ in bladeren(record):
        if isinstance(waarde, BaseModel):
            for naam, veld in type(waarde).model_fields.items():
                if veld.is_required():
                    yield (*pad, veld.alias or naam)


def merken(record: BaseModel) -> dict[Pad, Merk]:
    """Return the path of every reference and term."""
    return {pad: merk for pad, _, merk in bladeren(record) if merk is not None}


def klein_corpus(corpus: Corpus, sleutel: str, bestand: Bestand, record: BaseModel) -> Corpus:
    """Index only what was changed; the rest of the corpus does not become different by it."""
    zonder_rijen = {
        tabel.naam: list(tabel.met_id(corpus.tabellen[tabel.naam]))[-1][2] for tabel in TABELLEN
    }
    los = LOS.get(bestand.naam.removeprefix("data/"))
    return bouw_corpus(
        records={sleutel: cast("Bestandsrecord", record)} if sleutel in corpus.records else {},
        vocabulaires=corpus.vocabulaires,
        tabellen=zonder_rijen | ({los.naam: record} if los else {}),
        gelezen={**corpus.gelezen, sleutel: Vindplaats(bestand)},
    )


def gevonden(corpus: Corpus, sleutel: str, bestand: Bestand, model: type[BaseModel]) -> list[Fout]:
    """Read the changed file and run the rules that look at one record."""
    record, fouten = lees_model(bestand, model)
    if record is None:
        return fouten
    klein = klein_corpus(corpus, sleutel, bestand, record)
    heel = dataclasses.replace(klein, records=corpus.records, per_cbs=corpus.per_cbs)
    fouten = [
        *verwijzingen_bestaan(heel),
        *termen_bestaan(klein),
        *id_is_bestandsnaam(klein),
        *velden_verantwoord(klein),
    ]
    return [fout for fout in fouten if fout.bestand == bestand.naam]


def plaatsen_na(mutatie: Mutatie, basis: Bestand) -> dict[Pad, Positie]:
    """Return where everything stands after the change: a new name where the old one stood."""
    if mutatie.soort not in ("naam", "weg"):
        return dict(basis.posities)
    diepte = len(mutatie.pad)
    over = {pad: plek for pad, plek in basis.posities.items() if pad[:diepte] != mutatie.pad}
    if mutatie.soort == "naam":
        over[mutatie.wijst_naar] = basis.positie(mutatie.pad)
    return over


def naast(mutatie: Mutatie, basis: Bestand, fouten: list[Fout]) -> bool:
    """Tell whether a field that is gone is reported close to where it stood.

    What closes a record may have stood anywhere: the end of the file is its place too.
    """
    andere = {plek for pad, plek in basis.posities.items() if pad[:1] != mutatie.pad}
    stond = basis.posities[mutatie.pad]
    ervoor = max((plek.regel for plek in andere if plek < stond), default=1)
    regels = range(ervoor - VLAKBIJ, stond.regel + VLAKBIJ + 1)
    einde = max(andere, default=Positie()).regel
    slot = mutatie.pad[0] in SLOTVELDEN
    return any(fout.regel in regels or (slot and fout.regel == einde) for fout in fouten)


def ontsnapt(mutatie: Mutatie, bestand: Bestand, basis: Bestand, fouten: list[Fout]) -> str | None:
    """Return what is wrong with the messages about one change; None if they are right."""
    plaats = bestand.positie(mutatie.wijst_naar)
    if not fouten:
        return "niemand merkt het"
    if not all(fout.bestand == bestand.naam and fout.herstel for fout in fouten):
        return f"verkeerd bestand of geen herstel: {fouten}"
    if mutatie.soort == "weg" and len(mutatie.pad) == 1:
        return None if naast(mutatie, basis, fouten) else f"niet bij {plaats}: {fouten}"
    if (plaats.regel, plaats.kolom) not in {(fout.regel, fout.kolom) for fout in fouten}:
        return f"niet op {plaats}: {fouten}"
    return None


@pytest.mark.parametrize("naam", SOORTEN)
def test_elk_veld_dat_breekt_geeft_een_melding_op_de_juiste_regel(
    corpus: Corpus, naam: str
) -> None:
    model = SOORTEN[naam]
    sleutel, heel = voorbeeld(corpus, naam)
    # A table or tool may need two of everything (a question has two answers); records do not.
    tekst = naar_yaml(uitgedund(heel.waarde, set(), minstens=2 if naam in LOS else 1))
    basis, _ = lees_tekst(tekst, heel.naam)
    assert basis is not None
    record, fouten = lees_model(basis, model)
    assert record is not None, fouten
    eisen = set(verplicht(record))
    if isinstance(record, Record):
        open_ = {vraag.veld for vraag in record.onbekend}
        eisen |= {(veld,) for veld in record.velden_verplicht_verantwoord if veld not in open_}
    problemen, aantal = [], 0
    for mutatie in mutaties(basis.waarde, eisen, merken(record)):
        gebroken = Bestand(heel.naam, mutatie.boom, plaatsen_na(mutatie, basis))
        probleem = ontsnapt(mutatie, gebroken, basis, gevonden(corpus, sleutel, gebroken, model))
        if probleem:
            problemen.append(f"{mutatie}: {probleem}")
        aantal += 1
    assert problemen == []
    assert aantal >= 3 * len(vormen_van(basis.waarde) - {()})
