import { beforeEach, describe, expect, test } from 'vitest'
import { chooseAccount, choiceOf, signIn, toAccounts, waits } from '../../support/running/sign-in.ts'
import { visitor, type Visitor } from '../../support/running/visitor.ts'
import { viewWaiting } from '../../../server/auth/choice.ts'
import { hashOf } from '../../../server/auth/sealing.ts'
import { waitingCookie } from '../../../server/auth/session.ts'
import { deviceOf } from '../../../server/auth/device.ts'
import { forFile } from '../../support/for-file.ts'
import { minute, openDoor, publicUrl } from './door.ts'

const door = await forFile(openDoor())

const look = async (cookie: string) => {
  const answer = await door.app.inject({ url: '/api/me', headers: { cookie } })
  return answer.statusCode === 200 ? 200 : (answer.json().code as string)
}
const account = 'acse'
let first: string
let second: string
let browser: Visitor
const chooses = (of: Visitor, what: string, headers: Record<string, string> = {}) =>
  of.submit(`/auth/choice?fin=${what}&retour=%2Fdossiers`, headers)

beforeEach(async () => {
  await door.db.owner.query('delete from session')
  door.acts.length = 0
  first = await signIn(door.app, account)
  second = await signIn(door.app, account)
  browser = visitor(door.app)
  const arrived = await chooseAccount(browser, await toAccounts(browser, '/dossiers'), account)
  expect(arrived.url).toBe(`${publicUrl}/connexion/appareils?retour=%2Fdossiers`)
})

describe('a third session of a person', () => {
  test('opens nothing before they have chosen, and closes nothing', async () => {
    expect((await browser.send('/api/me')).status).toBe(401)
    expect((await browser.send('/api/cases')).status).toBe(401)
    expect(browser.cookie('__Host-mnio')).toBeUndefined()
    expect([await look(first), await look(second)]).toEqual([200, 200])
    expect(door.acts.filter(({ kind }) => kind === 'sign_in')).toHaveLength(2)
  })

  test('is not opened by taking its cookie for that of a session', async () => {
    const waiting = browser.cookie('__Host-mnio-waiting') ?? ''
    expect(waiting).toHaveLength(43)
    expect(await look(`__Host-mnio=${waiting}`)).toBe('unauthenticated')
  })

  test('shows the two others to its own person and to nobody else, and neither cookie nor hash', async () => {
    expect((await visitor(door.app).send('/api/sign-in')).status).toBe(401)
    const stranger = visitor(door.app)
    stranger.setCookie('__Host-mnio-waiting', first.split('=')[1]!)
    expect((await stranger.send('/api/sign-in')).status).toBe(401)
    const shown = await choiceOf(browser)
    expect(shown).toMatchObject({ most: 2, items: [{ here: false }, { here: false }] })
    expect(Object.keys(shown.items[0]!).sort()).toEqual(['device', 'here', 'id', 'openedAt', 'usedAt'])
  })

  test('closes nobody else’s: a session of another person is not there', async () => {
    const other = await signIn(door.app, 'dpo')
    const { rows } = await door.db.owner.query(
      `select s.id from session s join person p on p.id = s.person_id where p.subject = 'dpo'`
    )
    expect((await chooses(browser, rows[0].id)).status).toBe(404)
    expect([await look(other), await look(first), await look(second)]).toEqual([200, 200, 200])
    expect((await browser.send('/api/me')).status).toBe(401)
  })

  test('is not settled by another site, nor by a browser in which nothing waits', async () => {
    const { items } = await choiceOf(browser)
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await chooses(browser, items[0]!.id, foreign)).status).toBe(403)
    const elsewhere = await chooses(visitor(door.app), items[0]!.id)
    expect(elsewhere.headers.get('location')).toBe('/connexion?erreur=expire')
    expect([await look(first), await look(second)]).toEqual([200, 200])
  })

  test('asks again where nothing was chosen', async () => {
    for (const what of ['', 'nothing', 'rien']) {
      const answer = await chooses(browser, what)
      expect(answer.headers.get('location')).toBe('/connexion/appareils?retour=%2Fdossiers')
    }
    expect((await browser.send('/api/me')).status).toBe(401)
  })

  test('waits ten minutes, and then begins anew', async () => {
    const { items } = await choiceOf(browser)
    door.pass(10 * minute)
    const answer = await chooses(browser, items[0]!.id)
    expect((await browser.send('/api/sign-in')).status).toBe(401)
    door.pass(-10 * minute)
    expect(answer.headers.get('location')).toBe('/connexion?erreur=expire')
    expect([await look(first), await look(second)]).toEqual([200, 200])
  })

  test('waits no more at the very instant at which its ten minutes are over', async () => {
    const token = browser.cookie(waitingCookie)!
    const { rows } = await door.db.owner.query<{ until: Date }>(
      'select waits_until as until from session where id_hash = $1',
      [hashOf(token)]
    )
    const waitsAt = async (ms: number) => {
      const now = new Date(rows[0]!.until.getTime() + ms)
      return (await viewWaiting(door.db.app, { token, now, locale: 'fr' })) !== null
    }
    expect([await waitsAt(-1), await waitsAt(0), await waitsAt(1)]).toEqual([true, false, false])
  })

  test('is given up by signing out: the provider is told, the two others stay, and it never came in', async () => {
    const answer = await browser.submit('/auth/logout')
    expect(answer.headers.get('location')).toContain('/oidc/session/end?id_token_hint=')
    expect((await browser.send('/api/sign-in')).status).toBe(401)
    expect([await look(first), await look(second)]).toEqual([200, 200])
    expect(door.acts.filter(({ kind }) => kind === 'sign_out')).toEqual([])
  })

  test('opens once the person has chosen, where they wanted to go, and the closed one says why', async () => {
    const { rows } = await door.db.owner.query(
      'select id from session where waits_until is null order by created_at'
    )
    const answer = await chooses(browser, rows[0].id)
    expect(answer.headers.get('location')).toBe('/dossiers')
    expect((await browser.send('/api/me')).status).toBe(200)
    expect([await look(first), await look(second)]).toEqual(['signed_in_elsewhere', 200])
    expect(door.acts.slice(-2).map(({ kind }) => kind)).toEqual(['session.end', 'sign_in'])
    // And says it still to who signs out there.
    const headers = { cookie: first, origin: publicUrl }
    await door.app.inject({ method: 'POST', url: '/auth/logout', headers })
    expect(await look(first)).toBe('signed_in_elsewhere')
    expect((await chooses(browser, rows[1].id)).headers.get('location')).toBe('/connexion?erreur=expire')
    expect(await look(second)).toBe(200)
  })

  test('opens and closes nothing where one of the others has ended in the meantime', async () => {
    const headers = { cookie: first, origin: publicUrl }
    await door.app.inject({ method: 'POST', url: '/auth/logout', headers })
    expect((await choiceOf(browser)).items).toHaveLength(1)
    expect((await chooses(browser, 'rien')).headers.get('location')).toBe('/dossiers')
    expect((await browser.send('/api/me')).status).toBe(200)
    expect(await look(second)).toBe(200)
  })

  test('opens and closes nothing where that cannot be written down', async () => {
    const { items } = await choiceOf(browser)
    door.mute(true)
    const answer = await chooses(browser, items[0]!.id)
    door.mute(false)
    expect(answer.status).toBe(500)
    expect((await browser.send('/api/me')).status).toBe(401)
    expect([await look(first), await look(second)]).toEqual([200, 200])
    expect((await chooses(browser, items[0]!.id)).headers.get('location')).toBe('/dossiers')
  })

  test('opens under another token than the one that waited, and signs out at the provider all the same', async () => {
    const waiting = browser.cookie('__Host-mnio-waiting')!
    await chooses(browser, 'toutes')
    expect(await look(`__Host-mnio=${waiting}`)).toBe('unauthenticated')
    expect((await browser.send('/api/me')).status).toBe(200)
    const left = await browser.submit('/auth/logout')
    expect(left.headers.get('location')).toContain('/oidc/session/end?id_token_hint=')
  })

  test('may close all the others', async () => {
    await chooses(browser, 'toutes')
    expect((await browser.send('/api/me')).status).toBe(200)
    expect([await look(first), await look(second)]).toEqual(['signed_in_elsewhere', 'signed_in_elsewhere'])
    expect(door.acts.filter(({ kind }) => kind === 'session.end')).toHaveLength(2)
  })

  test('never makes three: of two that wait and close the same one, the second is asked again', async () => {
    const rival = visitor(door.app)
    expect(waits(await chooseAccount(rival, await toAccounts(rival), account))).toBe(true)
    const { items } = await choiceOf(browser)
    const answers = await Promise.all([browser, rival].map((one) => chooses(one, items[0]!.id)))
    const led = answers.map((answer) => answer.headers.get('location'))
    expect(led.toSorted()).toEqual(['/connexion/appareils?retour=%2Fdossiers', '/dossiers'])
  })

  test('waits no more once whoever manages access has signed the person out', async () => {
    const { personId } = (await door.app.inject({ url: '/api/me', headers: { cookie: first } })).json()
    const { items } = await choiceOf(browser)
    await door.app.auth.revokePerson(personId)
    expect((await chooses(browser, items[0]!.id)).headers.get('location')).toBe('/connexion?erreur=expire')
    expect(await look(first)).toBe('signed_out')
  })
})

