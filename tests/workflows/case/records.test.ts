import { describe, expect, it } from 'vitest'
import { warningsOf } from '../../../workflows/case/advance.ts'
import { commandRow, commandTypes, stateRow } from '../../../workflows/case/commands.ts'
import { isOdd, unusualReason } from '../../../workflows/case/records.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { problem } from '../../../workflows/vocabulary/problem.ts'
import { inSentence } from '../../../workflows/vocabulary/vocabulary.ts'
import { aCase } from '../../support/cases.ts'

// What is said beside an act, and beside a record, without refusing it.

describe('a warning', () => {
  const warning = commandTypes.filter((type) => commandRow(type).warns.length > 0)
  const asked = aCase()

  it('is said of no guard that its reader is not asked about', () => {
    const silent = warning.flatMap((type) => warningsOf(asked, type, () => false))
    expect(silent).toEqual([])
    expect(warning.flatMap((type) => warningsOf(asked, type)).length).toBeGreaterThan(5)
  })

  it('is said of each guard by itself: of one that is asked about, and of none beside it', () => {
    for (const type of warning)
      for (const guard of warningsOf(asked, type)) {
        expect(warningsOf(asked, type, (one) => one === guard)).toEqual([guard])
        expect(warningsOf(asked, type, (one) => one !== guard)).not.toContain(guard)
      }
  })
})

describe('what the facts find odd', () => {
  const of = (field: string, code: string) => problem(field, code, 'x', 'x')
  const recorded = commandTypes.filter((type) => commandRow(type).records)
  const done = commandTypes.filter((type) => !commandRow(type).records)

  it.each([
    ['a form that is not complete', of('validUntil', 'unsaid')],
    ['a court of another place, which would be let in to read', of('court', 'other_place')]
  ])('refuses a record all the same: %s', (_what, found) => {
    expect(recorded.filter((type) => isOdd(type, found))).toEqual([])
  })

  it.each([
    of('validUntil', 'too_short'),
    of('court', 'unsaid'),
    of('residence', 'unsaid'),
    of('', 'other_place')
  ])('is kept with a record, and refuses what is no record: $field $code', (found) => {
    expect(recorded.filter((type) => !isOdd(type, found))).toEqual([])
    expect(done.filter((type) => isOdd(type, found))).toEqual([])
  })
})

describe('why a record is unusual, read from what its event keeps', () => {
  it.each([
    'kept',
    'state',
    'guard.',
    'guard.toString',
    'guard.none',
    'form.none',
    'form.not.none',
    'form.required.none',
    'x.y'
  ])('is said of no code that no table knows: %s', (code) =>
    expect(unusualReason('permit.refuse', code)).toBe(null)
  )

  it('is the state in which the case stood, the guard that did not hold, or the words of the form', () => {
    const { fr, en } = stateRow('residence', 'refused_permit').label
    expect(unusualReason('permit.refuse', 'state.refused_permit')).toEqual({
      sees: 'region',
      reason: { fr: inSentence(fr), en: inSentence(en) }
    })
    expect(unusualReason('permit.refuse', 'guard.thirdCountry')).toBe(guards.thirdCountry)
    expect(unusualReason('permit.refuse', 'older')?.reason.fr).toMatch(/^antérieur à/)
    expect(unusualReason('permit.refuse', 'form.not_heard')?.reason.fr).toMatch(/CRPA L121-1/)
    // An act of no region stood in no state.
    const nowhere = commandTypes.find((type) => commandRow(type).region === null)!
    expect(unusualReason(nowhere, 'state.refused_permit')).toBe(null)
  })

  it('tells a field to whoever reads that field', () => {
    const fields = commandTypes
      .filter((type) => commandRow(type).records)
      .flatMap((type) =>
        Object.entries(commandRow(type).input.properties).map(([field, schema]) => ({ type, field, schema }))
      )
    expect(fields.length).toBeGreaterThan(50)
    for (const { type, field, schema } of fields) {
      const notes = notesOf(schema)
      if (!notes) continue
      const found = unusualReason(type, `form.required.${field}`)
      expect([type, field, found?.field]).toEqual([type, field, notes.dataClass ?? notes.tells])
    }
  })
})
