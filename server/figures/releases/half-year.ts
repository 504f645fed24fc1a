import { bedsDimension, bedsTable } from '../../../figures/beds/beds.ts'
import { releaseKinds, type Audience, audiences } from '../../../figures/release/rules.ts'
import { bandWords } from '../../../figures/person/spans.ts'
import type { Told } from '../../../figures/release/measures.ts'
import { sliceAt, tablesOfPlace } from '../../../figures/release/slice.ts'
import { leftOutOf, methodOf, notSummed, termsFor } from '../../../figures/export/words.ts'
import type { ReleasedTable } from '../../../figures/table/counted.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { territory } from '../../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../../locale.ts'
import { printed } from '../../printed/tagged.ts'
import { longDate } from '../../views/words.ts'
import { quarterIn, yearOf } from '../quarters.ts'
import { columnWords, leftOutIn, measureWords, placesAtIn, tableWords, valueWords } from './labels.ts'
import type { ReleaseRow } from './store.ts'

const words = {
  half: { fr: 'Rapport du 1er semestre {year}', en: 'Report on the first half of {year}' },
  year: { fr: 'Rapport de l’année {year}', en: 'Report on the year {year}' },
  quarter: { fr: 'Situation au {quarter}', en: 'As of the {quarter}' },
  country: { fr: 'France entière', en: 'Whole of France' },
  whose: {
    fr: 'Personnes signalées depuis le 1er janvier {year}, comptées une fois. Situation au {day}.',
    en: 'Persons flagged since 1 January {year}, counted once. As of {day}.'
  },
  release: {
    fr: 'Publication n° {number}, {kind}, parue le {day}.',
    en: 'Release {number}, {kind}, published on {day}.'
  },
  placesAt: {
    fr: 'Comptées le {at}, et non à la fin du trimestre.',
    en: 'Counted on {at}, and not at the end of the quarter.'
  },
  erratum: { fr: 'Erratum : {what}', en: 'Erratum: {what}' },
  licence: { fr: 'Licence : {terms}', en: 'Licence: {terms}' },
  total: { fr: 'Ensemble', en: 'All' },
  several: {
    fr: 'Une personne peut compter sous plusieurs lignes.',
    en: 'A person may count under several lines.'
  },
  masked: { fr: 'Masqué : {values}.', en: 'Masked: {values}.' },
  allMasked: {
    fr: 'Tout est masqué : trop peu de personnes.',
    en: 'All is masked: too few persons.'
  },
  durations: { fr: 'Durées', en: 'Durations' },
  noDurations: {
    fr: 'Aucune durée : trop d’effectifs y sont petits.',
    en: 'No duration: too many of their counts are small.'
  },
  absent: {
    fr: 'Ce qui n’est pas dit ici par département n’est publié que pour la France entière, ou n’est pas publié.',
    en: 'What is not told here by département is published for the whole of France alone, or not published.'
  }
} as const satisfies Record<string, Bilingual>

/** What the country is told, in the order in which it is asked: one dimension of each of these tables. */
const national = [
  ['form_age_sex', 'forms'],
  ['form_age_sex', 'sex'],
  ['form_age_sex', 'age'],
  ['quarter_form', 'quarter'],
  ['channel_status', 'channel'],
  ['channel_status', 'status'],
  ['closure_outcome', 'outcome'],
  ['need_age', 'need'],
  [bedsTable.id, bedsDimension.name],
  ['refusal_age', 'refusals'],
  ['found_minors', 'minor_path'],
  ['reflection_zone', 'reflection'],
  ['residence_zone', 'residence'],
  ['judicial_form', 'judicial'],
  ['clocks', 'clocks'],
  ['territory_sex', 'territory']
] as const

/** The line of one dimension, the others at their totals. */
const alongOne = (tables: readonly ReleasedTable[], id: string, dimension: string): ReleasedTable[] => {
  const table = tables.find((one) => one.id === id)
  if (!table?.dimensions.some(({ name }) => name === dimension)) return []
  const others = table.dimensions.filter(({ name }) => name !== dimension)
  return [others.reduce((left, { name }) => sliceAt(left, name, null), table)]
}

