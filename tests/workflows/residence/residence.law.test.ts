import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { legalBases } from '../../../workflows/law/register.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { after, problemsOf, readyFacts, refusal, stays, warned } from '../../support/cases.ts'
import { at, complained } from '../../support/regions/residence.ts'

// What an article says of a refusal, a judgment or a card, held against the row that cites it.

describe('the ten-year card refused with an obligation to leave (CESEDA L614-1, L614-2, L911-1)', () => {
  const notice = { decisionOn: '2026-11-20', notifiedOn: '2026-11-24' }
  const asked = after(at('cst_valid', { ...complained, finalOn: '2026-11-01' }), 'resident.apply')
  const opened = (appealWithin: string) =>
    openedBy('resident.refuse', { ...notice, appealWithin }, stays(asked)).map(({ code }) => code)

  it('is no refusal of two months where the notice says less', () => {
    for (const [within, code] of [
      ['one_month', 'D-APPEAL-OTHER-OQTF'],
      ['seven_days', 'D-APPEAL-OTHER-7D'],
      ['forty_eight_hours', 'D-APPEAL-OTHER-48H']
    ] as const) {
      expect(opened(within)).toContain(code)
      expect(opened(within)).not.toContain('D-APPEAL-OTHER-TA')
    }
    expect(opened('two_months')).toContain('D-APPEAL-OTHER-TA')
    expect(commandRow('resident.refuse').basis).toEqual(
      expect.arrayContaining(['CESEDA.L614-1', 'CESEDA.L911-1', 'CESEDA.L921-1', 'CESEDA.L921-2'])
    )
  })

  it('is notified after it is decided, and comes with no such obligation while reflection runs', () => {
    const codes = (input: object, facts = {}) =>
      problemsOf('resident.refuse', { ...notice, ...input }, { ...readyFacts, ...facts }).map(
        ({ code }) => code
      )
    expect(codes({ appealWithin: 'one_month' }, { removalBar: true })).toEqual(['removal_barred'])
    expect(codes({ appealWithin: 'two_months', notifiedOn: '2026-11-19' })).toEqual(['too_early'])
    expect(codes({ appealWithin: 'one_month' })).toEqual([])
  })
})
describe('the board, before the young-adult card is refused (CESEDA L432-13, 1°)', () => {
  const due = /seize ans.*L432-13, 1°/

  it('is not due for the permit after a complaint, nor for what was asked beside it', () => {
    const first = at('cst_applied', { ...complained, permitAsked: 'l425_1', otherPermit: 'none' })
    expect(warned(first, 'permit.refuse').join()).not.toMatch(due)
    const beside = at('cst_applied', {
      ...complained,
      ...{ permitAsked: 'l425_1', besideAsked: 'coming_of_age', otherPermit: 'asked' }
    })
    expect(warned(beside, 'permit.refuse').join()).not.toMatch(due)
    expect(warned(beside, 'other.refuse').join()).toMatch(due)
  })

  it('is told with the refusal, which stays open: who was in care by sixteen is for the decision to say', () => {
    const asked = at('cst_applied', { ...complained, permitAsked: 'coming_of_age' })
    expect(warned(asked, 'permit.refuse').join()).toMatch(due)
    expect(refusal(asked, 'permit.refuse')).toBeNull()
    const alone = at('cst_applied', { ...complained, besideAsked: 'coming_of_age', otherPermit: 'asked' })
    expect(warned(alone, 'permit.refuse').join()).toMatch(due)
  })

  it('is named in the hints, and none says that a card of a year never needs it', () => {
    const hint = (type: 'permit.refuse' | 'resident.refuse') =>
      notesOf(commandRow(type).input.properties['boardHeard']!)?.hint?.fr
    expect(hint('permit.refuse')).toMatch(/confié.* seize ans/)
    expect(hint('resident.refuse')).not.toMatch(/pas pour le titre d’un an/)
  })
})

