"""The headers we ship do what they say on a real nginx, a real Apache and a real Caddy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from macros.blad import headers
from macros.blad.headers import CACHE_FIXED, CACHE_OTHERWISE, HEADERS
from macros.blad.oudadres import Omleiding, serverregels
from macros.corpus.corpus import Corpus
from macros.exports.security import security_txt
from tests.factory import make_corpus, one_of_each
from tests.kwaliteit.servers import SERVERS, Errors, Fetch, server
from tests.kwaliteit.setup import faults
from tests.proof import Proof


@pytest.fixture(scope="module", params=SERVERS)
def fetch(
    request: pytest.FixtureRequest, built_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Fetch]:
    """Run a server with our example; return how to ask it for a path."""
    with server(request.param, built_site, tmp_path_factory.mktemp(request.param)) as vraag:
        yield vraag


PLANTED: Mapping[str, Errors] = {
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
        ("    add_header Access-Control-Allow-Origin $kennisbank_open;\n", ""),
    ),
    "apache": (
        ('Header always set X-Frame-Options "DENY"', ""),
        (
            'Header always set Referrer-Policy "no-referrer"',
            'Header always add Referrer-Policy "no-referrer"\n' * 2,
        ),
        ("max-age=31536000", "max-age=3600"),
        ('Cache-Control "no-cache"', 'Cache-Control "max-age=60"'),
        ("ServerSignature Off", "ServerSignature On\nServerTokens OS"),
        ("text/html text/javascript", "text/javascript"),
        ("AddDefaultCharset utf-8", ""),
        ("AddType text/csv .csv", "AddType text/plain .csv"),
        ("ErrorDocument 404 /404.html", "FallbackResource /index.html"),
        ('    Header set Access-Control-Allow-Origin "*"\n', ""),
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
        ("    header @open Access-Control-Allow-Origin *\n", ""),
    ),
}
"""Per server, all at once: what the owner of a server could get wrong."""


@pytest.fixture(scope="module", params=SERVERS)
def fetch_faulty(
    request: pytest.FixtureRequest, built_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Fetch]]:
    """Run a server with faults in it; return which one, and how to ask it for a path."""
    folder = tmp_path_factory.mktemp(request.param)
    with server(request.param, built_site, folder, PLANTED[request.param]) as vraag:
        yield request.param, vraag


PATHS = {"/": 200, "/privacy/": 200, "/bestaat/niet/": 404, "/assets/css/tokens.css": 200}


def _header_faults(fetch: Fetch, pad: str) -> list[str]:
    """Return what is wrong with the headers of one answer."""
    got, headings = fetch(pad)
    must = {kop.naam: kop.waarde for kop in HEADERS} | {"Cache-Control": CACHE_OTHERWISE}
    where: dict[str, object] = {f"status {got}": got == PATHS[pad]}
    return faults(
        where | {naam: headings.get_all(naam) == [waarde] for naam, waarde in must.items()}
    )


@pytest.mark.parametrize("pad", PATHS)
def test_every_answer_has_every_header_once(fetch: Fetch, pad: str) -> None:
    assert _header_faults(fetch, pad) == []


def test_the_gate_sees_a_header_that_is_missing_double_or_different(
    fetch_faulty: tuple[str, Fetch],
) -> None:
    _, fetch = fetch_faulty
    otherwise = ["Strict-Transport-Security", "X-Frame-Options", "Referrer-Policy", "Cache-Control"]
    for pad in ("/", "/assets/css/tokens.css"):
        assert _header_faults(fetch, pad) == otherwise
    assert _header_faults(fetch, "/bestaat/niet/")[0] == "status 200"


@pytest.mark.parametrize(
    ("naam", "error", "hoeveel"),
    [
        ("nginx", ('"nosniff" always', '"nosniff"'), 1),
        ("apache", ('"nosniff"', '"nosniff" "expr=%{REQUEST_STATUS} -lt 400"'), 1),
        ("caddy", ("handle_errors {\n        import kennisbank\n", "handle_errors {\n"), 7),
    ],
)
def test_the_gate_sees_a_header_that_errors_do_not_have(
    naam: str, error: tuple[str, str], hoeveel: int, built_site: Path, tmp_path: Path
) -> None:
    with server(naam, built_site, tmp_path, [error]) as fetch:
        assert _header_faults(fetch, "/") == []
        assert len(_header_faults(fetch, "/bestaat/niet/")) == hoeveel


def _fixed(site: Path) -> list[Path]:
    """Return the files whose name changes with what is in them: parts of the index, and a style."""
    return [*site.glob("assets/zoek/*"), *site.glob("assets/stylesheets/main.*.min.css")]


def _cache_time_faults(fetch: Fetch, site: Path) -> list[str]:
    """Return which files a browser keeps for longer or shorter than it should."""
    must = {f"/{file.relative_to(site)}": CACHE_FIXED for file in _fixed(site)}
    must["/assets/js/pagina.js"] = CACHE_OTHERWISE
    return [
        pad for pad, waarde in must.items() if fetch(pad)[1].get_all("Cache-Control") != [waarde]
    ]


def test_only_files_with_a_hash_stay_for_a_year(fetch: Fetch, built_site: Path) -> None:
    # Of names and of texts a part each way, from a server and from disk; and the style of Material.
    assert len(_fixed(built_site)) >= 5
    assert _cache_time_faults(fetch, built_site) == []


def test_the_gate_sees_files_that_stay_too_long_or_too_short(
    fetch_faulty: tuple[str, Fetch], built_site: Path
) -> None:
    # Each of them, and the script that is asked for again each time.
    assert len(_cache_time_faults(fetch_faulty[1], built_site)) == len(_fixed(built_site)) + 1


def _type_faults(fetch: Fetch) -> list[str]:
    """Return of which files the server says too little, or too much of itself."""
    soort = {
        pad: fetch(pad)[1].get_content_type()
        for pad in (
            "/assets/js/pagina.js",
            "/leerpunten/leerpunten.csv",
            "/.well-known/security.txt",
        )
    }
    where = {
        "404": fetch("/bestaat/niet/")[1]["Content-Type"] == "text/html; charset=utf-8",
        "js": soort["/assets/js/pagina.js"] in ("text/javascript", "application/javascript"),
        "csv": soort["/leerpunten/leerpunten.csv"] == "text/csv",
        "security.txt": soort["/.well-known/security.txt"] == "text/plain",
        "gzip": fetch("/privacy/")[1]["Content-Encoding"] == "gzip",
        "versie": not re.search(r"\d", fetch("/")[1].get("Server", "")),
    }
    return faults(where)


def test_what_the_browser_must_know_of_a_file_and_not_of_theserver(fetch: Fetch) -> None:
    assert _type_faults(fetch) == []


def test_the_gate_sees_a_server_that_says_too_little_or_too_much(
    fetch_faulty: tuple[str, Fetch],
) -> None:
    naam, fetch = fetch_faulty
    # Caddy needs no setting to know a file by its name.
    expected = ["404", "gzip", "versie"] if naam == "caddy" else ["404", "csv", "gzip", "versie"]
    assert _type_faults(fetch) == expected


def _open_misses(fetch: Fetch) -> list[str]:
    """Return what a page of others may not read and should, or may and should not."""
    allowed = {pad: fetch(pad)[1].get("Access-Control-Allow-Origin") for pad in OPEN | CLOSED}
    return [pad for pad in sorted(allowed) if allowed[pad] != ("*" if pad in OPEN else None)]


OPEN = {"/api/v1/index.json", "/data/csv/wetten.csv", "/data/linked/wetten.ttl"}
CLOSED = {"/", "/assets/js/pagina.js", "/bestaat/niet/"}


def test_the_open_data_and_nothing_else_may_be_read_by_pages_of_others(fetch: Fetch) -> None:
    assert _open_misses(fetch) == []
    assert fetch("/data/linked/wetten.ttl")[1].get_content_type() == "text/turtle"


def test_the_gate_sees_open_data_that_is_not_open(fetch_faulty: tuple[str, Fetch]) -> None:
    assert _open_misses(fetch_faulty[1]) == sorted(OPEN)


def _written_form_faults(vorm: str) -> list[str]:
    """Return what a written form of the headers lacks."""
    must = [part for kop in HEADERS for part in (kop.naam, kop.waarde)]
    return [part for part in (*must, CACHE_FIXED, CACHE_OTHERWISE) if part not in vorm]


def test_all_forms_say_the_same() -> None:
    vormen = (
        headers.nginx("80", "/x"),
        headers.apache("/x"),
        headers.caddy("a.example", "/x"),
        headers.netlify(),
    )
    for vorm in vormen:
        assert _written_form_faults(vorm) == []


@pytest.mark.parametrize("part", ["X-Frame-Options", "same-origin", CACHE_FIXED, CACHE_OTHERWISE])
def test_the_gate_sees_a_form_that_lacks_something(part: str) -> None:
    assert _written_form_faults(headers.apache("/x").replace(part, "")) == [part]


def _file_is_right(site: Path) -> bool:
    """Tell whether the file with headers in a site says what it should."""
    file = site / "_headers"
    return file.is_file() and file.read_text(encoding="utf-8") == headers.netlify()


def test_headers_file_lies_in_the_site(built_site: Path, proof: Proof) -> None:
    assert _file_is_right(built_site)
    proof("kopregels", kopregels=len(HEADERS), getest_op=", ".join(SERVERS))


def test_the_gate_sees_a_headers_file_that_differs(tmp_path: Path) -> None:
    assert not _file_is_right(tmp_path)
    (tmp_path / "_headers").write_text(headers.netlify() + "/*\n  X: y\n", encoding="utf-8")
    assert not _file_is_right(tmp_path)


def _without_hash(site: Path) -> list[str]:
    """Return what lies in a folder that is kept for a year, and should not."""
    return [
        file.name
        for folder in ("assets/stylesheets", "assets/zoek")
        for file in sorted((site / folder).iterdir())
        if not re.match(headers.FIXED_PATTERN, f"/{file.relative_to(site)}".removesuffix(".map"))
    ]


def test_hashed_folders_hold_only_hashed_files(built_site: Path) -> None:
    """``_headers`` knows no patterns, so whatever lies there is kept for a year."""
    assert _without_hash(built_site) == []


def test_the_gate_sees_a_file_without_a_hash(tmp_path: Path) -> None:
    good = ("stylesheets/main.57a0d79d.min.css", "zoek/zoekteksten-55951c577c11.json")
    error = ("stylesheets/los.css", "zoek/zoekteksten.json")
    for naam in (*good, *error):
        (tmp_path / "assets" / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "assets" / naam).touch()
    assert _without_hash(tmp_path) == ["los.css", "zoekteksten.json"]


@pytest.mark.parametrize(
    ("pad", "fixed"),
    [
        ("/assets/zoek/zoekteksten-55951c577c11.json", True),
        ("/assets/stylesheets/main.57a0d79d.min.css", True),
        ("/assets/css/tokens.css", False),
        ("/assets/js/zoek-kern.min.js", False),
        ("/bronnen/n24/index.html", False),
    ],
)
def test_which_paths_are_kept(pad: str, fixed: bool) -> None:  # noqa: FBT001
    assert bool(re.match(headers.FIXED_PATTERN, pad)) is fixed


# ---- old addresses -----------------------------------------------------------------------------


OLD = (
    Omleiding("begrippen/oud/", "begrippen/nieuw/", date(2026, 11, 21)),
    Omleiding("gemeenten/gm0362/", "gemeenten/vervallen/#gm0362", date(2026, 11, 21)),
    Omleiding("een/a.b/", "een/c/", date(2026, 11, 21)),
)


def _old_faults(naam: str, lines: str, folder: Path) -> list[str]:
    """Return which addresses a server with these lines does not lead on as it should."""
    page = folder / "site/begrippen/nieuw/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("x", encoding="utf-8")
    after = {
        "nginx": "    server_tokens off;\n",
        "apache": "ServerSignature Off\n",
        "caddy": "    encode gzip\n",
    }[naam]
    with server(naam, folder / "site", folder, [(after, after + lines)]) as fetch:
        faulty = []
        for one in OLD:
            status, head = fetch(f"/{one.van}")
            where = head.get("Location", "")
            if status != 301 or not where.endswith(f"/{one.naar}"):
                faulty.append(one.van)
        others = {"/begrippen/nieuw/": 200, "/een/aXb/": 404, "/begrippen/oud/x/": 404}
        faulty += [pad for pad, status in others.items() if fetch(pad)[0] != status]
    return faulty


LINES = {
    "nginx": "omleidingen/nginx.conf",
    "apache": "omleidingen/apache.conf",
    "caddy": "omleidingen/Caddyfile",
}


@pytest.mark.parametrize("naam", SERVERS)
def test_the_lines_for_old_addresses_lead_on_and_touch_nothing_else(
    naam: str, tmp_path: Path
) -> None:
    assert _old_faults(naam, serverregels(LINES[naam], OLD), tmp_path) == []


@pytest.mark.parametrize("naam", SERVERS)
def test_the_gate_sees_a_line_that_is_gone_or_leads_elsewhere(naam: str, tmp_path: Path) -> None:
    lines = serverregels(LINES[naam], OLD[:2]).replace("begrippen/nieuw/", "elders/")
    assert _old_faults(naam, lines, tmp_path) == ["begrippen/oud/", "een/a.b/"]


# ---- security.txt ------------------------------------------------------------------------------


def _velden(corpus: Corpus) -> dict[str, str]:
    tekst = security_txt(corpus).inhoud.decode()
    return dict(regel.split(": ", 1) for regel in tekst.splitlines())


def _security_faults(velden: Mapping[str, str], corpus: Corpus) -> list[str]:
    """Return which fields of security.txt are not as RFC 9116 asks, or not ours."""
    must = ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    if list(velden) != must:
        return ["welke velden"]
    valid = re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", velden["Expires"])
    peildag = date.fromisoformat(corpus.site.peildatum)
    where = {
        "Contact": re.match(r"mailto:|https://", velden["Contact"]),
        "Expires": valid and 0 < (date.fromisoformat(velden["Expires"][:10]) - peildag).days <= 366,
        "Canonical": velden["Canonical"] == f"{corpus.site.adres}.well-known/security.txt",
    }
    return faults(where)


def test_security_txt_follows_rfc_9116(corpus: Corpus, built_site: Path) -> None:
    assert _security_faults(_velden(corpus), corpus) == []
    file = built_site / ".well-known/security.txt"
    assert file.read_bytes() == security_txt(corpus).inhoud


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
    assert _security_faults({**velden, veld: waarde}, corpus) == [veld]
    del velden[veld]
    assert _security_faults(velden, corpus) == ["welke velden"]
    assert _security_faults({**velden, veld: waarde, "Extra": "x"}, corpus) == ["welke velden"]


def test_a_leap_day_has_no_next_year() -> None:
    corpus = make_corpus(*one_of_each())
    leap = corpus.site.model_copy(update={"peildatum": "2028-02-29"})
    object.__setattr__(corpus, "site", leap)
    assert _velden(corpus)["Expires"] == "2029-02-28T00:00:00Z"
