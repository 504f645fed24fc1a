import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world } = site
const as = (login: string, text: string, values: unknown[] = []) =>
  inContext(site.db.app, world.as(login), (tx) => runQuery(tx, text, values))

type Line = { label: string; value: string }
type Proposal = { id: string; kind: string; says: Line[] }
const waiting = async (login: string): Promise<Proposal[]> =>
  (await ask(login, '/organisations')).body.proposals

/** Somebody who stands in for whoever holds the seat of an organisation. */
const alternate = async (orgId: string): Promise<string> => {
  const { rows } = await owner.query(
    `with one as (insert into person (id, issuer, subject, display_name) values ($1, 'x', $2, 'Suppléance') returning id)
     insert into membership (person_id, org_id, role, alternate) select id, $3, 'cell_member', true from one returning id`,
    [randomUUID(), randomUUID(), orgId]
  )
  return rows[0].id
}
const standing = async (id: string) =>
  (
    await owner.query(
      'select alternate, absent_from::text as away, until is not null as ended from membership where id = $1',
      [id]
    )
  ).rows[0]
const seatOf = async (login: string): Promise<string> =>
  (
    await owner.query(`select id from membership where person_id = $1 and role = 'cell_member'`, [
      world.as(login).personId
    ])
  ).rows[0].id

describe('who holds a seat of the cell', () => {
  const member = world.as('membre.69')

  it('is not said by one person: the secretary of that cell agrees, or the administration', async () => {
    await site.manages('membre.69')
    const id = await alternate(member.orgId)
    const asked = await post('membre.69', `/memberships/${id}/seat`, { alternate: false })
    expect(asked.status).toBe(200)
    expect(asked.body.proposals).toMatchObject([{ kind: 'seat' }])
    expect(await standing(id)).toMatchObject({ alternate: true })
    const [{ id: proposal }] = asked.body.proposals
    expect((await post('membre.69', `/memberships/${id}/seat`, { alternate: false })).status).toBe(409)
    expect((await post('membre.69', `/proposals/${proposal}/confirm`)).status).toBe(404)
    expect((await post('cellule.976', `/proposals/${proposal}/confirm`)).status).toBe(404)
    const [told] = await waiting('cellule.69')
    expect(told!.says.map(({ value }) => value)).toEqual(['Suppléance', 'tient le siège'])
    expect((await post('cellule.69', `/proposals/${proposal}/confirm`)).status).toBe(200)
    expect(await standing(id)).toMatchObject({ alternate: false })
  })

  it('nor past the page, even for who manages it and for the administration', async () => {
    const id = await seatOf('membre.69')
    for (const login of ['membre.69', 'admin'])
      await expect(as(login, 'update membership set alternate = true where id = $1', [id])).rejects.toThrow(
        /two persons/
      )
    // The positive control: what one person may say of it.
    await as('admin', 'update membership set manager = false where id = $1', [id])
  })
})

describe('the absence of who holds a seat', () => {
  const absent = { from: '2026-11-01', until: null }

  it('is said by themself, at once, and not of days that are over', async () => {
    const id = await seatOf('membre.69')
    const over = { from: '2020-01-01', until: '2020-01-02' }
    expect(await refused('membre.69', `/memberships/${id}/absence`, over)).toEqual([400, 'Ce jour est passé'])
    expect((await post('membre.69', `/memberships/${id}/absence`, absent)).status).toBe(200)
    expect(await standing(id)).toMatchObject({ away: absent.from })
    expect((await post('membre.69', `/memberships/${id}/return`)).status).toBe(200)
    expect(await standing(id)).toMatchObject({ away: null })
  })

  it('is said by another only where a second person agrees, for it gives their voice away', async () => {
    const id = await seatOf('membre.69')
    const asked = await post('admin', `/memberships/${id}/absence`, absent)
    expect(asked.status).toBe(200)
    expect(await standing(id)).toMatchObject({ away: null })
    const [proposal] = asked.body.proposals
    expect((await post('admin', `/proposals/${proposal.id}/confirm`)).status).toBe(409)
    expect((await post('cellule.69', `/proposals/${proposal.id}/confirm`)).status).toBe(200)
    expect(await standing(id)).toMatchObject({ away: absent.from })
    // Back again: said by one, for it gives their voice back.
    expect((await post('admin', `/memberships/${id}/return`)).status).toBe(200)
    expect(await standing(id)).toMatchObject({ away: null })
  })

  it('is not said past the page, nor under another day than the one agreed to; that of an alternate is', async () => {
    const id = await seatOf('membre.69')
    const said = 'update membership set absent_from = $2 where id = $1'
    await expect(as('admin', said, [id, '2026-11-01'])).rejects.toThrow(/two persons/)
    const { body } = await post('admin', `/memberships/${id}/absence`, absent)
    const swapped = inContext(site.db.app, world.as('cellule.69'), async (tx) => {
      await runQuery(
        tx,
        `update organisation_proposal set state = 'confirmed', settled_by = ctx_person(), settled_at = now() where id = $1`,
        [body.proposals[0].id]
      )
      await runQuery(tx, said, [id, '2026-11-02'])
    })
    await expect(swapped).rejects.toThrow(/two persons/)
    const other = await alternate(world.as('membre.69').orgId)
    await as('admin', said, [other, '2026-11-01'])
    expect(await standing(other)).toMatchObject({ away: '2026-11-01' })
  })
})

