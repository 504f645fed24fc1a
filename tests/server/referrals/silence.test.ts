import { beforeEach, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { acting } from '../../support/acting.ts'
import { noon, openWorld } from '../../support/world.ts'
import { inputFor } from '../../support/inputs.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
beforeEach(async () => {
  world.at(noon)
  // Each story is alone with its own clocks.
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null`)
})

const rowsOf = async <T>(query: string, values: unknown[] = []) =>
  (await world.db.owner.query(query, values)).rows as T[]
const fireAt = async (moment: string) => {
  world.at(new Date(moment))
  return fireDue(world.gate)
}
const onlyClock = (code: string) =>
  world.db.owner.query(`update deadline set state = 'stopped', next_at = null where code <> $1`, [code])

describe('a referral without an answer', () => {
  it('is said to a person with a name, stays where it is, and can still be accepted', async () => {
    const { id, offer } = await tell.offered(world.places['foyer.azur']![0]!)
    await onlyClock('MNIO-PLACE-ANSWER')
    expect(await fireAt('2026-11-27T23:00:00Z')).toBe(1)
    const [referral] = await rowsOf<{ state: string; escalated_to: string }>(
      'select state, escalated_to from referral where id = $1',
      [offer]
    )
    expect(referral).toEqual({ state: 'escalated', escalated_to: world.as('acse').name })
    expect((await tell.row(id))['housing']).toBe('placement_requested')
    const lines = await rowsOf<{ capacity: string }>(
      `select capacity from participation where case_id = $1 and waits_for = 'referral.silent'`,
      [id]
    )
    expect(lines).toEqual([{ capacity: 'acse' }])
    await tell.move('foyer.azur', offer, 'accept')
    expect((await tell.row(id))['housing']).toBe('matched')
  })

  it('of the prefecture is said, in the cell of the territory, to who triaged the case', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await onlyClock('MNIO-PREF-ANSWER')
    await fireAt('2026-12-08T12:00:00Z')
    const [referral] = await rowsOf('select state, escalated_to from referral where case_id = $1', [id])
    expect(referral).toEqual({ state: 'escalated', escalated_to: world.as('cellule.69').name })
  })

  it('that was answered in time says nothing', async () => {
    const { offer } = await tell.offered(world.places['foyer.azur']![1]!)
    await tell.move('foyer.azur', offer, 'decline', { reason: 'not_adapted' })
    await onlyClock('MNIO-PLACE-ANSWER')
    expect(await fireAt('2026-12-30T23:00:00Z')).toBe(0)
  })

  it('falls to who accompanies her once the house that had asked is left, and to nobody by name', async () => {
    await world.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
    const id = await tell.housed(world.places['foyer.azur']![0]!)
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...tell.how })
    const recipientId = world.as('soin.69').orgId
    await tell.act('foyer.azur', id, 'health.refer', { destination: 'general', recipientId })
    await onlyClock('MNIO-HEALTH-ANSWER')
    expect(await fireAt('2026-12-30T23:00:00Z')).toBe(1)
    const waited = () =>
      rowsOf(
        `select r.state, o.key, r.awaits_person_id as person, r.escalated_to as name
          from referral r join organisation o on o.id = r.awaits_org_id where r.case_id = $1 and r.kind = 'health'`,
        [id]
      )
    const { personId: person, name } = world.as('foyer.azur')
    expect(await waited()).toEqual([{ state: 'escalated', key: 'foyer-azur', person, name }])
    await tell.act('foyer.azur', id, 'housing.left', { on: '2026-12-30' })
    expect(await waited()).toEqual([{ state: 'escalated', key: 'asso-rhone', person: null, name: null }])
  })
})
