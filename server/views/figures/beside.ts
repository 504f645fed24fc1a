import { Type, type Static } from 'typebox'
import { breakdowns, measures, readings, sources, units } from '../../../figures/administrative/terms.ts'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from '../shapes.ts'

const codes = <T extends object>(words: T) => oneOf(...(Object.keys(words) as (keyof T & string)[]))
const whole = Type.Integer()
const choice = closed({ code: text, label: text })

/** One number of another body. No answer ever holds a sum of them. */
export const BesideFigure = closed({
  source: codes(sources),
  measure: codes(measures),
  measureLabel: text,
  year: whole,
  since: orNull(whole),
  territory: orNull(text),
  territoryName: text,
  breakdown: orNull(text),
  of: orNull(text),
  ofLabel: orNull(text),
  value: Type.Number(),
  unit: codes(units),
  unitLabel: text,
  respondents: orNull(whole),
  edition: text,
  link: orNull(text),
  licence: orNull(text),
  reading: codes(readings),
  readingLabel: text,
  note: orNull(text),
  /** Who entered it, and when; null of what came with the product. */
  enteredBy: orNull(text),
  enteredOn: orNull(text)
})
export type BesideFigure = Static<typeof BesideFigure>

/** What anybody reads: what bodies have published, as it came with the product. */
export const PublishedBeside = closed({
  /** One group for each source, because each has its own field. */
  sources: Type.Array(closed({ id: codes(sources), label: text, items: Type.Array(BesideFigure) })),
  years: Type.Array(whole),
  never: text
})
export type PublishedBeside = Static<typeof PublishedBeside>

export const BesideFigures = closed({
  ...PublishedBeside.properties,
  enters: Type.Boolean(),
  columns: Type.Array(text),
  choices: closed({
    sources: Type.Array(choice),
    measures: Type.Array(choice),
    units: Type.Array(choice),
    readings: Type.Array(choice),
    territories: Type.Array(choice),
    breakdowns: Type.Array(closed({ code: text, label: text, values: Type.Array(choice) }))
  })
})
export type BesideFigures = Static<typeof BesideFigures>

export const BesidePreview = closed({
  lines: Type.Array(
    closed({
      line: whole,
      sourceLabel: text,
      measureLabel: text,
      ofLabel: orNull(text),
      territoryName: text,
      year: whole,
      value: Type.Number(),
      unitLabel: text,
      edition: text,
      does: oneOf('add', 'replace', 'none')
    })
  ),
  problems: Type.Array(closed({ line: whole, column: text, message: text }))
})
export type BesidePreview = Static<typeof BesidePreview>

const optional = Type.Optional
/** What a form sends: in codes, what is not known left out. */
export const BesideEntry = closed({
  source: codes(sources),
  measure: codes(measures),
  year: Type.Integer({ minimum: 1990, maximum: 2199 }),
  since: optional(Type.Integer({ minimum: 1990, maximum: 2199 })),
  territory: optional(Type.String({ maxLength: 3 })),
  breakdown: optional(codes(breakdowns)),
  of: optional(Type.String({ maxLength: 40 })),
  value: Type.Number({ minimum: 0, maximum: 1e12 }),
  unit: codes(units),
  respondents: optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  edition: Type.String({ minLength: 1, maxLength: 200 }),
  link: optional(Type.String({ maxLength: 400 })),
  licence: Type.String({ minLength: 1, maxLength: 120 }),
  reading: codes(readings)
})
export type BesideEntry = Static<typeof BesideEntry>
