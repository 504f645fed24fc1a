import { openness } from '../workflows/advance.ts'
import { commandRow, commandTypes, regionIds } from '../workflows/commands.ts'
import type { GuardId, Situation } from '../workflows/guards.ts'
import type { RegionId } from '../workflows/vocabulary.ts'
import type { Cone } from './cone.ts'
import { openingOf } from './answers.ts'
import { isEmpty, without } from './combinations.ts'
import { decides, walkCone } from './cones.ts'
import type { Acts, Look, Walked } from './trial.ts'
import { steadyGuards } from './steady.ts'

export type Explored = {
  acts: number
  /** How many cones were walked, and where they stood. */
  cones: number
  situations: number
  moves: number
  /** Situations from which nothing at all is open. */
  dead: Situation[]
  /** The bound was met before the end: these acts were not decided everywhere. */
  undecided: number
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
const deadOf = ({ cone, codes, bundles }: Walked): Situation[] => {
  const { space } = bundles
  const opens = offered.map((type) => openingOf(cone, codes, type, never))
  const dead: Situation[] = []
  for (const { row, set } of bundles.all()) {
    let shut = set
    for (const one of opens)
      if (!isEmpty(shut))
        one(space, row, shut, (part, { open }) => {
          if (open) shut = without(shut, part)
        })
    space.each(shut, row, () => {
      const situation = codes.situationOf(row)
      if (!hasEnded(situation) && !offered.some((type) => openness(situation, type).open))
        dead.push(situation)
    })
  }
  return dead
}

/** What the clock says of no region is left to the composed case: here regions move by their own acts alone. */
const actsOf = (regions: readonly RegionId[]): Acts => {
  const types = commandTypes.filter((type) => {
    const { region, from } = commandRow(type)
    return region !== null && regions.includes(region) && from.length > 0
  })
  return { types, steady: steadyGuards(types) }
}

const covers = (wide: Cone, narrow: Cone) => [...narrow].every((name) => wide.has(name))

/** Cones that decide every act given; once one met its bound, a wider one would as well and is not begun. */
const walksOf = (acts: Acts, most: number, look: Look) => {
  const walks: Walked[] = []
  let undecided = 0
  for (const type of acts.types) {
    const walked = walks.find((one) => decides(one, type, acts))
    const now = walked ?? walkCone(type, acts, { most, look, unless: walks.filter(({ whole }) => !whole) })
    if (!now.whole) undecided += 1
    if (!walks.includes(now)) walks.push(now)
  }
  return { walks, undecided }
}

/** The states of a region that a walk met; a region outside the cone was not looked at. */
const statesOf = ({ cone, codes }: Walked, id: RegionId) =>
  (cone.has(id) ? codes.valuesOf(id) : []) as string[]

/** Walks every situation that the acts of some regions reach from every start, cone by cone; each move is given to `look`. */
export const explore = (
  regions: readonly RegionId[],
  { most, look }: { most: number; look: Look }
): Explored => {
  const acts = actsOf(regions)
  const { walks, undecided } = walksOf(acts, most, look)
  const kept = walks.filter(
    ({ cone }, at) =>
      !walks.some((wider, other) => other !== at && covers(wider.cone, cone) && !covers(cone, wider.cone))
  )
  return {
    acts: acts.types.length,
    cones: kept.length,
    situations: kept.reduce((total, { bundles }) => total + bundles.situations(), 0),
    moves: walks.reduce((total, { moves }) => total + moves, 0),
    dead: kept.flatMap(deadOf),
    undecided,
    reached: Object.fromEntries(
      regionIds.map((id) => [id, new Set(walks.flatMap((walked) => statesOf(walked, id)))])
    ) as Explored['reached']
  }
}
