import { describe, expect, it } from 'vitest'
import type { TSchema } from 'typebox'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { kindRow, kinds } from '../../../workflows/referral/kinds/kinds.ts'
import { previewOf, previewRows, shownOf } from '../../../workflows/referral/preview.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { factClasses, type Facts } from '../../../workflows/facts/facts.ts'
import type { ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'

const everyKind = Object.keys(kinds) as ReferralKind[]
const labels = (kind: ReferralKind, kept: Record<string, unknown>) =>
  shownOf(kind, kept).map(({ schema }) => notesOf(schema)?.label.en)
const asked = (kind: ReferralKind, input: Record<string, unknown>) =>
  previewOf(kind, { facts: {}, asked: input, search: null })['told']

const everyField = [
  ...new Set(commandTypes.flatMap((type) => Object.keys(commandRow(type).input.properties)))
]
const set = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, `CANARI-${field}`]))
/** A case of which everything is known, an act that fills every field that any form has, and a search that asks for all. */
const everything = {
  facts: set(Object.keys(factClasses)) as Partial<Facts>,
  asked: set(everyField),
  search: Object.fromEntries([...everyField, ...Object.keys(factClasses)].map((field) => [field, true]))
}
const keysOf = ({ told, ...facts }: Record<string, unknown>) => [
  ...Object.keys(told as object),
  ...Object.keys(facts)
]

describe('a preview held free words and children that its sender was not told of', () => {
  it.each(everyKind)(
    '%s: what is kept and shown is what the list before the sending says, and nothing else',
    (kind) => {
      const kept = previewOf(kind, everything)
      const rows = previewRows(kind).filter(({ from }) => from !== 'place')
      expect(keysOf(kept)).toEqual(rows.map(({ field }) => field))
      expect(shownOf(kind, kept).map(({ schema }) => schema)).toEqual(rows.map(({ schema }) => schema))
    }
  )

  it.each(everyKind)(
    '%s: children, needs and whatever else is free stay out, as it is sent and as it is read',
    (kind) => {
      for (const field of ['children', 'needs', 'narrative', 'dangerFacts', 'opinion', 'unit'])
        expect([field, JSON.stringify(previewOf(kind, everything)).includes(`"${field}"`)]).toEqual([
          field,
          false
        ])
      const old = { ...set(['children', 'needs']), told: set(['needs', 'narrative']) }
      expect(shownOf(kind, old)).toEqual([])
    }
  )

  it('no row takes words that somebody writes, nor a number of people', () => {
    const free = (schema: TSchema) => {
      const { type, format, items } = schema as { type?: string; format?: string; items?: { enum?: unknown } }
      if ('enum' in schema) return false
      return type === 'array' ? !items?.enum : type === 'string' && format !== 'date'
    }
    for (const kind of everyKind)
      for (const { from, field, schema } of previewRows(kind))
        if (from !== 'place') expect([kind, field, free(schema)]).toEqual([kind, field, false])
    // What is looked for is found where it is.
    expect(free(commandRow('acse.request').input.properties['needs']!)).toBe(true)
    expect(everyField).toContain('children')
  })

  it('each row has its words in both languages, and a class that says who may know of it', () => {
    for (const { label, dataClass } of everyKind.flatMap(previewRows)) {
      expect([label.fr, label.en]).not.toContain('')
      expect(dataClass).not.toBeUndefined()
    }
  })

  it('what is of the case has the class of its fact, and what is asked that of its question', () => {
    for (const { from, field, schema, dataClass } of everyKind.flatMap(previewRows)) {
      const own =
        from === 'case' ? factClasses[field as keyof typeof factClasses] : notesOf(schema)?.dataClass
      expect([field, dataClass]).toEqual([field, own ?? null])
    }
    const classes = new Set(
      everyKind.flatMap(previewRows).map(({ from, dataClass }) => `${from} ${dataClass}`)
    )
    for (const one of ['case D', 'asked K', 'place K']) expect(classes).toContain(one)
  })

  it('a house reads first which of its places is meant, and what an offer of a desk looks for; nobody else does', () => {
    const fieldsOf = (kind: ReferralKind, source: string) =>
      previewRows(kind).flatMap(({ from, field }) => (from === source ? [field] : []))
    for (const kind of everyKind) {
      const owner = kindRow(kind).route === 'placeOwner'
      expect([kind, fieldsOf(kind, 'place')]).toEqual([kind, owner ? ['place'] : []])
      if (owner) expect(previewRows(kind)[0]?.field).toBe('place')
    }
    expect(everyKind.filter((kind) => fieldsOf(kind, 'search').includes('accessible'))).toEqual(
      expect.arrayContaining(['acse_place', 'dna_place'])
    )
    expect(fieldsOf('police', 'search')).toEqual([])
  })

  it('the name of a place is never read from what was kept', () => {
    expect(shownOf('acse_place', { place: 'CANARI', told: { place: 'CANARI' } })).toEqual([])
  })
})

