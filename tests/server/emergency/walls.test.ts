import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { setCaseScope, inContext, type Tx } from '../../../server/db/context.ts'
import { refOf } from '../../../server/cases/act-ref.ts'
import { undo } from '../../../server/repair/undo.ts'
import { glassOpenings } from '../../../server/db/schema/schema.ts'
import { emergencySight } from '../../../policies/emergency-access.ts'
import { inputsOf } from '../../../verify/inputs.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { emergencyClasses } from '../../../workflows/case/emergency-access.ts'
import { acting } from '../../support/acting.ts'
import { aCase } from '../../support/cases.ts'
import { emergencies } from '../../support/emergency.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let id: string
let opening: string

const world = await forFile(openWorld())
beforeAll(async () => {
  world.at(new Date())
  id = await acting(world).flagged()
  opening = await emergencies(world).opens('cellule.69', id, ['B'])
})

const under = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inContext(world.db.app, actor, work)
const counted = (actor: Actor, table: string) =>
  under(actor, async (tx) => (await tx.execute(sql.raw(table))).rows.length)
const denied = { cause: { code: '42501' } }
const unlawful = { cause: { code: '23514' } }

const inserted = (actor: Actor, different: Partial<typeof glassOpenings.$inferInsert>) =>
  under(actor, async (tx) => {
    await setCaseScope(tx, id)
    const at = new Date()
    const { personId, orgId, role } = actor
    await tx.insert(glassOpenings).values({
      ...{ id: randomUUID(), caseId: id, personId, orgId, role, capacity: 'cell', classes: ['B'] },
      ...{ reason: 'life', openedAt: at, until: at, state: 'open', confirmOrgId: orgId },
      ...{ toldOrgs: [], toldAs: 'cell', ...different }
    })
  })

