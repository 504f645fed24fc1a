import { afterEach, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { acting } from '../../support/acting.ts'
import { refusal } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const refusedFor = (field: string, code: string) => ({
  fields: expect.arrayContaining([expect.objectContaining({ field, code })])
})
const child = { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false } as const

describe('of her age', () => {
  it('nobody says that she is an adult but who said that she is a minor, while nobody is told', async () => {
    const id = await tell.flagged('police.69', child)
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('cellule.69', id, 'referent.name', { orgId: world.as('asso.rhone').orgId })
    const adult = { ageGroup: 'adult', ageBand: '18-24' }
    await expect(tell.act('asso.rhone', id, 'facts.complete', adult)).rejects.toMatchObject(
      refusedFor('ageGroup', 'said_by_another')
    )
    const own = await tell.flagged('asso.rhone', child)
    await tell.act('asso.rhone', own, 'facts.complete', adult)
    expect((await tell.row(own)).facts).toMatchObject({ ageGroup: 'adult' })
  })

  it('a birth date by which her protection would soon end is not the association’s to write', async () => {
    const id = await tell.flagged('asso.rhone', child)
    const soon = { birthDate: '2008-12-24' }
    await expect(tell.act('asso.rhone', id, 'identity.record', soon)).rejects.toMatchObject(
      refusedFor('birthDate', 'nearly_adult')
    )
    await tell.act('asso.rhone', id, 'identity.record', { birthDate: '2010-01-01' })
  })
})

describe('of danger', () => {
  it('others raise it and do not lower it, where an association accompanies her', async () => {
    const id = await tell.consenting()
    await tell.act('cellule.69', id, 'facts.complete', { danger: 'immediate' })
    for (const less of [{ danger: 'none' }, { localDanger: false }])
      await expect(tell.act('cellule.69', id, 'facts.complete', less)).rejects.toMatchObject(
        refusedFor(Object.keys(less)[0]!, 'not_yours')
      )
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'none' })
    expect((await tell.row(id)).facts).toMatchObject({ danger: 'none' })
  })
  it('others change no sex that is known, and say one that is not', async () => {
    const id = await tell.consenting(['B'], { sex: 'unknown' })
    await tell.act('cellule.69', id, 'facts.complete', { sex: 'female' })
    expect((await tell.row(id)).facts).toMatchObject({ sex: 'female' })
    await expect(tell.act('cellule.69', id, 'facts.complete', { sex: 'male' })).rejects.toMatchObject(
      refusedFor('sex', 'not_yours')
    )
  })
})

it('the cell writes no consent of somebody whom an association accompanies, but that she withdraws one', async () => {
  const id = await tell.consenting(['A', 'E'])
  await expect(
    tell.act('cellule.69', id, 'consent.record', { scopes: ['C'], ...tell.how })
  ).rejects.toMatchObject({ reason: { fr: expect.stringContaining('Une association accompagne') } })
  await tell.act('cellule.69', id, 'consent.withdraw', { scopes: ['E'], ...tell.how })
  expect((await tell.row(id)).facts).toMatchObject({ consents: ['A'] })
})

describe('of a permit', () => {
  const today = '2026-11-24'
  const issued = async () => {
    const id = await tell.reflecting()
    await tell.act('asso.rhone', id, 'complaint.file', {
      on: today,
      unit: 'Brigade',
      receipt: 'R-1',
      offences: ['225-4-1']
    })
    await tell.act('asso.rhone', id, 'permit.apply', {
      on: today,
      proof: 'complaint_receipt',
      tiesBroken: true,
      domiciliation: true
    })
    await tell.act('prefecture.69', id, 'permit.issue', { issuedOn: today, number: 'T-1' })
    return id
  }
  afterEach(() => world.at(noon))

  it('nobody records that it has expired while it runs, the prefecture no more than the association', async () => {
    const id = await issued()
    for (const [login, on] of [
      ['asso.rhone', today],
      ['prefecture.69', today],
      ['asso.rhone', '2027-11-23']
    ] as const) {
      world.at(new Date(`${on}T11:00:00Z`))
      const lapsed = tell.act(login, id, 'permit.lapsed', { on })
      await expect(lapsed).rejects.toMatchObject({
        reason: { fr: expect.stringContaining('Le titre court encore') }
      })
    }
    expect((await tell.row(id))['residence']).toBe('cst_valid')
  })

  it('once its year is over, it is recorded of its last day', async () => {
    const id = await issued()
    world.at(new Date('2027-11-25T11:00:00Z'))
    await fireDue(world.gate)
    expect(await refusal(tell.act('asso.rhone', id, 'permit.lapsed', { on: '2027-11-23' }))).toBe(
      'InvalidInput'
    )
    await tell.act('asso.rhone', id, 'permit.lapsed', { on: '2027-11-24' })
    expect((await tell.row(id))['residence']).toBe('irregular')
  })
})
