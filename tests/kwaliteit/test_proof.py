"""/kwaliteit/ says what the tests found, and nothing else."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from macros.check.regels import run_rules
from macros.corpus.corpus import Corpus
from macros.corpus.ingest import read_corpus
from macros.model.kwaliteit import Cijferregel, Kwaliteit, Meting
from macros.model.vocabulaire import Site
from macros.pages.page_macros.kwaliteit import CIJFERS, GATES, kwaliteit, regels, waarde
from macros.pages.rendering import Writer
from tests.factory import make_corpus, one_of_each, write
from tests.kwaliteit.record_figures import as_yaml, main, read_proof
from tests.pages.helpers import tekst
from tests.proof import PROOF_FOLDER


def test_what_the_gates_wrote_comes_back_whole(corpus: Corpus, tmp_path: Path) -> None:
    cijfers = {"paginas": 3, "wat": 'Een "lastige": waarde # met tekens', "deel": 0.5}
    (tmp_path / "html.json").write_text(json.dumps(cijfers), encoding="utf-8")
    read = Kwaliteit.model_validate(yaml.safe_load(as_yaml(corpus, read_proof(tmp_path))))
    assert (read.versie, read.peildatum) == (corpus.site.versie, corpus.site.peildatum)
    (meting,) = read.metingen
    assert {regel.naam: regel.waarde for regel in meting.cijfers} == {
        naam: str(waarde) for naam, waarde in cijfers.items()
    }


def test_what_the_page_has_no_name_for_stays_with_who_watches(tmp_path: Path) -> None:
    for naam in ("html", "een maat voor ons"):
        (tmp_path / f"{naam}.json").write_text('{"fouten": 0}', encoding="utf-8")
    assert [*read_proof(tmp_path)] == ["html"]


def test_each_gate_leaves_its_figures_once(root: Path) -> None:
    """The second would write over the first."""
    tests = (pad.read_text(encoding="utf-8") for pad in sorted((root / "tests").rglob("test_*.py")))
    namen = [naam for tekst in tests for naam in re.findall(r'\bproof\(\s*"([^"]+)"', tekst)]
    assert set(GATES) - {"lighthouse"} <= set(namen)
    assert [naam for naam, times in Counter(namen).items() if times > 1] == []


def test_the_figures_go_into_the_data_where_the_site_reads_them(tmp_path: Path) -> None:
    write(make_corpus(*one_of_each()), tmp_path)
    (tmp_path / PROOF_FOLDER).mkdir()
    (tmp_path / PROOF_FOLDER / "html.json").write_text('{"fouten": 41}', encoding="utf-8")
    assert main(tmp_path) == "Bijgewerkt: data/kwaliteit.yml"
    assert 'waarde: "41"' in (tmp_path / "data/kwaliteit.yml").read_text(encoding="utf-8")
    corpus, errors = read_corpus(tmp_path)
    assert errors == []
    assert corpus is not None
    assert run_rules(corpus) == []


def _pagina(corpus: Corpus) -> str:
    return tekst(kwaliteit(Writer(corpus, "kwaliteit/")))


def _nameless(measured: Kwaliteit) -> set[str]:
    """Return the gates and figures that the page has no name for."""
    cijfers = {regel.naam for meting in measured.metingen for regel in meting.cijfers}
    of_pages = {naam for naam in cijfers if naam.startswith("/")}
    gates = {meting.poort for meting in measured.metingen}
    return (gates - set(GATES)) | (cijfers - set(CIJFERS) - of_pages)


def _missing(measured: Kwaliteit, pagina: str) -> list[str]:
    """Return the figures that do not stand on the page."""
    waarden = [regel.waarde for meting in measured.metingen for regel in meting.cijfers]
    return [one for one in waarden if waarde(one) not in pagina]


def _belongs_to(measured: Kwaliteit, site: Site) -> bool:
    """Tell whether the figures are of this version of the site."""
    return (measured.versie, measured.peildatum) == (site.versie, site.peildatum)


def test_every_gate_on_the_page_has_a_name(corpus: Corpus) -> None:
    assert _nameless(corpus.kwaliteit) == set()


def test_every_figure_stands_on_the_page(corpus: Corpus) -> None:
    pagina = _pagina(corpus)
    assert _missing(corpus.kwaliteit, pagina) == []
    assert "niet de versie die u nu leest" not in pagina


def test_the_gates_see_a_nameless_gate_and_a_lost_figure(corpus: Corpus) -> None:
    regel = Cijferregel(naam="naamloos", waarde="987654321")
    new = Meting(poort="nieuw", cijfers=(regel,))
    otherwise = corpus.kwaliteit.model_copy(update={"metingen": (*corpus.kwaliteit.metingen, new)})
    assert _nameless(otherwise) == {"nieuw", "naamloos"}
    assert _missing(otherwise, _pagina(corpus)) == [regel.waarde]


def test_figures_of_another_version_say_so(corpus: Corpus) -> None:
    old = corpus.kwaliteit.model_copy(update={"versie": "2020.01.0"})
    other = dataclasses.replace(corpus, tables={**corpus.tables, "kwaliteit": old})
    assert "niet de versie die u nu leest" in _pagina(other)


def test_the_committed_figures_are_of_this_version(corpus: Corpus) -> None:
    what_now = "draai `make kwaliteit` en leg data/kwaliteit.yml vast"
    assert _belongs_to(corpus.kwaliteit, corpus.site), what_now


@pytest.mark.parametrize("otherwise", [{"versie": "2020.01.0"}, {"peildatum": "2020-01-01"}])
def test_the_gate_sees_figures_of_another_version(
    otherwise: dict[str, str], corpus: Corpus
) -> None:
    assert not _belongs_to(corpus.kwaliteit.model_copy(update=otherwise), corpus.site)


@pytest.mark.parametrize(
    ("measured", "dutch"),
    [
        ("813", "813"),
        ("60188", "60.188"),
        ("22.2", "22,2"),
        ("LCP 1.2 s, CLS 0.000", "LCP 1,2 s, CLS 0,000"),
        ("24 (/dossier/)", "24 (/dossier/)"),
    ],
)
def test_figures_are_written_as_dutch_does(measured: str, dutch: str) -> None:
    assert waarde(measured) == dutch


def test_what_was_looked_at_stands_before_what_was_found() -> None:
    namen = ("vondsten", "/gemeenten/", "paginas")
    meting = Meting(
        poort="html", cijfers=tuple(Cijferregel(naam=naam, waarde="1") for naam in namen)
    )
    assert [naam for naam, _ in regels(meting)] == ["/gemeenten/", "Pagina’s", "Fouten"]
