"""The real data: it reads, it keeps every rule, and it holds what the site promises to hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.blad.zinnen import DENKBEELDIG
from macros.check.regel import Regel
from macros.check.regels import REGELS, controleer
from macros.check.tijd import verlopen
from macros.corpus.corpus import Corpus, bouw_corpus
from macros.corpus.inlezen import lees_corpus
from macros.corpus.tellen import telling
from macros.load.fout import Fout, verslag
from macros.model.basis import Record
from macros.model.instrument import Instrument
from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import MvtDocument, MvtPunt, Waarde
from macros.model.organisatie import Organisatie
from macros.model.recht import Wet, Wetsvoorstel
from macros.model.soorten import PER_MAP, PER_SOORT, Bestandsrecord

NAMEN = [regel.naam for regel in REGELS]


def test_alle_bestanden_zijn_te_lezen(wortel: Path) -> None:
    corpus, fouten = lees_corpus(wortel)
    assert fouten == [], verslag(fouten)
    assert corpus is not None
    bestanden = {pad.relative_to(wortel).as_posix() for pad in (wortel / "data").rglob("*.yml")}
    assert {plaats.bestand.naam for plaats in corpus.gelezen.values()} == bestanden


@pytest.mark.parametrize("regel", REGELS, ids=NAMEN)
def test_de_gegevens_houden_zich_aan_elke_regel(corpus: Corpus, regel: Regel) -> None:
    fouten = controleer(corpus, [regel])
    assert fouten == [], verslag(fouten)


def test_geen_enkele_controle_is_op_de_peildatum_al_te_laat(corpus: Corpus) -> None:
    assert verlopen(corpus, max(record.gecontroleerd.datum for record in corpus.alle(Record))) == []


def test_de_scripts_worden_gemaakt_voor_de_browsers_die_de_verklaring_noemt(
    corpus: Corpus, wortel: Path
) -> None:
    doel = re.search(
        r"^export const BROWSERS = \[(.*)\];$",
        (wortel / "macros/scripts/bundle.js").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert doel
    genoemd = {
        f"'{code}{browser.vanaf}'"
        for browser in corpus.toegankelijkheid.browsers
        for code in browser.codes
        if "_" not in code
    }
    assert set(doel[1].split(", ")) == genoemd


# --- how much there is ------------------------------------------------------------------------


MINSTENS: Mapping[str, int] = {
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


def te_weinig(corpus: Corpus) -> list[str]:
    """Return the names of what there is suspiciously little of."""
    geteld = dict(telling(corpus))
    return [naam for naam, minstens in MINSTENS.items() if geteld[naam] < minstens]


def test_er_is_niets_zoekgeraakt(corpus: Corpus) -> None:
    assert te_weinig(corpus) == []


def test_wat_zoekraakt_valt_op(corpus: Corpus) -> None:
    over = {id_: record for id_, record in corpus.records.items() if record.soort != "wet"}
    kaal = bouw_corpus(
        records=over,
        vocabulaires=corpus.vocabulaires,
        tabellen=corpus.tabellen,
        gelezen=corpus.gelezen,
    )
    assert "Wetten" in te_weinig(kaal)


def test_elke_plaats_op_een_vaste_rij_is_van_een_record(corpus: Corpus) -> None:
    for rij in (
        [instrument.volgorde for instrument in corpus.alle(Instrument)],
        [ord(punt.letter) - ord("a") + 1 for punt in corpus.alle(MvtPunt)],
    ):
        assert sorted(rij) == list(range(1, len(rij) + 1))


def test_de_letter_van_een_leerpunt_zegt_waar_het_vandaan_komt(corpus: Corpus) -> None:
    """So neither can drift from the other. A number is never used again, so there may be gaps."""
    letters = {"pmm": "L", "verwant": "V"}
    for leerpunt in corpus.alle(Leerpunt):
        assert leerpunt.nummer[0] == letters[leerpunt.herkomst], leerpunt.id


def test_elke_gemeente_ligt_in_een_provincie(corpus: Corpus) -> None:
    provincies = {term.sleutel for term in corpus.vocabulaires["provincie"].termen}
    assert {gemeente.provincie for gemeente in corpus.gemeentetabel.gemeenten} == provincies


def test_elke_wet_is_nagekeken(corpus: Corpus) -> None:
    assert all(wet.verificatie.codes for wet in corpus.alle(Wet))


# --- what an editor may do ---------------------------------------------------------------------


def _ander(record: Bestandsrecord, corpus: Corpus) -> Bestandsrecord:
    """Return a new record of the same kind: what has to be its own is."""
    slug = "NIEUW1" if isinstance(record, Bron) else "nieuw-van-de-redactie"
    eigen: dict[str, object] = {"id": f"{record.soort}:{slug}", "titel": "Nieuw van de redactie"}
    if isinstance(record, Leerpunt):
        nummers = {een.nummer for een in corpus.alle(Leerpunt)}
        kandidaten = (f"{record.nummer[0]}{nummer:02d}" for nummer in range(1, 100))
        eigen["nummer"] = next(nummer for nummer in kandidaten if nummer not in nummers)
    if isinstance(record, Instrument):
        eigen["volgorde"] = len(corpus.alle(Instrument)) + 1
    eigen |= {veld: None for veld in ("bwb_id", "dossier") if veld in type(record).model_fields}
    if isinstance(record, Wet):
        eigen["celex"] = "32099R0001"
    if isinstance(record, Wetsvoorstel):
        eigen["dossier"] = "99999"
    return record.model_copy(update=eigen)


def _met(corpus: Corpus, records: Mapping[str, Bestandsrecord]) -> list[Fout]:
    """Return what the rules say of these records; each new one stands in a file of its own."""
    plaats = next(iter(corpus.gelezen.values()))
    gelezen = {id_: corpus.gelezen.get(id_, plaats) for id_ in records} | dict(corpus.gelezen)
    nieuw = bouw_corpus(
        records=records,
        vocabulaires=corpus.vocabulaires,
        tabellen=corpus.tabellen,
        gelezen=gelezen,
    )
    assert te_weinig(nieuw) == []
    return controleer(nieuw)


EENMALIG = {"mvt", "mvtpunt"}
"""Of these there is a fixed number by what they are: one document, and a point for each letter."""
NOEM_OOK = {
    "bron": "deze bron wordt nergens gebruikt",
    "instrument": "instrument:nieuw-van-de-redactie is van geen enkele uitkomst het instrument",
}
"""Of these kinds a new record also has to be named somewhere, and the rule says so."""


def _een_per_soort(corpus: Corpus) -> list[Bestandsrecord]:
    """Return the first record of each kind of which there may be more or fewer."""
    return [corpus.alle(PER_SOORT[soort])[0] for soort in sorted(set(PER_SOORT) - EENMALIG)]


def test_een_redacteur_mag_van_elke_soort_een_record_toevoegen(corpus: Corpus) -> None:
    nieuw = [_ander(record, corpus) for record in _een_per_soort(corpus)]
    fouten = _met(corpus, {**corpus.records, **{record.id: record for record in nieuw}})
    assert sorted(fout.wat for fout in fouten) == sorted(NOEM_OOK.values()), verslag(fouten)


def test_een_redacteur_mag_van_elke_soort_een_record_wijzigen(corpus: Corpus) -> None:
    def gewijzigd(record: Bestandsrecord) -> Bestandsrecord:
        veld = "uitgever" if isinstance(record, Bron) else "samenvatting"
        return record.model_copy(update={veld: f"{record.titel} is gewijzigd."})

    anders = {record.id: gewijzigd(record) for record in _een_per_soort(corpus)}
    fouten = _met(corpus, {**corpus.records, **anders})
    assert fouten == [], verslag(fouten)


def test_een_redacteur_mag_weghalen_waar_niets_naar_wijst(corpus: Corpus) -> None:
    """What only that record rested on or used is then told of, and nothing else."""
    los = {
        record.soort: record
        for record in corpus.records.values()
        if not corpus.terug[record.id] and len(corpus.alle(type(record))) > 1
    }
    assert {"begrip", "gebeurtenis", "vraag"} <= set(los)
    weg = {record.id for record in los.values()}
    fouten = _met(corpus, {id_: een for id_, een in corpus.records.items() if id_ not in weg})
    over = ("wordt nergens gebruikt", "staat op geen enkele pagina")
    assert all(fout.wat.endswith(over) for fout in fouten), verslag(fouten)


@pytest.mark.parametrize("mapnaam", PER_MAP)
def test_een_map_bevat_alleen_haar_eigen_soort(corpus: Corpus, mapnaam: str) -> None:
    model = PER_MAP[mapnaam]
    records = corpus.alle(model)
    assert records
    assert {type(record) for record in records} == {model}


# --- what each statement carries --------------------------------------------------------------


def test_elke_bewering_heeft_een_bron_die_bestaat_en_een_datum(corpus: Corpus) -> None:
    for plek in corpus.beweringen:
        assert plek.bewering.bronnen, plek
        for bron in plek.bewering.bronnen:
            assert isinstance(corpus.records[bron], Bron), plek
        assert plek.bewering.stand.notatie(), plek


def test_een_bewering_is_niet_ouder_dan_haar_oudste_kabinet(corpus: Corpus) -> None:
    """A year of 202 or 20222 is a slip of the pen; the oldest law we cite is from 1838."""
    jaren = {
        plek.bewering.stand.begin.jaar for plek in corpus.beweringen if plek.bewering.stand.begin
    }
    assert min(jaren) >= 1838
    assert max(jaren) <= 2026


def test_wat_een_bewering_zelf_afleidt_heet_afgeleid(corpus: Corpus) -> None:
    """What rests only on our own knowledge never looks like a fact from a source."""
    eigen = {bron.id for bron in corpus.alle(Bron) if bron.aard == "eigen"}
    assert eigen
    for plek in corpus.beweringen:
        if set(plek.bewering.bronnen) <= eigen:
            assert plek.bewering.zekerheid == "afgeleid", plek


def test_elke_open_vraag_gaat_naar_een_organisatie(corpus: Corpus) -> None:
    for _, _, vraag in corpus.onbekend:
        assert "?" in vraag.vraag, vraag
        assert all(isinstance(corpus.records[id_], Organisatie) for id_ in vraag.aan)


def test_elke_waarde_zegt_volgens_wie(corpus: Corpus) -> None:
    for waarde in corpus.alle(Waarde):
        assert all(
            corpus.records[houder.kader].soort == "waardenkader" for houder in waarde.volgens_wie
        )


def test_de_denkbeeldige_wet_heet_overal_denkbeeldig(corpus: Corpus) -> None:
    assert "bestaat niet" in DENKBEELDIG
    assert MvtDocument.denkbeeldig
    assert MvtPunt.denkbeeldig
    for document in corpus.alle(MvtDocument):
        assert "denkbeeldig" in document.samenvatting.lower()


def test_geen_gemeente_heet_niet_aangesloten(corpus: Corpus) -> None:
    """Silence in public sources is no proof; the model has no word for it, nor do our texts."""
    for gemeente in corpus.gemeentetabel.gemeenten:
        for bewering in (*gemeente.vermeldingen, *gemeente.bijzonderheden):
            assert "niet aangesloten" not in bewering.tekst.lower(), gemeente.naam


def test_elke_vervallen_gemeente_leidt_naar_een_die_bestaat(corpus: Corpus) -> None:
    bestaand = corpus.gemeenten()
    for oud in corpus.vervallen():
        assert oud.cbs not in bestaand
        assert set(oud.opvolgers) <= set(bestaand), oud.naam


def test_bij_elk_adres_hoort_een_record(corpus: Corpus) -> None:
    """Two records on one address would overwrite each other."""
    adressen = Counter(record.pad for record in corpus.records.values())
    assert [adres for adres, aantal in adressen.items() if aantal > 1] == []
