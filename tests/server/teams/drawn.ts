import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../policies/actor.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import type { Follow, TeamCover, TeamMember, Teams } from '../../../policies/organisations/teams.ts'
import type { TestWorld } from '../../support/world.ts'

type Span = readonly [sinceHours: number, untilHours: number | null]
export type DrawnTeams = {
  members: { team: number; person: number; leads: boolean; span: Span }[]
  covers: { absent: number; cover: number; span: Span }[]
  follows: { case: number; team: number | null; person: number | null; span: Span }[]
}

const span = fc.constantFrom<Span>([-48, null], [-48, null], [-48, -1], [-1, 24], [24, null])
const bounded = fc.constantFrom<Span>([-48, 24], [-48, -1], [24, 48])

/** Teams, absences and who follows what, now, before and later; few lead. */
export const teamsOf = (cases: number, people: number, teams: number): fc.Arbitrary<DrawnTeams> =>
  fc.record({
    members: fc.uniqueArray(
      fc.record({
        team: fc.nat(teams - 1),
        person: fc.nat(people - 1),
        leads: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        span
      }),
      { minLength: 3, maxLength: 10, selector: (one) => `${one.team} ${one.person}` }
    ),
    covers: fc
      .array(fc.record({ absent: fc.nat(people - 1), cover: fc.nat(people - 1), span: bounded }), {
        maxLength: 4
      })
      .map((all) => all.filter(({ absent, cover }) => absent !== cover)),
    follows: fc.uniqueArray(
      fc
        .record({
          case: fc.nat(cases - 1),
          team: fc.option(fc.nat(teams - 1), { freq: 4 }),
          person: fc.option(fc.nat(people - 1), { freq: 1 }),
          span
        })
        .filter(({ team, person }) => team !== null || person !== null),
      { minLength: 10, maxLength: 40, selector: (one) => `${one.case} ${one.span[1] === null}` }
    )
  })

/** People of the organisation of a login, besides the account itself, each in its role. */
export const colleaguesOf = async (
  { db, as }: TestWorld,
  login: string,
  many: number,
  role: Actor['role'] = as(login).role
): Promise<Actor[]> => {
  const of = as(login)
  const made: Actor[] = []
  for (let n = 0; n < many; n += 1) {
    const name = `Collègue ${role} ${n + 1}`
    const { rows } = await db.owner.query<{ id: string }>(
      `insert into person (issuer, subject, display_name) values ('test', $1, $2) returning id`,
      [randomUUID(), name]
    )
    const personId = rows[0]!.id
    await db.owner.query('insert into membership (person_id, org_id, role) values ($1, $2, $3)', [
      personId,
      of.orgId,
      role
    ])
    made.push({ ...of, personId, name, role })
  }
  return made
}

const inserting = {
  team: `insert into team (id, org_id, name, created_at) select id, $1, 'Équipe ' || n, now() from unnest($2::uuid[]) with ordinality as one (id, n)`,
  members: `insert into team_member (id, team_id, org_id, person_id, leads, since, until)
    select gen_random_uuid(), r.team, $1, r.person, r.leads, now() + make_interval(hours => r.since), now() + make_interval(hours => r.until)
    from jsonb_to_recordset($2::jsonb) as r(team uuid, person uuid, leads boolean, since int, until int)`,
  covers: `insert into team_cover (id, org_id, absent_id, cover_id, since, until, by_id)
    select gen_random_uuid(), $1, r.absent, r.cover, now() + make_interval(hours => r.since), now() + make_interval(hours => r.until), r.cover
    from jsonb_to_recordset($2::jsonb) as r(absent uuid, cover uuid, since int, until int)`,
  follows: `insert into caseload (case_id, org_id, team_id, person_id, since, until, by_id, at)
    select r.case, $1, r.team, r.person, now() + make_interval(hours => r.since), now() + make_interval(hours => r.until), $3, now()
    from jsonb_to_recordset($2::jsonb) as r("case" uuid, team uuid, person uuid, since int, until int)`
}

const hours = ([since, until]: Span) => ({ since, until })
const lasting = ([since, until]: Span, now: Date) => ({
  since: new Date(now.getTime() + since * 3_600_000),
  until: until === null ? null : new Date(now.getTime() + until * 3_600_000)
})

