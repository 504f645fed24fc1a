import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { mailAccess } from '../../../server/organisations/mail.ts'
import type { Letter } from '../../../server/mail/letter.ts'
import { forFile } from '../../support/for-file.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { openDirectory } from './directory.ts'

// What somebody offered who managed access, once they manage it no more.

const site = await forFile(openDirectory())
const { ask, post, owner, world } = site
const { orgId } = world.as('asso.rhone')

const mailed = async (): Promise<Letter[]> => {
  const letters: Letter[] = []
  const { rows } = await owner.query(`delete from outbox where kind = 'mail_access' returning payload`)
  for (const { payload } of rows)
    await mailAccess(
      {
        ...{ db: site.db, keys: site.db.keys, publicUrl: 'https://mnio.invalid' },
        post: async (letter) => void letters.push(letter)
      },
      payload
    )
  return letters
}
/** The link that this person sends to an address. */
const offered = async (login: string, email: string, body: object = {}) => {
  const asked = { role: 'asso', manager: true, email, ...body }
  expect((await post(login, `/organisations/${orgId}/invitations`, asked)).status).toBe(200)
  return (await mailed()).at(-1)?.url.split('/').at(-1) ?? ''
}
/** Somebody of another house who manages access here as well, and acts here. */
const manager = async (login: string) => {
  const { personId } = world.as(login)
  const { rows } = await owner.query<{ id: string }>(
    `insert into membership (person_id, org_id, role, manager) values ($1, $2, 'asso', true) returning id`,
    [personId, orgId]
  )
  await owner.query(
    'update membership set until = now() where person_id = $1 and org_id <> $2 and until is null',
    [personId, orgId]
  )
  return rows[0]!.id
}
/** Whoever was put out signs in again, as anybody may. */
const accepts = async (login: string, token: string) => {
  const headers = { ...fromPage(await signIn(site.app, login)), 'idempotency-key': randomUUID() }
  const url = `/api/invitation/${token}/accept`
  return (await site.app.inject({ method: 'POST', url, headers })).statusCode
}
const left = `select count(*)::int as n from audit_event where action = 'person.uninvite' and role = 'system' and detail like '%manager_left'`
const traced = async () => (await owner.query<{ n: number }>(left)).rows[0]!.n

describe('a link that was sent by who managed access', () => {
  it('opens nothing once their access was ended, to themselves or to whom they sent it; those of others stand', async () => {
    const id = await manager('travail.69')
    const own = await offered('travail.69', 'encore.moi@ailleurs.example')
    const anothers = await offered('asso.rhone', 'nora@asso.example', { manager: false })
    expect((await post('admin', `/memberships/${id}/end`)).status).toBe(200)
    expect(await accepts('travail.69', own)).toBe(409)
    expect(await accepts('soin.69', own)).toBe(409)
    expect((await ask('soin.69', `/invitation/${own}`)).body.state).toBe('withdrawn')
    const held = `select from membership where person_id = $1 and org_id = $2 and until is null`
    expect((await owner.query(held, [world.as('travail.69').personId, orgId])).rowCount).toBe(0)
    expect(await traced()).toBe(1)
    expect(await accepts('soin.69', anothers)).toBe(200)
  })

  it('nor once the management was taken from them, whose access stays', async () => {
    const id = await manager('police.69')
    const own = await offered('police.69', 'encore@ailleurs.example')
    expect((await post('admin', `/memberships/${id}/manager`, { manager: false })).status).toBe(200)
    expect(await accepts('foyer.azur', own)).toBe(409)
    expect(await traced()).toBe(2)
  })

  it('stands where two persons agreed on it', async () => {
    const id = await manager('prefecture.69')
    await offered('prefecture.69', 'siege@asso.example', { role: 'cell_member', manager: false })
    const [{ id: proposal }] = (await ask('cellule.69', '/organisations')).body.proposals
    expect((await post('cellule.69', `/proposals/${proposal}/confirm`)).status).toBe(200)
    await owner.query(`update invitation set invited_by = $1 where role = 'cell_member'`, [
      world.as('prefecture.69').personId
    ])
    const token = (await mailed()).at(-1)!.url.split('/').at(-1)!
    expect((await post('admin', `/memberships/${id}/end`)).status).toBe(200)
    expect((await ask('foyer.azur', `/invitation/${token}`)).body.state).toBe('open')
  })
})

describe('an invitation that somebody accepts who works elsewhere', () => {
  const address = async (login: string) =>
    (await owner.query('select email from person where id = $1', [world.as(login).personId])).rows[0].email
  const given = (login: string, email: string | null) =>
    owner.query('update person set email = $2 where id = $1', [world.as(login).personId, email])

  it('leaves the mails of their other house where they go', async () => {
    await given('foyer.azur', 'elle@foyer.example')
    const token = await offered('asso.rhone', 'choisie@ailleurs.example', { manager: false })
    expect(await accepts('foyer.azur', token)).toBe(200)
    expect(await address('foyer.azur')).toBe('elle@foyer.example')
  })

  it('gives an address to whoever has none', async () => {
    await given('acse', null)
    expect(
      await accepts('acse', await offered('asso.rhone', 'ajoutee@asso.example', { manager: false }))
    ).toBe(200)
    expect(await address('acse')).toBe('ajoutee@asso.example')
  })
})
