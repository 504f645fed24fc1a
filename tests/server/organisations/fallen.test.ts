import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { partsHeld } from '../../support/participations.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'

// What becomes of a case whose association is closed, or suspended: its cell names another, and the person's days go on.

const site = await forFile(openSite())
const { tell, act, version, get, send } = site
const { owner } = site.db
const [first, other, cell] = ['asso.rhone', 'asso.paris', 'cellule.69']
const orgOf = (login: string) => site.as(login).orgId
await owner.query(`update organisation set territory = '69' where id = $1`, [orgOf(other)])

const takeAway = async (how: 'suspend' | 'close', login: string) =>
  expect(
    (await send('admin', `/api/organisations/${orgOf(login)}/${how}`, { reason: 'Signalement.' })).statusCode
  ).toBe(200)
const giveBack = async (login: string) => {
  const at = `/api/organisations/${orgOf(login)}`
  const made = await send('admin', `${at}/proposals`, { kind: 'reinstate' })
  const { id } = made.json().proposals[0]
  expect((await send('admin.bis', `/api/proposals/${id}/confirm`, undefined)).statusCode).toBe(200)
}
const byCell = async (id: string, command: string, body: object) =>
  act(cell, [id, command], body, { version: await version(cell, id) })
const name = (id: string, login = other) => byCell(id, 'referent.name', { orgId: orgOf(login) })
const asked = ['referent.name', 'consent.record', 'closing.ask']
/** Which of these the cell is offered now. */
const offered = async (id: string): Promise<string[]> => {
  const actions: { command: string; enabled: boolean }[] = (await get(cell, `/api/cases/${id}`)).json()
    .actions
  return asked.filter((one) => actions.some(({ command, enabled }) => command === one && enabled))
}
const noticesOf = async (login: string) => {
  await workOff(site.db, site.gate)
  return (await get(login, '/api/notices')).json().items as { label: string; opens: { id: string } | null }[]
}
const left = /n’est plus accompagnée/
const running = async (id: string) =>
  (
    await owner.query<{ code: string }>(
      `select code from deadline where case_id = $1 and state = 'running' order by code`,
      [id]
    )
  ).rows.map(({ code }) => code)

describe('to accompany a person', () => {
  it('no association is named, nor listed, that is not accredited to flag', async () => {
    const id = await tell.consenting()
    await takeAway('suspend', first)
    const flags = (until: string | null) =>
      owner.query(`update habilitation set until = $2 where org_id = $1 and regime = 'flag'`, [
        orgOf(other),
        until
      ])
    const listed = async () =>
      (await get(cell, `/api/cases/${id}/actions/referent.name`)).body.includes(orgOf(other))
    await flags('2026-01-01')
    const refused = await name(id)
    expect([await listed(), refused.statusCode, refused.json().detail]).toEqual([
      ...[false, 409],
      'Cette association n’est pas habilitée dans ce territoire.'
    ])
    await flags(null)
    expect([await listed(), (await name(id)).statusCode]).toEqual([true, 200])
    await giveBack(first)
  })
})

