import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../../../policies/actor.ts'
import { readsSettlements } from '../../../policies/organisations/settlements.ts'
import { inContext } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { refusal } from '../../support/refusals.ts'
import { openDirectory } from '../organisations/directory.ts'

const { ask, post, owner, world, traces, manages } = await forFile(openDirectory())

const mediator = world.as('mediation.69')
const brosses = {
  label: 'Terrain des Brosses',
  kind: 'shanty_town',
  commune: 'Villeurbanne',
  territory: '69'
}
const keeping = (manager: boolean) =>
  owner.query('update membership set manager = $2 where person_id = $1', [mediator.personId, manager])
const kept = async () => (await owner.query('select from settlement')).rowCount
const refusedIn = async (more: object) => {
  const { status, body } = await post('mediation.69', '/settlements', { ...brosses, ...more })
  return [status, body.errors?.[0]?.field, body.errors?.[0]?.message]
}

describe('informal settlements', () => {
  it.each([
    'asso.rhone',
    'cellule.69',
    'ecole.69',
    'prefecture.69',
    'police.69',
    'miprof',
    'controle',
    'admin'
  ])('are not there for %s', async (login) => {
    expect((await ask(login, '/settlements')).status).toBe(404)
    expect((await post(login, '/settlements', brosses)).status).toBe(404)
    expect((await ask(login, '/me')).body.nav).not.toContain('settlements')
  })

  it('are read by those who mediate there, and added by nobody who does not manage access', async () => {
    await keeping(false)
    expect((await post('mediation.69', '/settlements', brosses)).status).toBe(403)
    const { status, body } = await ask('mediation.69', '/settlements')
    expect([status, body.items, body.keeps]).toEqual([200, [], false])
    expect(await kept()).toBe(0)
    await manages('mediation.69')
  })

  it('have a name that teams give, and neither address nor coordinates', async () => {
    const noAddress = 'Donnez le nom que les équipes lui donnent, sans adresse ni coordonnées.'
    expect(await refusedIn({ label: ' ' })).toEqual([400, 'label', 'À dire'])
    expect(await refusedIn({ label: '12 rue des Brosses' })).toEqual([400, 'label', noAddress])
    expect(await refusedIn({ commune: '45.7640, 4.8357' })).toEqual([400, 'commune', noAddress])
    expect(await refusedIn({ kind: 'prison' })).toEqual([400, 'kind', expect.any(String)])
    expect(await refusedIn({ territory: '999' })).toEqual([400, 'territory', expect.any(String)])
    expect(await kept()).toBe(0)
    const { status, body } = await post('mediation.69', '/settlements', brosses)
    expect(status).toBe(201)
    expect(body.items).toEqual([expect.objectContaining({ ...brosses, kindLabel: 'bidonville', open: true })])
    expect(Object.keys(body.items[0]).toSorted()).toEqual(
      ['commune', 'id', 'kind', 'kindLabel', 'label', 'open', 'territory'].toSorted()
    )
    const taken = 'Un lieu ouvert de ce département porte déjà ce nom.'
    expect(await refusedIn({ label: 'terrain des brosses' })).toEqual([400, 'label', taken])
    expect(await traces('settlement.add')).toBe(1)
  })

  it('are closed by their own organisation, once, and may then be added anew', async () => {
    const [{ id }] = (await ask('mediation.69', '/settlements')).body.items
    expect((await post('asso.rhone', `/settlements/${id}/close`)).status).toBe(404)
    const { status, body } = await post('mediation.69', `/settlements/${id}/close`)
    expect([status, body.items[0].open]).toEqual([200, false])
    expect((await post('mediation.69', `/settlements/${id}/close`)).status).toBe(404)
    const { items } = (await post('mediation.69', '/settlements', brosses)).body
    expect(
      items.map(({ open }: { open: boolean }) => open),
      'what was closed comes last'
    ).toEqual([true, false])
  })

  it('say nothing to another organisation that mediates', async () => {
    const [{ id }] = (await ask('mediation.69', '/settlements')).body.items
    const { rows } = await owner.query<{ id: string }>(
      `insert into organisation (key, name, type, status, territory) values ('mediation-59', 'Médiation du Nord', 'school_mediation', 'accredited', '59') returning id`
    )
    const other = { ...mediator, orgId: rows[0]!.id }
    const seen = (actor: typeof mediator) =>
      inContext(world.db.app, actor, async (tx) => {
        const found = await tx.execute<{ n: number }>(sql.raw('select count(*)::int as n from settlement'))
        return found.rows[0]!.n
      })
    expect(await seen(other)).toBe(0)
    expect(await seen(mediator)).toBe(2)
    const close = `update settlement set closed_at = now(), closed_by = '${mediator.personId}' where id = '${id}'`
    await inContext(world.db.app, other, (tx) => tx.execute(sql.raw(close)))
    expect((await ask('mediation.69', '/settlements')).body.items[0]).toMatchObject({ id, open: true })
  })

  it('are shown by PostgreSQL to the role of the table, and moved to no other organisation', async () => {
    const readers: Role[] = []
    for (const role of Object.keys(roles) as Role[]) {
      const rows = await inContext(world.db.app, { ...mediator, role }, (tx) =>
        tx.execute(sql.raw('select id from settlement'))
      )
      if (rows.rows.length > 0) readers.push(role)
    }
    const byTable = (Object.keys(roles) as Role[]).filter((role) =>
      readsSettlements({ role, accredited: true })
    )
    expect(readers).toEqual(byTable)
    const moving = `update settlement set org_id = '${world.as('asso.rhone').orgId}'`
    expect(
      await refusal(inContext(world.db.app, mediator, (tx) => tx.execute(sql.raw(moving))))
    ).not.toBeNull()
  })

  it('of one name are two where they are of two départements', async () => {
    expect((await post('mediation.69', '/settlements', { ...brosses, territory: '01' })).status).toBe(201)
  })

  it('go on with the organisation into which theirs is merged', async () => {
    const into = (
      await owner.query<{ id: string }>(`select id from organisation where name = 'Médiation du Nord'`)
    ).rows[0]!.id
    await owner.query(
      'update organisation set merged_into = $2, status = $3, closed_at = now() where id = $1',
      [mediator.orgId, into, 'closed']
    )
    const { rows } = await owner.query<{ org_id: string }>('select distinct org_id from settlement')
    expect(rows).toEqual([{ org_id: into }])
  })
})
