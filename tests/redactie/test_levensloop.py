"""The whole life of a record, through the commands: new, published, corrected, renamed, withdrawn.

The commands run on a small corpus; what they leave behind is built from a copy of the real one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.cli import FOUT, GEBRUIK, GOED, main
from macros.corpus.inlezen import lees_corpus
from macros.redactie.verplaatsen import hernoem, trek_in
from macros.redactie.werk import Werk
from tests.bouwen import bouw, kopieer
from tests.fabriek import maak_begrip, maak_volledig, schrijf
from tests.test_cli import schrijf_docs

Uitvoer = pytest.CaptureFixture[str]
Doe = Callable[..., str]
BEGRIP = "data/begrippen/{}.yml"


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    schrijf(maak_volledig(maak_begrip("zaak", zie=["begrip:maatwerk"])), tmp_path)
    schrijf_docs(tmp_path, '{{ begrip("maatwerk") }} {{ link("begrip:maatwerk") }}')
    vragen = tmp_path / "tests/zoekvragen"
    vragen.mkdir(parents=True)
    antwoorden = [{"id": "begrip:maatwerk", "waarde": 3}]
    vraag = {"id": "eigen-1", "soort": "exact", "vraag": "maatwerk", "antwoorden": antwoorden}
    (vragen / "eigen.jsonl").write_text(json.dumps(vraag) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def doe(kopie: Path, capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> Doe:
    """Return how to run a command on the copy, with the answers that are typed."""

    def uitgevoerd(*woorden: str, antwoorden: str = "", status: int = GOED) -> str:
        regels: Iterator[str] = iter(antwoorden.splitlines())

        def lees(_: str) -> str:
            try:
                return next(regels)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", lees)
        uitkomst = main(["--wortel", str(kopie), *woorden])
        gezegd = capsys.readouterr()
        assert uitkomst == status, gezegd.out + gezegd.err
        return gezegd.out + gezegd.err

    return uitgevoerd


PROEF = """\
Doorbraakproef
doorbraakproef
Een doorbraakproef is een woord om een commando te proberen.
werken
Een doorbraakproef is een woord om een commando te proberen.
N24
nee
2024-04-22
secundair

nee
gewoon proberen

