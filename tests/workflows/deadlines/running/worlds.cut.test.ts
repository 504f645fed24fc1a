import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../../workflows/case/commands.ts'
import { addDays, type CivilDate } from '../../../../workflows/calendar/calendar.ts'
import { legalEnd } from '../../../../workflows/deadlines/deadlines.ts'
import { endsAt, keptClocks } from './kept-clocks.ts'

// What cuts the month against an obligation to leave (CESEDA R921-1, R921-2), told by hand and by every way in which it may have been: of
// whichever obligation, and whether or not the person was informed. No safe day comes after the end in one of these worlds, and no end in
// law before it in another.

const kinds = ['informed', 'maybe informed', 'prison', 'detention', 'told'] as const
type Kind = (typeof kinds)[number]
/** Of which obligation: by its place, by nobody, or by a day on which none was notified. */
type Which = number | 'unsaid' | 'another day'
type Event = { kind: Kind; which: Which; on: CivilDate }

const obligations: CivilDate[][] = [
  ['2026-11-09'],
  ['2026-10-19', '2026-11-09'],
  ['2026-11-09', '2026-11-12'],
  ['2026-10-26']
]
/** In which order they are written down: as they came, or not. */
const orders: CivilDate[][] = [
  ['2026-11-16', '2026-11-19', '2026-11-24'],
  ['2026-11-19', '2026-11-16', '2026-11-24'],
  ['2026-11-24', '2026-11-16', '2026-11-19'],
  ['2026-11-19', '2026-11-24', '2026-11-16'],
  ['2026-11-24', '2026-11-19', '2026-11-16'],
  ['2026-11-16', '2026-11-24', '2026-11-19']
]
const code = 'D-APPEAL-LEAVE'
const hour = 3_600_000
const dayAt = (day: CivilDate) => Date.parse(`${day}T08:00:00Z`)

const noticeIn = (notices: readonly CivilDate[], which: Which) =>
  which === 'unsaid' ? {} : { noticeOn: which === 'another day' ? '2026-11-06' : notices[which] }

type Act = [CommandType, Record<string, unknown>]
const actOf = (notices: readonly CivilDate[], { kind, which, on }: Event): Act => {
  const said = noticeIn(notices, which)
  const informed = kind === 'informed' ? 'yes' : 'unknown'
  const arrest = { decisionOn: on, notifiedOn: on, appealWithin: 'seven_days', informed, ...said }
  if (kind === 'informed' || kind === 'maybe informed') return ['house_arrest.notified', arrest]
  const what = kind === 'told' ? 'house_arrest' : kind === 'prison' ? 'prison' : 'detention_centre'
  const at = kind === 'detention' ? { at: '09:00' } : {}
  return ['appeal.time', { what, about: 'removal', on, ...at, ...said }]
}

/** What may have happened: of which obligation each was, none for one that nobody wrote down, and whether it was told to the person. */
const worldsOf = (notices: readonly CivilDate[], events: readonly Event[]) =>
  events.reduce<{ of: number | null; informed: boolean }[][]>(
    (worlds, { kind, which }) => {
      const known = [...notices.keys()]
      const ofWhich = typeof which === 'number' ? [which] : which === 'unsaid' ? known : [...known, null]
      const told = kind === 'maybe informed' ? [true, false] : [true]
      const ways = ofWhich.flatMap((of) => told.map((informed) => ({ of, informed })))
      return worlds.flatMap((world) => ways.map((way) => [...world, way]))
    },
    [[]]
  )

type World = ReturnType<typeof worldsOf>[number]

type State = { time: 'month' | 'week' | 'hours'; end: number }

const months = new Map(obligations.flat().map((day) => [day, endsAt(code, day)]))

/** An arrest or the prison interrupts the month alone, detention the month and the week. */
const cut = (state: State, { kind, on }: Event) => {
  const comes = dayAt(on)
  if (kind === 'detention' && state.time !== 'hours') [state.time, state.end] = ['hours', comes + 48 * hour]
  else if (kind !== 'detention' && state.time === 'month')
    [state.time, state.end] = ['week', Date.parse(`${addDays(on, 8)}T00:00:00+01:00`)]
}

