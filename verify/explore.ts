import { open, openness } from '../workflows/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../workflows/commands.ts'
import type { FlagInput } from '../workflows/flag.ts'
import type { Situation } from '../workflows/guards.ts'
import type { RegionId } from '../workflows/vocabulary.ts'
import { keyOf } from './facts.ts'
import { inputsOf } from './inputs.ts'
import { stride } from './stride.ts'

export type Move = { before: Situation; type: CommandType; input: Record<string, unknown>; after: Situation }

export type Explored = {
  situations: number
  moves: number
  /** Situations from which nothing at all is open. */
  dead: Situation[]
  /** The bound was met before the end: what lies beyond was not looked at. */
  cut: boolean
  /** The states reached, by region. */
  reached: Record<RegionId, Set<string>>
}

const flag = (different: Partial<FlagInput>): Situation =>
  open({
    danger: 'possible',
    territory: '69',
    metOn: '2026-11-20',
    channel: 'outreach',
    indicators: [{ code: 'd_papers_taken', source: 'person' }],
    ageGroup: 'adult',
    sex: 'female',
    nationality: 'third_country',
    stay: 'irregular',
    forms: ['sexual'],
    children: 1,
    language: 'bin',
    localDanger: true,
    asylumLink: false,
    nominativeConsent: true,
    ...different
  })

/** The persons from whom exploring starts: what they are decides most of what opens to them. */
export const persons: Record<string, Situation> = {
  'adult without a permit': flag({}),
  'adult of the Union': flag({ nationality: 'eu', stay: 'unknown', sex: 'male', forms: ['labour'] }),
  'asylum seeker': flag({ stay: 'asylum', asylumLink: true }),
  'minor without a permit': flag({ ageGroup: 'minor', nominativeConsent: false, danger: 'immediate' }),
  'age in doubt': flag({
    ageGroup: 'doubt',
    nationality: 'unknown',
    stay: 'unknown',
    nominativeConsent: false
  })
}

/** Presumed, informed and agreeing to everything: what the other regions ask for is there. */
const ready = (situation: Situation): Situation => ({
  regions: { ...situation.regions, identification: 'presumed', consent: 'consent_recorded' },
  facts: {
    ...situation.facts,
    presumed: true,
    informed: true,
    consents: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
    offences: ['225-4-1', '225-14'],
    procedureOpen: true
  }
})

export const starts = (): Situation[] =>
  Object.values(persons).flatMap((situation) => [situation, ready(situation)])

const none = () =>
  ({
    identification: new Set(),
    housing: new Set(),
    residence: new Set(),
    judicial: new Set(),
    care: new Set(),
    minor: new Set(),
    consent: new Set(),
    closure: new Set()
  }) as Record<RegionId, Set<string>>

const openMoves = (before: Situation, types: readonly CommandType[]): Move[] =>
  types
    .filter((type) => openness(before, type).open)
    .flatMap((type) =>
      inputsOf(type).map((input) => ({
        before,
        type,
        input,
        after: stride(before, type, input)
      }))
    )

const offered = commandTypes.filter((type) => commandRow(type).offered)
const somethingOpen = (situation: Situation) => offered.some((type) => openness(situation, type).open)

/**
 * Walks every situation that the acts of some regions reach from every start, breadth first; each move is given to
 * `look`. Acts of no region (what the clock says) change nothing and are left out.
 */
export const explore = (
  regions: readonly RegionId[],
  { most, look }: { most: number; look: (move: Move) => void }
): Explored => {
  const types = commandTypes.filter((type) => {
    const { region, from } = commandRow(type)
    return region !== null && regions.includes(region) && from.length > 0
  })
  const explored: Explored = { situations: 0, moves: 0, dead: [], cut: false, reached: none() }
  const queue = starts()
  const seen = new Set(queue.map(keyOf))
  for (let at = 0; at < queue.length; at += 1) {
    const before = queue[at]!
    for (const id of Object.keys(explored.reached) as RegionId[]) explored.reached[id].add(before.regions[id])
    const moves = openMoves(before, types)
    if (moves.length === 0 && !somethingOpen(before)) explored.dead.push(before)
    for (const move of moves) {
      explored.moves += 1
      look(move)
      const key = keyOf(move.after)
      if (seen.has(key)) continue
      if (seen.size >= most) explored.cut = true
      else {
        seen.add(key)
        queue.push(move.after)
      }
    }
  }
  explored.situations = seen.size
  return explored
}
