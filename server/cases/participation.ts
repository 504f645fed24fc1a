import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../db/context.ts'

type Invitation = {
  caseId: string
  orgId: string
  capacity: Capacity
  at: Date
  basis: string
  scope?: ConsentScope | null
}

const opened = `insert into participation as p (case_id, org_id, capacity, since, moved_at, basis, scope)
    values ($1, $2, $3, $4, $4, $5, $6)
  on conflict (case_id, org_id, capacity) do update
    set until = null, basis = excluded.basis, scope = excluded.scope, moved_at = excluded.moved_at, told = p.told + 1,
      since = case when p.until is null then p.since else excluded.since end`

/** Opens a case to an organisation in a capacity, which says what it sees. Inviting again renews. */
export const invite = (tx: Tx, { caseId, orgId, capacity, at, basis, scope = null }: Invitation) =>
  runQuery(tx, opened, [caseId, orgId, capacity, at, basis, scope])

type Ending = {
  caseId: string
  at: Date
  capacity?: Capacity
  orgId?: string
  scopes?: readonly ConsentScope[]
}

const ended = `update participation set until = $2, waits_for = null, due_at = null, clock_at = null, line = null
  where case_id = $1 and until is null and capacity = coalesce($3, capacity) and org_id = coalesce($4, org_id)
    and ($5::text[] is null or scope = any($5))`

/** Closes the case to those who match: what they could read, they read no more. */
export const endParticipation = (tx: Tx, { caseId, at, capacity, orgId, scopes }: Ending) =>
  runQuery(tx, ended, [caseId, at, capacity, orgId, scopes])

const endedFor = `update participation p set until = $2, waits_for = null, due_at = null, clock_at = null, line = null
  from unnest($3::uuid[], $4::text[]) as one (org_id, capacity)
  where p.case_id = $1 and p.until is null and p.org_id = one.org_id and p.capacity = one.capacity`

/** Closes the case to these, each in its capacity. */
export const endParts = async (
  tx: Tx,
  caseId: string,
  parts: readonly { orgId: string; capacity: Capacity }[],
  at: Date
) => {
  if (parts.length === 0) return
  const columns = [parts.map(({ orgId }) => orgId), parts.map(({ capacity }) => capacity)]
  await runQuery(tx, endedFor, [caseId, at, ...columns])
}

const ofType = (place: string) =>
  `select id from organisation where type = $1 and territory ${place} and status = 'accredited' order by key`

/** The accredited organisations of a type in a territory (or the national one). */
export const organisationsOf = async (tx: Tx, type: string, territory: string | null): Promise<string[]> => {
  const asked =
    territory === null
      ? runQuery(tx, ofType('is null'), [type])
      : runQuery(tx, ofType('= $2'), [type, territory])
  return (await asked).map(({ id }) => id as string)
}

const ofMembers = `select distinct o.id from organisation o join membership m on m.org_id = o.id
  where m.role = 'cell_member' and o.territory = $1 and o.status = 'accredited' and (m.until is null or m.until > now())`

/** Organisations whose people sit in the cell of a territory. */
export const cellMemberOrganisations = async (tx: Tx, territory: string): Promise<string[]> =>
  (await runQuery<{ id: string }>(tx, ofMembers, [territory])).map(({ id }) => id)

const referents = `select org_id as "orgId" from participation
  where case_id = $1 and capacity = 'referent' and until is null`

/** Whose people accompany the person, as far as it is told: all of them in a case that was entered, else oneself alone. */
export const referentsOf = async (tx: Tx, caseId: string): Promise<string[]> =>
  (await runQuery<{ orgId: string }>(tx, referents, [caseId])).map(({ orgId }) => orgId)
