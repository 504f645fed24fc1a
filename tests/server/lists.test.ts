import { expect, test } from 'vitest'
import { testApp } from '../support/running/app.ts'
import { forFile } from '../support/for-file.ts'
import { endsByItself } from './lists.ending.ts'

type Schema = {
  $ref?: string
  type?: string
  maxItems?: number
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
}
type Parameter = { $ref?: string; name?: string; schema?: { maximum?: number } }
type Answer = { $ref?: string; content?: Record<string, { schema?: Schema }> }
type Read = { parameters?: Parameter[]; responses: Record<string, Answer> }
type Document = { paths: Record<string, { get?: Read }> }

const served = await forFile(testApp())
const document = (await served.app.inject('/api/openapi.json')).json<Document>()

/** What stands behind a name of the document, and what stands there itself. */
const behind = <T extends { $ref?: string }>(one: T): T =>
  one.$ref === undefined
    ? one
    : (one.$ref
        .slice(2)
        .split('/')
        .reduce((node, key) => (node as Record<string, unknown>)[key], document as unknown) as T)

type Found = { at: string; bounded: boolean }

/** Lists that stand in an answer itself, and not in a line of another list, by where they stand. */
const listsIn = (asked: Schema, at: string, within: readonly string[] = []): Found[] => {
  // A form describes itself: once is enough.
  if (asked.$ref !== undefined && within.includes(asked.$ref)) return []
  const inside = asked.$ref === undefined ? within : [...within, asked.$ref]
  const schema = behind(asked)
  const properties = schema.properties ?? {}
  const own = Object.entries(properties).flatMap(([name, one]) => {
    if (behind(one).type !== 'array') return listsIn(one, `${at} ${name}`, inside)
    const bounded = behind(one).maxItems !== undefined || (name === 'items' && 'next' in properties)
    return [{ at: `${at} ${name}`, bounded }]
  })
  const ways = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  const open = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
  const itself = schema.type === 'array' ? [{ at, bounded: schema.maxItems !== undefined }] : []
  return [...itself, ...own, ...[...ways, ...open].flatMap((one) => listsIn(one, at, inside))]
}

const reads = Object.entries(document.paths).flatMap(([path, { get }]) => {
  const answer = get && behind(get.responses['200']!).content?.['application/json']?.schema
  return get && answer ? [{ path, get, answer }] : []
})
const lists = reads.flatMap(({ path, answer }) => listsIn(answer, path))

const named = Object.values(endsByItself).flat()

test('every list that can grow is paged or bounded', () => {
  const unbounded = lists.filter(({ bounded }) => !bounded).map(({ at }) => at)
  expect([...new Set(unbounded)].filter((at) => !named.includes(at))).toEqual([])
})

test('a list that grows without end would be found, wherever it stands in an answer', () => {
  const list = { type: 'array' }
  const growing: Schema = {
    properties: { items: list, few: { ...list, maxItems: 9 }, one: { properties: { list } } }
  }
  const found = (schema: Schema) => listsIn(schema, 'it').flatMap(({ at, bounded }) => (bounded ? [] : [at]))
  expect(found(growing)).toEqual(['it items', 'it one list'])
  expect(found({ properties: { items: list, next: { type: 'string' } } })).toEqual([])
  expect(found(list)).toEqual(['it'])
})

test('who is named as ending by itself is there, and once', () => {
  const there = lists.map(({ at }) => at)
  expect(named.filter((at) => !there.includes(at))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

const parametersOf = ({ get }: (typeof reads)[number]) => (get.parameters ?? []).map(behind)

test('every page takes the cursor that the one before gave, and has a hundred lines at most', () => {
  const paged = reads.filter(({ answer }) => 'next' in (behind(answer).properties ?? {}))
  expect(paged.length).toBeGreaterThan(8)
  const without = paged.filter((one) => !parametersOf(one).some(({ name }) => name === 'cursor'))
  expect(without.map(({ path }) => path)).toEqual([])
  const limits = reads.flatMap((one) => parametersOf(one).filter(({ name }) => name === 'limit'))
  expect(limits.length).toBeGreaterThan(4)
  expect(limits.filter(({ schema }) => !(schema!.maximum! <= 100))).toEqual([])
})

test('no list skips lines by their number', () => {
  const skipping = reads.filter((one) =>
    parametersOf(one).some(({ name }) => name === 'offset' || name === 'page')
  )
  expect(skipping.map(({ path }) => path)).toEqual([])
})