"""


def test_een_record_wordt_gemaakt_gepubliceerd_verbeterd_hernoemd_en_ingetrokken(
    kopie: Path, doe: Doe
) -> None:
    assert "staat in" in doe("nieuw", "begrip", antwoorden=PROEF)
    eerste = kopie / BEGRIP.format("doorbraakproef")
    assert "doorbraakproef/" in doe("adressen")
    assert "vastgelegd" in doe("adressen", "--vastleggen")
    tekst = eerste.read_text(encoding="utf-8").replace("te proberen.", "te testen.")
    eerste.write_text(tekst, encoding="utf-8")
    assert "Alles klopt" in doe("controleren")

    # A file that goes without a command is refused: someone kept its address.
    eerste.unlink()
    assert "begrippen/doorbraakproef/” is gepubliceerd" in doe("controleren", status=FOUT)
    eerste.write_text(tekst, encoding="utf-8")

    assert "heet nu" in doe("hernoem", "begrip:doorbraakproef", "proefwoord")
    doe("adressen", "--vastleggen")
    reden = ("--reden", "Het woord was een proef.")
    assert "ingetrokken" in doe("trek-in", "proefwoord", *reden, "--opvolger", "begrip:zaak")
    assert "Alles klopt" in doe("controleren")

    naar = kopie / "uit"
    doe("uitvoer", "--naar", str(naar))
    rijen = json.loads((naar / "oude-adressen.json").read_text(encoding="utf-8"))["adressen"]
    assert [(rij["van"], rij["status"], rij.get("naar")) for rij in rijen] == [
        ("begrippen/doorbraakproef/", "verhuisd", "begrippen/proefwoord/"),
        ("begrippen/proefwoord/", "ingetrokken", None),
    ]
    assert rijen[1]["reden"] == "Het woord was een proef."
    assert rijen[1]["opvolger"] == "begrippen/zaak/"
    for bestand, regel in {
        "_redirects": "/begrippen/doorbraakproef/ /begrippen/proefwoord/ 301",
        "omleidingen/nginx.conf": (
            "location = /begrippen/doorbraakproef/ { return 301 /begrippen/proefwoord/; }"
        ),
        "omleidingen/Caddyfile": "redir /begrippen/doorbraakproef/ /begrippen/proefwoord/ 301",
        "omleidingen/apache.conf": (
            r"RedirectMatch 301 ^/begrippen/doorbraakproef/$ /begrippen/proefwoord/"
        ),
    }.items():
        assert regel in (naar / bestand).read_text(encoding="utf-8"), bestand


def test_alles_wat_een_record_noemt_gaat_mee_naar_zijn_nieuwe_naam(kopie: Path, doe: Doe) -> None:
    assert "heet nu" in doe("hernoem", "maatwerk", "op-maat")
    assert "begrip:op-maat" in (kopie / BEGRIP.format("zaak")).read_text(encoding="utf-8")
    pagina = (kopie / "docs/index.md").read_text(encoding="utf-8")
    assert '{{ begrip("op-maat") }} {{ link("begrip:op-maat") }}' in pagina
    vragen = (kopie / "tests/zoekvragen/eigen.jsonl").read_text(encoding="utf-8")
    assert '"begrip:op-maat"' in vragen
    # And back again: then nothing has to lead to it any more.
    doe("hernoem", "begrip:op-maat", "maatwerk")
    oud = (kopie / "data/oude-adressen.yml").read_text(encoding="utf-8")
    assert "verhuisd" not in oud


@pytest.mark.bouwt
def test_een_gepubliceerde_pagina_blijft_op_haar_oude_adres_te_vinden(
    wortel: Path, tmp_path: Path
) -> None:
    kopie = kopieer(wortel, tmp_path / "kopie")
    dag = date(2026, 11, 27)

    def met(verander: Callable[..., None], *woorden: str, **opties: str | None) -> None:
        corpus, fouten = lees_corpus(kopie)
        assert corpus is not None, fouten
        werk = Werk(kopie)
        verander(werk, corpus, *woorden, dag=dag, **opties)
        werk.schrijf()

    met(hernoem, "begrip:bezwaartermijn", "termijn-voor-bezwaar")
    met(trek_in, "begrip:buikpijnsituatie", reden="Het was een proef.", opvolger="wet:awb")
    uitkomst = bouw(kopie, tmp_path / "site")
    assert uitkomst.status == 0, uitkomst.uitvoer
    site = uitkomst.map
    _leidt_naar(site, "begrippen/bezwaartermijn/", "begrippen/termijn-voor-bezwaar/")
    weg = (site / "begrippen/buikpijnsituatie/index.html").read_text(encoding="utf-8")
    assert "Het was een proef." in weg
    assert "../../wetten/awb/" in weg
    for lijst in ("sitemap.xml", "begrippen/index.html", "zoeken/b/index.html"):
        assert "begrippen/buikpijnsituatie" not in (site / lijst).read_text(encoding="utf-8"), lijst
    (index,) = (site / "assets/zoek").glob("*.json")
    assert "begrippen/buikpijnsituatie" not in index.read_text(encoding="utf-8")


def _leidt_naar(site: Path, van: str, naar: str) -> None:
    """Check the page at an old address: it leads on without a script, and its target exists."""
    boom = LexborHTMLParser((site / van / "index.html").read_text(encoding="utf-8"))
    assert boom.css_first("script") is None

    def kenmerk(kiezer: str, naam: str) -> str:
        (knoop,) = boom.css(kiezer)
        return knoop.attributes[naam] or ""

    ververs = kenmerk("meta[http-equiv=refresh]", "content")
    assert ververs.startswith("0; url=")
    verder = ververs.partition("url=")[2]
    assert kenmerk("a", "href") == verder
    assert (site / van / verder).resolve() == (site / naar).resolve()
    assert (site / naar / "index.html").is_file()
    assert kenmerk("link[rel=canonical]", "href").endswith(f"/{naar}")


def test_wie_stopt_verandert_niets(kopie: Path, doe: Doe) -> None:
    voor = {pad: pad.read_bytes() for pad in kopie.rglob("*.yml")}
    assert "niets veranderd" in doe("nieuw", "begrip", antwoorden="Half\n", status=FOUT)
    assert {pad: pad.read_bytes() for pad in kopie.rglob("*.yml")} == voor


def test_wat_niet_klopt_wordt_niet_geschreven_maar_bewaard(kopie: Path, doe: Doe) -> None:
    fout = PROEF.replace("\nsecundair\n", "\nprimair\n")
    gezegd = doe("nieuw", "begrip", antwoorden=fout, status=FOUT)
    assert "is „primair”" in gezegd
    assert not (kopie / BEGRIP.format("doorbraakproef")).exists()
    concept = kopie / "concept/begrippen/doorbraakproef.yml"
    concept.write_text(
        concept.read_text(encoding="utf-8").replace("primair", "secundair"), encoding="utf-8"
    )
    assert "staat in" in doe("nieuw", "begrip", "--van", str(concept), antwoorden="\n")


def test_waar_nog_naar_wordt_gewezen_gaat_niet_weg(kopie: Path, doe: Doe) -> None:
    gezegd = doe("trek-in", "wet:participatiewet", "--reden", "Weg.", status=GEBRUIK)
    assert "kan wet:participatiewet niet zomaar weg: data/leerpunten/alo-kop.yml:" in gezegd
    assert (kopie / "data/wetten/participatiewet.yml").exists()


def test_een_controle_verzet_de_datums_en_de_peildatum(kopie: Path, doe: Doe) -> None:
    gezegd = doe("verleng", "begrip:maatwerk", "--vandaag", "2026-12-01")
    assert "De peildatum van de site is verzet naar 1 december 2026" in gezegd
    tekst = (kopie / BEGRIP.format("maatwerk")).read_text(encoding="utf-8")
    assert "datum: 2026-12-01" in tekst
    assert "controle_voor: 2027-05-31" in tekst


VERMELDING = """\
Een bericht van november 2026 noemt deze gemeente bij PMM.
https://www.voorbeeld.nl/gemeentebericht/
Een proefbericht
De gemeente
2026-11-20
kamerstuk
secundair
geheel

