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
from macros.load.error import Pad
from macros.model.base import Basis, Bewering, NietVanToepassing, Onbekend, Record
from macros.model.kennis import Begrip, Bron
from macros.model.organisatie import Gemeente
from macros.model.walk import walk
from macros.pages import record_pages
from tests.example import example
from tests.factory import make_bron, make_vocabulaire, rebuilt
from tests.pages.helpers import (
    ShapePath,
    adressen,
    bewering,
    covering,
    page_kinds,
    replace,
    tekst,
    tree,
    vorm,
    with_records,
)

SOORTEN = page_kinds()
IDS = [soort.soort for soort in SOORTEN]

NOT_VISIBLE: frozenset[ShapePath] = frozenset({("zoektermen", "*")})
"""For the search, not for reading (a law shows them all the same)."""


def _statements_velden(soort: type[Record]) -> list[str]:
    """Return the fields that hold plain statements: ``tuple[Bewering, ...]``."""
    velden = []
    for naam, veld in soort.model_fields.items():
        annotation: Any = veld.annotation
        if get_origin(annotation) is tuple and get_args(annotation)[0] is Bewering:
            velden.append(naam)
    return velden


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_sections_name_existing_fields_once(soort: type[Record]) -> None:
    velden = [veld for layout in soort.secties for veld in layout.velden]
    assert velden != []
    assert len(velden) == len(set(velden))
    assert set(velden) <= set(soort.model_fields)
    headings = [layout.kop for layout in soort.secties]
    assert len(headings) == len(set(headings))
    ankers = [layout.anker for layout in soort.secties]
    assert len(ankers) == len(set(ankers))


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_what_has_to_be_accounted_for_has_a_section(soort: type[Record]) -> None:
    velden = {veld for layout in soort.secties for veld in layout.velden}
    assert set(soort.velden_verplicht_verantwoord) <= velden


@pytest.fixture(scope="module")
def small() -> Corpus:
    """Return the example with the source of a made statement: a page of it takes less time.

    And with the state of a learning of which nothing more is known.
    """
    known = [term.sleutel for term in example().vocabulaires["spoorstatus"].termen]
    states = make_vocabulaire("spoorstatus", [*known, "gesignaleerd"])
    return rebuilt(example(), [make_bron()], {"spoorstatus": states})


VELDEN = [(soort, veld) for soort in SOORTEN for veld in _statements_velden(soort)]


@pytest.mark.parametrize(("soort", "veld"), VELDEN, ids=[f"{s.soort}.{v}" for s, v in VELDEN])
def test_every_field_of_statements_is_shown(small: Corpus, soort: type[Record], veld: str) -> None:
    mark_sign = bewering(
        tekst="Merkteken van dit veld.",
        opmerking="Merkteken van de opmerking.",
        stand="2024-04",
    )
    record = small.every(soort)[0].model_copy(update={veld: (mark_sign,)})
    visible = tekst(record_pages.record_page(with_records(small, record), record).inhoud)
    assert "Merkteken van dit veld." in visible
    assert "Merkteken van de opmerking." in visible
    assert "stand april 2024" in visible


def test_the_model_still_has_fields_of_statements() -> None:
    assert len(VELDEN) > 40


def _pagina(corpus: Corpus, record: BaseModel) -> str:
    if isinstance(record, Gemeente):
        return record_pages.gemeente_page(corpus, record).inhoud
    if isinstance(record, Bron):
        return record_pages.bron_page(corpus, record).inhoud
    assert isinstance(record, Record)
    return record_pages.record_page(corpus, record).inhoud


def _marks(teller: Iterator[int]) -> Callable[[Pad], str]:
    return lambda _: f"Merk {next(teller)}"


@pytest.mark.parametrize("soort", [*SOORTEN, Bron, Gemeente], ids=[*IDS, "bron", "gemeente"])
def test_every_text_an_editor_writes_is_shown(corpus: Corpus, soort: type[Basis]) -> None:
    missed: set[ShapePath] = set()
    for real in covering(corpus, soort):
        teller = itertools.count(1000)
        # The field that a question is about stays: it says where on the page the question stands.
        record, put = replace(real, _marks(teller), "veld")
        changed = corpus if isinstance(record, Gemeente) else with_records(corpus, record)
        visible = tekst(_pagina(changed, record))
        missed |= {vorm(pad) for pad, mark in put.items() if mark not in visible}
    assert missed <= NOT_VISIBLE


@pytest.mark.parametrize("soort", [*SOORTEN, Gemeente], ids=[*IDS, "gemeente"])
def test_every_reference_is_a_link_on_the_page(corpus: Corpus, soort: type[Basis]) -> None:
    base = "https://site.example/"
    per_record: dict[str, set[str]] = {}
    for relatie in corpus.relaties:
        per_record.setdefault(relatie.from_, set()).add(relatie.naar)
    missed = []
    for record in covering(corpus, soort):
        id_ = f"gemeente:{record.cbs}" if isinstance(record, Gemeente) else record.id
        pad = adres.pad_of(id_)
        linked = {urljoin(base + pad, link) for link in adressen(_pagina(corpus, record))}
        missed += [
            (id_, naar)
            for naar in per_record.get(id_, ())
            if base + adres.pad_of(naar) not in linked
        ]
    assert missed == []


