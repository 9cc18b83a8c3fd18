"""The accessibility statement does not promise more than was found out."""

from __future__ import annotations

from macros.check import toegankelijkheid
from macros.check.toegankelijkheid import WCAG_AA
from macros.corpus.corpus import Corpus
from tests.factory import ZIN, RawBlock, make_corpus, make_toegankelijkheid, one_of_each


def _corpus(**velden: object) -> Corpus:
    return make_corpus(*one_of_each(), toegankelijkheid=make_toegankelijkheid(**velden))


def _with(nummer: str, uitkomst: str) -> list[RawBlock]:
    """Return the criteria, one of them with another outcome."""
    criteria = make_toegankelijkheid()["criteria"]
    assert isinstance(criteria, list)
    return [c | {"uitkomst": uitkomst} if c["nummer"] == nummer else c for c in criteria]


AFWIJKING: RawBlock = {
    "titel": "Iets",
    "criteria": ["1.1.1"],
    "oorzaak": ZIN,
    "gevolg": ZIN,
    "maatregel": ZIN,
}
ONDERZOEK: RawBlock = {"datum": "2026-10-01", "adres": "https://voorbeeld.nl/rapport"}


def test_there_are_55_criteria() -> None:
    assert len(WCAG_AA) == len(set(WCAG_AA)) == 55


def test_alle_criteria_verantwoord_bites() -> None:
    criteria = _with("1.1.1", "nvt")
    for broken, where in (
        (criteria[1:], "1.1.1"),
        (criteria[::-1], "de volgorde"),
        ([*criteria, criteria[0]], "1.1.1"),
        ([*criteria, criteria[1], criteria[0]], "1.1.1, 1.2.1"),
    ):
        (error,) = toegankelijkheid.alle_criteria_verantwoord(_corpus(criteria=broken))
        assert error.veld == "criteria"
        assert error.wat.endswith(f"bij: {where}")


def test_alle_criteria_verantwoord_does_not_over_bite(corpus: Corpus) -> None:
    assert not list(toegankelijkheid.alle_criteria_verantwoord(_corpus()))
    assert not list(toegankelijkheid.alle_criteria_verantwoord(corpus))


def test_status_vraagt_onderzoek_bites() -> None:
    for status in ("A", "B"):
        (error,) = toegankelijkheid.status_vraagt_onderzoek(_corpus(status=status))
        assert "onderzoek" in error.wat
    open_ = _corpus(status="A", onderzoek=ONDERZOEK, criteria=_with("1.1.1", "niet-onderzocht"))
    (error,) = toegankelijkheid.status_vraagt_onderzoek(open_)
    assert "1.1.1" in error.wat


def test_status_vraagt_onderzoek_does_not_over_bite() -> None:
    for status, velden in (
        ("geen", {}),
        ("C", {}),
        ("A", {"onderzoek": ONDERZOEK}),
        ("B", {"onderzoek": ONDERZOEK, "criteria": _with("1.1.1", "fout")}),
    ):
        assert not list(toegankelijkheid.status_vraagt_onderzoek(_corpus(status=status, **velden)))


def test_fout_heeft_maatregel_bites() -> None:
    (error,) = toegankelijkheid.fout_heeft_maatregel(_corpus(criteria=_with("1.1.1", "fout")))
    assert "1.1.1" in error.wat
    (error,) = toegankelijkheid.fout_heeft_maatregel(_corpus(afwijkingen=[AFWIJKING]))
    assert "in orde" in error.wat


def test_fout_heeft_maatregel_does_not_over_bite() -> None:
    for uitkomst in ("fout", "niet-onderzocht"):
        good = _corpus(criteria=_with("1.1.1", uitkomst), afwijkingen=[AFWIJKING])
        assert not list(toegankelijkheid.fout_heeft_maatregel(good))
    unreviewed = _corpus(criteria=_with("1.1.1", "niet-onderzocht"))
    assert not list(toegankelijkheid.fout_heeft_maatregel(unreviewed))
