import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { showCode } from '../../../server/cases/code.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { saidAs } from '../repair/said-as.ts'

const site = await forFile(openSite())
const { tell } = site
const rows = async <R extends object>(text: string, values: unknown[] = []) =>
  (await site.db.owner.query<R>(text, values)).rows

const at = (caseId: string) => `/api/cases/${caseId}/links`
const codeOf = async (caseId: string) => {
  const [{ code }] = (await rows<{ code: string }>('select code from "case" where id = $1', [caseId])) as [
    { code: string }
  ]
  return showCode(code)
}
const link = async (login: string, [one, other]: [string, string], kind = 'site', key = randomUUID()) =>
  site.send(login, at(one), { code: await codeOf(other), kind }, { key })
type Shown = {
  items: { id: string; caseId: string; code: string; kind: string; endedOn: string | null; mayEnd: boolean }[]
  kinds: { id: string }[]
}
const shown = async (login: string, caseId: string) => (await site.get(login, at(caseId))).json<Shown>()
const kindsOf = async (login: string, caseId: string) =>
  (await shown(login, caseId)).kinds.map(({ id }) => id)
const joins = (login: string, caseId: string, capacity: string) =>
  rows(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
     values ($1, $2, $3, now() - interval '1 day', 'test', now())`,
    [caseId, site.as(login).orgId, capacity]
  )
const filesOf = (action: string) =>
  rows(`select chain from audit_event where action = $1 and outcome = 'allowed'`, [action])
const filed = (...ids: string[]) => expect.arrayContaining(ids.map((id) => ({ chain: `case:${id}` })))
/** Two cases that the association and the cell know, and others in the first alone or the second alone. */
const two = async () => {
  const [one, other] = [await tell.consenting(), await tell.consenting()]
  for (const [login, capacity] of [
    ['police.69', 'police'],
    ['asso.paris', 'flagger'],
    ['acse', 'acse'],
    ['prefecture.69', 'prefecture'],
    ['foyer.azur', 'shelter'],
    ['parquet.lyon', 'prosecutor']
  ] as const)
    await joins(login, one, capacity)
  return [one, other] as [string, string]
}
const oneSided = ['police.69', 'asso.paris', 'acse', 'prefecture.69', 'foyer.azur', 'parquet.lyon']

/** All that somebody reads of a case, with its version. */
const read = async (login: string, caseId: string) => {
  const urls = [
    `/api/cases/${caseId}?events=50&acts=all`,
    `/api/cases/${caseId}/events`,
    at(caseId),
    '/api/cases?view=all',
    '/api/cases?view=moved',
    '/api/notices',
    '/api/notices/unread',
    '/api/deadlines'
  ]
  const answers = []
  for (const url of urls) {
    const answer = await site.get(login, url)
    answers.push([url, answer.statusCode, answer.headers['etag'], answer.body])
  }
  return answers
}

it('who may not know whence one of the two persons came is told of no link, from either case', async () => {
  const [one, other] = [await tell.consenting(), await tell.consenting()] as const
  await rows(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
     select id, $2, 'cell_member', now() - interval '1 day', 'test', now() from unnest($1::uuid[]) as id
     on conflict (case_id, org_id, capacity) do update set until = null, since = excluded.since`,
    [[one, other], site.as('membre.69').orgId]
  )
  expect((await link('asso.rhone', [one, other])).statusCode).toBe(201)
  const told = async () => {
    const both = [await shown('membre.69', one), await shown('membre.69', other)]
    return both.map(({ items }) => items.length)
  }
  expect(await told(), 'positive control').toEqual([1, 1])
  await rows(
    `update "case" set facts = facts || '{"host": "acse", "territory": "31", "met": "69"}' where id = $1`,
    [other]
  )
  expect(await told()).toEqual([0, 0])
})