describe('while an association is suspended', () => {
  it('nobody accompanies the person, until it is given back: then it does again', async () => {
    const id = await tell.consenting()
    // Asked of PostgreSQL as well, on which no part of another house is read.
    const bereft = async (login = cell) => {
      const text = 'select lost_referent($1) as yes'
      return (await inContext(site.db.app, site.as(login), (tx) => runQuery(tx, text, [id])))[0]
    }
    expect((await name(id)).statusCode).toBe(409)
    expect(await offered(id)).toEqual([])
    expect(await bereft()).toEqual({ yes: false })
    await takeAway('suspend', first)
    expect(await offered(id)).toEqual(asked)
    expect([await bereft(), await bereft(other)]).toEqual([{ yes: true }, { yes: false }])
    await giveBack(first)
    expect(await bereft()).toEqual({ yes: false })
    expect((await name(id)).statusCode).toBe(409)
    expect(await offered(id)).toEqual([])
    expect(await partsHeld(site, id, first)).toContain('referent')
    expect((await get(first, `/api/cases/${id}`)).statusCode).toBe(200)
  })

  it('its cell hears of each case once, and no other cell, nor whoever administers, of any', async () => {
    const id = await tell.consenting()
    const [cases, followed] = [await tell.flagged('asso.rhone'), await tell.consenting()]
    await owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'referent', now() - interval '1 day', 'referent.name', now())`,
      [followed, orgOf(other)]
    )
    await takeAway('suspend', first)
    const of = async (login: string) =>
      (await noticesOf(login)).flatMap(({ label, opens }) => (left.test(label) ? [opens?.id] : []))
    const heard = await of(cell)
    expect(heard.filter((one) => one === id || one === cases).toSorted()).toEqual([id, cases].toSorted())
    expect(heard).not.toContain(followed)
    for (const login of ['cellule.75', 'soin.69', other]) expect(await of(login)).toEqual([])
    const counted = await inContext(site.db.app, site.as(first), (tx) =>
      runQuery(tx, 'select tell_left_alone($1)', [orgOf(first)])
    ).catch((error: Error) => error.message)
    expect(counted).toMatch(/administration/)
    await giveBack(first)
  })
})

describe('a cell hears that a case is left', () => {
  const tally = async (id: string) =>
    (
      await owner.query<{ told: number }>(
        `select told from participation where case_id = $1 and capacity = 'cell'`,
        [id]
      )
    ).rows[0]!.told
  const status = (to: string) =>
    owner.query(`update organisation set status = $2, closed_at = null where id = $1`, [orgOf(first), to])

  it('once where it is suspended and then closed, and again where it was accompanied meanwhile', async () => {
    const id = await tell.consenting()
    const before = await tally(id)
    await takeAway('suspend', first)
    await takeAway('close', first)
    expect(await tally(id)).toBe(before + 1)
    await status('accredited')
    await takeAway('suspend', first)
    expect(await tally(id)).toBe(before + 2)
    await giveBack(first)
  })

  it('once of a house that fell before cells were told of it', async () => {
    const migration = readFileSync(new URL('../../../migrations/0042_one_voice.sql', import.meta.url), 'utf8')
    const once = migration.slice(migration.indexOf('-- Of the houses that fell before'))
    const [id, running] = [await tell.consenting(), await tell.consenting()]
    await owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'referent', now() - interval '1 day', 'referent.name', now())`,
      [running, orgOf(other)]
    )
    await status('suspended')
    const before = [await tally(id), await tally(running)] as const
    await owner.query(once)
    expect([await tally(id), await tally(running)]).toEqual([before[0] + 1, before[1]])
    expect((await noticesOf(cell)).some(({ label, opens }) => left.test(label) && opens?.id === id)).toBe(
      true
    )
    await status('closed')
    await owner.query(once)
    expect(await tally(id)).toBe(before[0] + 1)
    await status('accredited')
  })
})

describe('once an association is closed', () => {
  it('the cell names another, who reads the case and is asked what waited; its days go on, agreement stays asked', async () => {
    const id = await tell.consenting(['B', 'E', 'F'])
    await tell.act(first, id, 'formal.request', { unit: 'BAC' })
    const before = await running(id)
    await takeAway('close', first)
    expect((await get(other, `/api/cases/${id}`)).statusCode).toBe(404)
    expect((await name(id)).statusCode).toBe(200)
    expect((await get(other, `/api/cases/${id}`)).statusCode).toBe(200)
    expect([await partsHeld(site, id, first), await partsHeld(site, id, other)]).toEqual([[], ['referent']])
    expect((await name(id)).statusCode).toBe(409)
    expect(before.length).toBeGreaterThan(0)
    expect(await running(id)).toEqual(expect.arrayContaining(before))
    const { rows } = await owner.query(
      `select sender_org_id as sender from referral where case_id = $1 and state in ('sent', 'accepted')`,
      [id]
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ sender }) => sender !== orgOf(first))).toBe(true)
    // Health rests on an agreement that the person has not given: whoever is named asks it of them.
    const health = await act(
      other,
      [id, 'health.refer'],
      { destination: 'general' },
      {
        version: await version(other, id)
      }
    )
    expect(health.statusCode).toBe(409)
    site.at(new Date(noon.getTime() + 200 * 86_400_000))
    await fireDue(site.gate)
    const fired = `select from deadline where case_id = $1 and state = 'fired'`
    expect((await owner.query(fired, [id])).rowCount).toBeGreaterThan(0)
    site.at(noon)
  })

  it('the cell names another as well where the person sleeps in a place, and in no other such case', async () => {
    await owner.query(`update organisation set status = 'accredited', closed_at = null where id = $1`, [
      orgOf(first)
    ])
    const [bed, same] = site.places['foyer.azur']!
    const id = await tell.housed(bed!)
    expect((await name(id)).statusCode).toBe(409)
    const alone = await tell.housed(same!)
    await owner.query(`update participation set until = now() where case_id = $1 and capacity = 'referent'`, [
      alone
    ])
    await takeAway('close', first)
    expect(await offered(alone)).not.toContain('referent.name')
    expect((await name(alone)).statusCode).toBe(409)
    expect(await offered(id)).toContain('referent.name')
    expect((await name(id)).statusCode).toBe(200)
    expect(await partsHeld(site, id, other)).toEqual(['referent'])
  })
})
