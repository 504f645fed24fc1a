import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { linkOf, masksFor } from '../../../server/referrals/by-link.ts'
import type { Role } from '../../../policies/actor.ts'
import { acting } from '../../support/acting.ts'
import { refusal } from '../../support/refusals.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const typed = { destination: 'general', address: 'canari.adresse@cabinet.test' }
const lettersOf = async (id: string) =>
  (
    await world.db.owner.query(
      `select from referral_link l join referral r on r.id = l.referral_id where r.case_id = $1`,
      [id]
    )
  ).rowCount

/** The letter could go to the house itself, which would read by it what is closed to it. */
describe('a house where she sleeps', () => {
  it('sends no letter to an address that it has typed, and asks an accredited service', async () => {
    const id = await tell.housed(world.places['foyer.azur']![0]!)
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...tell.how })
    await expect(tell.act('foyer.azur', id, 'health.refer', typed)).rejects.toMatchObject({
      fields: [expect.objectContaining({ field: 'address', code: 'not_yours' })]
    })
    expect(await lettersOf(id)).toBe(0)
    await tell.act('foyer.azur', id, 'health.refer', { destination: 'general' })
    expect(await lettersOf(id)).toBe(0)
  })

  it('nor once the request has ended, where whoever accompanies her may', async () => {
    const id = await tell.housed(world.places['foyer.azur']![1]!)
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...tell.how })
    expect(await refusal(tell.act('foyer.azur', id, 'health.refer', typed))).toBe('InvalidInput')
    await tell.act('asso.rhone', id, 'health.refer', typed)
    expect(await lettersOf(id)).toBe(1)
  })
})

it('a house that accompanies her itself writes an address as any association does', async () => {
  const id = await tell.flagged('foyer.azur')
  await tell.act('cellule.69', id, 'triage.start')
  await tell.act('foyer.azur', id, 'person.inform', {
    on: '2026-11-24',
    ...tell.how,
    helpWithoutConsent: true
  })
  await tell.act('foyer.azur', id, 'consent.record', { scopes: ['G'], ...tell.how })
  await tell.act('foyer.azur', id, 'health.refer', typed)
  expect(await lettersOf(id)).toBe(1)
})

it('how long a link opens, and to which address, is told to who sent it: to no cell, and to none of its own people who send nothing', async () => {
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'lawyer.refer', { address: 'canari.adresse@cabinet.test' })
  const sender = world.as('asso.rhone')
  const sent = { id: await tell.referral(id, 'compensation_lawyer'), senderOrgId: sender.orgId }
  const told = (asker: { orgId: string; role: Role }) =>
    inContext(world.db.app, sender, async (tx) => [
      await linkOf(tx, sent, asker),
      [...(await masksFor(tx, [sent], asker)).values()]
    ])
  expect(await told(world.as('cellule.69'))).toEqual([null, []])
  expect(await told({ ...world.as('asso.paris'), role: sender.role })).toEqual([null, []])
  expect(await told({ orgId: sender.orgId, role: 'cell_member' })).toEqual([null, []])
  expect(await told(sender)).toEqual([{ expiresAt: expect.any(String), renewals: 0 }, ['c•••@cabinet.test']])
})
