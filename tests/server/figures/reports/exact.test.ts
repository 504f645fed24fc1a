import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { fixedTable, tableIds } from '../../../../figures/fixed/tables.ts'
import { reports } from '../../../../figures/reports/reports.ts'
import { inContext } from '../../../../server/db/context.ts'
import { listExact } from '../../../../server/figures/reports/exact.ts'
import { asked, exact, openMonitoring } from './monitoring.ts'

const { ask, post, file, cell, first, second, owner, world, traces } = await openMonitoring()

const valueIn = (rows: string[][], id: string) => rows.find(([one]) => one === id)?.slice(3, 5)

const twoWeeks = 14 * 86_400_000
const refused = (detail: string) => ({ status: 409, code: 'rule', detail })

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
    const wrong = async (more: object) => {
      const { body } = await post(first, exact, { ...asked, ...more })
      return [body.errors[0].field, body.errors[0].message]
    }
    expect(await wrong({ purpose: '     oui     ' })).toEqual([
      'purpose',
      'Dites à qui ces nombres sont envoyés et pour quelle collecte.'
    ])
    const running = new Date().getFullYear()
    for (const year of [running, 2199])
      expect(await wrong({ year })).toEqual([
        'year',
        'Cette année n’est pas finie : ses nombres exacts se demandent quand elle l’est.'
      ])
    const byHand = inContext(world.db.app, world.as(first), (tx) =>
      tx.execute(sql`insert into exact_export (id, report, year, purpose, asked_by, asked_at)
        values (gen_random_uuid(), 'sdg', ${running}, ${asked.purpose}, ${world.as(first).personId}, now())`)
    )
    await expect(byHand).rejects.toThrow()
    expect((await owner.query('select from exact_export')).rowCount).toBe(0)
  })

  it('wait for another person: the one who asked cannot allow them, nor take them', async () => {
    const key = randomUUID()
    const { status, body } = await post(first, exact, asked, key)
    expect([status, body.items.length, body.items[0].state]).toEqual([201, 1, 'waiting'])
    expect((await post(first, exact, asked, key)).body.items).toHaveLength(1)
    const [{ id, may }] = body.items
    ids.push(id)
    expect(may).toEqual({ settle: false, withdraw: true, take: false })
    expect((await post(first, exact, asked)).body).toMatchObject(
      refused('Vous l’avez déjà demandé : une autre personne doit répondre.')
    )
    for (const how of ['allow', 'refuse'])
      expect((await post(first, `${exact}/${id}/${how}`)).body).toMatchObject(
        refused('La demande est la vôtre : une autre personne doit y répondre.')
      )
    expect((await file(first, path(id))).status).toBe(404)
    expect((await post('controle', `${exact}/${id}/allow`)).status).toBe(403)
  })

  it('even by hand in PostgreSQL one person is not two', async () => {
    const alone = inContext(world.db.app, world.as(first), (tx) =>
      tx.execute(
        sql`update exact_export set state = 'allowed', settled_by = asked_by, settled_at = now() where id = ${ids[0]}`
      )
    )
    await expect(alone).rejects.toThrow()
    const cells = await inContext(world.db.app, world.as(first), (tx) =>
      tx.execute(sql`select * from exact_cells(${ids[0]})`)
    )
    expect(cells.rows).toEqual([])
  })

  it('allowed, open to the one who asked alone, with flags, of the whole country, and of that year', async () => {
    expect((await post(second, `${exact}/${ids[0]}/allow`)).status).toBe(200)
    expect((await file(second, path(ids[0]!))).status).toBe(404)
    expect((await file('controle', path(ids[0]!))).status).toBe(404)
    const { status, headers, rows } = await file(first, path(ids[0]!))
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
    const { rows: taken } = await owner.query<{ detail: string }>(
      `select detail from audit_event where action = 'exact.take'`
    )
    expect(taken).toEqual([{ detail: 'eurostat,2025' }])
    const mayTake = async (login: string) => (await ask(login, exact)).body.items[0].may.take as boolean
    expect([await mayTake(second), await mayTake(first)]).toEqual([false, true])
  })

  it('of few persons bear the flag that they are confidential', async () => {
    const { body } = await post(first, exact, { ...asked, report: 'greta' })
    // What was asked for last comes first.
    const [{ report, id }] = body.items
    expect(report).toBe('greta')
    ids.push(id)
    await post(second, `${exact}/${id}/allow`)
    const { rows } = await file(first, path(id))
    expect(valueIn(rows, 'housed')).toEqual(['7', 'c p'])
  })

  it('are counted when they are allowed and say that instant: what is done through the day moves none of them', async () => {
    const victims = async (id: string) => valueIn((await file(first, path(id))).rows, 'victims')![0]
    const moved = (n: number) =>
      owner.query(
        `update stat.cell set n = n + $1 where year = 2025 and table_id = 'status_sex_form' and at = 'presumed|tot|tot'`,
        [n]
      )
    await moved(1)
    expect(await victims(ids[0]!)).toBe('246')
    expect((await file(first, path(ids[0]!))).rows.flat().join(' ')).toMatch(/nombres exacts du .* \d\d:\d\d/)
    // Positive control: what is asked for and allowed anew is counted anew.
    await post(first, exact, asked)
    const { items } = (await ask(first, exact)).body
    const again = items.find((one: { report: string; state: string }) => one.state === 'waiting').id
    await post(second, `${exact}/${again}/allow`)
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
      await post(first, exact, { ...asked, report: id, year })
      const { items } = (await ask(first, exact)).body
      const { id: asking } = items.find(
        (one: { report: string; year: number }) => one.report === id && one.year === year
      )
      await post(second, `${exact}/${asking}/allow`)
      const { rows } = await inContext(world.db.app, world.as(first), (tx) =>
        tx.execute<{ table_id: string }>(sql`select distinct table_id from exact_cells(${asking})`)
      )
      expect(rows.map((one) => one.table_id).toSorted(), id).toEqual([...new Set(asks)].toSorted())
      await owner.query('delete from stat.cell where year = 2010')
    }
  })

  it('of a département are not there, even of an export that is allowed', async () => {
    const places = (await cellsOf(first, ids[1]!)).filter(({ table_id: id }) => id === 'territory_outcome')
    expect(places.map(({ at }) => at)).toEqual(['tot|acse'])
  })

  it('are given by PostgreSQL to the one who asked alone', async () => {
    expect((await cellsOf(first, ids[0]!)).length).toBeGreaterThan(0)
    expect(await cellsOf(second, ids[0]!)).toEqual([])
  })

  it('are closed a day later', async () => {
    await owner.query(
      `update exact_export set settled_at = settled_at - interval '25 hours', asked_at = asked_at - interval '25 hours' where id = $1`,
      [ids[0]]
    )
    expect((await file(first, path(ids[0]!))).status).toBe(404)
    expect(await cellsOf(first, ids[0]!)).toEqual([])
    expect(
      (await ask(first, exact)).body.items.find((one: { id: string }) => one.id === ids[0]).may.take
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
    const { body } = await post(first, exact, { ...asked, year: 2024 })
    const of = (items: { id: string; year: number; state: string }[]) =>
      items.find(({ year }) => year === 2024)!
    const { id } = of(body.items)
    const longAgo = `update exact_export set asked_at = now() - interval '14 days 1 minute' where id = $1`
    await owner.query(longAgo, [id])
    expect(of((await ask(second, exact)).body.items).state).toBe('lapsed')
    const when = 'select asked_at as at from exact_export where id = $1'
    const [{ at }] = (await owner.query(when, [id])).rows as [{ at: Date }]
    const [actor, locale] = [world.as('miprof'), 'fr' as const]
    const readAfter = async (ms: number) => {
      const reader = { actor, locale, now: new Date(at.getTime() + ms) }
      return of((await inContext(world.db.app, actor, (tx) => listExact(tx, reader))).items).state
    }
    expect([await readAfter(twoWeeks - 1), await readAfter(twoWeeks)]).toEqual(['waiting', 'lapsed'])
    for (const [login, how] of [
      [second, 'allow'],
      [first, 'withdraw']
    ] as const)
      expect((await post(login, `${exact}/${id}/${how}`)).body).toMatchObject(
        refused('Cette demande a attendu plus de 14 jours : elle est à refaire.')
      )
    const miprof = { ...world.as(second), role: 'miprof', orgId: world.as('miprof').orgId } as const
    const byHand = inContext(world.db.app, miprof, (tx) =>
      tx.execute(
        sql`update exact_export set state = 'allowed', settled_by = ${world.as(second).personId}, settled_at = now() where id = ${id}`
      )
    )
    await expect(byHand).rejects.toThrow()
    expect((await post(first, exact, { ...asked, year: 2024 })).status).toBe(201)
  })

  it('are refused or taken back once, and answered once', async () => {
    const { body } = await post(first, exact, { ...asked, report: 'sdg' })
    const { id } = body.items.find((one: { report: string }) => one.report === 'sdg')
    expect((await post(second, `${exact}/${id}/withdraw`)).body).toMatchObject(
      refused('La personne qui a demandé peut retirer sa demande.')
    )
    expect((await post(first, `${exact}/${id}/withdraw`)).status).toBe(200)
    expect((await post(second, `${exact}/${id}/allow`)).body).toMatchObject(
      refused('Cette demande a déjà reçu sa réponse.')
    )
    expect((await file(first, path(id))).status).toBe(404)
    expect((await post(second, `${exact}/${randomUUID()}/allow`)).status).toBe(404)
    // One may ask for what a colleague asked for, and for the same of another year.
    for (const [login, year] of [
      [first, 2025],
      [second, 2025],
      [first, 2023]
    ] as const)
      expect((await post(login, exact, { ...asked, report: 'sdg', year })).status, `${login} ${year}`).toBe(
        201
      )
  })
})
