import { publicationRefused } from '../../policies/separation.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { changesBetween } from '../../workflows/configuration/changes.ts'
import type { InputProblem } from '../../workflows/vocabulary/problem.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { catalogueFor } from './catalogue.ts'
import { stuckCases } from './moves.ts'
import { readVersion, readVersions, standsAgainst, type VersionRow } from './versions.ts'
import { movesShown, type MoveLine, type VersionLine, type VersionView } from '../views/configuration.ts'

const stateWords = {
  draft: { fr: 'brouillon', en: 'draft' },
  published: { fr: 'publiée', en: 'published' },
  withdrawn: { fr: 'retirée', en: 'withdrawn' }
} as const satisfies Record<string, Bilingual>

const moveWords = {
  moving: { fr: 'en cours', en: 'under way' },
  moved: { fr: 'terminé', en: 'done' },
  undoing: { fr: 'retour en cours', en: 'being undone' },
  undone: { fr: 'défait', en: 'undone' }
} as const satisfies Record<string, Bilingual>

/** In the order in which versions take effect: of two on one day, the last published. */
const byEffect = (a: VersionRow, b: VersionRow) =>
  a.effectiveOn.localeCompare(b.effectiveOn) || Number(a.publishedAt ?? 0) - Number(b.publishedAt ?? 0)

const published = (rows: readonly VersionRow[]) =>
  rows.filter(({ state }) => state === 'published').toSorted(byEffect)

const before = (row: VersionRow, rows: readonly VersionRow[]): VersionRow | null =>
  published(rows).findLast((one) => one !== row && byEffect(one, row) < 0) ?? null

type Known = { rows: readonly VersionRow[]; counts: ReadonlyMap<string, number> }

const counts = 'select version, sum(cases)::int as cases from config_case_counts() group by version'

const load = async (tx: Tx): Promise<Known> => {
  const rows = await readVersions(tx)
  const counted = await runQuery<{ version: string; cases: number }>(tx, counts, [])
  return { rows, counts: new Map(counted.map(({ version, cases }) => [version, cases])) }
}

const lineOf = (row: VersionRow, { rows, counts: held }: Known, reader: Reader): VersionLine => {
  const today = civilDate(reader.now, 'Europe/Paris')
  const inForce = published(rows).findLast(({ effectiveOn }) => effectiveOn <= today)
  const previous = before(row, rows)
  return {
    version: row.version,
    effectiveOn: row.effectiveOn,
    state: row.state,
    stateLabel: stateWords[row.state][reader.locale],
    inForce: inForce === row,
    note: row.body.note,
    revision: row.revision,
    basedOn: row.basedOn,
    createdBy: row.createdBy,
    publishedBy: row.publishedBy,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    cases: held.get(row.version) ?? 0,
    changes: previous ? changesBetween(previous.body, row.body).map((one) => one[reader.locale]) : [],
    since: previous?.version ?? null
  }
}

export const inWords = (problems: readonly InputProblem[], locale: Locale) =>
  problems.map(({ field, code, message }) => ({ field, code, message: message[locale] }))

const moveSelect = `select m.id, m.territory, coalesce(m.from_version, m.from_local, '') as "from", coalesce(m.to_version, m.to_local, '') as "to", m.state, p.display_name as "startedBy",
  m.started_at as "startedAt", m.finished_at as "finishedAt", u.display_name as "undoneBy", m.undone_at as "undoneAt", m.total, m.moved, m.failed, m.restored, m."left",
  ${stuckCases} as stuck
  from config_move m join person p on p.id = m.started_by left join person u on u.id = m.undone_by`

type MoveRow = Omit<MoveLine, 'startedAt' | 'finishedAt' | 'undoneAt' | 'stateLabel'> & {
  startedAt: Date
  finishedAt: Date | null
  undoneAt: Date | null
}

const moveLine = (row: MoveRow, locale: Locale): MoveLine => ({
  ...row,
  stateLabel: moveWords[row.state][locale],
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  undoneAt: row.undoneAt?.toISOString() ?? null
})

export const listVersions = async (tx: Tx, reader: Reader) => {
  const known = await load(tx)
  const moves = await runQuery<MoveRow>(
    tx,
    `${moveSelect} order by m.started_at desc limit ${movesShown}`,
    []
  )
  return {
    items: known.rows.map((row) => lineOf(row, known, reader)),
    moves: moves.map((row) => moveLine(row, reader.locale))
  }
}

/** @throws NotFound */
export const readMove = async (tx: Tx, id: string, { locale }: Reader): Promise<MoveLine> => {
  const [row] = await runQuery<MoveRow>(tx, `${moveSelect} where m.id = $1`, [id])
  if (!row) throw new NotFound('no such move')
  return moveLine(row, locale)
}

/** One version with everything it decides, what stands against publishing it, and the words to write its form. */
export const viewVersion = async (tx: Tx, version: string, reader: Reader): Promise<VersionView> => {
  const row = await readVersion(tx, version)
  const known = await load(tx)
  const line = known.rows.find((one) => one.version === version)!
  const { locale, now, actor } = reader
  return {
    ...lineOf(line, known, reader),
    body: row.body as VersionView['body'],
    problems: row.state === 'draft' ? inWords(await standsAgainst(tx, row.body, now), locale) : [],
    notPublishable: publicationRefused(row.writers, actor)?.[locale] ?? null,
    catalogue: catalogueFor(row.body, civilDate(now, 'Europe/Paris'), locale)
  }
}
