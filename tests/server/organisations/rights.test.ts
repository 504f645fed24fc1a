import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { organisationsOf } from '../../../server/cases/participation.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { post, refused, owner, world } = site
let address: string
beforeAll(async () => {
  address = await site.app.listen({ port: 0, host: '127.0.0.1' })
})

/** Opens the stream of one account and says when it ends. */
const listening = async (login: string) => {
  const answer = await fetch(`${address}/api/stream`, { headers: { cookie: await site.cookieOf(login) } })
  const state = { open: true }
  const read = async () => {
    for await (const _ of answer.body!);
  }
  void read().finally(() => (state.open = false))
  await sleep(300)
  return state
}
const within = async (state: { open: boolean }, ms: number) => {
  const until = Date.now() + ms
  while (state.open && Date.now() < until) await sleep(20)
  return !state.open
}

describe('a right that ends', () => {
  it('ends the stream of that person within a second, and nobody else’s', async () => {
    const [hers, colleague, other] = [
      await listening('soin.69'),
      await listening('membre.69.sante'),
      await listening('asso.rhone')
    ]
    const { rows } = await owner.query('select id from membership where person_id = $1', [
      world.as('soin.69').personId
    ])
    expect((await post('admin', `/memberships/${rows[0].id}/end`)).status).toBe(200)
    expect(await within(hers, 1000)).toBe(true)
    expect([colleague.open, other.open]).toEqual([true, true])
  })

  it('of a whole organisation ends those of all of its people', async () => {
    const hers = await listening('asso.paris')
    await post('admin', `/organisations/${world.as('asso.paris').orgId}/suspend`, { reason: 'enquête' })
    expect(await within(hers, 1000)).toBe(true)
  })

  it('is not taken away twice, nor from the administration of the platform', async () => {
    const suspended = (login: string) =>
      refused('admin', `/organisations/${world.as(login).orgId}/suspend`, { reason: 'enquête' })
    expect(await suspended('asso.paris')).toEqual([409, 'Seule une organisation accréditée se suspend.'])
    expect(await suspended('admin')).toEqual([
      409,
      'L’administration de la plateforme se gère par ses personnes seulement.'
    ])
    expect((await suspended('foyer.ouest'))[0]).toBe(200)
  })
})

describe('what an organisation says that it answers', () => {
  it('is what it is asked', async () => {
    const { orgId, territory } = world.as('prefecture.69')
    const found = () =>
      inContext(site.db.app, world.as('asso.rhone'), (tx) =>
        organisationsOf(tx, 'prefecture', territory, 'prefecture')
      )
    expect(await found()).toContain(orgId)
    const { body } = await site.ask('admin', `/organisations/${orgId}`)
    const { name, region, court, siret } = body
    const change = { name, territory, region, court, siret, answers: [] }
    expect((await site.ask('admin', `/organisations/${orgId}`, { method: 'PUT', body: change })).status).toBe(
      200
    )
    expect(await found()).not.toContain(orgId)
  })
})

describe('of which kind an organisation is', () => {
  const made = async (name: string) =>
    (await post('admin', '/organisations', { name, type: 'association', territory: '69' })).body
  const said = (name: string, more: object = {}) => ({ name, territory: '69', answers: [], ...more })
  const mend = async (id: string, body: object, login = 'admin') =>
    (await site.ask(login, `/organisations/${id}`, { method: 'PUT', body })).status
  const typeOf = async (id: string) =>
    (await owner.query('select type from organisation where id = $1', [id])).rows[0].type as string
  const past = (id: string, type: string) =>
    inContext(site.db.app, world.as('admin'), (tx) =>
      runQuery(tx, 'update organisation set type = $2 where id = $1', [id, type])
    )

  it.each([
    [
      'accredited',
      async (id: string, proposal: string) => post('admin.bis', `/proposals/${proposal}/confirm`)
    ],
    [
      'with a regime that waits',
      async (id: string) =>
        post('admin', `/organisations/${id}/proposals`, {
          ...{ kind: 'regime', regime: 'flag', since: '2026-01-01', decision: 'Décision' }
        })
    ],
    [
      'with somebody invited',
      async (id: string) =>
        owner.query(
          `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
            values (gen_random_uuid(), $1, 'asso', false, 'x@x.example', $2, now(), now() + interval '1 day')`,
          [id, world.as('admin').personId]
        )
    ],
    [
      'with people of its own',
      async (id: string) =>
        owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, 'asso')`, [
          world.as('asso.paris').personId,
          id
        ])
    ]
  ])('is not corrected once it is %s, on the page or past it', async (how, begin) => {
    const { id, name, proposals } = await made(`Commencée, ${how}`)
    await begin(id, proposals[0].id)
    const put = { method: 'PUT' as const, body: said(name, { type: 'health' }) }
    expect(await site.ask('admin', `/organisations/${id}`, put)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Le genre se corrige tant que l’organisation attend') }
    })
    await expect(past(id, 'health')).rejects.toThrow(/keeps (its kind|what it is)/)
    expect(await typeOf(id)).toBe('association')
    expect((await site.ask('admin', `/organisations/${id}`)).body.kinds).toEqual([])
    // The positive control: what it has is said again.
    expect(await mend(id, said(name, { type: 'association' }))).toBe(200)
  })

  it('is not corrected by others, nor to a kind that no page makes, nor without the place that it bears', async () => {
    const { id, name } = await made('Mal faite')
    expect(await mend(id, said(name, { type: 'health' }), 'asso.rhone')).toBe(404)
    expect(await mend(id, said(name, { type: 'platform' }))).toBe(400)
    expect(await mend(id, said(name, { type: 'shelter' }))).toBe(400)
    await expect(past(id, 'platform')).rejects.toThrow(/keeps its kind/)
    expect(await typeOf(id)).toBe('association')
  })

  it('is corrected while nobody acts in it, and what is then accredited is of that kind', async () => {
    const { id, name, proposals } = await made('Foyer mal rangé')
    const kinds = (await site.ask('admin', `/organisations/${id}`)).body.kinds as { code: string }[]
    expect(kinds.map(({ code }) => code)).toContain('shelter')
    const shelter = { name, type: 'shelter', territory: null, region: 'Bretagne', answers: [] }
    expect(await mend(id, shelter)).toBe(200)
    expect((await post('admin.bis', `/proposals/${proposals[0].id}/confirm`)).status).toBe(409)
    const { body } = await site.ask('admin', `/organisations/${id}`)
    expect(body).toMatchObject({ type: 'shelter', territory: null, region: 'Bretagne' })
    expect(body.answers.every(({ on }: { on: boolean }) => on)).toBe(true)
    expect((await post('admin.bis', `/proposals/${body.proposals[0].id}/confirm`)).status).toBe(200)
  })
})
