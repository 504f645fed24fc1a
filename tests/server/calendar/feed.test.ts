import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { meeting } from '../../support/meetings.ts'
import { testApp } from '../../support/running/app.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'

const site = await forFile(openSite())
const { owner } = site.db
const login = 'cellule.69'

const asks = (path: string) => site.app.inject(path)
const makes = async (who = login, key: string = randomUUID()) => {
  const answer = await site.send(who, '/api/calendar', undefined, { key })
  expect(answer.statusCode).toBe(201)
  return new URL(answer.json<{ address: string }>().address).pathname
}
const entries = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((one) => String(one.getFirstPropertyValue('summary')))

beforeEach(async () => {
  site.at(noon)
  await workOff(site.db, site.gate)
  await owner.query('delete from calendar_feed')
  await owner.query('update membership set until = null')
  await owner.query(`update organisation set status = 'accredited'`)
})

describe('a calendar opens to nobody', () => {
  it('who has no code, or one that was never made, all alike', async () => {
    const made = await makes()
    const words = [
      'A'.repeat(64),
      'A'.repeat(63),
      'x',
      `${made.slice(10, -5)}${made.at(-5) === 'A' ? 'B' : 'A'}`,
      '%00'
    ]
    const answers = await Promise.all(words.map((code) => asks(`/calendar/${code}.ics`)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(words.length).fill(404))
    const told = answers.map(({ body }) => body.replaceAll(/"(instance|requestId|trace)[^,}]*/g, ''))
    expect(new Set(told).size).toBe(1)
  })

  it('once the devices of its person were all forgotten, and not as they close their others themselves', async () => {
    const made = await makes()
    const { personId } = site.as(login)
    await owner.query('select forget_device_keys($1, $2)', [personId, randomUUID()])
    expect((await asks(made)).statusCode).toBe(200)
    await owner.query('select forget_device_keys($1)', [personId])
    expect((await asks(made)).statusCode).toBe(404)
  })

  it('once it was revoked, or made anew', async () => {
    const first = await makes()
    expect((await asks(first)).statusCode).toBe(200)
    const second = await makes()
    expect((await asks(first)).statusCode).toBe(404)
    expect((await asks(second)).statusCode).toBe(200)
    expect((await site.send(login, '/api/calendar/revoke', undefined)).json()).toEqual({ madeAt: null })
    expect((await asks(second)).statusCode).toBe(404)
    // Of nobody else’s.
    const other = await makes('asso.rhone')
    await site.send(login, '/api/calendar/revoke', undefined)
    expect((await asks(other)).statusCode).toBe(200)
    // Nor of another role of theirs in the same house.
    const { personId, orgId } = site.as('asso.rhone')
    await owner.query(
      `with seat as (insert into membership (person_id, org_id, role) values ($1, $2, $3) returning id)
       update calendar_feed set membership_id = seat.id from seat where calendar_feed.person_id = $1`,
      [personId, orgId, site.as('membre.69').role]
    )
    await site.send('asso.rhone', '/api/calendar/revoke', undefined)
    expect((await asks(other)).statusCode).toBe(200)
    await owner.query('delete from calendar_feed')
    await owner.query('delete from membership where person_id = $1 and role <> $2', [
      personId,
      site.as('asso.rhone').role
    ])
  })

  it('whose membership is over, or whose organisation is suspended', async () => {
    const made = await makes()
    const { personId, orgId } = site.as(login)
    await owner.query('update membership set until = now() where person_id = $1', [personId])
    expect((await asks(made)).statusCode).toBe(404)
    await owner.query('update membership set until = null')
    expect((await asks(made)).statusCode).toBe(200)
    await owner.query(`update organisation set status = 'suspended' where id = $1`, [orgId])
    expect((await asks(made)).statusCode).toBe(404)
  })

  it('who guesses often', async () => {
    const { app, close } = await testApp({ env: { RATE_LIMIT: '80' } })
    const guess = async () => (await app.inject(`/calendar/${'A'.repeat(64)}.ics`)).statusCode
    expect([await guess(), await guess(), await guess()]).toEqual([404, 404, 429])
    await close()
  })

  it('and shows nothing to whoever has no part in a case, or no part any more', async () => {
    const id = await site.tell.flagged()
    const [other, own] = [await makes('asso.paris'), await makes()]
    expect(entries((await asks(other)).body)).toEqual([])
    expect(entries((await asks(own)).body).length).toBeGreaterThan(0)
    await owner.query('update participation set until = $2 where case_id = $1', [id, noon])
    expect(entries((await asks(own)).body)).toEqual([])
  })
})

describe('a calendar', () => {
  it('says when, how much, and nothing of what', async () => {
    await site.tell.flagged()
    const id = await site.tell.flagged()
    const { headers, body } = await asks(await makes())
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    expect(entries(body)).toEqual(['2 échéances MNIO'])
    const { rows } = await owner.query<{ code: string }>('select code from "case" where id = $1', [id])
    for (const hidden of [rows[0]!.code, id, site.as(login).orgName, site.as(login).name, 'CANARI'])
      expect(body).not.toContain(hidden)
    await owner.query('update participation set until = $1', [noon])
  })

  it('bears a meeting for the cell and for whom it convened, until it is cancelled or a month has gone', async () => {
    const meet = meeting(site)
    const convened = ['cellule.69', 'membre.69']
    await site.tell.act(login, await site.tell.flagged(), 'triage.start')
    const id = await meet.planned()
    const made = Object.fromEntries(
      await Promise.all(
        [...convened, 'cellule.75', 'asso.rhone'].map(async (who) => [who, await makes(who)] as const)
      )
    )
    const bear = async () => {
      const bearing: string[] = []
      for (const [who, path] of Object.entries(made))
        if (entries((await asks(path)).body).includes('Réunion MNIO')) bearing.push(who)
      return bearing
    }
    expect(await bear()).toEqual([])
    await meet.act(login, id, 'convene')
    expect(await bear()).toEqual(convened)
    site.at(new Date(noon.getTime() + 29 * 24 * 3_600_000))
    expect(await bear()).toEqual(convened)
    site.at(new Date(noon.getTime() + 31 * 24 * 3_600_000))
    expect(await bear()).toEqual([])
    site.at(noon)
    expect(await bear()).toEqual(convened)
    await owner.query(`update meeting set state = 'open' where id = $1`, [id])
    expect(await bear()).toEqual(convened)
    await owner.query(`update meeting set state = 'convened' where id = $1`, [id])
    await meet.act(login, id, 'cancel')
    expect(await bear()).toEqual([])
    await owner.query('update participation set until = $1', [noon])
  })

  it('bears a day for thirty more, and no longer', async () => {
    await site.tell.flagged()
    const own = await makes()
    const [, day] = /DTSTART;VALUE=DATE:(\d{8})/.exec((await asks(own)).body)!
    const on = Date.parse(day!.replace(/(....)(..)(..)/, '$1-$2-$3T12:00:00Z'))
    const after = async (days: number) => {
      site.at(new Date(on + days * 24 * 3_600_000))
      return entries((await asks(own)).body)
    }
    expect([await after(30), await after(31)]).toEqual([['Échéance MNIO'], []])
    await owner.query('update participation set until = $1', [noon])
  })

  it('is of the role in which it was made, and opens to who leaves next month', async () => {
    const { personId, orgId, role } = site.as('asso.rhone')
    await owner.query(
      `insert into membership (id, person_id, org_id, role) values ('00000000-0000-4000-8000-000000000001', $1, $2, $3)`,
      [personId, orgId, site.as('membre.69').role]
    )
    await owner.query(
      `update membership set until = wall_clock() + interval '1 month' where person_id = $1`,
      [personId]
    )
    const made = await makes('asso.rhone')
    const { rows } = await owner.query<{ role: string }>(
      'select m.role from calendar_feed f join membership m on m.id = f.membership_id'
    )
    expect(rows).toEqual([{ role }])
    expect((await asks(made)).statusCode).toBe(200)
    await owner.query('delete from calendar_feed')
    await owner.query('delete from membership where person_id = $1 and role <> $2', [personId, role])
  })

  it('bears no day of which the month alone is kept: it would be that of a birthday', async () => {
    const id = await site.tell.flagged()
    const own = await makes()
    expect(entries((await asks(own)).body)).toEqual(['Échéance MNIO'])
    await owner.query('update participation set due_in_month = true where case_id = $1', [id])
    expect(entries((await asks(own)).body)).toEqual([])
    await owner.query('update participation set until = $1', [noon])
  })

  it('calls an entry the same each time, and as no colleague’s calendar does', async () => {
    await site.tell.flagged()
    const [own, other] = [await makes(), await makes('cellule.69.bis')]
    const names = async (path: string) => (await asks(path)).body.match(/^UID:.*$/gm)
    expect(await names(own)).toHaveLength(1)
    expect(await names(own)).toEqual(await names(own))
    expect(await names(other)).toHaveLength(1)
    expect(await names(other)).not.toEqual(await names(own))
    await owner.query('update participation set until = $1', [noon])
  })

  it('is made once for one key, and its code is nowhere in the database', async () => {
    const key = randomUUID()
    const made = await makes(login, key)
    expect(await makes(login, key)).toBe(made)
    const code = made.slice(10, -4)
    const { rows } = await owner.query<{ said: string }>(
      `select (select string_agg(f::text, '') from calendar_feed f) || (select string_agg(a::text, '') from audit_event a) as said`
    )
    expect(rows[0]!.said).not.toContain(code)
    expect((await site.get(login, '/api/calendar')).json<{ madeAt: string }>().madeAt).toBe(
      noon.toISOString()
    )
    expect((await site.get('asso.rhone', '/api/calendar')).json()).toEqual({ madeAt: null })
  })
})
