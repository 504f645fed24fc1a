import { createHash } from 'node:crypto'
import pg from 'pg'
import type { TestDatabase } from '../../../support/running/db.ts'

// What a function of PostgreSQL does to a row of each kind: rows are put that hang on nothing, it is called, and what is no more
// as it was is told. Each goes on in a transaction of its own that is taken back, so that a mistake is made there and mended.

/** A name for each id; a moment is said by how far it is from now. */
type Cell = string | number | boolean | null | readonly string[] | Readonly<Record<string, unknown>>
type Put = { table: string; label: string; row: Readonly<Record<string, Cell>> }
export type Scene = {
  /** The rows of each table by the name that a reader knows them by. */
  rows: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Cell>>>>>>
  /** Who asks, of which case. */
  as?: Readonly<Record<string, string>>
  /** Or several who ask the same, one after another. */
  askers?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** As which role of PostgreSQL. */
  role?: string
  /** Sent before the rows that are there are looked at. */
  first?: string
  says: string
}

type Column = { table: string; name: string; type: string; needed: boolean }

const idOf = (name: string): string => {
  const hex = createHash('md5').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
/** When all of it happens: the noon of a summer's day. */
const noon = '2034-06-15T12:00:00Z'
const text = (value: string) => `'${value.replaceAll("'", "''")}'`
/** What is answered by a function that answers nothing. */
const nothing = 2278
const isId = (value: string) => /^[0-9a-f]{8}-/.test(value)

const moment = (value: string) =>
  value === 'now'
    ? text(noon)
    : /^[+-]/.test(value)
      ? `${text(noon)}::timestamptz + interval ${text(value)}`
      : text(value)

/** A value as its column takes it. */
const literal = (value: Cell, type: string): string => {
  if (value === null) return 'null'
  if (type === 'uuid') return text(isId(String(value)) ? String(value) : idOf(String(value)))
  if (type === 'uuid[]') return `array[${(value as string[]).map((one) => text(idOf(one))).join()}]::uuid[]`
  if (type.endsWith('[]'))
    return `array[${(value as string[]).map((one) => text(String(one))).join()}]::${type}`
  if (type === 'timestamp with time zone') return moment(String(value))
  if (type === 'date') return `(${moment(String(value))})::date`
  if (type === 'jsonb') return `${text(JSON.stringify(value))}::jsonb`
  return typeof value === 'string' ? text(value) : String(value)
}

/** What stands in a column that may not be empty, where nothing is said of it: of each row another. */
const filling = ({ type }: Column, label: string): string => {
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'timestamp with time zone') return `timestamptz '${noon}' - interval '9 days'`
  if (type === 'date') return `date '2034-06-06'`
  if (type === 'jsonb') return `'{}'`
  if (type === 'bytea') return `'\\x01'`
  if (type === 'boolean') return 'false'
  if (type.endsWith('[]')) return `'{}'`
  return type === 'text' ? text(label) : '1'
}

const columnsOf = `select c.relname as table, attname as name, format_type(atttypid, null) as type,
    attnotnull and not atthasdef and attidentity = '' and attgenerated = '' as needed
  from pg_attribute join pg_class c on c.oid = attrelid
  where attnum > 0 and not attisdropped and attgenerated = '' and c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
    and c.relname not in ('demonstration_clock', 'sight', 'kind_role', 'regime_need')`
const checksOf = `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as text from pg_constraint
  where contype in ('c', 'f') and conrelid <> 0 and connamespace = 'public'::regnamespace and conparentid = 0 and coninhcount = 0`

// Beside what happens: keys that are drawn, and moments that PostgreSQL notes by its own clock.
const aside = ['id', 'hash', 'previous', 'created_at', 'settled_in', 'run_at', 'attempts', 'row_name']
const plain = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '')
const shown = (row: Readonly<Record<string, unknown>>, said: (value: unknown) => unknown): string =>
  Object.entries(row)
    .filter(([name, value]) => value !== undefined && !aside.includes(name))
    .map(([name, value]) => `${name} ${value === null ? 'empty' : plain(said(value))}`)
    .join(', ')
type Line = { to: string[]; about: string; id: string; line: { about: string; id: string; seq: number } }
/** Of what is told by the outbox, to whom and of what. */
const told = (table: string, row: Readonly<Record<string, unknown>>, said: (value: unknown) => unknown) => {
  if (table !== 'outbox' || row['kind'] !== 'tell') return
  const { to, about, id, line } = said(row['payload']) as Line
  return `tells ${to.join(' and ')} of ${about} ${id}: ${line.about} ${line.seq}${line.id === id ? '' : ` of ${line.id}`}`
}
/** Of a new row, what is not empty, and hangs on no clock and no order but its own. */
const written = (table: string, row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([name, value]) => value !== null && !['outbox at', 'audit_event seq'].includes(`${table} ${name}`)
    )
  )
const differing = (row: Readonly<Record<string, unknown>>, then: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(then).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(row[name]))
  )

const inContext = (name: string, value: string | undefined) =>
  value !== undefined && ['person', 'org', 'case'].includes(name)
    ? idOf(value)
    : value !== undefined && ['teams', 'stands'].includes(name)
      ? `{${value.split(',').map(idOf).join()}}`
      : (value ?? '')

