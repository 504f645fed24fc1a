import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { inContext } from '../../../server/db/context.ts'
import { viewTeams } from '../../../server/teams/view.ts'
import { aFlag, noon } from '../../support/world.ts'
import { colleagueAccount, colleaguesOf } from './drawn.ts'
import { openTeams } from './signed-in.ts'

// Three teams, of which some people are in two, with cases that are to pass and others that have passed.

const { site, world, lead, mate, me, ask, post } = await openTeams()
const colleague = await colleagueAccount(world, lead, mate)
const [third] = (await colleaguesOf(world, lead, 1)) as [Actor]

type Member = { id: string; person: { id: string; name: string } }
type Team = { id: string; name: string; mine: boolean; members: Member[] }
const ahead = '2027-11-20'
const sql = async (text: string, values: unknown[] = []) => (await site.db.owner.query(text, values)).rows
const view = async (login = lead) => (await ask(login, '/teams')).body
const team = async (name: string) =>
  ((await view()).teams as Team[]).find((one) => one.name === name) ?? expect.fail(name)
const leaves = async (name: string, { personId }: Actor) => {
  const { id } = (await team(name)).members.find(({ person }) => person.id === personId)!
  expect((await post(lead, `/teams/members/${id}/leave`)).status).toBe(200)
}
const joins = (id: string, { personId }: Actor, by = lead) =>
  post(by, `/teams/${id}/members`, { personId, leads: false })
const flag = async (login = lead) => (await post(login, '/cases', { ...aFlag() })).body.id as string
const give = (cases: string[], teamId: string, to: { personId?: string; from?: string } = {}) =>
  post(lead, '/teams/caseload', { cases, teamId, personId: null, ...to })
const given = async (...asked: Parameters<typeof give>) => expect((await give(...asked)).status).toBe(200)
const followed = async (id: string) => {
  const { team: name, person } = (await ask(lead, `/cases/${id}/followers`)).body
  return [name, person]
}
let [lyon, ouest, sud] = ['', '', '']
/** As their sign-in named them. */
let theirName = ''

beforeAll(async () => {
  for (const name of ['Lyon', 'Ouest', 'Sud']) await post(lead, '/teams', { name })
  ;[lyon, ouest, sud] = [(await team('Lyon')).id, (await team('Ouest')).id, (await team('Sud')).id]
  await joins(ouest, colleague)
  await joins(sud, third)
  theirName = (await team('Ouest')).members[0]!.person.name
  const earlier = `update team_member set since = $2::timestamptz - interval '2 days' where team_id = $1`
  await sql(earlier, [lyon, noon])
})

it('a case that somebody of two teams flags is followed by the one into which they came first', async () => {
  expect(await followed(await flag(mate))).toEqual(['Lyon', null])
})

it('a case that the association has left is given to nobody', async () => {
  const id = await flag()
  await sql('update participation set until = now() where case_id = $1 and org_id = $2', [id, me.orgId])
  expect((await give([id], ouest)).status).toBe(404)
})

it('whoever leaves one of two teams follows on in the other, their colleague in both; what is to be theirs later stays for that day', async () => {
  const [here, there, another, later] = [await flag(), await flag(), await flag(), await flag()]
  const theirs = { personId: colleague.personId }
  await given([here], lyon, theirs)
  await given([there], ouest, theirs)
  await given([another, later], lyon, { personId: third.personId })
  await given([later], ouest, { ...theirs, from: ahead })
  await leaves('Lyon', colleague)
  expect([await followed(here), await followed(there), await followed(another)]).toEqual([
    ['Lyon', null],
    ['Ouest', theirName],
    ['Lyon', third.name]
  ])
  await leaves('Ouest', colleague)
  expect([await followed(there), await followed(later)]).toEqual([
    ['Ouest', null],
    ['Lyon', third.name]
  ])
  const { items } = (await ask(lead, `/teams/caseload?person=${third.personId}`)).body
  const line = items.find(({ caseId }: { caseId: string }) => caseId === later)
  expect(line.next).toMatchObject({ team: { id: ouest }, person: null, from: ahead })
  expect((await joins(ouest, colleague)).status).toBe(201)
})

it('a case that is to pass is told for the day on which it does', async () => {
  const id = await flag()
  await given([id], ouest, { from: ahead })
  const [told] = await sql(
    `select payload ->> 'at' as at from outbox where kind = 'tell' and payload ->> 'id' = $1 and payload -> 'line' ->> 'about' = 'caseload'
      order by id desc limit 1`,
    [id]
  )
  expect(told).toEqual({ at: '2027-11-19T23:00:00.000Z' })
})

