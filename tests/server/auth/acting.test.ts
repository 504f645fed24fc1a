import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { aFlag } from '../../support/world.ts'
import { members } from '../../support/meetings.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { openSite, versionOf } from '../../support/running/site.ts'

// Whoever holds two roles says in which one they act, and acts in no other.

const site = await forFile(openSite())
const { owner } = site.db
const asso = site.as('asso.rhone')
let address: string
let seat: string
let own: string

const membershipOf = async (login: string): Promise<string> => {
  const text = 'select id from membership where person_id = $1'
  return (await owner.query(text, [site.as(login).personId])).rows[0].id
}
const join = async (orgId: string, role: string, since = 'now()'): Promise<string> => {
  const text = `insert into membership (person_id, org_id, role, since) values ($1, $2, $3, ${since}) returning id`
  return (await owner.query(text, [asso.personId, orgId, role])).rows[0].id
}
beforeAll(async () => {
  address = await site.app.listen({ port: 0, host: '127.0.0.1' })
  own = await membershipOf('asso.rhone')
  const end = 'update membership set until = now() where id = $1'
  await owner.query(end, [await membershipOf('membre.69')])
  seat = await join(asso.orgId, 'cell_member')
})

const asks = (cookie: string, url: string) => site.app.inject({ url, headers: { cookie } })
const meOf = async (cookie: string) => (await asks(cookie, '/api/me')).json()
const roleOf = async (cookie: string) => (await meOf(cookie)).role
const posts = (cookie: string, url: string, body: object, version?: string) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: {
      ...fromPage(cookie),
      'idempotency-key': randomUUID(),
      ...(version && { 'if-match': version })
    },
    payload: body
  })
const change = (cookie: string, membership: string, headers = {}) =>
  site.app.inject({
    method: 'POST',
    url: `/auth/role?pour=${membership}`,
    headers: { ...fromPage(cookie), ...headers }
  })
/** Acts in another role, and the cookie of it. */
const actAs = async (cookie: string, membership: string) => {
  const answer = await change(cookie, membership)
  expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/'])
  return String(answer.headers['set-cookie']).split(';')[0]!
}
const lastTrace = async () => {
  const text = `select detail from audit_event where action = 'session.act_as' and outcome = 'allowed' order by at desc, seq desc limit 1`
  return (await owner.query<{ detail: string }>(text)).rows[0]?.detail
}
const traces = async (outcome: string) => {
  const text = `select count(*)::int as n from audit_event where action = 'session.act_as' and outcome = $1`
  return (await owner.query<{ n: number }>(text, [outcome])).rows[0]!.n
}

describe('somebody of two roles is refused', () => {
  it('that of somebody else, one that ended, one that is not there, and what is no name at all, all alike', async () => {
    const cookie = await site.cookie('asso.rhone')
    const ended = await join(site.as('asso.paris').orgId, 'asso', `now() - interval '2 years'`)
    await owner.query('update membership set until = now() where id = $1', [ended])
    const theirs = await membershipOf('soin.69')
    for (const one of [theirs, ended, randomUUID(), 'x', ''])
      expect([one, (await change(cookie, one)).statusCode]).toEqual([one, 404])
    expect(await roleOf(cookie)).toBe('asso')
    expect(await traces('denied')).toBe(3)
  })

  it('that of an organisation that is not accredited', async () => {
    const { orgId } = site.as('asso.paris')
    const one = await join(orgId, 'asso')
    await owner.query(`update organisation set status = 'suspended' where id = $1`, [orgId])
    const cookie = await site.cookie('asso.rhone')
    expect((await change(cookie, one)).statusCode).toBe(404)
    expect((await meOf(cookie)).memberships).toHaveLength(2)
    await owner.query('update membership set until = now() where id = $1', [one])
    await owner.query(`update organisation set status = 'accredited' where id = $1`, [orgId])
  })

  it('from another site, and without a session', async () => {
    const cookie = await site.cookie('asso.rhone')
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await change(cookie, seat, foreign)).statusCode).toBe(403)
    expect((await change('', seat)).headers['location']).toBe('/connexion')
    expect(await roleOf(cookie)).toBe('asso')
  })

  it('by PostgreSQL, past the door', async () => {
    const other = await membershipOf('soin.69')
    const set = 'update session set membership_id = $1 where person_id = $2'
    await expect(site.db.app.query(set, [other, asso.personId])).rejects.toThrow(/of one's own/)
  })
})

