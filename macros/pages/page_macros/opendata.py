"""What ``/data/`` shows: every file with its address, and examples that can be copied."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from macros.blad.facets import facet
from macros.blad.opendata import (
    API,
    CATALOGUE,
    CLAIMS,
    KINDS,
    LINKED,
    PACKAGE,
    QUESTIONS,
    SKOS,
    TRIG,
    WORKBOOK,
    csv_path,
    list_path,
    markdown_path,
    schema_path,
    turtle_path,
)
from macros.blad.page_macro_error import choose
from macros.blad.wijzigingen import PAD
from macros.corpus.volgorde import alphabetical
from macros.model.base import Record
from macros.model.instrument import Instrument
from macros.model.kennis import Vraag
from macros.model.recht import Wet
from macros.model.vocabulaire import Site
from macros.pages.rendering import Writer, render


def _curl(site: Site) -> str:
    return f"curl {site.adres}{list_path(QUESTIONS)}"


def _python(site: Site) -> str:
    return f"""\
import json
from urllib.request import urlopen

with urlopen("{site.adres}{list_path("leerpunten")}") as bestand:
    gegevens = json.load(bestand)

def beweringen(deel):
    if isinstance(deel, dict) and "tekst" in deel and "zekerheid" in deel:
        yield deel
    if isinstance(deel, dict | list):
        for kleiner in deel.values() if isinstance(deel, dict) else deel:
            yield from beweringen(kleiner)

for leerpunt in gegevens["items"]:
    for bewering in beweringen(leerpunt):
        bronnen = [gegevens["bronnen"][id]["titel"] for id in bewering["bronnen"]]
        print(bewering["tekst"], bewering["zekerheid"], bewering["stand"], bronnen)
"""


def _r(site: Site) -> str:
    return f"""\
vragen <- read.csv2("{site.adres}{csv_path(QUESTIONS)}",
                    fileEncoding = "UTF-8-BOM", colClasses = "character")
table(vragen$aan)
"""


def _power_query(site: Site) -> str:
    return f"""\
let
    Bron = Web.Contents("{site.adres}{csv_path(QUESTIONS)}"),
    Tabel = Csv.Document(Bron, [Delimiter = ";", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    MetKoppen = Table.PromoteHeaders(Tabel, [PromoteAllScalars = true])
in
    MetKoppen
"""


def _embed(site: Site) -> str:
    return f"""\
<a href="{site.adres}leerpunten/alo-kop/" data-kennisbank>De ALO-kop</a>
<script src="{site.adres}assets/js/inbedden.js" defer></script>
"""


def _terminal(site: Site) -> str:
    del site
    return """\
kennisbank toon wet:awir
kennisbank zoek kinderopvangtoeslag partner
kennisbank vragen --aan SZW --json
kennisbank uitvoer --naar map
"""


EXAMPLES: Mapping[str, Callable[[Site], str]] = {
    "curl": _curl,
    "python": _python,
    "r": _r,
    "power-query": _power_query,
    "inbedden": _embed,
    "opdrachtregel": _terminal,
}


def open_voorbeeld(kb: Writer, naam: str) -> Markup:
    """Return one example, to copy."""
    tekst = choose("voorbeeld", EXAMPLES, naam)(kb.corpus.site)
    return render("voorbeeldcode.html.j2", kb, tekst=tekst.rstrip("\n"))


def open_bestanden(kb: Writer) -> Markup:
    """Return every file that holds data, by kind."""
    return _part(
        kb,
        "bestanden",
        kinds=[
            (
                kind,
                csv_path(kind.name),
                list_path(kind.name),
                schema_path(kind),
                markdown_path(kind) if kind.told else "",
                turtle_path(kind) if kind.linked else "",
            )
            for kind in KINDS.values()
        ],
        workbook=WORKBOOK,
        package=PACKAGE,
        claims=csv_path(CLAIMS),
        questions=csv_path(QUESTIONS),
        index=f"{API}index.json",
        openapi=f"{API}openapi.json",
    )


def open_feeds(kb: Writer) -> Markup:
    """Return every feed and calendar by which one can follow the site."""
    asked = {id_ for _, _, vraag in kb.corpus.onbekend for id_ in vraag.aan}
    asked |= {id_ for vraag in kb.corpus.every(Vraag) for id_ in vraag.aan}
    per_kind = [
        (soort.enkelvoud.lower(), [_followed(record) for record in kb.corpus.every(soort)])
        for soort in (Instrument, Wet)
    ]
    areas = [
        (waarde.label, f"{PAD}leefgebied/{waarde.sleutel}.xml")
        for waarde in facet(kb.corpus, "leefgebied").waarden
    ]
    to = [
        (f"Open vragen aan {kb.record(id_).titel}", f"{PAD}vragen-aan/{id_.partition(':')[2]}.xml")
        for id_ in asked
    ]
    groups = [*per_kind, ("leefgebied", areas), ("organisatie aan wie u iets kunt vragen", to)]
    sorted_groups = [
        (name, sorted(feeds, key=lambda feed: alphabetical(feed[0]))) for name, feeds in groups
    ]
    return _part(kb, "feeds", groepen=sorted_groups)


def _followed(record: Record) -> tuple[str, str]:
    return record.titel, f"{PAD}{record.soort}/{record.slug}.xml"


def open_linked(kb: Writer) -> Markup:
    """Return the files of linked data that are of no one kind."""
    terms = f"{LINKED}termen.ttl"
    return _part(kb, "linked", trig=TRIG, skos=SKOS, terms=terms, catalogue=CATALOGUE)


def open_proef(kb: Writer) -> Markup:
    """Return the place where a script lets the reader try the API."""
    return _part(kb, "proef")


def _part(kb: Writer, part: str, **values: object) -> Markup:
    return render("opendata.html.j2", kb, part=part, **values)
