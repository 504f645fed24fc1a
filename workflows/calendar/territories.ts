/** Région codes and names of the INSEE code officiel géographique; a collectivity without a région stands for itself. */
const regionNames = {
  '01': 'Guadeloupe',
  '02': 'Martinique',
  '03': 'Guyane',
  '04': 'La Réunion',
  '06': 'Mayotte',
  '11': 'Île-de-France',
  '24': 'Centre-Val de Loire',
  '27': 'Bourgogne-Franche-Comté',
  '28': 'Normandie',
  '32': 'Hauts-de-France',
  '44': 'Grand Est',
  '52': 'Pays de la Loire',
  '53': 'Bretagne',
  '75': 'Nouvelle-Aquitaine',
  '76': 'Occitanie',
  '84': 'Auvergne-Rhône-Alpes',
  '93': 'Provence-Alpes-Côte d’Azur',
  '94': 'Corse',
  '975': 'Saint-Pierre-et-Miquelon',
  '977': 'Saint-Barthélemy',
  '978': 'Saint-Martin',
  '986': 'Wallis-et-Futuna',
  '987': 'Polynésie française',
  '988': 'Nouvelle-Calédonie'
} as const

export type RegionName = (typeof regionNames)[keyof typeof regionNames]
export const regions: readonly RegionName[] = Object.values(regionNames)

// A list, not an object: an object would put '971' before '2A' and '10' before '01'.
// Source: @etalab/decoupage-administratif 6.0.0 (MIT), after INSEE.
const rows = [
  ['01', 'Ain', '84', 679344],
  ['02', 'Aisne', '32', 523342],
  ['03', 'Allier', '84', 333298],
  ['04', 'Alpes-de-Haute-Provence', '93', 168054],
  ['05', 'Hautes-Alpes', '93', 143467],
  ['06', 'Alpes-Maritimes', '93', 1128418],
  ['07', 'Ardèche', '84', 334231],
  ['08', 'Ardennes', '44', 265893],
  ['09', 'Ariège', '76', 155722],
  ['10', 'Aube', '44', 310447],
  ['11', 'Aude', '76', 379648],
  ['12', 'Aveyron', '76', 279609],
  ['13', 'Bouches-du-Rhône', '93', 2087658],
  ['14', 'Calvados', '28', 709441],
  ['15', 'Cantal', '84', 144196],
  ['16', 'Charente', '75', 352683],
  ['17', 'Charente-Maritime', '75', 672279],
  ['18', 'Cher', '24', 298660],
  ['19', 'Corrèze', '75', 240826],
  ['21', 'Côte-d’Or', '27', 540100],
  ['22', 'Côtes-d’Armor', '53', 611859],
  ['23', 'Creuse', '75', 115527],
  ['24', 'Dordogne', '75', 417614],
  ['25', 'Doubs', '27', 547163],
  ['26', 'Drôme', '84', 524207],
  ['27', 'Eure', '28', 602714],
  ['28', 'Eure-et-Loir', '24', 433129],
  ['29', 'Finistère', '53', 933455],
  ['2A', 'Corse-du-Sud', '94', 168306],
  ['2B', 'Haute-Corse', '94', 187180],
  ['30', 'Gard', '76', 770940],
  ['31', 'Haute-Garonne', '76', 1471468],
  ['32', 'Gers', '76', 192645],
  ['33', 'Gironde', '75', 1690493],
  ['34', 'Hérault', '76', 1230289],
  ['35', 'Ille-et-Vilaine', '53', 1120666],
  ['36', 'Indre', '24', 216069],
  ['37', 'Indre-et-Loire', '24', 619362],
  ['38', 'Isère', '84', 1298990],
  ['39', 'Jura', '27', 257973],
  ['40', 'Landes', '75', 433570],
  ['41', 'Loir-et-Cher', '24', 328543],
  ['42', 'Loire', '84', 774133],
  ['43', 'Haute-Loire', '84', 228654],
  ['44', 'Loire-Atlantique', '52', 1487570],
  ['45', 'Loiret', '24', 691268],
  ['46', 'Lot', '76', 176473],
  ['47', 'Lot-et-Garonne', '75', 333602],
  ['48', 'Lozère', '76', 76486],
  ['49', 'Maine-et-Loire', '52', 833776],
  ['50', 'Manche', '28', 497522],
  ['51', 'Marne', '44', 563076],
  ['52', 'Haute-Marne', '44', 168331],
  ['53', 'Mayenne', '52', 305468],
  ['54', 'Meurthe-et-Moselle', '44', 732236],
  ['55', 'Meuse', '44', 180290],
  ['56', 'Morbihan', '53', 783390],
  ['57', 'Moselle', '44', 1051309],
  ['58', 'Nièvre', '27', 201417],
  ['59', 'Nord', '32', 2615635],
  ['60', 'Oise', '32', 829899],
  ['61', 'Orne', '28', 275201],
  ['62', 'Pas-de-Calais', '32', 1457905],
  ['63', 'Puy-de-Dôme', '84', 664453],
  ['64', 'Pyrénées-Atlantiques', '75', 706564],
  ['65', 'Hautes-Pyrénées', '76', 231349],
  ['66', 'Pyrénées-Orientales', '76', 496855],
  ['67', 'Bas-Rhin', '44', 1163810],
  ['68', 'Haut-Rhin', '44', 770738],
  ['69', 'Rhône', '84', 1914667],
  ['70', 'Haute-Saône', '27', 233185],
  ['71', 'Saône-et-Loire', '27', 550310],
  ['72', 'Sarthe', '52', 566733],
  ['73', 'Savoie', '84', 448226],
  ['74', 'Haute-Savoie', '84', 861158],
  ['75', 'Paris', '11', 2103778],
  ['76', 'Seine-Maritime', '28', 1260964],
  ['77', 'Seine-et-Marne', '11', 1468108],
  ['78', 'Yvelines', '11', 1485086],
  ['79', 'Deux-Sèvres', '75', 375229],
  ['80', 'Somme', '32', 565413],
  ['81', 'Tarn', '76', 397352],
  ['82', 'Tarn-et-Garonne', '76', 265817],
  ['83', 'Var', '93', 1119307],
  ['84', 'Vaucluse', '93', 572056],
  ['85', 'Vendée', '52', 713609],
  ['86', 'Vienne', '75', 438897],
  ['87', 'Haute-Vienne', '75', 373167],
  ['88', 'Vosges', '44', 357248],
  ['89', 'Yonne', '27', 332267],
  ['90', 'Territoire de Belfort', '27', 140255],
  ['91', 'Essonne', '11', 1338485],
  ['92', 'Hauts-de-Seine', '11', 1654712],
  ['93', 'Seine-Saint-Denis', '11', 1704316],
  ['94', 'Val-de-Marne', '11', 1426929],
  ['95', 'Val-d’Oise', '11', 1281653],
  ['971', 'Guadeloupe', '01', 384160],
  ['972', 'Martinique', '02', 360630],
  ['973', 'Guyane', '03', 293996],
  ['974', 'La Réunion', '04', 889679],
  ['975', 'Saint-Pierre-et-Miquelon', '975', 5790],
  ['976', 'Mayotte', '06', 256518],
  ['977', 'Saint-Barthélemy', '977', 10660],
  ['978', 'Saint-Martin', '978', 31160],
  ['986', 'Wallis-et-Futuna', '986', 11151],
  ['987', 'Polynésie française', '987', 278786],
  ['988', 'Nouvelle-Calédonie', '988', 264596]
] as const satisfies readonly (readonly [string, string, keyof typeof regionNames, number])[]

