import { expect, test } from 'vitest'
import { testApp } from '../support/running/app.ts'
import { forFile } from '../support/for-file.ts'
import { controls, lifeWithout, pairOf, toldOf } from './controls.ts'
import { openHouse, outside } from './house/house.ts'
import { act } from './lives/beginnings.ts'

// Whoever works in another team of the organisation that follows the case is told by no exit what becomes of it.

const house = await forFile(openHouse((given) => testApp({ ...given, web: true }), { inTeams: true }))
const asked = { readers: [outside], browsing: [outside] }

const secrets = {
  'who she is': [act('asso.rhone', 'identity.record', { contact: 'autrement' })],
  'that she filed a complaint': controls.F.secret,
  'what she needs': controls.H.secret,
  'that her place was accepted': controls.A.secret
}

const without = await lifeWithout(house, asked)

test.each(Object.entries(secrets))('a colleague of another team is not told %s', async (_what, secret) => {
  expect(await toldOf(secret, without)).toEqual([])
})

test('two lives in which nothing differs differ for nobody of that organisation', async () => {
  expect(await pairOf(house, [], { readers: ['asso.rhone', outside], browsing: [outside] })).toEqual([])
})

test('it is seen as soon as everybody of the organisation reads what it follows', async () => {
  const { owner } = house.db
  await owner.query('update organisation set by_team = false')
  const found = await pairOf(house, secrets['who she is'], asked)
  await owner.query(`update organisation set by_team = true where id in (select org_id from team)`)
  const seen = new Set(found.map(({ exit }) => exit))
  expect(seen).toContain('events')
  expect(seen.size).toBeGreaterThan(4)
})
