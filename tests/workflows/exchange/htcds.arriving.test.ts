import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HtcdsField, HtcdsRecord } from '../../../workflows/exchange/htcds/fields.ts'
import { fromHtcds } from '../../../workflows/exchange/htcds/inward.ts'
import { toHtcds, type Told } from '../../../workflows/exchange/htcds/outward.ts'
import { record, told } from './any.ts'

const today = '2026-11-29'
const valuesOf = (one: HtcdsRecord, field: HtcdsField): unknown[] => [one[field] ?? []].flat()

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
