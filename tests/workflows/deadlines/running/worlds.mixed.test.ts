import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate } from '../../../../workflows/calendar/calendar.ts'
import type { DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { endsAt, keptClocks } from './kept-clocks.ts'

// Legal aid that is asked for and answered gives the month whole again (decree 2020-1717, art. 43); house arrest, prison or a detention
// centre cuts it (CESEDA R921-1, R921-2), and what is cut is extended no more (R921-3). Whatever the order in which they are written down,
// no safe day comes after the end in any world that may be.

const code: DeadlineCode = 'D-APPEAL-OQTF'
const hour = 3_600_000
const dayAt = (day: CivilDate) => Date.parse(`${day}T08:00:00Z`)

type Kind = 'aid_asked' | 'aid_decided' | 'house_arrest' | 'detention_centre'
type Which = number | 'unsaid' | 'another day'
type Event = { kind: Kind; which: Which; on: CivilDate }

const setups: CivilDate[][] = [['2026-10-26'], ['2026-10-26', '2026-11-09']]
const asked: CivilDate = '2026-11-12'
/** Within the first month, and after it. */
const answers: CivilDate[] = ['2026-11-20', '2026-12-10']
/** Before aid was asked for, while it waits, once it is answered, and after the first month. */
const cuts: CivilDate[] = ['2026-11-10', '2026-11-16', '2026-11-24', '2026-12-07', '2026-12-14']
/** As it happened, then as it was not. */
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [2, 0, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 1, 0]
] as const

type World = (number | null)[]

/** Of which decision each may have been; none, of one that nobody wrote down. */
const worldsOf = (notices: readonly CivilDate[], events: readonly Event[]) =>
  events.reduce<World[]>(
    (worlds, { which }) => {
      const known = [...notices.keys()]
      const ways = typeof which === 'number' ? [which] : which === 'unsaid' ? known : [...known, null]
      return worlds.flatMap((world) => ways.map((of) => [...world, of]))
    },
    [[]]
  )

type State = { time: 'month' | 'week' | 'hours'; end: number; waits: boolean }

const months = new Map([...setups.flat(), ...answers].map((day) => [day, endsAt(code, day)]))

const happens = (state: State, { kind, on }: Event) => {
  if (kind === 'aid_asked') state.waits = state.time === 'month'
  else if (kind === 'aid_decided') {
    if (state.time === 'month') state.end = months.get(on)!
    state.waits = false
  } else if (kind === 'detention_centre') {
    if (state.time !== 'hours')
      Object.assign(state, { time: 'hours', end: dayAt(on) + 48 * hour, waits: false })
  } else if (state.time === 'month')
    Object.assign(state, {
      time: 'week',
      end: Date.parse(`${addDays(on, 8)}T00:00:00+01:00`),
      waits: false
    })
}

/** The end against each in one world, in which each act came on its day; null for a world that is none, as unsaid of one that was over. */
const endsIn = (world: World, events: readonly Event[], notices: readonly CivilDate[]): number[] | null => {
  const states = notices.map((notice): State => ({ time: 'month', end: months.get(notice)!, waits: false }))
  const inTime = [...events.entries()].toSorted(([, one], [, other]) => one.on.localeCompare(other.on))
  for (const [at, event] of inTime) {
    const stand = states.filter(({ end, waits }) => waits || dayAt(event.on) <= end)
    const state = world[at] === null ? undefined : states[world[at]!]!
    if (event.which === 'unsaid' && stand.length > 0 && !stand.includes(state!)) return null
    if (state && stand.includes(state)) happens(state, event)
  }
  return states.map(({ end, waits }) => (waits ? Infinity : end))
}

const actOf = (notices: readonly CivilDate[], { kind, which, on }: Event) => {
  const noticeOn = which === 'another day' ? '2026-11-06' : which === 'unsaid' ? undefined : notices[which]
  const at = kind === 'detention_centre' ? { at: '09:00' } : {}
  return { what: kind, about: 'permit', on, ...at, ...(noticeOn && { noticeOn }) }
}

/** Not held: unsaid, of a month that was over by all that was written down, which aid was then found to have kept open. */
const isHeld = ([first]: readonly Event[]) => first?.which !== 'unsaid' || first.on < '2026-12-01'

/** All of one obligation; one in three of those of two. */
const livesOf = (notices: readonly CivilDate[]): Event[][] => {
  const whiches: Which[] = [...notices.keys(), 'unsaid', 'another day']
  const each = (['house_arrest', 'detention_centre'] as const).flatMap((kind) =>
    cuts.flatMap((on) =>
      whiches.flatMap((one) =>
        whiches.flatMap((two) =>
          whiches.map((three, at): Event[] => [
            { kind: 'aid_asked', which: one, on: asked },
            { kind: 'aid_decided', which: two, on: answers[(at + cuts.indexOf(on)) % 2]! },
            { kind, which: three, on }
          ])
        )
      )
    )
  )
  const all = each.flatMap((events) => orders.map((order) => order.map((at) => events[at]!)))
  return all.filter((events, at) => isHeld(events) && at % (2 * notices.length - 1) === 0)
}

const nameOf = (events: readonly Event[]) =>
  events.map(({ kind, which, on }) => `${kind}/${which} ${on}`).join(', ')

/** One that is written down once so many acts are. */
type Late = { notice: CivilDate; after: number }

const keptAfter = (notices: readonly CivilDate[], events: readonly Event[], late: Late | null) => {
  const known = notices.filter((notice) => notice !== late?.notice)
  const kept = keptClocks(known.map((notifiedOn) => ({ code, notifiedOn })))
  for (const [at, event] of events.entries()) {
    if (at === late?.after) kept.notified({ code, notifiedOn: late.notice })
    kept.act('appeal.time', actOf(notices, event))
  }
  if (late?.after === events.length) kept.notified({ code, notifiedOn: late.notice })
  return kept
}

const faultsOf = (notices: readonly CivilDate[], events: Event[], late: Late | null = null) => {
  const kept = keptAfter(notices, events, late)
  const worlds = worldsOf(notices, events).flatMap((world) => {
    const ends = endsIn(world, events, notices)
    return ends === null ? [] : [ends]
  })
  return notices.flatMap((notice, place) => {
    const clock = kept.against(notice)
    if (!clock) return [`${nameOf(events)}: nothing stands against ${notice}`]
    const soonest = Math.min(...worlds.map((ends) => ends[place]!))
    const isLate = Date.parse(String(clock.dueAt)) > soonest + hour
    const name = `${nameOf(events)}${late ? `, ${late.notice} after ${late.after}` : ''}`
    return isLate ? [`${notice}: ${name}: told ${clock.dueOn}`] : []
  })
}

describe('legal aid, and what cuts the month, written down in whatever order', () => {
  it.each(setups.map((notices) => ({ notices })))(
    'of $notices: no safe day is later than the end in any world',
    ({ notices }) => {
      const lives = livesOf(notices)
      expect(lives.length).toBeGreaterThan(300)
      expect(lives.flatMap((events) => faultsOf(notices, events))).toEqual([])
    },
    60_000
  )

  it.each(setups.map((notices) => ({ notices })))(
    'of $notices: is held so too where one is written down after acts that came since',
    ({ notices }) => {
      const faults = livesOf(notices).flatMap((events, at) => {
        const late = { notice: notices[at % notices.length]!, after: (at % events.length) + 1 }
        return faultsOf(notices, events, late)
      })
      expect(faults).toEqual([])
    },
    60_000
  )
})
