import type { CountedDimension, ReleasedTable } from '../../../figures/table/counted.ts'
import type { Beside, Failed } from '../../../figures/release/gate.ts'
import type { Audience, Failure, ReleaseKind, ReleaseState } from '../../../figures/release/rules.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import { NotFound } from '../../errors.ts'

export type ReleaseRow = {
  number: number
  quarter: string
  kind: ReleaseKind
  version: number
  asOf: Date
  state: ReleaseState
  erratum: string | null
  /** Tables that it is without. */
  leftOut: string[]
  askedBy: string
  askedByName: string
  askedAt: Date
  step: string | null
  failure: Failure | null
  done: number
  /** By which noise it was protected. */
  method: { maximumDeviation: number; variance: number }
  /** How many associations flagged; null where too few did. */
  panel: number | null
  /** When its places were counted; null of one that was made before that was kept. */
  placesAt: Date | null
  /** For those who publish alone. */
  report: ReleaseReport | null
  publishedByName: string | null
  publishedAt: Date | null
  /** Whether exact numbers of its year have left since it was attacked; told to those who publish alone. */
  overtaken: boolean
}

/** What the attacks found, for whoever publishes; `masked`: cells hidden beyond the rule, by table. */
export type ReleaseReport = {
  seconds: number
  /** Against how many exports of exact numbers it was held; undefined before that was kept. */
  sent?: number
  attacks: { id: string; passed: boolean; tried: number; found: number }[]
  /** The cells that let themselves be narrowed down; undefined before that was kept. */
  failed?: Failed[]
  masked: { audience: Audience; table: string; cells: number }[]
  /** The names of the cells that were masked beyond the rule. */
  beside: Beside
  shown: { audience: Audience; cells: number; of: number; share20: number }[]
}

const columns = `number, quarter, kind, version, as_of as "asOf", state, erratum, left_out as "leftOut", asked_by as "askedBy",
  (select display_name from person where id = asked_by) as "askedByName", asked_at as "askedAt", step, failure, done, method, panel, places_at as "placesAt",
  (select report from release_report where release = number) as report,
  (select display_name from person where id = published_by) as "publishedByName",
  published_at as "publishedAt",
  (select count(*) from exact_export e where e.state = 'allowed' and e.year = left(quarter, 4)::int)
    > coalesce((select (report ->> 'sent')::int from release_report where release = number), 0) as overtaken`

/** All that this reader may know of, the newest first. */
export const releaseRows = (tx: Tx): Promise<ReleaseRow[]> =>
  runQuery<ReleaseRow>(tx, `select ${columns} from release order by number desc`, [])

/** @throws NotFound */
export const releaseRow = async (tx: Tx, number: number): Promise<ReleaseRow> => {
  const [row] = await runQuery<ReleaseRow>(tx, `select ${columns} from release where number = $1`, [number])
  if (!row) throw new NotFound('no such release')
  return row
}

/** When counting began, or began again after the store was lost. */
export const countedSince = async (tx: Tx): Promise<Date> => {
  const [row] = await runQuery<{ since: Date }>(tx, 'select figures_since() as since', [])
  return row!.since
}

/** One act on releases at a time; it waits for the one before, and then reads what that left. */
export const alone = (tx: Tx) =>
  runQuery(tx, `select pg_advisory_xact_lock(hashtextextended('release', 0))`, [])

/** The newest that is out, final or not; undefined before the first. */
export const newestRelease = async (tx: Tx): Promise<ReleaseRow | undefined> => {
  const text = `select ${columns} from release where state = 'published'
    order by quarter desc, kind = 'final' desc, version desc limit 1`
  return (await runQuery<ReleaseRow>(tx, text, []))[0]
}

type TableRow = { id: string; dimensions: CountedDimension[]; shown: (number | null)[] }

/** The tables of a release as one audience reads them. */
export const tablesOf = (tx: Tx, number: number, audience: Audience): Promise<ReleasedTable[]> =>
  runQuery<TableRow>(
    tx,
    `select id, dimensions, shown from release_table where release = $1 and audience = $2 order by id`,
    [number, audience]
  )

/** Undefined of a release that was made before there was such a table. */
export const findTable = async (
  tx: Tx,
  number: number,
  { audience, id }: { audience: Audience; id: string }
): Promise<ReleasedTable | undefined> => {
  const text = `select id, dimensions, shown from release_table where release = $1 and audience = $2 and id = $3`
  const [row] = await runQuery<TableRow>(tx, text, [number, audience, id])
  return row
}

/** @throws NotFound */
export const tableOf = async (
  tx: Tx,
  number: number,
  asked: { audience: Audience; id: string }
): Promise<ReleasedTable> => {
  const table = await findTable(tx, number, asked)
  if (!table) throw new NotFound('no such table')
  return table
}
