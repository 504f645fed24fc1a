import { describe, expect, it } from 'vitest'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { silencesEnded } from '../../../workflows/deadlines/running/silences.ts'
import { after, anInput, moved, refusal } from '../../support/cases.ts'
import { at, complained } from '../../support/regions/residence.ts'

// CESEDA R432-2: the silence of four months on an application is the refusal of that application, and of no other.

const convicted = { ...complained, finalOn: '2026-01-10' }
const [march, june] = ['2026-03-01', '2026-06-01']
const held = at('cst_valid', { ...convicted, stay: 'regular' })
const silent = (situation: ReturnType<typeof at>, startsOn?: string) =>
  after(situation, 'clock.lapse', { deadline: 'D-SILENCE-OTHER', ...(startsOn && { startsOn }) })
const waiting = ({ facts }: ReturnType<typeof at>) =>
  facts.asksBeside.map(({ permit, over }) => `${permit}${over ? ' over' : ''}`)
const ended = (...move: Parameters<typeof moved>) => {
  const { before, after: next } = moved(...move)
  return silencesEnded(before, next).days
}

describe('discretion asked for in March, the ten-year card in June (L435-1, L425-3, R432-2)', () => {
  const both = after(after(held, 'discretion.apply_beside', { on: march }), 'resident.apply', { on: june })

  it('discretion refused in words ends the silence of March, and that of June goes on', () => {
    const refused = [both, 'other.refuse', { permit: 'discretion', tenYears: false }] as const
    expect(ended(...refused)).toEqual([march])
    const card = after(...refused)
    expect(waiting(card)).toEqual(['l425_3'])
    // A day that is of nothing asked for any more refuses nothing.
    expect(refusal(silent(card, march), 'other.refused')).toMatch(/silence sur l’autre titre/)
    expect(refusal(silent(card, june), 'other.refused')).toBeNull()
  })

  it('the ten-year card refused in words leaves the silence of March', () => {
    expect(ended(both, 'resident.refuse')).toEqual([june])
    expect(waiting(after(both, 'resident.refuse'))).toEqual(['discretion'])
  })

  it('the silence of June is that of the card, and its implied refusal leaves the other', () => {
    const quiet = silent(both, june)
    expect(waiting(quiet)).toEqual(['discretion', 'l425_3 over'])
    expect(ended(quiet, 'other.refused')).toEqual([june])
    expect(waiting(after(quiet, 'other.refused'))).toEqual(['discretion'])
  })

  it('no implied refusal is named of a permit on which the silence is not over', () => {
    const quiet = silent(both, march)
    const problems = (permit: string) =>
      factProblems('other.refused', anInput('other.refused', { permit }), quiet).map(({ field }) => field)
    expect(problems('l425_3')).toEqual(['permit'])
    expect(problems('discretion')).toEqual([])
  })

  it('of a clock that says no day the silence is that of the earliest', () => {
    expect(waiting(silent(both))).toEqual(['discretion over', 'l425_3'])
    expect(waiting(silent(silent(both)))).toEqual(['discretion over', 'l425_3 over'])
  })
})

describe('several asked for on one day, or whose silences are over before anybody writes it down (R432-2)', () => {
  const sameDay = after(after(held, 'discretion.apply_beside', { on: march }), 'resident.apply', {
    on: march
  })

  it('both share a clock: each is refused by its silence, and the clock ends with the last', () => {
    const quiet = silent(sameDay, march)
    expect(waiting(quiet)).toEqual(['discretion over', 'l425_3 over'])
    expect(ended(quiet, 'other.refused', { permit: 'l425_3' })).toEqual([])
    const next = after(quiet, 'other.refused', { permit: 'l425_3' })
    expect(waiting(next)).toEqual(['discretion over'])
    expect(refusal(next, 'other.refused')).toBeNull()
    expect(ended(next, 'other.refused')).toEqual([march])
    expect(after(next, 'other.refused').facts).toMatchObject({ otherPermit: 'refused', asksBeside: [] })
  })

  it('both silences over, the second is still to be recorded', () => {
    const both = after(after(held, 'discretion.apply_beside', { on: march }), 'resident.apply', { on: june })
    const next = after(silent(silent(both, march), june), 'other.refused')
    expect(waiting(next)).toEqual(['l425_3 over'])
    expect(refusal(next, 'other.refused')).toBeNull()
  })

  it('a third application takes the place of none, nor does a second one for the same permit', () => {
    const third = after(sameDay, 'unworthy_housing.apply_beside', { on: june })
    expect(waiting(third)).toEqual(['discretion', 'l425_3', 'l425_11'])
    const anew = after(third, 'discretion.apply_beside', { on: june })
    expect(ended(silent(anew, march), 'other.refused', { permit: 'discretion' })).toEqual([])
    expect(waiting(after(anew, 'other.refuse', { permit: 'discretion', tenYears: false }))).toEqual([
      ...['l425_3', 'l425_11', 'discretion']
    ])
  })
})

describe('a permit that is issued answers the application for it alone (L425-1, L425-3, L435-1, R432-2)', () => {
  const first = after(at('irregular', convicted), 'permit.apply', { on: march })
  const both = after(first, 'discretion.apply_beside', { on: june })
  const opened = (...move: Parameters<typeof moved>) =>
    openedBy(move[1], anInput(move[1], move[2]), moved(...move)).filter(
      ({ code }) => code === 'D-SILENCE-OTHER'
    )

  it.each(['discretion.issue', 'psp.permit', 'other_permit.record', 'resident.issue'] as const)(
    '%s leaves the application under L425-1, whose silence counts on from its own day',
    (type) => {
      const issued = after(both, type)
      expect(waiting(issued)[0]).toBe('l425_1')
      expect(issued.facts.asksBeside[0]).toMatchObject({ on: march, over: false })
      expect(opened(both, type)).toMatchObject([{ startsOn: march }])
      expect(refusal(issued, 'other.refuse')).toBeNull()
    }
  )

  it('discretion granted ends its own silence', () => {
    expect(ended(both, 'discretion.issue')).toEqual([june])
  })

  it('the permit of L425-1 issued ends its own, and leaves the ten-year card', () => {
    const card = after(first, 'resident.apply', { on: june })
    expect(waiting(after(card, 'permit.issue'))).toEqual(['l425_3'])
    expect(ended(card, 'permit.issue')).toEqual([])
    expect(opened(card, 'permit.issue')).toEqual([])
  })

  it('where nobody has said which was asked for, the one that is issued tells', () => {
    const unsaid = after(at('cst_applied', { ...convicted, permitAsked: 'unsaid' }), 'permit.issue')
    expect(unsaid.facts).toMatchObject({ otherPermit: 'none', asksBeside: [] })
  })
})

it('a case written before each application had its day reads as it did', () => {
  const old = at('cst_valid', {
    ...convicted,
    ...{ otherPermit: 'asked', alsoAsked: 'discretion', besideAsked: 'l425_3' },
    lapsed: ['D-SILENCE-OTHER']
  })
  expect(refusal(old, 'other.refused')).toBeNull()
  expect(after(old, 'other.refused').facts).toMatchObject({
    lapsed: [],
    asksBeside: [{ permit: 'l425_3', on: null, over: false }]
  })
})
