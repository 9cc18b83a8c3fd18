"""``links``: ask every address of others whether it still gives a page; only if somebody asks.

Who fetches and who waits is given, so that no test needs a network or a clock.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from typing import Protocol
from urllib.parse import urlsplit

from macros.corpus.corpus import Corpus
from macros.load.error import counted
from macros.model.dates import dag_in_words
from macros.model.kennis import Bron
from macros.model.linkcontrole import Linkuitkomst
from macros.model.organisatie import Organisatie
from macros.redactie.jobs import CommandError, Work
from macros.redactie.writing import Block, new_block

FILE = "data/linkcontrole.yml"
PAUSE = 2.0
"""Seconds between two questions to one website."""
_TIMEOUT = 20
_GONE = (404, 410)
_ASK_AGAIN = (403, 405, 501)
"""How a server says that it only answers to a question for the whole page."""
_AGENT = "kennisbank-links/1 (kijkt of een adres nog bestaat)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a website said: a status of HTTP, or 0 and the reason why there was no answer."""

    status: int
    reden: str = ""


class Clock(Protocol):
    """The part of the module ``time`` that is asked."""

    def monotonic(self) -> float:
        """Return the seconds since some moment."""

    def sleep(self, seconds: float, /) -> None:
        """Wait."""


Fetch = Callable[[str], Answer]


def over_the_net(adres: str) -> Answer:
    """Ask for the head of a page, and for the page itself of a server that will not give that."""
    answer = _ask(adres, "HEAD")
    return _ask(adres, "GET") if answer.status in _ASK_AGAIN else answer


def _ask(adres: str, method: str) -> Answer:
    # HttpsAdres lets no other scheme into the data.
    question = urllib.request.Request(adres, method=method, headers={"User-Agent": _AGENT})  # noqa: S310
    try:
        with urllib.request.urlopen(question, timeout=_TIMEOUT) as found:  # noqa: S310
            return Answer(found.status)
    except urllib.error.HTTPError as error:
        return Answer(error.code)
    except urllib.error.URLError as error:
        return Answer(0, f"geen antwoord ({error.reason})")
    except (OSError, ValueError) as error:
        return Answer(0, f"geen antwoord ({error})")


def adressen(corpus: Corpus) -> list[str]:
    """Return each address of a source or organisation once."""
    bronnen = (adres for one in corpus.every(Bron) for adres in (one.url, *one.ook_te_vinden))
    websites = (one.website for one in corpus.every(Organisatie))
    return sorted({adres for adres in chain(bronnen, websites) if adres})


def website(adres: str) -> str:
    """Return the name of the website of an address."""
    return urlsplit(adres).hostname or ""


def look(every: Iterable[str], fetch: Fetch, clock: Clock) -> Iterator[tuple[str, Answer]]:
    """Ask each address, one at a time, and each website at most once per pause."""
    asked: dict[str, float] = {}
    for adres in _in_turn(every):
        host = website(adres)
        if host in asked:
            clock.sleep(max(0.0, asked[host] + PAUSE - clock.monotonic()))
        answer = fetch(adres)
        asked[host] = clock.monotonic()
        yield adres, answer


def _in_turn(every: Iterable[str]) -> list[str]:
    """Put the websites in turn, so that asking the next one fills the pause of the last."""
    per_host: dict[str, list[str]] = defaultdict(list)
    for adres in every:
        per_host[website(adres)].append(adres)
    rounds = chain.from_iterable(zip_longest(*per_host.values()))
    return [adres for adres in rounds if adres is not None]


def uitkomst(adres: str, answer: Answer, dag: date) -> Linkuitkomst | None:
    """Return what to write down of an address; None if it works."""
    if 200 <= answer.status < 400:  # noqa: PLR2004  what HTTP calls a success or a redirect
        return None
    reden = answer.reden or f"de website antwoordt met {answer.status}"
    soort = "dood" if answer.status in _GONE else "onzeker"
    return Linkuitkomst.model_validate(
        {"adres": adres, "uitkomst": soort, "reden": reden, "sinds": dag}
    )


def links(  # noqa: PLR0913, PLR0917  who asks, of what, when, and how
    jobs: Work, corpus: Corpus, hosts: Sequence[str], dag: date, fetch: Fetch, clock: Clock
) -> None:
    """Look at every address, or at those of some websites, and write down what does not work."""
    table = corpus.linkcontrole
    refused = {one.website: one.reden for one in table.niet_nakijken}
    in_use = adressen(corpus)
    known = {website(adres) for adres in in_use}
    for host in hosts:
        if host not in known:
            raise CommandError(
                f"geen adres is van „{host}”", "schrijf het zoals www.rijksoverheid.nl"
            )
    to_do = [
        adres
        for adres in in_use
        if website(adres) not in refused and (not hosts or website(adres) in hosts)
    ]
    answers = dict(look(to_do, fetch, clock))
    if to_do and not any(answer.status for answer in answers.values()):
        raise CommandError(
            "geen enkele website gaf antwoord", "kijk of deze computer internet heeft"
        )
    before = {(one.adres, one.uitkomst): one for one in table.uitkomsten}
    found = [one for adres in to_do if (one := uitkomst(adres, answers[adres], dag))]
    # What was wrong already is so since the first time, and what was not asked stays.
    kept = [one for one in table.uitkomsten if one.adres in {*in_use} - {*to_do}]
    rows = [*kept, *(before.get((one.adres, one.uitkomst), one) for one in found)]

    def change(tree: Block) -> None:
        tree["nagekeken"] = dag
        tree.pop("uitkomsten", None)
        if rows:
            tree["uitkomsten"] = [
                new_block(one.model_dump(mode="json"))
                for one in sorted(rows, key=lambda one: one.adres)
            ]

    jobs.bewerk(FILE, change)
    jobs.done += [
        f"{counted(len(to_do), 'adres', 'adressen')} nagekeken op {dag_in_words(dag)}: {FILE}.",
        *_per_website(found),
        *(f"{host} niet nagekeken: {reden}" for host, reden in sorted(refused.items())),
    ]


def _per_website(found: Iterable[Linkuitkomst]) -> list[str]:
    """Return in a line per website and reason how many addresses do not work."""
    aantal = Counter((website(one.adres), one.uitkomst, one.reden) for one in found)
    return [
        f"{host}: {hoeveel} {soort}, {reden}"
        for (host, soort, reden), hoeveel in sorted(aantal.items())
    ]
