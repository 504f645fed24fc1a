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
const flagged = () => tell.flagged(leading)
const [promised, other, given] = [await flagged(), await flagged(), await flagged()]
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

it('a case that was promised to somebody is theirs once the team that follows it closes; the others go where it is said', async () => {
  const give = async (cases: readonly string[], to: object) =>
    expect((await ask('caseload', { cases, ...to })).statusCode).toBe(200)
  const theirs = { teamId: second, personId: null }
  const promise = { teamId: first, personId: lead.personId, from: '2027-11-20' }
  await give([promised, other, given], theirs)
  await give([promised, given], promise)
  // Promised to somebody, and then to nobody.
  await give([given], theirs)
  expect((await ask(`${second}/close`, { teamId: first, personId: null })).statusCode).toBe(200)
  for (const one of [other, given]) expect(await followers(one)).toEqual([{ team: first, person: null }])
  expect(await followers(promised)).toEqual([{ team: first, person: lead.personId }])
})
