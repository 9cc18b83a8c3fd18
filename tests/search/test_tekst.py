from __future__ import annotations

import pytest

from macros.search.tekst import parts


def _parts(html: str) -> list[tuple[str, str, str]]:
    return [(part.anker, part.titel, part.tekst) for part in parts(html)]


def test_a_page_is_cut_at_its_headings() -> None:
    html = '<h1>Titel</h1><p>Inleiding.</p><h2 id="a">Een</h2><p>Aap.</p><h3 id="b">Twee</h3>Noot'
    assert _parts(html) == [("", "", "Inleiding."), ("a", "Een", "Aap."), ("b", "Twee", "Noot")]


def test_a_page_without_headings_is_one_part() -> None:
    assert _parts("<p>Alleen  dit.\n</p>") == [("", "", "Alleen dit.")]
    assert _parts("") == [("", "", "")]


def test_a_heading_without_anchor_joins_the_part_above() -> None:
    assert _parts('<h2 id="a">Een</h2>Aap<h3>Los</h3>Noot') == [
        ("", "", ""),
        ("a", "Een", "Aap Los Noot"),
    ]


@pytest.mark.parametrize("tag", ["script", "style", "svg", "nav", "h1"])
def test_what_is_no_running_text_is_left_out(tag: str) -> None:
    html = f"<p>Voor.</p><{tag}><b>weg<br></b> weg</{tag}><p>Na.</p>"
    assert _parts(html) == [("", "", "Voor. Na.")]


def test_a_heading_inside_a_menu_starts_no_part() -> None:
    html = (
        '<nav><h2 id="op-deze-pagina">Op deze pagina</h2><ul><li>weg</li></ul></nav><p>Tekst.</p>'
    )
    assert _parts(html) == [("", "", "Tekst.")]


def test_characters_are_read_not_their_codes() -> None:
    assert _parts("<p>Caf&eacute; &amp; meer &#8211; kort</p>") == [("", "", "Café & meer – kort")]


def test_words_in_a_heading_stay_apart() -> None:
    html = '<h2 id="a">Wat is <em>PMM</em> nu?</h2>'
    assert _parts(html)[1][1] == "Wat is PMM nu?"


def test_words_of_neighbouring_blocks_stay_apart() -> None:
    assert _parts("<ul><li>een</li><li>twee</li></ul>") == [("", "", "een twee")]


def test_what_other_pages_say_is_left_out_on_request() -> None:
    html = "<p>Voor.</p><div data-niet-zoeken><h2 id=a>Kop</h2><div>weg<br></div></div><p>Na.</p>"
    assert _parts(html) == [("", "", "Voor. Na.")]
    assert _parts("<div data-zoeken>Blijft.</div>") == [("", "", "Blijft.")]
