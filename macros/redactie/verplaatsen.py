"""``hernoem`` and ``trek-in``: a record gets another address, or goes, and no link breaks."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from macros.corpus.corpus import Corpus, Relatie
from macros.load.fout import Pad
from macros.model.basis import BRON_SLUG, SLUG
from macros.model.kennis import Bron
from macros.model.soorten import Bestandsrecord
from macros.redactie.schrift import Blok, nieuw_blok
from macros.redactie.vinden import daar, haal_weg, record_van, zet_daar
from macros.redactie.werk import OpdrachtFout, Werk

OUD = "data/oude-adressen.yml"
VRAGEN = "tests/zoekvragen"


def hernoem(werk: Werk, corpus: Corpus, getypt: str, slug: str, dag: date) -> None:
    """Give a record another name, and with it another address; every reference goes along."""
    record = record_van(corpus, getypt)
    vorm = BRON_SLUG if isinstance(record, Bron) else SLUG
    if vorm.fullmatch(slug) is None:
        tekens = "hoofdletters" if vorm is BRON_SLUG else "kleine letters"
        raise OpdrachtFout(
            f"„{slug}” kan geen naam zijn", f"gebruik {tekens}, cijfers en streepjes"
        )
    nieuw = f"{record.soort}:{slug}"
    bezet = {een.pad: een.id for een in corpus.records.values()}
    pad = f"{record.mapnaam}/{slug.lower()}/"
    if pad in bezet:
        raise OpdrachtFout(f"{bezet[pad]} bestaat al", "kies een andere naam")
    oud_bestand = corpus.gelezen[record.id].bestand.naam
    nieuw_bestand = f"data/{record.mapnaam}/{slug}.yml"
    werk.bewerk(oud_bestand, lambda boom: boom.__setitem__("id", nieuw))
    for relatie in corpus.terug[record.id]:
        _wijs_naar(werk, corpus, relatie, nieuw)
    werk.zet(nieuw_bestand, werk.lees(oud_bestand))
    werk.weg(oud_bestand)
    _in_docs(werk, record, slug)
    _in_zoekvragen(werk, record.id, nieuw)
    leidt_om = record.pad in corpus.gepubliceerd.adressen
    werk.bewerk(OUD, lambda boom: _verhuisd(boom, record, nieuw, dag, leidt_om=leidt_om))
    werk.gedaan.append(f"{record.id} heet nu {nieuw}. Het adres is nu {pad}.")
    werk.gedaan.append(f"Verwijzingen die meegingen: {len(corpus.terug[record.id])}.")
    werk.gedaan.append(
        f"Wie {record.pad} opent, komt vanzelf op het nieuwe adres."
        if leidt_om
        else f"{record.pad} was nog niet gepubliceerd; daar staat nu niets meer."
    )


def trek_in(  # noqa: PLR0913  each is one thing that an editor tells
    werk: Werk,
    corpus: Corpus,
    getypt: str,
    *,
    reden: str,
    opvolger: str | None,
    dag: date,
) -> None:
    """Take a record back: its address tells why, and what came in its place."""
    record = record_van(corpus, getypt)
    erna = record_van(corpus, opvolger) if opvolger else None
    if erna is not None and erna.id == record.id:
        raise OpdrachtFout("een record volgt zichzelf niet op", "noem een ander record")
    vast = [r for r in corpus.terug[record.id] if r.van != record.id and not _los(r, erna)]
    if vast:
        plekken = ", ".join(sorted({_plek(corpus, relatie) for relatie in vast}))
        raise OpdrachtFout(
            f"op {len(vast)} plekken kan {record.id} niet zomaar weg: {plekken}",
            "pas die regels eerst aan, of geef met --opvolger een record van dezelfde soort",
        )
    # From the end to the front, so that the places of a list still hold.
    for relatie in sorted(corpus.terug[record.id], key=lambda r: _volgorde(r.pad), reverse=True):
        if relatie.van != record.id:
            _haal_los(werk, corpus, relatie, record, erna)
    weg = [record, *_bronnen_van_alleen(corpus, record)]
    for een in weg:
        werk.weg(corpus.gelezen[een.id].bestand.naam)
    _uit_zoekvragen(werk, record.id, erna.id if erna else None)
    naar = erna.id if erna else None

    def boek(boom: Blok) -> None:
        for een in weg:
            waarom = reden if een is record else f"Alleen {record.titel} rustte op deze bron."
            if een.pad in corpus.gepubliceerd.adressen:
                _ingetrokken(boom, een, waarom, naar if een is record else None, dag)

    werk.bewerk(OUD, boek)
    werk.gedaan.append(f"{record.id} is ingetrokken. Op {record.pad} staat waarom.")
    if len(weg) > 1:
        codes = ", ".join(een.slug for een in weg[1:])
        werk.gedaan.append(f"Ook weg, want alleen dit record rustte erop: {codes}.")


def _wijs_naar(werk: Werk, corpus: Corpus, relatie: Relatie, nieuw: str) -> None:
    plaats = corpus.gelezen[relatie.van]
    pad = (*plaats.pad, *relatie.pad)

    def verander(boom: Blok) -> None:
        voluit = ":" in str(daar(boom, pad))
        zet_daar(boom, pad, nieuw if voluit else nieuw.partition(":")[2])

    werk.bewerk(plaats.bestand.naam, verander)


def _los(relatie: Relatie, erna: Bestandsrecord | None) -> bool:
    """Tell whether a reference can go, or can point to what comes after."""
    past = erna is not None and erna.soort in relatie.soorten
    return past or isinstance(relatie.pad[-1], int)


def _haal_los(
    werk: Werk,
    corpus: Corpus,
    relatie: Relatie,
    record: Bestandsrecord,
    erna: Bestandsrecord | None,
) -> None:
    plaats = corpus.gelezen[relatie.van]
    pad: Pad = (*plaats.pad, *relatie.pad)

    def verander(boom: Blok) -> None:
        waarde = str(daar(boom, pad))
        rij = daar(boom, pad[:-1])
        if erna is None or erna.soort not in relatie.soorten or erna.id == relatie.van:
            haal_weg(boom, pad)
            return
        anders = erna.id if ":" in waarde else erna.slug
        if isinstance(pad[-1], int) and anders in rij:
            haal_weg(boom, pad)
        else:
            zet_daar(boom, pad, anders)

    if relatie.van == record.id:
        return
    werk.bewerk(plaats.bestand.naam, verander)


def _bronnen_van_alleen(corpus: Corpus, record: Bestandsrecord) -> list[Bestandsrecord]:
    """Return the sources on which nothing but this record rests."""
    genoemd = {r.naar for r in corpus.relaties if r.van == record.id and r.naar in corpus.records}
    return [
        corpus.records[id_]
        for id_ in sorted(genoemd)
        if isinstance(corpus.records[id_], Bron)
        and {r.van for r in corpus.terug[id_]} == {record.id}
    ]


def _plek(corpus: Corpus, relatie: Relatie) -> str:
    plaats = corpus.gelezen[relatie.van]
    positie = plaats.bestand.positie((*plaats.pad, *relatie.pad))
    return f"{plaats.bestand.naam}:{positie.regel}"


def _volgorde(pad: Pad) -> tuple[tuple[int, str], ...]:
    return tuple((deel, "") if isinstance(deel, int) else (0, deel) for deel in pad)


# --- the list of old addresses --------------------------------------------------------------------


def _verhuisd(boom: Blok, record: Bestandsrecord, nieuw: str, dag: date, *, leidt_om: bool) -> None:
    pad = f"{record.mapnaam}/{nieuw.partition(':')[2].lower()}/"
    for veld, naar in (("verhuisd", "naar"), ("ingetrokken", "opvolger")):
        rijen = boom.get(veld, [])
        for rij in rijen:
            if rij.get(naar) == record.id:
                rij[naar] = nieuw
        # On the new address stands a page again.
        for nummer in reversed(range(len(rijen))):
            if rijen[nummer]["van"] == pad:
                haal_weg(boom, (veld, nummer))
    if leidt_om:
        rij = {"van": record.pad, "naar": nieuw, "datum": dag.isoformat()}
        boom.setdefault("verhuisd", []).append(nieuw_blok(rij))


def _ingetrokken(
    boom: Blok, record: Bestandsrecord, reden: str, opvolger: str | None, dag: date
) -> None:
    rij = {"van": record.pad, "titel": record.titel, "datum": dag.isoformat(), "reden": reden}
    if opvolger:
        rij["opvolger"] = opvolger
    # What led to this record leads to where it says why it went.
    for oud in boom.get("verhuisd", []):
        if oud["naar"] == record.id:
            oud["naar"] = record.pad
    boom.setdefault("ingetrokken", []).append(nieuw_blok(rij))


# --- written pages and judged questions -----------------------------------------------------------


def _in_docs(werk: Werk, record: Bestandsrecord, slug: str) -> None:
    """Let the macros of written pages name the record by its new name."""
    oud_id, nieuw_id = f'"{record.id}"', f'"{record.soort}:{slug}"'
    kort = re.compile(rf'(\{{\{{\s*{record.soort}\(\s*)"{re.escape(record.slug)}"')
    for pad in sorted((werk.wortel / "docs").rglob("*.md")):
        naam = pad.relative_to(werk.wortel).as_posix()
        tekst = werk.lees(naam)
        werk.zet(naam, kort.sub(rf'\1"{slug}"', tekst.replace(oud_id, nieuw_id)))


def _in_zoekvragen(werk: Werk, oud: str, nieuw: str) -> None:
    for naam in _vraagbestanden(werk):
        werk.zet(naam, werk.lees(naam).replace(f'"id": "{oud}"', f'"id": "{nieuw}"'))


def _uit_zoekvragen(werk: Werk, oud: str, nieuw: str | None) -> None:
    """Judge questions by what came after; a question that nothing answers any more goes."""
    for naam in _vraagbestanden(werk):
        regels = []
        for regel in werk.lees(naam).splitlines():
            if f'"id": "{oud}"' not in regel:
                regels.append(regel)
                continue
            vraag = json.loads(regel)
            bekend = {een["id"] for een in vraag["antwoorden"]} - {oud}
            for een in vraag["antwoorden"]:
                if een["id"] == oud and nieuw is not None and nieuw not in bekend:
                    een["id"] = nieuw
            vraag["antwoorden"] = [een for een in vraag["antwoorden"] if een["id"] != oud]
            if vraag["antwoorden"]:
                regels.append(json.dumps(vraag, ensure_ascii=False))
        werk.zet(naam, "\n".join(regels) + "\n")


def _vraagbestanden(werk: Werk) -> list[str]:
    map_: Path = werk.wortel / VRAGEN
    return [pad.relative_to(werk.wortel).as_posix() for pad in sorted(map_.glob("*.jsonl"))]
