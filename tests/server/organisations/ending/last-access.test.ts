import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../../server/db/context.ts'
import { keepAccess } from '../../../../server/organisations/sweep.ts'
import { forFile } from '../../../support/for-file.ts'
import { workOff } from '../../../support/running/queue.ts'
import { openSite } from '../../../support/running/site.ts'

// The last access of a house ends: the cell hears of each case in which nobody accompanies the person any more.

const site = await forFile(openSite())
const { tell, get, send } = site
const { owner } = site.db
const [first, other, cell] = ['asso.rhone', 'asso.paris', 'cellule.69']
const orgOf = (login: string) => site.as(login).orgId
const accompanied = await tell.consenting()
const followed = await tell.consenting()
await owner.query(
  `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'referent', now() - interval '1 day', 'referent.name', now())`,
  [followed, orgOf(other)]
)
const second = `insert into membership (person_id, org_id, role, since) values ($1, $2, $3, now() - interval '1 day') returning id`
const add = async (role: string, login = 'police.69') =>
  (await owner.query<{ id: string }>(second, [site.as(login).personId, orgOf(first), role])).rows[0]!.id
const drop = (id: string) => owner.query('delete from membership where id = $1', [id])
const mine = async () =>
  (
    await owner.query<{ id: string }>(
      `select id from membership where person_id = $1 and org_id = $2 and role = 'asso' and until is null`,
      [site.as(first).personId, orgOf(first)]
    )
  ).rows[0]!.id
const end = async (id: string) =>
  expect((await send('admin', `/api/memberships/${id}/end`, undefined)).statusCode).toBe(200)
const leaves = async (login = 'admin') => {
  const { members } = (await get(login, `/api/organisations/${orgOf(first)}/people`)).json<{
    members: { id: string; leaves: number }[]
  }>()
  return members.map((one) => one.leaves)
}
const heard = async (login = cell) => {
  await workOff(site.db, site.gate)
  const { items } = (await get(login, '/api/notices')).json<{
    items: { label: string; opens: { id: string } | null }[]
  }>()
  return items.flatMap(({ label, opens }) => (/n’est plus accompagnée/.test(label) ? [opens?.id] : []))
}
const tally = async () =>
  (
    await owner.query<{ told: number }>(
      `select told from participation where case_id = $1 and capacity = 'cell'`,
      [accompanied]
    )
  ).rows[0]!.told

describe('nobody is told', () => {
  it('where somebody else has access there, and whoever ends it reads of no case', async () => {
    const colleague = await add('asso')
    expect(await leaves()).toEqual([0, 0])
    await end(colleague)
    expect(await heard()).toEqual([])
    await drop(colleague)
  })

  it('where a seat in the cell ends there', async () => {
    const seat = await add('cell_member')
    await owner.query('update membership set until = now() where id = $1', [seat])
    expect(await heard()).toEqual([])
    await drop(seat)
  })

  it('by others how many cases a house would leave', async () => {
    const counted = (login: string) =>
      inContext(site.db.app, site.as(login), async (tx) => {
        const [row] = await runQuery<{ n: number }>(tx, 'select would_leave_alone($1)::int as n', [
          orgOf(first)
        ])
        return row!.n
      })
    for (const login of [cell, other, 'police.69']) expect([login, await counted(login)]).toEqual([login, 0])
    expect(await counted(first)).toBe(1)
    await expect(
      inContext(site.db.app, site.as('admin'), (tx) => runQuery(tx, 'select leave_alone($1)', [orgOf(first)]))
    ).rejects.toThrow(/permission denied/)
  })
})

describe('the last access', () => {
  it('ended by hand says before how many it leaves; the cell hears of each once, and no other', async () => {
    // Of who sits for it in the cell, nobody is accompanied.
    const seat = await add('cell_member')
    expect((await leaves()).toSorted()).toEqual([0, 1])
    await end(await mine())
    expect(await heard()).toEqual([accompanied])
    for (const login of ['cellule.75', other, 'soin.69']) expect(await heard(login)).toEqual([])
    await drop(seat)
  })

  it('ended again after somebody came back is told again', async () => {
    const before = await tally()
    const again = await add('asso')
    await owner.query('update membership set until = now() where id = $1', [again])
    expect(await tally()).toBe(before + 1)
    await drop(again)
  })

  it('told once is not told again where the house is then closed, nor where it stays empty', async () => {
    const before = await tally()
    const at = `/api/organisations/${orgOf(first)}/suspend`
    expect((await send('admin', at, { reason: 'Signalement.' })).statusCode).toBe(200)
    expect(await tally()).toBe(before)
    await owner.query(`update organisation set status = 'accredited' where id = $1`, [orgOf(first)])
  })

  it('ended by inactivity is told as well, where somebody had come back meanwhile', async () => {
    const before = await tally()
    const again = await add('asso')
    await owner.query(
      `update person set seen_at = now() - interval '200 days', email = 'a@x.example' where id = $1`,
      [site.as('police.69').personId]
    )
    await owner.query(
      `update membership set since = now() - interval '200 days', warning_mailed_at = now() - interval '40 days' where id = $1`,
      [again]
    )
    await keepAccess(site.db.worker)
    const { rows } = await owner.query('select until from membership where id = $1', [again])
    expect(rows[0].until).not.toBeNull()
    expect(await tally()).toBe(before + 1)
    await drop(again)
  })
})
