"""One page per type stands for all: nothing is built of what no chosen page holds."""

from __future__ import annotations

from pathlib import Path

from tests.kwaliteit.opstelling import Website, per_soort


def _site(map_: Path, paginas: dict[str, str], verteld: tuple[str, ...]) -> dict[str, str]:
    for pad, html in paginas.items():
        bestand = map_ / "site" / pad / "index.html"
        bestand.parent.mkdir(parents=True, exist_ok=True)
        bestand.write_text(f"<main>{html}</main>", encoding="utf-8")
    for naam in verteld:
        bestand = map_ / "docs" / naam
        bestand.parent.mkdir(parents=True, exist_ok=True)
        bestand.touch()
    return per_soort(Website(map_ / "site"), map_ / "docs")


def test_pages_of_one_template_are_one_type(tmp_path: Path) -> None:
    paginas = {f"wetten/{naam}/": "<p>x</p>" for naam in "abc"}
    assert _site(tmp_path, paginas, ()) == {"wetten/*": "wetten/a/"}


def test_a_told_page_is_a_type_if_it_holds_something_of_its_own(tmp_path: Path) -> None:
    paginas = {
        "wetten/a/": "<p>x</p>",
        "gewoon/": "<p>y</p>",
        "lijst/": "<ul class=kb-kaarten><li>z</li></ul>",
        "tabel/": "<p>y</p><table><tr><td><code>z</code></td></tr></table>",
    }
    soorten = _site(tmp_path, paginas, ("gewoon.md", "lijst.md", "tabel/index.md"))
    assert list(soorten) == ["lijst/", "tabel/", "wetten/*"]


def test_a_page_with_a_script_of_its_own_is_always_a_type(tmp_path: Path) -> None:
    hulpmiddel = '<p>y</p><script src="../assets/js/keuzehulp.js"></script>'
    gewoon = '<p>y</p><script src="../assets/js/pagina.js"></script>'
    paginas = {"wetten/a/": "<p>x</p><script></script>", "keuze/": hulpmiddel, "menu/": gewoon}
    assert list(_site(tmp_path, paginas, ("keuze.md", "menu.md"))) == ["keuze/", "wetten/*"]
