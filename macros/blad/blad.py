"""The page model of a record: everything that is told of it, typed, in order, without markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from macros.blad import zinnen
from macros.model.basis import Bewering, Onbekend
from macros.model.soorten import PER_SOORT


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of running text: plain, or a link inside the site (``pad``) or out of it (``url``).

    ``code`` is for programs and ``klik`` for who can click: words alone leave both out.
    """

    tekst: str
    pad: str | None = None
    url: str = ""
    vorm: Literal["", "sterk", "code", "klik"] = ""


Lopend = tuple[Stuk, ...]


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
class Noot:
    """One mention of a source, by its number on this page."""

    nummer: int
    id: str
    slug: str
    titel: str


@dataclass(frozen=True, slots=True)
class Bronregel:
    """A source in the list at the foot. ``eigen``: our own work, of which "seen" says nothing."""

    nummer: int
    id: str
    slug: str
    titel: str
    uitgever: str
    datum: str
    gezien: str
    eigen: bool
    url: str
    vindplaats: str
    pad: str


@dataclass(frozen=True, slots=True)
class Bewijs:
    """How sure a statement is, when it was true, and on which sources it rests."""

    zekerheid: str
    label: str
    stand: str
    oud: bool
    staat_op: str
    """On which part of the source, if its text itself was not read."""
    noten: tuple[Noot, ...]


@dataclass(frozen=True, slots=True)
class Figuur:
    """A figure with its definition; the two are never apart."""

    waarde: str
    eenheid: str
    periode: str
    definitie: str


@dataclass(frozen=True, slots=True)
class Punt:
    """One statement with its proof.

    ``sleutel`` names it for ever: the record, the field and a hash of the text, so that it can
    never come to mean another statement. ``vooraf`` says of which law, organisation or year it is
    (``herhaalt``: the text itself names that too), ``stukken`` are the documents behind it and
    ``cellen`` the columns before it in a table.
    """

    tekst: str
    bewijs: Bewijs | None = None
    sleutel: str = ""
    datum: str = ""
    vooraf: Lopend = ()
    herhaalt: bool = False
    lopend: Lopend = ()
    figuur: Figuur | None = None
    nadruk: str = ""
    let_op: str = ""
    stukken: Lopend = ()
    cellen: tuple[str, ...] = ()
    bewering: Bewering | None = None


@dataclass(frozen=True, slots=True)
class Punten:
    """Statements one under another."""

    soort: ClassVar[str] = "punten"
    punten: tuple[Punt, ...]
    vorm: Literal["lijst", "genummerd", "tijdlijn", "alineas", "tabel"] = "lijst"
    naam: str = ""
    koppen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph that is no statement."""

    soort: ClassVar[str] = "alinea"
    stukken: Lopend
    vooraf: str = ""
    noten: tuple[Noot, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """A list of records, and nothing said of them."""

    soort: ClassVar[str] = "links"
    doelen: tuple[Doel, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table that repeats in another shape what stands elsewhere on the page."""

    soort: ClassVar[str] = "tabel"
    naam: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


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
    kort: bool = False


@dataclass(frozen=True, slots=True)
class Openvraag:
    """What no public source tells, with whom to ask and what the answer yields."""

    vraag: str
    aan: tuple[Doel, ...]
    levert_op: str
    onbekend: Onbekend


@dataclass(frozen=True, slots=True)
class Gaten:
    """What is missing in a part: it does not apply, with the reason, or nobody knows yet."""

    soort: ClassVar[str] = "gaten"
    redenen: tuple[str, ...]
    vragen: tuple[Openvraag, ...]

    @property
    def per_aan(self) -> list[tuple[tuple[Doel, ...], list[Openvraag]]]:
        """Return the questions together that go to the same organisations."""
        groepen: dict[tuple[Doel, ...], list[Openvraag]] = {}
        for vraag in sorted(self.vragen, key=lambda vraag: [doel.id for doel in vraag.aan]):
            groepen.setdefault(vraag.aan, []).append(vraag)
        return list(groepen.items())


Blok = Punten | Alinea | Links | Tabel | Sporen | Gaten


@dataclass(frozen=True, slots=True)
class Sectie:
    """One headed part. ``samenvatting``: it says in short what stands below in full."""

    anker: str
    kop: str
    blokken: tuple[Blok, ...]
    stijl: Literal["", "antwoord", "vraag"] = ""
    velden: tuple[str, ...] = ()
    samenvatting: bool = False

    @property
    def in_een_zin(self) -> str:
        """Return the first thing that is said here, for who reads headings only."""
        for blok in self.blokken:
            match blok:
                case Punten(punten=(punt, *_)):
                    return f"{woorden(punt.vooraf)} {punt.tekst}".strip()
                case Alinea():
                    return f"{blok.vooraf} {woorden(blok.stukken)}".strip()
                case Gaten(redenen=(reden, *_)):
                    return reden
                case Gaten(vragen=(vraag, *_)):
                    return vraag.vraag
        return ""


@dataclass(frozen=True, slots=True)
class Kenmerkregel:
    """One feature: its label and what it is; see ``macros.model.vertelling``."""

    label: str
    stukken: Lopend
    adres: bool = False
    bijzaak: bool = False
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Verband:
    """Records that refer to this one, of one kind."""

    kop: str
    doelen: tuple[Doel, ...]


@dataclass(frozen=True, slots=True)
class Controle:
    """When a record was checked, by which role, and when that has to happen again."""

    datum: date
    rol: str
    volgende: date


@dataclass(frozen=True, slots=True)
class Blad:
    """All of one record, in the order in which it is read."""

    id: str
    soort: str
    pad: str
    titel: str
    aanduiding: str
    enkelvoud: str
    boven: Doel
    samenvatting: Punt
    denkbeeldig: bool
    stil: tuple[str, str] | None
    """What has to be said first: that the last known state is old, and what that means."""
    let_op: str
    laat_wachten: bool
    """Whether a legal term may run while the reader waits for an answer."""
    controle: Controle
    kenmerken: tuple[Kenmerkregel, ...]
    secties: tuple[Sectie, ...]
    verbanden: tuple[Verband, ...]
    bronnen: tuple[Bronregel, ...]
    databestand: str

    @property
    def antwoord(self) -> list[Sectie]:
        """Return the parts on which the reader acts; they stand above the features."""
        return [sectie for sectie in self.secties if sectie.stijl]

    @property
    def lichaam(self) -> list[Sectie]:
        """Return the other parts."""
        return [sectie for sectie in self.secties if not sectie.stijl]

    @property
    def doelen(self) -> list[Doel]:
        """Return every record that a list on the page leads to."""
        blokken = [blok for sectie in self.secties for blok in sectie.blokken]
        lijsten = [blok.doelen for blok in blokken if isinstance(blok, Links)]
        lijsten += [verband.doelen for verband in self.verbanden]
        return [doel for lijst in lijsten for doel in lijst]

    @property
    def koppen(self) -> list[tuple[str, str]]:
        """Return every heading with its anchor, in the order of the page."""
        koppen = [(sectie.anker, sectie.kop) for sectie in (*self.antwoord, *self.lichaam)]
        if self.verbanden:
            koppen.append(("verwant", zinnen.VERBONDEN))
        if self.bronnen:
            koppen.append(("bronnen", zinnen.BRONNEN))
        return koppen
