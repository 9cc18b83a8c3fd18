"""The page model of a record: everything that is told of it, typed, in order, without markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from macros.blad import zinnen
from macros.model.base import Bewering, Onbekend
from macros.model.soorten import PER_SOORT


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of running text: plain, or a link inside the site (``pad``) or out of it (``url``).

    ``code`` is for programs and ``click`` for who can click: words alone leave both out.
    """

    tekst: str
    pad: str | None = None
    url: str = ""
    vorm: Literal["", "sterk", "code", "klik"] = ""


RunningText = tuple[Stuk, ...]

REGEL = 40
"""Characters that a line holds on a phone."""
SHORT = 2400
"""Characters below which the body of a page needs no folding: about three screens of a phone."""
MAX_REGEL = 90
"""Characters of a part that stand in sight while it is folded in."""
IN_SIGHT = 12
"""Cards of one long list that stand in sight: about seven screens of a phone."""


def short_line(wat: str) -> str:
    """Return as much of a text as stands in sight while the rest is folded in."""
    return wat if len(wat) <= MAX_REGEL else f"{wat[:MAX_REGEL].rpartition(' ')[0]} …"


def woorden(stukken: Sequence[Stuk]) -> str:
    """Return running text as words alone."""
    return "".join(stuk.tekst for stuk in stukken if stuk.vorm not in ("code", "klik"))


@dataclass(frozen=True, slots=True)
class Doel:
    """A record that another one points to."""

    id: str
    titel: str
    pad: str

    @property
    def soort(self) -> str:
        """Return the name of its kind."""
        model = PER_SOORT.get(self.id.partition(":")[0])
        return model.enkelvoud if model else "Gemeente"


@dataclass(frozen=True, slots=True)
class Note:
    """One mention of a source, by its number on this page."""

    nummer: int
    id: str
    slug: str
    titel: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class BronLine:
    """A source in the list at the foot. ``own``: our own work, of which "seen" says nothing."""

    nummer: int
    id: str
    slug: str
    titel: str
    uitgever: str
    datum: str
    gezien: str
    own: bool
    url: str
    vindplaats: str
    pad: str
    back: str = ""
    """Anchor of the first statement that rests on it, if the page knows."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How sure a statement is, when it was true, and on which sources it rests."""

    zekerheid: str
    label: str
    stand: str
    old: bool
    staat_op: str
    """On which part of the source, if its text itself was not read."""
    noten: tuple[Note, ...]
    jaar: str = ""
    mark: str = ""
    """Said in full view: that this is old, where a reader acts on it."""

    @property
    def betwist(self) -> bool:
        """Tell whether sources contradict each other here: a reader must see that at once."""
        return self.zekerheid == "tegenstrijdig"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its definition; the two are never apart."""

    waarde: str
    eenheid: str
    periode: str
    definitie: str


@dataclass(frozen=True, slots=True)
class Point:
    """One statement with its proof.

    ``sleutel`` names it for ever: the record, the field and a hash of the text, so that it can
    never come to mean another statement. ``lead_in`` says of which law, organisation or year it is
    (``repeats``: the text itself names that too), ``stukken`` are the documents behind it and
    ``cells`` the columns before it in a table.
    """

    tekst: str
    proof: Proof | None = None
    sleutel: str = ""
    datum: str = ""
    lead_in: RunningText = ()
    repeats: bool = False
    running_text: RunningText = ()
    figure: Figure | None = None
    emphasis: str = ""
    let_op: str = ""
    stukken: RunningText = ()
    cells: tuple[str, ...] = ()
    bewering: Bewering | None = None

    @property
    def anker(self) -> str:
        """Return the part of the key by which a page has this statement."""
        return self.sleutel.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Points:
    """Statements one under another."""

    soort: ClassVar[str] = "punten"
    points: tuple[Point, ...]
    vorm: Literal["lijst", "genummerd", "tijdlijn", "alineas", "tabel"] = "lijst"
    naam: str = ""
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that is no statement."""

    soort: ClassVar[str] = "alinea"
    stukken: RunningText
    lead_in: str = ""
    noten: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """A list of records, and nothing said of them; ``wat`` is how many things it is about."""

    soort: ClassVar[str] = "links"
    doelen: tuple[Doel, ...]
    wat: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table that repeats in another shape what stands elsewhere on the page."""

    soort: ClassVar[str] = "tabel"
    naam: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Spoorstand:
    """How far one track is, and for which groups."""

    anker: str
    titel: str
    status: str
    stand: str
    uitleg: str
    dekking: tuple[tuple[str, str], ...]
    """What is said of groups („Voor:”, „Nog niet voor:”) and their names."""


@dataclass(frozen=True, slots=True)
class Sporen:
    """The state of tracks; in short where they are told in full below."""

    soort: ClassVar[str] = "sporen"
    sporen: tuple[Spoorstand, ...]
    short: bool = False


@dataclass(frozen=True, slots=True)
class Openvraag:
    """What no public source tells, with whom to ask and what the answer yields."""

    vraag: str
    aan: tuple[Doel, ...]
    levert_op: str
    onbekend: Onbekend


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing in a part: it does not apply, with the reason, or nobody knows yet."""

    soort: ClassVar[str] = "gaten"
    redenen: tuple[str, ...]
    vragen: tuple[Openvraag, ...]

    @property
    def by_addressee(self) -> list[tuple[tuple[Doel, ...], list[Openvraag]]]:
        """Return the questions together that go to the same organisations."""
        groepen: dict[tuple[Doel, ...], list[Openvraag]] = {}
        for vraag in sorted(self.vragen, key=lambda vraag: [doel.id for doel in vraag.aan]):
            groepen.setdefault(vraag.aan, []).append(vraag)
        return list(groepen.items())