describe('a preview keeps back', () => {
  it('what nobody has said: neither nothing, nor an empty list', () => {
    for (const said of [undefined, null, []]) {
      expect(asked('acse', { distance: said })).toEqual({})
      expect(shownOf('acse', { language: said, told: { distance: said } })).toEqual([])
    }
    expect(shownOf('acse', {})).toEqual([])
  })

  it('what its kind does not name, whoever kept it there', () => {
    for (const kind of everyKind)
      expect(shownOf(kind, { address: 'CANARI', told: { narrative: 'CANARI' } })).toEqual([])
  })

  it('a fact that another kind shows', () => {
    expect(shownOf('health', { asylumLink: 'pending' })).toEqual([])
    expect(shownOf('acse_place', { danger: 'immediate' })).toEqual([])
  })
})

describe('a preview shows', () => {
  it('a no and a nought, which are answers', () => {
    expect(asked('acse', { accessible: false })).toEqual({ accessible: false })
    expect(shownOf('exit_programme', { programmePeriods: 0 }).map(({ value }) => value)).toEqual([0])
  })

  it('what is asked first, then the facts', () => {
    const kept = { sex: 'female', language: 'ar', told: { distance: 'far' } }
    expect(shownOf('acse', kept).map(({ value }) => value)).toEqual(['far', 'female', 'ar'])
    expect(labels('acse', kept)[0]).toBe('Distance wanted')
  })

  it('each value beside the words in which it was asked', () => {
    const [shown] = shownOf('acse', { danger: 'possible' })
    const row = previewRows('acse').find(({ field }) => field === 'danger')
    expect(shown).toMatchObject({ value: 'possible', schema: row?.schema })
  })

  it('a house to which a place is proposed which of its own it is, and whether stairs are impossible', () => {
    for (const kind of ['acse_place', 'dna_place'] as const) {
      expect(kindRow(kind).tells).toEqual([])
      expect(labels(kind, { needs: 'rez-de-chaussée', accessible: true })).toEqual(['Accessible housing'])
      expect(previewRows(kind).map(({ label }) => label.en)).toContain('Place offered')
    }
    // A child is sought a place without a desk, so that no search has asked anything.
    expect(labels('minor_place', { accessible: true })).toEqual([])
    expect(
      previewOf('acse_place', { facts: {}, asked: {}, search: { accessible: false } })
    ).not.toHaveProperty('accessible')
  })
})

describe('what is asked', () => {
  it('of a guardian says no mission, so that none is missing where it is asylum', () => {
    for (const missions of [['criminal', 'asylum'], ['criminal'], ['asylum']])
      expect(asked('ad_hoc_guardian', { on: '2026-09-01', missions, reason: 'absent' })).toEqual({
        reason: 'absent'
      })
  })

  it('leaves out whatever the kind does not name', () => {
    const input = { destination: 'general', address: 'a@b.test', narrative: 'CANARI' }
    expect(asked('health', input)).toEqual({ destination: 'general' })
    expect(shownOf('health', { told: input, narrative: 'CANARI' })).toHaveLength(1)
  })
})
