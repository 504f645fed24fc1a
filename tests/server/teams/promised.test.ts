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
const [promised, other, given, within] = [await flagged(), await flagged(), await flagged(), await flagged()]
const [toCome, takenBack] = [await flagged(), await flagged()]
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

const give = async (cases: readonly string[], to: object) =>
  expect((await ask('caseload', { cases, ...to })).statusCode).toBe(200)
const later = '2027-11-20'

/** Who follows it at the hour of this world, whatever follows. */
const today = async (caseId: string) =>
  (
    await site.db.owner.query<{ team: string; person: string | null }>(
      'select team_id as team, person_id as person from caseload where case_id = $1 and tstzrange(since, until) @> $2::timestamptz',
      [caseId, noon]
    )
  ).rows

it('a case that was promised to somebody is theirs once the team that follows it closes; the others go where it is said', async () => {
  const theirs = { teamId: second, personId: null }
  const promise = { teamId: first, personId: lead.personId, from: later }
  await give([promised, other, given, within], theirs)
  await give([promised, given], promise)
  // Promised to somebody, and then to nobody.
  await give([given], theirs)
  // To somebody of the team that closes: its next followers are nobody who stays.
  await give([within], { teamId: second, personId: colleague.personId, from: later })
  // Followed by the team that stays, and promised to the other from a later day; one of them no more.
  await give([toCome, takenBack], { teamId: first, personId: lead.personId })
  await give([toCome, takenBack], { ...theirs, from: later })
  await give([takenBack], { teamId: first, personId: lead.personId })

  const closing = await ask(`${second}/close`, { teamId: null, personId: null })
  expect(closing.statusCode).toBe(400)
  expect(closing.body).toContain('(4)')
  expect((await ask(`${second}/close`, { teamId: first, personId: null })).statusCode).toBe(200)
  for (const one of [other, given, within])
    expect(await followers(one)).toEqual([{ team: first, person: null }])
  expect(await followers(promised)).toEqual([{ team: first, person: lead.personId }])
  // Nobody loses today what was to pass to it later, and what it follows no more it gives to nobody.
  expect(await followers(takenBack)).toEqual([{ team: first, person: lead.personId }])
  expect(await today(toCome)).toEqual([{ team: first, person: lead.personId }])
  expect(await followers(toCome)).toEqual([{ team: first, person: null }])
})
