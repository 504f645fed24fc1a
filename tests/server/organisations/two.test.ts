import { expect, describe, it } from 'vitest'
import { orgTypes } from '../../../policies/actor.ts'
import { rolesFor } from '../../../policies/organisations.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world } = site
const as = (login: string, text: string, values: unknown[] = []) =>
  inContext(site.db.app, world.as(login), (tx) => runQuery(tx, text, values))

type Proposal = { id: string; kind: string; says: { value: string }[] }
const waitingOf = async (id: string): Promise<Proposal[]> =>
  (await ask('admin', `/organisations/${id}`)).body.proposals

describe('where an organisation is', () => {
  const cell = world.as('cellule.69').orgId
  const stands = async () => {
    const { body } = await ask('admin', `/organisations/${cell}`)
    const { name, territory, region, court, siret, answers } = body
    const on = answers.flatMap((one: { code: string; on: boolean }) => (one.on ? [one.code] : []))
    return { name, territory, region, court, siret, answers: on as string[] }
  }
  const change = async (more: object, login = 'admin') =>
    ask(login, `/organisations/${cell}`, { method: 'PUT', body: { ...(await stands()), ...more } })

  it('and what it is called is not changed by one person, nor confirmed by who proposed it', async () => {
    const { name } = await stands()
    const siret = '77567227221138'
    expect((await change({ territory: '75', name: 'Cellule renommée', siret })).status).toBe(200)
    expect(await stands()).toMatchObject({ territory: '69', name, siret: null })
    const [proposal] = await waitingOf(cell)
    expect(proposal!.kind).toBe('move')
    const said = proposal!.says.map(({ value }) => value)
    expect(said).toEqual(expect.arrayContaining(['Paris (75)', 'Cellule renommée', siret]))
    expect((await change({ territory: '75' })).status).toBe(409)
    expect((await post('admin', `/proposals/${proposal!.id}/confirm`)).status).toBe(409)
    expect((await post('cellule.69', `/proposals/${proposal!.id}/confirm`)).status).toBe(404)
    expect(await stands()).toMatchObject({ territory: '69' })
    expect((await post('admin.bis', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
    expect(await stands()).toMatchObject({ territory: '75', name: 'Cellule renommée', siret })
  })

  it('is not renamed by one person either, nor under what two agreed on of its place alone', async () => {
    for (const more of [{ name: 'Encore autre' }, { siret: null }]) {
      const before = await stands()
      expect((await change(more)).status).toBe(200)
      expect(await stands()).toEqual(before)
      const [proposal] = await waitingOf(cell)
      expect((await post('admin', `/proposals/${proposal!.id}/withdraw`)).status).toBe(200)
    }
    expect((await change({ territory: '33' })).status).toBe(200)
    const [moving] = await waitingOf(cell)
    const written = (name: string) =>
      inContext(site.db.app, world.as('admin.bis'), async (tx) => {
        await runQuery(
          tx,
          `update organisation_proposal set state = 'confirmed', settled_by = ctx_person(), settled_at = now() where id = $1`,
          [moving!.id]
        )
        await runQuery(tx, `update organisation set territory = '33', name = $2 where id = $1`, [cell, name])
      })
    await expect(written('Un autre nom')).rejects.toThrow(/two persons/)
    // The positive controls: what they agreed on, and what changes nothing that two persons hold.
    await written((await stands()).name)
    expect((await change({})).status).toBe(200)
    expect(await waitingOf(cell)).toEqual([])
  })

  it('answers fewer referrals by one person, and more again by two', async () => {
    const { answers } = await stands()
    expect(answers.length).toBeGreaterThan(0)
    expect((await change({ answers: [] })).status).toBe(200)
    expect((await stands()).answers).toEqual([])
    expect((await change({ answers })).status).toBe(200)
    expect((await stands()).answers).toEqual([])
    const [proposal] = await waitingOf(cell)
    expect((await post('admin.bis', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
    expect((await stands()).answers).toEqual(answers)
  })

  it('is not moved past the page either', async () => {
    for (const set of [
      `territory = '13'`,
      `court = '75.paris'`,
      `region = 'Bretagne'`,
      `name = 'Une autre'`,
      `siret = '35600000000048'`
    ])
      await expect(as('admin', `update organisation set ${set} where id = $1`, [cell])).rejects.toThrow(
        /two persons/
      )
    await as('admin', `update organisation set answers = '{}' where id = $1`, [cell])
    await expect(as('admin', `update organisation set answers = null where id = $1`, [cell])).rejects.toThrow(
      /two persons/
    )
  })

  it('is accredited as it was read: whoever changes it meanwhile proposes it anew, and another confirms', async () => {
    const made = { name: 'Changeante', type: 'association', territory: '69' }
    const { body } = await post('admin', '/organisations', made)
    const [before] = body.proposals
    const put = { method: 'PUT' as const, body: { name: made.name, territory: '13', answers: [] } }
    expect((await ask('admin.bis', `/organisations/${body.id}`, put)).status).toBe(200)
    expect((await post('admin.bis', `/proposals/${before.id}/confirm`)).status).toBe(409)
    const [after] = await waitingOf(body.id)
    expect(after!.id).not.toBe(before.id)
    expect((await post('admin.bis', `/proposals/${after!.id}/confirm`)).status).toBe(409)
    // Past the page: moved after it was read, it is not what was agreed to.
    await as('admin', `update organisation set territory = '75' where id = $1`, [body.id])
    expect(await refused('admin', `/proposals/${after!.id}/confirm`)).toEqual([
      409,
      expect.stringContaining('L’organisation a changé depuis : ce qui était proposé ne se fait plus.')
    ])
    await as('admin', `update organisation set territory = '13' where id = $1`, [body.id])
    expect((await post('admin', `/proposals/${after!.id}/confirm`)).status).toBe(200)
  })
})

describe('a seat of the cell', () => {
  const own = world.as('asso.paris').orgId
  const seat = { role: 'cell_member', manager: false, alternate: true, email: 'siege@asso.example' }
  const invitations = async () =>
    (await owner.query(`select email, alternate from invitation where org_id = $1`, [own])).rows

  it('is filled by nobody alone, and by no secretary of another cell', async () => {
    await site.manages('asso.paris')
    const asked = await post('asso.paris', `/organisations/${own}/invitations`, seat)
    expect(asked.status).toBe(200)
    expect(await invitations()).toEqual([])
    const [proposal] = asked.body.proposals
    expect(proposal.may).toMatchObject({ confirm: { enabled: false }, withdraw: { enabled: true } })
    expect((await post('asso.paris', `/proposals/${proposal.id}/confirm`)).status).toBe(404)
    expect((await post('cellule.976', `/proposals/${proposal.id}/confirm`)).status).toBe(404)
    expect((await post('membre.69', `/proposals/${proposal.id}/withdraw`)).status).toBe(404)
    expect((await ask('cellule.976', '/organisations')).body.proposals).toEqual([])
    expect(await invitations()).toEqual([])
  })

  it('is confirmed by the secretary of its cell, who reads who is invited; and the letter leaves', async () => {
    const { territory } = world.as('asso.paris')
    const secretary = `cellule.${territory}`
    const { body } = await ask(secretary, '/organisations')
    expect(body).toMatchObject({ items: [], proposals: [{ kind: 'invite' }] })
    expect(body.proposals[0].says.map(({ value }: { value: string }) => value)).toContain(seat.email)
    const notTheirs = await refused(secretary, `/proposals/${body.proposals[0].id}/withdraw`)
    expect(notTheirs).toEqual([
      409,
      'L’administration, ou qui l’a proposé, le retire ; vous pouvez le refuser.'
    ])
    expect((await post(secretary, `/proposals/${body.proposals[0].id}/confirm`)).status).toBe(200)
    expect(await invitations()).toEqual([{ email: seat.email, alternate: true }])
  })

  it('that was proposed is taken back by whoever proposed it', async () => {
    const asked = await post('asso.paris', `/organisations/${own}/invitations`, {
      ...seat,
      email: 'b@b.example'
    })
    const [proposal] = asked.body.proposals
    expect((await post('asso.paris', `/proposals/${proposal.id}/withdraw`)).status).toBe(200)
    expect((await ask('asso.paris', '/people')).body.proposals).toEqual([])
  })

  const invite = `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
    values (gen_random_uuid(), $1, $2, false, $3, ctx_person(), now(), now() + interval '8 days')`

  it('is not filled past the page: neither alone, nor by another name than the one agreed to', async () => {
    await expect(as('asso.paris', invite, [own, 'cell_member', 'x@x.example'])).rejects.toThrow(/row-level/)
    const asked = await post('asso.paris', `/organisations/${own}/invitations`, {
      ...seat,
      email: 'c@c.example'
    })
    const swapped = inContext(site.db.app, world.as('admin'), async (tx) => {
      await runQuery(
        tx,
        `update organisation_proposal set state = 'confirmed', settled_by = ctx_person(), settled_at = now() where id = $1`,
        [asked.body.proposals[0].id]
      )
      await runQuery(tx, invite, [own, 'cell_member', 'other@x.example'])
    })
    await expect(swapped).rejects.toThrow(/row-level/)
    // The positive control: an invitation that takes one person.
    await as('asso.paris', invite, [own, 'asso', 'x@x.example'])
  })
})

describe('the roles of a kind of organisation', () => {
  it('are in PostgreSQL those of the code', async () => {
    const { rows } = await owner.query('select kind, role from kind_role order by 1, 2')
    const wanted = orgTypes.flatMap((kind) => rolesFor(kind).map((role) => ({ kind, role })))
    const key = ({ kind, role }: { kind: string; role: string }) => `${kind} ${role}`
    expect(rows.map(key).sort()).toEqual(wanted.map(key).sort())
    expect(rows.length).toBeGreaterThan(10)
  })

  it('are no others: nobody is invited as an administrator of an association, nor is one, and one of none administers', async () => {
    const own = world.as('asso.rhone').orgId
    const text = `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
      values (gen_random_uuid(), $1, $2, false, 'x@x.example', ctx_person(), now(), now() + interval '8 days')`
    for (const role of ['admin', 'police', 'cell_secretary', 'dpo'])
      await expect(as('asso.rhone', text, [own, role])).rejects.toThrow(/row-level/)
    await as('asso.rhone', text, [own, 'asso'])
    const { personId } = world.as('asso.rhone')
    const member = `insert into membership (person_id, org_id, role) values ($1, $2, 'admin')`
    await expect(owner.query(member, [personId, own])).rejects.toThrow(/not of this kind/)
    await owner.query('alter table membership disable trigger membership_of_kind')
    await owner.query(member, [personId, own])
    await owner.query('alter table membership enable trigger membership_of_kind')
    const [{ yes }] = (await inContext(site.db.app, { ...world.as('asso.rhone'), role: 'admin' }, (tx) =>
      runQuery<{ yes: boolean }>(tx, 'select administers() as yes', [])
    )) as [{ yes: boolean }]
    expect(yes).toBe(false)
    expect(await as('admin', 'select administers() as yes')).toEqual([{ yes: true }])
  })
})

it('who is invited again to a seat holds it as the last invitation says, an alternate as well', async () => {
  const { personId, orgId } = world.as('membre.69')
  const { rows } = await owner.query(
    `insert into invitation (id, org_id, role, manager, alternate, email, invited_by, invited_at, expires_at)
     values (gen_random_uuid(), $1, 'cell_member', false, true, 'm@m.example', $2, now(), now() + interval '1 day') returning id`,
    [orgId, personId]
  )
  await as('membre.69', 'select bind_invitation($1, 1, null)', [rows[0].id])
  const held = await owner.query(
    `select alternate from membership where person_id = $1 and org_id = $2 and role = 'cell_member' and until is null`,
    [personId, orgId]
  )
  expect(held.rows).toEqual([{ alternate: true }])
})
