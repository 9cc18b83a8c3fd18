"""How Dutch writes numbers, and where the official ones lead."""

from __future__ import annotations

from macros.blad import adres


def getal(aantal: int) -> str:
    """Return a number as Dutch writes it: ``1703`` → ``1.703``."""
    return f"{aantal:,}".replace(",", ".")


def stuknummer(nummer: str) -> str:
    """Return a Kamerstuk number as it is written: ``34477-84`` → ``34 477, nr. 84``."""
    dossier, _, rest = nummer.partition("-")
    tekst = f"{dossier[:2]} {dossier[2:]}"
    if not rest:
        return tekst
    chapter, dash, stuk = rest.rpartition("-")
    if dash:
        tekst += f" {chapter}"
    return f"{tekst}, nr. {stuk}" if stuk.isdigit() else f"{tekst}, {stuk}"


def look_up(register: str, nummer: str) -> tuple[str, str, str]:
    """Return how an official number is written, where it leads and which site that opens."""
    match register:
        case "kamerstuk":
            return stuknummer(nummer), adres.kamerstuk_url(nummer) or "", ""
        case "staatsblad":
            return nummer.replace("-", ", "), adres.staatsblad_url(nummer), ""
        case "ecli":
            return nummer, adres.ecli_url(nummer), ""
        case "bwb":
            return nummer, adres.wet_url(nummer), "wetten.overheid.nl"
        case "celex":
            return nummer, adres.celex_url(nummer), "EUR-Lex"
    return nummer, "", ""
