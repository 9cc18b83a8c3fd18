"""The script for the pages of others says certainty in the words of the site."""

from __future__ import annotations

import re
from pathlib import Path

from macros.corpus.corpus import Corpus


def test_the_words_are_those_of_the_list(root: Path, corpus: Corpus) -> None:
    script = (root / "macros/scripts/tools/inbedden.js").read_text(encoding="utf-8")
    found = re.search(r"^const SURE = \{ (.*) \};$", script, re.MULTILINE)
    assert found is not None
    assert dict(re.findall(r"(\w+): '([^']*)'", found[1])) == {
        one.sleutel: one.label.lower() for one in corpus.vocabulaires["zekerheid"].termen
    }
