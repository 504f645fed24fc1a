import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { fixedTable, tableIds } from '../../../../figures/fixed/tables.ts'
import { reports } from '../../../../figures/reports/reports.ts'
import { inContext } from '../../../../server/db/context.ts'
import { parseCsv } from '../../../../server/organisations/csv.ts'
import { forFile } from '../../../support/for-file.ts'
import { fromPage } from '../../../support/running/sign-in.ts'
import { openDirectory } from '../../organisations/directory.ts'

const site = await forFile(openDirectory())
const { app, ask, post, owner, world, traces, cookieOf } = site

// A second person of national monitoring: the demonstration has one.
await owner.query(`update membership set role = 'miprof', org_id = $1 where person_id = $2`, [
  world.as('miprof').orgId,
  world.as('mediation.69').personId
])
const [first, second] = ['miprof', 'mediation.69']

const cell = (year: number, table: string, at: string, n: number) =>
  owner.query('insert into stat.cell (year, table_id, at, n, keys) values ($1, $2, $3, $4, 0)', [
    year,
    table,
    at,
    n
  ])
await owner.query('delete from stat.cell')
await cell(2025, 'status_sex_form', 'presumed|tot|tot', 212)
await cell(2025, 'status_sex_form', 'formally_identified|tot|tot', 31)
await cell(2025, 'status_sex_form', 'court_recognised|tot|tot', 3)
await cell(2025, 'territory_outcome', 'tot|acse', 7)
await cell(2025, 'territory_outcome', '976|acse', 2)
await cell(2024, 'status_sex_form', 'presumed|tot|tot', 99)

const file = async (login: string, path: string) => {
  const answer = await app.inject({
    method: 'GET',
    url: `/api${path}`,
    headers: fromPage(await cookieOf(login))
  })
  return {
    status: answer.statusCode,
    headers: answer.headers,
    rows:
      answer.statusCode === 200 && path.endsWith('csv')
        ? parseCsv(answer.body).map(({ cells }) => cells)
        : [],
    bytes: answer.rawPayload
  }
}
const exact = '/figures/exact'
const asked = {
  report: 'eurostat',
  year: 2025,
  purpose: 'Collecte Eurostat de 2026, envoi au point de contact'
}
const valueIn = (rows: string[][], id: string) => rows.find(([one]) => one === id)?.slice(3, 5)

describe('what others ask of France', () => {
  it.each(['asso.rhone', 'cellule.69', 'prefecture.69', 'admin'])('is not there for %s', async (login) => {
    expect((await ask(login, '/figures/reports')).status).toBe(404)
    expect((await ask(login, '/figures/reports/eurostat')).status).toBe(404)
    expect((await file(login, '/figures/reports/eurostat/file.csv')).status).toBe(404)
    expect((await ask(login, exact)).status).toBe(404)
    expect((await post(login, exact, asked)).status).toBe(404)
  })

  it('is filled with what is released, and before a release with nothing of the store', async () => {
    const { status, body } = await ask(first, '/figures/reports/eurostat?year=2025')
    expect([status, body.drawn]).toEqual([200, null])
    const lines = body.sections.flatMap((section: { lines: object[] }) => section.lines)
    const ours = lines.filter((one: { origin: string }) => one.origin === 'mécanisme')
    expect(ours.length).toBeGreaterThan(20)
    expect(
      new Set(ours.map((one: { state: string; value: unknown }) => `${one.state} ${one.value}`))
    ).toEqual(new Set(['unreleased null']))
  })

  it('says what it does not know, and what others publish beside', async () => {
    const { body } = await ask('controle', '/figures/reports/greta?year=2023')
    const lines = body.sections.flatMap((section: { lines: { id: string }[] }) => section.lines)
    const of = (id: string) => lines.find((one: { id: string }) => one.id === id)
    expect(of('suspects')).toMatchObject({ value: 1900, state: 'filled' })
    expect(of('asylum')).toMatchObject({
      value: null,
      state: 'missing',
      note: expect.stringContaining('OFPRA')
    })
    expect(of('awards')).toMatchObject({ value: null, state: 'unentered' })
    expect(body.asksExact).toBe(false)
  })

  it('leaves as a file, which is written down', async () => {
    const { status, headers, rows } = await file(first, '/figures/reports/greta/file.csv')
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(rows.some(([id]) => id === 'suspects')).toBe(true)
    const book = await file(first, '/figures/reports/sdg/file.xlsx')
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK')
    expect(await traces('report.take')).toBe(2)
  })
})

