"""/kwaliteit/ says what the tests found, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from macros.corpus.corpus import Corpus
from macros.exports.kwaliteit import als_yaml, lees_bewijs
from macros.model.kwaliteit import Kwaliteit
from macros.pages.inzetten.kwaliteit import POORTEN, kwaliteit
from macros.pages.weergave import Schrijver
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


def test_every_gate_on_the_page_has_a_name(corpus: Corpus) -> None:
    assert {meting.poort for meting in corpus.kwaliteit.metingen} <= set(POORTEN)


def test_every_figure_stands_on_the_page(corpus: Corpus) -> None:
    pagina = tekst(kwaliteit(Schrijver(corpus, "kwaliteit/")))
    for meting in corpus.kwaliteit.metingen:
        for regel in meting.cijfers:
            assert regel.waarde in pagina
    assert "niet de versie die u nu leest" not in pagina


def test_figures_of_another_version_say_so(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    oud = corpus.kwaliteit.model_copy(update={"versie": "2020.01.0"})
    monkeypatch.setitem(vars(corpus), "kwaliteit", oud)
    pagina = tekst(kwaliteit(Schrijver(corpus, "kwaliteit/")))
    assert "niet de versie die u nu leest" in pagina


def test_the_committed_figures_are_of_this_version(corpus: Corpus) -> None:
    wat_nu = "draai `make kwaliteit` en leg data/kwaliteit.yml vast"
    gemeten = (corpus.kwaliteit.versie, corpus.kwaliteit.peildatum)
    assert gemeten == (corpus.site.versie, corpus.site.peildatum), wat_nu
