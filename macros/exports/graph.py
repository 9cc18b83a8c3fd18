"""``/data/linked/``: every statement as a resource with its provenance (PROV-O, Web Annotation).

``<kind>.ttl`` tells per thing what it is and what is said of it: each statement has an address of
its own (the page, with the key of the statement behind the #) and leads to its sources, its date,
its certainty, who checked it and its place on the page. ``kennisbank.trig`` has the same in the
manner of nanopublications: what is asserted in a graph with the name of the statement, and where
that comes from in a graph per thing.

Known by the names of others are laws (BWB, JuriConnect, CELEX), organisations and municipalities
(TOOI), and court decisions (ECLI).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.blad import adres
from macros.blad.adres import pad_of
from macros.blad.claims import Claim, Question, warning_of
from macros.blad.opendata import DATA, KINDS, LICENCE, LINKED, TRIG, Kind, turtle_path
from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.exports.gather import Data, Thing
from macros.exports.turtle import AND, EDTF, dutch, head, iri, resource, text, together, typed
from macros.model.base import Record
from macros.model.dates import Peildatum
from macros.model.kennis import Bron
from macros.model.leerpunt import Uitspraak
from macros.model.organisatie import Gemeente, Organisatie, VervallenGemeente
from macros.model.recht import Wet
from macros.model.tool import Hulpmiddel


def graph_files(data: Data) -> Iterator[Output]:
    """Yield a file per kind, the whole as TriG, and the words of our own that these use."""
    writer = _Writer(data)
    site = data.corpus.site.adres
    for kind in KINDS.values():
        if kind.linked:
            parts = [head(site), writer.rights()]
            for thing in data.things[kind.id_]:
                parts += writer.thing(thing)
            yield Output(turtle_path(kind), "".join(parts).encode())
    yield Output(TRIG, "".join([head(site), *writer.trig()]).encode())
    yield Output(f"{LINKED}termen.ttl", "".join([head(site), *writer.terms()]).encode())


def name_of(claim: Claim | Question) -> str:
    """Return the address of a statement: its page, with its key behind the #."""
    return f"{claim.from_.pad}#{claim.key.partition('#')[2]}"


def field_of(claim: Claim) -> str:
    """Return the field of the data in which a statement stands."""
    return claim.key.partition("#")[2].rpartition("-")[0].partition(".")[0]


def when(stand: Peildatum) -> Sequence[str]:
    """Return a date as a source gives it; nothing where it gives none."""
    return (typed(stand.notation(), EDTF),) if stand.dated else ()


