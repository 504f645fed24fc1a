import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { accessTo, sight } from '../../policies/data-classes.ts'
import { inContext } from '../../server/db/context.ts'
import { migrateDatabase } from '../../server/db/migrate.ts'
import { keepSight } from '../../server/db/sight.ts'
import { capacities, type Capacity, type Sight } from '../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import {
  consentScopes,
  dataClasses,
  type ConsentScope,
  type DataClass
} from '../../workflows/vocabulary/vocabulary.ts'
import { bareCases, setParts } from '../support/participations.ts'
import { openWorld } from '../support/world.ts'
import { forFile } from '../support/for-file.ts'

const capacityIds = Object.keys(capacities) as Capacity[]
const scopes = Object.keys(consentScopes) as ConsentScope[]

type Known = Pick<Facts, 'consents' | 'ageGroup' | 'missing'>

/** Nothing agreed to, each scope alone, all but each, and all: no class hangs on two scopes. */
const agreements = [
  [],
  ...scopes.map((one) => [one]),
  ...scopes.map((one) => scopes.filter((other) => other !== one)),
  scopes
]
const situations: Known[] = agreements.flatMap((consents) =>
  (['adult', 'minor', 'doubt'] as const).flatMap((ageGroup) =>
    [false, true].map((missing) => ({ consents, ageGroup, missing }))
  )
)
const login = 'asso.rhone'

const world = await forFile(openWorld())
const cases = await bareCases(world, situations.length)
beforeAll(async () => {
  for (const [index, id] of cases.entries())
    await world.db.owner.query('update "case" set facts = facts || $2::jsonb where id = $1', [
      id,
      situations[index]
    ])
  const parts = cases.flatMap((_, index) =>
    capacityIds.map((capacity) => ({ case: index, org: 0, capacity, sinceHours: -1, untilHours: null }))
  )
  await setParts(world, parts, { cases, orgs: [world.as(login).orgId] })
})

type Answer = { id: string; capacity: Capacity; one: DataClass; sees: boolean }
const asked = sql.raw(`select p.case_id as id, p.capacity, one, may_see(p.case_id, p.capacity, one) as sees
  from participation p, unnest('{${Object.keys(dataClasses).join()}}'::text[]) one`)
const answers = () =>
  inContext(world.db.app, world.as(login), async (tx) => (await tx.execute<Answer>(asked)).rows)

const differences = (found: readonly Answer[]) => {
  const known = new Map(cases.map((id, index) => [id, situations[index]!]))
  return found.filter(
    ({ id, capacity, one, sees }) => sees !== (accessTo(one, capacity, known.get(id)!).access !== 'closed')
  )
}

describe('the two walls, asked what a capacity may see', () => {
  it('give the same answer for every capacity, class, age, search and consent', async () => {
    const found = await answers()
    expect(found).toHaveLength(cases.length * capacityIds.length * Object.keys(dataClasses).length)
    expect(found.some(({ sees }) => sees)).toBe(true)
    expect(differences(found)).toEqual([])
  })

  it('differ once a row is another, and not after the next migration: it replaces what differs', async () => {
    const { owner } = world.db
    await owner.query(`update sight set consent = null where capacity = 'cell' and data_class = 'B'`)
    await owner.query(`delete from sight where capacity = 'referent' and data_class = 'A'`)
    await owner.query(`insert into sight values ('flagger', 'J', null, null, false)`)
    const told = new Set(differences(await answers()).map(({ capacity, one }) => `${capacity} ${one}`))
    expect([...told].sort()).toEqual(['cell B', 'flagger J', 'referent A'])
    await migrateDatabase(owner, world.db.keys)
    expect(differences(await answers())).toEqual([])
  })
})

describe('a changed row of the table of sight', () => {
  it('holds for the cases that run already, as soon as the release has migrated', async () => {
    const { rows } = await world.db.owner.query<{ id: string }>(
      `select id from "case" where facts ->> 'ageGroup' = 'adult' limit 1`
    )
    const { id } = rows[0]!
    await world.db.owner.query(
      `insert into compartment (case_id, data_class, seq, body) values ($1, 'H', 1, '\\x01')`,
      [id]
    )
    await world.db.owner.query(`delete from participation where case_id = $1 and capacity <> 'referent'`, [
      id
    ])
    const shown = () =>
      inContext(
        world.db.app,
        world.as(login),
        async (tx) => (await tx.execute(sql`select from compartment where case_id = ${id}`)).rows.length
      )
    const migrated = async (table: Record<string, Sight>) => {
      const client = await world.db.owner.connect()
      await keepSight(client, table)
      client.release()
    }
    expect(await shown()).toBe(1)
    const narrower = sight.referent.classes.filter((one) => one !== 'H')
    await migrated({ ...sight, referent: { ...sight.referent, classes: narrower } })
    expect(await shown()).toBe(0)
    await migrated(sight)
    expect(await shown()).toBe(1)
  })
})
