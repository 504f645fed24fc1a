import { zoneWhereWorks } from '../../workflows/calendar/territories.ts'
import type { Zone } from '../../workflows/calendar/territories.ts'
import type { Actor } from '../../policies/actor.ts'
import { mayWorkInTeams } from '../../policies/organisations/teams.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotAllowed, NotFound } from '../errors.ts'

/** @throws NotFound for whoever's organisation answers as one: for them there are no teams. */
export const mustWorkInTeams = ({ role, accredited }: Actor): void => {
  if (!accredited || !mayWorkInTeams(role)) throw new NotFound('not an organisation in teams')
}

export const zoneAt = ({ territory }: Actor): Zone => zoneWhereWorks(territory)

/** `leads`: also in the stead of somebody who is away; `leadsSelf`: by a membership of one's own. `led`: by somebody who works there. */
export type Standing = {
  byTeam: boolean
  leads: boolean
  leadsSelf: boolean
  led: boolean
  managed: boolean
  manages: boolean
}

// Where an organisation has people who keep its accounts, one of them founds the first team.
const standing = `select o.by_team as "byTeam", ctx_leads() as leads, ctx_leads_self() as "leadsSelf",
  exists (select from team_member t join membership l on l.person_id = t.person_id and l.org_id = t.org_id
    where t.org_id = o.id and t.leads and (t.until is null or t.until > (select wall_clock())) and (l.until is null or l.until > (select wall_clock()))) as led,
  coalesce(m.managed, false) as managed, coalesce(m.manages, false) as manages
  from organisation o left join lateral (
    select bool_or(m.manager) as managed, bool_or(m.manager and m.person_id = $2) as manages
    from membership m where m.org_id = o.id and (m.until is null or m.until > (select wall_clock()))) m on true
  where o.id = $1`

export const standingOf = async (tx: Tx, { orgId, personId }: Actor): Promise<Standing> => {
  const [row] = await runQuery<Standing>(tx, standing, [orgId, personId])
  if (!row) throw new NotFound('no such organisation')
  return row
}

export const mayFound = ({ byTeam, managed, manages }: Standing): boolean => !byTeam && (!managed || manages)

/** Where nobody leads any more. */
export const mayTakeLead = ({ byTeam, led, managed, manages }: Standing): boolean =>
  byTeam && !led && (!managed || manages)

/** @throws NotAllowed for whoever does not lead. */
export const mustLead = async (tx: Tx, actor: Actor): Promise<void> => {
  if (!(await standingOf(tx, actor)).leads)
    throw new NotAllowed('only who leads a team says who follows what')
}

/** What outlasts an absence is no act of whoever stands in. @throws NotAllowed */
export const mustLeadThemselves = async (tx: Tx, actor: Actor): Promise<void> => {
  if (!(await standingOf(tx, actor)).leadsSelf)
    throw new NotAllowed('only who leads by themselves says who leads, and closes a team')
}

const works = `select m.person_id from membership m where m.org_id = $1 and m.person_id = any($2::uuid[])
  and (m.until is null or m.until > (select wall_clock()))`

/** @throws NotFound where one of them does not work there. */
export const mustWorkHere = async (tx: Tx, { orgId }: Actor, personIds: readonly string[]): Promise<void> => {
  const found = await runQuery<{ person_id: string }>(tx, works, [orgId, personIds])
  const known = new Set(found.map(({ person_id }) => person_id))
  if (!personIds.every((id) => known.has(id))) throw new NotFound('nobody of this organisation')
}

/** Of a row that names an organisation and a person: whether that person has access there today. */
export const worksIn = (row: string, person = `${row}.person_id`) => `exists (select from membership w
  where w.org_id = ${row}.org_id and w.person_id = ${person} and (w.until is null or w.until > (select wall_clock())))`

/** Of a team: whether it was closed. */
export const isOpen = 'closed_at is null'

export type MemberRow = { id: string; teamId: string; personId: string; leads: boolean }

// Whoever has no access any more is offered nothing, and comes back to their team with a new access.
const members = `select id, team_id as "teamId", person_id as "personId", leads from team_member
  where org_id = $1 and (until is null or until > (select wall_clock())) and ${worksIn('team_member')}`

export const membersOf = (tx: Tx, { orgId }: Actor) =>
  runQuery<MemberRow>(tx, `${members} order by leads desc, since, id`, [orgId])

/** One of them, locked with all others of the organisation: who leads is counted. @throws NotFound */
export const lockMember = async (tx: Tx, { orgId }: Actor, id: string) => {
  const all = await runQuery<MemberRow>(tx, `${members} order by id for update`, [orgId])
  const one = all.find((member) => member.id === id)
  if (!one) throw new NotFound('nobody of these teams')
  return { one, all }
}
