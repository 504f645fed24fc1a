import { describe, expect, test } from 'vitest'
import { signIn, chooseAccount, toAccounts } from '../../support/running/sign-in.ts'
import { visitor } from '../../support/running/visitor.ts'
import { minute, openDoor, publicUrl } from './door.ts'
import { hashOf } from '../../../server/auth/sealing.ts'
import { findLiveSession, idleMs, touchSession } from '../../../server/auth/store.ts'
import { forFile } from '../../support/for-file.ts'

const door = await forFile(openDoor())

const look = async (cookie: string | undefined, url = '/api/cases', headers = {}) => {
  const answer = await door.app.inject({
    url,
    headers: { ...(cookie === undefined ? {} : { cookie }), ...headers }
  })
  return answer.statusCode
}

const later = async (ms: number, then: () => Promise<unknown>) => {
  door.pass(ms)
  try {
    return await then()
  } finally {
    door.pass(-ms)
  }
}

describe('without a live session nothing under /api answers', () => {
  test.each(['/api/cases', '/api/me', '/%61pi/cases', '/api/stream'])(
    '%s without a cookie is 401',
    async (url) => {
      expect(await look(undefined, url)).toBe(401)
    }
  )

  test.each([
    ['forged', 'A'.repeat(43)],
    ['too long', 'A'.repeat(4000)],
    ['SQL', "' or '1'='1"],
    ['empty', '']
  ])('a cookie that is %s is 401', async (_, value) => expect(await look(`__Host-mnio=${value}`)).toBe(401))

  test('the hash kept in the database is not a key', async () => {
    await signIn(door.app, 'soin.69')
    const { rows } = await door.db.owner.query<{ id_hash: string }>('select id_hash from session')
    expect(await look(`__Host-mnio=${rows[0]?.id_hash ?? ''}`)).toBe(401)
  })

  test('health answers all the same', async () => {
    expect(await look(undefined, '/api/health')).toBe(200)
  })
})

describe('a session ends', () => {
  // Requests of one page arrive out of order: the slow one must not take away what the quick one gave.
  test('no earlier because an earlier request is answered late', async () => {
    const token = (await signIn(door.app, 'soin.69')).split(';')[0]!.split('=')[1]!
    const seen = async () =>
      (
        await door.db.owner.query<{ at: Date }>('select seen_at as at from session where id_hash = $1', [
          hashOf(token)
        ])
      ).rows[0]!.at
    const before = await seen()
    await touchSession(door.db.app, token, new Date(before.getTime() - minute))
    expect(await seen()).toEqual(before)
    await touchSession(door.db.app, token, new Date(before.getTime() + minute))
    expect(await seen()).not.toEqual(before)
  })

  test('after fifteen minutes without a request', async () => {
    const cookie = await signIn(door.app, 'soin.69')
    expect(await later(14 * minute, () => look(cookie))).toBe(200)
    expect(await later(28 * minute, () => look(cookie))).toBe(200)
    expect(await later(43 * minute, () => look(cookie))).toBe(401)
  })

  test('after fifteen minutes of a page that only listens', async () => {
    const cookie = await signIn(door.app, 'soin.69')
    expect(await later(10 * minute, () => look(cookie, '/api/stream'))).toBe(200)
    expect(await later(10 * minute, () => look(cookie, '/api/cases', { 'x-passive': '1' }))).toBe(200)
    expect(await later(15 * minute, () => look(cookie))).toBe(401)
  })

  test('after eight hours, however busy', async () => {
    const cookie = await signIn(door.app, 'soin.69')
    for (let at = 10; at < 480; at += 10) expect(await later(at * minute, () => look(cookie))).toBe(200)
    expect(await later(480 * minute, () => look(cookie))).toBe(401)
  })

  test('at the very instant of each of its ends, and not before', async () => {
    const token = (await signIn(door.app, 'soin.69')).split(';')[0]!.split('=')[1]!
    const ends = async (seenBefore: number) => {
      const { rows } = await door.db.owner.query<{ at: Date }>(
        `update session set seen_at = absolute_until - $2 * interval '1 ms' where id_hash = $1 returning absolute_until as at`,
        [hashOf(token), seenBefore]
      )
      return rows[0]!.at.getTime()
    }
    const open = async (at: number) => (await findLiveSession(door.db.app, token, new Date(at))) !== null
    const absolute = await ends(minute)
    expect([await open(absolute - 1), await open(absolute), await open(absolute + 1)]).toEqual([
      true,
      false,
      false
    ])
    const idle = (await ends(2 * idleMs)) - idleMs
    expect([await open(idle - 1), await open(idle), await open(idle + 1)]).toEqual([true, false, false])
  })

  test('at the request that follows its revocation', async () => {
    const cookie = await signIn(door.app, 'ase.69')
    const { personId } = (await door.app.inject({ url: '/api/me', headers: { cookie } })).json()
    await door.app.auth.revokePerson(personId)
    expect(await look(cookie)).toBe(401)
  })

  test('at the request that follows the end of the membership', async () => {
    const cookie = await signIn(door.app, 'psp.69')
    const { personId } = (await door.app.inject({ url: '/api/me', headers: { cookie } })).json()
    await door.db.owner.query('update membership set until = now() where person_id = $1', [personId])
    expect(await look(cookie)).toBe(401)
  })

  test('for the one that was open, when the same browser signs in again: an identifier known before is not kept', async () => {
    const browser = visitor(door.app)
    await chooseAccount(browser, await toAccounts(browser), 'miprof')
    const before = browser.cookie('__Host-mnio')
    await chooseAccount(browser, await toAccounts(browser), 'dpo')
    expect(browser.cookie('__Host-mnio')).not.toBe(before)
    expect(await look(`__Host-mnio=${before ?? ''}`)).toBe(401)
  })

  test('never by an identifier the browser chose before signing in', async () => {
    const browser = visitor(door.app)
    const planted = 'B'.repeat(43)
    browser.setCookie('__Host-mnio', planted)
    await chooseAccount(browser, await toAccounts(browser), 'miprof')
    expect(browser.cookie('__Host-mnio')).not.toBe(planted)
    expect(await look(`__Host-mnio=${planted}`)).toBe(401)
  })
})

