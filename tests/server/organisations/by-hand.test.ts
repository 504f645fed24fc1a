import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { keepAccess } from '../../../server/organisations/sweep.ts'
import type { Actor } from '../../../policies/actor.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

// Whoever stays away and has no address is warned by hand, and out after the same time as others.

const site = await forFile(openDirectory())
const { ask, post, owner, db, world, traces } = site
const days = { warnedDays: 90, closedDays: 120 }
const membershipOf = async (login: string) => {
  const text = `select id, until, warned_by_hand_at, warned_by from membership where person_id = $1 and role <> 'cell_member'`
  return (await owner.query(text, [world.as(login).personId])).rows[0]
}
const shown = async (login: string, by = 'admin') => {
  const { body } = await ask(by, `/organisations/${world.as(login).orgId}/people`)
  const { id } = await membershipOf(login)
  return body.members.find((one: { id: string }) => one.id === id)
}
const notByHand =
  'On ne prévient à la main que quelqu’un d’autre, sans adresse de courriel, qui ne s’est pas connecté depuis longtemps, et une fois.'
/** The status, or that this very rule refuses. */
const warns = async (by: string, login: string) => {
  const { status, body } = await post(by, `/memberships/${(await membershipOf(login)).id}/warned`)
  return body?.detail === notByHand ? 'notByHand' : status
}
const setBack = (login: string, ago: string) =>
  owner.query(`update membership set warned_by_hand_at = now() - $2::interval where person_id = $1`, [
    world.as(login).personId,
    ago
  ])
const away = ['police.69', 'travail.69']

await owner.query(`update membership set since = now() - interval '400 days'`)
await owner.query(`update person set seen_at = now(), email = subject || '@exemple.invalid'`)
for (const login of ['admin', 'admin.bis', 'cellule.69', 'asso.rhone']) await site.cookieOf(login)
await owner.query(`update person set seen_at = now() - interval '130 days' where subject = any($1)`, [away])
await owner.query(`update person set email = null where subject = any($1)`, [
  ['police.69', 'cellule.69', 'admin']
])

describe('somebody is not warned by hand', () => {
  it('by who does not manage their access, nor for having an address, nor while they sign in, nor by themselves', async () => {
    expect(await warns('cellule.69', 'police.69')).toBe(404)
    expect(await warns('asso.rhone', 'police.69')).toBe(404)
    expect(await warns('admin', 'travail.69')).toBe('notByHand')
    expect(await warns('admin', 'cellule.69')).toBe('notByHand')
    await owner.query(`update person set seen_at = now() - interval '130 days' where subject = 'admin'`)
    expect(await warns('admin', 'admin')).toBe('notByHand')
    await owner.query(`update person set seen_at = now() where subject = 'admin'`)
    expect((await shown('travail.69')).may.warn).toBe(false)
    expect((await shown('police.69')).may.warn).toBe(true)
    expect(await membershipOf('police.69')).toMatchObject({ warned_by_hand_at: null, warned_by: null })
  })

  it('past the page in the name of another, of another day, or whoever has an address', async () => {
    const writes = async (actor: Actor, login: string, { by = actor.personId, at = 'now()' } = {}) => {
      const { id } = await membershipOf(login)
      const text = `update membership set warned_by_hand_at = ${at}, warned_by = $2 where id = $1`
      return inContext(db.app, actor, (tx) => runQuery(tx, text, [id, by])).then(
        () => null,
        (error: { cause?: { message?: string } }) => error.cause?.message ?? String(error)
      )
    }
    const [admin, asso] = [world.as('admin'), world.as('asso.rhone')]
    expect(await writes(asso, 'police.69')).toMatch(/who manages access/)
    expect(await writes(admin, 'admin')).toMatch(/warns another/)
    expect(await writes(admin, 'police.69', { by: asso.personId })).toMatch(/of who writes it/)
    expect(await writes(admin, 'police.69', { at: "now() - interval '40 days'" })).toMatch(/as they write it/)
    expect(await writes(admin, 'travail.69')).toMatch(/is written to/)
  })
})

describe('somebody who has no address', () => {
  it('is warned by hand once, which says who did and when, and leaves a trace', async () => {
    expect(await warns('admin.bis', 'police.69')).toBe(200)
    expect(await warns('admin', 'police.69')).toBe('notByHand')
    const { unseen, may } = await shown('police.69')
    expect(unseen).toMatchObject({ warned: 'by_hand', by: expect.any(String), on: expect.any(String) })
    expect(Math.round((Date.parse(unseen.closesOn) - Date.now()) / 86_400_000)).toBe(29)
    expect(may.warn).toBe(false)
    expect(await membershipOf('police.69')).toMatchObject({ warned_by: world.as('admin.bis').personId })
    expect(await traces('membership.warned')).toBe(1)
  })

  it('keeps their access as long as others do after a letter, and no longer', async () => {
    await keepAccess(db.worker, days)
    expect((await membershipOf('police.69')).until).toBeNull()
    await setBack('police.69', '30 days')
    await keepAccess(db.worker, days)
    expect((await membershipOf('police.69')).until).not.toBeNull()
    expect(await traces('membership.inactive')).toBe(1)
  })

  it('keeps it where they came back since', async () => {
    await owner.query(`update membership set until = null where person_id = $1`, [
      world.as('police.69').personId
    ])
    await owner.query(`update person set seen_at = now() - interval '125 days' where subject = 'police.69'`)
    await setBack('police.69', '126 days')
    await keepAccess(db.worker, days)
    expect((await membershipOf('police.69')).until).toBeNull()
    expect(await shown('police.69')).toMatchObject({ unseen: { warned: 'unreachable' }, may: { warn: true } })
  })
})
