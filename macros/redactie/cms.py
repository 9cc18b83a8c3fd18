"""Forms in the browser: a configuration of Decap CMS, made from the model.

Off unless somebody asks: the site has no part of it. Whoever wants it puts the folder that
``kennisbank formulieren`` writes on an address of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import cast

from macros.corpus.corpus import Corpus
from macros.model.soorten import SOORTEN
from macros.redactie.schema import keuzebestand, schemabestanden, schemapad

SCRIPT, CONFIG, PAGE = "decap-cms.js", "config.yml", "index.html"
LOCAL = "lokaal"
BACKENDS = ("gitlab", "github", "gitea", LOCAL)
_LOCAL_ADRES = "http://localhost:8081/api/v1"
"""Where `decap-server` listens: forms for the files of one's own computer."""
_LONG = 200
"""A text that may be longer gets room for more than one line."""
Widget = dict[str, object]
_Schema = Mapping[str, object]


def cms_files(corpus: Corpus, backend: str, repo: str) -> Mapping[str, str]:
    """Return the page and the configuration, by file name; the script is of others."""
    config = {
        "backend": _backend(backend, repo),
        # A change becomes a proposal that somebody else looks at. Not on one's own computer.
        "publish_mode": "simple" if backend == LOCAL else "editorial_workflow",
        "load_config_file": True,
        "locale": "nl",
        "media_folder": "docs/assets/beeld",
        "collections": collections(corpus),
    }
    # JSON is YAML, and in it no text can be taken for anything else.
    return {CONFIG: json.dumps(config, ensure_ascii=False, indent=1) + "\n", PAGE: _page()}


def _backend(backend: str, repo: str) -> Widget:
    if backend == LOCAL:
        return {"name": "proxy", "proxy_url": _LOCAL_ADRES, "branch": "main"}
    return {"name": backend, "repo": repo, "branch": "main"}


def _page() -> str:
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape('Gegevens wijzigen')}</title>\n</head>\n<body>\n"
        f'<script src="{SCRIPT}"></script>\n</body>\n</html>\n'
    )


def collections(corpus: Corpus) -> list[Widget]:
    """Return one collection for each kind of record.

    Nothing is made or removed here: a new record needs an id that is its file name, and an address
    may never vanish. The commands ``nieuw`` and ``trek-in`` see to that.
    """
    files = schemabestanden()
    terms = json.loads(keuzebestand(corpus))["$defs"]
    out: list[Widget] = []
    for soort in SOORTEN:
        schema = json.loads(files[schemapad(soort)])
        out.append(
            {
                "name": soort.mapnaam,
                "label": soort.meervoud,
                "label_singular": soort.enkelvoud,
                "folder": f"data/{soort.mapnaam}",
                "extension": "yml",
                "format": "yml",
                "create": False,
                "delete": False,
                "identifier_field": "titel",
                "summary": "{{titel}}",
                "editor": {"preview": False},
                "fields": list(_Fields(schema.get("$defs", {}), terms).of(schema)),
            }
        )
    return out


_PLAIN: Mapping[object, Widget] = {
    "boolean": {"widget": "boolean"},
    "integer": {"widget": "number", "value_type": "int"},
    "number": {"widget": "number", "value_type": "float"},
}


_OWN: Mapping[str, Widget] = {"id": {"widget": "hidden"}, "titel": {"widget": "string"}}
"""Fields that a form shows in another way than their type says."""


class _Fields:
    """Turns the schema of one kind into the fields of a form."""

    def __init__(self, defs: Mapping[str, _Schema], terms: Mapping[str, _Schema]) -> None:
        self.defs = defs
        self.terms = terms

    def of(self, schema: _Schema) -> Iterator[Widget]:
        """Yield the fields of a block."""
        required = cast("Sequence[str]", schema.get("required", ()))
        for naam, part in cast("Mapping[str, _Schema]", schema["properties"]).items():
            yield {
                "name": naam,
                "label": naam,
                "hint": part.get("description", ""),
                "required": naam in required,
                **_OWN.get(naam, self._widget(part)),
            }

    def _widget(self, part: _Schema) -> Widget:
        if "anyOf" in part:  # a reference: what is new has to be possible as well
            return {"widget": "string"}
        if "enum" in part:
            return {"widget": "select", "options": part["enum"]}
        if "$ref" in part:
            file, _, naam = str(part["$ref"]).partition("#/$defs/")
            return self._term(naam) if file else self._block(naam)
        if part["type"] == "array":
            return self._list(cast("_Schema", part["items"]), part)
        plain = _PLAIN.get(str(part["type"]))
        return _of_tekst(part) if plain is None else {**plain}

    def _term(self, naam: str) -> Widget:
        # A vocabulary of which no record uses a term is not there.
        terms = cast("Sequence[_Schema]", self.terms.get(naam, {}).get("oneOf", ()))
        options = [{"value": term["const"], "label": term["title"]} for term in terms]
        return {"widget": "select", "options": options}

    def _block(self, naam: str) -> Widget:
        return {"widget": "object", "collapsed": True, "fields": list(self.of(self.defs[naam]))}

    def _list(self, items: _Schema, part: _Schema) -> Widget:
        bounds = {
            name: part[key]
            for name, key in (("min", "minItems"), ("max", "maxItems"))
            if key in part
        }
        inner = self._widget(items)
        if inner["widget"] == "object":
            return {"widget": "list", "fields": inner["fields"], **bounds}
        # A field without a name of its own: without it a comma would cut a text in two.
        field = {"name": "waarde", "label": "waarde", **inner}
        return {"widget": "list", "field": field, "collapsed": False, **bounds}


def _of_tekst(part: _Schema) -> Widget:
    pattern = part.get("pattern")
    if pattern is not None:
        example = cast("Sequence[str]", part.get("examples", ["JJJJ-MM-DD"]))[0]
        return {"widget": "string", "pattern": [pattern, f"schrijf het zo: {example}"]}
    length = part.get("maxLength")
    is_long = not isinstance(length, int) or length > _LONG
    return {"widget": "text" if is_long else "string"}


def write_cms(corpus: Corpus, folder: Path, backend: str, repo: str) -> list[str]:
    """Write the folder; return what its owner still has to do."""
    folder.mkdir(parents=True, exist_ok=True)
    for naam, tekst in cms_files(corpus, backend, repo).items():
        (folder / naam).write_text(tekst, encoding="utf-8", newline="\n")
    out = [f"Klaar: {folder / PAGE} en {folder / CONFIG}."]
    if not (folder / SCRIPT).exists():
        out.append(f"Zet {SCRIPT} erbij, uit het npm-pakket decap-cms: zie CONTRIBUTING.md.")
    return out
