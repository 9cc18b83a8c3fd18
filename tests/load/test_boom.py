"""The loader: strict YAML in, a tree with positions out, and never a traceback."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.load.boom import (
    MAX_BYTES,
    MAX_DIEPTE,
    MAX_REGELS,
    MAX_WAARDEN,
    Bestand,
    lees_bestand,
    lees_tekst,
)
from macros.load.fout import Fout, Positie
from tests.fabriek import naar_yaml

ACCENT_LOS = unicodedata.normalize("NFD", "é")


def lees(tekst: str) -> Bestand:
    bestand, fouten = lees_tekst(tekst, "x.yml")
    assert fouten == []
    assert bestand is not None
    return bestand


def weiger(tekst: str) -> Fout:
    bestand, fouten = lees_tekst(tekst, "x.yml")
    assert bestand is None
    assert len(fouten) == 1, fouten
    return fouten[0]


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
def test_een_woord_blijft_tekst(woord: str) -> None:
    tekst = f"veld: {woord}" if woord != "-" else "veld: '-'"
    assert lees(tekst).waarde == {"veld": woord}


@pytest.mark.parametrize(
    ("kaal", "waarde"),
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
def test_een_kale_waarde_heeft_een_soort(kaal: str, waarde: object) -> None:
    gelezen = lees(f"veld: {kaal}").waarde
    assert gelezen == {"veld": waarde}
    assert isinstance(gelezen, dict)
    assert type(gelezen["veld"]) is type(waarde)


@pytest.mark.parametrize("aanhaling", ["'{}'", '"{}"'])
@pytest.mark.parametrize("woord", ["true", "12", "0.5", "null", "~", ""])
def test_aanhalingstekens_maken_tekst(woord: str, aanhaling: str) -> None:
    assert lees(f"veld: {aanhaling.format(woord)}").waarde == {"veld": woord}


def test_sleutels_zijn_altijd_tekst() -> None:
    assert lees("1: a\ntrue: b\nnull: c").waarde == {"1": "a", "true": "b", "null": "c"}


def test_een_vouwtekst_en_een_bloktekst() -> None:
    gelezen = lees("a: >-\n  een\n  twee\nb: |-\n  12\n  34\n")
    assert gelezen.waarde == {"a": "een twee", "b": "12\n34"}


def test_windows_regeleinden_en_een_bom_doen_er_niet_toe() -> None:
    bestand = lees("\ufeffa: 1\r\nb:\r\n  c: 2\r\n")
    assert bestand.waarde == {"a": 1, "b": {"c": 2}}
    assert bestand.positie(("b", "c")) == Positie(3, 6)


# --- where values stand -----------------------------------------------------------------------

GENEST = """\
titel: Een titel
wetten:
  - wet: wet:a
  - wet: wet:b
    artikelen: [{artikel: "18"}, {artikel: 8a, lid: "2"}]
