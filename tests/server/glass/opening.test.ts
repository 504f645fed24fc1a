import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyChains } from '../../../server/audit/chain.ts'
import { readCompartment } from '../../../server/cases/compartment.ts'
import { viewCase } from '../../../server/cases/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/deadlines/fire.ts'
import { readAddress } from '../../../server/places/address.ts'
import type { Actor } from '../../../policies/actor.ts'
import { openingsADay, type GlassClass } from '../../../workflows/glass.ts'
import { acting } from '../../support/acting.ts'
import { emergencies } from '../../support/glass.ts'
import { refusal, why } from '../../support/refusals.ts'
import { openWorld, type TestWorld } from '../../support/world.ts'

let world: TestWorld
let tell: ReturnType<typeof acting>
let glass: ReturnType<typeof emergencies>
// PostgreSQL shows rows by its own clock: these stories live now.
let now: Date

const anHour = 3_600_000

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
  glass = emergencies(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  now = new Date()
  world.at(now)
  await world.db.owner.query(`update stay set state = 'ended' where state <> 'ended'`)
  // Each story counts its own openings: those before it are of another day.
  await world.db.owner.query(`update glass_opening set opened_at = opened_at - interval '3 days'`)
  await world.db.owner.query(`delete from deadline where code = 'MNIO-GLASS'`)
})

const readerOf = (actor: Actor) => ({ actor, locale: 'fr' as const, now })
const reads = (actor: Actor, caseId: string, dataClass: GlassClass) =>
  inContext(world.db.app, actor, (tx) =>
    readCompartment(tx, world.db.keys, { caseId, dataClass, reader: readerOf(actor) })
  )
const sees = (actor: Actor, caseId: string) =>
  inContext(world.db.app, actor, (tx) => viewCase(tx, caseId, readerOf(actor)))
/** Flagged with her name, and nothing agreed to beyond that: the cell may not read who she is. */
const unknownToCell = () => tell.flagged()
/** The police were called: they take part, and she has not agreed to meet them. */
const withPolice = async (caseId?: string) => {
  const id = caseId ?? (await unknownToCell())
  await world.db.owner.query(
    `insert into participation (case_id, org_id, capacity, classes, since, basis, moved_at)
     values ($1, $2, 'police', '{B,C,D,F,G}', now() - interval '1 day', 'danger.immediate', now())`,
    [id, world.as('police.69').orgId]
  )
  return id
}
const closedFor = async (id: string) => {
  await world.db.owner.query(`update "case" set closure = 'closed_inserted' where id = $1`, [id])
  return id
}
const journal = async (caseId: string) =>
  (
    await world.db.owner.query<{ action: string; outcome: string; detail: string }>(
      `select action, outcome, detail from audit_event where object = $1 and (action like 'glass.%' or action = 'read') order by at, seq`,
      [`case:${caseId}`]
    )
  ).rows

