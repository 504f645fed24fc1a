import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { aCase } from '../../support/cases.ts'
import { taught } from '../../support/regions/learning.ts'

const before = (judicial: string, facts: Partial<Facts> = {}) => aCase({ regions: { judicial }, facts })
const on = '2026-03-02'

describe('justice', () => {
  it.each([
    ['stage.investigation', { procedureOpen: true }],
    ['stage.instruction', { procedureOpen: true }],
    ['stage.trial', { procedureOpen: true }],
    ['acquittal.appealed', { procedureOpen: true }],
    ['procedure.reopened', { procedureOpen: true }],
    ['procedure.closed', { procedureOpen: false }],
    ['procedure.no_case', { procedureOpen: true }],
    ['procedure.acquitted', { procedureOpen: true }],
    ['conviction.pronounced', { procedureOpen: true }],
    ['civil.appealed', { procedureOpen: true }],
    ['no_case.final', { procedureOpen: false }],
    ['acquittal.final', { procedureOpen: false }],
    ['conviction.final', { finalOn: on, procedureOpen: false, convictionsFinalOn: [on] }],
    ['jirs.seized', { jirs: '13' }],
    ['protection.request', { protection: true }],
    ['civil_party.join', { civilParty: true }],
    ['civi.claim', { compensation: 'claimed' }],
    ['civi.appealed', { compensation: 'claimed' }],
    ['civi.refused', { compensation: 'none' }],
    ['civi.inadmissible', { compensation: 'none' }],
    ['civi.paid', { compensation: 'paid' }],
    ['forced.criminality', { forcedCriminality: true }],
    ['judgment.recognised', { presumed: true }]
  ] as const satisfies [CommandType, Partial<Facts>][])('%s', (type, learnt) => {
    const { procedureOpen = false } = learnt as Partial<Facts>
    const facts = { procedureOpen: !procedureOpen, presumed: false }
    expect(
      taught(type, before('investigation', facts), { finalOn: on, jirs: '13', accused: 'same' })
    ).toEqual(learnt)
  })
})

it('each final conviction leaves its day, in order and once, in whatever order they are learnt of', () => {
  const known = before('convicted_final', { finalOn: on, convictionsFinalOn: [on] })
  for (const finalOn of ['2026-01-12', on, '2026-09-01'])
    expect(taught('conviction.final', known, { finalOn }).convictionsFinalOn).toEqual(
      [...new Set([on, finalOn])].toSorted()
    )
})

describe('a civil party', () => {
  it('is the person, by themselves or by their guardian, and not for an association that joins beside them (CPP 2-22)', () => {
    const joined = (who: string) => taught('civil_party.join', before('trial'), { who, on })
    expect(joined('association')).toEqual({})
    for (const who of ['person', 'guardian']) expect(joined(who)).toEqual({ civilParty: true })
  })
})

describe('a final decision on the civil claim', () => {
  const acquitted = before('acquitted_final')
  const decided = (outcome: string) => taught('civil_interests.final', acquitted, { outcome, finalOn: on })

  it('that awards damages is of a civil party, and of its first day', () => {
    expect(decided('awarded')).toEqual({ civilParty: true, damagesOn: on })
    const again = { outcome: 'awarded', finalOn: '2026-09-01' }
    const known = before('convicted_final', { civilParty: true, damagesOn: on })
    expect(taught('civil_interests.final', known, again)).toEqual({ civilParty: true, damagesOn: on })
    expect(decided('rejected')).toEqual({})
  })
})

describe('the place of the acts', () => {
  it.each(['art40.report', 'prosecutor.report', 'prosecutor.inform'] as const)('%s', (type) => {
    const elsewhere = before('none', { factsTerritory: '69', court: '69.lyon' })
    expect(taught(type, elsewhere, { factsTerritory: '13' })).toEqual({ factsTerritory: '13', court: null })
    expect(taught(type, elsewhere, { factsTerritory: '13', court: '13.marseille' })).toEqual({
      factsTerritory: '13',
      court: '13.marseille'
    })
  })

  it('is known of a procedure that opens, and of what the labour inspection reports', () => {
    expect(taught('procedure.opened', before('none'), { factsTerritory: '13' })).toEqual({
      procedureOpen: true,
      factsTerritory: '13'
    })
    expect(taught('inspection.report', before('none'), { factsTerritory: '13' })).toEqual({
      factsTerritory: '13'
    })
  })
})

describe('a complaint', () => {
  const knows = { offences: ['225-4-1'], offencesOn: '2026-01-10' }
  const named = { offences: ['225-14', '225-4-1'], on }

  // Added to one, a procedure is open already.
  it.each([
    ['complaint.file', { procedureOpen: true }],
    ['testimony.recorded', { procedureOpen: true }],
    ['civil_party.complaint', { civilParty: true, procedureOpen: true }],
    ['complaint.add', {}]
  ] as const)('%s adds to the offences that were named, once each', (type, learnt) => {
    expect(taught(type, before('report_art40', knows), named)).toEqual({
      offences: ['225-4-1', '225-14'],
      offencesOn: on,
      ...learnt
    })
  })

  it.each(['dismissed', 'acquitted_final'])('after %s, names its offences anew', (judicial) => {
    const filed = taught('complaint.file', before(judicial, knows), { offences: ['225-14'], on })
    expect(filed.offences).toEqual(['225-14'])
  })

  it('says where and whether all of it was abroad, only if it says so', () => {
    const said = (input: object) =>
      Object.keys(taught('complaint.file', before('none'), { ...named, ...input }))
    const always = ['offences', 'offencesOn', 'procedureOpen']
    expect(said({})).toEqual(always)
    expect(said({ factsTerritory: '13' })).toEqual([...always, 'factsTerritory', 'court'])
    expect(taught('complaint.file', before('none'), { ...named, factsAbroad: false })).toMatchObject({
      factsAbroad: false
    })
    // Complaints of earlier logs bear no day.
    expect(taught('complaint.file', before('none'), { ...named, on: undefined })).toMatchObject({
      offencesOn: null
    })
  })
})
