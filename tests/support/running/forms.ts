import { randomUUID } from 'node:crypto'

export type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}
export type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
export type Operation = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { headers?: Record<string, unknown> }>
}
export type Document = {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, unknown>
}

const words: Record<string, string> = {
  date: '2026-11-20',
  'date-time': '2026-12-20T10:00:00Z',
  uuid: randomUUID(),
  email: 'nom@exemple.fr',
  hour: '14:30'
}

type Worded = { pattern?: string; minLength?: number }

/** Names that a pattern may ask for: of a version, of a protocol, of a reason as its table has it. */
const fitting = ({ pattern, minLength = 1 }: Worded): string => {
  const plain = 'x'.repeat(minLength)
  if (pattern === undefined) return plain
  const [, first = plain] = /^\^\((\w+)\|/.exec(pattern) ?? []
  return ['2026-10', '01-2026-10', '69', plain, first].find((one) => new RegExp(pattern).test(one)) ?? first
}

/** The operations that a description names, and what stands behind its names. */
export const formsOf = (document: Document) => {
  /** What stands behind a name of the document, and what stands there itself. */
  const behind = <T extends object>(one: T): T => {
    const [, of, name] = /^#\/components\/(\w+)\/(.+)$/.exec((one as { $ref?: string }).$ref ?? '') ?? []
    return of === undefined ? one : (document.components[of] as Record<string, T>)[name!]!
  }

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const parameters = (operation.parameters ?? []).map(behind)
      const header = (name: string) => parameters.find((one) => one.in === 'header' && one.name === name)
      const body = operation.requestBody?.content['application/json']?.schema
      return { name: `${method} ${path}`, method, path, operation, parameters, header, body }
    })
  )

  /** The least that a form takes. */
  const least = (form: Schema): unknown => {
    const { const: only, enum: values, anyOf, ...one } = behind(form)
    if (only !== undefined) return only
    if (values) return values[0]
    if (anyOf) return least(anyOf[0]!)
    const type = [one.type].flat()[0]
    if (type === 'object')
      return Object.fromEntries((one.required ?? []).map((name) => [name, least(one.properties![name]!)]))
    if (type === 'array') return Array.from({ length: one.minItems ?? 0 }, () => least(one.items!))
    if (type === 'null') return null
    if (type === 'string') return words[one.format ?? ''] ?? fitting(one)
    return type === 'boolean' ? true : (one.minimum ?? 1)
  }

  return { behind, operations, least }
}

/** The parts of the paths that are not ids. */
export const wanted: Record<string, string> = {
  number: '1',
  token: 'x'.repeat(64),
  version: '2026-10',
  name: '01-2026-10',
  class: 'B'
}
/** Whose street it is, where others find nothing there. */
export const desks: Record<string, string> = {
  // The forms before found teams elsewhere, and there nobody brings files without naming one.
  files: 'asso.paris',
  places: 'foyer.azur',
  configuration: 'admin',
  moves: 'admin',
  releases: 'miprof',
  figures: 'miprof'
}
