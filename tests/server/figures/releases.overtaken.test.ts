import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { ToAttack } from '../../../figures/release/gate.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { judged, openReleases } from './releases.ts'

const { site, owner, store, ask, newest, publish, made } = await openReleases()

/** Exact numbers of a year leave by two people, however early. */
const leaving = (year: number) =>
  owner.query(
    `insert into exact_export (id, report, year, purpose, asked_by, asked_at, state, settled_by, settled_at)
     values ($1, 'greta', $2, 'Collecte de l’année', $3, '2027-02-01', 'allowed', $4, '2027-02-02')`,
    [randomUUID(), year, site.as('miprof').personId, site.as('miprof.bis').personId]
  )
const why = async (login: string) =>
  (await site.get(login, '/api/releases')).json().releases[0].notPublished as string | null

it('a release beside which exact numbers left after its attack is not published, but made anew with them', async () => {
  await ask('miprof')
  const { number } = (await newest())!
  await made(number, true)
  expect(await why('miprof.bis')).toBeNull()
  // Of another year they say nothing of this one.
  await leaving(2025)
  expect(await why('miprof.bis')).toBeNull()
  await leaving(2026)
  expect(await why('miprof.bis')).toMatch(/^Des nombres exacts de cette année sont partis/)
  const refused = await publish('miprof.bis', number)
  expect([refused.statusCode, refused.json().detail]).toEqual([409, await why('miprof.bis')])
  expect((await newest())!.state).toBe('ready')

  expect((await site.send('miprof', `/api/releases/${number}/drop`, {})).statusCode).toBe(200)
  expect((await ask('miprof')).statusCode).toBe(202)
  const again = (await newest())!
  let held: ToAttack['sent'] = []
  await makeRelease(store, again, (asked, told) => {
    held = asked.sent
    return judged(true)(asked, told)
  })
  expect(held).toHaveLength(1)
  expect(await why('miprof.bis')).toBeNull()
  expect((await publish('miprof.bis', again.number)).statusCode).toBe(200)
})
