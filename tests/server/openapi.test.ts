import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, test } from 'vitest'
import { testApp } from '../support/running/app.ts'
import { forFile } from '../support/for-file.ts'

type Json = Record<string, unknown>
type Operation = {
  summary?: string
  operationId?: string
  tags?: string[]
  security?: object[]
  parameters?: { $ref?: string; name?: string }[]
  responses: Json
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: Record<'schemas' | 'parameters' | 'responses', Json>
}

const served = await forFile(testApp({ env: { PUBLIC_URL: 'https://mnio.example' } }))
const text = (await served.app.inject('/api/openapi.json')).body
const document = JSON.parse(text) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]): [string, Operation] => [`${method} ${path}`, one])
)

const without = (says: (operation: Operation) => unknown) =>
  operations.filter(([, operation]) => !says(operation)).map(([name]) => name)

test('the description is clean under the recommended rules of its linter', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: text, config })
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  const spoilt = JSON.stringify({ ...document, tags: [{ name: 'cases' }], servers: [] })
  const found = await lintFromString({ source: spoilt, config })
  expect(found.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['tag-description', 'no-empty-servers'])
  )
})

describe('every operation', () => {
  test('says what it is for, in which chapter, under a name of its own', () => {
    expect(operations.length).toBeGreaterThan(270)
    expect(without(({ summary }) => summary)).toEqual([])
    expect(without(({ tags }) => tags?.length === 1)).toEqual([])
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length)
  })

  test('asks for a session, but for those that need none', () => {
    expect(without(({ security }) => security)).toEqual([])
    const open = without(({ security }) => security!.length > 0)
    expect(open.filter((name) => !name.includes(' /api/links/{token}'))).toEqual([
      'get /api/health',
      'get /api/ready',
      'get /api/sign-in',
      'get /api/publications/report.pdf',
      'get /api/publications/beside',
      'get /api/texts/{code}',
      'get /api/publications',
      'get /api/publications/{number}/{table}/{format}'
    ])
    expect(open.length).toBe(15)
  })

  test('says how it may refuse: who is not signed in, what is out of sight, an act on what has moved', () => {
    expect(without(({ responses }) => '429' in responses && 'default' in responses)).toEqual([])
    expect(without(({ security, responses }) => security!.length === 0 || '401' in responses)).toEqual([])
    const { responses } = document.paths['/api/cases/{id}/commands/case.close']!['post']!
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['200', '204', '400', '401', '403', '404', '409', '412', '422', '429'])
    )
    expect(responses['412']).toEqual({ $ref: '#/components/responses/PreconditionFailed' })
  })
})

describe('what stands more than once', () => {
  test('is written once: an operation adds less than 2 kB, whatever it takes and answers', () => {
    expect(Buffer.byteLength(text) / operations.length).toBeLessThan(2000)
  })

  test('has a name that can be read', () => {
    const { schemas, parameters, responses } = document.components
    const names = [schemas, parameters, responses].flatMap((one) => Object.keys(one))
    expect(names.filter((name) => !/^([A-Z][a-z]+)+$/.test(name))).toEqual([])
    expect(names).toEqual(
      expect.arrayContaining(['CaseView', 'DeadlineView', 'ReferralView', 'Territory', 'Problem', 'IfMatch'])
    )
  })

  test('and is worth one: no large form stands twice without', () => {
    const seen = new Map<string, number>()
    const count = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      const form = node as Json
      if (form['type'] === 'object') seen.set(JSON.stringify(form), (seen.get(JSON.stringify(form)) ?? 0) + 1)
      Object.values(form).forEach(count)
    }
    count(document)
    const twice = [...seen].filter(([form, times]) => (times - 1) * form.length > 4_000)
    expect(twice.map(([form, times]) => [times, form])).toEqual([])
  })
})

test('a word of the house’s own tables is not told: whose fact a field is, and where its choices come from', () => {
  expect(text).not.toContain('x-mnio')
})
