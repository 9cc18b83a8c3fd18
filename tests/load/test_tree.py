"""The loader: strict YAML in, a tree with positions out, and never a traceback."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.load.error import Error, Position
from macros.load.tree import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_REGELS,
    MAX_WAARDEN,
    YamlFile,
    read_file,
    read_yaml,
)
from tests.factory import naar_yaml

LOOSE_ACCENT = unicodedata.normalize("NFD", "é")


def parse(tekst: str) -> YamlFile:
    file, errors = read_yaml(tekst, "x.yml")
    assert errors == []
    assert file is not None
    return file


def refuse(tekst: str) -> Error:
    file, errors = read_yaml(tekst, "x.yml")
    assert file is None
    assert len(errors) == 1, errors
    return errors[0]


# --- what values mean -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "woord",
    [
        *("yes", "no", "on", "off", "ja", "nee", "Yes", "NO", "True", "FALSE", "Null", "y", "n"),
        *("2026-11-21", "2026-11", "2026-11-21T10:00:00Z", "12:30", "1_000"),
        *("010", "0o10", "0x1F", "007", "+1", "1e3", ".5", "5.", ".inf", ".nan", "-"),
        *("=", "<<x", "0363", "1.2.3", "34477-84", "2020/2021~", "9" * 16, "9" * 5000),
    ],
)
def test_a_word_stays_text(woord: str) -> None:
    tekst = f"veld: {woord}" if woord != "-" else "veld: '-'"
    assert parse(tekst).waarde == {"veld": woord}


@pytest.mark.parametrize(
    ("bare", "waarde"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-12", -12),
        ("2024", 2024),
        ("9" * 15, int("9" * 15)),
        ("0.5", 0.5),
        ("-3.25", -3.25),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_bare_value_has_a_type(bare: str, waarde: object) -> None:
    read = parse(f"veld: {bare}").waarde
    assert read == {"veld": waarde}
    assert isinstance(read, dict)
    assert type(read["veld"]) is type(waarde)


@pytest.mark.parametrize("quotation", ["'{}'", '"{}"'])
@pytest.mark.parametrize("woord", ["true", "12", "0.5", "null", "~", ""])
def test_quotation_marks_make_text(woord: str, quotation: str) -> None:
    assert parse(f"veld: {quotation.format(woord)}").waarde == {"veld": woord}


def test_keys_are_always_text() -> None:
    assert parse("1: a\ntrue: b\nnull: c").waarde == {"1": "a", "true": "b", "null": "c"}


def test_a_folded_text_and_a_block_text() -> None:
    read = parse("a: >-\n  een\n  twee\nb: |-\n  12\n  34\n")
    assert read.waarde == {"a": "een twee", "b": "12\n34"}


def test_windows_line_ends_and_a_bom_do_not_matter() -> None:
    file = parse("\ufeffa: 1\r\nb:\r\n  c: 2\r\n")
    assert file.waarde == {"a": 1, "b": {"c": 2}}
    assert file.position(("b", "c")) == Position(3, 6)


# --- where values stand -----------------------------------------------------------------------

NESTED = """\
titel: Een titel
wetten:
  - wet: wet:a
  - wet: wet:b
    artikelen: [{artikel: "18"}, {artikel: 8a, lid: "2"}]
