import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chooseAccount, fromPage, signIn, toAccounts, waits } from '../../support/running/sign-in.ts'
import { visitor } from '../../support/running/visitor.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from '../organisations/directory.ts'

const site = await forFile(openDirectory())
const { owner, world, traces } = site
let address: string
beforeAll(async () => {
  address = await site.app.listen({ port: 0, host: '127.0.0.1' })
})

type Line = { id: string; here: boolean; device: string; openedAt: string; usedAt: string }
const asks = async (cookie: string, url: string, post = false, headers: Record<string, string> = {}) => {
  const answer = await site.app.inject({
    method: post ? 'POST' : 'GET',
    url: `/api${url}`,
    headers: { ...fromPage(cookie), ...(post && { 'idempotency-key': randomUUID() }), ...headers }
  })
  return { status: answer.statusCode, body: answer.json() }
}
const linesOf = async (cookie: string) => (await asks(cookie, '/sessions')).body.items as Line[]
const idOf = async (cookie: string) => (await linesOf(cookie)).find(({ here }) => here)!.id
const codeOf = async (cookie: string) => {
  const { status, body } = await asks(cookie, '/me')
  return status === 200 ? 200 : body.code
}

/** Opens the stream of one session and says when it ends. */
const listening = async (cookie: string) => {
  const answer = await fetch(`${address}/api/stream`, { headers: { cookie } })
  const state = { open: answer.status === 200 }
  const read = async () => {
    for await (const _ of answer.body!);
  }
  void read()
    .catch(() => undefined)
    .finally(() => (state.open = false))
  await sleep(300)
  expect(state.open).toBe(true)
  return state
}
const endsWithin = async (state: { open: boolean }, ms: number) => {
  const until = Date.now() + ms
  while (state.open && Date.now() < until) await sleep(20)
  return !state.open
}
const membershipOf = async (login: string): Promise<string> => {
  const text = 'select id from membership where person_id = $1'
  return (await owner.query(text, [world.as(login).personId])).rows[0].id
}

let here: string
let there: string
let colleague: string
beforeEach(async () => {
  await owner.query(
    `delete from session where person_id in (select id from person where subject in ('soin.69', 'membre.69.sante'))`
  )
  here = await signIn(site.app, 'soin.69')
  there = await signIn(site.app, 'soin.69')
  colleague = await signIn(site.app, 'membre.69.sante')
})

