import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Actor, Role } from '../../policies/actor.ts'
import type { Clock, Party } from '../../policies/awaited.ts'
import { capacitiesHeld, speaksAs } from '../../policies/grants.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { regionIds } from '../../workflows/case/commands.ts'
import type { Regions } from '../../workflows/vocabulary/states.ts'
import { datedStates } from '../../workflows/deadlines/states.ts'
import { unknownFacts, type Facts } from '../../workflows/facts/facts.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { cases, deadlines, type caseEvents } from '../db/schema/schema.ts'
import { regimesHeldBy } from './habilitations.ts'
import type { Follows } from './tag.ts'

export type CaseRow = typeof cases.$inferSelect
export type DeadlineEntry = typeof deadlines.$inferSelect
export type EventRow = typeof caseEvents.$inferSelect

/** A case written by an earlier version does not know the facts that came later: nothing has happened in them. */
const completed = (facts: Facts): Facts => ({ ...unknownFacts, ...facts })

export const situationOf = (row: CaseRow): Situation => ({
  regions: Object.fromEntries(regionIds.map((id) => [id, row[id]])) as Regions,
  facts: completed(row.facts)
})

/** Every column of a table under the name it has here; a civil date stays the text it is. */
export const columnsOf = (table: PgTable): string =>
  Object.entries(getTableColumns(table))
    .map(
      ([key, { name, columnType }]) => `"${name}"${columnType === 'PgDateString' ? '::text' : ''} as "${key}"`
    )
    .join(', ')

export const selectAll = (table: PgTable): string =>
  `select ${columnsOf(table)} from "${getTableName(table)}"`

const selectCase = `${selectAll(cases)} where id = $1`

const readBy = async <R extends CaseRow>(tx: Tx, asked: string, values: unknown[]): Promise<R | null> => {
  const [row] = await runQuery<R>(tx, asked, values)
  return row ? { ...row, facts: completed(row.facts) } : null
}

export const readCase = (tx: Tx, id: string) => readBy<CaseRow>(tx, selectCase, [id])

const selectSeveral = `${selectAll(cases)} where id = any($1::uuid[]) order by opened_at desc, id`

export const readCases = async (tx: Tx, ids: readonly string[]): Promise<CaseRow[]> =>
  (await runQuery<CaseRow>(tx, selectSeveral, [ids])).map((row) => ({ ...row, facts: completed(row.facts) }))

/** Reads a case with what else is asked of it in the same statement, and so of the same moment. `$1` is its id. */
export const caseWith = <B extends object>(beside: { readonly [K in keyof B]: string }) => {
  const further = Object.entries<string>(beside).map(([name, one]) => `(${one}) as "${name}"`)
  const asked = `select ${[columnsOf(cases), ...further].join(', ')} from "case" where id = $1`
  return (tx: Tx, values: unknown[]) => readBy<CaseRow & B>(tx, asked, values)
}

/** The case, locked until the transaction ends, if this organisation may see it. */
export const lockCase = (tx: Tx, id: string) => readBy<CaseRow>(tx, `${selectCase} for update`, [id])

type Speaker = Pick<Actor, 'orgId' | 'role'>

/** `held`: the strongest capacity first. `awaited`: what its lines say that it is waited for. `follows`: what its tag is made of. */
export type PartsHeld = { held: Capacity[]; awaited: string[]; follows: Follows }

/** Which parts are not a seat of the cell that a withdrawal keeps from whoever asks, for whichever of their houses it was said. */
const unlessWithdrew = (part: string): string =>
  `(${part}.capacity <> 'cell_member' or not withdrew(${part}.case_id))`

const partsNow = (which: string) =>
  `select case_id as "caseId", capacity, waits_for as "waitsFor", told from participation p
  where ${which} and ${unlessWithdrew('p')} and org_id = $2 and since <= (select wall_clock()) and (until is null or until > (select wall_clock()))`
const partsInAll = partsNow('case_id = any($1::uuid[])')
/** The parts that an organisation ($2) takes in a case ($1) now. */
export const partsInOne = partsNow('case_id = $1')

/** What a line says of the part that an organisation takes. */
export type PartLine = { capacity: Capacity; waitsFor: string | null; told: number }

/** A line of a worklist as an act has left it, and whether it moved. */
export type Written = PartLine & { orgId: string; at: Date; moved: boolean | null }

