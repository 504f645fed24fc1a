import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../../workflows/calendar/calendar.ts'
import type { DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { endsAt, keptClocks } from './kept-clocks.ts'

// Legal aid and reconsideration, asked for and answered (decree 2020-1717, art. 43; CRPA L411-2), of one decision, of nobody knows which, or
// by a day on which none was notified. No safe day comes after the end against that decision in any world that may be.

type Kind = 'aid' | 'gracious'
const words = { aid: ['aid_asked', 'aid_decided'], gracious: ['gracious', 'gracious_rejected'] } as const
type Which = number | 'unsaid' | 'another day'
type Event = { kind: Kind; answers: boolean; which: Which; on: CivilDate }
type Decision = { code: DeadlineCode; notifiedOn: CivilDate }

const first: Decision = { code: 'D-APPEAL-TA', notifiedOn: '2026-10-01' }
const setups: Decision[][] = [
  [first],
  [first, { code: 'D-APPEAL-TA', notifiedOn: '2026-11-02' }],
  [first, { code: 'D-APPEAL-OQTF', notifiedOn: '2026-11-09' }],
  [first, { code: 'D-APPEAL-7D', notifiedOn: '2026-11-10' }]
]
/** In time, then answered; and answered after both of the first ends. */
const dates: CivilDate[][] = [
  ['2026-11-12', '2026-11-16', '2026-11-24', '2027-01-08'],
  ['2026-11-12', '2026-11-16', '2027-01-08', '2027-01-12'],
  ['2026-11-12', '2026-12-15', '2026-12-17', '2027-01-08']
]

/** Other days of a request: before the others, among them, and after the first end. */
const others: CivilDate[] = ['2026-11-11', '2026-11-17', '2026-12-14']
const byDay = (one: Event, other: Event) => one.on.localeCompare(other.on)

/** What each lengthens: seven days nothing (CESEDA R921-3), a month aid alone (CRPA L411-2 is of the common time). */
const lengthens = (code: DeadlineCode, kind: Kind) =>
  code === 'D-APPEAL-TA' || (code === 'D-APPEAL-OQTF' && kind === 'aid')

const noticeIn = (decisions: readonly Decision[], which: Which) =>
  which === 'unsaid'
    ? {}
    : { noticeOn: typeof which === 'number' ? decisions[which]!.notifiedOn : '2026-11-06' }

/** Orders of two requests and their two answers, each said of every decision, of none, or by another day: one in three of all. */
const livesOf = (decisions: readonly Decision[]): Event[][] => {
  const whiches: Which[] = [...decisions.keys(), 'unsaid', 'another day']
  const orders: Kind[][] = [
    ['aid', 'gracious', 'aid', 'gracious'],
    ['aid', 'gracious', 'gracious', 'aid'],
    ['gracious', 'aid', 'aid', 'gracious'],
    ['gracious', 'aid', 'gracious', 'aid']
  ]
  const all = orders.flatMap((order) =>
    dates.flatMap((on) =>
      order.reduce<Event[][]>(
        (lives, kind, at) =>
          lives.flatMap((life) =>
            whiches.map((which) => [...life, { kind, which, answers: at > 1, on: on[at]! }])
          ),
        [[]]
      )
    )
  )
  return all.filter((_, at) => at % 3 === 0)
}

type World = (number | null)[]

/** Of which decision each may have been; unsaid, of one that is on file, whatever its time. */
const worldsOf = (decisions: readonly Decision[], events: readonly Event[]) =>
  events.reduce<World[]>(
    (worlds, { which }) => {
      const known = [...decisions.keys()]
      const ways = typeof which === 'number' ? [which] : which === 'unsaid' ? known : [...known, null]
      return worlds.flatMap((world) => ways.map((way) => [...world, way]))
    },
    [[]]
  )

type State = { end: number; waits: Set<Kind> }
const isOpen = ({ end, waits }: State, comes: number) => waits.size > 0 || comes <= end

/**
 * The end against each decision in one world, endless while something asked for in time waits; null for a world that is none: what is
 * asked unsaid is asked of one whose time stands, where one does, and an answer is to a request that is recorded, where there is one.
 */
const endsIn = (world: World, events: readonly Event[], decisions: readonly Decision[]): number[] | null => {
  const states = decisions.map(({ code, notifiedOn }): State => ({
    end: endsAt(code, notifiedOn),
    waits: new Set()
  }))
  const asked: string[] = []
  for (const [at, { kind, answers, which, on }] of events.entries()) {
    const [of, comes, name] = [world[at]!, Date.parse(`${on}T08:00:00Z`), `${kind} ${world[at]}`]
    const state = of === null ? undefined : states[of]
    const stands = states.some((one) => isOpen(one, comes))
    if (!answers && which === 'unsaid' && stands && !isOpen(state!, comes)) return null
    const place = asked.indexOf(name)
    if (answers && typeof which !== 'number' && place < 0 && asked.some((one) => one.startsWith(kind)))
      return null
    if (!answers) asked.push(name)
    else if (place >= 0) asked.splice(place, 1)
    if (!state || !lengthens(decisions[of!]!.code, kind) || !isOpen(state, comes)) continue
    if (!answers) state.waits.add(kind)
    else {
      state.waits.delete(kind)
      state.end = endsAt(decisions[of!]!.code, on)
    }
  }
  return states.map(({ end, waits }) => (waits.size > 0 ? Infinity : end))
}

const nameOf = (events: readonly Event[]) =>
  events.map(({ kind, answers, which, on }) => `${words[kind][answers ? 1 : 0]}/${which} ${on}`).join(', ')

/** Unsaid, it is of what stood by all that was written down: that aid had kept another open, written later, is not seen. */
const isKnown = ({ answers, which, on }: Event) => answers || which !== 'unsaid' || on < '2026-12-02'

/** In one order of the twenty-four. */
const shuffled = (events: readonly Event[], turn: number): Event[] => {
  const left = [...events]
  let rest = turn
  return [4, 3, 2, 1].flatMap((n) => {
    const at = rest % n
    rest = (rest - at) / n
    return left.splice(at, 1)
  })
}

/** In which order acts are written down, and one decision after so many of them. */
type Writing = { written: readonly Event[]; late?: Decision; after?: number }

const keptAfter = (decisions: readonly Decision[], { written, late, after = 0 }: Writing) => {
  const kept = keptClocks(decisions.filter((one) => one !== late))
  for (const [at, { kind, answers, which, on }] of written.entries()) {
    if (late && at === after) kept.notified(late)
    const what = words[kind][answers ? 1 : 0]
    kept.act('appeal.time', { what, about: 'permit', on, ...noticeIn(decisions, which) })
  }
  if (late && after === written.length) kept.notified(late)
  return kept
}

const faultsOf = (
  decisions: readonly Decision[],
  events: Event[],
  writing: Writing = { written: events },
  kept = keptAfter(decisions, writing)
) => {
  const { written, late, after } = writing
  const worlds = worldsOf(decisions, events).flatMap((world) => {
    const ends = endsIn(world, events, decisions)
    return ends === null ? [] : [ends]
  })
  return decisions.flatMap((decision, place) => {
    const clock = kept.against(decision.notifiedOn)
    const name = `${nameOf(written)}${late ? `, ${late.notifiedOn} after ${after}` : ''}`
    if (!clock) return [`${name}: nothing stands against ${decision.notifiedOn}`]
    const soonest = Math.min(...worlds.map((ends) => ends[place]!))
    const isLate = Date.parse(String(clock.dueAt)) > soonest
    return isLate ? [`${decision.code} of ${decision.notifiedOn}: ${name}: told ${clock.dueOn}`] : []
  })
}

describe('legal aid and reconsideration of one of several decisions', () => {
  it.each(setups.map((decisions) => ({ decisions, named: decisions.map(({ code }) => code).join(' and ') })))(
    'move no safe day beyond the end in any world: $named',
    ({ decisions }) => {
      const lives = livesOf(decisions)
      expect(lives.length).toBeGreaterThan(180)
      expect(lives.flatMap((events) => faultsOf(decisions, events))).toEqual([])
    },
    60_000
  )

  it.each(setups.map((decisions) => ({ decisions, named: decisions.map(({ code }) => code).join(' and ') })))(
    'do not in whatever order they are written down: $named',
    ({ decisions }) => {
      const lives = livesOf(decisions).filter((events) => events.every(isKnown))
      expect(lives.length).toBeGreaterThan(150)
      expect(
        lives.flatMap((events, turn) => faultsOf(decisions, events, { written: shuffled(events, turn) }))
      ).toEqual([])
    },
    60_000
  )

  it.each(setups.map((decisions) => ({ decisions, named: decisions.map(({ code }) => code).join(' and ') })))(
    'do not where a decision is written down after what was asked of it: $named',
    ({ decisions }) => {
      const faults = livesOf(decisions).flatMap((events, turn) => {
        const late = decisions[turn % decisions.length]!
        const after = (turn % events.length) + 1
        const other = events.every(isKnown) ? [shuffled(events, turn)] : []
        return [events, ...other].flatMap((written) => faultsOf(decisions, events, { written, late, after }))
      })
      expect(faults).toEqual([])
    },
    60_000
  )

  it.each(setups.map((decisions) => ({ decisions, named: decisions.map(({ code }) => code).join(' and ') })))(
    'do not by any of the days that are written down for one request: $named',
    ({ decisions }) => {
      const faults = livesOf(decisions).flatMap((events, turn) => {
        const one = events[turn % 2]!
        const other = { ...one, on: others[turn % others.length]! }
        const written = [...events.slice(0, 2), other, ...events.slice(2)]
        const real = events.map((event) => (event === one ? other : event)).toSorted(byDay)
        if (!real.every(isKnown)) return []
        const kept = keptAfter(decisions, { written })
        return [events, real].flatMap((lived) => faultsOf(decisions, lived, { written }, kept))
      })
      expect(faults).toEqual([])
    },
    60_000
  )

  it('are not without effect: asked for in time and answered of one that is said, they give the whole time again', () => {
    const kept = keptClocks([first])
    const said = { about: 'permit', noticeOn: first.notifiedOn }
    kept.act('appeal.time', { ...said, what: 'aid_asked', on: '2026-11-12' })
    kept.act('appeal.time', { ...said, what: 'aid_decided', on: '2026-11-24' })
    expect(kept.against(first.notifiedOn)).toMatchObject({ startsOn: '2026-11-24', dueOn: '2027-01-25' })
  })
})
