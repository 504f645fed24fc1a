import { afterAll, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { firstAnswerDay } from '../../../server/deadlines/answer-day.ts'
import { rankedList } from '../../../server/places/ranking.ts'
import { worklistViews } from '../../../server/lists/order.ts'
import { pageOf as pageOfCases } from '../../../server/reading/list.page.ts'
import { pageOf, type ReferralQuery } from '../../../server/referrals/boxes.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { mayGoHome } from '../../../workflows/places/search.ts'
import { asylumHousingIn } from '../../../workflows/vocabulary/states.housing.ts'
import { searching } from '../../../workflows/regions/housing/ways.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { countStatements, statementsOf } from '../../support/running/statements.ts'
import { noon, openWorld } from '../../support/world.ts'

const world = await forFile(openWorld())
const tell = acting(world)
// Before the first connection of a request, which keeps what it is opened with.
const counter = countStatements()
afterAll(() => counter.off())

const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const toAnswer = { box: 'in', view: 'open', limit: 100 } as const satisfies ReferralQuery

const page = (login: string, query: ReferralQuery) =>
  inContext(world.db.app, world.as(login), (tx) => pageOf(tx, query, world.as(login)))
const waiting = async (login: string) => (await page(login, toAnswer)).page.map(({ id }) => id)

const answerBy = async (id: string) =>
  (
    await world.db.owner.query<{ day: string }>('select answer_by::text as day from referral where id = $1', [
      id
    ])
  ).rows[0]!.day

const asked = async (at: Date, flag: Parameters<typeof tell.consenting>[1] = {}) => {
  world.at(at)
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'], flag)
  await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
  return { id, referral: await tell.referral(id, 'acse') }
}

describe('what waits for an answer', () => {
  it('comes by danger, then by what nobody answered in time, then by the day until which it may be answered', async () => {
    const [second, first] = [await asked(later(1)), await asked(noon)]
    const danger = await asked(later(2), { danger: 'immediate' })
    expect(await waiting('acse')).toEqual([danger, first, second].map(({ referral }) => referral))
    const shorter = (of: string) =>
      world.db.owner.query(`update referral set answer_by = answer_by - 5 where id = $1`, [of])
    await shorter(second.referral)
    expect(await waiting('acse')).toEqual([danger, second, first].map(({ referral }) => referral))
    await shorter(first.referral)
    await world.db.owner.query(`update referral set state = 'escalated' where id = $1`, [second.referral])
    expect(await waiting('acse')).toEqual([danger, second, first].map(({ referral }) => referral))
  })

  it('is read page after page, each once, also when the last line of one page is answered meanwhile', async () => {
    const all = await waiting('acse')
    expect(all.length).toBeGreaterThan(2)
    const start = await page('acse', { ...toAnswer, limit: 1 })
    await tell.move('acse', all[0]!, 'accept')
    const cursor = Buffer.from(JSON.stringify([start.next])).toString('base64url')
    const rest = await page('acse', { ...toAnswer, cursor })
    expect(rest.page.map(({ id }) => id)).toEqual(all.slice(1))
    expect(rest.next).toBeNull()
  })

  it('waits for as many days more as its question waited', async () => {
    const { referral } = await asked(noon)
    const before = await answerBy(referral)
    await tell.move('acse', referral, 'ask', { question: 'Quelle langue ?' })
    world.at(later(7))
    await tell.move('asso.rhone', referral, 'answer', { answer: 'Le bini.' })
    world.at(noon)
    expect(Date.parse(await answerBy(referral)) - Date.parse(before)).toBe(7 * 86_400_000)
  })
})

it('an answer is awaited by the days that the whole country works, and by those of no département', () => {
  const friday = new Date('2028-12-22T10:00:00Z')
  // Two working days, of which 26 December is one everywhere but in Alsace and Moselle.
  expect(firstAnswerDay('acse', friday, september2026)).toBe('2028-12-27')
})

/** How PostgreSQL would read, where it may not read all: a small table is read whole by whoever may. */
const plansOf = async (login: string, ask: () => Promise<unknown>, of: RegExp) => {
  const { statements } = await statementsOf(ask)
  const client = await world.db.app.connect()
  try {
    await client.query(
      `begin; set local enable_seqscan = off; set local app.org = '${world.as(login).orgId}'; set local app.reads = 'all'`
    )
    const plans: string[] = []
    for (const text of statements.filter((one) => of.test(one))) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`)
      plans.push(...rows.map((row) => row['QUERY PLAN']))
    }
    return plans.join('\n')
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('a list grows with what it shows, and not with all there ever was', () => {
  it.each([
    ['in', ['referral_waiting_idx']],
    ['out', ['referral_asked_idx']],
    ['settle', ['referral_asked_idx', 'referral_left_idx']]
  ] as const)('the box « %s » is read by an index of what waits', async (box, indexes) => {
    const [first] = await waiting('acse')
    const cursor = Buffer.from(JSON.stringify([first])).toString('base64url')
    for (const from of [{}, { cursor }]) {
      const ask = () => page('acse', { ...toAnswer, box, ...from })
      const plan = await plansOf('acse', ask, /"preview"/)
      for (const index of indexes) expect(plan).toContain(index)
      expect(plan).not.toContain('Seq Scan on referral')
    }
  })

  it('whether a case is shown by another part is looked up for the lines of a page, and not for all that waits', async () => {
    const reader = world.as('asso.rhone')
    for (const view of worklistViews) {
      const ask = () => inContext(world.db.app, reader, (tx) => pageOfCases(tx, { view, limit: 50 }, reader))
      const plan = await plansOf('asso.rhone', ask, /order by/)
      expect(plan).not.toContain('Anti Join')
    }
  })

  it('who waits for a place is found among those for whom one is sought', async () => {
    const acse = world.as('acse')
    const ask = () => inContext(world.db.app, acse, (tx) => rankedList(tx, acse, noon))
    expect(await plansOf('acse', ask, /as materialized/)).toContain('case_housing_sought_idx')
    const { rows } = await world.db.owner.query<{ name: string; of: string }>(
      `select indexname as name, indexdef as of from pg_indexes where indexname like 'case%_sought_idx' order by 1`
    )
    const statesIn = (index: string) => [...index.matchAll(/'(\w+)'/g)].map(([, state]) => state).sort()
    expect(rows.map(({ of }) => statesIn(of))).toEqual([
      asylumHousingIn('seeking').sort(),
      [...searching].sort()
    ])
  })

  it('what may have ended the search for a child is called as PostgreSQL reads it', async () => {
    const { rows } = await world.db.owner.query<{ body: string }>(
      `select prosrc as body from pg_proc where proname = 'went_home'`
    )
    const read = [...rows[0]!.body.matchAll(/when '([\w.]+)'/g)].map(([, command]) => command)
    expect(read).toEqual([...mayGoHome])
  })
})