/** These teams and no others in one organisation, written past the gate; and how policy sees them. */
export const setTeams = async (
  { db }: TestWorld,
  drawn: DrawnTeams,
  {
    orgId,
    people,
    cases,
    teams
  }: { orgId: string; people: readonly Actor[]; cases: readonly string[]; teams: number }
): Promise<{ teams: Teams; followsOf: (caseId: string) => Follow[] }> => {
  const person = (index: number) => people[index]!.personId
  for (const table of ['caseload', 'team_cover', 'team_member', 'team'])
    await db.owner.query(`delete from ${table} where org_id = $1`, [orgId])
  const ids = Array.from({ length: teams }, () => randomUUID())
  await db.owner.query(inserting.team, [orgId, ids])
  const members = drawn.members.map((one) => ({ ...one, team: ids[one.team]!, person: person(one.person) }))
  const covers = drawn.covers.map((one) => ({ ...one, absent: person(one.absent), cover: person(one.cover) }))
  const follows = drawn.follows.map((one) => ({
    case: cases[one.case]!,
    team: one.team === null ? null : ids[one.team]!,
    person: one.person === null ? null : person(one.person),
    span: one.span
  }))
  const sent = (rows: readonly { span: Span }[]) =>
    JSON.stringify(rows.map((one) => ({ ...one, ...hours(one.span) })))
  await db.owner.query(inserting.members, [orgId, sent(members)])
  await db.owner.query(inserting.covers, [orgId, sent(covers)])
  await db.owner.query(inserting.follows, [orgId, sent(follows), person(0)])
  const now = new Date()
  return {
    teams: {
      byTeam: true,
      people: people.map(({ personId }) => personId),
      members: members.map((one): TeamMember => ({
        ...{ teamId: one.team, personId: one.person, leads: one.leads },
        ...lasting(one.span, now)
      })),
      covers: covers.map((one): TeamCover => ({
        absentId: one.absent,
        coverId: one.cover,
        ...lasting(one.span, now)
      }))
    },
    followsOf: (caseId) =>
      follows
        .filter((one) => one.case === caseId)
        .map((one) => ({ teamId: one.team, personId: one.person, ...lasting(one.span, now) }))
  }
}

const leaving = 'update team_member set until = now() where team_id = $1 and person_id = any($2::uuid[])'
const joining = `insert into team_member (id, team_id, org_id, person_id, since) select gen_random_uuid(), $1, $2, one, now() from unnest($3::uuid[]) one`

/** The organisation of a lead in two teams: the first has all its cases, the second the others, who follow none yet. */
export const inTwoTeams = async (
  { db }: Pick<TestWorld, 'db'>,
  { lead, others }: { lead: Actor; others: readonly Actor[] }
): Promise<{ first: string; second: string }> => {
  const [first, second] = [randomUUID(), randomUUID()]
  await inContext(db.app, lead, (tx) => runQuery(tx, 'select found_team($1, $2)', [first, 'Lyon']))
  await db.owner.query(
    `insert into team (id, org_id, name, created_at) values ($1, $2, 'Villefranche', now())`,
    [second, lead.orgId]
  )
  const ids = others.map(({ personId }) => personId)
  await db.owner.query(leaving, [first, ids])
  await db.owner.query(joining, [second, lead.orgId, ids])
  return { first, second }
}

/** The colleague of an account of the sign-in page, who may sign in as well. */
export const colleagueAccount = async (
  { db, as }: TestWorld,
  of: string,
  login: string,
  publicUrl = 'http://localhost:3000'
): Promise<Actor> => {
  const actor = as(of)
  const { rows } = await db.owner.query<{ id: string }>(
    `insert into person (issuer, subject, display_name) values ($1, $2, $2) returning id`,
    [`${publicUrl}/oidc`, login]
  )
  const personId = rows[0]!.id
  await db.owner.query('insert into membership (person_id, org_id, role) values ($1, $2, $3)', [
    personId,
    actor.orgId,
    actor.role
  ])
  return { ...actor, personId, name: login }
}
