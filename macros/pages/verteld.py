"""The hand-written pages in ``docs/``, checked as strictly as ``data/``, without a build."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from macros.blad.adres import pad_van
from macros.blad.inzetfout import InzetFout
from macros.blad.stand import indienen_kan_altijd
from macros.corpus.corpus import Corpus
from macros.load.boom import CONFLICT, CONFLICT_HERSTEL, MAX_REGELS, lees_bestand
from macros.load.fout import Fout, bedoelde_u
from macros.load.kop import lees_markdown
from macros.load.tekens import VREEMD, dubbelganger, uitleg
from macros.model.basis import SLUG
from macros.model.lees import MAX_FOUTEN, lees_model
from macros.model.verteld import Kop
from macros.pages.aanroep import aanroepen, voer_uit
from macros.pages.inzetten import INZETTEN
from macros.pages.weergave import Schrijver

MAX_PAGINA = 100_000
"""Five times the longest page."""
SOORTEN_BEELD = frozenset({".png", ".jpg", ".jpeg", ".webp", ".svg"})
_TOEGESTAAN: Mapping[str, Collection[str]] = {
    "beeld": SOORTEN_BEELD,
    "css": {".css"},
    "stylesheets": {".css"},
    "js": {".js", ".txt"},
}
"""Per folder of ``docs/assets``: what may lie in it (a script of others with its licence)."""
_BESTANDSNAAM = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*", re.IGNORECASE)
_LINK = re.compile(r"(?<!`)\]\(([^()\s]+)(?:\s+\"[^\"]*\")?\)")
_KOPREGEL = re.compile(r"(?m)^#{1,6} .*$")
_ID = re.compile(r"""(?:\{:?[^{}\n]{0,200}?#|\bid=")([\w-]{1,100})""")


@dataclass(frozen=True, slots=True)
class _Pagina:
    """One page that could be read."""

    naam: str
    tekst: str
    eerste_regel: int

    def plaats(self, plek: int) -> tuple[int, int]:
        """Return line and column in the file of a place in the text."""
        voor = self.tekst[:plek]
        return self.eerste_regel + voor.count("\n"), plek - (voor.rfind("\n") + 1) + 1

    def fout(self, plek: int, wat: str, herstel: str) -> Fout:
        """Return a message about a place in the text."""
        return Fout(self.naam, *self.plaats(plek), "", wat, herstel)


def controleer_verteld(corpus: Corpus | None, wortel: Path) -> list[Fout]:
    """Return every mistake in ``docs/`` and the menu, sorted by file and line.

    Without a corpus (``data/`` has mistakes) what macros ask of the data is left for later.
    """
    docs = wortel / "docs"
    if not docs.is_dir():
        # In a wrong folder data/ is missing as well: one message for one mistake.
        if corpus is None:
            return []
        return [
            Fout("docs", 1, 1, "", "de map docs/ ontbreekt", "zet de geschreven pagina’s terug")
        ]
    bestanden = sorted(pad for pad in docs.rglob("*") if not pad.is_dir())
    fouten = [fout for pad in bestanden for fout in _naamfouten(pad.relative_to(docs))]
    paginas: dict[str, _Pagina] = {}
    for pad in bestanden:
        if pad.suffix == ".md":
            pagina, meldingen = _lees(pad, wortel)
            fouten += meldingen
            if pagina is not None:
                paginas[pad.relative_to(docs).as_posix()] = pagina
    alle = {pad.relative_to(docs).as_posix() for pad in bestanden}
    ankers = {pad_: _ankers(pagina.tekst) for pad_, pagina in paginas.items()}
    for pad_, pagina in paginas.items():
        fouten += _inzetfouten(corpus, pad_, pagina)
        fouten += islice(_linkfouten(pad_, pagina, alle, ankers), MAX_FOUTEN)
    if corpus is not None:
        fouten += _dubbele_adressen(corpus, sorted(pad for pad in alle if pad.endswith(".md")))
        fouten += _gemeentefouten(corpus)
    fouten += _menufouten(wortel, {pad for pad in alle if pad.endswith(".md")})
    return sorted(set(fouten))


def adres_van(bestand: str) -> str:
    """Return the address of a page in ``docs/``: ``over/privacy.md`` → ``over/privacy/``."""
    pad = PurePosixPath(bestand)
    map_ = pad.parent if pad.stem == "index" else pad.with_suffix("")
    return "" if map_ == PurePosixPath() else f"{map_.as_posix()}/"


def _naamfouten(pad: Path) -> Iterator[Fout]:
    naam = f"docs/{pad.as_posix()}"
    if pad.suffix == ".md" and pad.parts[0] != "assets":
        for deel in pad.with_suffix("").parts:
            if SLUG.fullmatch(deel) is None:
                wat = f"„{deel}” kan geen adres worden"
                herstel = "gebruik in de naam kleine letters, cijfers en streepjes"
                yield Fout(naam, 1, 1, "", wat, herstel)
        return
    soorten = _TOEGESTAAN.get(pad.parts[1], ()) if pad.parts[0] == "assets" else ()
    if pad.suffix not in soorten:
        herstel = "zet beelden in docs/assets/beeld/ (png, jpg, webp of svg) en pagina’s als .md"
        yield Fout(naam, 1, 1, "", "dit bestand hoort hier niet", herstel)
    elif _BESTANDSNAAM.fullmatch(pad.name) is None:
        herstel = "gebruik in de naam letters, cijfers en streepjes"
        yield Fout(naam, 1, 1, "", "heeft geen geldige naam", herstel)


def _lees(pad: Path, wortel: Path) -> tuple[_Pagina | None, list[Fout]]:
    naam = pad.relative_to(wortel).as_posix()
    rauw = pad.read_bytes()
    if len(rauw) > MAX_PAGINA or rauw.count(b"\n") > MAX_REGELS:
        return None, [Fout(naam, 1, 1, "", "bestand is te groot", "splits de pagina")]
    try:
        tekst = rauw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as fout:
        regel = rauw.count(b"\n", 0, fout.start) + 1
        wat = "bevat een teken dat geen UTF-8 is"
        return None, [Fout(naam, regel, 1, "", wat, "sla het bestand op als UTF-8")]
    fouten = list(_tekenfouten(tekst, naam))
    if fouten:
        return None, fouten
    markdown, fouten = lees_markdown(tekst, naam)
    if markdown is None:
        return None, fouten
    kop, meldingen = lees_model(markdown.kop, Kop)
    fouten += meldingen
    if kop is not None:
        for veld in ("title", "description"):
            if "{{" in getattr(kop, veld) or "{%" in getattr(kop, veld):
                wat = "bevat een inzet; die werkt niet in de kop"
                fouten.append(markdown.kop.fout((veld,), wat, "schrijf de tekst voluit"))
    return _Pagina(naam, markdown.tekst, markdown.eerste_regel), fouten


def _tekenfouten(tekst: str, naam: str) -> Iterator[Fout]:
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        vreemd = VREEMD.search(regel)
        if vreemd:
            yield Fout(naam, nummer, vreemd.start() + 1, "", *uitleg(vreemd[0]))
        woord = dubbelganger(regel)
        if woord:
            wat = f"„{woord}” bevat een Griekse of Russische letter die op een gewone lijkt"
            yield Fout(naam, nummer, regel.index(woord) + 1, "", wat, "typ het woord opnieuw")
        if CONFLICT.match(regel):
            wat = "hier staat nog een conflict van git"
            yield Fout(naam, nummer, 1, "", wat, CONFLICT_HERSTEL)


def _inzetfouten(corpus: Corpus | None, pad: str, pagina: _Pagina) -> Iterator[Fout]:
    gevonden, fouten = aanroepen(pagina.tekst, pagina.naam, pagina.eerste_regel)
    yield from fouten
    if corpus is None:
        return
    schrijver = Schrijver(corpus, adres_van(pad))
    for aanroep in gevonden:
        try:
            voer_uit(aanroep, INZETTEN, schrijver)
        except InzetFout as fout:
            plaats = aanroep.plaats
            yield Fout(pagina.naam, plaats.regel, plaats.kolom, "", fout.wat, fout.herstel)


def _linkfouten(
    pad: str, pagina: _Pagina, alle: Collection[str], ankers: Mapping[str, Collection[str]]
) -> Iterator[Fout]:
    """Yield a message for each link inside ``docs/`` that leads nowhere."""
    for match in _LINK.finditer(pagina.tekst):
        doel, _, anker = match[1].partition("#")
        if ":" in doel or "{" in match[1] or doel.startswith("//"):
            continue
        volledig = _oplossen(pad, unquote(doel)) if doel else pad
        if doel.startswith("/") or (volledig not in alle):
            raad = bedoelde_u(volledig, sorted(alle))
            herstel = raad or "schrijf het pad naar het .md-bestand, vanaf deze pagina"
            yield pagina.fout(match.start(1), f"de link „{match[1]}” wijst naar niets", herstel)
        elif anker and volledig in ankers and anker not in ankers[volledig]:
            herstel = bedoelde_u(anker, ankers[volledig]) or "kies een kop die er staat"
            yield pagina.fout(match.start(1), f"docs/{volledig} heeft geen kop „#{anker}”", herstel)


def _oplossen(van: str, naar: str) -> str:
    delen = list(PurePosixPath(van).parent.parts)
    for deel in PurePosixPath(naar).parts:
        if deel == "..":
            delen = delen[:-1] if delen else ["…"]
        elif deel != ".":
            delen.append(deel)
    return "/".join(delen)


def _ankers(tekst: str) -> set[str]:
    """Return the anchors that Markdown gives the headings of a page, and those it sets itself."""
    gezien: Counter[str] = Counter()
    ankers = set(_ID.findall(tekst))
    for kop in _KOPREGEL.findall(tekst):
        if _ID.search(kop) is None:
            anker = _anker(kop.lstrip("# "))
            ankers.add(f"{anker}_{gezien[anker]}" if gezien[anker] else anker)
            gezien[anker] += 1
    return ankers


def _anker(kop: str) -> str:
    """Return the anchor that Python-Markdown makes of a heading (its ``toc.slugify``)."""
    woorden = re.sub(r"[*`]|\]\([^)]*\)|\[", "", kop)
    ascii_ = unicodedata.normalize("NFKD", woorden).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_).strip().lower())


