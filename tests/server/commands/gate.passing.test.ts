import { describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { kept, retold } from '../../support/running/log.ts'
import { refusal } from '../../support/refusals.ts'
import { aFlag, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const count = async (sql: string, values: unknown[] = []) =>
  Number((await world.db.owner.query<{ count: string }>(sql, values)).rows[0]!.count)

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
