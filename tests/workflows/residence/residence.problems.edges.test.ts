import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { handingProblems } from '../../../workflows/case/residence.problems.ts'
import { firstHeld } from '../../../workflows/case/lengths.problems.ts'
import { readyFacts, problemsOf } from '../../support/cases.ts'

const problems = (command: CommandType, input: Record<string, unknown>, facts: Partial<Facts> = {}) =>
  problemsOf(command, input, { ...readyFacts, ...facts })
const codes = (...told: Parameters<typeof problems>) =>
  problems(...told).map(({ field, code }) => `${field} ${code}`)

describe('the length of a document', () => {
  const issuedOn = '2026-12-01'
  const receipt = (input: object) => codes('permit.receipt', { kind: 'receipt', issuedOn, ...input })
  const online = (input: object) => codes('permit.receipt', { kind: 'online', issuedOn, ...input })

  it('may be what the text says to the day', () => {
    expect(receipt({ validUntil: '2026-12-30' })).toEqual(['validUntil too_short'])
    expect(receipt({ validUntil: '2026-12-31' })).toEqual([])
    expect(online({ validUntil: '2027-03-01' })).toEqual([])
    expect(online({ validUntil: '2027-03-02' })).toEqual(['validUntil too_long'])
  })

  it('of a receipt is odd beyond a year, which no text bounds', () => {
    expect(receipt({ validUntil: '2027-12-01' })).toEqual([])
    expect(receipt({ validUntil: '2027-12-02' })).toEqual(['validUntil far'])
    expect(receipt({ issuedOn: undefined, validUntil: '2036-12-02' })).toEqual([])
  })

  it('is that of these documents alone, and of days that were given', () => {
    const short = { issuedOn, validUntil: '2026-12-02' }
    expect(codes('permit.issue', { ...short, kind: 'receipt' })).toEqual([])
    expect(receipt({ validUntil: undefined })).toEqual([])
    expect(receipt({ issuedOn: undefined, validUntil: '2026-12-02' })).toEqual([])
    expect(receipt({ issuedOn: 20261201, validUntil: '2026-12-02' })).toEqual([])
    expect(receipt({ validUntil: 20261202 })).toEqual([])
  })

  it('is not held against documents of a time of which no text was read', () => {
    expect(receipt({ issuedOn: '2021-04-30', validUntil: '2021-05-02' })).toEqual([])
    expect(receipt({ issuedOn: firstHeld, validUntil: '2021-05-02' })).toEqual(['validUntil too_short'])
  })

  it('is told in both languages with its article', () => {
    const [least] = problems('permit.receipt', { kind: 'receipt', issuedOn, validUntil: '2026-12-02' })
    const [most] = problems('permit.receipt', { kind: 'online', issuedOn, validUntil: '2028-12-02' })
    expect(least!.message).toEqual({
      fr: 'Ce document vaut un mois au moins (R431-13).',
      en: 'This document is valid for at least one month (R431-13).'
    })
    expect(most!.message).toEqual({
      fr: 'Ce document vaut trois mois au plus (R431-15-1).',
      en: 'This document is valid for at most three months (R431-15-1).'
    })
  })
})

describe('the board is heard', () => {
  const tenYearCard = { permitAsked: 'l425_3' } as const
  const discretion = { permitAsked: 'discretion' } as const

  it('before a refusal of the ten-year card, and of discretionary admission after ten years', () => {
    expect(codes('permit.refuse', {}, tenYearCard)).toEqual(['boardHeard board_unheard'])
    expect(codes('permit.refuse', { boardHeard: true }, tenYearCard)).toEqual([])
    expect(codes('permit.refuse', {}, discretion)).toEqual(['tenYears unsaid'])
    expect(codes('permit.refuse', { tenYears: true }, discretion)).toEqual(['boardHeard board_unheard'])
    expect(codes('permit.refuse', { tenYears: false }, discretion)).toEqual([])
    expect(codes('permit.refuse', { tenYears: true, boardHeard: true }, discretion)).toEqual([])
  })

  it('before the refusal of no other permit, whatever is said of the years', () => {
    for (const permitAsked of ['l425_1', 'l425_11', 'coming_of_age', null] as const)
      expect(codes('permit.refuse', { tenYears: true }, { permitAsked })).toEqual([])
  })

  it('while a permit is held, for the other that was asked and not for its renewal', () => {
    const beside = { besideAsked: 'l425_3', otherPermit: 'asked', stay: 'regular' } as const
    expect(codes('other.refuse', {}, beside)).toEqual(['boardHeard board_unheard'])
    expect(codes('permit.refuse', {}, beside)).toEqual([])
    expect(codes('permit.refuse', {}, { ...beside, permitAsked: 'l425_3' })).toHaveLength(1)
    expect(codes('permit.withdraw', {}, beside)).toEqual([])
    expect(codes('permit.issue', {}, tenYearCard)).toEqual([])
  })
})

describe('the days of a decision', () => {
  const upside = { heardOn: '2026-11-03', decisionOn: '2026-11-02', notifiedOn: '2026-11-01' }

  it('follow one another, in each act that refuses or interrupts and in no other', () => {
    for (const command of [
      'permit.refuse',
      'permit.withdraw',
      'other.refuse',
      'reflection.interrupt'
    ] as const)
      expect(codes(command, upside), command).toEqual(['decisionOn too_early', 'notifiedOn too_early'])
    expect(codes('permit.issue', upside)).toEqual([])
    const [told] = problems('permit.refuse', upside)
    expect(told!.message).toEqual({
      fr: 'Cette date précède celle d’avant.',
      en: 'This date comes before the previous one.'
    })
  })

  it('may be one day', () => {
    const sameDay = { heardOn: '2026-11-01', decisionOn: '2026-11-01', notifiedOn: '2026-11-01' }
    expect(codes('permit.refuse', sameDay)).toEqual([])
  })
})

describe('a receipt handed over', () => {
  it('is refused before the reflection period could begin, and not on that day', () => {
    expect(handingProblems({ handedOn: '2026-11-01' }, '2026-11-02')).toMatchObject([
      { field: 'handedOn', code: 'before_offer' }
    ])
    for (const handedOn of ['2026-11-02', '2026-11-03', undefined, 20261101])
      expect(handingProblems({ handedOn }, '2026-11-02')).toEqual([])
  })
})

describe('what comes back by a judgment', () => {
  it('says its end where it is a provisional permit, and nowhere else', () => {
    const withdrawn = { withdrawnPermit: 'aps_psp' } as const
    expect(codes('ta.restored', {}, withdrawn)).toEqual(['validUntil unsaid'])
    expect(codes('ta.restored', { validUntil: '2027-06-01' }, withdrawn)).toEqual([])
    expect(codes('ta.restored', {}, { withdrawnPermit: 'cst_valid' })).toEqual([])
    expect(codes('ta.rejected', {}, withdrawn)).toEqual([])
  })
})

describe('a child asks for the one-year permit', () => {
  const child = { ageGroup: 'minor', ageBand: '15-17' } as const

  it('from sixteen on, who wants to work or train, by either form', () => {
    for (const command of ['permit.apply', 'permit.apply_beside'] as const) {
      expect(codes(command, {}, child), command).toEqual(['worksOrTrains from_sixteen'])
      expect(codes(command, { worksOrTrains: true }, child), command).toEqual([])
    }
    expect(codes('discretion.apply', {}, child)).toEqual([])
  })
})
