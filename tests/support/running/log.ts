import { unseal } from '../../../server/db/sealing.ts'
import { commandRow, isCommandType, regionIds } from '../../../workflows/case/commands.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import type { TestDatabase } from './db.ts'
import { replay, type LoggedEvent } from '../../../workflows/case/replay.ts'

type Sealed = { seq: number; data_class: string; body: Buffer }

/** A sealed field stands under its own name; one of a nested object goes back into it. */
const put = (input: Record<string, unknown>, command: string, [field, value]: [string, unknown]) => {
  if (!isCommandType(command)) return
  const { properties } = commandRow(command).input
  const parent = Object.keys(properties).find(
    (name) => field in ((properties[name] as { properties?: object }).properties ?? {})
  )
  if (field in properties || parent === undefined) input[field] = value
  else input[parent] = { ...(input[parent] as object), [field]: value }
}

/** The log of a case with what was sealed put back into its acts. */
const logOf = async ({ owner, keys }: TestDatabase, caseId: string): Promise<LoggedEvent[]> => {
  const { rows: events } = await owner.query<LoggedEvent>(
    `select e.seq, e.command, e.input, e.person_id as "personId", e.org_id as "orgId", coalesce(o.type, 'platform') as "orgType"
     from case_event e left join organisation o on o.id = e.org_id where e.case_id = $1 order by e.seq`,
    [caseId]
  )
  const { rows: sealed } = await owner.query<Sealed>(
    'select seq, data_class, body from compartment where case_id = $1',
    [caseId]
  )
  for (const { seq, data_class: dataClass, body } of sealed) {
    const event = events.find((one) => one.seq === seq)!
    const values = unseal(keys, { table: 'compartment', id: `${caseId}:${seq}`, dataClass }, body) as Record<
      string,
      unknown
    >
    for (const entry of Object.entries(values)) put(event.input, event.command, entry)
  }
  return events
}

type Standing = { situation: Situation; version: number }

/** Where the log alone says that a case stands, and how many acts it tells. */
export const retold = async (db: TestDatabase, caseId: string): Promise<Standing> => {
  const log = await logOf(db, caseId)
  return { situation: replay(log), version: log.length }
}

/** The same, as the row of the case holds it. */
export const kept = async ({ owner }: TestDatabase, caseId: string): Promise<Standing> => {
  const { rows } = await owner.query(`select * from "case" where id = $1`, [caseId])
  const { version, facts, ...row } = rows[0] as { version: number; facts: Situation['facts'] } & Record<
    string,
    unknown
  >
  const regions = Object.fromEntries(regionIds.map((id) => [id, row[id]])) as Situation['regions']
  return { situation: { regions, facts }, version }
}
