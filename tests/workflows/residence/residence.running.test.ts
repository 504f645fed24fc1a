import { describe, expect, it } from 'vitest'
import { advance } from '../../../workflows/case/advance.ts'
import { doneBy, closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { applied, held, permitClocks, regular } from '../../../workflows/vocabulary/states.ts'
import { reflectionStates } from '../../../workflows/regions/residence/words.ts'
import { after, anInput, someone, warned } from '../../support/cases.ts'
import { at, complained, everyRight } from '../../support/regions/residence.ts'

// A permit runs to the day that it bears: what refuses its renewal, or another, leaves it (CESEDA L411-2).

const rights = ['work', 'training']
const running = { ...complained, stay: 'regular', regularSince: '2026-01-10', rights, renewalAsked: true }
const ends = (situation: ReturnType<typeof at>, deadline = 'D-CST') =>
  after(situation, 'clock.lapse', { deadline, on: '2027-01-10' })
const refusals = ['permit.refuse', 'permit.refused'] as const
const dated = { decisionOn: '2026-12-01', notifiedOn: '2026-12-02', bornOn: '2026-12-02' }
const silent = { ...running, lapsed: ['D-SILENCE'] }

describe.each(refusals)('%s of a renewal, while the card still runs', (type) => {
  it.each(regular)('leaves the stay and the rights of %s until its own end, which takes them', (state) => {
    const refused = after(at(state, silent), type, dated)
    expect(refused).toMatchObject({
      regions: { residence: 'refused_permit' },
      facts: { stay: 'regular', rights, regularUntil: null, renewalAsked: false }
    })
    expect(ends(refused)).toMatchObject({
      regions: { residence: 'refused_permit' },
      facts: { stay: 'irregular', rights: [], regularUntil: '2027-01-10' }
    })
  })

  it('is no obstacle to the ten-year card, for which the stay is still regular (L425-3)', () => {
    const refused = after(at('cst_valid', silent), type, dated)
    expect(warned(refused, 'resident.issue')).toEqual([])
    expect(warned(ends(refused), 'resident.issue')).not.toEqual([])
  })

  it('goes to court while it runs, and its end comes there all the same', () => {
    const appeal = after(after(at('cst_valid', silent), type, dated), 'ta.filed')
    expect(appeal.facts).toMatchObject({ stay: 'regular', rights })
    expect(ends(appeal)).toMatchObject({
      regions: { residence: 'appeal' },
      facts: { stay: 'irregular', rights: [] }
    })
  })

  it('takes them at once where the card has ended, and the answer alone was waited for (R431-15-1)', () => {
    const waiting = ends(at('cst_valid', silent))
    expect(waiting.facts).toMatchObject({ stay: 'regular', rights, regularUntil: null })
    expect(
      after(waiting, type, { ...dated, notifiedOn: '2027-02-01', bornOn: '2027-02-01' }).facts
    ).toMatchObject({
      stay: 'irregular',
      rights: [],
      regularUntil: '2027-02-01'
    })
  })

  it('written down after that end though told before it, takes them from that end', () => {
    expect(after(ends(at('cst_valid', silent)), type, dated).facts.regularUntil).toBe('2027-01-10')
  })

  it('of a first application takes nothing of another permit that runs, and takes what its receipt gave', () => {
    const first = { ...complained, permitAsked: 'l425_1', lapsed: ['D-SILENCE'], rights: ['work'] }
    for (const state of applied) {
      expect(after(at(state, { ...first, stay: 'regular' }), type, dated).facts).toMatchObject({
        stay: 'regular',
        rights: ['work']
      })
      const receipt = { ...first, stay: 'irregular', regularSince: '2026-10-01' }
      expect(after(at(state, receipt), type, dated).facts).toMatchObject({
        stay: 'irregular',
        rights: [],
        regularUntil: '2026-12-02'
      })
    }
  })
})

describe('the end of a card that stood behind something else', () => {
  it.each([...reflectionStates, 'refused_permit', 'appeal', 'cst_applied'])(
    'in %s, ends the stay',
    (state) => {
      expect(ends(at(state, { ...running, renewalAsked: false })).facts).toMatchObject({
        stay: 'irregular',
        rights: [],
        regularUntil: '2027-01-10'
      })
    }
  )

  it('leaves what the thirty days give, and what the receipt of an application does', () => {
    const protectedNow = { ...running, renewalAsked: false, removalBar: true }
    expect(ends(at('reflection_running', protectedNow)).facts.rights).toEqual(rights)
    const withReceipt = ends(at('cst_recepisse', { ...running, renewalAsked: false }))
    expect(withReceipt.facts).toMatchObject({ rights: ['work'], regularUntil: null })
    expect(ends(withReceipt, 'D-RECEP').facts.regularUntil).toBe('2027-01-10')
    expect(after(withReceipt, 'permit.refuse', dated).facts).toMatchObject({ stay: 'irregular', rights: [] })
  })

  it('comes with its own day and not with that of a receipt, nor with the thirty days', () => {
    const receipt = at('cst_recepisse', { ...running, renewalAsked: false })
    expect(ends(receipt, 'D-RECEP').facts).toMatchObject({ stay: 'regular', regularUntil: null })
    const reflecting = at('reflection_running', { ...running, renewalAsked: false, removalBar: true })
    for (const type of ['reflection.expire', 'reflection.interrupt'] as const)
      expect(after(reflecting, type).facts).toMatchObject({ removalBar: false, stay: 'regular', rights })
  })

  it('is forgotten once another card is given', () => {
    const again = after(ends(at('refused_permit', running)), 'permit.issue', { issuedOn: '2027-03-01' })
    expect(again.facts).toMatchObject({ stay: 'regular', permitOverOn: null, rights: everyRight })
    expect(after(again, 'permit.refuse', dated).facts.stay).toBe('regular')
  })

  it('is still to come after a refusal: no refusal stops its clock', () => {
    for (const type of [...refusals, 'resident.refuse', 'other.refuse', 'ta.filed'] as const)
      for (const code of permitClocks) expect(closesOf(type), type).not.toContain(code)
  })
})

describe('a withdrawal', () => {
  it.each(held)('takes %s at once, whatever its end', (state) => {
    expect(after(at(state, running), 'permit.withdraw', dated).facts).toMatchObject({
      stay: 'irregular',
      rights: [],
      regularUntil: '2026-12-02',
      withdrawnPermit: state
    })
  })

  it.each(['refused_permit', 'appeal', 'reflection_running', 'cst_applied'] as const)(
    'takes the card that stands behind %s, and its clock, and leaves that state',
    (state) => {
      const behind = at(state, { ...running, renewalAsked: false })
      const withdrawn = after(behind, 'permit.withdraw', dated)
      expect(withdrawn).toMatchObject({
        regions: { residence: state },
        facts: { stay: 'irregular', rights: [], regularUntil: '2026-12-02' }
      })
      for (const code of permitClocks) expect(doneBy('permit.withdraw')).toContain(code)
      const older = {
        type: 'permit.withdraw',
        input: anInput('permit.withdraw', dated),
        by: someone
      } as const
      expect(advance(behind, { ...older, older: true }).facts.stay).toBe('regular')
      // Nothing runs behind it: nothing is taken.
      const none = at(state, { ...complained, stay: 'irregular', rights })
      expect(after(none, 'permit.withdraw', dated).facts.rights).toEqual(rights)
    }
  )

  it('and the end of another permit end it behind a refusal as well', () => {
    const behind = at('refused_permit', { ...running, renewalAsked: false })
    expect(after(behind, 'other_permit.ended', { on: '2026-12-05' })).toMatchObject({
      regions: { residence: 'refused_permit' },
      facts: { stay: 'irregular', rights: [], regularUntil: '2026-12-05' }
    })
    // Of whoever holds a card of this mechanism, it is of another.
    expect(after(at('cst_valid', running), 'other_permit.ended').facts.stay).toBe('regular')
  })
})
