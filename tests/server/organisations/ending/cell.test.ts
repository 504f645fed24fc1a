import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../../server/db/context.ts'
import { forFile } from '../../../support/for-file.ts'
import { workOff } from '../../../support/running/queue.ts'
import { openSite } from '../../../support/running/site.ts'

// The last access of a cell ends: whoever accompanies hears of each case that nobody of it reads any more. And what a cell has to do about the
// other half, the cases that a house left with nobody.

const site = await forFile(openSite())
const { tell, get, send, act, version } = site
const { owner } = site.db
const [first, other, cell] = ['asso.rhone', 'asso.paris', 'cellule.69']
const orgOf = (login: string) => site.as(login).orgId
await owner.query(`update organisation set territory = '69' where id = $1`, [orgOf(other)])
const read = await tell.consenting()
const closed = await tell.consenting()
await owner.query(`update "case" set closure = 'closed_lost' where id = $1`, [closed])

const idOf = async (login: string, role: string) =>
  (
    await owner.query<{ id: string }>(
      'select id from membership where person_id = $1 and org_id = $2 and role = $3 and until is null',
      [site.as(login).personId, orgOf(login), role]
    )
  ).rows[0]!.id
const end = async (id: string) =>
  expect((await send('admin', `/api/memberships/${id}/end`, undefined)).statusCode).toBe(200)
const back = (login: string) =>
  owner.query(
    `insert into membership (person_id, org_id, role, since) values ($1, $2, $3, now()) returning id`,
    [...[site.as(login).personId, orgOf(login)], site.as(login).role]
  )
const beside = (login: string, capacity: string) =>
  owner.query(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, $3, now() - interval '1 day', 'referent.name', now())`,
    [read, orgOf(login), capacity]
  )
const unread = async () =>
  (await get('admin', `/api/organisations/${orgOf(cell)}/people`))
    .json<{ members: { unread: number }[] }>()
    .members.map((one) => one.unread)
const heard = async (login: string) => {
  await workOff(site.db, site.gate)
  const { items } = (await get(login, '/api/notices')).json<{
    items: { label: string; opens: { id: string } | null }[]
  }>()
  return items.flatMap(({ label, opens }) => (/^La cellule n’a plus accès/.test(label) ? [opens?.id] : []))
}
const tally = async () =>
  (
    await owner.query<{ told: number }>(
      `select told from participation where case_id = $1 and org_id = $2 and capacity = 'referent'`,
      [read, orgOf(other)]
    )
  ).rows[0]!.told
const leftTo = async (login: string) => {
  const answer = await get(login, '/api/left-alone')
  return answer.statusCode === 200
    ? answer.json<{ items: { caseId: string }[] }>().items.map(({ caseId }) => caseId)
    : answer.statusCode
}

describe('of a cell in which somebody is left', () => {
  it('nobody is told, nobody reads of a case, and others count none', async () => {
    const { rows } = await owner.query(
      `select id from membership where org_id = $1 and person_id <> $2 and until is null`,
      [orgOf(cell), site.as(cell).personId]
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { id } of rows) {
      expect(new Set(await unread())).toEqual(new Set([0]))
      await end(id)
    }
    await workOff(site.db, site.gate)
    expect((await owner.query(`select from notice where about = 'left'`)).rows).toEqual([])
    const counted = (login: string) =>
      inContext(site.db.app, site.as(login), async (tx) => {
        const [row] = await runQuery<{ n: number }>(tx, 'select would_leave_unread($1)::int as n', [
          orgOf(cell)
        ])
        return row!.n
      })
    for (const login of [first, 'cellule.75', 'police.69'])
      expect([login, await counted(login)]).toEqual([login, 0])
    expect(await counted('admin')).toBe(1)
    await expect(
      inContext(site.db.app, site.as('admin'), (tx) => runQuery(tx, 'select leave_unread($1)', [orgOf(cell)]))
    ).rejects.toThrow(/permission denied/)
  })
})

describe('the persons whom a house left with nobody', () => {
  it('are not asked for by who names no association', async () => {
    for (const login of [other, 'police.69', 'membre.69', 'admin', 'dpo'])
      expect([login, await leftTo(login)]).toEqual([login, 404])
  })

  it('wait in the list of their cell alone, as long as nobody accompanies them', async () => {
    expect(await leftTo(cell)).toEqual([])
    await end(await idOf(first, 'asso'))
    expect([await leftTo(cell), await leftTo('cellule.75')]).toEqual([[read], []])
    // Who reads beside the cell names nobody, and who accompanies beside the house that left is enough.
    for (const [login, capacity, left] of [
      ['cellule.75', 'cell_member', [[read], []]],
      [other, 'referent', [[], []]]
    ] as const) {
      await beside(login, capacity)
      expect([await leftTo(cell), await leftTo('cellule.75')]).toEqual(left)
      await owner.query('delete from participation where case_id = $1 and org_id = $2', [read, orgOf(login)])
    }
    await back(first)
    expect(await leftTo(cell)).toEqual([])
  })

  it('until another is named', async () => {
    await end(await idOf(first, 'asso'))
    expect(await leftTo(cell)).toEqual([read])
    const named = await act(
      cell,
      [read, 'referent.name'],
      { orgId: orgOf(other) },
      { version: await version(cell, read) }
    )
    expect(named.statusCode).toBe(200)
    expect(await leftTo(cell)).toEqual([])
  })
})

describe('the last access of a cell', () => {
  it('says before how many running cases it leaves unread; who accompanies hears of each once, and no other', async () => {
    expect(await unread()).toEqual([1])
    await end(await idOf(cell, 'cell_secretary'))
    expect(await heard(other)).toEqual([read])
    for (const login of ['membre.69', 'soin.69', 'cellule.75']) expect(await heard(login)).toEqual([])
    // Suspended after that, it leaves them once: nothing moves in their lists a second time.
    const before = await tally()
    const suspended = await send('admin', `/api/organisations/${orgOf(cell)}/suspend`, {
      reason: 'Contrôle.'
    })
    expect([suspended.statusCode, await tally()]).toEqual([200, before])
  })
})
