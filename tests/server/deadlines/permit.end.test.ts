import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { complaint } from '../../support/regions/judicial.ts'
import { noon, openWorld } from '../../support/world.ts'

// CESEDA L411-2: a card ends on its day, and on no day before it but that of a withdrawal.

const world = await forFile(openWorld())
const tell = acting(world)
beforeEach(async () => {
  world.at(noon)
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null`)
})

const fireAt = async (moment: string) => {
  await world.db.owner.query(`update deadline set next_at = null where code not in ('D-CST', 'D-CARD')`)
  world.at(new Date(moment))
  return fireDue(world.gate)
}
const stands = async (id: string) => {
  const { residence, facts } = await tell.row(id)
  return { residence, stay: facts['stay'], rights: facts['rights'] }
}
const clock = async (id: string, code = 'D-CST') =>
  (
    await world.db.owner.query<{ state: string; due_on: string }>(
      `select state, due_on::text from deadline where case_id = $1 and code = $2`,
      [id, code]
    )
  ).rows

/** Whoever holds a card of a year until 24 November 2027, and has asked for the next. */
const renewing = async (card: object = {}) => {
  const id = await tell.reflecting()
  await tell.act('asso.rhone', id, 'complaint.file', complaint)
  await tell.act('asso.rhone', id, 'permit.apply', {
    on: '2026-11-24',
    proof: 'complaint_receipt',
    tiesBroken: true,
    domiciliation: true
  })
  await tell.act('prefecture.69', id, 'permit.issue', {
    issuedOn: '2026-11-24',
    number: `T-${randomUUID().slice(0, 4)}`,
    ...card
  })
  // The thirty days run beside the card, and end (R425-2).
  world.at(new Date('2027-01-05T12:00:00Z'))
  await fireDue(world.gate)
  world.at(new Date('2027-11-14T12:00:00Z'))
  await tell.act('asso.rhone', id, 'permit.renew_ask', { on: '2027-10-10' })
  return id
}
const decided = { decisionOn: '2027-11-10', notifiedOn: '2027-11-12', appealWithin: 'two_months' }
const refused = { reason: 'condition_missing', ...decided }

describe('a renewal refused while the card runs', () => {
  it('leaves the stay, its rights and its clock, the day of which ends them in a closed file as well', async () => {
    const id = await renewing()
    await tell.act('prefecture.69', id, 'permit.refuse', refused)
    expect(await stands(id)).toMatchObject({
      residence: 'refused_permit',
      stay: 'regular',
      rights: expect.arrayContaining(['work', 'allowance'])
    })
    expect(await clock(id)).toEqual([{ state: 'running', due_on: '2027-11-24' }])
    await tell.closed(id)
    expect(await fireAt('2027-12-04T12:00:00Z')).toBe(1)
    expect(await stands(id)).toEqual({ residence: 'refused_permit', stay: 'irregular', rights: [] })
  })

  it('after its end, takes at once what the application alone still gave', async () => {
    const id = await renewing()
    expect(await fireAt('2027-12-04T12:00:00Z')).toBe(1)
    expect(await stands(id)).toMatchObject({ residence: 'cst_valid', stay: 'regular' })
    const late = { decisionOn: '2027-12-03', notifiedOn: '2027-12-04' }
    await tell.act('prefecture.69', id, 'permit.refuse', { ...refused, ...late })
    expect(await stands(id)).toEqual({ residence: 'refused_permit', stay: 'irregular', rights: [] })
  })

  it('that bears its own end, ends on that day and not a year after its issue', async () => {
    const id = await renewing({ validUntil: '2027-11-30' })
    await tell.act('prefecture.69', id, 'permit.refuse', refused)
    expect(await clock(id)).toEqual([])
    expect(await clock(id, 'D-CARD')).toEqual([{ state: 'running', due_on: '2027-11-30' }])
    await fireAt('2027-11-29T12:00:00Z')
    expect((await stands(id)).stay).toBe('regular')
    expect(await fireAt('2027-12-02T12:00:00Z')).toBe(1)
    expect(await stands(id)).toEqual({ residence: 'refused_permit', stay: 'irregular', rights: [] })
  })

  it('then withdrawn, the card and its clock end on that day', async () => {
    const id = await renewing()
    await tell.act('prefecture.69', id, 'permit.refuse', refused)
    await tell.act('prefecture.69', id, 'permit.withdraw', {
      ...decided,
      reason: 'public_order',
      decisionOn: '2027-11-13',
      notifiedOn: '2027-11-13'
    })
    expect(await stands(id)).toEqual({ residence: 'refused_permit', stay: 'irregular', rights: [] })
    expect(await clock(id)).toEqual([{ state: 'stopped', due_on: '2027-11-24' }])
  })
})