describe('an invitation to a seat', () => {
  it('that one person made is not sent again, though it can be taken back', async () => {
    const { orgId, personId } = world.as('membre.69')
    const { rows } = await owner.query(
      `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
       values (gen_random_uuid(), $1, 'cell_member', false, 'm@m.example', $2, now(), now() + interval '8 days') returning id`,
      [orgId, personId]
    )
    const again = `update invitation set generation = generation + 1, expires_at = now() + interval '8 days' where id = $1`
    await expect(as('admin', again, [rows[0].id])).rejects.toThrow(/two persons/)
    const [, why] = await refused('admin', `/invitations/${rows[0].id}/again`)
    expect(why).toMatch(/^Ce siège a été proposé par une seule personne/)
    expect((await post('admin', `/invitations/${rows[0].id}/withdraw`)).status).toBe(200)
  })
})

describe('seats that one person had offered before two had to agree', () => {
  const migration = readFileSync(new URL('../../../migrations/0036_seats.sql', import.meta.url), 'utf8')
  const takesBack = /^do \$\$[\s\S]+?^\$\$;/m.exec(migration)![0]

  it('are taken back, and the journal says so; what two agreed on, and other roles, stay open', async () => {
    const { orgId, personId } = world.as('membre.69')
    const offered = async (role: string, email: string) =>
      (
        await owner.query(
          `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
           values (gen_random_uuid(), $1, $2, false, $3, $4, now(), now() + interval '8 days') returning id`,
          [orgId, role, email, personId]
        )
      ).rows[0].id as string
    const body = { role: 'cell_member', email: 'two@m.example', manager: false, alternate: false }
    await owner.query(
      `insert into organisation_proposal (id, kind, org_id, body, proposed_by, proposed_at, state, settled_by, settled_at)
       values (gen_random_uuid(), 'invite', $1, $2, $3, now(), 'confirmed', $4, now())`,
      [orgId, body, personId, world.as('cellule.69').personId]
    )
    const alone = await offered('cell_member', 'one@m.example')
    const kept = [await offered('cell_member', 'two@m.example'), await offered('asso', 'asso@m.example')]
    await owner.query(takesBack)
    const open = async (id: string) =>
      (await owner.query('select withdrawn_at is null as open from invitation where id = $1', [id])).rows[0]
        .open
    expect(await open(alone)).toBe(false)
    for (const id of kept) expect(await open(id)).toBe(true)
    const { rows } = await owner.query(
      `select detail from audit_event where object = $1 and action = 'person.uninvite'`,
      [`invitation:${alone}`]
    )
    expect(rows).toEqual([{ detail: 'cell_member,one_person' }])
  })
})

describe('an organisation that is merged into one of another territory', () => {
  it('leaves its seats behind, and brings nobody into the cell there', async () => {
    const from = world.as('membre.69').orgId
    const into = world.as('asso.paris').orgId
    const caseId = await acting(world).flagged('asso.rhone')
    await owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'cell_member', now(), 'test', now())`,
      [caseId, from]
    )
    await post('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })
    const { proposals } = (await ask('admin', `/organisations/${from}`)).body as { proposals: Proposal[] }
    const proposal = proposals.find(({ kind }) => kind === 'merge')
    expect(proposal!.says.map(({ label }) => label)).toContain('Sièges de la cellule qui prennent fin')
    expect((await post('admin.bis', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
    const sits = await owner.query(
      `select from membership where org_id = $1 and role = 'cell_member' and until is null`,
      [into]
    )
    const reads = await owner.query(
      `select from participation where org_id = $1 and capacity = 'cell_member'`,
      [into]
    )
    expect([sits.rowCount, reads.rowCount]).toEqual([0, 0])
  })
})

describe('an organisation that moves to another territory', () => {
  it('says who sat for it, and leaves its seats, and the cases that it read there, behind', async () => {
    const { orgId } = world.as('membre.69.police')
    const id = await seatOf('membre.69.police')
    expect((await ask('membre.69.police', '/meetings')).status).toBe(200)
    const caseId = await acting(world).flagged('asso.rhone')
    await owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'cell_member', now(), 'test', now())`,
      [caseId, orgId]
    )
    const { body } = await ask('admin', `/organisations/${orgId}`)
    const { name, siret } = body
    const put = {
      name,
      siret,
      territory: '75',
      answers: body.answers.flatMap((one: { code: string; on: boolean }) => (one.on ? [one.code] : []))
    }
    expect((await ask('admin', `/organisations/${orgId}`, { method: 'PUT', body: put })).status).toBe(200)
    const [proposal] = (await ask('admin', `/organisations/${orgId}`)).body.proposals as Proposal[]
    const ending = proposal!.says.find(({ label }) => label === 'Sièges de la cellule qui prennent fin')
    expect(ending!.value).toContain(world.as('membre.69.police').name)
    expect(await standing(id)).toMatchObject({ ended: false })
    expect((await post('admin.bis', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
    expect(await standing(id)).toMatchObject({ ended: true })
    expect((await ask('membre.69.police', '/meetings')).status).toBe(401)
    const open = await owner.query(
      `select from participation where org_id = $1 and capacity = 'cell_member' and until is null`,
      [orgId]
    )
    expect(open.rowCount).toBe(0)
    const told = await owner.query(
      `select from audit_event where action = 'membership.moved' and object = $1`,
      [`membership:${id}`]
    )
    expect(told.rowCount).toBe(1)
  })
})

it('somebody is away by the calendar of Paris, wherever it counts', async () => {
  const away = async (instant: string) => {
    const client = await owner.connect()
    try {
      await client.query('begin')
      await client.query(`insert into demonstration_clock (ahead) values ($1::timestamptz - now())`, [
        instant
      ])
      const { rows } = await client.query(
        `select is_away('2035-11-02', null) as begun, is_away('2035-10-01', '2035-11-01') as over, is_away(null, null) as never`
      )
      return rows[0]
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  expect(await away('2035-11-01T22:59:00Z')).toEqual({ begun: false, over: true, never: false })
  expect(await away('2035-11-01T23:00:00Z')).toEqual({ begun: true, over: false, never: false })
})
