import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../../server/app.ts'
import { testApp, type TestApp } from '../../support/running/app.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { tellWorld } from '../../support/demo.ts'
import { countStatements, statementsOf } from '../../support/running/statements.ts'

// Before the first connection, which keeps what it is opened with.
const counter = countStatements()
const cases = 60
const referent = 'asso.rhone'

const columns = `select string_agg(quote_ident(attname), ', ') as named from pg_attribute
  where attrelid = 'referral'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'id'`

describe('the largest case of a demonstration, as its referent reads it', () => {
  let site: TestApp
  let app: App
  let cookie: string
  let largest: string
  let longest: string

  const get = (url: string) => app.inject({ url, headers: { cookie } })
  const sizeOf = async (url: string) => Buffer.byteLength((await get(url)).body)
  const largestOf = async (items: readonly { id: string }[], urlOf: (id: string) => string) => {
    const sizes: { id: string; size: number }[] = []
    for (const { id } of items) sizes.push({ id, size: await sizeOf(urlOf(id)) })
    return sizes.sort((one, other) => other.size - one.size)[0]!.id
  }

  beforeAll(async () => {
    site = await testApp({ web: true })
    app = site.app
    const issuer = new URL('/oidc', site.config.publicUrl).href
    const asked = { db: site.db, keys: site.db.keys, seed: 'mnio', issuer, cases, now: new Date(), lanes: 2 }
    expect(await tellWorld(asked)).toMatchObject({ done: cases, failed: 0 })
    cookie = await signIn(app, referent)
    const { items } = (await get('/api/cases?view=all&limit=100')).json<{ items: { id: string }[] }>()
    expect(items.length).toBeGreaterThan(10)
    largest = await largestOf(items, (id) => `/dossiers/${id}`)
    longest = await largestOf(items, (id) => `/api/cases/${id}`)
    // A country of thousands has cases that ask more services than any of sixty does.
    const { rows } = await site.db.owner.query<{ named: string }>(columns)
    const more = `insert into referral (id, ${rows[0]!.named}) select gen_random_uuid(), ${rows[0]!.named} from referral, generate_series(1, 3) where case_id = any($1) and answered_at is not null`
    await site.db.owner.query(more, [[...new Set([largest, longest])]])
  }, 600_000)
  afterAll(() => site.close())
  afterAll(() => counter.off())

  test('is of twenty-five kilobytes at most, and its page of sixty', async () => {
    expect(await sizeOf(`/api/cases/${longest}`)).toBeLessThanOrEqual(25_000)
    // Something is there to be read.
    expect(await sizeOf(`/api/cases/${longest}`)).toBeGreaterThan(8_000)
    const page = await get(`/dossiers/${largest}`)
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html'])
    expect(Buffer.byteLength(page.body)).toBeLessThanOrEqual(60_000)
    expect(Buffer.byteLength(page.body)).toBeGreaterThan(20_000)
    // Split by component, its styles would be some thirty files: they are that of every page, and that of the pages behind the first.
    expect(page.body.match(/rel="stylesheet"/g)!.length).toBeLessThanOrEqual(2)
    const { referrals } = (await get(`/api/cases/${largest}`)).json<{ referrals: object[] }>()
    expect(referrals.length).toBeGreaterThan(3)
  })

  test('is of sixty kilobytes at most with all its acts, whichever are asked for', async () => {
    for (const asked of ['tous', 'inattendus']) {
      const page = await get(`/dossiers/${largest}?actes=${asked}`)
      expect([asked, page.statusCode]).toEqual([asked, 200])
      expect(Buffer.byteLength(page.body), asked).toBeLessThanOrEqual(60_000)
      expect(Buffer.byteLength(page.body), asked).toBeGreaterThan(10_000)
    }
  })

  test('names the acts, and leaves their forms, their law and what follows from them to each act', async () => {
    const { actions } = (await get(`/api/cases/${largest}`)).json<{ actions: object[] }>()
    expect(JSON.stringify(actions)).not.toMatch(/"(input|ahead|basis)":/)
    const [{ command, label, enabled }] = actions as [{ command: string; label: string; enabled: boolean }]
    const form = (await get(`/api/cases/${largest}/actions/${command}`)).json()
    expect(form).toMatchObject({ command, label, enabled, input: { type: 'object' } })
    expect(form.basis.length).toBeGreaterThan(0)
  })

  test('asks PostgreSQL twenty-two times at most, and the page of the day twenty-eight, whoever reads it', async () => {
    const countAs = async (who: string, url: string) => {
      const { done, statements } = await statementsOf(() => app.inject({ url, headers: { cookie: who } }))
      expect(done.statusCode).toBe(200)
      // Whatever is asked was heard.
      expect(statements.length).toBeGreaterThan(8)
      return statements.length
    }
    expect(await countAs(cookie, `/dossiers/${largest}`)).toBeLessThanOrEqual(22)
    for (const login of [referent, 'cellule.69', 'ofii', 'ase.69', 'prefecture.69', 'foyer.ouest'])
      expect(await countAs(await signIn(app, login), '/aujourdhui'), login).toBeLessThanOrEqual(28)
  })

  test('looks the session up once a page, and refuses at the next one who was signed out since', async () => {
    const { app: pool } = site.db
    const ask = pool.query.bind(pool)
    let lookups = 0
    pool.query = ((...asked: Parameters<typeof ask>) => {
      if ((asked[0] as { name?: string }).name === 'auth_find_session') lookups += 1
      return ask(...asked)
    }) as typeof pool.query
    const read = async () => {
      lookups = 0
      const { statusCode } = await get(`/dossiers/${largest}`)
      return [statusCode, lookups]
    }
    expect(await read()).toEqual([200, 1])
    expect(await read()).toEqual([200, 1])
    await site.db.owner.query('update session set revoked_at = now()')
    expect(await read()).toEqual([401, 1])
    pool.query = ask as typeof pool.query
  })
})
