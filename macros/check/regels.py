"""All rules, and the run over them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.check import (
    adressen,
    alledaags,
    bronnen,
    casusformulier,
    cijfers,
    coherence,
    dekking,
    identity,
    keuzehulp,
    notas,
    privacy,
    quotations,
    recht,
    synoniemen,
    taal,
    tegelkaart,
    tegenwoordig,
    timeliness,
    toegankelijkheid,
)
from macros.check.regel import Regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error

REGELS: tuple[Regel, ...] = (
    identity.id_is_bestandsnaam,
    identity.gemeenten_eenmaal,
    identity.titels_uniek,
    identity.sleutels_eenmaal,
    identity.zoektermen_zinvol,
    alledaags.elk_begrip_heeft_alledaagse_woorden,
    alledaags.alledaags_woord_voegt_iets_toe,
    coherence.verwijzingen_bestaan,
    coherence.geen_dubbele_verwijzing,
    coherence.termen_bestaan,
    coherence.termen_gebruikt,
    coherence.houdbaarheid_in_jaren,
    coherence.vaste_keuzen_uitgelegd,
    coherence.sporen_kennen_hun_groepen,
    coherence.buren_wederzijds,
    synoniemen.synoniem_leidt_ergens_heen,
    dekking.geen_lege_soort,
    dekking.velden_verantwoord,
    bronnen.zekerheid_past_bij_bronnen,
    bronnen.eigen_bevinding_is_van_ons,
    bronnen.genoemde_nota_is_bron,
    bronnen.zwijgen_vraagt_lezen,
    bronnen.primair_is_gelezen,
    bronnen.buitenkant_is_gezegd,
    bronnen.begrip_is_omschreven,
    bronnen.bron_is_vindbaar,
    bronnen.elke_bron_gebruikt,
    bronnen.pmm_leerpunt_heeft_pmm_bron,
    bronnen.verwant_leerpunt_niet_aan_pmm,
    cijfers.grafiek_telt_hetzelfde,
    cijfers.grafiek_heeft_getallen,
    cijfers.grafiek_heeft_een_waarde_per_jaar,
    recht.wet_heeft_nummer,
    recht.nummers_uniek,
    recht.spoor_past_bij_wet,
    recht.spoor_past_bij_wetsvoorstel,
    recht.status_rust_op_stap,
    recht.samenvatting_past_bij_status,
    recht.denkbeeldig_blijft_denkbeeldig,
    tegelkaart.elke_gemeente_een_tegel,
    tegelkaart.tegels_apart,
    tegelkaart.buren_dichtbij,
    timeliness.controle_klopt,
    timeliness.niets_uit_de_toekomst,
    timeliness.wetsvoorstel_kijkt_opnieuw,
    timeliness.lopend_spoor_kijkt_opnieuw,
    tegenwoordig.handelen_kent_zijn_tijd,
    taal.zin_hapert_niet,
    taal.begrip_in_het_enkelvoud,
    notas.elke_notazin_telt,
    notas.notazin_staat_er_echt,
    privacy.geen_persoonsgegevens,
    adressen.adres_zonder_naam,
    quotations.aanhaling_bestaat,
    keuzehulp.keuzehulp_sleutels_eenmaal,
    keuzehulp.keuzehulp_start_bestaat,
    keuzehulp.keuzehulp_loopt_nergens_dood,
    keuzehulp.keuzehulp_alles_bereikbaar,
    keuzehulp.keuzehulp_zonder_kring,
    keuzehulp.keuzehulp_vraag_langs_een_weg,
    keuzehulp.keuzehulp_kent_elk_instrument,
    keuzehulp.keuzehulp_is_onderbouwd,
    casusformulier.formulier_sleutels_eenmaal,
    casusformulier.formulier_waarschuwt_voor_alles,
    toegankelijkheid.alle_criteria_verantwoord,
    toegankelijkheid.status_vraagt_onderzoek,
    toegankelijkheid.fout_heeft_maatregel,
)


_NAMED = re.compile(r"(?:onbekende verwijzing|bedoelde u) „[a-z]+:([^”]+)”")


def run_rules(corpus: Corpus, regels: Iterable[Regel] = REGELS) -> list[Error]:
    """Run the rules; return every message, sorted by file and line.

    A mistyped reference makes other rules stumble as well. Their messages on the same statement
    would send an editor the wrong way, so they wait until it is mended.
    """
    # The other rules look up a line by the id of the record, so first every id has to be right.
    namen = sorted(identity.id_is_bestandsnaam(corpus))
    if namen:
        return namen
    errors = {error for regel in regels for error in regel(corpus)}
    unknown = errors & {*coherence.verwijzingen_bestaan(corpus)}
    follow = {one for one in errors - unknown if any(_follows(one, from_) for from_ in unknown)}
    return sorted(errors - follow)


def _follows(error: Error, unknown: Error) -> bool:
    """Tell whether a message follows from a reference to nothing.

    So does one about a field beside it, and one that misses the record that was probably meant or
    names the one that does not exist.
    """
    block = unknown.veld.rpartition(".")[0]
    beside = error.veld.rpartition(".")[0] == block or error.veld == unknown.veld
    if block and error.file == unknown.file and beside:
        return True
    named = [one for one in _NAMED.findall(f"{unknown.wat} {unknown.remedy}") if one]
    unused = error.veld == "id" and error.file.endswith(tuple(f"/{one}.yml" for one in named))
    either = "|".join(map(re.escape, named))
    return unused or bool(named and re.search(rf"(?<![\w-])(?:{either})(?![\w-])", error.wat))
