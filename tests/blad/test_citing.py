"""References to a page: one line of text, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import pytest

from macros.blad.citing import Citation, bibtex, citeertitel, csl_json, leidraad
from macros.corpus.corpus import Corpus
from macros.exports.citation_files import citation_files
from macros.model.vocabulaire import Site
from macros.pages.pagina import Pagina
from tests.factory import SITE

ALO = Citation("ALO-kop in het kindgebonden budget", "leerpunten/alo-kop/")
CSL_TEKST = {"id", "type", "title", "container-title", "version", "URL", "language"}
"""Fields we use of which csl-data.json (CSL 1.0.2) says that they are text."""


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.model_validate(SITE | {"naam": "PMM Kennisbank", "versie": "2026.11.0"})


def test_the_line_names_site_title_version_day_and_address(site: Site) -> None:
    assert leidraad(site, ALO) == (
        "PMM Kennisbank, ‘ALO-kop in het kindgebonden budget’, versie 2026.11.0, "
        "bijgewerkt tot en met 21 november 2026, https://kennisbank.example/leerpunten/alo-kop/"
    )


@pytest.mark.parametrize(
    ("titel", "denkbeeldig", "expected"),
    [
        ("Punt a", True, "Punt a (denkbeeldig)"),
        ("De denkbeeldige wet", True, "De denkbeeldige wet"),
        ("Awir", False, "Awir"),
    ],
)
def test_only_what_is_imaginary_is_called_so(titel: str, denkbeeldig: bool, expected: str) -> None:  # noqa: FBT001 - a parameter of the test
    assert citeertitel(titel, denkbeeldig=denkbeeldig) == expected


def _velden(tekst: str) -> dict[str, str]:
    """Read one BibTeX entry back; braces have to balance."""
    match = re.fullmatch(r"@online\{([^,\s]+),\n(.*)\}\n", tekst, re.DOTALL)
    assert match, tekst
    without = re.sub(r"\\[{}]", "", tekst)
    assert without.count("{") == without.count("}")
    return dict(re.findall(r"^  ([a-z]+) = \{(.*)\},$", match[2], re.MULTILINE)) | {"": match[1]}


def test_bibtex_holds_the_same(site: Site) -> None:
    assert _velden(bibtex(site, ALO)) == {
        "": "kennisbank-leerpunten-alo-kop",
        "author": "{PMM Kennisbank}",
        "title": "{ALO-kop in het kindgebonden budget}",
        "date": "2026-11-21",
        "version": "2026.11.0",
        "url": "https://kennisbank.example/leerpunten/alo-kop/",
        "langid": "dutch",
    }


@pytest.mark.parametrize(
    ("character", "written"),
    [
        ("&", r"\&"),
        ("%", r"\%"),
        ("$", r"\$"),
        ("#", r"\#"),
        ("_", r"\_"),
        ("{", r"\{"),
        ("}", r"\}"),
        ("~", r"\textasciitilde{}"),
        ("^", r"\textasciicircum{}"),
        ("\\", r"\textbackslash{}"),
        ("\n ", " "),
        ("é", "é"),
    ],
)
def test_bibtex_escapes_what_latex_reads_as_a_command(
    site: Site, character: str, written: str
) -> None:
    velden = _velden(bibtex(site, Citation(f"a{character}b", "wetten/x/")))
    assert velden["title"] == f"{{a{written}b}}"


def test_csl_has_the_shape_of_its_schema(site: Site) -> None:
    (item,) = json.loads(csl_json(site, [ALO]))
    assert item.keys() == CSL_TEKST | {"author", "issued"}
    assert all(isinstance(item[naam], str) and item[naam] for naam in CSL_TEKST)
    assert item["type"] == "webpage"
    assert item["author"] == [{"literal": "PMM Kennisbank"}]
    assert item["issued"] == {"date-parts": [[2026, 11, 21]]}
    assert item["title"] == ALO.titel
    assert item["URL"] == "https://kennisbank.example/leerpunten/alo-kop/"


def test_each_part_of_the_site_has_both_files(site: Site) -> None:
    for folder in ("", "leerpunten/"):
        paths = [all_exports.pad for all_exports in citation_files(site, folder, [ALO])]
        assert paths == [f"{folder}citeer.bib", f"{folder}citeer.json"]
    assert Citation("Home", "").sleutel == "kennisbank"


def test_a_list_holds_each_page_once(site: Site) -> None:
    both = [ALO, Citation("Home", "")]
    bib, csl = citation_files(site, "", both)
    assert [bib, csl] == list(citation_files(site, "", both[::-1]))
    assert re.findall("@online{(.*),", bib.inhoud.decode()) == [
        "kennisbank",
        "kennisbank-leerpunten-alo-kop",
    ]
    assert [item["title"] for item in json.loads(csl.inhoud)] == ["Home", ALO.titel]


def test_every_page_has_a_key_of_its_own_and_files_that_can_be_read(
    corpus: Corpus, every_page: Sequence[Pagina]
) -> None:
    sleutels = set()
    for pagina in every_page:
        bib, csl = (u.inhoud.decode() for u in citation_files(corpus.site, "", [pagina.citation]))
        velden = _velden(bib)
        (item,) = json.loads(csl)
        assert velden[""] == item["id"]
        assert velden["url"] == item["URL"] == corpus.site.adres + pagina.pad
        if pagina.denkbeeldig:
            assert "denkbeeldig" in item["title"].casefold()
            assert "denkbeeldig" in velden["title"].casefold()
        sleutels.add(velden[""])
    assert len(sleutels) == len(every_page)
    assert any(pagina.denkbeeldig for pagina in every_page)


def test_the_same_page_gives_the_same_bytes(site: Site) -> None:
    assert list(citation_files(site, "", [ALO])) == list(citation_files(site, "", [ALO]))
