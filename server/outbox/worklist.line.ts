import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { factsBeside, tradeOf } from '../../policies/lists/trade.ts'
import { daysBetween } from '../../workflows/calendar/calendar.ts'
import { isMinor } from '../../workflows/facts/facts.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { elementOf, type ElementId } from '../../workflows/vocabulary/elements.ts'
import { indicators, type IndicatorCode } from '../../workflows/vocabulary/indicators.ts'
import { clocksListed, stageOf, type ListedRegion } from '../../workflows/lists/stages.ts'
import type { LiveClock } from '../cases/store.ts'
import type { Glanced } from '../disclosure/badges.ts'
import { discloseLine, type DisclosedLine } from '../disclosure/line.ts'

const shownFacts = [
  'danger',
  'ageGroup',
  'ageBand',
  'localDanger',
  'removalBar',
  'forms',
  'language'
] as const

/** Of the signs, how many there are; how many speak of each element, to whoever weighs the grounds. */
type Signs = { length: number; of?: Record<ElementId, number> }

/** What a list shows of a case, in codes, as it is told in one capacity. It holds no day. */
export type ShownLine = {
  territory: string
  identification: string
  facts: Omit<Glanced, 'indicators'> & { indicators?: Signs; opinion?: 'positive' | 'insufficient' }
  /** Where what the trade reads first stands. */
  trade: { region: ListedRegion; state: string }
}

/** A clock that the list counts the days of, or tells the end of. */
export type Running = { code: string; from: string; until: string; total: number | null }

/** A capacity that may not see the region of its trade reads the grounds. */
const tradeIn = (capacity: Capacity, { regions }: Situation, told: DisclosedLine): ShownLine['trade'] => {
  const region = tradeOf(capacity)
  const state = told.whole(region, regions)
  if (state !== null) return { region, state }
  return { region: 'identification', state: told.identification(regions.identification).state }
}

const signsOf = (codes: readonly string[], { region }: ShownLine['trade']): Signs => {
  if (region !== 'identification') return { length: codes.length }
  const of = { act: 0, means: 0, purpose: 0 }
  for (const code of codes) of[elementOf[indicators[code as IndicatorCode].dimension]] += 1
  return { length: codes.length, of }
}

const marksOf = ({ facts, trade }: ShownLine): string[] => {
  const stage = stageOf(trade.region, trade.state)
  return [
    ...(stage === null ? [] : [`stage:${stage}`]),
    ...(facts.danger === 'immediate' ? ['danger'] : []),
    ...(isMinor({ ageGroup: facts.ageGroup! }) ? ['minor'] : []),
    ...(facts.children ? ['children'] : []),
    ...(facts.forms ?? []).map((form) => `form:${form}`)
  ]
}

const runsOf = ({ trade }: ShownLine, clocks: readonly LiveClock[]): Running[] =>
  clocksListed(trade.region, trade.state).flatMap(({ code, counted }) => {
    const clock = clocks.find((one) => one.code === code && one.referralId === null)
    if (!clock) return []
    const { startsOn: from, dueOn: until, n, unit } = clock
    return [{ code, from, until, total: counted ? (unit === 'days' ? n : daysBetween(from, until)) : null }]
  })

/** `marks`: the words by which the list may be narrowed, all of them told to its reader. */
type Kept = { line: string; marks: string[]; runs: string }

/** What is kept of a case for those of a capacity. `clocks`: those that they see, as they are told them. Pure. */
export const lineShown = (capacity: Capacity, situation: Situation, clocks: readonly LiveClock[]): Kept => {
  const { facts } = situation
  const told = discloseLine({ capacity, facts }, [
    ...shownFacts,
    'indicators',
    'children',
    ...factsBeside(tradeOf(capacity))
  ])
  const trade = tradeIn(capacity, situation, told)
  const { indicators: signs, consents: _consents, proposal, ...shown } = told.facts
  const line: ShownLine = {
    territory: told.territory,
    identification: told.identification(situation.regions.identification).state,
    facts: {
      ...shown,
      ...(signs && { indicators: signsOf(signs, trade) }),
      ...(proposal && { opinion: proposal.opinion })
    },
    trade
  }
  return { line: JSON.stringify(line), marks: marksOf(line), runs: JSON.stringify(runsOf(line, clocks)) }
}

/** Where all is written that makes a line, but for how it is stored: a test walks what `keptLine` imports, and meets nothing else. */
export const madeIn = [
  'workflows',
  'policies',
  'server/disclosure',
  'server/deadlines',
  'server/outbox'
] as const

const root = new URL('../../', import.meta.url)
const rules = madeIn.flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8')
    }))
)

const comments = /^\s*(?:\/\/|\/?\*).*$/gm

/**
 * The digest of what makes lines: of the tables and functions as they are written, since a list of those that count is forgotten.
 * `as` is for a test, to which a file says something else.
 */
export const digestOf = (as = (_path: string, text: string) => text): string => {
  const digest = createHash('sha256')
  for (const { path, text } of rules) digest.update(`${path}\n${as(path, text).replace(comments, '')}\n`)
  return digest.digest('base64url').slice(0, 16)
}

/** By which a line is known to be made by what is written now; a test says that something else was. */
export const lineTables = { digest: digestOf() }