/** Of the lines of one organisation in one case. */
export const partsAmong = (
  rows: readonly PartLine[],
  caseId: string,
  { orgId, role }: Speaker
): PartsHeld => {
  const held = speaksAs(
    role,
    rows.map(({ capacity }) => capacity)
  )
  const lines = rows.filter(({ capacity }) => held.includes(capacity))
  const awaited = lines.flatMap(({ waitsFor }) => waitsFor ?? [])
  // What is shown follows all of them, and so does the reader's own version.
  const counters = lines.map(({ capacity, told }) => `${capacity} ${told}`)
  return { held, awaited, follows: { caseId, orgId, counters } }
}

/**
 * In which capacities an organisation takes part now in each of these cases: those of the reader's own role, since row security
 * knows organisations alone. A case in which they have none is not there.
 */
export const partsIn = async (
  tx: Tx,
  caseIds: readonly string[],
  speaker: Speaker
): Promise<Map<string, PartsHeld>> => {
  const rows = await runQuery<PartLine & { caseId: string }>(tx, partsInAll, [caseIds, speaker.orgId])
  const parts = [...Map.groupBy(rows, (row) => row.caseId)].map(
    ([caseId, of]) => [caseId, partsAmong(of, caseId, speaker)] as const
  )
  return new Map(parts.filter(([, { held }]) => held.length > 0))
}

export const partsOf = async (tx: Tx, caseId: string, speaker: Speaker): Promise<PartsHeld> =>
  (await partsIn(tx, [caseId], speaker)).get(caseId) ?? partsAmong([], caseId, speaker)

export const capacitiesOf = async (tx: Tx, caseId: string, speaker: Speaker): Promise<Capacity[]> =>
  (await partsOf(tx, caseId, speaker)).held

/** Somebody who takes part; `movedAt`: in milliseconds, when they were last told that the case moved. */
export type Part = Party & { caseId: string; movedAt: number }
export type Taking = Part & { left: boolean }

/** Those who take part, as `p` and `o`, each with what it holds; of those who sit in a cell, the houses that became theirs: one gives one voice. */
export const partyColumns = `p.case_id as "caseId", p.org_id as "orgId", p.capacity, o.type as "orgType", round(date_part('epoch', p.moved_at) * 1000) as "movedAt",
  array(${regimesHeldBy('p.org_id')}) as regimes,
  case when p.capacity in ('cell', 'cell_member') then array(select houses_before(p.org_id)) else '{}' end as formerly`

/** Everyone who takes part, for the gate: it has entered the case. With a moment ($2), those too whose part ended then. */
export const partiesOf = `select ${partyColumns}, p.until is not null as left
  from participation p join organisation o on o.id = p.org_id
  where p.case_id = $1 and (p.until is null or p.until = $2::timestamptz)`

export const activeParticipations = (tx: Tx, caseId: string) =>
  runQuery<Taking>(tx, partiesOf, [caseId, null])

/** A clock as it was counted, and whether it calls. */
export type LiveClock = Clock & DeadlineEntry

// In one order, as in the case: where a row lies is nobody's to know.
const liveClocks = (which: string) =>
  `select ${columnsOf(deadlines)}, next_step > 0 or jsonb_array_length(steps) <= 1 as spoken
     from deadline where ${which} and state in (${listed(datedStates)}) order by due_at, code, id`

/** The clocks that people read a date of. */
export const liveDeadlines = (tx: Tx, caseId: string) =>
  runQuery<LiveClock>(tx, liveClocks('case_id = $1'), [caseId])

export const liveDeadlinesIn = (tx: Tx, caseIds: readonly string[]) =>
  runQuery<LiveClock>(tx, liveClocks('case_id = any($1::uuid[])'), [caseIds])

/** The participations of one organisation for which the reader's own role speaks, as a condition on `p`. */
export const spokenFor = (role: Role, part = 'p'): string => {
  const held = capacitiesHeld(role)
  const spoken = `${part}.capacity in (${listed(['none', ...held])})`
  return held.includes('cell_member') ? `${spoken} and ${unlessWithdrew(part)}` : spoken
}

/** « 99+ » says enough, and a count must not cost more as cases grow: nothing is counted beyond a hundred. */
export const countCap = 100
export const counted = (n: number) => ({ n: Math.min(n, countCap - 1), capped: n >= countCap })
