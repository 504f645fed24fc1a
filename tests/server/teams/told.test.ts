import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { confirmers } from '../../../server/emergency/second.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { workOff } from '../../support/running/queue.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'
import { colleagueAccount, colleaguesOf, inTwoTeams } from './drawn.ts'

const site = await forFile(testApp({ now: () => noon }))
const world = await peopled(site.db)
const tell = acting(world)
const [leading, outside] = ['asso.rhone', 'asso.rhone.ouest']
const lead = world.as(leading)
const colleague = await colleagueAccount(world, leading, outside)
const id = await tell.flagged(leading)
const teams = await inTwoTeams(world, { lead, others: [colleague] })
const cookies: Record<string, string> = {}
beforeAll(async () => {
  for (const login of [leading, outside]) cookies[login] = await signIn(site.app, login)
})

const labels = async (login: string) => {
  await workOff(site.db, world.gate)
  const answer = await site.app.inject({ url: '/api/notices', headers: { cookie: cookies[login]! } })
  return (answer.json().items as { label: string; caseCode: string | null; opens: { what: string } }[]).map(
    ({ label, caseCode, opens }) => [label, caseCode !== null, opens.what]
  )
}
const give = (login: string, body: object) =>
  site.app.inject({
    method: 'POST',
    url: '/api/teams/caseload',
    headers: { ...fromPage(cookies[login]!), 'idempotency-key': randomUUID() },
    payload: body
  })

const begins = ['Un dossier vous est confié, à vous ou à votre équipe', true, 'case']
const ends = ['Un dossier que vous suiviez est passé à d’autres', false, 'team']

describe('a case that passes from one team to another', () => {
  it('is told to those who follow it now, then to those who did, in words that name no case to them', async () => {
    expect(await labels(outside)).toEqual([])
    expect((await give(leading, { cases: [id], teamId: teams.second, personId: null })).statusCode).toBe(200)
    expect(await labels(outside)).toEqual([begins])
    expect((await give(outside, { cases: [id], teamId: teams.first, personId: null })).statusCode).toBe(200)
    // What they were told before is of a case that they read no more.
    expect(await labels(outside)).toEqual([ends])
    // Whoever leads read it all along: of nothing that they read are they told that it went.
    expect(await labels(leading)).not.toContainEqual(ends)
  })
})

describe('who confirms an emergency access', () => {
  const asked = { caseId: id, capacity: 'referent', territory: '69' } as const
  const second = (actor: typeof lead) =>
    inContext(world.db.app, actor, async (tx) => {
      await setCaseScope(tx, id)
      return confirmers(tx, actor, asked)
    })

  it('is somebody who reads the case: where colleagues are in another team alone, the cell does', async () => {
    const cell = world.as('cellule.69').orgId
    await world.db.owner.query('update team_member set leads = person_id = $1 where org_id = $2', [
      lead.personId,
      lead.orgId
    ])
    expect(await second(lead)).toBe(cell)
    const [mate] = await colleaguesOf(world, leading, 1)
    await world.db.owner.query(
      `insert into team_member (id, team_id, org_id, person_id, since) values (gen_random_uuid(), $1, $2, $3, now())`,
      [teams.first, lead.orgId, mate!.personId]
    )
    expect(await second(lead)).toBe(lead.orgId)
  })
})
