import { describe, expect, it } from 'vitest'
import { poolsBeside, poolsOf, sideOf } from '../../../workflows/places/places.ts'
import { desks, endsSearchOf, searchedIn, searchPhase } from '../../../workflows/places/search.ts'
import { aCase } from '../../support/cases.ts'

describe('asylum places stand apart from all others', () => {
  it('no act of another region looks at them, and theirs looks at no other', () => {
    expect(poolsOf('housing')).toEqual(['acse', 'minor'])
    expect(poolsOf('minor')).toEqual(['acse', 'minor'])
    expect(poolsOf(null)).toEqual(['acse', 'minor'])
    expect(poolsOf('asylum_housing')).toEqual(['dna'])
    expect([sideOf('asylum_housing'), sideOf('care')]).toEqual(['asylum_housing', 'housing'])
  })

  it('a referral is held up by the places of its own side alone', () => {
    expect(['dna', 'dna_place'].map((kind) => poolsBeside(kind as 'dna'))).toEqual([['dna'], ['dna']])
    for (const kind of ['acse', 'acse_place', 'minor_place', 'health'] as const)
      expect(poolsBeside(kind)).toEqual(['acse', 'minor'])
  })

  it('each desk seeks in its region, and each act reads how far the search of its own is', () => {
    expect(desks.map(searchedIn)).toEqual(
      desks.map((desk) => (desk === 'dna' ? 'asylum_housing' : 'housing'))
    )
    const told = aCase({ regions: { housing: 'housed_acse', asylum_housing: 'placement_requested' } })
    expect(searchPhase('acse.request', told)).toBe('housed')
    expect(searchPhase('dna.request', told)).toBe('seeking')
  })

  it('an arrival in an asylum place ends the search of its own desk alone; one elsewhere takes both back', () => {
    expect(endsSearchOf('acse')).not.toContain('dna.admission')
    for (const desk of desks) expect(endsSearchOf(desk)).toContain('acse.admission')
    expect(endsSearchOf('dna')).toContain('dna.admission')
  })

  it('what takes a request back only of a child ends the search of nobody else', () => {
    for (const desk of desks) expect(endsSearchOf(desk)).not.toContain('facts.complete')
  })
})
