import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { sweepExpired } from '../../../server/worker/sweep.ts'
import { forFile } from '../../support/for-file.ts'
import { chooseAccount, fromPage, signIn, toAccounts } from '../../support/running/sign-in.ts'
import { visitor } from '../../support/running/visitor.ts'
import { openDirectory } from '../organisations/directory.ts'

// What opens a draft on a device: to whom it is given, and what takes it away for ever.

const site = await forFile(openDirectory())
const { owner, world } = site

type Key = { id: string; publicHalf: string; expiresAt: string; lifetimeHours: number }

const ask = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', cookie: string, url: string, body?: object) =>
  site.app.inject({
    method,
    url: `/api${url}`,
    headers: fromPage(cookie),
    ...(body && { payload: body })
  })
const keyFor = async (cookie: string, device: string) => {
  const answer = await ask('PUT', cookie, `/devices/${device}/key`)
  expect(answer.statusCode).toBe(200)
  return answer.json() as Key
}
const opens = async (cookie: string, { id }: Key) => {
  const answer = await ask('POST', cookie, `/device-keys/${id}/open`)
  return answer.statusCode === 200 ? (answer.json().privateHalf as string | null) : answer.statusCode
}
const expectOpen = async (cookie: string, key: Key) =>
  expect(await opens(cookie, key)).toMatch(/^[\w-]{100,}$/)
/** One browser in which several people may sign in, one after the other. */
const openBrowser = () => {
  const browser = visitor(site.app)
  return async (login: string) => {
    await chooseAccount(browser, await toAccounts(browser), login)
    return `__Host-mnio=${browser.cookie('__Host-mnio') ?? ''}`
  }
}

let cookie: string
let device: string
let key: Key
beforeEach(async () => {
  await owner.query('delete from session')
  await owner.query('delete from device_key')
  cookie = await signIn(site.app, 'soin.69')
  device = randomUUID()
  key = await keyFor(cookie, device)
})