describe('PostgreSQL, whatever the application asks,', () => {
  it('shows sealed rows of the classes opened to the one person, in the one role, and to nobody beside them', async () => {
    const rows = (actor: Actor, dataClass: string) =>
      counted(actor, `select from compartment where data_class = '${dataClass}' and case_id = '${id}'`)
    const cell = world.as('cellule.69')
    expect([await rows(cell, 'B'), await rows(cell, 'C')]).toEqual([1, 0])
    expect(await rows({ ...cell, personId: world.as('cellule.69.bis').personId }, 'B')).toBe(0)
    expect(await rows({ ...cell, orgId: world.as('cellule.75').orgId }, 'B')).toBe(0)
    expect(await rows({ ...cell, role: 'cell_member' }, 'B')).toBe(0)
    await world.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'cell'`,
      [id]
    )
    expect(await rows(cell, 'B')).toBe(0)
    await world.db.owner.query(
      `update participation set until = null where case_id = $1 and capacity = 'cell'`,
      [id]
    )
    await world.db.owner.query(`update glass_opening set until = now() where id = $1`, [opening])
    expect(await rows(cell, 'B')).toBe(0)
  })

  it('writes no opening for another, for who takes no part, already confirmed, or beyond what an emergency opens', async () => {
    const cell = world.as('cellule.69')
    await expect(inserted(cell, { personId: world.as('cellule.69.bis').personId })).rejects.toMatchObject(
      denied
    )
    await expect(inserted(cell, { orgId: world.as('cellule.75').orgId })).rejects.toMatchObject(denied)
    await expect(inserted(cell, { capacity: 'police' })).rejects.toMatchObject(denied)
    await expect(inserted(world.as('police.69'), { capacity: 'police' })).rejects.toMatchObject(denied)
    await expect(inserted(cell, { state: 'confirmed', settledAt: new Date() })).rejects.toMatchObject(denied)
    await expect(inserted(cell, { classes: ['A'] })).rejects.toMatchObject(denied)
    await expect(inserted(cell, { classes: [] })).rejects.toMatchObject(unlawful)
    await expect(inserted(world.as('asso.rhone'), { capacity: 'referent' })).rejects.toMatchObject(unlawful)
  })

  it('lets nobody settle their own, nor another than who must, nor rewrite or remove one', async () => {
    const settle = (actor: Actor, state: string, by = actor.personId) =>
      under(actor, async (tx) => {
        await setCaseScope(tx, id)
        await tx.execute(
          sql`update glass_opening set state = ${state}, settled_at = now(), settled_by = ${by} where id = ${opening}`
        )
      })
    const [cell, bis] = [world.as('cellule.69'), world.as('cellule.69.bis')]
    await expect(settle(cell, 'confirmed')).rejects.toThrow()
    await expect(settle(cell, 'confirmed', bis.personId)).rejects.toMatchObject(denied)
    await expect(settle(cell, 'lapsed')).rejects.toThrow()
    await expect(settle(world.as('asso.rhone'), 'confirmed')).rejects.toMatchObject(denied)
    await expect(
      under(bis, (tx) => tx.execute(sql`update glass_opening set reason = 'unable' where id = ${opening}`))
    ).rejects.toMatchObject(denied)
    await expect(
      under(bis, (tx) => tx.execute(sql`delete from glass_opening where id = ${opening}`))
    ).rejects.toMatchObject(denied)
    await settle(bis, 'confirmed')
    await expect(settle(bis, 'refused')).rejects.toMatchObject({ cause: { message: /not rewritten/ } })
  })

  it.each(['lapsed', 'refused'])('keeps one that is %s as it is, whoever settles it anew', async (state) => {
    const bis = world.as('cellule.69.bis')
    const caseId = await acting(world).flagged()
    const settled = await emergencies(world).opens('cellule.69', caseId, ['B'])
    const unsealed = () =>
      counted(
        world.as('cellule.69'),
        `select from compartment where data_class = 'B' and case_id = '${caseId}'`
      )
    expect(await unsealed()).toBe(1)
    await world.db.owner.query(`update glass_opening set state = $2, settled_at = now() where id = $1`, [
      ...[settled, state]
    ])
    expect(await unsealed()).toBe(0)
    const rewritten = (set: string) =>
      under(bis, async (tx) => {
        await setCaseScope(tx, caseId)
        return tx.execute(
          sql`update glass_opening set ${sql.raw(set)}, settled_by = ${bis.personId} where id = ${settled}`
        )
      })
    const frozen = { cause: { message: /not rewritten/ } }
    for (const other of ['confirmed', 'refused'])
      await expect(rewritten(`state = '${other}'`)).rejects.toMatchObject(frozen)
    await expect(rewritten(`until = now() + interval '9 days'`)).rejects.toMatchObject(frozen)
  })

  it('shows the row and its clock to those concerned, and not that there is one to anybody else', async () => {
    const seen = async (login: string) => [
      await counted(world.as(login), `select from glass_opening where id = '${opening}'`),
      await counted(world.as(login), `select from deadline where id = '${opening}'`)
    ]
    for (const login of ['cellule.69', 'cellule.69.bis', 'asso.rhone'])
      expect([login, await seen(login)]).toEqual([login, [1, 1]])
    expect(await seen('dpo')).toEqual([1, 1])
    await world.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       values ($1, $2, 'prefecture', now() - interval '1 day', 'prefecture.request', now())`,
      [id, world.as('prefecture.69').orgId]
    )
    for (const login of ['prefecture.69', 'asso.paris', 'admin', 'miprof'])
      expect([login, await seen(login)]).toEqual([login, [0, 0]])
    expect((await world.db.app.query('select from glass_opening')).rowCount).toBe(0)
    await expect(world.db.stats.query('select from glass_opening')).rejects.toMatchObject({ code: '42501' })
  })

  it('opens no place to the police that recorded the danger themselves, and knows every act that records it', async () => {
    const police = world.as('police.69')
    await world.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       values ($1, $2, 'police', now() - interval '1 day', 'danger.immediate', now())`,
      [id, police.orgId]
    )
    const place: Parameters<typeof inserted>[1] = { capacity: 'police', classes: ['A'] }
    const tell = acting(world)
    await tell.act('police.69', id, 'facts.complete', { danger: 'immediate' })
    await expect(inserted(police, place)).rejects.toMatchObject(denied)
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'none' })
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'immediate' })
    await inserted(police, place)
    // « No danger » that was entered in error, and taken back, keeps nobody from where the person is.
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'none' })
    await expect(inserted(police, place)).rejects.toMatchObject(denied)
    const last = await world.db.owner.query<{ seq: number }>(
      'select max(seq) as seq from case_event where case_id = $1',
      [id]
    )
    await undo(
      world.gate,
      { actor: world.as('asso.rhone'), key: 'in-error' },
      {
        caseId: id,
        ref: refOf(world.db.keys, { caseId: id, seq: last.rows[0]!.seq }),
        reason: 'wrong_person',
        version: null
      }
    )
    await inserted(police, place)
    const { facts, regions } = aCase()
    const by = { ...police }
    const endangering = commandTypes.filter((type) =>
      inputsOf(type).some(
        (input) => commandRow(type).apply?.(facts, input as never, by, regions)?.danger === 'immediate'
      )
    )
    const { rows } = await world.db.owner.query<{ body: string }>(
      `select prosrc as body from pg_proc where proname = 'danger_told_by_another'`
    )
    const named = endangering.filter((type) => rows[0]!.body.includes(`'${type}'`))
    expect([...named, 'case.flag', 'facts.complete'].toSorted()).toEqual(endangering.toSorted())
    // Whoever took it back ends it, and nothing else does: it hangs on no act of which not everybody is told.
    const endangered = { ...facts, danger: 'immediate' as const }
    const over = commandTypes.filter((type) =>
      inputsOf(type).some((input) => {
        const learnt = commandRow(type).apply?.(endangered, input as never, by, regions)?.danger
        return learnt !== undefined && learnt !== 'immediate' && !('danger' in input)
      })
    )
    expect(over).toContain('housing.ended')
    const read = commandTypes.filter((type) => rows[0]!.body.includes(`'${type}'`))
    expect(read.toSorted()).toEqual([...named, ...over].toSorted())
    for (const type of read) expect([type, commandRow(type).aloud !== null]).toEqual([type, true])
  })

  it('keeps the same table of what an emergency opens as the policy', async () => {
    const { rows } = await world.db.owner.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = 'glass_opening'::regclass and contype = 'c'`
    )
    const written = getTableConfig(glassOpenings).checks.map(({ name }) => name)
    expect(rows.map(({ name }) => name).toSorted()).toEqual(written.toSorted())
    for (const [capacity, classes] of Object.entries(emergencySight))
      for (const one of emergencyClasses) {
        const kept = world.db.owner.query(
          `insert into glass_opening (id, case_id, person_id, org_id, role, capacity, classes, reason, opened_at, until, state, confirm_org_id, told_orgs, told_as)
           values (gen_random_uuid(), $1, gen_random_uuid(), $2, 'police', $3, array[$4], 'life', now(), now(), 'open', $2, '{}', 'cell')`,
          [id, world.as('cellule.69').orgId, capacity, one]
        )
        const allowed = (classes as readonly string[]).includes(one)
        expect([
          capacity,
          one,
          await kept.then(
            () => true,
            () => false
          )
        ]).toEqual([capacity, one, allowed])
      }
  })
})
