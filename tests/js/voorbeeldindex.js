/*
 * A small index for the tests: forty records in the shape that the build writes. It is test material and no source: the
 * sentences are short on purpose and are never shown to a reader.
 */
'use strict';

const soorten = {
  instrument: { label: 'Instrument', gewicht: 1.2 },
  leerpunt: { label: 'Leerpunt', gewicht: 1.2 },
  wet: { label: 'Wet', gewicht: 1 },
  wetsvoorstel: { label: 'Wetsvoorstel', gewicht: 1 },
  begrip: { label: 'Begrip', gewicht: 1 },
  organisatie: { label: 'Organisatie', gewicht: 1 },
  gemeente: { label: 'Gemeente', gewicht: 0.9 },
  mvt: { label: 'Denkbeeldige memorie', gewicht: 0.8 },
  bron: { label: 'Bron', gewicht: 0.6 }
};

const facetten = {
  soort: { label: 'Soort', termen: Object.fromEntries(Object.entries(soorten).map(([key, soort]) => [key, soort.label])) },
  leefgebied: { label: 'Leefgebied', termen: { inkomen: 'Inkomen', schulden: 'Schulden', wonen: 'Wonen', zorg: 'Zorg', onderwijs: 'Onderwijs', verblijf: 'Verblijf' } },
  status: { label: 'Status', termen: { 'in-behandeling': 'In behandeling', opgelost: 'Opgelost' } }
};

const synoniemen = [
  ['huis uit gezet', 'ontruiming', 'uitzetting'],
  ['stufi', 'studiefinanciering'],
  ['gevangenis', 'detentie', 'zit vast'],
  { termen: ['bijstand', 'uitkering van de gemeente'], gebruik: 'participatiewet' },
  { termen: ['geen adres', 'postadres'], gebruik: 'briefadres' },
  { termen: ['kindertoeslag'], gebruik: 'kindgebonden budget' },
  { termen: ['pauzeknop'], gebruik: 'moratorium' }
];

const documenten = [];

/** Kind, slug, title and summary, and whatever else the record has, in; adds the record. */
function add(soort, slug, titel, samenvatting, rest) {
  documenten.push({
    id: `${soort}:${slug}`, url: `${soort}/${slug}/`, titel, soort, samenvatting, koppen: '', tekst: '', zoektermen: [], afkortingen: [], nummers: [],
    datum: '2026-11-21', denkbeeldig: false, delen: [], ...rest, facetten: { soort: [soort], ...(rest && rest.facetten) }
  });
}