def _dubbele_adressen(corpus: Corpus, verteld: Iterable[str]) -> Iterator[Fout]:
    """Yield a message for each page in ``docs/`` that would take the address of something else."""
    bezet = {record.pad: corpus.gelezen[id_].bestand.naam for id_, record in corpus.records.items()}
    for cbs in corpus.gemeenten():
        bezet[pad_van(f"gemeente:{cbs}")] = "data/gemeenten.yml"
    for bestand in verteld:
        adres = adres_van(bestand)
        if adres in bezet:
            wat = f"heeft hetzelfde adres als {bezet[adres]}: /{adres}"
            yield Fout(f"docs/{bestand}", 1, 1, "", wat, "geef een van beide een andere naam")
        bezet[adres] = f"docs/{bestand}"


def _gemeentefouten(corpus: Corpus) -> Iterator[Fout]:
    """Yield a message if the one statement that every page of a municipality quotes is gone."""
    try:
        indienen_kan_altijd(corpus)
    except InzetFout as fout:
        yield corpus.fout("tabel:gemeenten", ("indienen",), fout.wat, fout.herstel)


def _menufouten(wortel: Path, verteld: Collection[str]) -> Iterator[Fout]:
    """Yield a message for each page that the menu in ``mkdocs.yml`` misses, and the other way."""
    pad = wortel / "mkdocs.yml"
    if not pad.is_file():
        return
    bestand, fouten = lees_bestand(pad, wortel)
    if bestand is None or not isinstance(bestand.waarde, dict):
        yield from fouten
        return
    buiten = str(bestand.waarde.get("not_in_nav", "")).split()
    genoemd = dict(_menu(bestand.waarde.get("nav", []), ("nav",)))
    for naam, plek in genoemd.items():
        if naam not in verteld:
            raad = bedoelde_u(naam, sorted(verteld)) or "haal de regel weg"
            yield bestand.fout(plek, f"het menu noemt docs/{naam}, dat er niet is", raad)
    for naam in sorted(set(verteld) - set(genoemd)):
        if not any(PurePosixPath(f"/{naam}").match(patroon) for patroon in buiten):
            yield Fout(
                f"docs/{naam}",
                1,
                1,
                "",
                "staat niet in het menu",
                "noem de pagina in mkdocs.yml, onder nav",
            )


def _menu(deel: object, pad: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    if isinstance(deel, str):
        yield deel, pad
    elif isinstance(deel, list):
        for nummer, kind in enumerate(deel):
            yield from _menu(kind, (*pad, nummer))
    elif isinstance(deel, dict):
        for naam, kind in deel.items():
            yield from _menu(kind, (*pad, naam))
