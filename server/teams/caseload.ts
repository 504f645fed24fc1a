import { randomUUID } from 'node:crypto'
import type { Actor } from '../../policies/actor.ts'
import { runQuery, type Tx } from '../db/context.ts'

const born = `insert into caseload (case_id, org_id, team_id, person_id, since, by_id, at)
  select $1, o.id, t.team_id, case when t.team_id is null then $3::uuid end, $4, $3, $4
  from organisation o left join lateral (
    select m.team_id from team_member m where m.org_id = o.id and m.person_id = $3 and (m.until is null or m.until > $4)
    order by m.since, m.id limit 1) t on true
  where o.id = $2 and o.by_team`

/** A case is followed by the team of whoever flags it, or by themselves where they have none; nothing where nobody works in teams. */
export const followFlagged = (tx: Tx, caseId: string, { orgId, personId }: Actor, at: Date) =>
  runQuery(tx, born, [caseId, orgId, personId, at])

/** Who follows a case: a team, a person, or a person in a team. */
export type Followers = { teamId: string | null; personId: string | null }
type Row = Followers & { id: string; since: Date; until: Date | null }

const standing = `select id, team_id as "teamId", person_id as "personId", since, until from caseload
  where case_id = $1 and org_id = $2 and (until is null or until > greatest(since, $3)) order by since for update`
const ending = 'update caseload set until = greatest(since, $2::timestamptz) where id = any($1::uuid[])'
const beginning = `insert into caseload (id, case_id, org_id, team_id, person_id, since, by_id, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`

type Change = { caseId: string; to: Followers; from: Date; at: Date }

/**
 * From a moment on these follow the case, and no others: whoever was to follow it later does not. What was stays, with its end. The
 * case must have been entered. Returns the row that begins and those that end, for whoever must hear of it.
 */
export const giveTo = async (tx: Tx, { orgId, personId }: Actor, { caseId, to, from, at }: Change) => {
  const rows = await runQuery<Row>(tx, standing, [caseId, orgId, at])
  const left = rows.filter(({ since }) => since <= at)
  const ids = (all: readonly Row[]) => all.map(({ id }) => id)
  // What was to begin later is over before it began.
  const never = rows.filter(({ since }) => since > at)
  if (never.length > 0) await runQuery(tx, ending, [ids(never), at])
  if (left.length > 0) await runQuery(tx, ending, [ids(left), from])
  const id = randomUUID()
  await runQuery(tx, beginning, [id, caseId, orgId, to.teamId, to.personId, from, personId, at])
  return { begins: id, ends: ids(left) }
}
