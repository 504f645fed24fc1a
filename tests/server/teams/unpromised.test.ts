import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'
import { colleagueAccount, inTwoTeams } from './drawn.ts'

const site = await forFile(testApp({ now: () => noon }))
const world = await peopled(site.db)
const tell = acting(world)
const [leading, outside] = ['asso.rhone', 'asso.rhone.ouest']
const lead = world.as(leading)
const colleague = await colleagueAccount(world, leading, outside)
const given = await tell.flagged(leading)
const { first, second } = await inTwoTeams(world, { lead, others: [colleague] })
let cookie = ''
beforeAll(async () => {
  cookie = await signIn(site.app, leading)
})

const ask = (path: string, payload: object) =>
  site.app.inject({
    method: 'POST',
    url: `/api/teams/${path}`,
    headers: { ...fromPage(cookie), 'idempotency-key': randomUUID() },
    payload
  })
const followers = async (caseId: string) =>
  (
    await site.db.owner.query<{ team: string; person: string | null }>(
      'select team_id as team, person_id as person from caseload where case_id = $1 and until is null',
      [caseId]
    )
  ).rows

it('a case that was promised to somebody, and then to nobody, goes where it is said once its team closes', async () => {
  const promise = { teamId: first, personId: lead.personId, from: '2027-03-01' }
  for (const to of [{ teamId: second, personId: null }, promise, { teamId: second, personId: null }])
    expect((await ask('caseload', { cases: [given], ...to })).statusCode).toBe(200)
  expect((await ask(`${second}/close`, { teamId: first, personId: null })).statusCode).toBe(200)
  expect(await followers(given)).toEqual([{ team: first, person: null }])
})
