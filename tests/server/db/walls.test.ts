import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abilityFor, asCase } from '../../../policies/abilities.ts'
import { accessTo } from '../../../policies/data-classes.ts'
import { grants, holds } from '../../../policies/grants.ts'
import { capacitiesOf } from '../../../server/cases/store.ts'
import { setCaseScope, inContext } from '../../../server/db/context.ts'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { consentScopes, sealedClasses, type ConsentScope } from '../../../workflows/vocabulary/vocabulary.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { bareCases, isNow, partsOf, setParts } from '../../support/participations.ts'
import { refusal } from '../../support/refusals.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const logins = demoAccounts.filter(({ role }) => role !== null).map(({ login }) => login)
const capacityIds = Object.keys(capacities) as Capacity[]

const world = await forFile(openWorld())
const tell = acting(world)
const cases = await bareCases(world, 40)

const rowsFor = (login: string, table: string) =>
  inContext(
    world.db.app,
    world.as(login),
    async (tx) => (await tx.execute(sql.raw(`select * from ${table}`))).rows
  )
const idsFor = async (login: string) => new Set((await rowsFor(login, '"case"')).map(({ id }) => String(id)))

describe('the two walls, asked the same question', () => {
  it('give the same cases to every organisation of every world', async () => {
    const orgs = [...new Set(logins.map((login) => world.as(login).orgId))]
    const property = fc.asyncProperty(partsOf(cases.length, orgs.length), async (parts) => {
      await setParts(world, parts, { cases, orgs })
      for (const login of logins) {
        const actor = world.as(login)
        const seen = await idsFor(login)
        const policy = abilityFor(actor)
        for (const [index, id] of cases.entries()) {
          const now = parts.filter((part) => part.case === index && isNow(part))
          const own = now.find(({ org }) => orgs[org] === actor.orgId)
          const subject = asCase({
            participants: now.map(({ org }) => orgs[org]!),
            capacity: own?.capacity ?? null
          })
          expect([login, seen.has(id)]).toEqual([login, policy.can('read', subject)])
        }
      }
    })
    await fc.assert(property, { numRuns: 8, seed: 2026 })
  })

  it('agree on the capacities in which an organisation takes part', async () => {
    const orgs = [...new Set(logins.map((login) => world.as(login).orgId))]
    const [parts] = fc.sample(partsOf(cases.length, orgs.length), { numRuns: 1, seed: 11 })
    await setParts(world, parts!, { cases, orgs })
    for (const login of logins.slice(0, 8)) {
      const { orgId } = world.as(login)
      for (const [index, id] of cases.entries()) {
        const expected = parts!
          .filter((part) => part.case === index && isNow(part) && orgs[part.org] === orgId)
          .map(({ capacity }) => capacity)
          .filter((capacity) => holds(world.as(login).role, capacity as Capacity))
        const held = await inContext(world.db.app, world.as(login), (tx) =>
          capacitiesOf(tx, id, world.as(login))
        )
        expect(held.sort()).toEqual(expected.sort())
      }
    }
  })

  it('let each role act only by the capacities that its grants name, and leave a denial for each act refused', async () => {
    const [id] = cases as [string]
    const offered = commandTypes.filter((type) => commandRow(type).offered)
    const orgs = [...new Set(logins.map((login) => world.as(login).orgId))]
    const before = await tell.row(id)
    for (const login of logins) {
      const { orgId, role } = world.as(login)
      for (const capacity of capacityIds) {
        await setParts(
          world,
          [{ case: 0, org: orgs.indexOf(orgId), capacity, sinceHours: -1, untilHours: null }],
          { cases, orgs }
        )
        const granted = grants[role].filter(({ as }) => as === capacity).flatMap(({ may }) => may)
        const denied = offered.filter((command) => !granted.includes(command as never))
        // A part of the matrix is enough, another one for each capacity: `matrix.test.ts` asks every cell of the policy.
        for (const command of denied.filter(
          (_, index) => (index + capacityIds.indexOf(capacity)) % 30 === 0
        )) {
          expect([
            login,
            capacity,
            command,
            await refusal(tell.act(login, id, command, inputFor(command)))
          ]).toEqual([login, capacity, command, 'NotAllowed'])
        }
      }
    }
    expect(await tell.row(id)).toEqual(before)
    const { rows } = await world.db.owner.query(
      `select count(*) filter (where outcome = 'denied')::int as denied, count(*) filter (where outcome = 'allowed')::int as allowed from audit_event where object = $1`,
      [`case:${id}`]
    )
    expect(rows[0].allowed).toBe(0)
    expect(rows[0].denied).toBeGreaterThan(1000)
  })
})