"""


@pytest.mark.parametrize(
    ("pad", "regel", "column"),
    [
        (("titel",), 1, 8),
        (("wetten",), 3, 3),
        (("wetten", 0), 3, 5),
        (("wetten", 1, "wet"), 4, 10),
        (("wetten", 1, "artikelen", 1), 5, 34),
        (("wetten", 1, "artikelen", 1, "lid"), 5, 53),
    ],
)
def test_every_value_knows_its_place(pad: tuple[str | int, ...], regel: int, column: int) -> None:
    assert parse(NESTED).position(pad) == Position(regel, column)


def test_what_is_missing_is_reported_at_the_block_around_it() -> None:
    file = parse(NESTED)
    assert file.position(("wetten", 1, "rol")) == file.position(("wetten", 1))
    assert file.position(("samenvatting",)) == Position(1, 1)


def test_a_message_names_file_place_and_field() -> None:
    error = parse(NESTED).error(("wetten", 1, "wet"), "is onbekend", "kies een andere")
    assert error == Error("x.yml", 4, 10, "wetten[2].wet", "is onbekend", "kies een andere")


def test_every_empty_value_is_found() -> None:
    file = parse("a:\nb: ''\nc: []\nd: {}\ne: [1, ~, {f: ''}]\ng: 0\nh: false\n")
    found = set(file.empty_waarden())
    assert found == {("a",), ("b",), ("c",), ("d",), ("e", 1), ("e", 2, "f")}


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "plaats", "wat", "remedy"),
    [
        ("a:\n\tb: 1\n", (2, 1), "bevat een tab", "spaties"),
        ("a: 1\nb: twee\tdrie\n", (2, 8), "bevat een tab", "spaties"),
        (f"a: 1\nb: caf{LOOSE_ACCENT}\n", (2, 1), "los accentteken", "typ de letter"),
        ("a: &x 1\n", (1, 4), "anker", "voluit"),
        ("a: *x\n", (1, 4), "anker", "voluit"),
        ("a: !!str 1\n", (1, 4), "YAML-tag", "haal de tag weg"),
        ("a: !!python/object/apply:os.system [ls]\n", (1, 4), "YAML-tag", "haal de tag weg"),
        ("a: 1\n---\nb: 2\n", (2, 1), "meer dan één document", "één record"),
        ("", (1, 1), "bestand is leeg", "vul het record in"),
        ("# alleen dit\n", (1, 1), "bestand is leeg", "vul het record in"),
        ("[a, b]: 1\n", (1, 1), "als veldnaam", "schrijf een woord"),
        ("? {a: 1}\n: 2\n", (1, 3), "als veldnaam", "schrijf een woord"),
        ("a: 1\nb: x\x07y\n", (2, 5), "onzichtbaar teken (U+0007)", "haal het weg"),
        ("a: \ud800\n", (1, 4), "onzichtbaar teken (U+D800)", "haal het weg"),
        ("a: b: c\n", (1, 5), "een dubbele punt te veel", "aanhalingstekens"),
        ("a: 'open\nb: 1\n", (1, 4), "niet gesloten", "sluit de tekst"),
        ('a: "open\nb: "dicht"\nc: 1\n', (1, 4), "niet gesloten", "sluit de tekst"),
        ("a: 'twee\n  regels'\nb: 's avonds\nc: 1\n", (3, 4), "niet gesloten", "sluit de tekst"),
        ("a: Dit is 's avonds\nb: c: d\n", (2, 5), "een dubbele punt te veel", "aanhalingstekens"),
        ("a: [x, y\n", (1, 4), "mist een komma of ]", "aanhalingstekens"),
        ("a: 1\n<<<<<<< HEAD\n", (2, 1), "conflict van git", "kies één van beide"),
        ("a: hard\u00a0\n", (1, 8), "bijzondere spatie (U+00A0)", "gewone spatie"),
        ("a: zacht\u00adteken\n", (1, 9), "onzichtbaar teken (U+00AD)", "haal het weg"),
        ("a: b\nc: caf\ufffd\n", (2, 7), "ging een letter verloren", "opnieuw"),
        ("a: 1\n" * (MAX_REGELS + 1), (MAX_REGELS + 1, 1), "20.000 regels", "splits"),
        ("a: [" + "1, " * MAX_WAARDEN + "1]", (1, 3 * MAX_WAARDEN + 2), "20.000 velden", "splits"),
        ("a: [1, 2\nb: 3\n", (1, 4), "mist een komma of ]", "aanhalingstekens"),
        ("a: @b\n", (1, 4), "een teken van YAML zelf", "aanhalingstekens"),
        ("a:\n  - 1\n b: 2\n", (3, 2), "inspringing", "aanhalingstekens"),
        ("- a\nb: 1\n", (2, 1), "streepje", "inspringing"),
        ("a:\n  b:'x'\n  c: 1\n", (2, 5), "ontbreekt een spatie", "achter de dubbele punt"),
        ("a:\n  - b:- x\n    c: 1\n", (2, 7), "ontbreekt een spatie", "achter de dubbele punt"),
        ("a:\n  los\n  b: 1\n", (2, 3), "zonder veldnaam", "de naam van het veld"),
        ("a:\n    c: 1\n  - b: 2\n", (2, 5), "begint niet met een streepje", "een streepje"),
        ("a:\n  - b: een #twee\n      drie\n", (2, 12), "wat na # staat", "aanhalingstekens"),
        ("%WAT\n---\na: 1\n", (1, 1), "is geen geldige YAML", "inspringing"),
    ],
)
def test_what_is_not_strict_yaml_is_refused(
    tekst: str, plaats: tuple[int, int], wat: str, remedy: str
) -> None:
    error = refuse(tekst)
    assert wat in error.wat
    assert remedy in error.remedy
    assert error.regel == plaats[0]
    if not tekst.startswith("%"):
        assert error.column == plaats[1]


def test_every_duplicate_key_is_reported() -> None:
    tekst = "titel: een\nblok:\n  a: 1\n  b: 2\n  a: 3\ntitel: twee\ntitel: drie\n"
    _, errors = read_yaml(tekst, "x.yml")
    assert [(error.regel, error.column, error.veld) for error in errors] == [
        (5, 3, "blok.a"),
        (6, 1, "titel"),
        (7, 1, "titel"),
    ]
    assert {error.wat for error in errors} == {"staat twee keer in hetzelfde blok"}
    assert {error.remedy for error in errors} == {"laat er één staan"}


def test_equal_keys_in_different_blocks_are_allowed() -> None:
    parse("a: {b: 1}\nc: {b: 1}\nd: [{b: 1}, {b: 1}]\n")


def test_all_wrong_characters_at_once() -> None:
    _, errors = read_yaml(f"a:\t1\nb: caf{LOOSE_ACCENT}\nc: \x00\nd:\t2\n", "x.yml")
    assert [(error.regel, error.column) for error in errors] == [(1, 3), (2, 1), (3, 4), (4, 3)]


def test_a_line_counts_as_an_editor_counts() -> None:
    """NEL, LS and PS end a line in YAML 1.1, but not in an editor; they are refused."""
    _, errors = read_yaml("a: x\x85b: y\u2028c: z\r\nd:\te\n", "x.yml")
    assert [(error.regel, error.wat[:9]) for error in errors] == [
        (1, "bevat een"),
        (2, "bevat een"),
    ]


@pytest.mark.parametrize("tekst", ["a: Beslag #1 voet\n", "a:\n  - b\n  - c  # uitleg\n"])
def test_a_comment_after_unquoted_text_does_not_cut_it_off_silently(tekst: str) -> None:
    _, (error,) = read_yaml(tekst, "x.yml")
    assert "wat na # staat" in error.wat
    assert "aanhalingstekens" in error.remedy
    regel = tekst.splitlines()[error.regel - 1]
    assert regel[error.column - 1] == "#"


OPMERKING = """\
# eerst
a: "b # geen"  # wel
c: [d, e] # wel
f: {g: h}  # wel
i: 12 # wel
j: k#geen
l: >-
  m # geen
  # geen
