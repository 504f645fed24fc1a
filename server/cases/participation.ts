import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { ConsentScope, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { isStaffed } from './staff.ts'

type Invitation = {
  caseId: string
  orgIds: readonly string[]
  capacity: Capacity
  at: Date
  basis: string
  scope?: ConsentScope | null
}

/** `$1` the case, `$2` whom, `$3` in which capacity, `$4` when, `$5` and `$6` on which basis and for which consent. */
export const inviting = `insert into participation as p (case_id, org_id, capacity, since, moved_at, basis, scope)
    select $1::uuid, org_id, $3, $4::timestamptz, $4, $5, $6 from unnest($2::uuid[]) as one (org_id)
    where $3 <> 'cell_member' or not exists (select from meeting_recusal r where r.case_id = $1 and r.org_id = one.org_id and r.whole and r.ended_at is null)
  on conflict (case_id, org_id, capacity) do update
    set until = null, basis = excluded.basis, scope = excluded.scope, moved_at = excluded.moved_at, told = p.told + 1,
      since = case when p.until is null then p.since else excluded.since end`

/** Opens a case to organisations in a capacity, which says what it sees. Inviting again renews; an institution that withdrew from it in the cell is not called again. */
export const invite = async (tx: Tx, { caseId, orgIds, capacity, at, basis, scope = null }: Invitation) => {
  if (orgIds.length > 0) await runQuery(tx, inviting, [caseId, orgIds, capacity, at, basis, scope])
}

type Ending = {
  caseId: string
  at: Date
  capacities?: readonly Capacity[]
  scopes?: readonly ConsentScope[]
}

/** Of a part that is over: `$2` is when. */
export const ending = 'until = $2, waits_for = null, due_at = null, clock_at = null, line = null'

const ended = `update participation set ${ending}
  where case_id = $1 and until is null and ($3::text[] is null or capacity = any($3)) and ($4::text[] is null or scope = any($4))`

/** Closes the case to those who match: what they could read, they read no more. */
export const endParticipation = (tx: Tx, { caseId, at, capacities, scopes }: Ending) =>
  runQuery(tx, ended, [caseId, at, capacities, scopes])

const endedFor = `update participation p set ${ending}
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

/** Whether it answers a kind of referral: all of its kind of organisation, where it does not say which. */
export const answering = (kind: string) =>
  `(${kind}::text is null or answers is null or ${kind}::text = any(answers))`

const ofType = (place: string) =>
  `select id from organisation where type = $1 and territory ${place} and status = 'accredited' and ${answering('$2')} order by key`

/** The accredited organisations of a type in a territory (or the national one): of a kind of referral, those that answer it. */
export const organisationsOf = async (
  tx: Tx,
  type: string,
  territory: string | null,
  kind: ReferralKind | null = null
): Promise<string[]> => {
  const asked =
    territory === null
      ? runQuery(tx, ofType('is null'), [type, kind])
      : runQuery(tx, ofType('= $3'), [type, kind, territory])
  return (await asked).map(({ id }) => id as string)
}

const inPlaces = `select id, territory from organisation
  where type = $1 and territory = any($2::text[]) and status = 'accredited' and ${answering('$3')} order by key`

/** The same in several territories: of each in turn. */
export const organisationsIn = async (
  tx: Tx,
  type: string,
  territories: readonly string[],
  kind: ReferralKind | null = null
): Promise<string[][]> => {
  const values = [type, territories, kind]
  const found = await runQuery<{ id: string; territory: string }>(tx, inPlaces, values)
  return territories.map((one) => found.filter(({ territory }) => territory === one).map(({ id }) => id))
}

/** Those of the first of these territories in which there are any. */
export const organisationsOfFirst = async (
  tx: Tx,
  type: string,
  territories: readonly string[],
  kind: ReferralKind | null = null
) => (await organisationsIn(tx, type, territories, kind)).find(({ length }) => length > 0) ?? []

const ofMembers = `select distinct o.id from organisation o join membership m on m.org_id = o.id
  where m.role = 'cell_member' and o.territory = $1 and o.status = 'accredited' and (m.until is null or m.until > (select wall_clock()))`

/** Organisations whose people sit in the cell of a territory. */
export const cellMemberOrganisations = async (tx: Tx, territory: string): Promise<string[]> =>
  (await runQuery<{ id: string }>(tx, ofMembers, [territory])).map(({ id }) => id)

const referents = `select p.org_id as "orgId", ${isStaffed('p.org_id')} as acts from participation p
  where p.case_id = $1 and p.capacity = 'referent' and p.until is null`

type Referent = { orgId: string; acts: boolean }
const referentsIn = (tx: Tx, caseId: string) => runQuery<Referent>(tx, referents, [caseId])

/** Whose people accompany the person, as far as it is told: all of them in a case that was entered, else oneself alone. Of a house that is closed or suspended, or in which nobody has access any more, nobody does. */
export const referentsOf = async (tx: Tx, caseId: string): Promise<string[]> =>
  (await referentsIn(tx, caseId)).filter(({ acts }) => acts).map(({ orgId }) => orgId)

/** Those whose access ended while they accompanied the person: another is named in their stead. */
export const lostReferentsOf = async (tx: Tx, caseId: string): Promise<string[]> =>
  (await referentsIn(tx, caseId)).filter(({ acts }) => !acts).map(({ orgId }) => orgId)

/** Whose house follows the person, whether or not its people can act now: who is close to a case does not change with an access. */
export const housesFollowing = async (tx: Tx, caseId: string): Promise<string[]> =>
  (await referentsIn(tx, caseId)).map(({ orgId }) => orgId)
