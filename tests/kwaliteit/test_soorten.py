"""One page per type stands for all: nothing is built of what no chosen page holds."""

from __future__ import annotations

from pathlib import Path

from tests.kwaliteit.setup import Website, per_soort


def _site(folder: Path, pages: dict[str, str], told: tuple[str, ...]) -> dict[str, str]:
    for pad, html in pages.items():
        file = folder / "site" / pad / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<main>{html}</main>", encoding="utf-8")
    for naam in told:
        file = folder / "docs" / naam
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return per_soort(Website(folder / "site"), folder / "docs")


def test_pages_of_one_template_are_one_type(tmp_path: Path) -> None:
    pages = {f"wetten/{naam}/": "<p>x</p>" for naam in "abc"}
    assert _site(tmp_path, pages, ()) == {"wetten/*": "wetten/a/"}


def test_a_told_page_is_a_type_if_it_holds_something_of_its_own(tmp_path: Path) -> None:
    pages = {
        "wetten/a/": "<p>x</p>",
        "gewoon/": "<p>y</p>",
        "lijst/": "<ul class=kb-kaarten><li>z</li></ul>",
        "tabel/": "<p>y</p><table><tr><td><code>z</code></td></tr></table>",
    }
    soorten = _site(tmp_path, pages, ("gewoon.md", "lijst.md", "tabel/index.md"))
    assert list(soorten) == ["lijst/", "tabel/", "wetten/*"]


def test_a_page_with_a_script_of_its_own_is_always_a_type(tmp_path: Path) -> None:
    tool = '<p>y</p><script src="../assets/js/keuzehulp.js"></script>'
    plain = '<p>y</p><script src="../assets/js/pagina.js"></script>'
    pages = {"wetten/a/": "<p>x</p><script></script>", "keuze/": tool, "menu/": plain}
    assert list(_site(tmp_path, pages, ("keuze.md", "menu.md"))) == ["keuze/", "wetten/*"]
