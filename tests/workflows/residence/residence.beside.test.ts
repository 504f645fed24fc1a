import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { stillCounts } from '../../../workflows/deadlines/running/validity.ts'
import { applied, regular } from '../../../workflows/vocabulary/states.ts'
import { reflectionStates } from '../../../workflows/regions/residence/words.ts'
import { after, opensFrom, refusal, storedStates, warned } from '../../support/cases.ts'
import { at, complained } from '../../support/regions/residence.ts'

// What is asked for beside a permit, or beside a first application, has an answer of its own.

const rights = ['work', 'training']
const running = { ...complained, stay: 'regular', regularSince: '2026-01-10', rights, renewalAsked: true }
const dated = { decisionOn: '2026-12-01', notifiedOn: '2026-12-02' }

describe('the ten-year card refused (CESEDA L425-3, L432-13)', () => {
  const convicted = { ...complained, finalOn: '2026-11-01', stay: 'unknown' }
  const asked = (state: string, facts = {}) => after(at(state, { ...convicted, ...facts }), 'resident.apply')
  const types = ['resident.refuse', 'other.refuse', 'other.refused'] as const
  const refused = (type: CommandType, situation: ReturnType<typeof at>) =>
    after(after(situation, 'clock.lapse', { deadline: 'D-SILENCE-OTHER' }), type)

  it.each(types)('%s is expected wherever the card may be asked for', (type) => {
    const ready = at('irregular', { ...convicted, otherPermit: 'asked', lapsed: ['D-SILENCE-OTHER'] })
    const closed = storedStates('residence').filter((state) => !opensFrom(type, ready).includes(state))
    // Behind the card, what else was asked for is still answered.
    expect(closed.toSorted()).toEqual(
      type === 'resident.refuse' ? ['cr10', 'eu_or_french'] : ['eu_or_french']
    )
  })

  it.each(types)('%s leaves the card that runs, and the silence on its renewal', (type) => {
    for (const state of regular) {
      const next = refused(type, asked(state, { ...running, lapsed: ['D-SILENCE'] }))
      expect(next).toMatchObject({
        regions: { residence: state },
        facts: { stay: 'regular', rights, renewalAsked: true, otherPermit: 'refused', lapsed: ['D-SILENCE'] }
      })
    }
    expect(closesOf(type)).not.toContain('D-SILENCE')
  })

  it.each(types)('%s leaves the first application that it was asked for beside', (type) => {
    for (const state of applied) {
      const next = refused(type, asked(state, { permitAsked: 'l425_1', documentsAsked: true }))
      expect(next).toMatchObject({
        regions: { residence: state },
        facts: { otherPermit: 'refused', permitAsked: 'l425_1', documentsAsked: true }
      })
      expect(refusal(next, 'permit.issue')).toBeNull()
    }
  })

  it.each(types)('%s leaves nothing before the prefecture where nothing else was asked', (type) => {
    const alone = asked('irregular')
    expect(alone.regions.residence).toBe('cst_applied')
    const next = refused(type, alone)
    expect(next).toMatchObject({
      regions: { residence: 'refused_permit' },
      facts: { otherPermit: 'refused' }
    })
    expect(refusal(next, 'other.appeal')).toBeNull()
    expect(stillCounts('D-SILENCE-OTHER', next)).toBe(false)
    const again = after(after(next, 'other.appeal'), 'other.judged', { outcome: 'annulled' })
    expect(again.facts).toMatchObject({ otherPermit: 'asked', besideAsked: 'l425_3' })
  })

  it.each(['unknown', 'refused_permit', 'appeal', ...reflectionStates])('leaves %s what it is', (state) => {
    expect(refused('resident.refuse', asked(state)).regions.residence).toBe(state)
  })

  it('the first application refused, the ten-year card is still before the prefecture', () => {
    const both = asked('cst_applied', { permitAsked: 'l425_1' })
    const next = after(both, 'permit.refuse', dated)
    expect(next).toMatchObject({
      regions: { residence: 'refused_permit' },
      facts: { otherPermit: 'asked', besideAsked: 'l425_3', permitAsked: null }
    })
    expect(stillCounts('D-SILENCE-OTHER', next)).toBe(true)
  })
})

