import type { Role } from '../../../policies/actor.ts'
import type { Regime } from '../../../policies/habilitations.ts'
import { territories, type Territory } from '../../../workflows/calendar/territories.ts'
import { demoAccounts } from './accounts.ts'
import { rateOf } from './figures.ts'
import type { WorldOrganisation } from './organisations.ts'

/** An organisation before anyone is named in it. */
export type Draft = Omit<WorldOrganisation, 'people' | 'waiting' | 'region' | 'regimes'> & {
  role: Role | null
  region?: string
  regimes?: readonly Regime[]
}

const associationCount = 70
const shelterCount = 60
const dnaCount = 12
const inspected = 600_000

/** The two organisations, other than those that flag, whose people give the second voice in a territory's cell. */
export const memberKeys = (territory: string) =>
  [
    keyOf(`membre-${territory}-1`, { type: 'association', territory, role: 'cell_member' }),
    `membre-${territory}-2`
  ] as const

/** The key under which the sign-in page knows the organisation that stands there, or the world's own. */
const keyOf = (own: string, { type, territory, role }: Pick<Draft, 'type' | 'territory' | 'role'>) =>
  demoAccounts.find(
    ({ org, role: held }) => org.type === type && org.territory === territory && held === role
  )?.org.key ?? own

const partners = [
  ['juge', 'juvenile_court', 'Tribunal pour enfants', 'juvenile_judge'],
  ['adhoc', 'ad_hoc', 'Administration ad hoc', 'ad_hoc_guardian'],
  ['soin', 'health', 'Centre de soin', 'health'],
  ['psp', 'psp', 'Commission du parcours de sortie', 'psp']
] as const

/** Those to whom a case is referred in its own territory. */
const protecting = (code: string, name: string): Draft[] =>
  partners.map(([key, type, title, role]): Draft => {
    return { key: `${key}-${code}`, type, name: `${title} · ${name}`, territory: code, role }
  })

const local = ({ code, name, population }: Territory, word: () => string): Draft[] => [
  { key: `cell-${code}`, type: 'cell', name: `Cellule · ${name}`, territory: code, role: 'cell_secretary' },
  {
    key: `pref-${code}`,
    type: 'prefecture',
    name: `Préfecture · ${name}`,
    territory: code,
    role: 'prefecture'
  },
  {
    key: `ase-${code}`,
    type: 'ase',
    name: `Aide sociale à l’enfance · ${name}`,
    territory: code,
    role: 'child_protection'
  },
  {
    key: `police-${code}`,
    type: 'police',
    name: `Police judiciaire · ${name}`,
    territory: code,
    role: 'police'
  },
  {
    key: prosecutionKey(code),
    type: 'prosecution',
    name: `Parquet · ${name}`,
    territory: code,
    role: 'prosecutor'
  },
  ...protecting(code, name),
  ...memberKeys(code).map((key): Draft => {
    return {
      key,
      type: 'association',
      name: `Aide aux victimes ${word()} · ${name}`,
      territory: code,
      role: 'cell_member',
      regimes: ['victim_aid']
    }
  }),
  ...(population >= inspected
    ? [
        {
          key: `work-${code}`,
          type: 'labour_inspection',
          name: `Inspection du travail · ${name}`,
          territory: code,
          role: 'labour_inspection'
        } satisfies Draft
      ]
    : [])
]

const expected = ({ code, population }: Territory) => rateOf(code) * population

/** Seats of associations by the number of persons expected, as the seats of an assembly are given (highest averages). */
const associationSeats = (): Map<Territory, number> => {
  const seats = new Map<Territory, number>(territories.map((one) => [one, 0]))
  for (const code of ['69', '75', '976', '973'])
    seats.set(
      territories.find((one) => one.code === code)!,
      1
    )
  for (let given = 4; given < associationCount; given += 1) {
    const next = territories.reduce((best, one) =>
      expected(one) / (seats.get(one)! + 1) ** 2 > expected(best) / (seats.get(best)! + 1) ** 2 ? one : best
    )
    seats.set(next, seats.get(next)! + 1)
  }
  return seats
}

