from __future__ import annotations

from macros.model.base import Bewering, Onbekend, Term, Verwijzing
from macros.model.leerpunt import Leerpunt
from macros.model.organisatie import Gemeente
from macros.model.vocabulaire import Vocabulaire
from macros.model.walk import walk
from tests.factory import (
    make_begrip,
    make_bewering,
    make_bron,
    make_gemeente,
    make_instrument,
    make_leerpunt,
    make_spoor,
    make_vocabulaire,
)


def verwijzingen(record: Leerpunt | Gemeente) -> dict[tuple[str | int, ...], object]:
    return {pad: waarde for pad, waarde, mark in walk(record) if isinstance(mark, Verwijzing)}


def test_references_are_found_however_deep() -> None:
    leerpunt = make_leerpunt(
        cijfers=["cijfer:a"],
        sporen=[make_spoor(wet="wet:a", stappen=[make_bewering(bronnen=["K81", "K84"])])],
        onbekend=[{"veld": "x", "vraag": "Wat?", "aan": ["organisatie:pmm"]}],
    )
    found = verwijzingen(leerpunt)
    assert found["cijfers", 0] == "cijfer:a"
    assert found["sporen", 0, "wet"] == "wet:a"
    assert found["sporen", 0, "stappen", 0, "bronnen", 1] == "bron:K84"
    assert found["onbekend", 0, "aan", 0] == "organisatie:pmm"
    assert found["wetten", 0, "wet"] == "wet:participatiewet"


def test_a_reference_knows_which_kinds_are_allowed() -> None:
    marks = {pad: mark for pad, _, mark in walk(make_leerpunt())}
    assert marks["wetten", 0, "wet"] == Verwijzing(("wet",))
    assert marks["situatie", 0, "bronnen", 0] == Verwijzing(("bron",))


def test_terms_are_found_in_lists_too() -> None:
    leerpunt = make_leerpunt(soorten=["wet", "praktijk"])
    termen = {
        pad: (mark.as_, waarde) for pad, waarde, mark in walk(leerpunt) if isinstance(mark, Term)
    }
    assert termen["soorten", 1] == ("leerpuntsoort", "praktijk")
    assert termen["leefgebieden", 0] == ("leefgebied", "inkomen")
    assert termen["herkomst",] == ("herkomst", "pmm")
    assert termen["wetten", 0, "rol"] == ("wetrol", "veroorzaakt")
    assert termen["sporen", 0, "status"] == ("spoorstatus", "loopt")


def test_plain_text_has_no_mark() -> None:
    found = {pad: mark for pad, waarde, mark in walk(make_begrip()) if isinstance(waarde, str)}
    for pad in (("id",), ("titel",), ("zoektermen", 0), ("uitleg", 0, "tekst")):
        assert found[pad] is None


def test_beweringen_and_questions_are_found_with_their_path() -> None:
    vraag = {"veld": "kosten", "vraag": "Wat kost het?", "aan": ["organisatie:pmm"]}
    instrument = make_instrument(onbekend=[vraag])
    found = {pad: waarde for pad, waarde, _ in walk(instrument)}
    assert isinstance(found["nu_doen", 0], Bewering)
    assert isinstance(found["onbekend", 0], Onbekend)
    assert found[()] is instrument


def test_what_is_empty_is_skipped_but_zero_and_false_are_not() -> None:
    velden = {pad[0] for pad, _, _ in walk(make_begrip()) if pad}
    assert "voluit" not in velden
    assert "zie" not in velden
    assert "hoofdlettergevoelig" in velden


def test_a_path_carries_the_name_used_in_yaml() -> None:
    vocabulaire: Vocabulaire = make_vocabulaire("vorm", ["a"])
    assert {pad for pad, _, _ in walk(vocabulaire)} >= {("as",), ("termen", 0, "sleutel")}


def test_a_walk_begins_where_it_is_told_to() -> None:
    gemeente = Gemeente.model_validate(make_gemeente(buren=["GM0384"]))
    paths = [pad for pad, _, _ in walk(gemeente, ("gemeenten", 3))]
    assert paths[0] == ("gemeenten", 3)
    assert ("gemeenten", 3, "buren", 0) in paths


def test_a_bron_has_terms_but_no_references() -> None:
    marks = [mark for _, _, mark in walk(make_bron()) if mark is not None]
    assert marks == [Term("bronsoort"), Term("gezien")]