REQUIRED = [(soort, veld) for soort in SOORTEN for veld in soort.velden_verplicht_verantwoord]
REQUIRED_IDS = [f"{soort.soort}.{veld}" for soort, veld in REQUIRED]


def _empty(corpus: Corpus, soort: type[Record], veld: str) -> Record:
    """Return a real record without this field and without other gaps."""
    record = corpus.every(soort)[0]
    empty: object = None if soort.model_fields[veld].default is None else ()
    return record.model_copy(update={veld: empty, "onbekend": (), "niet_van_toepassing": ()})


@pytest.mark.parametrize(("soort", "veld"), REQUIRED, ids=REQUIRED_IDS)
def test_what_is_unknown_is_said_with_whom_to_ask(
    small: Corpus, soort: type[Record], veld: str
) -> None:
    vraag = Onbekend.model_validate(
        {
            "veld": veld,
            "vraag": "Merkteken van de vraag?",
            "aan": ["organisatie:pmm"],
            "levert_op": "Merkteken van de opbrengst.",
        }
    )
    record = _empty(small, soort, veld).model_copy(update={"onbekend": (vraag,)})
    pagina = record_pages.record_page(with_records(small, record), record)
    visible = tekst(pagina.inhoud)
    aantal = visible.count("Merkteken van de vraag?")
    assert aantal == 1
    assert "Merkteken van de opbrengst." in visible
    assert "Hierover is geen openbare bron gevonden." in visible


@pytest.mark.parametrize(("soort", "veld"), REQUIRED, ids=REQUIRED_IDS)
def test_what_does_not_apply_is_said_with_the_reason(
    small: Corpus, soort: type[Record], veld: str
) -> None:
    nvt = NietVanToepassing(veld=veld, reden="Merkteken van de reden.")
    record = _empty(small, soort, veld).model_copy(update={"niet_van_toepassing": (nvt,)})
    pagina = record_pages.record_page(with_records(small, record), record)
    aantal = tekst(pagina.inhoud).count("Merkteken van de reden.")
    assert aantal == 1


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_a_question_about_any_other_field_is_shown_too(small: Corpus, soort: type[Record]) -> None:
    vraag = Onbekend.model_validate(
        {"veld": "titel", "vraag": "Merkteken van de vraag?", "aan": ["organisatie:pmm"]}
    )
    record = small.every(soort)[0].model_copy(update={"onbekend": (vraag,)})
    pagina = record_pages.record_page(with_records(small, record), record)
    assert "Merkteken van de vraag?" in tekst(pagina.inhoud)


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_pages_about_the_imaginary_law_say_so_and_others_do_not(
    corpus: Corpus, soort: type[Record]
) -> None:
    record = corpus.every(soort)[0]
    pagina = record_pages.record_page(corpus, record)
    banners = tree(pagina.inhoud).css(".kb-denkbeeldig")
    assert pagina.denkbeeldig == (soort.soort in ("mvt", "mvtpunt"))
    assert len(banners) == int(pagina.denkbeeldig)
    for banner in banners:
        assert "Er is geen wetstraject." in banner.text()


def test_a_section_without_content_has_no_heading(corpus: Corpus) -> None:
    record = _empty(corpus, SOORTEN[0], "kosten")
    html = record_pages.record_page(with_records(corpus, record), record).inhoud
    assert tree(html).css("#kosten") == []
    assert tree(html).css("#doel") != []


def test_the_notes_of_a_page_count_from_one_and_point_to_the_list(corpus: Corpus) -> None:
    for soort in SOORTEN:
        record = corpus.every(soort)[0]
        pagina = tree(record_pages.record_page(corpus, record).inhoud)
        nummers = [node.attributes["id"] for node in pagina.css(".kb-bronnen > li")]
        assert nummers == [f"bron-{nummer + 1}" for nummer in range(len(nummers))]
        noten = {node.attributes["href"] for node in pagina.css("a[href^='#bron-']")}
        assert noten == {f"#{nummer}" for nummer in nummers}


def test_statements_of_a_real_record_carry_proof(corpus: Corpus) -> None:
    for soort in SOORTEN:
        record = corpus.every(soort)[0]
        beweringen = [w for _, w, _ in walk(record) if isinstance(w, Bewering)]
        pagina = tree(record_pages.record_page(corpus, record).inhoud)
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
    (begrip,) = (one for one in corpus.every(Begrip) if one.id == "begrip:briefadres")
    new = begrip.model_copy(
        update={
            "samenvatting": "Kern.",
            "uitleg": tuple(bewering(tekst=tekst_, bronnen=["DIVBA"]) for tekst_ in uitleg),
        }
    )
    tree_ = tree(record_pages.record_page(with_records(corpus, new), new).inhoud)
    samenvatting = tree_.css_first(".kb-samenvatting")
    assert samenvatting is not None
    assert samenvatting.text().strip().startswith("Kern.")
    assert bool(samenvatting.css("[href^='#bron-']")) == ("Kern." in uitleg)
    assert len(tree_.css(".kb-beweringen > li")) == regels
    assert bool(tree_.css("#uitleg")) == bool(regels)
