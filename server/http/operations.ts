import { STATUS_CODES } from 'node:http'
import type { Json } from './document.ts'

type Operation = Json & {
  parameters?: { name: string; in: string }[]
  requestBody?: Json
  security?: object[]
  responses: Record<string, Answer>
}
type Answer = Json & { headers?: Json }
export type Paths = Record<string, Record<string, Operation>>

const refusals: Record<string, string> = {
  400: 'The request is not valid; `errors` names the fields.',
  401: 'No session, or one that is over.',
  403: 'Not for this role or this organisation, or not from this page.',
  404: 'Absent, or outside your access: the two look the same.',
  409: 'A rule, or the state of things, stands against this act.',
  412: 'It has moved since the version in `If-Match`.',
  422: 'The same `Idempotency-Key` came with another content.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  default: 'Any other refusal.'
}
const done: Record<string, string> = { 200: 'Done.', 201: 'Created.', 202: 'Begun.' }

const nameOf = (status: string) => (STATUS_CODES[status] ?? 'Refusal').replaceAll(' ', '')
const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** How an operation may refuse follows from what it asks for. */
const refusedBy = ({ parameters = [], requestBody, security = [] }: Operation): string[] => {
  const session = security.length > 0
  const acts = parameters.some(({ name }) => name === 'idempotency-key')
  const versioned = parameters.some(({ name }) => name === 'if-match')
  const named = parameters.some((one) => one.in === 'path')
  return [
    ...(parameters.length > 0 || requestBody ? ['400'] : []),
    ...(session ? ['401'] : []),
    ...(session || acts ? ['403'] : []),
    ...(session || named ? ['404'] : []),
    ...(acts ? ['409'] : []),
    ...(versioned ? ['412'] : []),
    ...(acts ? ['422'] : []),
    '429',
    'default'
  ]
}

const describedOnce = ({ headers, ...one }: Answer): Json => {
  const names = Object.keys(headers ?? {})
  const refs = names.map((name) => [name, { $ref: `#/components/headers/${name}` }])
  return { ...one, ...(names.length > 0 && { headers: Object.fromEntries(refs) }) }
}

const answersOf = (operation: Operation): Record<string, Json> => ({
  ...Object.fromEntries(
    Object.entries(operation.responses).map(([status, one]) => [
      status,
      {
        ...describedOnce(one),
        ...(one['description'] === 'Default Response' && { description: done[status] })
      }
    ])
  ),
  ...Object.fromEntries(
    refusedBy(operation).map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }])
  )
})

const pascal = (name: string) => name.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())

type Named = [name: string, one: Json]

/** What is the same wherever its name stands, and stands more than once. */
const shared = (named: Named[]): Map<string, Json> => {
  const byName = Map.groupBy(named, ([name]) => name)
  const alike = (all: unknown[]) =>
    all.length > 1 && new Set(all.map((one) => JSON.stringify(one))).size === 1
  return new Map([...byName].filter(([, all]) => alike(all)).map(([name, [one]]) => [name, one![1]]))
}

const views = '#/components/schemas/'
const endings: Record<string, string> = { 200: 'Done', 204: 'Left' }

/** What many acts answer, under the name of the view of what they act on. */
const namesIn = (answers: Record<string, Json>): [status: string, name: string][] => {
  const { content } = (answers['200'] ?? {}) as { content?: Record<string, { schema?: { $ref?: string } }> }
  const { $ref } = content?.['application/json']?.schema ?? {}
  if (!$ref?.startsWith(views)) return []
  const named = Object.entries(endings).filter(([status]) => status in answers)
  return named.map(([status, ending]) => [status, `${$ref.slice(views.length)}${ending}`])
}

const referring = (
  answers: Record<string, Json>,
  known: ReadonlyMap<string, Json>
): Record<string, Json> => ({
  ...answers,
  ...Object.fromEntries(
    namesIn(answers)
      .filter(([, name]) => known.has(name))
      .map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }])
  )
})

/** Says of each operation how it may refuse, and writes answers and parameters that many share once. */
export const withShared = (paths: Paths) => {
  const operations = Object.values(paths).flatMap((path) => Object.values(path))
  const parameters = shared(
    operations.flatMap(({ parameters: own = [] }) => own.map((one): Named => [pascal(one.name), one]))
  )
  const answers = operations.flatMap(({ responses }) => Object.values(responses))
  const answered = shared(
    operations
      .map(answersOf)
      .flatMap((all) => namesIn(all).map(([status, name]): Named => [name, all[status]!]))
  )
  const asked = (one: { name: string }) =>
    parameters.has(pascal(one.name)) ? { $ref: `#/components/parameters/${pascal(one.name)}` } : one
  const written = (operation: Operation) => ({
    ...operation,
    ...(operation.parameters && { parameters: operation.parameters.map(asked) }),
    responses: referring(answersOf(operation), answered)
  })
  const each = <A, B>(of: Record<string, A>, to: (one: A) => B) =>
    Object.fromEntries(Object.entries(of).map(([key, one]) => [key, to(one)]))
  return {
    paths: each(paths, (path) => each(path, written)),
    parameters: Object.fromEntries(parameters),
    headers: Object.assign({}, ...answers.map(({ headers }) => headers)) as Json,
    responses: {
      ...Object.fromEntries(answered),
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [nameOf(status), { description, content }])
      )
    }
  }
}
