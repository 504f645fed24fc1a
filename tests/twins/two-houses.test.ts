import { expect, test } from 'vitest'
import type { CommandType } from '../../workflows/case/commands.ts'
import { consentScopes } from '../../workflows/vocabulary/vocabulary.ts'
import { forFile } from '../support/for-file.ts'
import { testApp } from '../support/running/app.ts'
import { aFlag } from '../support/world.ts'
import { differences } from './compare.ts'
import { between, openHouse } from './house/house.ts'
import { beginning } from './house/settled.ts'
import { act } from './lives/beginnings.ts'
import { inputOf } from './lives/inputs.ts'
import { beginLife, nameOf, play, type Step } from './lives/play.ts'
import { readAll } from './readings/readings.ts'

// Whoever sits in the cell for one house and works for another is told, from their seat, nothing of what the other house hears: here the
// association that flagged and follows the case, in a team of which they are none.

const second = 'asso.rhone'
const house = await forFile(openHouse((given) => testApp({ ...given, web: true }), { inTeams: true, second }))
const on = '2026-05-04'
const how = { language: 'bin', means: 'in_person', interpreter: true }
const given = { house, at: beginning, pick: <T>(list: readonly T[]) => list[0]! }
const filled = (command: CommandType) => act(second, command, inputOf(command, given))

/** As long as the cell weighs the grounds, its members read the case. */
const weighed: Step[] = [
  { type: 'flag', by: second, input: { ...aFlag({ metOn: on }) } },
  act('cellule.69', 'triage.start'),
  act(second, 'person.inform', { on, ...how, helpWithoutConsent: true }),
  act(second, 'consent.record', { scopes: Object.keys(consentScopes), ...how }),
  { type: 'meeting', called: true }
]
const done = async (...[life, step, isHidden]: Parameters<typeof play>) => {
  const outcome = await play(life, step, isHidden)
  if (!outcome.done) throw new Error(`${nameOf(step)} was refused: ${outcome.status} ${outcome.code}`)
}
const readWith = async (...secret: Step[]) => {
  const life = await beginLife(house)
  for (const step of weighed) await done(life, step)
  for (const step of secret) await done(life, step, true)
  await done(life, { type: 'wait', days: 1 })
  const read = await readAll(life, { readers: [between], browsing: [between] })
  return read.byReader.get(between)!
}
/** Runs as whoever acts by a membership of this role. */
const actingAs = (role: string) =>
  house.db.owner.query(
    `update session s set membership_id = m.id from membership m join person p on p.id = m.person_id
      where p.subject = $1 and m.role = $2 and s.person_id = p.id`,
    [between, role]
  )

const named = act(second, 'identity.record', { contact: 'autrement', name: 'CANARI autrement' })
const secrets: Record<string, Step> = {
  'who the person is': named,
  'that they asked for asylum': filled('asylum.lodged')
}
const without = await readWith()

test('they read the case from their seat, and are not told by which of their houses they are kept from an opinion', () => {
  const exits = new Set(without.map(({ exit }) => exit))
  for (const exit of ['case', 'events', 'actions', 'meetings', 'search', 'calls', 'calendar'])
    expect(exits).toContain(exit)
  const said = JSON.stringify(without)
  expect(said).toContain('Un autre membre vote ici')
  expect(said).not.toContain('où vous travaillez')
})

test.each(Object.entries(secrets))('who works for two houses is not told %s', async (_what, secret) => {
  expect(differences(without, await readWith(secret))).toEqual([])
})

test('it is seen as soon as they act in the other house, and that works in no teams', async () => {
  await house.db.owner.query('update organisation set by_team = false')
  await actingAs('asso')
  try {
    const found = differences(await readWith(), await readWith(named))
    const seen = new Set(found.map(({ exit }) => exit))
    for (const exit of ['events', 'search']) expect(seen).toContain(exit)
  } finally {
    await actingAs('cell_member')
    await house.db.owner.query(`update organisation set by_team = true where id in (select org_id from team)`)
  }
})
