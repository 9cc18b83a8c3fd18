"""The contract between the index and ``zoek-kern.js``."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest

from macros.blad.facetten import rijen
from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from macros.model.kennis import Bron, Gebeurtenis, Grafiek
from macros.model.leerpunt import Leerpunt
from macros.model.recht import Wet
from macros.model.soorten import SOORTEN
from macros.search.index import (
    GEWICHTEN,
    VERSIE,
    Vertelpagina,
    als_json,
    als_script,
    bouw_index,
)
from macros.search.tekst import delen

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

PAGINAS = [
    Vertelpagina(
        "privacy/",
        "Privacy",
        "Wat wij bewaren.",
        delen('<h1>Privacy</h1><p>Niets.</p><h2 id="koekjes">Koekjes</h2><p>Geen.</p>'),
    ),
    Vertelpagina("", "Home", "De voorpagina.", delen("<p>Welkom.</p>")),
    Vertelpagina(
        "mvt/",
        "De fictieve memorie",
        "Over een denkbeeldige wet.",
        delen("<p>Ja.</p>"),
        denkbeeldig=True,
    ),
]

Index = dict[str, Any]


@pytest.fixture(scope="module")
def index(corpus: Corpus) -> Index:
    """Return the index as the script receives it: through JSON."""
    tekst, _ = als_json(bouw_index(corpus, PAGINAS))
    return cast("Index", json.loads(tekst))


@pytest.fixture(scope="module")
def per_id(index: Index) -> dict[str, dict[str, Any]]:
    return {document["id"]: document for document in index["documenten"]}


def test_the_index_has_the_keys_of_the_contract(index: Index) -> None:
    assert set(index) == {"versie", "soorten", "facetten", "synoniemen", "documenten"}
    assert index["versie"] == VERSIE == 2


def test_every_document_has_what_the_script_needs_and_nothing_else(index: Index) -> None:
    nodig = {"id", "url", "titel", "soort", "samenvatting"}
    for document in index["documenten"]:
        assert nodig <= set(document) <= SLEUTELS, document["id"]


def test_the_home_page_keeps_its_empty_address(per_id: dict[str, dict[str, Any]]) -> None:
    assert per_id["pagina:home"]["url"] == ""


def test_no_document_carries_an_empty_value(index: Index) -> None:
    for document in index["documenten"]:
        leeg = [sleutel for sleutel, waarde in document.items() if waarde in (None, [], {}, False)]
        assert leeg == []


def test_ids_and_addresses_are_unique(index: Index) -> None:
    for sleutel in ("id", "url"):
        waarden = [document.get(sleutel) for document in index["documenten"]]
        assert len(waarden) == len(set(waarden))


def test_everything_with_a_page_can_be_found(corpus: Corpus, per_id: dict[str, Any]) -> None:
    records = {id_ for id_, record in corpus.records.items() if not isinstance(record, Grafiek)}
    gemeenten = {f"gemeente:{cbs}" for cbs in corpus.gemeenten()}
    paginas = {"pagina:home", "pagina:privacy", "pagina:mvt"}
    gebruikt = {een for leerpunt in corpus.alle(Leerpunt) for een in leerpunt.leefgebieden}
    leefgebieden = {f"leefgebied:{een}" for een in gebruikt}
    assert set(per_id) == records | gemeenten | paginas | leefgebieden


def test_each_kind_has_a_label_and_a_weight(index: Index) -> None:
    gebruikt = {document["soort"] for document in index["documenten"]}
    assert gebruikt <= set(index["soorten"])
    for soort in index["soorten"].values():
        assert set(soort) == {"label", "gewicht"}
        assert soort["label"]
        assert 0 < soort["gewicht"] < 2


def test_weights_are_set_for_kinds_that_exist() -> None:
    bekend = {soort.soort for soort in SOORTEN} | {"pagina", "gemeente", "leefgebied"}
    assert set(GEWICHTEN) <= bekend


def test_answers_weigh_more_than_their_sources(index: Index) -> None:
    def gewicht(soort: str) -> float:
        return float(index["soorten"][soort]["gewicht"])

    assert gewicht("instrument") > gewicht("begrip") == 1.0 > gewicht("gebeurtenis")
    assert gewicht("gebeurtenis") > gewicht("bron")


def test_every_facet_and_term_in_use_has_a_label_and_no_other(index: Index) -> None:
    gebruikt: dict[str, set[str]] = {facet: set() for facet in index["facetten"]}
    for document in index["documenten"]:
        gebruikt["soort"].add(document["soort"])
        for facet, termen in document.get("facetten", {}).items():
            assert termen
            gebruikt[facet] |= set(termen)
    for facet, beschrijving in index["facetten"].items():
        assert beschrijving["label"]
        assert set(beschrijving["termen"]) == gebruikt[facet]
        assert all(beschrijving["termen"].values())


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
    for leerpunt in corpus.alle(Leerpunt):
        facetten = per_id[leerpunt.id]["facetten"]
        assert facetten["leefgebied"] == list(leerpunt.leefgebieden)
        assert facetten["status"] == list(leerpunt.statussen)
        assert set(facetten.get("wet", ())) == {v.wet for v in leerpunt.wetten}
        assert set(facetten.get("organisatie", ())) == {
            o.organisatie for o in leerpunt.organisaties if o.organisatie
        }


def test_what_is_imaginary_is_marked_and_nothing_else(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    gemerkt = {id_ for id_, document in per_id.items() if document.get("denkbeeldig")}
    verwacht = {r.id for r in corpus.alle(Record) if r.soort in ("mvt", "mvtpunt")}
    assert gemerkt == verwacht | {"pagina:mvt"}


def test_a_record_is_found_by_every_statement_on_it(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for record in corpus.alle(Record):
        tekst = per_id[record.id].get("tekst", "")
        for plek in corpus.beweringen_per_record.get(record.id, ()):
            assert plek.bewering.tekst in tekst


def test_a_record_is_found_by_the_questions_that_stand_open_on_it(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    met = [record for record in corpus.alle(Record) if record.onbekend]
    assert met
    for record in met:
        for vraag in record.onbekend:
            assert vraag.vraag in per_id[record.id]["tekst"]


def test_readers_see_the_facets_in_this_order(index: Index) -> None:
    assert list(index["facetten"]) == ["soort", "leefgebied", "wet", "organisatie", "status"]


def test_a_law_is_found_by_abbreviation_and_number(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for wet in corpus.alle(Wet):
        document = per_id[wet.id]
        assert document.get("afkortingen", []) == list(wet.afkortingen)
        nummers = [nummer for nummer in (wet.bwb_id, wet.celex) if nummer]
        assert document.get("nummers", []) == nummers


def test_a_court_decision_is_found_by_its_ecli(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for leerpunt in corpus.alle(Leerpunt):
        eclis = {uitspraak.ecli for uitspraak in leerpunt.rechtspraak if uitspraak.ecli}
        assert eclis | {leerpunt.nummer} <= set(per_id[leerpunt.id]["nummers"])


def test_a_learning_has_one_youngest_date_in_search_and_catalogue(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    """Our own inferences are younger than what they rest on; they would make all look new."""
    rijen_ = {str(rij["adres"]).removeprefix(corpus.site.adres): rij for rij in rijen(corpus)}
    for leerpunt in corpus.alle(Leerpunt):
        jongste = str(rijen_[leerpunt.pad]["jongste_datum"])
        verwacht = jongste.rpartition("/")[2].removesuffix("~")
        assert per_id[leerpunt.id].get("datum", "") == verwacht


def test_a_period_is_dated_by_its_end(corpus: Corpus, per_id: dict[str, dict[str, Any]]) -> None:
    perioden = [een for een in corpus.alle(Gebeurtenis) if een.datum.eind is not None]
    assert perioden
    for een in perioden:
        assert een.datum.eind is not None
        assert per_id[een.id]["datum"] == een.datum.eind.iso()


def test_a_source_is_found_by_its_code(corpus: Corpus, per_id: dict[str, dict[str, Any]]) -> None:
    for bron in corpus.alle(Bron):
        assert per_id[bron.id]["afkortingen"] == [bron.slug]


def test_a_former_municipality_is_found_at_its_successor(
    corpus: Corpus, per_id: dict[str, dict[str, Any]]
) -> None:
    for oud in corpus.vervallen():
        for opvolger in oud.opvolgers:
            document = per_id[f"gemeente:{opvolger.removeprefix('gemeente:')}"]
            assert oud.naam in {document["titel"], *document["gewoon"]}
            assert oud.cbs in document["nummers"]


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
    pagina = Vertelpagina("privacy/", "Privacy", "Wat.", delen("<p>Niets.</p>"), ("cookies",))
    documenten = cast("list[dict[str, object]]", bouw_index(corpus, [pagina])["documenten"])
    assert documenten[0]["zoektermen"] == ["cookies"]


def test_synonyms_go_both_ways_unless_a_preferred_word_is_given(
    corpus: Corpus, index: Index
) -> None:
    groepen = corpus.synoniemen.synoniemen
    assert len(index["synoniemen"]) == len(groepen)
    for groep, geschreven in zip(groepen, index["synoniemen"], strict=True):
        if groep.gebruik:
            assert geschreven == {"termen": list(groep.termen), "gebruik": groep.gebruik}
        else:
            assert geschreven == list(groep.termen)


def test_the_order_in_which_pages_come_does_not_matter(corpus: Corpus) -> None:
    assert als_json(bouw_index(corpus, PAGINAS)) == als_json(bouw_index(corpus, PAGINAS[::-1]))


def test_the_name_changes_with_the_content_and_only_then(corpus: Corpus) -> None:
    index_ = bouw_index(corpus, PAGINAS)
    tekst, hash_ = als_json(index_)
    assert als_json(bouw_index(corpus, PAGINAS)) == (tekst, hash_)
    assert als_json(index_ | {"versie": 3})[1] != hash_
    assert len(hash_) == 12
    assert set(hash_) <= set("0123456789abcdef")


def test_the_script_form_holds_the_same_index(corpus: Corpus) -> None:
    tekst, _ = als_json(bouw_index(corpus, PAGINAS))
    script = als_script(tekst)
    assert script.startswith("KennisbankZoek.ontvang(")
    assert json.loads(script.removeprefix("KennisbankZoek.ontvang(").removesuffix(");\n")) == tekst


def test_each_document_has_a_line_of_its_own(corpus: Corpus) -> None:
    index_ = bouw_index(corpus, PAGINAS)
    tekst, _ = als_json(index_)
    kop, *regels, slot = tekst.split("\n")
    assert [json.loads(regel.removesuffix(",")) for regel in regels] == index_["documenten"]
    assert json.loads(kop + slot) == {**json.loads(json.dumps(index_)), "documenten": []}


def test_the_index_is_utf8_and_not_escaped() -> None:
    assert als_json({"titel": "Fryslân"})[0] == '{"titel":"Fryslân"}'