describe('exact national numbers', () => {
  const ids: string[] = []
  const path = (id: string) => `${exact}/${id}/file.csv`
  /** What PostgreSQL alone gives of an export to this person, as if of national monitoring. */
  const cellsOf = async (login: string, id: string) => {
    const miprof = { ...world.as(login), role: 'miprof', orgId: world.as('miprof').orgId } as const
    const { rows } = await inContext(world.db.app, miprof, (tx) =>
      tx.execute<{ table_id: string; at: string }>(sql`select table_id, at from exact_cells(${id})`)
    )
    return rows
  }

  it('are not asked for without a purpose, by oversight, or of a year that is not over', async () => {
    expect((await post('controle', exact, asked)).status).toBe(403)
    expect((await post(first!, exact, { ...asked, purpose: 'oui' })).body.errors[0].field).toBe('purpose')
    expect((await post(first!, exact, { ...asked, year: 2199 })).body.errors[0].field).toBe('year')
    const running = new Date().getFullYear()
    expect((await post(first!, exact, { ...asked, year: running })).body.errors[0].field).toBe('year')
    const byHand = inContext(world.db.app, world.as(first!), (tx) =>
      tx.execute(sql`insert into exact_export (id, report, year, purpose, asked_by, asked_at)
        values (gen_random_uuid(), 'sdg', ${running}, ${asked.purpose}, ${world.as(first!).personId}, now())`)
    )
    await expect(byHand).rejects.toThrow()
    expect((await owner.query('select from exact_export')).rowCount).toBe(0)
  })

  it('wait for another person: the one who asked cannot allow them, nor take them', async () => {
    const key = randomUUID()
    const { status, body } = await post(first!, exact, asked, key)
    expect([status, body.items.length, body.items[0].state]).toEqual([201, 1, 'waiting'])
    expect((await post(first!, exact, asked, key)).body.items).toHaveLength(1)
    const [{ id, may }] = body.items
    ids.push(id)
    expect(may).toEqual({ settle: false, withdraw: true, take: false })
    expect((await post(first!, `${exact}/${id}/allow`)).status).toBe(409)
    expect((await file(first!, path(id))).status).toBe(404)
    expect((await post('controle', `${exact}/${id}/allow`)).status).toBe(403)
  })

  it('even by hand in PostgreSQL one person is not two', async () => {
    const alone = inContext(world.db.app, world.as(first!), (tx) =>
      tx.execute(
        sql`update exact_export set state = 'allowed', settled_by = asked_by, settled_at = now() where id = ${ids[0]}`
      )
    )
    await expect(alone).rejects.toThrow()
    const cells = await inContext(world.db.app, world.as(first!), (tx) =>
      tx.execute(sql`select * from exact_cells(${ids[0]})`)
    )
    expect(cells.rows).toEqual([])
  })

  it('allowed, open to the one who asked alone, with flags, of the whole country, and of that year', async () => {
    expect((await post(second!, `${exact}/${ids[0]}/allow`)).status).toBe(200)
    expect((await file(second!, path(ids[0]!))).status).toBe(404)
    expect((await file('controle', path(ids[0]!))).status).toBe(404)
    const { status, headers, rows } = await file(first!, path(ids[0]!))
    expect([status, headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="eurostat-2025-exact.csv"'
    ])
    // Provisional until the final release of the year is out.
    expect(valueIn(rows, 'victims')).toEqual(['246', 'p'])
    expect(valueIn(rows, 'victims.formal')).toEqual(['34', 'p'])
    const text = rows.flat().join(' ')
    expect(text).toContain(asked.purpose)
    // Who asked and who allowed it is in the journal, and does not leave.
    const { rows: people } = await owner.query<{ display_name: string }>(
      'select display_name from person where id = any($1)',
      [[first, second].map((login) => world.as(login).personId)]
    )
    expect(people).toHaveLength(2)
    for (const { display_name: name } of people) expect(text).not.toContain(name)
    expect(await traces('exact.take')).toBe(1)
  })

  it('of few persons bear the flag that they are confidential', async () => {
    const { body } = await post(first!, exact, { ...asked, report: 'greta' })
    const id = body.items.find((one: { report: string }) => one.report === 'greta').id
    ids.push(id)
    await post(second!, `${exact}/${id}/allow`)
    const { rows } = await file(first!, path(id))
    expect(valueIn(rows, 'housed')).toEqual(['7', 'c p'])
  })

  it('are counted when they are allowed and say that instant: what is done through the day moves none of them', async () => {
    const victims = async (id: string) => valueIn((await file(first!, path(id))).rows, 'victims')![0]
    const moved = (n: number) =>
      owner.query(
        `update stat.cell set n = n + $1 where year = 2025 and table_id = 'status_sex_form' and at = 'presumed|tot|tot'`,
        [n]
      )
    await moved(1)
    expect(await victims(ids[0]!)).toBe('246')
    expect((await file(first!, path(ids[0]!))).rows.flat().join(' ')).toMatch(
      /nombres exacts du .* \d\d:\d\d/
    )
    // Positive control: what is asked for and allowed anew is counted anew.
    await post(first!, exact, asked)
    const { items } = (await ask(first!, exact)).body
    const again = items.find((one: { report: string; state: string }) => one.state === 'waiting').id
    await post(second!, `${exact}/${again}/allow`)
    expect([await victims(again), await victims(ids[0]!)]).toEqual(['247', '246'])
    await moved(-1)
  })

  it.each(['app', 'worker', 'stats', 'location'] as const)(
    'are reached by no statement of the role %s',
    async (role) => {
      await expect(world.db[role].query('select from stat.exact_cell')).rejects.toMatchObject({
        code: '42501'
      })
    }
  )

  it('are those of the tables that the report is filled from, and of no other', async () => {
    for (const { id, sections } of Object.values(reports)) {
      const from = sections.flatMap(({ lines }) => lines.map((line) => line.from))
      const asks = from.flatMap((one) => ('ours' in one ? [one.ours] : 'rate' in one ? [one.rate] : []))
      const year = 2010
      for (const table of tableIds)
        await cell(
          year,
          table,
          fixedTable(table)
            .dimensions.map(() => 'tot')
            .join('|'),
          50
        )
      await post(first!, exact, { ...asked, report: id, year })
      const { items } = (await ask(first!, exact)).body
      const { id: asking } = items.find(
        (one: { report: string; year: number }) => one.report === id && one.year === year
      )
      await post(second!, `${exact}/${asking}/allow`)
      const { rows } = await inContext(world.db.app, world.as(first!), (tx) =>
        tx.execute<{ table_id: string }>(sql`select distinct table_id from exact_cells(${asking})`)
      )
      expect(rows.map((one) => one.table_id).toSorted(), id).toEqual([...new Set(asks)].toSorted())
      await owner.query('delete from stat.cell where year = 2010')
    }
  })

  it('of a département are not there, even of an export that is allowed', async () => {
    const places = (await cellsOf(first!, ids[1]!)).filter(({ table_id: id }) => id === 'territory_outcome')
    expect(places.map(({ at }) => at)).toEqual(['tot|acse'])
  })

  it('are given by PostgreSQL to the one who asked alone', async () => {
    expect((await cellsOf(first!, ids[0]!)).length).toBeGreaterThan(0)
    expect(await cellsOf(second!, ids[0]!)).toEqual([])
  })

  it('are closed a day later', async () => {
    await owner.query(
      `update exact_export set settled_at = settled_at - interval '25 hours', asked_at = asked_at - interval '25 hours' where id = $1`,
      [ids[0]]
    )
    expect((await file(first!, path(ids[0]!))).status).toBe(404)
    expect(await cellsOf(first!, ids[0]!)).toEqual([])
    expect(
      (await ask(first!, exact)).body.items.find((one: { id: string }) => one.id === ids[0]).may.take
    ).toBe(false)
    const kept = async () =>
      (await owner.query<{ export: string }>('select distinct export from stat.exact_cell')).rows.map(
        (one) => one.export
      )
    const before = await kept()
    expect(before).toContain(ids[0])
    await world.db.worker.query('select forget_exact_cells()')
    expect(await kept()).toEqual(before.filter((one) => one !== ids[0]))
  })

  it('that nobody has answered for two weeks are asked for anew', async () => {
    const { body } = await post(first!, exact, { ...asked, year: 2024 })
    const of = (items: { id: string; year: number; state: string }[]) =>
      items.find(({ year }) => year === 2024)!
    const { id } = of(body.items)
    await owner.query(`update exact_export set asked_at = asked_at - interval '15 days' where id = $1`, [id])
    expect(of((await ask(second!, exact)).body.items).state).toBe('lapsed')
    expect((await post(second!, `${exact}/${id}/allow`)).status).toBe(409)
    const miprof = { ...world.as(second!), role: 'miprof', orgId: world.as('miprof').orgId } as const
    const byHand = inContext(world.db.app, miprof, (tx) =>
      tx.execute(
        sql`update exact_export set state = 'allowed', settled_by = ${world.as(second!).personId}, settled_at = now() where id = ${id}`
      )
    )
    await expect(byHand).rejects.toThrow()
    expect((await post(first!, exact, { ...asked, year: 2024 })).status).toBe(201)
  })

  it('are refused or taken back once, and answered once', async () => {
    const { body } = await post(first!, exact, { ...asked, report: 'sdg' })
    const { id } = body.items.find((one: { report: string }) => one.report === 'sdg')
    expect((await post(second!, `${exact}/${id}/withdraw`)).status).toBe(409)
    expect((await post(first!, `${exact}/${id}/withdraw`)).status).toBe(200)
    expect((await post(second!, `${exact}/${id}/allow`)).status).toBe(409)
    expect((await file(first!, path(id))).status).toBe(404)
    expect((await post(second!, `${exact}/${randomUUID()}/allow`)).status).toBe(404)
  })
})
