"""Everything a record says stands on its page: computed from the model, so none is forgotten."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_origin
from urllib.parse import urljoin

import pytest
from pydantic import BaseModel

from macros.blad import adres
from macros.corpus.corpus import Corpus
from macros.load.fout import Pad
from macros.model.basis import Basis, Bewering, NietVanToepassing, Onbekend, Record
from macros.model.bladeren import bladeren
from macros.model.kennis import Begrip, Bron
from macros.model.organisatie import Gemeente
from macros.pages import recordpaginas
from tests.pages.hulp import (
    Vormpad,
    adressen,
    bewering,
    boom,
    dekkend,
    met_records,
    paginasoorten,
    tekst,
    vervang,
    vorm,
)

SOORTEN = paginasoorten()
IDS = [soort.soort for soort in SOORTEN]

NIET_ZICHTBAAR: frozenset[Vormpad] = frozenset({("zoektermen", "*")})
"""For the search, not for reading (a law shows them all the same)."""


def _statements_velden(soort: type[Record]) -> list[str]:
    """Return the fields that hold plain statements: ``tuple[Bewering, ...]``."""
    velden = []
    for naam, veld in soort.model_fields.items():
        annotatie: Any = veld.annotation
        if get_origin(annotatie) is tuple and get_args(annotatie)[0] is Bewering:
            velden.append(naam)
    return velden


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_sections_name_existing_fields_once(soort: type[Record]) -> None:
    velden = [veld for opzet in soort.secties for veld in opzet.velden]
    assert velden != []
    assert len(velden) == len(set(velden))
    assert set(velden) <= set(soort.model_fields)
    koppen = [opzet.kop for opzet in soort.secties]
    assert len(koppen) == len(set(koppen))
    ankers = [opzet.anker for opzet in soort.secties]
    assert len(ankers) == len(set(ankers))


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_what_has_to_be_accounted_for_has_a_section(soort: type[Record]) -> None:
    velden = {veld for opzet in soort.secties for veld in opzet.velden}
    assert set(soort.velden_verplicht_verantwoord) <= velden


VELDEN = [(soort, veld) for soort in SOORTEN for veld in _statements_velden(soort)]


@pytest.mark.parametrize(("soort", "veld"), VELDEN, ids=[f"{s.soort}.{v}" for s, v in VELDEN])
def test_every_field_of_statements_is_shown(corpus: Corpus, soort: type[Record], veld: str) -> None:
    merkteken = bewering(
        tekst="Merkteken van dit veld.",
        opmerking="Merkteken van de opmerking.",
        stand="2024-04",
    )
    record = corpus.alle(soort)[0].model_copy(update={veld: (merkteken,)})
    zichtbaar = tekst(recordpaginas.recordpagina(met_records(corpus, record), record).inhoud)
    assert "Merkteken van dit veld." in zichtbaar
    assert "Merkteken van de opmerking." in zichtbaar
    assert "stand april 2024" in zichtbaar


def test_the_model_still_has_fields_of_statements() -> None:
    assert len(VELDEN) > 40


def _pagina(corpus: Corpus, record: BaseModel) -> str:
    if isinstance(record, Gemeente):
        return recordpaginas.gemeentepagina(corpus, record).inhoud
    if isinstance(record, Bron):
        return recordpaginas.bronpagina(met_records(corpus, record), record).inhoud
    assert isinstance(record, Record)
    return recordpaginas.recordpagina(met_records(corpus, record), record).inhoud


def _merken(teller: Iterator[int]) -> Callable[[Pad], str]:
    return lambda _: f"Merk {next(teller)}"


@pytest.mark.parametrize("soort", [*SOORTEN, Bron, Gemeente], ids=[*IDS, "bron", "gemeente"])
def test_every_text_an_editor_writes_is_shown(corpus: Corpus, soort: type[Basis]) -> None:
    gemist: set[Vormpad] = set()
    for echt in dekkend(corpus, soort):
        teller = itertools.count(1000)
        # The field that a question is about stays: it says where on the page the question stands.
        record, gezet = vervang(echt, _merken(teller), "veld")
        zichtbaar = tekst(_pagina(corpus, record))
        gemist |= {vorm(pad) for pad, merk in gezet.items() if merk not in zichtbaar}
    assert gemist <= NIET_ZICHTBAAR


@pytest.mark.parametrize("soort", [*SOORTEN, Gemeente], ids=[*IDS, "gemeente"])
def test_every_reference_is_a_link_on_the_page(corpus: Corpus, soort: type[Basis]) -> None:
    basis = "https://site.example/"
    per_record: dict[str, set[str]] = {}
    for relatie in corpus.relaties:
        per_record.setdefault(relatie.van, set()).add(relatie.naar)
    gemist = []
    for record in dekkend(corpus, soort):
        id_ = f"gemeente:{record.cbs}" if isinstance(record, Gemeente) else record.id
        pad = adres.pad_van(id_)
        gelinkt = {urljoin(basis + pad, link) for link in adressen(_pagina(corpus, record))}
        gemist += [
            (id_, naar)
            for naar in per_record.get(id_, ())
            if basis + adres.pad_van(naar) not in gelinkt
        ]
    assert gemist == []


VERPLICHT = [(soort, veld) for soort in SOORTEN for veld in soort.velden_verplicht_verantwoord]
VERPLICHT_IDS = [f"{soort.soort}.{veld}" for soort, veld in VERPLICHT]


def _leeg(corpus: Corpus, soort: type[Record], veld: str) -> Record:
    """Return a real record without this field and without other gaps."""
    record = corpus.alle(soort)[0]
    leeg: object = None if soort.model_fields[veld].default is None else ()
    return record.model_copy(update={veld: leeg, "onbekend": (), "niet_van_toepassing": ()})


@pytest.mark.parametrize(("soort", "veld"), VERPLICHT, ids=VERPLICHT_IDS)
def test_what_is_unknown_is_said_with_whom_to_ask(
    corpus: Corpus, soort: type[Record], veld: str
) -> None:
    vraag = Onbekend.model_validate(
        {
            "veld": veld,
            "vraag": "Merkteken van de vraag?",
            "aan": ["organisatie:pmm"],
            "levert_op": "Merkteken van de opbrengst.",
        }
    )
    record = _leeg(corpus, soort, veld).model_copy(update={"onbekend": (vraag,)})
    pagina = recordpaginas.recordpagina(met_records(corpus, record), record)
    zichtbaar = tekst(pagina.inhoud)
    aantal = zichtbaar.count("Merkteken van de vraag?")
    assert aantal == 1
    assert "Merkteken van de opbrengst." in zichtbaar
    assert "Hierover is geen openbare bron gevonden." in zichtbaar


@pytest.mark.parametrize(("soort", "veld"), VERPLICHT, ids=VERPLICHT_IDS)
def test_what_does_not_apply_is_said_with_the_reason(
    corpus: Corpus, soort: type[Record], veld: str
) -> None:
    nvt = NietVanToepassing(veld=veld, reden="Merkteken van de reden.")
    record = _leeg(corpus, soort, veld).model_copy(update={"niet_van_toepassing": (nvt,)})
    pagina = recordpaginas.recordpagina(met_records(corpus, record), record)
    aantal = tekst(pagina.inhoud).count("Merkteken van de reden.")
    assert aantal == 1


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_a_question_about_any_other_field_is_shown_too(corpus: Corpus, soort: type[Record]) -> None:
    vraag = Onbekend.model_validate(
        {"veld": "titel", "vraag": "Merkteken van de vraag?", "aan": ["organisatie:pmm"]}
    )
    record = corpus.alle(soort)[0].model_copy(update={"onbekend": (vraag,)})
    pagina = recordpaginas.recordpagina(met_records(corpus, record), record)
    assert "Merkteken van de vraag?" in tekst(pagina.inhoud)


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_pages_about_the_imaginary_law_say_so_and_others_do_not(
    corpus: Corpus, soort: type[Record]
) -> None:
    record = corpus.alle(soort)[0]
    pagina = recordpaginas.recordpagina(corpus, record)
    banieren = boom(pagina.inhoud).css(".kb-denkbeeldig")
    assert pagina.denkbeeldig == (soort.soort in ("mvt", "mvtpunt"))
    assert len(banieren) == int(pagina.denkbeeldig)
    for banier in banieren:
        assert "Er is geen wetstraject." in banier.text()


def test_a_section_without_content_has_no_heading(corpus: Corpus) -> None:
    record = _leeg(corpus, SOORTEN[0], "kosten")
    html = recordpaginas.recordpagina(met_records(corpus, record), record).inhoud
    assert boom(html).css("#kosten") == []
    assert boom(html).css("#doel") != []


def test_the_notes_of_a_page_count_from_one_and_point_to_the_list(corpus: Corpus) -> None:
    for soort in SOORTEN:
        record = corpus.alle(soort)[0]
        pagina = boom(recordpaginas.recordpagina(corpus, record).inhoud)
        nummers = [knoop.attributes["id"] for knoop in pagina.css(".kb-bronnen > li")]
        assert nummers == [f"bron-{nummer + 1}" for nummer in range(len(nummers))]
        noten = {knoop.attributes["href"] for knoop in pagina.css("a.kb-noot")}
        assert noten == {f"#{nummer}" for nummer in nummers}


def test_statements_of_a_real_record_carry_proof(corpus: Corpus) -> None:
    for soort in SOORTEN:
        record = corpus.alle(soort)[0]
        beweringen = [w for _, w, _ in bladeren(record) if isinstance(w, Bewering)]
        pagina = boom(recordpaginas.recordpagina(corpus, record).inhoud)
        assert len(pagina.css(".kb-bewijs")) >= len(beweringen)


@pytest.mark.parametrize(
    ("uitleg", "regels"),
    [
        (["Kern."], 0),
        (["Kern.", "Meer."], 1),
        (["Meer.", "Kern."], 1),
        (["Anders."], 1),
        (["Kern.", "Kern."], 1),
    ],
)
def test_a_page_does_not_repeat_its_summary(corpus: Corpus, uitleg: list[str], regels: int) -> None:
    (begrip,) = (een for een in corpus.alle(Begrip) if een.id == "begrip:briefadres")
    nieuw = begrip.model_copy(
        update={
            "samenvatting": "Kern.",
            "uitleg": tuple(bewering(tekst=tekst_, bronnen=["DIVBA"]) for tekst_ in uitleg),
        }
    )
    boom_ = boom(recordpaginas.recordpagina(met_records(corpus, nieuw), nieuw).inhoud)
    samenvatting = boom_.css_first(".kb-samenvatting")
    assert samenvatting is not None
    assert samenvatting.text().strip().startswith("Kern.")
    assert bool(samenvatting.css(".kb-noot")) == ("Kern." in uitleg)
    assert len(boom_.css(".kb-beweringen > li")) == regels
    assert bool(boom_.css("#uitleg")) == bool(regels)
