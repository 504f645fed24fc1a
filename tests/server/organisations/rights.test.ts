import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { organisationsOf } from '../../../server/cases/participation.ts'
import { inContext } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { post, owner, world } = site
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
