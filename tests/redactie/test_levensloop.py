"""The whole life of a record, through the commands: new, published, corrected, renamed, withdrawn.

The commands run on a small corpus; what they leave behind is built from a copy of the real one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from macros.blad.take_along import TAKE_ALONG
from macros.cli import ERROR, GEBRUIK
from macros.corpus.ingest import read_corpus
from macros.model.soorten import PER_SOORT, Bestandsrecord
from macros.redactie.jobs import Work
from macros.redactie.verplaatsen import hernoem, trek_in
from macros.search.index import as_json
from macros.site.inspection import inspect
from tests.building import build, make_copy
from tests.factory import (
    as_yaml,
    make_begrip,
    make_cijfer,
    make_gebeurtenis,
    make_grafiek,
    make_initiatief,
    make_leerpunt,
    make_organisatie,
    make_verkenning,
    make_vraag,
    make_waarde,
    make_waardenkader,
    make_wet,
    make_wetsvoorstel,
)
from tests.redactie.conftest import Action
from tests.zoekindex import read_index

BEGRIP = "data/begrippen/{}.yml"


def _write_taken_along(copy: Path) -> None:
    """Write what every project has: the pages that readers take along."""
    for page in TAKE_ALONG.values():
        file = copy / "docs" / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        kop = '---\ntitle: "Brief"\ndescription: "Een brief."\n---\n'
        tekst = f"# Brief\n\nEen brief.\n\n## {page.begins}Brief\n\nTekst.\n"
        file.write_text(f"{kop}\n{tekst}", encoding="utf-8")


TRIAL = """\
Doorbraakproef
werken
Een doorbraakproef is een woord om een commando te proberen.
N24
nee


gewoon proberen, eens proberen, kijken of het werkt, uitproberen