const demoAssociation: Record<string, string> = { '69': 'asso-rhone', '75': 'asso-paris' }

const associations = (word: () => string): Draft[] =>
  [...associationSeats()].flatMap(([{ code, name }, count]) =>
    Array.from({ length: count }, (_, index): Draft => {
      const key = index === 0 ? (demoAssociation[code] ?? `asso-${code}-1`) : `asso-${code}-${index + 1}`
      const designated =
        demoAssociation[code] === key ||
        key === 'asso-976-1' ||
        (code.charCodeAt(code.length - 1) + index) % 2 === 0
      const regimes: Regime[] = designated ? ['flag', 'r425_1', 'psp'] : ['flag']
      return {
        key,
        type: 'association',
        name: `Association ${word()} · ${name}`,
        territory: code,
        role: 'asso',
        regimes
      }
    })
  )

const shelterRegions = [
  ...new Set(territories.filter(({ population }) => population > 140_000).map(({ region }) => region.name))
]

// A shelter bears no territory: where it is, is class A.
const shelters = (word: () => string): Draft[] => [
  {
    key: 'foyer-azur',
    type: 'shelter',
    name: 'Foyer Azur',
    territory: null,
    role: 'shelter',
    region: 'Provence-Alpes-Côte d’Azur',
    regimes: ['flag']
  },
  {
    key: 'foyer-ouest',
    type: 'shelter',
    name: 'Foyer de l’Ouest',
    territory: null,
    role: 'shelter',
    region: 'Bretagne',
    regimes: ['flag']
  },
  ...Array.from({ length: shelterCount - 2 }, (_, index): Draft => {
    return {
      key: `foyer-${index + 1}`,
      type: 'shelter',
      name: `Foyer ${word()}`,
      territory: null,
      role: 'shelter',
      region: shelterRegions[index % shelterRegions.length]!
    }
  })
]

const jirs = {
  '75': 'Paris',
  '69': 'Lyon',
  '13': 'Marseille',
  '59': 'Lille',
  '35': 'Rennes',
  '54': 'Nancy',
  '33': 'Bordeaux',
  '972': 'Fort-de-France'
} as const

/** The key of the interregional court that sits there. */
export const jirsKey = (code: string): string => `jirs-${jirs[code as keyof typeof jirs].toLowerCase()}`
export const prosecutionKey = (territory: string): string =>
  keyOf(`parquet-${territory}`, { type: 'prosecution', territory, role: 'prosecutor' })

const national = (word: () => string): Draft[] => [
  { key: 'acse', type: 'acse', name: 'Coordination Ac.Sé', territory: null, role: 'acse_desk' },
  { key: 'ofii', type: 'ofii', name: 'OFII', territory: null, role: 'ofii' },
  {
    key: 'centre-dna',
    type: 'dna_centre',
    name: 'Centre du dispositif national d’asile',
    territory: null,
    role: 'shelter'
  },
  ...Array.from({ length: dnaCount }, (_, index): Draft => {
    return {
      key: `centre-dna-${index + 1}`,
      type: 'dna_centre',
      name: `Centre ${word()}`,
      territory: null,
      role: 'shelter',
      region: shelterRegions[(index * 5) % shelterRegions.length]!
    }
  }),
  ...Object.entries(jirs).map(([code, town]): Draft => {
    return { key: jirsKey(code), type: 'jirs', name: `JIRS de ${town}`, territory: code, role: 'prosecutor' }
  })
]

/** Every organisation that the world needs, under names that mean nothing. */
export const draftedOrganisations = (word: () => string): Draft[] => [
  ...territories.flatMap((one) => local(one, word)),
  ...associations(word),
  ...shelters(word),
  ...national(word)
]
