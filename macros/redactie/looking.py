"""Looking whether all holds while an editor answers the first questions.

Who asks much need not let her wait for that. What is found here is remembered, so that the check at
the end, of the whole with what she added, has little to do again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from macros.check.bronnen import elke_bron_gebruikt
from macros.corpus.memory import Memory
from macros.load.error import Error
from macros.site.inspection import inspect


class WrongDataError(Exception):
    """What was there before has mistakes: they come first."""

    def __init__(self, errors: list[Error]) -> None:
        super().__init__()
        self.errors = errors


class Looking:
    """Looks at a whole project beside the talk; the talk stops at the first question after that."""

    def __init__(self, root: Path, memory: Memory) -> None:
        self._root, self._memory = root, memory
        self._errors: list[Error] = []
        # Who stops halfway need not wait for this: nothing is written here.
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        # A corpus of its own, from the same readings: nothing is shared that can change.
        try:
            corpus, errors = inspect(self._root, self._memory)
        except OSError:
            # Somebody moves files meanwhile. The check at the end reads them all again, and says.
            return
        # A source may wait for its first use: that may be what is asked now.
        waiting = set() if corpus is None else {*elke_bron_gebruikt(corpus)}
        self._errors = [one for one in errors if one not in waiting]

    def before(self, parse: Callable[[str], str]) -> Callable[[str], str]:
        """Return how to ask, unless something was found that has to be mended first."""

        def asked(vraag: str) -> str:
            if not self._thread.is_alive() and self._errors:
                raise WrongDataError(self._errors)
            return parse(vraag)

        return asked

    def wait(self) -> None:
        """Wait until all was looked at: only then may the memory be of use to another."""
        self._thread.join()
