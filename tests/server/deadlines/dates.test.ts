import { expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const today = '2026-11-24'
const field = (name: string, code: string) => ({
  fields: expect.arrayContaining([expect.objectContaining({ field: name, code })])
})

/** Reflection offered, the prefecture in charge: the receipt may be handed over. */
const offered = async () => {
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  return id
}

it.each(['1900-01-01', '1909-12-31'])('%s is too far back, whatever counts from it', async (day) => {
  const id = await offered()
  await expect(tell.act('asso.rhone', id, 'facts.complete', { lastFactsOn: day })).rejects.toMatchObject(
    field('lastFactsOn', 'too_old')
  )
  const application = { on: day, grounds: 'victim', domiciliation: true }
  await expect(tell.act('asso.rhone', id, 'discretion.apply', application)).rejects.toMatchObject(
    field('on', 'too_old')
  )
  const child = await tell.flagged('asso.rhone', {
    ageGroup: 'minor',
    ageBand: '15-17',
    nominativeConsent: false,
    identity: { name: 'X' }
  })
  await expect(tell.act('asso.rhone', child, 'identity.record', { birthDate: day })).rejects.toMatchObject(
    field('birthDate', 'too_old')
  )
})

it('the first day that is taken makes every clock it opens', async () => {
  const id = await offered()
  await tell.act('asso.rhone', id, 'facts.complete', { lastFactsOn: '1910-01-01' })
  await tell.act('asso.rhone', id, 'discretion.apply', {
    on: '1910-01-01',
    grounds: 'victim',
    domiciliation: true
  })
  expect((await tell.row(id))['residence']).toBe('cst_applied')
})

const unusualOf = async (id: string, command: string) => {
  const { rows } = await world.db.owner.query<{ unusual: string[] }>(
    'select unusual from case_event where case_id = $1 and command = $2',
    [id, command]
  )
  return rows[0]!.unusual
}

it('a receipt handed over before the person was flagged is written down, and said to be unusual', async () => {
  const id = await offered()
  await tell.act('asso.rhone', id, 'reflection.offer', {
    on: today,
    language: 'bin',
    means: 'in_person',
    confidential: true,
    wishes: true
  })
  await tell.act('prefecture.69', id, 'receipt.handed', { handedOn: '2026-11-23', number: '1' })
  expect((await tell.row(id))['residence']).toBe('reflection_running')
  expect(await unusualOf(id, 'receipt.handed')).toEqual(['form.before_offer'])
})

it('an interview is not set in a moment that has passed, and is once it lies ahead', async () => {
  const id = await tell.matched(world.places['foyer.azur']![0]!)
  await expect(
    tell.act('foyer.azur', id, 'acse.visio', { at: '2026-11-17T10:59:00Z' })
  ).rejects.toMatchObject(field('at', 'in_past'))
  expect((await tell.row(id))['housing']).toBe('matched')
  await tell.act('foyer.azur', id, 'acse.visio', { at: '2026-11-24T11:30:00Z' })
  expect((await tell.row(id))['housing']).toBe('pre_admission')
})

it('a permit dated before its application is said to be unusual, and nobody arrives before the interview', async () => {
  const id = await offered()
  await tell.act('asso.rhone', id, 'discretion.apply', { on: today, grounds: 'victim', domiciliation: true })
  const issued = (issuedOn: string) =>
    tell.act('prefecture.69', id, 'discretion.issue', { issuedOn, number: 'T-1' })
  await issued('2026-11-23')
  expect(await unusualOf(id, 'discretion.issue')).toEqual(['form.before_earlier'])
  const moving = await tell.matched(world.places['foyer.azur']![1]!)
  await tell.act('foyer.azur', moving, 'acse.visio', { at: '2026-11-26T09:00:00Z' })
  await expect(tell.act('foyer.azur', moving, 'acse.admission', { on: today })).rejects.toMatchObject(
    field('on', 'before_earlier')
  )
  expect((await tell.row(moving))['housing']).toBe('pre_admission')
})