test('a sign-in that cannot be written down opens nothing', async () => {
  const newcomer = visitor(door.app)
  door.mute(true)
  await chooseAccount(newcomer, await toAccounts(newcomer), 'dpo').catch(() => null)
  door.mute(false)
  const { rows } = await door.db.owner.query(
    `select from session s join person p on p.id = s.person_id where p.subject = 'dpo'`
  )
  expect(rows).toEqual([])
  await signIn(door.app, 'dpo')
})

test('a browser that signs in again closes its own session, and nothing is asked', async () => {
  const again = visitor(door.app)
  again.setCookie('__Host-mnio', second.split('=')[1]!)
  expect(waits(await chooseAccount(again, await toAccounts(again), account))).toBe(false)
  expect([await look(first), await look(second)]).toEqual([200, 'unauthenticated'])
})

describe('of a browser', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
  test.each([
    [windows, 'chrome', 'windows'],
    [`${windows} Edg/142.0.3595.53`, 'edge', 'windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
      'safari',
      'ios'
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'samsung',
      'android'
    ],
    ['curl/8.5.0', 'other', 'other'],
    [undefined, 'other', 'other']
  ])('%s only the kind is known', (said, kind, system) => {
    expect(deviceOf(said)).toEqual({ browser: kind, system })
  })

  test('nothing as it was sent is kept, nor from where', async () => {
    const { rows } = await door.db.owner.query('select session::text as row from session')
    expect(JSON.stringify(rows)).not.toMatch(/Mozilla|127\.0\.0\.1|lightMyRequest/)
  })
})
