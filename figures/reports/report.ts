import { formsOrUnknown, sexes } from '../../workflows/vocabulary/words.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Breakdown, Measure, Source } from '../administrative/terms.ts'
import type { TableId } from '../fixed/tables.ts'
import type { ReportId } from './ids.ts'

/** Where along a dimension: one value, or several of a dimension of which a person has one only. What is not named is at its total. */
export type At = Readonly<Record<string, string | readonly string[]>>

/** Where a number comes from: a table of ours, the figures of others beside it, or nowhere, and why. */
export type From =
  | { ours: TableId; at: At }
  | { rate: TableId; at: At; per: number }
  | { beside: Source; measure: Measure; breakdown?: Breakdown; of?: string }
  | { panel: true }
  | { missing: Bilingual }

export type Line = { id: string; label: Bilingual; from: From }
export type Section = { label: Bilingual; lines: readonly Line[] }

/** What somebody asks of France: read, filled with what is known, and sent by a person. */
export type Report = {
  id: ReportId
  title: Bilingual
  /** Who asks, and on which ground. */
  asks: Bilingual
  /** Whom it counts, in its own words, beside whom we count. */
  population: Bilingual
  sections: readonly Section[]
}

/** Of which tables of ours a report is made. */
export const tablesAsked = ({ sections }: Pick<Report, 'sections'>): ReadonlySet<TableId> =>
  new Set(
    sections.flatMap(({ lines }) =>
      lines.flatMap(({ from }) => ('ours' in from ? [from.ours] : 'rate' in from ? [from.rate] : []))
    )
  )

export const section = (fr: string, en: string, lines: readonly Line[]): Section => ({
  label: { fr, en },
  lines
})

export const line = (id: string, label: Bilingual, from: From): Line => ({ id, label, from })
export const missing = (fr: string, en: string): From => ({ missing: { fr, en } })

type Words = Readonly<Record<string, Bilingual>>

/** One line for each word of a dimension, beside what is asked of all of them. */
export const each = (id: string, words: Words, from: (value: string) => From): Line[] =>
  Object.entries(words).map(([value, label]) => line(`${id}.${value}`, label, from(value)))

/** Of whom the Union speaks as registered victims: formally identified or not, where grounds were found. */
export const registered = ['presumed', 'formally_identified', 'court_recognised'] as const
export const formally = ['formally_identified', 'court_recognised'] as const

export const minorBands = ['0-12', '13-14', '15-17', 'minor'] as const
export const adultBands = ['18-24', '25-34', '35-44', '45+', 'adult'] as const

export const ageGroups = {
  minor: { fr: 'moins de 18 ans', en: 'under 18', bands: minorBands },
  adult: { fr: '18 ans et plus', en: '18 and over', bands: adultBands },
  unknown: { fr: 'âge non connu', en: 'age not known', bands: ['unknown'] }
} as const

const others = [
  'europe',
  'north_africa',
  'west_africa',
  'central_africa',
  'east_africa',
  'near_east',
  'south_asia',
  'east_asia',
  'americas',
  'oceania',
  'third_country'
] as const

/** Registered victims, as all who ask of them want them told apart; a person may have several forms. */
export const byForm: readonly Line[] = each('form', formsOrUnknown, (form) => ({
  ours: 'status_sex_form',
  at: { status: registered, forms: form }
}))
export const bySexAndAge: readonly Line[] = Object.entries(sexes).flatMap(([sex, sexWords]) =>
  Object.entries(ageGroups).map(([age, { bands, ...words }]) =>
    line(
      `sex_age.${sex}.${age}`,
      { fr: `${sexWords.fr}, ${words.fr}`, en: `${sexWords.en}, ${words.en}` },
      { ours: 'status_age_sex', at: { status: registered, age: bands, sex } }
    )
  )
)

export const citizenships = {
  own: { fr: 'française', en: 'French', zones: ['french'] },
  eu: { fr: 'autre État membre de l’Union', en: 'another member state of the Union', zones: ['eu'] },
  non_eu: {
    fr: 'hors Union (dont EEE et Suisse)',
    en: 'outside the Union (EEA and Switzerland among it)',
    zones: others
  },
  // Where only the rules of stay are known, those of the Union and of the EEA are not told apart.
  unknown: {
    fr: 'non connue, ou « Union, EEE ou Suisse » sans le pays',
    en: 'not known, or “Union, EEA or Switzerland” without the country',
    zones: ['unknown', 'union_or_like']
  }
} as const

/** What police and courts count, and nobody here: beside where it was entered. */
export const notCrossed = missing(
  'Les séries publiées ne croisent pas cette variable : à demander au SSMSI et à la SDSE.',
  'What is published is not told apart so: to be asked of SSMSI and SDSE.'
)