describe('an emergency access is refused', () => {
  it('to who takes no part: the case is not there, with or without its code in hand', async () => {
    const id = await unknownToCell()
    for (const login of [
      'asso.paris',
      'police.69',
      'cellule.75',
      'prefecture.69',
      'foyer.azur',
      'dpo',
      'admin',
      'miprof'
    ])
      expect([login, await refusal(glass.opens(login, id, ['B']))]).toEqual([login, 'NotFound'])
    expect(await refusal(glass.opens('asso.paris', randomUUID(), ['B']))).toBe('NotFound')
    expect((await journal(id)).every(({ outcome }) => outcome === 'denied')).toBe(true)
  })

  it('for what is open already, for what no emergency opens, and for the place without immediate danger', async () => {
    const id = await withPolice()
    expect(await refusal(glass.opens('asso.rhone', id, ['B']))).toBe('NotAllowed')
    expect(await refusal(glass.opens('cellule.69', id, ['A']))).toBe('NotAllowed')
    expect(await refusal(glass.opens('police.69', id, ['A']))).toBe('NotAllowed')
    expect(await refusal(glass.opens('police.69', id, ['B', 'A']))).toBe('NotAllowed')
    expect(await refusal(glass.opens('police.69', id, ['G' as never]))).toBe('InvalidInput')
    expect(await refusal(glass.opens('police.69', id, []))).toBe('InvalidInput')
    const { rowCount } = await world.db.owner.query('select from glass_opening where case_id = $1', [id])
    expect(rowCount).toBe(0)
  })

  it('once the case is closed: it is reopened first', async () => {
    const id = await closedFor(await unknownToCell())
    expect(await why(glass.opens('cellule.69', id, ['B', 'C']))).toMatch(/^Ce dossier est clos : rouvrez-le/)
    expect(await refusal(glass.opens('asso.paris', id, ['B']))).toBe('NotFound')
  })

  it('for the place, to the police that recorded the danger themselves, until another does', async () => {
    const id = await withPolice(await tell.housed(world.places['foyer.azur']![0]!))
    await tell.act('police.69', id, 'facts.complete', { danger: 'immediate' })
    expect(await refusal(glass.opens('police.69', id, ['A'], { unsafe: true }))).toBe('NotAllowed')
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'possible' })
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'immediate' })
    expect(await refusal(glass.opens('police.69', id, ['A'], { unsafe: true }))).toBeNull()
    const taken = await withPolice(await tell.flagged())
    await tell.act('asso.rhone', taken, 'facts.complete', { danger: 'immediate' })
    await tell.act('asso.rhone', taken, 'facts.complete', { danger: 'possible' })
    await tell.act('police.69', taken, 'facts.complete', { danger: 'immediate' })
    expect(await refusal(glass.opens('police.69', taken, ['A']))).toBe('NotAllowed')
  })

  it('where no second person could ever confirm it', async () => {
    const id = await tell.flagged('asso.rhone', { territory: '75' })
    expect(await refusal(glass.opens('cellule.75', id, ['B']))).toBe('RuleRefused')
    await glass.colleague('cellule.75')
    expect(await refusal(glass.opens('cellule.75', id, ['B']))).toBeNull()
  })

  it('while an earlier one waits, so that an hour is not had twice', async () => {
    const id = await unknownToCell()
    await glass.opens('cellule.69', id, ['B'])
    world.at(new Date(now.getTime() + 2 * anHour))
    expect(await refusal(glass.opens('cellule.69', id, ['C']))).toBe('RuleRefused')
  })

  it(`beyond ${openingsADay} in a day for one person, whatever the case; and the attempt is written down`, async () => {
    for (let nth = 0; nth < openingsADay; nth++) await glass.opens('cellule.69', await unknownToCell(), ['B'])
    const id = await unknownToCell()
    expect(await refusal(glass.opens('cellule.69', id, ['B']))).toBe('TooManyRequests')
    expect(await journal(id)).toEqual([{ action: 'glass.open', outcome: 'denied', detail: 'limit' }])
    expect(await refusal(glass.opens('cellule.69.bis', id, ['B']))).toBeNull()
    world.at(new Date(now.getTime() + 25 * anHour))
    expect(await refusal(glass.opens('cellule.69', id, ['B']))).toBeNull()
  })

  it('to the same person once a colleague has refused it', async () => {
    const id = await unknownToCell()
    const opening = await glass.opens('cellule.69', id, ['B'])
    await glass.settles(world.as('cellule.69.bis'), opening, 'refuse')
    expect(await refusal(glass.opens('cellule.69', id, ['B']))).toBe('RuleRefused')
    expect(await refusal(glass.opens('cellule.69.bis', id, ['B']))).toBeNull()
  })

  it('asked for many times at once, it is opened once', async () => {
    const id = await unknownToCell()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => refusal(glass.opens('cellule.69', id, ['B'])))
    )
    expect(answers.toSorted()).toEqual([null, ...Array<string>(4).fill('RuleRefused')].toSorted())
  })
})