add('instrument', 'maatwerkloket', 'Landelijk Maatwerkloket Multiproblematiek (LMM)', 'Loket waar een professional een vastgelopen casus voorlegt.', { afkortingen: ['LMM'], zoektermen: ['casus indienen', 'hulp bij een vastgelopen zaak'], tekst: 'Het loket zoekt samen met de professional naar een doorbraak. Ook gemeenten die niet zijn aangesloten kunnen een casus indienen.' });
add('instrument', 'escalatieteam', 'Landelijk Escalatie Team (LET)', 'Team voor dringende casussen die lokaal niet verder komen.', { afkortingen: ['LET'], tekst: 'Het team werkt via het loket.' });
add('instrument', 'maatwerkregister', 'Landelijk Maatwerkregister', 'Lijst met contactpersonen bij gemeenten en uitvoerders.', { afkortingen: ['LMR'], zoektermen: ['contactpersoon vinden'] });
add('instrument', 'systeemleren', 'Systeemleren', 'Van casussen leren hoe regels beter kunnen.', { zoektermen: ['systemen leren'] });
add('instrument', 'opleiden', 'Opleiden', 'Cursussen en een masterclass over maatwerk.', { zoektermen: ['training', 'scholing'] });
add('leerpunt', 'alo-kop', 'Geen ALO-kop door een partner op papier', 'Wie alleen voor kinderen zorgt, krijgt de ALO-kop soms niet omdat er op papier een partner is.', {
  afkortingen: ['ALO-kop'], zoektermen: ['eenoudertoeslag', 'alleenstaande ouder'], nummers: ['36779-3', 'ECLI:NL:CRVB:2018:3157'], datum: '2025-10-09',
  facetten: { leefgebied: ['inkomen', 'verblijf'], status: ['in-behandeling'] },
  delen: [
    { anker: 'rechtspraak', titel: 'Rechtspraak', tekst: 'De hoogste rechters oordeelden dat de gemeente soms moet aanvullen met bijstand. De uitspraak ging over het bestaansminimum van een gezin met een partner zonder verblijfsrecht.' },
    { anker: 'omvang', titel: 'Omvang', tekst: 'Hoeveel huishoudens dit raakt is voor een paar jaren geteld. Detentie komt als oorzaak minder vaak voor.' }
  ]
});
add('leerpunt', 'briefadres', 'Zonder briefadres geen hulp', 'Een dakloze inwoner zonder briefadres staat nergens ingeschreven en vraagt dan vergeefs hulp.', { facetten: { leefgebied: ['wonen', 'inkomen'], status: ['in-behandeling'] }, tekst: 'Gemeenten wezen aanvragen af.' });
add('leerpunt', 'kinderopvang-partner', 'Geen kinderopvangtoeslag met een partner buiten Europa', 'De toeslag stopt als de partner ver weg woont.', { facetten: { leefgebied: ['inkomen'], status: ['opgelost'] }, nummers: ['36241'] });
add('leerpunt', 'studieschuld', 'Aflossen terwijl er niets over is', 'Een oude schuld bij de dienst voor studenten houdt een huishouden arm.', { zoektermen: ['studieschuld'], facetten: { leefgebied: ['onderwijs', 'schulden'] } });
add('leerpunt', 'medebewoner', 'Een huisgenoot telt mee voor de huurtoeslag', 'Een inwonende mantelzorger telt mee als medebewoner.', { facetten: { leefgebied: ['wonen', 'zorg'] } });
add('leerpunt', 'zorgpremie', 'De verhoogde premie houdt de schuld in stand', 'Wie de zorgpremie lang niet betaalt, valt onder de wanbetalersregeling.', { facetten: { leefgebied: ['zorg', 'schulden'] } });
add('leerpunt', 'wachttijd', 'Regels veranderen sneller dan de uitleg', 'Professionals verliezen het overzicht.', { facetten: { status: ['in-behandeling'] } });
add('leerpunt', 'oekraine', 'Ontheemden uit Oekraïne met een eigen inkomen', 'Over leefgeld naast loon bestaat onduidelijkheid.', { facetten: { leefgebied: ['inkomen', 'verblijf'] } });
add('wet', 'participatiewet', 'Participatiewet', 'Bijstand en hulp naar werk door de gemeente.', { afkortingen: ['Pw'], nummers: ['BWBR0015703'], facetten: { leefgebied: ['inkomen'] } });
add('wet', 'participatiewet-in-balans', 'Participatiewet in balans', 'Wijzigt de regels voor bijstand in fasen.', { nummers: ['BWBR0051679', '36582'], facetten: { leefgebied: ['inkomen'] } });
add('wet', 'kindgebonden-budget', 'Wet op het kindgebonden budget', 'Bijdrage in de kosten van kinderen.', { afkortingen: ['Wkb'], nummers: ['BWBR0022751'], facetten: { leefgebied: ['inkomen'] } });
add('wet', 'huurtoeslag', 'Wet op de huurtoeslag', 'Bijdrage in de huur bij een laag inkomen.', { afkortingen: ['Wht'], nummers: ['BWBR0008659'], zoektermen: ['huursubsidie'], facetten: { leefgebied: ['wonen'] } });
add('wet', 'hersteloperatie', 'Wet hersteloperatie toeslagen', 'Herstel voor gedupeerde ouders.', { afkortingen: ['Wht'], facetten: { leefgebied: ['inkomen'] } });
add('wet', 'studiefinanciering', 'Wet studiefinanciering 2000', 'Geld en lening voor studenten.', { afkortingen: ['Wsf 2000'], nummers: ['BWBR0011453'], facetten: { leefgebied: ['onderwijs'] } });
add('wet', 'zorgverzekering', 'Zorgverzekeringswet', 'Verplichte basisverzekering en regels voor wie de premie niet betaalt.', { afkortingen: ['Zvw'], nummers: ['BWBR0018450'], facetten: { leefgebied: ['zorg'] } });
add('wet', 'bestuursrecht', 'Algemene wet bestuursrecht', 'Hoe de overheid besluit en hoe u bezwaar maakt.', { afkortingen: ['Awb'], nummers: ['BWBR0005537'] });
add('wet', 'brp', 'Wet basisregistratie personen', 'Wie waar staat ingeschreven.', { afkortingen: ['Wet BRP', 'BRP'], nummers: ['BWBR0033715'], facetten: { leefgebied: ['wonen'] } });
add('wetsvoorstel', 'toeslagen', 'Wet verbetermaatregelen toeslagen', 'Voorstel om de regels voor de toeslagpartner te verzachten.', { nummers: ['36 779'], facetten: { status: ['in-behandeling'] } });
add('begrip', 'alo-kop', 'Alleenstaande-ouderkop', 'Extra kindgebonden budget voor een ouder zonder partner.', { afkortingen: ['ALO-kop'] });
add('begrip', 'beslagvrije-voet', 'Beslagvrije voet', 'Deel van het inkomen dat schuldeisers niet mogen afnemen.', { afkortingen: ['BVV'], zoektermen: ['bestaansminimum bij beslag', 'loonbeslag'] });
add('begrip', 'kostendelersnorm', 'Kostendelersnorm', 'Lagere bijstand als u met andere volwassenen woont.');
add('begrip', 'moratorium', 'Moratorium', 'Tijdelijk verbod om schulden te innen of een woning te laten ontruimen.');
add('begrip', 'ontruiming', 'Ontruiming', 'De deurwaarder zet een huurder met huurschuld uit de woning.');
add('begrip', 'toeslagpartner', 'Toeslagpartner', 'Persoon van wie het inkomen meetelt voor toeslagen.');
add('begrip', 'hardheidsclausule', 'Hardheidsclausule', 'Regel die toestaat om af te wijken als de wet te hard uitpakt.', { zoektermen: ['uitzondering maken'] });
add('begrip', 'detentie', 'Detentie', 'Vastzitten in een huis van bewaring.');
add('begrip', 'mvt', 'Memorie van toelichting', 'Uitleg bij een wetsvoorstel.', { afkortingen: ['MvT'] });
add('begrip', 'schuldhulp', 'Schuldhulpverlening', 'Hulp van de gemeente bij schulden.');
add('organisatie', 'duo', 'Dienst Uitvoering Onderwijs (DUO)', 'Voert de studiefinanciering uit.', { afkortingen: ['DUO'] });
add('organisatie', 'jenv', 'Ministerie van Justitie en Veiligheid', 'Een van de zes ministeries.', { afkortingen: ['JenV'] });
add('organisatie', 'toeslagen', 'Dienst Toeslagen', 'Betaalt de toeslagen uit.', { zoektermen: ['belastingdienst toeslagen'] });
add('gemeente', 'amsterdam', 'Amsterdam', 'Gemeente in Noord-Holland.', { nummers: ['GM0363'] });
add('gemeente', 's-hertogenbosch', "'s-Hertogenbosch", 'Gemeente in Noord-Brabant.', { nummers: ['GM0796'], zoektermen: ['Den Bosch'] });
add('mvt', 'uitgangspunt-1', 'Uitgangspunt 1: de mens staat voorop', 'Gedachte bij een denkbeeldige wet. Geen wetstraject.', { denkbeeldig: true });
add('bron', 'kamerbrief-2023', 'Voortgangsbrief aan de Tweede Kamer', 'Kamerbrief over de voortgang.', { nummers: ['34 477, nr. 84'], datum: '2023-07-04' });

module.exports = { versie: 2, soorten, facetten, synoniemen, documenten };
