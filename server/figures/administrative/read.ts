import {
  publishedFigures,
  subjectOf,
  type AdministrativeFigure,
  type PublishedFigure
} from '../../../figures/administrative/figure.ts'
import {
  breakdowns,
  measures,
  notes,
  readings,
  sources,
  units,
  type Source
} from '../../../figures/administrative/terms.ts'
import { entersBeside, readsBeside } from '../../../policies/figures/outside.ts'
import { isTerritory, territories, territory } from '../../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { NotFound } from '../../errors.ts'
import type { Locale } from '../../locale.ts'
import { columns } from './lines.ts'
import type { BesideFigure, BesideFigures, PublishedBeside } from '../../views/figures/beside.ts'

type Entered = { licence: string; enteredBy: string; enteredAt: Date }
type Kept = PublishedFigure & Partial<Entered>

type Row = Omit<AdministrativeFigure, 'value'> & Entered & { value: string }

const standing = `select f.source, f.measure, f.year, f.since, f.territory, f.breakdown, f.value_of as of, f.value, f.unit, f.respondents,
  f.edition, f.link, f.licence, f.reading, who.display_name as "enteredBy", f.entered_at as "enteredAt"
  from administrative_figure f join person who on who.id = f.entered_by
  where f.replaced_at is null and ($1::int is null or f.year = $1) order by f.year desc, f.subject, f.edition limit 5000`

const known = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T

const inOrder = (all: readonly Kept[]): Kept[] =>
  all.toSorted((a, b) => b.year - a.year || (subjectOf(a) < subjectOf(b) ? -1 : 1))

/** All that stands of a year, or of all: what came with the product and what was entered, none of it added to anything. */
export const besideFigures = async (tx: Tx, year: number | null): Promise<Kept[]> => {
  const rows = await runQuery<Row>(tx, standing, [year])
  const entered = rows.map((row) => known({ ...row, value: Number(row.value) }) as Kept)
  return inOrder([...entered, ...publishedFigures.filter((one) => year === null || one.year === year)])
}

export const ofLabel = (
  { breakdown, of }: Pick<AdministrativeFigure, 'breakdown' | 'of'>,
  locale: Locale
) => {
  if (breakdown === undefined || of === undefined) return null
  return (breakdowns[breakdown].values as Record<string, Bilingual>)[of]?.[locale] ?? of
}

export const placeName = (code: string | undefined): string =>
  code === undefined || !isTerritory(code) ? 'France' : territory(code).name

const lineOf = (one: Kept, locale: Locale): BesideFigure => ({
  source: one.source,
  measure: one.measure,
  measureLabel: measures[one.measure][locale],
  year: one.year,
  since: one.since ?? null,
  territory: one.territory ?? null,
  territoryName: placeName(one.territory),
  breakdown: one.breakdown ?? null,
  of: one.of ?? null,
  ofLabel: ofLabel(one, locale),
  value: one.value,
  unit: one.unit,
  unitLabel: units[one.unit][locale],
  respondents: one.respondents ?? null,
  edition: one.edition,
  link: one.link ?? null,
  licence: one.licence ?? null,
  reading: one.reading,
  readingLabel: readings[one.reading][locale],
  note: one.note ? notes[one.note][locale] : null,
  enteredBy: one.enteredBy ?? null,
  enteredOn: one.enteredAt ? civilDate(one.enteredAt, 'Europe/Paris') : null
})

const never: Bilingual = {
  fr: 'Chaque source compte à sa manière et dans son propre champ. Ces nombres se lisent à côté des nôtres : aucun ne s’y ajoute, et aucun ne s’ajoute à un autre.',
  en: 'Each source counts in its own way and in its own field. These numbers are read beside ours: none is added to them, and none is added to another.'
}

const options = (words: Record<string, Bilingual>, locale: Locale) =>
  Object.entries(words).map(([code, label]) => ({ code, label: label[locale] }))

const choicesIn = (locale: Locale): BesideFigures['choices'] => ({
  sources: options(sources, locale),
  measures: options(measures, locale),
  units: options(units, locale),
  readings: options(readings, locale),
  territories: territories.map(({ code, name }) => ({ code, label: `${name} (${code})` })),
  breakdowns: Object.entries(breakdowns).map(([code, { label, values }]) => ({
    code,
    label: label[locale],
    values: options(values, locale)
  }))
})

const bySource = (all: readonly Kept[], year: number | null, locale: Locale): PublishedBeside => {
  const shown = all.filter((one) => year === null || one.year === year)
  return {
    sources: (Object.keys(sources) as Source[]).map((id) => ({
      id,
      label: sources[id][locale],
      items: shown.filter(({ source }) => source === id).map((one) => lineOf(one, locale))
    })),
    years: [...new Set(all.map((one) => one.year))].toSorted((a, b) => b - a),
    never: never[locale]
  }
}

/** For anybody: what came with the product, which was published already. What a person entered here is for those who read it. */
export const publishedBeside = (year: number | null, locale: Locale): PublishedBeside =>
  bySource(inOrder(publishedFigures), year, locale)

/** What other bodies count, source by source. @throws NotFound for whoever does not read the nation's figures. */
export const listBeside = async (
  tx: Tx,
  { actor, locale }: Reader,
  { year = null }: { year?: number | null } = {}
): Promise<BesideFigures> => {
  if (!readsBeside(actor)) throw new NotFound('no figures of other bodies for this role')
  return {
    ...bySource(await besideFigures(tx, null), year, locale),
    enters: entersBeside(actor),
    columns: Object.values(columns),
    choices: choicesIn(locale)
  }
}
