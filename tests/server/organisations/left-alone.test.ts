import { expect, describe, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { makeFirstAdministrator } from '../../../server/organisations/first-administrator.ts'
import { forFile } from '../../support/for-file.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, owner, world, traces } = site
const platform = world.as('admin').orgId
const other = 'membership.person_id = $1 and until is null'
const idOf = async (login: string) =>
  (await owner.query(`select id from membership where ${other}`, [world.as(login).personId])).rows[0].id
const invited = (email: string) => ({ role: 'admin', manager: true, email })
const offer = `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
  values (gen_random_uuid(), $1, 'admin', true, $2, $3, now(), now() + interval '8 days') returning id`
const offerAlone = (email: string) =>
  inContext(site.db.app, world.as('admin'), (tx) =>
    runQuery(tx, offer, [platform, email, world.as('admin').personId])
  )
const invitations = async () =>
  (await owner.query('select email from invitation where org_id = $1 and withdrawn_at is null', [platform]))
    .rows
const named = { issuer: 'https://id.example', subject: 'named', email: 'named@x.example' }

describe('who administers alone', () => {
  it('the first of all invites the second alone, and what they offered to others ends when two administer', async () => {
    const second = await idOf('admin.bis')
    // As on the first day: nobody else ever administered.
    const { rows } = await owner.query('select * from membership where id = $1', [second])
    await owner.query('update session set membership_id = null where membership_id = $1', [second])
    await owner.query('delete from membership where id = $1', [second])
    expect((await ask('admin', '/organisations')).body.administrators).toEqual({ now: 1, everTwo: false })
    const asked = await post('admin', `/organisations/${platform}/invitations`, invited('third@x.example'))
    expect(asked.body.proposals).toEqual([])
    expect(await invitations()).toEqual([{ email: 'third@x.example' }])
    await owner.query(
      'insert into membership (id, person_id, org_id, role, manager, since) values ($1, $2, $3, $4, true, now())',
      [second, rows[0].person_id, platform, 'admin']
    )
    expect(await invitations()).toEqual([])
    expect(await traces('person.uninvite')).toBe(1)
  })

  it('after two, ends the access of the other and becomes no two: the second waits for another person', async () => {
    expect((await post('admin', `/memberships/${await idOf('admin.bis')}/end`)).status).toBe(200)
    expect((await ask('admin', '/organisations')).body.administrators).toEqual({ now: 1, everTwo: true })
    const last = await post('admin', `/memberships/${await idOf('admin')}/end`)
    expect(last).toMatchObject({ status: 409, body: { detail: expect.stringContaining('mnio invite') } })
    const asked = await post('admin', `/organisations/${platform}/invitations`, invited('myself@x.example'))
    expect(asked.body.invitations.filter(({ state }: { state: string }) => state !== 'withdrawn')).toEqual([])
    const [{ id, may }] = asked.body.proposals
    expect(may.confirm).toEqual({ enabled: false, reason: expect.stringContaining('mnio invite') })
    expect((await post('admin', `/proposals/${id}/confirm`)).status).toBe(409)
    await expect(offerAlone('myself@x.example')).rejects.toThrow(/row-level security/)
    expect(await invitations()).toEqual([])
    expect((await post('admin', `/proposals/${id}/withdraw`)).status).toBe(200)
  })

  it('is given a second by whoever keeps the server, and by nobody to themself', async () => {
    const self = await owner.query('select issuer, subject from person where id = $1', [
      world.as('admin').personId
    ])
    await expect(makeFirstAdministrator(owner, { ...self.rows[0], email: 'a@x.example' })).rejects.toThrow(
      /already/
    )
    await makeFirstAdministrator(owner, named)
    expect(await traces('administrator.second')).toBe(1)
    // Mistyped: who never came is replaced, and who is there stays.
    expect(await makeFirstAdministrator(owner, { ...named, subject: 'renamed' })).toEqual({ replaced: true })
    await owner.query(`update person set seen_at = now() + interval '1 second' where subject = 'renamed'`)
    await expect(makeFirstAdministrator(owner, { ...named, subject: 'third' })).rejects.toThrow(/People/)
    const { rows } = await owner.query(
      `select p.subject from membership m join person p on p.id = m.person_id where m.role = 'admin' and m.until is null order by 1`
    )
    expect(rows.map(({ subject }) => subject)).toEqual(['admin', 'renamed'])
    expect(await signIn(site.app, 'admin')).toBeTruthy()
    expect((await ask('admin', '/organisations')).body.administrators.now).toBe(2)
  })
})