n: 'o
  # geen'
"""


def test_comments_are_what_stands_outside_every_text() -> None:
    file = parse(OPMERKING)
    assert [(plaats.regel, tekst) for plaats, tekst in file.opmerkingen] == [
        (1, "# eerst"),
        *((regel, "# wel") for regel in (2, 3, 4, 5)),
    ]


def test_a_number_is_remembered_as_it_was_typed() -> None:
    file = parse("a: 2.10\nb: 2.1\nc: [1.50]\n")
    assert file.typed == {("a",): "2.10", ("c", 0): "1.50"}


@pytest.mark.parametrize("character", ["[", "{a: ", "- ", "[{a: "])
def test_a_hundred_thousand_brackets_take_no_time(character: str) -> None:
    begin = time.process_time()
    error = refuse(character * 100_000)
    assert time.process_time() - begin < 2
    assert error.wat == "is te diep genest"
    assert error.remedy == "controleer de inspringing"


def test_as_deep_as_allowed() -> None:
    parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert refuse("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).wat == "is te diep genest"


def test_an_alias_bomb_does_not_go_off() -> None:
    regels = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    regels += [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert "anker" in refuse("\n".join(regels)).wat


# --- files ------------------------------------------------------------------------------------


def _file(root: Path, raw: bytes) -> Path:
    pad = root / "data" / "x.yml"
    pad.parent.mkdir()
    pad.write_bytes(raw)
    return pad


def test_a_file_is_named_by_its_path_from_the_root(tmp_path: Path) -> None:
    file, errors = read_file(_file(tmp_path, "a: é\n".encode()), tmp_path)
    assert errors == []
    assert file is not None
    assert (file.naam, file.waarde) == ("data/x.yml", {"a": "é"})


def test_a_file_of_ten_megabytes(tmp_path: Path) -> None:
    pad = _file(tmp_path, b"a: " + b"x" * 10_000_000)
    file, (error,) = read_file(pad, tmp_path)
    assert file is None
    assert error.wat == "bestand is te groot (10.000.003 bytes; hoogstens 1.000.000)"
    assert (error.file, error.regel, error.column) == ("data/x.yml", 1, 1)
    assert error.remedy


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    pad = _file(tmp_path, b"a: " + b"x" * (MAX_BYTES - 3))
    assert read_file(pad, tmp_path)[1] == []


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    pad = _file(tmp_path, b"a: 1\nb: caf\xe9\n")
    file, (error,) = read_file(pad, tmp_path)
    assert file is None
    assert (error.regel, error.wat) == (2, "bevat een teken dat geen UTF-8 is")
    assert error.remedy == "sla het bestand op als UTF-8"


# --- whatever anyone types --------------------------------------------------------------------

YAML_PIECES = st.sampled_from(
    [
        *"abc:-?[]{},#&*!|>'\"%@`~ \n\t\r",
        "\n  ",
        "\n- ",
        ": ",
        "a: ",
        "---",
        "...",
        "é",
        "\u2028",
        "<<",
        "12",
    ]
)


@given(st.one_of(st.text(), st.lists(YAML_PIECES, max_size=60).map("".join)))
def test_any_typed_text_gives_a_tree_or_messages(tekst: str) -> None:
    """Arbitrary text gives a tree or messages; all messages have a place and a remedy."""
    file, errors = read_yaml(tekst, "x.yml")
    assert file is not None or errors
    for error in errors:
        assert error.regel >= 1
        assert error.column >= 1
        assert error.wat
        assert error.remedy


@given(st.binary())
def test_any_bytes_in_a_file_give_a_tree_or_messages(raw: bytes) -> None:
    with TemporaryDirectory() as root:
        file, errors = read_file(_file(Path(root), raw), Path(root))
    assert file is not None or errors


WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text("abc é:-#'\"", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abcé", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), WAARDEN, min_size=1, max_size=4))
def test_what_was_written_comes_back_the_same(waarde: dict[str, object]) -> None:
    """Any tree within the limits comes back as it was, with a place for every value."""
    file = parse(naar_yaml(waarde))
    assert file.waarde == waarde
    to_do: list[tuple[tuple[str | int, ...], object]] = [((), waarde)]
    while to_do:
        pad, part = to_do.pop()
        if pad:
            assert pad in file.positions
        if isinstance(part, dict):
            to_do += [((*pad, sleutel), inner) for sleutel, inner in part.items()]
        elif isinstance(part, list):
            to_do += [((*pad, nummer), inner) for nummer, inner in enumerate(part)]


@pytest.mark.parametrize(
    ("tekst", "regel", "wat"),
    [
        ("id: x\nbronnen: [“N24”, K84]\n", 2, "“N24” staat tussen gekrulde aanhalingstekens"),
        ("id: „begrip:x”\n", 1, "staat tussen gekrulde aanhalingstekens"),
        ("lijst:\n  – een\n  – twee\n", 2, "begint met „–”"),
        ("lijst:\n  • een\n", 2, "begint met „•”"),
    ],
)
def test_what_a_text_editor_made_of_a_sign_is_called_by_its_name(
    tekst: str, regel: int, wat: str
) -> None:
    _, errors = read_yaml(tekst, "x.yml")
    assert (regel, True) in {(error.regel, wat in error.wat) for error in errors}, errors
    assert any("kennisbank herstel" in error.remedy for error in errors)


@pytest.mark.parametrize(
    "tekst",
    [
        "zin: Zij noemt dit „maatwerk” en ‘doorbraak’.\n",
        'woord: "„maatwerk” is een woord"\n',
        "zin: Een zin\n  – met een streep – over twee regels.\n",
    ],
)
def test_quotes_and_dashes_in_a_sentence_are_fine(tekst: str) -> None:
    _, errors = read_yaml(tekst, "x.yml")
    assert errors == []
