import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { fits } from '../../../workflows/case/input.ts'
import { countries } from '../../../workflows/vocabulary/countries.ts'
import { finerForms, recruitments, sectors } from '../../../workflows/vocabulary/words.particulars.ts'
import { formsOrUnknown, languagesOrUnknown, sexes } from '../../../workflows/vocabulary/words.ts'
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
  type HtcdsField,
  type HtcdsRecord
} from '../../../workflows/exchange/htcds/fields.ts'
import { fromHtcds } from '../../../workflows/exchange/htcds/inward.ts'
import { toHtcds, type Told } from '../../../workflows/exchange/htcds/outward.ts'

const today = '2026-11-29'
const of = <T extends object>(words: T) => fc.constantFrom(...(Object.keys(words) as (keyof T & string)[]))
const some = <T extends object>(words: T) => fc.uniqueArray(of(words), { maxLength: 6 })
const year = (from: number, to: number) => fc.option(fc.integer({ min: from, max: to }))

const told = fc.record({
  facts: fc.record({
    sex: of(sexes),
    language: of(languagesOrUnknown),
    forms: some(formsOrUnknown),
    finerForms: some(finerForms),
    sector: fc.option(of(sectors)),
    recruitedHow: some(recruitments),
    citizenship: fc.option(of(countries)),
    exploitedIn: some(countries),
    exploitedFrom: year(1990, 2026),
    children: fc.option(fc.nat(5)),
    localDanger: fc.boolean()
  }),
  identification: fc.constantFrom(
    'flagged',
    'presumed',
    'insufficient_elements',
    'formally_identified',
    'court_recognised'
  ),
  closure: fc.constantFrom('open', 'closed_inserted', 'closed_transferred_abroad')
}) as unknown as fc.Arbitrary<Told>

/** Any value that the standard allows in a field, from the closed schema itself. */
const valueOf = (name: HtcdsField): fc.Arbitrary<unknown> => {
  type Schema = { type: string; enum?: string[]; pattern?: string; items?: { enum?: string[] } }
  const schema = htcdsRecord.properties[name] as unknown as Schema
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.items)
    return fc.uniqueArray(fc.constantFrom(...(schema.items.enum ?? ['FR', 'NG', 'RO'])), {
      minLength: 1,
      maxLength: 4
    })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'number') return fc.integer({ min: 0, max: 90 })
  if (schema.pattern?.startsWith('^\\d{4}')) return fc.constantFrom('2012-03-01', '1994-12-31')
  if (schema.pattern === '^[a-z]{3}$') return fc.constantFrom('fra', 'yor', 'zza', 'bin')
  return schema.pattern
    ? fc.constant('+33600000000')
    : fc.constantFrom('texte', 'Une phrase, avec « guillemets ».')
}
const record = fc.record(Object.fromEntries(htcdsFields.map((name) => [name, valueOf(name)])), {
  requiredKeys: []
}) as fc.Arbitrary<HtcdsRecord>

const valuesOf = (one: HtcdsRecord, field: HtcdsField): unknown[] => [one[field] ?? []].flat()

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

describe('a record arrives', () => {
  test('every field is taken or left with the reason', () => {
    fc.assert(
      fc.property(record, (one) => {
        const { answers, later, left } = fromHtcds(one, today)
        for (const field of Object.keys(one) as HtcdsField[]) {
          if (field === 'hte_Type' || left.some((line) => line.field === field)) continue
          const { [field]: _, ...rest } = one
          const other = fromHtcds(rest, today)
          expect([other.answers, other.later], field).not.toEqual([answers, later])
        }
      })
    )
  })

  test('neither identity, nor place, nor status, nor consent passes, and names are not shown again', () => {
    const one: HtcdsRecord = {
      prs_FirstName: 'Blessing',
      prs_MailingCity: 'Bobigny',
      hte_Street: 'rue du Test',
      vic_TraffickingStatus: 'ActualVictimOfTrafficking',
      con_Consent: true
    }
    const { answers, later, left } = fromHtcds(one, today)
    expect([answers, later]).toEqual([{}, {}])
    expect(left.map(({ why }) => why).toSorted()).toEqual([
      'askedAgain',
      'decidedHere',
      'identity',
      'place',
      'place'
    ])
    expect(JSON.stringify(left)).not.toMatch(/Blessing|Bobigny|rue du Test/)
  })

  test('of a code that covers several of ours, none is taken', () => {
    const { later, left } = fromHtcds({ vic_TypeOfSexExploitation: ['Prostitution', 'Pornography'] }, today)
    expect(later.sexualKinds).toEqual(['pornography'])
    expect(left).toContainEqual({
      field: 'vic_TypeOfSexExploitation',
      value: 'Prostitution',
      why: 'severalMeant'
    })
  })

  test('a birth date becomes a year: a minor is heeded, and an adult’s papers answer nothing', () => {
    const at = (born: string) => fromHtcds({ prs_Birthdate: born, vic_AgeWhenTrafficked: 15 }, today)
    expect(at('2008-11-30').answers.ageGroup).toBe('minor')
    expect(at('2008-11-29').answers).toEqual({})
    expect(at('2008-11-29').later).toEqual({ birthYear: 2008, exploitedFrom: 2023 })
  })

  test('forced labour in a household is domestic here; elsewhere it is labour', () => {
    const forms = (industry?: string) =>
      fromHtcds(
        { vic_TypeOfExploitation: ['ForcedLabour'], ...(industry && { vic_ForcedLabourIndustry: industry }) },
        today
      ).answers.forms
    expect(forms('T_ActivitiesOfHouseholdsAsEmployers')).toEqual(['domestic'])
    expect(forms('F_Construction')).toEqual(['labour'])
    expect(forms()).toEqual(['labour'])
  })
})

describe('there and back again', () => {
  test('what left comes back as it left, or is named among what was left', () => {
    fc.assert(
      fc.property(told, (one) => {
        const out = toHtcds(one).record
        const { answers, later, left } = fromHtcds(out, today)
        const again = toHtcds({
          facts: { ...answers, ...later } as Told['facts'],
          identification: null,
          closure: null
        }).record
        for (const field of Object.keys(out) as HtcdsField[]) {
          const gone = left.filter((line) => line.field === field).map(({ value }) => value)
          const back = valuesOf(again, field)
          for (const value of valuesOf(out, field))
            expect(back.includes(value) || gone.includes(String(value)), `${field} ${value}`).toBe(true)
          for (const value of back) expect(valuesOf(out, field)).toContain(value)
        }
      }),
      { numRuns: 300 }
    )
  })
})