describe('who knows one of two linked cases', () => {
  it.each(oneSided)('reads the same before and after: %s', async (login) => {
    const [one, other] = await two()
    const before = await read(login, one)
    const made = await link('asso.rhone', [one, other])
    expect(made.statusCode, made.body).toBe(201)
    expect((await link('asso.rhone', [other, one], 'operation')).statusCode).toBe(201)
    expect(await read(login, one)).toEqual(before)
    expect((await shown(login, one)).items).toEqual([])
    const control = await shown('cellule.69', one)
    expect(control.items.map(({ caseId, kind }) => [caseId, kind]).sort()).toEqual([
      [other, 'Même lieu des faits'],
      [other, 'Même opération ou enquête']
    ])
  })

  it.each(oneSided)(
    'is answered alike for the other case and for one that is not there: %s',
    async (login) => {
      const [one, other] = await two()
      await link('asso.rhone', [one, other])
      const kinds = await kindsOf(login, one)
      for (const kind of ['site', ...kinds]) {
        const sent = await link(login, [one, other], kind)
        const absent = await site.send(login, at(one), { code: 'TEH 2222 2222', kind })
        const itself = await link(login, [one, one], kind)
        const plain = ({ statusCode, body }: typeof sent) => [statusCode, JSON.parse(body).errors]
        expect([plain(sent), plain(itself)]).toEqual([plain(absent), plain(absent)])
        expect(sent.statusCode).toBe(400)
      }
      const [tried] = await rows<{ n: number }>(
        `select count(*)::int as n from audit_event where action = 'link.make' and outcome = 'denied' and person_id = $1`,
        [site.as(login).personId]
      )
      expect(tried!.n).toBeGreaterThan(2)
    }
  )

  it.each(oneSided)('finds no row in PostgreSQL, whichever of the two it writes of: %s', async (login) => {
    const [one, other] = await two()
    const id = (await link('asso.rhone', [one, other])).json<Shown>().items[0]!.id
    for (const caseId of [one, other]) {
      const text = `do $$ begin if exists (select from case_link where id = '${id}') then raise exception 'seen'; end if; end $$`
      expect(await saidAs(site, login, caseId, { text, values: [] })).toBeNull()
    }
    const seen = `do $$ begin if exists (select from case_link where id = '${id}') then raise exception 'seen'; end if; end $$`
    expect(await saidAs(site, 'cellule.69', one, { text: seen, values: [] })).toContain('seen')
    const [low, high] = [one, other].sort()
    const make = {
      text: `insert into case_link (id, low_id, high_id, kind, data_class, made_by, made_org, made_at)
        values (gen_random_uuid(), $1, $2, 'employer', 'D', $3, $4, now())`,
      values: [low, high, site.as(login).personId, site.as(login).orgId]
    }
    expect(await saidAs(site, login, one, make)).toContain('row-level security')
    const end = {
      text: `update case_link set ended_at = now(), ended_by = $2 where id = $1`,
      values: [id, site.as(login).personId]
    }
    expect(await saidAs(site, login, one, end)).toBeNull()
    expect(
      (await rows<{ ended_at: Date | null }>('select ended_at from case_link where id = $1', [id]))[0]!
        .ended_at
    ).toBeNull()
  })

  it.each(oneSided)('takes no link back, and is told of none: %s', async (login) => {
    const [one, other] = await two()
    const id = (await link('asso.rhone', [one, other])).json<Shown>().items[0]!.id
    const [real, drawn] = [
      await site.send(login, `${at(one)}/${id}/end`, undefined),
      await site.send(login, `${at(one)}/${randomUUID()}/end`, undefined)
    ]
    expect([real.statusCode, drawn.statusCode]).toEqual([404, 404])
    expect((await site.get(login, at(other))).statusCode).toBe(404)
  })
})