"""


@pytest.mark.parametrize(
    ("pad", "regel", "kolom"),
    [
        (("titel",), 1, 8),
        (("wetten",), 3, 3),
        (("wetten", 0), 3, 5),
        (("wetten", 1, "wet"), 4, 10),
        (("wetten", 1, "artikelen", 1), 5, 34),
        (("wetten", 1, "artikelen", 1, "lid"), 5, 53),
    ],
)
def test_elke_waarde_kent_haar_plaats(pad: tuple[str | int, ...], regel: int, kolom: int) -> None:
    assert lees(GENEST).positie(pad) == Positie(regel, kolom)


def test_wat_ontbreekt_staat_bij_het_blok_eromheen() -> None:
    bestand = lees(GENEST)
    assert bestand.positie(("wetten", 1, "rol")) == bestand.positie(("wetten", 1))
    assert bestand.positie(("samenvatting",)) == Positie(1, 1)


def test_een_melding_noemt_bestand_plaats_en_veld() -> None:
    fout = lees(GENEST).fout(("wetten", 1, "wet"), "is onbekend", "kies een andere")
    assert fout == Fout("x.yml", 4, 10, "wetten[2].wet", "is onbekend", "kies een andere")


def test_lege_waarden_worden_alle_gevonden() -> None:
    bestand = lees("a:\nb: ''\nc: []\nd: {}\ne: [1, ~, {f: ''}]\ng: 0\nh: false\n")
    gevonden = set(bestand.lege_waarden())
    assert gevonden == {("a",), ("b",), ("c",), ("d",), ("e", 1), ("e", 2, "f")}


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "plaats", "wat", "herstel"),
    [
        ("a:\n\tb: 1\n", (2, 1), "bevat een tab", "spaties"),
        ("a: 1\nb: twee\tdrie\n", (2, 8), "bevat een tab", "spaties"),
        (f"a: 1\nb: caf{ACCENT_LOS}\n", (2, 1), "los accentteken", "typ de letter"),
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
        ("%WAT\n---\na: 1\n", (1, 1), "is geen geldige YAML", "inspringing"),
    ],
)
def test_geweigerd(tekst: str, plaats: tuple[int, int], wat: str, herstel: str) -> None:
    fout = weiger(tekst)
    assert wat in fout.wat
    assert herstel in fout.herstel
    assert fout.regel == plaats[0]
    if not tekst.startswith("%"):
        assert fout.kolom == plaats[1]


def test_dubbele_sleutels_worden_alle_gemeld() -> None:
    tekst = "titel: een\nblok:\n  a: 1\n  b: 2\n  a: 3\ntitel: twee\ntitel: drie\n"
    _, fouten = lees_tekst(tekst, "x.yml")
    assert [(fout.regel, fout.kolom, fout.veld) for fout in fouten] == [
        (5, 3, "blok.a"),
        (6, 1, "titel"),
        (7, 1, "titel"),
    ]
    assert {fout.wat for fout in fouten} == {"staat twee keer in hetzelfde blok"}
    assert {fout.herstel for fout in fouten} == {"laat er één staan"}


def test_gelijke_sleutels_in_verschillende_blokken_mogen() -> None:
    lees("a: {b: 1}\nc: {b: 1}\nd: [{b: 1}, {b: 1}]\n")


def test_alle_verkeerde_tekens_tegelijk() -> None:
    _, fouten = lees_tekst(f"a:\t1\nb: caf{ACCENT_LOS}\nc: \x00\nd:\t2\n", "x.yml")
    assert [(fout.regel, fout.kolom) for fout in fouten] == [(1, 3), (2, 1), (3, 4), (4, 3)]


def test_een_regel_telt_zoals_een_redacteur_telt() -> None:
    """NEL, LS and PS end a line in YAML 1.1, but not in an editor; they are refused."""
    _, fouten = lees_tekst("a: x\x85b: y\u2028c: z\r\nd:\te\n", "x.yml")
    assert [(fout.regel, fout.wat[:9]) for fout in fouten] == [(1, "bevat een"), (2, "bevat een")]


@pytest.mark.parametrize("tekst", ["a: Beslag #1 voet\n", "a:\n  - b\n  - c  # uitleg\n"])
def test_een_opmerking_achter_een_kale_tekst_kapt_hem_niet_stil_af(tekst: str) -> None:
    _, (fout,) = lees_tekst(tekst, "x.yml")
    assert "wat na # staat" in fout.wat
    assert "aanhalingstekens" in fout.herstel
    regel = tekst.splitlines()[fout.regel - 1]
    assert regel[fout.kolom - 1] == "#"


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


def test_opmerkingen_zijn_wat_buiten_elke_tekst_staat() -> None:
    bestand = lees(OPMERKING)
    assert [(plaats.regel, tekst) for plaats, tekst in bestand.opmerkingen] == [
        (1, "# eerst"),
        *((regel, "# wel") for regel in (2, 3, 4, 5)),
    ]


def test_een_getal_blijft_bekend_zoals_het_getypt_is() -> None:
    bestand = lees("a: 2.10\nb: 2.1\nc: [1.50]\n")
    assert bestand.getypt == {("a",): "2.10", ("c", 0): "1.50"}


@pytest.mark.parametrize("teken", ["[", "{a: ", "- ", "[{a: "])
def test_honderdduizend_haakjes_kosten_geen_tijd(teken: str) -> None:
    begin = time.perf_counter()
    fout = weiger(teken * 100_000)
    assert time.perf_counter() - begin < 2
    assert fout.wat == "is te diep genest"
    assert fout.herstel == "controleer de inspringing"


def test_zo_diep_als_mag() -> None:
    lees("[" * MAX_DIEPTE + "]" * MAX_DIEPTE)
    assert weiger("[" * (MAX_DIEPTE + 1) + "]" * (MAX_DIEPTE + 1)).wat == "is te diep genest"


def test_een_aliasbom_gaat_niet_af() -> None:
    regels = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    regels += [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert "anker" in weiger("\n".join(regels)).wat


# --- files ------------------------------------------------------------------------------------


def _bestand(wortel: Path, rauw: bytes) -> Path:
    pad = wortel / "data" / "x.yml"
    pad.parent.mkdir()
    pad.write_bytes(rauw)
    return pad


def test_een_bestand_heet_naar_zijn_pad_vanaf_de_wortel(tmp_path: Path) -> None:
    bestand, fouten = lees_bestand(_bestand(tmp_path, "a: é\n".encode()), tmp_path)
    assert fouten == []
    assert bestand is not None
    assert (bestand.naam, bestand.waarde) == ("data/x.yml", {"a": "é"})


def test_een_bestand_van_tien_megabyte(tmp_path: Path) -> None:
    pad = _bestand(tmp_path, b"a: " + b"x" * 10_000_000)
    bestand, (fout,) = lees_bestand(pad, tmp_path)
    assert bestand is None
    assert fout.wat == "bestand is te groot (10.000.003 bytes; hoogstens 1.000.000)"
    assert (fout.bestand, fout.regel, fout.kolom) == ("data/x.yml", 1, 1)
    assert fout.herstel


def test_een_bestand_mag_net_zo_groot_zijn_als_de_grens(tmp_path: Path) -> None:
    pad = _bestand(tmp_path, b"a: " + b"x" * (MAX_BYTES - 3))
    assert lees_bestand(pad, tmp_path)[1] == []


def test_een_bestand_dat_geen_utf8_is(tmp_path: Path) -> None:
    pad = _bestand(tmp_path, b"a: 1\nb: caf\xe9\n")
    bestand, (fout,) = lees_bestand(pad, tmp_path)
    assert bestand is None
    assert (fout.regel, fout.wat) == (2, "bevat een teken dat geen UTF-8 is")
    assert fout.herstel == "sla het bestand op als UTF-8"


# --- whatever anyone types --------------------------------------------------------------------

YAML_STUKJES = st.sampled_from(
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


@given(st.one_of(st.text(), st.lists(YAML_STUKJES, max_size=60).map("".join)))
def test_wat_iemand_ook_typt(tekst: str) -> None:
    """Arbitrary text gives a tree or messages; all messages have a place and a remedy."""
    bestand, fouten = lees_tekst(tekst, "x.yml")
    assert bestand is not None or fouten
    for fout in fouten:
        assert fout.regel >= 1
        assert fout.kolom >= 1
        assert fout.wat
        assert fout.herstel


@given(st.binary())
def test_wat_er_ook_in_een_bestand_zit(rauw: bytes) -> None:
    with TemporaryDirectory() as wortel:
        bestand, fouten = lees_bestand(_bestand(Path(wortel), rauw), Path(wortel))
    assert bestand is not None or fouten


WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text("abc é:-#'\"", max_size=8),
    lambda binnen: (
        st.lists(binnen, max_size=3)
        | st.dictionaries(st.text("abcé", min_size=1), binnen, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), WAARDEN, min_size=1, max_size=4))
def test_wat_geschreven_is_komt_zo_terug(waarde: dict[str, object]) -> None:
    """Any tree within the limits comes back as it was, with a place for every value."""
    bestand = lees(naar_yaml(waarde))
    assert bestand.waarde == waarde
    te_doen: list[tuple[tuple[str | int, ...], object]] = [((), waarde)]
    while te_doen:
        pad, deel = te_doen.pop()
        if pad:
            assert pad in bestand.posities
        if isinstance(deel, dict):
            te_doen += [((*pad, sleutel), binnen) for sleutel, binnen in deel.items()]
        elif isinstance(deel, list):
            te_doen += [((*pad, nummer), binnen) for nummer, binnen in enumerate(deel)]