it('a team that closes gives on what it follows and not what it had given up; who had left it left before; its name is kept', async () => {
  const [gone, here] = [await flag(), await flag()]
  await given([gone, here], sud)
  await given([gone], lyon)
  const left = new Date(noon.getTime() - 86_400_000)
  await sql(
    `update team_member set since = $3::timestamptz - interval '9 days', until = $3 where team_id = $1 and person_id = $2`,
    [sud, third.personId, left]
  )
  expect((await post(lead, `/teams/${sud}/close`, { teamId: ouest, personId: null })).status).toBe(200)
  expect([await followed(gone), await followed(here)]).toEqual([
    ['Lyon', null],
    ['Ouest', null]
  ])
  expect(await sql('select until from team_member where team_id = $1', [sud])).toEqual([{ until: left }])
  const renamed = async (id: string) =>
    (await ask(lead, `/teams/${id}`, { method: 'PUT', body: { name: 'Val' } })).status
  expect([await renamed(sud), await renamed(ouest)]).toEqual([404, 200])
})

it('each reads which team is theirs, and whose absence they may end: their own, and who leads, all', async () => {
  const mine = async (login: string) => ((await view(login)).teams as Team[]).map((one) => one.mine)
  expect([await mine(lead), await mine(mate)]).toEqual([
    [true, false],
    [false, true]
  ])
  const days = { coverId: third.personId, since: '2026-11-24', until: ahead }
  for (const wrong of [
    { since: '2026-11-23' },
    { since: '2026-12-02', until: '2026-12-01' },
    { until: '2027-11-26' },
    { coverId: colleague.personId }
  ])
    expect([
      wrong,
      (await post(mate, '/teams/covers', { absentId: colleague.personId, ...days, ...wrong })).status
    ]).toEqual([wrong, 400])
  await post(lead, '/teams/covers', { absentId: me.personId, ...days })
  await post(mate, '/teams/covers', { absentId: colleague.personId, ...days })
  type Cover = { absent: { id: string }; mayEnd: boolean; until: string }
  const may = async (login: string) =>
    Object.fromEntries(
      ((await view(login)).covers as Cover[]).map(({ absent, mayEnd, until }) => [absent.id, [mayEnd, until]])
    )
  const [own, other] = [colleague.personId, me.personId]
  expect(await may(mate)).toEqual({ [own]: [true, ahead], [other]: [false, ahead] })
  expect(await may(lead)).toEqual({ [own]: [true, ahead], [other]: [true, ahead] })
  await sql('delete from team_cover where org_id = $1', [me.orgId])
})

it('somebody away is covered by who is there today, and not by who comes later or is away as well', async () => {
  const away = (absent: Actor, by: Actor, [from, to]: readonly [number, number]) =>
    sql(
      `insert into team_cover (id, org_id, absent_id, cover_id, since, until, by_id)
        values (gen_random_uuid(), $1, $2, $3, now() + $4 * interval '1 day', now() + $5 * interval '1 day', $2)`,
      [me.orgId, absent.personId, by.personId, from, to]
    )
  const uncovered = async () => (await view()).uncovered.map(({ id }: { id: string }) => id)
  await away(third, colleague, [-1, 5])
  await away(colleague, me, [2, 5])
  expect(await uncovered()).toEqual([])
  await away(colleague, me, [-1, 1])
  await away(third, me, [2, 5])
  expect(await uncovered()).toEqual([third.personId])
  await sql('delete from team_cover where org_id = $1', [me.orgId])
})

it('nobody whose access has ended is put into a team', async () => {
  expect((await joins(ouest, third)).status).toBe(201)
  await leaves('Val', third)
  await sql('update membership set until = now() where person_id = $1', [third.personId])
  expect((await joins(ouest, third)).status).toBe(404)
  await sql('update membership set until = null where person_id = $1', [third.personId])
})

it('where who led has left the team, whoever is in one leads again, and nobody who is in none', async () => {
  await sql(
    'update team_member set until = now() where org_id = $1 and (leads or person_id = $2) and until is null',
    [me.orgId, third.personId]
  )
  const offered = await inContext(site.db.app, third, (tx) =>
    viewTeams(tx, { actor: third, locale: 'fr', now: noon })
  )
  expect([offered.mayTakeLead, (await view(mate)).mayTakeLead]).toEqual([false, true])
  expect((await post(mate, '/teams/lead')).body).toMatchObject({ leads: true })
})

it('whoever kept the accesses of an association and left keeps nobody from making its first team', async () => {
  const { orgId } = world.as('asso.paris')
  const [kept] = await sql(
    `with one as (insert into person (issuer, subject, display_name) values ('x', 'kept', 'Tenait Les Accès') returning id)
      insert into membership (person_id, org_id, role, manager) select id, $1, 'asso', true from one returning id`,
    [orgId]
  )
  expect((await view('asso.paris')).mayFound).toBe(false)
  await sql('update membership set until = now() where id = $1', [kept.id])
  expect((await view('asso.paris')).mayFound).toBe(true)
})
