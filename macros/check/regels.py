"""All rules, and the run over them."""

from __future__ import annotations

from collections.abc import Iterable

from macros.check import (
    aanhalingen,
    adressen,
    alledaags,
    bronnen,
    casusformulier,
    cijfers,
    dekking,
    identiteit,
    keuzehulp,
    notas,
    privacy,
    recht,
    samenhang,
    synoniemen,
    taal,
    tegelkaart,
    tegenwoordig,
    tijd,
    toegankelijkheid,
)
from macros.check.regel import Regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout

REGELS: tuple[Regel, ...] = (
    identiteit.id_is_bestandsnaam,
    identiteit.gemeenten_eenmaal,
    identiteit.titels_uniek,
    identiteit.sleutels_eenmaal,
    identiteit.zoektermen_zinvol,
    alledaags.elk_begrip_heeft_een_alledaags_woord,
    alledaags.alledaags_woord_voegt_iets_toe,
    samenhang.verwijzingen_bestaan,
    samenhang.geen_dubbele_verwijzing,
    samenhang.termen_bestaan,
    samenhang.termen_gebruikt,
    samenhang.vaste_keuzen_uitgelegd,
    samenhang.sporen_kennen_hun_groepen,
    samenhang.buren_wederzijds,
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
    recht.wet_heeft_nummer,
    recht.nummers_uniek,
    recht.spoor_past_bij_wet,
    recht.denkbeeldig_blijft_denkbeeldig,
    tegelkaart.elke_gemeente_een_tegel,
    tegelkaart.tegels_apart,
    tegelkaart.buren_dichtbij,
    tijd.controle_klopt,
    tijd.niets_uit_de_toekomst,
    tijd.wetsvoorstel_kijkt_opnieuw,
    tijd.lopend_spoor_kijkt_opnieuw,
    tegenwoordig.handelen_kent_zijn_tijd,
    taal.zin_hapert_niet,
    taal.begrip_in_het_enkelvoud,
    notas.elke_notazin_telt,
    notas.notazin_staat_er_echt,
    privacy.geen_persoonsgegevens,
    adressen.adres_zonder_naam,
    aanhalingen.aanhaling_bestaat,
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


def controleer(corpus: Corpus, regels: Iterable[Regel] = REGELS) -> list[Fout]:
    """Run the rules; return every message, sorted by file and line."""
    # The other rules look up a line by the id of the record, so first every id has to be right.
    namen = sorted(identiteit.id_is_bestandsnaam(corpus))
    return namen or sorted({fout for regel in regels for fout in regel(corpus)})
