"""The accessibility statement does not promise more than was found out."""

from __future__ import annotations

from macros.check import toegankelijkheid
from macros.check.toegankelijkheid import WCAG_AA
from macros.corpus.corpus import Corpus
from tests.fabriek import ZIN, Ruw, een_van_elk, maak_corpus, maak_toegankelijkheid


def _corpus(**velden: object) -> Corpus:
    return maak_corpus(*een_van_elk(), toegankelijkheid=maak_toegankelijkheid(**velden))


def _met(nummer: str, uitkomst: str) -> list[Ruw]:
    """Return the criteria, one of them with another outcome."""
    criteria = maak_toegankelijkheid()["criteria"]
    assert isinstance(criteria, list)
    return [c | {"uitkomst": uitkomst} if c["nummer"] == nummer else c for c in criteria]


AFWIJKING: Ruw = {
    "titel": "Iets",
    "criteria": ["1.1.1"],
    "oorzaak": ZIN,
    "gevolg": ZIN,
    "maatregel": ZIN,
}
ONDERZOEK: Ruw = {"datum": "2026-10-01", "adres": "https://voorbeeld.nl/rapport"}


def test_er_zijn_55_criteria() -> None:
    assert len(WCAG_AA) == len(set(WCAG_AA)) == 55


def test_alle_criteria_verantwoord_bijt() -> None:
    criteria = _met("1.1.1", "nvt")
    for kapot in (criteria[1:], criteria[::-1], [*criteria, criteria[0]]):
        (fout,) = toegankelijkheid.alle_criteria_verantwoord(_corpus(criteria=kapot))
        assert fout.veld == "criteria"


def test_alle_criteria_verantwoord_bijt_niet_te_veel(corpus: Corpus) -> None:
    assert not list(toegankelijkheid.alle_criteria_verantwoord(_corpus()))
    assert not list(toegankelijkheid.alle_criteria_verantwoord(corpus))


def test_status_vraagt_onderzoek_bijt() -> None:
    for status in ("A", "B"):
        (fout,) = toegankelijkheid.status_vraagt_onderzoek(_corpus(status=status))
        assert "onderzoek" in fout.wat
    open_ = _corpus(status="A", onderzoek=ONDERZOEK, criteria=_met("1.1.1", "niet-onderzocht"))
    (fout,) = toegankelijkheid.status_vraagt_onderzoek(open_)
    assert "1.1.1" in fout.wat


def test_status_vraagt_onderzoek_bijt_niet_te_veel() -> None:
    for status, velden in (
        ("geen", {}),
        ("C", {}),
        ("A", {"onderzoek": ONDERZOEK}),
        ("B", {"onderzoek": ONDERZOEK, "criteria": _met("1.1.1", "fout")}),
    ):
        assert not list(toegankelijkheid.status_vraagt_onderzoek(_corpus(status=status, **velden)))


def test_fout_heeft_maatregel_bijt() -> None:
    (fout,) = toegankelijkheid.fout_heeft_maatregel(_corpus(criteria=_met("1.1.1", "fout")))
    assert "1.1.1" in fout.wat
    (fout,) = toegankelijkheid.fout_heeft_maatregel(_corpus(afwijkingen=[AFWIJKING]))
    assert "in orde" in fout.wat


def test_fout_heeft_maatregel_bijt_niet_te_veel() -> None:
    for uitkomst in ("fout", "niet-onderzocht"):
        goed = _corpus(criteria=_met("1.1.1", uitkomst), afwijkingen=[AFWIJKING])
        assert not list(toegankelijkheid.fout_heeft_maatregel(goed))
    onbekeken = _corpus(criteria=_met("1.1.1", "niet-onderzocht"))
    assert not list(toegankelijkheid.fout_heeft_maatregel(onbekeken))
