"""The real data: it reads, it keeps every rule, and it holds what the site promises to hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.blad.zinnen import DENKBEELDIG
from macros.check.regel import Regel
from macros.check.regels import REGELS, run_rules
from macros.check.timeliness import overdue
from macros.corpus.corpus import Corpus, build_corpus
from macros.corpus.counting import tally
from macros.load.error import Error, report
from macros.model.base import Record
from macros.model.instrument import Instrument
from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import MvtDocument, MvtPunt, Waarde
from macros.model.organisatie import Organisatie
from macros.model.recht import Wet, Wetsvoorstel
from macros.model.soorten import PER_FOLDER, PER_SOORT, Bestandsrecord

NAMEN = [regel.naam for regel in REGELS]


def test_every_file_can_be_read(root: Path, corpus: Corpus) -> None:
    """That nothing was wrong with one of them, the corpus itself shows: else there is none."""
    files = {pad.relative_to(root).as_posix() for pad in (root / "data").rglob("*.yml")}
    assert {plaats.file.naam for plaats in corpus.read.values()} == files


@pytest.mark.parametrize("regel", REGELS, ids=NAMEN)
def test_the_data_keep_every_rule(corpus: Corpus, regel: Regel) -> None:
    errors = run_rules(corpus, [regel])
    assert errors == [], report(errors)


def test_no_check_is_overdue_on_the_peildatum(corpus: Corpus) -> None:
    assert overdue(corpus, max(record.gecontroleerd.datum for record in corpus.every(Record))) == []


def test_the_scripts_are_made_for_the_browsers_that_the_declaration_names(
    corpus: Corpus, root: Path
) -> None:
    doel = re.search(
        r"^export const BROWSERS = \[(.*)\];$",
        (root / "macros/scripts/bundle.js").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert doel
    named = {
        f"'{code}{browser.vanaf}'"
        for browser in corpus.toegankelijkheid.browsers
        for code in browser.codes
        if "_" not in code
    }
    assert set(doel[1].split(", ")) == named


# --- how much there is ------------------------------------------------------------------------


AT_LEAST: Mapping[str, int] = {
    "Instrumenten": 5,
    "Leerpunten": 30,
    "Wetten": 40,
    "Wetsvoorstellen": 5,
    "Organisaties": 20,
    "Begrippen": 80,
    "Bronnen": 180,
    "Gebeurtenissen": 50,
    "Gemeenten": 300,
    "Beweringen met bron en datum": 1500,
    "Uitdrukkelijk onbekend": 40,
}
"""Far below what there is: a folder that was lost or not read shows, an editor's work does not.

