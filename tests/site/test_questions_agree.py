"""Each page and file that tells how many questions are open, tells the same number."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path

from macros.blad.opendata import QUESTIONS, csv_path, list_path
from macros.corpus.asking import number_of_questions
from macros.corpus.corpus import Corpus
from macros.model.organisatie import Organisatie


def _text(site: Path, pad: str) -> str:
    html = (site / pad / "index.html").read_text(encoding="utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def _rows(site: Path, pad: str) -> list[dict[str, str]]:
    with (site / pad).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_all_tell_the_same_number(built_site: Path, corpus: Corpus) -> None:
    number = number_of_questions(corpus)
    home = re.search(r"Op ([0-9.]+) vragen vonden wij geen", _text(built_site, ""))
    page = re.search(r"([0-9.]+) vragen\. Alle vragen als bestand", _text(built_site, "vragen"))
    quality = re.search(
        r"Vragen waarop geen openbare bron antwoord geeft ([0-9.]+)", _text(built_site, "kwaliteit")
    )
    told = {
        "home": home and home[1],
        "/vragen/": page and page[1],
        "/kwaliteit/": quality and quality[1],
        "vragen.csv": str(len(_rows(built_site, "vragen/vragen.csv"))),
        "open-vragen.csv": str(
            len({row["sleutel"] for row in _rows(built_site, csv_path(QUESTIONS))})
        ),
        "api": str(json.loads((built_site / list_path(QUESTIONS)).read_bytes())["aantal"]),
    }
    assert told == dict.fromkeys(told, str(number))


def test_each_organisation_is_asked_as_often_everywhere(built_site: Path, corpus: Corpus) -> None:
    in_table = Counter(row["aan_id"] for row in _rows(built_site, csv_path(QUESTIONS)))
    assert len(in_table) > 5
    for record in corpus.every(Organisatie):
        number = in_table.get(record.id, 0)
        said = re.search(
            r"Aantal vragen zonder openbaar antwoord: ([0-9]+)", _text(built_site, record.pad)
        )
        assert (said and int(said[1])) == (number or None), record.id
        path = built_site / list_path(f"{QUESTIONS}/{record.slug}")
        if number:
            assert json.loads(path.read_bytes())["aantal"] == number, record.id
        assert path.exists() == bool(number), record.id
        chosen = rf"{re.escape(record.titel)} \(([0-9]+)\)"
        listed = re.search(chosen, _text(built_site, "vragen"))
        assert (listed and int(listed[1])) == (number or None), record.id
