import type { Opening } from '../workflows/act/opening.ts'
import { commandRow, regionTables, type CommandType } from '../workflows/case/commands.ts'
import { staysFrom, tells } from '../workflows/case/machine.ts'
import type { Region } from '../workflows/act/command.ts'
import type { DeadlineCode } from '../workflows/deadlines/deadlines.ts'
import { asList, opensOf } from '../workflows/deadlines/running/opening.ts'
import { contestable } from '../workflows/deadlines/running/contested.ts'
import { stopsOf, stoppedBy } from '../workflows/deadlines/running/stopping.ts'
import { withoutReason } from '../workflows/deadlines/running/validity.ts'
import { guards, type GuardId, type Situation } from '../workflows/guards/guards.ts'
import type { RegionId } from '../workflows/vocabulary/vocabulary.ts'
import { followed, toldFor, unusualFor } from './action-availability.ts'
import type { Sight } from './sight.ts'

// What a record that nothing expected would change, said before its form is filled in. What its answers decide is said as
// possible; a guard whose facts the reader may not learn is not asked, so that the page is the same in both lives.

export type Foreseen = {
  /** Where its region would stand: several where its answers decide, as it stands where nothing moves it; null where that is not told or not known. */
  region: { id: RegionId; to: readonly string[] } | null
  /** Of the clocks that run, those that would stop. */
  stops: readonly DeadlineCode[]
  starts: readonly DeadlineCode[]
  /** Those that start or not by what is answered. */
  mayStart: readonly DeadlineCode[]
}

type Asked = { type: CommandType; told: Situation; sight: Sight }

const holdsKnown = ({ told, sight }: Asked, guard: GuardId): boolean | null =>
  sight.learns(guards[guard]) ? guards[guard].holds(told) : null

/** Where a state leads on by itself, as far as it is known before the answers. */
const settled = (asked: Asked, id: RegionId, state: string): string[] => {
  const { always, commands }: Region = regionTables[id]
  const on = always[state] ?? []
  const known = on.find(({ when }) => typeof when === 'string' && holdsKnown(asked, when) === true)
  if (known) return [known.to]
  const stays = Object.values(commands).some(({ from }) => from.includes(state))
  return stays || on.length === 0 ? [state] : on.map(({ to }) => to)
}

const regionAfter = (asked: Asked): Foreseen['region'] => {
  const { type, told, sight } = asked
  const { region, to, apply, leaves } = commandRow(type)
  if (region === null || !followed(region, sight)) return null
  // What it teaches may lead on from where the region stands: of that nothing is promised.
  const leadsOn = regionTables[region].always as Region['always']
  if (to === 'same' && apply !== null && leadsOn[told.regions[region]]) return null
  const stays = staysFrom(commandRow(type), told.regions[region]) || !tells({ type }, told)
  if (stays) return { id: region, to: [told.regions[region]] }
  // What it answers may leave the region as it is.
  const led = settled(asked, region, to)
  return { id: region, to: leaves === null ? led : [...new Set([...led, told.regions[region]])] }
}

type Chance = 'never' | 'maybe' | 'surely'

const hangsOnAnswers = ({ newly, given, unlessGiven, unlessSaid, yieldsTo, ...one }: Opening) =>
  Boolean(
    newly ??
    given ??
    unlessGiven ??
    unlessSaid ??
    yieldsTo ??
    one.whenInput ??
    one.ofScopes ??
    one.first ??
    one.sinceFact
  )

const isAsked = (type: CommandType, { startsOn, endsOn }: Opening) => {
  const day = startsOn ?? endsOn
  const { input } = commandRow(type)
  return day === undefined || (input.required as string[] | undefined)?.includes(day) === true
}

/** `after`: the case with its region moved, before anything is learnt from the answers. */
const chanceOf = (before: Asked, after: Asked, opening: Opening): Chance => {
  const { was, when, unless, code } = opening
  if (asList(was).some((guard) => holdsKnown(before, guard) === false)) return 'never'
  const { livesWhile } = stopsOf(code)
  const conditions = [...asList(was), ...asList(when), ...(unless ? [unless] : [])]
  const sure = conditions.length === 0 && !hangsOnAnswers(opening) && isAsked(before.type, opening)
  return sure && (livesWhile === undefined || holdsKnown(after, livesWhile) === true) ? 'surely' : 'maybe'
}

const stoppedIn = (before: Asked, after: Asked): DeadlineCode[] => {
  const { type, told } = before
  const had = withoutReason(told)
  const lost = withoutReason(after.told).filter((code) => {
    const { livesWhile } = stopsOf(code)
    return !had.includes(code) && livesWhile !== undefined && before.sight.learns(guards[livesWhile])
  })
  return [
    ...stoppedBy({ command: type, quiet: tells({ type }, told) ? null : 'kept', facts: told.facts }),
    ...lost
  ]
}

/** `running`: the clocks of the case that this reader is told. Null of what is expected, or unknown to them to be unusual. */
export const foreseenFor = (
  type: CommandType,
  situation: Situation,
  { sight, running }: { sight: Sight; running: readonly string[] }
): Foreseen | null => {
  if (unusualFor(type, situation, sight) === null) return null
  const told = toldFor(type, situation, sight)
  const before: Asked = { type, told, sight }
  const region = regionAfter(before)
  const [to] = region?.to ?? []
  const after: Asked = {
    ...before,
    told: region && to ? { ...told, regions: { ...told.regions, [region.id]: to } } : told
  }
  const isRunning = (code: string) => running.includes(code)
  // Of several times that an appeal may be against, its answers say which stops.
  const meant = contestable(type)
  const maybeOther = running.filter((code) => meant.some((one) => one === code)).length > 1
  const opened = opensOf(type)
    .filter(({ code, interrupts }) => sight.clock(code) && (!interrupts || isRunning(code)))
    .map((one) => ({ code: one.code, chance: chanceOf(before, after, one) }))
  const starts = opened.filter(({ chance }) => chance === 'surely').map(({ code }) => code)
  const maybe = opened.filter(({ chance }) => chance === 'maybe').map(({ code }) => code)
  const stops = stoppedIn(before, after)
    .filter(isRunning)
    .filter((code) => !starts.includes(code) && !(maybeOther && meant.includes(code)))
  return {
    region,
    stops: [...new Set(stops)],
    starts: [...new Set(starts)],
    mayStart: [...new Set(maybe)].filter((code) => !starts.includes(code))
  }
}