class _Writer:
    def __init__(self, data: Data) -> None:
        self.data = data
        self.corpus: Corpus = data.corpus
        self.proofs: dict[str, str] = {}
        """By the key of the statement: told in the file of its kind and in the whole."""
        self.sources: dict[str, str] = {}
        """The names of sources by their ids: most are named often."""

    def rights(self) -> str:
        """Return whose the data are, as of when, and what one may do with them."""
        site = self.corpus.site
        return resource(
            iri(DATA),
            [
                ("a", ["schema:Dataset"]),
                ("dcterms:title", [dutch(site.naam)]),
                ("dcterms:description", [dutch(f"{site.ondertitel} {site.afzender}")]),
                ("dcterms:license", [iri(LICENCE)]),
                ("dcterms:modified", [typed(site.peildatum, "xsd:date")]),
                ("owl:versionInfo", [text(site.versie)]),
            ],
        )

    def thing(self, thing: Thing) -> Iterator[str]:
        """Yield what one thing is, and every statement about it."""
        name = iri(thing.path) if thing.path.endswith("/") else iri(f"{thing.path}")
        if isinstance(thing.model, VervallenGemeente):
            name = iri(f"{thing.path}#{thing.slug.lower()}")
        own = [claim for claim in thing.claims if claim.from_.id == thing.id]
        yield resource(name, self._facts(thing))
        if isinstance(thing.model, Record | Hulpmiddel):
            yield self._check(thing, thing.model)
        for claim in own:
            yield from self._claim(thing, claim)

    def _facts(self, thing: Thing) -> Iterator[tuple[str, Sequence[str]]]:
        model = thing.model
        yield "a", [f"kb:{class_of(thing.kind)}"]
        yield "dcterms:title", [dutch(thing.title)]
        yield "dcterms:identifier", [text(thing.id)]
        yield "dcterms:isPartOf", [iri(DATA)]
        if isinstance(model, Record):
            yield "dcterms:description", [dutch(model.samenvatting)]
            yield "dcterms:modified", [typed(model.gecontroleerd.datum.isoformat(), "xsd:date")]
        warning = warning_of(thing.blad) if thing.blad else ""
        yield "kb:waarschuwing", [dutch(warning)] if warning else []
        yield "dcterms:references", [iri(path) for path in self._references(thing)]
        yield "dcterms:source", [iri(pad_of(id_)) for id_ in thing.sources if not thing.claims]
        yield from _names_of_others(model)

    def _references(self, thing: Thing) -> list[str]:
        """Return where the records are that a thing names, without its sources."""
        named = {
            relatie.naar
            for relatie in self.data.named_by.get(thing.id, ())
            if relatie.soorten != ("bron",)
        }
        return sorted(map(pad_of, named))

    def _check(self, thing: Thing, record: Record | Hulpmiddel) -> str:
        control = record.gecontroleerd
        return resource(
            iri(f"{thing.path}#controle"),
            [
                ("a", ["prov:Activity"]),
                ("prov:endedAtTime", [typed(f"{control.datum}T12:00:00Z", "xsd:dateTime")]),
                ("prov:wasAssociatedWith", [f"kb:rol-{control.rol.replace(' ', '-')}"]),
            ],
        )

    def _claim(self, thing: Thing, claim: Claim) -> Iterator[str]:
        """Yield a statement, and where it stands: under which heading of the page.

        Its words are those of the statement itself, so the place does not repeat them. Both always
        have the same facts, so they are written out: of nothing else are there thousands.
        """
        address = name_of(claim)
        name, words = iri(address), dutch(claim.bewering.tekst)
        check = (
            f"{AND}prov:wasInfluencedBy {iri(f'{thing.path}#controle')}"
            if isinstance(thing.model, Record | Hulpmiddel)
            else ""
        )
        yield (
            f"{name} a schema:Claim, prov:Entity{AND}schema:text {words}"
            f"{AND}schema:isPartOf {iri(claim.from_.pad)}{AND}kb:veld kb:{field_of(claim)}"
            f"{AND}{self._proof(claim)}{check} .\n"
            f"{iri(f'{address}-plaats')} a oa:Annotation{AND}oa:hasBody {name}"
            f"{AND}oa:hasTarget {iri(claim.path)} .\n"
        )

    def _proof(self, claim: Claim) -> str:
        if claim.key not in self.proofs:
            self.proofs[claim.key] = together(self._new_proof(claim))
        return self.proofs[claim.key]

    def _source(self, id_: str) -> str:
        if id_ not in self.sources:
            self.sources[id_] = iri(pad_of(id_))
        return self.sources[id_]

    def _new_proof(self, claim: Claim) -> Iterator[tuple[str, Sequence[str]]]:
        one = claim.bewering
        yield "prov:wasDerivedFrom", [self._source(id_) for id_ in one.bronnen]
        yield "kb:zekerheid", [concept("zekerheid", one.zekerheid)]
        yield "kb:stand", when(one.stand)
        yield "rdfs:comment", [dutch(one.opmerking)] if one.opmerking else []
        yield "kb:waarschuwing", [dutch(DENKBEELDIG)] if claim.imaginary else []
        if isinstance(one, Uitspraak) and one.ecli:
            yield "dcterms:references", [iri(adres.ecli_url(one.ecli))]
            yield "dcterms:identifier", [text(one.ecli)]

    def trig(self) -> Iterator[str]:
        """Yield the whole: a graph per statement, and one per thing about those."""
        yield f"{iri(f'{TRIG}#publicatie')} {{\n{self.rights()}}}\n"
        for things in self.data.things.values():
            for thing in things:
                own = [claim for claim in thing.claims if claim.from_.id == thing.id]
                if not own:
                    continue
                for claim in own:
                    said = f"kb:{field_of(claim)} {dutch(claim.bewering.tekst)}"
                    yield f"{iri(name_of(claim))} {{ {iri(claim.from_.pad)} {said} . }}\n"
                proofs = [f"{iri(name_of(claim))} {self._proof(claim)} .\n" for claim in own]
                yield f"{iri(f'{thing.path}#bewijs')} {{\n{''.join(proofs)}}}\n"

    def terms(self) -> Iterator[str]:
        """Yield our own words: a class per kind, a property per field, a role per checker."""
        for kind in KINDS.values():
            mark = [dutch(DENKBEELDIG)] if kind.imaginary else []
            yield resource(
                f"kb:{class_of(kind)}",
                [
                    ("a", ["rdfs:Class"]),
                    ("rdfs:label", [dutch(kind.title)]),
                    ("kb:waarschuwing", mark),
                ],
            )
        for name, says in (
            ("zekerheid", "Hoe zeker een bewering is."),
            ("stand", "Wanneer een bewering waar was."),
            ("veld", "In welk veld van de gegevens een bewering staat."),
            ("waarschuwing", "Wat u eerst moet weten."),
        ):
            yield _property(name, says)
        for field in sorted({field_of(claim) for claim in self.data.claims}):
            yield _property(field, f"Een bewering in het veld „{field}”.")
        for role in sorted({blad.check.rol for blad in self.data.sheets}):
            yield resource(
                f"kb:rol-{role.replace(' ', '-')}",
                [("a", ["prov:Agent"]), ("rdfs:label", [dutch(role)])],
            )