describe('the key of a device', () => {
  it('is for who has signed in and may work, asked for from our own page', async () => {
    expect((await site.app.inject({ method: 'PUT', url: `/api/devices/${device}/key` })).statusCode).toBe(401)
    expect((await ask('PUT', '', `/devices/${device}/key`)).statusCode).toBe(401)
    expect((await ask('POST', '', `/device-keys/${key.id}/open`)).statusCode).toBe(401)
    const foreign = { ...fromPage(cookie), origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const url = `/api/device-keys/${key.id}/open`
    expect((await site.app.inject({ method: 'POST', url, headers: foreign })).statusCode).toBe(403)
    const stranger = await signIn(site.app, 'inconnue.org')
    expect((await ask('PUT', stranger, `/devices/${device}/key`)).statusCode).toBe(403)
  })

  it('is asked for by a random name, and by nothing else', async () => {
    expect((await ask('PUT', cookie, '/devices/ma-tablette/key')).statusCode).toBe(400)
    expect((await ask('POST', cookie, '/device-keys/1/open')).statusCode).toBe(400)
    expect((await ask('GET', cookie, `/device-keys/${key.id}/open`)).statusCode).toBe(404)
  })

  it('is opened by nobody else on the same device, who has a key of their own', async () => {
    const colleague = await signIn(site.app, 'membre.69.sante')
    const own = await keyFor(colleague, device)
    expect(own.id).not.toBe(key.id)
    expect(own.publicHalf).not.toBe(key.publicHalf)
    expect(await opens(colleague, key)).toBe(404)
    expect(await opens(colleague, { ...key, id: randomUUID() })).toBe(404)
    await expectOpen(colleague, own)
    await expectOpen(cookie, key)
  })

  it('is a pair: the private half is that of the public one, and neither of them another’s', async () => {
    const half = (await opens(cookie, key)) as string
    const opened = createPrivateKey({ key: Buffer.from(half, 'base64url'), format: 'der', type: 'pkcs8' })
    const shown = createPublicKey(opened).export({ type: 'spki', format: 'der' }).toString('base64url')
    expect(shown).toBe(key.publicHalf)
    expect(opened.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
  })

  it('stands sealed in the database', async () => {
    const half = (await opens(cookie, key)) as string
    const { rows } = await owner.query<{ row: string; body: Buffer }>(
      'select to_jsonb(k)::text as row, private_half as body from device_key k'
    )
    expect(rows).toHaveLength(1)
    for (const text of [rows[0]!.row, rows[0]!.body.toString('latin1'), rows[0]!.body.toString('base64url')])
      expect(text).not.toContain(half.slice(-60))
  })

  it('is the same for each tab, and has its full time before it again', async () => {
    await owner.query(`update device_key set expires_at = now() + interval '1 hour'`)
    const again = await keyFor(cookie, device)
    expect(again.id).toBe(key.id)
    expect(again.lifetimeHours).toBe(72)
    expect(Math.round((Date.parse(again.expiresAt) - Date.now()) / 3_600_000)).toBe(72)
  })

  it('is one of twenty at most: the oldest are forgotten', async () => {
    for (let n = 0; n < 20; n += 1) await keyFor(cookie, randomUUID())
    const { rows } = await owner.query('select from device_key where private_half is not null')
    expect(rows).toHaveLength(20)
    expect(await opens(cookie, key)).toBeNull()
  })
})

describe('the private half is forgotten', () => {
  const expectForgotten = async (by: string) => {
    expect(await opens(by, key)).toBeNull()
    expect((await owner.query('select from device_key where private_half is not null')).rowCount).toBe(0)
    expect((await keyFor(by, device)).id).not.toBe(key.id)
  }

  it.each(['/auth/leave', '/auth/logout'])('by %s', async (url) => {
    await site.app.inject({ method: 'POST', url, headers: fromPage(cookie) })
    await expectForgotten(await signIn(site.app, 'soin.69'))
  })

  const ends = async (by: string, which: string) => {
    const headers = { ...fromPage(by), 'idempotency-key': randomUUID() }
    const answer = await site.app.inject({ method: 'POST', url: `/api/sessions/${which}`, headers })
    expect(answer.statusCode).toBe(200)
  }

  it.each(['by name', 'with all others'])(
    'where the session is ended from another device, %s; one’s own stays',
    async (how) => {
      const there = await signIn(site.app, 'soin.69')
      const kept = await keyFor(there, randomUUID())
      const { items } = (await ask('GET', there, '/sessions')).json()
      const other = items.find((one: { here: boolean }) => !one.here).id as string
      await ends(there, how === 'by name' ? `${other}/end` : 'end-others')
      expect(await opens(there, key)).toBeNull()
      await expectOpen(there, kept)
    }
  )

  it('where all others are ended, though the one that asked for it ran out and was swept; one’s own stays', async () => {
    await owner.query('delete from session where person_id = $1', [world.as('soin.69').personId])
    const there = await signIn(site.app, 'soin.69')
    const kept = await keyFor(there, randomUUID())
    await ends(there, 'end-others')
    expect(await opens(there, key)).toBeNull()
    await expectOpen(there, kept)
  })

  it('where whoever manages access signs them out, though their session ran out and was swept', async () => {
    await owner.query('delete from session where person_id = $1', [world.as('soin.69').personId])
    const { rows } = await owner.query<{ id: string }>('select id from membership where person_id = $1', [
      world.as('soin.69').personId
    ])
    await site.manages('admin')
    const admin = await signIn(site.app, 'admin')
    const answer = await site.app.inject({
      method: 'POST',
      url: `/api/memberships/${rows[0]!.id}/sign-out`,
      headers: { ...fromPage(admin), 'idempotency-key': randomUUID() }
    })
    expect(answer.statusCode).toBe(200)
    await expectForgotten(await signIn(site.app, 'soin.69'))
  })

  it('after seventy-two hours, and swept with its row', async () => {
    await owner.query('update device_key set expires_at = now()')
    expect(await opens(cookie, key)).toBeNull()
    expect((await keyFor(cookie, device)).id).not.toBe(key.id)
    await owner.query('update device_key set expires_at = now()')
    await sweepExpired(site.db)
    expect((await owner.query('select from device_key')).rowCount).toBe(0)
    expect(await opens(cookie, key)).toBe(404)
  })
})

describe('the private half stays', () => {
  let enter: (login: string) => Promise<string>
  beforeEach(async () => {
    await owner.query('delete from session')
    enter = openBrowser()
    cookie = await enter('soin.69')
    key = await keyFor(cookie, device)
    await owner.query(`update session set seen_at = now() - interval '1 hour'`)
    expect(await opens(cookie, key)).toBe(401)
  })

  it('where the session ran out, and opens under the next one, whose end forgets it', async () => {
    const next = await enter('soin.69')
    await expectOpen(next, key)
    await site.app.inject({ method: 'POST', url: '/auth/leave', headers: fromPage(next) })
    expect(await opens(await signIn(site.app, 'soin.69'), key)).toBeNull()
  })

  it('until a sign-out after that, though nobody asked for it again', async () => {
    const next = await enter('soin.69')
    await site.app.inject({ method: 'POST', url: '/auth/logout', headers: fromPage(next) })
    expect(await opens(await signIn(site.app, 'soin.69'), key)).toBeNull()
  })

  it('where somebody else signs in and out in the same browser', async () => {
    const colleague = await enter('membre.69.sante')
    expect(await opens(colleague, key)).toBe(404)
    await site.app.inject({ method: 'POST', url: '/auth/leave', headers: fromPage(colleague) })
    await expectOpen(await signIn(site.app, 'soin.69'), key)
  })
})