/**
 * The end against each obligation in one world; null for a world that is none: what is unsaid is of an obligation whose time stands that
 * day, where one does.
 */
const endsIn = (world: World, events: readonly Event[], notices: readonly CivilDate[]): number[] | null => {
  const states = notices.map((notice): State => ({ time: 'month', end: months.get(notice)! }))
  const inTime = [...events.entries()].toSorted(([, one], [, other]) => one.on.localeCompare(other.on))
  for (const [at, event] of inTime) {
    const { of, informed } = world[at]!
    const comes = dayAt(event.on)
    const stand = states.filter(({ end }) => comes <= end)
    const state = of === null ? undefined : states[of]!
    if (event.which === 'unsaid' && stand.length > 0 && !stand.includes(state!)) return null
    if (state && informed && stand.includes(state)) cut(state, event)
  }
  return states.map(({ end }) => end)
}

/** Lives of one act, of two and of three: fewer of those that are written down in another order. */
const livesOf = (notices: readonly CivilDate[]): Event[][] => {
  const whiches: Which[] = [...notices.keys(), 'unsaid', 'another day']
  const steps = kinds.flatMap((kind) => whiches.map((which) => ({ kind, which })))
  const longer = (lives: Event[][], on: CivilDate) =>
    lives.flatMap((life) => steps.map((step) => [...life, { ...step, on }]))
  return orders.flatMap((on, order) => {
    const one = longer([[]], on[0]!)
    const two = longer(one, on[1]!)
    const rare = order === 0 ? 1 : 3
    const three = longer(two, on[2]!).filter((_, at) => at % (23 * rare) === 0)
    return [...(order === 0 ? one : []), ...two.filter((_, at) => at % rare === 0), ...three]
  })
}

const nameOf = (events: readonly Event[]) =>
  events.map(({ kind, which, on }) => `${kind}/${which} ${on}`).join(', ')

/** The one that is written down once so many acts are. */
type Late = { notice: CivilDate; after: number }

/** Unsaid, an act is of what stood by all that was written down: that an earlier one, written later, let another stand is not seen. */
const isKnown = (events: readonly Event[], late: Late | null) =>
  !events.slice(0, late?.after ?? 0).some(({ which }) => which === 'unsaid') &&
  events.every(({ which, on }, at) => which !== 'unsaid' || events.slice(at).every((one) => one.on >= on))

const keptAfter = (notices: readonly CivilDate[], events: readonly Event[], late: Late | null) => {
  const known = notices.filter((notice) => notice !== late?.notice)
  const kept = keptClocks(known.map((notifiedOn) => ({ code, notifiedOn })))
  for (const [at, event] of events.entries()) {
    if (at === late?.after) kept.notified({ code, notifiedOn: late.notice })
    kept.act(...actOf(notices, event))
  }
  if (late && late.after >= events.length) kept.notified({ code, notifiedOn: late.notice })
  return kept
}

/** Of each obligation: what is told too late, or ends too soon, in a world that may be. */
const faultsOf = (notices: readonly CivilDate[], events: Event[], late: Late | null = null) => {
  const kept = keptAfter(notices, events, late)
  const worlds = worldsOf(notices, events).flatMap((world) => {
    const ends = endsIn(world, events, notices)
    return ends === null ? [] : [ends]
  })
  return notices.flatMap((notice, place) => {
    const clock = kept.against(notice)
    if (!clock) return [`${nameOf(events)}: nothing stands against ${notice}`]
    const ends = worlds.map((all) => all[place]!)
    const [safe, law] = [Date.parse(String(clock.dueAt)), legalEnd(clock)]
    const tooLate = safe > Math.min(...ends) + hour
    // An end in law of a day alone is that of the whole day.
    const last =
      law === null ? safe : law.on === null ? Infinity : Date.parse(`${addDays(law.on, 1)}T00:00:00+01:00`)
    const short = isKnown(events, late) && last < Math.max(...ends) - hour
    return [tooLate && 'safe day too late', short && 'end in law too soon'].flatMap((fault) =>
      fault
        ? [
            `${notice} of ${notices.join(' and ')}: ${nameOf(events)}${late ? `, ${late.notice} after ${late.after}` : ''}: ${fault}`
          ]
        : []
    )
  })
}

