import type { JsonSchema, Territory } from '#lib/api.types.ts'

export type FlagForm = {
  schema: JsonSchema
  dimensions: { id: string; label: string; indicators: { code: string; label: string }[] }[]
  territories: Territory[]
  languages: { code: string; name: string }[]
}
