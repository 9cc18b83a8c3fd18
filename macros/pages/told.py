"""The hand-written pages in ``docs/``, checked as strictly as ``data/``, without a build."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from markupsafe import Markup

from macros.blad.adres import pad_of
from macros.blad.page_macro_error import PageMacroError
from macros.blad.stand import indienen_is_always_possible
from macros.corpus.corpus import Corpus
from macros.corpus.memory import Memory
from macros.corpus.read_log import ReadLog
from macros.load.cache import digest
from macros.load.characters import FOREIGN, lookalike, uitleg
from macros.load.error import Error, did_you_mean
from macros.load.kop import read_markdown
from macros.load.tree import CONFLICT, CONFLICT_REMEDY, MAX_REGELS, read_file
from macros.model.base import SLUG
from macros.model.told import Kop
from macros.model.validate import MAX_ERRORS, validate_model
from macros.pages.macro_call import MacroCall, bind, macro_calls, run_macro
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.rendering import Writer

MAX_PAGINA = 100_000
"""Five times the longest page."""
IMAGE_KINDS = frozenset({".png", ".jpg", ".jpeg", ".webp", ".svg"})
_ALLOWED: Mapping[str, Collection[str]] = {
    "beeld": IMAGE_KINDS,
    "css": {".css"},
    "stylesheets": {".css"},
    "js": {".js", ".txt"},
}
"""Per folder of ``docs/assets``: what may lie in it (a script of others with its licence)."""
_FILE_NAME = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*", re.IGNORECASE)
_LINK = re.compile(r"(?<!`)\]\(([^()\s]+)(?:\s+\"[^\"]*\")?\)")
_HEADER = re.compile(r"(?m)^#{1,6} .*$")
_ID = re.compile(r"""(?:\{:?[^{}\n]{0,200}?#|\bid=")([\w-]{1,100})""")


@dataclass(frozen=True, slots=True)
class _Pagina:
    """One page that could be read."""

    naam: str
    tekst: str
    first_regel: int

    def plaats(self, place: int) -> tuple[int, int]:
        """Return line and column in the file of a place in the text."""
        before = self.tekst[:place]
        return self.first_regel + before.count("\n"), place - (before.rfind("\n") + 1) + 1

    def error(self, place: int, wat: str, remedy: str) -> Error:
        """Return a message about a place in the text."""
        return Error(self.naam, *self.plaats(place), "", wat, remedy)


def check_told(
    corpus: Corpus | None, root: Path, *, data_right: bool = True, memory: Memory | None = None
) -> list[Error]:
    """Return every mistake in ``docs/`` and the menu, sorted by file and line.

    What the macros made is kept in ``memory``, for who makes the pages.

    While ``data/`` has mistakes, what macros make of it is left for later: they rest on what the
    rules guard, and one that breaks a rule would make them stop, or never end.
    """
    docs = root / "docs"
    if not docs.is_dir():
        # In a wrong folder data/ is missing as well: one message for one mistake.
        if corpus is None:
            return []
        return [
            Error("docs", 1, 1, "", "de map docs/ ontbreekt", "zet de geschreven pagina’s terug")
        ]
    files = sorted(pad for pad in docs.rglob("*") if not pad.is_dir())
    errors = [error for pad in files for error in _name_errors(pad.relative_to(docs))]
    pages: dict[str, _Pagina] = {}
    for pad in files:
        if pad.suffix == ".md":
            pagina, messages = _read(pad.read_bytes(), pad.relative_to(root).as_posix())
            errors += messages
            if pagina is not None:
                pages[pad.relative_to(docs).as_posix()] = pagina
    every = {pad.relative_to(docs).as_posix() for pad in files}
    ankers = {pad_: _ankers(pagina.tekst) for pad_, pagina in pages.items()}
    for pad_, pagina in pages.items():
        right = corpus if data_right else None
        errors += _page_macro_errors(right, pad_, pagina, memory or Memory())
        errors += islice(_link_errors(pad_, pagina, every, ankers), MAX_ERRORS)
    if corpus is not None:
        errors += _duplicate_adressen(corpus, sorted(pad for pad in every if pad.endswith(".md")))
        errors += _gemeente_errors(corpus)
    errors += _menu_errors(root, {pad for pad in every if pad.endswith(".md")})
    return sorted(set(errors))


def adres_of(file: str) -> str:
    """Return the address of a page in ``docs/``: ``over/privacy.md`` → ``over/privacy/``."""
    pad = PurePosixPath(file)
    folder = pad.parent if pad.stem == "index" else pad.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder.as_posix()}/"


def _name_errors(pad: Path) -> Iterator[Error]:
    naam = f"docs/{pad.as_posix()}"
    if pad.suffix == ".md" and pad.parts[0] != "assets":
        for part in pad.with_suffix("").parts:
            if SLUG.fullmatch(part) is None:
                wat = f"„{part}” kan geen adres worden"
                remedy = "gebruik in de naam kleine letters, cijfers en streepjes"
                yield Error(naam, 1, 1, "", wat, remedy)
        return
    soorten = _ALLOWED.get(pad.parts[1], ()) if pad.parts[0] == "assets" else ()
    if pad.suffix not in soorten:
        remedy = "zet beelden in docs/assets/beeld/ (png, jpg, webp of svg) en pagina’s als .md"
        yield Error(naam, 1, 1, "", "dit bestand hoort hier niet", remedy)
    elif _FILE_NAME.fullmatch(pad.name) is None:
        remedy = "gebruik in de naam letters, cijfers en streepjes"
        yield Error(naam, 1, 1, "", "heeft geen geldige naam", remedy)


@lru_cache(maxsize=5_000)
def _read(raw: bytes, naam: str) -> tuple[_Pagina | None, Sequence[Error]]:
    if len(raw) > MAX_PAGINA or raw.count(b"\n") > MAX_REGELS:
        return None, [Error(naam, 1, 1, "", "bestand is te groot", "splits de pagina")]
    try:
        tekst = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        regel = raw.count(b"\n", 0, error.start) + 1
        wat = "bevat een teken dat geen UTF-8 is"
        return None, [Error(naam, regel, 1, "", wat, "sla het bestand op als UTF-8")]
    errors = list(_character_errors(tekst, naam))
    if errors:
        return None, errors
    markdown, errors = read_markdown(tekst, naam)
    if markdown is None:
        return None, errors
    kop, messages = validate_model(markdown.kop, Kop)
    errors += messages
    if kop is not None:
        for veld in ("title", "description"):
            if "{{" in getattr(kop, veld) or "{%" in getattr(kop, veld):
                wat = "bevat een inzet; die werkt niet in de kop"
                errors.append(markdown.kop.error((veld,), wat, "schrijf de tekst voluit"))
    return _Pagina(naam, markdown.tekst, markdown.first_regel), errors


def _character_errors(tekst: str, naam: str) -> Iterator[Error]:
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        foreign = FOREIGN.search(regel)
        if foreign:
            yield Error(naam, nummer, foreign.start() + 1, "", *uitleg(foreign[0]))
        woord = lookalike(regel)
        if woord:
            wat = f"„{woord}” bevat een Griekse of Russische letter die op een gewone lijkt"
            yield Error(naam, nummer, regel.index(woord) + 1, "", wat, "typ het woord opnieuw")
        if CONFLICT.match(regel):
            wat = "hier staat nog een conflict van git"
            yield Error(naam, nummer, 1, "", wat, CONFLICT_REMEDY)


def run_calls(
    corpus: Corpus, adres: str, calls: Sequence[MacroCall], memory: Memory
) -> tuple[Sequence[Markup | PageMacroError], ReadLog]:
    """Return what each call on one page makes, or why it cannot, and what was read for that."""

    def make() -> tuple[tuple[Sequence[Markup | PageMacroError], ReadLog], ReadLog]:
        # One writer a page, so that the notes of all macros on it count on.
        writer = Writer(corpus, adres)
        outcomes: list[Markup | PageMacroError] = []
        for call in calls:
            try:
                outcomes.append(run_macro(call, PAGE_MACROS, writer))
            except PageMacroError as error:
                outcomes.append(error)
        return (outcomes, writer.read), writer.read

    asked = repr([(call.naam, call.arguments, call.options) for call in calls])
    return memory.recall(("calls", adres, asked), corpus, make)


def _page_macro_errors(
    corpus: Corpus | None, pad: str, pagina: _Pagina, memory: Memory
) -> Iterator[Error]:
    key = digest("inzetten", pagina.naam, str(pagina.first_regel), pagina.tekst)
    found, errors = memory.cache.recall(
        key, lambda: macro_calls(pagina.tekst, pagina.naam, pagina.first_regel)
    )
    yield from errors
    if corpus is None:
        outcomes: Sequence[Markup | PageMacroError] = [*map(_misfit, found)]
    else:
        outcomes, _ = run_calls(corpus, adres_of(pad), found, memory)
    for call, outcome in zip(found, outcomes, strict=True):
        if isinstance(outcome, PageMacroError):
            plaats = call.plaats
            yield Error(pagina.naam, plaats.regel, plaats.column, "", outcome.wat, outcome.remedy)


def _misfit(call: MacroCall) -> Markup | PageMacroError:
    """Return why a call does not fit its macro, as far as one can tell without the data."""
    try:
        bind(call, PAGE_MACROS)
    except PageMacroError as error:
        return error
    return Markup()


def _link_errors(
    pad: str, pagina: _Pagina, every: Collection[str], ankers: Mapping[str, Collection[str]]
) -> Iterator[Error]:
    """Yield a message for each link inside ``docs/`` that leads nowhere."""
    for match in _LINK.finditer(pagina.tekst):
        doel, _, anker = match[1].partition("#")
        if ":" in doel or "{" in match[1] or doel.startswith("//"):
            continue
        complete = resolve(pad, unquote(doel)) if doel else pad
        if doel.startswith("/") or (complete not in every):
            hint = did_you_mean(complete, sorted(every))
            remedy = hint or "schrijf het pad naar het .md-bestand, vanaf deze pagina"
            yield pagina.error(match.start(1), f"de link „{match[1]}” wijst naar niets", remedy)
        elif anker and complete in ankers and anker not in ankers[complete]:
            remedy = did_you_mean(anker, ankers[complete]) or "kies een kop die er staat"
            yield pagina.error(match.start(1), f"docs/{complete} heeft geen kop „#{anker}”", remedy)


def resolve(from_: str, naar: str) -> str:
    """Return the file in ``docs/`` to which a link of another file leads."""
    parts = list(PurePosixPath(from_).parent.parts)
    for part in PurePosixPath(naar).parts:
        if part == "..":
            parts = parts[:-1] if parts else ["…"]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _ankers(tekst: str) -> set[str]:
    """Return the anchors that Markdown gives the headings of a page, and those it sets itself."""
    gezien: Counter[str] = Counter()
    ankers = set(_ID.findall(tekst))
    for kop in _HEADER.findall(tekst):
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


def _duplicate_adressen(corpus: Corpus, told: Iterable[str]) -> Iterator[Error]:
    """Yield a message for each page in ``docs/`` that would take the address of something else."""
    occupied = {record.pad: corpus.read[id_].file.naam for id_, record in corpus.records.items()}
    for cbs in corpus.gemeenten():
        occupied[pad_of(f"gemeente:{cbs}")] = "data/gemeenten.yml"
    for file in told:
        adres = adres_of(file)
        if adres in occupied:
            wat = f"heeft hetzelfde adres als {occupied[adres]}: /{adres}"
            yield Error(f"docs/{file}", 1, 1, "", wat, "geef een van beide een andere naam")
        occupied[adres] = f"docs/{file}"


def _gemeente_errors(corpus: Corpus) -> Iterator[Error]:
    """Yield a message if the one statement that every page of a municipality quotes is gone."""
    try:
        indienen_is_always_possible(corpus)
    except PageMacroError as error:
        yield corpus.error("tabel:gemeenten", ("indienen",), error.wat, error.remedy)


def _menu_errors(root: Path, told: Collection[str]) -> Iterator[Error]:
    """Yield a message for each page that the menu in ``mkdocs.yml`` misses, and the other way."""
    pad = root / "mkdocs.yml"
    if not pad.is_file():
        return
    file, errors = read_file(pad, root)
    if file is None or not isinstance(file.waarde, dict):
        yield from errors
        return
    outside = str(file.waarde.get("not_in_nav", "")).split()
    named = dict(_menu(file.waarde.get("nav", []), ("nav",)))
    for naam, place in named.items():
        if naam not in told:
            hint = did_you_mean(naam, sorted(told)) or "haal de regel weg"
            yield file.error(place, f"het menu noemt docs/{naam}, dat er niet is", hint)
    for naam in sorted(set(told) - set(named)):
        if not any(PurePosixPath(f"/{naam}").match(pattern) for pattern in outside):
            yield Error(
                f"docs/{naam}",
                1,
                1,
                "",
                "staat niet in het menu",
                "noem de pagina in mkdocs.yml, onder nav",
            )


def _menu(part: object, pad: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    if isinstance(part, str):
        yield part, pad
    elif isinstance(part, list):
        for nummer, kind in enumerate(part):
            yield from _menu(kind, (*pad, nummer))
    elif isinstance(part, dict):
        for naam, kind in part.items():
            yield from _menu(kind, (*pad, naam))
