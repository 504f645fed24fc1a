import { unseal } from '../../server/cases/sealing.ts'
import { advance, open } from '../../workflows/advance.ts'
import { commandRow, isCommandType, regionIds } from '../../workflows/commands.ts'
import type { FlagInput } from '../../workflows/flag.ts'
import type { Situation } from '../../workflows/guards.ts'
import type { TestDatabase } from './db.ts'

type Written = {
  seq: number
  command: string
  input: Record<string, unknown>
  sealed: string[]
  person_id: string | null
  org_id: string | null
  type: string | null
}

/** What an act was given, put together again from its event and its sealed values; a nested object gets its fields back. */
const inputOf = async ({ owner, keys }: TestDatabase, caseId: string, { seq, command, input, sealed }: Written) => {
  if (!isCommandType(command)) throw new Error(`unknown act ${command}`)
  const whole: Record<string, unknown> = { ...input }
  const { properties } = commandRow(command).input
  for (const dataClass of sealed) {
    const { rows } = await owner.query<{ body: Buffer }>('select body from compartment where case_id = $1 and seq = $2 and data_class = $3', [caseId, seq, dataClass])
    const values = unseal(keys, { table: 'compartment', id: `${caseId}:${seq}`, dataClass }, rows[0]!.body) as Record<string, unknown>
    for (const [field, value] of Object.entries(values)) {
      const parent = Object.keys(properties).find((name) => (properties[name] as { properties?: object }).properties?.[field as never] !== undefined)
      if (field in properties || parent === undefined) whole[field] = value
      else whole[parent] = { ...(whole[parent] as object), [field]: value }
    }
  }
  return { command, input: whole }
}

/** Where the log alone says that a case stands, and how many acts it tells. */
export const replay = async (db: TestDatabase, caseId: string): Promise<{ situation: Situation; version: number }> => {
  const { rows } = await db.owner.query<Written>(
    `select e.seq, e.command, e.input, e.sealed, e.person_id, e.org_id, o.type from case_event e
     left join organisation o on o.id = e.org_id where e.case_id = $1 order by e.seq`,
    [caseId]
  )
  const [first, ...acts] = await Promise.all(rows.map((row) => inputOf(db, caseId, row)))
  let situation = open(first!.input as FlagInput)
  for (const [index, { command, input }] of acts.entries()) {
    const { person_id: personId, org_id: orgId, type } = rows[index + 1]!
    const by = { personId: personId ?? '', orgId: orgId ?? '', orgType: type ?? 'platform' }
    situation = advance(situation, { type: command, input, by })
  }
  return { situation, version: rows.length }
}

/** The same, as the row of the case holds it. */
export const kept = async ({ owner }: TestDatabase, caseId: string): Promise<{ situation: Situation; version: number }> => {
  const { rows } = await owner.query(`select * from "case" where id = $1`, [caseId])
  const { version, facts, ...row } = rows[0] as { version: number; facts: Situation['facts'] } & Record<string, unknown>
  const regions = Object.fromEntries(regionIds.map((id) => [id, row[id]])) as Situation['regions']
  return { situation: { regions, facts }, version }
}
