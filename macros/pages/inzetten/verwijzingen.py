"""Facts and links inside a sentence of a hand-written page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from macros.blad.inzetfout import InzetFout, kies
from macros.blad.schrijfwijze import getal
from macros.blad.stand import stand_van
from macros.corpus.aanhalen import passende_beweringen
from macros.corpus.tellen import telling
from macros.load.fout import bedoelde_u
from macros.model.basis import Bewering, Record
from macros.model.hulpmiddel import Aanhaling
from macros.model.kennis import Cijfer
from macros.model.organisatie import Organisatie
from macros.pages.weergave import Schrijver, teken

_DELEN = "inzet_delen.html.j2"


def _record(kb: Schrijver, id_: str) -> Record:
    record = kb.corpus.records.get(id_)
    if not isinstance(record, Record):
        soort = id_.partition(":")[0]
        bekend = [ander for ander in kb.corpus.records if ander.startswith(f"{soort}:")]
        raad = bedoelde_u(id_, bekend) or "schrijf soort:naam van een bestand in data/"
        raise InzetFout(f"onbekend record „{id_}”", raad)
    return record


def _teken(kb: Schrijver, deel: str, **waarden: object) -> Markup:
    return teken(_DELEN, kb, deel=deel, **waarden)


def link(kb: Schrijver, id_: str, tekst: str | None = None) -> Markup:
    """Return a link to any record; without ``tekst`` its title."""
    record = _record(kb, id_)
    return _teken(kb, "link", url=kb.url(id_), tekst=tekst or record.titel)


def instrument(kb: Schrijver, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to an instrument."""
    return link(kb, f"instrument:{slug}", tekst)


def leerpunt(kb: Schrijver, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to a learning."""
    return link(kb, f"leerpunt:{slug}", tekst)


def begrip(kb: Schrijver, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to a term of the glossary."""
    return link(kb, f"begrip:{slug}", tekst)


def wet(kb: Schrijver, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to a law."""
    return link(kb, f"wet:{slug}", tekst)


def organisatie(kb: Schrijver, slug: str, tekst: str | None = None) -> Markup:
    """Return a link to an organisation."""
    return link(kb, f"organisatie:{slug}", tekst)


def website(kb: Schrijver, slug: str, tekst: str) -> Markup:
    """Return a link to the website of an organisation, said to be another site."""
    record = _record(kb, f"organisatie:{slug}")
    if not isinstance(record, Organisatie) or record.website is None:
        raise InzetFout(
            f"organisatie:{slug} heeft geen website", "gebruik organisatie(…) of link(…)"
        )
    return _teken(kb, "website", url=record.website, tekst=tekst)


def bron(kb: Schrijver, code: str) -> Markup:
    """Return the note number of a source; ``noten()`` at the foot of the page lists them."""
    bronnen = {id_.partition(":")[2]: id_ for id_ in kb.corpus.records if id_.startswith("bron:")}
    return _teken(kb, "noot", id=kies("bron", bronnen, code))


def cijfer(kb: Schrijver, slug: str) -> Markup:
    """Return a figure with unit, period and proof."""
    record = _record(kb, f"cijfer:{slug}")
    if not isinstance(record, Cijfer):
        raise InzetFout(f"cijfer:{slug} is geen cijfer", "kies een bestand uit data/cijfers/")
    return _teken(kb, "cijfer", cijfer=record)


def beweringen(kb: Schrijver, id_: str, veld: str) -> Markup:
    """Return all statements of one field of a record, as a list with proof."""
    return _teken(kb, "beweringen", lijst=_veld(kb, id_, veld))


def bewering(kb: Schrijver, id_: str, veld: str, begint: str) -> Markup:
    """Return one statement, named by its first words, with its proof; stands in running text.

    Not by its number: a statement put above it would silently change what the page says.
    """
    _veld(kb, id_, veld)
    gevonden = passende_beweringen(kb.corpus, Aanhaling(record=id_, veld=veld, begint=begint))
    if len(gevonden) != 1:
        raise InzetFout(
            f"bij {id_}, veld {veld}, beginnen {len(gevonden)} beweringen met „{begint}”",
            "neem de eerste woorden over zoals ze bij het record staan, tot er één past",
        )
    return _teken(kb, "bewering", bewering=gevonden[0])


def _veld(kb: Schrijver, id_: str, veld: str) -> Sequence[Bewering]:
    record = _record(kb, id_)
    waarde = getattr(record, veld, None)
    if not isinstance(waarde, tuple) or not waarde or not isinstance(waarde[0], Bewering):
        velden = [
            naam for naam in type(record).model_fields if isinstance(getattr(record, naam), tuple)
        ]
        raad = bedoelde_u(veld, velden) or "kijk in het bestand welke velden er zijn"
        raise InzetFout(f"{id_} heeft geen beweringen in het veld „{veld}”", raad)
    return waarde


def onbekend(kb: Schrijver, id_: str, veld: str) -> Markup:
    """Return the open questions of a record about one field, shown as unknown."""
    vragen = [vraag for vraag in _record(kb, id_).onbekend if vraag.veld == veld]
    if not vragen:
        bekend = sorted({vraag.veld for vraag in _record(kb, id_).onbekend})
        raad = f"kies uit: {', '.join(bekend)}" if bekend else "dit record heeft geen open vragen"
        raise InzetFout(f"{id_} heeft geen open vraag over „{veld}”", raad)
    return _teken(kb, "onbekend", vragen=vragen)


def noten(kb: Schrijver) -> Markup:
    """Return the list of sources named on this page so far; goes at its foot."""
    return _teken(kb, "noten")


def site(kb: Schrijver, veld: str) -> Markup:
    """Return a text from ``data/site.yml``."""
    return Markup.escape(kies("regel in data/site.yml", kb.corpus.site.model_dump(), veld))


def aantal(kb: Schrijver, naam: str) -> Markup:
    """Return a computed number, by the name that ``kennisbank tellen`` prints."""
    aantallen = {regel.strip(): hoeveel for regel, hoeveel in telling(kb.corpus)}
    return Markup.escape(getal(kies("telling", aantallen, naam)))


def bij_naam_bekend(kb: Schrijver) -> Markup:
    """Return how many municipalities sources name as what, with the official total in sight."""
    standen = Counter(stand_van(gemeente) for gemeente in kb.corpus.gemeentetabel.gemeenten)
    return _teken(kb, "bij_naam", standen=standen, totaal=_record(kb, "cijfer:gemeenten-2024"))


def denkbeeldig(kb: Schrijver) -> Markup:
    """Return the banner that every page about the imaginary law carries."""
    return _teken(kb, "denkbeeldig")