describe('one’s devices', () => {
  it('are listed and ended by who is signed in and belongs nowhere, who reads nothing else', async () => {
    const [one, other] = [await signIn(site.app, 'inconnue.org'), await signIn(site.app, 'inconnue.org')]
    expect((await asks(one, '/cases')).status).toBe(403)
    expect(await linesOf(one)).toHaveLength(2)
    expect((await asks(one, '/sessions/end-others', true)).body.items).toHaveLength(1)
    expect(await codeOf(other)).toBe('signed_in_elsewhere')
  })

  it('are for who has signed in', async () => {
    expect((await site.app.inject({ url: '/api/sessions' })).statusCode).toBe(401)
  })

  it('are one’s own: that of somebody else is not there, and goes on', async () => {
    const other = await idOf(colleague)
    expect((await linesOf(here)).map(({ id }) => id)).not.toContain(other)
    expect((await asks(here, `/sessions/${other}/end`, true)).status).toBe(404)
    expect((await asks(here, `/sessions/${randomUUID()}/end`, true)).status).toBe(404)
    expect(await codeOf(colleague)).toBe(200)
  })

  it('are not ended from another site, nor without a key', async () => {
    const other = await idOf(there)
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await asks(here, `/sessions/${other}/end`, true, foreign)).status).toBe(403)
    expect((await asks(here, '/sessions/end-others', true, foreign)).status).toBe(403)
    expect((await asks(here, `/sessions/${other}/end`, true, { 'idempotency-key': '' })).status).toBe(400)
    expect(await codeOf(there)).toBe(200)
  })

  it('say when, and by which kind of browser, and neither an address nor what opens them', async () => {
    const lines = await linesOf(here)
    expect(lines).toHaveLength(2)
    expect(lines.filter((one) => one.here)).toHaveLength(1)
    expect(Object.keys(lines[0]!).sort()).toEqual(['device', 'here', 'id', 'openedAt', 'usedAt'])
    // The other one was opened and used later: where one sits comes first all the same.
    expect([lines[0]!.here, (await linesOf(there))[0]!.here]).toEqual([true, true])
    await owner.query(
      `update session set created_at = now() - interval '40 minutes', seen_at = now() - interval '10 minutes' where id = $1`,
      [lines[1]!.id]
    )
    const { openedAt, usedAt } = (await linesOf(here))[1]!
    const ago = (at: string) => Math.round((Date.now() - Date.parse(at)) / 60_000)
    expect([ago(openedAt), ago(usedAt)]).toEqual([40, 10])
    expect(lines[0]!.device).toBe('Autre navigateur sur un autre appareil')
  })

  it('are left by signing out where one sits', async () => {
    expect((await asks(here, `/sessions/${await idOf(here)}/end`, true)).body).toMatchObject({
      code: 'rule',
      detail: 'C’est la session de cet appareil : utilisez « Se déconnecter ».'
    })
    expect(await codeOf(here)).toBe(200)
  })

  it('are ended one by one, at once, their stream within a second; the others go on', async () => {
    const [ended, own, hers] = [await listening(there), await listening(here), await listening(colleague)]
    const id = await idOf(there)
    const answer = await asks(here, `/sessions/${id}/end`, true)
    expect(answer.body.items.map((one: Line) => one.here)).toEqual([true])
    expect(await codeOf(there)).toBe('signed_in_elsewhere')
    expect(await endsWithin(ended, 1000)).toBe(true)
    expect([own.open, hers.open]).toEqual([true, true])
    expect(await traces('session.end')).toBe(1)
    expect((await asks(here, `/sessions/${id}/end`, true)).status).toBe(200)
  })

  it('are ended one by one, and a sign-in that waits elsewhere may take the seat', async () => {
    const third = visitor(site.app)
    expect(waits(await chooseAccount(third, await toAccounts(third), 'soin.69'))).toBe(true)
    expect((await asks(here, `/sessions/${await idOf(there)}/end`, true)).status).toBe(200)
    expect((await third.send('/api/sign-in')).status).toBe(200)
    await third.submit('/auth/choice?fin=rien')
    expect((await third.send('/api/me')).status).toBe(200)
    expect([await codeOf(here), await codeOf(there)]).toEqual([200, 'signed_in_elsewhere'])
  })

  it('are ended all but one’s own', async () => {
    const [ended, own] = [await listening(there), await listening(here)]
    expect((await asks(here, '/sessions/end-others', true)).body.items).toHaveLength(1)
    expect(await endsWithin(ended, 1000)).toBe(true)
    expect([await codeOf(here), await codeOf(there), own.open]).toEqual([200, 'signed_in_elsewhere', true])
    expect(await codeOf(colleague)).toBe(200)
  })

  it('are ended with the sign-in that waits elsewhere for a seat, which takes none of those that are free now', async () => {
    const third = visitor(site.app)
    expect(waits(await chooseAccount(third, await toAccounts(third), 'soin.69'))).toBe(true)
    expect((await third.send('/api/sign-in')).status).toBe(200)
    expect((await asks(here, '/sessions/end-others', true)).status).toBe(200)
    expect((await third.send('/api/sign-in')).status).toBe(401)
    const chosen = await third.submit('/auth/choice?fin=rien')
    expect(chosen.headers.get('location')).toBe('/connexion?erreur=expire')
    expect((await third.send('/api/me')).status).toBe(401)
  })

  it('end with their stream where their person signs out in the same browser', async () => {
    const ended = await listening(there)
    await site.app.inject({ method: 'POST', url: '/auth/leave', headers: fromPage(there) })
    expect(await endsWithin(ended, 1000)).toBe(true)
  })
})

describe('whoever manages access', () => {
  const signsOut = async (who: string, whom: string) =>
    site.post(who, `/memberships/${await membershipOf(whom)}/sign-out`)

  it.each(['cellule.69', 'dpo', 'asso.rhone', 'membre.69.sante'])(
    'is not %s, for whom this person is not there',
    async (login) => {
      expect((await signsOut(login, 'soin.69')).status).toBe(404)
      expect([await codeOf(here), await codeOf(there)]).toEqual([200, 200])
    }
  )

  it('does not sign themselves out in this way', async () => {
    expect((await signsOut('admin', 'admin')).body).toMatchObject({
      code: 'rule',
      detail: 'Vos propres appareils se déconnectent depuis votre compte.'
    })
  })

  it('signs a person out everywhere, at once, streams within a second, and it is written down', async () => {
    const before = await traces('membership.sign_out')
    const [ended, hers] = [await listening(there), await listening(colleague)]
    const { status, body } = await signsOut('admin', 'soin.69')
    expect(status).toBe(200)
    expect(
      body.members.find(({ name }: { name: string }) => name === world.as('soin.69').name).may.signOut
    ).toBe(true)
    expect([await codeOf(here), await codeOf(there)]).toEqual(['signed_out', 'signed_out'])
    expect(await endsWithin(ended, 1000)).toBe(true)
    expect([await codeOf(colleague), hers.open]).toEqual([200, true])
    expect(await traces('membership.sign_out')).toBe(before + 1)
    expect(await codeOf(await signIn(site.app, 'soin.69'))).toBe(200)
  })

  it('in an organisation signs out its own people, wherever else they work', async () => {
    const { orgId } = world.as('asso.rhone')
    const values = [world.as('soin.69').personId, orgId]
    const text = `insert into membership (person_id, org_id, role) values ($1, $2, 'asso') returning id`
    const { rows } = await owner.query(text, values)
    expect((await site.post('asso.rhone', `/memberships/${rows[0].id}/sign-out`)).status).toBe(200)
    expect([await codeOf(here), await codeOf(there)]).toEqual(['signed_out', 'signed_out'])
    expect(await codeOf(colleague)).toBe(200)
  })
})
