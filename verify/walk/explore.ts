import { isExpected } from '../../workflows/case/advance.ts'
import { commandRow, commandTypes, regionIds } from '../../workflows/case/commands.ts'
import type { GuardId, Situation } from '../../workflows/guards/guards.ts'
import type { RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { openingOf } from '../answers.ts'
import { walkOf, type Acts, type Look, type Walked } from './reached.ts'
import { steadyGuards } from './stability.ts'

export type Explored = {
  acts: number
  /** How many regions, facts and single consents these acts can depend on. */
  facts: number
  situations: number
  moves: number
  /** Situations from which nothing at all is open. */
  dead: Situation[]
  /** The states reached, by region. */
  reached: Record<RegionId, Set<string>>
}

// Fewest conditions first: what is open nearly everywhere answers soonest.
const offered = commandTypes
  .filter((type) => commandRow(type).offered)
  .sort((one, other) => commandRow(one).guards.length - commandRow(other).guards.length)

/** Thirty days after a merge its undoing has lapsed: this file has ended, and the person's life goes on in the other one. */
const hasEnded = ({ regions, facts }: Situation) =>
  regions.identification === 'duplicate_merged' && facts.merging === null

const never: ReadonlySet<GuardId> = new Set()

/** Where nothing is open, nor in any case that agrees on the cone. */
const deadOf = ({ cone, codes, sets, reached }: Walked): Situation[] => {
  let shut = reached
  for (const type of offered)
    openingOf(
      cone,
      codes,
      type,
      never
    )(sets, shut, (part, { open }) => {
      if (open) shut = sets.without(shut, part)
    })
  const dead: Situation[] = []
  const row = new Uint8Array(codes.width)
  sets.each(shut, row, () => {
    const situation = codes.situationOf(row)
    if (!hasEnded(situation) && !offered.some((type) => isExpected(situation, type))) dead.push(situation)
  })
  return dead
}

/** What the clock says of no region is left to the composed case: here regions move by their own acts alone. */
export const actsOf = (regions: readonly RegionId[]): Acts => {
  const types = commandTypes.filter((type) => {
    const { region, from } = commandRow(type)
    return region !== null && regions.includes(region) && from.length > 0
  })
  return { types, steady: steadyGuards(types) }
}

/** The states of a region that a walk met; a region outside the cone was not looked at. */
const statesOf = ({ cone, codes }: Walked, id: RegionId) =>
  (cone.has(id) ? codes.valuesOf(id) : []) as string[]

/** Walks every situation that the acts of some regions reach from every start; some moves are given to `look`. */
export const explore = (regions: readonly RegionId[], look: Look = () => {}): Explored => {
  const acts = actsOf(regions)
  const walked = walkOf(acts, look)
  return {
    acts: acts.types.length,
    facts: walked.codes.width,
    situations: walked.sets.countOf(walked.reached),
    moves: walked.moves,
    dead: deadOf(walked),
    reached: Object.fromEntries(
      regionIds.map((id) => [id, new Set(statesOf(walked, id))])
    ) as Explored['reached']
  }
}
