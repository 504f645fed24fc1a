import published from './published.json' with { type: 'json' }
import {
  breakdowns,
  type Breakdown,
  type Measure,
  type Note,
  type ReadingOf,
  type Source,
  type Unit
} from './terms.ts'

/** One number that another body has counted, with what it takes to find it again. */
export type AdministrativeFigure = {
  source: Source
  measure: Measure
  year: number
  /** Where the value is of several years: the first of them, `year` being the last. */
  since?: number
  /** A département or collectivity; the whole country where none is named. */
  territory?: string
  breakdown?: Breakdown
  of?: string
  value: number
  unit: Unit
  /** How many answered, where a survey was answered: totals of two panels are not compared. */
  respondents?: number
  /** The publication in which it was read. */
  edition: string
  link?: string
  reading: ReadingOf
}

export type PublishedFigure = AdministrativeFigure & { note?: Note }

/** What France has published, as it was read: no value of it can be changed here. */
export const publishedFigures = published as readonly PublishedFigure[]

/** What one number is of: two values of the same are two editions, and the reader is shown both. */
export const subjectOf = (figure: Omit<AdministrativeFigure, 'value'>): string =>
  [
    figure.source,
    figure.measure,
    figure.since ?? figure.year,
    figure.year,
    figure.territory ?? 'FR',
    figure.breakdown ?? '',
    figure.of ?? '',
    figure.unit
  ].join('|')

type Problem = { field: keyof AdministrativeFigure; fr: string; en: string }

const isValueOf = ({ breakdown, of }: AdministrativeFigure): boolean =>
  breakdown === undefined ? of === undefined : of !== undefined && of in breakdowns[breakdown].values

const problem = (field: Problem['field'], fr: string, en: string): Problem => ({ field, fr, en })

const valueProblem = ({ value, unit }: AdministrativeFigure): Problem[] => {
  if (value < 0) return [problem('value', 'Un nombre n’est pas négatif.', 'A number is not negative.')]
  if (unit === 'share' && value > 1)
    return [
      problem('value', 'Une part va de 0 à 1 : 47 % s’écrit 0,47.', 'A share is from 0 to 1: 47% is 0.47.')
    ]
  if (unit !== 'share' && unit !== 'per100k' && unit !== 'euros' && !Number.isInteger(value))
    return [problem('value', 'Donnez un nombre entier.', 'Give a whole number.')]
  return []
}

/** What no such figure says, each at the field where it is mended. */
export const figureProblems = (figure: AdministrativeFigure, thisYear: number): Problem[] => [
  ...(figure.year > thisYear
    ? [problem('year', 'Cette année n’est pas encore venue.', 'That year has not come yet.')]
    : []),
  ...(figure.since !== undefined && figure.since >= figure.year
    ? [
        problem(
          'since',
          'La première année vient avant la dernière.',
          'The first year comes before the last.'
        )
      ]
    : []),
  ...(isValueOf(figure)
    ? []
    : [
        problem(
          'of',
          'Cette valeur n’est pas de cette ventilation.',
          'This value does not belong to this breakdown.'
        )
      ]),
  ...(figure.source === 'associations' && figure.respondents === undefined && figure.unit === 'persons'
    ? [
        problem(
          'respondents',
          'Combien d’associations ont répondu : sans ce nombre, un total ne se lit pas.',
          'How many associations answered: without that number a total cannot be read.'
        )
      ]
    : []),
  ...valueProblem(figure)
]