describe('who knows both, but not what the link says', () => {
  it.each([
    ['prefecture.69', 'prefecture'],
    ['foyer.azur', 'shelter']
  ] as const)('reads none and makes none: %s', async (login, capacity) => {
    const [one, other] = await two()
    await joins(login, other, capacity)
    const before = await read(login, one)
    for (const kind of ['operation', 'family', 'site', 'employer'])
      expect((await link('asso.rhone', [one, other], kind)).statusCode).toBe(201)
    expect(await read(login, one)).toEqual(before)
    const refused = await link(login, [one, other])
    const message = 'Dans l’un des deux dossiers, ce que dirait ce lien ne vous est pas ouvert.'
    expect([refused.statusCode, refused.json().errors]).toMatchObject([400, [{ field: 'kind', message }]])
  })

  it('an organisation that flagged both knows of a place, and not of an operation', async () => {
    const [one, other] = await two()
    await joins('asso.paris', other, 'flagger')
    for (const kind of ['operation', 'site']) await link('cellule.69', [one, other], kind)
    // Its people speak as an association, and not as whoever once flagged.
    const kinds = await kindsOf('asso.paris', one)
    expect(kinds).not.toContain('operation')
    expect((await shown('asso.paris', one)).items.map(({ kind }) => kind)).toEqual(
      kinds.includes('site') ? ['Même lieu des faits'] : []
    )
  })
})

describe('a link', () => {
  it('is made once for one key, and once of a kind, and both files keep it', async () => {
    const [one, other] = await two()
    const key = randomUUID()
    const [first, again] = [
      await link('asso.rhone', [one, other], 'family', key),
      await link('asso.rhone', [one, other], 'family', key)
    ]
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    const twice = await link('cellule.69', [other, one], 'family')
    expect([twice.statusCode, twice.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'stands_already', detail: 'Ces deux dossiers sont déjà liés ainsi.' })
    ])
    expect(await filesOf('link.make')).toEqual(filed(one, other))
  })

  it('is taken back by who made it or by the cell of both, and stays written with its end', async () => {
    const [one, other] = await two()
    await joins('police.69', other, 'police')
    const id = (await link('police.69', [one, other])).json<Shown>().items[0]!.id
    expect((await shown('asso.rhone', one)).items[0]!.mayEnd).toBe(false)
    expect((await site.send('asso.rhone', `${at(one)}/${id}/end`, undefined)).statusCode).toBe(404)
    const ended = await site.send('cellule.69', `${at(other)}/${id}/end`, undefined)
    expect(ended.statusCode, ended.body).toBe(200)
    expect(await filesOf('link.end')).toEqual(filed(one, other))
    expect((await site.send('police.69', `${at(one)}/${id}/end`, undefined)).statusCode).toBe(404)
    for (const login of ['asso.rhone', 'police.69'])
      expect((await shown(login, one)).items).toMatchObject([{ id, endedOn: '2026-11-24', mayEnd: false }])
    // What was in error may be said anew.
    expect((await link('police.69', [one, other])).statusCode).toBe(201)
  })

  it('is gone for who has left one of the two', async () => {
    const [one, other] = await two()
    await joins('police.69', other, 'police')
    await link('asso.rhone', [one, other])
    expect((await shown('police.69', one)).items).toHaveLength(1)
    await rows(
      `update participation set until = now() - interval '1 second' where case_id = $1 and org_id = $2`,
      [other, site.as('police.69').orgId]
    )
    expect((await shown('police.69', one)).items).toEqual([])
  })

  it('goes with the first of its two files', async () => {
    const [one, other] = await two()
    await link('asso.rhone', [one, other])
    expect(await saidAs(site, 'asso.rhone', one, { text: 'select erase_links()', values: [] })).toContain(
      'only the clock'
    )
    expect((await shown('cellule.69', other)).items).toHaveLength(1)
    const client = await site.db.app.connect()
    await client.query('begin')
    await client.query(`select set_config('app.role', 'system', true), set_config('app.case', $1, true)`, [
      one
    ])
    await client.query('select erase_links()')
    await client.query('commit')
    client.release()
    expect((await shown('cellule.69', other)).items).toEqual([])
  })
})