describe('a refusal that the court annuls (CESEDA R432-2)', () => {
  const unsaid = /« titre à préciser », et aucun titre n’est supposé/
  it.each(['coming_of_age', 'discretion', 'l425_11', 'l425_1'] as const)(
    'sends back %s and no other permit',
    (permitAsked) => {
      const asked = at('cst_applied', { ...complained, permitAsked })
      for (const type of ['permit.refuse', 'permit.refused'] as const) {
        const silent = after(asked, 'clock.lapse', { deadline: 'D-SILENCE' })
        const back = after(after(after(silent, type), 'ta.filed'), 'ta.granted')
        expect(back).toMatchObject({ regions: { residence: 'cst_applied' }, facts: { permitAsked } })
      }
    }
  )

  it('names what was asked for beside a permit that has ended', () => {
    const alone = at('cst_applied', { ...complained, besideAsked: 'discretion', otherPermit: 'asked' })
    const granted = (from: ReturnType<typeof at>) => after(after(from, 'ta.filed'), 'ta.granted').facts
    expect(granted(after(alone, 'permit.refuse')).permitAsked).toBe('discretion')
    expect(warned(after(after(alone, 'permit.refuse'), 'ta.filed'), 'ta.granted').join()).not.toMatch(unsaid)
  })

  it('of a kind that nobody knows invents none, says so, and does not settle back as refused', () => {
    for (const otherPermit of ['none', 'refused', 'appeal'] as const) {
      const filed = after(at('refused_permit', { ...complained, otherPermit }), 'ta.filed')
      expect(warned(filed, 'ta.granted').join()).toMatch(unsaid)
      const back = after(filed, 'ta.granted')
      expect(back).toMatchObject({ regions: { residence: 'cst_applied' }, facts: { permitAsked: 'unsaid' } })
      expect(back.facts.otherPermit).toBe(otherPermit)
      expect(refusal(back, 'permit.issue')).toBeNull()
      // Refused and annulled once more, it is still the one that nobody has named.
      const again = after(after(after(back, 'permit.refuse'), 'ta.filed'), 'ta.granted')
      expect(again.facts.permitAsked).toBe('unsaid')
    }
  })
})

describe('the end that a card bears (CESEDA L411-2)', () => {
  const issuedOn = '2026-11-24'
  const codes = (
    type: Parameters<typeof problemsOf>[0],
    input: Record<string, unknown>,
    facts: object = {}
  ) =>
    problemsOf(type, { issuedOn, ...input }, { ...readyFacts, ...facts }).map(
      ({ field, code }) => `${field} ${code}`
    )

  it.each([
    'permit.issue',
    'permit.renew',
    'unworthy_housing.issue',
    'discretion.issue',
    'coming_of_age.issue',
    'other_permit.record',
    'ta.restored'
  ] as const)('%s takes none before its first day', (type) => {
    expect(codes(type, { validUntil: '2026-11-23' })).toEqual(['validUntil before_start'])
    expect(codes(type, { validUntil: '2026-11-24' })).toEqual([])
    expect(codes(type, {})).toEqual([])
  })
})

describe('a refusal while a permit runs (CESEDA L411-2)', () => {
  const asked = { ...complained, renewalAsked: true }
  const bound = /tenu de quitter le territoire.*L411-2, al\. 2/
  const unknownEnd = /^Fin du titre inconnue/
  const types = ['permit.refuse', 'permit.refused'] as const

  it.each(types)('%s of whoever holds none needs no such word', (type) => {
    const none = warned(at('cst_applied', { ...asked, lapsed: ['D-SILENCE'] }), type).join('\n')
    expect(none).not.toMatch(bound)
    expect(none).not.toMatch(/Fin du titre inconnue/)
  })

  it.each(types)('%s quotes al. 2, and takes the right back from nobody', (type) => {
    const running = { ...asked, stay: 'regular', regularSince: '2026-01-10', lapsed: ['D-SILENCE'] }
    const held = at('cst_valid', running)
    expect(warned(held, type)).toContainEqual(expect.stringMatching(bound))
    expect(warned(held, type)).not.toContainEqual(expect.stringMatching(unknownEnd))
    expect(refusal(held, type)).toBeNull()
    expect(after(held, type).facts.stay).toBe('regular')
  })

  it.each(types)('%s says that the end is unknown where the flag alone knows of a permit', (type) => {
    const flagged = at('cst_applied', { ...asked, stay: 'regular', lapsed: ['D-SILENCE'] })
    expect(warned(flagged, type)).toContainEqual(expect.stringMatching(unknownEnd))
  })

  it('rests on the whole article, and its digest is kept', () => {
    expect(legalBases['CESEDA.L411-2']).toMatchObject({ read: 'full', textAsOf: '2026-04-03' })
  })
})
