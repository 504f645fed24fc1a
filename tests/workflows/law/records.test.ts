import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formProblems } from '../../../policies/requirements/form.ts'
import { requirementsOf } from '../../../policies/requirements/table.ts'
import type { RequirementId } from '../../../workflows/act/requirements.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { variedOf } from '../../../verify/inputs.ts'
import { inputs, situations, withRow } from '../../support/cases.ts'

// Nothing that a record says of itself is believed: it is tried with any form, of any case.

const records = commandTypes.filter((type) => commandRow(type).offered && commandRow(type).records)

/** What refuses a record all the same: a form that says nothing, a day that cannot be, who would be let in to read. */
const stillRefused = ['in_future', 'too_old', 'unsaid.validUntil', 'other_place.court']
const byField = ['unsaid', 'other_place']

/** Requirements of a record: its own form, and whose word an address is. */
const ofRecords: readonly RequirementId[] = ['form', 'appointment', 'addressByReferent']

describe('a record takes whatever an authority has decided', () => {
  const cases = fc.sample(situations, { seed: 17, numRuns: 40 })
  const today = '2026-11-24'
  const codesOf = (type: CommandType) => {
    const hostile = [
      ...variedOf(type),
      ...fc.sample(inputs(commandRow(type).input), { seed: 18, numRuns: 40 })
    ]
    const days = hostile.map((one) =>
      Object.fromEntries(
        Object.entries(one).map(([field, value], at) => [
          field,
          value === '2026-11-24' ? (at % 2 === 0 ? '2024-01-31' : '2026-11-24') : value
        ])
      )
    )
    const found = [...hostile, ...days].flatMap((input) =>
      cases.flatMap((situation) => formProblems(type, input, today, situation))
    )
    return [...new Set(found.map(({ code, field }) => (byField.includes(code) ? `${code}.${field}` : code)))]
  }

  it.each(records)('%s: no form of it is refused for what the file knows', (type) => {
    expect(codesOf(type).filter((code) => !stillRefused.includes(code))).toEqual([])
    expect(requirementsOf(type).filter((id) => !ofRecords.includes(id))).toEqual([])
  })

  it('would be seen: the same checks refuse an act that is no record', () => {
    withRow('permit.refuse', { records: false }, () =>
      expect(codesOf('permit.refuse')).toEqual(expect.arrayContaining(['removal_barred', 'board_unheard']))
    )
    withRow('receipt.handed', { records: false }, () =>
      expect(requirementsOf('receipt.handed')).toContain('handedAfterOffer')
    )
  })
})
