import { describe, expect, it } from 'vitest'
import { placeOfChild } from '../../../server/cases/child.place.ts'
import { protocolAmong, protocolAt } from '../../../server/cases/configuration.ts'
import { courtNamedBefore } from '../../../server/cases/district.ts'
import { approvalOf, regimesOf } from '../../../server/cases/habilitations.ts'
import { cellMemberOrganisations, endParticipation, invite } from '../../../server/cases/participation.ts'
import { readCase } from '../../../server/cases/store.ts'
import { readingsFor } from '../../../server/commands/readings.ts'
import { inContext, setCaseScope, type Tx } from '../../../server/db/context.ts'
import { placesFor } from '../../../workflows/configuration/local/place.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { noon, openWorld } from '../../support/world.ts'

// What an act reads before it is done, where there are two of it: the last counts, and none that is over or was taken back.

const world = await forFile(openWorld())
const { owner } = world.db
const tell = acting(world)
const inCase = <T>(caseId: string, work: (tx: Tx) => Promise<T>) =>
  inContext(world.db.app, world.as('cellule.69'), async (tx) => {
    await setCaseScope(tx, caseId)
    return work(tx)
  })
const reading = <T>(work: (tx: Tx) => Promise<T>) => inContext(world.db.app, world.as('asso.rhone'), work)
const hour = (n: number) => new Date(noon.getTime() + n * 3_600_000)

/** An act in the log of a case, written as its flag was. */
const logged = (caseId: string, act: { seq: number; command: string; input: object }) =>
  owner.query(
    `insert into case_event select (jsonb_populate_record(e, $2::jsonb)).* from case_event e
      where e.case_id = $1 and e.command = 'case.flag'`,
    [caseId, JSON.stringify(act)]
  )

/** What is written of an act that was taken back. */
const error = { struck_at: noon, struck_for: 'wrong_entry' }

describe('a part in a case', () => {
  it('is since its day while it lasts, and since its new day once it was over', async () => {
    const caseId = await tell.flagged()
    const { orgId } = world.as('police.69')
    const part = async () =>
      (
        await owner.query(
          `select since, until, basis, told, waits_for, due_at, clock_at, line from participation
            where case_id = $1 and org_id = $2 and capacity = 'police'`,
          [caseId, orgId]
        )
      ).rows[0]
    const given = (n: number, basis: string) =>
      inCase(caseId, (tx) => invite(tx, { caseId, orgIds: [orgId], capacity: 'police', at: hour(n), basis }))
    await given(0, 'one')
    const { told } = await part()
    await given(1, 'two')
    expect(await part()).toMatchObject({ since: hour(0), until: null, basis: 'two', told: told + 1 })
    await owner.query(
      `update participation set waits_for = 'police', due_at = $3, clock_at = $3 where case_id = $1 and org_id = $2`,
      [caseId, orgId, hour(9)]
    )
    await inCase(caseId, (tx) => endParticipation(tx, { caseId, at: hour(2), capacities: ['police'] }))
    const nothing = { waits_for: null, due_at: null, clock_at: null, line: null }
    expect(await part()).toMatchObject({ since: hour(0), until: hour(2), ...nothing })
    await given(3, 'three')
    expect(await part()).toMatchObject({ since: hour(3), until: null })
  })

  it('of those who sit in a cell is of a house that stands, for which somebody sits', async () => {
    const { orgId, personId } = world.as('membre.69.police')
    const sits = async () => (await reading((tx) => cellMemberOrganisations(tx, '69'))).includes(orgId)
    const until = (at: string | null) =>
      owner.query('update membership set until = $2 where person_id = $1', [personId, at])
    const status = (to: string) =>
      owner.query('update organisation set status = $2 where id = $1', [orgId, to])
    await until('2026-01-01')
    expect(await sits()).toBe(false)
    await until('2999-01-01')
    expect(await sits()).toBe(true)
    await until(null)
    await status('suspended')
    expect(await sits()).toBe(false)
    await status('accredited')
    expect(await sits()).toBe(true)
  })
})

