import type { JsonSchema, Territory } from '#lib/api.types.ts'

export type FlagForm = {
  schema: JsonSchema
  dimensions: { id: string; label: string; indicators: { code: string; label: string }[] }[]
  territories: (Territory & { zone: string })[]
  languages: { code: string; name: string }[]
  /** The age bands of a child: an adult has none of them. */
  minorBands: string[]
}
