from __future__ import annotations

import json

from macros.blad.bronnen import voluit
from macros.corpus.corpus import Corpus
from macros.exports.bronnenlijst import bronnenlijst
from macros.model.kennis import Bron
from tests.factory import make_bron, make_corpus


def _read(corpus: Corpus) -> dict[str, str]:
    inhoud = bronnenlijst(corpus).inhoud.decode().removeprefix("KennisbankBronnen=")
    woorden: dict[str, str] = json.loads(inhoud.removesuffix(";\n"))
    return woorden


def test_every_source_stands_in_words_by_its_code(corpus: Corpus) -> None:
    woorden = _read(corpus)
    assert woorden == {bron.slug: voluit(corpus, bron.id) for bron in corpus.every(Bron)}


def test_no_title_ends_the_script() -> None:
    corpus = make_corpus(make_bron(titel="a</script><!--"))
    assert "<" not in bronnenlijst(corpus).inhoud.decode()
    assert _read(corpus)["N24"].startswith("a</script><!--.")
