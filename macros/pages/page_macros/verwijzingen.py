"""Facts and links inside a sentence of a hand-written page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from macros.blad.page_macro_error import PageMacroError, choose
from macros.blad.spelling import getal
from macros.blad.stand import stand_of
from macros.corpus.counting import tally
from macros.corpus.quoting import matching_beweringen
from macros.load.error import did_you_mean
from macros.model.base import Bewering, Record
from macros.model.instrument import InstrumentRelatie
from macros.model.kennis import Cijfer
from macros.model.organisatie import Organisatie
from macros.model.tool import Aanhaling
from macros.pages.rendering import Writer, render

_PARTS = "inzet_delen.html.j2"


def _record(kb: Writer, id_: str) -> Record:
    record = kb.corpus.records.get(id_)
    if not isinstance(record, Record):
        soort = id_.partition(":")[0]
        known = [other for other in kb.corpus.records if other.startswith(f"{soort}:")]
        hint = did_you_mean(id_, known) or "schrijf soort:naam van een bestand in data/"
        raise PageMacroError(f"onbekend record „{id_}”", hint)
    return record


def _render(kb: Writer, part: str, **waarden: object) -> Markup:
    return render(_PARTS, kb, part=part, **waarden)


def link(kb: Writer, id_: str, tekst: str | None = None) -> Markup:
    """Return a link to any record; without ``tekst`` its title. A term explains itself once."""
    record = _record(kb, id_)
    return _render(kb, "link", id=id_, tekst=tekst or record.titel, titel=record.titel)


def instrument(kb: Writer, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to an instrument."""
    return link(kb, f"instrument:{slug}", tekst)


def leerpunt(kb: Writer, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to a learning."""
    return link(kb, f"leerpunt:{slug}", tekst)


def begrip(kb: Writer, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to a term of the glossary."""
    return link(kb, f"begrip:{slug}", tekst)


def wet(kb: Writer, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to a law."""
    return link(kb, f"wet:{slug}", tekst)


def organisatie(kb: Writer, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to an organisation."""
    return link(kb, f"organisatie:{slug}", tekst)


def website(kb: Writer, slug: str, tekst: str) -> Markup:
    """Return a link to the website of an organisation, said to be another site."""
    record = _record(kb, f"organisatie:{slug}")
    if not isinstance(record, Organisatie) or record.website is None:
        raise PageMacroError(
            f"organisatie:{slug} heeft geen website", "gebruik organisatie(…) of link(…)"
        )
    return _render(kb, "website", url=record.website, tekst=tekst)


def bron(kb: Writer, code: str) -> Markup:
    """Return the note number of a source; ``noten()`` at the foot of the page lists them."""
    bronnen = {id_.partition(":")[2]: id_ for id_ in kb.corpus.records if id_.startswith("bron:")}
    return _render(kb, "noot", id=choose("bron", bronnen, code))


def cijfer(kb: Writer, slug: str) -> Markup:
    """Return a figure with unit, period and proof."""
    record = _record(kb, f"cijfer:{slug}")
    if not isinstance(record, Cijfer):
        raise PageMacroError(f"cijfer:{slug} is geen cijfer", "kies een bestand uit data/cijfers/")
    return _render(kb, "cijfer", cijfer=record)


def beweringen(kb: Writer, id_: str, veld: str) -> Markup:
    """Return all statements of one field of a record, as a list with proof."""
    return _render(kb, "beweringen", lijst=_veld(kb, id_, veld))


def bewering(kb: Writer, id_: str, veld: str, begint: str, en: str = "") -> Markup:
    """Return one statement, named by its first words, with its proof; stands in running text.

    Not by its number: a statement put above it would silently change what the page says. With
    ``en`` the one that begins so follows it; what proves both is then said once, behind the two.
    """
    _veld(kb, id_, veld)
    namen = (begint, en) if en else (begint,)
    # What an editor typed here may be of any form; what it leads to is looked at below.
    found = [
        _only(kb, Aanhaling.model_construct(record=id_, veld=veld, begint=naam)) for naam in namen
    ]
    # „Dit instrument gaat vooraf aan …” only says something on the page of that instrument.
    points = [
        replace(kb.point(one), lead_in=()) if isinstance(one, InstrumentRelatie) else kb.point(one)
        for one in found
    ]
    if (points[0].proof, points[0].let_op) == (points[-1].proof, points[-1].let_op):
        points[:-1] = [replace(point, proof=None, let_op="") for point in points[:-1]]
    return _render(kb, "bewering", points=points)


def _only(kb: Writer, aanhaling: Aanhaling) -> Bewering:
    found = matching_beweringen(kb.corpus, aanhaling)
    if len(found) != 1:
        where = f"bij {aanhaling.record}, veld {aanhaling.veld}"
        wat = f"{where}, beginnen {len(found)} beweringen met „{aanhaling.begint}”"
        raise PageMacroError(
            wat, "neem de eerste woorden over zoals ze bij het record staan, tot er één past"
        )
    return found[0]


def _veld(kb: Writer, id_: str, veld: str) -> Sequence[Bewering]:
    record = _record(kb, id_)
    waarde = getattr(record, veld, None)
    if not isinstance(waarde, tuple) or not waarde or not isinstance(waarde[0], Bewering):
        velden = [
            naam for naam in type(record).model_fields if isinstance(getattr(record, naam), tuple)
        ]
        hint = did_you_mean(veld, velden) or "kijk in het bestand welke velden er zijn"
        raise PageMacroError(f"{id_} heeft geen beweringen in het veld „{veld}”", hint)
    return waarde


def onbekend(kb: Writer, id_: str, veld: str) -> Markup:
    """Return the open questions of a record about one field, shown as unknown."""
    vragen = [vraag for vraag in _record(kb, id_).onbekend if vraag.veld == veld]
    if not vragen:
        known = sorted({vraag.veld for vraag in _record(kb, id_).onbekend})
        hint = f"kies uit: {', '.join(known)}" if known else "dit record heeft geen open vragen"
        raise PageMacroError(f"{id_} heeft geen open vraag over „{veld}”", hint)
    return _render(kb, "onbekend", vragen=vragen)


def noten(kb: Writer) -> Markup:
    """Return the list of sources named on this page so far; goes at its foot."""
    return _render(kb, "noten")


def site(kb: Writer, veld: str) -> Markup:
    """Return a text from ``data/site.yml``."""
    return Markup.escape(choose("regel in data/site.yml", kb.corpus.site.model_dump(), veld))


def aantal(kb: Writer, naam: str) -> Markup:
    """Return a computed number, by the name that ``kennisbank tellen`` prints."""
    counts = {regel.strip(): hoeveel for regel, hoeveel in tally(kb.corpus)}
    return Markup.escape(getal(choose("telling", counts, naam)))


def bij_naam_bekend(kb: Writer) -> Markup:
    """Return how many municipalities sources name as what, with the official total in sight."""
    standen = Counter(stand_of(gemeente) for gemeente in kb.corpus.gemeentetabel.gemeenten)
    return _render(kb, "bij_naam", standen=standen, total=_record(kb, "cijfer:gemeenten-2024"))


def denkbeeldig(kb: Writer) -> Markup:
    """Return the banner that every page about the imaginary law carries."""
    return _render(kb, "denkbeeldig")
