import { beforeEach, describe, expect, test } from 'vitest'
import { chooseAccount, toAccounts, toCallback } from '../../support/running/sign-in.ts'
import { visitor } from '../../support/running/visitor.ts'
import { minute, openDoor, publicUrl } from './door.ts'
import { forFile } from '../../support/for-file.ts'

const cookie = '__Host-mnio'
const refused = (code: string) => `${publicUrl}/connexion?erreur=${code}`

const door = await forFile(openDoor())
// What a further session of one person asks is another file's.
beforeEach(() => door.db.owner.query('delete from session'))

describe('a sign-in is refused', () => {
  test('when the state is not one we gave', async () => {
    const browser = visitor(door.app)
    const callback = new URL(await toCallback(browser, await toAccounts(browser), 'asso.rhone'))
    callback.searchParams.set('state', 'A'.repeat(43))
    const answer = await browser.follow(await browser.send(callback.href), () => true)
    expect(answer.url).toBe(refused('etat'))
    expect(browser.cookie(cookie)).toBeUndefined()
  })

  test('when the callback comes without the cookie of the browser that began', async () => {
    const browser = visitor(door.app)
    const callback = await toCallback(browser, await toAccounts(browser), 'asso.rhone')
    const stranger = visitor(door.app)
    const answer = await stranger.follow(await stranger.send(callback), () => true)
    expect(answer.url).toBe(refused('etat'))
  })

  test('when the callback of one browser is opened in another that is signing in too', async () => {
    const attacker = visitor(door.app)
    const callback = await toCallback(attacker, await toAccounts(attacker), 'dpo')
    const victim = visitor(door.app)
    await toAccounts(victim)
    const answer = await victim.follow(await victim.send(callback), () => true)
    expect(answer.url).toBe(refused('etat'))
    expect(victim.cookie(cookie)).toBeUndefined()
  })

  test('when the callback is replayed, and the session it opened is not disturbed', async () => {
    const browser = visitor(door.app)
    const callback = await toCallback(browser, await toAccounts(browser), 'asso.rhone')
    const attempt = browser.cookie('__Host-mnio-attempt') ?? ''
    await browser.send(callback)
    browser.setCookie('__Host-mnio-attempt', attempt)
    const answer = await browser.follow(await browser.send(callback), () => true)
    expect(answer.url).toBe(refused('etat'))
    expect((await browser.send('/api/me')).status).toBe(200)
  })

  test('when the person took more than ten minutes', async () => {
    const browser = visitor(door.app)
    const callback = await toCallback(browser, await toAccounts(browser), 'asso.rhone')
    door.pass(10 * minute)
    const answer = await browser.follow(await browser.send(callback), () => true)
    door.pass(-10 * minute)
    expect(answer.url).toBe(refused('expire'))
  })

  test('when the answer names another issuer', async () => {
    const browser = visitor(door.app)
    const callback = new URL(await toCallback(browser, await toAccounts(browser), 'asso.rhone'))
    callback.searchParams.set('iss', 'https://elsewhere.example')
    const answer = await browser.follow(await browser.send(callback.href), () => true)
    expect(answer.url).toBe(refused('fournisseur'))
  })

  test('when the person gives up at the provider', async () => {
    const browser = visitor(door.app)
    const answer = await chooseAccount(browser, await toAccounts(browser), 'annuler')
    expect(answer.url).toBe(refused('acces'))
  })

  test('when the provider is not there, and works again once it is', async () => {
    const other = await openDoor()
    other.meddle(() => () => Promise.reject(new TypeError('fetch failed')))
    const browser = visitor(other.app)
    const answer = await browser.follow(await browser.send('/auth/login'), () => true)
    expect(answer.url).toBe(refused('fournisseur'))
    other.honest()
    expect((await toAccounts(browser)).status).toBe(200)
    await other.close()
  })

  test('and what anybody can cause leaves nothing in the record, which is never shortened', () => {
    expect(door.acts.filter(({ kind }) => kind === 'sign_in_refused')).toEqual([])
  })

  test('a person whose proof is too old is refused, and the record says why, without a name', async () => {
    const late = await openDoor()
    late.pass(5 * minute)
    const browser = visitor(late.app)
    const answer = await chooseAccount(browser, await toAccounts(browser), 'asso.rhone')
    expect(answer.url).toBe(refused('assurance'))
    expect(late.acts).toEqual([{ kind: 'sign_in_refused', code: 'assurance' }])
    await late.close()
  })
})

