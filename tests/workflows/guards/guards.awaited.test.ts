import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { guards, type GuardId } from '../../../workflows/guards/guards.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'

/** Who is waited for at the prefecture, by the permit that the application before it asks for. */
const byPermit: [GuardId, Facts['permitAsked'][]][] = [
  ['complaintPermitAwaited', ['l425_1', null]],
  ['housingPermitAwaited', ['l425_11']],
  ['discretionAwaited', ['discretion']],
  ['youngAdultPermitAwaited', ['coming_of_age']],
  ['residentCardAwaited', ['l425_3']]
]
const permits: Facts['permitAsked'][] = [null, 'l425_1', 'l425_3', 'l425_11', 'discretion', 'coming_of_age']

describe.each(byPermit)('%s', (guard, own) => {
  const awaited = (permitAsked: Facts['permitAsked'], residence: string, otherPermit: Facts['otherPermit']) =>
    guards[guard].holds(aCase({ regions: { residence }, facts: { permitAsked, otherPermit } }))

  it('waits for nobody while the prefecture has no application', () => {
    for (const residence of ['irregular', 'cst_valid', 'unknown'])
      expect(permits.filter((permit) => awaited(permit, residence, 'none'))).toEqual([])
  })

  it.each(['refused', 'appeal'] as const)(
    'waits no more once the other permit is answered: %s',
    (otherPermit) => {
      expect(permits.filter((permit) => awaited(permit, 'cst_valid', otherPermit))).toEqual([])
    }
  )

  it.each(['cst_applied', 'cst_recepisse'])('waits for its own permit alone in %s', (residence) => {
    expect(permits.filter((permit) => awaited(permit, residence, 'none')).toSorted()).toEqual(own.toSorted())
  })

  it('waits for its own permit alone when it is asked for beside the one held', () => {
    const beside = (
      besideAsked: Facts['permitAsked'],
      residence: string,
      permitAsked: Facts['permitAsked']
    ) =>
      guards[guard].holds(
        aCase({ regions: { residence }, facts: { permitAsked, besideAsked, otherPermit: 'asked' } })
      )
    const ownKinds = own.filter((one) => one !== null)
    for (const residence of ['cst_valid', 'cst_applied'])
      expect(permits.filter((permit) => beside(permit, residence, null))).toEqual(ownKinds)
    // A first application goes on beside it.
    expect(permits.filter((permit) => beside('l425_3', 'cst_applied', permit)).toSorted()).toEqual(
      own.includes('l425_3') ? permits.toSorted() : ownKinds
    )
  })
})

describe('the reflection period is waited for', () => {
  const due = (different: Parameters<typeof aCase>[0]) => guards.reflectionDue.holds(aCase(different))

  it('never of a child nor of a person whose age is in doubt: it stays open to them', () => {
    expect(guards.reflectionDue.holds(aMinorCase())).toBe(false)
    expect(due({ facts: { ageGroup: 'doubt' } })).toBe(false)
  })

  it('no more once it was proposed, nor of whoever holds a permit or has asked for one', () => {
    expect(due({ facts: { reflection: { wished: false, from: 'irregular' } } })).toBe(false)
    for (const residence of ['cst_applied', 'cst_valid', 'regular_other', 'refused_permit'])
      expect([residence, due({ regions: { residence } })]).toEqual([residence, false])
  })

  it.each(['unknown', 'irregular'])('of an adult who has not been informed, in %s', (residence) => {
    expect(due({ regions: { residence } })).toBe(true)
  })
})

describe('waited for once, and no more once done', () => {
  it('the plan of care, from the assessment to the signature', () => {
    const awaited = (care: string) => guards.planAwaited.holds(aCase({ regions: { care } }))
    expect(['none', 'needs_assessed', 'plan_signed'].filter(awaited)).toEqual(['needs_assessed'])
  })

  it('the receipt, from the application to its handing over', () => {
    const awaited = (residence: string) => guards.receiptAwaited.holds(aCase({ regions: { residence } }))
    expect(['irregular', 'cst_applied', 'cst_recepisse'].filter(awaited)).toEqual(['cst_applied'])
  })

  it('the renewal: to be asked for, or to be answered, never both', () => {
    for (const renewalAsked of [true, false]) {
      const situation = aCase({ facts: { renewalAsked } })
      expect(guards.renewalAwaited.holds(situation)).toBe(renewalAsked)
      expect(guards.renewalNotAsked.holds(situation)).toBe(!renewalAsked)
    }
  })
})