Block = Points | Paragraph | Links | Tabel | Sporen | Gaps


@dataclass(frozen=True, slots=True)
class Sectie:
    """One headed part. ``samenvatting``: it says in short what stands below in full."""

    anker: str
    kop: str
    blocks: tuple[Block, ...]
    stijl: Literal["", "antwoord", "vraag"] = ""
    velden: tuple[str, ...] = ()
    samenvatting: bool = False
    voorop: bool = False

    @property
    def points(self) -> list[Point]:
        """Return the statements of this part, in order."""
        return [p for block in self.blocks if isinstance(block, Points) for p in block.points]

    @property
    def vragen(self) -> int:
        """Return how many questions are open here."""
        return sum(len(block.vragen) for block in self.blocks if isinstance(block, Gaps))

    @property
    def betwist(self) -> bool:
        """Tell whether sources contradict each other in this part."""
        return any(point.proof is not None and point.proof.betwist for point in self.points)

    @property
    def omvang(self) -> int:
        """Return about how many characters this part takes, headings and white space included."""
        characters = REGEL
        for block in self.blocks:
            match block:
                case Points(points):
                    characters += sum(
                        len(p.tekst) + len(woorden(p.lead_in)) + REGEL for p in points
                    )
                case Links(doelen):
                    characters += REGEL * len(doelen)
                case Tabel(rows=rows):
                    characters += REGEL * len(rows)
                case Gaps():
                    characters += 3 * REGEL * (len(block.vragen) + len(block.redenen))
                case _:
                    characters += 3 * REGEL
        return characters

    @property
    def regel(self) -> str:
        """Return what a reader who sees only the heading has to know of what is folded in."""
        wat = next((point.tekst for point in self.points if point.tekst and not point.figure), "")
        if wat:
            return short_line(wat)
        lists = [block.doelen for block in self.blocks if isinstance(block, Links)]
        links = {doel.id for lijst in lists for doel in lijst}
        if wat := next((block.wat for block in self.blocks if isinstance(block, Links)), ""):
            return wat
        return zinnen.tel(len(links), "pagina") if links else zinnen.tel(self.vragen, "open vraag")

    @property
    def in_one_zin(self) -> str:
        """Return the first thing that is said here, for who reads headings only."""
        for block in self.blocks:
            match block:
                case Points(points=(point, *_)):
                    return f"{woorden(point.lead_in)} {point.tekst}".strip()
                case Paragraph():
                    return f"{block.lead_in} {woorden(block.stukken)}".strip()
                case Gaps(redenen=(reden, *_)):
                    return reden
                case Gaps(vragen=(vraag, *_)):
                    return vraag.vraag
        return ""


