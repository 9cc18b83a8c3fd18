from __future__ import annotations

from macros.load.error import Error, Position, counted, did_you_mean, report, veldnaam

ERROR = Error("data/wetten/pw.yml", 14, 11, "wetten[2].wet", "onbekende wet", "kies een andere")


def test_an_error_names_place_field_and_remedy() -> None:
    assert str(ERROR) == (
        "data/wetten/pw.yml:14:11  wetten[2].wet — onbekende wet\n    kies een andere"
    )


def test_an_error_without_field_or_remedy_leaves_no_gap() -> None:
    assert str(Error("a.yml", 1, 1, "", "bestand is leeg")) == "a.yml:1:1  bestand is leeg"


def test_a_field_name_counts_from_one() -> None:
    assert veldnaam(()) == ""
    assert veldnaam(("titel",)) == "titel"
    assert veldnaam(("wetten", 1, "artikelen", 0, "lid")) == "wetten[2].artikelen[1].lid"
    assert veldnaam((0, "titel")) == "[1].titel"


def test_did_you_mean_names_the_word_that_is_like_it() -> None:
    assert (
        did_you_mean("instrumnten", ["leerpunten", "instrumenten"]) == "bedoelde u „instrumenten”?"
    )


def test_did_you_mean_is_silent_when_nothing_is_like_it() -> None:
    assert did_you_mean("xyz", ["leerpunten", "instrumenten"]) == ""
    assert did_you_mean("xyz", []) == ""


def test_a_report_sorts_counts_and_repeats_nothing() -> None:
    later = Error("data/wetten/pw.yml", 100, 1, "", "later")
    earlier = Error("data/begrippen/z.yml", 7, 1, "", "eerder")
    assert report([later, ERROR, earlier, later]).splitlines() == [
        "data/begrippen/z.yml:7:1  eerder",
        "data/wetten/pw.yml:14:11  wetten[2].wet — onbekende wet",
        "    kies een andere",
        "data/wetten/pw.yml:100:1  later",
        "3 fouten gevonden.",
    ]


def test_a_report_knows_the_singular() -> None:
    assert report([ERROR]).splitlines()[-1] == "1 fout gevonden."


def test_a_place_counts_from_one() -> None:
    assert Position() == Position(regel=1, column=1)


def test_a_number_has_the_word_that_fits() -> None:
    assert counted(1, "plek", "plekken") == "1 plek"
    assert counted(2, "plek", "plekken") == "2 plekken"
