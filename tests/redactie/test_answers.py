"""How many answers an editor gives for what is added most: played as a stranger did it.

The words are those of someone who followed the guide for the first time. What is counted is each
answer, an Enter as well.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import yaml

from macros.corpus.corpus import Corpus
from macros.redactie.form import Form
from macros.redactie.gesprek import Gesprek
from macros.redactie.jobs import Work
from macros.redactie.maken import new, vermelding
from macros.redactie.verlengen import vooruit

DAG = date(2026, 11, 28)
AT_MOST = {"leerpunt": 40, "gemeente": 12}

LEERPUNT = """\
Jongere met schulden tijdens de zoektermijn
pmm, knelpunt, concreet
wet
inkomen, schulden
Een jongere tot 27 jaar krijgt de eerste vier weken na zijn melding geen bijstand (artikel 41, \
vierde lid, van de Participatiewet).
PMM25
PMM bracht in 2025 naar voren dat jongeren in de zoektermijn zonder inkomen zitten.

Vereenvoudiging van de zoektermijn in de wet
De wet Participatiewet in balans is van 1 oktober 2025.
GEMNU25


participatiewet in balans
aangenomen
Verzoek aan SZW om uitleg te geven
In 2025 is aan het ministerie van SZW gevraagd om uitleg over de zoektermijn te publiceren.
PMM25


in-voorbereiding

veroorzaakt
nee
szw
Hoeveel jongeren tot 27 jaar met schulden wachten op bijstand?

vier weken wachten, geen uitkering jongere, bijstand onder 27, wachttijd uitkering
1 opmerking: De tekst van de rapportage is niet geheel gelezen.

"""

GEMEENTE = """\
https://www.zwolle.nl/bestuur/collegebesluiten/2026-11-12-aansluiting-pmm
Collegebesluit 12 november 2026: aansluiting bij PMM
collegebesluit


geheel
nee
aangesloten


"""


def _play(
    antwoorden: str, corpus: Corpus, jobs: Work, command: Callable[[Form], object]
) -> tuple[Form, list[str]]:
    """Let a command be answered line by line; return its form and all that was said."""
    regels = antwoorden.splitlines()
    said: list[str] = []

    def parse(vraag: str) -> str:
        said.append(vraag)
        return regels.pop(0)

    form = Form(Gesprek(parse, said.append), corpus, jobs, DAG)
    command(form)
    assert regels == [], f"nobody asked for {regels}"
    vooruit(form.jobs, corpus, DAG)
    assert form.jobs.errors() == []
    return form, said


def test_a_leerpunt_with_two_sporen_takes_few_answers(corpus: Corpus, jobs: Work) -> None:
    form, said = _play(LEERPUNT, corpus, jobs, lambda form: new(form, "leerpunt", {}))
    assert len(form.gesprek.given) <= AT_MOST["leerpunt"]
    (file,) = [naam for naam in form.jobs.teksten if naam.startswith("data/leerpunten/")]
    tree = yaml.safe_load(form.jobs.parse(file))
    assert tree["id"] == "leerpunt:jongere-met-schulden-tijdens-de-zoektermijn"
    # What the stranger missed, each in the road that everyone takes.
    assert tree["wetten"][0]["artikelen"] == [{"artikel": "41", "lid": "4"}]
    assert tree["organisaties"][0]["organisatie"] == "organisatie:szw"
    assert tree["organisaties"][0]["bronnen"] == ["PMM25"]
    assert tree["gesignaleerd_door"][0]["bronnen"] == ["PMM25"]
    first, second = tree["sporen"]
    assert first["wetsvoorstel"] == "wetsvoorstel:participatiewet-in-balans"
    assert first["wet"] == "wet:participatiewet-in-balans"
    assert "kijk_opnieuw" not in first
    assert "wetsvoorstel" not in second
    assert second["kijk_opnieuw"] <= date(2027, 5, 28)
    assert tree["onbekend"][0]["aan"] == ["organisatie:szw"]
    # Of this source only the beginning was read.
    assert {one["zekerheid"] for one in tree["situatie"]} == {"secundair"}
    assert any("Het wetsvoorstel „" in one and "is: Wet geworden" in one for one in said)


def test_the_joining_of_a_gemeente_takes_few_answers(corpus: Corpus, jobs: Work) -> None:
    form, _ = _play(GEMEENTE, corpus, jobs, lambda form: vermelding(form, "Zwolle"))
    assert len(form.gesprek.given) <= AT_MOST["gemeente"]
    bron = yaml.safe_load(form.jobs.parse("data/bronnen/ZWOLLE26.yml"))
    assert (bron["aard"], bron["datum"]) == ("primair", date(2026, 11, 12))
    gemeenten = yaml.safe_load(form.jobs.parse("data/gemeenten.yml"))["gemeenten"]
    (zwolle,) = [one for one in gemeenten if one["naam"] == "Zwolle"]
    assert zwolle["vermeldingen"][-1]["zekerheid"] == "primair"
    assert zwolle["vermeldingen"][-1]["stand"] == date(2026, 11, 12)
