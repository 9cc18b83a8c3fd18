"""Each record hands its whole page to a dossier, and nothing that its page does not say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.exports.dossier import als_script, dossiers
from macros.exports.dossierinhoud import inhoud
from macros.exports.uitvoer import alle_uitvoer
from macros.model.basis import Bewering, NietVanToepassing, Onbekend, Record
from macros.model.bladeren import bladeren
from macros.model.soorten import SOORTEN
from macros.pages.recordpaginas import recordpagina
from tests.pages.hulp import dekkend, overal, tekst

ROEP = re.compile(r"KennisbankDossier\.ontvang\((.*)\);\n", re.DOTALL)
NVT = "Niet van toepassing. "
KWAAD = "</script><!-- ');alert(1)"


def _gelezen(bytes_: bytes) -> dict[str, Any]:
    """Return what the script hands over, read the way a browser does."""
    match = ROEP.fullmatch(bytes_.decode())
    assert match is not None
    return json.loads(match[1])  # type: ignore[no-any-return]


def _punten(ding: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield ding["samenvatting"]
    for sectie in ding.get("secties", ()):
        yield from sectie["punten"]


def _vlak(woorden: str) -> str:
    """Return words without what HTML sets apart: spaces, and the marks between parts."""
    return re.sub(r"[\s.,:;]+", "", woorden).casefold()


RECORDSOORTEN = [soort for soort in SOORTEN if issubclass(soort, Record)]
IDS = [soort.soort for soort in RECORDSOORTEN]


def test_every_record_has_its_script_beside_its_page(corpus: Corpus) -> None:
    uitvoer = {een.pad: een.inhoud for _, een in alle_uitvoer(corpus, [])}
    records = corpus.alle(Record)
    assert len(records) > 300
    for record in records:
        ding = _gelezen(uitvoer[f"{record.pad}dossier.js"])
        assert (ding["id"], ding["titel"], ding["pad"]) == (record.id, record.titel, record.pad)
        assert ding["samenvatting"]["tekst"] == record.samenvatting
    assert len([pad for pad in uitvoer if pad.endswith("/dossier.js")]) == len(records)


def test_every_statement_is_in_it_with_proof(corpus: Corpus) -> None:
    for record in corpus.alle(Record):
        ding: Any = inhoud(corpus, record)
        punten = list(_punten(ding))
        for _, waarde, _ in bladeren(record):
            if isinstance(waarde, Bewering):
                (punt,) = [p for p in punten if _is(corpus, p, waarde)]
                assert punt.get("let_op") == waarde.opmerking
                assert str(waarde.stand) in punt["bewijs"]
                assert corpus.term("zekerheid", waarde.zekerheid).label in punt["bewijs"]


def _is(corpus: Corpus, punt: dict[str, Any], bewering: Bewering) -> bool:
    codes = [corpus.bron(id_).slug for id_ in bewering.bronnen]
    stand = str(bewering.stand) if bewering.stand.gedateerd else "datum onbekend"
    return (
        punt["tekst"] == bewering.tekst
        and punt.get("bronnen") == codes
        and stand in punt.get("bewijs", "")
    )


def test_what_is_unknown_or_does_not_apply_is_in_it(corpus: Corpus) -> None:
    gezien = 0
    for record in corpus.alle(Record):
        punten = list(_punten(inhoud(corpus, record)))
        open_ = [punt for punt in punten if punt.get("onbekend")]
        assert sorted(punt["tekst"] for punt in open_) == sorted(v.vraag for v in record.onbekend)
        assert all(punt["aan"] for punt in open_)
        redenen = [punt["tekst"] for punt in punten if punt["tekst"].startswith(NVT)]
        assert sorted(redenen) == sorted(f"{NVT}{een.reden}" for een in record.niet_van_toepassing)
        gezien += len(open_)
    assert gezien > 100


@pytest.mark.parametrize("soort", RECORDSOORTEN, ids=IDS)
def test_a_question_or_reason_about_any_field_is_not_lost(
    corpus: Corpus, soort: type[Record]
) -> None:
    record = corpus.alle(soort)[0]
    for veld in soort.velden_verplicht_verantwoord:
        vraag = Onbekend.model_validate(
            {"veld": veld, "vraag": "Merkteken?", "aan": ["organisatie:pmm"]}
        )
        nvt = NietVanToepassing(veld=veld, reden="Reden.")
        anders = record.model_copy(update={"onbekend": (vraag,), "niet_van_toepassing": (nvt,)})
        teksten = [punt["tekst"] for punt in _punten(inhoud(corpus, anders))]
        assert teksten.count("Merkteken?") == 1, veld
        assert teksten.count(f"{NVT}Reden.") == 1, veld


@pytest.mark.parametrize("soort", RECORDSOORTEN, ids=IDS)
def test_it_says_nothing_that_the_page_does_not_say(corpus: Corpus, soort: type[Record]) -> None:
    """Headings and fixed sentences stand in the templates, too; here they may not drift apart."""
    for record in dekkend(corpus, soort):
        ding: Any = inhoud(corpus, record)
        bladen = [record, *(corpus.records[id_] for id_ in getattr(record, "cijfers", ()))]
        pagina = _vlak(" ".join(tekst(recordpagina(corpus, blad).inhoud) for blad in bladen))
        woorden = [ding["titel"], ding["soort"], ding["controle"]]
        woorden += [*ding.get("let_op", "").split(". "), ding.get("denkbeeldig", "")]
        woorden += [deel for paar in ding.get("kenmerken", ()) for deel in paar]
        woorden += [ding["samenvatting"]["tekst"], ding["samenvatting"].get("bewijs", "")]
        for sectie in ding.get("secties", ()):
            if not all(punt["tekst"].startswith(NVT) for punt in sectie["punten"]):
                woorden.append(sectie["kop"])
            for punt in sectie["punten"]:
                woorden += [punt["tekst"], punt.get("let_op", ""), punt.get("bewijs", "")]
                woorden += [punt.get("aan", ""), punt.get("levert_op", "")]
                if record.soort != "leerpunt" or sectie["kop"] != "Wie zijn erbij betrokken?":
                    woorden.append(punt.get("vooraf", "").replace("; ", " "))
        missen = [woord for woord in woorden if not _staat(pagina, woord)]
        assert missen == [], record.id


def _staat(pagina: str, woorden: str) -> bool:
    """Tell whether a page has these words; a step has its numbers behind its text, not before."""
    delen = re.split(r" (?=Kamerstuk|Staatsblad)", woorden)
    return all(_vlak(deel) in pagina for deel in delen)


def test_all_sources_of_a_record_are_in_it_and_no_other(corpus: Corpus) -> None:
    for record in corpus.alle(Record):
        ding: Any = inhoud(corpus, record)
        genoemd = {code for punt in _punten(ding) for code in punt.get("bronnen", ())}
        assert set(ding.get("bronnen", {})) == genoemd, record.id
        for code, bron in ding.get("bronnen", {}).items():
            echt = corpus.bron(f"bron:{code}")
            assert echt.titel in bron["tekst"]
            assert str(echt.datum) in bron["tekst"]
            assert bron.get("url") == echt.url
            assert bron["pad"] == echt.pad


def test_the_imaginary_law_is_called_imaginary_and_nothing_else_is(corpus: Corpus) -> None:
    gemerkt = {r.id for r in corpus.alle(Record) if inhoud(corpus, r).get("denkbeeldig")}
    assert gemerkt == {r.id for r in corpus.alle(Record) if r.soort in ("mvt", "mvtpunt")}
    assert gemerkt
    assert inhoud(corpus, corpus.alle(RECORDSOORTEN[IDS.index("mvt")])[0])["denkbeeldig"] == (
        DENKBEELDIG
    )


def test_no_text_ends_the_script_or_the_call(corpus: Corpus) -> None:
    ziek = overal(corpus, KWAAD)
    gezien = 0
    for uitvoer in dossiers(ziek):
        script = uitvoer.inhoud.decode()
        assert "<" not in script
        assert script.count("\n") == 1
        assert _gelezen(uitvoer.inhoud)["titel"] == KWAAD
        gezien += 1
    assert gezien == len(corpus.alle(Record))


def test_a_line_separator_is_no_line_break_in_the_script() -> None:
    """No text in ``data/`` can hold one, but JavaScript before ES2019 would stop at it."""
    script = als_script({"tekst": "een\u2028twee\u2029drie"})
    assert script.isascii()
    assert script.count("\n") == 1


def test_plain_words_stay_readable() -> None:
    assert als_script({"tekst": "één > twee"}) == (
        'KennisbankDossier.ontvang({"tekst":"één > twee"});\n'
    )


def test_the_same_data_gives_the_same_bytes(corpus: Corpus) -> None:
    assert list(dossiers(corpus)) == list(dossiers(corpus))


def test_old_is_reckoned_from_the_date_of_the_site(corpus: Corpus) -> None:
    record = corpus.records["leerpunt:alo-kop"]
    assert isinstance(record, Record)
    punten = [punt["bewijs"] for punt in _punten(inhoud(corpus, record)) if "bewijs" in punt]
    assert any(bewijs.endswith(", ouder dan 2 jaar") for bewijs in punten)
    assert not all(bewijs.endswith(", ouder dan 2 jaar") for bewijs in punten)