"""


def test_a_record_is_made_published_corrected_renamed_and_withdrawn(
    copy: Path, act: Action
) -> None:
    assert "staat in" in act("nieuw", "begrip", antwoorden=TRIAL)
    first = copy / BEGRIP.format("doorbraakproef")
    assert "doorbraakproef/" in act("adressen")
    assert "vastgelegd" in act("adressen", "--vastleggen")
    tekst = first.read_text(encoding="utf-8").replace("te proberen.", "te testen.")
    first.write_text(tekst, encoding="utf-8")
    assert "Alles klopt" in act("controleren")

    # A file that goes without a command is refused: someone kept its address.
    first.unlink()
    assert "begrippen/doorbraakproef/” is gepubliceerd" in act("controleren", status=ERROR)
    first.write_text(tekst, encoding="utf-8")

    assert "heet nu" in act("hernoem", "--ja", "begrip:doorbraakproef", "proefwoord")
    act("adressen", "--vastleggen")
    reden = ("--reden", "Het woord was een proef.")
    assert "ingetrokken" in act(
        "trek-in", "--ja", "proefwoord", *reden, "--opvolger", "begrip:zaak"
    )
    assert "Alles klopt" in act("controleren")

    naar = copy / "uit"
    _write_taken_along(copy)
    act("uitvoer", "--naar", str(naar))
    rows = json.loads((naar / "oude-adressen.json").read_text(encoding="utf-8"))["adressen"]
    assert [(row["van"], row["status"], row.get("naar")) for row in rows] == [
        ("begrippen/doorbraakproef/", "verhuisd", "begrippen/proefwoord/"),
        ("begrippen/proefwoord/", "ingetrokken", None),
    ]
    assert rows[1]["reden"] == "Het woord was een proef."
    assert rows[1]["opvolger"] == "begrippen/zaak/"
    for file, regel in {
        "_redirects": "/begrippen/doorbraakproef/ /begrippen/proefwoord/ 301",
        "omleidingen/nginx.conf": (
            "location = /begrippen/doorbraakproef/ { return 301 /begrippen/proefwoord/; }"
        ),
        "omleidingen/Caddyfile": "redir /begrippen/doorbraakproef/ /begrippen/proefwoord/ 301",
        "omleidingen/apache.conf": (
            r"RedirectMatch 301 ^/begrippen/doorbraakproef/$ /begrippen/proefwoord/"
        ),
    }.items():
        assert regel in (naar / file).read_text(encoding="utf-8"), file


def test_everything_that_names_a_record_follows_its_new_name(copy: Path, act: Action) -> None:
    assert "heet nu" in act("hernoem", "maatwerk", "op-maat", antwoorden="ja\n")
    assert "begrip:op-maat" in (copy / BEGRIP.format("zaak")).read_text(encoding="utf-8")
    pagina = (copy / "docs/index.md").read_text(encoding="utf-8")
    assert '{{ begrip("op-maat") }} {{ link("begrip:op-maat") }}' in pagina
    vragen = (copy / "tests/zoekvragen/eigen.jsonl").read_text(encoding="utf-8")
    assert '"begrip:op-maat"' in vragen
    # And back again: then nothing has to lead to it any more.
    act("hernoem", "--ja", "begrip:op-maat", "maatwerk")
    old = (copy / "data/oude-adressen.yml").read_text(encoding="utf-8")
    assert "verhuisd" not in old


@pytest.mark.bouwt
def test_a_published_page_can_still_be_found_at_its_old_address(root: Path, tmp_path: Path) -> None:
    copy = make_copy(root, tmp_path / "kopie")
    dag = date(2026, 11, 27)

    def met(change: Callable[..., None], *woorden: str, **options: str | None) -> None:
        corpus, errors = read_corpus(copy)
        assert corpus is not None, errors
        jobs = Work(copy)
        change(jobs, corpus, *woorden, dag=dag, **options)
        jobs.write()

    met(hernoem, "begrip:bezwaartermijn", "termijn-voor-bezwaar")
    met(trek_in, "begrip:buikpijnsituatie", reden="Het was een proef.", opvolger="wet:awb")
    uitkomst = build(copy, tmp_path / "site")
    assert uitkomst.status == 0, uitkomst.all_exports
    site = uitkomst.map
    _leads_naar(site, "begrippen/bezwaartermijn/", "begrippen/termijn-voor-bezwaar/")
    way = (site / "begrippen/buikpijnsituatie/index.html").read_text(encoding="utf-8")
    assert "Het was een proef." in way
    assert "../../wetten/awb/" in way
    for lijst in ("sitemap.xml", "begrippen/index.html", "zoeken/b/index.html"):
        assert "begrippen/buikpijnsituatie" not in (site / lijst).read_text(encoding="utf-8"), lijst
    assert "begrippen/buikpijnsituatie" not in as_json(read_index(site))


def _leads_naar(site: Path, from_: str, naar: str) -> None:
    """Check the page at an old address: it leads on without a script, and its target exists."""
    tree = LexborHTMLParser((site / from_ / "index.html").read_text(encoding="utf-8"))
    assert tree.css_first("script") is None

    def kenmerk(selector: str, naam: str) -> str:
        (node,) = tree.css(selector)
        return node.attributes[naam] or ""

    ververs = kenmerk("meta[http-equiv=refresh]", "content")
    assert ververs.startswith("0; url=")
    verder = ververs.partition("url=")[2]
    assert kenmerk("a", "href") == verder
    assert (site / from_ / verder).resolve() == (site / naar).resolve()
    assert (site / naar / "index.html").is_file()
    assert kenmerk("link[rel=canonical]", "href").endswith(f"/{naar}")


def test_stopping_halfway_changes_nothing(copy: Path, act: Action) -> None:
    before = {pad: pad.read_bytes() for pad in copy.rglob("*.yml")}
    assert "niets veranderd" in act("nieuw", "begrip", antwoorden="Half\n", status=ERROR)
    assert {pad: pad.read_bytes() for pad in copy.rglob("*.yml")} == before


def test_what_is_wrong_is_not_written_but_kept_as_a_draft(copy: Path, act: Action) -> None:
    error = TRIAL.replace("uitproberen\n\n", "uitproberen\n1\n\n\nprimair\n\n")
    said = act("nieuw", "begrip", antwoorden=error, status=ERROR)
    assert "is „primair”" in said
    assert not (copy / BEGRIP.format("doorbraakproef")).exists()
    concept = copy / "concept/begrippen/doorbraakproef.yml"
    concept.write_text(
        concept.read_text(encoding="utf-8").replace("primair", "afgeleid"), encoding="utf-8"
    )
    assert "staat in" in act("nieuw", "begrip", "--van", str(concept), antwoorden="\n")
    assert not (copy / "concept").exists()


def test_a_draft_that_stands_elsewhere_is_not_ours_to_clear(
    copy: Path, act: Action, tmp_path_factory: pytest.TempPathFactory
) -> None:
    draft = tmp_path_factory.mktemp("elders") / "mijn.yml"
    draft.write_text(as_yaml(make_begrip("eigen", titel="Eigen")), encoding="utf-8")
    act("nieuw", "begrip", "--van", str(draft), antwoorden="\n")
    assert draft.exists()
    assert (copy / BEGRIP.format("eigen")).exists()


def test_what_is_still_referred_to_cannot_be_withdrawn(copy: Path, act: Action) -> None:
    said = act("trek-in", "wet:participatiewet", "--reden", "Weg.", status=GEBRUIK)
    assert "kan wet:participatiewet niet zomaar weg: data/leerpunten/alo-kop.yml:" in said
    assert (copy / "data/wetten/participatiewet.yml").exists()


def _new_begrip(copy: Path, *slugs: str) -> None:
    for slug in slugs:
        record = make_begrip(slug, titel=slug.capitalize())
        (copy / BEGRIP.format(slug)).write_text(as_yaml(record), encoding="utf-8")


def _old(copy: Path) -> dict[str, list[tuple[str, str | None]]]:
    """Return of each old address where it leads, or what came after it was withdrawn."""
    tree = yaml.safe_load((copy / "data/oude-adressen.yml").read_text(encoding="utf-8"))
    return {
        kind: [(row["van"], row.get(naar)) for row in tree.get(kind, ())]
        for kind, naar in (("verhuisd", "naar"), ("ingetrokken", "opvolger"))
    }


REDEN = ("--reden", "Het was een proef.")


@pytest.mark.parametrize("opvolger", ["begrip:zaak", None])
def test_a_record_that_got_another_name_can_be_withdrawn_before_that_name_is_published(
    opvolger: str | None, copy: Path, act: Action
) -> None:
    _new_begrip(copy, "eerste")
    act("adressen", "--vastleggen")
    act("hernoem", "--ja", "begrip:eerste", "tweede")
    act("hernoem", "--ja", "begrip:tweede", "derde")
    after = ("--opvolger", opvolger) if opvolger else ()
    said = act("trek-in", "--ja", "begrip:derde", *REDEN, *after)
    # Who kept the published address reads there why, and what came instead.
    assert _old(copy) == {"verhuisd": [], "ingetrokken": [("begrippen/eerste/", opvolger)]}
    assert "Op begrippen/eerste/ staat waarom." in said
    assert "niet bewaard" not in said
    assert "Alles klopt" in act("controleren")


def test_a_record_of_which_both_names_are_published_leads_to_where_it_says_why(
    copy: Path, act: Action
) -> None:
    _new_begrip(copy, "eerste")
    act("adressen", "--vastleggen")
    act("hernoem", "--ja", "begrip:eerste", "tweede")
    act("adressen", "--vastleggen")
    act("trek-in", "--ja", "begrip:tweede", *REDEN)
    assert _old(copy) == {
        "verhuisd": [("begrippen/eerste/", "begrippen/tweede/")],
        "ingetrokken": [("begrippen/tweede/", None)],
    }
    assert "Alles klopt" in act("controleren")


@pytest.mark.parametrize("published", ["--vastleggen", ""])
def test_what_came_after_a_withdrawn_record_may_get_another_name_and_go_as_well(
    published: str, copy: Path, act: Action
) -> None:
    _new_begrip(copy, "eerste")
    act("adressen", "--vastleggen")
    _new_begrip(copy, "tweede")
    act("trek-in", "--ja", "begrip:eerste", *REDEN, "--opvolger", "begrip:tweede")
    act("hernoem", "--ja", "begrip:tweede", "derde")
    act("adressen", *published.split())
    act("trek-in", "--ja", "begrip:derde", *REDEN, "--opvolger", "begrip:zaak")
    assert ("begrippen/eerste/", "begrip:zaak") in _old(copy)["ingetrokken"]
    assert "Alles klopt" in act("controleren")


@pytest.mark.parametrize("published", ["--vastleggen", ""])
def test_without_another_after_it_a_successor_leaves_no_link_to_nowhere(
    published: str, copy: Path, act: Action
) -> None:
    _new_begrip(copy, "eerste")
    act("adressen", "--vastleggen")
    _new_begrip(copy, "tweede")
    act("trek-in", "--ja", "begrip:eerste", *REDEN, "--opvolger", "begrip:tweede")
    act("adressen", *published.split())
    act("trek-in", "--ja", "begrip:tweede", *REDEN)
    # Where the second says why it went, the first still leads there.
    naar = "begrippen/tweede/" if published else None
    assert ("begrippen/eerste/", naar) in _old(copy)["ingetrokken"]
    assert "Alles klopt" in act("controleren")


def test_a_new_record_gets_no_address_that_was_withdrawn(copy: Path, act: Action) -> None:
    _new_begrip(copy, "doorbraakproef")
    act("adressen", "--vastleggen")
    act("trek-in", "--ja", "begrip:doorbraakproef", *REDEN)
    assert "begrip:doorbraakproef-2 staat in" in act("nieuw", "begrip", antwoorden=TRIAL)


def test_a_source_that_goes_along_comes_not_instead(act: Action) -> None:
    act("bron-toevoegen", ADRES, "--bij", "begrip:zaak", antwoorden=BRON)
    said = act(*WAY, "Het was een proef.", "--opvolger", "bron:VOORBE26", status=GEBRUIK)
    assert "bron:VOORBE26 gaat mee weg" in said


WAY = ("trek-in", "--ja", "begrip:zaak", "--reden")


def test_what_was_never_published_goes_without_a_reason_on_its_address(
    copy: Path, act: Action
) -> None:
    said = act(*WAY, "Het was een proef.")
    assert "begrippen/zaak/ was nog niet gepubliceerd: daar hoeft niets te staan." in said
    assert "staat waarom" not in said
    assert "Het was een proef." not in (copy / "data/oude-adressen.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("published", ["--vastleggen", ""])
def test_a_reason_is_a_whole_sentence_published_or_not(
    published: str, copy: Path, act: Action
) -> None:
    act("adressen", *published.split())
    said = act(*WAY, "het was een proef", status=GEBRUIK)
    assert "--reden „het was een proef”: is geen hele zin\n    eindig met een punt" in said
    assert "oude-adressen.yml:" not in said
    assert (copy / BEGRIP.format("zaak")).exists()
    if published:
        assert "Op begrippen/zaak/ staat waarom." in act(*WAY, "Het was een proef.")


def test_the_number_of_a_withdrawn_leerpunt_is_never_given_again(copy: Path, act: Action) -> None:
    record = make_leerpunt("weg", nummer="L77")
    (copy / "data/leerpunten/weg.yml").write_text(as_yaml(record), encoding="utf-8")
    act("trek-in", "--ja", "leerpunt:weg", "--reden", "Het was een proef.")
    assert "vervallen_nummers: [L77]" in (copy / "data/oude-adressen.yml").read_text("utf-8")
    (copy / "data/leerpunten/weg.yml").write_text(as_yaml(record), encoding="utf-8")
    said = act("controleren", status=ERROR)
    assert "nummer — „L77” was van een leerpunt dat is ingetrokken" in said


def test_words_of_an_address_go_with_the_bron_that_needed_them(copy: Path, act: Action) -> None:
    act("bron-toevoegen", ADRES, "--bij", "begrip:zaak", antwoorden=BRON)
    words = copy / "data/bronadressen.yml"
    assert "gemeentebericht" in words.read_text(encoding="utf-8")
    said = act(*WAY, "Het was een proef.")
    assert "gemeentebericht" not in words.read_text(encoding="utf-8")
    assert "Uit data/bronadressen.yml: gemeentebericht." in said


def test_what_still_refers_is_counted_in_words_that_fit(copy: Path, act: Action) -> None:
    del copy
    said = act("trek-in", "organisatie:pmm", "--reden", "Weg.", status=GEBRUIK)
    assert "op 1 plekken" not in said


def test_a_new_name_says_first_which_files_it_touches_and_why(act: Action) -> None:
    said = act("hernoem", "maatwerk", "op-maat", antwoorden="ja\n")
    assert "De titel blijft „" in said
    before, _, _ = said.partition("heet nu")
    for row in (
        "nieuw  data/begrippen/op-maat.yml",
        "wijzigt  data/begrippen/zaak.yml",
        "wijzigt  docs/index.md",
        "wijzigt  tests/zoekvragen/eigen.jsonl",
        "weg  data/begrippen/maatwerk.yml",
        "toetsen of het zoeken de goede pagina vindt",
    ):
        assert row in before


def test_a_withdrawal_says_first_which_files_it_touches(copy: Path, act: Action) -> None:
    other = make_begrip("anders", titel="Anders", zie=["begrip:zaak", "begrip:maatwerk"])
    (copy / BEGRIP.format("anders")).write_text(as_yaml(other), encoding="utf-8")
    with (copy / "tests/zoekvragen/eigen.jsonl").open("a", encoding="utf-8") as vragen:
        vraag = {"vraag": "zaak", "antwoorden": [{"id": "begrip:zaak", "waarde": 3}]}
        vragen.write(json.dumps(vraag) + "\n")
    before = {one: one.read_bytes() for one in copy.rglob("*") if one.is_file()}
    reden = "Het was een proef."
    said = act("trek-in", "begrip:zaak", "--reden", reden, antwoorden="nee\n", status=ERROR)
    for row in (
        "wijzigt  data/begrippen/anders.yml",
        "weg  data/begrippen/zaak.yml",
        "wijzigt  tests/zoekvragen/eigen.jsonl",
        "verwijzing weg  data/begrippen/anders.yml:",
    ):
        assert row in said
    # Enter is no, and so is no answer at all.
    act("trek-in", "begrip:zaak", "--reden", reden, antwoorden="\n", status=ERROR)
    stopped = act("trek-in", "begrip:zaak", "--reden", reden, status=ERROR)
    assert "Er is niets veranderd." in stopped
    assert {one: one.read_bytes() for one in copy.rglob("*") if one.is_file()} == before
    assert "begrip:zaak is weg" in act(*WAY, reden)
    assert not (copy / BEGRIP.format("zaak")).exists()


def test_a_check_moves_the_dates_and_the_peildatum(copy: Path, act: Action) -> None:
    said = act("verleng", "begrip:maatwerk", "--vandaag", "2026-12-01")
    assert "De peildatum van de site is verzet naar 1 december 2026" in said
    tekst = (copy / BEGRIP.format("maatwerk")).read_text(encoding="utf-8")
    assert "datum: 2026-12-01" in tekst
    assert "controle_voor: 2027-05-31" in tekst


def test_what_is_written_is_of_the_day_of_the_clock_and_what_only_shows_changes_nothing(
    copy: Path, act: Action, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.redactie.conftest.TODAY", date(2026, 12, 24))
    site = copy / "data/site.yml"
    before = site.read_bytes()
    act("adressen")
    act("adressen", "--vastleggen")
    assert site.read_bytes() == before
    act("nieuw", "begrip", antwoorden=TRIAL)
    tekst = (copy / BEGRIP.format("doorbraakproef")).read_text(encoding="utf-8")
    assert "datum: 2026-12-24" in tekst
    assert "2026-12-24" in site.read_text(encoding="utf-8")


VERMELDING = """\
https://www.voorbeeld.nl/gemeentebericht/
Een proefbericht
kamerstuk
De gemeente
2026-11-20
geheel
nee
samenwerkend
Een bericht van november 2026 noemt deze gemeente bij PMM.