const every = Object.keys(consentScopes) as ConsentScope[]
/** Of an adult who agreed to nothing, of one who agreed to all, and of a child. */
const persons = [
  { ageGroup: 'adult', consents: [] },
  { ageGroup: 'adult', consents: every },
  { ageGroup: 'minor', consents: [] }
] as const satisfies { ageGroup: string; consents: readonly ConsentScope[] }[]

describe('sealed values', () => {
  it.each(capacityIds)('of a class that is closed to a %s are not rows for it', async (capacity) => {
    const [id] = cases as [string]
    await world.db.owner.query(`delete from participation`)
    await world.db.owner.query(`delete from compartment where case_id = $1`, [id])
    for (const dataClass of sealedClasses)
      await world.db.owner.query(
        `insert into compartment (case_id, data_class, seq, body) values ($1, $2, 1, '\\x01')`,
        [id, dataClass]
      )
    await setParts(world, [{ case: 0, org: 0, capacity, sinceHours: -1, untilHours: null }], {
      cases,
      orgs: [world.as('ofii').orgId]
    })
    for (const { ageGroup, consents } of persons) {
      const facts = { ageGroup, consents: [...consents] }
      await world.db.owner.query(`update "case" set facts = facts || $2::jsonb where id = $1`, [id, facts])
      const seen = (await rowsFor('ofii', 'compartment')).map((row) => String(row['data_class'])).sort()
      expect(seen).toEqual(sealedClasses.filter((one) => accessTo(one, capacity, facts).access !== 'closed'))
    }
  })
})

describe('a connection of the pool', () => {
  it('keeps nothing of whom it served, after a commit and after a rollback', async () => {
    const [id] = cases as [string]
    await setParts(world, [{ case: 0, org: 0, capacity: 'referent', sinceHours: -1, untilHours: null }], {
      cases,
      orgs: [world.as('asso.rhone').orgId]
    })
    for (const ending of ['commit', 'rollback']) {
      const used = inContext(world.db.app, world.as('asso.rhone'), async (tx) => {
        await setCaseScope(tx, id)
        expect((await tx.execute(sql`select from "case"`)).rows).toHaveLength(1)
        if (ending === 'rollback') throw new Error('over')
      })
      await used.catch(() => undefined)
      const clients = await Promise.all(Array.from({ length: 6 }, () => world.db.app.connect()))
      for (const client of clients) {
        const { rows } = await client.query(
          `select (select count(*)::int from "case") as cases, current_setting('app.org', true) as org, current_setting('app.case', true) as own`
        )
        expect(rows[0].cases).toBe(0)
        expect([null, '']).toContain(rows[0].org)
        expect([null, '']).toContain(rows[0].own)
      }
      for (const client of clients) client.release()
    }
  })

  it('without a context shows no row of any table about persons', async () => {
    for (const table of [
      '"case"',
      'case_event',
      'compartment',
      'identity_mark',
      'consent',
      'participation',
      'referral',
      'referral_event',
      'deadline',
      'stay',
      'place',
      'idempotency',
      'draft',
      'device_key',
      'notice',
      'notice_read',
      'meeting',
      'meeting_followup',
      'meeting_item',
      'meeting_member',
      'meeting_vote',
      'referral_link',
      'glass_opening',
      'audit_event'
    ])
      expect([table, (await world.db.app.query(`select from ${table}`)).rowCount]).toEqual([table, 0])
  })

  it('may not write into a case that its act did not enter', async () => {
    const [own, other] = cases as [string, string]
    const attempt = inContext(world.db.app, world.as('asso.rhone'), async (tx) => {
      await setCaseScope(tx, own)
      await tx.execute(
        sql`insert into case_event (case_id, seq, at, command, input, sealed, role, basis, basis_on) values (${other}, 99, now(), 'case.close', '{}', '{}', 'asso', '{}', current_date)`
      )
    })
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