export type TerritoryCode = (typeof rows)[number][0]

const overseasZones = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/Guadeloupe',
  '978': 'America/Guadeloupe',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea'
} as const satisfies Partial<Record<TerritoryCode, string>>

export type Zone = 'Europe/Paris' | (typeof overseasZones)[keyof typeof overseasZones]

export type Territory = {
  code: TerritoryCode
  name: string
  region: { code: string; name: string }
  zone: Zone
  population: number
}

export const territories: readonly Territory[] = rows.map(([code, name, region, population]) => ({
  code,
  name,
  region: { code: region, name: regionNames[region] },
  zone: (overseasZones as Partial<Record<TerritoryCode, Zone>>)[code] ?? 'Europe/Paris',
  population
}))

const byCode = new Map<string, Territory>(territories.map((territory) => [territory.code, territory]))

export const territoryCodes: TerritoryCode[] = territories.map(({ code }) => code)

export const isTerritory = (code: string): code is TerritoryCode => byCode.has(code)

/** Throws on a code that is no territory: a deadline must never be counted in a guessed zone. */
export const territory = (code: string): Territory => {
  const found = byCode.get(code)
  if (found === undefined) throw new RangeError(`Unknown territory ${code}`)
  return found
}

export const zoneOf = (code: string): Zone => territory(code).zone

export const territoriesOf = (region: string | null): readonly Territory[] =>
  territories.filter(({ region: { name } }) => name === region)

/** Which ocean a territory lies in; the whole of metropolitan France is on one side of the sea. */
export const seaOf = (code: string): string => zoneOf(code).split('/')[0]!

/** The zone of whoever works in a territory; who works in none, or for the whole country, reads the clock of Paris. */
export const zoneWhereWorks = (code: string | null): Zone =>
  code !== null && isTerritory(code) ? zoneOf(code) : 'Europe/Paris'

// CESEDA L441-8: the one-year permit is not among its exceptions.
const permitValidThereOnly: readonly string[] = ['976'] satisfies TerritoryCode[]

/** Whether a permit given there allows no other département without the visa of its prefect. */
export const needsVisaToLeave = (code: string): boolean => permitValidThereOnly.includes(territory(code).code)

// CESEDA L441-7 11°, R441-5, R444-3, R445-3, R446-3.
const withoutAda: readonly string[] = ['976', '986', '987', '988'] satisfies TerritoryCode[]

/** Whether the asylum-seeker allowance exists there; in four territories the law leaves it out. */
export const adaAvailable = (code: string): boolean => !withoutAda.includes(territory(code).code)
