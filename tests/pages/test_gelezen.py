"""What a page says it read is all that it rests on: the rest may change without the page."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from pydantic import BaseModel

from macros.corpus.corpus import Corpus
from macros.corpus.inzage import ALLES, Gelezen
from macros.model.soorten import Bestandsrecord
from macros.pages.pagina import Pagina
from macros.pages.recordpaginas import alle_paginas
from tests.fabriek import herbouwd

ANDERS = "Deze zin is anders dan hij was."


@pytest.fixture(scope="module")
def nu(corpus: Corpus) -> Mapping[str, Pagina]:
    return {pagina.pad: pagina for pagina in alle_paginas(corpus)}


def _gewijzigd(record: Bestandsrecord) -> Bestandsrecord:
    veld = "samenvatting" if "samenvatting" in type(record).model_fields else "uitgever"
    return record.model_copy(update={veld: ANDERS, "titel": ANDERS})


def rust_op(gelezen: Gelezen, record: BaseModel, id_: str) -> bool:
    """Tell whether a page with this log has seen a record."""
    zelf = {("records", id_), ("records", ALLES)}
    soorten = {("per_soort", klasse) for klasse in type(record).__mro__}
    return bool(gelezen & (zelf | soorten))


@pytest.mark.parametrize("keer", range(6))
def test_a_page_changes_only_with_what_it_read(
    corpus: Corpus, nu: Mapping[str, Pagina], keer: int
) -> None:
    kies = random.Random(f"gelezen {keer}")  # noqa: S311 - a sample, no secret
    id_ = kies.choice(sorted(corpus.records))
    record = corpus.records[id_]
    daarna = {pagina.pad: pagina for pagina in alle_paginas(herbouwd(corpus, [_gewijzigd(record)]))}
    geraakt = {pad for pad, pagina in nu.items() if rust_op(pagina.gelezen, record, id_)}
    anders = {pad for pad in nu if _zichtbaar(nu[pad]) != _zichtbaar(daarna[pad])}
    assert anders, id_
    assert anders <= geraakt, id_
    assert len(geraakt) < len(nu)


def _zichtbaar(pagina: Pagina) -> tuple[str, str, str, str]:
    return pagina.titel, pagina.omschrijving, pagina.kop, str(pagina.inhoud)


def test_each_page_tells_what_it_read(nu: Mapping[str, Pagina]) -> None:
    assert [pad for pad, pagina in nu.items() if not pagina.gelezen] == []