@dataclass(frozen=True, slots=True)
class KenmerkLine:
    """One feature: its label and what it is; see ``macros.model.narration``."""

    label: str
    stukken: RunningText
    adres: bool = False
    bijzaak: bool = False
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Connection:
    """Records that refer to this one, of one kind."""

    kop: str
    doelen: tuple[Doel, ...]


@dataclass(frozen=True, slots=True)
class Rests:
    """What a page rests on, counted: sources, the youngest of them, statements, open questions."""

    bronnen: int
    youngest: str
    old: int
    beweringen: int
    vragen: int
    asked: int = 0

    @property
    def parts(self) -> list[str]:
        """Return it in words, one thing each."""
        parts = [zinnen.tel(self.bronnen, "bron")] if self.bronnen else []
        if self.youngest:
            parts.append(f"jongste {self.youngest}")
        if self.old:
            parts.append(
                f"{self.old} van {zinnen.tel(self.beweringen, 'bewering')} {zinnen.TO_OLD}"
            )
        if not self.asked:
            return [*parts, f"{zinnen.tel(self.vragen, 'vraag')} open"]
        return [
            *parts,
            f"{zinnen.tel(self.vragen, 'open vraag')} over deze organisatie",
            f"{zinnen.tel(self.asked, 'open vraag')} aan deze organisatie",
        ]


@dataclass(frozen=True, slots=True)
class Controle:
    """When a record was checked, by which role, and when that has to happen again."""

    datum: date
    rol: str
    following: date


@dataclass(frozen=True, slots=True)
class Blad:
    """All of one record, in the order in which it is read."""

    id: str
    soort: str
    pad: str
    titel: str
    aanduiding: str
    enkelvoud: str
    above: Doel
    samenvatting: Point
    denkbeeldig: bool
    quiet: tuple[str, str] | None
    """What has to be said first: that the last known state is old, and what that means."""
    let_op: str
    makes_reader_wait: bool
    """Whether a legal term may run while the reader waits for an answer."""
    check: Controle
    kenmerken: tuple[KenmerkLine, ...]
    secties: tuple[Sectie, ...]
    connections: tuple[Connection, ...]
    bronnen: tuple[BronLine, ...]
    rests: Rests
    data_file: str

    @property
    def antwoord(self) -> list[Sectie]:
        """Return the parts on which the reader acts; they stand above the features."""
        return [sectie for sectie in self.secties if sectie.stijl]

    @property
    def voorop(self) -> list[Sectie]:
        """Return for whom this is, or which article: what is read next."""
        return [sectie for sectie in self.secties if sectie.voorop and not sectie.stijl]

    @property
    def body(self) -> list[Sectie]:
        """Return the other parts."""
        return [sectie for sectie in self.secties if not (sectie.voorop or sectie.stijl)]

    @property
    def closed(self) -> frozenset[str]:
        """Return the anchors of what is folded in: the sources, and of a long page the rest, too.

        Not the first part of the body if nothing of it stands above.
        """
        measures = {sectie.anker: sectie.omvang for sectie in self.body}
        measures["verwant"] = REGEL * sum(len(connection.doelen) for connection in self.connections)
        if sum(measures.values()) <= SHORT:
            return frozenset({"bronnen"})
        fixed = {self.body[0].anker} if self.body and not self.voorop else set()
        return frozenset({*measures, "bronnen"} - fixed)

    @property
    def connected(self) -> str:
        """Return in one line which records refer to this one."""
        return ", ".join(
            f"{connection.kop} ({len(connection.doelen)})" for connection in self.connections
        )

    @property
    def doelen(self) -> list[Doel]:
        """Return every record that a list on the page leads to."""
        blocks = [block for sectie in self.secties for block in sectie.blocks]
        lists = [block.doelen for block in blocks if isinstance(block, Links)]
        lists += [connection.doelen for connection in self.connections]
        return [doel for lijst in lists for doel in lijst]

    @property
    def headings(self) -> list[tuple[str, str]]:
        """Return every heading with its anchor, in the order of the page."""
        headings = [
            (sectie.anker, sectie.kop) for sectie in (*self.antwoord, *self.voorop, *self.body)
        ]
        if self.connections:
            headings.append(("verwant", zinnen.CONNECTED))
        if self.bronnen:
            headings.append(("bronnen", zinnen.BRONNEN))
        return headings
