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

const faultsOf = (decisions: readonly Decision[], events: Event[]) => {
  const kept = keptClocks(decisions)
  for (const { kind, answers, which, on } of events) {
    const what = words[kind][answers ? 1 : 0]
    kept.act('appeal.time', { what, about: 'permit', on, ...noticeIn(decisions, which) })
  }
  const worlds = worldsOf(decisions, events).flatMap((world) => {
    const ends = endsIn(world, events, decisions)
    return ends === null ? [] : [ends]
  })
  return decisions.flatMap((decision, place) => {
    const clock = kept.against(decision.notifiedOn)
    if (!clock) return [`${nameOf(events)}: nothing stands against ${decision.notifiedOn}`]
    const soonest = Math.min(...worlds.map((ends) => ends[place]!))
    const isLate = Date.parse(String(clock.dueAt)) > soonest
    return isLate
      ? [`${decision.code} of ${decision.notifiedOn}: ${nameOf(events)}: told ${clock.dueOn}`]
      : []
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

  it.each([
    [
      'a second reconsideration, once the first was answered (CRPA L411-2)',
      '2027-01-21',
      [
        ['gracious', '2026-10-15'],
        ['gracious_rejected', '2026-11-20'],
        ['hierarchical', '2027-01-05'],
        ['hierarchical_rejected', '2027-02-20']
      ]
    ],
    [
      'a rejection that comes after silence had rejected (CJA R421-2)',
      '2026-12-02',
      [
        ['gracious', '2026-10-15'],
        ['gracious_rejected', '2027-05-03']
      ]
    ],
    [
      'reasons given a second time (CRPA L232-4)',
      '2027-01-21',
      [
        ['reasons_asked', '2026-10-15'],
        ['reasons_given', '2026-11-20'],
        ['reasons_asked', '2027-01-05'],
        ['reasons_given', '2027-01-20']
      ]
    ],
    [
      'aid asked for after the safe day of a time of which the question is unknown',
      '2026-12-02',
      [
        ['gracious_rejected', '2026-11-20'],
        ['aid_asked', '2026-12-20'],
        ['aid_decided', '2027-01-20']
      ]
    ]
  ] as const)('%s moves no safe day', (_what, dueOn, acts) => {
    const kept = keptClocks([first])
    for (const [what, on] of acts)
      kept.act('appeal.time', { what, about: 'permit', on, noticeOn: first.notifiedOn })
    expect(kept.against(first.notifiedOn)).toMatchObject({ dueOn })
  })

  it('an answer that gives the day of a question about another decision moves no safe day of the one that is left', () => {
    const other = '2026-11-02'
    const kept = keptClocks([first, { code: 'D-APPEAL-TA', notifiedOn: other }])
    const asks = (what: string, on: string, more: object) =>
      kept.act('appeal.time', { what, about: 'permit', on, ...more })
    asks('gracious', '2026-11-12', { noticeOn: other })
    asks('aid_asked', '2026-12-15', { noticeOn: first.notifiedOn })
    asks('gracious_rejected', '2026-12-17', { noticeOn: other })
    asks('aid_decided', '2027-01-08', { askedOn: '2026-12-15' })
    expect(kept.against(other)).toMatchObject({ startsOn: '2026-12-17', dueOn: '2027-02-18' })
  })

  it('aid answered of a month that may have been cut moves no safe day (CESEDA R921-3)', () => {
    const notifiedOn = '2026-10-26'
    const kept = keptClocks([{ code: 'D-APPEAL-OQTF', notifiedOn }])
    const [decisionOn, noticeOn] = ['2026-11-24', notifiedOn]
    kept.act('house_arrest.notified', {
      decisionOn,
      notifiedOn: decisionOn,
      appealWithin: 'seven_days',
      noticeOn
    })
    kept.act('appeal.time', { what: 'aid_asked', about: 'permit', on: '2026-11-25', noticeOn })
    kept.act('appeal.time', { what: 'aid_decided', about: 'permit', on: '2026-12-15', noticeOn })
    expect(kept.against(notifiedOn)).toMatchObject({ dueOn: '2026-11-27' })
  })

  it('are not without effect: asked for in time and answered of one that is said, they give the whole time again', () => {
    const kept = keptClocks([first])
    const said = { about: 'permit', noticeOn: first.notifiedOn }
    kept.act('appeal.time', { ...said, what: 'aid_asked', on: '2026-11-12' })
    kept.act('appeal.time', { ...said, what: 'aid_decided', on: '2026-11-24' })
    expect(kept.against(first.notifiedOn)).toMatchObject({ startsOn: '2026-11-24', dueOn: '2027-01-25' })
  })
})
