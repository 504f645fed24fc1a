import { expect, it } from 'vitest'
import { discloseLine } from '../../../server/disclosure/line.ts'
import { needsTold } from '../../../server/places/list.ts'
import { fits } from '../../../workflows/places/fit.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { aCase } from '../../support/cases.ts'
import { aPlace } from '../../support/places.ts'

/** What the list of those of a capacity says against a place of the asylum scheme in a département to avoid. */
const against = (capacity: Capacity, forbiddenZones: string[], asylum: string) => {
  const { facts } = aCase({ facts: { forbiddenZones, ageGroup: 'adult', consents: ['D'] } })
  const place = { ...aPlace, centre: 'cada', territory: '13', region: null } as const
  return fits(place, needsTold(discloseLine({ capacity, facts }), asylum, null)).unmet
}

it('a list of places says the same whatever its reader may not know: of asylum, and of what is to be avoided', () => {
  expect(against('acse', [], 'protected')).toEqual(against('acse', [], 'none'))
  expect(against('police', ['13'], 'none')).toEqual(against('police', [], 'none'))
})

it('and says both to the desk that may know of them', () => {
  expect(against('ofii', [], 'protected')).toContain('status')
  expect(against('ofii', [], 'none')).not.toContain('status')
  expect(against('ofii', ['13'], 'none')).toContain('zones')
})
