"""The real data: it reads, it keeps every rule, and it holds what the site promises to hold."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from macros.blad.zinnen import DENKBEELDIG
from macros.check.regel import Regel
from macros.check.regels import REGELS, controleer
from macros.check.tijd import verlopen
from macros.corpus.corpus import Corpus
from macros.corpus.inlezen import lees_corpus
from macros.corpus.tellen import telling
from macros.load.fout import verslag
from macros.model.basis import Record
from macros.model.instrument import Instrument
from macros.model.kennis import Begrip, Bron, Cijfer, Gebeurtenis, Initiatief
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import MvtDocument, MvtPunt, Waarde
from macros.model.organisatie import Organisatie
from macros.model.recht import Verkenning, Wet, Wetsvoorstel
from macros.model.soorten import PER_MAP

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


def test_zeven_instrumenten_in_een_vaste_volgorde(corpus: Corpus) -> None:
    instrumenten = corpus.alle(Instrument)
    assert sorted(instrument.volgorde for instrument in instrumenten) == [1, 2, 3, 4, 5, 6, 7]


def test_organisaties(corpus: Corpus) -> None:
    soorten = Counter(record.organisatiesoort for record in corpus.alle(Organisatie))
    assert (soorten["ministerie"], soorten["uitvoerder"]) == (6, 9)


def test_gemeenten(corpus: Corpus) -> None:
    tabel = corpus.gemeentetabel.gemeenten
    assert len(tabel) == len(corpus.gemeenten()) == 342
    assert sum(len(gemeente.vermeldingen) for gemeente in tabel) == 22
    assert len(corpus.vervallen()) == 263
    assert len({gemeente.provincie for gemeente in tabel}) == 12


def test_leerpunten_van_pmm_en_verwante_leerpunten(corpus: Corpus) -> None:
    """Numbered without a gap; the letter tells the origin, so neither can drift from the other."""
    nummers = {leerpunt.nummer: leerpunt.herkomst for leerpunt in corpus.alle(Leerpunt)}
    pmm = {f"L{nummer:02d}": "pmm" for nummer in range(1, 24)}
    verwant = {f"V{nummer:02d}": "verwant" for nummer in range(1, 18)}
    assert nummers == pmm | verwant


def test_wetten(corpus: Corpus) -> None:
    assert sum(wet.bwb_id is not None for wet in corpus.alle(Wet)) == 54
    assert all(wet.verificatie.codes for wet in corpus.alle(Wet))
    assert len(corpus.alle(Wetsvoorstel)) == 11
    assert len(corpus.alle(Verkenning)) == 3


def test_begrippen_initiatieven_en_de_rest(corpus: Corpus) -> None:
    assert len(corpus.alle(Begrip)) >= 90
    assert len(corpus.alle(Initiatief)) == 21
    assert len(corpus.alle(Gebeurtenis)) >= 70
    assert len(corpus.alle(Cijfer)) >= 30
    assert len(corpus.alle(Bron)) >= 200


def test_de_dertien_punten_van_de_fictieve_toelichting(corpus: Corpus) -> None:
    assert [punt.letter for punt in corpus.alle(MvtPunt)] == list("abcdefghijklm")
    assert len(corpus.alle(MvtDocument)) == 1


def test_de_telling_komt_uit_de_gegevens_zelf(corpus: Corpus) -> None:
    geteld = dict(telling(corpus))
    assert (geteld["Instrumenten"], geteld["Leerpunten"], geteld["Gemeenten"]) == (7, 40, 342)
    assert geteld["Beweringen met bron en datum"] == len(corpus.beweringen)


@pytest.mark.parametrize("mapnaam", PER_MAP)
def test_een_map_bevat_alleen_haar_eigen_soort(corpus: Corpus, mapnaam: str) -> None:
    model = PER_MAP[mapnaam]
    records = corpus.alle(model)
    assert records
    assert {type(record) for record in records} == {model}


# --- what each statement carries --------------------------------------------------------------


def test_elke_bewering_heeft_een_bron_die_bestaat_en_een_datum(corpus: Corpus) -> None:
    assert len(corpus.beweringen) > 1500
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
    assert len(corpus.onbekend) >= 50
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
