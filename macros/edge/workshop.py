"""A build that stays at work: it remembers what it made, and makes again what a change touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from click import ClickException

from macros.corpus.corpus import Corpus
from macros.corpus.memory import Memory
from macros.edge.blame import place_of
from macros.edge.surroundings import AROUND, surroundings
from macros.edge.unchanged import code, fingerprint
from macros.exports.file import Output
from macros.load.cache import Cache
from macros.load.error import Error
from macros.pages.rendering import environment, keep_compiled
from macros.site.build import whole_site
from macros.site.inspection import inspect
from macros.site.register import DuplicatePathError
from macros.site.shell import ShellError
from macros.site.take_along import TakeAlongError
from macros.site.told import Surroundings

TEMPLATES = "macros/pages/templates"

Made = Mapping[str, bytes]
Show = Callable[[Made, bool], None]
"""Takes files by their path; the second says whether these are all there are."""


class Workshop:
    """One project, built as often as it changes."""

    def __init__(self, root: Path, cache: Cache | None = None) -> None:
        self.root = root
        self.memory = Memory(cache)
        self._templates = ""

    def build(self, show: Show) -> Sequence[Error]:
        """Hand over the pages as soon as they are made, then all files; or return what is wrong."""
        try:
            self._forget_if_templates_changed()
            corpus, errors = inspect(self.root, self.memory)
            if corpus is None or errors:
                return sorted(set(errors))
            docs, around = self.root / "docs", self._around(corpus)
            pages, rest = whole_site(corpus, docs, around, self.memory, keep=True)
            made = _by_path(pages)
            show(made, False)  # noqa: FBT003 - what it stands for is said at Show
            show(made | _by_path(rest), True)  # noqa: FBT003 - idem
        except (ClickException, ShellError, DuplicatePathError, TakeAlongError) as error:
            return [_from_text(error.message if isinstance(error, ClickException) else str(error))]
        except Exception as error:  # noqa: BLE001 - a mistake in a template may be of any kind, and is shown
            return [from_exception(error, self.root)]
        self.memory.forget()
        if self.memory.cache.mark == code():
            self.memory.cache.save()
        return []

    def _around(self, corpus: Corpus) -> Surroundings:
        mark = fingerprint(self.root, AROUND)
        return self.memory.keep("around", mark, lambda: surroundings(self.root, corpus))

    def _forget_if_templates_changed(self) -> None:
        """Begin anew with other templates: which page was made with which is not known."""
        mark = fingerprint(self.root, (TEMPLATES,))
        if mark != self._templates:
            environment.cache_clear()
            keep_compiled(self.memory.cache)
            self.memory, before = Memory(), self.memory
            self.memory.readings = before.readings
            self._templates = mark


def _by_path(files: Iterable[Output]) -> dict[str, bytes]:
    return {file.pad: file.inhoud for file in files}


def _from_text(tekst: str) -> Error:
    """Return what MkDocs or the shell says as a message; its first line says what is wrong."""
    wat, _, remedy = tekst.strip().partition("\n")
    return Error("mkdocs.yml", 1, 1, "", wat, " ".join(remedy.split()) or "zie de melding")


def from_exception(error: BaseException, root: Path) -> Error:
    """Return a message at the place where an exception arose."""
    remedy = "herstel deze regel; meer staat in het venster waarin make serve draait"
    wat = f"{type(error).__name__}: {error}"
    file, regel = place_of(error, root)
    return Error(file, regel, 1, "", wat, remedy)
