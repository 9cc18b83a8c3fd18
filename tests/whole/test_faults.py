"""What is said of mistakes in the example, word for word: of wrong fields, and by the rules."""

from __future__ import annotations

import random
import typing
from collections.abc import Callable, Iterator, Mapping

import pytest
from pydantic import BaseModel

from macros.check.regels import REGELS
from macros.corpus.corpus import TABLES, Corpus
from macros.load.error import Pad, veldnaam
from macros.load.tree import YamlFile
from macros.model.base import Term, Verwijzing, Zekerheid
from macros.model.soorten import PER_SOORT, Bestandsrecord
from macros.model.validate import validate_model
from macros.model.vocabulaire import Vocabulaire
from macros.model.walk import Merk, walk
from tests.example import example
from tests.factory import naar_yaml, parse, rebuilt
from tests.kept import same
from tests.mutation import mutations, thinned

ZEKERHEDEN = [*typing.get_args(Zekerheid)]
EVERY_HOW_MANY = 3
"""One of so many fields is changed at a time: the others show what a change does to them."""
Change = Callable[[Corpus, Pad, object, Merk | None], object]
"""Gives another value for a field, or the same where it does not apply."""
_GONE = object()


def _models() -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield under what id each file of the example is read, and its model."""
    for sleutel in example().read:
        soort, _, naam = sleutel.partition(":")
        if soort == "tabel":
            yield sleutel, next(table.model for table in TABLES if table.naam == naam)
        elif soort in PER_SOORT:
            yield sleutel, PER_SOORT[soort]
        elif soort == "vocabulaire":
            yield sleutel, Vocabulaire


def test_what_is_said_of_each_field_that_is_wrong() -> None:
    seen: set[tuple[str, str, str]] = set()
    made: dict[str, list[str]] = {}
    for sleutel, model in _models():
        whole = example().read[sleutel].file
        base = parse(whole.naam, naar_yaml(thinned(whole.waarde, set(), at_least=1)))
        record, _ = validate_model(base, model)
        required = set() if record is None else {pad for pad, _, _ in walk(record)}
        for mutation in mutations(base.waarde, required, {}):
            # What a field of this name is told is the same wherever it stands deeper.
            top = sleutel.partition(":")[0] if len(mutation.pad) == 1 else ""
            shape = (top, mutation.soort, veldnaam(mutation.pad[-1:]))
            if shape in seen:
                continue
            seen.add(shape)
            _, errors = validate_model(
                YamlFile(whole.naam, mutation.tree, dict(base.positions)), model
            )
            said = made.setdefault(whole.naam.removesuffix(".yml"), [])
            said += [f"# {mutation}", *map(str, errors)]
    same("fouten", {naam: "\n".join(lines) + "\n" for naam, lines in made.items()})


def _another(choices: list[str], waarde: object) -> str:
    """Return the choice after this one."""
    return choices[(choices.index(str(waarde)) + 1) % len(choices)]


def _reference(corpus: Corpus, _: Pad, waarde: object, mark: Merk | None) -> object:
    if not isinstance(mark, Verwijzing):
        return waarde
    known = [id_ for id_ in corpus.records if id_.partition(":")[0] in mark.soorten]
    return _another(known, waarde) if waarde in known else waarde


def _no_reference(_: Corpus, _pad: Pad, waarde: object, mark: Merk | None) -> object:
    return f"{waarde}x" if isinstance(mark, Verwijzing) else waarde


def _term(corpus: Corpus, _: Pad, waarde: object, mark: Merk | None) -> object:
    if not isinstance(mark, Term) or mark.as_ not in corpus.vocabulaires:
        return waarde
    return _another([term.sleutel for term in corpus.vocabulaires[mark.as_].termen], waarde)


def _certainty(_: Corpus, pad: Pad, waarde: object, _mark: Merk | None) -> object:
    return _another(ZEKERHEDEN, waarde) if pad[-1] == "zekerheid" else waarde


def _yes_no(_: Corpus, _pad: Pad, waarde: object, _mark: Merk | None) -> object:
    return not waarde if isinstance(waarde, bool) else waarde


def _later(_: Corpus, _pad: Pad, waarde: object, mark: Merk | None) -> object:
    if mark is None and isinstance(waarde, str) and waarde[:2] == "20" and waarde[:4].isdigit():
        return f"{int(waarde[:4]) + 3}{waarde[4:]}"
    return waarde


def _earlier(_: Corpus, _pad: Pad, waarde: object, mark: Merk | None) -> object:
    if mark is None and isinstance(waarde, str) and waarde[:2] == "20" and waarde[:4].isdigit():
        return f"{int(waarde[:4]) - 9}{waarde[4:]}"
    return waarde


def _sentence(_: Corpus, pad: Pad, waarde: object, mark: Merk | None) -> object:
    if mark is None and pad[-1] in ("tekst", "opmerking", "samenvatting", "titel"):
        return "Deze zin met 12 keer meer problemen is van mevrouw Jansen."
    return waarde


def _number(_: Corpus, _pad: Pad, waarde: object, _mark: Merk | None) -> object:
    return waarde + 1 if isinstance(waarde, int) and not isinstance(waarde, bool) else waarde


def _gone(_: Corpus, pad: Pad, _waarde: object, _mark: Merk | None) -> object:
    return _GONE if isinstance(pad[-1], str) else _waarde


CHANGES: Mapping[str, Change] = {
    "een andere verwijzing": _reference,
    "een verwijzing naar niets": _no_reference,
    "een andere term": _term,
    "een andere zekerheid": _certainty,
    "ja en nee": _yes_no,
    "later": _later,
    "eerder": _earlier,
    "een andere zin": _sentence,
    "een ander getal": _number,
    "weg": _gone,
}


def _changed(corpus: Corpus, change: Change, seed: int) -> Corpus:
    """Return the example with one in so many fields changed; what is not valid stays as it was."""
    records: list[Bestandsrecord] = []
    vocabulaires: dict[str, Vocabulaire] = {}
    tables: dict[str, BaseModel] = {}
    for sleutel, model in _models():
        file = corpus.read[sleutel].file
        soort, _, naam = sleutel.partition(":")
        old, _ = validate_model(file, model)
        assert old is not None
        marks = {pad: mark for pad, _, mark in walk(old)}
        rng = random.Random(f"{seed} {sleutel}")  # noqa: S311 - a sample, no secret
        tree = walked(
            file.waarde,
            (),
            lambda pad, waarde, m=marks, r=rng: (  # type: ignore[misc]
                change(corpus, pad, waarde, m.get(pad))
                if r.randrange(EVERY_HOW_MANY) == 0
                else waarde
            ),
        )
        new, _ = validate_model(YamlFile(file.naam, tree, file.positions), model)
        record = old if new is None or getattr(new, "id", sleutel) != sleutel else new
        if soort == "tabel":
            tables[naam] = record
        elif isinstance(record, Vocabulaire):
            vocabulaires[naam] = record
        else:
            records.append(typing.cast("Bestandsrecord", record))
    return rebuilt(corpus, records, vocabulaires, **tables)


def walked(tree: object, pad: Pad, change: Callable[[Pad, object], object]) -> object:
    """Return a tree with another value wherever ``change`` gives one."""
    if isinstance(tree, dict):
        parts = {naam: walked(part, (*pad, naam), change) for naam, part in tree.items()}
        return {naam: part for naam, part in parts.items() if part is not _GONE}
    if isinstance(tree, list):
        return [walked(part, (*pad, nummer), change) for nummer, part in enumerate(tree)]
    return change(pad, tree) if pad else tree


@pytest.mark.parametrize("naam", CHANGES)
def test_what_the_rules_say(naam: str) -> None:
    made: dict[str, list[str]] = {}
    for seed in range(2):
        changed = _changed(example(), CHANGES[naam], seed)
        for regel in REGELS:
            errors = sorted({str(error) for error in regel(changed)})
            made.setdefault(regel.naam, []).extend(errors)
    same(
        f"regels/{naam}", {regel: "\n".join(lines) + "\n" for regel, lines in made.items() if lines}
    )
