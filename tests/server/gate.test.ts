import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../workflows/commands.ts'
import { acting } from '../support/acting.ts'
import { inputFor } from '../support/inputs.ts'
import { kept, retold } from '../support/log.ts'
import { refusal } from '../support/refusals.ts'
import { aFlag, openWorld, type TestWorld } from '../support/world.ts'

let world: TestWorld
let tell: ReturnType<typeof acting>

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
})
afterAll(() => world.close())

const count = async (sql: string, values: unknown[] = []) =>
  Number((await world.db.owner.query<{ count: string }>(sql, values)).rows[0]!.count)
const denials = () => count(`select count(*) from audit_event where outcome = 'denied'`)
const everything = async () => {
  const tables = [
    '"case"',
    'case_event',
    'compartment',
    'consent',
    'deadline',
    'participation',
    'referral',
    'referral_event',
    'stay',
    'idempotency',
    'notice'
  ]
  const counts = tables.map((table) => count(`select count(*) from ${table}`))
  const versions = count(`select coalesce(sum(version), 0) as count from "case"`)
  return Promise.all([
    ...counts,
    versions,
    count(`select count(*) from audit_event where outcome = 'allowed'`)
  ])
}

describe('the gate refuses', () => {
  const strangers = [
    'asso.paris',
    'cellule.75',
    'prefecture.69',
    'prefecture.75',
    'police.69',
    'acse',
    'foyer.azur',
    'ofii',
    'ase.69',
    'soin.69',
    'parquet.lyon',
    'juge.69',
    'adhoc.69',
    'psp.69'
  ]

  it.each(strangers)(
    'every act of %s, who takes no part in the case, and writes the denial and nothing else',
    async (login) => {
      const id = await tell.flagged()
      const offered = commandTypes.filter((type) => commandRow(type).offered)
      const [before, denied] = [await everything(), await denials()]
      for (const command of offered)
        expect(await refusal(tell.act(login, id, command, inputFor(command)))).toMatch(
          /^(NotFound|NotAllowed)$/
        )
      expect(await everything()).toEqual(before)
      expect((await denials()) - denied).toBe(offered.length)
    }
  )

  it.each(['admin', 'dpo', 'miprof'])('every act of %s, whose role acts in no case', async (login) => {
    const id = await tell.flagged()
    const before = await everything()
    for (const command of commandTypes)
      expect(await refusal(tell.act(login, id, command, inputFor(command)))).toBe('NotAllowed')
    expect(await everything()).toEqual(before)
  })

  it.each(['acse.matched', 'acse.refused', 'reflection.expire', 'clock.alert', 'clock.lapse'] as const)(
    '%s to every person: only the clock or another aggregate fires it',
    async (command) => {
      const id = await tell.flagged()
      for (const login of ['asso.rhone', 'cellule.69', 'acse', 'foyer.azur', 'prefecture.69', 'admin'])
        expect(await refusal(tell.act(login, id, command, inputFor(command)))).toBe('NotAllowed')
    }
  )

  it.each([
    'cellule.69',
    'membre.69',
    'prefecture.69',
    'acse',
    'juge.69',
    'adhoc.69',
    'psp.69',
    'miprof',
    'admin',
    'dpo'
  ])('a flag by %s', async (login) => {
    const before = await everything()
    expect(await refusal(tell.flagged(login))).toBe('NotAllowed')
    expect(await everything()).toEqual(before)
  })

  it('a flag by an association that holds no regime for it', async () => {
    await world.db.owner.query(`update habilitation set until = '2026-01-02' where org_id = $1`, [
      world.as('asso.paris').orgId
    ])
    expect(await refusal(tell.flagged('asso.paris'))).toBe('NotAllowed')
    await world.db.owner.query(`update habilitation set until = null where org_id = $1`, [
      world.as('asso.paris').orgId
    ])
  })

  it('the offer of reflection by an association that is not designated to give it', async () => {
    const id = await tell.consenting()
    await world.db.owner.query(`delete from habilitation where org_id = $1 and regime = 'r425_1'`, [
      world.as('asso.rhone').orgId
    ])
    expect(await refusal(tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer')))).toBe(
      'RuleRefused'
    )
    await world.db.owner.query(
      `insert into habilitation (org_id, regime, since) values ($1, 'r425_1', '2026-01-01')`,
      [world.as('asso.rhone').orgId]
    )
  })

  it('an act on a case that does not exist as on one that is not theirs', async () => {
    expect(await refusal(tell.act('asso.rhone', randomUUID(), 'facts.complete', {}))).toBe('NotFound')
  })

  it('an adult’s name without their agreement, and keeps nothing of it', async () => {
    const before = await everything()
    expect(await refusal(tell.flagged('asso.rhone', { nominativeConsent: false }))).toBe('InvalidInput')
    expect(await everything()).toEqual(before)
  })

  it('a date in the future, and a field that the table does not name', async () => {
    expect(await refusal(tell.flagged('asso.rhone', { metOn: '2026-11-25' }))).toBe('InvalidInput')
    expect(await refusal(tell.flagged('asso.rhone', { role: 'admin' } as never))).toBe('InvalidInput')
  })

  it('the second voice to the person and to the institution of the first', async () => {
    const id = await tell.flagged()
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    expect(await refusal(tell.act('membre.69', id, 'grounds.positive'))).toBe('RuleRefused')
    expect((await tell.row(id))['identification']).toBe('under_triage')
    await tell.act('cellule.69', id, 'grounds.positive')
    expect((await tell.row(id))['identification']).toBe('presumed')
  })

  it('a shelter far away for a child, who is referred to child protection instead', async () => {
    const id = await tell.flagged('asso.rhone', { ageGroup: 'doubt', nominativeConsent: false })
    expect(await refusal(tell.act('asso.rhone', id, 'acse.request', { adhesion: true }))).toBe(
      'IllegalTransition'
    )
    await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'CANARI-RECIT' })
    expect((await tell.row(id))['minor']).toBe('information_preoccupante')
  })
})