export const openRows = async (db: TestDatabase) => {
  const above = new pg.Client({ connectionString: db.superuserUrl })
  await above.connect()
  for (const { text: dropped } of (await above.query<{ text: string }>(checksOf)).rows)
    await above.query(dropped)
  const columns = (await above.query<Column>(columnsOf)).rows
  const tables = [...new Set(columns.map(({ table }) => table))]
  for (const table of tables) await above.query(`alter table "${table}" add column row_name text`)
  const whole = tables
    .map((table) => {
      const ours = columns.filter((one) => one.table === table).map(({ name }) => `'${name}', "${name}"`)
      return `select ${text(table)} as table, jsonb_build_object(${ours.join()}, 'row_name', row_name) as row from "${table}"`
    })
    .join(' union all ')

  const put = async ({ table, label, row }: Put) => {
    const ours = columns.filter((one) => one.table === table)
    for (const name of Object.keys(row))
      if (!ours.some((one) => one.name === name)) throw new Error(`no column ${name} of ${table}`)
    const filled = ours.filter((one) => one.name in row || one.needed)
    const named = ours.some(({ name, needed }) => name === 'id' && !needed) && !('id' in row)
    const values = filled.map((one) =>
      one.name in row
        ? literal(row[one.name] as Cell, one.type)
        : one.name === 'id' && one.type === 'uuid'
          ? text(idOf(label))
          : filling(one, label)
    )
    const id = named && ours.some(({ name, type }) => name === 'id' && type === 'uuid')
    await above.query(
      `insert into "${table}" (${[...filled.map(({ name }) => `"${name}"`), ...(id ? ['id'] : []), 'row_name'].join()})
       overriding system value values (${[...values, ...(id ? [text(idOf(label))] : []), text(label)].join()})`
    )
  }

  type Kept = { table: string; row: Record<string, unknown> }
  const look = async () => (await above.query<Kept>(whole)).rows

  /** What is no more as it was, each row by its name, and what is new; or what was refused. */
  const happens = async (
    { rows, as = {}, askers = { '': as }, role, first, says }: Scene,
    mistake?: string
  ) => {
    const names = new Map<string, string>()
    const seen = (name: string) => void names.set(idOf(name), name)
    for (const one of Object.values(askers)) for (const value of Object.values(one)) seen(value)
    const known = (cell: unknown) => {
      if (typeof cell === 'string' && !isId(cell)) seen(cell)
      if (Array.isArray(cell)) cell.forEach(known)
    }
    for (const [, name] of says.matchAll(/md5\('([^']+)'\)/g)) seen(name!)
    for (const ofTable of Object.values(rows))
      for (const [label, row] of Object.entries(ofTable)) {
        seen(label)
        Object.values(row).forEach(known)
      }
    await above.query('begin')
    try {
      if (mistake !== undefined) await above.query(mistake)
      const now = new Date(noon).getTime()
      await above.query(`set local timezone to 'UTC'`)
      await above.query(`insert into demonstration_clock (ahead) values (timestamptz '${noon}' - now())`)
      await above.query('set local session_replication_role = replica')
      for (const [table, ofTable] of Object.entries(rows))
        for (const [label, row] of Object.entries(ofTable)) await put({ table, label, row })
      if (first !== undefined) await above.query(first)
      await above.query('set local session_replication_role = origin')
      const before = await look()
      const said = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(said)
        if (value instanceof Date) return said(value.toISOString())
        if (typeof value === 'object' && value !== null)
          return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, said(one)]))
        if (typeof value !== 'string') return value
        if (isId(value)) return names.get(value) ?? 'some id'
        if (!/^\d{4}-\d\d-\d\d(T|$)/.test(value))
          return value.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => names.get(id) ?? 'some id')
        const hours = Math.round(
          (new Date(value.length === 10 ? `${value}T12:00:00Z` : value).getTime() - now) / 3_600_000
        )
        return hours === 0
          ? 'now'
          : `${hours > 0 ? '+' : ''}${hours % 24 === 0 ? `${hours / 24} d` : `${hours} h`}`
      }
      const answers: string[] = []
      for (const [asker, context] of Object.entries(askers)) {
        for (const name of ['person', 'org', 'role', 'case', 'reads', 'teams', 'stands'])
          await above.query(`select set_config($1, $2, true)`, [
            `app.${name}`,
            inContext(name, context[name])
          ])
        if (role !== undefined) await above.query(`set local role ${role}`)
        const sent: unknown = await above.query(says)
        await above.query('reset role')
        const [answer] = (Array.isArray(sent) ? sent : [sent]) as [pg.QueryResult<Record<string, unknown>>]
        if (answer.fields.some(({ dataTypeID }) => dataTypeID !== nothing))
          answers.push(...answer.rows.map((row) => `said${asker && ` to ${asker}`}: ${shown(row, said)}`))
      }
      const after = await look()
      const changed = new Map<string, string[]>()
      for (const { table, row } of before) {
        const name = row['row_name']
        if (name === null) continue
        const then = after.find((one) => one.table === table && one.row['row_name'] === name)
        const what = then === undefined ? 'gone' : shown(differing(row, then.row), said)
        if (what !== '') changed.set(what, [...(changed.get(what) ?? []), String(name)])
      }
      const had = new Set(
        before.filter(({ row }) => row['row_name'] === null).map((one) => JSON.stringify(one))
      )
      const added = after
        .filter((one) => one.row['row_name'] === null && !had.has(JSON.stringify(one)))
        .map(
          ({ table, row }) => told(table, row, said) ?? `new ${table}: ${shown(written(table, row), said)}`
        )
      return [
        ...[...changed].map(([what, whose]) => `${whose.toSorted().join(', ')}: ${what}`).toSorted(),
        ...added.toSorted(),
        ...answers
      ]
    } catch (error) {
      return [`refused: ${(error as Error).message}`]
    } finally {
      await above.query('rollback')
    }
  }
  return { happens, close: () => above.end() }
}
