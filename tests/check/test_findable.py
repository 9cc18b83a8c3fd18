from __future__ import annotations

from pathlib import Path

from macros.check.findable import LEAST, LEAST_OF_A_TOOL, hard_to_find
from macros.check.written import read_written_pages


def _pagina(aantal: int, *, tool: bool = False) -> str:
    scripts = "scripts: [assets/js/iets.js]\n" if tool else ""
    words = ", ".join(f"woord {nummer}" for nummer in range(aantal))
    return f"---\ntitle: Iets\n{scripts}zoektermen: [{words}]\n---\n\n# Iets\n"


def test_a_page_without_enough_words_of_readers_bites() -> None:
    (error,) = hard_to_find({"iets.md": _pagina(LEAST - 1)})
    assert str(error).startswith(f"docs/iets.md:3:1  zoektermen — heeft {LEAST - 1} zoektermen")


def test_a_page_without_any_words_bites_on_its_first_line() -> None:
    (error,) = hard_to_find({"iets.md": "---\ntitle: Iets\n---\n\n# Iets\n"})
    assert (error.regel, error.wat) == (1, f"heeft 0 zoektermen; {LEAST} is het minimum")


def test_a_tool_needs_more_of_them() -> None:
    (error,) = hard_to_find({"iets.md": _pagina(LEAST_OF_A_TOOL - 1, tool=True)})
    assert str(LEAST_OF_A_TOOL) in error.wat


def test_enough_words_and_decisions_do_not_bite() -> None:
    pages = {
        "iets.md": _pagina(LEAST),
        "hulp.md": _pagina(LEAST_OF_A_TOOL, tool=True),
        "over/besluiten/001-iets.md": _pagina(0),
        "kaal.md": "# Zonder kop\n",
    }
    assert hard_to_find(pages) == []


def test_all_written_pages_have_enough(root: Path) -> None:
    assert hard_to_find(read_written_pages(root)) == []
