import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { fits } from '../../../workflows/case/input.ts'
import { sectors } from '../../../workflows/vocabulary/words.particulars.ts'
import {
  controlCodes,
  finerFormCodes,
  formCodes,
  industryOf,
  languageCodes,
  recruitmentCodes,
  sexCodes,
  sexualKindCodes,
  tieCodes
} from '../../../workflows/exchange/htcds/codes.ts'
import {
  htcdsFields,
  htcdsFile,
  htcdsRecord,
  type HtcdsField
} from '../../../workflows/exchange/htcds/fields.ts'
import { toHtcds, type Told } from '../../../workflows/exchange/htcds/outward.ts'
import { told } from './any.ts'

describe('HTCDS 2.0', () => {
  test('has the fields of the field standard that are not deprecated, by its own names', () => {
    expect(htcdsFields).toHaveLength(80)
    expect(htcdsFields).toContain('vic_TraffickingStatusDecisionMakingOrg')
    for (const other of [
      'vic_TraffickinStatusDecisionMakingOrg',
      'prs_First_Name',
      'vic_Methods_of_Control',
      'vic_Vulnerabilities'
    ])
      expect(htcdsFields).not.toContain(other)
  })

  test('every code that we write is one of its codes', () => {
    const codesIn = (field: HtcdsField) => {
      const { enum: one, items } = htcdsRecord.properties[field] as unknown as {
        enum?: string[]
        items?: { enum: string[] }
      }
      return one ?? items!.enum
    }
    const written: [HtcdsField, Record<string, string | null>][] = [
      ['prs_Gender', sexCodes],
      ['vic_TypeOfExploitation', { ...formCodes, ...finerFormCodes }],
      ['vic_TypeOfSexExploitation', sexualKindCodes],
      ['vic_MethodsOfControl', controlCodes],
      ['vic_MethodOfRecruitment', recruitmentCodes],
      ['vic_RelationshipToTrafficker', tieCodes]
    ]
    for (const [field, codes] of written)
      for (const code of Object.values(codes))
        if (code !== null) expect(codesIn(field), field).toContain(code)
    for (const sector of Object.keys(sectors).filter((one) => one !== 'unknown'))
      expect(codesIn('vic_ForcedLabourIndustry')).toContain(industryOf(sector))
    for (const code of Object.values(languageCodes)) if (code !== null) expect(code).toMatch(/^[a-z]{3}$/)
  })

  test('a file with a field or a code that it has not is refused', () => {
    const file = (more: object) => ({
      standard: 'HTCDS',
      version: '2.0',
      record: { con_Consent: true, ...more }
    })
    expect(fits(htcdsFile, file({}))).toBe(true)
    expect(fits(htcdsFile, file({ prs_First_Name: 'A' }))).toBe(false)
    expect(fits(htcdsFile, file({ vic_TypeOfExploitation: ['ForcedCriminality'] }))).toBe(false)
    expect(fits(htcdsFile, file({ prs_Birthdate: '01/02/2003' }))).toBe(false)
    expect(fits(htcdsFile, { ...file({}), version: '1.1' })).toBe(false)
  })
})

describe('a case leaves', () => {
  test('in the closed form of the standard, whatever is known of it', () => {
    fc.assert(fc.property(told, (one) => fits(htcdsRecord, toHtcds(one).record)))
  })

  test('without identity, and says so', () => {
    fc.assert(
      fc.property(told, (one) => {
        const { record: out, left } = toHtcds(one)
        expect(
          Object.keys(out).filter((name) => /Name|Birthdate|Phone|Email|Mailing|IdentityNumber/.test(name))
        ).toEqual([])
        expect(left).toContainEqual({ field: 'identity', value: '', why: 'identity' })
      })
    )
  })

  test('without what is sealed with the account, which is named whether or not there is any', () => {
    fc.assert(
      fc.property(told, (one) => {
        const sealedFacts = {
          controls: ['debt'],
          exploiterTie: 'partner',
          sexualKinds: ['pornography'],
          birthYear: 2001
        }
        const { record: out, left } = toHtcds({ ...one, facts: { ...one.facts, ...sealedFacts } })
        expect(out).toEqual(toHtcds(one).record)
        expect(
          Object.keys(out).filter((name) => /MethodsOfControl|Relationship|TypeOfSex|AgeWhen/.test(name))
        ).toEqual([])
        expect(left.filter(({ why }) => why === 'sealed').map(({ field }) => field)).toEqual([
          'narrative',
          'birthYear',
          'sexualKinds',
          'controls',
          'exploiterTie'
        ])
      })
    )
  })

  test('a status that was not decided is not told, and insufficient elements never make somebody no victim', () => {
    const of = (identification: Told['identification']) =>
      toHtcds({ facts: {}, identification, closure: 'open' }).record.vic_TraffickingStatus
    expect(of('flagged')).toBeUndefined()
    expect(of('insufficient_elements')).toBeUndefined()
    expect(of('presumed')).toBe('PossibleVictimOfTrafficking')
    expect(of('formally_identified')).toBe('ActualVictimOfTrafficking')
  })

  test('how the person was met has no code and is named; where nobody knows, nothing is', () => {
    const leftOf = (channel: string) =>
      toHtcds({ facts: { channel }, identification: null, closure: null }).left.map(({ field }) => field)
    expect(leftOf('unknown')).not.toContain('channel')
    expect(leftOf('outreach')).toContain('channel')
  })

  test('what has no code is named, and no neighbour takes its place', () => {
    const facts = {
      forms: ['criminality', 'begging'] as Facts['forms'],
      children: 2
    }
    const { record: out, left } = toHtcds({ facts, identification: null, closure: null })
    expect(out.vic_TypeOfExploitation).toEqual(['ForcedBegging'])
    expect(left.map(({ field, value }) => [field, value])).toEqual(
      expect.arrayContaining([
        ['forms', 'criminality'],
        ['children', '2']
      ])
    )
  })
})