describe('silence on what was asked for beside a first application', () => {
  const both = at('cst_applied', {
    ...complained,
    permitAsked: 'l425_1',
    otherPermit: 'asked',
    besideAsked: 'l425_3'
  })
  const quiet = after(both, 'clock.lapse', { deadline: 'D-SILENCE-OTHER' })

  it('is no silence on the first: what is open can be done, and refuses the other alone', () => {
    expect(refusal(both, 'other.refused')).toMatch(/silence sur l’autre titre/)
    expect(refusal(quiet, 'permit.refused') ?? '').toMatch(/quatre mois de silence/)
    expect(refusal(quiet, 'other.refused')).toBeNull()
    expect(after(quiet, 'other.refused')).toMatchObject({
      regions: { residence: 'cst_applied' },
      facts: { otherPermit: 'refused', permitAsked: 'l425_1', lapsed: [] }
    })
  })

  it('nor is that on the first a silence on the other', () => {
    const first = after(both, 'clock.lapse', { deadline: 'D-SILENCE' })
    expect(refusal(first, 'other.refused')).toMatch(/silence sur l’autre titre/)
    expect(after(first, 'permit.refused').facts).toMatchObject({ otherPermit: 'asked', lapsed: [] })
  })

  it('asking for a first one does not end it', () => {
    const refused = at('refused_permit', { ...complained, otherPermit: 'asked', lapsed: ['D-SILENCE-OTHER'] })
    expect(refusal(after(refused, 'permit.apply'), 'other.refused')).toBeNull()
  })
})

describe('several permits asked for beside (CESEDA R432-2: each application has its own silence)', () => {
  const convicted = { ...complained, finalOn: '2026-11-01', permitAsked: 'l425_1' as const }
  const discretion = after(at('cst_applied', convicted), 'discretion.apply_beside', { on: '2026-03-01' })
  const asked = after(discretion, 'resident.apply', { on: '2026-06-01' })
  const beside = ({ facts: { otherPermit, besideAsked, alsoAsked } }: ReturnType<typeof at>) => ({
    ...{ otherPermit, besideAsked, alsoAsked }
  })

  it('the ten-year card is asked for while discretion is before the prefecture (L425-3), and neither replaces the other', () => {
    expect(beside(asked)).toEqual({ otherPermit: 'asked', besideAsked: 'l425_3', alsoAsked: 'discretion' })
    expect(warned(asked, 'resident.apply')).toContainEqual(
      expect.stringMatching(/^Ce titre est déjà demandé/)
    )
  })

  it('the silence that is over is of the earliest, and the later stays asked', () => {
    const quiet = after(asked, 'clock.lapse', { deadline: 'D-SILENCE-OTHER' })
    const next = after(quiet, 'other.refused')
    expect(beside(next)).toEqual({ otherPermit: 'asked', besideAsked: 'l425_3', alsoAsked: null })
    expect(refusal(next, 'other.refused')).toMatch(/silence sur l’autre titre/)
    expect(stillCounts('D-SILENCE-OTHER', next)).toBe(true)
  })

  it('a refusal is of the one that it names, and the last leaves none', () => {
    const card = after(asked, 'resident.refuse')
    expect(beside(card)).toEqual({ otherPermit: 'asked', besideAsked: 'discretion', alsoAsked: null })
    const named = after(asked, 'other.refuse', { permit: 'discretion', tenYears: false })
    expect(beside(named)).toEqual({ otherPermit: 'asked', besideAsked: 'l425_3', alsoAsked: null })
    expect(beside(after(named, 'resident.refuse'))).toMatchObject({ otherPermit: 'refused' })
  })

  it('an annulled refusal comes back beside what was asked for meanwhile', () => {
    const judged = after(
      at('cst_applied', { ...convicted, otherPermit: 'asked', besideAsked: 'l425_3' }),
      'other.judged',
      {
        outcome: 'annulled'
      }
    )
    expect(beside(judged)).toEqual({ otherPermit: 'asked', besideAsked: 'l425_3', alsoAsked: 'unsaid' })
  })

  it('a permit that is given answers the application for it alone: no text closes one by another', () => {
    expect(beside(after(asked, 'permit.issue'))).toEqual(beside(asked))
    expect(beside(after(asked, 'resident.issue'))).toEqual({
      ...{ otherPermit: 'asked', besideAsked: 'discretion', alsoAsked: 'l425_1' }
    })
  })
})