describe('a sign-in', () => {
  test('asks for a strong level, a fresh authentication and PKCE', async () => {
    const browser = visitor(door.app)
    const asked = new URL((await browser.send('/auth/login')).headers.get('location') ?? '').searchParams
    const claims = { id_token: { acr: { essential: true, values: ['eidas2', 'eidas3'] }, amr: null } }
    expect(JSON.parse(asked.get('claims') ?? '')).toEqual(claims)
    expect(asked.get('prompt')).toBe('login')
    expect(asked.get('code_challenge_method')).toBe('S256')
    // Kept with the session, to be shown beside an invitation; who is who never hangs on it.
    expect(asked.get('scope')).toBe('openid given_name usual_name siret email')
  })

  test('opens a session with the rights of the invitation', async () => {
    const browser = visitor(door.app)
    const answer = await chooseAccount(browser, await toAccounts(browser, '/dossiers?vue=late'), 'cellule.69')
    expect(answer.url).toBe(`${publicUrl}/dossiers?vue=late`)
    expect(JSON.parse((await browser.send('/api/cases')).body)).toMatchObject({
      name: 'Hélène Marchand',
      orgType: 'cell',
      role: 'cell_secretary',
      territory: '69',
      accredited: true
    })
  })

  test('sets a cookie that only this host, this browser and no script can use', async () => {
    const browser = visitor(door.app)
    const callback = await toCallback(browser, await toAccounts(browser), 'asso.rhone')
    const lines = (await browser.send(callback)).headers.getSetCookie()
    const line = lines.find((candidate) => candidate.startsWith(`${cookie}=`))
    expect(line).toMatch(/^__Host-mnio=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('works from 127.0.0.1 as it does from localhost', async () => {
    const browser = visitor(door.app, 'http://127.0.0.1:3000')
    const answer = await chooseAccount(browser, await toAccounts(browser), 'asso.rhone')
    expect(answer.url).toBe('http://127.0.0.1:3000/')
    expect((await browser.send('/api/me')).status).toBe(200)
  })

  test('that begins under a name we do not know goes on under the public one', async () => {
    const browser = visitor(door.app, 'http://10.0.0.7:3000')
    const answer = await browser.send('/auth/login?retour=%2Fdossiers')
    expect(answer.headers.get('location')).toBe(`${publicUrl}/auth/login?ici=1&retour=%2Fdossiers`)
  })

  test('begun in one tab still ends after a second tab began another', async () => {
    const browser = visitor(door.app)
    const first = await toAccounts(browser, '/premier')
    await toAccounts(browser, '/second')
    const answer = await chooseAccount(browser, first, 'asso.rhone')
    expect(answer.url).toBe(`${publicUrl}/premier`)
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a/..//evil.example',
    '/auth/login',
    '/a\tb'
  ])('comes back to the first page rather than to %j', async (returnTo) => {
    const browser = visitor(door.app)
    const answer = await chooseAccount(browser, await toAccounts(browser, returnTo), 'asso.rhone')
    expect(answer.url).toBe(`${publicUrl}/`)
  })

  test('leaves in the database nothing that opens a session', async () => {
    const browser = visitor(door.app)
    await chooseAccount(browser, await toAccounts(browser), 'asso.rhone')
    const { rows } = await door.db.owner.query('select session::text from session')
    expect(JSON.stringify(rows)).not.toContain(browser.cookie(cookie) ?? 'no cookie')
    // The provider's token is three parts that each begin so; chance writes one such part in a sealed value, not a whole token.
    expect(JSON.stringify(rows)).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\./)
  })

  test('of a subject nobody invited waits: it sees itself, and nothing else', async () => {
    const browser = visitor(door.app)
    await chooseAccount(browser, await toAccounts(browser), 'inconnue.org')
    expect(JSON.parse((await browser.send('/api/me')).body)).toMatchObject({
      accredited: false,
      name: 'Alix Vernier'
    })
    const cases = await browser.send('/api/cases')
    expect(cases.status).toBe(403)
    expect(JSON.parse(cases.body)).toMatchObject({ code: 'not_accredited' })
  })

  test('is by issuer and subject: the same subject at another issuer is another person', async () => {
    await door.db.owner.query(
      `insert into person (issuer, subject, display_name) values ('https://elsewhere.example', 'juge.69', 'X')`
    )
    const browser = visitor(door.app)
    await chooseAccount(browser, await toAccounts(browser), 'juge.69')
    const { personId } = JSON.parse((await browser.send('/api/me')).body) as { personId: string }
    const { rows } = await door.db.owner.query('select issuer from person where id = $1', [personId])
    expect(rows).toEqual([{ issuer: `${publicUrl}/oidc` }])
  })
})
