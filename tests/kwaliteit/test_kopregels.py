"""The headers we ship do what they say on a real nginx and a real Caddy."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from email.message import Message
from pathlib import Path

import pytest

from macros.blad import kopregels
from macros.blad.kopregels import CACHE_ANDERS, CACHE_VAST, KOPREGELS
from macros.corpus.corpus import Corpus
from macros.exports.beveiliging import security_txt
from tests.bewijs import Bewijs
from tests.fabriek import een_van_elk, maak_corpus
from tests.kwaliteit.opstelling import mis

Haal = Callable[[str], tuple[int, Message]]
Fouten = Sequence[tuple[str, str]]
"""What to replace in the settings of a server, and by what."""
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


def _opdracht(naam: str, poort: int, site: Path, map_: Path, fouten: Fouten) -> list[str]:
    """Write our example, with the least around it that the server needs; return how to start it."""
    adres = f"127.0.0.1:{poort}"
    instelling = map_ / naam

    def met_fouten(tekst: str) -> str:
        for oud, nieuw in fouten:
            assert oud in tekst, f"„{oud}” staat er niet, dus er is niets geplant"
            tekst = tekst.replace(oud, nieuw)
        return tekst

    if naam == "nginx":
        tijdelijk = "".join(
            f"{soort}_temp_path {map_}/{soort};\n"
            for soort in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        instelling.write_text(
            f"daemon off;\nmaster_process off;\npid {map_}/pid;\nerror_log {map_}/fout.log;\n"
            "events {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n"
            f"{tijdelijk}{met_fouten(kopregels.nginx(adres, str(site)))}}}\n",
            encoding="utf-8",
        )
        return [_programma(naam), "-e", f"{map_}/fout.log", "-p", str(map_), "-c", str(instelling)]
    instelling.write_text(
        "{\n    admin off\n    auto_https off\n}\n"
        + met_fouten(kopregels.caddy(f"http://{adres}", str(site))),
        encoding="utf-8",
    )
    return [_programma(naam), "run", "--adapter", "caddyfile", "--config", str(instelling)]


@contextmanager
def _server(naam: str, site: Path, map_: Path, fouten: Fouten = ()) -> Iterator[Haal]:
    """Run a server with our example; yield how to ask it for a path."""
    poort = _vrije_poort()
    # A server may run as another user than the tests, whose folder is theirs alone.
    for ouder in (site, *site.parents[:3]):
        if ouder.is_relative_to("/tmp"):  # noqa: S108 - only asks
            ouder.chmod(0o755)
    opdracht = _opdracht(naam, poort, site, map_, fouten)

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


@pytest.fixture(scope="module", params=SERVERS)
def haal(
    request: pytest.FixtureRequest, gebouwde_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Haal]:
    """Run a server with our example; return how to ask it for a path."""
    with _server(request.param, gebouwde_site, tmp_path_factory.mktemp(request.param)) as vraag:
        yield vraag


GEPLANT: Mapping[str, Fouten] = {
    "nginx": (
        ('add_header X-Frame-Options "DENY" always;', ""),
        (
            'add_header Referrer-Policy "no-referrer" always;',
            'add_header Referrer-Policy "no-referrer" always;' * 2,
        ),
        ("max-age=31536000", "max-age=3600"),
        ('default "no-cache"', 'default "max-age=60"'),
        ("server_tokens off", "server_tokens on"),
        ("gzip on", "gzip off"),
        ("charset utf-8;", ""),
        ("default_type text/csv", "default_type text/plain"),
        ("error_page 404 /404.html", "error_page 404 =200 /404.html"),
    ),
    "caddy": (
        ("        X-Frame-Options `DENY`\n", ""),
        (
            "        Referrer-Policy `",
            "        +Referrer-Policy `no-referrer`\n        +Referrer-Policy `",
        ),
        ("max-age=31536000", "max-age=3600"),
        ("header @anders Cache-Control `no-cache`", "header @anders Cache-Control `max-age=60`"),
        ("        -Server\n", "        Server `Caddy/2.6`\n"),
        ("    encode gzip\n", ""),
        ("        rewrite * /404.html\n        file_server\n", "        respond 200\n"),
    ),
}
"""Per server, all at once: what the owner of a server could get wrong."""


@pytest.fixture(scope="module", params=SERVERS)
def haal_mis(
    request: pytest.FixtureRequest, gebouwde_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Haal]]:
    """Run a server with faults in it; return which one, and how to ask it for a path."""
    map_ = tmp_path_factory.mktemp(request.param)
    with _server(request.param, gebouwde_site, map_, GEPLANT[request.param]) as vraag:
        yield request.param, vraag


PADEN = {"/": 200, "/privacy/": 200, "/bestaat/niet/": 404, "/assets/css/tokens.css": 200}


def _koppen_mis(haal: Haal, pad: str) -> list[str]:
    """Return what is wrong with the headers of one answer."""
    kreeg, koppen = haal(pad)
    moet = {kop.naam: kop.waarde for kop in KOPREGELS} | {"Cache-Control": CACHE_ANDERS}
    waar: dict[str, object] = {f"status {kreeg}": kreeg == PADEN[pad]}
    return mis(waar | {naam: koppen.get_all(naam) == [waarde] for naam, waarde in moet.items()})


@pytest.mark.parametrize("pad", PADEN)
def test_every_answer_has_every_header_once(haal: Haal, pad: str) -> None:
    assert _koppen_mis(haal, pad) == []


def test_the_gate_sees_a_header_that_is_missing_double_or_different(
    haal_mis: tuple[str, Haal],
) -> None:
    _, haal = haal_mis
    anders = ["Strict-Transport-Security", "X-Frame-Options", "Referrer-Policy", "Cache-Control"]
    for pad in ("/", "/assets/css/tokens.css"):
        assert _koppen_mis(haal, pad) == anders
    assert _koppen_mis(haal, "/bestaat/niet/")[0] == "status 200"


@pytest.mark.parametrize(
    ("naam", "fout", "hoeveel"),
    [
        ("nginx", ('"nosniff" always', '"nosniff"'), 1),
        ("caddy", ("handle_errors {\n        import kennisbank\n", "handle_errors {\n"), 7),
    ],
)
def test_the_gate_sees_a_header_that_errors_do_not_have(
    naam: str, fout: tuple[str, str], hoeveel: int, gebouwde_site: Path, tmp_path: Path
) -> None:
    with _server(naam, gebouwde_site, tmp_path, [fout]) as haal:
        assert _koppen_mis(haal, "/") == []
        assert len(_koppen_mis(haal, "/bestaat/niet/")) == hoeveel


def _bewaartijd_mis(haal: Haal, site: Path) -> list[str]:
    """Return which files a browser keeps for longer or shorter than it should."""
    vast = [
        *site.glob("assets/zoek/zoekindex-*"),
        *site.glob("assets/stylesheets/main.*.min.css"),
    ]
    assert len(vast) == 3
    moet = {f"/{bestand.relative_to(site)}": CACHE_VAST for bestand in vast}
    moet["/assets/js/pagina.js"] = CACHE_ANDERS
    return [
        pad for pad, waarde in moet.items() if haal(pad)[1].get_all("Cache-Control") != [waarde]
    ]


def test_only_files_with_a_hash_stay_for_a_year(haal: Haal, gebouwde_site: Path) -> None:
    assert _bewaartijd_mis(haal, gebouwde_site) == []


def test_the_gate_sees_files_that_stay_too_long_or_too_short(
    haal_mis: tuple[str, Haal], gebouwde_site: Path
) -> None:
    assert len(_bewaartijd_mis(haal_mis[1], gebouwde_site)) == 4


def _aard_mis(haal: Haal) -> list[str]:
    """Return of which files the server says too little, or too much of itself."""
    soort = {
        pad: haal(pad)[1].get_content_type()
        for pad in (
            "/assets/js/pagina.js",
            "/leerpunten/leerpunten.csv",
            "/.well-known/security.txt",
        )
    }
    waar = {
        "404": haal("/bestaat/niet/")[1]["Content-Type"] == "text/html; charset=utf-8",
        "js": soort["/assets/js/pagina.js"] in ("text/javascript", "application/javascript"),
        "csv": soort["/leerpunten/leerpunten.csv"] == "text/csv",
        "security.txt": soort["/.well-known/security.txt"] == "text/plain",
        "gzip": haal("/privacy/")[1]["Content-Encoding"] == "gzip",
        "versie": not re.search(r"\d", haal("/")[1].get("Server", "")),
    }
    return mis(waar)


def test_what_the_browser_must_know_of_a_file_and_not_of_the_server(haal: Haal) -> None:
    assert _aard_mis(haal) == []


def test_the_gate_sees_a_server_that_says_too_little_or_too_much(
    haal_mis: tuple[str, Haal],
) -> None:
    naam, haal = haal_mis
    # Caddy needs no setting to know a file by its name.
    verwacht = ["404", "csv", "gzip", "versie"] if naam == "nginx" else ["404", "gzip", "versie"]
    assert _aard_mis(haal) == verwacht


def _vorm_mis(vorm: str) -> list[str]:
    """Return what a written form of the headers lacks."""
    moet = [deel for kop in KOPREGELS for deel in (kop.naam, kop.waarde)]
    return [deel for deel in (*moet, CACHE_VAST, CACHE_ANDERS) if deel not in vorm]


def test_all_forms_say_the_same() -> None:
    vormen = (
        kopregels.nginx("80", "/x"),
        kopregels.apache(),
        kopregels.caddy("a.example", "/x"),
        kopregels.netlify(),
    )
    for vorm in vormen:
        assert _vorm_mis(vorm) == []


@pytest.mark.parametrize("deel", ["X-Frame-Options", "same-origin", CACHE_VAST, CACHE_ANDERS])
def test_the_gate_sees_a_form_that_lacks_something(deel: str) -> None:
    assert _vorm_mis(kopregels.apache().replace(deel, "")) == [deel]


def _bestand_klopt(site: Path) -> bool:
    """Tell whether the file with headers in a site says what it should."""
    bestand = site / "_headers"
    return bestand.is_file() and bestand.read_text(encoding="utf-8") == kopregels.netlify()


def test_headers_file_lies_in_the_site(gebouwde_site: Path, bewijs: Bewijs) -> None:
    assert _bestand_klopt(gebouwde_site)
    bewijs("kopregels", kopregels=len(KOPREGELS), getest_op=", ".join(SERVERS))


def test_the_gate_sees_a_headers_file_that_differs(tmp_path: Path) -> None:
    assert not _bestand_klopt(tmp_path)
    (tmp_path / "_headers").write_text(kopregels.netlify() + "/*\n  X: y\n", encoding="utf-8")
    assert not _bestand_klopt(tmp_path)


def _zonder_hash(site: Path) -> list[str]:
    """Return what lies in a folder that is kept for a year, and should not."""
    return [
        bestand.name
        for map_ in ("assets/stylesheets", "assets/zoek")
        for bestand in sorted((site / map_).iterdir())
        if not re.match(
            kopregels.VAST_PATROON, f"/{bestand.relative_to(site)}".removesuffix(".map")
        )
    ]


def test_hashed_folders_hold_only_hashed_files(gebouwde_site: Path) -> None:
    """``_headers`` knows no patterns, so whatever lies there is kept for a year."""
    assert _zonder_hash(gebouwde_site) == []


def test_the_gate_sees_a_file_without_a_hash(tmp_path: Path) -> None:
    goed = ("stylesheets/main.57a0d79d.min.css", "zoek/zoekindex-55951c577c11.json")
    fout = ("stylesheets/los.css", "zoek/zoekindex.json")
    for naam in (*goed, *fout):
        (tmp_path / "assets" / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "assets" / naam).touch()
    assert _zonder_hash(tmp_path) == ["los.css", "zoekindex.json"]


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


def _security_mis(velden: Mapping[str, str], corpus: Corpus) -> list[str]:
    """Return which fields of security.txt are not as RFC 9116 asks, or not ours."""
    moet = ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    if list(velden) != moet:
        return ["welke velden"]
    geldig = re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", velden["Expires"])
    peildag = date.fromisoformat(corpus.site.peildatum)
    waar = {
        "Contact": re.match(r"mailto:|https://", velden["Contact"]),
        "Expires": geldig
        and 0 < (date.fromisoformat(velden["Expires"][:10]) - peildag).days <= 366,
        "Canonical": velden["Canonical"] == f"{corpus.site.adres}.well-known/security.txt",
    }
    return mis(waar)


def test_security_txt_follows_rfc_9116(corpus: Corpus, gebouwde_site: Path) -> None:
    assert _security_mis(_velden(corpus), corpus) == []
    bestand = gebouwde_site / ".well-known/security.txt"
    assert bestand.read_bytes() == security_txt(corpus).inhoud


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("Contact", "redactie@kennisbank.example"),
        ("Contact", "http://kennisbank.example/"),
        ("Expires", "2020-01-01T00:00:00Z"),
        ("Expires", "2099-01-01T00:00:00Z"),
        ("Expires", "volgend jaar"),
        ("Canonical", "https://elders.example/.well-known/security.txt"),
    ],
)
def test_the_gate_sees_a_wrong_field(veld: str, waarde: str, corpus: Corpus) -> None:
    velden = _velden(corpus)
    assert _security_mis({**velden, veld: waarde}, corpus) == [veld]
    del velden[veld]
    assert _security_mis(velden, corpus) == ["welke velden"]
    assert _security_mis({**velden, veld: waarde, "Extra": "x"}, corpus) == ["welke velden"]


def test_a_leap_day_has_no_next_year() -> None:
    corpus = maak_corpus(*een_van_elk())
    schrikkel = corpus.site.model_copy(update={"peildatum": "2028-02-29"})
    object.__setattr__(corpus, "site", schrikkel)
    assert _velden(corpus)["Expires"] == "2029-02-28T00:00:00Z"
