"""A page to take along is read with its proof as notes, whichever way the page shows that proof."""

from __future__ import annotations

from macros.blad.document import Block, Heading, Listed, Paragraph, Piece
from macros.pages.reading import blocks_of, chosen, tree_of

SITE = "https://site.nl/"
SOURCE = Piece("Nota. Ministerie, 2024. Geheel gelezen. ")
LINK = Piece("https://elders.nl/", href="https://elders.nl/")
OLD = "Zeker, stand 2024, ouder dan 2 jaar"
SOURCES = (
    '<h2>Bronnen</h2><ol class="kb-bronnen"><li id="bron-1"><a href="bronnen/n1/">Nota</a>.'
    ' Ministerie, 2024. Geheel gelezen. <a href="https://elders.nl/" rel="noreferrer">Open de bron'
    '</a> <a href="#x">Terug</a></li><li id="bron-2"><a href="bronnen/n2/">Brief</a>. Kamer, 2025.'
    "  Geen link. Kast 2.</li></ol>"
)


def _proof(label: str = "primair", more: str = "") -> str:
    return (
        f'<span class="kb-bewijs"><span class="kb-zekerheid kb-{label}">Zeker</span>, '
        f'<span class="kb-stand">stand 2024</span>{more} <a class="kb-noot" href="#bron-1">[1]</a>'
        "</span>"
    )


def _folded(label: str = "", inside: str = "") -> str:
    return (
        f'<details class="kb-bewijs"><summary>[1] 2024 <b class="{label}">Zeker</b></summary><div>'
        f'stand 2024.{inside}<a href="#bron-1">[1] Nota</a><button>Kopieer</button></div></details>'
    )


def _blocks(html: str) -> list[Block]:
    found = blocks_of(
        tree_of(f"{html}\n{SOURCES}"), lambda href: href if ":" in href else f"{SITE}{href}"
    )
    assert found.pop() == Heading(2, (Piece("Bronnen"),))
    return found


def _note(said: str, *more: Piece) -> Piece:
    return Piece(note=(Piece(f"{said} {SOURCE.text}"), LINK, *more))


def test_headings_lists_and_running_text() -> None:
    assert _blocks(
        "los <h2>Kop &amp;\n meer</h2><p>Een <strong>vet</strong>\n woord, <a href='x/'>link</a>, "
        "<a href='#y'>hier</a>.</p><ul><li>a <ul><li>b</li></ul></li></ul><section><ol><li>c</li>"
        "</ol></section><nav>weg</nav><p class='kb-knoppen'>weg</p><p role='status'>weg</p>"
    ) == [
        Paragraph((Piece("los"),)),
        Heading(2, (Piece("Kop & meer"),)),
        Paragraph(
            (
                Piece("Een "),
                Piece("vet", bold=True),
                Piece(" woord, "),
                Piece("link", href="https://site.nl/x/"),
                Piece(", hier."),
            )
        ),
        Listed(((Piece("a b"),),)),
        Listed(((Piece("c"),),), ordered=True),
    ]


def test_proof_becomes_a_note_in_both_forms() -> None:
    note = _note("Zeker, stand 2024.")
    wanted = [Paragraph((Piece("Zo is het."), note, Piece(" En dat.")))]
    assert _blocks(f"<p>Zo is het. {_proof()} En dat.</p>") == wanted
    assert _blocks(f"<div class='kb-alinea'>Zo is het. {_folded()} En dat.</div>") == wanted


def test_age_place_and_remark_stand_in_the_note() -> None:
    old = ' <span class="kb-oud">ouder dan 2 jaar</span>, op bladzijde 3'
    remark = '\n<span class="kb-opmerking"><strong>Let op:</strong> Geschat.</span>'
    assert _blocks(f"<p>A. {_proof(more=old)}{remark}</p>") == [
        Paragraph(
            (
                Piece("A."),
                _note(f"{OLD}, op bladzijde 3. Let op: Geschat."),
            )
        )
    ]
    mark = '<span class="kb-oud">ouder dan 2 jaar</span>'
    folded = _folded(inside="<p><strong>Let op:</strong> Geschat.</p>")
    assert _blocks(f"<p>A. {mark} {folded}</p>") == [
        Paragraph((Piece("A."), _note(f"{OLD}. Let op: Geschat.")))
    ]


def test_what_sources_contradict_is_said_in_the_sentence() -> None:
    remark = '\n<span class="kb-opmerking"><strong>Let op:</strong> Anders.</span>'
    for proof in (_proof("tegenstrijdig"), _folded("kb-tegenstrijdig")):
        assert _blocks(f"<p>A. {proof}{remark}</p>") == [
            Paragraph(
                (
                    Piece("A. "),
                    Piece("Zeker.", bold=True),
                    Piece(" Let op: Anders."),
                    _note("Zeker, stand 2024."),
                )
            )
        ]


def test_a_source_without_a_link_is_read_with_us() -> None:
    (block,) = _blocks('<p>A. <a class="kb-noot" href="#bron-2">[2]</a></p>')
    url = "https://site.nl/bronnen/n2/"
    brief = Piece("Brief. Kamer, 2025. Geen link. Kast 2. ")
    assert block == Paragraph((Piece("A."), Piece(note=(brief, Piece(url, href=url)))))


def test_a_term_is_taken_without_its_explanation() -> None:
    term = '<details class="kb-term"><summary>PMM</summary><span>Wat dat is.</span></details>'
    assert _blocks(f"<div class='kb-alinea'>Bij {term} dus.</div>") == [
        Paragraph((Piece("Bij PMM dus."),))
    ]


def test_only_the_chosen_parts_go_along_without_the_mark_of_an_example() -> None:
    html = (
        "<h2>Uitleg</h2><p>x</p><h2>Voorbeeld: a</h2><h3>b</h3><p>Voorbeeldtekst:</p><ul><li>c</li>"
        "</ul><p>Voorbeeldtekst: <strong>d</strong> e</p><p>Voorbeeldtekst: tekst.</p><h2>Uit</h2>"
        "<p>y</p>"
    )
    assert [*chosen(_blocks(html), "Voorbeeld: ")] == [
        Heading(2, (Piece("Voorbeeld: a"),)),
        Heading(3, (Piece("b"),)),
        Listed(((Piece("c"),),)),
        Paragraph((Piece("d", bold=True), Piece(" e"))),
        Paragraph((Piece("Tekst."),)),
    ]