describe('somebody of two roles', () => {
  it('begins where they are longest, whatever the identifier of either', async () => {
    const later = `update membership set since = $2 where id = $1`
    for (const [first, second] of [
      [seat, own],
      [own, seat]
    ] as const) {
      await owner.query(later, [first, new Date('2026-01-01T00:00:00Z')])
      await owner.query(later, [second, new Date('2026-02-01T00:00:00Z')])
      const cookie = await signIn(site.app, 'asso.rhone')
      expect(await roleOf(cookie)).toBe(first === seat ? 'cell_member' : 'asso')
    }
    await owner.query('delete from session where person_id = $1', [asso.personId])
  })

  it('sits in the cell and votes, then flags for their association; each role reads its own', async () => {
    const first = await signIn(site.app, 'asso.rhone')
    const caseId = await site.tell.flagged('soin.69')
    await site.tell.act('cellule.69', caseId, 'triage.start')
    const planned = await site.send('cellule.69', '/api/meetings', {
      startsAt: '2026-11-24T14:00:00+01:00',
      place: 'Salle'
    })
    const url = `/api/meetings/${planned.json().id}`
    const hold = async (command: string, body: object = {}) => {
      const version = versionOf(await site.get('cellule.69', url))
      expect(
        (await site.send('cellule.69', `${url}/commands/${command}`, body, { version })).statusCode
      ).toBe(200)
    }
    await hold('convene')
    expect((await asks(first, url)).statusCode).toBe(404)
    await hold('open')
    for (const login of ['asso.rhone', ...members.slice(1)])
      await hold('attend', { personId: site.as(login).personId, presence: 'video' })
    const cell = await actAs(first, seat)
    expect(await roleOf(cell)).toBe('cell_member')
    expect((await posts(cell, '/api/cases', aFlag())).statusCode).toBe(403)
    const [{ id: itemId }] = (await asks(cell, url)).json().items
    const vote = await posts(cell, `${url}/commands/vote`, { itemId, voice: 'in_favour' })
    expect(vote.statusCode).toBe(200)

    const back = await actAs(cell, own)
    expect((await asks(back, url)).statusCode).toBe(404)
    const flagged = await posts(back, '/api/cases', aFlag())
    expect(flagged.statusCode).toBe(201)
    expect((await asks(back, `/api/cases/${caseId}`)).statusCode).toBe(404)
    const again = await actAs(back, seat)
    expect((await asks(again, `/api/cases/${flagged.json().id}`)).statusCode).toBe(404)
    expect(await traces('allowed')).toBe(3)
    // Of two houses in which somebody has one role, the journal says which.
    expect(await lastTrace()).toBe(`cell_member,${asso.orgId}`)
    // The next sign-in begins where they last acted.
    expect(await roleOf(await signIn(site.app, 'asso.rhone'))).toBe('cell_member')
  })

  it('leaves nothing open of the role before: neither its cookie nor its stream, nor what was typed and not sent', async () => {
    await owner.query('delete from session where person_id = $1', [asso.personId])
    await owner.query('update person set acts_as = $2 where id = $1', [asso.personId, own])
    const cookie = await signIn(site.app, 'asso.rhone')
    const device = randomUUID()
    const put = (by: string, url: string, payload?: object) =>
      site.app.inject({ method: 'PUT', url, headers: fromPage(by), ...(payload && { payload }) })
    const key = (await put(cookie, `/api/devices/${device}/key`)).json()
    await put(cookie, '/api/drafts/flag', { data: 'CANARI' })
    const stream = await fetch(`${address}/api/stream`, { headers: { cookie } })
    let open = true
    void (async () => {
      for await (const _ of stream.body!);
    })()
      .catch(() => undefined)
      .finally(() => (open = false))
    await sleep(300)
    expect(open).toBe(true)

    const answer = await change(cookie, seat)
    expect(answer.headers['clear-site-data']).toBe('"cache"')
    const cell = String(answer.headers['set-cookie']).split(';')[0]!
    expect((await asks(cookie, '/api/me')).statusCode).toBe(401)
    for (let n = 0; open && n < 50; n += 1) await sleep(20)
    expect(open).toBe(false)
    const opens = (by: string) => posts(by, `/api/device-keys/${key.id}/open`, {})
    expect((await opens(cell)).statusCode).toBe(404)
    expect((await put(cell, `/api/devices/${device}/key`)).json().id).not.toBe(key.id)
    // And in the role in which it was typed, it is still there.
    const back = await actAs(cell, own)
    expect((await opens(back)).json().privateHalf).toMatch(/^[\w-]{100,}$/)
    expect((await asks(back, '/api/drafts/flag')).json().data).toBe('CANARI')
  })

  it('keeps the flag that they are writing for one association out of the other', async () => {
    const { orgId } = site.as('asso.paris')
    const other = await join(orgId, 'asso')
    await owner.query('delete from session where person_id = $1', [asso.personId])
    const cookie = await actAs(await signIn(site.app, 'asso.rhone'), other)
    expect((await meOf(cookie)).organisation.name).toBe(site.as('asso.paris').orgName)
    expect((await asks(cookie, '/api/drafts/flag')).json().data).toBeNull()
    expect((await asks(await actAs(cookie, own), '/api/drafts/flag')).json().data).toBe('CANARI')
    // Past the page as well.
    const drafts = (where: string) =>
      inContext(site.db.app, { ...asso, orgId: where }, (tx) => runQuery(tx, 'select from draft', []))
    expect([await drafts(orgId), await drafts(asso.orgId)].map(({ length }) => length)).toEqual([0, 1])
  })
})

describe('whoever signed in before they worked anywhere', () => {
  it('works from their first membership on, and the next one changes nothing under their hands', async () => {
    const cookie = await signIn(site.app, 'inconnue.org')
    expect((await meOf(cookie)).memberships).toEqual([])
    const [{ id }] = (await owner.query(`select id from person where subject = 'inconnue.org'`)).rows
    const text = `insert into membership (id, person_id, org_id, role) values ($1, $2, $3, $4)`
    await owner.query(text, ['ffffffff-0000-4000-8000-000000000000', id, asso.orgId, 'asso'])
    expect(await roleOf(cookie)).toBe('asso')
    await owner.query(text, ['00000000-0000-4000-8000-000000000001', id, asso.orgId, 'cell_member'])
    expect(await roleOf(cookie)).toBe('asso')
    expect((await meOf(cookie)).memberships.map(({ here }: { here: boolean }) => here)).toEqual([true, false])
  })
})
