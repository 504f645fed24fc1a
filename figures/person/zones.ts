import { frenchCountries, memberStates } from '../../workflows/vocabulary/countries.ts'
import type { Words } from './column.ts'

/** Zones in which nationalities are published: the countries of the Union and no other, as Eurostat asks, then the geoscheme of the United Nations (M49), grouped. */
const zones = {
  europe: {
    fr: 'autre Europe, dont EEE et Suisse',
    en: 'other Europe, EEA and Switzerland among it',
    of: 'AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM UA VA XK'
  },
  north_africa: { fr: 'Afrique du Nord', en: 'North Africa', of: 'DZ EG EH LY MA SD TN' },
  west_africa: {
    fr: 'Afrique de l’Ouest',
    en: 'West Africa',
    of: 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG'
  },
  central_africa: { fr: 'Afrique centrale', en: 'Central Africa', of: 'AO CD CF CG CM GA GQ ST TD' },
  east_africa: {
    fr: 'Afrique de l’Est et australe, océan Indien',
    en: 'East and Southern Africa, Indian Ocean',
    of: 'BI BW DJ ER ET IO KE KM LS MG MU MW MZ NA RW SC SO SS SZ TF TZ UG ZA ZM ZW'
  },
  near_east: {
    fr: 'Proche et Moyen-Orient, Caucase, Asie centrale',
    en: 'Middle East, Caucasus, Central Asia',
    of: 'AE AM AZ BH CY GE IL IQ IR JO KG KW KZ LB OM PS QA SA SY TJ TM TR UZ YE'
  },
  south_asia: { fr: 'Asie du Sud', en: 'South Asia', of: 'AF BD BT IN LK MV NP PK' },
  east_asia: {
    fr: 'Asie de l’Est et du Sud-Est',
    en: 'East and South-East Asia',
    of: 'BN CN HK ID JP KH KP KR LA MM MN MO MY PH SG TH TL TW VN'
  },
  americas: {
    fr: 'Amériques et Caraïbes',
    en: 'Americas and Caribbean',
    of: 'AG AI AR AW BB BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GL GS GT GY HN HT JM KN KY LC MS MX NI PA PE PR PY SR SV SX TC TT US UY VC VE VG VI'
  },
  oceania: {
    fr: 'Océanie',
    en: 'Oceania',
    of: 'AQ AS AU CC CK CX FJ FM GU HM KI MH MP NF NR NU NZ PG PN PW SB TK TO TV UM VU WS'
  }
} as const

const zoneOf = new Map<string, string>([
  ...Object.entries(zones).flatMap(([zone, { of }]) =>
    of.split(' ').map((country): [string, string] => [country, zone])
  ),
  ...memberStates.map((country): [string, string] => [country, 'eu']),
  ...frenchCountries.map((country): [string, string] => [country, 'french'])
])

/** A flag says so of whoever stays under the rules of the Union: whether of a member state, it does not say. */
const unionOrLike = 'union_or_like'

export const zoneWords: Words = {
  french: { fr: 'française', en: 'French' },
  eu: { fr: 'Union européenne', en: 'European Union' },
  ...Object.fromEntries(Object.entries(zones).map(([zone, { fr, en }]) => [zone, { fr, en }])),
  [unionOrLike]: {
    fr: 'Union européenne, EEE ou Suisse, non précisé',
    en: 'European Union, EEA or Switzerland, not said which'
  },
  third_country: { fr: 'autre pays, non précisé', en: 'another country, not said which' },
  unknown: { fr: 'non connue', en: 'not known' }
}

/** The country where it is known, else what the flag says of the nationality. */
export const zoneFor = (citizenship: string | null | undefined, nationality: string | undefined): string => {
  const known = citizenship ? zoneOf.get(citizenship) : undefined
  return known ?? (nationality === 'eu' ? unionOrLike : (nationality ?? 'unknown'))
}
