"""security.txt is read by the parser that Internet.nl uses, by the rules of RFC 9116."""

from __future__ import annotations

import pytest
from sectxt import Parser

from macros.corpus.corpus import Corpus
from macros.exports.security import security_txt


def _errors(inhoud: bytes) -> list[str]:
    """Return what is wrong. Whether it has run out since depends on the clock, not on the file."""
    return [error["code"] for error in Parser(inhoud).errors if error["code"] != "expired"]


def test_the_parser_has_no_complaint(corpus: Corpus) -> None:
    assert _errors(security_txt(corpus).inhoud) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"Contact: ", b"Contact: http://", "no_https"),
        (b"T00:00:00Z", b"", "invalid_expiry"),
        (b"Expires", b"Verloopt", "no_expire"),
        (b"nl, en", b"nl, n3derlands", "invalid_lang"),
        (b"\n", b"\r", "no_line_separators"),
    ],
)
def test_the_parser_sees_a_fault(old: bytes, new: bytes, code: str, corpus: Corpus) -> None:
    inhoud = security_txt(corpus).inhoud
    assert old in inhoud
    assert code in _errors(inhoud.replace(old, new))
