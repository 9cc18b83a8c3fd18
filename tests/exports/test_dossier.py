"""Each record hands its whole page to a dossier, and nothing that its page does not say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from macros.blad.narrate import Narrator
from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.exports.dossier import as_script, dossier
from macros.exports.dossier_content import as_dossier, inhoud
from macros.exports.file import Output
from macros.model.base import Bewering, NietVanToepassing, Onbekend, Record
from macros.model.soorten import PER_SOORT, SOORTEN
from macros.model.walk import walk
from macros.pages.record_pages import record_page
from macros.site.build import exports
from tests.example import example
from tests.pages.helpers import covering, everywhere, tekst

CALL = re.compile(r"KennisbankDossier\.ontvang\((.*)\);\n", re.DOTALL)
NVT = "Niet van toepassing. "
EVIL = "</script><!-- ');alert(1)"


def _read(bytes_: bytes) -> dict[str, Any]:
    """Return what the script hands over, read the way a browser does."""
    match = CALL.fullmatch(bytes_.decode())
    assert match is not None
    return json.loads(match[1])  # type: ignore[no-any-return]


def _points(thing: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield thing["samenvatting"]
    for sectie in thing.get("secties", ()):
        yield from sectie["punten"]


def _flat(woorden: str) -> str:
    """Return words without what HTML sets apart: spaces, and the marks between parts."""
    return re.sub(r"[\s.,:;]+", "", woorden).casefold()


RECORD_KINDS = [soort for soort in SOORTEN if issubclass(soort, Record)]
IDS = [soort.soort for soort in RECORD_KINDS]


def _feed_of_all(corpus: Corpus) -> list[Output]:
    sheets = [Narrator(corpus).blad(record) for record in corpus.every(Record)]
    return [dossier(blad.pad, as_dossier(blad)) for blad in sheets]


def test_every_record_has_its_script_beside_its_page() -> None:
    all_exports = {one.pad: one.inhoud for _, one in exports(example(), [], None)}
    records = example().every(Record)
    assert len({record.soort for record in records}) > len(PER_SOORT) / 2
    for record in records:
        thing = _read(all_exports[f"{record.pad}dossier.js"])
        assert (thing["id"], thing["titel"], thing["pad"]) == (record.id, record.titel, record.pad)
        assert thing["samenvatting"]["tekst"] == record.samenvatting
    assert len([pad for pad in all_exports if pad.endswith("/dossier.js")]) == len(records)


def test_every_statement_is_in_it_with_proof(corpus: Corpus) -> None:
    for record in corpus.every(Record):
        thing: Any = inhoud(corpus, record)
        points = list(_points(thing))
        for _, waarde, _ in walk(record):
            if isinstance(waarde, Bewering):
                (point,) = [p for p in points if _is(corpus, p, waarde)]
                assert point.get("let_op") == waarde.opmerking
                assert str(waarde.stand) in point["bewijs"]
                assert corpus.term("zekerheid", waarde.zekerheid).label in point["bewijs"]


def _is(corpus: Corpus, point: dict[str, Any], bewering: Bewering) -> bool:
    codes = [corpus.bron(id_).slug for id_ in bewering.bronnen]
    stand = str(bewering.stand) if bewering.stand.dated else "datum onbekend"
    return (
        point["tekst"] == bewering.tekst
        and point.get("bronnen") == codes
        and stand in point.get("bewijs", "")
    )


def test_what_is_unknown_or_does_not_apply_is_in_it(corpus: Corpus) -> None:
    gezien = 0
    for record in corpus.every(Record):
        points = list(_points(inhoud(corpus, record)))
        open_ = [point for point in points if point.get("onbekend")]
        assert sorted(point["tekst"] for point in open_) == sorted(v.vraag for v in record.onbekend)
        assert all(point["aan"] for point in open_)
        redenen = [point["tekst"] for point in points if point["tekst"].startswith(NVT)]
        assert sorted(redenen) == sorted(f"{NVT}{one.reden}" for one in record.niet_van_toepassing)
        gezien += len(open_)
    assert gezien > 100


@pytest.mark.parametrize("soort", RECORD_KINDS, ids=IDS)
def test_a_question_or_reason_about_any_field_is_not_lost(
    corpus: Corpus, soort: type[Record]
) -> None:
    record = corpus.every(soort)[0]
    for veld in soort.velden_verplicht_verantwoord:
        vraag = Onbekend.model_validate(
            {"veld": veld, "vraag": "Merkteken?", "aan": ["organisatie:pmm"]}
        )
        nvt = NietVanToepassing(veld=veld, reden="Reden.")
        otherwise = record.model_copy(update={"onbekend": (vraag,), "niet_van_toepassing": (nvt,)})
        teksten = [point["tekst"] for point in _points(inhoud(corpus, otherwise))]
        assert teksten.count("Merkteken?") == 1, veld
        assert teksten.count(f"{NVT}Reden.") == 1, veld


@pytest.mark.parametrize("soort", RECORD_KINDS, ids=IDS)
def test_it_says_nothing_that_the_page_does_not_say(corpus: Corpus, soort: type[Record]) -> None:
    """Headings and fixed sentences stand in the templates, too; here they may not drift apart."""
    for record in covering(corpus, soort):
        thing: Any = inhoud(corpus, record)
        sheets = [record, *(corpus.records[id_] for id_ in getattr(record, "cijfers", ()))]
        pagina = _flat(" ".join(tekst(record_page(corpus, blad).inhoud) for blad in sheets))
        woorden = [thing["titel"], thing["soort"], thing["controle"]]
        woorden += [*thing.get("let_op", "").split(". "), thing.get("denkbeeldig", "")]
        woorden += [part for pair in thing.get("kenmerken", ()) for part in pair]
        woorden.append(thing["samenvatting"]["tekst"])
        for sectie in thing.get("secties", ()):
            if not all(point["tekst"].startswith(NVT) for point in sectie["punten"]):
                woorden.append(sectie["kop"])
            for point in sectie["punten"]:
                woorden += [point["tekst"], point.get("let_op", "")]
                woorden += [point.get("aan", ""), point.get("levert_op", "")]
                if record.soort != "leerpunt" or sectie["kop"] != "Wie zijn erbij betrokken?":
                    woorden.append(point.get("vooraf", "").replace("; ", " "))
        lacking = [woord for woord in woorden if not _has_words(pagina, woord)]
        lacking += [point["tekst"] for point in _points(thing) if not _has_proof(pagina, point)]
        assert lacking == [], record.id


def _has_proof(pagina: str, point: dict[str, Any]) -> bool:
    """Tell whether a page says behind a statement what its proof in the dossier says."""
    if "bewijs" not in point:
        return True
    label, *rest = point["bewijs"].split(", ")
    marks = [part for part in rest if part.startswith("ouder dan")]
    said = [re.escape(_flat(part)) for part in (label, *(p for p in rest if p not in marks))]
    before = re.escape(_flat("".join(marks)))
    folded = rf"{before}(\[\d+\])*[\d–]*{said[0]}(letop)?{''.join(said[1:])}"
    running = said[0] + (said[1] if len(said) > 1 else "") + before + "".join(said[2:])
    found = re.escape(_flat(point["tekst"])) + rf"(?:{folded}|{running})"
    return re.search(found, pagina) is not None


def _has_words(pagina: str, woorden: str) -> bool:
    """Tell whether a page has these words; a step has its numbers behind its text, not before."""
    parts = re.split(r" (?=Kamerstuk|Staatsblad)", woorden)
    return all(_flat(part) in pagina for part in parts)


def test_all_sources_of_a_record_are_in_it_and_no_other(corpus: Corpus) -> None:
    for record in corpus.every(Record):
        thing: Any = inhoud(corpus, record)
        named = {code for point in _points(thing) for code in point.get("bronnen", ())}
        assert set(thing.get("bronnen", {})) == named, record.id
        for code, bron in thing.get("bronnen", {}).items():
            real = corpus.bron(f"bron:{code}")
            assert real.titel in bron["tekst"]
            assert str(real.datum) in bron["tekst"]
            assert bron.get("url") == real.url
            assert bron["pad"] == real.pad


def test_the_imaginary_law_is_called_imaginary_and_nothing_else_is(corpus: Corpus) -> None:
    marked = {r.id for r in corpus.every(Record) if inhoud(corpus, r).get("denkbeeldig")}
    assert marked == {r.id for r in corpus.every(Record) if r.soort in ("mvt", "mvtpunt")}
    assert marked
    assert inhoud(corpus, corpus.every(RECORD_KINDS[IDS.index("mvt")])[0])["denkbeeldig"] == (
        DENKBEELDIG
    )


def test_no_text_ends_the_script_or_the_call() -> None:
    ill = everywhere(example(), EVIL)
    gezien = 0
    for all_exports in _feed_of_all(ill):
        script = all_exports.inhoud.decode()
        assert "<" not in script
        assert script.count("\n") == 1
        assert _read(all_exports.inhoud)["titel"] == EVIL
        gezien += 1
    assert gezien == len(example().every(Record))


def test_a_line_separator_is_no_line_break_in_the_script() -> None:
    """No text in ``data/`` can hold one, but JavaScript before ES2019 would stop at it."""
    script = as_script({"tekst": "een\u2028twee\u2029drie"})
    assert script.isascii()
    assert script.count("\n") == 1


def test_plain_words_stay_readable() -> None:
    assert as_script({"tekst": "één > twee"}) == (
        'KennisbankDossier.ontvang({"tekst":"één > twee"});\n'
    )


def test_the_same_data_gives_the_same_bytes(corpus: Corpus) -> None:
    assert _feed_of_all(corpus) == _feed_of_all(corpus)


def test_old_is_reckoned_from_the_date_of_the_site(corpus: Corpus) -> None:
    record = corpus.records["instrument:bestuurlijke-afspraken"]
    assert isinstance(record, Record)
    points = [point["bewijs"] for point in _points(inhoud(corpus, record)) if "bewijs" in point]
    assert any(proof.endswith(", ouder dan 2 jaar") for proof in points)
    assert not all(proof.endswith(", ouder dan 2 jaar") for proof in points)
