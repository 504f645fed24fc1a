import { describe, expect, it } from 'vitest'
import { fits } from '../../../workflows/case/input.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import {
  extendable,
  extendableLists,
  locallyExtendable,
  statuteIn
} from '../../../workflows/configuration/added.ts'
import { codedLists } from '../../../workflows/configuration/lists.ts'
import { placesFor } from '../../../workflows/configuration/local/place.ts'
import { localCodes, protocolSchema } from '../../../workflows/configuration/local/protocol.ts'
import { deadlineCodes, deadlineRegister, type DeadlineRow } from '../../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { referralKindIds } from '../../../workflows/vocabulary/vocabulary.ts'
import { protocol, added } from './local-protocol.ts'

describe('what no territory may set', () => {
  const sets = (rules: object) => fits(protocolSchema, { ...protocol(), rules })

  it.each([
    ['a class of data', { classes: { police: ['A'] } }],
    ['a recipient', { recipients: [{ kind: 'militia' }] }],
    ['a guard', { guards: { 'permit.request': 'presumed' } }],
    ['a field that an act asks for', { required: { 'case.flag': ['phone'] } }],
    ['the signs of trafficking', { indicators: { lists: [], withdrawn: [] } }],
    ['the cutting of a list', { lists: { 'case.close.reason': ['returned'] } }],
    ['the alerts of a clock', { alerts: { 'MNIO-RG': [1] } }],
    [
      'a recipient of minors that no national table knows',
      { minors: { parties: [], contacts: [], told: ['police'] } }
    ]
  ])('%s is no field of a protocol', (_what, rules) => {
    expect(sets(rules)).toBe(false)
  })

  it('a clock of the law, or one that closes, archives, erases or ends a consent, has one length in the whole country', () => {
    const others = deadlineCodes.filter((code) => !(localCodes as readonly string[]).includes(code))
    for (const code of others)
      expect([code, sets({ durations: { [code]: { n: 1, unit: 'days' } } })]).toEqual([code, false])
    for (const code of localCodes) {
      const row: DeadlineRow = deadlineRegister[code]
      expect([code, row.duration, statuteIn([row.basis]), [null, 'expire'].includes(row.fires)]).toEqual([
        code,
        null,
        false,
        true
      ])
    }
    for (const code of [
      'D-REFLECTION',
      'MNIO-RETENTION',
      'MNIO-ERASURE',
      'MNIO-CONSENT',
      'MNIO-GLASS',
      'EVVI'
    ])
      expect(localCodes).not.toContain(code)
  })

  it('a reason is added to no refusal that a text founds, of whoever decides by law or was told by it', () => {
    for (const of of [
      'lists.permit.refuse.reason',
      'lists.reflection.interrupt.reason',
      'lists.psp.refuse.reason',
      'referrals.prefecture',
      'referrals.prosecutor',
      'referrals.child_protection',
      'referrals.dna'
    ])
      expect([of, sets({ added: [{ ...added, of }] })]).toEqual([of, false])
    expect(sets({ added: [added] })).toBe(true)
    for (const id of extendableLists)
      expect(statuteIn(commandRow(codedLists.find((list) => list.id === id)!.command).basis)).toBe(false)
    expect(locallyExtendable).not.toContain('acse')
    expect(extendable).toContain('referrals.acse')
  })
})

describe('where somebody was met', () => {
  it.each(referralKindIds)(
    'is told to %s by no length and no reason, before it is told of it at all',
    (kind) => {
      const { preview, opensAtOnce, answerWithin } = kindRow(kind)
      if (opensAtOnce || preview.includes('territory')) return
      expect(locallyExtendable).not.toContain(kind)
      expect(localCodes).not.toContain(answerWithin)
      const codes = Object.keys(kindRow(kind).refusals)
      for (const rules of [
        { durations: { [answerWithin]: { n: 1, unit: 'days' } } },
        { added: [{ ...added, of: `referrals.${kind}`, code: `${codes[0]}.69_x` }] }
      ])
        expect(fits(protocolSchema, { ...protocol(), rules })).toBe(false)
    }
  )

  it('so that a house is asked for its place alike everywhere, and a service of the territory as the territory agreed', () => {
    expect(locallyExtendable).toEqual([
      'police',
      'labour_inspection',
      'compensation_lawyer',
      'ad_hoc_guardian',
      'health',
      'cell'
    ])
    expect(localCodes).toContain('MNIO-HEALTH-ANSWER')
    expect(localCodes).not.toContain('MNIO-PLACE-ANSWER')
  })
})

it('a court comes before its département, and is the place of a case where it is the only one there', () => {
  expect(placesFor('75')).toEqual(['75.paris', '75'])
  expect(placesFor('69')).toEqual(['69'])
  expect(placesFor('69', '69.lyon')).toEqual(['69.lyon', '69'])
  expect(placesFor('69', '06.nice')).toEqual(['69'])
})
