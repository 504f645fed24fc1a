import { describe, expect, test } from 'vitest'
import { codePerson, columns, columnIds } from '../../../figures/person/person.ts'
import { zoneFor, zoneWords } from '../../../figures/person/zones.ts'
import { countries } from '../../../workflows/vocabulary/countries.ts'
import { aLife } from './a-life.ts'

const codesOf = (life: Parameters<typeof aLife>[0]) => codePerson(aLife(life))[0]!.codes

describe('nationality zones', () => {
  test('no country is left without one', () => {
    const without = Object.keys(countries).filter(
      (one) => one !== 'unknown' && zoneFor(one, undefined) === 'unknown'
    )
    expect(without).toEqual([])
    for (const one of Object.keys(countries))
      expect(Object.keys(zoneWords)).toContain(zoneFor(one, undefined))
  })

  test('the Union is its twenty-seven states: the EEA and Switzerland are none of it', () => {
    for (const one of ['NO', 'IS', 'LI', 'CH']) expect(zoneFor(one, 'eu'), one).toBe('europe')
    const zoned = Object.keys(countries).filter((one) => zoneFor(one, undefined) === 'eu')
    // France, whose own citizens are told apart, is the twenty-seventh.
    expect(zoned).toHaveLength(26)
  })

  test('where the country is not known, the flag says', () => {
    expect([
      zoneFor(null, 'eu'),
      zoneFor('unknown', 'third_country'),
      zoneFor('NG', 'third_country')
    ]).toEqual(['union_or_like', 'third_country', 'west_africa'])
  })
})

describe('a file that an association brought with it', () => {
  const brought = {
    takenOver: true,
    acts: [
      ['grounds.record', 0],
      ['case.close_lost', 3]
    ] as [string, number][]
  }

  test('is no flag of the day on which it was brought: it is followed, in that year and later', () => {
    const later = { acts: [...brought.acts, ['person.inform', 400]] as [string, number][] }
    const entries = (life: Parameters<typeof aLife>[0]) =>
      codePerson(aLife(life)).map(({ year, entry }) => [year, entry])
    expect(entries({ ...brought, ...later })).toEqual([
      [2026, 'followed'],
      [2027, 'followed']
    ])
    expect(entries(later)).toEqual([
      [2026, 'flagged'],
      [2027, 'followed']
    ])
  })

  test('has no length, and keeps all else', () => {
    const spans = columnIds.filter((id) => id.endsWith('_span'))
    const codes = codesOf(brought)
    expect(spans.map((id) => codes[id])).toEqual(spans.map(() => 'none'))
    expect(codes).toMatchObject({ decision: 'positive_service' })
    // Positive control: of a flag they are lengths.
    expect(codesOf({ ...brought, takenOver: false })).toMatchObject({ opinion_span: '0-2' })
  })
})

describe('of asylum', () => {
  test('no channel and no role tells', () => {
    expect(codesOf({ facts: { channel: 'asylum' } }).channel).toBe('other')
    expect(codesOf({ facts: { channel: 'outreach' } }).channel).toBe('outreach')
    // Nor is what nobody asked a channel.
    for (const facts of [{ channel: 'unknown' }, {}]) expect(codesOf({ facts }).channel).toBe('unknown')
    expect(Object.keys(columns.channel.words)).not.toContain('asylum')
    expect(codesOf({ registrarRole: null }).registrar_role).toBe('unknown')
    expect(Object.keys(columns.registrar_role.words)).not.toContain('ofii')
  })
})
