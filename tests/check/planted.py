"""Personal data that was made up to be found: each notation in sentences as an editor types them.

Written before anyone looked at the patterns of the guard, and not changed to suit them. The even
ones were used for building, the odd ones were held out. No number, address or person is real.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

BSN, IBAN, MOBILE, FIXED = "een BSN", "een IBAN", "een mobiel nummer", "een vast nummer"
MAIL, ADRES, BIRTH, NAAM = "een e-mailadres", "een adres", "een geboortedatum", "een naam"


@dataclass(frozen=True)
class Planted:
    """One sentence that has to be noticed."""

    soort: str
    tekst: str


_CARRIERS: Sequence[str] = (
    "Het gaat om {}.",
    "{} staat in het dossier.",
    "De melding noemt {} en verder niets",
    "Zie {}; dat is bekend.",
    "Een inwoner ({}) vroeg om hulp.",
    "Gegevens: {}, en de rest volgt later.",
    "Contact\n{}\nvia het loket.",
    "In 2024 meldde iemand zich met „{}” bij drie loketten.",
)


def _bsn(rng: random.Random) -> str:
    while True:
        eight = [rng.randint(1, 9), *(rng.randint(0, 9) for _ in range(7))]
        rest = sum(cijfer * weight for cijfer, weight in zip(eight, range(9, 1, -1), strict=True))
        if rest % 11 < 10:
            return "".join(map(str, [*eight, rest % 11]))


def _cijfers(rng: random.Random, hoeveel: int) -> str:
    return str(rng.randint(1, 9)) + "".join(str(rng.randint(0, 9)) for _ in range(hoeveel - 1))


def _iban(rng: random.Random, land: str = "NL") -> str:
    bank = rng.choice(["ABNA", "INGB", "RABO", "TRIO", "ASNB", "SNSB"]) if land == "NL" else ""
    lengte = {"NL": 10, "BE": 12, "DE": 18}[land]
    nummer = bank + _cijfers(rng, lengte)
    waarde = "".join(str(int(character, 36)) for character in f"{nummer}{land}00")
    return f"{land}{98 - int(waarde) % 97:02d}{nummer}"


def _groepen(tekst: str, measures: Sequence[int], separator: str) -> str:
    parts, begin = [], 0
    for measure in measures:
        parts.append(tekst[begin : begin + measure])
        begin += measure
    return separator.join([*parts, tekst[begin:]] if begin < len(tekst) else parts)


def _wide(tekst: str) -> str:
    return "".join(
        chr(ord(character) + 0xFEE0) if character.isdigit() else character for character in tekst
    )


def _vormen_bsn(rng: random.Random) -> Iterator[str]:
    def b() -> str:
        return _bsn(rng)

    yield b()
    yield f"BSN {b()}"
    yield f"BSN: {b()}"
    yield f"bsn{b()}"
    yield f"BSN-{b()}"
    yield f"burgerservicenummer {b()}"
    yield f"sofinummer {b()}"
    for separator in (" ", ".", "-", "\u00a0", "\u2009", "\u202f", "–", "\u2011", "/", " - ", "  "):
        yield _groepen(b(), (3, 3, 3), separator)
    for separator in (" ", ".", "-", "\u00a0", "–"):
        yield _groepen(b(), (4, 2, 3), separator)
    for separator in (" ", ".", "-"):
        yield _groepen(b(), (2, 2, 2, 3), separator)
    yield _groepen(b(), (2, 3, 4), " ")
    yield _groepen(b(), (4, 5), " ")
    yield _groepen(b(), (1,) * 9, " ")
    yield _groepen(b(), (2, 2, 2, 2, 1), " ")
    for character in ("\u00ad", "\u200b", "\u2060", "\u2066"):
        yield _groepen(b(), (4, 5), character)
    yield _wide(b())
    yield f"nr.{b()}"
    yield f"#{b()}"
    yield f"‘{b()}’"


def _vormen_iban(rng: random.Random) -> Iterator[str]:
    four = (4,) * 4
    for separator in ("", " ", "-", ".", "\u00a0", "\u2009", "–", "\u202f", "\u00ad", "  "):
        yield _groepen(_iban(rng), four, separator)
    yield _iban(rng).lower()
    yield _groepen(_iban(rng), four, " ").lower()
    yield f"IBAN:{_iban(rng)}"
    yield f"IBAN {_groepen(_iban(rng), four, ' ')}"
    yield f"rekening {_iban(rng)}"
    yield f"rek.nr. {_groepen(_iban(rng), four, ' ')}"
    yield f"t.n.v. bewoner, {_iban(rng)}"
    yield _groepen(_iban(rng), (2, 2, 4, 10), " ")
    yield _groepen(_iban(rng), (4, 4, 10), " ")
    yield _groepen(_iban(rng), (2, 2, 4, 4, 3, 3), ".")
    yield _wide(_iban(rng))
    yield _iban(rng, "BE")
    yield _groepen(_iban(rng, "BE"), four, " ")
    yield _iban(rng, "DE")
    yield _groepen(_iban(rng, "DE"), (4, 4, 4, 4, 4), " ")


def _vormen_mobile(rng: random.Random) -> Iterator[str]:
    def m() -> str:
        return _cijfers(rng, 8)

    yield f"06{m()}"
    for separator in ("-", " ", ".", "/", " - ", "–", "\u2011", "\u00a0", "\u2009", "−"):
        yield f"06{separator}{m()}"
    for separator in (" ", ".", "-", "\u00a0"):
        yield f"06{separator}{_groepen(m(), (2, 2, 2, 2), separator)}"
        yield f"06{separator}{_groepen(m(), (4, 4), separator)}"
    yield f"06 {_groepen(m(), (3, 2, 3), ' ')}"
    yield f"06 {_groepen(m(), (2, 3, 3), ' ')}"
    yield f"06-{_groepen(m(), (3, 3, 2), ' ')}"
    yield f"(06) {m()}"
    yield f"+316{m()}"
    yield f"+31 6 {m()}"
    yield f"+31 6 {_groepen(m(), (2, 2, 2, 2), ' ')}"
    yield f"+31-6-{m()}"
    yield f"+31 (0)6 {m()}"
    yield f"+31(0)6-{m()}"
    yield f"+31 (0) 6 {_groepen(m(), (4, 4), ' ')}"
    yield f"+31.6.{m()}"
    yield f"00316{m()}"
    yield f"0031 6 {m()}"
    yield f"0031-6-{m()}"
    yield f"tel:+316{m()}"
    yield f"tel. 06{m()}"
    yield f"mob:06-{m()}"
    yield f"06\u00ad{m()}"
    yield f"+31\u00a06\u00a0{m()}"
    yield _wide(f"06{m()}")
    yield f"https://wa.me/316{m()}"


def _vormen_fixed(rng: random.Random) -> Iterator[str]:
    def seven() -> str:
        return _cijfers(rng, 7)

    def six() -> str:
        return _cijfers(rng, 6)

    for separator in ("-", " ", "", ".", "/", " - ", "–", "\u2011", "\u00a0"):
        yield f"020{separator}{seven()}"
        yield f"0113{separator}{six()}"
    yield f"(070) {seven()}"
    yield f"(070){_groepen(seven(), (3, 2, 2), ' ')}"
    yield f"010 {_groepen(seven(), (3, 2, 2), ' ')}"
    yield f"030-{_groepen(seven(), (3, 2, 2), ' ')}"
    yield f"030 {_groepen(seven(), (3, 4), ' ')}"
    yield f"030.{_groepen(seven(), (3, 2, 2), '.')}"
    yield f"0592 {_groepen(six(), (2, 2, 2), ' ')}"
    yield f"0592-{_groepen(six(), (3, 3), ' ')}"
    yield f"(0592) {six()}"
    yield f"+3120{seven()}"
    yield f"+31 20 {seven()}"
    yield f"+31 20 {_groepen(seven(), (3, 2, 2), ' ')}"
    yield f"+31 (0)20 {seven()}"
    yield f"+31(0)20-{seven()}"
    yield f"+31-592-{six()}"
    yield f"+31 592 {_groepen(six(), (3, 3), ' ')}"
    yield f"003120{seven()}"
    yield f"0031 20 {seven()}"
    yield f"tel. 070-{seven()}"
    yield f"085-{seven()}"
    yield f"088 {_groepen(seven(), (3, 4), ' ')}"
    yield f"tel:+3170{seven()}"


def _vormen_mail(rng: random.Random) -> Iterator[str]:
    namen = ["p.pietersen", "fatima", "jan_de_boer", "k.vandenberg", "m.el.amrani", "truus1952"]

    def n() -> str:
        return rng.choice(namen)

    yield f"{n()}@gemeente-voorbeeld.nl"
    yield f"{n()}@voorbeeld.nl"
    yield f"{n()}@mail.voorbeeld.co.uk"
    yield f"{n()}+pmm@voorbeeld.com"
    yield f"{n()}@voorbeeld.nl".upper()
    yield f"mailto:{n()}@voorbeeld.nl"
    yield f"<{n()}@voorbeeld.nl>"
    yield f"{n()}@voorbeeld.amsterdam"
    yield f"{n()}@123.nl"
    yield f"{n()} @ voorbeeld.nl"
    yield f"{n()}@ voorbeeld.nl"
    yield f"{n()} @voorbeeld.nl"
    yield f"{n()}[at]voorbeeld.nl"
    yield f"{n()} [at] voorbeeld [punt] nl"
    yield f"{n()} (at) voorbeeld (dot) nl"
    yield f"{n()}(at)voorbeeld.nl"
    yield f"{n()} at voorbeeld punt nl"
    yield f"{n()} apenstaartje voorbeeld punt nl"
    yield f"https://voorbeeld.nl/?mail={n()}%40voorbeeld.nl"
    yield f"{n()}＠voorbeeld.nl"
    yield f"{n()}@\u00advoorbeeld.nl"
    yield f"{n()}\u200b@voorbeeld.nl"
    yield f"{n()}@voor\u00adbeeld.nl"
    yield "rené.özdemir@voorbeeld.nl"
    yield f"{n()}@café-voorbeeld.nl"
    yield f"{n()}&#64;voorbeeld.nl"
    yield f"e-mail:{n()}@voorbeeld.nl"
    yield f"{n()}@voorbeeld.nl,"


def _vormen_adres(rng: random.Random) -> Iterator[str]:
    streets = ["Kerkstraat", "Lange Voorhout", "Burg. de Withlaan", "Plein 1944", "Dorpsweg"]

    def pc(separator: str = " ") -> str:
        letters = "".join(rng.choice("ABCDEGHJKLMNPRTUVWXZ") for _ in range(2))
        return f"{_cijfers(rng, 4)}{separator}{letters}"

    def h() -> int:
        return rng.randint(1, 399)

    def s() -> str:
        return rng.choice(streets)

    yield f"{pc()} {h()}"
    yield f"{pc('')} {h()}"
    yield f"{pc('')}{h()}"
    yield f"{pc('').lower()} {h()}"
    yield f"{pc()} {h()}a"
    yield f"{pc()} {h()} bis"
    yield f"{pc()}-{h()}"
    yield f"{pc()}/{h()}"
    yield f"{pc()}, {h()}"
    yield f"{pc()} nr. {h()}"
    yield f"{pc()}, nr {h()}"
    yield f"{pc()} nummer {h()}"
    yield f"{pc()}, huisnummer {h()}"
    yield f"{pc()} (huisnummer {h()})"
    yield f"postcode {pc()} en huisnummer {h()}"
    yield f"huisnummer {h()} en postcode {pc()}"
    yield f"{s()} {h()}, {pc()}"
    yield f"{s()} {h()}, {pc()} Utrecht"
    yield f"{s()} {h()} {pc('')}"
    yield f"{s()} {h()}a, {pc()}"
    yield f"{s()} {h()}-A, {pc()}"
    yield f"{s()} {h()} hs, {pc()}"
    yield f"{s()} {h()} ({pc()})"
    yield f"{s()} {h()} in Utrecht ({pc()})"
    yield f"{s()} {h()}\n{pc()} Utrecht"
    yield f"{s()} {h()} te {pc()} Utrecht"
    yield f"{s()} {h()} III, {pc()}"
    yield f"{pc(chr(0xA0))} {h()}"
    yield f"{pc(chr(0x2009))}{chr(0xA0)}{h()}"
    yield f"{pc()}\u00a0{h()}"
    yield f"{pc()} – {h()}"
    yield f"{pc()} #{h()}"
    yield f"{pc('-')} {h()}"
    yield f"{pc(chr(0xAD))} {h()}"


def _vormen_birth(rng: random.Random) -> Iterator[str]:
    months = ["januari", "maart", "mei", "juli", "september", "december"]
    short = ["jan.", "mrt", "mei", "jul", "sept.", "dec"]

    def d() -> int:
        return rng.randint(1, 28)

    def m() -> int:
        return rng.randint(1, 12)

    def j() -> int:
        return rng.randint(1935, 2022)

    def woord() -> str:
        return f"{d()} {rng.choice(months)} {j()}"

    yield f"geboren op {woord()}"
    yield f"Geboren {woord()}"
    yield f"geboren: {d()}-{m()}-{j()}"
    yield f"geb. {d():02d}-{m():02d}-{j()}"
    yield f"geb. {d()} {rng.choice(short)} {j()}"
    yield f"geb {d()}/{m()}/{j()}"
    yield f"geb.dat. {d():02d}.{m():02d}.{j()}"
    yield f"geboortedatum {j()}-{m():02d}-{d():02d}"
    yield f"geboortedatum: {d()}-{m()}-'{rng.randint(35, 99)}"
    yield f"geboortedatum {d()}-{m()}-{rng.randint(35, 99)}"
    yield f"geboortedatum {j()}/{m():02d}/{d():02d}"
    yield f"geboortedatum {d():02d}{m():02d}{j()}"
    yield f"geboortedatum: {j()}{m():02d}{d():02d}"
    yield f"geboortedag {woord()}"
    yield f"(geb. {woord()})"
    yield f"op {woord()} geboren"
    yield f"werd op {woord()} geboren"
    yield f"is op {d()}-{m()}-{j()} in Utrecht geboren"
    yield f"geboren in Utrecht op {woord()}"
    yield f"geboren te Utrecht, {d()}-{m()}-{j()}"
    yield f"geboren op {d()}\u00a0{rng.choice(months)}\u00a0{j()}"
    yield f"geboren op {d()}–{m()}–{j()}"
    yield f"geboren op {d()}\u2011{m()}\u2011{j()}"
    yield f"geboren op {d()} - {m()} - {j()}"
    yield f"geboren op {d()} {m()} {j()}"
    yield f"GEBOREN OP {woord().upper()}"
    yield f"geboren op maandag {woord()}"
    yield f"geboren op de {d()}e {rng.choice(months)} {j()}"
    yield f"geboor\u00adtedatum {d()}-{m()}-{j()}"
    yield f"date of birth {d()}-{m()}-{j()}"


_BEFORE = [
    "Jan", "Petra", "Fatima", "Mohammed", "Sjoerd", "Anneke", "Wouter", "Sanne", "Emre", "Naima",
    "Kees", "Lotte", "Youssef", "Marieke", "Daan", "Ingrid", "Hans", "Ayşe", "Thijs", "Willemijn",
    "Bas", "Chantal", "Ahmed", "Joke", "Ruben", "Truus", "Femke", "Bram", "Monique", "Gerrit",
]  # fmt: skip
_BEHIND = [
    "Jansen", "de Vries", "van den Berg", "Bakker", "El Idrissi", "Yilmaz", "Hoekstra", "van Dijk",
    "Smit", "Bouzid", "de Boer", "Mulder", "van der Meer", "Pietersen", "Kaya", "Dekker",
    "Vermeulen", "Ramdin", "ten Have", "Kuipers", "Amrani", "Postma", "van 't Hof", "Willems",
    "Öztürk", "de Groot", "Verhoeven", "Brouwer", "Dijkstra", "van Leeuwen",
]  # fmt: skip


def _vormen_naam(rng: random.Random) -> Iterator[str]:
    def v() -> str:
        return rng.choice(_BEFORE)

    def a() -> str:
        return rng.choice(_BEHIND)

    def large() -> str:
        surname = a()
        return surname[0].upper() + surname[1:]

    for titel in (
        "mevrouw", "Mevrouw", "mevr.", "mw.", "mw", "meneer", "dhr.", "de heer", "heer", "mr.",
        "dr.", "drs.", "ir.", "prof. dr.", "mr. dr.", "ing.", "familie", "gezin", "fam.",
    ):  # fmt: skip
        yield f"{titel} {large()}"
    for function in (
        "wethouder", "burgemeester", "raadslid", "minister", "staatssecretaris", "consulent",
        "klantmanager", "casemanager", "directeur", "voorzitter", "rechter", "projectleider",
        "teamleider", "hulpverlener", "huisarts", "advocaat", "bewindvoerder", "wijkagent",
    ):  # fmt: skip
        yield f"{function} {large()}"
        yield f"{function} {v()} {a()}"
    for _ in range(24):
        yield f"{v()} {a()}"
    for _ in range(6):
        yield f"{rng.choice('ABCDFGHJKLMNPRSTW')}. {a()}"
    yield f"J.P. {a()}"
    yield f"A.M.C. {a()}"
    yield f"mw. K.L. {a()}"
    yield f"mevrouw {v()} {a()}"
    yield f"dhr. {v()[0]}. {a()}"
    yield f"{v()}-{v()} {a()}"
    yield f"{v()} {v()} {a()}"
    yield f"{v()}\u00a0{a()}"
    yield f"mevrouw\u00a0{large()}"
    yield f"{v()} {rng.choice('ABDHJKMPRSVW')}."
    yield f"{v()} {a()}-{large()}"
    yield f"consulent {v()}"
    yield f"moeder {v()}"
    yield f"{a()}, {v()}"


_SOORTEN: Mapping[str, Callable[[random.Random], Iterator[str]]] = {
    BSN: _vormen_bsn,
    IBAN: _vormen_iban,
    MOBILE: _vormen_mobile,
    FIXED: _vormen_fixed,
    MAIL: _vormen_mail,
    ADRES: _vormen_adres,
    BIRTH: _vormen_birth,
    NAAM: _vormen_naam,
}


def planted(seed: int = 20261127) -> list[Planted]:
    """Return every notation twice, each time with another value in another sentence."""
    rng = random.Random(seed)  # noqa: S311  a fixed seed, no secret
    out = []
    for soort, vormen in _SOORTEN.items():
        for _ in range(2):
            out += [Planted(soort, rng.choice(_CARRIERS).format(vorm)) for vorm in vormen(rng)]
    return out


INNOCENT: Sequence[str] = (
    "Postbus 20301, 2500 EH Den Haag.",
    "Het ministerie zit aan de Turfmarkt 147, 2511 DP Den Haag.",
    "Dit geldt voor wie geboren is op 1 januari 1955 of later.",
    "Wie voor 1 januari 1960 is geboren, valt buiten de regeling.",
    "Kamerstuk 34477-84 gaat hierover.",
    "Zie Staatsblad 2015-236 en Staatscourant 2024-12345.",
    "Zie BWBR0015703 voor de wet.",
    "Zaaknummer 111222334 loopt nog.",
    "In 2023 en 2024 ging het om 105 casussen.",
    "Samen gaat het om 1.111.222.333 euro.",
    "De minister van Sociale Zaken en Werkgelegenheid stuurde de brief.",
    "De staatssecretaris Participatie en Integratie antwoordde.",
    "De wethouder Sociaal Domein tekent het besluit.",
    "Mevrouw de voorzitter opent het debat.",
    "De minister van Volksgezondheid, Welzijn en Sport antwoordde.",
    "De heer of mevrouw die belt, krijgt antwoord.",
    "Bel het landelijke nummer 1400 of 112.",
    "ECLI:NL:CRVB:2019:1234 van 12 maart 2019.",
    "Het bedrag is 1.234,56 euro per jaar.",
    "Artikel 18, eerste lid, van de Participatiewet.",
    "De Wet Langdurige Zorg geldt sinds 1 januari 2015.",
    "Het Rode Kruis en Leger des Heils helpen mee.",
    "De gemeente Den Haag en de gemeente Bergen op Zoom doen mee.",
    "Het Willem Pompe Instituut deed onderzoek.",
    "De Participatiewet kent een kostendelersnorm van 43,33 procent.",
    "Mail kan via het formulier op de website.",
    "Op 3 mei 2027 is de ontruiming.",
    "Het kind is 3 jaar geleden geboren.",
    "Het kenmerk is 2024-0000123456.",
    "De rechter oordeelde anders. De advocaat ging in beroep.",
    "Een klantmanager van de gemeente belt terug.",
    "De directeur Publieke Gezondheid adviseert het college.",
    "Burgemeester en wethouders besluiten binnen acht weken.",
    "Het Instituut Gak, Movisie en Divosa schreven mee.",
    "Zie https://zoek.officielebekendmakingen.nl/kst-34477-84.html voor de brief.",
    "De norm is 2024 SS 12 in het oude stelsel.",
    "Gezin, familie en vrienden helpen mee.",
    "Mr. L.E. Visserplein is een plein in een stad.",
    "De Nationale ombudsman en de Raad van State gaven advies.",
    "De Commissie-Borstlap schreef een rapport.",
)
"""Sentences that say nothing of a person who is not known already."""
