import type { ReleasedTable } from '../../../figures/table/counted.ts'
import {
  audiences,
  droppingRefused,
  failures,
  publishingRefused,
  releaseKinds,
  releaseStates,
  type Audience
} from '../../../figures/release/rules.ts'
import type { Question } from '../../../figures/release/questions.ts'
import type { Told } from '../../../figures/release/measures.ts'
import { bandWords } from '../../../figures/person/spans.ts'
import { sliceAt } from '../../../figures/release/slice.ts'
import type { Actor } from '../../../policies/actor.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { territories } from '../../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../../locale.ts'
import type {
  Publication,
  PublicationView,
  PublishedMeasure,
  PublishedTable,
  ReleaseLine,
  ReleaseList,
  TerritoryCount
} from '../../views/figures/releases.ts'
import { longDate } from '../../views/words.ts'
import { dayAfter, lastEnded, next, quarterIn, yearOf } from '../quarters.ts'
import {
  cellWords,
  columnWords,
  leftOutIn,
  measureWords,
  placesAtIn,
  tableWords,
  valueWords
} from './labels.ts'
import { againOf, failedIn } from './refused.ts'
import { attackWords, audienceWords, besideWords, stepWords } from './words.ts'
import type { ReleaseReport, ReleaseRow } from './store.ts'

const dayOf = (at: Date) => civilDate(at, 'Europe/Paris')
const titles = {
  final: { fr: 'Année {year}, définitive', en: 'Year {year}, final' },
  version: { fr: ', version {version}', en: ', version {version}' },
  found: { fr: '{found} sur {tried}', en: '{found} of {tried}' },
  guessed: { fr: 'pas plus qu’en devinant, sur {tried}', en: 'no more than by guessing, of {tried}' },
  better: { fr: 'plus qu’en devinant, sur {tried}', en: 'more than by guessing, of {tried}' }
} as const satisfies Record<string, Bilingual>

export const titleOf = (row: Pick<ReleaseRow, 'kind' | 'quarter' | 'version'>, locale: Locale): string => {
  const { kind, quarter, version } = row
  const named =
    kind === 'final'
      ? titles.final[locale].replace('{year}', `${yearOf(quarter)}`)
      : `${quarterIn(quarter, locale)}, ${releaseKinds[kind][locale]}`
  return version === 1 ? named : named + titles.version[locale].replace('{version}', `${version}`)
}

export const publicationOf = (row: ReleaseRow, locale: Locale): Publication => ({
  number: row.number,
  title: titleOf(row, locale),
  kind: row.kind,
  quarter: row.quarter,
  year: yearOf(row.quarter),
  version: row.version,
  erratum: row.erratum,
  asOf: dayOf(row.asOf),
  publishedOn: row.publishedAt ? dayOf(row.publishedAt) : null,
  leftOut: leftOutIn(row, locale),
  placesAt: placesAtIn(row, locale)
})

/** Of least squares it is not told how many they gave: nobody who reads it may know how near the truth is. */
const saidOf = ({ id, passed }: ReleaseReport['attacks'][number]) => {
  if (!id.endsWith('.least_squares')) return titles.found
  return passed ? titles.guessed : titles.better
}

const foundIn = (report: ReleaseReport | null, locale: Locale) =>
  (report?.attacks ?? []).map((one) => ({
    ...{ id: one.id, passed: one.passed, label: attackWords(one.id)[locale] },
    said: saidOf(one)[locale].replace('{found}', `${one.found}`).replace('{tried}', `${one.tried}`)
  }))

/** Of counts of twenty and more a reader is to see so many: fewer, and the release is of little use. */
const enoughShown = 0.9

const shownIn = (report: ReleaseReport | null, locale: Locale): ReleaseLine['shown'] =>
  (report?.shown ?? []).map(({ audience, share20 }) => ({
    ...{ audience, label: audienceWords(audience)[locale], enough: share20 >= enoughShown },
    // Never rounded up to what is asked for.
    percent: Math.floor(share20 * 1000) / 10
  }))

/**
 * All that is masked for an audience beyond the rule, in one order: whether noise lifted a count over a threshold, and whether it is one of
 * those that had to go for others, is told of none, since both say on which side of a threshold the true one is.
 */