GEM26
nee
nee
2026-11-20
secundair
samenwerkend

"""


def test_een_vermelding_van_een_gemeente_met_een_nieuwe_bron(kopie: Path, doe: Doe) -> None:
    gezegd = doe("vermelding", "GM0363", antwoorden=VERMELDING)
    assert "in data/gemeenten.yml" in gezegd
    assert (kopie / "data/bronnen/GEM26.yml").exists()
    assert "gemeentebericht" in (kopie / "data/bronadressen.yml").read_text(encoding="utf-8")
    assert "bronnen: [GEM26]" in (kopie / "data/gemeenten.yml").read_text(encoding="utf-8")


def test_een_bron_bij_een_bewering_die_er_al_is(doe: Doe) -> None:
    bron = "Een proef\nDe gemeente\n2026-11-20\nkamerstuk\nsecundair\ngeheel\n\nGEM26\n1\n"
    url = "https://www.voorbeeld.nl/stuk/"
    gezegd = doe("bron-toevoegen", url, "--bij", "begrip:zaak", antwoorden=bron)
    assert "Bron GEM26 staat bij begrip:zaak, uitleg[1]." in gezegd


@pytest.mark.parametrize(
    ("woorden", "herstel"),
    [
        (("nieuw", "begrp"), "bedoelde u „begrip”?"),
        (("nieuw", "bron"), "kennisbank bron-toevoegen"),
        (("hernoem", "begrip:maatwerk", "Adres"), "gebruik kleine letters"),
        (("hernoem", "begrip:maatwerk", "zaak"), "kies een andere naam"),
        (("verleng", "pmmm"), "bedoelde u"),
        (("vermelding", "Atlantis"), "schrijf de naam of de code"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_met_wat_wel(
    woorden: tuple[str, ...], herstel: str, doe: Doe
) -> None:
    assert herstel in doe(*woorden, status=GEBRUIK)