Nowhere else does a test hold how many records there are. What must be exactly so many is a rule:
one document, one square for each municipality, one letter for each of the points.
"""


def too_few(corpus: Corpus) -> list[str]:
    """Return the names of what there is suspiciously little of."""
    counted = dict(tally(corpus))
    return [naam for naam, at_least in AT_LEAST.items() if counted[naam] < at_least]


def test_nothing_got_lost(corpus: Corpus) -> None:
    assert too_few(corpus) == []


def test_what_gets_lost_stands_out(corpus: Corpus) -> None:
    over = {id_: record for id_, record in corpus.records.items() if record.soort != "wet"}
    bare = build_corpus(
        records=over,
        vocabulaires=corpus.vocabulaires,
        tables=corpus.tables,
        read=corpus.read,
    )
    assert "Wetten" in too_few(bare)


def test_every_place_in_a_fixed_row_belongs_to_one_record(corpus: Corpus) -> None:
    for row in (
        [instrument.volgorde for instrument in corpus.every(Instrument)],
        [ord(point.letter) - ord("a") + 1 for point in corpus.every(MvtPunt)],
    ):
        assert sorted(row) == list(range(1, len(row) + 1))


def test_the_letter_of_a_leerpunt_says_where_it_comes_from(corpus: Corpus) -> None:
    """So neither can drift from the other. A number is never used again, so there may be gaps."""
    letters = {"pmm": "L", "verwant": "V"}
    for leerpunt in corpus.every(Leerpunt):
        assert leerpunt.nummer[0] == letters[leerpunt.herkomst], leerpunt.id


def test_every_gemeente_lies_in_a_province(corpus: Corpus) -> None:
    provincies = {term.sleutel for term in corpus.vocabulaires["provincie"].termen}
    assert {gemeente.provincie for gemeente in corpus.gemeentetabel.gemeenten} == provincies


def test_every_wet_was_checked(corpus: Corpus) -> None:
    assert all(wet.verificatie.codes for wet in corpus.every(Wet))


# --- what an editor may do ---------------------------------------------------------------------


def _other(record: Bestandsrecord, corpus: Corpus) -> Bestandsrecord:
    """Return a new record of the same kind: what has to be its own is."""
    slug = "NIEUW1" if isinstance(record, Bron) else "nieuw-van-de-redactie"
    own: dict[str, object] = {"id": f"{record.soort}:{slug}", "titel": "Nieuw van de redactie"}
    if isinstance(record, Leerpunt):
        nummers = {one.nummer for one in corpus.every(Leerpunt)}
        candidates = (f"{record.nummer[0]}{nummer:02d}" for nummer in range(1, 100))
        own["nummer"] = next(nummer for nummer in candidates if nummer not in nummers)
    if isinstance(record, Instrument):
        own["volgorde"] = len(corpus.every(Instrument)) + 1
    own |= {veld: None for veld in ("bwb_id", "dossier") if veld in type(record).model_fields}
    if isinstance(record, Wet):
        own["celex"] = "32099R0001"
    if isinstance(record, Wetsvoorstel):
        own["dossier"] = "99999"
    return record.model_copy(update=own)


def _with(corpus: Corpus, records: Mapping[str, Bestandsrecord]) -> list[Error]:
    """Return what the rules say of these records; each new one stands in a file of its own."""
    plaats = next(iter(corpus.read.values()))
    read = {id_: corpus.read.get(id_, plaats) for id_ in records} | dict(corpus.read)
    new = build_corpus(
        records=records,
        vocabulaires=corpus.vocabulaires,
        tables=corpus.tables,
        read=read,
    )
    assert too_few(new) == []
    return run_rules(new)


ONE_OF_A_KIND = {"mvt", "mvtpunt"}
"""Of these there is a fixed number by what they are: one document, and a point for each letter."""
ALSO_NAMED = {
    "bron": "deze bron wordt nergens gebruikt",
    "instrument": "instrument:nieuw-van-de-redactie is van geen enkele uitkomst het instrument",
}
"""Of these kinds a new record also has to be named somewhere, and the rule says so."""


def _one_per_soort(corpus: Corpus) -> list[Bestandsrecord]:
    """Return the first record of each kind of which there may be more or fewer."""
    return [corpus.every(PER_SOORT[soort])[0] for soort in sorted(set(PER_SOORT) - ONE_OF_A_KIND)]


def test_an_editor_may_add_a_record_of_every_kind(corpus: Corpus) -> None:
    new = [_other(record, corpus) for record in _one_per_soort(corpus)]
    errors = _with(corpus, {**corpus.records, **{record.id: record for record in new}})
    assert sorted(error.wat for error in errors) == sorted(ALSO_NAMED.values()), report(errors)


def test_an_editor_may_change_a_record_of_every_kind(corpus: Corpus) -> None:
    def changed(record: Bestandsrecord) -> Bestandsrecord:
        veld = "uitgever" if isinstance(record, Bron) else "samenvatting"
        return record.model_copy(update={veld: f"{record.titel} is gewijzigd."})

    otherwise = {record.id: changed(record) for record in _one_per_soort(corpus)}
    errors = _with(corpus, {**corpus.records, **otherwise})
    assert errors == [], report(errors)


def test_an_editor_may_remove_what_nothing_points_to(corpus: Corpus) -> None:
    """What only that record rested on or used is then told of, and nothing else."""
    standalone = {
        record.soort: record
        for record in corpus.records.values()
        if not corpus.back[record.id] and len(corpus.every(type(record))) > 1
    }
    assert {"begrip", "gebeurtenis", "vraag"} <= set(standalone)
    way = {record.id for record in standalone.values()}
    errors = _with(corpus, {id_: one for id_, one in corpus.records.items() if id_ not in way})
    over = ("wordt nergens gebruikt", "staat op geen enkele pagina")
    assert all(error.wat.endswith(over) for error in errors), report(errors)


@pytest.mark.parametrize("mapnaam", PER_FOLDER)
def test_a_folder_holds_its_own_kind_only(corpus: Corpus, mapnaam: str) -> None:
    model = PER_FOLDER[mapnaam]
    records = corpus.every(model)
    assert records
    assert {type(record) for record in records} == {model}


# --- what each statement carries --------------------------------------------------------------


def test_every_bewering_has_a_bron_that_exists_and_a_date(corpus: Corpus) -> None:
    for place in corpus.beweringen:
        assert place.bewering.bronnen, place
        for bron in place.bewering.bronnen:
            assert isinstance(corpus.records[bron], Bron), place
        assert place.bewering.stand.notation(), place


def test_no_bewering_is_older_than_the_oldest_wet_we_cite(corpus: Corpus) -> None:
    """A year of 202 or 20222 is a slip of the pen; the oldest law we cite is from 1838."""
    jaren = {
        place.bewering.stand.begin.jaar for place in corpus.beweringen if place.bewering.stand.begin
    }
    assert min(jaren) >= 1838
    assert max(jaren) <= 2026


def test_what_rests_on_our_own_knowledge_alone_is_called_inferred(corpus: Corpus) -> None:
    """What rests only on our own knowledge never looks like a fact from a source."""
    own = {bron.id for bron in corpus.every(Bron) if bron.aard == "eigen"}
    assert own
    for place in corpus.beweringen:
        if set(place.bewering.bronnen) <= own:
            assert place.bewering.zekerheid == "afgeleid", place


def test_every_open_question_goes_to_an_organisation(corpus: Corpus) -> None:
    for _, _, vraag in corpus.onbekend:
        assert "?" in vraag.vraag, vraag
        assert all(isinstance(corpus.records[id_], Organisatie) for id_ in vraag.aan)


def test_every_waarde_says_according_to_whom(corpus: Corpus) -> None:
    for waarde in corpus.every(Waarde):
        assert all(
            corpus.records[holder.kader].soort == "waardenkader" for holder in waarde.volgens_wie
        )


def test_the_imaginary_wet_is_called_imaginary_everywhere(corpus: Corpus) -> None:
    assert "bestaat niet" in DENKBEELDIG
    assert MvtDocument.denkbeeldig
    assert MvtPunt.denkbeeldig
    for document in corpus.every(MvtDocument):
        assert "denkbeeldig" in document.samenvatting.lower()


def test_no_gemeente_is_called_not_affiliated(corpus: Corpus) -> None:
    """Silence in public sources is no proof; the model has no word for it, nor do our texts."""
    for gemeente in corpus.gemeentetabel.gemeenten:
        for bewering in (*gemeente.vermeldingen, *gemeente.bijzonderheden):
            assert "niet aangesloten" not in bewering.tekst.lower(), gemeente.naam


def test_every_former_gemeente_leads_to_one_that_exists(corpus: Corpus) -> None:
    existing = corpus.gemeenten()
    for old in corpus.vervallen():
        assert old.cbs not in existing
        assert set(old.opvolgers) <= set(existing), old.naam


def test_every_address_belongs_to_one_record(corpus: Corpus) -> None:
    """Two records on one address would overwrite each other."""
    adressen = Counter(record.pad for record in corpus.records.values())
    assert [adres for adres, aantal in adressen.items() if aantal > 1] == []
