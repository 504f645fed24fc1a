import { describe, expect, it } from 'vitest'
import { grants } from '../../../policies/grants.ts'
import { seesWhole } from '../../../policies/data-classes.ts'
import { localizeSchema } from '../../../server/views/words.ts'
import { particulars, yearProblems } from '../../../workflows/facts/particulars.ts'
import { factClasses, unknownFacts, type Facts } from '../../../workflows/facts/facts.ts'
import { flagInput } from '../../../workflows/facts/flag.ts'
import { fits } from '../../../workflows/case/input.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { readyFacts } from '../../support/cases.ts'

const fields = Object.keys(particulars.properties) as (keyof typeof particulars.properties & keyof Facts)[]
const years = { birthYear: null, exploitedFrom: null, exploitedUntil: null }
const refused = (input: object, known: object = {}) =>
  yearProblems(input, { ...years, ...known }, '2026-11-28').map(({ field }) => field)

describe('what figures and partners ask for', () => {
  it('is asked of nobody who flags, nor taken down by whoever does not follow the person', () => {
    expect(Object.keys(flagInput.properties).filter((name) => (fields as string[]).includes(name))).toEqual(
      []
    )
    const writing = Object.values(grants)
      .flat()
      .flatMap(({ as, may }) => (may.some((act) => act === 'facts.detail') ? [as] : []))
    expect(writing).toContain('referent')
    for (const capacity of ['flagger', 'cell', 'cell_member', 'police', 'prefecture', 'health'])
      expect(writing).not.toContain(capacity)
  })

  it('forces no answer, and what nobody said is nobody’s fact', () => {
    expect(fits(particulars, {})).toBe(true)
    expect(fits(particulars, { name: 'X' })).toBe(false)
    expect(
      fields.filter((name) => unknownFacts[name] !== null && JSON.stringify(unknownFacts[name]) !== '[]')
    ).toEqual([])
  })

  it('bears one class in the form and in the case, and is read by those of that class alone', () => {
    for (const name of fields)
      expect([name, notesOf(particulars.properties[name])?.dataClass]).toEqual([name, factClasses[name]])
    const readers = (name: (typeof fields)[number]) =>
      (['referent', 'cell', 'prefecture', 'health'] as const).filter((capacity) =>
        seesWhole(factClasses[name], capacity, readyFacts)
      )
    expect(readers('citizenship')).toContain('prefecture')
    expect(readers('controls')).not.toContain('prefecture')
    expect(readers('controls')).toContain('cell')
    for (const name of fields) expect(readers(name)).not.toContain('health')
  })

  it('takes « not known » wherever it takes a word', () => {
    for (const [name, field] of Object.entries(particulars.properties)) {
      const { choices, mayBeUnknown, hint } = notesOf(field)!
      expect([name, 'unknown' in (choices ?? {}) || mayBeUnknown || hint?.fr]).not.toEqual([name, undefined])
    }
  })

  it('names a long list of countries, in the words of the reader', () => {
    const { properties } = localizeSchema(particulars, 'fr') as { properties: Record<string, object> }
    expect(properties['citizenship']).toMatchObject({ 'x-list': { name: 'countries' } })
    expect(properties['citizenship']).not.toHaveProperty('oneOf')
  })
})

describe('years', () => {
  it('that no life has are refused: to come, before birth, or ended before they began', () => {
    expect(refused({ birthYear: 2027 })).toEqual(['birthYear'])
    expect(refused({ exploitedFrom: 1999 }, { birthYear: 2001 })).toEqual(['exploitedFrom'])
    expect(refused({ exploitedUntil: 2020 }, { exploitedFrom: 2021 })).toEqual(['exploitedUntil'])
  })

  it('that follow one another are taken, and one alone as well', () => {
    expect(refused({ birthYear: 2001, exploitedFrom: 2019, exploitedUntil: 2019 })).toEqual([])
    expect(refused({ exploitedUntil: 2026 })).toEqual([])
  })
})
