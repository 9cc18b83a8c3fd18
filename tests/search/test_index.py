"""The contract between the index and ``zoek-kern.js``."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest

from macros.blad.facets import rows
from macros.corpus.corpus import Corpus
from macros.model.base import Record
from macros.model.kennis import Bron, Gebeurtenis, Grafiek
from macros.model.leerpunt import Leerpunt
from macros.model.recht import Wet
from macros.model.soorten import SOORTEN
from macros.search.index import (
    VERSIE,
    WEIGHTS,
    ToldPage,
    as_json,
    as_script,
    build_index,
    only_texts,
    without_texts,
)
from macros.search.tekst import parts

SLEUTELS = {
    "id",
    "url",
    "titel",
    "soort",
    "samenvatting",
    "tekst",
    "koppen",
    "delen",
    "gewoon",
    "zoektermen",
    "afkortingen",
    "nummers",
    "artikelen",
    "doe",
    "datum",
    "denkbeeldig",
    "facetten",
}
"""What the script knows of; a key it does not know is weight for nothing."""

PAGES = [
    ToldPage(
        "privacy/",
        "Privacy",
        "Wat wij bewaren.",
        parts('<h1>Privacy</h1><p>Niets.</p><h2 id="koekjes">Koekjes</h2><p>Geen.</p>'),
    ),
    ToldPage("", "Home", "De voorpagina.", parts("<p>Welkom.</p>")),
    ToldPage(
        "mvt/",
        "De fictieve memorie",
        "Over een denkbeeldige wet.",
        parts("<p>Ja.</p>"),
        denkbeeldig=True,
    ),
]

Index = dict[str, Any]


@pytest.fixture(scope="module")
def index(corpus: Corpus) -> Index:
    """Return the index as the script receives it: through JSON."""
    tekst = as_json(build_index(corpus, PAGES))
    return cast("Index", json.loads(tekst))


@pytest.fixture(scope="module")
def per_id(index: Index) -> dict[str, dict[str, Any]]:
    return {document["id"]: document for document in index["documenten"]}


def test_the_index_has_the_keys_of_the_contract(index: Index) -> None:
    assert set(index) == {
        "versie",
        "soorten",
        "facetten",
        "synoniemen",
        "licht",
        "elders",
        "documenten",
    }
    assert index["versie"] == VERSIE == 2


def test_every_document_has_what_the_script_needs_and_nothing_else(index: Index) -> None:
    needed = {"id", "url", "titel", "soort", "samenvatting"}
    for document in index["documenten"]:
        assert needed <= set(document) <= SLEUTELS, document["id"]


def test_the_home_page_keeps_its_empty_address(per_id: dict[str, dict[str, Any]]) -> None:
    assert per_id["pagina:home"]["url"] == ""


def test_no_document_carries_an_empty_value(index: Index) -> None:
    for document in index["documenten"]:
        empty = [sleutel for sleutel, waarde in document.items() if waarde in (None, [], {}, False)]
        assert empty == []


def test_ids_and_addresses_are_unique(index: Index) -> None:
    for sleutel in ("id", "url"):
        waarden = [document.get(sleutel) for document in index["documenten"]]
        assert len(waarden) == len(set(waarden))


def test_everything_with_a_page_can_be_found(corpus: Corpus, per_id: dict[str, Any]) -> None:
    records = {id_ for id_, record in corpus.records.items() if not isinstance(record, Grafiek)}
    gemeenten = {f"gemeente:{cbs}" for cbs in corpus.gemeenten()}
    pages = {"pagina:home", "pagina:privacy", "pagina:mvt"}
    used = {one for leerpunt in corpus.every(Leerpunt) for one in leerpunt.leefgebieden}
    leefgebieden = {f"leefgebied:{one}" for one in used}
    assert set(per_id) == records | gemeenten | pages | leefgebieden


def test_each_kind_has_a_label_and_a_weight(index: Index) -> None:
    used = {document["soort"] for document in index["documenten"]}
    assert used <= set(index["soorten"])
    for soort in index["soorten"].values():
        assert set(soort) == {"label", "gewicht"}
        assert soort["label"]
        assert 0 < soort["gewicht"] < 2


def test_weights_are_set_for_kinds_that_exist() -> None:
    known = {soort.soort for soort in SOORTEN} | {"pagina", "gemeente", "leefgebied"}
    assert set(WEIGHTS) <= known


def test_answers_weigh_more_than_their_sources(index: Index) -> None:
    def weight(soort: str) -> float:
        return float(index["soorten"][soort]["gewicht"])

    assert weight("instrument") > weight("begrip") == 1.0 > weight("gebeurtenis")
    assert weight("gebeurtenis") > weight("bron")


def test_every_facet_and_term_in_use_has_a_label_and_no_other(index: Index) -> None:
    used: dict[str, set[str]] = {facet: set() for facet in index["facetten"]}
    for document in index["documenten"]:
        used["soort"].add(document["soort"])
        for facet, termen in document.get("facetten", {}).items():
            assert termen
            used[facet] |= set(termen)
    for facet, description in index["facetten"].items():
        assert description["label"]
        assert set(description["termen"]) == used[facet]
        assert all(description["termen"].values())


def test_a_label_is_what_readers_call_it(corpus: Corpus, index: Index) -> None:
    assert index["facetten"]["wet"]["termen"]["wet:awir"] == corpus.records["wet:awir"].titel
    leefgebied = index["facetten"]["leefgebied"]["termen"]
    assert leefgebied == {
        term.sleutel: term.label
        for term in corpus.vocabulaires["leefgebied"].termen
        if term.sleutel in leefgebied
    }


def test_a_learning_is_found_by_law_area_organisation_and_status(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for leerpunt in corpus.every(Leerpunt):
        facets = per_id[leerpunt.id]["facetten"]
        assert facets["leefgebied"] == list(leerpunt.leefgebieden)
        assert facets["status"] == list(leerpunt.statussen)
        assert set(facets.get("wet", ())) == {v.wet for v in leerpunt.wetten}
        assert set(facets.get("organisatie", ())) == {
            o.organisatie for o in leerpunt.organisaties if o.organisatie
        }


def test_what_is_imaginary_is_marked_and_nothing_else(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    marked = {id_ for id_, document in per_id.items() if document.get("denkbeeldig")}
    expected = {r.id for r in corpus.every(Record) if r.soort in ("mvt", "mvtpunt")}
    assert marked == expected | {"pagina:mvt"}


def test_a_record_is_found_by_every_statement_on_it(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for record in corpus.every(Record):
        tekst = per_id[record.id].get("tekst", "")
        for place in corpus.beweringen_per_record.get(record.id, ()):
            assert place.bewering.tekst in tekst


def test_a_record_is_found_by_the_questions_that_stand_open_on_it(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    met = [record for record in corpus.every(Record) if record.onbekend]
    assert met
    for record in met:
        for vraag in record.onbekend:
            assert vraag.vraag in per_id[record.id]["tekst"]


def test_readers_see_the_facets_in_this_order(index: Index) -> None:
    assert list(index["facetten"]) == ["soort", "leefgebied", "wet", "organisatie", "status"]


def test_a_law_is_found_by_abbreviation_and_number(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for wet in corpus.every(Wet):
        document = per_id[wet.id]
        assert document.get("afkortingen", []) == list(wet.afkortingen)
        nummers = [nummer for nummer in (wet.bwb_id, wet.celex) if nummer]
        assert document.get("nummers", []) == nummers


def test_a_court_decision_is_found_by_its_ecli(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for leerpunt in corpus.every(Leerpunt):
        eclis = {uitspraak.ecli for uitspraak in leerpunt.rechtspraak if uitspraak.ecli}
        assert eclis | {leerpunt.nummer} <= set(per_id[leerpunt.id]["nummers"])


def test_a_learning_has_one_youngest_date_in_search_and_catalogue(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    """Our own inferences are younger than what they rest on; they would make all look new."""
    rows_ = {str(row["adres"]).removeprefix(corpus.site.adres): row for row in rows(corpus)}
    for leerpunt in corpus.every(Leerpunt):
        youngest = str(rows_[leerpunt.pad]["jongste_datum"])
        expected = youngest.rpartition("/")[2].removesuffix("~")
        assert per_id[leerpunt.id].get("datum", "") == expected


def test_a_period_is_dated_by_its_end(corpus: Corpus, per_id: dict[str, dict[str, Any]]) -> None:
    perioden = [one for one in corpus.every(Gebeurtenis) if one.datum.eind is not None]
    assert perioden
    for one in perioden:
        assert one.datum.eind is not None
        assert per_id[one.id]["datum"] == one.datum.eind.iso()


def test_a_source_is_found_by_its_code(corpus: Corpus, per_id: dict[str, dict[str, Any]]) -> None:
    for bron in corpus.every(Bron):
        assert per_id[bron.id]["afkortingen"] == [bron.slug]


def test_a_former_municipality_is_found_at_its_successor(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for old in corpus.vervallen():
        for opvolger in old.opvolgers:
            document = per_id[f"gemeente:{opvolger.removeprefix('gemeente:')}"]
            assert old.naam in {document["titel"], *document["gewoon"]}
            assert old.cbs in document["nummers"]


def test_a_hand_written_page_is_found_by_its_parts(per_id: dict[str, dict[str, Any]]) -> None:
    assert per_id["pagina:privacy"] == {
        "id": "pagina:privacy",
        "url": "privacy/",
        "titel": "Privacy",
        "soort": "pagina",
        "samenvatting": "Wat wij bewaren.",
        "tekst": "Niets.",
        "koppen": "Koekjes",
        "delen": [{"anker": "koekjes", "titel": "Koekjes", "tekst": "Geen."}],
    }


def test_a_hand_written_page_is_found_by_its_search_terms(corpus: Corpus) -> None:
    pagina = ToldPage("privacy/", "Privacy", "Wat.", parts("<p>Niets.</p>"), ("cookies",))
    documents = cast("list[dict[str, object]]", build_index(corpus, [pagina])["documenten"])
    assert documents[0]["zoektermen"] == ["cookies"]


def test_synonyms_go_both_ways_unless_a_preferred_word_is_given(
    corpus: Corpus, index: Index
) -> None:
    groepen = corpus.synoniemen.synoniemen
    assert len(index["synoniemen"]) == len(groepen)
    for groep, written in zip(groepen, index["synoniemen"], strict=True):
        if groep.gebruik:
            assert written == {"termen": list(groep.termen), "gebruik": groep.gebruik}
        else:
            assert written == list(groep.termen)


def test_the_order_in_which_pages_come_does_not_matter(corpus: Corpus) -> None:
    assert as_json(build_index(corpus, PAGES)) == as_json(build_index(corpus, PAGES[::-1]))


def test_the_script_form_holds_the_same_index(corpus: Corpus) -> None:
    tekst = as_json(build_index(corpus, PAGES))
    script = as_script(tekst)
    assert script.startswith("KennisbankZoek.ontvang(")
    assert json.loads(script.removeprefix("KennisbankZoek.ontvang(").removesuffix(");\n")) == tekst


def test_each_document_has_a_line_of_its_own(corpus: Corpus) -> None:
    index_ = build_index(corpus, PAGES)
    tekst = as_json(index_)
    kop, *regels, ending = tekst.split("\n")
    assert [json.loads(regel.removesuffix(",")) for regel in regels] == index_["documenten"]
    assert json.loads(kop + ending) == {**json.loads(json.dumps(index_)), "documenten": []}


def test_the_index_of_names_has_every_page_and_no_text(corpus: Corpus) -> None:
    index_ = build_index(corpus, PAGES)
    names = without_texts(index_)
    whole = cast("list[dict[str, object]]", index_["documenten"])
    short = cast("list[dict[str, object]]", names["documenten"])
    assert names["namen"] is True
    assert "namen" not in index_
    assert [one["id"] for one in short] == [one["id"] for one in whole]
    assert any("tekst" in one for one in whole)
    assert not any({"tekst", "koppen", "delen"} & set(one) for one in short)
    assert all(
        one[key] == value for one, of in zip(whole, short, strict=True) for key, value in of.items()
    )
    kop, *_, ending = as_json(names).split("\n")
    assert json.loads(kop + ending)["documenten"] == [], "a key after the documents is no problem"


def test_names_and_texts_are_the_whole_document_by_document(corpus: Corpus) -> None:
    index_ = build_index(corpus, PAGES)
    names, texts = (
        cast("list[dict[str, object]]", one["documenten"])
        for one in (without_texts(index_), only_texts(index_))
    )
    joined = [name | text for name, text in zip(names, texts, strict=True)]
    assert joined == index_["documenten"]
    assert not any(set(name) & set(text) for name, text in zip(names, texts, strict=True))


def test_the_index_is_utf8_and_not_escaped() -> None:
    assert as_json({"titel": "Fryslân"}) == '{"titel":"Fryslân"}'
