import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeCursor } from '../../../server/http/cursor.ts'
import { forFile } from '../../support/for-file.ts'
import { desks, formsOf, wanted, type Document, type Schema } from '../../support/running/forms.ts'
import { fromPage } from '../../support/running/sign-in.ts'
import { openSite, type Answer } from '../../support/running/site.ts'
import { aFlag } from '../../support/world.ts'

const site = await forFile(openSite())
const { behind, operations, least } = formsOf((await site.app.inject('/api/openapi.json')).json<Document>())

const texts = ['a\0b', 'a\ud800b']
const moments = [
  '0000-01-01T00:00:00Z',
  '0000-01-01T00:00:00.000Z',
  '2026-02-30T00:00:00.000Z',
  '9999-12-31T23:59:59-23:59',
  '2026-11-24T11:00:00+23:59',
  '+010000-01-01T00:00:00.000Z'
]
const days = ['0000-01-01', '2026-02-30', '9999-99-99']
const logins = ['asso.rhone', 'cellule.69', 'acse', 'foyer.azur', 'admin', 'dpo']

type Asking = (typeof operations)[number]
type Sent = { query?: Record<string, string>; body?: unknown; params?: Record<string, string> }

const ask = async ({ method, path }: Asking, login: string, { query = {}, body, params = {} }: Sent) =>
  site.app.inject({
    method: method as 'POST',
    url: path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? wanted[name] ?? randomUUID())
    ),
    query,
    headers: {
      ...fromPage(await site.cookie(login)),
      'idempotency-key': randomUUID(),
      'if-match': '"1"'
    },
    ...(body !== undefined && { payload: body as object })
  })

const deskOf = ({ path }: Asking) => desks[path.split('/')[2]!] ?? 'asso.rhone'
const fieldsIn = (answer: Answer) =>
  (answer.json<{ errors?: { field: string }[] }>().errors ?? []).map(({ field }) => field)

/** What cannot be kept in a field of this form: half a character or an end of text, and a day or moment that is none. */
const wrongFor = (form: Schema): string[] => {
  const { enum: closed, format, type } = behind(form)
  if (closed || ![type].flat().includes('string')) return []
  return format === 'date-time' ? moments : format === 'date' ? days : texts
}

const isList = ({ parameters }: Asking) => parameters.some(({ name }) => name === 'cursor')
const written = '2026-11-24T11:00:00.000Z'
const unwritten = moments.slice(0, 3)
const views = ['todo', 'all', 'moved', 'late', 'mine']
const shapes = [
  (at: string) => [at, randomUUID()],
  (at: string) => [at, randomUUID(), randomUUID()],
  (at: string) => [at, randomUUID(), 'AB-1', randomUUID()],
  (at: string) => ['1', at, randomUUID()],
  (at: string) => ['true', at, randomUUID()],
  (at: string) => [at, 'system', '1'],
  (at: string) => ['1', at, 'AB-1']
]

describe('what PostgreSQL cannot keep', () => {
  it('is what it refuses: without these forms each would be a fault', async () => {
    const { app } = site.db
    for (const day of days) await expect(app.query('select $1::date', [day])).rejects.toThrow(/date/)
    for (const at of moments.slice(0, 5).filter((one) => one !== moments[3]))
      await expect(app.query('select $1::timestamptz', [at])).rejects.toThrow(/time/)
    await expect(app.query('select $1::text', [texts[0]])).rejects.toThrow(/encoding|0x00/)
  })

  it('is refused in each field of each form, by its name', async () => {
    const flagged = await site.send('asso.rhone', '/api/cases', aFlag())
    const params = { id: flagged.json<{ id: string }>().id }
    let asked = 0
    for (const one of operations.filter(({ body }) => body)) {
      const { properties = {} } = behind(one.body!)
      for (const [field, form] of Object.entries(properties))
        for (const value of wrongFor(form)) {
          const body = { ...(least(one.body!) as object), [field]: value }
          const answer = await ask(one, deskOf(one), { body, params })
          asked += 1
          if (!one.path.startsWith('/api/links/'))
            expect([one.name, field, answer.statusCode, fieldsIn(answer)]).toEqual([
              one.name,
              field,
              400,
              expect.arrayContaining([field])
            ])
          expect([one.name, field, answer.statusCode < 500]).toEqual([one.name, field, true])
        }
    }
    expect(asked).toBeGreaterThan(300)
  })

  it('is refused in each part of each address', async () => {
    let asked = 0
    for (const one of operations)
      for (const { name, in: part, schema } of one.parameters.filter(({ in: p }) => p !== 'header'))
        // An address is of whole characters: half of one cannot be sent there.
        for (const value of [...wrongFor(schema!).filter((wrong) => wrong !== texts[1]), '\0']) {
          const sent = part === 'query' ? { query: { [name]: value } } : { params: { [name]: value } }
          const body = one.body && least(one.body)
          const answer = await ask(one, deskOf(one), { body, ...sent })
          asked += 1
          expect([one.name, name, value, answer.statusCode < 500, answer.statusCode >= 400]).toEqual([
            ...[one.name, name, value],
            ...[true, true]
          ])
        }
    expect(asked).toBeGreaterThan(300)
  })

  it('is refused where a list goes on, in each order of each list and each of its views', async () => {
    const taken = new Map<string, number>()
    const goOn = async (one: Asking, login: string, query: Record<string, string>) => {
      for (const shape of shapes) {
        const answers = await Promise.all(
          [written, ...unwritten].map((at) =>
            ask(one, login, { query: { ...query, cursor: encodeCursor(shape(at)) } })
          )
        )
        const [good, ...wrong] = answers.map(({ statusCode }) => statusCode)
        if (good === 200) taken.set(one.name, (taken.get(one.name) ?? 0) + 1)
        const fine = wrong.every((status) => (good === 200 ? [200, 400].includes(status) : status === good))
        expect([one.name, login, query, good! < 500, fine]).toEqual([one.name, login, query, true, true])
      }
    }
    for (const one of operations.filter(isList))
      for (const login of logins)
        for (const view of one.parameters.some(({ name }) => name === 'view') ? [null, ...views] : [null])
          await goOn(one, login, view ? { view } : {})
    for (const list of ['cases', 'notices', 'deadlines', 'openings', 'meetings', 'audit'])
      expect([list, taken.get(`get /api/${list}`) ?? 0]).not.toEqual([list, 0])
  })
})

describe('a number that is not written as a version', () => {
  it('is the version of nothing', async () => {
    const id = (await site.send('asso.rhone', '/api/cases', aFlag())).json<{ id: string }>().id
    expect(id).toBeTruthy()
    const [place] = (await site.get('foyer.azur', '/api/places')).json<{ items: { id: string }[] }>().items
    const url = `/api/places/${place!.id}/commands/change`
    const [form] = operations.filter(({ path }) => path === '/api/places/{id}/commands/change')
    const change = async (tag: string) =>
      (await site.send('foyer.azur', url, least(form!.body!), { version: `"${tag}"` })).statusCode
    for (const tag of ['0x1', '1e0', '01', '1-', 'x']) expect([tag, await change(tag)]).toEqual([tag, 412])
    expect(await change('1')).not.toBe(412)
  })
})
