import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { flagInput } from '../../../workflows/facts/flag.ts'
import {
  appointmentProblems,
  dateProblems,
  fits,
  flagProblems,
  strayProblems
} from '../../../workflows/case/input.ts'
import { anInput, inputs } from '../../support/cases.ts'
import { aFlagged } from '../../../verify/flags.ts'

describe('a form', () => {
  it.each(commandTypes)('%s refuses what it does not name', (type) => {
    const { input } = commandRow(type)
    expect(fits(input, { ...anInput(type), type: 'case.close' })).toBe(false)
    expect(fits(input, null)).toBe(false)
    expect(fits(input, [])).toBe(false)
  })

  it.each(commandTypes)('%s takes everything that its own table offers', (type) => {
    const { input } = commandRow(type)
    expect(fits(input, anInput(type))).toBe(true)
    fc.assert(
      fc.property(inputs(input), (values) => fits(input, values)),
      { seed: 2, numRuns: 30 }
    )
  })

  it.each(commandTypes)('%s misses each field that it requires', (type) => {
    const { input } = commandRow(type)
    for (const field of (input as { required?: string[] }).required ?? []) {
      const { [field]: _left, ...rest } = anInput(type)
      expect(fits(input, rest)).toBe(false)
    }
  })

  it('a box that must be ticked is nothing unticked', () => {
    expect(fits(commandRow('acse.request').input, { adhesion: false })).toBe(false)
    expect(fits(commandRow('acse.request').input, { adhesion: true })).toBe(true)
  })

  it('refuses control characters and words that are too long', () => {
    const fitsName = (name: string) => fits(commandRow('identity.record').input, { name })
    expect(fitsName('a\u0000b')).toBe(false)
    expect(fitsName('x'.repeat(201))).toBe(false)
    expect(fitsName('')).toBe(false)
    expect(fitsName('Ngọc Ánh — “Blessing”')).toBe(true)
  })

  it('takes only known codes', () => {
    expect(fits(flagInput, aFlagged({ territory: '99' }))).toBe(false)
    expect(fits(flagInput, { ...aFlagged(), indicators: [{ code: 'victim', source: 'seen' }] })).toBe(false)
    expect(fits(flagInput, { ...aFlagged(), indicators: [] })).toBe(false)
  })
})

describe('dates', () => {
  const left = commandRow('housing.left').input
  it('what has happened is not dated tomorrow, nor before anyone alive was born', () => {
    expect(dateProblems(left, { on: '2026-11-25' }, '2026-11-24')).toMatchObject([
      { field: 'on', code: 'in_future', message: { fr: 'Cette date est dans le futur' } }
    ])
    expect(dateProblems(left, { on: '1899-12-31' }, '2026-11-24')).toMatchObject([
      { field: 'on', code: 'too_old' }
    ])
    expect(dateProblems(left, { on: '2026-11-24' }, '2026-11-24')).toEqual([])
  })

  it('a date inside another field is named by its path', () => {
    expect(dateProblems(flagInput, { identity: { birthDate: '2031-01-01' } }, '2026-11-24')).toMatchObject([
      { field: 'identity.birthDate', code: 'in_future' }
    ])
  })

  it('a hearing may lie ahead, and so may the end of a receipt', () => {
    for (const [type, field] of [
      ['formal.request', 'hearingOn'],
      ['permit.receipt', 'validUntil']
    ] as const)
      expect(dateProblems(commandRow(type).input, { [field]: '2027-02-01' }, '2026-11-24')).toEqual([])
  })
})

describe('an appointment', () => {
  const now = { today: '2026-11-24', at: new Date('2026-11-24T12:00:00Z') }
  const problems = (type: 'acse.visio' | 'formal.request', input: Record<string, unknown>) =>
    appointmentProblems(commandRow(type).input, input, now)

  it('is not set in a moment that has passed', () => {
    for (const at of ['2026-11-17T12:59:59+01:00', '2026-11-16T18:00:00Z'])
      expect(problems('acse.visio', { at })).toMatchObject([{ field: 'at', code: 'in_past' }])
    expect(problems('formal.request', { hearingOn: '2026-11-23' })).toMatchObject([
      { field: 'hearingOn', code: 'in_past' }
    ])
  })

  it('may be for today, or be left out where it is not known', () => {
    // Whoever records an interview that was held is not turned away: it opens the shelter.
    for (const at of ['2026-11-24T12:00:00Z', '2026-11-23T18:00:00Z', '2026-11-17T12:00:00Z'])
      expect(problems('acse.visio', { at })).toEqual([])
    expect(problems('formal.request', { hearingOn: '2026-11-24' })).toEqual([])
    expect(problems('formal.request', {})).toEqual([])
  })
})

describe('the flag of an adult', () => {
  it('carries no identity without her agreement', () => {
    expect(flagProblems(aFlagged({ identity: { name: 'Blessing' } }))).toMatchObject([
      { field: 'identity', code: 'consent_required' }
    ])
  })

  it('needs neither identity nor agreement', () => {
    expect(flagProblems(aFlagged())).toEqual([])
    expect(flagProblems(aFlagged({ identity: {} }))).toEqual([])
  })

  it('with agreement may carry it; a minor’s may always', () => {
    expect(flagProblems(aFlagged({ nominativeConsent: true, identity: { name: 'Blessing' } }))).toEqual([])
    for (const ageGroup of ['minor', 'doubt'] as const)
      expect(flagProblems(aFlagged({ ageGroup, identity: { name: 'Blessing' } }))).toEqual([])
  })
})

describe('an answer that goes with another one', () => {
  const stray = (input: object) =>
    strayProblems(commandRow('grounds.propose').input, { ...input }).map(
      ({ field, code }) => `${field} ${code}`
    )

  it('is not taken beside a different one: the second voice would read what the first did not say', () => {
    expect(stray({ opinion: 'positive', elements: ['forced'], reason: 'means' })).toEqual([
      'reason other_answer'
    ])
    expect(stray({ opinion: 'insufficient', elements: ['forced'], reason: 'means' })).toEqual([
      'elements other_answer'
    ])
  })

  it('is taken beside its own, and nothing is refused where it was left empty', () => {
    expect(stray({ opinion: 'positive', elements: ['forced'] })).toEqual([])
    expect(stray({ opinion: 'insufficient', reason: 'means', note: 'un mot' })).toEqual([])
  })
})

it('what whoever writes it down may not know need not be said', () => {
  const { told: _told, ...held } = anInput('held.record') as Record<string, unknown>
  expect(fits(commandRow('held.record').input, held)).toBe(true)
  for (const act of ['concern.report', 'minor.report_prosecutor'] as const)
    expect(fits(commandRow(act).input, { ...anInput(act), parentsInformed: 'unreached' })).toBe(true)
})