describe('an emergency access shows', () => {
  it('the classes asked for to who opened it, each reading written down, and nothing to their colleagues', async () => {
    const id = await unknownToCell()
    const cell = world.as('cellule.69')
    expect(await refusal(reads(cell, id, 'B'))).toBe('NotFound')
    await glass.opens('cellule.69', id, ['B'])
    expect(JSON.stringify(await reads(cell, id, 'B'))).toContain('CANARI-NOM')
    expect(await refusal(reads(cell, id, 'C'))).toBe('NotFound')
    expect(await refusal(reads(world.as('cellule.69.bis'), id, 'B'))).toBe('NotFound')
    const { classes } = await sees(cell, id)
    expect(classes.filter(({ access }) => access === 'masked').map((one) => one.class)).toEqual(['B'])
    expect(await journal(id)).toEqual([
      { action: 'glass.open', outcome: 'allowed', detail: 'B,life' },
      { action: 'read', outcome: 'allowed', detail: 'B,glass' }
    ])
  })

  it('nothing after an hour alone, and again once a second person has confirmed, until a day is over', async () => {
    const id = await unknownToCell()
    const cell = world.as('cellule.69')
    world.at(new Date(now.getTime() - 2 * anHour))
    const opening = await glass.opens('cellule.69', id, ['B'])
    world.at(now)
    expect(await refusal(reads(cell, id, 'B'))).toBe('NotFound')
    await glass.settles(world.as('cellule.69.bis'), opening, 'confirm')
    expect(await refusal(reads(cell, id, 'B'))).toBeNull()
    now = new Date(now.getTime() + 23 * anHour)
    expect(await refusal(reads(cell, id, 'B'))).toBe('NotFound')
  })

  it('nothing once it is refused, or its organisation takes part no more', async () => {
    const id = await unknownToCell()
    const cell = world.as('cellule.69')
    const opening = await glass.opens('cellule.69', id, ['B'])
    await glass.settles(world.as('cellule.69.bis'), opening, 'refuse')
    expect(await refusal(reads(cell, id, 'B'))).toBe('NotFound')
    const other = await withPolice()
    await glass.opens('police.69', other, ['B'])
    expect(await refusal(reads(world.as('police.69'), other, 'B'))).toBeNull()
    await world.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'police'`,
      [other]
    )
    expect(await refusal(reads(world.as('police.69'), other, 'B'))).toBe('NotFound')
  })

  it('where she sleeps, to the police alone and while her danger is recorded as immediate', async () => {
    const id = await withPolice(await tell.housed(world.places['foyer.azur']![0]!))
    const police = world.as('police.69')
    expect(await refusal(glass.opens('police.69', id, ['A']))).toBe('NotAllowed')
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'immediate' })
    expect(await sees(police, id)).toMatchObject({ stay: null })
    await glass.opens('police.69', id, ['A'])
    const { stay } = await sees(police, id)
    const address = await inContext(world.db.app, police, (tx) =>
      readAddress(tx, world.db, world.db.keys, { stayId: stay!.id, reader: readerOf(police) })
    )
    expect(address.lines[0]).toContain('CANARI-ADRESSE')
    expect((await journal(id)).at(-1)).toBeDefined()
    expect(await sees(world.as('cellule.69'), id)).toMatchObject({ stay: null })
    expect(await refusal(glass.opens('cellule.69', id, ['A']))).toBe('NotAllowed')
  })
})

describe('the second person', () => {
  it('is not who opened it, nor anybody who may not know of it', async () => {
    const opening = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    expect(await refusal(glass.settles(world.as('cellule.69'), opening, 'confirm'))).toBe('NotAllowed')
    expect(await refusal(glass.settles(world.as('asso.rhone'), opening, 'confirm'))).toBe('NotAllowed')
    expect(await refusal(glass.settles(world.as('dpo'), opening, 'confirm'))).toBe('NotAllowed')
    for (const login of ['asso.paris', 'cellule.75', 'membre.69', 'admin'])
      expect([login, await refusal(glass.settles(world.as(login), opening, 'confirm'))]).toEqual([
        login,
        'NotFound'
      ])
    expect(await glass.row(opening)).toMatchObject({ state: 'open', settled_by: null })
  })

  it('is a colleague in the same capacity, or the cell where there is none', async () => {
    const id = await withPolice()
    const alone = await glass.row(await glass.opens('police.69', id, ['B']))
    expect(alone['confirm_org_id']).toBe(world.as('cellule.69').orgId)
    const colleague = await glass.colleague('police.69')
    const opening = await glass.opens('police.69', await withPolice(), ['B'])
    expect((await glass.row(opening))['confirm_org_id']).toBe(world.as('police.69').orgId)
    expect(await refusal(glass.settles(world.as('cellule.69'), opening, 'confirm'))).toMatch(
      /NotFound|NotAllowed/
    )
    expect(await refusal(glass.settles(world.as('membre.69.police'), opening, 'confirm'))).toBe('NotFound')
    expect(await refusal(glass.settles(colleague, opening, 'confirm'))).toBeNull()
    expect(await glass.row(opening)).toMatchObject({ state: 'confirmed', settled_by: colleague.personId })
    await world.db.owner.query('delete from membership where person_id = $1', [colleague.personId])
  })

  it('speaks once: what was settled stays, and a day late is too late', async () => {
    const bis = world.as('cellule.69.bis')
    const opening = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    await glass.settles(bis, opening, 'confirm')
    expect(await refusal(glass.settles(bis, opening, 'refuse'))).toBe('RuleRefused')
    const late = await glass.opens('cellule.69', await unknownToCell(), ['B'])
    world.at(new Date(now.getTime() + 24 * anHour))
    expect(await refusal(glass.settles(bis, late, 'confirm'))).toBe('RuleRefused')
    expect((await glass.row(late)).state).toBe('open')
  })

  it('who says nothing in a day lets it lapse: the clock ends it once, and the log of the case says nothing of it', async () => {
    const id = await unknownToCell()
    const opening = await glass.opens('cellule.69', id, ['B'])
    const clock = async () =>
      (await world.db.owner.query(`select code, state from deadline where id = $1`, [opening])).rows[0]
    expect(await clock()).toEqual({ code: 'MNIO-GLASS', state: 'running' })
    await world.db.owner.query(`update deadline set state = 'stopped', next_at = null where id <> $1`, [
      opening
    ])
    const { version } = await tell.row(id)
    world.at(new Date(now.getTime() + 24 * anHour - 1000))
    expect(await fireDue(world.gate)).toBe(0)
    world.at(new Date(now.getTime() + 24 * anHour))
    expect(await fireDue(world.gate)).toBe(1)
    expect(await fireDue(world.gate)).toBe(0)
    expect(await glass.row(opening)).toMatchObject({ state: 'lapsed', settled_by: null })
    expect(await refusal(reads(world.as('cellule.69'), id, 'B'))).toBe('NotFound')
    expect((await tell.row(id)).version).toBe(version)
    expect((await journal(id)).map(({ action }) => action)).toEqual(['glass.open', 'glass.lapse'])
  })

  it('confirmed or refused, it stops the clock; and closing the case does not', async () => {
    const id = await unknownToCell()
    const opening = await glass.opens('cellule.69', id, ['B'])
    await tell.closed(id, { reason: 'by_person' })
    const state = async () =>
      (await world.db.owner.query<{ state: string }>(`select state from deadline where id = $1`, [opening]))
        .rows[0]!.state
    expect(await state()).toBe('running')
    await glass.settles(world.as('cellule.69.bis'), opening, 'refuse')
    expect(await state()).toBe('stopped')
  })
})

describe('what is left of it', () => {
  it('a repeated key opens nothing more, and another request under it is refused', async () => {
    const [id, key] = [await unknownToCell(), randomUUID()]
    const first = await glass.opens('cellule.69', id, ['B'], { key })
    expect(await glass.opens('cellule.69', id, ['B'], { key })).toBe(first)
    expect(await refusal(glass.opens('cellule.69', id, ['C'], { key }))).toBe('IdempotencyMismatch')
  })

  it('tells the referring association, or the cell alone where that is not safe', async () => {
    const safe = await glass.row(await glass.opens('police.69', await withPolice(), ['B']))
    expect(safe['told_orgs']).toEqual([world.as('asso.rhone').orgId])
    const unsafe = await glass.row(
      await glass.opens('police.69', await withPolice(), ['B'], { unsafe: true })
    )
    expect([unsafe['told_as'], unsafe['told_orgs']]).toEqual(['cell', [world.as('cellule.69').orgId]])
  })

  it('every link of the audit chains', async () => {
    const client = await world.db.owner.connect()
    expect((await verifyChains(client as never)).faults).toEqual([])
    client.release()
  })
})
