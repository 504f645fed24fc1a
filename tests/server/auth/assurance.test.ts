import { createHmac } from 'node:crypto'
import type { CustomFetch } from 'openid-client'
import { afterEach, expect, test } from 'vitest'
import { chooseAccount, toAccounts } from '../../support/running/sign-in.ts'
import { visitor } from '../../support/running/visitor.ts'
import { openDoor, publicUrl } from './door.ts'
import { meddling, signed, tampered, unsignedUserinfo } from './meddler.ts'
import { forFile } from '../../support/for-file.ts'

const door = await forFile(openDoor())
afterEach(() => door.honest())

async function outcome(around: (ask: CustomFetch) => CustomFetch, through = door) {
  through.meddle(around)
  const browser = visitor(through.app)
  const answer = await chooseAccount(browser, await toAccounts(browser), 'asso.rhone')
  return { address: answer.url.slice(publicUrl.length), session: browser.cookie('__Host-mnio') !== undefined }
}

const refused = (code: string) => ({ address: `/connexion?erreur=${code}`, session: false })

test.each([
  ['eidas1', { acr: 'eidas1' }],
  ['a level with a second factor by mail', { acr: 'eidas1-mfa' }],
  ['a level of which it says nothing', { acr: undefined }],
  ['a list in place of a level', { acr: ['eidas2'] }],
  ['an e-mail code', { amr: ['pwd', 'mail'] }],
  ['means it does not name', { amr: undefined }],
  ['no means at all', { amr: [] }],
  ['means we do not know', { amr: ['pwd', 'carrier-pigeon'] }],
  ['a session left open an hour ago', { auth_time: Math.floor(Date.now() / 1000) - 3600 }]
])('a person who signed in with %s is refused', async (_, change) => {
  expect(await outcome(meddling({ idToken: (claims) => ({ ...claims, ...change }) }))).toEqual(
    refused('assurance')
  )
})

test.each([
  ['another nonce', { nonce: 'N'.repeat(43) }],
  ['no nonce', { nonce: undefined }],
  ['another issuer', { iss: 'https://elsewhere.example' }],
  ['another audience', { aud: 'someone-else' }],
  ['a date gone by', { exp: Math.floor(Date.now() / 1000) - 600 }]
])('an id_token with %s is refused', async (_, change) => {
  expect(await outcome(meddling({ idToken: (claims) => ({ ...claims, ...change }) }))).toEqual(
    refused('fournisseur')
  )
})

test('an id_token signed with a key the provider does not publish is refused', async () => {
  // A door of its own: the other one has already read the meddler's key.
  const other = await openDoor()
  const honestKeys = (ask: CustomFetch): CustomFetch => {
    const meddled = meddling({})(ask)
    return (url, options) => (url.endsWith('/jwks') ? ask(url, options) : meddled(url, options))
  }
  expect(await outcome(honestKeys, other)).toEqual(refused('fournisseur'))
  await other.close()
})

test.each(['none', 'HS256'])('an id_token under the algorithm %s is refused', async (alg) => {
  const under =
    (ask: CustomFetch): CustomFetch =>
    async (url, options) => {
      const answer = await ask(url, options)
      if (!url.endsWith('/oidc/token')) return answer
      const tokens = (await answer.json()) as { id_token: string }
      const input = `${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.${tokens.id_token.split('.')[1]}`
      const tail = alg === 'none' ? '' : createHmac('sha256', 'mnio').update(input).digest('base64url')
      return Response.json({ ...tokens, id_token: `${input}.${tail}` })
    }
  expect(await outcome(under)).toEqual(refused('fournisseur'))
})

test('user details whose signature does not hold are refused', async () => {
  expect(await outcome(meddling({ userinfo: tampered }))).toEqual(refused('fournisseur'))
})

test('user details that are not signed at all are refused', async () => {
  expect(await outcome(unsignedUserinfo)).toEqual(refused('fournisseur'))
})

test('user details of another subject are refused', async () => {
  const other = () => signed({ sub: 'dpo', iss: `${publicUrl}/oidc`, aud: 'mnio' })
  expect(await outcome(meddling({ userinfo: other }))).toEqual(refused('fournisseur'))
})

test('the same e-mail under another subject is another person, and waits', async () => {
  const someone = 'stranger@corp'
  const email = 'nadia.perrin@association.example'
  door.meddle(
    meddling({
      idToken: (claims) => ({ ...claims, sub: someone, email }),
      userinfo: () =>
        signed({ sub: someone, iss: `${publicUrl}/oidc`, aud: 'mnio', email, given_name: 'Nadia' })
    })
  )
  const browser = visitor(door.app)
  await chooseAccount(browser, await toAccounts(browser), 'asso.rhone')
  expect(JSON.parse((await browser.send('/api/me')).body)).toMatchObject({ accredited: false })
  const { rows } = await door.db.owner.query('select person::text from person')
  expect(JSON.stringify(rows)).not.toContain('@association')
})

test('a provider that sends no name leaves the one that is known', async () => {
  const named = () =>
    door.db.owner.query<{ name: string }>('select display_name as name from person where subject = $1', [
      known
    ])
  const known = 'asso.rhone'
  expect(await outcome(meddling({}))).toMatchObject({ session: true })
  const before = (await named()).rows
  expect(before[0]?.name).toMatch(/\w/)
  const nameless = () => signed({ sub: known, iss: `${publicUrl}/oidc`, aud: 'mnio' })
  expect(await outcome(meddling({ userinfo: nameless }))).toMatchObject({ session: true })
  expect((await named()).rows).toEqual(before)
  // A third of one person would ask which of the others is to end.
  await door.db.owner.query('update session set revoked_at = now()')
})

test('eidas3 is accepted, and so is the meddler who changes nothing: the refusals above are for their cause', async () => {
  expect(await outcome(meddling({}))).toEqual({ address: '/', session: true })
  const higher = meddling({ idToken: (claims) => ({ ...claims, acr: 'eidas3', amr: ['hwk', 'pin', 'mfa'] }) })
  expect(await outcome(higher)).toEqual({ address: '/', session: true })
})
