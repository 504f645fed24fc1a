import { expect, test } from 'vitest'
import { forFile } from '../support/for-file.ts'
import { testApp } from '../support/running/app.ts'
import { controls, lifeWithout, pairOf, toldOf } from './controls.ts'
import { between, openHouse, outside } from './house/house.ts'
import { act } from './lives/beginnings.ts'

// Whoever sits in the cell for one house and works for another is told, from their seat, nothing of what the other house hears: here the
// association that follows the case, in a team of which they are none.

const house = await forFile(
  openHouse((given) => testApp({ ...given, web: true }), { inTeams: true, inTwo: true, second: 'asso.rhone' })
)
const asked = { readers: [between, outside], browsing: [between] }
const named = [act('asso.rhone', 'identity.record', { contact: 'autrement', name: 'CANARI autrement' })]

const secrets = {
  'who she is': named,
  'that she filed a complaint': controls.F.secret,
  'what she needs': controls.H.secret,
  'that her place was accepted': controls.A.secret
}

const without = await lifeWithout(house, asked)

test('they read the case from their seat, and are called in that role', () => {
  const exits = new Set(without.read.byReader.get(between)!.map(({ exit }) => exit))
  for (const exit of ['case', 'events', 'actions', 'meetings', 'minutes', 'search', 'calls', 'calendar'])
    expect(exits).toContain(exit)
  const answered = without.read.byReader.get(between)!.find(({ exit }) => exit === 'events')!
  expect(answered.value).not.toMatchObject({ status: 404 })
})

test.each(Object.entries(secrets))('who works for two houses is not told %s', async (_what, secret) => {
  expect(await toldOf(secret, without)).toEqual([])
})

test('it is seen as soon as they act in the other house, and that works in no teams', async () => {
  const { owner } = house.db
  const as = (role: string) =>
    owner.query(
      `update session s set membership_id = m.id from membership m join person p on p.id = m.person_id
        where p.subject = $1 and m.role = $2 and s.person_id = p.id`,
      [between, role]
    )
  await owner.query('update organisation set by_team = false')
  await as('asso')
  const found = await pairOf(house, named, { readers: [between] })
  await as('cell_member')
  await owner.query(`update organisation set by_team = true where id in (select org_id from team)`)
  const seen = new Set(found.map(({ exit }) => exit))
  for (const exit of ['events', 'search']) expect(seen).toContain(exit)
})
