"""The index in parts: none is heavy, together they are the whole, and few change at a time."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import brotli
import pytest

from macros.corpus.corpus import Corpus
from macros.corpus.ingest import read_corpus
from macros.search import parts
from macros.search.index import as_json, as_script, build_index, only_texts, without_texts
from macros.search.parts import Part, SearchIndex, as_wijzer, at_once, divide
from tests.building import make_copy
from tests.proof import Proof
from tests.scale import vergroot
from tests.zoekindex import part_names, read_index, write_index

MOST = 150_000
"""Bytes that a part may be over the line, with brotli."""
EXTRA = 1000

Index = dict[str, Any]


@pytest.fixture(scope="module")
def index(corpus: Corpus) -> Index:
    return build_index(corpus, [])


@pytest.fixture(scope="module")
def large(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Return the index of the site with a thousand records more."""
    copy = make_copy(root, tmp_path_factory.mktemp("delen") / "site")
    vergroot(copy, EXTRA)
    more, errors = read_corpus(copy)
    assert more is not None, errors[:3]
    return build_index(more, [])


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut in many parts what is one part now."""
    monkeypatch.setattr(parts, "ONE", 1)
    monkeypatch.setattr(parts, "MOST", 40_000)


def _br(text: bytes) -> int:
    return len(brotli.compress(text, quality=11))


def _heavy(weights: Mapping[str, int]) -> list[str]:
    return [f"{naam}: {weight} bytes" for naam, weight in weights.items() if weight > MOST]


def test_no_part_of_the_site_is_heavy(built_site: Path, proof: Proof) -> None:
    told = part_names(built_site)
    weights = {
        pad: _br((built_site / pad).read_bytes())
        for naam in (*told["namen"], *told["teksten"], "assets/zoeknamen.json")
        for pad in (naam, naam.replace(".json", ".js"))
        if (built_site / pad).exists()
    }
    assert len(weights) == 2 * (len(told["namen"]) + len(told["teksten"])) + 1
    proof("zoekindex", **{re.sub(r".*/|-\w+", "", pad): n for pad, n in weights.items()})
    assert _heavy(weights) == []


def test_no_part_is_heavy_with_a_thousand_records_more(large: Index) -> None:
    divided = divide(large)
    assert len(divided.names) > 1
    weights = {
        f"{part.pad} {form}": _br(text.encode())
        for part in (*divided.names, *divided.texts)
        for form, text in (("json", part.tekst), ("js", as_script(part.tekst)))
    }
    weights["namen"] = _br(at_once(divided.names).encode())
    assert _heavy(weights) == []


def test_the_gate_sees_a_heavy_part(built_site: Path) -> None:
    """One file with all that a reader can search weighs too much."""
    assert len(_heavy({"heel": _br(as_json(read_index(built_site)).encode())})) == 1


def _joined(of: Sequence[Part]) -> str:
    return "".join(part.tekst for part in of)


def test_what_fits_in_one_part_is_one_part(index: Index) -> None:
    few = index | {"documenten": index["documenten"][:100]}
    divided = divide(few)
    (names,), (texts,) = divided.names, divided.texts
    assert names.tekst == as_json(without_texts(few))
    assert texts.tekst == as_json(only_texts(few))


@pytest.mark.usefixtures("small_parts")
def test_parts_are_the_whole_cut_between_two_lines(index: Index) -> None:
    divided = divide(index)
    assert len(divided.names) > 4
    assert len(divided.texts) > 4
    assert _joined(divided.names) == as_json(without_texts(index))
    assert _joined(divided.texts) == as_json(only_texts(index))
    assert all(part.tekst.endswith("\n") for part in (*divided.names[:-1], *divided.texts[:-1]))


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0b"])
def test_a_sign_that_ends_lines_elsewhere_does_not_end_one_here(index: Index, sign: str) -> None:
    first, *rest = index["documenten"]
    odd = index | {"documenten": [first | {"titel": f"a{sign}b"}, *rest]}
    assert _joined(divide(odd).names) == as_json(without_texts(odd))


def test_an_index_without_documents_is_one_part() -> None:
    divided = divide({"versie": 2, "documenten": []})
    assert json.loads(_joined(divided.names)) == {"versie": 2, "namen": True, "documenten": []}
    assert json.loads(_joined(divided.texts)) == {"documenten": []}


def test_the_first_part_tells_which_others_go_with_it(index: Index) -> None:
    divided = divide(index)
    told = json.loads(at_once(divided.names))
    assert told.pop("delen") == [part.pad.removeprefix("assets/") for part in divided.names]
    assert told == json.loads(divided.names[0].tekst)


def _new(now: SearchIndex, before: SearchIndex) -> tuple[int, int]:
    """Return how many parts are new, of names and of texts."""
    names = {part.pad for part in now.names} - {part.pad for part in before.names}
    texts = {part.pad for part in now.texts} - {part.pad for part in before.texts}
    return len(names), len(texts)


def _with(index: Index, nth: int, **values: str) -> Index:
    documents = list(index["documenten"])
    documents[nth] = documents[nth] | values
    return index | {"documenten": documents}


PLACES = range(5, 1200, 40)


@pytest.mark.usefixtures("small_parts")
def test_one_changed_record_changes_few_parts(index: Index) -> None:
    """Of thirty records, each with a sentence more: its own part; seldom the next one as well."""
    before = divide(index)
    places = [nth for nth in PLACES if nth < len(index["documenten"])]
    texts = [_new(divide(_with(index, nth, tekst="Nog een zin. " * 5)), before) for nth in places]
    names = [_new(divide(_with(index, nth, titel="Een andere titel")), before) for nth in places]
    assert {changed for changed, _ in texts} == {0}, "a text is no name"
    assert {changed for _, changed in names} == {0}, "a name is no text"
    assert sum(changed for _, changed in texts) <= 1.2 * len(places)
    assert sum(changed for changed, _ in names) <= 1.2 * len(places)


@pytest.mark.usefixtures("small_parts")
def test_one_record_more_changes_few_parts(index: Index) -> None:
    before = divide(index)
    documents = index["documenten"]
    places = [nth for nth in PLACES if nth < len(documents)]
    new = {"id": "begrip:nieuw", "url": "begrippen/nieuw/", "titel": "Nieuw", "soort": "begrip"}
    changed = [
        _new(divide(index | {"documenten": [*documents[:n], new, *documents[n:]]}), before)
        for n in places
    ]
    assert sum(map(sum, changed)) <= 1.2 * 2 * len(places)


def test_the_name_changes_with_the_content_and_only_then(index: Index) -> None:
    assert divide(index) == divide(index)
    divided, other = divide(index), divide(_with(index, 3, titel="Anders"))
    assert divided.texts == other.texts
    assert as_wijzer(divided) != as_wijzer(other)
    for part in (*divided.names, *divided.texts):
        assert len(part.pad.removesuffix(".json").rpartition("-")[2]) == 12
    assert "assets/" not in as_wijzer(divided)


def _compared(
    root: Path, site: Path, whole: Index, tmp_path: Path, of: str = "*.jsonl"
) -> dict[str, Any]:
    """Answer the judged questions from the parts, as a browser does, and from the whole."""
    file = tmp_path / "heel.json"
    file.write_text(as_json(whole), encoding="utf-8")
    sets = sorted((root / "tests/zoekvragen").glob(of))
    command = [root / ".venv/bin/node", root / "tests/js/weef-zoek.js", *sets, file, site]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return cast("dict[str, Any]", json.loads(done.stdout))


@pytest.mark.parametrize("cut", [False, True], ids=["as built", "in many parts"])
def test_the_parts_answer_as_the_whole_does(
    cut: bool,  # noqa: FBT001
    root: Path,
    built_site: Path,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    site, whole = built_site, read_index(built_site)
    if cut:
        request.getfixturevalue("small_parts")
        site = tmp_path / "site"
        (site / "assets/zoek").mkdir(parents=True)
        write_index(site, divide(whole))
    outcome = _compared(root, site, whole, tmp_path)
    assert outcome["vragen"] >= 2000
    assert outcome["anders"] == []


def test_the_comparison_sees_a_text_at_another_page(
    root: Path, built_site: Path, tmp_path: Path
) -> None:
    whole = read_index(built_site)
    divided = divide(whole)
    kop, first, second, *rest = _joined(divided.texts).split("\n")
    turned = "\n".join((kop, second, first, *rest))
    site = tmp_path / "site"
    (site / "assets/zoek").mkdir(parents=True)
    write_index(site, SearchIndex(divided.names, [Part("assets/zoek/zoekteksten-0.json", turned)]))
    assert _compared(root, site, whole, tmp_path, "examen.jsonl")["anders"] != []
