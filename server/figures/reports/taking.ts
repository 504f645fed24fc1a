import { world } from '../../../figures/release/judging.ts'
import { usualNoise } from '../../../figures/noise/deviations.ts'
import { audiences, releaseKinds } from '../../../figures/release/rules.ts'
import { linesTelling } from '../../../figures/release/leaving.ts'
import { methodOf } from '../../../figures/export/words.ts'
import { fillOurs } from '../../../figures/reports/fill.ts'
import type { ReportId } from '../../../figures/reports/ids.ts'
import type { ReportFile } from '../../../figures/reports/files.ts'
import { reportLines } from '../../../figures/reports/lines.ts'
import { reports } from '../../../figures/reports/reports.ts'
import { entersBeside, readsBeside } from '../../../policies/figures/outside.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { audit } from '../../acts/audit.ts'
import type { Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { NotFound } from '../../errors.ts'
import type { Locale } from '../../locale.ts'
import { besideFigures } from '../administrative/read.ts'
import { instantIn, longDate } from '../../views/words.ts'
import { quarterIn, yearOf } from '../quarters.ts'
import { releaseRows } from '../releases/store.ts'
import { exactOf, leftBefore, openUntil, type ExactRow } from './exact.ts'
import { fillExact, fillReleased, type Filled } from './filling.ts'
import { releasedOf, type Released } from './released.ts'
import type { ReportList, ReportView } from '../../views/figures/reports.ts'

const thisYear = (now: Date) => Number(civilDate(now, 'Europe/Paris').slice(0, 4))

const drawnFrom = ({ release }: Filled, locale: Locale): string | null => {
  if (!release) return null
  const { number, version } = release
  const [kind, quarter] = [releaseKinds[release.kind][locale], quarterIn(release.quarter, locale)]
  const asOf = longDate(civilDate(release.asOf, 'Europe/Paris'), locale)
  return locale === 'fr'
    ? `publication n° ${number}, version ${version}, ${kind}, ${quarter}, situation au ${asOf}`
    : `release ${number}, version ${version}, ${kind}, ${quarter}, as of ${asOf}`
}

/** How the numbers were protected, and of whom they are: whoever has the file alone knows no more of them. */
const methodIn = ({ noise: { deviation, variance } }: Released, locale: Locale): string =>
  [
    methodOf({ threshold: audiences.public, maximumDeviation: deviation, variance }, locale),
    {
      fr: 'Une ligne faite de plusieurs effectifs porte le bruit de chacun. Toutes comptent des personnes signalées dans l’année, selon ce qu’elles étaient devenues ce jour-là.',
      en: 'A line made of several counts bears the noise of each. All count persons flagged in the year, by what had become of them that day.'
    }[locale]
  ].join(' ')

const mustRead = ({ actor }: Reader) => {
  if (!readsBeside(actor)) throw new NotFound('no reports for this role')
}

const yearsOf = async (tx: Tx, now: Date): Promise<number[]> => {
  const known = (await besideFigures(tx, null)).map((one) => one.year)
  return [...new Set([thisYear(now), thisYear(now) - 1, ...known])].toSorted((a, b) => b - a)
}

/** @throws NotFound for whoever does not read the nation's figures */
export const listReports = async (tx: Tx, reader: Reader): Promise<ReportList> => {
  mustRead(reader)
  return {
    items: Object.values(reports).map(({ id, title, asks }) => ({
      id,
      title: title[reader.locale],
      asks: asks[reader.locale]
    })),
    years: await yearsOf(tx, reader.now)
  }
}

type Asked = { id: ReportId; year?: number }
const yearAsked = ({ year }: Asked, { now }: Reader) => year ?? thisYear(now) - 1

/** What one of them asks, filled with what is released and what others publish. */
export const viewReport = async (tx: Tx, reader: Reader, asked: Asked): Promise<ReportView> => {
  mustRead(reader)
  const { locale, now, actor } = reader
  const filled = await fillReleased(tx, asked.id, yearAsked(asked, reader))
  const lines = reportLines(filled.report, locale)
  return {
    id: asked.id,
    title: filled.report.title[locale],
    asks: filled.report.asks[locale],
    population: filled.report.population[locale],
    year: filled.year,
    years: await yearsOf(tx, now),
    drawn: drawnFrom(filled, locale),
    sections: filled.report.sections.map(({ label }) => ({
      label: label[locale],
      lines: lines
        .filter((line) => line.section === label[locale])
        .map(({ section: _, flag: __, ...line }) => line)
    })),
    asksExact: entersBeside(actor)
  }
}

const unreleased = {
  fr: 'aucune publication de cette année : les lignes du mécanisme sont vides',
  en: 'no release of this year: the lines of the mechanism are empty'
} as const

/** As a file: the same numbers as the page, and none that is not released. */
export const releasedFile = async (tx: Tx, reader: Reader, asked: Asked): Promise<ReportFile> => {
  mustRead(reader)
  const { locale, actor, now } = reader
  const filled = await fillReleased(tx, asked.id, yearAsked(asked, reader))
  const object = `report:${asked.id}:${filled.year}`
  await audit(tx, actor, now, { chain: 'system', action: 'report.take', object })
  return {
    report: filled.report,
    year: filled.year,
    language: locale,
    drawn: drawnFrom(filled, locale) ?? unreleased[locale],
    method: filled.release && methodIn(filled.release, locale),
    exact: false,
    provisional: false
  }
}

/** Whether what is told of a year is settled: its final release is out. */
const isFinal = async (tx: Tx, year: number): Promise<boolean> =>
  (await releaseRows(tx)).some(
    ({ state, kind, quarter }) => state === 'published' && kind === 'final' && yearOf(quarter) === year
  )

/** The lines that may not be published beside the newest release of the year, which was attacked before they left, nor beside what left before. */
const tellingOf = async (
  tx: Tx,
  { report, exact }: Awaited<ReturnType<typeof fillExact>>,
  row: ExactRow
): Promise<ReadonlySet<string>> => {
  const released = await releasedOf(tx, row.year)
  const before = (await leftBefore(tx, row)).map((id) => fillOurs(reports[id], exact))
  const around = { exact, before, out: released?.out ?? null, year: row.year }
  return linesTelling(report, around, { ...(released?.noise ?? usualNoise), ...world })
}

/** Exact numbers as they stood when they were allowed, within a day, by the one who asked. Each time is written down. @throws NotFound for everybody else, and after that day */
export const exactFile = async (tx: Tx, reader: Reader, id: string): Promise<ReportFile> => {
  const { actor, locale, now } = reader
  if (!entersBeside(actor)) throw new NotFound('no exact exports for this role')
  const row = await exactOf(tx, id)
  const until = openUntil(row)
  if (row.askedBy !== actor.personId || until === null || now >= until)
    throw new NotFound('not allowed, or not any more')
  const filled = await fillExact(tx, { exportId: id, id: row.report, year: row.year })
  await audit(tx, actor, now, {
    chain: 'system',
    action: 'exact.take',
    object: `exact_export:${id}`,
    detail: `${row.report},${row.year}`
  })
  // Who asked and who allowed it stands in the journal, and does not leave.
  const counted = instantIn(row.settledAt!, locale, 'Europe/Paris')
  return {
    report: filled.report,
    year: row.year,
    language: locale,
    drawn:
      locale === 'fr'
        ? `nombres exacts du ${counted}, demandés et permis par deux personnes : ${row.purpose}`
        : `exact numbers of ${counted}, asked for and allowed by two persons: ${row.purpose}`,
    exact: true,
    telling: await tellingOf(tx, filled, row),
    provisional: !(await isFinal(tx, row.year))
  }
}
