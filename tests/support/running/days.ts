import type { Pool, PoolClient } from 'pg'
import { selectAll, type DeadlineEntry } from '../../../server/cases/store.ts'
import { deadlines } from '../../../server/db/schema/schema.ts'
import { opened } from '../../../server/deadlines/sealed.ts'
import { endOfDay, startOfDay } from '../../../workflows/calendar/calendar.ts'
import type { Zone } from '../../../workflows/calendar/territories.ts'
import { testKeys } from './keys.ts'

/** The clocks of a case of this code, the latest last, with the days that their rows keep sealed. */
export const clocksOpened = async (owner: Pool, caseId: string, code: string): Promise<DeadlineEntry[]> => {
  const { rows } = await owner.query<DeadlineEntry>(
    `${selectAll(deadlines)} where case_id = $1 and code = $2 order by state = 'stopped' desc, due_on`,
    [caseId, code]
  )
  return rows.map((row) => opened(testKeys, row))
}

/** Every row of every table that is not PostgreSQL's own, as text. */
export const everyRow = async (owner: Pool | PoolClient): Promise<{ table: string; row: string }[]> => {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  )
  const all: { table: string; row: string }[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    all.push(...rows.map(({ row }) => ({ table: name, row })))
  }
  return all
}

const months = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.'
]

/** How a day may be written: as a date, in French, or as the instant at which it begins or ends in a zone. */
export const writtenAs = (day: string, zone: Zone): string[] => {
  const [year, month, date] = day.split('-') as [string, string, string]
  const instants = [startOfDay(day, zone), endOfDay(day, zone)].map((at) => new Date(at))
  return [
    day,
    `${date}/${month}/${year}`,
    `${Number(date)} ${months[Number(month) - 1]} ${year}`,
    ...instants.flatMap((at) => {
      const iso = at.toISOString().slice(0, 16)
      return [iso, iso.replace('T', ' '), String(at.getTime())]
    })
  ]
}
