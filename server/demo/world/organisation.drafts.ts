import type { OrgType, Role } from '../../../policies/actor.ts'
import type { Regime } from '../../../policies/habilitations.ts'
import { territories, type Territory } from '../../../workflows/calendar/territories.ts'
import { demoAccounts } from './accounts.ts'
import { rateOf } from './figures.ts'

/** An organisation before anyone is named in it. */
export type Draft = {
  key: string
  type: OrgType
  name: string
  territory: string | null
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

/** Those of every territory: the beginning of their key, what they are, and who acts for them. */
const everywhere = [
  ['cell', 'cell', 'Cellule', 'cell_secretary'],
  ['pref', 'prefecture', 'Préfecture', 'prefecture'],
  ['ase', 'ase', 'Aide sociale à l’enfance', 'child_protection'],
  ['police', 'police', 'Police judiciaire', 'police'],
  ['parquet', 'prosecution', 'Parquet', 'prosecutor'],
  ['juge', 'juvenile_court', 'Tribunal pour enfants', 'juvenile_judge'],
  ['adhoc', 'ad_hoc', 'Administration ad hoc', 'ad_hoc_guardian'],
  ['soin', 'health', 'Centre de soins', 'health'],
  ['psp', 'psp', 'Commission du parcours de sortie', 'psp']
] as const
const inspection = ['work', 'labour_inspection', 'Inspection du travail', 'labour_inspection'] as const

const local = ({ code, name, population }: Territory, word: () => string): Draft[] => {
  const standing = ([key, type, title, role]: (typeof everywhere)[number] | typeof inspection): Draft => ({
    key: type === 'prosecution' ? prosecutionKey(code) : `${key}-${code}`,
    type,
    name: `${title} · ${name}`,
    territory: code,
    role
  })
  const members = memberKeys(code).map((key): Draft => ({
    key,
    type: 'association',
    name: `Aide aux victimes ${word()} · ${name}`,
    territory: code,
    role: 'cell_member',
    regimes: ['victim_aid']
  }))
  return [...everywhere.map(standing), ...members, ...(population >= inspected ? [standing(inspection)] : [])]
}

const expected = ({ code, population }: Territory) => rateOf(code) * population

/** Seats of associations by the number of persons expected, as the seats of an assembly are given (highest averages). */
const associationSeats = (): Map<Territory, number> => {
  const begun = ['69', '75', '976', '973']
  const seats = new Map(territories.map((one) => [one, Number(begun.includes(one.code))]))
  for (let given = begun.length; given < associationCount; given += 1) {
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

/** They bear no territory: where a shelter is, is class A. */
const housing = (key: string, name: string, region: string, type: OrgType = 'shelter'): Draft => ({
  key,
  type,
  name,
  territory: null,
  role: 'shelter',
  region
})

const shelters = (word: () => string): Draft[] => [
  { ...housing('foyer-azur', 'Foyer Azur', 'Provence-Alpes-Côte d’Azur'), regimes: ['flag'] },
  { ...housing('foyer-ouest', 'Foyer de l’Ouest', 'Bretagne'), regimes: ['flag'] },
  ...Array.from({ length: shelterCount - 2 }, (_, index) =>
    housing(`foyer-${index + 1}`, `Foyer ${word()}`, shelterRegions[index % shelterRegions.length]!)
  )
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
  ...Array.from({ length: dnaCount }, (_, index) => {
    const region = shelterRegions[(index * 5) % shelterRegions.length]!
    return housing(`centre-dna-${index + 1}`, `Centre ${word()}`, region, 'dna_centre')
  }),
  ...Object.entries(jirs).map(([code, town]): Draft => ({
    key: jirsKey(code),
    type: 'jirs',
    name: `JIRS de ${town}`,
    territory: code,
    role: 'prosecutor'
  }))
]

/** Every organisation that the world needs, under names that mean nothing. */
export const draftedOrganisations = (word: () => string): Draft[] => [
  ...territories.flatMap((one) => local(one, word)),
  ...associations(word),
  ...shelters(word),
  ...national(word)
]
