import { describe, expect, it } from 'vitest'
import { chanceFrom } from '../../../../verify/chance.ts'
import { legalEnd, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { keptClocks } from '../running/kept-clocks.ts'
import { lastDays, type Decision, type Event, type Kind, type Reading } from './judge.ts'

// Lives drawn by a fixed seed, written down in any order, and judged day by day in every world: no safe day is later than the last day
// of one of them, and no end in law sooner.

type Which = number | 'unsaid' | 'another day'
type Drawn = Omit<Event, 'of'> & { which: Which }

const codes: Record<'permit' | 'removal', Partial<Record<Kind, DeadlineCode>>> = {
  permit: { two: 'D-APPEAL-TA', month: 'D-APPEAL-OQTF', week: 'D-APPEAL-7D' },
  removal: { month: 'D-APPEAL-LEAVE', week: 'D-APPEAL-LEAVE-7D' }
}
const notices = ['2026-10-12', '2026-10-26', '2026-11-02', '2026-11-10']
const days = [
  ...[
    '2026-10-20',
    '2026-11-04',
    '2026-11-09',
    '2026-11-12',
    '2026-11-16',
    '2026-11-23',
    '2026-11-27',
    '2026-12-02'
  ],
  ...['2026-12-10', '2026-12-18', '2027-01-05', '2027-01-20', '2027-02-10', '2027-03-18']
]
const words = {
  'asks aid': 'aid_asked',
  'answers aid': 'aid_decided',
  'asks gracious': 'gracious',
  'answers gracious': 'gracious_rejected',
  'asks hierarchical': 'hierarchical',
  'answers hierarchical': 'hierarchical_rejected',
  'cuts prison': 'prison',
  'cuts detention': 'detention_centre'
} as const
const steps = Object.keys(words) as (keyof typeof words)[]

const int = chanceFrom(20_261_130)
const pick = <T>(all: readonly T[]): T => all[int(all.length)]!
const drawn = () => {
  const about = pick(['permit', 'removal'] as const)
  const some = notices.filter(() => int(2) === 0).slice(0, 2)
  const decisions = (some.length === 0 ? [notices[0]!] : some).map((notice): Decision => ({
    notice,
    kind: pick(Object.keys(codes[about]) as Kind[])
  }))
  const whiches: Which[] = [...decisions.keys(), 'another day', 'unsaid']
  const events = Array.from({ length: 1 + int(4) }, (): Drawn => {
    const [does, what] = pick(steps).split(' ') as [Event['does'], Event['what']]
    return { does, what, on: pick(days), which: pick(whiches) }
  })
  const isOnce = new Set(events.map(({ does, what }) => `${does} ${what}`)).size === events.length
  const isApart = new Set(events.map(({ on }) => on)).size === events.length
  const isThere = events.every(({ which, on }) => typeof which !== 'number' || decisions[which]!.notice <= on)
  return isOnce && isApart && isThere ? { about, decisions, events } : null
}

const either = [false, true]
const readings = either.flatMap((fifteen) =>
  either.flatMap((clear) =>
    either.flatMap((implied) => either.map((person): Reading => ({ fifteen, clear, implied, person })))
  )
)

const worldsOf = ({ decisions, events }: NonNullable<ReturnType<typeof drawn>>) =>
  events.reduce<(number | null)[][]>(
    (worlds, { does, which }) => {
      const fit = [...decisions.keys()].filter((at) => does !== 'cuts' || decisions[at]!.kind !== 'two')
      const ways: (number | null)[] =
        typeof which === 'number'
          ? [which]
          : which === 'another day' || fit.length === 0
            ? [...fit, null]
            : fit
      return worlds.flatMap((world) => ways.map((of) => [...world, of]))
    },
    [[]]
  )

const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: int(1000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

const nameOf = ({ does, what, which, on }: Drawn) => `${does} ${what}/${which} ${on}`

const faultsOf = (life: NonNullable<ReturnType<typeof drawn>>) => {
  const { about, decisions, events } = life
  const kept = keptClocks(
    decisions.map(({ kind, notice }) => ({ code: codes[about][kind]!, notifiedOn: notice }))
  )
  for (const { does, what, which, on } of shuffled(events)) {
    const noticeOn =
      which === 'unsaid' ? undefined : which === 'another day' ? '2026-11-06' : decisions[which]!.notice
    const at = what === 'detention' ? { at: '09:00' } : {}
    kept.act('appeal.time', {
      what: words[`${does} ${what}` as keyof typeof words],
      about,
      on,
      ...at,
      ...(noticeOn && { noticeOn })
    })
  }
  const ends = worldsOf(life).flatMap((world) =>
    readings.flatMap((reading) => {
      const lived = events.map((event, at) => ({
        ...{ ...event, of: world[at]! },
        ...{ isUnsaid: event.which === 'unsaid', isSaid: typeof event.which === 'number' }
      }))
      const found = lastDays(decisions, lived, reading)
      return found === null ? [] : [found]
    })
  )
  return decisions.flatMap(({ notice, kind }, at) => {
    const clock = kept.against(notice)!
    const law = legalEnd(clock)
    const last = law === null ? clock.dueOn : law.on
    const late = ends.some((all) => all[at] !== null && clock.dueOn > all[at]!)
    const soon = last !== null && ends.some((all) => all[at] === null || all[at]! > last)
    const name = `${kind} of ${notice}: ${events.map(nameOf).join(', ')}: ${clock.dueOn}, ${last}`
    return [
      ...(late ? [`${name}: safe day too late`] : []),
      ...(soon ? [`${name}: end in law too soon`] : [])
    ]
  })
}

describe('a time to appeal, counted from all its acts', () => {
  it('is safe no longer than in any world, and ends in law no sooner', () => {
    const lives = Array.from({ length: 700 }, drawn).flatMap((life) => (life === null ? [] : [life]))
    expect(lives.length).toBeGreaterThan(400)
    expect(lives.flatMap(faultsOf)).toEqual([])
  }, 60_000)
})
