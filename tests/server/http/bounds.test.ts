import { AjvCompiler } from '@fastify/ajv-compiler'
import { describe, expect, it } from 'vitest'
import { longestList, mostValues } from '../../../server/http/sent/bounds.ts'
import { atOnce } from '../../../server/http/lazily.ts'
import { validation } from '../../../server/http/validation.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import { forFile } from '../../support/for-file.ts'
import { formsOf, type Document, type Schema } from '../../support/running/forms.ts'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { openSite } from '../../support/running/site.ts'
import { aFlag, peopled } from '../../support/world.ts'

const site = await forFile(openSite())
const { behind, operations } = formsOf((await site.app.inject('/api/openapi.json')).json<Document>())
const forms = operations.flatMap(({ name, body }) => (body ? [{ name, form: body }] : []))
const bodyLimit = 64 * 1024

type Most = { bytes: number; values: number; list: number }
const add = (a: Most, b: Most, times = 1): Most => ({
  bytes: a.bytes + times * b.bytes,
  values: a.values + times * b.values,
  list: Math.max(a.list, b.list)
})

/** The most that a form holds, in letters of two bytes. */
const mostOf = (schema: Schema, key = ''): Most => {
  const form = behind(schema)
  const own = { bytes: key.length + 4, values: 1, list: 0 }
  const type = [form.type].flat()[0]
  const items = form.maxItems ?? Number.POSITIVE_INFINITY
  if (form.enum) return add(own, { bytes: 60, values: 0, list: 0 })
  if (type === 'array') return add({ ...own, list: items }, mostOf(form.items!), items)
  if (type === 'object')
    return Object.entries(form.properties ?? {}).reduce(
      (sum, [name, one]) => add(sum, mostOf(one, name)),
      own
    )
  return add(own, { bytes: type === 'string' ? 2 * (form.maxLength ?? 60) : 20, values: 0, list: 0 })
}

describe('what a form holds', () => {
  it('is within what is read of a body, of its lists and of its values', () => {
    const beyond = forms.filter(({ form }) => {
      const { bytes, values, list } = mostOf(form)
      return bytes > bodyLimit || values > mostValues || list > longestList
    })
    expect(forms.length).toBeGreaterThan(200)
    expect(beyond.map(({ name }) => name)).toEqual([
      'put /api/configuration/{version}',
      'post /api/configuration/{version}/validate',
      'put /api/protocols/{name}',
      'post /api/protocols/{name}/validate',
      'post /api/organisations/import/preview',
      'post /api/organisations/import',
      'post /api/figures/beside/import/preview',
      'post /api/figures/beside/import',
      'post /api/exchange/htcds/preview',
      'post /api/files',
      'post /api/files/preview',
      'put /api/drafts/flag'
    ])
  })

  it('is taken whole of a draft, whose letters may have four bytes', async () => {
    const keep = async (data: string) =>
      (await site.send('asso.rhone', '/api/drafts/flag', { data }, { method: 'PUT' })).statusCode
    expect([await keep('𝄞'.repeat(60_000)), await keep('𝄞'.repeat(60_001))]).toEqual([200, 400])
    expect(await keep('𝄞'.repeat(70_000))).toBe(413)
  })
})

const schema = commandRow('consent.record').input
type Validator = ((sent: unknown) => boolean) & { errors?: { instancePath: string }[] }
type Build = (schemas: object, options: object) => (route: object) => Validator
const bounded = (validation(atOnce).compilersFactory!.buildValidator as unknown as Build)(
  {},
  {}
)({
  schema,
  httpPart: 'body'
})
const unbounded = (AjvCompiler() as unknown as Build)(
  {},
  { customOptions: { allErrors: true, strictSchema: false } }
)({
  schema
})

const consent = (items: number) => ({ scopes: Array.from({ length: items }, (_, i) => i) })
const cpuOf = (validate: Validator, sent: object) => {
  const once = () => {
    const began = process.cpuUsage()
    for (let time = 0; time < 20; time += 1) validate(sent)
    const { user, system } = process.cpuUsage(began)
    return user + system
  }
  return Math.max(1, Math.min(...Array.from({ length: 7 }, once)))
}
/** How many times as much it costs to refuse a hundred times as many items. */
const growth = (validate: Validator) => {
  const [few, many] = [consent(longestList + 1), consent(100 * (longestList + 1))]
  cpuOf(validate, few)
  return cpuOf(validate, many) / cpuOf(validate, few)
}

describe('a list that is longer than any of a form', () => {
  it('costs no more to refuse, however long it is', () => {
    const [grown, held] = [growth(unbounded), growth(bounded)]
    expect(grown).toBeGreaterThan(20)
    expect(held).toBeLessThan(grown / 5)
  })

  it('is named, and no name that is not of the form comes back', async () => {
    const fieldsOf = async (body: object) => {
      const answer = await site.send('asso.rhone', '/api/cases', body)
      const { errors } = answer.json<{ errors: { field: string; code: string }[] }>()
      return [answer.statusCode, errors.map(({ field, code }) => [field, code])]
    }
    const long = Array.from({ length: longestList + 1 }, () => ({}))
    expect(await fieldsOf({ ...aFlag(), indicators: long })).toEqual([400, [['indicators', 'too_many']]])
    expect(await fieldsOf({ ...aFlag(), Dupont: long })).toEqual([400, [['', 'too_many']]])
    const deep = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 0))
    expect(await fieldsOf({ ...aFlag(), indicators: deep })).toEqual([400, [['', 'too_many']]])
    const some = Array.from({ length: 100 }, () => 0)
    const [status, named] = await fieldsOf({ indicators: some, metOn: 'hier' })
    expect([status, named]).toEqual([400, expect.arrayContaining([['metOn', 'format']])])
  })
})

describe('who asks too often', () => {
  it('is refused before what was sent is looked at', async () => {
    const limited = await testApp({ env: { RATE_LIMIT: '3' } })
    await peopled(limited.db, limited.config.publicUrl)
    const headers = fromPage(await signIn(limited.app, 'asso.rhone'))
    const statuses = []
    for (let time = 0; time < 5; time += 1)
      statuses.push(
        (await limited.app.inject({ method: 'POST', url: '/api/cases', headers, payload: { scopes: [] } }))
          .statusCode
      )
    expect(statuses).toEqual([400, 400, 400, 429, 429])
    await limited.close()
  })
})
