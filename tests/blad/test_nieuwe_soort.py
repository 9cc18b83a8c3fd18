"""A new kind of record is told everywhere by itself, from one class and one line.

Five files make a kind: its class, the list of kinds, a record, the page that lists them and the
menu. The first two are made here, in a copy of the code; the factory makes the record.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.model.soorten import SOORTEN, Bestandsrecord
from tests.fabriek import maak

KLASSE = '''
"""A trial."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.basis import Afkorting, Bewering, Facet, Naam, Opzoeknummer, Record, Tekst, Term
from macros.model.basis import Verwijzing
from macros.model.vertelling import Kenmerk, Sectie, sectie


class Proefuitspraak(Bewering):
    wet: Annotated[Tekst, Verwijzing(("wet",)), Facet("wet")]


class Proef(Record):
    soort: ClassVar[str] = "proef"
    mapnaam: ClassVar[str] = "proeven"
    enkelvoud: ClassVar[str] = "Proef"
    meervoud: ClassVar[str] = "Proeven"
    denkbeeldig: ClassVar[bool] = True
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = ("kern",)
    aanduiding: ClassVar[str] = "Proef over {gebied}"
    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Afkorting", "kort"), Kenmerk("Leefgebied", "gebied", uitleg="erbij"),
        Kenmerk("Nummer", "nummer"),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Wat is de kern?", "kern"), sectie("Welke wet?", "wetten"),
        sectie("Zie ook", "zie"),
    )

    kort: Annotated[Tekst, Afkorting()]
    anders: Annotated[Tekst, Naam()]
    gebied: Annotated[Tekst, Term("leefgebied"), Facet("leefgebied")]
    nummer: Annotated[Tekst, Opzoeknummer("eigen")]
    kern: tuple[Bewering, ...] = ()
    wetten: Annotated[tuple[Proefuitspraak, ...], Field(min_length=1)]
    zie: Annotated[tuple[Annotated[Tekst, Verwijzing(("begrip",))], ...], Field(min_length=1)]
'''

PROEF = """
from macros.blad.zinnen import DENKBEELDIG
from macros.check.regels import controleer
from macros.corpus.tellen import telling
from macros.corpus.wijzigingen import soorten, wijzigingen
from macros.exports.dossierinhoud import inhoud
from macros.exports.uitvoer import alle_uitvoer
from macros.model.soorten import PER_SOORT
from macros.pages.alfabet import letterpaginas
from macros.pages.inzetten import INZETTEN
from macros.pages.recordpaginas import recordpagina
from macros.pages.weergave import Schrijver
from macros.search.index import bouw_index
from tests.fabriek import een_van_elk, maak, maak_bewering, maak_corpus

Proef = PER_SOORT["proef"]
record = maak(
    Proef,
    kort="PRF",
    anders="Een andere naam",
    nummer="P-77",
    titel="De proef",
    kern=[maak_bewering(tekst="De kern.")],
)
gewoon = [een for een in een_van_elk() if een.soort != "proef"]
assert [een.soort for een in een_van_elk()].count("proef") == 1
corpus = maak_corpus(*gewoon, record)
assert controleer(maak_corpus(*een_van_elk())) == [], controleer(maak_corpus(*een_van_elk()))

pagina = recordpagina(corpus, record)
assert pagina.denkbeeldig and pagina.pad == "proeven/proef/" and DENKBEELDIG in pagina.inhoud
for deel in (
    "Proef over proef", "Wat is de kern?", "De kern.", "PRF", "proef: Dit is een zin.",
    "Titel van participatiewet", "Titel van maatwerk", "P-77", "primair",
):
    assert deel in pagina.inhoud, deel
wet = recordpagina(corpus, corpus.records["wet:participatiewet"]).inhoud
assert "Proeven" in wet and "De proef" in wet

ding = inhoud(corpus, record)
assert ding["soort"] == "Proef over proef" and ding["denkbeeldig"] == DENKBEELDIG
assert [sectie["kop"] for sectie in ding["secties"]] == ["Wat is de kern?", "Welke wet?"]
assert ding["secties"][1]["punten"][0]["vooraf"] == "Titel van participatiewet."
assert ["Afkorting", "PRF"] in ding["kenmerken"]

index = bouw_index(corpus, [])
(document,) = [een for een in index["documenten"] if een["id"] == record.id]
assert document["afkortingen"] == ["PRF"] and document["nummers"] == ["P-77"]
assert "Een andere naam" in document["gewoon"] and document["denkbeeldig"] is True
assert document["facetten"] == {"leefgebied": ["proef"], "wet": ["wet:participatiewet"]}
assert document["datum"] == "2024" and "Dit is een zin." in document["tekst"]
assert index["soorten"]["proef"]["label"] == "Proef"

assert any("Een andere naam" in een.inhoud for een in letterpaginas(corpus))
assert "De proef" in INZETTEN["overzicht"](Schrijver(corpus, "proeven/"), "proeven")
assert "De proef" in INZETTEN["dossier"](Schrijver(corpus, "dossier/"))
assert dict(telling(corpus))["Proeven"] == 1

uit = {een.pad: een.inhoud.decode() for _, een in alle_uitvoer(corpus, [pagina.pad])}
assert "De proef" in uit["proeven/proef/dossier.js"]
assert "De proef" in uit["wijzigingen/controles.ics"]
assert "proeven/proef/" in uit["sitemap.xml"] and "wijzigingen/proef.xml" in uit
lijst = [een for een in wijzigingen(corpus) if een.soort == "proef"]
assert lijst and soorten(lijst) == {"proef": "Proeven (denkbeeldig)"}
"""


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.soort)
def test_the_factory_makes_every_kind_by_itself(soort: type[Bestandsrecord]) -> None:
    record = maak(soort, "X1" if soort.soort == "bron" else "x-1")
    assert isinstance(record, soort)


def test_a_trial_kind_is_told_everywhere_from_two_files(tmp_path: Path, wortel: Path) -> None:
    shutil.copytree(wortel / "macros", tmp_path / "macros")
    model = tmp_path / "macros/model"
    (model / "proef.py").write_text(KLASSE, encoding="utf-8")
    lijst = (model / "soorten.py").read_text(encoding="utf-8")
    lijst = lijst.replace("    | Bron\n", "    | Proef\n    | Bron\n")
    lijst = lijst.replace("\n\nBest", "\nfrom macros.model.proef import Proef\n\nBest", 1)
    (model / "soorten.py").write_text(lijst, encoding="utf-8")
    uitslag = subprocess.run(
        [sys.executable, "-c", PROEF],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}:{wortel}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitslag.returncode == 0, uitslag.stderr[-3000:]