describe('a habilitation', () => {
  const { orgId } = world.as('asso.rhone')
  const today = `(wall_clock() at time zone 'Europe/Paris')::date`

  it('holds on its first day and on its last, and neither the day before nor the day after', async () => {
    const held = async (since: number, until: number | null) => {
      await owner.query(
        `update habilitation set since = ${today} + $2::int, until = ${today} + $3::int where org_id = $1 and regime = 'flag'`,
        [orgId, since, until]
      )
      return (await reading((tx) => regimesOf(tx, orgId))).includes('flag')
    }
    expect([await held(1, 9), await held(-9, -1)]).toEqual([false, false])
    expect([await held(0, 9), await held(-9, 0), await held(0, 0)]).toEqual([true, true, true])
    expect(await held(-9, null)).toBe(true)
  })

  it('that lets flag is no approval for the exit programme', async () => {
    await owner.query(`delete from habilitation where org_id = $1 and regime = 'psp'`, [orgId])
    expect(await reading((tx) => approvalOf(tx, orgId))).toBeNull()
    await owner.query(`insert into habilitation (org_id, regime, since) values ($1, 'psp', '2026-01-05')`, [
      orgId
    ])
    expect(await reading((tx) => approvalOf(tx, orgId))).toMatchObject({ since: '2026-01-05' })
  })
})

it('of two protocols that of the court holds, be it the older; of one place and one day, the last that was signed', async () => {
  world.at(new Date('2026-09-20T10:00:00Z'))
  await signedProtocol(world, '69.lyon-2026-10', {}, '2026-10-01')
  world.at(hour(1))
  await signedProtocol(world, '69-2026-11', {}, '2026-11-25')
  world.at(hour(2))
  await signedProtocol(world, '69-2026-11-b', {}, '2026-11-25')
  world.at(noon)
  const among = (court: string | null) =>
    reading((tx) => protocolAmong(tx, placesFor('69', court), '2026-11-25'))
  expect([await among('69.lyon'), await among(null)]).toEqual(['69.lyon-2026-10', '69-2026-11-b'])
  expect(await reading((tx) => protocolAt(tx, '69', '2026-11-24'))).toBeNull()
})

describe('of the acts of a case', () => {
  it('the court is the one that was named last before this act, and not in error', async () => {
    const id = await tell.flagged()
    const named = (seq: number, district: string, more = {}) =>
      logged(id, { seq, command: 'district.name', input: { district }, ...more })
    await named(50, '69.lyon')
    await named(51, '69.villefranche-sur-saone')
    await named(52, '75.paris', { struck_by: 53, ...error })
    await named(54, '69.lyon')
    expect(await inCase(id, (tx) => courtNamedBefore(tx, id))).toBe('69.villefranche-sur-saone')
  })

  it('the child is where she was found last, until the case goes elsewhere', async () => {
    const id = await tell.flagged()
    const facts = { foundIn: '13', territory: '69' } as const
    const place = () => inCase(id, (tx) => placeOfChild(tx, { caseId: id, facts }))
    await logged(id, { seq: 50, command: 'facts.complete', input: { foundIn: '13' } })
    await logged(id, { seq: 51, command: 'facts.complete', input: { foundIn: '38' } })
    expect(await place()).toBe('38')
    await logged(id, { seq: 52, command: 'territory.moved', input: {} })
    expect(await place()).toBe('69')
  })

  it('the last offer of reflection counts, and who said the age last', async () => {
    const id = await tell.flagged()
    const offered = (seq: number, on: string, more = {}) =>
      logged(id, { seq, command: 'reflection.offer', input: { on }, ...more })
    await offered(50, '2026-11-10')
    await offered(51, '2026-11-20')
    await offered(52, '2026-11-22', { struck_by: 99, ...error })
    const aged = (seq: number, login: string, more = {}) => {
      const by = { org_id: world.as(login).orgId }
      return logged(id, { seq, command: 'facts.complete', input: { ageGroup: 'adult' }, ...by, ...more })
    }
    await aged(53, 'police.69')
    await aged(54, 'cellule.69')
    await aged(55, 'acse', { struck_by: 99, ...error })
    const actor = world.as('cellule.69')
    const read = await inCase(id, async (tx) => {
      const row = (await readCase(tx, id))!
      const scene = {
        tx,
        row,
        actor,
        command: 'receipt.handed',
        input: {},
        at: noon,
        territory: '69'
      } as const
      return readingsFor(scene, ['lastOfferOfReflection', 'lastAgeSaid'])
    })
    expect(read).toMatchObject({
      lastOfferOfReflection: '2026-11-20',
      lastAgeSaid: world.as('cellule.69').orgId
    })
  })
})