"""


def test_a_mention_of_a_gemeente_with_a_new_bron(copy: Path, act: Action) -> None:
    said = act("vermelding", "GM0363", antwoorden=VERMELDING)
    assert "in data/gemeenten.yml" in said
    assert (copy / "data/bronnen/VOORBE26.yml").exists()
    assert "gemeentebericht" in (copy / "data/bronadressen.yml").read_text(encoding="utf-8")
    assert "bronnen: [VOORBE26]" in (copy / "data/gemeenten.yml").read_text(encoding="utf-8")


def test_a_mention_begins_with_what_is_known_of_the_gemeente(act: Action) -> None:
    said = act("vermelding", "GM0363", antwoorden="", status=ERROR)
    assert "Er is nog geen openbare bron over " in said
    act("vermelding", "GM0363", antwoorden=VERMELDING)
    said = act("vermelding", "GM0363", antwoorden="", status=ERROR)
    row = "  Een bericht van november 2026 noemt deze gemeente bij PMM. (VOORBE26)"
    assert row in said


def test_a_new_name_is_checked_once_and_tells_how_far_it_is(
    act: Action, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []

    def counted(root: Path, *more: Any) -> Any:  # noqa: ANN401  as it is called
        looked.append(root)
        return inspect(root, *more)

    monkeypatch.setattr("macros.redactie.jobs.inspect", counted)
    monkeypatch.setattr("macros.cli.commands.inspect", counted)
    monkeypatch.setattr("macros.cli.commands.run_rules", lambda _: pytest.fail("checked before"))
    said = act("hernoem", "maatwerk", "op-maat", antwoorden="ja\n")
    assert len(looked) == 1
    assert "  1 van 3: de gegevens …\n  2 van 3: " in said


def test_a_mistake_that_was_there_before_a_new_name_is_to_be_mended_first(
    copy: Path, act: Action
) -> None:
    wrong = as_yaml(make_begrip("fout", titel="Fout", zie=["begrip:bestaat-niet"]))
    (copy / BEGRIP.format("fout")).write_text(wrong, encoding="utf-8")
    said = act("hernoem", "--ja", "maatwerk", "op-maat", status=ERROR)
    assert "data/begrippen/fout.yml:" in said
    assert "Verbeter dit eerst. Er is niets veranderd." in said
    assert (copy / BEGRIP.format("maatwerk")).exists()


ADRES = "https://www.voorbeeld.nl/gemeentebericht/"
BRON = "Een proef\nkamerstuk\nDe gemeente\n2026-11-20\ngeheel\nnee\n1\n\n"


def test_a_bron_is_added_to_an_existing_bewering(act: Action) -> None:
    bron = "Een proef\nkamerstuk\nDe gemeente\n2026-11-20\ngeheel\n1\n\n"
    url = "https://www.voorbeeld.nl/stuk/"
    said = act("bron-toevoegen", url, "--bij", "begrip:zaak", antwoorden=bron)
    assert "Bron VOORBE26 staat bij begrip:zaak, uitleg[1]." in said


@pytest.mark.parametrize(
    ("woorden", "remedy"),
    [
        (("nieuw", "begrp"), "bedoelde u „begrip”?"),
        (("nieuw", "bron"), "kennisbank bron-toevoegen"),
        (("hernoem", "begrip:maatwerk", "Adres"), "gebruik kleine letters"),
        (("hernoem", "begrip:maatwerk", "zaak"), "kies een andere naam"),
        (("verleng", "pmmm"), "bedoelde u"),
        (("vermelding", "Atlantis"), "schrijf de naam of de code"),
    ],
)
def test_a_refusal_says_what_can_be_done_instead(
    woorden: tuple[str, ...], remedy: str, act: Action
) -> None:
    assert remedy in act(*woorden, status=GEBRUIK)


FIXED = {"mvt": "er is één document", "mvtpunt": "er is één punt per letter"}
"""Kinds of which an editor makes no new one, with why."""
HAS_TO_BE_NAMED = {"bron", "instrument"}
"""Kinds that a rule wants to see used; an editor does both at once."""
MAKERS: Mapping[str, Callable[..., Bestandsrecord]] = {
    "leerpunt": lambda slug: make_leerpunt(slug, nummer="L98"),
    "wet": lambda slug: make_wet(slug, bwb_id="BWBR0099999"),
    "wetsvoorstel": lambda slug: make_wetsvoorstel(slug, dossier="99998"),
    "cijfer": make_cijfer,
    "grafiek": make_grafiek,
    "begrip": make_begrip,
    "organisatie": make_organisatie,
    "verkenning": make_verkenning,
    "gebeurtenis": make_gebeurtenis,
    "initiatief": make_initiatief,
    "vraag": make_vraag,
    "waardenkader": make_waardenkader,
    "waarde": make_waarde,
}


def test_no_kind_is_forgotten() -> None:
    assert {*MAKERS, *FIXED, *HAS_TO_BE_NAMED} == set(PER_SOORT)


@pytest.mark.parametrize("soort", MAKERS)
def test_one_record_of_each_kind_comes_changes_and_goes_and_all_stays_right(
    copy: Path, soort: str
) -> None:
    record = MAKERS[soort]("nieuw")
    pad = copy / f"data/{PER_SOORT[soort].mapnaam}/nieuw.yml"
    pad.write_text(as_yaml(record), encoding="utf-8")
    assert inspect(copy)[1] == []
    titel = "Een andere titel?" if soort == "vraag" else "Een andere titel"
    work = Work(copy)
    work.bewerk(pad.relative_to(copy).as_posix(), lambda tree: tree.__setitem__("titel", titel))
    work.write()
    assert inspect(copy)[1] == []
    pad.unlink()
    assert inspect(copy)[1] == []
