import type { Bilingual } from '../vocabulary/vocabulary.ts'

// Courts as the Code de l’organisation judiciaire lists them (annexe, table XIV: LEGI data of 3 April 2026) and the
// interregional courts of CPP D47-12-7 (text of 15 January 2024). Saint-Barthélemy and Saint-Martin have no court of
// their own: Basse-Terre has them, a ressort derived from an older table and not read in its current form.

/** The tribunaux judiciaires of each département or collectivity, by name. */
const courtNames: Record<string, readonly string[]> = {
  '01': ['Bourg-en-Bresse'],
  '02': ['Laon', 'Saint-Quentin', 'Soissons'],
  '03': ['Cusset', 'Montluçon', 'Moulins'],
  '04': ['Digne-les-Bains'],
  '05': ['Gap'],
  '06': ['Grasse', 'Nice'],
  '07': ['Privas'],
  '08': ['Charleville-Mézières'],
  '09': ['Foix'],
  '10': ['Troyes'],
  '11': ['Carcassonne', 'Narbonne'],
  '12': ['Rodez'],
  '13': ['Aix-en-Provence', 'Marseille', 'Tarascon'],
  '14': ['Caen', 'Lisieux'],
  '15': ['Aurillac'],
  '16': ['Angoulême'],
  '17': ['La Rochelle', 'Saintes'],
  '18': ['Bourges'],
  '19': ['Brive-la-Gaillarde', 'Tulle'],
  '21': ['Dijon'],
  '22': ['Saint-Brieuc'],
  '23': ['Guéret'],
  '24': ['Bergerac', 'Périgueux'],
  '25': ['Besançon', 'Montbéliard'],
  '26': ['Valence'],
  '27': ['Évreux'],
  '28': ['Chartres'],
  '29': ['Brest', 'Quimper'],
  '2A': ['Ajaccio'],
  '2B': ['Bastia'],
  '30': ['Alès', 'Nîmes'],
  '31': ['Saint-Gaudens', 'Toulouse'],
  '32': ['Auch'],
  '33': ['Bordeaux', 'Libourne'],
  '34': ['Béziers', 'Montpellier'],
  '35': ['Rennes', 'Saint-Malo'],
  '36': ['Châteauroux'],
  '37': ['Tours'],
  '38': ['Bourgoin-Jallieu', 'Grenoble', 'Vienne'],
  '39': ['Lons-le-Saunier'],
  '40': ['Dax', 'Mont-de-Marsan'],
  '41': ['Blois'],
  '42': ['Roanne', 'Saint-Étienne'],
  '43': ['Le Puy-en-Velay'],
  '44': ['Nantes', 'Saint-Nazaire'],
  '45': ['Montargis', 'Orléans'],
  '46': ['Cahors'],
  '47': ['Agen'],
  '48': ['Mende'],
  '49': ['Angers', 'Saumur'],
  '50': ['Cherbourg-en-Cotentin', 'Coutances'],
  '51': ['Châlons-en-Champagne', 'Reims'],
  '52': ['Chaumont'],
  '53': ['Laval'],
  '54': ['Nancy', 'Val de Briey'],
  '55': ['Bar-le-Duc', 'Verdun'],
  '56': ['Lorient', 'Vannes'],
  '57': ['Metz', 'Sarreguemines', 'Thionville'],
  '58': ['Nevers'],
  '59': ['Avesnes-sur-Helpe', 'Cambrai', 'Douai', 'Dunkerque', 'Lille', 'Valenciennes'],
  '60': ['Beauvais', 'Compiègne', 'Senlis'],
  '61': ['Alençon', 'Argentan'],
  '62': ['Arras', 'Boulogne-sur-Mer', 'Béthune', 'Saint-Omer'],
  '63': ['Clermont-Ferrand'],
  '64': ['Bayonne', 'Pau'],
  '65': ['Tarbes'],
  '66': ['Perpignan'],
  '67': ['Saverne', 'Strasbourg'],
  '68': ['Colmar', 'Mulhouse'],
  '69': ['Lyon', 'Villefranche-sur-Saône'],
  '70': ['Vesoul'],
  '71': ['Chalon-sur-Saône', 'Mâcon'],
  '72': ['Le Mans'],
  '73': ['Albertville', 'Chambéry'],
  '74': ['Annecy', 'Bonneville', 'Thonon-les-Bains'],
  '75': ['Paris'],
  '76': ['Dieppe', 'Le Havre', 'Rouen'],
  '77': ['Fontainebleau', 'Meaux', 'Melun'],
  '78': ['Versailles'],
  '79': ['Niort'],
  '80': ['Amiens'],
  '81': ['Albi', 'Castres'],
  '82': ['Montauban'],
  '83': ['Draguignan', 'Toulon'],
  '84': ['Avignon', 'Carpentras'],
  '85': ['La Roche-sur-Yon', 'Les Sables-d’Olonne'],
  '86': ['Poitiers'],
  '87': ['Limoges'],
  '88': ['Épinal'],
  '89': ['Auxerre', 'Sens'],
  '90': ['Belfort'],
  '91': ['Évry-Courcouronnes'],
  '92': ['Nanterre'],
  '93': ['Bobigny'],
  '94': ['Créteil'],
  '95': ['Pontoise'],
  '971': ['Basse-Terre', 'Pointe-à-Pitre'],
  '972': ['Fort-de-France'],
  '973': ['Cayenne'],
  '974': ['Saint-Denis', 'Saint-Pierre'],
  '975': ['Saint-Pierre'],
  '976': ['Mamoudzou'],
  '977': ['Basse-Terre'],
  '978': ['Basse-Terre'],
  '986': ['Mata-Utu'],
  '987': ['Papeete'],
  '988': ['Nouméa']
}

