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
from tests.factory import make

CLASS_SOURCE = '''
"""A trial."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.base import Afkorting, Bewering, Facet, Naam, Opzoeknummer, Record, Tekst, Term
from macros.model.base import Verwijzing
from macros.model.narration import Kenmerk, Sectie, sectie


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

TRIAL = """
from macros.blad.zinnen import DENKBEELDIG
from macros.check.regels import run_rules
from macros.corpus.counting import tally
from macros.corpus.wijzigingen import soorten, wijzigingen
from macros.exports.dossier_content import inhoud
from macros.exports.dossier import dossier
from macros.exports.dossier_content import as_dossier
from macros.exports.all_exports import every_export
from macros.model.soorten import PER_SOORT
from macros.pages.alphabet import letter_pages
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.record_pages import record_page
from macros.pages.rendering import Writer
from macros.search.index import build_index
from tests.factory import one_of_each, make, make_bewering, make_corpus

Proef = PER_SOORT["proef"]
record = make(
    Proef,
    kort="PRF",
    anders="Een andere naam",
    nummer="P-77",
    titel="De proef",
    kern=[make_bewering(tekst="De kern.")],
)
plain = [one for one in one_of_each() if one.soort != "proef"]
assert [one.soort for one in one_of_each()].count("proef") == 1
corpus = make_corpus(*plain, record)
assert run_rules(make_corpus(*one_of_each())) == [], run_rules(make_corpus(*one_of_each()))

pagina = record_page(corpus, record)
assert pagina.denkbeeldig and pagina.pad == "proeven/proef/" and DENKBEELDIG in pagina.inhoud
for part in (
    "Proef over proef", "Wat is de kern?", "De kern.", "PRF", "proef: Dit is een zin.",
    "Titel van participatiewet", "Titel van maatwerk", "P-77", "primair",
):
    assert part in pagina.inhoud, part
wet = record_page(corpus, corpus.records["wet:participatiewet"]).inhoud
assert "Proeven" in wet and "De proef" in wet

thing = inhoud(corpus, record)
assert thing["soort"] == "Proef over proef" and thing["denkbeeldig"] == DENKBEELDIG
assert [sectie["kop"] for sectie in thing["secties"]] == ["Wat is de kern?", "Welke wet?"]
assert thing["secties"][1]["punten"][0]["vooraf"] == "Titel van participatiewet."
assert ["Afkorting", "PRF"] in thing["kenmerken"]

index = build_index(corpus, [])
(document,) = [one for one in index["documenten"] if one["id"] == record.id]
assert document["afkortingen"] == ["PRF"] and document["nummers"] == ["P-77"]
assert "Een andere naam" in document["gewoon"] and document["denkbeeldig"] is True
assert document["facetten"] == {"leefgebied": ["proef"], "wet": ["wet:participatiewet"]}
assert document["datum"] == "2024" and "Dit is een zin." in document["tekst"]
assert index["soorten"]["proef"]["label"] == "Proef"

assert any("Een andere naam" in one.make().inhoud for one in letter_pages(corpus))
assert "De proef" in PAGE_MACROS["overzicht"](Writer(corpus, "proeven/"), "proeven")
assert "De proef" in PAGE_MACROS["dossier"](Writer(corpus, "dossier/"))
assert dict(tally(corpus))["Proeven"] == 1

files = [one for _, one in every_export(corpus, [pagina.pad])]
out = {one.pad: one.inhoud.decode() for one in files if not one.pad.endswith(".ods")}
for pad in ("api/v1/proeven.json", "data/csv/proeven.csv"):
    assert "De proef" in out[pad] and "De kern." in out["data/csv/beweringen.csv"]
    assert DENKBEELDIG in out[pad] and "Tweede Kamer" in out[pad], pad
assert "De proef" in dossier(pagina.pad, as_dossier(pagina.blad)).inhoud.decode()
assert "De proef" in out["wijzigingen/controles.ics"]
assert "proeven/proef/" in out["sitemap.xml"] and "wijzigingen/proef.xml" in out
lijst = [one for one in wijzigingen(corpus) if one.soort == "proef"]
assert lijst and soorten(lijst) == {"proef": "Proeven (denkbeeldig)"}
"""


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.soort)
def test_the_factory_makes_every_kind_by_itself(soort: type[Bestandsrecord]) -> None:
    record = make(soort, "X1" if soort.soort == "bron" else "x-1")
    assert isinstance(record, soort)


def test_a_trial_kind_is_told_everywhere_from_two_files(tmp_path: Path, root: Path) -> None:
    shutil.copytree(root / "macros", tmp_path / "macros")
    model = tmp_path / "macros/model"
    (model / "proef.py").write_text(CLASS_SOURCE, encoding="utf-8")
    lijst = (model / "soorten.py").read_text(encoding="utf-8")
    lijst = lijst.replace("    | Bron\n", "    | Proef\n    | Bron\n")
    lijst = lijst.replace("\n\nBest", "\nfrom macros.model.proef import Proef\n\nBest", 1)
    (model / "soorten.py").write_text(lijst, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", TRIAL],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}:{root}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-3000:]
