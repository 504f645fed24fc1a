import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { refusal } from '../../support/refusals.ts'
import { colleaguesOf, inTwoTeams } from './drawn.ts'
import { openWorld } from '../../support/world.ts'

// What an organisation sees by another way than its part in a case: PostgreSQL asks the team of these too.

const world = await forFile(openWorld())
const tell = acting(world)
const login = 'asso.rhone'
const lead = world.as(login)
const id = await tell.flagged(login)
const [colleague, mate] = await colleaguesOf(world, login, 2)
const teams = await inTwoTeams(world, { lead, others: [colleague!] })

const counted = async (actor: typeof lead, asked: string) =>
  inContext(world.db.app, actor, async (tx) => {
    const { rows } = await tx.execute<{ n: number }>(sql.raw(`select count(*)::int as n ${asked}`))
    return rows[0]!.n
  })

const reading = {
  'the case': `from "case"`,
  'its acts': 'from case_event',
  'its clocks': 'from deadline',
  'its sealed values': 'from compartment',
  'its marks': 'from identity_mark',
  'its consents': 'from consent',
  'its part in it': 'from participation',
  'who follows it': 'from caseload',
  'what was asked': 'from referral',
  'what was told': 'from notice',
  'an emergency access': 'from glass_opening',
  'that it is accompanied': `from (select) one where is_accompanied('${id}')`
}

const openingOf = (actor: typeof lead) =>
  world.db.owner.query(
    `insert into glass_opening (id, case_id, person_id, org_id, role, capacity, classes, reason, opened_at, until, confirm_org_id, told_as, told_orgs, state)
     values (gen_random_uuid(), $1, $2, $3, 'asso', 'flagger', '{B}', 'life', now(), now(), $3, 'referent', array[$3::uuid], 'open')`,
    [id, actor.personId, actor.orgId]
  )

it('shows a colleague of another team no row of what the case’s own team reads', async () => {
  await world.db.owner.query(
    `insert into notice (id, org_id, about, about_id, seq, at) values (gen_random_uuid(), $1, 'case', $2, 1, now())`,
    [lead.orgId, id]
  )
  await world.db.owner.query(
    `insert into referral (id, case_id, kind, sender_org_id, recipient_org_id, state, version, preview, sent_at, moved_at, told_at, answer_by)
     values (gen_random_uuid(), $1, 'health', $2, $3, 'sent', 1, '{}', now(), now(), now(), now())`,
    [id, world.as('cellule.69').orgId, lead.orgId]
  )
  await openingOf(mate!)
  for (const [what, asked] of Object.entries(reading)) {
    expect([what, (await counted(lead, asked)) > 0]).toEqual([what, true])
    expect([what, (await counted(mate!, asked)) > 0]).toEqual([what, true])
    expect([what, await counted(colleague!, asked)]).toEqual([what, 0])
  }
})

it('lets a colleague follow it, end it or join its team by no statement of their own', async () => {
  const tries = [
    `insert into caseload (case_id, org_id, person_id, since, by_id, at) values ('${id}', '${lead.orgId}', '${colleague!.personId}', now(), '${colleague!.personId}', now())`,
    `insert into team_member (id, team_id, org_id, person_id, leads, since) values (gen_random_uuid(), '${teams.first}', '${lead.orgId}', '${colleague!.personId}', true, now())`,
    `insert into team_cover (id, org_id, absent_id, cover_id, since, until, by_id) values (gen_random_uuid(), '${lead.orgId}', '${mate!.personId}', '${colleague!.personId}', now(), now() + interval '1 day', '${colleague!.personId}')`,
    `insert into team (id, org_id, name, created_at) values (gen_random_uuid(), '${lead.orgId}', 'Nôtre', now())`,
    `select found_team(gen_random_uuid(), 'Encore')`
  ]
  for (const one of tries) {
    const done = inContext(world.db.app, colleague!, (tx) => tx.execute(sql.raw(one)))
    expect([one, await refusal(done)]).not.toEqual([one, null])
  }
  const none = [
    `update caseload set until = now()`,
    `update team_member set leads = true`,
    `update team set name = 'X'`,
    `update team_cover set until = now()`
  ]
  for (const one of none)
    expect([
      one,
      (await inContext(world.db.app, colleague!, (tx) => tx.execute(sql.raw(one)))).rowCount
    ]).toEqual([one, 0])
})

it('tells of readers to nobody but who has entered the case, and the same of each organisation as ever', async () => {
  const asked = `select readers_of('${id}', '${lead.orgId}') as id`
  const names = async (actor: typeof lead) =>
    inContext(world.db.app, actor, async (tx) =>
      (await tx.execute<{ id: string }>(sql.raw(asked))).rows.map((row) => row.id)
    )
  expect((await names(lead)).sort()).toEqual([lead.personId, mate!.personId].sort())
  expect(await names(world.as('cellule.69'))).toEqual([])
})