/** Courts whose children’s cases go to the juvenile court of another town. */
const juvenileElsewhere: Record<string, string> = {
  Cusset: 'Moulins',
  Montluçon: 'Moulins',
  Lisieux: 'Caen',
  Tulle: 'Brive-la-Gaillarde',
  Alès: 'Nîmes',
  'Saint-Gaudens': 'Toulouse',
  Saumur: 'Angers',
  'Bar-le-Duc': 'Verdun',
  Argentan: 'Alençon',
  Albertville: 'Chambéry',
  Fontainebleau: 'Melun',
  'Les Sables-d’Olonne': 'La Roche-sur-Yon',
  Sens: 'Auxerre'
}

/** The eight interregional courts by the code of their seat, with the départements of each. */
const interregional: Record<string, { town: string; of: string }> = {
  '75': { town: 'Paris', of: '18 28 36 37 41 45 58 75 77 78 89 91 92 93 94 95 974 975 976 986 987 988' },
  '69': { town: 'Lyon', of: '01 03 05 15 26 38 42 43 63 69 73 74' },
  '13': { town: 'Marseille', of: '04 06 07 11 12 13 2A 2B 30 34 48 66 83 84' },
  '59': { town: 'Lille', of: '02 08 10 27 51 59 60 62 76 80' },
  '35': { town: 'Rennes', of: '14 17 22 29 35 44 49 50 53 56 61 72 79 85 86' },
  '54': { town: 'Nancy', of: '21 25 39 52 54 55 57 67 68 70 71 88 90' },
  '33': { town: 'Bordeaux', of: '09 16 19 23 24 31 32 33 40 46 47 64 65 81 82 87' },
  '972': { town: 'Fort-de-France', of: '971 972 973 977 978' }
}

const slug = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')

const named = (name: string): Bilingual => ({ fr: name, en: name })

/** Every court under a code that says where it sits (`01.bourg-en-bresse`): two towns bear the same name. */
export const courtLabels: Record<string, Bilingual> = Object.fromEntries(
  Object.entries(courtNames).flatMap(([place, names]) =>
    names.map((name) => [`${place}.${slug(name)}`, named(name)])
  )
)

/** The courts of a place, by their codes. */
export const courtsOf = (place: string): string[] =>
  Object.keys(courtLabels).filter((code) => code.startsWith(`${place}.`))

/** The town whose juvenile court has the children of a court’s area. */
export const juvenileCourtOf = (court: string): string | null => {
  const name = courtLabels[court]?.fr
  return name === undefined ? null : (juvenileElsewhere[name] ?? name)
}

/** The code of the court beside which the juvenile court sits: `03.moulins` has the children of `03.cusset`. */
export const juvenileSeatOf = (court: string): string | null => {
  const town = juvenileCourtOf(court)
  const place = court.split('.')[0]!
  return courtsOf(place).find((code) => courtLabels[code]!.fr === town) ?? null
}

/** The juvenile court of a whole place, where its courts share one. */
export const juvenileSeatIn = (place: string): string | null => {
  const seats = new Set(courtsOf(place).map(juvenileSeatOf))
  return seats.size === 1 ? [...seats][0]! : null
}

export const jirsLabels: Record<string, Bilingual> = Object.fromEntries(
  Object.entries(interregional).map(([seat, { town }]) => [seat, named(`JIRS de ${town}`)])
)

/** Paris, competent beside the one of the place in cases of very great complexity, in the whole country (CPP 706-75). */
export const nationalJirs = '75'

/** The seat of the interregional court that has a place, or null for a place unknown to the table. */
export const jirsOf = (place: string): string | null =>
  Object.entries(interregional).find(([, { of }]) => of.split(' ').includes(place))?.[0] ?? null