/** The tables of one dimension that a report is made of: of the country or of one département. */
export const reportTables = (tables: readonly ReleasedTable[], place: string | null): ReleasedTable[] =>
  place === null
    ? national.flatMap(([id, dimension]) => alongOne(tables, id, dimension))
    : tablesOfPlace(tables, place).filter(({ dimensions }) => dimensions.length === 1)

const filled = (line: string, values: Record<string, string | number>) =>
  line.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name]}`)

const dayOf = (at: Date, locale: Locale) => longDate(civilDate(at, 'Europe/Paris'), locale)

/** A release of a second quarter is of a half-year, one of a fourth of the year; between them it is how things stand. */
const titleOf = ({ quarter }: ReleaseRow, locale: Locale): string => {
  const year = yearOf(quarter)
  if (quarter.endsWith('Q2')) return filled(words.half[locale], { year })
  if (quarter.endsWith('Q4')) return filled(words.year[locale], { year })
  return filled(words.quarter[locale], { quarter: quarterIn(quarter, locale) })
}

/** All that is told of one dimension: the counts that are shown, then the names of those that are not. */
const linesOf = ({ id, dimensions: [one], shown }: ReleasedTable, locale: Locale) => {
  const { name, values, several } = one!
  const labels = [...values.map((code) => valueWords(name, code)[locale]), words.total[locale]]
  const seen = labels.flatMap((label, at) => {
    const count = shown[at]
    return count === null || count === undefined || count === 0 ? [] : [[label, `${count}`] as const]
  })
  const masked = labels.filter((_, at) => shown[at] === null)
  return { title: `${columnWords(name)[locale]} (${tableWords(id)[locale]})`, several, seen, masked }
}

export type HalfYear = {
  row: ReleaseRow
  tables: readonly ReleasedTable[]
  durations: readonly Told[]
  place: string | null
  audience: Audience
  locale: Locale
}
type Printed = ReturnType<typeof printed>

const writeHead = ({ write }: Printed, { row, place, audience, locale }: HalfYear) => {
  write('H1', `${titleOf(row, locale)} : ${place === null ? words.country[locale] : territory(place).name}`)
  write('P', filled(words.whose[locale], { year: yearOf(row.quarter), day: dayOf(row.asOf, locale) }))
  const published = {
    number: row.number,
    kind: releaseKinds[row.kind][locale],
    day: dayOf(row.publishedAt ?? row.asOf, locale)
  }
  write('P', filled(words.release[locale], published))
  if (row.erratum) write('P', filled(words.erratum[locale], { what: row.erratum }))
  if (row.leftOut.length > 0) write('P', leftOutOf(leftOutIn(row, locale), locale))
  write('P', methodOf({ threshold: audiences[audience], ...row.method }, locale))
  write('P', notSummed[locale])
  // At the head: a page that goes astray says whether it may be passed on.
  const { name, url } = termsFor(audience, locale)
  write('P', filled(words.licence[locale], { terms: [name, url].filter((said) => said !== null).join('. ') }))
}

const writeDurations = ({ write, table }: Printed, { durations, locale }: HalfYear) => {
  write('H2', words.durations[locale])
  const told = durations.flatMap(({ id, band }) =>
    band === null ? [] : [[measureWords(id)[locale], bandWords[band]![locale]] as const]
  )
  if (told.length === 0) return write('P', words.noDurations[locale])
  table(told)
}

/** The report of a half-year as a tagged PDF, from what was released and nothing else. */
export const halfYearPdf = (report: HalfYear): Promise<Buffer> => {
  const { row, tables, place, locale } = report
  const paper = printed({ title: titleOf(row, locale), locale, at: row.publishedAt ?? row.asOf })
  const { write, table, end } = paper
  writeHead(paper, report)
  for (const one of reportTables(tables, place)) {
    const { title, several, seen, masked } = linesOf(one, locale)
    write('H2', title)
    const counted = one.id === bedsTable.id ? placesAtIn(row, locale) : null
    if (counted) write('P', filled(words.placesAt[locale], { at: counted }))
    if (seen.length > 0) table(seen)
    if (seen.length === 0 && masked.length > 0) write('P', words.allMasked[locale])
    else if (masked.length > 0) write('P', filled(words.masked[locale], { values: masked.join(', ') }))
    if (several) write('P', words.several[locale])
  }
  writeDurations(paper, report)
  if (place !== null) write('P', words.absent[locale])
  return end()
}
