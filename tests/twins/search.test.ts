import { expect, test } from 'vitest'
import { testApp } from '../support/running/app.ts'
import { forFile } from '../support/for-file.ts'
import { pairOf } from './controls.ts'
import { openHouse } from './house/house.ts'
import { act } from './lives/beginnings.ts'

const house = await forFile(openHouse((given) => testApp(given)))
const named = [act('asso.rhone', 'identity.record', { name: 'CANARI autrement' })]
const searched = async (readers: string[]) => {
  const found = await pairOf(house, named, { readers })
  return found.filter(({ exit }) => exit === 'search').length
}

test('a search by a name that one of two lives has tells nothing to who may not know it, and tells it to who may', async () => {
  expect(await searched(['ofii', 'membre.69', 'asso.paris'])).toBe(0)
  expect(await searched(['asso.rhone']), 'positive control').toBeGreaterThan(0)
})
