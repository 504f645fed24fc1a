import { beforeAll, expect, it } from 'vitest'
import { colleagueAccount } from './drawn.ts'
import { openTeams } from './signed-in.ts'

const { site, world, tell, lead, mate, me, ask, post } = await openTeams()
const colleague = await colleagueAccount(world, lead, mate)
const caseload = async (login: string) => (await ask(login, '/teams/caseload')).body.items
const day = 86_400_000
let id: string
let team: string

beforeAll(async () => {
  id = await tell.reflecting()
  team = (await post(lead, '/teams', { name: 'Lyon' })).body.teams[0].id
})

it('whoever leads reads of each case its next due day, as the worklist tells it, and how many are late by team', async () => {
  const listed = (await ask(lead, '/cases?view=all')).body.items.find((one: { id: string }) => one.id === id)
  const [line] = await caseload(lead)
  expect(line).toMatchObject({ caseId: id, due: listed.due })
  expect(line.due).not.toBeNull()
  // And of whom it is, at a glance: who hands a case on sees whom they hand on.
  expect([line.badges, line.summary]).toEqual([listed.badges, listed.summary])
  expect([line.badges.length, line.summary]).not.toEqual([0, null])
  // By the clock of where she is, as the worklist does, and not of who reads.
  const standingIn = `update participation set line = (line::jsonb || jsonb_build_object('territory', $2::text))::text,
    due_at = '2026-12-10T19:59:59.999Z', late_at = '2026-12-10T19:59:59.999Z', due_in_month = false where case_id = $1`
  await site.db.owner.query(standingIn, [id, '974'])
  const [overseas] = (await ask(lead, '/cases?view=all')).body.items
  expect((await caseload(lead))[0].due).toEqual(overseas.due)
  await site.db.owner.query(standingIn, [id, '75'])
  const standing = async (login: string) => {
    const { teams } = (await ask(login, '/teams')).body
    return teams.find((one: { id: string }) => one.id === team)
  }
  const dueIn = (days: number) =>
    site.db.owner.query(
      `update participation set due_at = now() + $2 * interval '1 day', late_at = now() + $2 * interval '1 day', due_in_month = false where case_id = $1`,
      [id, days]
    )
  await dueIn(9)
  expect(await standing(lead)).toMatchObject({ cases: 1, late: 0 })
  await dueIn(-900)
  expect(await standing(lead)).toMatchObject({ cases: 1, late: 1 })
  const [after] = await caseload(lead)
  expect(after.due).toMatchObject({ late: true })
  const late = (await ask(lead, '/cases?view=late')).body.items.map((one: { id: string }) => one.id)
  expect(late).toEqual([id])
  // Of two parts of one house, the day that comes first: whichever of them bears it.
  const parts = ['flagger', 'referent']
  await site.db.owner.query(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at) select $1, $2, one, now(), 'referent.name', now()
      from unnest($3::text[]) one where not exists (select from participation p where p.case_id = $1 and p.org_id = $2 and p.capacity = one)`,
    [id, me.orgId, parts]
  )
  for (const capacity of parts) {
    await dueIn(30)
    await site.db.owner.query(
      `update participation set due_at = now() + interval '3 days' where case_id = $1 and org_id = $2 and capacity = $3`,
      [id, me.orgId, capacity]
    )
    const [soonest] = await caseload(lead)
    expect([capacity, Date.parse(soonest.due.dueAt) < Date.now() + 9 * day]).toEqual([capacity, true])
  }
  await dueIn(-900)
  // By name nobody follows it.
  expect((await standing(lead)).members.map((one: { late: number }) => one.late)).toEqual([0, 0])
})

it('a colleague of another team reads neither day nor count of it', async () => {
  const made = (await post(lead, '/teams', { name: 'Ouest' })).body.teams
  const { id: ouest } = made.find(({ name }: { name: string }) => name === 'Ouest')
  await post(lead, `/teams/${ouest}/members`, { personId: colleague.personId, leads: false })
  const there = made.find(({ id: one }: { id: string }) => one === team)
  const { id: member } = there.members.find(
    ({ person }: { person: { id: string } }) => person.id === colleague.personId
  )
  expect((await post(lead, `/teams/members/${member}/leave`)).status).toBe(200)
  expect(await caseload(mate)).toEqual([])
  const { teams } = (await ask(mate, '/teams')).body
  expect(teams.map(({ late }: { late: number | null }) => late).toSorted()).toEqual([0, null])
  expect((await caseload(lead)).length).toBe(1)
})
