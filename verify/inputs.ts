import type { TObject, TSchema } from 'typebox'
import { commandRow, type CommandType } from '../workflows/case/commands.ts'
import { keptAsLapsed } from '../workflows/regions/clock.ts'

export type Schema = {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  format?: string
  items?: Schema
  minItems?: number
  minimum?: number
  maximum?: number
  properties?: Record<string, Schema>
  required?: readonly string[]
}

/** One value of each format. */
export const samples: Record<string, string> & { date: string } = {
  date: '2026-11-24',
  'date-time': '2026-11-25T10:00:00Z',
  email: 'cabinet@exemple.test',
  hour: '14:30',
  uuid: '3f2b8f0a-6a55-4f0e-9d0c-0a7b1c2d3e4f'
}

const first = (schema: Schema): unknown => {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer') return schema.minimum ?? 0
  if (schema.type === 'array') return [first(schema.items ?? {})]
  if (schema.type === 'object') return shortest(schema)
  return samples[schema.format ?? ''] ?? 'un mot'
}

/** What a form asks for at the least. */
export const shortest = ({ properties = {}, required = [] }: Schema) =>
  Object.fromEntries(required.map((name) => [name, first(properties[name] ?? {})]))

// Long lists (territories, languages) say nothing more with each further value than with their two ends.
const some = (list: readonly unknown[]) => (list.length > 12 ? [list[0], list.at(-1)] : [...list])

const every = (schema: Schema): unknown[] => {
  if ('const' in schema) return [schema.const]
  if (schema.enum) return some(schema.enum)
  if (schema.type === 'boolean') return [true, false]
  if (schema.type !== 'array') return [first(schema)]
  // Of a list: everything, and each of its ends alone.
  const all = [...(schema.items?.enum ?? [])]
  return all.length === 0 ? [first(schema)] : [all, [all[0]], [all.at(-1)]]
}

// The clock says by its code which has lapsed: another word would teach nothing.
const named: Partial<Record<CommandType, readonly Record<string, unknown>[]>> = {
  'clock.lapse': keptAsLapsed.map((deadline) => ({ deadline, on: samples.date }))
}

const known = new Map<CommandType, Record<string, unknown>[]>()

/** Every value of every field of an act, one at a time beside the shortest input. */
export const variedOf = (type: CommandType): Record<string, unknown>[] => {
  const schema = commandRow(type).input as TObject & TSchema as Schema
  const base = shortest(schema)
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    every(property).map((value) => ({ ...base, [name]: value }))
  )
}

/**
 * Every value of every field of an act, one at a time beside the shortest input, where the act teaches something or its
 * clocks look at it; the shortest alone elsewhere.
 */
export const inputsOf = (type: CommandType): Record<string, unknown>[] => {
  const before = known.get(type)
  if (before) return before
  const { input, apply, opens } = commandRow(type)
  const schema = input as TObject & TSchema as Schema
  const base = shortest(schema)
  const looks = apply !== null || opens.some(({ whenInput }) => whenInput)
  const distinct = new Map([base, ...(looks ? variedOf(type) : [])].map((one) => [JSON.stringify(one), one]))
  const inputs = [...(named[type] ?? distinct.values())]
  known.set(type, inputs)
  return inputs
}