def class_of(kind: Kind) -> str:
    """Return the name of the class of a kind: ``VervallenGemeente``."""
    return kind.model.__name__


def concept(list_: str, key: str) -> str:
    """Return a term of one of our fixed lists, which ``skos.ttl`` explains."""
    return f"lijst:{list_}-{key}"


def _property(name: str, says: str) -> str:
    return resource(
        f"kb:{name}",
        [("a", ["rdf:Property"]), ("rdfs:label", [dutch(name)]), ("rdfs:comment", [dutch(says)])],
    )


def _names_of_others(model: object) -> Iterator[tuple[str, Sequence[str]]]:
    match model:
        case Wet(bwb_id=str(bwb_id)):
            yield "rdfs:seeAlso", [iri(adres.wet_url(bwb_id))]
            yield "schema:legislationIdentifier", [text(bwb_id), text(f"jci1.3:c:{bwb_id}")]
        case Wet(celex=str(celex)):
            yield "rdfs:seeAlso", [iri(adres.celex_url(celex))]
            yield "schema:legislationIdentifier", [text(celex)]
        case Organisatie():
            yield "owl:sameAs", [iri(one) for one in (model.tooi, model.owms) if one]
            yield "foaf:homepage", [iri(model.website)] if model.website else []
        case Gemeente():
            yield "owl:sameAs", [iri(model.tooi)]
            yield "schema:identifier", [text(model.cbs)]
        case VervallenGemeente():
            yield "schema:identifier", [text(model.cbs)]
            yield (
                "dcterms:isReplacedBy",
                [iri(pad_of(f"gemeente:{one}")) for one in model.opvolgers],
            )
        case Bron():
            yield "dcterms:publisher", [dutch(model.uitgever)]
            yield "dcterms:issued", when(model.datum)
            yield "schema:url", [iri(model.url)] if model.url else []
            yield (
                "dcterms:bibliographicCitation",
                [dutch(model.vindplaats)] if model.vindplaats else [],
            )
            yield "kb:gezien", [concept("gezien", model.gezien)]
            if model.ecli:
                yield "rdfs:seeAlso", [iri(adres.ecli_url(model.ecli))]
                yield "schema:identifier", [text(model.ecli)]
