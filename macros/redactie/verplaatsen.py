"""``hernoem`` and ``trek-in``: a record gets another address, or goes, and no link breaks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from macros.check.adressen import needless_woorden
from macros.corpus.corpus import Corpus, Relatie
from macros.load.error import Pad, counted
from macros.model.base import BRON_SLUG, SLUG, Zin
from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt
from macros.model.soorten import Bestandsrecord
from macros.model.validate import uitleg_of
from macros.redactie import bronwoorden
from macros.redactie.jobs import CommandError, Work
from macros.redactie.typed import meant
from macros.redactie.vinden import fetch_way, record_of, sets_there, there
from macros.redactie.writing import Block, new_block

OLD = "data/oude-adressen.yml"
VRAGEN = "tests/zoekvragen"
WHY_VRAGEN = (
    f"De bestanden in {VRAGEN}/ toetsen of het zoeken de goede pagina vindt. Zij noemen haar bij "
    "haar naam. Geef ze mee met de rest."
)


def hernoem(jobs: Work, corpus: Corpus, typed: str, slug: str, dag: date) -> None:
    """Give a record another name, and with it another address; every reference goes along."""
    record = record_of(corpus, typed)
    vorm = BRON_SLUG if isinstance(record, Bron) else SLUG
    if vorm.fullmatch(slug) is None:
        characters = "hoofdletters" if vorm is BRON_SLUG else "kleine letters"
        raise CommandError(
            f"„{slug}” kan geen naam zijn", f"gebruik {characters}, cijfers en streepjes"
        )
    new = f"{record.soort}:{slug}"
    occupied = {one.pad: one.id for one in corpus.records.values()}
    pad = f"{record.mapnaam}/{slug.lower()}/"
    if pad in occupied:
        raise CommandError(f"{occupied[pad]} bestaat al", "kies een andere naam")
    old_file = corpus.read[record.id].file.naam
    new_file = f"data/{record.mapnaam}/{slug}.yml"
    jobs.bewerk(old_file, lambda tree: tree.__setitem__("id", new))
    for relatie in corpus.back[record.id]:
        _wijs_naar(jobs, corpus, relatie, new)
    jobs.put_link(new_file, jobs.parse(old_file))
    jobs.way(old_file)
    _in_docs(jobs, record, slug)
    _in_zoekvragen(jobs, record.id, new)
    leads_around = record.pad in corpus.gepubliceerd.adressen
    jobs.bewerk(OLD, lambda tree: _verhuisd(tree, record, new, dag, leads_around=leads_around))
    jobs.done.append(f"{record.id} heet nu {new}. Het adres is nu {pad}.")
    jobs.done.append(
        f"De titel blijft „{record.titel}”. Moet die ook anders, wijzig dan „titel” in {new_file}."
    )
    jobs.done.append(f"Verwijzingen die meegingen: {len(corpus.back[record.id])}.")
    jobs.done.append(
        f"Wie {record.pad} opent, komt vanzelf op het nieuwe adres."
        if leads_around
        else f"{record.pad} was nog niet gepubliceerd; daar staat nu niets meer."
    )


def trek_in(  # noqa: PLR0913  each is one thing that an editor tells
    jobs: Work,
    corpus: Corpus,
    typed: str,
    *,
    reden: str,
    opvolger: str | None,
    dag: date,
) -> None:
    """Take a record back: its address tells why, and what came in its place."""
    reden = _whole_zin(reden)
    record = record_of(corpus, typed)
    after_it = record_of(corpus, opvolger) if opvolger else None
    if after_it is not None and after_it.id == record.id:
        raise CommandError("een record volgt zichzelf niet op", "noem een ander record")
    fixed = [r for r in corpus.back[record.id] if r.from_ != record.id and not _loose(r, after_it)]
    if fixed:
        places = ", ".join(sorted({_place(corpus, relatie) for relatie in fixed}))
        plekken = counted(len(fixed), "plek", "plekken")
        raise CommandError(
            f"op {plekken} kan {record.id} niet zomaar weg: {places}",
            "pas die regels eerst aan, of geef met --opvolger een record van dezelfde soort",
        )
    # From the end to the front, so that the places of a list still hold.
    for relatie in sorted(corpus.back[record.id], key=lambda r: _volgorde(r.pad), reverse=True):
        if relatie.from_ != record.id:
            if not _follows(relatie, after_it):
                jobs.lost.append(f"  verwijzing weg  {_place(corpus, relatie)}")
            _fetch_loose(jobs, corpus, relatie, record, after_it)
    way = [record, *_bronnen_of_only(corpus, record)]
    if after_it in way:
        raise CommandError(
            f"{opvolger} gaat mee weg: alleen {record.id} rust op die bron", "noem een ander record"
        )
    for one in way:
        jobs.way(corpus.read[one.id].file.naam)
    _out_zoekvragen(jobs, record.id, after_it.id if after_it else None)
    _write_down(jobs, corpus, way, reden=reden, after_it=after_it, dag=dag)
    needless = needless_woorden(corpus, {one.id for one in way})
    if needless:
        bronwoorden.fetch_woorden(jobs, needless)
        jobs.done.append(f"Uit {bronwoorden.FILE}: {', '.join(needless)}.")


def _write_down(  # noqa: PLR0913  each is one thing that the list of old addresses tells
    jobs: Work,
    corpus: Corpus,
    way: Sequence[Bestandsrecord],
    *,
    reden: str,
    after_it: Bestandsrecord | None,
    dag: date,
) -> None:
    """Keep the reason where an address was published, and the number of a learning always."""
    record = way[0]
    told: list[str] = []

    def boek(tree: Block) -> None:
        if isinstance(record, Leerpunt):
            nummers = sorted({*tree.get("vervallen_nummers", ()), record.nummer})
            tree |= new_block({"vervallen_nummers": nummers})
        for one in way:
            row = {"titel": one.titel, "datum": dag.isoformat(), "reden": reden}
            if one is not record:
                row["reden"] = f"Alleen {record.titel} rustte op deze bron."
            elif after_it is not None:
                row["opvolger"] = after_it.id
            published = one.pad in corpus.gepubliceerd.adressen
            pads = _ingetrokken(tree, one, row, published=published)
            if one is record:
                told.extend(pads)

    jobs.bewerk(OLD, boek)
    jobs.done.append(
        f"{record.id} is ingetrokken. Op {' en '.join(told)} staat waarom."
        if told
        else f"{record.id} is weg. {record.pad} was nog niet gepubliceerd: daar hoeft niets te "
        "staan. De reden is dus niet bewaard."
    )
    if len(way) > 1:
        codes = ", ".join(one.slug for one in way[1:])
        jobs.done.append(f"Ook weg, want alleen dit record rustte erop: {codes}.")


def _whole_zin(reden: str) -> str:
    """Return a reason; refuse one that could not stand on a page, whether it comes there or not."""
    reden = str(meant(Zin, reden))
    try:
        return TypeAdapter(Zin).validate_python(reden)
    except ValidationError as errors:
        wat, remedy = uitleg_of(errors.errors(include_url=False)[-1], reden)
        raise CommandError(
            f"--reden „{reden}”: {wat}", remedy or "schrijf een hele zin, zoals „Het was dubbel.”"
        ) from None


def _wijs_naar(jobs: Work, corpus: Corpus, relatie: Relatie, new: str) -> None:
    plaats = corpus.read[relatie.from_]
    pad = (*plaats.pad, *relatie.pad)

    def change(tree: Block) -> None:
        voluit = ":" in str(there(tree, pad))
        sets_there(tree, pad, new if voluit else new.partition(":")[2])

    jobs.bewerk(plaats.file.naam, change)


def _loose(relatie: Relatie, after_it: Bestandsrecord | None) -> bool:
    """Tell whether a reference can go, or can point to what comes after."""
    fits = after_it is not None and after_it.soort in relatie.soorten
    return fits or isinstance(relatie.pad[-1], int)


def _follows(relatie: Relatie, after_it: Bestandsrecord | None) -> bool:
    """Tell whether a reference can point to what comes after."""
    return (
        after_it is not None and after_it.soort in relatie.soorten and after_it.id != relatie.from_
    )


def _fetch_loose(
    jobs: Work,
    corpus: Corpus,
    relatie: Relatie,
    record: Bestandsrecord,
    after_it: Bestandsrecord | None,
) -> None:
    plaats = corpus.read[relatie.from_]
    pad: Pad = (*plaats.pad, *relatie.pad)

    def change(tree: Block) -> None:
        waarde = str(there(tree, pad))
        row = there(tree, pad[:-1])
        if after_it is None or not _follows(relatie, after_it):
            fetch_way(tree, pad)
            return
        otherwise = after_it.id if ":" in waarde else after_it.slug
        if isinstance(pad[-1], int) and otherwise in row:
            fetch_way(tree, pad)
        else:
            sets_there(tree, pad, otherwise)

    if relatie.from_ == record.id:
        return
    jobs.bewerk(plaats.file.naam, change)


def _bronnen_of_only(corpus: Corpus, record: Bestandsrecord) -> list[Bestandsrecord]:
    """Return the sources on which nothing but this record rests."""
    named = {r.naar for r in corpus.relaties if r.from_ == record.id and r.naar in corpus.records}
    return [
        corpus.records[id_]
        for id_ in sorted(named)
        if isinstance(corpus.records[id_], Bron)
        and {r.from_ for r in corpus.back[id_]} == {record.id}
    ]


def _place(corpus: Corpus, relatie: Relatie) -> str:
    plaats = corpus.read[relatie.from_]
    position = plaats.file.position((*plaats.pad, *relatie.pad))
    return f"{plaats.file.naam}:{position.regel}"


def _volgorde(pad: Pad) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (0, part) for part in pad)


# --- the list of old addresses --------------------------------------------------------------------


def _verhuisd(
    tree: Block, record: Bestandsrecord, new: str, dag: date, *, leads_around: bool
) -> None:
    pad = f"{record.mapnaam}/{new.partition(':')[2].lower()}/"
    for veld, naar in (("verhuisd", "naar"), ("ingetrokken", "opvolger")):
        rows = tree.get(veld, [])
        for row in rows:
            if row.get(naar) in (record.id, record.pad):
                row[naar] = new
        # On the new address stands a page again.
        for nummer in reversed(range(len(rows))):
            if rows[nummer]["van"] == pad:
                fetch_way(tree, (veld, nummer))
    if leads_around:
        row = {"van": record.pad, "naar": new, "datum": dag.isoformat()}
        tree.setdefault("verhuisd", []).append(new_block(row))


def _ingetrokken(
    tree: Block, record: Bestandsrecord, row: Mapping[str, str], *, published: bool
) -> list[str]:
    """Let every old address of a record that goes lead somewhere; return where it says why.

    That is its own address, if readers know it: then what led to the record leads there. If they do
    not, it is each address that it had before.
    """
    moved = tree.get("verhuisd", [])
    pads = [record.pad] if published else []
    for nummer in reversed(range(len(moved))):
        if moved[nummer]["naar"] not in (record.id, record.pad):
            continue
        if published:
            moved[nummer]["naar"] = record.pad
        else:
            pads.insert(0, moved[nummer]["van"])
            fetch_way(tree, ("verhuisd", nummer))
    # What came in the place of another goes too: that leads to what comes after this one.
    after_it = row.get("opvolger") or (record.pad if published else "")
    for old in tree.get("ingetrokken", []):
        if old.get("opvolger") in (record.id, record.pad):
            old["opvolger"] = after_it
            if not after_it:
                del old["opvolger"]
    for pad in pads:
        tree.setdefault("ingetrokken", []).append(new_block({"van": pad, **row}))
    return pads


# --- written pages and judged questions -----------------------------------------------------------


def touches_vragen(jobs: Work) -> bool:
    """Tell whether judged questions change: an editor would not know why."""
    return any(naam.startswith(f"{VRAGEN}/") for naam in jobs.teksten)


def _in_docs(jobs: Work, record: Bestandsrecord, slug: str) -> None:
    """Let the macros of written pages name the record by its new name."""
    old_id, new_id = f'"{record.id}"', f'"{record.soort}:{slug}"'
    short = re.compile(rf'(\{{\{{\s*{record.soort}\(\s*)"{re.escape(record.slug)}"')
    for pad in sorted((jobs.root / "docs").rglob("*.md")):
        naam = pad.relative_to(jobs.root).as_posix()
        tekst = jobs.parse(naam)
        jobs.put_link(naam, short.sub(rf'\1"{slug}"', tekst.replace(old_id, new_id)))


def _in_zoekvragen(jobs: Work, old: str, new: str) -> None:
    for naam in _vraagbestanden(jobs):
        jobs.put_link(naam, jobs.parse(naam).replace(f'"id": "{old}"', f'"id": "{new}"'))


def _out_zoekvragen(jobs: Work, old: str, new: str | None) -> None:
    """Judge questions by what came after; a question that nothing answers any more goes."""
    for naam in _vraagbestanden(jobs):
        regels = []
        for regel in jobs.parse(naam).splitlines():
            if f'"id": "{old}"' not in regel:
                regels.append(regel)
                continue
            vraag = json.loads(regel)
            known = {one["id"] for one in vraag["antwoorden"]} - {old}
            for one in vraag["antwoorden"]:
                if one["id"] == old and new is not None and new not in known:
                    one["id"] = new
            vraag["antwoorden"] = [one for one in vraag["antwoorden"] if one["id"] != old]
            if vraag["antwoorden"]:
                regels.append(json.dumps(vraag, ensure_ascii=False))
        jobs.put_link(naam, "\n".join(regels) + "\n")


def _vraagbestanden(jobs: Work) -> list[str]:
    folder: Path = jobs.root / VRAGEN
    return [pad.relative_to(jobs.root).as_posix() for pad in sorted(folder.glob("*.jsonl"))]
