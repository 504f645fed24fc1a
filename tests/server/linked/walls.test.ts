import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayEndLink } from '../../../policies/correction-rights.ts'
import { inContext, type Tx } from '../../../server/db/context.ts'
import { migrateDatabase } from '../../../server/db/migrate.ts'
import { linksKnown, type Side } from '../../../server/disclosure/linked/known.ts'
import { linkKindIds, linkKinds, type LinkKind } from '../../../workflows/case/linked.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { aFlag, openWorld } from '../../support/world.ts'
import { bareCases, setParts } from '../../support/participations.ts'
import { forFile } from '../../support/for-file.ts'
import { open } from '../../../workflows/case/advance.ts'

const world = await forFile(openWorld())
const { owner } = world.db
const [mine, theirs] = [world.as('asso.rhone'), world.as('asso.paris')]

/** Met and followed in one place or not, by Ac.Sé or not; with every consent or none; adults and children. */
const situations: Partial<Facts>[] = [
  {},
  { consents: ['A', 'B', 'C', 'E', 'F', 'G', 'J'] },
  { host: 'acse', territory: '31', met: '69', consents: ['A', 'E'] },
  { host: 'acse', territory: '69', met: '69' },
  { territory: '31', met: '69', ageGroup: 'minor' }
]
const cases = await bareCases(world, situations.length)
for (const [index, id] of cases.entries())
  await owner.query('update "case" set facts = facts || $2::jsonb where id = $1', [id, situations[index]])
const facts = situations.map((one) => ({ ...open(aFlag()).facts, ...one }))

type Link = { id: string; low: number; high: number; kind: LinkKind; madeOrg: string; endedAt: Date | null }
const links: Link[] = cases.flatMap((one, a) =>
  cases.flatMap((other, b) =>
    one < other
      ? linkKindIds.flatMap((kind) =>
          [mine, theirs].flatMap(({ orgId: madeOrg }, n) => ({
            ...{ id: randomUUID(), low: a, high: b, kind, madeOrg },
            endedAt: n === (a + b) % 2 ? null : new Date('2026-11-25T00:00:00Z')
          }))
        )
      : []
  )
)
for (const { id, low, high, kind, madeOrg, endedAt } of links)
  await owner.query(
    `insert into case_link (id, low_id, high_id, kind, data_class, made_by, made_org, made_at, ended_at, ended_by)
     values ($1, $2, $3, $4, $5, $6, $7, '2026-11-24', $8, case when $8::timestamptz is not null then $6::uuid end)`,
    [id, cases[low], cases[high], kind, linkKinds[kind].dataClass, mine.personId, madeOrg, endedAt]
  )

const kept = new Error('rolled back')
/** What somebody of the organisation is answered by PostgreSQL alone; nothing of it stays. */
const tried = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  let found: T
  await inContext(world.db.app, mine, async (tx) => {
    found = await work(tx)
    throw kept
  }).catch((error: unknown) => {
    if (error !== kept) throw error
  })
  return found!
}
const ids = async (tx: Tx, text: ReturnType<typeof sql>) =>
  (await tx.execute<{ id: string }>(text)).rows.map(({ id }) => id).sort()
const ending = sql`update case_link set ended_at = now(), ended_by = ${mine.personId} where id in (select id from case_link) returning id`

const inserted = async (tx: Tx, { low, high, kind }: Link, dataClass: string) => {
  await tx.execute(sql`savepoint one`)
  const made = await tx
    .execute(
      sql`insert into case_link (id, low_id, high_id, kind, data_class, made_by, made_org, made_at)
        values (${randomUUID()}, ${cases[low]}, ${cases[high]}, ${kind}, ${dataClass}, ${mine.personId}, ${mine.orgId}, now())
        on conflict do nothing`
    )
    .then(
      () => true,
      () => false
    )
  await tx.execute(sql`rollback to savepoint one`)
  return made
}

const capacityIds = Object.keys(capacities) as Capacity[]
// Where both sides are seen is rare: two or three cases have all of the drawn capacities.
const held = fc.array(fc.uniqueArray(fc.constantFrom(...capacityIds), { minLength: 1, maxLength: 3 }), {
  minLength: cases.length,
  maxLength: cases.length
})
const telling = fc.uniqueArray(
  fc.constantFrom<Capacity>('cell', 'cell_member', 'police', 'flagger', 'prefecture', 'referent'),
  { minLength: 1, maxLength: 2 }
)
const drawn = fc.oneof(
  held,
  telling.map((one) => cases.map(() => one))
)

const partsIn = (of: readonly Capacity[][]) =>
  of.flatMap((these, index) =>
    these.map((capacity) => ({ case: index, org: 0, capacity, sinceHours: -1, untilHours: null }))
  )

describe('the two walls, asked of a link', () => {
  it('give one answer: who reads it, who ends it, and who may make it', async () => {
    let [read, ended, made] = [0, 0, 0]
    const property = fc.asyncProperty(drawn, async (of) => {
      await setParts(world, partsIn(of), { cases, orgs: [mine.orgId] })
      const side = (index: number): Side => ({ held: of[index]!, facts: facts[index]! })
      const sides = ({ low, high }: Link) => [side(low), side(high)] as const
      const known = links.filter((one) => linksKnown(...sides(one)).includes(one.kind))
      const endable = known.filter((one) => mayEndLink(one, sides(one), mine))
      const named = (some: readonly Link[]) => some.map(({ id }) => id).sort()
      expect(await tried((tx) => ids(tx, sql`select id from case_link`))).toEqual(named(known))
      expect(await tried((tx) => ids(tx, ending))).toEqual(named(endable))
      const told = await tried(async (tx) => {
        const answers: [Link, boolean][] = []
        for (const one of links)
          if (one.endedAt === null)
            answers.push([one, await inserted(tx, one, linkKinds[one.kind].dataClass)])
        return answers
      })
      for (const [one, may] of told) expect([one, may]).toEqual([one, known.includes(one)])
      ;[read, ended, made] = [
        read + known.length,
        ended + endable.length,
        made + told.filter(([, may]) => may).length
      ]
    })
    await fc.assert(property, { numRuns: 40 })
    for (const some of [read, ended, made]) expect(some).toBeGreaterThan(0)
    expect(ended).toBeLessThan(read / 2)
  })

  it('and a kind bears its own class alone', async () => {
    const all = cases.map((): Capacity[] => ['cell'])
    await setParts(world, partsIn(all), { cases, orgs: [mine.orgId] })
    const one = links.find(({ kind }) => kind === 'operation')!
    expect(await tried((tx) => inserted(tx, one, 'D'))).toBe(false)
    expect(await tried((tx) => inserted(tx, one, 'F'))).toBe(true)
  })

  it('and differ where a coarse word is taken for the whole', async () => {
    await setParts(world, partsIn(cases.map(() => ['prefecture'])), { cases, orgs: [mine.orgId] })
    const shown = () => tried((tx) => ids(tx, sql`select id from case_link`))
    expect(await shown()).toEqual([])
    await owner.query('update sight set coarse = false')
    expect(await shown()).not.toEqual([])
    await migrateDatabase(owner, world.db.keys)
    expect(await shown()).toEqual([])
  })
})
