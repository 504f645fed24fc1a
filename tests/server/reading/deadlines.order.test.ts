import { beforeAll, describe, expect, it } from 'vitest'
import { renewLines } from '../../../server/outbox/worklist.renewal.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

type Line = { id: string; caseId: string; code: string; dueAt: string; late: boolean; state: string }

const site = await forFile(openSite())
const readers = ['asso.rhone', 'cellule.69', 'acse', 'police.69']
const ids: string[] = []

/** Days set by hand, and the lines that follow them. */
const dated = async (statement: string, values: unknown[] = []) => {
  await site.db.owner.query(statement, values)
  await site.db.owner.query('update participation set line_tables = null')
  await renewLines(site.db.owner)
}

beforeAll(async () => {
  const { tell } = site
  for (let n = 0; n < 12; n++) {
    ids.push(await tell.flagged(), await tell.sought())
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
    await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
    ids.push(id)
  }
  // From three months ago to six years ahead, some at one moment, a third of them counted otherwise where she was met.
  await dated(
    `update deadline d set due_at = n.at, met_due_at = n.at + case when n.of % 3 = 0 then interval '1 day' else '0' end,
      state = case when n.at < $1 then 'fired' else 'running' end
    from (select id, of, $1::timestamptz + (of % 37) * (of % 37) * interval '1.7 day' - interval '90 days' as at
      from (select id, row_number() over (order by md5(id::text)) as of from deadline where state = 'running') one) n
    where n.id = d.id`,
    [site.gate.now!()]
  )
}, 120_000)

const pagesOf = async (login: string, view?: 'overdue' | 'coming') => {
  const pages: { items: Line[]; next: string | null }[] = []
  for (let next: string | null = ''; next !== null; next = pages.at(-1)!.next)
    pages.push(
      (
        await site.get(
          login,
          `/api/deadlines?${new URLSearchParams({ ...(view && { view }), ...(next && { cursor: next }) })}`
        )
      ).json()
    )
  return pages
}
const joined = async (login: string, view?: 'overdue' | 'coming') =>
  (await pagesOf(login, view)).flatMap(({ items }) => items)

/** What each case says of its own clocks. */
const saidByCases = async (login: string) => {
  const found: Line[] = []
  for (const id of ids) {
    const answer = await site.get(login, `/api/cases/${id}`)
    if (answer.statusCode === 200) found.push(...(answer.json().deadlines as Line[]))
  }
  return found.filter(({ state, late }) => state === 'running' || late)
}

describe('the deadlines of an organisation, page after page', () => {
  it.each(readers)('are in one order, the late ones first, each once and none missing: %s', async (login) => {
    const lines = await joined(login)
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.map(({ dueAt }) => dueAt)).toEqual(lines.map(({ dueAt }) => dueAt).toSorted())
    const seen = lines.map(({ id }) => id)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.toSorted()).toEqual((await saidByCases(login)).map(({ id }) => id).toSorted())
  })

  it('take more than one page, of which the first holds what is late and comes next', async () => {
    const [first, ...others] = await pagesOf('cellule.69')
    expect(others.length).toBeGreaterThan(0)
    const last = first!.items.at(-1)!.dueAt
    expect(first!.items.some(({ late }) => late)).toBe(true)
    expect(others.flatMap(({ items }) => items).filter(({ dueAt }) => dueAt < last)).toEqual([])
  })

  it.each(readers)('are asked apart, late ones hiding none that runs: %s', async (login) => {
    const now = site.gate.now!().toISOString()
    const all = await joined(login)
    const overdue = await joined(login, 'overdue')
    const coming = await joined(login, 'coming')
    expect(overdue).toEqual(all.filter(({ dueAt }) => dueAt < now))
    expect(coming).toEqual(all.filter(({ dueAt }) => dueAt >= now))
    expect(coming.length).toBeGreaterThan(0)
    const [first] = await pagesOf(login, 'coming')
    expect(first!.items.length).toBeGreaterThan(0)
  })

  it('are the same, with the same cursors, whatever a clock counts of which the reader is not told', async () => {
    const before = { acse: await pagesOf('acse'), asso: await joined('asso.rhone') }
    await dated(
      `insert into deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', 'MNIO-NEEDS',
          'due_at', d.due_at - interval '40 days', 'met_due_at', d.met_due_at - interval '40 days'))).*
        from deadline d where state in ('running', 'fired') and case_id = any($1)`,
      [ids]
    )
    expect(await pagesOf('acse')).toEqual(before.acse)
    expect((await joined('asso.rhone')).length).toBeGreaterThan(before.asso.length)
  })
})