test('a suspended organisation leaves its people the waiting page', async () => {
  const cookie = await signIn(door.app, 'foyer.azur')
  await door.db.owner.query(`update organisation set status = 'suspended' where key = 'foyer-azur'`)
  expect(await look(cookie)).toBe(403)
  expect(await look(cookie, '/api/me')).toBe(200)
})

test('an invitation opens the door of somebody who waits, without signing in again', async () => {
  const cookie = await signIn(door.app, 'inconnue.org')
  expect(await look(cookie)).toBe(403)
  await door.db.owner.query(
    `insert into membership (person_id, org_id, role)
     select p.id, o.id, 'asso' from person p, organisation o where p.subject = 'inconnue.org' and o.key = 'asso-paris'`
  )
  expect(await look(cookie)).toBe(200)
})

test('a session is written at most once a minute', async () => {
  const cookie = await signIn(door.app, 'ofii')
  const newest = `select s.seen_at as at from session s join person p on p.id = person_id where p.subject = 'ofii'`
  const seen = async () => (await door.db.owner.query<{ at: Date }>(newest)).rows[0]?.at
  const first = await seen()
  await later(minute / 2, () => look(cookie))
  expect(await seen()).toEqual(first)
  await later(minute, () => look(cookie))
  expect(await seen()).not.toEqual(first)
})

describe('signing out', () => {
  test('kills the session, empties the browser of all but its settings, and signs out at the provider', async () => {
    const browser = visitor(door.app)
    await chooseAccount(browser, await toAccounts(browser), 'travail.69')
    const token = browser.cookie('__Host-mnio') ?? ''
    const answer = await browser.submit('/auth/logout')
    // What the browser was set to outlives a sign-out: a hint that was closed does not come back.
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(browser.cookie('__Host-mnio') ?? '').toBe('')
    const provider = new URL(answer.headers.get('location') ?? '', publicUrl)
    expect(provider.pathname).toBe('/oidc/session/end')
    expect(provider.searchParams.get('id_token_hint')).toMatch(/^eyJ/)
    expect(provider.searchParams.get('state')).toBeTruthy()
    expect(provider.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/`)
    expect(await look(`__Host-mnio=${token}`)).toBe(401)
    const page = await browser.follow(answer)
    expect(page.status).toBe(200)
    expect(page.body).toContain('/oidc/session/end/confirm')
  })

  test('works once the session is idle, and tells the provider all the same', async () => {
    const browser = visitor(door.app)
    await chooseAccount(browser, await toAccounts(browser), 'travail.69')
    const answer = await later(20 * minute, () => browser.submit('/auth/logout'))
    expect((answer as Awaited<ReturnType<typeof browser.submit>>).headers.get('location')).toContain(
      'id_token_hint'
    )
  })

  test('in a hurry kills the session, empties the browser, and shows nothing: neither a word nor the provider', async () => {
    const browser = visitor(door.app)
    await chooseAccount(browser, await toAccounts(browser), 'travail.69')
    const token = browser.cookie('__Host-mnio') ?? ''
    const answer = await browser.submit('/auth/leave')
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
    expect(answer.headers.get('refresh')).toBe('0;url=about:blank')
    expect(answer.body).not.toMatch(/MNIO|oidc|session/i)
    expect(await look(`__Host-mnio=${token}`)).toBe(401)
  })

  test('without a session leads home', async () => {
    const answer = await visitor(door.app).submit('/auth/logout')
    expect(answer.headers.get('location')).toBe('/')
  })

  test('is not done by following a link', async () => {
    for (const path of ['/auth/logout', '/auth/leave', '/auth/choice', '/auth/role'])
      expect((await visitor(door.app).send(path)).status).toBe(404)
  })
})
