import { describe, expect, it } from 'vitest'
import { grants } from '../../../policies/grants.ts'
import { seesWhole } from '../../../policies/data-classes.ts'
import { localizeSchema } from '../../../server/views/words.ts'
import { particulars, yearProblems } from '../../../workflows/facts/particulars.ts'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import { factClasses, unknownFacts, type Facts } from '../../../workflows/facts/facts.ts'
import { flagInput } from '../../../workflows/facts/flag.ts'
import { fits } from '../../../workflows/case/input.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { isSealed } from '../../../workflows/vocabulary/split.ts'
import { aCase, readyFacts } from '../../support/cases.ts'

type Field = keyof typeof particulars.properties
const fields = Object.keys(particulars.properties) as Field[]
const classOf = (name: Field) => notesOf(particulars.properties[name])!.dataClass!
const kept = fields.filter((name): name is Field & keyof Facts => !isSealed(classOf(name)))
const years = { exploitedFrom: null, exploitedUntil: null }
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
      kept.filter((name) => unknownFacts[name] !== null && JSON.stringify(unknownFacts[name]) !== '[]')
    ).toEqual([])
  })

  it('seals what tells of sexual life, of violence, of who did it, and of the birth, and makes no fact of it', () => {
    const sealed = fields.filter((name) => isSealed(classOf(name)))
    expect(Object.fromEntries(sealed.map((name) => [name, classOf(name)]))).toEqual({
      ...{ birthYear: 'B', birthYearFrom: 'B', ageStands: 'B' },
      ...{ sexualKinds: 'C', recruiterTie: 'C', exploiterTie: 'C', controls: 'C' }
    })
    expect(sealed.filter((name) => Object.hasOwn(factClasses, name))).toEqual([])
    expect(kept).toContain('sector')
  })

  it('bears one class in the form and in the case, and is read by those of that class alone', () => {
    for (const name of kept) expect([name, classOf(name)]).toEqual([name, factClasses[name]])
    const readers = (name: Field, facts = readyFacts) =>
      (['referent', 'cell', 'cell_member', 'flagger', 'prefecture', 'health'] as const).filter((capacity) =>
        seesWhole(classOf(name), capacity, facts)
      )
    expect(readers('citizenship')).toContain('prefecture')
    expect(readers('sector')).toEqual(['referent', 'cell', 'cell_member', 'flagger'])
    const unagreed = { ...readyFacts, consents: [] }
    for (const name of ['controls', 'sexualKinds', 'recruiterTie', 'exploiterTie', 'birthYear'] as const)
      expect([name, readers(name, unagreed)]).toEqual([name, ['referent']])
    expect(readers('controls', { ...readyFacts, consents: ['B'] })).toEqual(['referent', 'cell'])
    for (const name of kept) expect(readers(name)).not.toContain('health')
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
    expect(refused({ exploitedFrom: 1999, birthYear: 2001 })).toEqual(['exploitedFrom'])
    expect(refused({ exploitedUntil: 2020 }, { exploitedFrom: 2021 })).toEqual(['exploitedUntil'])
  })

  it('that follow one another are taken, and one alone as well', () => {
    expect(refused({ birthYear: 2001, exploitedFrom: 2019, exploitedUntil: 2019 })).toEqual([])
    expect(refused({ exploitedUntil: 2026 })).toEqual([])
  })
})

const refusals = (input: object, ageGroup: Facts['ageGroup']) =>
  factProblems('facts.detail', { ...input }, aCase({ facts: { ageGroup } }), '2026-11-28').map(
    ({ field, code }) => `${field} ${code}`
  )

describe('of a child, or where age is in doubt', () => {
  it.each(['minor', 'doubt'] as const)('nobody is asked what is asked of adults (%s)', (age) => {
    expect(refusals({ sexualKinds: ['street'] }, age)).toEqual(['sexualKinds adults_alone'])
    expect(refusals({ identificationDeclined: false }, age)).toEqual(['identificationDeclined adults_alone'])
    expect(refusals({ controls: ['debt'], sector: 'F' }, age)).toEqual([])
    expect(refusals({ sexualKinds: ['street'], identificationDeclined: true }, 'adult')).toEqual([])
  })
})

describe('a year of birth that contradicts the age of the case', () => {
  it('is said to its author, under its field, and taken once they say that they have seen it', () => {
    expect(refusals({ birthYear: 2009 }, 'adult')).toEqual(['birthYear age_in_doubt'])
    for (const age of ['minor', 'doubt'] as const)
      expect(refusals({ birthYear: 2007 }, age)).toEqual(['birthYear age_in_doubt'])
    expect(refusals({ birthYear: 2009, ageStands: true }, 'adult')).toEqual([])
    expect(refusals({ birthYear: 2007, ageStands: true }, 'minor')).toEqual([])
    expect(refusals({ birthYear: 2009, ageStands: false }, 'adult')).toEqual(['birthYear age_in_doubt'])
  })

  it('contradicts nothing in the year of the eighteenth birthday, nor where it fits', () => {
    for (const age of ['adult', 'minor', 'doubt'] as const)
      expect(refusals({ birthYear: 2008 }, age)).toEqual([])
    expect(refusals({ birthYear: 2007 }, 'adult')).toEqual([])
    expect(refusals({ birthYear: 2009 }, 'minor')).toEqual([])
  })
})