describe('a month that house arrest, prison or a detention centre may have cut', () => {
  it.each(obligations.map((notices) => ({ notices })))(
    'of $notices: no safe day is later than the end in any world, nor an end in law sooner',
    ({ notices }) => {
      const lives = livesOf(notices)
      expect(lives.length).toBeGreaterThan(300)
      expect(lives.flatMap((events) => faultsOf(notices, events))).toEqual([])
    },
    60_000
  )

  it.each(obligations.map((notices) => ({ notices })))(
    'of $notices: is held so too where one is written down after acts that came since',
    ({ notices }) => {
      const lives = livesOf(notices).filter((_, at) => at % (2 * notices.length - 1) === 0)
      const faults = lives.flatMap((events, at) =>
        notices.flatMap((notice, place) =>
          faultsOf(notices, events, { notice, after: ((at + place) % events.length) + 1 })
        )
      )
      expect(faults).toEqual([])
    },
    60_000
  )

  it('keeps its own end in law beside another obligation that has its seven days: the arrest may carry out that one', () => {
    const [month, week] = ['2026-11-09', '2026-11-17']
    const kept = keptClocks([
      { code, notifiedOn: month },
      { code: 'D-APPEAL-LEAVE-7D', notifiedOn: week }
    ])
    kept.act(...actOf([month, week], { kind: 'informed', which: 'unsaid', on: '2026-11-18' }))
    expect(kept.against(month)?.dueOn).toBe('2026-11-25')
    expect(legalEnd(kept.against(month)!)).toMatchObject({ on: '2026-12-10' })
    expect(kept.against(week)).toMatchObject({ dueOn: '2026-11-24' })
  })

  it('ends seven clear days after a late information, on whatever day that is (CESEDA R921-3)', () => {
    const kept = keptClocks([{ code, notifiedOn: '2026-11-02' }])
    kept.act(...actOf([], { kind: 'informed', which: 'another day', on: '2026-11-27' }))
    expect(kept.against('2026-11-02')).toMatchObject({ code, dueOn: '2026-12-03' })
    expect(legalEnd(kept.against('2026-11-02')!)).toMatchObject({ on: '2026-12-05' })
  })

  it('cut for certain before, forgets what may have come late', () => {
    const kept = keptClocks([{ code, notifiedOn: '2026-10-26' }])
    kept.act(...actOf([], { kind: 'informed', which: 'another day', on: '2026-11-24' }))
    kept.act(...actOf(['2026-10-26'], { kind: 'informed', which: 0, on: '2026-11-23' }))
    expect(kept.against('2026-10-26')).toMatchObject({ code: 'D-APPEAL-LEAVE-7D', dueOn: '2026-11-30' })
    expect(legalEnd(kept.against('2026-10-26')!)).toMatchObject({ on: '2026-12-01' })
  })

  it('is not left as it was: what is said for certain cuts it to seven days, and to 48 hours', () => {
    const kept = keptClocks([{ code, notifiedOn: '2026-11-09' }])
    kept.act(...actOf(['2026-11-09'], { kind: 'informed', which: 0, on: '2026-11-16' }))
    expect(kept.against('2026-11-09')).toMatchObject({ code: 'D-APPEAL-LEAVE-7D', dueOn: '2026-11-23' })
    kept.act(...actOf(['2026-11-09'], { kind: 'detention', which: 0, on: '2026-11-19' }))
    expect(kept.against('2026-11-09')).toMatchObject({ code: 'D-APPEAL-LEAVE-48H', dueOn: '2026-11-21' })
  })
})