describe('the gate lets pass', () => {
  it('a person from the flag to a bed and a receipt', async () => {
    const id = await tell.housed(world.places['foyer.azur']![0]!)
    await tell.act('asso.rhone', id, 'reflection.offer', {
      on: '2026-11-24',
      language: 'bin',
      means: 'in_person',
      confidential: true,
      wishes: true
    })
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    await tell.act('prefecture.69', id, 'receipt.handed', { handedOn: '2026-11-24', number: 'R-1' })
    const row = await tell.row(id)
    expect(row).toMatchObject({
      identification: 'presumed',
      housing: 'housed_acse',
      residence: 'reflection_running'
    })
    expect(row.facts).toMatchObject({ removalBar: true })
    const { rows } = await world.db.owner.query(
      `select due_on::text from deadline where case_id = $1 and code = 'D-REFLEX'`,
      [id]
    )
    expect(rows).toEqual([{ due_on: '2026-12-24' }])
  })

  it('help without formal identification: a negative answer of the police takes nothing away', async () => {
    const id = await tell.flagged('police.69')
    await tell.act('police.69', id, 'grounds.record', { unit: 'Police judiciaire', on: '2026-11-24' })
    await tell.act('cellule.69', id, 'referent.name', { orgId: world.as('asso.rhone').orgId })
    await tell.act('asso.rhone', id, 'person.inform', {
      on: '2026-11-24',
      ...tell.how,
      helpWithoutConsent: true
    })
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['C', 'F'], ...tell.how })
    await tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
    await tell.act('police.69', id, 'formal.no', { unit: 'Police judiciaire', reason: 'CANARI-MOTIF' })
    expect(await refusal(tell.act('asso.rhone', id, 'acse.request', { adhesion: true }))).toBeNull()
    expect(
      await refusal(tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer')))
    ).toBeNull()
    expect((await tell.row(id)).facts).toMatchObject({ presumed: true })
  })

  it('only what its log tells again: replaying every story gives the row of the case', async () => {
    const [place, other] = world.places['foyer.ouest']!
    const child = await tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })
    await tell.act('asso.rhone', child, 'concern.report', {
      parentsInformed: 'contrary',
      facts: 'CANARI-RECIT',
      opinion: 'CANARI-PAROLE'
    })
    const closed = await tell.presumed()
    await tell.closed(closed, {
      reason: 'lost',
      notificationsPlanned: false,
      note: 'CANARI-NOTE'
    })
    await tell.act('cellule.69', closed, 'case.reopen', { reason: 'CANARI-RETOUR' })
    const offered = await tell.offered(place!)
    await tell.move('foyer.ouest', offered.offer, 'decline', { reason: 'too_close' })
    await tell.act('acse', offered.id, 'acse.offer', { placeId: other! })
    await tell.move('foyer.ouest', await tell.referral(offered.id, 'acse_place'), 'accept')
    await tell.act('asso.rhone', offered.id, 'consent.withdraw', { scopes: ['C'], ...tell.how })
    for (const id of [child, closed, offered.id, await tell.flagged('police.69'), await tell.reflecting()])
      expect(await retold(world.db, id)).toEqual(await kept(world.db, id))
    const { rows } = await world.db.owner.query<{ id: string }>('select id from "case"')
    for (const { id } of rows) expect(await retold(world.db, id)).toEqual(await kept(world.db, id))
  })

  it('an act with who did it, in which role and territory, on which basis of which day', async () => {
    const { rows } = await world.db.owner.query(
      `select from case_event where cardinality(basis) = 0 or basis_on is null or (role <> 'system' and (person_id is null or org_id is null))`
    )
    expect(rows).toEqual([])
  })
})

describe('a case', () => {
  const shape = aFlag()
  it('keeps what identifies the person out of its row and its events', async () => {
    const id = await tell.flagged()
    const { rows } = await world.db.owner.query<{ all: string }>(
      `select (select c::text from "case" c where id = $1) || (select string_agg(e::text, '') from case_event e where case_id = $1) as all`,
      [id]
    )
    for (const secret of [shape.identity!.name!, shape.identity!.contact!, shape.narrative!])
      expect(rows[0]!.all).not.toContain(secret)
    expect(await count('select count(distinct data_class) from compartment where case_id = $1', [id])).toBe(2)
  })
})