const besideIn = (report: ReleaseReport | null, locale: Locale): ReleaseLine['beside'] => {
  if (!report) return []
  const { public: open, partner, lifted, whole = [] } = report.beside
  const named = { public: open, partner: [...partner, ...lifted], whole }
  return (['public', 'partner', 'whole'] as const).flatMap((audience) => {
    const cells = [...new Set(named[audience])].map((cell) => cellWords(cell, locale)).toSorted()
    return cells.length === 0 ? [] : [{ audience, label: besideWords(audience)[locale], cells }]
  })
}

/** In whole minutes, so that who reads it twice in a minute reads the same. */
export const uncountedOf = (
  { cases, since }: { cases: number; since: Date | null },
  now: Date
): ReleaseList['uncounted'] => ({
  cases,
  minutes: since === null ? 0 : Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
})

type Reading = { actor: Pick<Actor, 'personId'>; locale: Locale }

const releaseLine = (row: ReleaseRow, { actor, locale }: Reading): Omit<ReleaseLine, 'again'> => ({
  ...publicationOf(row, locale),
  state: row.state,
  stateLabel: (row.failure ? failures[row.failure] : releaseStates[row.state])[locale],
  askedBy: row.askedByName,
  askedOn: longDate(dayOf(row.askedAt), locale),
  publishedBy: row.publishedByName,
  step: row.step === null ? null : (stepWords[row.step]?.[locale] ?? row.step),
  done: row.done,
  attacks: foundIn(row.report, locale),
  maskedBeside: (row.report?.masked ?? []).map(({ audience, table, cells }) => ({
    ...{ audience, audienceLabel: audienceWords(audience)[locale] },
    ...{ cells, table: tableWords(table)[locale] }
  })),
  shown: shownIn(row.report, locale),
  beside: row.state === 'ready' ? besideIn(row.report, locale) : [],
  failed: failedIn(row, locale),
  notPublished: publishingRefused(row, actor)?.[locale] ?? null,
  dropped: droppingRefused(row) === null
})

/** All of them for those who prepare them: whether a refused one may be asked for again, the others say. */
export const linesOf = (rows: readonly ReleaseRow[], reading: Reading): ReleaseLine[] =>
  rows.map((row) => ({ ...releaseLine(row, reading), again: againOf(row, rows, reading.locale) }))

/** The day on which the quarter after the last that is over is over itself. */
export const nextDueIn = (now: Date, locale: Locale) => longDate(dayAfter(next(lastEnded(now))), locale)

export const tableView = (
  { id, dimensions, shown }: ReleasedTable,
  { audience, locale }: { audience: Audience; locale: Locale }
): PublishedTable => ({
  id,
  label: tableWords(id)[locale],
  dimensions: dimensions.map(({ name, several, values }) => ({
    ...{ id: name, label: columnWords(name)[locale], several },
    values: values.map((code) => ({ code, label: valueWords(name, code)[locale] }))
  })),
  shown: [...shown],
  threshold: audiences[audience]
})

export const measuresView = (told: readonly Told[], locale: Locale): PublishedMeasure[] =>
  [...Map.groupBy(told, ({ id }) => id)].map(([id, values]) => ({
    id,
    label: measureWords(id)[locale],
    values: values.map(({ value, band }) => ({
      code: value,
      label: valueWords('territory', value)[locale],
      band: band === null ? null : { code: band, label: bandWords[band]![locale] }
    }))
  }))

export const questionsView = (questions: readonly Question[], locale: Locale): PublicationView['questions'] =>
  questions.map(({ label, ...one }) => ({ ...one, label: label[locale] }))

/** A rate is given only with the count that it comes from. */
const per100k = (value: number | null, population: number) =>
  value === null || population <= 0 ? null : Math.round((value / population) * 1e7) / 100

export const mapOf = (tables: readonly ReleasedTable[]): TerritoryCount[] => {
  const table = tables.find(({ id }) => id === 'territory_sex')
  if (!table) return []
  const { shown } = sliceAt(table, 'sex', null)
  const { values } = table.dimensions[0]!
  return territories.flatMap(({ code, name, population }) => {
    const at = values.indexOf(code)
    if (at < 0) return []
    const value = shown[at]!
    return [{ code, name, value, per100k: per100k(value, population) }]
  })
}
