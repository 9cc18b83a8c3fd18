"""The headers we ship do what they say on a real nginx and a real Caddy."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from email.message import Message
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.exports import kopregels
from macros.exports.beveiliging import security_txt
from macros.exports.kopregels import CACHE_ANDERS, CACHE_VAST, KOPREGELS
from tests.fabriek import een_van_elk, maak_corpus
from tests.kwaliteit.conftest import Bewijs

Haal = Callable[[str], tuple[int, Message]]
SERVERS = ("nginx", "caddy")


def _vrije_poort() -> int:
    with socket.socket() as contact:
        contact.bind(("127.0.0.1", 0))
        return int(contact.getsockname()[1])


def _programma(naam: str) -> str:
    pad = os.environ.get(f"KENNISBANK_{naam.upper()}", "")
    if not pad:
        pytest.skip(f"KENNISBANK_{naam.upper()} is leeg; draai `make test`, dat zoekt {naam} op")
    return pad


def _opdracht(naam: str, poort: int, site: Path, map_: Path) -> list[str]:
    """Write our example, with the least around it that the server needs; return how to start it."""
    adres = f"127.0.0.1:{poort}"
    instelling = map_ / naam
    if naam == "nginx":
        tijdelijk = "".join(
            f"{soort}_temp_path {map_}/{soort};\n"
            for soort in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        instelling.write_text(
            f"daemon off;\nmaster_process off;\npid {map_}/pid;\nerror_log {map_}/fout.log;\n"
            "events {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n"
            f"{tijdelijk}{kopregels.nginx(adres, str(site))}}}\n",
            encoding="utf-8",
        )
        return [_programma(naam), "-e", f"{map_}/fout.log", "-p", str(map_), "-c", str(instelling)]
    instelling.write_text(
        "{\n    admin off\n    auto_https off\n}\n" + kopregels.caddy(f"http://{adres}", str(site)),
        encoding="utf-8",
    )
    return [_programma(naam), "run", "--adapter", "caddyfile", "--config", str(instelling)]


@pytest.fixture(scope="module", params=SERVERS)
def haal(
    request: pytest.FixtureRequest, gebouwde_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Haal]:
    """Run a server with our example; return how to ask it for a path."""
    poort, map_ = _vrije_poort(), tmp_path_factory.mktemp(request.param)
    # A server may run as another user than the tests, whose folder is theirs alone.
    for ouder in (gebouwde_site, *gebouwde_site.parents[:3]):
        if ouder.is_relative_to("/tmp"):  # noqa: S108 - only asks
            ouder.chmod(0o755)
    opdracht = _opdracht(request.param, poort, gebouwde_site, map_)

    def vraag(pad: str) -> tuple[int, Message]:
        contact = http.client.HTTPConnection("127.0.0.1", poort, timeout=10)
        contact.request("GET", pad, headers={"Accept-Encoding": "gzip"})
        antwoord = contact.getresponse()
        antwoord.read()
        contact.close()
        return antwoord.status, antwoord.msg

    omgeving = {**os.environ, "HOME": str(map_), "XDG_DATA_HOME": str(map_)}
    with (map_ / "uit.log").open("w") as logboek:
        server = subprocess.Popen(opdracht, stdout=logboek, stderr=logboek, env=omgeving)
    for _ in range(200):
        with socket.socket() as contact:
            if contact.connect_ex(("127.0.0.1", poort)) == 0:
                break
        assert server.poll() is None, (map_ / "uit.log").read_text()
        time.sleep(0.05)
    yield vraag
    server.terminate()
    server.wait(20)


@pytest.mark.parametrize(
    ("pad", "status"),
    [("/", 200), ("/privacy/", 200), ("/bestaat/niet/", 404), ("/assets/css/tokens.css", 200)],
)
def test_every_answer_has_every_header_once(haal: Haal, pad: str, status: int) -> None:
    kreeg, koppen = haal(pad)
    assert kreeg == status
    for kop in KOPREGELS:
        assert koppen.get_all(kop.naam) == [kop.waarde], f"{pad}: {kop.naam}"
    assert koppen["Cache-Control"] == CACHE_ANDERS


def test_only_files_with_a_hash_stay_for_a_year(haal: Haal, gebouwde_site: Path) -> None:
    vast = [
        *gebouwde_site.glob("assets/zoek/zoekindex-*"),
        *gebouwde_site.glob("assets/stylesheets/main.*.min.css"),
    ]
    assert len(vast) == 3
    for bestand in vast:
        _, koppen = haal(f"/{bestand.relative_to(gebouwde_site)}")
        assert koppen.get_all("Cache-Control") == [CACHE_VAST], bestand.name
    _, koppen = haal("/assets/js/menu.js")
    assert koppen["Cache-Control"] == CACHE_ANDERS


def test_what_the_browser_must_know_of_a_file(haal: Haal) -> None:
    _, koppen = haal("/bestaat/niet/")
    assert koppen["Content-Type"] == "text/html; charset=utf-8"
    _, koppen = haal("/assets/js/menu.js")
    assert koppen.get_content_type() in ("text/javascript", "application/javascript")
    _, koppen = haal("/leerpunten/leerpunten.csv")
    assert koppen.get_content_type() == "text/csv"
    _, koppen = haal("/.well-known/security.txt")
    assert koppen.get_content_type() == "text/plain"
    _, koppen = haal("/privacy/")
    assert koppen["Content-Encoding"] == "gzip"


def test_no_server_tells_its_version(haal: Haal) -> None:
    _, koppen = haal("/")
    assert not re.search(r"\d", koppen.get("Server", ""))


def test_all_forms_say_the_same() -> None:
    vormen = (
        kopregels.nginx("80", "/x"),
        kopregels.apache(),
        kopregels.caddy("a.example", "/x"),
        kopregels.netlify(),
    )
    for vorm in vormen:
        for kop in KOPREGELS:
            assert kop.naam in vorm
            assert kop.waarde in vorm
        assert CACHE_VAST in vorm
        assert CACHE_ANDERS in vorm


def test_headers_file_lies_in_the_site(gebouwde_site: Path, bewijs: Bewijs) -> None:
    assert (gebouwde_site / "_headers").read_text(encoding="utf-8") == kopregels.netlify()
    bewijs("kopregels", kopregels=len(KOPREGELS), getest_op=", ".join(SERVERS))


def test_hashed_folders_hold_only_hashed_files(gebouwde_site: Path) -> None:
    """``_headers`` knows no patterns, so whatever lies there is kept for a year."""
    for map_ in ("assets/stylesheets", "assets/zoek"):
        for bestand in (gebouwde_site / map_).iterdir():
            pad = f"/{bestand.relative_to(gebouwde_site)}".removesuffix(".map")
            assert re.match(kopregels.VAST_PATROON, pad), bestand.name


@pytest.mark.parametrize(
    ("pad", "vast"),
    [
        ("/assets/zoek/zoekindex-55951c577c11.json", True),
        ("/assets/stylesheets/main.57a0d79d.min.css", True),
        ("/assets/css/tokens.css", False),
        ("/assets/js/zoek-kern.min.js", False),
        ("/bronnen/n24/index.html", False),
    ],
)
def test_which_paths_are_kept(pad: str, vast: bool) -> None:  # noqa: FBT001
    assert bool(re.match(kopregels.VAST_PATROON, pad)) is vast


# ---- security.txt ------------------------------------------------------------------------------


def _velden(corpus: Corpus) -> dict[str, str]:
    tekst = security_txt(corpus).inhoud.decode()
    return dict(regel.split(": ", 1) for regel in tekst.splitlines())


def test_security_txt_follows_rfc_9116(corpus: Corpus, gebouwde_site: Path) -> None:
    velden = _velden(corpus)
    assert list(velden) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    assert re.match(r"mailto:|https://", velden["Contact"])
    peildag = date.fromisoformat(corpus.site.peildatum)
    verloopt = date.fromisoformat(velden["Expires"][:10])
    assert 0 < (verloopt - peildag).days <= 366
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", velden["Expires"])
    assert velden["Canonical"] == f"{corpus.site.adres}.well-known/security.txt"
    assert (gebouwde_site / ".well-known/security.txt").is_file()


def test_a_leap_day_has_no_next_year() -> None:
    corpus = maak_corpus(*een_van_elk())
    schrikkel = corpus.site.model_copy(update={"peildatum": "2028-02-29"})
    object.__setattr__(corpus, "site", schrikkel)
    assert _velden(corpus)["Expires"] == "2029-02-28T00:00:00Z"
