"""/kwaliteit/ says what the tests found, and nothing else."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
import yaml

from macros.check.regels import controleer
from macros.corpus.corpus import Corpus
from macros.corpus.inlezen import lees_corpus
from macros.model.kwaliteit import Cijferregel, Kwaliteit, Meting
from macros.model.vocabulaire import Site
from macros.pages.inzetten.kwaliteit import CIJFERS, POORTEN, kwaliteit, regels, waarde
from macros.pages.weergave import Schrijver
from tests.bewijs import BEWIJSMAP
from tests.fabriek import een_van_elk, maak_corpus, schrijf
from tests.kwaliteit.vastleggen import als_yaml, lees_bewijs, main
from tests.pages.hulp import tekst


def test_what_the_gates_wrote_comes_back_whole(corpus: Corpus, tmp_path: Path) -> None:
    cijfers = {"paginas": 3, "wat": 'Een "lastige": waarde # met tekens', "deel": 0.5}
    (tmp_path / "html.json").write_text(json.dumps(cijfers), encoding="utf-8")
    gelezen = Kwaliteit.model_validate(yaml.safe_load(als_yaml(corpus, lees_bewijs(tmp_path))))
    assert (gelezen.versie, gelezen.peildatum) == (corpus.site.versie, corpus.site.peildatum)
    (meting,) = gelezen.metingen
    assert {regel.naam: regel.waarde for regel in meting.cijfers} == {
        naam: str(waarde) for naam, waarde in cijfers.items()
    }


def test_the_figures_go_into_the_data_where_the_site_reads_them(tmp_path: Path) -> None:
    schrijf(maak_corpus(*een_van_elk()), tmp_path)
    (tmp_path / BEWIJSMAP).mkdir()
    (tmp_path / BEWIJSMAP / "html.json").write_text('{"fouten": 41}', encoding="utf-8")
    assert main(tmp_path) == "Bijgewerkt: data/kwaliteit.yml"
    assert 'waarde: "41"' in (tmp_path / "data/kwaliteit.yml").read_text(encoding="utf-8")
    corpus, fouten = lees_corpus(tmp_path)
    assert fouten == []
    assert corpus is not None
    assert controleer(corpus) == []


def _pagina(corpus: Corpus) -> str:
    return tekst(kwaliteit(Schrijver(corpus, "kwaliteit/")))


def _naamloos(gemeten: Kwaliteit) -> set[str]:
    """Return the gates and figures that the page has no name for."""
    cijfers = {regel.naam for meting in gemeten.metingen for regel in meting.cijfers}
    van_paginas = {naam for naam in cijfers if naam.startswith("/")}
    poorten = {meting.poort for meting in gemeten.metingen}
    return (poorten - set(POORTEN)) | (cijfers - set(CIJFERS) - van_paginas)


def _ontbreekt(gemeten: Kwaliteit, pagina: str) -> list[str]:
    """Return the figures that do not stand on the page."""
    waarden = [regel.waarde for meting in gemeten.metingen for regel in meting.cijfers]
    return [een for een in waarden if waarde(een) not in pagina]


def _is_van(gemeten: Kwaliteit, site: Site) -> bool:
    """Tell whether the figures are of this version of the site."""
    return (gemeten.versie, gemeten.peildatum) == (site.versie, site.peildatum)


def test_every_gate_on_the_page_has_a_name(corpus: Corpus) -> None:
    assert _naamloos(corpus.kwaliteit) == set()


def test_every_figure_stands_on_the_page(corpus: Corpus) -> None:
    pagina = _pagina(corpus)
    assert _ontbreekt(corpus.kwaliteit, pagina) == []
    assert "niet de versie die u nu leest" not in pagina


def test_the_gates_see_a_nameless_gate_and_a_lost_figure(corpus: Corpus) -> None:
    regel = Cijferregel(naam="naamloos", waarde="987654321")
    nieuw = Meting(poort="nieuw", cijfers=(regel,))
    anders = corpus.kwaliteit.model_copy(update={"metingen": (*corpus.kwaliteit.metingen, nieuw)})
    assert _naamloos(anders) == {"nieuw", "naamloos"}
    assert _ontbreekt(anders, _pagina(corpus)) == [regel.waarde]


def test_figures_of_another_version_say_so(corpus: Corpus) -> None:
    oud = corpus.kwaliteit.model_copy(update={"versie": "2020.01.0"})
    ander = dataclasses.replace(corpus, tabellen={**corpus.tabellen, "kwaliteit": oud})
    assert "niet de versie die u nu leest" in _pagina(ander)


def test_the_committed_figures_are_of_this_version(corpus: Corpus) -> None:
    wat_nu = "draai `make kwaliteit` en leg data/kwaliteit.yml vast"
    assert _is_van(corpus.kwaliteit, corpus.site), wat_nu


@pytest.mark.parametrize("anders", [{"versie": "2020.01.0"}, {"peildatum": "2020-01-01"}])
def test_the_gate_sees_figures_of_another_version(anders: dict[str, str], corpus: Corpus) -> None:
    assert not _is_van(corpus.kwaliteit.model_copy(update=anders), corpus.site)


@pytest.mark.parametrize(
    ("gemeten", "nederlands"),
    [
        ("813", "813"),
        ("60188", "60.188"),
        ("22.2", "22,2"),
        ("LCP 1.2 s, CLS 0.000", "LCP 1,2 s, CLS 0,000"),
        ("24 (/dossier/)", "24 (/dossier/)"),
    ],
)
def test_figures_are_written_as_dutch_does(gemeten: str, nederlands: str) -> None:
    assert waarde(gemeten) == nederlands


def test_what_was_looked_at_stands_before_what_was_found() -> None:
    namen = ("vondsten", "/gemeenten/", "paginas")
    meting = Meting(
        poort="html", cijfers=tuple(Cijferregel(naam=naam, waarde="1") for naam in namen)
    )
    assert [naam for naam, _ in regels(meting)] == ["/gemeenten/", "Pagina’s", "Fouten"]
