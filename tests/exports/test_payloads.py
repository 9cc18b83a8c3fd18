"""Text that means something to a format comes out of every format as that text, and no more.

The comparisons are those of the real data: each is made again, by the same readers of others, over
data of which every text is a payload. What no text may hold (NUL, marks that turn the direction of
reading) the loader refuses: see ``tests/load/test_characters.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from rdflib import Dataset

from macros.blad.citing import Citation, bibtex, csl_json
from macros.blad.claims import claims_of
from macros.blad.opendata import TRIG
from macros.corpus.corpus import Corpus
from macros.exports.all_exports import open_data
from macros.exports.gather import Data, gather
from macros.exports.jsonld import of_record
from macros.exports.review_calendar import checks
from macros.model.base import Record
from tests.exports.test_feeds import (  # noqa: F401
    test_a_calendar_program_reads_the_calendar,
    test_a_feed_reader_reads_every_feed_without_a_complaint,
    test_the_feeds_of_questions_hold_every_question,
    test_the_markdown_holds_every_statement_with_its_proof,
)
from tests.exports.test_graph import (  # noqa: F401
    graph,
    test_every_statement_is_there_with_its_proof_and_no_other,
)
from tests.exports.test_jsonbestanden import (  # noqa: F401
    read,
    test_every_file_fits_its_schema,
    test_every_value_of_every_record_comes_back,
)
from tests.exports.test_tables import (  # noqa: F401
    made,
    test_every_table_is_read_back_whole,
    test_the_tables_hold_every_thing_statement_and_question,
    test_the_workbook_holds_every_table,
)
from tests.factory import make_corpus, one_of_each
from tests.pages.helpers import everywhere

ATOM = "{http://www.w3.org/2005/Atom}"
PAYLOADS: Mapping[str, str] = {
    "formule": "=cmd|' /C calc'!A0 niet",
    "plus": '+1;"a";HYPERLINK("https://x.example") niet',
    "XML en RDF": (
        "]]> <b>&amp;</b> &#0; <!-- --> </script><!-- "
        '"""@nl . <https://x.example> a "x"^^<y> \\u0022 \\n niet'
    ),
    "Markdown, agenda en LaTeX": (
        "# kop *vet* _x_ [a](b) <b> `c` ~d~ | e \\ a\\,b;c\\nd:e\\;f "
        "\\input{x} {y}} % $a^b_c~ & # @online{k, niet"
    ),
}


@pytest.fixture(scope="module", params=PAYLOADS)
def corpus(request: pytest.FixtureRequest) -> Corpus:
    return everywhere(make_corpus(*one_of_each()), PAYLOADS[request.param])


@pytest.fixture(scope="module")
def data(corpus: Corpus) -> Data:
    return gather(corpus)


@pytest.fixture(scope="module")
def files(data: Data) -> Mapping[str, bytes]:
    return {file.pad: file.inhoud for _, file in open_data(data)}


def test_every_record_holds_the_payload(corpus: Corpus) -> None:
    (titel,) = {record.titel for record in corpus.every(Record)}
    assert titel in PAYLOADS.values()


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph)[. ].*:DeprecationWarning")
def test_the_whole_as_trig_holds_every_text(data: Data, files: Mapping[str, bytes]) -> None:
    whole = Dataset()
    whole.parse(data=files[TRIG], format="trig")
    said = {str(object_) for _, _, object_, _ in whole.quads((None, None, None, None))}
    assert {claim.bewering.tekst for claim in data.claims} <= said


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_the_data_in_a_page_hold_every_text_and_end_nowhere_else(data: Data) -> None:
    for blad in data.sheets:
        element = of_record(data.corpus, blad)
        assert element.count("<") == 2
        text = element.removeprefix('<script type="application/ld+json">')
        nodes = json.loads(text.removesuffix("</script>"))["@graph"]
        assert nodes[0]["name"] == blad.titel
        said = {one["text"] for one in nodes[0].get("hasPart", ())}
        assert said == {claim.bewering.tekst for claim in claims_of(blad)}


def test_the_calendar_holds_every_title(corpus: Corpus) -> None:
    described = [
        str(event["description"])
        for event in Calendar.from_ical(checks(corpus).inhoud).walk("VEVENT")
    ]
    lines = {line for text in described for line in text.split("\n")}
    assert {record.titel for record in corpus.every(Record)} <= lines


def test_a_feed_holds_every_question(data: Data, files: Mapping[str, bytes]) -> None:
    titles = {
        title.text
        for pad, inhoud in files.items()
        if pad.startswith("wijzigingen/vragen-aan/")
        for title in ET.fromstring(inhoud).iter(f"{ATOM}title")  # noqa: S314 - our own file
    }
    assert {one.text for one in data.questions} <= titles


COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_{}"},
}
COMMAND = re.compile("|".join(map(re.escape, COMMANDS)))


def _typeset(bib: str) -> str:
    """Return what LaTeX shows; nothing may be left that it would do."""
    bare = COMMAND.sub("", bib)
    assert not re.search(r"[\\{}%$#_~^&]", bare), bare
    return COMMAND.sub(lambda found: COMMANDS[found[0]], bib)


def test_a_list_of_references_holds_every_title(corpus: Corpus) -> None:
    record = corpus.every(Record)[0]
    entry = bibtex(corpus.site, Citation(record.titel, record.pad))
    (title,) = re.findall(r"^  title = \{\{(.*)\}\},$", entry, re.MULTILINE)
    assert _typeset(title) == record.titel
    assert json.loads(csl_json(corpus.site, [Citation(record.titel, record.pad)]))[0]["title"] == (
        record.titel
    )


def test_the_reader_of_references_sees_a_sign_that_is_not_escaped() -> None:
    with pytest.raises(AssertionError):
        _typeset(r"50% \& meer")
