import type { Life, LifeStep } from './living.ts'
import type { Translation } from './translated.ts'

// Until 2026-11 the asylum claim was told by the stay: by its word in a form (`stay: asylum`) and by three states of residence.

type Told = Record<string, unknown>

/** The state of residence, and where the claim stands today. */
const claims: Record<string, string> = {
  asylum_pending: 'pending',
  protected: 'protected',
  refused: 'refused'
}

/** The stay was written over by each later word, and the claim with it, as long as nobody had acted on it. */
const inputToday = (input: Told, completes: boolean): Told => {
  if (input['stay'] === 'asylum') return { ...input, stay: 'unknown', asylumClaim: true }
  return completes && 'stay' in input ? { ...input, asylumClaim: false } : input
}

/**
 * A claim that took the place of a stay leaves it today where it was: `unknown` where nothing else was ever said. A residence
 * that later goes on leaves the claim where it stands. Before residence told of a claim, nothing is said of any.
 */
const regionsToday = ({ asylum, residence: before = 'unknown' }: Told, at: Told): Told => {
  const claim = claims[String(at['residence'])]
  if (claim !== undefined) return { ...at, residence: before, asylum: claim }
  return asylum === undefined ? at : { ...at, asylum }
}

const stepToday = (step: LifeStep, before: Told, after: Told): LifeStep => {
  const moved = Object.fromEntries(
    Object.entries(after).filter(([region, state]) => before[region] !== state)
  )
  const { moved: _moved, ...rest } = step
  const input = inputToday(step.input, step.command === 'facts.complete')
  return { ...rest, input, ...(Object.keys(moved).length > 0 && { moved }) }
}

/** What the person once said stays a fact where the stay still said it at the end; else the log does not tell. */
const factsToday = (facts: Told): Told =>
  facts['stay'] === 'asylum' ? { ...facts, stay: 'unknown', asylumClaim: true } : facts

const lifeToday = ({ flag, regions, steps, end }: Life): Life => {
  const first = regionsToday({}, regions)
  let [recorded, today]: [Told, Told] = [regions, first]
  const told = steps.map((step) => {
    recorded = { ...recorded, ...step.moved }
    const before = today
    today = regionsToday(before, recorded)
    return stepToday(step, before, today)
  })
  return {
    flag: inputToday(flag, false),
    regions: first,
    steps: told,
    end: { regions: today, facts: factsToday(end.facts) }
  } as Life
}

export const asylumApart: Translation = (recorded) => {
  const { residence = [], ...states } = recorded.states
  return {
    ...recorded,
    states: {
      ...states,
      residence: residence.filter((state) => !(state in claims)),
      asylum: residence.flatMap((state) => claims[state] ?? [])
    },
    lives: recorded.lives.map(lifeToday)
  }
}
