import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { regionIds, regionTables } from '../../../workflows/case/commands.ts'

export type Act = readonly [command: string, daysAfter: number]
export type Person = {
  territory?: string
  openedAt?: string
  identification?: string
  housing?: string
  minor?: string
  acts?: readonly Act[]
}

const initial = Object.fromEntries(regionIds.map((id) => [id, regionTables[id].initial as string]))
const day = 86_400_000

const caseRow = (person: Person, index: number) => ({
  id: randomUUID(),
  code: `T-${index}-${randomUUID().slice(0, 8)}`,
  territory: person.territory ?? '75',
  opened_at: person.openedAt ?? '2026-03-10T09:00:00Z',
  ...initial,
  identification: person.identification ?? 'flagged',
  housing: person.housing ?? 'unassessed',
  minor: person.minor ?? 'not_applicable'
})

const insertEvents = `insert into case_event (case_id, seq, at, command, input, sealed, role, basis, basis_on)
  select case_id, seq, at, command, '{}', '{}', 'asso', '{}', at::date from jsonb_populate_recordset(null::case_event, $1)`

/** Persons written straight into the tables, as their owner: what is tested is only what counts them. */
export const people = async (owner: Pool, persons: readonly Person[]): Promise<string[]> => {
  const rows = persons.map(caseRow)
  const events = rows.flatMap((row, index) =>
    (persons[index]!.acts ?? []).map(([command, daysAfter], seq) => ({
      case_id: row.id,
      seq: seq + 1,
      at: new Date(Date.parse(row.opened_at) + daysAfter * day).toISOString(),
      command
    }))
  )
  await write(
    owner,
    `insert into "case" (id, code, version, territory, opened_at, ${regionIds.join(', ')}, facts, config_version, updated_at)
    select id, code, 1, territory, opened_at, ${regionIds.join(', ')}, '{}', 'test', opened_at
    from jsonb_populate_recordset(null::"case", $1)`,
    rows
  )
  await write(owner, insertEvents, events)
  return rows.map(({ id }) => id)
}

/** Row security binds even the owner of the tables. */
const write = async (owner: Pool, statement: string, rows: readonly object[]) => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    for (const table of ['"case"', 'case_event'])
      await client.query(`alter table ${table} disable row level security`)
    await client.query(statement, [JSON.stringify(rows)])
    for (const table of ['"case"', 'case_event'])
      await client.query(`alter table ${table} enable row level security`)
    await client.query('commit')
  } finally {
    client.release()
  }
}
