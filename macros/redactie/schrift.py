"""Changing the YAML of an editor and leaving the rest of the file as it was, to the byte.

ruamel.yaml keeps comments, order and quotes, but joins a text that runs over two lines and indents
its own way. So only the lines that differ between its writing of the old and of the new tree are
taken over; every other line stays as the editor typed it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from macros.load.boom import lees_tekst

Blok = CommentedMap
"""A block of fields, as ruamel.yaml gives it: a dict that knows its comments."""
_BREED = 1_000_000
"""Never break a line: an editor's own breaks stay, and a diff of a sentence is one line."""


class SchriftFout(ValueError):
    """The text could not be changed without changing more than was asked."""


def bewerk(tekst: str, verander: Callable[[Blok], None]) -> str:
    """Return ``tekst`` after ``verander`` changed its tree; lines it did not touch are the same."""
    yaml = _yaml()
    boom = yaml.load(tekst)
    voor = _schrijf(yaml, boom)
    verander(boom)
    na = _schrijf(yaml, boom)
    if na == voor:
        return tekst
    uit = _overgenomen(tekst, voor, na)
    # A list that the editor indents in another way than ruamel.yaml would not fit together.
    return uit if _waarde(uit) == _waarde(na) else na


def nieuw_blok(velden: Mapping[str, object]) -> Blok:
    """Return a block as editors write it: short lists of codes on one line, dates bare."""
    blok = CommentedMap()
    for naam, waarde in velden.items():
        blok[naam] = _zoals_getypt(waarde)
    return blok


def als_tekst(velden: Mapping[str, object]) -> str:
    """Return the text of a new file."""
    return _schrijf(_yaml(), nieuw_blok(velden))


def _zoals_getypt(waarde: object) -> object:
    if isinstance(waarde, Mapping):
        return nieuw_blok(waarde)
    if isinstance(waarde, list | tuple):
        rij = CommentedSeq([_zoals_getypt(deel) for deel in waarde])
        if not any(isinstance(deel, Mapping | list | tuple) for deel in waarde):
            rij.fa.set_flow_style()
        return rij
    if isinstance(waarde, str):
        return _als_dag_of_tekst(waarde)
    return waarde


def _als_dag_of_tekst(tekst: str) -> object:
    """Return a day for ``2026-11-21``, so that it is written without quotes."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return tekst
    return dag if dag.isoformat() == tekst else tekst


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _BREED
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _schrijf(yaml: YAML, boom: object) -> str:
    uit = io.StringIO()
    yaml.dump(boom, uit)
    return uit.getvalue()


def _waarde(tekst: str) -> object:
    """Return what our own reader makes of a text; None when it finds anything wrong."""
    bestand, fouten = lees_tekst(tekst, "")
    return None if bestand is None or fouten else bestand.waarde


def _overgenomen(tekst: str, voor: str, na: str) -> str:
    """Return ``tekst`` with the lines in which ``na`` differs from ``voor``."""
    getypt, oud, nieuw = (deel.splitlines(keepends=True) for deel in (tekst, voor, na))
    grenzen = _grenzen(getypt, oud)
    uit: list[str] = []
    for soort, van, tot, nieuw_van, nieuw_tot in SequenceMatcher(
        None, oud, nieuw, autojunk=False
    ).get_opcodes():
        if soort == "equal":
            uit += getypt[grenzen[van] : grenzen[tot]]
        else:
            uit += nieuw[nieuw_van:nieuw_tot]
    return "".join(uit)


def _grenzen(getypt: Sequence[str], geschreven: Sequence[str]) -> list[int]:
    """Return for each line that ruamel.yaml writes where it begins in what the editor typed."""
    grenzen, plek = [0], 0
    for regel in geschreven:
        gezocht = regel.split()
        stuk: list[str] = []
        while stuk != gezocht or plek == grenzen[-1]:
            if plek == len(getypt):
                raise SchriftFout(f"de regel „{regel.strip()[:60]}” is niet terug te vinden")
            stuk += getypt[plek].split()
            plek += 1
        grenzen.append(plek)
    # What follows the last line, such as an empty one, belongs to it.
    grenzen[-1] = len(getypt)
    return grenzen
